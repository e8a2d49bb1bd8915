//! How prose looks: typed words, chips in the accent's colour, and what is marked in them.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text::{CCursor, LayoutJob, TextFormat};
use eframe::egui::{Color32, Galley, Pos2, Rect, Shape, Stroke, Ui, Vec2};

use super::prose::{Piece, pieces};
use crate::look::tokens;
use crate::report::field_places;
use crate::ui::theme::{colors, font, medium, scale};

/// Air within a chip, before its value and after it.
const PADDING: f32 = 6.0;
/// How far a chip reaches over its words.
const RISE: f32 = 1.0;

/// Lays out a shown text in lines of `width`.
pub(super) fn layout(ui: &Ui, text: &str, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => put_words(ui, &mut job, words),
            Piece::Chip { before, value, after, .. } => {
                put_chip(ui, &mut job, before, value, after)
            }
        }
    }
    ui.painter().layout_job(job)
}

fn format(ui: &Ui) -> TextFormat {
    TextFormat {
        font_id: font(scale().prose),
        line_height: Some(scale().prose.1),
        color: colors(ui).text,
        ..TextFormat::default()
    }
}

/// Typed words; what looks like a field and names nothing stands out.
fn put_words(ui: &Ui, job: &mut LayoutJob, words: &str) {
    let mut from = 0;
    for (place, _) in field_places(words) {
        job.append(&words[from..place.start], 0.0, format(ui));
        from = place.end;
        let color = colors(ui).warning;
        job.append(&words[place], 0.0, TextFormat { color, ..format(ui) });
    }
    job.append(&words[from..], 0.0, format(ui));
}

fn put_chip(ui: &Ui, job: &mut LayoutJob, before: &str, value: &str, after: &str) {
    let value_format =
        TextFormat { font_id: font(medium(scale().prose)), color: colors(ui).accent, ..format(ui) };
    job.append(before, 0.0, format(ui));
    job.append(value, PADDING, value_format);
    job.append(after, PADDING, format(ui));
}

/// The chips' backs, to be painted under the words.
pub(super) fn backs(ui: &Ui, galley: &Galley, at: Pos2, chips: &[Range<usize>]) -> Shape {
    let radius = tokens().radius.chip;
    let color = colors(ui).accent_soft;
    let back = |rect: Rect| Shape::rect_filled(rect.expand2(Vec2::new(0.0, -RISE)), radius, color);
    let rects = chips.iter().flat_map(|place| rects_of(galley, at, place));
    Shape::Vec(rects.map(back).collect())
}

/// A line under marked words.
pub(super) fn underline(ui: &Ui, galley: &Galley, at: Pos2, place: &Range<usize>, color: Color32) {
    for rect in rects_of(galley, at, place) {
        let y = rect.bottom() - 2.0;
        ui.painter().hline(rect.x_range(), y, Stroke::new(2.0, color));
    }
}

/// Where some characters stand: a rectangle for each line.
pub(super) fn rects_of(galley: &Galley, at: Pos2, place: &Range<usize>) -> Vec<Rect> {
    let mut rects: Vec<Rect> = Vec::new();
    for index in place.clone() {
        let start = CCursor { prefer_next_row: true, ..CCursor::new(index) };
        let left = galley.pos_from_cursor(start);
        let right = galley.pos_from_cursor(CCursor::new(index + 1));
        let rect = left.union(right).translate(at.to_vec2());
        match rects.last_mut() {
            Some(last) if (last.top() - rect.top()).abs() < 1.0 => *last = last.union(rect),
            _ if left.top() < right.top() => {}
            _ => rects.push(rect),
        }
    }
    rects
}
