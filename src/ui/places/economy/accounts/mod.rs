//! Kontoer: accounts that stand on no line, all accounts of the year, the company's rules of
//! where accounts stand, and the ledger behind them.

mod ledger;
mod list;

use eframe::egui::Ui;

use super::move_account::MoveDraft;
use crate::app::{Command, Document};
use crate::calendar::Year;
use crate::figures::{AmountColumn, Figures, YearAccounts};
use crate::project::TableId;
use crate::t;
use crate::ui::figure_table::{FigureTable, MadeTable};
use crate::ui::icon;
use crate::ui::records::RecordTable;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip;
use crate::ui::widgets::grid::{Column, Grid, GridAction, GridState, Sought};

/// What stands above and below a table that scrolls within the place.
const AROUND: f32 = 250.0;

/// What the tab remembers between frames.
#[derive(Default)]
pub(super) struct AccountsState {
    part: Option<Part>,
    unplaced: UnplacedState,
    list: GridState,
    mapping: GridState,
    ledger: ledger::LedgerState,
    printed: GridState,
}

/// The parts of the tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Unplaced,
    List,
    Mapping,
    Ledger,
    Printed,
}

impl Part {
    const ALL: [Self; 5] = [Self::Unplaced, Self::List, Self::Mapping, Self::Ledger, Self::Printed];

    fn name(self, document: &Document, year: &YearAccounts) -> String {
        let project = document.project();
        match self {
            Self::Unplaced => t!("economy-part-unplaced", count = year.unplaced.len()),
            Self::List => t!("economy-part-list", count = year.accounts.len()),
            Self::Mapping => t!("economy-part-mapping", count = project.mapping.len()),
            Self::Ledger => {
                let batches = project.ledger.iter().filter(|batch| batch.year == year.year);
                let count: usize = batches.map(|batch| batch.rows.len()).sum();
                t!("economy-part-ledger", count = count)
            }
            Self::Printed => {
                let lines = project.statements.iter().filter(|row| row.year == Some(year.year));
                t!("economy-part-printed", count = lines.count())
            }
        }
    }
}

impl AccountsState {
    /// Shows an account's amount; `opens` begins to type over it.
    pub fn show_amount(&mut self, account: usize, column: AmountColumn, opens: bool) {
        self.part = Some(Part::List);
        self.list.seek(Sought { row: account, column: list::AMOUNTS + column as usize, opens });
    }

    /// Shows a cell of the company's rules or of the printed lines.
    pub fn seek(&mut self, table: TableId, sought: Sought) {
        let is_printed = table == TableId::Statements;
        self.part = Some(if is_printed { Part::Printed } else { Part::Mapping });
        let grid = if is_printed { &mut self.printed } else { &mut self.mapping };
        grid.seek(sought);
    }

    /// Shows the accounts that stand on no line.
    pub fn show_unplaced(&mut self) {
        self.part = Some(Part::Unplaced);
    }
}

/// Shows the tab. Comes back with the accounts that the person wants to move.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    state: &mut AccountsState,
    commands: &mut Vec<Command>,
) -> Option<MoveDraft> {
    let year = document.figures().accounts().year(document.figures().report_year())?;
    // Accounts without a line come first, as long as there are any.
    let first = if year.unplaced.is_empty() { Part::List } else { Part::Unplaced };
    let part = state.part.unwrap_or(first);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        for choice in Part::ALL {
            if chip::toggle(ui, &choice.name(document, year), choice == part).clicked() {
                state.part = Some(choice);
            }
        }
    });
    ui.add_space(12.0);
    let height = (ui.ctx().content_rect().height() - AROUND).max(260.0);
    match part {
        Part::Unplaced => {
            unplaced_part(ui, (document, year), &mut state.unplaced, height, commands)
        }
        Part::List => {
            let opened = list::show(ui, (document, year), &mut state.list, height, commands);
            match opened? {
                list::Asked::Ledger(account) => {
                    state.ledger.only(account);
                    state.part = Some(Part::Ledger);
                    None
                }
            }
        }
        Part::Mapping => {
            mapping(ui, document, &mut state.mapping, commands);
            None
        }
        Part::Ledger => {
            ledger::show(ui, document, year, &mut state.ledger, height);
            None
        }
        Part::Printed => {
            printed(ui, document, &mut state.printed, commands);
            None
        }
    }
}

fn mapping(ui: &mut Ui, document: &Document, grid: &mut GridState, commands: &mut Vec<Command>) {
    theme::paragraph(ui, t!("economy-mapping-lead"), scale().body, colors(ui).text_2);
    ui.add_space(8.0);
    let table = RecordTable::new(
        TableId::Mapping,
        &[
            ("statement", 150.0),
            ("class", 96.0),
            ("art", 64.0),
            ("unit", 76.0),
            ("function", 80.0),
            ("account", 90.0),
            ("line", 230.0),
            ("reason", 220.0),
        ],
        "reason",
    );
    table.show(ui, grid, document, commands);
}

/// Lines of printed statements: they stand where no accounts are known.
fn printed(ui: &mut Ui, document: &Document, grid: &mut GridState, commands: &mut Vec<Command>) {
    theme::paragraph(ui, t!("economy-printed-lead"), scale().body, colors(ui).text_2);
    ui.add_space(8.0);
    let year = document.figures().report_year();
    let rows = document.project().statements.iter().enumerate();
    let of_year = rows.filter(|(_, row)| row.year == Some(year)).map(|(at, _)| at).collect();
    let table = RecordTable {
        rows: Some(of_year),
        defaults: vec![("year", year.to_string())],
        ..RecordTable::new(
            TableId::Statements,
            &[
                ("statement", 150.0),
                ("line", 240.0),
                ("note", 60.0),
                ("actual", 134.0),
                ("revised_budget", 134.0),
                ("original_budget", 134.0),
                ("last_year", 134.0),
            ],
            "line",
        )
    };
    table.show(ui, grid, document, commands);
}

/// What is remembered between frames.
#[derive(Debug, Default)]
struct UnplacedState {
    grid: GridState,
    made: MadeTable,
}

/// Shows the accounts that stand on no line where they should, and why. Comes back with those that
/// the person wants to move.
fn unplaced_part(
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
    let table = state.made.of(document, || unplaced_table(document.figures(), year.year));
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

fn unplaced_table(figures: &Figures, year: Year) -> FigureTable {
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
