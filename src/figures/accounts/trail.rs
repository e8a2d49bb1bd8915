//! Where the accounts' figures come from: lines lead to accounts, accounts to rows of sources.

use super::catalogue::{income_key, with_measure};
use super::closing::source_of;
use super::{
    Account, AccountOrigin, AccountsKey, AmountColumn, Basis, CapacityMeasure, RowMeasure,
    StatementRow, YearAccounts, by_art,
};
use crate::calendar::Year;
use crate::figures::trail::Way;
use crate::figures::{Figures, Key, TrailPart};
use crate::kostra::folded;
use crate::project::{CellAt, FundLineKind, MappingRule, RowRef, StatementId, TableId};
use crate::t;

impl Figures {
    /// Where a figure of the accounts comes from.
    pub(in crate::figures) fn account_way(&self, key: &AccountsKey) -> Way {
        match key {
            AccountsKey::Row { statement, year, measure, row } => match measure {
                RowMeasure::Amount(column) => self.row_way(*statement, *year, row, *column),
                RowMeasure::Deviation(budget) => {
                    self.deviation_way("trail-deviation", key, *budget)
                }
                RowMeasure::DeviationPercent(budget) => {
                    self.deviation_way("trail-deviation-percent", key, *budget)
                }
            },
            AccountsKey::Art { statement, year, column, row, .. } => {
                self.art_way(key, (*statement, *year), *column, row)
            }
            AccountsKey::Account { year, account, .. } => {
                let cells = self.account_cells(key);
                let parts = match self.account(*year, account).map(|own| &own.origin) {
                    Some(AccountOrigin::Ledger(parts)) => self.ledger_parts(parts),
                    _ => self.cells_parts(&cells),
                };
                Way { at: cells.first().copied(), ..Way::read(parts) }
            }
            AccountsKey::Fund(year, line) => self.fund_way(*year, line, key),
            AccountsKey::Capacity(year, measure) => self.capacity_way(*year, *measure),
            AccountsKey::CapacityPercent(year, measure) => {
                let keys =
                    [Key::Accounts(AccountsKey::Capacity(*year, *measure)), income_key(*year)];
                Way::computed(t!("trail-capacity-percent"), self.known_parts(&keys))
            }
        }
    }

    /// The cells that a figure of the accounts is made of without a sum of lines between.
    pub(in crate::figures) fn account_cells(&self, key: &AccountsKey) -> Vec<CellAt> {
        match key {
            AccountsKey::Row { statement, year, measure: RowMeasure::Amount(column), row } => {
                let Some(own) = self.statement_row(*statement, *year, row) else {
                    return Vec::new();
                };
                if !own.of.is_empty() || source_of(*statement, row).is_some() {
                    return Vec::new();
                }
                if own.accounts.is_empty() {
                    return self
                        .printed_cell(*statement, *year, own, *column)
                        .into_iter()
                        .collect();
                }
                self.cells_of_accounts(*year, &own.accounts, *column)
            }
            AccountsKey::Art { year, column, .. } => {
                self.cells_of_accounts(*year, &self.art_accounts(key), *column)
            }
            AccountsKey::Account { year, column, account } => {
                let account = self.account(*year, account);
                account.and_then(|own| self.amount_cell(own, *column)).into_iter().collect()
            }
            AccountsKey::Fund(year, line) => self.given_cell(*year, line).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn cells_of_accounts(&self, year: Year, own: &[usize], column: AmountColumn) -> Vec<CellAt> {
        let accounts = self.accounts().year(year).map_or(&[][..], |own| &own.accounts);
        let own = own.iter().filter_map(|at| accounts.get(*at));
        own.filter_map(|account| self.amount_cell(account, column)).collect()
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

    fn deviation_way(&self, formula: &str, key: &AccountsKey, budget: AmountColumn) -> Way {
        let own = [AmountColumn::Actual, budget].map(RowMeasure::Amount);
        let [actual, budget] = own.map(|measure| Key::Accounts(with_measure(key, measure)));
        Way::computed(self.two(formula, &actual, &budget), self.known_parts(&[actual, budget]))
    }

    /// The trails of those figures that have a value.
    fn known_parts(&self, keys: &[Key]) -> Vec<TrailPart> {
        let known: Vec<Key> =
            keys.iter().filter(|key| self.figure(key).value.is_some()).cloned().collect();
        self.figure_parts(&known)
    }

    fn row_way(&self, id: StatementId, year: Year, row_id: &str, column: AmountColumn) -> Way {
        let Some(statement) = self.statement(id, year) else { return Way::default() };
        let Some(row) = statement.row(row_id) else { return Way::default() };
        if !row.of.is_empty() {
            let parts = row.of.iter().map(|at| &statement.rows[*at]);
            let keys: Vec<Key> = parts.map(|part| row_key(id, year, column, &part.id)).collect();
            let formula = t!("trail-sum-of-lines", count = keys.len());
            return Way::computed(formula, self.known_parts(&keys));
        }
        if let Some((formula, other, other_row, other_column)) = source_of(id, row_id) {
            let key = row_key(other, year, other_column.unwrap_or(column), other_row);
            return Way::computed(t!(formula), self.known_parts(&[key]));
        }
        let Some(own) = self.accounts().year(year) else { return Way::default() };
        let knows =
            |at: &usize| own.accounts.get(*at).is_some_and(|a| a.amounts.get(column).is_some());
        if column == AmountColumn::LastYear && !row.accounts.iter().any(knows) {
            let before = row_key(id, year - 1, AmountColumn::Actual, row_id);
            let parts = self.known_parts(&[before]);
            if !parts.is_empty() {
                return Way::computed(t!("trail-year-before"), parts);
            }
        }
        if row.accounts.is_empty() {
            let cell = self.printed_cell(id, year, row, column);
            let parts = self.cells_parts(cell.as_slice());
            let formula = match (statement.basis, cell) {
                (_, Some(_)) => Some(t!("trail-printed")),
                (Basis::Accounts, None) => Some(t!("trail-no-account")),
                _ => None,
            };
            return Way { formula, at: cell, ..Way::read(parts) };
        }
        self.arts_way(own, id, row, column)
    }

    /// A line is the sum of its arts, in the balance of its chapters.
    fn arts_way(
        &self,
        year: &YearAccounts,
        statement: StatementId,
        row: &StatementRow,
        column: AmountColumn,
    ) -> Way {
        let is_known = |at: &usize| {
            let amount = year.accounts.get(*at).and_then(|own| own.amounts.get(column));
            amount.is_some_and(|amount| !amount.is_zero())
        };
        let own: Vec<usize> = row.accounts.iter().copied().filter(is_known).collect();
        let art_key = |art| {
            Key::Accounts(AccountsKey::Art {
                statement,
                year: year.year,
                column,
                row: row.id.to_string(),
                art,
            })
        };
        let arts: Vec<Key> = by_art(&year.accounts, &own).into_keys().map(art_key).collect();
        let formula = match statement {
            StatementId::BalanceSheet => t!("trail-chapters", count = arts.len()),
            _ => t!("trail-arts", count = arts.len()),
        };
        let basis = self.placing(year, statement, row, &own);
        Way { basis, ..Way::computed(formula, self.figure_parts(&arts)) }
    }

    fn art_way(
        &self,
        key: &AccountsKey,
        (statement, year): (StatementId, Year),
        column: AmountColumn,
        row: &str,
    ) -> Way {
        let Some(known) = self.accounts().year(year) else { return Way::default() };
        let accounts = self.art_accounts(key);
        let accounts: Vec<(usize, &Account)> =
            accounts.iter().filter_map(|at| Some((*at, known.accounts.get(*at)?))).collect();
        let keys: Vec<Key> = accounts
            .iter()
            .filter(|(_, own)| own.amounts.get(column).is_some_and(|amount| !amount.is_zero()))
            .map(|(_, own)| {
                Key::Accounts(AccountsKey::Account { year, column, account: own.text() })
            })
            .collect();
        let units = units_words(accounts.iter().map(|(_, own)| own.code.unit.as_str()));
        let own: Vec<usize> = accounts.iter().map(|(at, _)| *at).collect();
        let row = self.statement_row(statement, year, row);
        let placing = row.map(|row| self.placing(known, statement, row, &own));
        let basis = units.into_iter().chain(placing.unwrap_or_default()).collect();
        let formula = t!("trail-accounts", count = keys.len());
        Way { basis, ..Way::computed(formula, self.figure_parts(&keys)) }
    }

    /// What decides that accounts stand on a line: the chart, or the company's own rules.
    fn placing(
        &self,
        year: &YearAccounts,
        statement: StatementId,
        row: &StatementRow,
        own: &[usize],
    ) -> Vec<String> {
        let accounts: Vec<&Account> = own.iter().filter_map(|at| year.accounts.get(*at)).collect();
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
        let found = self.project().statements.iter().position(|own| {
            own.statement == id && own.year == Some(year) && folded(&own.line) == folded(&row.name)
        });
        self.cells(TableId::Statements, Some(found?), &[column.id()]).first().copied()
    }

    /// The rows of the ledger that an account's amount is the sum of.
    fn ledger_parts(&self, parts: &[(usize, u32)]) -> Vec<TrailPart> {
        let rows = parts.iter().flat_map(|(batch, own)| {
            let batch = self.project().ledger.get(*batch);
            batch.into_iter().flat_map(move |batch| {
                let rows = batch.rows.iter().filter(move |row| row.account == *own);
                rows.map(|row| RowRef { source: batch.source, row: row.row })
            })
        });
        self.origin_parts("amount", rows)
    }

    fn fund_way(&self, year: Year, line: &str, key: &AccountsKey) -> Way {
        let table = self.fund_table(year);
        let Some(own) = table.lines.iter().find(|own| own.name == line) else {
            return Way::default();
        };
        if let Some(at) = self.account_cells(key).first() {
            return Way { at: Some(*at), ..Way::read(self.given_parts(year, *at)) };
        }
        let balance = |column| row_key(StatementId::BalanceSheet, year, column, "disposisjonsfond");
        let drift = |row| row_key(StatementId::ByNature, year, AmountColumn::Actual, row);
        let next = |id, row| row_key(id, year + 1, AmountColumn::LastYear, row);
        let keys = match own.kind {
            FundLineKind::Closing => vec![
                balance(AmountColumn::Actual),
                next(StatementId::BalanceSheet, "disposisjonsfond"),
            ],
            FundLineKind::Opening => vec![balance(AmountColumn::LastYear)],
            FundLineKind::Movement => {
                ["netto-disposisjonsfond", "avsetning-disposisjonsfond", "bruk-disposisjonsfond"]
                    .into_iter()
                    .flat_map(|row| [drift(row), next(StatementId::ByNature, row)])
                    .collect()
            }
        };
        let parts = self.known_parts(&keys);
        if parts.is_empty() {
            // Without a balance list of the year, it opens with what it closes with less its lines.
            let rest = table.lines.iter().filter(|other| other.kind != FundLineKind::Opening);
            let keys: Vec<Key> = rest
                .map(|other| Key::Accounts(AccountsKey::Fund(year, other.name.clone())))
                .collect();
            return Way::computed(t!("trail-fund-opening"), self.known_parts(&keys));
        }
        Way::computed(t!("trail-fund"), parts)
    }

    /// The cell of the fund's history that gives a line of a year, where it is given.
    fn given_cell(&self, year: Year, line: &str) -> Option<CellAt> {
        let table = self.fund_table(year);
        let own = table.lines.iter().find(|own| own.name == line)?;
        let amount = own.amounts.first();
        if amount.is_some_and(|amount| !amount.is_given && amount.value.is_some()) {
            return None;
        }
        let row = self.project().fund.iter().position(|entry| {
            entry.year == Some(year)
                && entry.kind == own.kind
                && (own.kind != FundLineKind::Movement || folded(&entry.line) == folded(line))
        });
        self.cells(TableId::Fund, Some(row?), &["amount"]).first().copied()
    }

    /// Where a given amount of the fund stands: in the year's own column, where the history has
    /// a column a year.
    fn given_parts(&self, year: Year, at: CellAt) -> Vec<TrailPart> {
        let origin = self.project().fund.get(at.row).and_then(|own| own.origin);
        let source = origin.and_then(|origin| self.project().source(origin.source));
        let column = format!("y{year}");
        let has_column = source.is_some_and(|own| own.cell_name(&column, 1).is_some());
        let mut parts = self.cells_parts(&[at]);
        if let Some(origin) = origin.filter(|_| has_column) {
            parts.retain(|part| !matches!(part, TrailPart::Rows { .. }));
            parts.splice(0..0, self.origin_parts(&column, std::iter::once(origin)));
        }
        parts
    }

    fn capacity_way(&self, year: Year, measure: CapacityMeasure) -> Way {
        let rows: &[(StatementId, &str)] = match measure {
            CapacityMeasure::NetResult => &[(StatementId::ByNature, "netto-driftsresultat")],
            CapacityMeasure::Fund => &[(StatementId::BalanceSheet, "disposisjonsfond")],
            CapacityMeasure::WorkingCapital => &[
                (StatementId::BalanceSheet, "sum-omløpsmidler"),
                (StatementId::BalanceSheet, "sum-kortsiktig-gjeld"),
            ],
        };
        let key = |(id, row): &(StatementId, &str)| {
            let own = row_key(*id, year, AmountColumn::Actual, row);
            match self.figure(&own).value {
                Some(_) => own,
                None => row_key(*id, year + 1, AmountColumn::LastYear, row),
            }
        };
        let keys: Vec<Key> = rows.iter().map(key).collect();
        let formula = match measure {
            CapacityMeasure::WorkingCapital => t!("trail-working-capital"),
            _ => t!("trail-turned"),
        };
        Way::computed(formula, self.known_parts(&keys))
    }
}

fn row_key(statement: StatementId, year: Year, column: AmountColumn, row: &str) -> Key {
    let measure = RowMeasure::Amount(column);
    Key::Accounts(AccountsKey::Row { statement, year, measure, row: row.to_owned() })
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

/// Whether a rule speaks of the account by a code of its own.
fn speaks_of(rule: &MappingRule, account: &Account) -> bool {
    let code = &account.code;
    let fits = |rule: &str, own: &str| rule.is_empty() || own.starts_with(rule);
    fits(&rule.art, &code.account)
        && fits(&rule.unit, &code.unit)
        && fits(&rule.function, &code.function)
        && fits(&rule.account, &code.account)
}
