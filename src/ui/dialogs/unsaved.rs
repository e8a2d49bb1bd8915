//! The question about unsaved work, before it would be lost.

use eframe::egui::{Align, Key, Layout, Ui};

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
    let file = name.map_or_else(|| t!("file-unnamed"), |name| name.to_string_lossy().into_owned());
    let (answer, is_left) = modal::show(ui, "unsaved", &t!("unsaved-title", file = file), |ui| {
        theme::paragraph(ui, t!("unsaved-body"), scale().body, colors(ui).text_2);
        ui.add_space(20.0);
        buttons(ui)
    });
    if let Some(answer) = answer.or(is_left.then_some(Command::StayHere)) {
        cx.push(answer);
    }
}

fn buttons(ui: &mut Ui) -> Option<Command> {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let save = ui.add(Button::primary(&t!("unsaved-save")));
        if ui.memory(|memory| memory.focused().is_none()) {
            save.request_focus();
        }
        let discard = ui.add(Button::secondary(&t!("unsaved-discard")));
        let stay = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
        // Enter on the focused button is a click too; this is for when nothing has focus yet.
        let entered = !save.has_focus()
            && ui.memory(|memory| memory.focused().is_none())
            && ui.input(|input| input.key_pressed(Key::Enter));
        if save.clicked() || entered {
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
