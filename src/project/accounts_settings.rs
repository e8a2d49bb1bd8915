//! How the accounts are shown and judged.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::StatementId;
use super::field::choice_field;

choice_field! {
    /// How far the accounts have come.
    pub enum AccountsStatus {
        /// *Foreløpig*: may still change.
        Preliminary = "preliminary" "accounts-preliminary",
        /// *Avlagt*: presented by the daily manager.
        Presented = "presented" "accounts-presented",
        /// *Revidert*: audited.
        Audited = "audited" "accounts-audited",
    }
}

choice_field! {
    /// Whether a statement has one line for what goes to and from a fund, or two.
    pub enum FundLines {
        /// As the regulation's form of the year has it.
        AsTheYear = "year" "fund-lines-year",
        /// One line, netted, as in 2021.
        Netted = "netted" "fund-lines-netted",
        /// A line to the fund and a line from it, as in later years.
        Split = "split" "fund-lines-split",
    }
}

choice_field! {
    /// With which sign a statement is shown.
    pub enum ShownSign {
        /// As in the ledger: income below zero.
        Ledger = "ledger" "sign-ledger",
        /// Turned: income and a surplus above zero.
        Turned = "turned" "sign-turned",
    }
}

impl ShownSign {
    /// An amount of the ledger as it is shown.
    pub fn shown(self, amount: Decimal) -> Decimal {
        match self {
            Self::Ledger => amount,
            Self::Turned => -amount,
        }
    }
}

choice_field! {
    /// In what a statement is shown.
    pub enum ShownUnit {
        /// To the øre.
        Ore = "ore" "unit-ore",
        /// In whole kroner.
        Kroner = "kroner" "unit-kroner",
        /// In thousands of kroner.
        Thousands = "thousands" "unit-thousands",
    }
}

choice_field! {
    /// Where the *art* 160 and 165 (travel that must be reported) stand in §5-6.
    pub enum TravelLine {
        /// Among *lønnsutgifter*, as SSB groups them.
        Salaries = "salaries" "travel-salaries",
        /// Among *kjøp av varer og tjenester*.
        Purchases = "purchases" "travel-purchases",
    }
}

/// How one statement is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Presentation {
    /// With which sign.
    pub sign: ShownSign,
    /// In what.
    pub unit: ShownUnit,
}

/// How the accounts are shown and judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountsSettings {
    /// How far the accounts have come.
    pub status: AccountsStatus,
    /// Since when.
    pub status_date: Option<Date>,
    /// A line needs a remark when it is further from the *regulert budsjett* than this, in
    /// percent of it, …
    pub limit_percent: Decimal,
    /// … and than this, in kroner. A zero budget is judged by kroner alone.
    pub limit_kroner: Decimal,
    /// Whether funds have one line or two.
    pub fund_lines: FundLines,
    /// Where reportable travel stands.
    pub travel: TravelLine,
    /// Statements that are not shown as the rest: to the øre and with the ledger's sign.
    pub presentations: Vec<(StatementId, Presentation)>,
}

impl Default for AccountsSettings {
    fn default() -> Self {
        Self {
            status: AccountsStatus::default(),
            status_date: None,
            limit_percent: Decimal::TEN,
            limit_kroner: Decimal::from(100_000),
            fund_lines: FundLines::default(),
            travel: TravelLine::default(),
            presentations: Vec::new(),
        }
    }
}

impl AccountsSettings {
    /// How a statement is shown.
    pub fn presentation(&self, statement: StatementId) -> Presentation {
        let known = self.presentations.iter().find(|(id, _)| *id == statement);
        known.map_or_else(Presentation::default, |(_, presentation)| *presentation)
    }

    /// Shows a statement in another way.
    pub fn present(&mut self, statement: StatementId, presentation: Presentation) {
        self.presentations.retain(|(id, _)| *id != statement);
        if presentation != Presentation::default() {
            self.presentations.push((statement, presentation));
            self.presentations.sort_by_key(|(id, _)| *id);
        }
    }
}
