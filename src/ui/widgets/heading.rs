//! Headings: of a section, with its caption beside it and a hairline where the subject changes.

use eframe::egui::{Response, Sense, Ui, vec2};

use super::paint;
use crate::ui::theme::{self, colors, scale};

/// A section's heading with an explanation beside it.
pub fn section(ui: &mut Ui, title: &str, caption: &str) {
    let colors = colors(ui);
    paint::row(ui, scale().heading.1, |ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        theme::text(ui, title, scale().heading, colors.text);
        if !caption.is_empty() {
            theme::text(ui, caption, scale().caption, colors.text_2);
        }
    });
}

/// A small heading over a group of controls.
pub fn group(ui: &mut Ui, title: &str) -> Response {
    let color = colors(ui).text_2;
    theme::text(ui, title, theme::semibold(scale().caption), color)
}

/// Air, a hairline and air again, where the subject changes.
pub fn divide(ui: &mut Ui, air: f32) {
    ui.add_space(air);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    paint::hairline(ui, rect, colors(ui).line);
    ui.add_space(air);
}
