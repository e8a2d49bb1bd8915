//! The foot of the place: the keys, and what is no finding.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, Ui};

use crate::look::tokens;
use crate::t;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::key_hint::{key_hint, key_sign};

const HEIGHT: f32 = 36.0;

/// Draws the foot.
pub(super) fn show(ui: &mut Ui) {
    let margin = Margin::symmetric(tokens().size.margin as i8 + 12, 0);
    Panel::bottom("control-foot")
        .exact_size(HEIGHT)
        .resizable(false)
        .show_separator_line(true)
        .frame(Frame::NONE.fill(colors(ui).canvas).inner_margin(margin))
        .show(ui, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                key_sign(ui, &t!("keys-up"));
                key_hint(ui, &t!("keys-down"), &t!("control-next"));
                ui.add_space(12.0);
                key_hint(ui, &t!("keys-enter"), &t!("control-show"));
                ui.add_space(12.0);
                key_hint(ui, &t!("keys-go"), &t!("control-key-go"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    theme::text(ui, t!("control-rounding"), scale().body, colors(ui).text_2);
                });
            });
        });
}
