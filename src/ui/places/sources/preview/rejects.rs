//! The rows that are not taken: rejected with cell, content and cause; skipped in short.

use eframe::egui::{ScrollArea, Ui};

use super::Entry;
use crate::import::{Reject, SkipReason, Skipped};
use crate::look::tokens;
use crate::number;
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, medium, scale, semibold};
use crate::ui::widgets::heading::{group, section};
use crate::ui::widgets::listing::{Column, Table};
use crate::ui::widgets::severity::{self, Verdict};

/// So many rejected rows are in sight; the others scroll.
const IN_SIGHT: f32 = 7.0;
const SKIPPED_SHOWN: usize = 4;

pub(super) fn show(ui: &mut Ui, entry: &Entry<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let rejects = &entry.read.rejects;
    if rejects.is_empty() {
        section(ui, &t!("rejects-none"), "");
        ui.add_space(6.0);
        severity::label(ui, Verdict::Right, &t!("rejects-none-body"));
    } else {
        section(ui, &t!("rejects-title", count = rejects.len()), "");
        ui.add_space(2.0);
        table(ui, rejects);
        ui.add_space(8.0);
        let hint = t!("rejects-hint", count = rejects.len());
        theme::paragraph(ui, hint, scale().body, colors(ui).text_2);
    }
    skipped(ui, &entry.read.skipped);
}

fn table(ui: &mut Ui, rejects: &[Reject]) {
    let columns = vec![
        Column::number(t!("rejects-row"), 54.0),
        Column::text(t!("rejects-cell"), 66.0),
        Column::text(t!("rejects-value"), 90.0).share(0.5),
        Column::text(t!("rejects-cause"), 150.0).share(2.0),
    ];
    let table = Table::new(ui, columns, tokens().row.roomy);
    table.head(ui);
    ScrollArea::vertical().id_salt("rejects").max_height(IN_SIGHT * table.row_height()).show_rows(
        ui,
        table.row_height(),
        rejects.len(),
        |ui, range| {
            for reject in rejects.get(range).unwrap_or_default() {
                table.row(ui, None, |ui, column| cell(ui, reject, column));
            }
        },
    );
}

fn cell(ui: &mut Ui, reject: &Reject, column: usize) {
    let colors = colors(ui);
    match column {
        0 => {
            theme::text(ui, number::count(reject.row.into()), scale().table, colors.text);
        }
        1 => {
            theme::text(ui, &reject.cell, semibold(scale().table), colors.text);
        }
        2 if reject.value.is_empty() => {
            theme::text(ui, t!("preview-blank"), scale().table, colors.text_3);
        }
        2 => {
            let value = t!("preview-quoted", value = &reject.value);
            theme::text(ui, value, scale().table, colors.text);
        }
        _ => {
            let size = tokens().size.icon_severity;
            theme::icon(ui, icon::ERROR, size, colors.error);
            theme::text(ui, reject.cause.text(), medium(scale().table), colors.error);
        }
    }
}

fn skipped(ui: &mut Ui, skipped: &[Skipped]) {
    if skipped.is_empty() {
        return;
    }
    ui.add_space(14.0);
    let count = skipped.iter().map(Skipped::count).fold(0, u32::saturating_add);
    group(ui, &t!("skipped-title", count = count));
    // Rows with data come before blank ones.
    let mut listed: Vec<&Skipped> = skipped.iter().collect();
    listed.sort_by_key(|rows| (rows.reason == SkipReason::Blank, rows.first));
    for rows in listed.iter().take(SKIPPED_SHOWN) {
        let reason = rows.reason.message().text();
        let text = if rows.first == rows.last {
            t!("skipped-row", row = rows.first, reason = reason)
        } else {
            t!("skipped-rows", first = rows.first, last = rows.last, reason = reason)
        };
        theme::text(ui, text, scale().body, colors(ui).text_2);
    }
    let more = listed.len().saturating_sub(SKIPPED_SHOWN);
    if more > 0 {
        let more = t!("preview-more", count = more);
        theme::text(ui, more, scale().caption, colors(ui).text_2);
    }
}
