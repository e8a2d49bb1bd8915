//! How the figures of the accounts are made. The statements are summed when the accounts are read;
//! what stands here is which numbers each of their rows is made of.

use super::{Made, Rows};
use crate::calendar::Year;
use crate::figures::accounts::source_of;
use crate::figures::{
    AccountOrigin, AccountsKey, AmountColumn, Basis, CapacityMeasure, Figures, FundLineId, Key,
    RowMeasure, Statement, StatementRow, by_art, income_key,
};
use crate::kostra::row;
use crate::project::StatementId;

/// The row of *disposisjonsfond* in the balance sheet.
const FUND: &str = row::DISPOSISJONSFOND;

impl Figures {
    pub(super) fn account_made(&self, key: &AccountsKey) -> Made {
        let amount = match key.measure() {
            Some(RowMeasure::Deviation(budget)) => return self.deviation_made(key, budget),
            Some(RowMeasure::DeviationPercent(budget)) => {
                let of = |measure| Made::Figure(Key::Accounts(key.with_measure(measure)));
                let size = Made::Size(Box::new(of(RowMeasure::Amount(budget))));
                return Made::percent(of(RowMeasure::Deviation(budget)), size);
            }
            Some(RowMeasure::Amount(column)) => column,
            None => AmountColumn::Actual,
        };
        match key {
            AccountsKey::Row { statement, year, row, .. } => {
                self.row_made(*statement, *year, row, amount)
            }
            AccountsKey::Art { year, .. } => self.art_made(key, *year, amount),
            AccountsKey::Account { year, account, .. } => {
                self.one_account_made(*year, account, amount)
            }
            AccountsKey::Fund(year, line) => self.fund_made(*year, line),
            AccountsKey::Capacity(year, measure) => self.capacity_made(*year, *measure),
            AccountsKey::CapacityPercent(year, measure) => {
                let kroner = Key::Accounts(AccountsKey::Capacity(*year, *measure));
                let income = self.known_row(StatementId::ByNature, *year, row::SUM_DRIFTSINNTEKTER);
                Made::percent(
                    Made::Figure(kroner),
                    Made::negative(income.unwrap_or_else(|| income_key(*year))),
                )
            }
        }
    }

    /// Whether a figure is a line of a statement with accounts on it, or a part of one.
    pub(super) fn is_line_of_accounts(&self, key: &Key) -> bool {
        match key {
            Key::Accounts(AccountsKey::Row {
                statement,
                year,
                row,
                measure: RowMeasure::Amount(column),
            }) => {
                let Some(statement) = self.statement(*statement, *year) else { return false };
                let is_of_year_before =
                    *column == AmountColumn::LastYear && statement.is_last_year_of_own_accounts;
                !is_of_year_before && statement.row(row).is_some_and(|row| !row.accounts.is_empty())
            }
            Key::Accounts(key @ (AccountsKey::Art { .. } | AccountsKey::Account { .. })) => {
                matches!(key.measure(), Some(RowMeasure::Amount(_)))
            }
            _ => false,
        }
    }

    /// The accounts less a budget. The balance sheet has no budget.
    fn deviation_made(&self, key: &AccountsKey, budget: AmountColumn) -> Made {
        if !self.has_budgets(key) {
            return Made::Unknown;
        }
        let amount =
            |column| Made::Figure(Key::Accounts(key.with_measure(RowMeasure::Amount(column))));
        Made::Sum(vec![(1, amount(AmountColumn::Actual)), (-1, amount(budget))])
    }

    fn row_made(&self, id: StatementId, year: Year, row_id: &str, column: AmountColumn) -> Made {
        let Some(statement) = self.statement(id, year) else { return Made::Unknown };
        let Some(row) = statement.row(row_id) else { return Made::Unknown };
        let Some(amount) = row.amounts.get(column) else { return Made::Unknown };
        if column == AmountColumn::LastYear && statement.is_last_year_of_own_accounts {
            return Made::Figure(row_key(id, year - 1, AmountColumn::Actual, row_id));
        }
        if !row.of.is_empty() {
            let parts = row.of.iter().map(|at| &statement.rows[*at]);
            let known = parts.filter(|part| part.amounts.get(column).is_some());
            let keys: Vec<Key> = known.map(|part| row_key(id, year, column, &part.id)).collect();
            return Made::sum_or_nothing(keys.into_iter().map(Made::Figure).collect());
        }
        if let Some((words, other, other_row, other_column)) = source_of(id, row_id) {
            let of = row_key(other, year, other_column.unwrap_or(column), other_row);
            return match words {
                "origin-carried" => Made::Figure(of),
                _ => Made::ByRule(amount, vec![of]),
            };
        }
        self.line_made(statement, row, column)
    }

    /// A line: the sum of its arts, in the balance of its chapters; or as somebody printed it.
    fn line_made(&self, statement: &Statement, row: &StatementRow, column: AmountColumn) -> Made {
        if row.accounts.is_empty() {
            let cell = self.printed_cell(statement.id, statement.year, row, column);
            return match cell.filter(|_| statement.basis == Basis::Printed) {
                Some(at) => Made::Cell(at),
                None => Made::Nothing,
            };
        }
        let Some(year) = self.accounts().year(statement.year) else { return Made::Unknown };
        let stands = |at: &usize| {
            let amount = year.accounts.get(*at).and_then(|account| account.amounts.get(column));
            amount.is_some_and(|amount| !amount.is_zero())
        };
        let accounts: Vec<usize> = row.accounts.iter().copied().filter(stands).collect();
        let arts = by_art(&year.accounts, &accounts).into_keys().map(|art| {
            Made::Figure(Key::Accounts(AccountsKey::Art {
                statement: statement.id,
                year: statement.year,
                measure: RowMeasure::Amount(column),
                row: row.id.to_string(),
                art,
            }))
        });
        Made::sum_or_nothing(arts.collect())
    }

    fn art_made(&self, key: &AccountsKey, year: Year, column: AmountColumn) -> Made {
        let Some(known) = self.accounts().year(year) else { return Made::Unknown };
        let places = self.art_accounts(key);
        let accounts: Vec<_> = places.iter().filter_map(|at| known.accounts.get(*at)).collect();
        let Some(first) = accounts.first() else { return Made::Unknown };
        if !known.has_column(first.book, column) {
            return Made::Unknown;
        }
        let stands = accounts
            .into_iter()
            .filter(|account| account.amounts.get(column).is_some_and(|amount| !amount.is_zero()));
        let keys = stands.map(|stand| {
            let (account, measure) = (stand.text(), RowMeasure::Amount(column));
            Made::Figure(Key::Accounts(AccountsKey::Account { year, measure, account }))
        });
        Made::sum_or_nothing(keys.collect())
    }

    fn one_account_made(&self, year: Year, account: &str, column: AmountColumn) -> Made {
        let Some(account) = self.account(year, account) else { return Made::Unknown };
        let Some(amount) = account.amounts.get(column) else {
            let known = self.accounts().year(year);
            let is_zero = known.is_some_and(|known| known.has_column(account.book, column));
            return if is_zero { Made::Nothing } else { Made::Unknown };
        };
        if let AccountOrigin::Ledger(parts) = &account.origin {
            let is_opening = column == AmountColumn::LastYear;
            return Made::Posted(amount, Rows::Ledger { parts: parts.clone(), is_opening });
        }
        self.amount_cell(account, column).map_or(Made::Unknown, Made::Cell)
    }

    /// A line of the fund, which stands above zero: from the balance sheet and the accounts where
    /// they are known, else as its history gives it.
    fn fund_made(&self, year: Year, line: &FundLineId) -> Made {
        if let Some(at) = self.given_cell(year, line) {
            return Made::Cell(at);
        }
        let row = |row| self.known_row(StatementId::ByNature, year, row);
        let made = match line {
            FundLineId::Closing => {
                self.known_row(StatementId::BalanceSheet, year, FUND).map(Made::negative)
            }
            FundLineId::Opening => self.fund_opening_made(year),
            FundLineId::SetAside => {
                row(row::NETTO_DISPOSISJONSFOND).map(Made::Figure).or_else(|| {
                    let keys =
                        [row(row::AVSETNING_DISPOSISJONSFOND)?, row(row::BRUK_DISPOSISJONSFOND)?];
                    Some(Made::sum(keys.map(Made::Figure)))
                })
            }
            FundLineId::Movement(_) => None,
        };
        let is_known = self.value(&Key::Accounts(AccountsKey::Fund(year, line.clone())));
        made.filter(|_| is_known.is_some()).unwrap_or(Made::Unknown)
    }

    /// The opening balance of the fund: the last column of the balance sheet, else the closing
    /// balance less the lines of the year.
    fn fund_opening_made(&self, year: Year) -> Option<Made> {
        let opening = row_key(StatementId::BalanceSheet, year, AmountColumn::LastYear, FUND);
        if self.value(&opening).is_some() {
            return Some(Made::negative(opening));
        }
        let line = |line| Made::Figure(Key::Accounts(AccountsKey::Fund(year, line)));
        let mut terms = vec![(1, line(FundLineId::Closing)), (-1, line(FundLineId::SetAside))];
        let given = self.project().fund.iter().enumerate().filter(|(_, entry)| {
            entry.year == Some(year)
                && entry.amount.is_some()
                && matches!(FundLineId::of(entry), FundLineId::Movement(_))
        });
        let cells = given
            .flat_map(|(row, _)| self.cells(crate::project::TableId::Fund, Some(row), &["amount"]));
        terms.extend(cells.map(|at| (-1, Made::Cell(at))));
        Some(Made::Sum(terms))
    }

    fn capacity_made(&self, year: Year, measure: CapacityMeasure) -> Made {
        let balance = |row| self.known_row(StatementId::BalanceSheet, year, row);
        let made = match measure {
            CapacityMeasure::NetResult => self
                .known_row(StatementId::ByNature, year, row::NETTO_DRIFTSRESULTAT)
                .map(Made::negative),
            CapacityMeasure::Fund => balance(FUND)
                .map(Made::negative)
                .or_else(|| self.given_cell(year, &FundLineId::Closing).map(Made::Cell)),
            CapacityMeasure::WorkingCapital => balance(row::SUM_OMLOEPSMIDLER)
                .zip(balance(row::SUM_KORTSIKTIG_GJELD))
                .map(|(assets, debt)| Made::sum([assets, debt].map(Made::Figure))),
        };
        made.unwrap_or(Made::Unknown)
    }

    /// The key of a row's amount in a year: in the statement of that year, or in the last column of
    /// the next year.
    fn known_row(&self, id: StatementId, year: Year, row: &str) -> Option<Key> {
        let this_year = row_key(id, year, AmountColumn::Actual, row);
        let next = row_key(id, year + 1, AmountColumn::LastYear, row);
        [this_year, next].into_iter().find(|key| self.value(key).is_some())
    }
}

fn row_key(statement: StatementId, year: Year, column: AmountColumn, row: &str) -> Key {
    let measure = RowMeasure::Amount(column);
    Key::Accounts(AccountsKey::Row { statement, year, measure, row: row.to_owned() })
}
