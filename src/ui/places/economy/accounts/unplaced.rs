//! Accounts that stand on no line of a statement where they should, and why.

use eframe::egui::Ui;

use crate::app::{Command, Document};
use crate::calendar::Year;
use crate::figures::{Figures, YearAccounts};
use crate::t;
use crate::ui::figure_table::{FigureTable, MadeTable};
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::grid::{Column, Grid, GridAction, GridState};

use super::super::move_account::MoveDraft;

/// What is remembered between frames.
#[derive(Debug, Default)]
pub(super) struct UnplacedState {
    grid: GridState,
    made: MadeTable,
}

/// Shows the accounts. Comes back with those that the person wants to move.
pub(super) fn show(
    ui: &mut Ui,
    (document, year): (&Document, &YearAccounts),
    state: &mut UnplacedState,
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
    let name = t!("economy-unplaced-table");
    let mut chosen = None;
    let grid = Grid::new(&name).max_height(height);
    let table = state.made.of(document, || figure_table(document.figures(), year.year));
    for action in table.show(ui, grid, &mut state.grid, document, commands) {
        if let GridAction::Activate(row, _) = action {
            chosen = Some(row);
        }
    }
    ui.add_space(8.0);
    let cursor = state.grid.cursor().map(|at| at.row);
    let words = t!("economy-move");
    let button = Button::secondary(&words).icon(icon::MOVE);
    if ui.add_enabled(cursor.is_some(), button).clicked() {
        chosen = cursor;
    }
    let unplaced = year.unplaced.get(chosen?)?;
    MoveDraft::of_accounts(year, unplaced.statement, &[unplaced.account], true)
}

fn figure_table(figures: &Figures, year: Year) -> FigureTable {
    let actual = format!("actual_{year}");
    let columns = vec![
        ("account", Column::text(t!("column-account"), 190.0)),
        ("name", Column::text(t!("column-account_name"), 200.0).wrapping(2)),
        ("statement", Column::text(t!("column-statement"), 100.0)),
        (actual.as_str(), Column::number(t!("column-actual"), 130.0)),
        ("cause", Column::text(t!("economy-cause"), 260.0).wrapping(4).stretching()),
    ];
    FigureTable::named(figures, ("unplaced", year), columns)
}
