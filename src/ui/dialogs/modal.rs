//! The frame of a dialog: over the window, one thing to answer.

use eframe::egui::{Align, Color32, Frame, Id, Layout, Margin, Modal, Stroke, Ui};

use crate::look::tokens;
use crate::t;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;

const WIDTH: f32 = 440.0;
/// How much of the window behind a dialog is dimmed, of 255.
const DIM: u8 = 90;

/// Shows `contents` under `title` over the window; they are told whether the dialog has just
/// come, to take the keyboard's focus. The second value is whether the person leaves the dialog
/// by Escape; a click beside it does nothing, so that no typed text is lost by a slip.
pub fn show<R>(
    ui: &Ui,
    id: &str,
    title: &str,
    contents: impl FnOnce(&mut Ui, bool) -> R,
) -> (R, bool) {
    show_wide(ui, id, title, WIDTH, contents)
}

/// The same, `width` wide: for a dialog that shows a table.
pub fn show_wide<R>(
    ui: &Ui,
    id: &str,
    title: &str,
    width: f32,
    contents: impl FnOnce(&mut Ui, bool) -> R,
) -> (R, bool) {
    let colors = colors(ui);
    let id = Id::unique(id);
    let is_new = has_just_come(ui, id);
    let frame = Frame::NONE
        .fill(colors.raised)
        .stroke(Stroke::new(1.0, colors.text_2))
        .corner_radius(tokens().radius.area)
        .inner_margin(Margin::same(24));
    let modal = Modal::new(id).backdrop_color(Color32::from_black_alpha(DIM)).frame(frame).show(
        ui.ctx(),
        |ui| {
            ui.set_width(width);
            theme::text(ui, title, scale().place, colors.text);
            contents(ui, is_new)
        },
    );
    let is_left = modal.is_top_modal
        && !modal.any_popup_open
        && ui.input_mut(|input| {
            input.consume_key(eframe::egui::Modifiers::NONE, eframe::egui::Key::Escape)
        });
    (modal.inner, is_left)
}

/// The foot of a dialog that only shows something. It takes the focus when the dialog has just come;
/// the value is whether it was clicked.
pub fn close_button(ui: &mut Ui, is_new: bool) -> bool {
    ui.add_space(20.0);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let close = ui.add(Button::primary(&t!("ui-close")).keys(&t!("keys-escape")));
        if is_new {
            close.request_focus();
        }
        close.clicked()
    })
    .inner
}

/// Whether the dialog was not there when the window was last drawn.
fn has_just_come(ui: &Ui, id: Id) -> bool {
    let pass = ui.ctx().cumulative_pass_nr();
    let last: Option<u64> = ui.data_mut(|data| {
        let last = data.get_temp(id);
        data.insert_temp(id, pass);
        last
    });
    last.is_none_or(|last| last.saturating_add(1) < pass)
}
