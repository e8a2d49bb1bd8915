//! Cells with quotes around them: as they should be written, and as they are where somebody
//! wrote a quote into a text and nobody doubled it.

use std::borrow::Cow;

use super::shape::Shape;

/// The end of a cell whose quotes are wrong is sought within this many characters.
const LONGEST_TEXT: usize = 20_000;

/// A record with quotes, and how well they go together.
pub struct Quoted {
    /// Where it ends, without the line break.
    pub end: usize,
    /// Where the next begins.
    pub next: usize,
    /// Whether every quote that opens a cell closes it.
    pub is_closed: bool,
    /// Whether after every quote that closes a cell the cell ends.
    pub is_clean: bool,
}

/// Reads a record from `start` in which cells may be quoted.
pub fn quoted_record<'t>(
    text: &'t str,
    start: usize,
    separator: char,
    fields: &mut Vec<Cow<'t, str>>,
) -> Quoted {
    record(text, start, separator, fields, quoted_cell)
}

/// Reads a record in which quotes are not doubled as they should be: a cell that begins with a
/// quote ends where a quote stands before a separator or the end of a line. `None` where one does
/// not end.
pub fn careless_record(
    text: &str,
    start: usize,
    separator: char,
) -> Option<(Vec<Cow<'_, str>>, Quoted)> {
    let mut fields = Vec::new();
    let cell = |text| careless_cell(text, separator);
    let quoted = record(text, start, separator, &mut fields, cell);
    quoted.is_closed.then_some((fields, quoted))
}

fn record<'t>(
    text: &'t str,
    start: usize,
    separator: char,
    fields: &mut Vec<Cow<'t, str>>,
    quoted_cell: impl Fn(&'t str) -> (Cow<'t, str>, usize, bool),
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
    while let Some(offset) = inner.get(from..).and_then(|rest| rest.find('"')) {
        let at = from + offset;
        if inner.as_bytes().get(at + 1) == Some(&b'"') {
            is_doubled = true;
            from = at + 2;
            continue;
        }
        return (unquoted(&inner[..at], is_doubled), at + 2, true);
    }
    (unquoted(inner, is_doubled), text.len(), false)
}

/// The same where the closing quote is the first that stands before a separator or a line's end.
fn careless_cell(text: &str, separator: char) -> (Cow<'_, str>, usize, bool) {
    let inner = text.get(1..).unwrap_or_default();
    for (at, _) in inner.match_indices('"').take_while(|(at, _)| *at < LONGEST_TEXT) {
        let after = inner.get(at + 1..).and_then(|rest| rest.chars().next());
        if after.is_none_or(|c| c == separator || matches!(c, '\n' | '\r')) {
            let cell = &inner[..at];
            return (unquoted(cell, cell.contains("\"\"")), at + 2, true);
        }
    }
    (Cow::Borrowed(inner), text.len(), false)
}

fn unquoted(text: &str, is_doubled: bool) -> Cow<'_, str> {
    if is_doubled { Cow::Owned(text.replace("\"\"", "\"")) } else { Cow::Borrowed(text) }
}

/// How long the cell at the start of `text` is that has no quotes around it.
fn cell_end(text: &str, separator: char) -> usize {
    text.find([separator, '\n', '\r']).unwrap_or(text.len())
}

/// The cells of one line; `None` where its quotes do not close within it.
fn closed_fields(line: &str, separator: char) -> Option<Vec<Cow<'_, str>>> {
    let mut fields = Vec::new();
    let quoted = quoted_record(line, 0, separator, &mut fields);
    quoted.is_closed.then_some(fields)
}

/// The cells of one line in which every separator parts cells, whatever the quotes.
fn parted_fields(line: &str, separator: char) -> Vec<Cow<'_, str>> {
    let bare = |piece: &'_ str| -> Option<String> {
        let inner = piece.strip_prefix('"')?.strip_suffix('"')?;
        Some(inner.replace("\"\"", "\""))
    };
    let pieces = line.split(separator);
    pieces.map(|piece| bare(piece).map_or(Cow::Borrowed(piece), Cow::Owned)).collect()
}

/// The cells of one line, of which a quote that does not close is a part.
pub fn line_fields(line: &str, separator: char) -> Vec<Cow<'_, str>> {
    if !line.contains('"') {
        return line.split(separator).map(Cow::Borrowed).collect();
    }
    closed_fields(line, separator).unwrap_or_else(|| parted_fields(line, separator))
}

/// The cells of one line that is a row of that shape, in whichever way its quotes are read.
pub fn fitting_fields<'t>(
    line: &'t str,
    separator: char,
    shape: &Shape,
) -> Option<Vec<Cow<'t, str>>> {
    let fits = |fields: &Vec<Cow<'t, str>>| shape.fits(fields);
    if !line.contains('"') {
        return Some(line_fields(line, separator)).filter(fits);
    }
    closed_fields(line, separator)
        .filter(fits)
        .or_else(|| careless_record(line, 0, separator).map(|(fields, _)| fields).filter(fits))
        .or_else(|| Some(parted_fields(line, separator)).filter(fits))
}

/// Where the line that begins at `start` ends, and where the next begins. Lines end as on any
/// system, also differently in one file.
pub fn line_at(text: &str, start: usize) -> (usize, usize) {
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
