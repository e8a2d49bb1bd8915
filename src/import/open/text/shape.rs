//! What most lines of a text table look like: how its cells are parted, how many cells a row
//! has, and in which of them dates stand.

use super::records::{Records, line_fields, lines};

/// Records that are looked at to find the separator.
const SAMPLE_RECORDS: usize = 50;
/// Lines that are looked at to find the shape.
const SAMPLE_LINES: usize = 1_000;
/// So many in percent of a column's cells are dates in a column of dates.
const DATES_PERCENT: usize = 80;

/// What the rows of a text table have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// How many cells most rows have.
    pub width: usize,
    /// Whether nearly all rows have so many.
    pub is_even: bool,
    /// The columns that hold dates.
    dates: Vec<usize>,
}

impl Shape {
    /// The shape of a text whose cells are parted by `separator`.
    pub fn of(text: &str, separator: char) -> Self {
        let rows: Vec<_> = lines(text)
            .filter(|line| !line.trim().is_empty())
            .take(SAMPLE_LINES)
            .filter_map(|line| line_fields(line, separator))
            .filter(|fields| fields.len() > 1)
            .collect();
        let Some(width) = most_common(rows.iter().map(Vec::len)) else { return Self::default() };
        let alike: Vec<_> = rows.iter().filter(|row| row.len() == width).collect();
        let is_date_column = |column: &usize| {
            let filled = || alike.iter().map(|row| &row[*column]).filter(|cell| !cell.is_empty());
            let dates = filled().filter(|cell| looks_like_date(cell)).count();
            dates > 0 && dates * 100 >= filled().count() * DATES_PERCENT
        };
        let dates = (0..width).filter(is_date_column).collect();
        Self { width, is_even: alike.len() * 10 >= rows.len() * 9, dates }
    }

    /// Whether cells are a row of this shape.
    pub fn fits<T: AsRef<str>>(&self, cells: &[T]) -> bool {
        self.width > 1 && cells.len() == self.width && self.begins(cells)
    }

    /// Whether cells are a row of this shape as far as they go: dates stand where dates should,
    /// and one of them at least.
    pub fn begins<T: AsRef<str>>(&self, cells: &[T]) -> bool {
        let cells = || self.dates.iter().filter_map(|column| cells.get(*column));
        let is_date_or_blank = |cell: &T| {
            let cell = cell.as_ref().trim();
            cell.is_empty() || looks_like_date(cell)
        };
        cells().all(is_date_or_blank)
            && (self.dates.is_empty() || cells().any(|cell| looks_like_date(cell.as_ref())))
    }

    /// Whether a date stands where dates should.
    pub fn has_date_of<T: AsRef<str>>(&self, cells: &[T]) -> bool {
        let mut cells = self.dates.iter().filter_map(|column| cells.get(*column));
        cells.any(|cell| looks_like_date(cell.as_ref()))
    }

    /// Whether dates tell a row from a text.
    pub fn has_dates(&self) -> bool {
        !self.dates.is_empty()
    }
}

/// Digits that are parted as those of a date, whatever date it is.
fn looks_like_date(text: &str) -> bool {
    let text = text.trim();
    let start: String = text.chars().take(10).collect();
    let digits = start.chars().filter(char::is_ascii_digit).count();
    let marks = start.chars().filter(|c| matches!(c, '.' | '-' | '/')).count();
    let is_named = text.chars().filter(char::is_ascii_digit).count() >= 5
        && text.chars().filter(|c| c.is_alphabetic()).count() <= 20
        && text.len() <= 40
        && start.chars().any(char::is_alphabetic)
        && text.contains(':');
    (text.starts_with(|c: char| c.is_ascii_digit()) && marks >= 2 && digits >= 3) || is_named
}

/// What parts the cells: the candidate that parts most records alike. An Excel line `sep=;`
/// says it outright.
pub fn separator(text: &str) -> char {
    let first = lines(text).next().unwrap_or_default();
    if let Some(rest) = first.strip_prefix("sep=") {
        let mut said = rest.chars();
        if let (Some(said), None) = (said.next(), said.next()) {
            return said;
        }
    }
    // Of two that part equally many records alike, the first stands: a comma is also a decimal
    // sign, so it comes after.
    let mut best = (';', 0.0);
    for candidate in [';', '\t', ',', '|'] {
        let share = consistency(text, candidate);
        if share > best.1 {
            best = (candidate, share);
        }
    }
    best.0
}

/// The share of the records that have equally many cells, two at least.
fn consistency(text: &str, separator: char) -> f64 {
    let mut records = Records::new(text, separator, None);
    let mut widths = Vec::new();
    let mut fields = Vec::new();
    while widths.len() < SAMPLE_RECORDS && matches!(records.next(&mut fields), Ok(Some(_))) {
        widths.push(fields.len());
    }
    let alike = |width: &usize| widths.iter().filter(|own| *own == width).count();
    let most = widths.iter().filter(|width| **width > 1).map(alike).max().unwrap_or_default();
    most as f64 / widths.len().max(1) as f64
}

/// The most common number; of several the largest.
fn most_common(numbers: impl Iterator<Item = usize>) -> Option<usize> {
    let mut counts = std::collections::BTreeMap::new();
    for number in numbers {
        *counts.entry(number).or_insert(0_usize) += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(number, _)| number)
}
