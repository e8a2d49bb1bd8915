//! The dialog for a section's heading.

use eframe::egui::{Align, Key, Layout, Ui};

use crate::report::is_blank;
use crate::t;
use crate::ui::dialogs::modal;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;

/// A heading while it is being written.
pub(super) struct Rename {
    /// The section that it is of; `None` makes a new one.
    pub section: Option<String>,
    /// The section after which a new one stands.
    pub after: String,
    /// The heading as typed.
    pub title: String,
}

/// What came of the dialog.
pub(super) enum Outcome {
    /// It stays open.
    Open,
    /// It is left.
    Left,
    /// The heading is to be that.
    Done(String),
}

impl Rename {
    /// Shows the dialog over the window.
    pub fn show(&mut self, ui: &Ui) -> Outcome {
        let title = match self.section {
            Some(_) => t!("rapport-rename-title"),
            None => t!("rapport-add-title"),
        };
        let (is_done, is_left) =
            modal::show(ui, "rename-section", &title, |ui, is_new| self.contents(ui, is_new));
        match is_done {
            Some(true) if !is_blank(&self.title) => Outcome::Done(self.title.trim().to_owned()),
            Some(false) => Outcome::Left,
            _ if is_left => Outcome::Left,
            _ => Outcome::Open,
        }
    }

    fn contents(&mut self, ui: &mut Ui, is_new: bool) -> Option<bool> {
        ui.add_space(14.0);
        let label = t!("rapport-heading");
        theme::text(ui, &label, medium(scale().caption), colors(ui).text_2);
        let response = Field::new(&label, ui.available_width()).show(ui, &mut self.title);
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if is_new || is_entered {
            response.request_focus();
        }
        ui.add_space(20.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let verb = match self.section {
                Some(_) => t!("rapport-rename-do"),
                None => t!("rapport-add-do"),
            };
            let done = ui.add(Button::primary(&verb)).clicked();
            let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
            match () {
                () if done || is_entered => Some(true),
                () if leave.clicked() => Some(false),
                () => None,
            }
        })
        .inner
    }
}
