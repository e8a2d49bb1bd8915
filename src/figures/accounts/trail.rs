//! Where the accounts' figures come from: lines lead to accounts, accounts to rows of sources.

use super::catalogue::{income_key, with_measure};
use super::closing::source_of;
use super::{AccountOrigin, AccountsKey, AmountColumn, CapacityMeasure, RowMeasure, StatementRow};
use crate::calendar::Year;
use crate::figures::{Figures, Key, TrailPart};
use crate::kostra::folded;
use crate::project::{FundLineKind, RowRef, StatementId, TableId};
use crate::t;

/// How a figure was computed, and what from.
type Way = (Option<String>, Vec<TrailPart>);

impl Figures {
    /// Where a figure of the accounts comes from.
    pub(in crate::figures) fn account_trail(&self, key: &AccountsKey) -> Way {
        match key {
            AccountsKey::Row { statement, year, measure, row } => match measure {
                RowMeasure::Amount(column) => self.row_trail(*statement, *year, row, *column),
                RowMeasure::Deviation(budget) => {
                    (Some(t!("trail-deviation")), self.both_parts(key, *budget))
                }
                RowMeasure::DeviationPercent(budget) => {
                    (Some(t!("trail-deviation-percent")), self.both_parts(key, *budget))
                }
            },
            AccountsKey::Account { year, column, account } => {
                (None, self.account_parts(*year, *column, account))
            }
            AccountsKey::Fund(year, line) => self.fund_trail(*year, line),
            AccountsKey::Capacity(year, measure) => self.capacity_trail(*year, *measure),
            AccountsKey::CapacityPercent(year, measure) => {
                let keys =
                    [Key::Accounts(AccountsKey::Capacity(*year, *measure)), income_key(*year)];
                (Some(t!("trail-capacity-percent")), self.known_parts(&keys))
            }
        }
    }

    fn both_parts(&self, key: &AccountsKey, budget: AmountColumn) -> Vec<TrailPart> {
        let own = [AmountColumn::Actual, budget].map(RowMeasure::Amount);
        self.known_parts(&own.map(|measure| Key::Accounts(with_measure(key, measure))))
    }

    /// The trails of those figures that have a value.
    fn known_parts(&self, keys: &[Key]) -> Vec<TrailPart> {
        let known: Vec<Key> =
            keys.iter().filter(|key| self.figure(key).value.is_some()).cloned().collect();
        self.figure_parts(&known)
    }

    fn row_trail(&self, id: StatementId, year: Year, row_id: &str, column: AmountColumn) -> Way {
        let Some(statement) = self.statement(id, year) else { return (None, Vec::new()) };
        let Some(row) = statement.row(row_id) else { return (None, Vec::new()) };
        if !row.of.is_empty() {
            let parts = row.of.iter().map(|at| &statement.rows[*at]);
            let keys: Vec<Key> = parts.map(|part| row_key(id, year, column, &part.id)).collect();
            return (Some(t!("trail-sum-of-lines", count = keys.len())), self.known_parts(&keys));
        }
        if let Some((formula, other, other_row, other_column)) = source_of(id, row_id) {
            let key = row_key(other, year, other_column.unwrap_or(column), other_row);
            return (Some(t!(formula)), self.known_parts(&[key]));
        }
        if row.accounts.is_empty() {
            return (None, self.printed_parts(id, year, row, column));
        }
        let accounts = self.accounts().year(year).map_or(&[][..], |own| &own.accounts);
        let keys = row.accounts.iter().filter_map(|at| {
            let account = accounts.get(*at)?;
            let amount = account.amounts.get(column)?;
            let account = account.text();
            (!amount.is_zero()).then_some(Key::Accounts(AccountsKey::Account {
                year,
                column,
                account,
            }))
        });
        let keys: Vec<Key> = keys.collect();
        (Some(t!("trail-accounts", count = keys.len())), self.figure_parts(&keys))
    }

    fn printed_parts(
        &self,
        id: StatementId,
        year: Year,
        row: &StatementRow,
        column: AmountColumn,
    ) -> Vec<TrailPart> {
        let found = self.project().statements.iter().position(|own| {
            own.statement == id && own.year == Some(year) && folded(&own.line) == folded(&row.name)
        });
        let parts = found.map(|at| self.cell_parts(TableId::Statements, at, column.id()));
        parts.unwrap_or_default()
    }

    fn account_parts(&self, year: Year, column: AmountColumn, account: &str) -> Vec<TrailPart> {
        let Some(account) = self.account(year, account) else { return Vec::new() };
        match &account.origin {
            AccountOrigin::Balances(row) => self.cell_parts(TableId::Balances, *row, column.id()),
            AccountOrigin::BalanceList(row) => {
                let own = if column == AmountColumn::LastYear { "opening" } else { "closing" };
                self.cell_parts(TableId::BalanceList, *row, own)
            }
            AccountOrigin::Ledger(parts) => {
                let rows = parts.iter().flat_map(|(batch, own)| {
                    let batch = self.project().ledger.get(*batch);
                    batch.into_iter().flat_map(move |batch| {
                        let rows = batch.rows.iter().filter(move |row| row.account == *own);
                        rows.map(|row| RowRef { source: batch.source, row: row.row })
                    })
                });
                self.origin_parts("amount", rows)
            }
        }
    }

    fn fund_trail(&self, year: Year, line: &str) -> Way {
        let table = self.fund_table(year);
        let Some(own) = table.lines.iter().find(|own| own.name == line) else {
            return (None, Vec::new());
        };
        let is_given = own.amounts.first().is_some_and(|amount| amount.is_given);
        if is_given || own.amounts.first().is_none_or(|amount| amount.value.is_none()) {
            let row = self.project().fund.iter().position(|entry| {
                entry.year == Some(year)
                    && entry.kind == own.kind
                    && (own.kind != FundLineKind::Movement || folded(&entry.line) == folded(line))
            });
            let parts = row.map(|row| self.given_parts(year, row));
            return (None, parts.unwrap_or_default());
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
            return (Some(t!("trail-fund-opening")), self.known_parts(&keys));
        }
        (Some(t!("trail-fund")), parts)
    }

    /// Where a given amount of the fund stands: in the year's own column, where the history has
    /// a column a year.
    fn given_parts(&self, year: Year, row: usize) -> Vec<TrailPart> {
        let origin = self.project().fund.get(row).and_then(|own| own.origin);
        let source = origin.and_then(|origin| self.project().source(origin.source));
        let column = format!("y{year}");
        match origin {
            Some(origin) if source.is_some_and(|own| own.cell_name(&column, 1).is_some()) => {
                self.origin_parts(&column, std::iter::once(origin))
            }
            _ => self.cell_parts(TableId::Fund, row, "amount"),
        }
    }

    fn capacity_trail(&self, year: Year, measure: CapacityMeasure) -> Way {
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
        (Some(formula), self.known_parts(&keys))
    }
}

fn row_key(statement: StatementId, year: Year, column: AmountColumn, row: &str) -> Key {
    let measure = RowMeasure::Amount(column);
    Key::Accounts(AccountsKey::Row { statement, year, measure, row: row.to_owned() })
}
