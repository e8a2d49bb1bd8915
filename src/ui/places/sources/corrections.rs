//! Values of imported rows that a person corrected: why, and the way back to the source's.

use eframe::egui::Ui;

use crate::app::{Command, Document};
use crate::figures::TrailOf;
use crate::look::tokens;
use crate::project::{CellAt, Correction, Edit, Project, Rows};
use crate::t;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::grid::{Cell, Column, Grid, GridAction, GridModel, GridState, Tone};
use crate::ui::widgets::heading::{divide, section};
use crate::ui::{corrections, icon, trail, when};

/// What the list remembers between frames.
#[derive(Debug, Default)]
pub struct CorrectionsState {
    grid: GridState,
    revision: Option<u64>,
    lines: Vec<Line>,
}

/// A correction in words.
#[derive(Debug)]
struct Line {
    /// The corrected cell; `None` where its row is gone.
    at: Option<CellAt>,
    cells: Vec<Cell>,
    why: String,
}

/// The column of the reasons.
const WHY: usize = 6;

/// Draws the corrections, if there are any. Comes back with the cell that the person wants to see.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    state: &mut CorrectionsState,
    commands: &mut Vec<Command>,
) -> Option<CellAt> {
    if state.revision != Some(document.revision()) {
        state.revision = Some(document.revision());
        state.lines = lines(document);
    }
    if state.lines.is_empty() {
        return None;
    }
    divide(ui, tokens().size.margin - 8.0);
    section(ui, &t!("corrections-title"), &t!("corrections-caption"));
    ui.add_space(6.0);
    let model = Model { lines: &state.lines, columns: columns() };
    let mut goes_to = None;
    let actions = Grid::new(&t!("corrections-title")).show(ui, &mut state.grid, &model);
    for action in trail::followed(actions, commands) {
        match action {
            GridAction::SetCells(cells) => {
                commands.extend(cells.into_iter().filter_map(|(row, _, why)| {
                    let cell = model.at(row)?;
                    Some(Command::Edit(Edit::GiveReason { cell, why }))
                }))
            }
            GridAction::UseSource(cells) => {
                commands.push(use_source(cells.into_iter().filter_map(|(row, _)| model.at(row))));
            }
            GridAction::Activate(row, _) => goes_to = model.at(row),
            _ => {}
        }
    }
    ui.add_space(8.0);
    goes_to.or(answers(ui, &model, &state.grid, commands))
}

/// What can be done with the selected ones, and with all.
fn answers(
    ui: &mut Ui,
    model: &Model<'_>,
    grid: &GridState,
    commands: &mut Vec<Command>,
) -> Option<CellAt> {
    let rows = grid.block().map_or(0..0, |block| block.from.row..block.to.row + 1);
    let chosen: Vec<CellAt> = rows.filter_map(|row| model.at(row)).collect();
    let all: Vec<CellAt> = model.lines.iter().filter_map(|line| line.at).collect();
    let mut goes_to = None;
    ui.horizontal(|ui| {
        let words = t!("corrections-use", count = chosen.len());
        let keys = t!("keys-use-source");
        let button = Button::secondary(&words).icon(icon::USE_SOURCE).keys(&keys);
        if ui.add_enabled(!chosen.is_empty(), button).clicked() {
            commands.push(use_source(chosen.iter().copied()));
        }
        let words = t!("corrections-go-to");
        let button = Button::secondary(&words).icon(icon::OPEN_OUTSIDE);
        if ui.add_enabled(!chosen.is_empty(), button).clicked() {
            goes_to = chosen.first().copied();
        }
        let words = t!("corrections-use-all", count = all.len());
        if all.len() > 1 && ui.add(Button::quiet(&words)).clicked() {
            commands.push(use_source(all.iter().copied()));
        }
    });
    goes_to
}

fn use_source(cells: impl Iterator<Item = CellAt>) -> Command {
    Command::Edit(Edit::UseSource { cells: cells.collect() })
}

fn columns() -> Vec<Column> {
    vec![
        Column::text(t!("corrections-table"), 120.0),
        Column::text(t!("corrections-row"), 150.0).wrapping(2).stretching(),
        Column::text(t!("corrections-column"), 140.0).wrapping(2),
        Column::text(t!("corrections-original"), 116.0),
        Column::text(t!("corrections-moved"), 130.0),
        Column::text(t!("corrections-value"), 116.0),
        Column::text(t!("corrections-why"), 170.0).wrapping(3).stretching(),
        Column::text(t!("sources-who"), 86.0),
        Column::text(t!("sources-when"), 96.0),
    ]
}

fn lines(document: &Document) -> Vec<Line> {
    let project = document.project();
    let corrected = document.figures().corrected();
    let all = project.corrections.iter().enumerate();
    all.map(|(place, correction)| Line::of(project, correction, corrected.cell_of(place))).collect()
}

impl Line {
    fn of(project: &Project, correction: &Correction, at: Option<CellAt>) -> Self {
        let rows = project.rows(correction.table);
        let column = corrections::column_of(project, correction);
        let column = column.map_or_else(|| correction.column.clone(), |column| t!(column.word_key));
        let row = at.map_or_else(|| correction.key.clone(), |at| row_words(rows, at.row));
        let moved = corrections::moved_from_text(project, correction);
        let moved = match &moved {
            Some(before) => Cell::new(t!("corrections-moved-cell", before = before.as_str()))
                .mark(corrections::mark(correction)),
            None => Cell::new(t!("corrections-not-moved")).tone(Tone::Quiet),
        };
        let value = corrections::value_text(project, correction);
        let cells = vec![
            Cell::new(t!(correction.table.word_key())),
            Cell::new(row),
            Cell::new(column),
            Cell::new(corrections::source_text(project, correction)),
            moved,
            corrections::marked(Cell::new(value), project, Some(correction)),
            Cell::new(correction.why.as_str()),
            Cell::new(correction.who.as_str()),
            Cell::new(when::date_short(correction.when.day())),
        ];
        Self { at, cells, why: correction.why.clone() }
    }
}

/// What tells a row from others, as its table shows it.
fn row_words(rows: &dyn Rows, row: usize) -> String {
    let keys = rows.columns().iter().enumerate().filter(|(_, column)| column.is_key);
    let words = keys.map(|(index, column)| rows.cell(row, index).text(column.kind));
    words.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

struct Model<'a> {
    lines: &'a [Line],
    columns: Vec<Column>,
}

impl Model<'_> {
    fn at(&self, row: usize) -> Option<CellAt> {
        self.lines.get(row)?.at
    }
}

impl GridModel for Model<'_> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.lines.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        self.lines.get(row).and_then(|line| line.cells.get(column)).cloned().unwrap_or_default()
    }

    fn edit_text(&self, row: usize, column: usize) -> String {
        match (column, self.lines.get(row)) {
            (WHY, Some(line)) => line.why.clone(),
            _ => self.cell(row, column).text,
        }
    }

    fn editable(&self, row: usize, column: usize) -> bool {
        column == WHY && self.at(row).is_some()
    }

    fn trail(&self, row: usize, _column: usize) -> Option<TrailOf> {
        self.at(row).map(TrailOf::Cell)
    }

    fn is_corrected(&self, row: usize, _column: usize) -> bool {
        self.at(row).is_some()
    }
}
