//! The frame of a dialog: over the window, one thing to answer.

use eframe::egui::{Color32, Frame, Id, Margin, Modal, Stroke, Ui};

use crate::look::tokens;
use crate::ui::theme::{self, colors, scale};

const WIDTH: f32 = 440.0;
/// How much of the window behind a dialog is dimmed, of 255.
const DIM: u8 = 90;

/// Shows `contents` under `title` over the window. The second value is whether the person leaves
/// the dialog by Escape; a click beside it does nothing, so that no typed text is lost by a slip.
pub fn show<R>(ui: &Ui, id: &str, title: &str, contents: impl FnOnce(&mut Ui) -> R) -> (R, bool) {
    let colors = colors(ui);
    let frame = Frame::NONE
        .fill(colors.raised)
        .stroke(Stroke::new(1.0, colors.text_2))
        .corner_radius(tokens().radius.area)
        .inner_margin(Margin::same(24));
    let modal = Modal::new(Id::unique(id))
        .backdrop_color(Color32::from_black_alpha(DIM))
        .frame(frame)
        .show(ui.ctx(), |ui| {
            ui.set_width(WIDTH);
            theme::text(ui, title, scale().place, colors.text);
            contents(ui)
        });
    let is_left = modal.is_top_modal
        && !modal.any_popup_open
        && ui.input_mut(|input| {
            input.consume_key(eframe::egui::Modifiers::NONE, eframe::egui::Key::Escape)
        });
    (modal.inner, is_left)
}
