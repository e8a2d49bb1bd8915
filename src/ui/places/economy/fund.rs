//! Fond: the *disposisjonsfond* over five years, what was given and what is computed, and where
//! the years do not follow each other.

use eframe::egui::Ui;
use rust_decimal::Decimal;

use crate::app::{Command, Document};
use crate::figures::{AccountsKey, Figures, FundAmount, FundTable, Key, TrailOf};
use crate::issue::Severity;
use crate::number;
use crate::project::{FundLineKind, TableId};
use crate::t;
use crate::ui::records::RecordTable;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::{Cell, Column, Grid, GridModel, GridState, RowKind, Sought, Tone};
use crate::ui::widgets::{heading, severity};
use crate::ui::{corrections, trail};
use crate::words::Message;

use super::plots::{self, Scenes};

const NAME: f32 = 240.0;
const AMOUNT: f32 = 130.0;

/// What the tab remembers between frames.
#[derive(Default)]
pub(super) struct FundState {
    table: GridState,
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
    let model = Model::new(document.figures(), &table);
    let actions = Grid::new(&t!("economy-fund-table")).show(ui, &mut state.table, &model);
    let _ = trail::followed(actions, commands);
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
    let closing = table.lines.iter().find(|line| line.kind == FundLineKind::Closing);
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
                let words = match line.kind {
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
                    line = line.name.as_str(),
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

struct Model<'a> {
    figures: &'a Figures,
    table: &'a FundTable,
    columns: Vec<Column>,
}

impl<'a> Model<'a> {
    fn new(figures: &'a Figures, table: &'a FundTable) -> Self {
        let years = table.years.iter().map(|year| Column::number(year.to_string(), AMOUNT));
        let first = Column::text(t!("economy-fund-line"), NAME).wrapping(2);
        Self { figures, table, columns: std::iter::once(first).chain(years).collect() }
    }

    fn key(&self, row: usize, column: usize) -> Option<Key> {
        let year = *self.table.years.get(column.checked_sub(1)?)?;
        Some(Key::Accounts(AccountsKey::Fund(year, self.table.lines.get(row)?.name.clone())))
    }

    fn amount(&self, row: usize, column: usize) -> Option<&FundAmount> {
        self.table.lines.get(row)?.amounts.get(column.checked_sub(1)?)
    }
}

impl GridModel for Model<'_> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.table.lines.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some(line) = self.table.lines.get(row) else { return Cell::default() };
        let Some(amount) = self.amount(row, column) else { return Cell::new(&*line.name) };
        let Some(value) = amount.value else {
            // A movement that a year does not have is none; a balance is missing.
            return match line.kind {
                FundLineKind::Movement => Cell::new("0").tone(Tone::Quiet),
                _ => Cell::missing(),
            };
        };
        let decimals = if amount.is_given && value.fract().is_zero() { 0 } else { 2 };
        let mut text = number::decimal(value, decimals);
        if amount.break_by.is_some() || amount.given.is_some() {
            // The sentence under the table tells what the star marks.
            text.insert(0, '*');
        }
        let cell = Cell::new(text);
        let cell = if amount.is_given { cell.tone(Tone::Label) } else { cell };
        match self.key(row, column) {
            Some(key) => corrections::marked_figure(cell, self.figures, &key),
            None => cell,
        }
    }

    fn editable(&self, _row: usize, _column: usize) -> bool {
        false
    }

    fn check(&self, _row: usize, _column: usize, _text: &str) -> Result<(), Message> {
        Ok(())
    }

    fn trail(&self, row: usize, column: usize) -> Option<TrailOf> {
        self.key(row, column).map(TrailOf::Figure)
    }

    fn row_kind(&self, row: usize) -> RowKind {
        match self.table.lines.get(row).map(|line| line.kind) {
            Some(FundLineKind::Closing) => RowKind::Sum,
            _ => RowKind::Plain,
        }
    }

    fn row_name(&self, row: usize) -> Option<String> {
        self.table.lines.get(row).map(|line| line.name.clone())
    }
}
