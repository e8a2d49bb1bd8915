//! The accounts: balances per account, the balance list, funds, the company's mapping,
//! remarks and statements as printed. Signs are the ledger's: income below zero, expense above.

use rust_decimal::Decimal;

use super::Written;
use super::field::choice_field;
use super::record::record;

choice_field! {
    /// The statements of budsjett- og regnskapsforskriften.
    pub enum StatementId {
        /// §5-4 first paragraph: *bevilgningsoversikt drift*.
        Appropriations = "par5-4" "statement-par5-4",
        /// §5-4 second paragraph: *sum bevilgninger drift* per unit.
        AppropriationsByUnit = "par5-4-2" "statement-par5-4-2",
        /// §5-5 first paragraph: *bevilgningsoversikt investering*.
        Investment = "par5-5" "statement-par5-5",
        /// §5-5 second paragraph: investments by project.
        InvestmentByProject = "par5-5-2" "statement-par5-5-2",
        /// §5-6: *økonomisk oversikt etter art – drift*.
        ByNature = "par5-6" "statement-par5-6",
        /// §5-8: *balanseregnskapet*.
        BalanceSheet = "par5-8" "statement-par5-8",
        /// §5-9 drift: budget deviation and *årsavslutningsdisposisjoner*.
        ClosingDrift = "par5-9" "statement-par5-9",
        /// §5-9 investering.
        ClosingInvestment = "par5-9-investering" "statement-par5-9-investering",
    }
}

impl StatementId {
    /// All of them, in the order of the regulation.
    pub const EVERY: [Self; 8] = [
        Self::Appropriations,
        Self::AppropriationsByUnit,
        Self::Investment,
        Self::InvestmentByProject,
        Self::ByNature,
        Self::BalanceSheet,
        Self::ClosingDrift,
        Self::ClosingInvestment,
    ];

    /// The name on the command line, `par5-4`.
    pub fn id(self) -> &'static str {
        self.choice().id
    }

    /// Its paragraph in words, "§ 5-4".
    pub fn word(self) -> String {
        self.choice().word()
    }
}

record! {
    /// What one account string came to in a year of *drift* or *investering*.
    pub struct AccountBalance in Balances, key(year, class, account, unit, function, project) {
        /// The year of the accounts.
        pub year: Option<i16>,
        /// The *kontoklasse*: 1 or 3 for *drift*, 0 or 4 for *investering*; empty where the
        /// export has none, which is taken as *drift*.
        pub class: String,
        /// The *art*, with the digits that the company appends: `010`, `01000`.
        pub account: String,
        /// What the export calls the account.
        pub account_name: String,
        /// The *ansvar*.
        pub unit: String,
        /// What the export calls the *ansvar*.
        pub unit_name: String,
        /// The *funksjon*.
        pub function: String,
        /// The *prosjekt*.
        pub project: String,
        /// What the export calls the *prosjekt*.
        pub project_name: String,
        /// The year's accounts, in kroner.
        pub actual: Option<Decimal>,
        /// The *regulert budsjett*, in kroner.
        pub revised_budget: Option<Decimal>,
        /// The *opprinnelig budsjett*, in kroner.
        pub original_budget: Option<Decimal>,
        /// The accounts of the year before, in kroner.
        pub last_year: Option<Decimal>,
    }
}

record! {
    /// Opening and closing balance of one balance account.
    pub struct BalanceAccount in BalanceList, key(year, account) {
        /// The year of the accounts.
        pub year: Option<i16>,
        /// The account without its *kontoklasse*: chapter and what the company appends, `10.100`.
        pub account: String,
        /// What the export calls the account.
        pub account_name: String,
        /// The balance on 1 January, in kroner; assets above zero.
        pub opening: Option<Decimal>,
        /// The balance on 31 December, in kroner.
        pub closing: Option<Decimal>,
    }
}

choice_field! {
    /// What a line of a fund's history is.
    pub enum FundLineKind {
        /// Something that went into the fund, or out of it below zero.
        Movement = "movement" "fund-movement",
        /// The balance on 1 January.
        Opening = "opening" "fund-opening",
        /// The balance on 31 December.
        Closing = "closing" "fund-closing",
    }
}

record! {
    /// A line of the history of the *disposisjonsfond* in one year. A fund stands above zero.
    pub struct FundEntry in Fund, key(year, kind, line) {
        /// The year.
        pub year: Option<i16>,
        /// Balance or movement.
        pub kind: FundLineKind,
        /// The line's words, "Innskudd Sør-Odal"; may be empty for a balance.
        pub line: String,
        /// In kroner.
        pub amount: Option<Decimal>,
    }
}

record! {
    /// Which line of a statement some accounts belong to in this company, where no *art* decides
    /// it or the common mapping does not fit. Empty fields match everything; the rule that says
    /// most wins.
    pub struct MappingRule in Mapping, key(statement, class, art, unit, function, account) {
        /// The statement.
        pub statement: StatementId,
        /// The *kontoklasse*.
        pub class: String,
        /// The *art*, three digits; a balance account's chapter.
        pub art: String,
        /// The *ansvar*.
        pub unit: String,
        /// The *funksjon*.
        pub function: String,
        /// The account with all its digits.
        pub account: String,
        /// The line, as the statement names it.
        pub line: String,
        /// Why.
        pub reason: String,
    }
}

record! {
    /// A *merknad*: why a line is as it is.
    pub struct Remark in Remarks, key(year, statement, line) {
        /// The year.
        pub year: Option<i16>,
        /// The statement.
        pub statement: StatementId,
        /// The line, as the statement names it.
        pub line: String,
        /// Other lines of the statement that the remark covers, parted by semicolons.
        pub also: String,
        /// The remark.
        pub remark: String,
    }
    beside {
        /// When it was written and of what; `None` where that is not known.
        pub written: Option<Written>,
    }
}

record! {
    /// A line of a statement as somebody printed it: it stands where no accounts are known, and
    /// is compared with where they are.
    pub struct StatementLine in Statements, key(year, statement, line) {
        /// The year.
        pub year: Option<i16>,
        /// The statement.
        pub statement: StatementId,
        /// The line, as the statement names it.
        pub line: String,
        /// The number of the note that tells more.
        pub note: String,
        /// The year's accounts, in kroner.
        pub actual: Option<Decimal>,
        /// The *regulert budsjett*, in kroner.
        pub revised_budget: Option<Decimal>,
        /// The *opprinnelig budsjett*, in kroner.
        pub original_budget: Option<Decimal>,
        /// The accounts of the year before, in kroner.
        pub last_year: Option<Decimal>,
    }
}
