//! The four amounts of a line or an account.

use rust_decimal::Decimal;

/// A column of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AmountColumn {
    /// The year's accounts; of a balance sheet the closing balance.
    Actual,
    /// The *regulert budsjett*.
    RevisedBudget,
    /// The *opprinnelig budsjett*.
    OriginalBudget,
    /// The accounts of the year before; of a balance sheet the opening balance.
    LastYear,
}

impl AmountColumn {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] =
        [Self::Actual, Self::RevisedBudget, Self::OriginalBudget, Self::LastYear];

    /// The columns of a balance sheet.
    pub const OF_BALANCE: [Self; 2] = [Self::Actual, Self::LastYear];

    /// The column's id in the tables `balances` and `statements`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::RevisedBudget => "revised_budget",
            Self::OriginalBudget => "original_budget",
            Self::LastYear => "last_year",
        }
    }
}

/// The four amounts, in kroner with the ledger's sign; `None` is a gap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amounts([Option<Decimal>; 4]);

impl Amounts {
    /// The amounts in the order of [`AmountColumn::ALL`].
    pub fn new(amounts: [Option<Decimal>; 4]) -> Self {
        Self(amounts)
    }

    /// One of them.
    pub fn get(&self, column: AmountColumn) -> Option<Decimal> {
        self.0[column as usize]
    }

    /// Sets one of them.
    pub fn set(&mut self, column: AmountColumn, amount: Option<Decimal>) {
        self.0[column as usize] = amount;
    }

    /// Adds amounts; a gap adds nothing, and a sum beyond what can be counted is a gap.
    pub fn add(&mut self, other: &Self) {
        for (sum, other) in self.0.iter_mut().zip(other.0) {
            if let Some(other) = other {
                *sum = sum.unwrap_or_default().checked_add(other);
            }
        }
    }

    /// Zero where `known` says that the column is known, but nothing stands here.
    #[must_use]
    pub fn filled(mut self, known: [bool; 4]) -> Self {
        for (amount, known) in self.0.iter_mut().zip(known) {
            *amount = if known { Some(amount.unwrap_or_default()) } else { None };
        }
        self
    }

    /// Whether nothing but zeros and gaps stands here.
    pub fn is_zero(&self) -> bool {
        self.0.iter().flatten().all(Decimal::is_zero)
    }

    /// Whether nothing stands here at all.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}
