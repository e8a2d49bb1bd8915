//! Books made in a test: accounts with round or telling amounts.

use std::str::FromStr as _;
use std::sync::Arc;

use arsmelding::figures::{AmountColumn, Figures, Statement, TableRequest};
use arsmelding::number::Decimal;
use arsmelding::project::{AccountBalance, BalanceAccount, MappingRule, Project, StatementId};

/// An exact amount, `"-1234.50"`.
pub fn kroner(text: &str) -> Decimal {
    Decimal::from_str(text).unwrap()
}

/// A project of 2021 without anything in it.
pub fn project() -> Project {
    Project::new("Prøve IKS", 2021, (2015, 2020))
}

/// An account of a year with accounts, *regulert* and *opprinnelig budsjett* and last year.
pub fn account(year: i16, code: &str, amounts: [&str; 4]) -> AccountBalance {
    let mut parts = code.split('.').map(str::to_owned);
    let mut next = || parts.next().unwrap_or_default();
    let [actual, revised_budget, original_budget, last_year] =
        amounts.map(|text| (!text.is_empty()).then(|| kroner(text)));
    AccountBalance {
        year: Some(year),
        class: next(),
        account: next(),
        unit: next(),
        function: next(),
        project: next(),
        actual,
        revised_budget,
        original_budget,
        last_year,
        ..AccountBalance::default()
    }
}

/// An account of 2021 of which the accounts alone matter.
pub fn posted(code: &str, actual: &str) -> AccountBalance {
    account(2021, code, [actual, "", "", ""])
}

/// A balance account of 2021 with opening and closing balance.
pub fn balance(account: &str, opening: &str, closing: &str) -> BalanceAccount {
    BalanceAccount {
        year: Some(2021),
        account: account.to_owned(),
        opening: Some(kroner(opening)),
        closing: Some(kroner(closing)),
        ..BalanceAccount::default()
    }
}

/// A rule of the company's own mapping: *kontoklasse*, *art*, *ansvar*, *funksjon*, *konto*.
pub fn rule(statement: StatementId, codes: [&str; 5], line: &str) -> MappingRule {
    let [class, art, unit, function, account] = codes.map(str::to_owned);
    let (line, reason) = (line.to_owned(), "prøve".to_owned());
    MappingRule { statement, class, art, unit, function, account, line, reason, origin: None }
}

/// The figures of a project with those accounts.
pub fn figures_of(balances: Vec<AccountBalance>) -> Figures {
    Figures::of(&Project { balances: Arc::new(balances), ..project() })
}

/// A statement of 2021.
pub fn statement(figures: &Figures, id: StatementId) -> &Statement {
    figures.statement(id, 2021).unwrap()
}

/// What a row of 2021 came to, as text with two decimals.
pub fn actual(figures: &Figures, id: StatementId, row: &str) -> String {
    let amount = statement(figures, id).amount(row, AmountColumn::Actual);
    amount.map_or_else(String::new, |amount| format!("{amount:.2}"))
}

/// A table as machines read it, a line a row.
pub fn csv(figures: &Figures, name: &str) -> Vec<String> {
    let request = TableRequest { name: name.to_owned(), year: None, quarter: None };
    let table = figures.table(&request).unwrap();
    let line = |row: &arsmelding::figures::TableRow| {
        row.cells.iter().map(|cell| cell.machine_text()).collect::<Vec<_>>().join(",")
    };
    table.machine_rows().map(line).collect()
}
