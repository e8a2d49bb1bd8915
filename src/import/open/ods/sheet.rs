//! One sheet of an OpenDocument spreadsheet as rows of cells.

use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::super::archive::Pieces;
use super::super::rows::Rows;
use super::super::xml::{self, attribute, character, damaged};
use super::super::{Flow, MAX_CELLS, Merge, SheetFacts};
use super::Passed;
use super::cell::CellHead;
use crate::import::raw::RawCell;
use crate::message;
use crate::words::Message;

/// A sheet has no more columns than this, and no more rows than the next.
const COLUMNS: usize = 16_384;
const ROWS: u32 = 1_048_576;

/// Reads one sheet among those of the file.
pub struct SheetReader<'g, 'f> {
    /// How many sheets stand before it.
    before: usize,
    rows: Rows<'static, 'g>,
    facts: &'f mut SheetFacts,
    /// How deep within tables; what stands in a table in a cell belongs to the cell.
    depth: usize,
    is_wanted: bool,
    passed: Passed,
    /// The row as Excel counts, of which the next is read.
    row: u32,
    /// How often the row stands there.
    row_repeats: u32,
    is_hidden: bool,
    /// The groups of rows that are folded away.
    folded: Vec<bool>,
    column: usize,
    /// The cells of a row that stands several times.
    kept: Vec<(usize, RawCell<'static>)>,
    cell: Option<CellHead>,
    /// Whether a paragraph of the cell is open.
    is_text: bool,
}

/// Whether the rest of the file is wanted.
#[derive(PartialEq, Eq)]
enum Rest {
    Wanted,
    NotWanted,
}

impl<'g, 'f> SheetReader<'g, 'f> {
    /// Reads the sheet that stands behind `before` others.
    pub fn new(before: usize, rows: Rows<'static, 'g>, facts: &'f mut SheetFacts) -> Self {
        Self {
            before,
            rows,
            facts,
            depth: 0,
            is_wanted: false,
            passed: Passed::default(),
            row: 0,
            row_repeats: 1,
            is_hidden: false,
            folded: Vec::new(),
            column: 0,
            kept: Vec::new(),
            cell: None,
            is_text: false,
        }
    }

    /// Reads the file up to the sheet's end; rows go where the reader was told.
    ///
    /// # Errors
    /// When the file is damaged, or the sheet has too many cells.
    pub fn read(mut self, mut pieces: Pieces<impl Read>) -> Result<(), Message> {
        while let Some(piece) = pieces.next()? {
            let mut reader = xml::reader(piece);
            loop {
                let rest = match reader.read_event().map_err(damaged)? {
                    Event::Start(tag) => {
                        if !self.passed.enter(&tag) {
                            self.start(&tag);
                        }
                        Rest::Wanted
                    }
                    Event::Empty(tag) => {
                        let is_passed = self.passed.enter(&tag);
                        self.passed.end();
                        match is_passed {
                            true => Rest::Wanted,
                            false => {
                                self.start(&tag);
                                self.end(tag.local_name().as_ref())?
                            }
                        }
                    }
                    Event::End(tag) => match self.passed.end() {
                        true => Rest::Wanted,
                        false => self.end(tag.local_name().as_ref())?,
                    },
                    Event::Text(text) => {
                        self.text(&text.xml10_content());
                        Rest::Wanted
                    }
                    Event::CData(text) => {
                        self.text(&text.xml10_content());
                        Rest::Wanted
                    }
                    Event::GeneralRef(name) => {
                        self.text(&character(&name));
                        Rest::Wanted
                    }
                    Event::Eof => break,
                    _ => Rest::Wanted,
                };
                if rest == Rest::NotWanted {
                    return Ok(());
                }
            }
        }
        if self.is_wanted { Err(message!("import-damaged")) } else { Ok(()) }
    }

    fn text(&mut self, text: &str) {
        if let (true, 0, Some(cell)) = (self.is_text, self.passed.0, &mut self.cell) {
            // Blanks and line breaks in a row are one blank; more of them are elements.
            for c in text.chars() {
                let is_blank = matches!(c, ' ' | '\t' | '\r' | '\n');
                if !is_blank {
                    cell.text.push(c);
                } else if !cell.text.is_empty() && !cell.text.ends_with([' ', '\n']) {
                    cell.text.push(' ');
                }
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        if name.as_ref() == "table" {
            self.is_wanted |= self.depth == 0 && self.before == 0;
            self.before =
                self.before.saturating_sub(usize::from(self.depth == 0 && !self.is_wanted));
            self.depth += 1;
            return;
        }
        if !self.is_wanted {
            return;
        }
        match (name.as_ref(), &mut self.cell) {
            ("p", Some(cell)) if cell.wants_text() => {
                if !cell.text.is_empty() {
                    cell.text.push('\n');
                }
                self.is_text = true;
            }
            ("s", Some(cell)) if self.is_text => {
                let count = attribute(tag, "c").and_then(|own| own.parse().ok()).unwrap_or(1);
                (0..count.min(COLUMNS)).for_each(|_| cell.text.push(' '));
            }
            ("tab" | "line-break", Some(cell)) if self.is_text => cell.text.push(' '),
            (_, Some(_)) => {}
            ("table-row-group", None) => {
                self.folded.push(attribute(tag, "display").is_some_and(|own| own == "false"));
            }
            ("table-row", None) => {
                let repeats = attribute(tag, "number-rows-repeated");
                self.row_repeats = repeats.and_then(|own| own.parse().ok()).unwrap_or(1).max(1);
                let visibility = attribute(tag, "visibility");
                self.is_hidden = visibility.is_some_and(|own| own == "collapse" || own == "filter")
                    || self.folded.contains(&true);
                self.column = 0;
            }
            ("table-cell" | "covered-table-cell", None) => {
                self.cell = Some(CellHead::new(tag, name.as_ref() == "covered-table-cell"));
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<Rest, Message> {
        if name == "table" {
            self.depth = self.depth.saturating_sub(1);
            if self.is_wanted && self.depth == 0 {
                self.rows.give();
                return Ok(Rest::NotWanted);
            }
            return Ok(Rest::Wanted);
        }
        if !self.is_wanted || self.depth > 1 {
            return Ok(Rest::Wanted);
        }
        match name {
            "p" => self.is_text = false,
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row-group" => drop(self.folded.pop()),
            "table-row" => return self.end_row(),
            _ => {}
        }
        Ok(Rest::Wanted)
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let (repeats, rows) = (cell.repeats, cell.rows);
        let column = self.column;
        self.column = column.saturating_add(repeats);
        if rows > 1 && column < COLUMNS {
            let first_row = self.row.saturating_add(1);
            let last_row = first_row.saturating_add(rows - 1).min(ROWS);
            self.facts.merge(Merge { first_row, last_row, column });
        }
        let value = cell.value();
        if !matches!(value, RawCell::Empty) {
            let columns = column..self.column.min(COLUMNS);
            self.kept.extend(columns.map(|column| (column, value.clone())));
        }
    }

    fn end_row(&mut self) -> Result<Rest, Message> {
        let first = self.row.saturating_add(1);
        self.row = self.row.saturating_add(self.row_repeats);
        if self.kept.is_empty() || first > ROWS {
            self.kept.clear();
            return Ok(Rest::Wanted);
        }
        let cells = u64::from(self.row_repeats).saturating_mul(self.kept.len() as u64);
        if cells > MAX_CELLS {
            return Err(message!("import-too-large", most = MAX_CELLS));
        }
        let mut kept = std::mem::take(&mut self.kept);
        for row in first..=self.row.min(ROWS) {
            if row == self.row {
                kept.drain(..).for_each(|(column, cell)| self.rows.put(column, cell));
            } else {
                kept.iter().for_each(|(column, cell)| self.rows.put(*column, cell.clone()));
            }
            if self.is_hidden {
                self.facts.hide(row);
            }
            if self.rows.end(row)? == Flow::Stop {
                self.is_wanted = false;
                return Ok(Rest::NotWanted);
            }
        }
        kept.clear();
        self.kept = kept;
        Ok(Rest::Wanted)
    }
}
