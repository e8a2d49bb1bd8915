//! The company's accounts of 2021: the report's totals, shared out over made-up accounts.

mod balance;
mod codes;
mod investment;
mod ledger;
mod money;
mod operations;
pub mod remarks;
mod rules;
mod shares;
pub mod statements;

pub use balance::balance_accounts;
pub use codes::{FUNCTIONS, PROJECTS, UNITS, account_name, name_of};
pub use ledger::postings;
pub use money::{Amounts, Ore, add, spelled_out};
pub use rules::RULES;

/// *Drift* or *investering*.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Operations,
    Investment,
}

impl Class {
    /// The *kontoklasse* in the company's account strings.
    pub fn code(self) -> u32 {
        match self {
            Self::Operations => 1,
            Self::Investment => 0,
        }
    }

    /// Its name in the reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Operations => "Drift",
            Self::Investment => "Investering",
        }
    }
}

/// A full account string with what it came to.
#[derive(Clone)]
pub struct Account {
    /// *Drift* or *investering*.
    pub class: Class,
    /// The *ansvar*.
    pub unit: u32,
    /// The *art*.
    pub art: u32,
    /// The *funksjon*.
    pub function: u32,
    /// The *prosjekt*, in *investering*.
    pub project: Option<u32>,
    /// What it came to.
    pub amounts: Amounts,
}

impl Account {
    /// Its codes joined: `1.010.110.120`.
    pub fn joined(&self) -> String {
        let class = self.class.code();
        let mut text = format!("{class}.{:03}.{}.{}", self.art, self.unit, self.function);
        if let Some(project) = self.project {
            text.push_str(&format!(".{project}"));
        }
        text
    }
}

/// Every account of *drift* and *investering*, by *kontoklasse*, *ansvar* and *art*.
pub fn accounts() -> Vec<Account> {
    let mut accounts = operations::accounts();
    accounts.extend(investment::accounts());
    accounts.sort_by_key(|own| (own.class, own.unit, own.art, own.function, own.project));
    accounts
}
