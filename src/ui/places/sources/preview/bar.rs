//! The bar at the foot of the import: what it comes to, and the two ways out.

use eframe::egui::{Align, Layout, Ui, UiBuilder, vec2};

use super::View;
use crate::app::{Command, ImportSession};
use crate::look::tokens;
use crate::project::SourceKind;
use crate::t;
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;

/// The bar's height.
pub const HEIGHT: f32 = 56.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Context<'_>, view: &View<'_>, agreed: Option<u32>) {
    let bar = ui.max_rect();
    ui.set_min_size(bar.size());
    let inner = bar.shrink2(vec2(tokens().size.margin, 0.0));
    let builder = UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        let hindrance = hindrance(view, agreed);
        let import = import_text(view);
        let is_ready = hindrance.is_none();
        if ui.add_enabled(is_ready, Button::primary(&import)).clicked() {
            cx.push(Command::AcceptImport);
        }
        if ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape"))).clicked() {
            cx.push(Command::CancelImport);
        }
        let can_set_aside = cx.app.import().is_some_and(ImportSession::can_set_aside);
        if can_set_aside
            && !view.is_reading
            && ui.add(Button::secondary(&t!("bar-set-aside"))).clicked()
        {
            cx.push(Command::SetAskedAside);
        }
        let set_aside = cx.app.import().map_or(0, ImportSession::set_aside);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| match hindrance {
            Some(hindrance) => {
                let color = colors(ui).warning;
                theme::text(ui, hindrance, medium(scale().body), color);
            }
            None => {
                let after = match set_aside {
                    0 => summary(view),
                    count => t!("bar-set-aside-after", count = count),
                };
                theme::text(ui, after, scale().body, colors(ui).text_2);
            }
        });
    });
}

/// Why nothing can be imported at present.
fn hindrance(view: &View<'_>, agreed_gone: Option<u32>) -> Option<String> {
    let plan = &view.preview.plan;
    let gone = view.many_gone();
    if view.is_reading {
        Some(t!("bar-reading"))
    } else if view.entries.is_empty() {
        Some(t!("bar-nothing-read"))
    } else if plan.must_be_answered() {
        Some(t!("bar-questions", count = plan.urgent_questions()))
    } else if !plan.has_changes() {
        let sheets: Vec<_> = view.entries.iter().map(|entry| entry.read).collect();
        Some(plan.nothing_new(&sheets))
    } else if gone > 0 && agreed_gone != Some(gone) {
        Some(t!("bar-gone"))
    } else {
        None
    }
}

/// "Importer 10 859 saker", "Importer 16 filer".
fn import_text(view: &View<'_>) -> String {
    let mut files: Vec<_> = view.entries.iter().map(|entry| entry.path).collect();
    files.dedup();
    // What stands in two parts is one row.
    let rows =
        view.entries.iter().map(|entry| entry.read.accepted().saturating_sub(entry.plan.shared));
    let accepted = rows.fold(0, u32::saturating_add);
    let are_cases = view.entries.iter().all(|entry| entry.read.kind() == SourceKind::Cases);
    match files.len() {
        0 => t!("bar-import"),
        _ if are_cases => t!("bar-import-cases", count = accepted),
        1 => t!("bar-import-rows", count = accepted),
        count => t!("bar-import-files", count = count),
    }
}

/// What all files come to, and whether the choice of columns is kept.
fn summary(view: &View<'_>) -> String {
    let sum = |count: fn(&crate::import::SheetPlan) -> u32| {
        view.entries.iter().map(|entry| count(entry.plan)).fold(0, u32::saturating_add)
    };
    let remembered = view.entries.iter().any(|entry| entry.read.profile.is_some());
    let remembered = if remembered { t!("bar-remembered") } else { t!("bar-one-edit") };
    if view.entries.len() < 2 {
        return remembered;
    }
    let all = t!(
        "bar-all",
        new = sum(|plan| plan.new),
        changed = sum(|plan| plan.changed),
        gone = sum(|plan| plan.gone),
        unchanged = sum(|plan| plan.unchanged)
    );
    [all, remembered].join(" ")
}
