//! Bemanning: the staff, women and men, and who came and left.

use eframe::egui::Ui;

use crate::app::{Command, Document};
use crate::figures::{Key, Yearly};
use crate::project::TableId;
use crate::t;
use crate::ui::records::{Computed, RecordTable};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::{At, Column, GridState};
use crate::ui::widgets::heading;
use crate::words::date_long;

use super::{staff_plot, staff_words};

/// What the tab remembers between frames.
#[derive(Default)]
pub(super) struct StaffState {
    plot: staff_plot::Scenes,
    pub(super) staff: GridState,
    pub(super) gender: GridState,
    pub(super) turnover: GridState,
}

impl StaffState {
    /// Selects a row of one of the tab's tables, by its key or as a person reads it.
    pub fn show_row(&mut self, document: &Document, table: &str, row: &str) {
        let project = document.project();
        let (id, grid) = match table {
            "staff" => (TableId::Staff, &mut self.staff),
            "gender" => (TableId::Gender, &mut self.gender),
            _ => return,
        };
        let rows = project.rows(id);
        let is_meant = |at: &usize| {
            let key = rows.key(*at);
            let day = key.parse().map(date_long).unwrap_or_default();
            key == row || day == row || key.split(" · ").next() == Some(row)
        };
        if let Some(at) = (0..rows.len()).find(is_meant) {
            grid.select(At::new(at, 0));
        }
    }
}

/// Shows the tab.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    state: &mut StaffState,
    commands: &mut Vec<Command>,
) {
    staff_words::takeaway(ui, document.figures());
    staff_plot::show(ui, &mut state.plot, document);
    ui.add_space(12.0);
    staff(ui, document, &mut state.staff, commands);
    heading::divide(ui, 16.0);
    gender(ui, document, &mut state.gender, commands);
    heading::divide(ui, 16.0);
    turnover(ui, document, &mut state.turnover, commands);
}

fn staff(ui: &mut Ui, document: &Document, grid: &mut GridState, commands: &mut Vec<Command>) {
    let project = document.project();
    let figures = document.figures();
    heading::section(ui, &t!("table-staff"), &t!("organisation-staff-caption"));
    let fte_key = |row: usize| {
        let date = project.staff.get(row).and_then(|staff| staff.date);
        date.map(|date| Key::Yearly(date.year(), Yearly::CasesPerFte))
    };
    let table = RecordTable {
        computed: vec![Computed::figures(
            Column::number(t!("organisation-per-fte"), 130.0),
            figures,
            fte_key,
        )],
        ..RecordTable::new(
            TableId::Staff,
            &[
                ("date", 100.0),
                ("employees_total", 106.0),
                ("employees_permanent", 106.0),
                ("employees_temporary", 150.0),
                ("apprentices", 94.0),
                ("available_fte", 156.0),
            ],
            "date",
        )
    };
    table.show(ui, grid, document, commands);
}

fn gender(ui: &mut Ui, document: &Document, grid: &mut GridState, commands: &mut Vec<Command>) {
    heading::section(ui, &t!("table-gender"), "");
    let key = |row: usize| Some(document.figures().women_share_key(row));
    let table = RecordTable {
        computed: vec![Computed::figures(
            Column::number(t!("organisation-women-share"), 130.0),
            document.figures(),
            key,
        )],
        ..RecordTable::new(
            TableId::Gender,
            &[("group", 360.0), ("date", 120.0), ("women", 100.0), ("total", 100.0)],
            "group",
        )
    };
    table.show(ui, grid, document, commands);
}

fn turnover(ui: &mut Ui, document: &Document, grid: &mut GridState, commands: &mut Vec<Command>) {
    let project = document.project();
    let year = document.figures().report_year();
    heading::section(ui, &t!("table-turnover"), &staff_words::turnover(document, year));
    let rows = project.turnover.iter().enumerate();
    let rows = rows.filter(|(_, row)| row.year == Some(year)).map(|(row, _)| row).collect();
    let table = RecordTable {
        rows: Some(rows),
        defaults: vec![("year", year.to_string())],
        ..RecordTable::new(
            TableId::Turnover,
            &[("direction", 120.0), ("category", 300.0), ("count", 100.0)],
            "category",
        )
    };
    table.show(ui, grid, document, commands);
    ui.add_space(4.0);
    let definition = t!("organisation-turnover-definition");
    theme::paragraph(ui, definition, scale().caption, colors(ui).text_2);
}
