//! Text tables: the encoding, the separator, the rows, and what is off with them.

mod dos;
mod encoding;
mod entities;
mod quotes;
mod records;
mod sample;
mod shape;

use std::cell::OnceCell;

use super::{Flow, MAX_CELLS, OnRow, RawCell};
use crate::import::noticed::{note, note_at};
use crate::issue::Issue;
use crate::message;
use crate::project::cell_name;
use crate::words::Message;
use encoding::{Decoded, Origin};
use records::{Mended, Record, Records};
use shape::Shape;

pub use encoding::decode;
pub use shape::{looks_like_date, looks_like_number};

/// A text table.
pub struct TextTable {
    /// The whole text.
    pub text: String,
    /// Where characters stand that the file's encoding does not have.
    strange: Vec<usize>,
    /// What the text was made of.
    origin: Origin,
    /// What parts the cells, and what rows look like; found out when it is first asked for.
    layout: OnceCell<(char, Shape)>,
    /// What parts the cells, where a person says it.
    separator: Option<char>,
    /// What was noticed when the rows were last read.
    pub notes: Vec<Issue>,
}

/// Cells of which there may be several, and where the first stands.
#[derive(Default)]
struct Told {
    count: u32,
    row: u32,
    column: usize,
}

impl Told {
    fn add(&mut self, row: u32, column: usize) {
        if self.count == 0 {
            (self.row, self.column) = (row, column);
        }
        self.count = self.count.saturating_add(1);
    }
}

impl TextTable {
    /// The table that a text is.
    pub fn new(decoded: Decoded) -> Self {
        let Decoded { text, strange, origin } = decoded;
        let layout = OnceCell::new();
        Self { text, strange, origin, layout, separator: None, notes: Vec::new() }
    }

    /// Says what parts the cells; nothing is said by `None`.
    pub fn part_by(&mut self, separator: Option<char>) {
        self.separator = separator;
        self.layout = OnceCell::new();
    }

    fn layout(&self) -> &(char, Shape) {
        self.layout.get_or_init(|| {
            let separator = self.separator.unwrap_or_else(|| sample::separator(&self.text));
            (separator, sample::shape(&self.text, separator))
        })
    }

    /// How many cells most rows have. A row with more has a separator within a cell.
    pub fn width(&self) -> usize {
        self.layout().1.width
    }

    /// What parts the cells.
    pub fn separator(&self) -> char {
        self.layout().0
    }

    /// Streams the rows.
    ///
    /// # Errors
    /// When there are too many, or a quote swallows rows.
    pub fn read(&mut self, on_row: &mut OnRow<'_>) -> Result<(), Message> {
        let (separator, shape) = self.layout().clone();
        let mut records = Records::new(&self.text, separator, Some(&shape));
        let mut fields = Vec::new();
        let (mut quotes, mut breaks) = (Told::default(), Told::default());
        let mut strange = self.strange.iter().copied().peekable();
        let (mut first_strange, mut cut) = (None, None);
        let mut seen: u64 = 0;
        while let Some(record) = records.next(&mut fields)? {
            match record.mended {
                Some(Mended::StrayQuote(column)) => quotes.add(record.row, column),
                Some(Mended::LineBreak(column)) => breaks.add(record.row, column),
                None => {}
            }
            while let Some(at) = strange.next_if(|at| *at <= record.end) {
                first_strange.get_or_insert_with(|| self.cell_of(at, record, separator));
            }
            entities::join_entities(&mut fields, shape.width);
            let is_last = record.end == self.text.len();
            if is_last
                && shape.is_even
                && (2..shape.width).contains(&fields.len())
                && shape.begins(&fields)
            {
                cut = Some(record.row);
            }
            let cells: Vec<RawCell<'_>> = fields.iter().map(|field| cell(field)).collect();
            seen = seen.saturating_add(cells.len() as u64);
            if seen > MAX_CELLS {
                return Err(message!("import-too-large", most = MAX_CELLS));
            }
            if on_row(record.row, &cells) == Flow::Stop {
                break;
            }
        }
        self.notes = notes(&quotes, &breaks, first_strange, self.strange.len());
        self.notes.extend(self.origin.message().map(note));
        if let Some(row) = cut {
            let message = message!("import-note-last-line", row = row.to_string());
            self.notes.push(note_at(message, &cell_name(0, row)));
        }
        Ok(())
    }

    /// The cell and the character at a place within a record.
    fn cell_of(&self, at: usize, record: Record, separator: char) -> (String, String) {
        let before = self.text.get(record.start..at).unwrap_or_default();
        let column = before.matches(separator).count();
        let after = self.text.get(at..).and_then(|rest| rest.chars().next());
        (cell_name(column, record.row), after.map(String::from).unwrap_or_default())
    }
}

fn notes(
    quotes: &Told,
    breaks: &Told,
    strange: Option<(String, String)>,
    strange_count: usize,
) -> Vec<Issue> {
    let mut notes = Vec::new();
    let at =
        |cells: &Told| (cells.count, cells.row.to_string(), cell_name(cells.column, cells.row));
    if quotes.count > 0 {
        let (count, row, cell) = at(quotes);
        notes.push(note_at(message!("import-note-stray-quote", count = count, row = row), &cell));
    }
    if breaks.count > 0 {
        let (count, row, cell) = at(breaks);
        notes.push(note_at(message!("import-note-line-break", count = count, row = row), &cell));
    }
    if let Some((cell, read)) = strange {
        let message = message!(
            "import-note-strange-byte",
            count = u32::try_from(strange_count).unwrap_or(u32::MAX),
            cell = cell.as_str(),
            read = read,
        );
        notes.push(note_at(message, &cell));
    }
    notes
}

fn cell(field: &str) -> RawCell<'_> {
    // A text that Excel shall not take for a number: ="010".
    let shown = field.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let field = shown.filter(|shown| !shown.contains('"')).unwrap_or(field);
    if field.is_empty() { RawCell::Empty } else { RawCell::Text(entities::plain(field)) }
}
