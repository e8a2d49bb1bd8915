//! One neutral grid, from which the command line, the window and the report draw tables.

use rust_decimal::Decimal;

use super::{Key, shown_amount};
use crate::calendar::{Date, Year};
use crate::number;
use crate::project::{Presentation, ShownSign};

/// A cell of a finished table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableCell {
    /// A gap, or nothing to say.
    Blank,
    /// A number that there is and nobody knows yet; a gap for machines.
    Unknown,
    /// A text.
    Text(String),
    /// A word for people with its name for machines.
    Named(String, &'static str),
    /// A day.
    Date(Date),
    /// A whole number.
    Count(i64),
    /// A whole number that is a name, as a year is: no thousands.
    Ordinal(i64),
    /// A year that is known up to a day only; a year for machines.
    YearToDate(Year, Date),
    /// A number with the decimals of the text and those of machines.
    Number(Decimal, u32, u32),
    /// Kroner, shown as the statement is; machines read the ledger's sign and two decimals.
    Money(Decimal, Presentation),
    /// A percentage, with two decimals for machines.
    Percent(Decimal, u32),
    /// A change in percent, printed with its sign.
    Change(Decimal, u32),
    /// How far a line is from its budget, in percent, printed with its sign: the ledger's, or turned
    /// as the kroner beside it.
    Deviation(Decimal, u32, ShownSign),
    /// Yes or no.
    Flag(bool),
}

impl TableCell {
    /// A count, or a gap.
    pub fn count(value: Option<u32>) -> Self {
        value.map_or(Self::Blank, |value| Self::Count(value.into()))
    }

    /// A percentage with two decimals, or a gap.
    pub fn percent(value: Option<Decimal>) -> Self {
        value.map_or(Self::Blank, |value| Self::Percent(value, 2))
    }

    /// A change in percent with two decimals, or a gap.
    pub fn change(value: Option<Decimal>) -> Self {
        value.map_or(Self::Blank, |value| Self::Change(value, 2))
    }

    /// How far a line is from its budget, in percent with two decimals, or a gap.
    pub fn deviation(value: Option<Decimal>, sign: ShownSign) -> Self {
        value.map_or(Self::Blank, |value| Self::Deviation(value, 2, sign))
    }

    /// Kroner, or a gap.
    pub fn money(value: Option<Decimal>, presentation: Presentation) -> Self {
        value.map_or(Self::Blank, |value| Self::Money(value, presentation))
    }

    /// An average: four decimals for machines, or a gap.
    pub fn average(value: Option<Decimal>, decimals: u32) -> Self {
        value.map_or(Self::Blank, |value| Self::Number(value, decimals, 4))
    }

    /// A text; an empty one is a gap.
    pub fn text(value: &str) -> Self {
        if value.is_empty() { Self::Blank } else { Self::Text(value.to_owned()) }
    }

    /// As a person reads it, in Norwegian.
    pub fn print(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Unknown => crate::t!("number-unknown"),
            Self::Text(text) | Self::Named(text, _) => text.clone(),
            Self::Date(day) => day.strftime("%d.%m.%Y").to_string(),
            Self::Count(value) => number::count(*value),
            Self::Ordinal(value) => value.to_string(),
            Self::YearToDate(year, last) => {
                let day = crate::words::day_and_month(*last);
                crate::t!("row-year-to-date", year = year.to_string(), day = day)
            }
            Self::Number(value, decimals, _) => number::decimal(*value, *decimals),
            Self::Money(value, presentation) => shown_amount(*value, *presentation),
            Self::Percent(value, decimals) => number::percent(*value, *decimals),
            Self::Change(value, decimals) => number::signed_percent(*value, *decimals),
            Self::Deviation(value, decimals, sign) => {
                number::signed_percent(sign.shown(*value), *decimals)
            }
            Self::Flag(true) => crate::t!("flag-yes"),
            Self::Flag(false) => crate::t!("flag-no"),
        }
    }

    /// As machines read it: ISO dates, decimal point, a fixed number of decimals.
    pub fn machine_text(&self) -> String {
        let fixed = |value: Decimal, decimals: u32| {
            let rounded = number::round(value, decimals);
            format!("{rounded:.*}", decimals as usize)
        };
        match self {
            Self::Blank | Self::Unknown => String::new(),
            Self::Text(text) => text.clone(),
            Self::Named(_, id) => (*id).to_owned(),
            Self::Date(day) => day.to_string(),
            Self::Count(value) | Self::Ordinal(value) => value.to_string(),
            Self::YearToDate(year, _) => year.to_string(),
            Self::Number(value, _, decimals) => fixed(*value, *decimals),
            Self::Percent(value, _)
            | Self::Change(value, _)
            | Self::Deviation(value, ..)
            | Self::Money(value, _) => fixed(*value, 2),
            Self::Flag(flag) => flag.to_string(),
        }
    }

    /// Whether it stands at the right of its column.
    pub fn is_number(&self) -> bool {
        !matches!(
            self,
            Self::Blank | Self::Text(_) | Self::Named(..) | Self::Date(_) | Self::Flag(_)
        )
    }
}

/// A column of a finished table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// Its name for machines.
    pub id: String,
    /// Its heading for people; empty for a column that only machines read.
    pub heading: String,
    /// The columns that it is the sum of, row by row; empty where it is no sum.
    pub of: Vec<usize>,
}

/// What a row is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A row of data.
    Plain,
    /// A sum or an average of rows above it.
    Sum,
    /// The report year among years.
    Current,
    /// Drawn for people only: machines compute it from the rows.
    Derived,
}

/// A row of a finished table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// What it is to a reader.
    pub kind: RowKind,
    /// Its cells, one a column.
    pub cells: Vec<TableCell>,
    /// The rows of the table that it is the sum of; empty where it is no sum of them.
    pub of: Vec<usize>,
    /// The figures in the cells, one a column; empty where none is a figure.
    pub keys: Vec<Option<Key>>,
}

impl TableRow {
    /// The figure in a cell.
    pub fn key(&self, column: usize) -> Option<&Key> {
        self.keys.get(column)?.as_ref()
    }
}

/// A finished table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its title for people.
    pub title: String,
    /// The columns.
    pub columns: Vec<TableColumn>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

impl Table {
    /// An empty table with columns given as name and heading.
    pub fn new(title: String, columns: Vec<(String, String)>) -> Self {
        let columns =
            columns.into_iter().map(|(id, heading)| TableColumn { id, heading, of: Vec::new() });
        let columns = columns.collect();
        Self { title, columns, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn push(&mut self, kind: RowKind, cells: Vec<TableCell>) {
        self.rows.push(TableRow { kind, cells, of: Vec::new(), keys: Vec::new() });
    }

    /// Says which figures stand in the cells of the last row, from its first cell on.
    pub fn names(&mut self, keys: impl IntoIterator<Item = Option<Key>>) {
        if let Some(row) = self.rows.last_mut() {
            row.keys = keys.into_iter().collect();
            row.keys.resize(row.cells.len(), None);
        }
    }

    /// Says that the last row is the sum of those rows.
    pub fn sums(&mut self, of: Vec<usize>) {
        if let Some(row) = self.rows.last_mut() {
            row.of = of;
        }
    }

    /// Says that a column is the sum of others, row by row.
    pub fn sums_columns(&mut self, id: &str, of: &[&str]) {
        let place = |id: &str| self.columns.iter().position(|column| column.id == id);
        let of: Vec<usize> = of.iter().filter_map(|id| place(id)).collect();
        if let Some(column) = place(id) {
            self.columns[column].of = of;
        }
    }

    /// The rows that machines read.
    pub fn machine_rows(&self) -> impl Iterator<Item = &TableRow> {
        self.rows.iter().filter(|row| row.kind != RowKind::Derived)
    }
}
