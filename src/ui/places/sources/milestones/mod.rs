//! Milepæler: states of the project that somebody named, and what has changed since.

mod compare;
mod list;

use eframe::egui::{Ui, vec2};

use crate::app::Document;
use crate::look::tokens;
use crate::t;
use crate::ui::actions::{FileAction, ShellAction};
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::widgets::empty::Empty;
use crate::ui::widgets::head;
use crate::ui::widgets::heading::{divide, section};

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub(super) struct MilestonesState {
    /// Whether all changed figures are listed.
    lists_all: bool,
}

/// Draws the tab.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Context<'_>,
    document: &Document,
    state: &mut MilestonesState,
) {
    head::page(ui, "milestones", |ui| {
        if document.project().milestones.is_empty() {
            empty(ui, cx);
            return;
        }
        let count = t!("milestones-count", count = document.project().milestones.len());
        section(ui, &t!("milestones-title"), &count);
        list::show(ui, cx, document);
        if cx.app.comparison().is_some() || cx.app.is_comparing() {
            divide(ui, tokens().size.margin - 8.0);
            compare::show(ui, cx, document, &mut state.lists_all);
        }
    });
}

fn empty(ui: &mut Ui, cx: &mut Context<'_>) {
    let (title, body) = (t!("milestones-none"), t!("milestones-none-body"));
    let action = t!("milestone-new");
    let empty = Empty {
        icon: icon::MILESTONE,
        title: &title,
        body: &body,
        action: &action,
        takes_files: false,
    };
    if empty.show(ui, vec2(ui.available_width(), 318.0)).clicked() {
        cx.ask(ShellAction::File(FileAction::Milestone));
    }
}
