//! A sheet's XML as rows of cells.

use std::borrow::Cow;
use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::archive::Pieces;
use super::super::number_format::Format;
use super::super::rows::Rows;
use super::super::xml::{self, Attributes, Text, attribute, character, damaged, is_true, split};
use super::super::{Flow, Merge, SheetFacts};
use super::strings::{SharedStrings, unescaped};
use crate::import::raw::{RawCell, stamp_or_text};
use crate::message;
use crate::words::Message;

/// A sheet has no more columns than this, and no more rows than the next.
const COLUMNS: usize = 16_384;
const ROWS: u32 = 1_048_576;

/// Reads one sheet.
pub struct SheetReader<'s, 'f> {
    /// The workbook's texts.
    pub strings: &'s SharedStrings,
    /// What cells of each style hold.
    pub formats: &'s [Format],
    /// Whether some of the styles show other digits than their cells hold.
    pub has_scales: bool,
    /// Whether dates count from 1904.
    pub is_1904: bool,
    /// Whether the writer left it to Excel to compute the formulas.
    pub is_uncomputed: bool,
    /// What is told of the sheet besides its rows.
    pub facts: &'f mut SheetFacts,
}

/// The attributes of a cell, as they stand there.
#[derive(Default)]
struct Head<'x> {
    place: Option<&'x str>,
    style: Option<&'x str>,
    kind: Option<&'x str>,
}

impl<'s> SheetReader<'s, '_> {
    /// Reads the sheet's part; rows go to `rows`.
    ///
    /// # Errors
    /// When the part is damaged, or has too many cells.
    pub fn read(
        &mut self,
        mut pieces: Pieces<impl Read>,
        mut rows: Rows<'s, '_>,
    ) -> Result<(), Message> {
        // As Excel counts; 0 before the first row.
        let (mut row, mut column) = (0_u32, 0_usize);
        let mut is_hidden = false;
        let (mut is_xml, mut is_sheet, mut is_closed) = (false, false, false);
        while let Some(piece) = pieces.next()? {
            let mut rest = piece;
            let mut reader = xml::reader(rest);
            loop {
                let mut is_before_cells = false;
                match reader.read_event().map_err(damaged)? {
                    Event::Start(tag) => match tag.local_name().as_ref() {
                        "c" => {
                            let head = head(tag.attributes_raw());
                            let (cell_row, cell_column) = place(&head, row, column)?;
                            if cell_row != row {
                                if self.end_row(&mut rows, row, is_hidden)? == Flow::Stop {
                                    return Ok(());
                                }
                                row = cell_row;
                            }
                            let cell = self.cell(&mut reader, &head)?;
                            self.see_format((row, cell_column), &cell, head.style);
                            rows.put(cell_column, cell);
                            column = cell_column + 1;
                            is_before_cells = true;
                        }
                        "row" => {
                            (row, column) = (numbered(&tag, row)?, 0);
                            is_hidden = is_unseen(&tag);
                            is_before_cells = true;
                        }
                        "sheetData" => is_sheet = true,
                        "mergeCell" => self.merge(&tag),
                        _ => is_xml = true,
                    },
                    Event::Empty(tag) => match tag.local_name().as_ref() {
                        "c" => {
                            column = place(&head(tag.attributes_raw()), row, column)?.1 + 1;
                        }
                        "row" => row = numbered(&tag, row)?,
                        "sheetData" => (is_sheet, is_closed) = (true, true),
                        "mergeCell" => self.merge(&tag),
                        _ => {}
                    },
                    Event::End(tag) => match tag.local_name().as_ref() {
                        "row" if self.end_row(&mut rows, row, is_hidden)? == Flow::Stop => {
                            return Ok(());
                        }
                        "sheetData" => is_closed = true,
                        _ => {}
                    },
                    Event::Eof => break,
                    _ => {}
                }
                if is_before_cells {
                    let place = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
                    let cells = rest.get(place..).unwrap_or_default();
                    let behind = self.plain_cells(cells, &mut rows, row, &mut column)?;
                    if behind.len() < cells.len() {
                        rest = behind;
                        reader = xml::reader(rest);
                    }
                }
            }
        }
        // What is no sheet with cells, a chart for one, has none; a sheet that breaks off is damaged.
        if !is_xml || is_sheet && !is_closed {
            return Err(message!("import-damaged"));
        }
        rows.give();
        Ok(())
    }

    /// Takes the cells that stand there in the form that nearly all have, several times as
    /// quickly as by way of events: `<c r="A1" s="1" t="s"><v>12</v></c>`. What stands behind
    /// them comes back.
    fn plain_cells<'x>(
        &mut self,
        text: &'x str,
        rows: &mut Rows<'s, '_>,
        row: u32,
        column: &mut usize,
    ) -> Result<&'x str, Message> {
        let mut rest = text;
        while let Some(in_tag) = rest.strip_prefix("<c ") {
            let Some((attributes, behind)) = split(in_tag, b'>') else { break };
            let (attributes, value, behind) = match attributes.strip_suffix('/') {
                Some(attributes) => (attributes, "", behind),
                None => {
                    let Some(in_value) = behind.strip_prefix("<v>") else { break };
                    let Some((value, end_tags)) = split(in_value, b'<') else { break };
                    let Some(behind) = end_tags.strip_prefix("/v></c>") else { break };
                    (attributes, value, behind)
                }
            };
            let head = head(attributes);
            let is_plain = matches!(head.kind, None | Some("s" | "n")) && !value.contains('&');
            let (cell_row, cell_column) = place(&head, row, *column)?;
            if !is_plain || cell_row != row {
                break;
            }
            let cell = self.valued(value, &head)?;
            self.see_format((row, cell_column), &cell, head.style);
            rows.put(cell_column, cell);
            *column = cell_column + 1;
            rest = behind;
        }
        Ok(rest)
    }

    fn end_row(
        &mut self,
        rows: &mut Rows<'s, '_>,
        row: u32,
        is_hidden: bool,
    ) -> Result<Flow, Message> {
        if is_hidden && rows.has_cells() {
            self.facts.hide(row);
        }
        rows.end(row)
    }

    fn merge(&mut self, tag: &BytesStart<'_>) {
        let reference = attribute(tag, "ref").unwrap_or_default();
        let Some((first, last)) = reference.split_once(':') else { return };
        if let (Some((first_row, column)), Some((last_row, _))) =
            (cell_place(first), cell_place(last))
        {
            self.facts.merge(Merge { first_row, last_row, column });
        }
    }

    /// The rest of a cell, behind its tag.
    fn cell<'x>(
        &self,
        reader: &mut Reader<&'x [u8]>,
        head: &Head<'_>,
    ) -> Result<RawCell<'s>, Message> {
        let mut value: Option<Text<'x>> = None;
        let (mut has_formula, mut is_text, mut guides) = (false, false, 0_u32);
        loop {
            match reader.read_event().map_err(damaged)? {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    // What an inline text repeats as its value is left out.
                    "v" if head.kind != Some("inlineStr") => is_text = true,
                    "t" => is_text = guides == 0,
                    "rPh" => guides += 1,
                    "f" => has_formula = true,
                    _ => {}
                },
                Event::Empty(tag) => match tag.local_name().as_ref() {
                    "f" => has_formula = true,
                    "v" | "t" => drop(value.get_or_insert_default()),
                    _ => {}
                },
                Event::Text(text) if is_text => {
                    value.get_or_insert_default().push(text.xml10_content());
                }
                Event::CData(text) if is_text => {
                    value.get_or_insert_default().push(text.xml10_content());
                }
                Event::GeneralRef(name) if is_text => {
                    value.get_or_insert_default().push(character(&name));
                }
                Event::End(tag) => match tag.local_name().as_ref() {
                    "c" => break,
                    "v" | "t" => {
                        is_text = false;
                        value.get_or_insert_default();
                    }
                    "rPh" => guides = guides.saturating_sub(1),
                    _ => {}
                },
                Event::Eof => return Err(message!("import-damaged")),
                _ => {}
            }
        }
        let value = value.as_ref().map(Text::get);
        if has_formula && self.is_without_result(value, head) {
            return Ok(RawCell::Uncomputed);
        }
        self.valued(value.unwrap_or_default(), head)
    }

    /// Whether a formula's value is nothing that anybody computed. Some writers say so by
    /// nothing, others by a 0 and the word that Excel must compute all when it opens the file.
    fn is_without_result(&self, value: Option<&str>, head: &Head<'_>) -> bool {
        match value {
            None => true,
            Some(value) if value.trim().is_empty() => {
                !matches!(head.kind, Some("str" | "inlineStr"))
            }
            Some(value) => self.is_uncomputed && value == "0" && head.kind.is_none(),
        }
    }

    fn valued(&self, value: &str, head: &Head<'_>) -> Result<RawCell<'s>, Message> {
        let text = |text: &str| match unescaped(text) {
            text if text.is_empty() => RawCell::Empty,
            text => RawCell::Text(Cow::Owned(text.into_owned())),
        };
        Ok(match head.kind {
            Some("s") if value.is_empty() => RawCell::Empty,
            Some("s") => {
                let number = value.trim().parse().ok();
                let shared = number.and_then(|number| self.strings.get(number));
                match shared.ok_or(message!("import-damaged"))? {
                    "" => RawCell::Empty,
                    shared => RawCell::Text(Cow::Borrowed(shared)),
                }
            }
            None | Some("n") => match value.trim() {
                "" => RawCell::Empty,
                digits => match digits.parse::<f64>() {
                    Ok(number) if number.is_finite() => self.number(number, head.style),
                    _ => text(value),
                },
            },
            Some("b") => match value.trim().to_ascii_lowercase().as_str() {
                "0" | "false" => RawCell::Bool(false),
                "1" | "true" => RawCell::Bool(true),
                _ => text(value),
            },
            Some("e") => RawCell::Error(Cow::Owned(value.to_owned())),
            Some("d") => stamp_or_text(value),
            Some(_) => text(value),
        })
    }

    fn number(&self, value: f64, style: Option<&str>) -> RawCell<'s> {
        self.format(style).cell(value, self.is_1904)
    }

    fn format(&self, style: Option<&str>) -> Format {
        let style = style.and_then(|style| style.parse::<usize>().ok()).unwrap_or_default();
        self.formats.get(style).copied().unwrap_or_default()
    }

    fn see_format(&mut self, place: (u32, usize), cell: &RawCell<'_>, style: Option<&str>) {
        if self.has_scales && matches!(cell, RawCell::Number(_)) {
            self.format(style).see(self.facts, place, cell);
        }
    }
}

/// The attributes of a cell's tag; none of them ever needs to be unescaped.
fn head(attributes: &str) -> Head<'_> {
    let mut head = Head::default();
    for (name, value) in Attributes::of(attributes) {
        match name {
            "r" => head.place = Some(value),
            "s" => head.style = Some(value),
            "t" => head.kind = Some(value),
            _ => {}
        }
    }
    head
}

/// Where a cell stands: where it says, else behind the one before it.
fn place(head: &Head<'_>, row: u32, column: usize) -> Result<(u32, usize), Message> {
    match head.place {
        Some(place) => cell_place(place).ok_or(message!("import-damaged")),
        None if column < COLUMNS => Ok((row, column)),
        None => Err(message!("import-damaged")),
    }
}

fn numbered(tag: &BytesStart<'_>, before: u32) -> Result<u32, Message> {
    let row = match attribute(tag, "r") {
        Some(row) => row.trim().parse().ok(),
        None => before.checked_add(1),
    };
    row.filter(|row| (1..=ROWS).contains(row)).ok_or(message!("import-damaged"))
}

/// Whether nobody sees a row: it is hidden, or has no height. That rows without an entry are hidden
/// (`zeroHeight`) says nothing of those that have one.
fn is_unseen(row: &BytesStart<'_>) -> bool {
    let is_flat = |height: String| height.trim().parse() == Ok(0.0_f64);
    attribute(row, "hidden").is_some_and(|hidden| is_true(&hidden))
        || attribute(row, "ht").is_some_and(is_flat)
}

/// The row as Excel counts and the column from 0 of a cell's name, `AB12`.
fn cell_place(name: &str) -> Option<(u32, usize)> {
    let (mut column, mut row) = (0_usize, 0_u32);
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 && column < COLUMNS => {
                column = column * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1;
            }
            b'0'..=b'9' if column > 0 && row <= ROWS => row = row * 10 + u32::from(byte - b'0'),
            b'$' => {}
            _ => return None,
        }
    }
    ((1..=COLUMNS).contains(&column) && (1..=ROWS).contains(&row)).then(|| (row, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_their_names() {
        assert_eq!(cell_place("A1"), Some((1, 0)));
        assert_eq!(cell_place("AB12"), Some((12, 27)));
        assert_eq!(cell_place("$XFD$1048576"), Some((1_048_576, 16_383)));
        for name in
            ["", "A", "1", "A0", "XFE1", "A1048577", "A1B", "AAAAAAAAAAAAAAAA1", "A99999999999"]
        {
            assert_eq!(cell_place(name), None, "{name}");
        }
    }
}
