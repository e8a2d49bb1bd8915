//! The records of a text table, each held against the shape of the table, so that neither a
//! stray quote nor a line break without quotes makes rows vanish unseen.

use std::borrow::Cow;

use super::shape::Shape;
use crate::import::classify::is_sum_label;
use crate::message;
use crate::words::Message;

/// A record without quotes is put together from so many lines at most.
const JOINED_LINES: usize = 50;

/// Where a record stands, and what was done to read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its row, as Excel counts.
    pub row: u32,
    /// Where it begins in the text.
    pub start: usize,
    /// Where it ends, without the line break.
    pub end: usize,
    /// What was mended.
    pub mended: Option<Mended>,
}

/// What was wrong with a record, and could be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mended {
    /// A quote that opens a cell and does not close it.
    StrayQuote,
    /// A line break within a cell without quotes.
    LineBreak,
}

/// The records of a text, one after the other.
pub struct Records<'t, 's> {
    text: &'t str,
    separator: char,
    /// What rows look like; nothing is mended without.
    shape: Option<&'s Shape>,
    at: usize,
    row: u32,
}

impl<'t, 's> Records<'t, 's> {
    /// The records of a text whose cells are parted by `separator`.
    pub fn new(text: &'t str, separator: char, shape: Option<&'s Shape>) -> Self {
        Self { text, separator, shape, at: 0, row: 0 }
    }

    /// The next record that is no blank line; its cells come into `fields`.
    ///
    /// # Errors
    /// When a quote swallows what look like rows, and nobody can tell which they are.
    pub fn next(&mut self, fields: &mut Vec<Cow<'t, str>>) -> Result<Option<Record>, Message> {
        fields.clear();
        let (start, end, next) = loop {
            if self.at >= self.text.len() {
                return Ok(None);
            }
            let (end, next) = line_at(self.text, self.at);
            self.row = self.row.saturating_add(1);
            if end > self.at {
                break (self.at, end, next);
            }
            self.at = next;
        };
        let line = &self.text[start..end];
        let record = |end, mended| Ok(Some(Record { row: self.row, start, end, mended }));
        if !line.contains('"') {
            fields.extend(line.split(self.separator).map(Cow::Borrowed));
            if let Some((end, next)) = self.joined(fields, next) {
                self.at = next;
                return record(end, Some(Mended::LineBreak));
            }
            self.at = next;
            return record(end, None);
        }
        let quoted = quoted_record(self.text, start, self.separator, fields);
        if let Some(shape) = self.shape {
            if quoted.is_closed && quoted.end <= end {
                if !quoted.is_clean && fields.len() != shape.width {
                    mend_line(line, self.separator, shape, fields);
                }
            } else if let Some(reading) = self.swallowed(start, &quoted, shape)? {
                *fields = reading;
                self.at = next;
                return record(end, Some(Mended::StrayQuote));
            }
        }
        self.at = quoted.next;
        record(quoted.end, None)
    }

    /// Whether a cell that begins with a quote and goes on over several lines has swallowed
    /// rows. Where all its lines are rows, the quote is a part of its cell, and the first line's
    /// cells come back.
    fn swallowed(
        &self,
        start: usize,
        quoted: &Quoted,
        shape: &Shape,
    ) -> Result<Option<Vec<Cow<'t, str>>>, Message> {
        if shape.width < 2 {
            return Ok(None);
        }
        let span = &self.text[start..quoted.end];
        let readings: Vec<_> = lines(span)
            .filter(|line| !line.trim().is_empty())
            .map(|line| literal_fields(line, self.separator))
            .collect();
        let fitting = readings.iter().filter(|cells| shape.fits(cells)).count();
        // Where no column of dates tells a row from a text, all lines must look alike.
        if fitting == readings.len()
            && (shape.has_dates() || readings.len() > 1 || !quoted.is_closed)
        {
            return Ok(readings.into_iter().next());
        }
        let inner = fitting - usize::from(readings.first().is_some_and(|cells| shape.fits(cells)));
        let is_text = quoted.is_closed && (inner == 0 || quoted.is_clean && !shape.has_dates());
        if is_text {
            return Ok(None);
        }
        let line_breaks = lines(span).count().saturating_sub(1);
        let last = self.row.saturating_add(u32::try_from(line_breaks).unwrap_or(u32::MAX));
        Err(message!("import-quote-swallows", row = self.row.to_string(), last = last.to_string()))
    }

    /// Where a row goes on in the next lines since a cell without quotes holds line breaks: the
    /// lines together have as many cells as a row, and none of them is a row.
    fn joined(&self, fields: &mut Vec<Cow<'t, str>>, next: usize) -> Option<(usize, usize)> {
        let shape = self.shape?;
        let is_begun = shape.is_even
            && shape.has_dates()
            && (2..shape.width).contains(&fields.len())
            && shape.begins(fields);
        if !is_begun {
            return None;
        }
        let mut all = fields.clone();
        let mut at = next;
        for _ in 0..JOINED_LINES {
            if at >= self.text.len() {
                return None;
            }
            let (end, next) = line_at(self.text, at);
            let line = &self.text[at..end];
            let mut cells = line.split(self.separator);
            let first = cells.next().unwrap_or_default();
            let cells: Vec<&str> = std::iter::once(first).chain(cells).collect();
            if line.contains('"') || is_sum_label(first) || shape.has_date_of(&cells) {
                return None;
            }
            let last = all.pop().unwrap_or_default();
            all.push(Cow::Owned(format!("{last}\n{first}")));
            all.extend(cells.into_iter().skip(1).map(Cow::Borrowed));
            if all.len() >= shape.width {
                if all.len() > shape.width || !shape.fits(&all) {
                    return None;
                }
                *fields = all;
                return Some((end, next));
            }
            at = next;
        }
        None
    }
}

/// A record with quotes, and how well they go together.
struct Quoted {
    end: usize,
    next: usize,
    /// Whether every quote that opens a cell closes it.
    is_closed: bool,
    /// Whether after every quote that closes a cell the cell ends.
    is_clean: bool,
}

/// Reads a record from `start` in which cells may be quoted.
fn quoted_record<'t>(
    text: &'t str,
    start: usize,
    separator: char,
    fields: &mut Vec<Cow<'t, str>>,
) -> Quoted {
    fields.clear();
    let bytes = text.as_bytes();
    let mut quoted = Quoted { end: text.len(), next: text.len(), is_closed: true, is_clean: true };
    let mut at = start;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        if bytes.get(at) != Some(&b'"') {
            let length = cell_end(rest, separator);
            fields.push(Cow::Borrowed(&rest[..length]));
            at += length;
        } else {
            let (cell, length, is_closed) = quoted_cell(rest);
            quoted.is_closed &= is_closed;
            at += length;
            // What stands between the closing quote and the cell's end belongs to the cell.
            let rest = text.get(at..).unwrap_or_default();
            let more = cell_end(rest, separator);
            quoted.is_clean &= rest[..more].trim().is_empty();
            fields.push(match more {
                0 => cell,
                _ => Cow::Owned(format!("{cell}{}", &rest[..more])),
            });
            at += more;
        }
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) if c == separator => at += c.len_utf8(),
            Some(_) => {
                let (end, next) = line_at(text, at);
                quoted.end = end;
                quoted.next = next;
                return quoted;
            }
            None => return quoted,
        }
    }
}

/// The cell that begins with a quote: its text, its length with the quotes, and whether it is
/// closed.
fn quoted_cell(text: &str) -> (Cow<'_, str>, usize, bool) {
    let inner = text.get(1..).unwrap_or_default();
    let mut is_doubled = false;
    let mut from = 0;
    while let Some(found) = inner.get(from..).and_then(|rest| rest.find('"')) {
        let at = from + found;
        if inner.as_bytes().get(at + 1) == Some(&b'"') {
            is_doubled = true;
            from = at + 2;
            continue;
        }
        return (unquoted(&inner[..at], is_doubled), at + 2, true);
    }
    (unquoted(inner, is_doubled), text.len(), false)
}

fn unquoted(text: &str, is_doubled: bool) -> Cow<'_, str> {
    if is_doubled { Cow::Owned(text.replace("\"\"", "\"")) } else { Cow::Borrowed(text) }
}

/// How long the cell at the start of `text` is that has no quotes around it.
fn cell_end(text: &str, separator: char) -> usize {
    text.find([separator, '\n', '\r']).unwrap_or(text.len())
}

/// The cells of one line; `None` where its quotes do not close within it.
pub fn line_fields(line: &str, separator: char) -> Option<Vec<Cow<'_, str>>> {
    if !line.contains('"') {
        return Some(line.split(separator).map(Cow::Borrowed).collect());
    }
    let mut fields = Vec::new();
    let quoted = quoted_record(line, 0, separator, &mut fields);
    quoted.is_closed.then_some(fields)
}

/// The cells of one line in which a quote that does not close is a part of its cell.
fn literal_fields(line: &str, separator: char) -> Vec<Cow<'_, str>> {
    match line_fields(line, separator) {
        Some(fields) => fields,
        None => line.split(separator).map(Cow::Borrowed).collect(),
    }
}

/// Reads a line anew whose quotes are not doubled as they should be: a cell that begins with a
/// quote ends where a quote stands before a separator.
fn mend_line<'t>(line: &'t str, separator: char, shape: &Shape, fields: &mut Vec<Cow<'t, str>>) {
    let mut cells: Vec<Cow<'t, str>> = Vec::new();
    let mut open: Option<String> = None;
    for piece in line.split(separator) {
        let text = match open.take() {
            Some(text) => format!("{text}{separator}{piece}"),
            None => piece.to_owned(),
        };
        let is_open = text.starts_with('"') && !(text.len() > 1 && text.ends_with('"'));
        if is_open {
            open = Some(text);
            continue;
        }
        let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        cells.push(Cow::Owned(inner.unwrap_or(&text).replace("\"\"", "\"")));
    }
    if open.is_none() && cells.len() == shape.width {
        *fields = cells;
    }
}

/// Where the line that begins at `start` ends, and where the next begins. Lines end as on any
/// system, also differently in one file.
fn line_at(text: &str, start: usize) -> (usize, usize) {
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    match bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
        None => (text.len(), text.len()),
        Some(length) => {
            let end = start + length;
            let is_pair = bytes.get(length..length + 2) == Some(b"\r\n".as_slice());
            (end, end + if is_pair { 2 } else { 1 })
        }
    }
}

/// The lines of a text, however they end.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= text.len() {
            return None;
        }
        let (end, next) = line_at(text, at);
        let line = &text[at..end];
        at = next;
        Some(line)
    })
}
