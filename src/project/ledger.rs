//! Ledger rows, compactly: account strings as tables, rows as tuples, shared per source.
//!
//! Neither the text nor the supplier of a row is kept, and a customer only where the register
//! knows it.

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::SourceId;

/// A full account string.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountString {
    /// The *kontoklasse*; empty where the export has none.
    pub class: String,
    /// The *art* with the digits that the company appends, or a balance account.
    pub account: String,
    /// The *ansvar*.
    pub unit: String,
    /// The *funksjon*.
    pub function: String,
    /// The *prosjekt*.
    pub project: String,
    /// What the export calls the account.
    pub name: String,
}

/// A posting. In the file it is a tuple in the order of these fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "LedgerTuple", into = "LedgerTuple")]
pub struct LedgerRow {
    /// The account string, by its place in the batch.
    pub account: u32,
    /// The accounting period: 0 is the opening balance, 1 to 12 the months, 13 the year's end.
    pub period: u8,
    /// The day of the voucher, where it is known.
    pub day: Option<Date>,
    /// The voucher's number (*bilag*).
    pub voucher: Box<str>,
    /// Debit above zero, credit below, in kroner.
    pub amount: Decimal,
    /// The customer, by its place among the batch's customers.
    pub customer: Option<u32>,
    /// The row of the source, as Excel counts.
    pub row: u32,
}

type LedgerTuple = (u32, u8, Option<Date>, Box<str>, Decimal, Option<u32>, u32);

impl From<LedgerTuple> for LedgerRow {
    fn from((account, period, day, voucher, amount, customer, row): LedgerTuple) -> Self {
        Self { account, period, day, voucher, amount, customer, row }
    }
}

impl From<LedgerRow> for LedgerTuple {
    fn from(row: LedgerRow) -> Self {
        (row.account, row.period, row.day, row.voucher, row.amount, row.customer, row.row)
    }
}

/// The ledger rows of one source: one year's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerBatch {
    /// The source that they were read from.
    pub source: SourceId,
    /// The year of the accounts.
    pub year: i16,
    /// The account strings of the rows.
    pub accounts: Arc<Vec<AccountString>>,
    /// The customers of the rows, as the register names them.
    pub customers: Arc<Vec<String>>,
    /// The rows, in the order of the source.
    pub rows: Arc<Vec<LedgerRow>>,
}
