//! Underskrifter: the day on which the report is signed, and by whom.

use eframe::egui::Ui;

use crate::app::{Command, Document};
use crate::project::{Cell, CellKind, Edit, ReportChoices, TableId};
use crate::t;
use crate::ui::records::RecordTable;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::field::typed_field;
use crate::ui::widgets::grid::GridState;
use crate::ui::widgets::heading;
use crate::words::date_long;

const DATE_WIDTH: f32 = 130.0;

/// What the tab remembers between frames.
#[derive(Default)]
pub(super) struct SignaturesState {
    pub(super) grid: GridState,
    /// The signing date while it is being typed.
    draft: Option<((), String)>,
}

/// Shows the tab.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    state: &mut SignaturesState,
    commands: &mut Vec<Command>,
) {
    takeaway(ui, document);
    ui.add_space(16.0);
    signing_date(ui, document, &mut state.draft, commands);
    heading::divide(ui, 16.0);
    heading::section(ui, &t!("signatures-who"), &t!("signatures-who-caption"));
    let table =
        RecordTable::new(TableId::Signatories, &[("person", 280.0), ("role", 280.0)], "role");
    table.show(ui, &mut state.grid, document, commands);
}

/// "4 skal skrive under 28. mars 2022."
fn takeaway(ui: &mut Ui, document: &Document) {
    let colors = colors(ui);
    let project = document.project();
    let count = project.signatories.iter().filter(|signatory| !signatory.person.is_empty()).count();
    let start = match (count, project.report.signing_date) {
        (0, _) => t!("signatures-none"),
        (_, Some(day)) => t!("signatures-takeaway", count = count, day = date_long(day)),
        (_, None) => t!("signatures-takeaway-no-day", count = count),
    };
    let rest = t!("signatures-rest");
    theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
}

fn signing_date(
    ui: &mut Ui,
    document: &Document,
    draft: &mut Option<((), String)>,
    commands: &mut Vec<Command>,
) {
    let choices = &document.project().report;
    let now = choices.signing_date.map_or(Cell::Blank, Cell::Date).text(CellKind::Date);
    let check = |text: &str| CellKind::Date.parse(text).err().map(|fault| fault.text());
    let name = t!("signatures-date");
    if let Some(text) = typed_field(ui, draft, (), &name, DATE_WIDTH, &now, &check)
        && let Ok(cell) = CellKind::Date.parse(&text)
    {
        let signing_date = match cell {
            Cell::Date(day) => Some(day),
            _ => None,
        };
        let after = ReportChoices { signing_date, ..ReportChoices::clone(choices) };
        commands.push(Command::Edit(Edit::SetReport(after)));
    }
    theme::text(ui, t!("signatures-date-why"), scale().caption, colors(ui).text_2);
}
