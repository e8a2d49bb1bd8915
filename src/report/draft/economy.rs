//! First sentences on the accounts: the result against the budget, the fund.

use rust_decimal::Decimal;

use super::Writer;
use crate::figures::{AccountsKey, AmountColumn, Key, RowMeasure};
use crate::kostra::row;
use crate::project::StatementId;
use crate::t;

impl Writer<'_> {
    /// The year in a few sentences, from every part of the report.
    pub(super) fn brief(&self) -> Vec<String> {
        let first = |sentences: Vec<String>| sentences.into_iter().next();
        let cases = self.cases(crate::figures::Period::Year).into_iter().take(2);
        let others = [first(self.goals()), first(self.sick_leave()), first(self.economy())];
        cases.chain(others.into_iter().flatten()).collect()
    }

    /// *Netto driftsresultat*, and what it is against the budget.
    pub(super) fn economy(&self) -> Vec<String> {
        let key = |measure| row_key(StatementId::ByNature, self.year, measure, NET_RESULT);
        let result = key(RowMeasure::Amount(AmountColumn::Actual));
        let deviation = key(RowMeasure::Deviation(AmountColumn::RevisedBudget));
        let mut sentences = Vec::new();
        // The ledger has income below zero: a result below zero is a surplus.
        if let (Some(value), Some(amount)) = (self.figures.value(&result), self.unsigned(&result)) {
            sentences.push(match value {
                value if value.is_zero() => t!("draft-no-result"),
                value if value < Decimal::ZERO => t!("draft-surplus", amount = amount),
                _ => t!("draft-deficit", amount = amount),
            });
        }
        if let (Some(off), Some(amount)) =
            (self.figures.value(&deviation), self.unsigned(&deviation))
        {
            sentences.push(match off {
                off if off.is_zero() => t!("draft-as-budgeted"),
                off if off < Decimal::ZERO => t!("draft-better", amount = amount),
                _ => t!("draft-worse", amount = amount),
            });
        }
        sentences.extend(self.set_aside());
        sentences.extend(self.fund());
        sentences
    }

    /// What of the result goes to the *disposisjonsfond*, or what is used of it.
    fn set_aside(&self) -> Option<String> {
        let rows = TO_FUND.into_iter().map(|row| {
            row_key(StatementId::ByNature, self.year, RowMeasure::Amount(AmountColumn::Actual), row)
        });
        let (key, value) = rows
            .filter_map(|key| self.figures.value(&key).map(|value| (key, value)))
            .find(|(_, value)| !value.is_zero())?;
        let amount = self.unsigned(&key)?;
        Some(match value > Decimal::ZERO {
            true => t!("draft-set-aside", amount = amount),
            false => t!("draft-fund-used", amount = amount),
        })
    }

    /// What the *disposisjonsfond* closes with.
    pub(super) fn fund(&self) -> Vec<String> {
        let key = |column| {
            row_key(StatementId::BalanceSheet, self.year, RowMeasure::Amount(column), FUND)
        };
        let Some(balance) = self.unsigned(&key(AmountColumn::Actual)) else { return Vec::new() };
        vec![match self.unsigned(&key(AmountColumn::LastYear)) {
            Some(before) => t!("draft-fund-both", balance = balance, before = before),
            None => t!("draft-fund", balance = balance),
        }]
    }
}

/// The row of §5-6 that the year is judged by.
const NET_RESULT: &str = row::NETTO_DRIFTSRESULTAT;
/// The rows of §5-6 that go to the *disposisjonsfond* or come from it: netted, or one row for
/// each direction.
const TO_FUND: [&str; 3] =
    [row::NETTO_DISPOSISJONSFOND, row::AVSETNING_DISPOSISJONSFOND, row::BRUK_DISPOSISJONSFOND];
/// The row of §5-8 that holds the free reserve.
const FUND: &str = row::DISPOSISJONSFOND;

fn row_key(statement: StatementId, year: i16, measure: RowMeasure, row: &str) -> Key {
    Key::Accounts(AccountsKey::Row { statement, year, measure, row: row.to_owned() })
}
