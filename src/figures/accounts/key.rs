//! The names of the accounts' figures.

use std::fmt;

use super::{AmountColumn, CapacityMeasure, FundLineId};
use crate::calendar::Year;
use crate::figures::key::slug;
use crate::kostra::row;
use crate::project::StatementId;

/// What is said of a statement's row, or of a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowMeasure {
    /// An amount.
    Amount(AmountColumn),
    /// Accounts less that budget.
    Deviation(AmountColumn),
    /// The same in percent of the budget's size.
    DeviationPercent(AmountColumn),
}

/// The name of a figure of the accounts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AccountsKey {
    /// A row of a statement: `§5-6.2021.regnskap.lønnsutgifter`.
    Row {
        /// The statement.
        statement: StatementId,
        /// The year.
        year: Year,
        /// What is said of the row.
        measure: RowMeasure,
        /// The row's id.
        row: String,
    },
    /// An account string: `konto.2021.regnskap.1-010-100-120`.
    Account {
        /// The year.
        year: Year,
        /// What is said of the account.
        measure: RowMeasure,
        /// The account string as people write it.
        account: String,
    },
    /// The accounts of one art, or in the balance of one chapter, on a line of a statement:
    /// `§5-6.2021.regnskap.lønnsutgifter.010`.
    Art {
        /// The statement.
        statement: StatementId,
        /// The year.
        year: Year,
        /// What is said of them.
        measure: RowMeasure,
        /// The line's id.
        row: String,
        /// The code that the accounts are gathered under.
        art: String,
    },
    /// A line of the fund: `disposisjonsfond.2021.saldo-31-12`.
    Fund(Year, FundLineId),
    /// A key figure in kroner: `handleevne.2021.netto-driftsresultat`.
    Capacity(Year, CapacityMeasure),
    /// The same in percent of *driftsinntekter*: `handleevne.2021.netto-driftsresultat-prosent`.
    CapacityPercent(Year, CapacityMeasure),
}

impl AccountsKey {
    /// The year that the figure belongs to.
    pub fn year(&self) -> Year {
        match self {
            Self::Row { year, .. } | Self::Art { year, .. } | Self::Account { year, .. } => *year,
            Self::Fund(year, _) | Self::Capacity(year, _) | Self::CapacityPercent(year, _) => *year,
        }
    }

    /// What is said of a row, an art or an account; `None` of all other figures.
    pub fn measure(&self) -> Option<RowMeasure> {
        match self {
            Self::Row { measure, .. }
            | Self::Art { measure, .. }
            | Self::Account { measure, .. } => Some(*measure),
            _ => None,
        }
    }

    /// The same row, art or account with another measure.
    #[must_use]
    pub fn with_measure(&self, of: RowMeasure) -> Self {
        let mut key = self.clone();
        if let Self::Row { measure, .. }
        | Self::Art { measure, .. }
        | Self::Account { measure, .. } = &mut key
        {
            *measure = of;
        }
        key
    }
}

impl fmt::Display for AccountsKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Row { statement, year, measure, row } => {
                let statement = statement.id().replacen("par", "§", 1);
                write!(f, "{statement}.{year}.{}.{}", measure_part(*measure), slug(row))
            }
            Self::Art { statement, year, measure, row, art } => {
                let statement = statement.id().replacen("par", "§", 1);
                let (measure, row) = (measure_part(*measure), slug(row));
                write!(f, "{statement}.{year}.{measure}.{row}.{}", slug(art))
            }
            Self::Account { year, measure, account } => {
                write!(f, "konto.{year}.{}.{}", measure_part(*measure), slug(account))
            }
            Self::Fund(year, line) => write!(f, "disposisjonsfond.{year}.{}", slug(line.id())),
            Self::Capacity(year, measure) => {
                write!(f, "handleevne.{year}.{}", capacity_part(*measure))
            }
            Self::CapacityPercent(year, measure) => {
                write!(f, "handleevne.{year}.{}-prosent", capacity_part(*measure))
            }
        }
    }
}

fn column_part(column: AmountColumn) -> &'static str {
    match column {
        AmountColumn::Actual => "regnskap",
        AmountColumn::RevisedBudget => "regulert",
        AmountColumn::OriginalBudget => "opprinnelig",
        AmountColumn::LastYear => "i-fjor",
    }
}

fn measure_part(measure: RowMeasure) -> &'static str {
    match measure {
        RowMeasure::Amount(column) => column_part(column),
        RowMeasure::Deviation(AmountColumn::OriginalBudget) => "avvik-opprinnelig",
        RowMeasure::Deviation(_) => "avvik",
        RowMeasure::DeviationPercent(AmountColumn::OriginalBudget) => "avvik-opprinnelig-prosent",
        RowMeasure::DeviationPercent(_) => "avvik-prosent",
    }
}

fn capacity_part(measure: CapacityMeasure) -> &'static str {
    match measure {
        CapacityMeasure::NetResult => row::NETTO_DRIFTSRESULTAT,
        CapacityMeasure::Fund => row::DISPOSISJONSFOND,
        CapacityMeasure::WorkingCapital => "arbeidskapital",
    }
}
