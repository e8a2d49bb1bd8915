//! All accounts of the year: their codes, what they came to, and the line that they stand on.
//! An amount that a table holds can be typed over.

use eframe::egui::Ui;

use crate::app::{Command, Document};
use crate::figures::{
    Account, AccountsKey, AmountColumn, Figures, Key, RowMeasure, Statement, TrailOf, YearAccounts,
};
use crate::kostra::Book;
use crate::number;
use crate::project::{AccountString, CellAt, CellEdit, CellKind, Edit, StatementId, TableId};
use crate::t;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::{
    At, Cell, Column, Grid, GridAction, GridModel, GridState, Sought, Tone,
};
use crate::ui::{corrections, trail};
use crate::words::Message;

use super::super::move_account::line_of;

/// What the person asks for.
pub(super) enum Asked {
    /// The ledger rows of this account.
    Ledger(AccountString),
}

/// The first column of amounts.
pub(super) const AMOUNTS: usize = 5;
/// The column of the line.
const LINE: usize = AMOUNTS + 4;

/// Shows the accounts.
pub(super) fn show(
    ui: &mut Ui,
    (document, year): (&Document, &YearAccounts),
    state: &mut GridState,
    height: f32,
    commands: &mut Vec<Command>,
) -> Option<Asked> {
    let has_ledger = document.project().ledger.iter().any(|batch| batch.year == year.year);
    let lead = match has_ledger {
        true => t!("economy-list-lead-ledger"),
        false => t!("economy-list-lead"),
    };
    theme::paragraph(ui, lead, scale().body, colors(ui).text_2);
    ui.add_space(8.0);
    let model = Model::new(document.figures(), year);
    let name = t!("economy-list-table");
    let mut asked = None;
    if let Some(Sought { row, column, opens }) = state.take_sought(ui) {
        state.go_to(At::new(row, column), opens, &model);
    }
    let actions = Grid::new(&name).max_height(height).show(ui, state, &model);
    for action in trail::followed(actions, commands) {
        match action {
            GridAction::UseSource(cells) => {
                let cells = cells.into_iter().filter_map(|(row, column)| model.held(row, column));
                commands.push(Command::Edit(Edit::UseSource { cells: cells.collect() }));
            }
            GridAction::SetCells(cells) => commands.extend(model.edits(&cells)),
            GridAction::Activate(row, _) if has_ledger => {
                asked = year.accounts.get(row).map(|account| Asked::Ledger(account.code.clone()));
            }
            _ => {}
        }
    }
    asked
}

struct Model<'a> {
    figures: &'a Figures,
    year: &'a YearAccounts,
    columns: Vec<Column>,
    /// The statement with the line of an account, by book: *drift*, *investering*, *balanse*.
    statements: [Option<&'a Statement>; 3],
}

impl<'a> Model<'a> {
    fn new(figures: &'a Figures, year: &'a YearAccounts) -> Self {
        let mut columns = vec![
            Column::text(t!("column-account"), 92.0),
            Column::text(t!("column-account_name"), 170.0).stretching(),
            Column::text(t!("column-unit"), 70.0),
            Column::text(t!("column-function"), 74.0),
            Column::text(t!("column-project"), 74.0),
        ];
        let before = t!("economy-actual", year = year.year.saturating_sub(1).to_string());
        let titles = [
            t!("economy-actual", year = year.year.to_string()),
            t!("economy-revised"),
            t!("economy-original"),
            before,
        ];
        columns.extend(titles.map(|title| Column::number(title, 128.0)));
        columns.push(Column::text(t!("economy-name"), 200.0));
        let ids = [StatementId::ByNature, StatementId::Investment, StatementId::BalanceSheet];
        Self { figures, year, columns, statements: ids.map(|id| year.statement(id)) }
    }

    fn line(&self, at: usize, account: &Account) -> Option<&str> {
        let statement = self.statements[match account.book {
            Book::Drift => 0,
            Book::Investering => 1,
            Book::Balanse => 2,
        }];
        line_of(statement?, at)
    }

    /// The cell of a table that holds the amount, where one does.
    fn held(&self, row: usize, column: usize) -> Option<CellAt> {
        let amount = AmountColumn::ALL.get(column.checked_sub(AMOUNTS)?)?;
        self.figures.amount_cell(self.year.accounts.get(row)?, *amount)
    }

    /// The edits that put the typed texts into the tables; a block over both tables needs two.
    fn edits(&self, cells: &[(usize, usize, String)]) -> Vec<Command> {
        let of = |of_table: TableId| {
            let edits = cells.iter().filter_map(|(row, column, text)| {
                let CellAt { table, row, column } = self.held(*row, *column)?;
                (table == of_table).then(|| CellEdit { row, column, text: text.clone() })
            });
            let cells: Vec<CellEdit> = edits.collect();
            (!cells.is_empty()).then_some(Command::Edit(Edit::SetCells { table: of_table, cells }))
        };
        [TableId::Balances, TableId::BalanceList].into_iter().filter_map(of).collect()
    }

    fn amount(&self, row: usize, column: usize, account: &Account) -> Cell {
        let Some(amount) = AmountColumn::ALL.get(column.saturating_sub(AMOUNTS)) else {
            return Cell::default();
        };
        let has_column = account.book != Book::Balanse || AmountColumn::OF_BALANCE.contains(amount);
        let cell = match account.amounts.get(*amount) {
            Some(value) => {
                let cell = Cell::new(number::decimal(value, 2));
                if value.is_zero() { cell.tone(Tone::Quiet) } else { cell }
            }
            None if has_column => Cell::missing(),
            None => Cell::default(),
        };
        let correction = self.held(row, column).and_then(|at| self.figures.correction(at));
        corrections::marked(cell, self.figures.project(), correction)
    }
}

impl GridModel for Model<'_> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.year.accounts.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some(account) = self.year.accounts.get(row) else { return Cell::default() };
        let code = &account.code;
        match column {
            0 if code.class.is_empty() => Cell::new(&*code.account),
            0 => Cell::new(format!("{}.{}", code.class, code.account)),
            1 => Cell::new(account.name(self.year.year)),
            2 => Cell::new(&*code.unit),
            3 => Cell::new(&*code.function),
            4 => Cell::new(&*code.project),
            LINE => match self.line(row, account) {
                Some(line) => Cell::new(line).tone(Tone::Label),
                None => Cell::new(t!("economy-no-line")).tone(Tone::Quiet),
            },
            _ => self.amount(row, column, account),
        }
    }

    fn edit_text(&self, row: usize, column: usize) -> String {
        match self.held(row, column) {
            Some(at) => self.figures.project().rows(at.table).cell(at.row, at.column).edit_text(),
            None => self.cell(row, column).text,
        }
    }

    fn editable(&self, row: usize, column: usize) -> bool {
        self.held(row, column).is_some()
    }

    fn check(&self, _row: usize, _column: usize, text: &str) -> Result<(), Message> {
        CellKind::Number { decimals: 2 }.parse(text).map(|_| ())
    }

    fn trail(&self, row: usize, column: usize) -> Option<TrailOf> {
        let column = *AmountColumn::ALL.get(column.checked_sub(AMOUNTS)?)?;
        let account = self.year.accounts.get(row)?.text();
        let measure = RowMeasure::Amount(column);
        let key = AccountsKey::Account { year: self.year.year, measure, account };
        Some(TrailOf::Figure(Key::Accounts(key)))
    }

    fn is_corrected(&self, row: usize, column: usize) -> bool {
        self.held(row, column).is_some_and(|at| self.figures.correction(at).is_some())
    }

    fn row_name(&self, row: usize) -> Option<String> {
        self.year.accounts.get(row).map(Account::text)
    }
}
