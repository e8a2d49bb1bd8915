//! Text tables: the encoding, the separator, the rows.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::{Flow, MAX_CELLS, OnRow, RawCell};
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
    let mut lines = LineCount::new(text);
    let mut seen: u64 = 0;
    while reader.read_record(&mut record).map_err(|_| message!("import-damaged"))? {
        let start = record.position().map_or(0, csv::Position::byte);
        let row = lines.row_at(usize::try_from(start).unwrap_or(usize::MAX));
        // A quoted field may hold line breaks, which Excel keeps within one row.
        lines.within_rows += record.iter().map(|field| field.matches('\n').count()).sum::<usize>();
        let cells: Vec<RawCell<'_>> = record.iter().map(cell).collect();
        seen = seen.saturating_add(cells.len() as u64);
        if seen > MAX_CELLS {
            return Err(message!("import-too-large", most = MAX_CELLS));
        }
        if on_row(row, &cells) == Flow::Stop {
            break;
        }
    }
    Ok(())
}

/// Counts rows as Excel does. The reader passes over blank lines without a word, and may stop
/// between the two characters of a line break.
struct LineCount<'a> {
    bytes: &'a [u8],
    line_end: u8,
    counted_to: usize,
    lines: usize,
    /// Line breaks so far that stand within a quoted field.
    within_rows: usize,
}

impl<'a> LineCount<'a> {
    fn new(text: &'a str) -> Self {
        let line_end = if text.contains('\n') { b'\n' } else { b'\r' };
        Self { bytes: text.as_bytes(), line_end, counted_to: 0, lines: 0, within_rows: 0 }
    }

    /// The row of the record that starts at or just after byte `start`.
    fn row_at(&mut self, start: usize) -> u32 {
        let rest = self.bytes.get(start..).unwrap_or_default();
        let breaks = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = self.bytes.get(self.counted_to..start + breaks).unwrap_or_default();
        self.lines += passed.iter().filter(|byte| **byte == self.line_end).count();
        self.counted_to = start + breaks;
        u32::try_from(self.lines.saturating_sub(self.within_rows) + 1).unwrap_or(u32::MAX)
    }
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
