//! Avvik: the lines that are over both limits with their remarks, the plots of the budget and of
//! the expense groups, and the economic capacity over the years.

use eframe::egui::Ui;

use crate::app::{Command, Document};
use crate::calendar::Year;
use crate::figures::{
    AccountsKey, Capacity, CapacityMeasure, Figures, Key, LineDeviation, TableCell, TrailOf,
    income_key,
};
use crate::project::Presentation;
use crate::t;
use crate::ui::figure_table::{FigureCell, FigureRow, FigureTable, MadeTable, Typed};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::{Cell, Column, Grid, GridAction, GridState, Sign, Tone};
use crate::ui::widgets::heading;

use super::plots::{self, Scenes};
use super::rows::{Part, RowId};
use super::statements;

/// What the tab remembers between frames.
#[derive(Default)]
pub(super) struct DeviationsState {
    lines: GridState,
    lines_made: MadeTable,
    capacity: GridState,
    capacity_made: MadeTable,
    plots: Scenes,
}

/// Shows the tab.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    state: &mut DeviationsState,
    commands: &mut Vec<Command>,
) {
    let year = document.figures().report_year();
    let lines = document.figures().deviations(year);
    takeaway(ui, document, &lines);
    ui.add_space(14.0);
    if !lines.is_empty() {
        let name = t!("economy-deviations-table");
        let table = state.lines_made.of(document, || figure_table(document.figures(), year));
        let grid = Grid::new(&name);
        for action in table.show(ui, grid, &mut state.lines, document, commands) {
            if let GridAction::SetCells(cells) = action {
                for (row, _, text) in cells {
                    commands.extend(lines.get(row).and_then(|line| remark(document, line, text)));
                }
            }
        }
        ui.add_space(20.0);
    }
    state.plots.show(ui, document, plots::deviations);
    capacity(ui, document, state, commands);
}

fn takeaway(ui: &mut Ui, document: &Document, lines: &[LineDeviation]) {
    let colors = colors(ui);
    let limits = statements::limits(&document.project().accounts_settings);
    let missing = lines.iter().filter(|line| line.remark.is_none()).count();
    let (start, rest) = match (lines.len(), missing) {
        (0, _) => (t!("economy-no-deviations"), limits),
        (count, 0) => (t!("economy-all-remarked", count = count), limits),
        (count, missing) => (t!("economy-some-remarked", count = count, missing = missing), limits),
    };
    theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
}

/// The edit of a remark that was typed in the table.
fn remark(document: &Document, line: &LineDeviation, text: String) -> Option<Command> {
    let row = RowId { statement: line.statement, row: line.row.clone(), part: Part::Whole };
    let known = line.remark.and_then(|at| document.project().remarks.get(at));
    let also = known.map_or_else(String::new, |known| known.also.clone());
    statements::remark_edit(document, &row, line.remark, text, also)
}

/// The lines as they are shown; a remark is typed in the table.
fn figure_table(figures: &Figures, year: Year) -> FigureTable {
    let actual = format!("actual_{year}");
    let revised = format!("revised_budget_{year}");
    let columns = vec![
        ("line_name", Column::text(t!("economy-name"), 190.0).wrapping(2)),
        ("statement", Column::text(t!("column-statement"), 86.0)),
        (actual.as_str(), Column::number(t!("column-actual"), 134.0)),
        (revised.as_str(), Column::number(t!("economy-revised"), 134.0)),
        ("deviation", Column::number(t!("economy-deviation-short"), 128.0)),
        ("deviation_pct", Column::number(t!("economy-percent-short"), 96.0)),
        ("deviation_kind", Column::text(t!("economy-kind"), 112.0).wrapping(2)),
        ("remark", Column::text(t!("column-remark"), 220.0).wrapping(6).stretching()),
    ];
    let mut table = FigureTable::named(figures, ("deviations", year), columns);
    for row in &mut table.rows {
        let [.., percent, _, remark] = &mut row.cells[..] else { continue };
        // A budget of nothing has no percentage, which is no gap.
        if let Some(TrailOf::Figure(key)) = &percent.of {
            percent.cell = Cell::new(figures.figure(key).printed().unwrap_or_default());
        }
        remark.typed = Typed::Text;
        if remark.copied.is_empty() {
            remark.cell = Cell::missing().sign(Sign::Open);
        }
    }
    table
}

fn capacity(
    ui: &mut Ui,
    document: &Document,
    state: &mut DeviationsState,
    commands: &mut Vec<Command>,
) {
    let years = document.figures().capacity();
    if years.is_empty() {
        return;
    }
    heading::section(ui, &t!("economy-capacity"), &t!("economy-capacity-caption"));
    ui.add_space(8.0);
    let name = t!("economy-capacity");
    let table = state.capacity_made.of(document, || capacity_table(&years));
    table.show(ui, Grid::new(&name), &mut state.capacity, document, commands);
}

/// The years, the latest first.
fn capacity_table(years: &[Capacity]) -> FigureTable {
    let mut columns = vec![
        Column::text(t!("column-year"), 80.0),
        Column::number(t!("economy-capacity-income"), 150.0),
    ];
    for measure in CapacityMeasure::ALL {
        columns.push(Column::number(t!(measure.word_key()), 160.0));
        columns.push(Column::number(t!("economy-capacity-percent"), 90.0));
    }
    let rows = years.iter().rev().map(|of_year| {
        let year = of_year.year;
        let money = |value, key| {
            let cell = TableCell::money(value, Presentation::default());
            FigureCell::of(&cell, Some(TrailOf::Figure(key)), true)
        };
        let mut cells = vec![
            FigureCell::words(Cell::new(year.to_string())),
            money(of_year.income, income_key(year)),
        ];
        for measure in CapacityMeasure::ALL {
            let kroner = Key::Accounts(AccountsKey::Capacity(year, measure));
            cells.push(money(of_year.kroner(measure), kroner));
            let key = Key::Accounts(AccountsKey::CapacityPercent(year, measure));
            let percent = of_year.percent(measure);
            let cell = percent.map_or(TableCell::Blank, |percent| TableCell::Percent(percent, 1));
            let mut percent = FigureCell::of(&cell, Some(TrailOf::Figure(key)), true);
            percent.cell.tone = Tone::Label;
            cells.push(percent);
        }
        FigureRow { cells, ..FigureRow::default() }
    });
    FigureTable { rows: rows.collect(), columns, ..FigureTable::default() }
}
