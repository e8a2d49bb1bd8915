//! Avtaler: what the company agreed upon, with whom and for which customers.

use eframe::egui::Ui;

use crate::app::{Command, Document};
use crate::calendar::Span;
use crate::project::TableId;
use crate::t;
use crate::ui::records::RecordTable;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::GridState;

/// Shows the tab.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    grid: &mut GridState,
    commands: &mut Vec<Command>,
) {
    let figures = document.figures();
    let year = figures.report_year();
    let all = document.project().agreements.len();
    let colors = colors(ui);
    if all == 0 {
        theme::paragraph(ui, t!("agreements-none"), scale().takeaway, colors.text_2);
    } else {
        let of_year = figures.agreements_within(Span::year(year)).len();
        let start = t!("agreements-takeaway", count = of_year, year = year.to_string());
        let rest = t!("agreements-rest", count = all);
        theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
    }
    ui.add_space(12.0);
    let table = RecordTable::new(
        TableId::Agreements,
        &[
            ("agreement", 240.0),
            ("kind", 150.0),
            ("supplier", 200.0),
            ("date", 104.0),
            ("customers", 220.0),
        ],
        "agreement",
    );
    table.show(ui, grid, document, commands);
    ui.add_space(4.0);
    theme::text(ui, t!("agreements-customers-why"), scale().caption, colors.text_2);
}
