//! The panel beside a place: it holds what belongs to the selection.

use eframe::egui::{Area, Frame, Id, Margin, Order, Panel, ScrollArea, Stroke, Ui, pos2, vec2};

use super::paint;
use crate::look::tokens;
use crate::ui::theme::colors;

/// Air around what a panel holds.
const MARGIN: Margin = Margin { left: 22, right: 22, top: 20, bottom: 20 };

/// Shows `contents` in a panel at the right of `ui`, scrolling when they are long.
pub fn side_panel<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let colors = colors(ui);
    let frame = Frame::NONE.fill(colors.panel);
    let shown = Panel::right(name.to_owned())
        .exact_size(tokens().size.side_panel)
        .resizable(false)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| scrolling(ui, contents));
    let edge = shown.response.rect;
    let stroke = Stroke::new(1.0, colors.line);
    ui.painter().vline(edge.left(), edge.y_range(), stroke);
    shown.inner
}

/// The same over the right part of `ui`, where the window is narrow.
pub fn side_panel_over<R>(ui: &Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let place = ui.max_rect();
    let width = tokens().size.side_panel;
    let colors = colors(ui);
    let shown = Area::new(Id::unique(name))
        .order(Order::Middle)
        .fixed_pos(pos2(place.right() - width, place.top()))
        .constrain(false)
        .show(ui.ctx(), |ui| {
            let inner = Frame::NONE.fill(colors.panel).show(ui, |ui| {
                ui.set_width(width);
                ui.set_height(place.height());
                scrolling(ui, contents)
            });
            inner.inner
        });
    let edge = shown.response.rect;
    let painter = ui.ctx().layer_painter(shown.response.layer_id);
    painter.vline(edge.left(), edge.y_range(), Stroke::new(1.0, colors.line));
    shown.inner
}

/// The contents within their margins, in which the bar stands while they are long.
fn scrolling<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let scroll = ScrollArea::vertical().auto_shrink(false);
    scroll.show(ui, |ui| Frame::NONE.inner_margin(MARGIN).show(ui, contents).inner).inner
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
