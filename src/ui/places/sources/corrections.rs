//! Values of imported rows that a person corrected, each with a way back to the source's.

use eframe::egui::Ui;

use super::parts::{Column, Table};
use crate::app::{Command, Document};
use crate::look::tokens;
use crate::project::{CellEdit, CellKind, Correction, Edit, Project, Rows};
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::when;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::heading::{divide, section};

/// The corrections in words, kept as long as the project stays.
#[derive(Debug, Default)]
pub struct Cache {
    revision: Option<u64>,
    lines: Vec<Line>,
}

/// A correction in words: table, row, column, original, value, who, when.
#[derive(Debug)]
struct Line {
    cells: [String; 7],
    /// What puts the source's value back; `None` where the row is gone.
    edit: Option<Edit>,
}

/// The corrected value's place among a line's cells.
const VALUE: usize = 4;

/// Draws the corrections, if there are any.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    cache: &mut Cache,
    commands: &mut Vec<Command>,
) {
    if cache.revision != Some(document.revision()) {
        cache.revision = Some(document.revision());
        let project = document.project();
        cache.lines = project.corrections.iter().map(|own| Line::of(project, own)).collect();
    }
    if cache.lines.is_empty() {
        return;
    }
    divide(ui, tokens().size.margin - 8.0);
    section(ui, &t!("corrections-title"), &t!("corrections-caption"));
    let table = Table::new(ui, columns(), tokens().row.place);
    table.head(ui);
    for line in &cache.lines {
        table.row(ui, None, |ui, column| commands.extend(line.cell(ui, column)));
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::text(t!("corrections-table"), 130.0),
        Column::text(t!("corrections-row"), 120.0).share(1.0),
        Column::text(t!("corrections-column"), 140.0),
        Column::text(t!("corrections-original"), 100.0).share(0.5),
        Column::text(t!("corrections-value"), 100.0).share(0.5),
        Column::text(t!("sources-who"), 70.0),
        Column::text(t!("sources-when"), 84.0),
        Column::text(String::new(), 120.0),
    ]
}

impl Line {
    fn of(project: &Project, correction: &Correction) -> Self {
        let rows = project.rows(correction.table);
        let column = rows.column(&correction.column);
        let column_word = match column {
            Some(column) => t!(rows.columns()[column].word_key),
            None => correction.column.clone(),
        };
        let row = column.and_then(|column| {
            let is_it = |row: &usize| {
                Correction::of(&project.corrections, rows, *row, column) == Some(correction)
            };
            (0..rows.len()).find(is_it)
        });
        let kind = column.map(|column| rows.columns()[column].kind);
        Self {
            cells: [
                t!(correction.table.word_key()),
                row.map_or_else(|| correction.key.clone(), |row| row_words(rows, row)),
                column_word,
                original(correction, kind),
                correction.value.clone(),
                correction.who.clone(),
                when::date_short(correction.when.day()),
            ],
            edit: row.zip(column).zip(kind).map(|((row, column), kind)| {
                let text = original_as_typed(correction, kind);
                let cells = vec![CellEdit { row, column, text }];
                Edit::SetCells { table: correction.table, cells }
            }),
        }
    }

    /// Draws a cell; answers with the edit where the source's value is wanted back.
    fn cell(&self, ui: &mut Ui, column: usize) -> Option<Command> {
        let Some(text) = self.cells.get(column) else {
            let name = t!("corrections-use-source");
            let edit = self.edit.as_ref()?;
            let is_clicked = ui.add(Button::quiet(&name).icon(icon::USE_SOURCE)).clicked();
            return is_clicked.then(|| Command::Edit(edit.clone()));
        };
        let colors = colors(ui);
        let color = if column == VALUE { colors.r#override } else { colors.text };
        let text = if text.is_empty() { &t!("preview-blank") } else { text };
        theme::text(ui, text, scale().table, color);
        None
    }
}

/// What tells a row from others, as its table shows it.
fn row_words(rows: &dyn Rows, row: usize) -> String {
    let keys = rows.columns().iter().enumerate().filter(|(_, column)| column.is_key);
    let words: Vec<String> =
        keys.map(|(index, column)| rows.cell(row, index).text(column.kind)).collect();
    words.join(" · ")
}

/// What the source says, as its table would show it.
fn original(correction: &Correction, kind: Option<CellKind>) -> String {
    let cell = kind.and_then(|kind| {
        let cell = kind.parse(&original_as_typed(correction, kind)).ok()?;
        Some(cell.text(kind))
    });
    cell.unwrap_or_else(|| correction.original.clone())
}

/// What the source says, as a person would type it: machines write a decimal point.
fn original_as_typed(correction: &Correction, kind: CellKind) -> String {
    match kind {
        CellKind::Number { .. } => correction.original.replace('.', ","),
        _ => correction.original.clone(),
    }
}
