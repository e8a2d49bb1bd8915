//! A statement as somebody printed it, pasted from Excel or from a PDF.
//!
//! From Excel each cell stands by itself. From a PDF only spaces part the amounts, as they part
//! thousands, and the number of a note may stand before them: `5 406 065,00` is 5 406 065,00 or
//! note 5 and 406 065,00. Only the sums decide; what they do not decide is told and not taken.

mod amounts;
mod decide;
mod row;

use rust_decimal::Decimal;

use crate::calendar::Year;
use crate::kostra::{LayoutRow, folded, layout};
use crate::message;
use crate::project::{StatementId, StatementLine};
use crate::words::Message;
use amounts::{Reading, readings, spread_minuses};
pub use row::{PrintedRow, printed_rows};

/// What a pasted text says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrintedRead {
    /// The lines and sums as they were understood.
    pub rows: Vec<StatementLine>,
    /// The rows whose amounts can be read in several ways that nothing decides between.
    pub undecided: Vec<String>,
    /// What could not be understood, or not decided, and what to do.
    pub notes: Vec<Message>,
}

/// A row's words are broken into no more lines than this before the last.
const MOST_BROKEN: usize = 3;

/// A row of the text: the statement's words for it, and all ways to read its amounts.
struct Pasted {
    name: String,
    readings: Vec<Reading>,
}

/// How many amounts a statement prints in a row.
fn column_count(statement: StatementId) -> usize {
    match statement {
        StatementId::BalanceSheet => 2,
        StatementId::ClosingDrift | StatementId::ClosingInvestment => 1,
        _ => 4,
    }
}

/// Reads a pasted text as the statement `statement` of `year`. Columns stand in the order of
/// the statement: accounts, *regulert* and *opprinnelig budsjett*, the year before.
pub fn read_printed(statement: StatementId, year: Year, text: &str) -> PrintedRead {
    let mut read = PrintedRead::default();
    let count = column_count(statement);
    let mut rows: Vec<Pasted> = Vec::new();
    // Long words break in a PDF: their end and the amounts stand on the next line.
    let mut before: Vec<&str> = Vec::new();
    for line in text.lines().map(|line| line.trim_end_matches('\r')) {
        if line.trim().is_empty() {
            continue;
        }
        let tries = (0..=before.len().min(MOST_BROKEN)).map(|lines| {
            let start = before[before.len() - lines..].iter().copied();
            read_line(statement, &start.chain([line]).collect::<Vec<_>>().join(" "), count)
        });
        let mut read_lines: Vec<Line> = tries.collect();
        let row = read_lines.iter().position(|line| matches!(line, Line::Row(_)));
        match read_lines.swap_remove(row.unwrap_or_default()) {
            Line::Row(row) => rows.push(row),
            Line::Words => {
                before.push(line.trim());
                continue;
            }
            Line::Heading => {}
            Line::Unclear(words) => {
                read.notes.push(message!("printed-unclear-line", line = words));
            }
        }
        before.clear();
    }
    read.undecided = decide::decide(statement, &mut rows);
    for name in read.undecided.clone() {
        read.notes.push(message!("printed-undecided", line = name));
    }
    if rows.is_empty() && read.notes.is_empty() {
        read.notes.push(message!("printed-nothing", statement = statement.word()));
    }
    let decided = rows.into_iter().filter_map(|row| {
        let [Reading { note, amounts }] = row.readings.as_slice() else { return None };
        Some(line(statement, year, row.name, note, amounts))
    });
    read.rows = decided.collect();
    read
}

/// Every way to part the digits of a printed row into `count` numbers; spaces part them as they
/// part thousands.
pub fn ways_to_read(tail: &str, count: usize) -> Vec<Vec<Decimal>> {
    let plain = readings(&spread_minuses(tail), count).into_iter();
    let plain = plain.filter(|reading| reading.note.is_empty());
    plain.map(|reading| reading.amounts.into_iter().flatten().collect()).collect()
}

enum Line {
    Row(Pasted),
    /// Words without amounts that may go on in the next line.
    Words,
    /// A heading of the statement or of its columns.
    Heading,
    /// A line with numbers that is no row of the statement.
    Unclear(String),
}

fn read_line(statement: StatementId, line: &str, count: usize) -> Line {
    let is_table = line.contains('\t');
    let (mut words, mut readings) = if is_table {
        amounts::of_cells(line, count)
    } else {
        let line = spread_minuses(line);
        let (words, tail) = amounts::split_words(&line, |words| is_name(statement, words));
        (words.trim().to_owned(), readings(tail, count))
    };
    if words.is_empty() && readings.is_empty() {
        return Line::Heading;
    }
    // The number of a note may also be stuck to the words.
    let bare = words.trim_end_matches(|c: char| c.is_ascii_digit());
    if bare.len() < words.len() && is_name(statement, bare) {
        let note = words[bare.len()..].to_owned();
        readings.retain(|reading| reading.note.is_empty());
        readings.iter_mut().for_each(|reading| reading.note.clone_from(&note));
        words.truncate(bare.len());
    }
    match (name_of(statement, &words), readings.is_empty()) {
        (Some(name), false) => Line::Row(Pasted { name, readings }),
        (_, true) if line.chars().any(|c| c.is_ascii_digit()) => Line::Heading,
        (_, true) if is_table => Line::Heading,
        (_, true) => Line::Words,
        (None, false) => Line::Unclear(line.replace('\t', " ").trim().to_owned()),
    }
}

/// The words of the statement for a row, or the text's where the statement has a line a unit.
fn name_of(statement: StatementId, words: &str) -> Option<String> {
    let folded_words = folded(words);
    if folded_words.is_empty() {
        return None;
    }
    let rows = layout(statement).map_or(&[][..], |layout| layout.all_rows());
    let fixed = rows.iter().filter(|row| row.id().is_some());
    let known = fixed.map(LayoutRow::name).find(|name| folded(name) == folded_words);
    let is_open = rows.iter().any(|row| matches!(row, LayoutRow::Each { .. }));
    match known {
        Some(name) => Some(name.to_owned()),
        None if is_open => Some(words.trim().trim_end_matches([':', '*', ' ']).to_owned()),
        None => None,
    }
}

fn is_name(statement: StatementId, words: &str) -> bool {
    let rows = layout(statement).map_or(&[][..], |layout| layout.all_rows());
    let folded_words = folded(words);
    rows.iter().filter(|row| row.id().is_some()).any(|row| folded(row.name()) == folded_words)
}

fn line(
    statement: StatementId,
    year: Year,
    name: String,
    note: &str,
    amounts: &[Option<Decimal>],
) -> StatementLine {
    let at = |place: usize| amounts.get(place).copied().flatten();
    let mut line = StatementLine {
        year: Some(year),
        statement,
        line: name,
        note: note.to_owned(),
        actual: at(0),
        ..StatementLine::default()
    };
    match amounts.len() {
        2 => line.last_year = at(1),
        4 => (line.revised_budget, line.original_budget, line.last_year) = (at(1), at(2), at(3)),
        _ => {}
    }
    line
}
