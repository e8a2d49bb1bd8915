//! Tables of a document that the project has too. Each number is compared with the figure in the
//! same place.

use rust_decimal::Decimal;

use super::wording::{on_one_line, place_on_one_line};
use super::{Correction, Meant, TextFinding, Verdict};
use crate::checks::printed::{Printed, Sheet, compare};
use crate::checks::{Difference, PrintedCell, Said};
use crate::figures::Figures;
use crate::import::Document;
use crate::t;

/// A table of ours as a document prints it.
pub(super) struct PrintedTable {
    /// Its name on the command line.
    pub table: &'static str,
    /// Its cells, in the columns of that table.
    pub sheet: Sheet,
    /// The line of the document in which the numbers of each row stand, from 0.
    pub lines: Vec<usize>,
}

impl PrintedTable {
    /// Its numbers, each held against the figure in the same place.
    pub fn findings(&self, figures: &Figures, document: &Document) -> Vec<TextFinding> {
        let Ok(printed) = Printed::read(self.table, &self.sheet, figures) else {
            return Vec::new();
        };
        let compared = compare(figures, &printed);
        let mut findings = Vec::new();
        let mut row = (usize::MAX, 0);
        for cell in &printed.cells {
            let Some(line) = self.lines.get(cell.at) else { continue };
            let Some(text) = document.lines.get(*line).map(|line| line.text.as_str()) else {
                continue;
            };
            if row.0 != cell.at {
                row = (cell.at, 0);
            }
            let Some((start, end)) = written(text, row.1, cell.value) else { continue };
            row.1 = end;
            // If the row's name is on an earlier line, the sentence begins with it.
            let is_bare =
                !text.contains(char::is_alphabetic) && !text.starts_with(cell.row.as_str());
            let name = if is_bare { format!("{} ", cell.row) } else { String::new() };
            let difference = compared.differences.iter().find(|difference| is_of(difference, cell));
            findings.push(TextFinding {
                text: text[start..end].to_owned(),
                line: line + 1,
                sentence: format!("{name}{}", on_one_line(text)),
                at: name.len() + place_on_one_line(text, start),
                heading: None,
                found: printed_value(figures, cell).text(),
                is_in_table: true,
                verdict: verdict(figures, cell, difference),
            });
        }
        findings
    }
}

fn is_of(difference: &Difference, cell: &PrintedCell) -> bool {
    difference.row == cell.row && difference.column == cell.column
}

fn printed_value(figures: &Figures, cell: &PrintedCell) -> Said {
    Said::like(&figures.figure(&cell.key), cell.value, cell.value.scale())
}

fn verdict(figures: &Figures, cell: &PrintedCell, difference: Option<&Difference>) -> Verdict {
    let figure = figures.figure(&cell.key);
    let Some(expected) = figure.value else { return Verdict::Unknown };
    let value = Said::like(&figure, expected, cell.value.scale()).text();
    let meant = Meant {
        figure: cell.key.clone(),
        reference: None,
        label: figure.label,
        value: value.clone(),
    };
    match difference.filter(|difference| !difference.is_rounding) {
        None => Verdict::Agrees(meant),
        Some(difference) => {
            let cause =
                difference.cause.as_ref().map(|cause| t!("text-cause", cause = cause.text()));
            Verdict::Contradicts(meant, Correction { wording: value, cause })
        }
    }
}

/// Where a number stands in a line, not before the byte `from`, however its digits are parted.
pub(super) fn written(line: &str, from: usize, value: Decimal) -> Option<(usize, usize)> {
    let digits: Vec<char> = value.abs().to_string().chars().filter(char::is_ascii_digit).collect();
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '.' | ',');
    let rest = line.get(from..)?;
    let starts = rest.char_indices().filter(|(at, c)| {
        let before = rest[..*at].chars().next_back();
        c.is_ascii_digit() && !before.is_some_and(|c| c.is_ascii_digit())
    });
    for (start, _) in starts {
        let mut left = digits.iter();
        let mut end = start;
        let mut next = left.next();
        for (at, c) in rest[start..].char_indices() {
            match next {
                None => break,
                Some(digit) if c == *digit => {
                    end = start + at + c.len_utf8();
                    next = left.next();
                }
                Some(_) if is_mark(c) => {}
                Some(_) => break,
            }
        }
        let goes_on = rest[end..].starts_with(|c: char| c.is_ascii_digit());
        if next.is_none() && !goes_on {
            let sign = rest[..start].trim_end_matches(['-', '−', '–', '+']).len();
            return Some((from + sign, from + end));
        }
    }
    None
}
