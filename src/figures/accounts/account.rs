//! The accounts of one year, from whichever source knows them.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::{AmountColumn, Amounts};
use crate::calendar::Year;
use crate::kostra::{Book, Chart, art_of, function_of};
use crate::project::{AccountBalance, AccountString, Project};

/// Where an account's amounts stand in the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountOrigin {
    /// A row of the table of balances.
    Balances(usize),
    /// A row of the balance list.
    BalanceList(usize),
    /// Rows of the ledger: batches of the project, and the account's place in each.
    Ledger(Vec<(usize, u32)>),
}

/// An account string with what it came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its codes and its name.
    pub code: AccountString,
    /// What the export calls its *ansvar* and its *prosjekt*.
    pub group_names: (String, String),
    /// The books that it belongs to.
    pub book: Book,
    /// What it came to.
    pub amounts: Amounts,
    /// Where the amounts stand.
    pub origin: AccountOrigin,
}

impl Account {
    /// The account string as people write it, `1.010.100.120`.
    pub fn text(&self) -> String {
        let AccountString { class, account, unit, function, project, .. } = &self.code;
        let parts = [class, account, unit, function, project];
        let filled: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        filled.join(".")
    }

    /// Whether only the year before has an amount.
    pub fn is_last_years(&self) -> bool {
        let is_zero = |column| self.amounts.get(column).is_none_or(|amount| amount.is_zero());
        !is_zero(AmountColumn::LastYear)
            && [AmountColumn::Actual, AmountColumn::RevisedBudget, AmountColumn::OriginalBudget]
                .into_iter()
                .all(is_zero)
    }

    /// Its KOSTRA art; a balance account has none.
    pub fn art(&self) -> Option<u16> {
        if self.book == Book::Balanse { None } else { art_of(&self.code.account) }
    }

    /// Its KOSTRA function, where it is known.
    pub fn function(&self) -> Option<u16> {
        function_of(&self.code.function)
    }

    /// What it is called: by the export, or else by the chart of accounts.
    pub fn name(&self, year: Year) -> String {
        if !self.code.name.is_empty() {
            return self.code.name.clone();
        }
        let chart = Chart::get();
        let name = match self.art() {
            Some(art) => chart.art(art, year).map(|art| &art.name),
            None => chart.chapter(&self.code.account, year).map(|chapter| &chapter.name),
        };
        name.cloned().unwrap_or_default()
    }
}

/// The years of which any accounts are known.
pub fn years(project: &Project) -> Vec<Year> {
    let balances = project.balances.iter().filter_map(|row| row.year);
    let list = project.balance_list.iter().filter_map(|row| row.year);
    let ledger = project.ledger.iter().map(|batch| batch.year);
    let printed = project.statements.iter().filter_map(|row| row.year);
    let mut years: Vec<Year> = balances.chain(list).chain(ledger).chain(printed).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The accounts of a year, and where its ledger says something else. Balances go before the
/// ledger: where a year has balances of a book, its ledger is an extract that explains them.
pub fn accounts_of(project: &Project, year: Year) -> (Vec<Account>, Vec<LedgerDifference>) {
    let mut accounts: Vec<Account> = project
        .balances
        .iter()
        .enumerate()
        .filter(|(_, row)| row.year == Some(year))
        .map(|(at, row)| of_balances(at, row))
        .collect();
    accounts.extend(
        project.balance_list.iter().enumerate().filter(|(_, row)| row.year == Some(year)).map(
            |(at, row)| Account {
                code: AccountString {
                    account: row.account.clone(),
                    name: row.account_name.clone(),
                    ..AccountString::default()
                },
                group_names: Default::default(),
                book: Book::Balanse,
                amounts: Amounts::new([row.closing, None, None, row.opening]),
                origin: AccountOrigin::BalanceList(at),
            },
        ),
    );
    let has_balance = accounts.iter().any(|account| account.book == Book::Balanse);
    let has_result = accounts.iter().any(|account| account.book != Book::Balanse);
    let missing = |book: Book| match book {
        // One export holds both; it need not have investments.
        Book::Drift | Book::Investering => !has_result,
        Book::Balanse => !has_balance,
    };
    let ledger = of_ledger(project, year);
    let differences = ledger_differences(&ledger, &accounts);
    accounts.extend(ledger.into_iter().filter(|account| missing(account.book)));
    (accounts, differences)
}

fn of_balances(at: usize, row: &AccountBalance) -> Account {
    Account {
        code: AccountString {
            class: row.class.clone(),
            account: row.account.clone(),
            unit: row.unit.clone(),
            function: row.function.clone(),
            project: row.project.clone(),
            name: row.account_name.clone(),
        },
        group_names: (row.unit_name.clone(), row.project_name.clone()),
        book: book_of(&row.class),
        amounts: Amounts::new([row.actual, row.revised_budget, row.original_budget, row.last_year]),
        origin: AccountOrigin::Balances(at),
    }
}

/// The books of a *kontoklasse*; without one, it can only be *drift*.
fn book_of(class: &str) -> Book {
    Book::of_class(class).unwrap_or(Book::Drift)
}

/// A period's place in the year of a balance account: period 0 is its opening balance.
pub const OPENING: u8 = 0;

/// The ledger's account strings with their sums. Of *drift* and *investering* all periods
/// count; a balance account opens with period 0 and closes with all of them.
fn of_ledger(project: &Project, year: Year) -> Vec<Account> {
    let mut places: HashMap<&AccountString, usize> = HashMap::new();
    let mut accounts: Vec<Account> = Vec::new();
    for (at, batch) in project.ledger.iter().enumerate().filter(|(_, batch)| batch.year == year) {
        let mut sums = vec![(Decimal::ZERO, Decimal::ZERO); batch.accounts.len()];
        for row in batch.rows.iter() {
            let Some((opening, all)) = sums.get_mut(row.account as usize) else { continue };
            if row.period == OPENING {
                *opening = opening.saturating_add(row.amount);
            }
            *all = all.saturating_add(row.amount);
        }
        for (index, (code, (opening, all))) in (0..).zip(batch.accounts.iter().zip(sums)) {
            let book = book_of(&code.class);
            let last_year = (book == Book::Balanse).then_some(opening);
            let amounts = Amounts::new([Some(all), None, None, last_year]);
            let place = *places.entry(code).or_insert_with(|| {
                accounts.push(Account {
                    code: code.clone(),
                    group_names: Default::default(),
                    book,
                    amounts: Amounts::default(),
                    origin: AccountOrigin::Ledger(Vec::new()),
                });
                accounts.len() - 1
            });
            accounts[place].amounts.add(&amounts);
            if let AccountOrigin::Ledger(parts) = &mut accounts[place].origin {
                parts.push((at, index));
            }
        }
    }
    accounts
}

/// An account whose sum in the ledger differs from its balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedgerDifference {
    /// The account, by its place in the year's accounts.
    pub account: usize,
    /// What the ledger's rows come to.
    pub ledger: Decimal,
}

/// The accounts whose sum in the ledger differs from their balance.
fn ledger_differences(ledger: &[Account], accounts: &[Account]) -> Vec<LedgerDifference> {
    let ledger: HashMap<String, Decimal> = ledger
        .iter()
        .filter_map(|account| Some((account.text(), account.amounts.get(AmountColumn::Actual)?)))
        .collect();
    let differs = |(account, balance): (usize, &Account)| {
        let ledger = *ledger.get(&balance.text())?;
        let known = balance.amounts.get(AmountColumn::Actual).unwrap_or_default();
        (known != ledger).then_some(LedgerDifference { account, ledger })
    };
    accounts.iter().enumerate().filter_map(differs).collect()
}
