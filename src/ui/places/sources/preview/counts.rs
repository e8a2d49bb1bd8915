//! What a sheet would change, in numbers and figures, and how its rows add up.

use eframe::egui::{Align, Color32, Layout, Sense, Stroke, Ui, vec2};

use crate::app::Command;
use crate::figures::{Change, groups_text};
use crate::import::{SheetPlan, SheetRead, field_word};
use crate::look::tokens;
use crate::project::SourceKind;
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, scale, semibold};
use crate::ui::when;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::heading::{divide, section};
use crate::ui::widgets::listing::{self, Table};
use crate::ui::widgets::paint;
use crate::{number, t};

use super::{Entry, View, source};

const HEIGHT: f32 = 50.0;
const GAP: f32 = 22.0;
/// How many of the fields that change are named.
const FIELDS_NAMED: usize = 2;

pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Context<'_>,
    entry: &Entry<'_>,
    open: &mut Option<source::Draft>,
) {
    let size = vec2(ui.available_width(), HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let colors = colors(ui);
        let Entry { read, plan, .. } = *entry;
        let rejected = u32::try_from(read.rejects.len()).unwrap_or(u32::MAX);
        let counts = [
            (plan.new, colors.text, t!("count-new"), t!("count-new-body")),
            (plan.changed, colors.text, t!("count-changed"), changed(read.kind(), plan)),
            (plan.gone, colors.warning, t!("count-gone"), t!("count-gone-body")),
            (plan.unchanged, colors.text_2, t!("count-unchanged"), t!("count-unchanged-body")),
            (rejected, colors.error, t!("count-rejected"), t!("count-rejected-body")),
        ];
        for (index, (count, color, word, body)) in counts.into_iter().enumerate() {
            if index > 0 {
                separator(ui);
            }
            let color = if count == 0 { colors.text_3 } else { color };
            one(ui, count, color, &word, &body);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| sum(ui, cx, entry, open));
    });
}

fn one(ui: &mut Ui, count: u32, color: Color32, word: &str, body: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let text = number::count(count.into());
            ui.add(eframe::egui::Label::new(theme::rich(text, scale().import_count, color)));
            let word = theme::rich(word, semibold(scale().body), color);
            ui.add(eframe::egui::Label::new(word));
        });
        let body = theme::rich(body, scale().caption, colors(ui).text_2);
        ui.add(eframe::egui::Label::new(body));
    });
}

fn separator(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(2.0 * GAP, HEIGHT - 4.0), Sense::hover());
    let stroke = Stroke::new(1.0, colors(ui).line);
    ui.painter().vline(rect.center().x, rect.y_range(), stroke);
}

/// "22 tid lukket, 5 prioritet".
fn changed(kind: SourceKind, plan: &SheetPlan) -> String {
    let mut fields: Vec<(&String, u32)> =
        plan.changed_fields.iter().map(|(field, count)| (field, *count)).collect();
    fields.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let word = |field: &str| field_word(kind, field).to_lowercase();
    let named = fields.iter().take(FIELDS_NAMED);
    let named: Vec<String> = named
        .map(|(field, count)| t!("count-field", count = *count, field = word(field)))
        .collect();
    if named.is_empty() { t!("count-changed-body") } else { named.join(", ") }
}

fn sum(ui: &mut Ui, cx: &mut Context<'_>, entry: &Entry<'_>, open: &mut Option<source::Draft>) {
    let width = ui.available_width();
    let line = |ui: &mut Ui, height: f32, contents: &mut dyn FnMut(&mut Ui)| {
        let layout = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(vec2(width, height), layout, |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            contents(ui);
        });
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let colors = colors(ui);
        line(ui, scale().body.1, &mut |ui| {
            theme::text(ui, sum_text(entry.read), scale().body, colors.text);
            let read = t!("sum-read", count = entry.read.read);
            theme::text(ui, read, scale().body_strong, colors.text);
        });
        line(ui, tokens().size.button, &mut |ui| {
            if ui.add(Button::quiet(&t!("source-leave-out"))).clicked() {
                cx.push(Command::LeaveOut { file: entry.file });
            }
            source::edit_button(ui, cx, entry, open);
            theme::text(ui, applies(entry.read), scale().caption, colors.text_2);
        });
    });
}

/// "= 10 859 godtatt + 3 avvist + 2 hoppet over"; what is none is left out.
fn sum_text(read: &SheetRead) -> String {
    let mut parts = vec![t!("sum-accepted", count = read.accepted())];
    if !read.rejects.is_empty() {
        parts.push(t!("sum-rejected", count = read.rejects.len()));
    }
    if read.skipped_count() > 0 {
        let by_reason = read.skipped_by_reason();
        let reasons: Vec<String> =
            by_reason.iter().map(|(reason, count)| reason.counted(*count)).collect();
        let count = read.skipped_count();
        parts.push(t!("sum-skipped-why", count = count, reasons = reasons.join(", ")));
    }
    t!("sum-parts", parts = parts.join(" + "))
}

/// "Gjelder 1. januar–31. mars 2021, kilde «Sakssystem»".
fn applies(read: &SheetRead) -> String {
    let period = read.period.map_or_else(|| t!("sources-no-period"), when::span);
    let stream = &read.stream;
    let named: Vec<&str> = [stream.system.as_str(), stream.selection.as_str()]
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect();
    if named.is_empty() {
        t!("applies-period", period = period)
    } else {
        t!("applies", period = period, source = named.join(", "))
    }
}

/// How many changes are listed before the person asks for all.
const LISTED: usize = 5;
const WIDEST: f32 = 720.0;

/// Shows the figures; nothing while a question is open, or where the import changes nothing.
pub(super) fn show_changes(ui: &mut Ui, view: &View<'_>, lists_all: &mut bool) {
    let plan = &view.preview.plan;
    if !plan.has_changes() || plan.must_be_answered() {
        return;
    }
    let changes = &*view.preview.changes;
    changes_head(ui, changes);
    // Figures of which nothing was known before are counted, and listed when the person asks.
    let is_first = changes.iter().all(|change| change.before.is_none());
    let listed = if is_first { 0 } else { LISTED.min(changes.len()) };
    let shown = if *lists_all { changes.len() } else { listed };
    if shown > 0 {
        ui.scope(|ui| {
            // What belongs together stands together, also where the window is wide.
            ui.set_max_width(WIDEST);
            let table =
                Table::new(ui, listing::changed_columns(t!("changed-after")), tokens().row.roomy);
            table.head(ui);
            for change in &changes[..shown] {
                table.row(ui, None, |ui, column| listing::changed_cell(ui, change, column));
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

fn changes_head(ui: &mut Ui, changes: &[Change]) {
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
