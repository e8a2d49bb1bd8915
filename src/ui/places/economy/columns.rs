//! The columns of a statement as it is shown: which there are, what stands in them and over them,
//! and how.

use rust_decimal::Decimal;

use crate::app::Document;
use crate::calendar::Year;
use crate::figures::{
    Account, AmountColumn, Amounts, Basis, Statement, StatementRow, unit_word_key,
};
use crate::number;
use crate::project::{AccountsSettings, Presentation, ShownUnit, StatementId};
use crate::t;

/// A column of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Col {
    /// The line's words.
    Name,
    /// An amount.
    Amount(AmountColumn),
    /// The year's accounts as somebody printed them.
    Printed,
    /// The accounts less a budget.
    Deviation(AmountColumn),
    /// The same in percent of the budget.
    Percent(AmountColumn),
}

/// Which columns a person wants to see beside the year's accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ColumnChoice {
    pub revised: bool,
    pub original: bool,
    pub last_year: bool,
    pub deviation: bool,
    pub deviation_original: bool,
    pub printed: bool,
}

impl Default for ColumnChoice {
    fn default() -> Self {
        Self {
            revised: true,
            original: true,
            last_year: true,
            deviation: true,
            deviation_original: false,
            printed: true,
        }
    }
}

impl ColumnChoice {
    /// The columns of `statement` that are wanted, the words first.
    pub fn columns(self, statement: &Statement) -> Vec<Col> {
        let shows_printed = self.printed && has_printed(statement);
        let held = statement.columns();
        let amounts = held.iter().filter(|column| match column {
            AmountColumn::Actual => true,
            AmountColumn::RevisedBudget => self.revised,
            AmountColumn::OriginalBudget => self.original,
            AmountColumn::LastYear => self.last_year,
        });
        let mut columns = vec![Col::Name];
        columns.extend(amounts.map(|column| Col::Amount(*column)));
        if shows_printed {
            columns.insert(2, Col::Printed);
        }
        let budgets = [
            (AmountColumn::RevisedBudget, self.deviation),
            (AmountColumn::OriginalBudget, self.deviation_original),
        ];
        for (budget, _) in budgets.iter().filter(|(column, on)| *on && held.contains(column)) {
            columns.extend([Col::Deviation(*budget), Col::Percent(*budget)]);
        }
        columns
    }
}

/// Whether printed amounts add anything to the statement's amounts. They are compared with
/// accounts; where there are none, a printed sum is compared with the sum of the printed lines.
fn has_printed(statement: &Statement) -> bool {
    let actual = |row: &StatementRow| row.printed?.get(AmountColumn::Actual);
    let is_off = |row: &StatementRow| {
        actual(row).is_some() && actual(row) != row.amounts.get(AmountColumn::Actual)
    };
    match statement.basis {
        Basis::Accounts => statement.rows.iter().any(|row| actual(row).is_some()),
        _ => statement.rows.iter().any(is_off),
    }
}

impl Col {
    /// The head's words.
    pub fn title(self, year: Year) -> String {
        match self {
            Self::Name => t!("economy-name"),
            Self::Amount(AmountColumn::Actual) => t!("economy-actual", year = year.to_string()),
            Self::Amount(AmountColumn::RevisedBudget) => t!("economy-revised"),
            Self::Amount(AmountColumn::OriginalBudget) => t!("economy-original"),
            Self::Amount(AmountColumn::LastYear) => {
                t!("economy-actual", year = year.saturating_sub(1).to_string())
            }
            Self::Printed => t!("economy-printed"),
            Self::Deviation(AmountColumn::OriginalBudget) => t!("economy-deviation-original"),
            Self::Deviation(_) => t!("economy-deviation"),
            Self::Percent(_) => t!("economy-percent"),
        }
    }

    /// How wide it is.
    pub fn width(self, has_decimals: bool) -> f32 {
        match self {
            Self::Percent(_) => 74.0,
            Self::Deviation(_) if has_decimals => 111.0,
            _ if has_decimals => 114.0,
            _ => 94.0,
        }
    }

    /// The column of the accounts that its number is made of; a budget's for its deviation too.
    pub fn amount(self) -> AmountColumn {
        match self {
            Self::Amount(column) => column,
            _ => AmountColumn::Actual,
        }
    }

    /// What stands in the column: kroner with the ledger's sign, or percent.
    pub fn value(self, amounts: &Amounts, printed: Option<&Amounts>) -> Option<Decimal> {
        let difference = |budget| {
            let planned = amounts.get(budget)?;
            amounts.get(AmountColumn::Actual)?.checked_sub(planned)
        };
        match self {
            Self::Name => None,
            Self::Amount(column) => amounts.get(column),
            Self::Printed => printed?.get(AmountColumn::Actual),
            Self::Deviation(budget) => difference(budget),
            Self::Percent(budget) => {
                let planned = amounts.get(budget)?.abs();
                difference(budget)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(planned)
            }
        }
    }
}

/// How the amounts of one statement are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Money {
    presentation: Presentation,
    /// Whether a column of a budget has no øre, so that it needs no decimals.
    is_whole: [bool; 4],
}

impl Money {
    /// As `presentation` says; budgets that have no øre are written without.
    pub fn of(presentation: Presentation, statement: &Statement, accounts: &[Account]) -> Self {
        let lines = statement.rows.iter().map(|row| &row.amounts);
        let of_accounts = statement.rows.iter().flat_map(|row| &row.accounts);
        let of_accounts = of_accounts.filter_map(|at| Some(&accounts.get(*at)?.amounts));
        let mut is_whole = [true; 4];
        for amounts in lines.chain(of_accounts) {
            for column in AmountColumn::ALL {
                is_whole[column as usize] &=
                    amounts.get(column).is_none_or(|amount| amount.fract().is_zero());
            }
        }
        is_whole[AmountColumn::Actual as usize] = false;
        is_whole[AmountColumn::LastYear as usize] = false;
        Self { presentation, is_whole }
    }

    /// In whole numbers, or with øre.
    pub fn decimals(&self, column: Col) -> u32 {
        match (column, self.presentation.unit) {
            (Col::Percent(_), _) => 1,
            (_, ShownUnit::Kroner | ShownUnit::Thousands) => 0,
            (Col::Amount(column), ShownUnit::Ore) if self.is_whole[column as usize] => 0,
            _ => 2,
        }
    }

    /// A value of `column` as it stands in the table.
    pub fn text(&self, value: Decimal, column: Col) -> String {
        let signed = self.presentation.sign.shown(value);
        let decimals = self.decimals(column);
        match (column, self.presentation.unit) {
            (Col::Percent(_), _) => number::signed_percent(signed, decimals),
            (_, ShownUnit::Thousands) => number::decimal(signed / Decimal::ONE_THOUSAND, decimals),
            _ => number::decimal(signed, decimals),
        }
    }

    /// An amount to the øre, with the statement's sign and unit: for what stands alone.
    pub fn alone(&self, value: Decimal) -> String {
        self.text(value, Col::Amount(AmountColumn::Actual))
    }
}

/// "Tall i 1 kroner · Foreløpig regnskap".
pub(super) fn caption(document: &Document, statement: StatementId) -> String {
    let settings = &document.project().accounts_settings;
    let unit = t!(unit_word_key(settings.presentation(statement).unit));
    t!("economy-caption", unit = unit, status = status(settings))
}

/// "Foreløpig regnskap", "Avlagt 14.2.2022".
fn status(settings: &AccountsSettings) -> String {
    let word = settings.status.choice().word();
    match settings.status_date {
        Some(date) => {
            let date = format!("{}.{}.{}", date.day(), date.month(), date.year());
            t!("economy-status-dated", status = word, date = date)
        }
        None => t!("economy-status", status = word),
    }
}
