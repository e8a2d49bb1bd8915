//! Notices: what has just happened, with a way to undo it instead of a question beforehand.

use eframe::egui::{Frame, Margin, Stroke, Ui};

use super::button::{Button, IconButton};
use super::severity::Verdict;
use crate::look::tokens;
use crate::t;
use crate::ui::actions::{self, ShellAction};
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};

/// A longer sentence takes several lines.
const TEXT_WIDTH: f32 = 420.0;

/// Something to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Well, or off.
    pub verdict: Verdict,
    /// The sentence: *10 859 saker importert*.
    pub text: String,
    /// Whether it can be undone.
    pub undo: bool,
}

/// What the user answers to a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Undo what happened.
    Undo,
    /// Take the notice away.
    Close,
}

/// The notice as a card in `ui`.
pub fn card(ui: &mut Ui, notice: &Notice) -> Option<Answer> {
    let colors = colors(ui);
    Frame::NONE
        .fill(colors.raised)
        .stroke(Stroke::new(1.0, colors.text_2))
        .corner_radius(tokens().radius.area)
        .inner_margin(Margin { left: 14, right: 8, top: 5, bottom: 5 })
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let verdict = notice.verdict;
                let size = tokens().size.icon_severity;
                theme::icon(ui, verdict.icon(), size, verdict.color(colors));
                ui.scope(|ui| {
                    ui.set_max_width(TEXT_WIDTH);
                    theme::paragraph(ui, &notice.text, scale().body, colors.text);
                });
                ui.add_space(20.0);
                let undo = notice.undo.then(|| t!("ui-undo"));
                let mut answer = None;
                if let Some(undo) = undo
                    && ui
                        .add(Button::quiet(&undo).keys(&actions::keys_of(ShellAction::Undo)))
                        .clicked()
                {
                    answer = Some(Answer::Undo);
                }
                if ui.add(IconButton::new(icon::CLOSE, &t!("ui-close"))).clicked() {
                    answer = Some(Answer::Close);
                }
                answer
            })
            .inner
        })
        .inner
}
