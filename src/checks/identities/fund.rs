//! The table of the *disposisjonsfond*: every year opens where the one before closed, and closes
//! with what moved it; balance sheet and statements say the same.

use super::statements::net_of_fund;
use crate::calendar::Year;
use crate::checks::rule::rules;
use crate::checks::values::{fund, row};
use crate::checks::{Expected, Identity, Linear, Scope, Values};
use crate::figures::{AmountColumn, FundLineId, Key};
use crate::kostra::row;
use crate::project::StatementId;

use AmountColumn::{Actual, LastYear};

rules! {
    /// A year closes where it opened, with its movements.
    SUM { id: "fund-sum", severity: Error, words: "check-fund-sum", find: None }
    /// A year opens where the one before closed.
    OPENING { id: "fund-opening", severity: Error, words: "check-fund-opening", find: None }
    /// The fund equals the fund in the balance sheet.
    BALANCE { id: "fund-balance", severity: Error, words: "check-fund-balance", find: None }
    /// The amount set aside equals the amount in the statements.
    SET_ASIDE { id: "fund-set-aside", severity: Error, words: "check-fund-set-aside", find: None }
}

/// How many years the table shows.
const YEARS: Year = 5;

/// Adds the identities of the fund's table.
pub fn push(all: &mut Vec<Identity>, values: &dyn Values, scope: &Scope) {
    for year in scope.year.saturating_sub(YEARS - 1)..=scope.year {
        let moved = values.fund_movements(year).into_iter().map(|line| fund(year, line));
        let moved = moved.filter(|key| values.get(key).is_some());
        let [opening, closing] =
            [FundLineId::Opening, FundLineId::Closing].map(|line| fund(year, line));
        let sum = Linear::one(opening.clone()).plus_all(1, moved);
        all.push(Identity::new(&SUM, closing.clone(), Expected::Sum(sum)));
        let before = Expected::Same(1, fund(year - 1, FundLineId::Closing));
        all.push(Identity::new(&OPENING, opening.clone(), before));
        for (line, column) in [(closing, Actual), (opening, LastYear)] {
            push_balance(all, year, line, column);
        }
        push_set_aside(all, values, year);
    }
}

/// The balance sheet shows the fund as a negative number, so the sign is turned.
fn push_balance(all: &mut Vec<Identity>, year: Year, line: Key, column: AmountColumn) {
    let balance = row(StatementId::BalanceSheet, year, column, row::DISPOSISJONSFOND);
    all.push(Identity::new(&BALANCE, line, Expected::Same(-1, balance)));
}

/// Holds the amount set aside against the year's statement and against the last column of the
/// next year's statement.
fn push_set_aside(all: &mut Vec<Identity>, values: &dyn Values, year: Year) {
    let subject = fund(year, FundLineId::SetAside);
    for (year, column) in [(year, Actual), (year + 1, LastYear)] {
        for statement in [StatementId::ByNature, StatementId::Appropriations] {
            let net = net_of_fund(values, statement, year, column, row::DISPOSISJONSFOND);
            all.push(Identity::new(&SET_ASIDE, subject.clone(), same_or_sum(net)));
        }
    }
}

fn same_or_sum(mut keys: Vec<Key>) -> Expected {
    match keys.len() {
        1 => Expected::Same(1, keys.remove(0)),
        _ => Expected::Sum(Linear::sum(keys)),
    }
}
