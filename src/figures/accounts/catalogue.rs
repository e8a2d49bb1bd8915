//! The accounts' figures by key: values and labels.

use rust_decimal::Decimal;

use super::{
    Account, AccountsKey, AmountColumn, Amounts, CapacityMeasure, RowMeasure, Statement,
    StatementRow, StatementRowKind, YearAccounts, art_name, deviation,
};
use crate::calendar::Year;
use crate::figures::{Figures, Key, Unit};
use crate::kostra::{layout, row};
use crate::project::StatementId;
use crate::{t, text_key};

/// The budgets that the accounts are held against.
const BUDGETS: [AmountColumn; 2] = [AmountColumn::RevisedBudget, AmountColumn::OriginalBudget];

impl Figures {
    /// The names of the accounts' figures, the report year's first.
    pub(in crate::figures) fn account_keys(&self) -> Vec<AccountsKey> {
        let report_year = self.report_year();
        let mut years: Vec<&YearAccounts> =
            self.accounts().years().filter(|year| year.is_known()).collect();
        years.sort_by_key(|year| (year.year != report_year, std::cmp::Reverse(year.year)));
        let mut keys: Vec<AccountsKey> = years.iter().flat_map(|year| year_keys(year)).collect();
        let fund = self.fund_table(report_year);
        for year in fund.years {
            keys.extend(fund.lines.iter().map(|line| AccountsKey::Fund(year, line.name.clone())));
        }
        for year in self.capacity().iter().rev().map(|capacity| capacity.year) {
            for measure in CapacityMeasure::ALL {
                keys.push(AccountsKey::Capacity(year, measure));
                keys.push(AccountsKey::CapacityPercent(year, measure));
            }
        }
        keys
    }

    /// Value, unit and decimals of a figure of the accounts.
    pub(in crate::figures) fn account_value(
        &self,
        key: &AccountsKey,
    ) -> (Option<Decimal>, Unit, u32) {
        match key {
            AccountsKey::Row { statement, year, measure, row } => {
                let line = self.statement_row(*statement, *year, row);
                row_value(line, key, *measure)
            }
            AccountsKey::Art { year, column, .. } => {
                let places = self.art_accounts(key);
                let mut amounts = Amounts::default();
                let accounts = self.accounts().year(*year);
                for at in &places {
                    let account = accounts.and_then(|year| year.accounts.get(*at));
                    amounts.add(account.map_or(&Amounts::default(), |account| &account.amounts));
                }
                (amounts.get(*column), Unit::Kroner, 2)
            }
            AccountsKey::Account { year, column, account } => {
                let known = self.account(*year, account);
                (known.and_then(|account| account.amounts.get(*column)), Unit::Kroner, 2)
            }
            AccountsKey::Fund(year, line) => (self.fund_value(*year, line), Unit::Kroner, 2),
            AccountsKey::Capacity(year, measure) => {
                (self.capacity_of(*year).kroner(*measure), Unit::Kroner, 2)
            }
            AccountsKey::CapacityPercent(year, measure) => {
                let of = Some(income_key(*year));
                (self.capacity_of(*year).percent(*measure), Unit::Percent { of }, 1)
            }
        }
    }

    /// What a figure of the accounts is, in words.
    pub(in crate::figures) fn account_label(&self, key: &AccountsKey) -> String {
        let year_text = key.year().to_string();
        match key {
            AccountsKey::Row { statement, year, measure, row } => {
                let name = self.row_name(*statement, *year, row);
                let measure = match measure {
                    RowMeasure::Amount(column) => column_word(*column),
                    RowMeasure::Deviation(budget) => {
                        t!("figure-deviation", budget = column_word(*budget))
                    }
                    RowMeasure::DeviationPercent(budget) => {
                        t!("figure-deviation-percent", budget = column_word(*budget))
                    }
                };
                t!(
                    "figure-statement-row",
                    row = name.as_str(),
                    measure = measure,
                    year = year_text,
                    statement = statement.word(),
                )
            }
            AccountsKey::Art { statement, year, column, row, art } => {
                t!(
                    "figure-art",
                    art = art,
                    name = self.art_name(key),
                    row = self.row_name(*statement, *year, row),
                    column = column_word(*column),
                    year = year_text,
                    statement = statement.word(),
                )
            }
            AccountsKey::Account { year, column, account } => {
                let name = self.account(*year, account).map(|account| account.name(*year));
                t!(
                    "figure-account",
                    account = account,
                    name = name.unwrap_or_default(),
                    column = column_word(*column),
                    year = year_text,
                )
            }
            AccountsKey::Fund(_, line) => t!("figure-fund", line = line, year = year_text),
            AccountsKey::Capacity(_, measure) => {
                t!("figure-capacity", measure = t!(measure.word_key()), year = year_text)
            }
            AccountsKey::CapacityPercent(_, measure) => {
                t!("figure-capacity-percent", measure = t!(measure.word_key()), year = year_text)
            }
        }
    }

    /// The name of a row: from the year's statement, else from the regulation, else its id.
    fn row_name(&self, id: StatementId, year: Year, row: &str) -> String {
        if let Some(row) = self.statement_row(id, year, row) {
            return row.name.to_string();
        }
        let mut rows = layout(id).into_iter().flat_map(|layout| layout.all_rows());
        let named = rows.find(|layout_row| layout_row.id() == Some(row));
        named.map_or(row, |layout_row| layout_row.name()).to_owned()
    }

    /// What the art or the chapter of a figure is called.
    pub fn art_name(&self, key: &AccountsKey) -> String {
        let accounts = self.accounts().year(key.year()).map_or(&[][..], |year| &year.accounts);
        art_name(accounts, &self.art_accounts(key), key.year())
    }

    /// The accounts of an art on a line, by their places in the year's accounts.
    pub(in crate::figures) fn art_accounts(&self, key: &AccountsKey) -> Vec<usize> {
        let AccountsKey::Art { statement, year, row, art, .. } = key else { return Vec::new() };
        let Some(year) = self.accounts().year(*year) else { return Vec::new() };
        let accounts = year.arts_on(*statement, row).and_then(|arts| arts.get(art));
        accounts.cloned().unwrap_or_default()
    }

    /// A row of a statement.
    pub fn statement_row(&self, id: StatementId, year: Year, row: &str) -> Option<&StatementRow> {
        self.statement(id, year)?.row(row)
    }

    /// An account of a year, by its account string.
    pub fn account(&self, year: Year, account: &str) -> Option<&Account> {
        let year = self.accounts().year(year)?;
        year.accounts.get(year.place_of(account)?)
    }
}

fn year_keys(year: &YearAccounts) -> Vec<AccountsKey> {
    let known = year.statements.iter().filter(|statement| statement.is_known());
    let mut keys: Vec<AccountsKey> = known.clone().flat_map(statement_keys).collect();
    keys.extend(known.flat_map(|statement| art_keys(year, statement)));
    for account in &year.accounts {
        for column in AmountColumn::ALL {
            if account.amounts.get(column).is_some() {
                let account = account.text();
                keys.push(AccountsKey::Account { year: year.year, column, account });
            }
        }
    }
    keys
}

fn statement_keys(statement: &Statement) -> Vec<AccountsKey> {
    let mut measures: Vec<RowMeasure> =
        statement.columns().iter().copied().map(RowMeasure::Amount).collect();
    for budget in BUDGETS.into_iter().filter(|budget| statement.columns().contains(budget)) {
        measures.extend([RowMeasure::Deviation(budget), RowMeasure::DeviationPercent(budget)]);
    }
    let is_row = |row: &&StatementRow| !matches!(row.kind, StatementRowKind::Heading(_));
    let rows = statement.rows.iter().filter(is_row);
    rows.flat_map(|row| {
        measures.iter().map(|measure| AccountsKey::Row {
            statement: statement.id,
            year: statement.year,
            measure: *measure,
            row: row.id.to_string(),
        })
    })
    .collect()
}

/// The arts on each line, in the columns in which they have an amount.
fn art_keys(year: &YearAccounts, statement: &Statement) -> Vec<AccountsKey> {
    let mut keys = Vec::new();
    for row in &statement.rows {
        for (art, accounts) in year.arts_on(statement.id, &row.id).into_iter().flatten() {
            let is_known = |column: &&AmountColumn| {
                accounts.iter().any(|at| year.accounts[*at].amounts.get(**column).is_some())
            };
            keys.extend(statement.columns().iter().filter(is_known).map(|column| {
                AccountsKey::Art {
                    statement: statement.id,
                    year: year.year,
                    column: *column,
                    row: row.id.to_string(),
                    art: art.clone(),
                }
            }));
        }
    }
    keys
}

fn row_value(
    row: Option<&StatementRow>,
    key: &AccountsKey,
    measure: RowMeasure,
) -> (Option<Decimal>, Unit, u32) {
    match measure {
        RowMeasure::Amount(column) => {
            (row.and_then(|row| row.amounts.get(column)), Unit::Kroner, 2)
        }
        RowMeasure::Deviation(budget) => {
            (row.and_then(|row| Some(deviation(row, budget)?.kroner)), Unit::Kroner, 2)
        }
        RowMeasure::DeviationPercent(budget) => {
            let from = Key::Accounts(with_measure(key, RowMeasure::Amount(budget)));
            let percent = row.and_then(|row| deviation(row, budget)?.percent);
            (percent, Unit::Change { from }, 1)
        }
    }
}

/// The key of the same row with another measure.
pub(super) fn with_measure(key: &AccountsKey, measure: RowMeasure) -> AccountsKey {
    match key.clone() {
        AccountsKey::Row { statement, year, row, .. } => {
            AccountsKey::Row { statement, year, measure, row }
        }
        other => other,
    }
}

/// *Sum driftsinntekter* of a year.
pub fn income_key(year: Year) -> Key {
    Key::Accounts(AccountsKey::Row {
        statement: StatementId::ByNature,
        year,
        measure: RowMeasure::Amount(AmountColumn::Actual),
        row: row::SUM_DRIFTSINNTEKTER.to_owned(),
    })
}

fn column_word(column: AmountColumn) -> String {
    let key = match column {
        AmountColumn::Actual => text_key!("amount-actual"),
        AmountColumn::RevisedBudget => text_key!("amount-revised-budget"),
        AmountColumn::OriginalBudget => text_key!("amount-original-budget"),
        AmountColumn::LastYear => text_key!("amount-last-year"),
    };
    t!(key)
}
