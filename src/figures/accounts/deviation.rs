//! Deviations of the accounts from the budget: their size and their name.

use rust_decimal::Decimal;

use super::remarked::lines_of;
use super::{AmountColumn, Statement, StatementRow, StatementRowKind};
use crate::calendar::Year;
use crate::figures::Figures;
use crate::kostra::{Side, folded, layout};
use crate::project::{AccountsSettings, Remark, StatementId};
use crate::text_key;

/// What a deviation is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviationKind {
    /// *Merinntekt*.
    MoreIncome,
    /// *Mindreinntekt*.
    LessIncome,
    /// *Merutgift*.
    MoreExpense,
    /// *Mindreutgift*.
    LessExpense,
    /// More set aside or transferred of the result.
    MoreDisposed,
    /// Less set aside or transferred of the result.
    LessDisposed,
    /// A result better than the budget.
    Better,
    /// A result weaker than the budget.
    Weaker,
}

impl DeviationKind {
    /// How the locale files name it.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::MoreIncome => text_key!("deviation-more-income"),
            Self::LessIncome => text_key!("deviation-less-income"),
            Self::MoreExpense => text_key!("deviation-more-expense"),
            Self::LessExpense => text_key!("deviation-less-expense"),
            Self::MoreDisposed => text_key!("deviation-more-disposed"),
            Self::LessDisposed => text_key!("deviation-less-disposed"),
            Self::Better => text_key!("deviation-better"),
            Self::Weaker => text_key!("deviation-weaker"),
        }
    }
}

/// How far the accounts are from a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// Accounts less budget, with the ledger's sign: below zero is more income or less expense.
    pub kroner: Decimal,
    /// The same in percent of the budget's size; `None` for a zero budget.
    pub percent: Option<Decimal>,
    /// What it is called; `None` where there is no deviation.
    pub kind: Option<DeviationKind>,
}

impl Deviation {
    /// Whether the deviation is beyond both limits; a zero budget is judged by kroner alone.
    pub fn is_over(&self, settings: &AccountsSettings) -> bool {
        self.kroner.abs() > settings.limit_kroner
            && self.percent.is_none_or(|percent| percent.abs() > settings.limit_percent)
    }
}

/// How far a row is from the budget of that column.
pub fn deviation(row: &StatementRow, budget: AmountColumn) -> Option<Deviation> {
    if row.side == Side::Balance {
        return None;
    }
    let (actual, planned) = (row.amounts.get(AmountColumn::Actual)?, row.amounts.get(budget)?);
    let (kroner, percent) = deviation_of(actual, planned)?;
    Some(Deviation { kroner, percent, kind: kind(row.side, kroner) })
}

/// Accounts less budget, and the same in percent of the budget's size; no percent of a zero budget.
pub(super) fn deviation_of(
    actual: Decimal,
    planned: Decimal,
) -> Option<(Decimal, Option<Decimal>)> {
    let kroner = actual.checked_sub(planned)?;
    Some((kroner, kroner.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(planned.abs())))
}

fn kind(side: Side, kroner: Decimal) -> Option<DeviationKind> {
    let is_below = match kroner {
        zero if zero.is_zero() => return None,
        kroner => kroner.is_sign_negative(),
    };
    Some(match (side, is_below) {
        (Side::Income, true) => DeviationKind::MoreIncome,
        (Side::Income, false) => DeviationKind::LessIncome,
        (Side::Expense, true) => DeviationKind::LessExpense,
        (Side::Expense, false) => DeviationKind::MoreExpense,
        (Side::Disposal, true) => DeviationKind::LessDisposed,
        (Side::Disposal, false) => DeviationKind::MoreDisposed,
        (_, true) => DeviationKind::Better,
        (_, false) => DeviationKind::Weaker,
    })
}

/// A line that is over both limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDeviation {
    /// The statement in which it is asked for.
    pub statement: StatementId,
    /// The line's id.
    pub row: String,
    /// The line's words.
    pub name: String,
    /// What the line came to, and the *regulert budsjett*.
    pub amounts: (Decimal, Decimal),
    /// How far it is off.
    pub deviation: Deviation,
    /// The remark that tells why, by its row in the table of remarks.
    pub remark: Option<usize>,
}

impl Figures {
    /// The lines of a year that are over both limits, with their remarks. A line that stands in
    /// §5-4 as it does in §5-6 is asked for once, in §5-6.
    pub fn deviations(&self, year: Year) -> Vec<LineDeviation> {
        let asked = [StatementId::ByNature, StatementId::Appropriations, StatementId::Investment];
        let statements = asked.into_iter().filter_map(|id| self.statement(id, year));
        let lines =
            statements.flat_map(|statement| statement.rows.iter().map(move |row| (statement, row)));
        let asking = lines.filter(|(statement, row)| {
            row.kind == StatementRowKind::Line && asks_here(statement.id, &row.id)
        });
        let settings = &self.project().accounts_settings;
        let over = asking.filter_map(|(statement, row)| {
            let deviation = deviation(row, AmountColumn::RevisedBudget)?;
            let amounts = (
                row.amounts.get(AmountColumn::Actual)?,
                row.amounts.get(AmountColumn::RevisedBudget)?,
            );
            deviation.is_over(settings).then(|| LineDeviation {
                statement: statement.id,
                row: row.id.to_string(),
                name: row.name.to_string(),
                amounts,
                deviation,
                remark: self.remark(statement, row),
            })
        });
        over.collect()
    }

    /// The remark that covers a line, by its row in the table of remarks.
    pub fn remark(&self, statement: &Statement, row: &StatementRow) -> Option<usize> {
        let covers = |remark: &Remark| {
            let mut lines = lines_of(remark).map(folded);
            lines.any(|line| line == folded(&row.name) || line == folded(&row.id))
        };
        let is_of_line = |remark: &Remark| {
            remark.statement == statement.id || is_shared(statement.id, remark.statement, &row.id)
        };
        self.project().remarks.iter().position(|remark| {
            let has_text = !remark.remark.trim().is_empty();
            has_text && remark.year == Some(statement.year) && is_of_line(remark) && covers(remark)
        })
    }
}

/// Whether a line is asked about in this statement, or in §5-6 already.
fn asks_here(statement: StatementId, row: &str) -> bool {
    !is_shared(statement, StatementId::ByNature, row) || statement == StatementId::ByNature
}

/// Whether §5-4 and §5-6, the two statements, both have the line.
fn is_shared(a: StatementId, b: StatementId, row: &str) -> bool {
    let of_drift = [StatementId::Appropriations, StatementId::ByNature];
    let has = |id| {
        let rows = layout(id).into_iter().flat_map(|layout| layout.all_rows());
        rows.filter_map(|row| row.id()).any(|other| other == row)
    };
    of_drift.contains(&a) && of_drift.contains(&b) && has(a) && has(b)
}
