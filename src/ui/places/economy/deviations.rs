//! Avvik: the lines that are over both limits with their remarks, the plots of the budget and of
//! the expense groups, and the economic capacity over the years.

use eframe::egui::Ui;

use crate::app::{Command, Document};
use crate::figures::{
    AccountsKey, AmountColumn, Capacity, CapacityMeasure, Figures, Key, LineDeviation, RowMeasure,
    TrailOf, income_key,
};
use crate::number;
use crate::project::Remark;
use crate::t;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::{Cell, Column, Grid, GridAction, GridModel, GridState, Tone};
use crate::ui::widgets::heading;
use crate::ui::{corrections, trail};
use crate::words::Message;

use super::plots::{self, Scenes};
use super::rows::{Part, RowId};
use super::statements;

/// What the tab remembers between frames.
#[derive(Default)]
pub(super) struct DeviationsState {
    lines: GridState,
    capacity: GridState,
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
    let model = Lines::new(document.figures(), &lines);
    if !lines.is_empty() {
        let name = t!("economy-deviations-table");
        let actions = Grid::new(&name).show(ui, &mut state.lines, &model);
        for action in trail::followed(actions, commands) {
            if let GridAction::SetCells(cells) = action {
                for (row, _, text) in cells {
                    commands.extend(lines.get(row).and_then(|line| remark(document, line, text)));
                }
            }
        }
        ui.add_space(20.0);
    }
    state.plots.show(ui, document, plots::deviations);
    capacity(ui, document, &mut state.capacity, commands);
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

struct Lines<'a> {
    figures: &'a Figures,
    lines: &'a [LineDeviation],
    remarks: &'a [Remark],
    columns: Vec<Column>,
}

/// The column of the remarks.
const REMARK: usize = 7;

impl<'a> Lines<'a> {
    fn new(figures: &'a Figures, lines: &'a [LineDeviation]) -> Self {
        let columns = vec![
            Column::text(t!("column-statement"), 92.0),
            Column::text(t!("economy-name"), 190.0).wrapping(2),
            Column::number(t!("column-actual"), 134.0),
            Column::number(t!("economy-revised"), 134.0),
            Column::number(t!("economy-deviation-short"), 128.0),
            Column::number(t!("economy-percent-short"), 90.0),
            Column::text(t!("economy-kind"), 112.0).wrapping(2),
            Column::text(t!("column-remark"), 220.0).wrapping(6).stretching(),
        ];
        Self { figures, lines, remarks: &figures.project().remarks, columns }
    }

    fn key(&self, line: &LineDeviation, column: usize) -> Option<Key> {
        let budget = AmountColumn::RevisedBudget;
        let measure = match column {
            2 => RowMeasure::Amount(AmountColumn::Actual),
            3 => RowMeasure::Amount(budget),
            4 => RowMeasure::Deviation(budget),
            5 => RowMeasure::DeviationPercent(budget),
            _ => return None,
        };
        Some(Key::Accounts(AccountsKey::Row {
            statement: line.statement,
            year: self.figures.report_year(),
            measure,
            row: line.row.clone(),
        }))
    }

    fn remark(&self, line: &LineDeviation) -> Option<&str> {
        Some(&self.remarks.get(line.remark?)?.remark)
    }
}

impl GridModel for Lines<'_> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.lines.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some(line) = self.lines.get(row) else { return Cell::default() };
        let amount = |value| {
            let cell = Cell::new(number::decimal(value, 2));
            match self.key(line, column) {
                Some(key) => corrections::marked_figure(cell, self.figures, &key),
                None => cell,
            }
        };
        match column {
            0 => Cell::new(line.statement.word()).tone(Tone::Label),
            1 => Cell::new(&*line.name),
            2 => amount(line.amounts.0),
            3 => amount(line.amounts.1),
            4 => amount(line.deviation.kroner),
            5 => line
                .deviation
                .percent
                .map_or_else(Cell::default, |percent| Cell::new(number::percent(percent, 1))),
            6 => line
                .deviation
                .kind
                .map_or_else(Cell::default, |kind| Cell::new(t!(kind.word_key()))),
            _ => match self.remark(line) {
                Some(text) => Cell::new(text),
                None => Cell::missing().sign(crate::ui::widgets::grid::Sign::Open),
            },
        }
    }

    fn edit_text(&self, row: usize, column: usize) -> String {
        match (column, self.lines.get(row)) {
            (REMARK, Some(line)) => self.remark(line).unwrap_or_default().to_owned(),
            _ => self.cell(row, column).text,
        }
    }

    fn editable(&self, _row: usize, column: usize) -> bool {
        column == REMARK
    }

    fn check(&self, _row: usize, _column: usize, _text: &str) -> Result<(), Message> {
        Ok(())
    }

    fn trail(&self, row: usize, column: usize) -> Option<TrailOf> {
        self.key(self.lines.get(row)?, column).map(TrailOf::Figure)
    }

    fn row_name(&self, row: usize) -> Option<String> {
        self.lines.get(row).map(|line| line.name.clone())
    }
}

fn capacity(ui: &mut Ui, document: &Document, grid: &mut GridState, commands: &mut Vec<Command>) {
    let years = document.figures().capacity();
    if years.is_empty() {
        return;
    }
    heading::section(ui, &t!("economy-capacity"), &t!("economy-capacity-caption"));
    ui.add_space(8.0);
    let model = Years::new(&years);
    let actions = Grid::new(&t!("economy-capacity")).show(ui, grid, &model);
    let _ = trail::followed(actions, commands);
}

struct Years<'a> {
    years: Vec<&'a Capacity>,
    columns: Vec<Column>,
}

impl<'a> Years<'a> {
    /// The latest year first.
    fn new(years: &'a [Capacity]) -> Self {
        let mut columns = vec![
            Column::text(t!("column-year"), 80.0),
            Column::number(t!("economy-capacity-income"), 150.0),
        ];
        for measure in CapacityMeasure::ALL {
            columns.push(Column::number(t!(measure.word_key()), 160.0));
            columns.push(Column::number(t!("economy-capacity-percent"), 90.0));
        }
        Self { years: years.iter().rev().collect(), columns }
    }
}

impl GridModel for Years<'_> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.years.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some(capacity) = self.years.get(row) else { return Cell::default() };
        let measure = column.checked_sub(2).and_then(|at| CapacityMeasure::ALL.get(at / 2));
        let value = match (column, measure) {
            (0, _) => return Cell::new(capacity.year.to_string()),
            (1, _) | (_, None) => capacity.income,
            (column, Some(measure)) if column % 2 == 0 => capacity.kroner(*measure),
            (_, Some(measure)) => {
                let percent = capacity.percent(*measure);
                return percent.map_or_else(Cell::missing, |percent| {
                    Cell::new(number::percent(percent, 1)).tone(Tone::Label)
                });
            }
        };
        value.map_or_else(Cell::missing, |value| Cell::new(number::decimal(value, 2)))
    }

    fn editable(&self, _row: usize, _column: usize) -> bool {
        false
    }

    fn check(&self, _row: usize, _column: usize, _text: &str) -> Result<(), Message> {
        Ok(())
    }

    fn trail(&self, row: usize, column: usize) -> Option<TrailOf> {
        let year = self.years.get(row)?.year;
        if column == 1 {
            return Some(TrailOf::Figure(income_key(year)));
        }
        let column = column.checked_sub(2)?;
        let measure = *CapacityMeasure::ALL.get(column / 2)?;
        let key = match column % 2 {
            0 => AccountsKey::Capacity(year, measure),
            _ => AccountsKey::CapacityPercent(year, measure),
        };
        Some(TrailOf::Figure(Key::Accounts(key)))
    }

    fn row_name(&self, row: usize) -> Option<String> {
        self.years.get(row).map(|year| year.year.to_string())
    }
}
