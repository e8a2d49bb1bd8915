//! Text tables: the encoding, the separator, the rows.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::{Flow, OnRow, RawCell};
use crate::message;
use crate::words::Message;

/// Lines that are looked at to find the separator.
const SAMPLE_LINES: usize = 50;

/// The text of a file: by its byte order mark, else UTF-8 if it is valid, else Windows-1252.
/// `None` for what is no text.
pub fn decode(bytes: Vec<u8>) -> Option<String> {
    let text = match Encoding::for_bom(&bytes) {
        Some((encoding, _)) => encoding.decode(&bytes).0.into_owned(),
        None => match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let bytes = error.into_bytes();
                WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned()
            }
        },
    };
    let is_text = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    text.chars().take(4096).all(is_text).then_some(text)
}

/// Streams the rows of a text table.
pub fn read(text: &str, on_row: &mut OnRow<'_>) -> Result<(), Message> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut breaks_inside: u64 = 0;
    while reader.read_record(&mut record).map_err(|_| message!("import-damaged"))? {
        // A quoted field may hold line breaks, which Excel keeps within one row.
        let line = record.position().map_or(0, |position| first_line(text, position));
        let row = u32::try_from(line.saturating_sub(breaks_inside)).unwrap_or(u32::MAX);
        let breaks = record.iter().map(|field| field.matches('\n').count() as u64).sum::<u64>();
        breaks_inside = breaks_inside.saturating_add(breaks);
        let cells: Vec<RawCell<'_>> = record.iter().map(cell).collect();
        if on_row(row, &cells) == Flow::Stop {
            break;
        }
    }
    Ok(())
}

/// The line on which a record begins; its position is before the blank lines that were skipped.
fn first_line(text: &str, position: &csv::Position) -> u64 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    position.line() + blank.filter(|byte| **byte == b'\n').count() as u64
}

fn cell(field: &str) -> RawCell<'_> {
    if field.is_empty() { RawCell::Empty } else { RawCell::Text(Cow::Borrowed(field)) }
}

/// The separator that parts most lines alike: `;`, a tab or a comma. An Excel line `sep=;`
/// says it outright.
fn separator(text: &str) -> u8 {
    if let Some(&[said]) =
        text.lines().next().and_then(|line| line.strip_prefix("sep=")).map(str::as_bytes)
    {
        return said;
    }
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE_LINES).collect();
    let consistency = |separator: u8| {
        let counts: Vec<usize> = lines.iter().map(|line| parts(line, separator)).collect();
        let alike = |wanted: usize| counts.iter().filter(|count| **count == wanted).count();
        counts.iter().filter(|count| **count > 0).map(|count| (alike(*count), *count)).max()
    };
    // Of two that part equally many lines alike, the first stands: a comma is also a decimal
    // sign, so it comes last.
    let mut best = (b';', None);
    for candidate in [b';', b'\t', b','] {
        let found = consistency(candidate);
        if found.map(|(lines, _)| lines) > best.1.map(|(lines, _): (usize, usize)| lines) {
            best = (candidate, found);
        }
    }
    best.0
}

/// How many separators stand outside of quotes.
fn parts(line: &str, separator: u8) -> usize {
    let mut in_quotes = false;
    line.bytes()
        .filter(|byte| {
            in_quotes ^= *byte == b'"';
            *byte == separator && !in_quotes
        })
        .count()
}
