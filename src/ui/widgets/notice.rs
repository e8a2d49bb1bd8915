//! Notices: what has just happened, with a way to undo it instead of a question beforehand.

use eframe::egui::{Align2, Area, Frame, Id, Margin, Order, Stroke, Ui, vec2};

use super::button::{Button, IconButton};
use super::paint;
use super::severity::Verdict;
use crate::look::tokens;
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};

/// The widest that a notice gets.
const WIDTH: f32 = 560.0;

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

/// Shows `notice` at the foot of the window, over everything but menus.
pub fn notice(ui: &Ui, notice: &Notice) -> Option<Answer> {
    let lift = tokens().size.status_bar + 16.0;
    Area::new(Id::unique("notice"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -lift))
        .accessible_name(notice.text.clone())
        .show(ui.ctx(), |ui| card(ui, notice))
        .inner
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
            ui.set_max_width(WIDTH);
            paint::row(ui, tokens().size.button, |ui| {
                let verdict = notice.verdict;
                let size = tokens().size.icon_severity;
                theme::icon(ui, verdict.icon(), size, verdict.color(colors));
                theme::text(ui, &notice.text, scale().body, colors.text);
                ui.add_space(20.0);
                let undo = notice.undo.then(|| t!("ui-undo"));
                let mut answer = None;
                if let Some(undo) = undo
                    && ui.add(Button::quiet(&undo).keys(&t!("keys-undo"))).clicked()
                {
                    answer = Some(Answer::Undo);
                }
                if ui.add(IconButton::new(icon::CLOSE, &t!("ui-close"))).clicked() {
                    answer = Some(Answer::Close);
                }
                answer
            })
        })
        .inner
}
