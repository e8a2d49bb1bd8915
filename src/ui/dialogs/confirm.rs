//! What is asked before something is lost: unsaved work, or a source with its rows.

use eframe::egui::{Align, Layout, ScrollArea, Ui};

use super::modal;
use crate::app::{Command, Document, Removal};
use crate::figures::groups_text;
use crate::look::tokens;
use crate::project::Source;
use crate::t;
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::heading::section;
use crate::ui::widgets::listing::{self, Table};

const WIDTH: f32 = 640.0;
/// The table of changed figures is this high at most; the rest is scrolled to.
const TABLE_HEIGHT: f32 = 260.0;
/// Sentence, heading and table.
const CONTENT_HEIGHT: f32 = TABLE_HEIGHT + 84.0;

/// Asks about unsaved work before it would be lost, while something waits for the answer.
pub(super) fn unsaved(ui: &Ui, cx: &mut Context<'_>) {
    if cx.app.pending().is_none() {
        return;
    }
    let path = cx.app.document().and_then(Document::path);
    let name = path.and_then(|path| path.file_name());
    let title = match name {
        Some(name) => t!("unsaved-title", file = name.to_string_lossy().as_ref()),
        None => t!("unsaved-title-new"),
    };
    let (answer, is_left) = modal::show(ui, "unsaved", &title, |ui, is_new| {
        theme::paragraph(ui, t!("unsaved-body"), scale().body, colors(ui).text_2);
        ui.add_space(20.0);
        unsaved_buttons(ui, is_new)
    });
    if let Some(answer) = answer.or(is_left.then_some(Command::StayHere)) {
        cx.push(answer);
    }
}

fn unsaved_buttons(ui: &mut Ui, is_new: bool) -> Option<Command> {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let save = ui.add(Button::primary(&t!("unsaved-save")));
        if is_new {
            save.request_focus();
        }
        let discard = ui.add(Button::secondary(&t!("unsaved-discard")));
        let stay = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
        if save.clicked() {
            Some(Command::SaveAndProceed)
        } else if discard.clicked() {
            Some(Command::DiscardAndProceed)
        } else if stay.clicked() {
            Some(Command::StayHere)
        } else {
            None
        }
    })
    .inner
}

/// Shows what would change without a source, before it is taken out, while somebody asks.
pub(super) fn remove_source(ui: &Ui, cx: &mut Context<'_>) {
    let Some(id) = cx.app.source_to_remove() else { return };
    let Some(document) = cx.app.document() else { return };
    let Some(source) = document.project().source(id) else { return };
    let title = t!("remove-source-title", file = &source.file);
    let removal = cx.app.removal().filter(|removal| removal.source() == id);
    let (answer, is_left) =
        modal::show_wide(ui, "remove-source", &title, WIDTH, |ui, _| contents(ui, source, removal));
    match answer {
        Some(true) => cx.push(Command::RemoveSource),
        Some(false) => cx.push(Command::KeepSource),
        None if is_left => cx.push(Command::KeepSource),
        None => {}
    }
}

/// The answer is whether the source goes, once somebody has said it.
fn contents(ui: &mut Ui, source: &Source, removal: Option<&Removal>) -> Option<bool> {
    let kind = t!(source.stream.kind.word_key());
    // As high before the figures are known as after, so that no button moves under the pointer.
    ui.scope(|ui| {
        ui.set_min_height(CONTENT_HEIGHT);
        match removal {
            None => {
                theme::paragraph(ui, t!("remove-source-reckons"), scale().body, colors(ui).text_2);
            }
            Some(removal) => {
                let lead = t!("remove-source-lead", count = removal.rows, kind = kind);
                theme::paragraph(ui, lead, scale().body, colors(ui).text);
                ui.add_space(14.0);
                figures(ui, removal);
            }
        }
    });
    ui.add_space(20.0);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let verb = t!("remove-source-do");
        let goes = ui.add_enabled(removal.is_some(), Button::primary(&verb)).clicked();
        let stays = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape"))).clicked();
        match (goes, stays) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    })
    .inner
}

fn figures(ui: &mut Ui, removal: &Removal) {
    if removal.changes.is_empty() {
        section(ui, &t!("changed-none"), "");
        return;
    }
    let title = t!("changed-title", count = removal.changes.len());
    section(ui, &title, &groups_text(removal.changes.iter()));
    ScrollArea::vertical().max_height(TABLE_HEIGHT).auto_shrink([false, true]).show(ui, |ui| {
        // The bar of the scroll area lies beside the numbers, not over them.
        ui.set_max_width(ui.available_width() - tokens().size.margin / 2.0);
        let table =
            Table::new(ui, listing::changed_columns(t!("changed-after")), tokens().row.roomy);
        table.head(ui);
        for change in &removal.changes {
            table.row(ui, None, |ui, column| listing::changed_cell(ui, change, column));
        }
    });
}
