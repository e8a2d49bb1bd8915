//! Accounts that stand on no line of a statement where they should, and why.

use eframe::egui::Ui;

use crate::app::Command;
use crate::figures::{AccountsKey, AmountColumn, Key, TrailOf, Unplaced, YearAccounts};
use crate::number;
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::trail;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::grid::{Cell, Column, Grid, GridAction, GridModel, GridState, Tone};
use crate::words::Message;

use super::super::move_account::MoveDraft;

/// Shows the accounts. Comes back with those that the person wants to move.
pub(super) fn show(
    ui: &mut Ui,
    year: &YearAccounts,
    state: &mut GridState,
    height: f32,
    commands: &mut Vec<Command>,
) -> Option<MoveDraft> {
    let colors = colors(ui);
    if year.unplaced.is_empty() {
        let text = t!("economy-all-placed", year = year.year.to_string());
        theme::paragraph(ui, text, scale().takeaway, colors.text_2);
        return None;
    }
    theme::paragraph(ui, t!("economy-unplaced-lead"), scale().body, colors.text_2);
    ui.add_space(8.0);
    let model = Model::new(year);
    let name = t!("economy-unplaced-table");
    let mut chosen = None;
    let actions = Grid::new(&name).max_height(height).show(ui, state, &model);
    for action in trail::followed(actions, commands) {
        if let GridAction::Activate(row, _) = action {
            chosen = Some(row);
        }
    }
    ui.add_space(8.0);
    let cursor = state.cursor().map(|at| at.row);
    let words = t!("economy-move");
    let button = Button::secondary(&words).icon(icon::MOVE);
    if ui.add_enabled(cursor.is_some(), button).clicked() {
        chosen = cursor;
    }
    let unplaced = year.unplaced.get(chosen?)?;
    MoveDraft::of_accounts(year, unplaced.statement, &[unplaced.account], true)
}

struct Model<'a> {
    year: &'a YearAccounts,
    columns: Vec<Column>,
}

impl<'a> Model<'a> {
    fn new(year: &'a YearAccounts) -> Self {
        let columns = vec![
            Column::text(t!("column-account"), 190.0),
            Column::text(t!("column-account_name"), 200.0).wrapping(2),
            Column::text(t!("column-statement"), 100.0),
            Column::number(t!("column-actual"), 130.0),
            Column::text(t!("economy-cause"), 260.0).wrapping(4).stretching(),
        ];
        Self { year, columns }
    }

    fn unplaced(&self, row: usize) -> Option<(&'a Unplaced, &'a crate::figures::Account)> {
        let unplaced = self.year.unplaced.get(row)?;
        Some((unplaced, self.year.accounts.get(unplaced.account)?))
    }
}

impl GridModel for Model<'_> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.year.unplaced.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some((unplaced, account)) = self.unplaced(row) else { return Cell::default() };
        match column {
            0 => Cell::new(account.text()),
            1 => Cell::new(account.name(self.year.year)),
            2 => Cell::new(unplaced.statement.word()).tone(Tone::Label),
            3 => account
                .amounts
                .get(AmountColumn::Actual)
                .map_or_else(Cell::missing, |amount| Cell::new(number::decimal(amount, 2))),
            _ => Cell::new(unplaced.cause.message().text()),
        }
    }

    fn editable(&self, _row: usize, _column: usize) -> bool {
        false
    }

    fn check(&self, _row: usize, _column: usize, _text: &str) -> Result<(), Message> {
        Ok(())
    }

    fn trail(&self, row: usize, column: usize) -> Option<TrailOf> {
        let (_, account) = self.unplaced(row).filter(|_| column == 3)?;
        let (year, column) = (self.year.year, AmountColumn::Actual);
        let key = AccountsKey::Account { year, column, account: account.text() };
        Some(TrailOf::Figure(Key::Accounts(key)))
    }

    fn row_name(&self, row: usize) -> Option<String> {
        self.unplaced(row).map(|(_, account)| account.text())
    }
}
