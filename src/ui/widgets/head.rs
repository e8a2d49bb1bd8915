//! A place's head: its name, its tabs, and its own actions at the right.

use eframe::egui::{Align, Layout, Margin, ScrollArea, Ui, UiBuilder, vec2};

use super::tabs;
use crate::look::tokens;
use crate::ui::theme::{self, colors, scale};

/// Draws the head and returns the tab that was clicked. `actions` are drawn from the right.
pub fn head(
    ui: &mut Ui,
    name: &str,
    tab_names: &[String],
    active: usize,
    actions: impl FnOnce(&mut Ui),
) -> Option<usize> {
    let size = vec2(ui.available_width(), tokens().size.place_head);
    let (rect, _) = ui.allocate_exact_size(size, eframe::egui::Sense::hover());
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        let color = colors(ui).text;
        theme::text(ui, name, scale().place, color);
        let clicked = tabs::tabs(ui, tab_names, active);
        ui.with_layout(Layout::right_to_left(Align::Center), actions);
        clicked
    })
    .inner
}

/// Draws a place's content within its margins, scrolling when it is long.
pub fn page<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let margin = tokens().size.margin;
    let frame = eframe::egui::Frame::NONE.inner_margin(Margin {
        left: margin as i8,
        right: margin as i8,
        top: 0,
        bottom: 20,
    });
    ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink(false)
        .show(ui, |ui| frame.show(ui, contents).inner)
        .inner
}
