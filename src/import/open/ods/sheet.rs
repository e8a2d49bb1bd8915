//! One sheet of an OpenDocument spreadsheet as rows of cells.

use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::super::archive::Pieces;
use super::super::number_format::Format;
use super::super::rows::Rows;
use super::super::xml::{self, Attributes, attribute, character, damaged, normalized, split};
use super::super::{Flow, MAX_CELLS, Merge, SheetFacts};
use super::Passed;
use super::cell::CellHead;
use super::styles::Styles;
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
    styles: &'f Styles,
    /// The formats of numbers without a style, each with the column where it ends …
    of_columns: Vec<(usize, Format)>,
    /// … and the one that the row gives.
    of_row: Format,
    /// What is shown of the numbers of the row, by column.
    formats: Vec<(usize, Format)>,
    /// How deep within tables; what stands in a table in a cell belongs to the cell.
    depth: usize,
    is_wanted: bool,
    passed: Passed,
    /// The row as Excel counts, of which the next is read.
    row: u32,
    /// How often the row is repeated.
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
    pub fn new(
        (before, styles): (usize, &'f Styles),
        rows: Rows<'static, 'g>,
        facts: &'f mut SheetFacts,
    ) -> Self {
        Self {
            before,
            rows,
            facts,
            styles,
            of_columns: Vec::new(),
            of_row: Format::Plain,
            formats: Vec::new(),
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
            let mut text = piece;
            let mut reader = xml::reader(text);
            loop {
                let event = reader.read_event().map_err(damaged)?;
                if matches!(event, Event::Eof) {
                    break;
                }
                if self.event(event)? == Rest::NotWanted {
                    return Ok(());
                }
                if self.is_between_cells() {
                    let place = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
                    let cells = text.get(place..).unwrap_or_default();
                    let (behind, rest) = self.plain_cells(cells)?;
                    if rest == Rest::NotWanted {
                        return Ok(());
                    }
                    if behind.len() < cells.len() {
                        text = behind;
                        reader = xml::reader(text);
                    }
                }
            }
        }
        if self.is_wanted { Err(message!("import-damaged")) } else { Ok(()) }
    }

    fn event(&mut self, event: Event<'_>) -> Result<Rest, Message> {
        match event {
            Event::Start(tag) => {
                let is_passed = self.passed.enter(&tag);
                if !is_passed {
                    self.start(&tag);
                }
            }
            Event::Empty(tag) => {
                let is_passed = self.passed.enter(&tag);
                self.passed.end();
                if !is_passed {
                    self.start(&tag);
                    return self.end(tag.local_name().as_ref());
                }
            }
            Event::End(tag) => {
                let is_passed = self.passed.end();
                if !is_passed {
                    return self.end(tag.local_name().as_ref());
                }
            }
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(name) => self.text(&character(&name)),
            _ => {}
        }
        Ok(Rest::Wanted)
    }

    /// Whether a row or a cell of the sheet may be next.
    fn is_between_cells(&self) -> bool {
        self.is_wanted && self.depth == 1 && self.cell.is_none() && self.passed.0 == 0
    }

    fn text(&mut self, text: &str) {
        if let (true, 0, Some(cell)) = (self.is_text, self.passed.0, &mut self.cell) {
            cell.push(text);
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
                let count = attribute(tag, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                (0..count.min(COLUMNS)).for_each(|_| cell.text.push(' '));
            }
            ("tab" | "line-break", Some(cell)) if self.is_text => cell.text.push(' '),
            (_, Some(_)) => {}
            ("table-row-group", None) => {
                self.folded
                    .push(attribute(tag, "display").is_some_and(|display| display == "false"));
            }
            ("table-column", None) if self.styles.have_formats() => {
                let repeats = attribute(tag, "number-columns-repeated");
                let repeats = repeats.and_then(|repeats| repeats.parse().ok()).unwrap_or(1);
                let before = self.of_columns.last().map_or(0, |(end, _)| *end);
                let style = attribute(tag, "default-cell-style-name");
                let format = self.default_of(style.as_deref());
                self.of_columns.push((before.saturating_add(repeats), format));
            }
            ("table-row", None) => self.start_row(&mut Attributes::of(tag.attributes_raw())),
            (name @ ("table-cell" | "covered-table-cell"), None) => {
                let mut attributes = Attributes::of(tag.attributes_raw());
                let is_covered = name == "covered-table-cell";
                let wants_style = self.styles.have_formats();
                self.cell = Some(CellHead::new(&mut attributes, is_covered, wants_style));
            }
            _ => {}
        }
    }

    fn start_row(&mut self, attributes: &mut Attributes<'_>) {
        (self.row_repeats, self.is_hidden, self.column) = (1, self.folded.contains(&true), 0);
        self.of_row = Format::Plain;
        for (name, value) in attributes {
            match name.rsplit(':').next().unwrap_or_default() {
                "number-rows-repeated" => self.row_repeats = value.parse().unwrap_or(1).max(1),
                "visibility" => self.is_hidden |= value == "collapse" || value == "filter",
                "default-cell-style-name" => {
                    self.of_row = self.default_of(Some(normalized(value).as_ref()));
                }
                _ => {}
            }
        }
    }

    /// Takes the rows and cells that stand there in the form that nearly all have, several times
    /// as quickly as by way of events:
    /// `<table:table-cell office:value-type="string"><text:p>Hamar</text:p></table:table-cell>`.
    /// What stands behind them comes back, and whether it is wanted.
    fn plain_cells<'x>(&mut self, text: &'x str) -> Result<(&'x str, Rest), Message> {
        let mut rest = text;
        loop {
            let next = rest.trim_ascii_start();
            if let Some(behind) = next.strip_prefix("</table:table-row>") {
                rest = behind;
                if self.end_row()? == Rest::NotWanted {
                    return Ok((rest, Rest::NotWanted));
                }
            } else if let Some(in_tag) = next.strip_prefix("<table:table-row") {
                let Some((mut attributes, false, behind)) = plain_tag(in_tag) else { break };
                self.start_row(&mut attributes);
                if !attributes.are_given() {
                    break;
                }
                rest = behind;
            } else if let Some(in_tag) = next.strip_prefix("<table:table-cell") {
                let Some((mut attributes, is_empty, behind)) = plain_tag(in_tag) else { break };
                let mut cell = CellHead::new(&mut attributes, false, self.styles.have_formats());
                let text = if is_empty { Some(("", behind)) } else { plain_text(behind) };
                let Some((text, behind)) = text.filter(|_| attributes.are_given()) else { break };
                if cell.wants_text() {
                    cell.push(text);
                }
                self.take(cell);
                rest = behind;
            } else {
                break;
            }
        }
        Ok((rest, Rest::Wanted))
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

    /// What is shown of numbers whose cells name no style.
    fn default_of(&self, style: Option<&str>) -> Format {
        let style = style.filter(|_| self.styles.have_formats());
        style.map_or(Format::Plain, |style| self.styles.of(style))
    }

    fn format_of(&self, style: Option<&str>, column: usize) -> Format {
        match style {
            Some(style) => self.styles.of(style),
            None if self.of_row != Format::Plain => self.of_row,
            None => {
                let at = self.of_columns.partition_point(|(end, _)| *end <= column);
                self.of_columns.get(at).map_or(Format::Plain, |(_, format)| *format)
            }
        }
    }

    fn end_cell(&mut self) {
        if let Some(cell) = self.cell.take() {
            self.take(cell);
        }
    }

    fn take(&mut self, mut cell: CellHead) {
        let style = cell.style.take();
        let (repeats, rows) = (cell.repeats, cell.rows);
        let column = self.column;
        self.column = column.saturating_add(repeats);
        if rows > 1 && column < COLUMNS {
            let first_row = self.row.saturating_add(1);
            let last_row = first_row.saturating_add(rows - 1).min(ROWS);
            self.facts.merge(Merge { first_row, last_row, column });
        }
        let mut value = cell.value();
        if let RawCell::Number(number) = value
            && self.styles.have_formats()
        {
            let format = self.format_of(style.as_deref(), column);
            value = format.cell(number, false);
            if matches!(format, Format::Scaled(_)) {
                let columns = column..self.column.min(COLUMNS);
                self.formats.extend(columns.map(|column| (column, format)));
            }
        }
        if !matches!(value, RawCell::Empty) && column < COLUMNS {
            let further = (column + 1)..self.column.min(COLUMNS);
            self.kept.extend(further.map(|column| (column, value.clone())));
            self.kept.push((column, value));
        }
    }

    fn end_row(&mut self) -> Result<Rest, Message> {
        let first = self.row.saturating_add(1);
        self.row = self.row.saturating_add(self.row_repeats);
        if self.kept.is_empty() || first > ROWS {
            self.formats.clear();
            self.kept.clear();
            return Ok(Rest::Wanted);
        }
        let cells = u64::from(self.row_repeats).saturating_mul(self.kept.len() as u64);
        if cells > MAX_CELLS {
            return Err(message!("import-too-large", most = MAX_CELLS));
        }
        let mut kept = std::mem::take(&mut self.kept);
        let formats = std::mem::take(&mut self.formats);
        for row in first..=self.row.min(ROWS) {
            for (column, format) in &formats {
                let kept_cell = kept.iter().find(|(place, _)| place == column);
                kept_cell.iter().for_each(|(_, cell)| format.see(self.facts, (row, *column), cell));
            }
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

/// The attributes of a tag behind its name, whether the element is empty, and what stands behind
/// the tag; `None` where the name goes on, or the tag's end is not plain to see.
fn plain_tag(text: &str) -> Option<(Attributes<'_>, bool, &str)> {
    let (attributes, behind) = split(text, b'>')?;
    let is_empty = attributes.ends_with('/');
    let attributes = attributes.strip_suffix('/').unwrap_or(attributes);
    let is_name = attributes.is_empty() || attributes.starts_with([' ', '\t', '\r', '\n']);
    is_name.then(|| (Attributes::of(attributes), is_empty, behind))
}

/// The text of a cell that is one paragraph of nothing but text, and what stands behind the cell.
fn plain_text(text: &str) -> Option<(&str, &str)> {
    let (text, behind) = split(text.strip_prefix("<text:p>")?, b'<')?;
    let behind = behind.strip_prefix("/text:p></table:table-cell>")?;
    (!text.contains('&')).then_some((text, behind))
}
