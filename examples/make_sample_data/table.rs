//! A table as every format writes it.

use arsmelding::calendar::{Date, Year};
use jiff::civil::DateTime;

use crate::accounts::Ore;

/// A cell.
pub enum Value {
    /// Nothing.
    Blank,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// Kroner, in øre.
    Amount(Ore),
    /// A day.
    Day(Date),
    /// A moment, to the minute.
    Moment(DateTime),
}

impl Value {
    /// The cell as a person reads it: `11.03.2021 08:15`, `42,8`, `-1234,50`.
    pub fn display(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string().replace('.', ","),
            Self::Amount(ore) => {
                let minus = if *ore < 0 { "-" } else { "" };
                format!("{minus}{},{:02}", ore.abs() / 100, ore.abs() % 100)
            }
            Self::Day(day) => day.strftime("%d.%m.%Y").to_string(),
            Self::Moment(moment) => moment.strftime("%d.%m.%Y %H:%M").to_string(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }
}

impl From<u32> for Value {
    fn from(count: u32) -> Self {
        Self::Number(f64::from(count))
    }
}

impl From<Year> for Value {
    fn from(year: Year) -> Self {
        Self::Number(f64::from(year))
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<DateTime> for Value {
    fn from(moment: DateTime) -> Self {
        Self::Moment(moment)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Blank, Into::into)
    }
}

/// A row of anything that can be a cell.
macro_rules! row {
    ($($value:expr),+ $(,)?) => { vec![$($crate::table::Value::from($value)),+] };
}
pub(crate) use row;

/// A sheet.
pub struct Table {
    /// The sheet's name.
    pub name: &'static str,
    /// What stands above the header, a line each.
    pub titles: Vec<String>,
    /// The columns' names.
    pub header: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<Value>>,
    /// The sum row, empty where there is none.
    pub sum: Vec<Value>,
}

impl Table {
    /// A table without titles and sum row.
    pub fn plain(name: &'static str, header: &[&'static str], rows: Vec<Vec<Value>>) -> Self {
        Self { name, titles: Vec::new(), header: header.to_vec(), rows, sum: Vec::new() }
    }
}
