//! Fond: the *disposisjonsfond* over five years, what was given and what is computed, and where
//! the years do not follow each other.

use eframe::egui::Ui;
use rust_decimal::Decimal;

use crate::app::{Command, Document};
use crate::calendar::Year;
use crate::figures::{Figures, FundLineId, FundTable};
use crate::issue::Severity;
use crate::number;
use crate::project::{FundLineKind, TableId};
use crate::t;
use crate::ui::figure_table::{FigureTable, MadeTable};
use crate::ui::records::RecordTable;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::{Cell, Column, Grid, GridState, RowKind, Sought, Tone};
use crate::ui::widgets::{heading, severity};

use super::plots::{self, Scenes};

const NAME: f32 = 240.0;
const AMOUNT: f32 = 130.0;

/// What the tab remembers between frames.
#[derive(Default)]
pub(super) struct FundState {
    table: GridState,
    made: MadeTable,
    history: GridState,
    plots: Scenes,
}

impl FundState {
    /// Goes to a cell of the fund's history.
    pub fn seek(&mut self, sought: Sought) {
        self.history.seek(sought);
    }
}

/// Shows the tab.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    state: &mut FundState,
    commands: &mut Vec<Command>,
) {
    let year = document.figures().report_year();
    let table = document.figures().fund_table(year);
    takeaway(ui, &table);
    ui.add_space(14.0);
    let name = t!("economy-fund-table");
    let shown = state.made.of(document, || figure_table(document.figures(), year, &table));
    shown.show(ui, Grid::new(&name), &mut state.table, document, commands);
    ui.add_space(8.0);
    break_notes(ui, &table);
    ui.add_space(16.0);
    state.plots.show(ui, document, plots::fund);
    heading::divide(ui, 4.0);
    heading::section(ui, &t!("economy-fund-history"), &t!("economy-fund-history-caption"));
    ui.add_space(8.0);
    let history = RecordTable {
        defaults: vec![("year", year.to_string())],
        ..RecordTable::new(
            TableId::Fund,
            &[("year", 90.0), ("kind", 150.0), ("line", 300.0), ("amount", 150.0)],
            "line",
        )
    };
    history.show(ui, &mut state.history, document, commands);
}

fn takeaway(ui: &mut Ui, table: &FundTable) {
    let colors = colors(ui);
    let closing = table.lines.iter().find(|line| line.id == FundLineId::Closing);
    let known = closing.and_then(|line| line.amounts.first()?.value);
    let year = table.years.first().map_or_else(String::new, |year| year.to_string());
    let Some(known) = known else {
        let text = t!("economy-fund-none", year = year);
        theme::paragraph(ui, text, scale().takeaway, colors.text_2);
        return;
    };
    let start = t!("economy-fund-takeaway", amount = number::kroner(known), year = year);
    let before = closing.and_then(|line| line.amounts.get(1)?.value);
    let rest = before.map_or_else(String::new, |before| {
        let change = known.checked_sub(before).unwrap_or_default();
        let amount = number::kroner(change.abs());
        match change.cmp(&Decimal::ZERO) {
            std::cmp::Ordering::Greater => t!("economy-fund-more", amount = amount),
            std::cmp::Ordering::Less => t!("economy-fund-less", amount = amount),
            std::cmp::Ordering::Equal => t!("economy-fund-same"),
        }
    });
    theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
}

/// Sentences on breaks and differences, under the table.
fn break_notes(ui: &mut Ui, table: &FundTable) {
    let colors = colors(ui);
    for line in &table.lines {
        for (year, amount) in table.years.iter().zip(&line.amounts) {
            if let Some(off) = amount.break_by {
                let amount = short(off.abs());
                let words = match line.id.kind() {
                    FundLineKind::Opening => {
                        t!("economy-fund-break", year = year.to_string(), amount = amount)
                    }
                    _ => t!("economy-fund-sum-break", year = year.to_string(), amount = amount),
                };
                severity::label(ui, Severity::Note, &words);
            }
            if let Some(given) = amount.given {
                let words = t!(
                    "economy-fund-given",
                    year = year.to_string(),
                    line = line.id.name(),
                    given = short(given),
                    own = amount.value.map_or_else(String::new, short)
                );
                severity::label(ui, Severity::Note, &words);
            }
        }
    }
    theme::paragraph(ui, t!("economy-fund-explained"), scale().caption, colors.text_2);
}

/// Kroner with the decimals that the amount has.
fn short(amount: Decimal) -> String {
    let amount = amount.normalize();
    number::decimal(amount, if amount.fract().is_zero() { 0 } else { 2 })
}

/// The fund as it is shown, the latest year first.
fn figure_table(figures: &Figures, year: Year, fund: &FundTable) -> FigureTable {
    let name = ("line_name".to_owned(), Column::text(t!("economy-fund-line"), NAME).wrapping(2));
    let years = fund
        .years
        .iter()
        .map(|year| (format!("y{year}"), Column::number(year.to_string(), AMOUNT)));
    let columns = std::iter::once(name).chain(years).collect();
    let mut table = FigureTable::named(figures, ("fund", year), columns);
    // What the history says of a computed year, and where sums break, is told under the table.
    table.rows.truncate(fund.lines.len());
    for (row, line) in table.rows.iter_mut().zip(&fund.lines) {
        if line.id == FundLineId::Closing {
            row.kind = RowKind::Sum;
        }
        for (shown, amount) in row.cells.iter_mut().skip(1).zip(&line.amounts) {
            let cell = &mut shown.cell;
            if amount.value.is_none() && line.id.kind() == FundLineKind::Movement {
                // A movement that a year does not have is none; a balance is missing.
                *cell = Cell::new("0").tone(Tone::Quiet);
            } else if let Some(given) = amount.value.filter(|_| amount.is_given) {
                *cell = Cell::new(short(given)).tone(Tone::Label);
            }
            if amount.break_by.is_some() || amount.given.is_some() {
                // The sentence under the table tells what the star marks.
                cell.text.insert(0, '*');
            }
        }
    }
    table
}
