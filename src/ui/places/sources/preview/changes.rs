//! Which figures would be others after the import, the most telling first.

use eframe::egui::Ui;

use super::View;
use crate::figures::{Change, groups_text};
use crate::look::tokens;
use crate::t;
use crate::ui::changed;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::heading::{divide, section};
use crate::ui::widgets::listing::Table;
use crate::ui::widgets::paint;

/// How many changes are listed before the person asks for all.
const LISTED: usize = 5;
const WIDEST: f32 = 720.0;

/// Shows the figures; nothing while a question is open, or where the import changes nothing.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, lists_all: &mut bool) {
    let plan = &view.preview.plan;
    if !plan.has_changes() || plan.must_be_answered() {
        return;
    }
    let changes = &*view.preview.changes;
    head(ui, changes);
    // Figures of which nothing was known before are counted, and listed when the person asks.
    let is_first = changes.iter().all(|change| change.before.is_none());
    let listed = if is_first { 0 } else { LISTED.min(changes.len()) };
    let shown = if *lists_all { changes.len() } else { listed };
    if shown > 0 {
        ui.scope(|ui| {
            // What belongs together stands together, also where the window is wide.
            ui.set_max_width(WIDEST);
            let table = Table::new(ui, changed::columns(t!("changed-after")), tokens().row.roomy);
            table.head(ui);
            for change in &changes[..shown] {
                table.row(ui, None, |ui, column| changed::cell(ui, change, column));
            }
        });
    }
    if listed < changes.len() {
        let text = match *lists_all {
            true => t!("changed-fewer"),
            false => t!("changed-all", count = changes.len()),
        };
        paint::row(ui, tokens().size.button, |ui| {
            if ui.add(Button::quiet(&text)).clicked() {
                *lists_all = !*lists_all;
            }
        });
    }
    divide(ui, 14.0);
}

fn head(ui: &mut Ui, changes: &[Change]) {
    ui.spacing_mut().item_spacing.y = 0.0;
    if changes.is_empty() {
        section(ui, &t!("changed-none"), "");
        theme::text(ui, t!("changed-none-body"), scale().body, colors(ui).text_2);
        return;
    }
    let is_first = changes.iter().all(|change| change.before.is_none());
    let title = match is_first {
        true => t!("changed-title-new", count = changes.len()),
        false => t!("changed-title", count = changes.len()),
    };
    section(ui, &title, &groups_text(changes.iter()));
}
