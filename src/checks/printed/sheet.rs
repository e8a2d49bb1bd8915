//! A printed table as rows of texts under headings.

use std::str::FromStr;

use crate::calendar::Year;

/// A printed table as rows of texts under headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The columns by id or heading, in lower case.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// A table of texts.
    pub fn new(header: &[&str], rows: Vec<Vec<String>>) -> Self {
        let header = header.iter().map(|heading| heading.trim().to_lowercase()).collect();
        Self { header, rows }
    }

    /// What stands in a row under a heading; empty where nothing does.
    pub fn text(&self, row: usize, heading: &str) -> &str {
        let column = self.header.iter().position(|known| known == heading);
        column.map_or("", |column| self.cell(row, column))
    }

    /// A cell; empty where nothing stands.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", |text| text.trim())
    }

    /// What stands in a row under a heading, as something else.
    pub fn parsed<T: FromStr>(&self, row: usize, heading: &str) -> Option<T> {
        self.text(row, heading).parse().ok()
    }

    /// The year that a heading ends in: `actual_2021`, `y2021`, `Regnskap 2021`.
    pub fn year_of(heading: &str) -> Option<Year> {
        let start = heading.len().checked_sub(4)?;
        let digits = heading.get(start..)?;
        let year = digits.parse().ok().filter(|year| crate::calendar::YEARS.contains(year))?;
        heading[..start].chars().next_back().is_none_or(|c| !c.is_ascii_digit()).then_some(year)
    }
}
