//! Values of imported rows that a person corrected, each with a way back to the source's.

use eframe::egui::Ui;

use super::parts::{Column, Table};
use crate::app::Command;
use crate::look::tokens;
use crate::project::{CellEdit, CellKind, Correction, Edit, Project, Rows};
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::when;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::heading::{divide, section};

/// Draws the corrections, if there are any.
pub(super) fn show(ui: &mut Ui, project: &Project, commands: &mut Vec<Command>) {
    if project.corrections.is_empty() {
        return;
    }
    divide(ui, tokens().size.margin - 8.0);
    section(ui, &t!("corrections-title"), &t!("corrections-caption"));
    let table = Table::new(ui, columns(), tokens().row.place);
    table.head(ui);
    for correction in project.corrections.iter() {
        table.row(ui, None, |ui, column| {
            if cell(ui, project, correction, column)
                && let Some(edit) = use_source(project, correction)
            {
                commands.push(Command::Edit(edit));
            }
        });
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

/// Draws a cell; true when the source's value is wanted back.
fn cell(ui: &mut Ui, project: &Project, correction: &Correction, column: usize) -> bool {
    let colors = colors(ui);
    let (text, color) = match column {
        0 => (t!(correction.table.word_key()), colors.text),
        1 => (correction.key.clone(), colors.text),
        2 => (column_word(project, correction), colors.text),
        3 => (original_text(project, correction), colors.text_2),
        4 => (correction.value.clone(), colors.r#override),
        5 => (correction.who.clone(), colors.text_2),
        6 => (when::date_short(correction.when.day()), colors.text_2),
        _ => {
            let name = t!("corrections-use-source");
            return ui.add(Button::quiet(&name).icon(icon::USE_SOURCE)).clicked();
        }
    };
    let text = if text.is_empty() { t!("preview-blank") } else { text };
    theme::text(ui, text, scale().table, color);
    false
}

fn column_word(project: &Project, correction: &Correction) -> String {
    let rows = project.rows(correction.table);
    let mut columns = rows.columns().iter();
    let column = columns.find(|column| column.id == correction.column);
    column.map_or_else(|| correction.column.clone(), |column| t!(column.word_key))
}

fn original_text(project: &Project, correction: &Correction) -> String {
    let rows = project.rows(correction.table);
    let kind = rows.column(&correction.column).map(|column| rows.columns()[column].kind);
    let cell = kind.map(|kind| (kind.parse(&original_as_typed(correction, kind)), kind));
    match cell {
        Some((Ok(cell), kind)) => cell.text(kind),
        _ => correction.original.clone(),
    }
}

/// What the source says, as a person would type it: machines write a decimal point.
fn original_as_typed(correction: &Correction, kind: CellKind) -> String {
    match kind {
        CellKind::Number { .. } => correction.original.replace('.', ","),
        _ => correction.original.clone(),
    }
}

/// The edit that puts the source's value back. The row is known by its key, wherever it stands
/// now; a row that is gone has nothing to put back.
fn use_source(project: &Project, correction: &Correction) -> Option<Edit> {
    let rows: &dyn Rows = project.rows(correction.table);
    let column = rows.column(&correction.column)?;
    let is_it =
        |row: &usize| Correction::of(&project.corrections, rows, *row, column) == Some(correction);
    let row = (0..rows.len()).find(is_it)?;
    let text = original_as_typed(correction, rows.columns()[column].kind);
    let cells = vec![CellEdit { row, column, text }];
    Some(Edit::SetCells { table: correction.table, cells })
}
