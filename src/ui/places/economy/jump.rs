//! Where findings and trails lead to: the tab of a table, and its cell.

use crate::app::Document;
use crate::figures::{AccountOrigin, AccountsKey, AmountColumn, RowMeasure};
use crate::project::{CellAt, StatementId, TableId};
use crate::ui::widgets::grid::Sought;

use super::columns::Col;
use super::move_account::MoveDraft;
use super::rows::{Part, RowId};
use super::{EconomyState, Tab};

impl EconomyState {
    /// Opens the tab of a table, by its name on the command line.
    pub fn show_table(&mut self, name: &str) {
        let statement = StatementId::EVERY.into_iter().find(|statement| statement.id() == name);
        self.go(match (statement, name) {
            (Some(statement), _) => tab_of(statement),
            (None, "fund") => Tab::Fund,
            (None, "remarks" | "deviations") => Tab::Deviations,
            (None, _) => Tab::Accounts,
        });
    }

    /// Opens the tab of a figure, and selects it where it stands in a statement of the report year.
    pub fn show_figure(&mut self, document: &Document, key: &AccountsKey) {
        match key {
            AccountsKey::Row { statement, year, row, measure } => {
                self.go(tab_of(*statement));
                if *year == document.figures().report_year() {
                    let id = RowId { statement: *statement, row: row.clone(), part: Part::Whole };
                    self.table.select(id, column_of(*measure));
                }
            }
            AccountsKey::Art { statement, .. } => self.go(tab_of(*statement)),
            AccountsKey::Account { .. } => self.go(Tab::Accounts),
            AccountsKey::Fund(..)
            | AccountsKey::Capacity(..)
            | AccountsKey::CapacityPercent(..) => self.go(Tab::Fund),
        }
    }
}

fn tab_of(statement: StatementId) -> Tab {
    let tab = Tab::ALL.into_iter().find(|tab| tab.statements().contains(&statement));
    tab.unwrap_or_default()
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
