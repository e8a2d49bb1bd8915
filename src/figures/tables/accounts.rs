//! Tables of the accounts: the statements, the fund, deviations, accounts without a line.

use super::columns;
use crate::calendar::Year;
use crate::figures::accounts::closing_origin;
use crate::figures::{
    Account, AccountsKey, AmountColumn, Figures, FundLineId, Key, RowKind, RowMeasure, Statement,
    StatementRowKind, Table, TableCell, unit_word_key,
};
use crate::number::{self, Decimal};
use crate::project::{AccountsStatus, Presentation, StatementId};
use crate::{t, text_key};

impl Figures {
    /// A statement, its title with how far the accounts have come.
    pub(super) fn statement_table(&self, id: StatementId, year: Year) -> Table {
        let presentation = self.project().accounts_settings.presentation(id);
        let has_actual = |statement: &Statement| {
            statement.rows.iter().any(|row| row.amounts.get(AmountColumn::Actual).is_some())
        };
        let status = match self.statement(id, year).is_some_and(has_actual) {
            true => self.accounts_status(),
            false => t!("accounts-not-there", year = year.to_string()),
        };
        let mut title = t!(
            "table-statement",
            statement = id.word(),
            name = t!(name_key(id)),
            status = status,
            unit = t!(unit_word_key(presentation.unit)),
        );
        if let Some(unplaced) = self.unplaced_sentence(id, year) {
            title = format!("{title} {unplaced}");
        }
        let is_closing = matches!(id, StatementId::ClosingDrift | StatementId::ClosingInvestment);
        let mut table = match is_closing {
            true => Table::new(title, closing_columns(year)),
            false => Table::new(title, statement_columns(id, year)),
        };
        let Some(statement) = self.statement(id, year) else { return table };
        let mut section = "";
        let mut number = 0;
        // Where each row of the statement stands in the table.
        let mut places = Vec::with_capacity(statement.rows.len());
        for row in &statement.rows {
            places.push(table.rows.len());
            let kind = match row.kind {
                StatementRowKind::Heading(_) => {
                    section = row.name.as_ref();
                    if !is_closing {
                        let mut cells = vec![TableCell::Blank; 3];
                        cells.push(TableCell::text(section));
                        table.push(RowKind::Derived, cells);
                    }
                    continue;
                }
                StatementRowKind::Line => RowKind::Plain,
                StatementRowKind::Sum | StatementRowKind::Result => RowKind::Sum,
            };
            number += 1;
            let money = |column| TableCell::money(row.amounts.get(column), presentation);
            let mut cells = vec![TableCell::Count(number)];
            if is_closing {
                cells.push(TableCell::Text(row.name.to_string()));
                cells.push(money(AmountColumn::Actual));
                cells.push(TableCell::text(&closing_origin(id, &row.id)));
            } else {
                let word = if kind == RowKind::Plain { "line" } else { "sum" };
                cells.push(TableCell::text(section));
                cells.push(TableCell::Text(word.to_owned()));
                cells.push(TableCell::Text(row.name.to_string()));
                cells.push(TableCell::text(&row.note));
                cells.extend(statement.columns().iter().copied().map(money));
            }
            let key = |column| {
                Some(Key::Accounts(AccountsKey::Row {
                    statement: id,
                    year,
                    measure: RowMeasure::Amount(column),
                    row: row.id.to_string(),
                }))
            };
            let keys: Vec<Option<Key>> = match is_closing {
                true => vec![None, None, key(AmountColumn::Actual)],
                false => {
                    let amounts = statement.columns().iter().copied().map(key);
                    std::iter::repeat_n(None, 5).chain(amounts).collect()
                }
            };
            table.push(kind, cells);
            table.names(keys);
            table.sums(row.of.iter().filter_map(|at| places.get(*at).copied()).collect());
        }
        table
    }

    /// How many accounts stand on no line of a statement though they should, and what they come
    /// to; `None` where all have a line.
    pub fn unplaced_sentence(&self, id: StatementId, year: Year) -> Option<String> {
        let year_accounts = self.accounts().year(year)?;
        let unplaced: Vec<&Account> = year_accounts
            .unplaced
            .iter()
            .filter(|unplaced| unplaced.statement == id)
            .filter_map(|unplaced| year_accounts.accounts.get(unplaced.account))
            .collect();
        let amounts =
            unplaced.iter().filter_map(|account| account.amounts.get(AmountColumn::Actual));
        let sum = amounts.fold(Decimal::ZERO, |sum, amount| sum.saturating_add(amount));
        let sum = number::kroner(sum);
        let sentence = || t!("accounts-unplaced", count = unplaced.len(), sum = sum);
        (!unplaced.is_empty()).then(sentence)
    }

    /// "Foreløpig", or "Avlagt 14.02.2022".
    pub fn accounts_status(&self) -> String {
        let settings = &self.project().accounts_settings;
        let status = settings.status.choice().word();
        match settings.status_date {
            Some(day) if settings.status != AccountsStatus::Preliminary => {
                t!("accounts-status-date", status = status, day = TableCell::Date(day).print())
            }
            _ => t!("accounts-status", status = status),
        }
    }

    /// The fund over five years. Sums that break with what they follow from are told of in the
    /// text form, and so is what a history says of a computed year.
    pub(super) fn fund_lines_table(&self, year: Year) -> Table {
        let fund = self.fund_table(year);
        let years = fund.years.iter().map(|year| (format!("y{year}"), year.to_string()));
        let head = columns(&["line_name"]).into_iter().chain(years);
        let mut table = Table::new(t!("table-fund"), head.collect());
        let shown = Presentation::default();
        for line in &fund.lines {
            let amounts = line.amounts.iter().map(|amount| TableCell::money(amount.value, shown));
            let cells = std::iter::once(TableCell::Text(line.id.name())).chain(amounts);
            table.push(RowKind::Plain, cells.collect());
            let key = |year: &Year| AccountsKey::Fund(*year, line.id.clone());
            let keys = fund.years.iter().map(|year| Some(Key::Accounts(key(year))));
            table.names(std::iter::once(None).chain(keys));
            if line.id == FundLineId::Closing {
                table.sums((0..table.rows.len() - 1).collect());
            }
        }
        for line in &fund.lines {
            let given = line.amounts.iter().map(|amount| amount.given);
            let breaks = line.amounts.iter().map(|amount| amount.break_by);
            let notes: [(String, Vec<Option<Decimal>>); 2] = [
                (t!("fund-given", line = line.id.name()), given.collect()),
                (t!("fund-break", line = line.id.name()), breaks.collect()),
            ];
            for (words, amounts) in notes {
                if amounts.iter().any(Option::is_some) {
                    let amounts = amounts.into_iter().map(|amount| TableCell::money(amount, shown));
                    let cells = std::iter::once(TableCell::Text(words)).chain(amounts);
                    table.push(RowKind::Derived, cells.collect());
                }
            }
        }
        table
    }

    /// The accounts that stand on no line where they should, with why.
    pub(super) fn unplaced_table(&self, year: Year) -> Table {
        let mut head = columns(&["statement", "account"]);
        head.push(("name".to_owned(), t!("head-account-name")));
        head.extend(columns(&["cause"]));
        head.extend(amount_columns(&AmountColumn::ALL, year));
        let mut table = Table::new(t!("table-unplaced"), head);
        let Some(year_accounts) = self.accounts().year(year) else { return table };
        for unplaced in &year_accounts.unplaced {
            let Some(account) = year_accounts.accounts.get(unplaced.account) else { continue };
            let mut cells = vec![
                TableCell::Named(unplaced.statement.word(), unplaced.statement.id()),
                TableCell::Text(account.text()),
                TableCell::text(&account.name(year)),
                TableCell::Text(unplaced.cause.message().text()),
            ];
            let shown = Presentation::default();
            let money = |column| TableCell::money(account.amounts.get(column), shown);
            cells.extend(AmountColumn::ALL.map(money));
            table.push(RowKind::Plain, cells);
            let key = |column| {
                let (account, measure) = (account.text(), RowMeasure::Amount(column));
                Some(Key::Accounts(AccountsKey::Account { year, measure, account }))
            };
            table.names(std::iter::repeat_n(None, 4).chain(AmountColumn::ALL.map(key)));
        }
        table
    }

    /// The lines that are over both limits, with what the deviation is called and the remark.
    pub(super) fn deviations_table(&self, year: Year) -> Table {
        let mut head = columns(&["statement", "line_name"]);
        head.extend(amount_columns(&[AmountColumn::Actual, AmountColumn::RevisedBudget], year));
        head.extend(columns(&["deviation", "deviation_pct", "deviation_kind", "remark"]));
        let settings = &self.project().accounts_settings;
        let title = t!(
            "table-deviations",
            percent = TableCell::Percent(settings.limit_percent, 0).print(),
            kroner = TableCell::Count(limit(settings.limit_kroner)).print(),
        );
        let mut table = Table::new(title, head);
        for line in self.deviations(year) {
            let shown = settings.presentation(line.statement);
            let (actual, budget) = line.amounts;
            let remark = line.remark.and_then(|row| self.project().remarks.get(row));
            let key = |measure| {
                let (statement, row) = (line.statement, line.row.to_string());
                Some(Key::Accounts(AccountsKey::Row { statement, year, measure, row }))
            };
            let budget_column = AmountColumn::RevisedBudget;
            let keys = [
                key(RowMeasure::Amount(AmountColumn::Actual)),
                key(RowMeasure::Amount(budget_column)),
                key(RowMeasure::Deviation(budget_column)),
                key(RowMeasure::DeviationPercent(budget_column)),
            ];
            let cells = vec![
                TableCell::Named(line.statement.word(), line.statement.id()),
                TableCell::Text(line.name),
                TableCell::Money(actual, shown),
                TableCell::Money(budget, shown),
                TableCell::Money(line.deviation.kroner, shown),
                TableCell::deviation(line.deviation.percent, shown.sign),
                TableCell::Text(line.deviation.kind.map_or_else(String::new, |k| t!(k.word_key()))),
                TableCell::text(remark.map_or("", |remark| &remark.remark)),
            ];
            table.push(RowKind::Plain, cells);
            table.names(std::iter::repeat_n(None, 2).chain(keys));
        }
        table
    }
}

fn limit(kroner: Decimal) -> i64 {
    i64::try_from(number::round(kroner, 0)).unwrap_or(i64::MAX)
}

fn statement_columns(id: StatementId, year: Year) -> Vec<(String, String)> {
    let mut head = for_machines(&["row", "section", "kind"]);
    head.extend(columns(&["line_name", "note"]));
    let shown: &[AmountColumn] = match id {
        StatementId::BalanceSheet => &AmountColumn::OF_BALANCE,
        _ => &AmountColumn::ALL,
    };
    head.extend(amount_columns(shown, year));
    head
}

/// Columns for machines only: people see the same in headings and in the lines above sums.
fn for_machines(ids: &[&str]) -> Vec<(String, String)> {
    ids.iter().map(|id| ((*id).to_owned(), String::new())).collect()
}

fn closing_columns(year: Year) -> Vec<(String, String)> {
    let mut head = for_machines(&["row"]);
    head.extend(columns(&["line_name"]));
    head.push((format!("amount_{year}"), t!("head-amount", year = year.to_string())));
    head.extend(columns(&["origin"]));
    head
}

/// Columns of amounts, with their years in their names.
fn amount_columns(shown: &[AmountColumn], year: Year) -> Vec<(String, String)> {
    let column = |column: &AmountColumn| {
        let (id, key, year) = match column {
            AmountColumn::Actual => ("actual", text_key!("head-actual"), year),
            AmountColumn::RevisedBudget => {
                ("revised_budget", text_key!("head-revised_budget"), year)
            }
            AmountColumn::OriginalBudget => {
                ("original_budget", text_key!("head-original_budget"), year)
            }
            AmountColumn::LastYear => ("actual", text_key!("head-actual"), year - 1),
        };
        (format!("{id}_{year}"), t!(key, year = year.to_string()))
    };
    shown.iter().map(column).collect()
}

fn name_key(id: StatementId) -> &'static str {
    match id {
        StatementId::Appropriations => text_key!("statement-name-appropriations"),
        StatementId::AppropriationsByUnit => text_key!("statement-name-units"),
        StatementId::Investment => text_key!("statement-name-investment"),
        StatementId::InvestmentByProject => text_key!("statement-name-projects"),
        StatementId::ByNature => text_key!("statement-name-nature"),
        StatementId::BalanceSheet => text_key!("statement-name-balance"),
        StatementId::ClosingDrift => text_key!("statement-name-closing"),
        StatementId::ClosingInvestment => text_key!("statement-name-closing-investment"),
    }
}

impl Statement {
    /// What the statement is called, "Økonomisk oversikt etter art – drift".
    pub fn name(&self) -> String {
        t!(name_key(self.id))
    }
}
