//! Where findings and trails lead to: the tab of a table, and its cell.

use crate::app::Document;
use crate::figures::{AccountOrigin, AccountsKey, AmountColumn, Key, RowMeasure};
use crate::project::{CellAt, StatementId, TableId};
use crate::ui::widgets::grid::Sought;

use super::columns::Col;
use super::move_account::MoveDraft;
use super::rows::{Part, RowId};
use super::{EconomyState, Tab};

impl EconomyState {
    /// Opens the tab of a table, by its name on the command line, and selects the row with that
    /// key or those words in a statement of the report year.
    pub fn show_row(&mut self, document: &Document, table: &str, words: &str, key: Option<&Key>) {
        let Some(statement) =
            StatementId::EVERY.into_iter().find(|statement| statement.id() == table)
        else {
            self.go(match table {
                "fund" => Tab::Fund,
                "remarks" | "deviations" => Tab::Deviations,
                _ => Tab::Accounts,
            });
            return;
        };
        let tab = Tab::ALL.into_iter().find(|tab| tab.statements().contains(&statement));
        self.go(tab.unwrap_or_default());
        let year = document.figures().report_year();
        let of_key = match key {
            Some(Key::Accounts(AccountsKey::Row { year: row_year, row, measure, .. }))
                if *row_year == year =>
            {
                Some((row.clone(), column_of(*measure)))
            }
            _ => None,
        };
        let of_words = || {
            let rows = &document.figures().statement(statement, year)?.rows;
            let row = rows.iter().find(|row| row.name == words)?;
            Some((row.id.to_string(), Col::Amount(AmountColumn::Actual)))
        };
        if let Some((row, column)) = of_key.or_else(of_words) {
            self.table.select(RowId { statement, row, part: Part::Whole }, column);
        }
    }
}

impl EconomyState {
    /// Goes to a cell of one of the accounts' tables; `opens` begins to type over it.
    pub fn show_cell(&mut self, document: &Document, at: CellAt, opens: bool) {
        let sought = Sought { row: at.row, column: at.column, opens };
        match at.table {
            TableId::Fund => {
                self.go(Tab::Fund);
                self.fund.seek(sought);
            }
            TableId::Remarks => self.go(Tab::Deviations),
            TableId::Balances | TableId::BalanceList => {
                self.go(Tab::Accounts);
                if let Some((account, column)) = amount_at(document, at) {
                    self.accounts.show_amount(account, column, opens);
                }
            }
            _ => {
                self.go(Tab::Accounts);
                self.accounts.seek(at.table, sought);
            }
        }
    }

    /// Opens the dialog that moves the accounts of a figure to another line.
    pub fn move_accounts(&mut self, document: &Document, key: &AccountsKey) {
        let row = |statement, row: &String, part| RowId { statement, row: row.clone(), part };
        self.moving = match key {
            AccountsKey::Row { statement, row: id, .. } => {
                MoveDraft::of_row(document, &row(*statement, id, Part::Whole))
            }
            AccountsKey::Art { statement, row: id, art, .. } => {
                MoveDraft::of_row(document, &row(*statement, id, Part::Art(art.clone())))
            }
            AccountsKey::Account { year, account, .. } => {
                let year = document.figures().accounts().year(*year);
                year.and_then(|year| {
                    let at = year.place_of(account)?;
                    MoveDraft::of_accounts(year, StatementId::ByNature, &[at], true)
                })
            }
            _ => None,
        };
    }
}

/// The account of the report year that a cell belongs to, and the amount that it holds.
fn amount_at(document: &Document, at: CellAt) -> Option<(usize, AmountColumn)> {
    let figures = document.figures();
    let year = figures.accounts().year(figures.report_year())?;
    let origin = match at.table {
        TableId::Balances => AccountOrigin::Balances(at.row),
        _ => AccountOrigin::BalanceList(at.row),
    };
    let account = year.accounts.iter().position(|account| account.origin == origin)?;
    let holds =
        |column: &AmountColumn| figures.amount_cell(&year.accounts[account], *column) == Some(at);
    let column = AmountColumn::ALL.into_iter().find(holds);
    Some((account, column.unwrap_or(AmountColumn::Actual)))
}

fn column_of(measure: RowMeasure) -> Col {
    match measure {
        RowMeasure::Amount(column) => Col::Amount(column),
        RowMeasure::Deviation(budget) => Col::Deviation(budget),
        RowMeasure::DeviationPercent(budget) => Col::Percent(budget),
    }
}
