//! The text of a PDF: glyphs with their places become lines.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

use super::super::document::{Document, DocumentLine};
use crate::message;
use crate::words::Message;

/// Shares of a glyph's height: from here on a gap is a space,
const SPACE: f64 = 0.15;
/// or parts the columns of a table,
const COLUMN: f64 = 1.2;
/// a step of the baseline begins a line,
const LINE: f64 = 0.35;
/// or a paragraph.
const PARAGRAPH: f64 = 1.7;

/// Units of a glyph's own space to its height.
const UNITS: f64 = 1000.0;
/// How wide a glyph is taken to be that is drawn by instructions (Type 3), whose width the library
/// does not tell: as wide as the widest letter, so that no word is torn apart. Such fonts write
/// the spaces between words as glyphs.
const DRAWN_WIDTH: f32 = 800.0;

/// Reads the text of a PDF.
///
/// # Errors
/// When the PDF is damaged or encrypted.
pub fn read(bytes: Vec<u8>) -> Result<Document, Message> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => message!("document-encrypted"),
        LoadPdfError::Invalid => message!("document-damaged"),
    })?;
    let mut document = Document::default();
    for page in pdf.pages().iter() {
        let cache = InterpreterCache::new();
        let mut context = Context::new(
            Affine::IDENTITY,
            Rect::new(0.0, 0.0, 1.0, 1.0),
            &cache,
            pdf.xref(),
            InterpreterSettings::default(),
        );
        let mut text = PageText::default();
        interpret_page(page, &mut context, &mut text);
        document.lines.extend(text.into_lines());
    }
    Ok(document)
}

/// A line of a page, measured from the page's lower left corner.
struct Line {
    text: String,
    left: f64,
    right: f64,
    baseline: f64,
    height: f64,
}

impl Line {
    fn is_beside(&self, other: &Self) -> bool {
        (self.baseline - other.baseline).abs() <= self.height.max(other.height) * LINE
    }
}

/// Takes glyphs in the order in which the page draws them.
#[derive(Default)]
struct PageText {
    lines: Vec<Line>,
}

impl PageText {
    fn take(&mut self, text: &str, start: Point, end: Point, height: f64) {
        let glyph =
            Line { text: text.to_owned(), left: start.x, right: end.x, baseline: start.y, height };
        let Some(line) = self.lines.last_mut() else {
            self.lines.push(glyph);
            return;
        };
        let height = line.height.max(height);
        let gap = glyph.left - line.right;
        if !line.is_beside(&glyph) || gap < -height * COLUMN {
            self.lines.push(glyph);
            return;
        }
        if gap > height * COLUMN {
            line.text.push('\t');
        } else if gap > height * SPACE && !line.text.ends_with(char::is_whitespace) {
            line.text.push(' ');
        }
        line.text.push_str(text);
        line.right = line.right.max(glyph.right);
        line.height = height;
    }

    /// The lines as they are read: column by column, each from the top. Spreadsheets draw in
    /// another order, so that what stands below one another is sorted.
    fn into_lines(self) -> Vec<DocumentLine> {
        let mut lines = Vec::new();
        for mut column in self.into_columns() {
            column.sort_by(|one, other| other.baseline.total_cmp(&one.baseline));
            let mut last: Option<&Line> = None;
            for line in &column {
                let is_paragraph = last.is_none_or(|last| {
                    last.baseline - line.baseline > last.height.max(line.height) * PARAGRAPH
                });
                if is_paragraph && !lines.is_empty() {
                    lines.push(DocumentLine::default());
                }
                lines.push(DocumentLine { text: line.text.clone(), level: None });
                last = Some(line);
            }
        }
        without_page_numbers(lines)
    }

    /// A line that stands beside those before it, and not above or below, begins a column.
    fn into_columns(self) -> Vec<Vec<Line>> {
        let mut columns: Vec<Vec<Line>> = Vec::new();
        let (mut left, mut right) = (0.0, 0.0);
        for line in self.lines.into_iter().filter(|line| !line.text.trim().is_empty()) {
            match columns.last_mut().filter(|_| line.left <= right && left <= line.right) {
                Some(column) => {
                    (left, right) = (line.left.min(left), line.right.max(right));
                    column.push(line);
                }
                None => {
                    (left, right) = (line.left, line.right);
                    columns.push(vec![line]);
                }
            }
        }
        columns
    }
}

/// Leaves out the number of the page, which would part a sentence that goes on over the page.
fn without_page_numbers(mut lines: Vec<DocumentLine>) -> Vec<DocumentLine> {
    let is_page_number = |line: &DocumentLine| {
        let text = line.text.trim();
        (1..=3).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_digit())
    };
    if lines.last().is_some_and(is_page_number) {
        lines.pop();
    }
    if lines.first().is_some_and(is_page_number) {
        lines.remove(0);
    }
    lines
}

impl Device<'_> for PageText {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => return,
        };
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().unwrap_or(0.0),
            Glyph::Type3(_) => DRAWN_WIDTH,
        };
        let place = transform * glyph_transform;
        let start = place * Point::ZERO;
        let end = place * Point::new(f64::from(advance), 0.0);
        let height = (place * Point::new(0.0, UNITS) - start).hypot();
        self.take(&text, start, end, height);
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}

    fn pop_clip_path(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
