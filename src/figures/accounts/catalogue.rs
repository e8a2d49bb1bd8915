//! The accounts' figures by key: values and labels.

use rust_decimal::Decimal;

use super::deviation::deviation_of;
use super::{
    Account, AccountsKey, AmountColumn, Amounts, CapacityMeasure, RowMeasure, Statement,
    StatementRow, StatementRowKind, YearAccounts, art_name,
};
use crate::calendar::Year;
use crate::figures::{Figures, Key, Unit};
use crate::kostra::{Book, Side, layout, row};
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
            keys.extend(fund.lines.iter().map(|line| AccountsKey::Fund(year, line.id.clone())));
        }
        for year in self.capacity().iter().rev().map(|capacity| capacity.year) {
            for measure in CapacityMeasure::ALL {
                keys.push(AccountsKey::Capacity(year, measure));
                keys.push(AccountsKey::CapacityPercent(year, measure));
            }
        }
        keys
    }

    /// The deviations of arts and accounts from the budgets that their books have.
    pub(in crate::figures) fn account_keys_beside(&self) -> Vec<AccountsKey> {
        let actual = Some(RowMeasure::Amount(AmountColumn::Actual));
        let parts = self.account_keys().into_iter().filter(|key| {
            let is_part = matches!(key, AccountsKey::Art { .. } | AccountsKey::Account { .. });
            is_part && key.measure() == actual && self.has_budgets(key)
        });
        let deviations = BUDGETS.into_iter().flat_map(|budget| {
            [RowMeasure::Deviation(budget), RowMeasure::DeviationPercent(budget)]
        });
        let deviations: Vec<RowMeasure> = deviations.collect();
        parts
            .flat_map(|key| {
                deviations.iter().map(move |measure| key.with_measure(*measure)).collect::<Vec<_>>()
            })
            .collect()
    }

    /// Value, unit and decimals of a figure of the accounts.
    pub(in crate::figures) fn account_value(
        &self,
        key: &AccountsKey,
    ) -> (Option<Decimal>, Unit, u32) {
        match key {
            AccountsKey::Row { measure, .. }
            | AccountsKey::Art { measure, .. }
            | AccountsKey::Account { measure, .. } => self.measured_row(key, *measure),
            AccountsKey::Fund(year, line) => (self.fund_amount(*year, line).value, Unit::Kroner, 2),
            AccountsKey::Capacity(year, measure) => {
                (self.capacity_of(*year).kroner(*measure), Unit::Kroner, 2)
            }
            AccountsKey::CapacityPercent(year, measure) => {
                let of = Some(income_key(*year));
                (self.capacity_of(*year).percent(*measure), Unit::Percent { of }, 1)
            }
        }
    }

    /// An amount of a row, an art or an account, or how far it is from a budget.
    fn measured_row(&self, key: &AccountsKey, measure: RowMeasure) -> (Option<Decimal>, Unit, u32) {
        let deviation = |budget| {
            let [actual, planned] = [AmountColumn::Actual, budget].map(|c| self.amount(key, c));
            let (actual, planned) = actual.zip(planned).filter(|_| self.has_budgets(key))?;
            deviation_of(actual, planned)
        };
        match measure {
            RowMeasure::Amount(column) => (self.amount(key, column), Unit::Kroner, 2),
            RowMeasure::Deviation(budget) => {
                (deviation(budget).map(|(kroner, _)| kroner), Unit::Kroner, 2)
            }
            RowMeasure::DeviationPercent(budget) => {
                let from = Key::Accounts(key.with_measure(RowMeasure::Amount(budget)));
                let percent = deviation(budget).and_then(|(_, percent)| percent);
                (percent, Unit::Change { from }, 1)
            }
        }
    }

    /// What a row, an art or an account came to. An account without an amount in a column that its
    /// books have is zero there.
    fn amount(&self, key: &AccountsKey, column: AmountColumn) -> Option<Decimal> {
        match key {
            AccountsKey::Row { statement, year, row, .. } => {
                self.statement_row(*statement, *year, row)?.amounts.get(column)
            }
            AccountsKey::Art { year, .. } => {
                let year = self.accounts().year(*year)?;
                let places = self.art_accounts(key);
                let accounts = places.iter().filter_map(|at| year.accounts.get(*at));
                let mut amounts = Amounts::default();
                accounts.clone().for_each(|account| amounts.add(&account.amounts));
                let is_known = || {
                    let mut accounts = accounts.clone();
                    accounts.next().is_some_and(|account| year.has_column(account.book, column))
                };
                amounts.get(column).or_else(|| is_known().then_some(Decimal::ZERO))
            }
            AccountsKey::Account { year, account, .. } => {
                let known = self.account(*year, account)?;
                let is_known = || {
                    self.accounts().year(*year).is_some_and(|y| y.has_column(known.book, column))
                };
                known.amounts.get(column).or_else(|| is_known().then_some(Decimal::ZERO))
            }
            _ => None,
        }
    }

    /// Whether a row, an art or an account is of books that have a budget: the balance sheet has
    /// none.
    pub(in crate::figures) fn has_budgets(&self, key: &AccountsKey) -> bool {
        match key {
            AccountsKey::Row { statement, year, row, .. }
            | AccountsKey::Art { statement, year, row, .. } => self
                .statement_row(*statement, *year, row)
                .is_some_and(|row| row.side != Side::Balance),
            AccountsKey::Account { year, account, .. } => {
                self.account(*year, account).is_some_and(|known| known.book != Book::Balanse)
            }
            _ => false,
        }
    }

    /// What a figure of the accounts is, in words.
    pub(in crate::figures) fn account_label(&self, key: &AccountsKey) -> String {
        let year_text = key.year().to_string();
        match key {
            AccountsKey::Row { statement, year, measure, row } => {
                let name = self.row_name(*statement, *year, row);
                t!(
                    "figure-statement-row",
                    row = name.as_str(),
                    measure = measure_word(*measure),
                    year = year_text,
                    statement = statement.word(),
                )
            }
            AccountsKey::Art { statement, year, measure, row, art } => {
                t!(
                    "figure-art",
                    art = art,
                    name = self.art_name(key),
                    row = self.row_name(*statement, *year, row),
                    column = measure_word(*measure),
                    year = year_text,
                    statement = statement.word(),
                )
            }
            AccountsKey::Account { year, measure, account } => {
                let name = self.account(*year, account).map(|account| account.name(*year));
                t!(
                    "figure-account",
                    account = account,
                    name = name.unwrap_or_default(),
                    column = measure_word(*measure),
                    year = year_text,
                )
            }
            AccountsKey::Fund(_, line) => t!("figure-fund", line = line.name(), year = year_text),
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
                let measure = RowMeasure::Amount(column);
                keys.push(AccountsKey::Account { year: year.year, measure, account });
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
                    measure: RowMeasure::Amount(*column),
                    row: row.id.to_string(),
                    art: art.clone(),
                }
            }));
        }
    }
    keys
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

fn measure_word(measure: RowMeasure) -> String {
    match measure {
        RowMeasure::Amount(column) => column_word(column),
        RowMeasure::Deviation(budget) => t!("figure-deviation", budget = column_word(budget)),
        RowMeasure::DeviationPercent(budget) => {
            t!("figure-deviation-percent", budget = column_word(budget))
        }
    }
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
