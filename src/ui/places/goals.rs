//! Mål: what was promised, what came of it, and the rows that the results are counted from.

use eframe::egui::Ui;

use crate::app::Document;
use crate::figures::{GoalOutcome, GoalResult, Key};
use crate::project::{CellAt, Goal, GoalMetric, TableId};
use crate::t;
use crate::ui::context::Context;
use crate::ui::records::{Computed, RecordTable};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::{At, Cell, Column, GridState, Sign, Sought};
use crate::ui::widgets::head::{self, Head};
use crate::ui::widgets::heading;

/// A table behind results: its columns with their widths, and the one that stretches.
type Measured = (TableId, &'static [(&'static str, f32)], &'static str);

/// The tables behind the results, as tabs after the goals.
const MEASURED: [Measured; 4] = [
    (
        TableId::Uptime,
        &[
            ("system", 200.0),
            ("period_start", 120.0),
            ("measured_minutes", 150.0),
            ("outage_minutes", 150.0),
        ],
        "system",
    ),
    (
        TableId::Calls,
        &[("date", 140.0), ("answered", 150.0), ("within_1_min", 150.0), ("within_3_min", 150.0)],
        "date",
    ),
    (
        TableId::Deliveries,
        &[("reference", 200.0), ("ordered", 140.0), ("delivered", 140.0)],
        "reference",
    ),
    (
        TableId::NewUsers,
        &[("reference", 200.0), ("ordered", 140.0), ("delivered", 140.0)],
        "reference",
    ),
];

/// What the place remembers between frames.
#[derive(Debug, Default)]
pub struct GoalsState {
    tab: usize,
    goals: GridState,
    details: GridState,
    measured: [GridState; 4],
}

impl GoalsState {
    /// Goes to a cell of the goals or of a table behind them; `opens` begins to type over it.
    pub fn show_cell(&mut self, at: CellAt, opens: bool) {
        let sought = Sought { row: at.row, column: at.column, opens };
        let behind = MEASURED.iter().position(|(table, ..)| *table == at.table);
        self.tab = behind.map_or(0, |index| index + 1);
        match behind {
            Some(index) => self.measured[index].seek(sought),
            None => {
                self.goals.seek(sought);
                self.details.seek(sought);
            }
        }
    }

    /// Opens the tab of a table, by its name on the command line.
    pub fn show_table(&mut self, name: &str) {
        let names = ["goals", "uptime", "calls", "deliveries", "new-users"];
        self.tab = names.iter().position(|known| *known == name).unwrap_or(0);
    }

    /// Selects the goal with that result.
    pub fn show_figure(&mut self, document: &Document, key: &Key) {
        self.tab = 0;
        let figures = document.figures();
        let is_meant = |goal: &GoalResult| figures.goal_key(goal.row).as_ref() == Some(key);
        if let Some(at) = figures.goals().iter().position(is_meant) {
            self.goals.select(At::new(at, 0));
        }
    }
}

/// Draws the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut GoalsState) {
    let app = cx.app;
    let Some(document) = app.document() else { return };
    let mut names = vec![t!("table-goals")];
    names.extend(MEASURED.iter().map(|(table, ..)| t!(table.word_key())));
    let name = t!("place-goals");
    let head = Head::new(&name).tabs(&names, state.tab).show(ui, |_| ());
    state.tab = head.unwrap_or(state.tab);
    head::page(ui, "goals", |ui| {
        match state.tab.checked_sub(1).and_then(|index| Some((index, MEASURED.get(index)?))) {
            None => goals(ui, document, (&mut state.goals, &mut state.details), cx.commands),
            Some((index, (table, columns, stretches))) => {
                heading::section(ui, &t!(table.word_key()), &t!("goals-measured-caption"));
                ui.add_space(8.0);
                let height = (ui.ctx().content_rect().height() - 220.0).max(300.0);
                let table = RecordTable {
                    lines: 1,
                    max_height: Some(height),
                    ..RecordTable::new(*table, columns, stretches)
                };
                table.show(ui, &mut state.measured[index], document, cx.commands);
            }
        }
    });
}

fn goals(
    ui: &mut Ui,
    document: &Document,
    state: (&mut GridState, &mut GridState),
    commands: &mut Vec<crate::app::Command>,
) {
    let figures = document.figures();
    let year = figures.report_year();
    let results = figures.goals();
    takeaway(ui, &results, year);
    ui.add_space(12.0);
    let goals = &document.project().goals;
    let result_of = |row: usize| results.iter().find(|result| result.row == row);
    let column = |title: String, width: f32| Column::text(title, width);
    let result_key = |row: usize| figures.goal_key(row);
    let outcome_cell = |row: usize| {
        result_of(row).map_or_else(Cell::default, |result| {
            Cell::new(result.outcome_text()).sign(sign(result.outcome))
        })
    };
    let distance_cell = |row: usize| {
        let text = result_of(row).and_then(GoalResult::distance_text);
        text.map_or_else(Cell::default, Cell::new)
    };
    let computed = vec![
        Computed::figures(Column::number(t!("goals-result"), 84.0), figures, result_key),
        Computed::new(column(t!("goals-outcome"), 140.0), outcome_cell),
        Computed::new(column(t!("goals-distance"), 186.0), distance_cell),
    ];
    let rows: Vec<usize> = (0..goals.len()).filter(|row| goals[*row].year == Some(year)).collect();
    let table = RecordTable {
        rows: Some(rows.clone()),
        defaults: vec![("year", year.to_string())],
        computed,
        ..RecordTable::new(
            TableId::Goals,
            &[
                ("area", 176.0),
                ("measure", 174.0),
                ("target_value", 78.0),
                ("target_unit", 64.0),
                ("direction", 76.0),
                ("metric", 176.0),
            ],
            "measure",
        )
    };
    let (grid, details) = state;
    table.show(ui, grid, document, commands);
    ui.add_space(8.0);
    theme::paragraph(ui, t!("goals-explained"), scale().caption, colors(ui).text_2);
    goal_details(ui, document, (grid, details), &rows, commands);
}

/// The goal in whose row the cursor stands: its words, the share that may be over, the remark.
fn goal_details(
    ui: &mut Ui,
    document: &Document,
    (grid, details): (&GridState, &mut GridState),
    rows: &[usize],
    commands: &mut Vec<crate::app::Command>,
) {
    let at = grid.cursor().map_or(0, |cursor| cursor.row).min(rows.len().saturating_sub(1));
    let Some(goal) = rows.get(at).and_then(|row| document.project().goals.get(*row)) else {
        return;
    };
    heading::divide(ui, 16.0);
    heading::section(ui, &goal.measure, &t!("goals-details-caption"));
    ui.add_space(8.0);
    let table = RecordTable {
        lines: 6,
        blanks: blanks(goal),
        rows: Some(vec![rows[at]]),
        grows: false,
        ..RecordTable::new(
            TableId::Goals,
            &[
                ("target_text", 280.0),
                ("share_target", 130.0),
                ("result", 110.0),
                ("remark", 300.0),
            ],
            "remark",
        )
    };
    table.show(ui, details, document, commands);
}

/// Words for the blank cells in which the goal needs no number: a computed result is not typed, and
/// only goals with a limit in days have a share over the limit.
fn blanks(goal: &Goal) -> Vec<(&'static str, String)> {
    let mut blanks = Vec::new();
    if goal.metric != GoalMetric::Manual {
        blanks.push(("result", t!("is-computed")));
    }
    if !matches!(goal.metric, GoalMetric::DeliveriesOver | GoalMetric::NewUsersOver) {
        blanks.push(("share_target", t!("goals-not-for-this")));
    }
    blanks
}

fn sign(outcome: GoalOutcome) -> Sign {
    match outcome {
        GoalOutcome::Met => Sign::Good,
        GoalOutcome::Missed => Sign::Bad,
        GoalOutcome::NotSet | GoalOutcome::NoResult => Sign::Open,
    }
}

/// "2 nådd, 2 ikke nådd, 1 uten tallmål."
fn takeaway(ui: &mut Ui, results: &[GoalResult], year: i16) {
    let colors = colors(ui);
    let count =
        |outcome: GoalOutcome| results.iter().filter(|goal| goal.outcome == outcome).count();
    if results.is_empty() {
        let text = t!("goals-none", year = year.to_string());
        theme::paragraph(ui, text, scale().takeaway, colors.text_2);
        return;
    }
    let start = t!(
        "goals-takeaway",
        met = count(GoalOutcome::Met),
        missed = count(GoalOutcome::Missed),
        unset = count(GoalOutcome::NotSet),
    );
    let unknown = count(GoalOutcome::NoResult);
    let rest = if unknown == 0 {
        t!("goals-takeaway-rest")
    } else {
        t!("goals-takeaway-unknown", count = unknown)
    };
    theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
}
