//! The panel beside a place: it holds what belongs to the selection.

use eframe::egui::{Frame, Margin, Panel, ScrollArea, Ui, vec2};

use super::paint;
use crate::look::tokens;
use crate::ui::theme::colors;

/// Shows `contents` in a panel at the right of `ui`, scrolling when they are long.
pub fn side_panel<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let colors = colors(ui);
    let frame = Frame::NONE.fill(colors.panel).inner_margin(Margin::symmetric(22, 20));
    let shown = Panel::right(name.to_owned())
        .exact_size(tokens().size.side_panel)
        .resizable(false)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| ScrollArea::vertical().auto_shrink(false).show(ui, contents).inner);
    let edge = shown.response.rect;
    let stroke = eframe::egui::Stroke::new(1.0, colors.line);
    ui.painter().vline(edge.left(), edge.y_range(), stroke);
    shown.inner
}

/// A line of a panel: a label, and what it is.
pub fn labelled(ui: &mut Ui, label: &str, value: &str) {
    const LABEL_WIDTH: f32 = 88.0;
    let scale = crate::ui::theme::scale();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (rect, _) =
            ui.allocate_exact_size(vec2(LABEL_WIDTH, scale.body.1), eframe::egui::Sense::hover());
        let color = colors(ui).text_2;
        let galley = paint::line(ui, label, scale.body, color);
        paint::place_text(ui.painter(), rect, galley, eframe::egui::Align::Min, color);
        crate::ui::theme::paragraph(ui, value, scale.body, colors(ui).text);
    });
}
