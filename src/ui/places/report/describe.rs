//! The dialog for what a chart shows, written for those who do not see it.

use eframe::egui::{Align, Layout, Ui};

use super::writing::TextId;
use crate::t;
use crate::ui::dialogs::modal;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::text_area;

const WIDTH: f32 = 560.0;
const HEIGHT: f32 = 160.0;

/// An alternative text while it is being written.
pub(super) struct Describe {
    of: TextId,
    title: String,
    text: String,
    before: String,
    /// Whether a person wrote the text, so that the one from the data can come back.
    is_written: bool,
}

/// What came of the dialog.
pub(super) enum Outcome {
    /// It stays open.
    Open,
    /// It is left.
    Left,
    /// The new text; `None` for the text that is made from the data.
    Done(TextId, Option<String>),
}

/// What is pressed in it.
enum Pressed {
    Keep,
    OfData,
    Leave,
}

impl Describe {
    /// A dialog for the chart with that title, whose alternative text is `text` now.
    pub fn new(of: TextId, title: String, text: String, is_written: bool) -> Self {
        Self { of, title, before: text.clone(), text, is_written }
    }

    /// Shows the dialog over the window.
    pub fn show(&mut self, ui: &Ui) -> Outcome {
        let title = t!("rapport-alt-title");
        let (pressed, is_left) =
            modal::show_wide(ui, "describe-chart", &title, WIDTH, |ui, is_new| {
                self.contents(ui, is_new)
            });
        match pressed {
            Some(Pressed::Keep) if self.text.trim() == self.before.trim() => Outcome::Left,
            Some(Pressed::Keep) => {
                let text = self.text.trim();
                let text = (!text.is_empty()).then(|| text.to_owned());
                Outcome::Done(self.of.clone(), text)
            }
            Some(Pressed::OfData) => Outcome::Done(self.of.clone(), None),
            Some(Pressed::Leave) => Outcome::Left,
            None if is_left => Outcome::Left,
            None => Outcome::Open,
        }
    }

    fn contents(&mut self, ui: &mut Ui, is_new: bool) -> Option<Pressed> {
        ui.add_space(6.0);
        theme::paragraph(ui, &self.title, scale().body, colors(ui).text);
        ui.add_space(4.0);
        theme::paragraph(ui, t!("rapport-alt-why"), scale().caption, colors(ui).text_2);
        ui.add_space(14.0);
        let (name, hint) = (t!("rapport-alt-name"), t!("rapport-alt-hint"));
        text_area(ui, (&name, &hint), HEIGHT, &mut self.text, is_new);
        ui.add_space(20.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let keep = ui.add(Button::primary(&t!("rapport-alt-keep")));
            let of_data =
                self.is_written.then(|| ui.add(Button::secondary(&t!("rapport-alt-data"))));
            let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
            match () {
                () if keep.clicked() => Some(Pressed::Keep),
                () if of_data.is_some_and(|button| button.clicked()) => Some(Pressed::OfData),
                () if leave.clicked() => Some(Pressed::Leave),
                () => None,
            }
        })
        .inner
    }
}
