//! Where the accounts' figures come from: lines lead to accounts, accounts to rows of sources.

use super::account::OPENING;
use super::closing::source_of;
use super::{
    Account, AccountOrigin, AccountsKey, AmountColumn, Basis, CapacityMeasure, FundLineId,
    RowMeasure, StatementRow, YearAccounts,
};
use crate::calendar::Year;
use crate::figures::trail::Way;
use crate::figures::{Figures, Key, Made, TrailPart};
use crate::kostra::is_same_name;
use crate::project::{CellAt, MappingRule, RowRef, StatementId, TableId};
use crate::{t, text_key};

impl Figures {
    /// Where a figure of the accounts comes from.
    pub(in crate::figures) fn account_way(&self, key: &AccountsKey) -> Way {
        let made = self.made(&Key::Accounts(key.clone()));
        let mut way = Way::read(self.parts_of(&made));
        if let Made::Cell(at) = made {
            way.at = Some(at);
        }
        way.formula = self.account_formula(key, &made);
        way.basis = self.account_basis(key, &made);
        if let (AccountsKey::Fund(year, _), Some(at)) = (key, way.at) {
            way.parts = self.given_parts(*year, at);
        }
        way
    }

    /// How a figure of the accounts was computed, in words and numbers.
    fn account_formula(&self, key: &AccountsKey, made: &Made) -> Option<String> {
        let count = made.ends().len();
        let amount = match key.measure() {
            _ if *made == Made::Unknown => return None,
            Some(RowMeasure::Deviation(budget)) => {
                return Some(self.against(text_key!("trail-deviation"), key, budget));
            }
            Some(RowMeasure::DeviationPercent(budget)) => {
                return Some(self.against(text_key!("trail-deviation-percent"), key, budget));
            }
            Some(RowMeasure::Amount(column)) => column,
            None => AmountColumn::Actual,
        };
        Some(match (key, made) {
            (AccountsKey::Row { statement, year, row, .. }, _) => {
                return self.row_formula((*statement, *year, row), amount, made);
            }
            (AccountsKey::Art { .. }, _) => t!("trail-accounts", count = count),
            (AccountsKey::Account { .. }, _) | (AccountsKey::Fund(..), Made::Cell(_)) => {
                return None;
            }
            (AccountsKey::Fund(..), _) if is_of_fund(made) => t!("trail-fund-opening"),
            (AccountsKey::Fund(..), _) => t!("trail-fund"),
            (AccountsKey::Capacity(_, CapacityMeasure::WorkingCapital), _) => {
                t!("trail-working-capital")
            }
            (AccountsKey::Capacity(..), Made::Cell(_)) => return None,
            (AccountsKey::Capacity(..), _) => t!("trail-turned"),
            (AccountsKey::CapacityPercent(..), _) => t!("trail-capacity-percent"),
        })
    }

    fn row_formula(
        &self,
        (id, year, row): (StatementId, Year, &str),
        column: AmountColumn,
        made: &Made,
    ) -> Option<String> {
        let statement = self.statement(id, year)?;
        let line = statement.row(row)?;
        let count = made.ends().len();
        if column == AmountColumn::LastYear && statement.is_last_year_of_own_accounts {
            return Some(t!("trail-year-before"));
        }
        if !line.of.is_empty() {
            return Some(t!("trail-sum-of-lines", count = count));
        }
        if let Some((words, ..)) = source_of(id, row) {
            return Some(t!(words));
        }
        match (made, id) {
            (Made::Cell(_), _) => Some(t!("trail-printed")),
            (Made::Nothing, _) if line.accounts.is_empty() => {
                (statement.basis == Basis::Accounts).then(|| t!("trail-no-account"))
            }
            (_, StatementId::BalanceSheet) => Some(t!("trail-chapters", count = count)),
            _ => Some(t!("trail-arts", count = count)),
        }
    }

    /// Accounts against a budget, in words and numbers.
    fn against(&self, formula: &str, key: &AccountsKey, budget: AmountColumn) -> String {
        let both = [AmountColumn::Actual, budget].map(RowMeasure::Amount);
        let [actual, budget] = both.map(|measure| Key::Accounts(key.with_measure(measure)));
        self.two(formula, &actual, &budget)
    }

    /// What decided that a line or an art has these accounts.
    fn account_basis(&self, key: &AccountsKey, made: &Made) -> Vec<String> {
        let (statement, year, row) = match key {
            AccountsKey::Row { statement, year, row, measure: RowMeasure::Amount(_) } => {
                (statement, year, row)
            }
            AccountsKey::Art { statement, year, row, measure: RowMeasure::Amount(_), .. } => {
                (statement, year, row)
            }
            _ => return Vec::new(),
        };
        let known = self.accounts().year(*year);
        let line = self.statement_row(*statement, *year, row);
        let (Some(known), Some(line)) = (known, line) else { return Vec::new() };
        if let AccountsKey::Art { .. } = key {
            let accounts = self.art_accounts(key);
            let codes = accounts.iter().filter_map(|at| known.accounts.get(*at));
            let units = units_words(codes.map(|account| account.code.unit.as_str()));
            let placing = self.placing(known, *statement, line, &accounts);
            return units.into_iter().chain(placing).collect();
        }
        // Only a line that is made of arts was placed.
        let is_of_arts = made
            .ends()
            .iter()
            .any(|end| matches!(end, Made::Figure(Key::Accounts(AccountsKey::Art { .. }))));
        match is_of_arts {
            true => self.placing(known, *statement, line, &line.accounts),
            false => Vec::new(),
        }
    }

    /// The cells that a figure of the accounts is made of without a sum of lines between.
    pub(in crate::figures) fn account_cells(&self, key: &AccountsKey) -> Vec<CellAt> {
        match key {
            AccountsKey::Row { statement, year, measure: RowMeasure::Amount(column), row } => {
                let Some(line) = self.statement_row(*statement, *year, row) else {
                    return Vec::new();
                };
                if !line.of.is_empty() || source_of(*statement, row).is_some() {
                    return Vec::new();
                }
                if line.accounts.is_empty() {
                    return self
                        .printed_cell(*statement, *year, line, *column)
                        .into_iter()
                        .collect();
                }
                self.cells_of_accounts(*year, &line.accounts, *column)
            }
            AccountsKey::Art { year, measure: RowMeasure::Amount(column), .. } => {
                self.cells_of_accounts(*year, &self.art_accounts(key), *column)
            }
            AccountsKey::Account { year, measure: RowMeasure::Amount(column), account } => {
                let account = self.account(*year, account);
                account.and_then(|account| self.amount_cell(account, *column)).into_iter().collect()
            }
            AccountsKey::Fund(year, line) => self.given_cell(*year, line).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn cells_of_accounts(&self, year: Year, places: &[usize], column: AmountColumn) -> Vec<CellAt> {
        let accounts = self.accounts().year(year).map_or(&[][..], |year| &year.accounts);
        let of_places = places.iter().filter_map(|at| accounts.get(*at));
        of_places.filter_map(|account| self.amount_cell(account, column)).collect()
    }

    /// The cell that holds an account's amount; the ledger's rows are in no table.
    pub fn amount_cell(&self, account: &Account, column: AmountColumn) -> Option<CellAt> {
        let (table, row, id) = match (&account.origin, column) {
            (AccountOrigin::Balances(row), _) => (TableId::Balances, *row, column.id()),
            (AccountOrigin::BalanceList(row), AmountColumn::Actual) => {
                (TableId::BalanceList, *row, "closing")
            }
            (AccountOrigin::BalanceList(row), AmountColumn::LastYear) => {
                (TableId::BalanceList, *row, "opening")
            }
            _ => return None,
        };
        self.cells(table, Some(row), &[id]).first().copied()
    }

    /// What decides that accounts stand on a line: the chart, or the company's own rules.
    fn placing(
        &self,
        year: &YearAccounts,
        statement: StatementId,
        row: &StatementRow,
        places: &[usize],
    ) -> Vec<String> {
        let accounts: Vec<&Account> =
            places.iter().filter_map(|at| year.accounts.get(*at)).collect();
        let rules = self.project().mapping.iter().filter(|rule| {
            rule.statement == statement
                && (rule.line == row.name || rule.line == row.id)
                && accounts.iter().any(|account| speaks_of(rule, account))
        });
        let by_rule = rules.map(|rule| t!("trail-placed-by-rule", reason = rule.reason.as_str()));
        let by_chart = t!("trail-placed-by-chart", year = year.year.to_string());
        std::iter::once(by_chart).chain(by_rule).collect()
    }

    /// The cell of the printed line that stands where no accounts are known.
    pub fn printed_cell(
        &self,
        id: StatementId,
        year: Year,
        row: &StatementRow,
        column: AmountColumn,
    ) -> Option<CellAt> {
        let at = self.project().statements.iter().position(|statement| {
            statement.statement == id
                && statement.year == Some(year)
                && is_same_name(&statement.line, &row.name)
        });
        self.cells(TableId::Statements, Some(at?), &[column.id()]).first().copied()
    }

    /// The rows of the ledger that an account's amount is the sum of.
    pub(in crate::figures) fn posted_parts(
        &self,
        parts: &[(usize, u32)],
        is_opening: bool,
    ) -> Vec<TrailPart> {
        let rows = parts.iter().flat_map(|(batch, account)| {
            let batch = self.project().ledger.get(*batch);
            batch.into_iter().flat_map(move |batch| {
                let rows = batch.rows.iter().filter(move |row| {
                    row.account == *account && (!is_opening || row.period == OPENING)
                });
                rows.map(|row| RowRef { source: batch.source, row: row.row })
            })
        });
        self.origin_parts("amount", rows)
    }

    /// The cell of the fund's history that gives a line of a year, where it is given.
    pub(in crate::figures) fn given_cell(&self, year: Year, line: &FundLineId) -> Option<CellAt> {
        let amount = self.fund_amount(year, line);
        if !amount.is_given && amount.value.is_some() {
            return None;
        }
        let mut entries = self.project().fund.iter();
        let row = entries.position(|entry| entry.year == Some(year) && line.is_of(entry));
        self.cells(TableId::Fund, Some(row?), &["amount"]).first().copied()
    }

    /// The cell of a given amount of the fund. Where the history has a column for each year, it is
    /// in the column of that year.
    fn given_parts(&self, year: Year, at: CellAt) -> Vec<TrailPart> {
        let origin = self.project().fund.get(at.row).and_then(|entry| entry.origin);
        let source = origin.and_then(|origin| self.project().source(origin.source));
        let column = format!("y{year}");
        let has_column = source.is_some_and(|source| source.cell_name(&column, 1).is_some());
        let mut parts = self.cells_parts(&[at]);
        if let Some(origin) = origin.filter(|_| has_column) {
            parts.retain(|part| !matches!(part, TrailPart::Rows { .. }));
            parts.splice(0..0, self.origin_parts(&column, std::iter::once(origin)));
        }
        parts
    }
}

/// Whether a line of the fund is made of other lines of it: what it opens with, where no balance
/// sheet says it.
fn is_of_fund(made: &Made) -> bool {
    let is_line = |end: &&Made| matches!(end, Made::Figure(Key::Accounts(AccountsKey::Fund(..))));
    made.ends().iter().any(is_line)
}

/// "Ansvar 100–140", where the accounts name their *ansvar*.
fn units_words<'a>(units: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut units: Vec<&str> = units.filter(|unit| !unit.is_empty()).collect();
    units.sort_unstable();
    let (first, last) = (*units.first()?, *units.last()?);
    Some(match first == last {
        true => t!("trail-of-unit", unit = first),
        false => t!("trail-of-units", first = first, last = last),
    })
}

/// Whether each code that the rule names begins the same code of the account.
fn speaks_of(rule: &MappingRule, account: &Account) -> bool {
    let code = &account.code;
    let fits = |rule: &str, code: &str| rule.is_empty() || code.starts_with(rule);
    fits(&rule.art, &code.account)
        && fits(&rule.unit, &code.unit)
        && fits(&rule.function, &code.function)
        && fits(&rule.account, &code.account)
}
