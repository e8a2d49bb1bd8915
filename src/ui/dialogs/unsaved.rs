//! The question about unsaved work, before it would be lost.

use eframe::egui::{Align, Layout, Ui};

use super::modal;
use crate::app::{Command, Document};
use crate::t;
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;

/// Asks, while something waits for the answer.
pub(super) fn show(ui: &Ui, cx: &mut Context<'_>) {
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
        buttons(ui, is_new)
    });
    if let Some(answer) = answer.or(is_left.then_some(Command::StayHere)) {
        cx.push(answer);
    }
}

fn buttons(ui: &mut Ui, is_new: bool) -> Option<Command> {
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
