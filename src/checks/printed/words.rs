//! What the rows and columns of a printed table are called.

use super::headings::{TableHeadings, headings_of};
use crate::calendar::Date;
use crate::figures::{Figures, TableRequest};
use crate::words::date_long;

/// What a table's columns are called, by their ids, and how its rows are told apart.
pub struct ColumnWords {
    columns: Vec<(String, String)>,
    printed: Option<&'static TableHeadings>,
}

impl ColumnWords {
    /// The words of the table of that name.
    pub fn of(figures: &Figures, table: &str) -> Self {
        let request = TableRequest { name: table.to_owned(), year: None, quarter: None };
        let columns = figures.table(&request).map_or_else(Vec::new, |table| table.columns);
        let columns = columns.into_iter().map(|column| (column.id, column.heading)).collect();
        Self { columns, printed: headings_of(table) }
    }

    /// What a column is called.
    pub fn of_column(&self, id: &str) -> String {
        let column =
            self.columns.iter().find(|(known, heading)| known == id && !heading.is_empty());
        let heading = column.map(|(_, heading)| heading.as_str());
        let known = heading.or_else(|| self.printed?.word(id));
        known.unwrap_or(id).to_owned()
    }

    /// A day in words; a bare number with what it numbers, "Kvartal 2".
    pub fn of_row(&self, row: &str) -> String {
        /// A bare number of so few digits is no year.
        const DIGITS: usize = 2;
        let is_number = row.len() <= DIGITS && row.bytes().all(|byte| byte.is_ascii_digit());
        match (row.parse::<Date>(), self.printed.and_then(TableHeadings::label)) {
            (Ok(day), _) => date_long(day),
            (_, Some(label)) if is_number && !row.is_empty() => format!("{label} {row}"),
            _ => row.to_owned(),
        }
    }
}
