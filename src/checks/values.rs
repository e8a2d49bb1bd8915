//! Values by key: what an identity looks at, wherever they stand.

use rust_decimal::Decimal;

use super::Where;
use crate::calendar::Year;
use crate::figures::{AccountsKey, AmountColumn, FundLineId, Key, RowMeasure};
use crate::project::{StatementId, TableId};

/// A number as it stands somewhere, with how coarsely it is written there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The number.
    pub value: Decimal,
    /// One unit of the last digit that it is rounded to; 0 where it is exact.
    pub step: Decimal,
}

impl Reading {
    /// A number without rounding.
    pub fn exact(value: Decimal) -> Self {
        Self { value, step: Decimal::ZERO }
    }

    /// A number that was rounded to `decimals`.
    pub fn rounded(value: Decimal, decimals: u32) -> Self {
        Self { value, step: Decimal::new(1, decimals) }
    }

    /// Kroner: exact where øre are written, else whole kroner.
    pub fn kroner(value: Decimal) -> Self {
        match value.scale() {
            0 | 1 => Self::rounded(value, value.scale()),
            _ => Self::exact(value),
        }
    }

    /// How far the exact number may lie from the one that is written.
    pub fn reach(self) -> Decimal {
        self.step / Decimal::TWO
    }
}

/// Lists whose rows are the company's own, so that no rule can know their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The units or projects of a second paragraph.
    Lines(StatementId, Year),
    /// The rows of a table, by their keys.
    Rows(TableId),
}

/// Numbers by key. The project's figures are one source of them, a printed table another.
pub trait Values {
    /// The number with that name, if it stands here.
    fn get(&self, key: &Key) -> Option<Reading>;
    /// The years of which statements are known.
    fn statement_years(&self) -> Vec<Year>;
    /// The names of a list's rows, in order.
    fn list(&self, list: List) -> Vec<String>;
    /// The lines of the fund's table that moved it in a year, in order.
    fn fund_movements(&self, year: Year) -> Vec<FundLineId>;
    /// Where the number with that name stands.
    fn place(&self, key: &Key) -> Where;
}

/// The years that the identities are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The year that is reported on.
    pub year: Year,
    /// The years that it is compared with, first and last.
    pub baseline: (Year, Year),
}

/// The key of a statement's row.
pub fn row(statement: StatementId, year: Year, column: AmountColumn, row: &str) -> Key {
    Key::Accounts(AccountsKey::Row {
        statement,
        year,
        measure: RowMeasure::Amount(column),
        row: row.to_owned(),
    })
}

/// The key of a fund's line.
pub fn fund(year: Year, line: FundLineId) -> Key {
    Key::Accounts(AccountsKey::Fund(year, line))
}

/// The key of a cell of a table.
pub fn cell(table: TableId, row: &str, column: &'static str) -> Key {
    Key::Cell { table, row: row.to_owned(), column }
}
