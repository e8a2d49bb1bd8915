//! Tabs in a place's head, with a line under the active one.

use eframe::egui::{Align, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::paint;
use crate::look::tokens;
use crate::ui::theme::{colors, scale, semibold};

const GAP: f32 = 20.0;
const LINE: f32 = 2.0;
const HEIGHT: f32 = 34.0;

/// Shows `names` as tabs, `active` chosen, and returns the one that was clicked.
pub fn tabs(ui: &mut Ui, names: &[String], active: usize) -> Option<usize> {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let mut clicked = None;
        for (index, name) in names.iter().enumerate() {
            if tab(ui, name, index == active).clicked() {
                clicked = Some(index);
            }
        }
        clicked
    })
    .inner
}

fn tab(ui: &mut Ui, name: &str, active: bool) -> Response {
    let colors = colors(ui);
    // As wide as in its heaviest weight, so that the others stay when the choice moves.
    let width = paint::line(ui, name, semibold(scale().body), colors.text).size().x;
    let height = HEIGHT;
    let (rect, response) = ui.allocate_exact_size(vec2(width.max(24.0), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), active, name));
    if ui.is_rect_visible(rect) {
        let over = paint::hover(ui, response.id, response.hovered());
        let (style, color) = if active {
            (semibold(scale().body), colors.text)
        } else {
            (scale().body, paint::mix(colors.text_2, colors.text, over))
        };
        let galley = paint::line(ui, name, style, color);
        paint::place_text(ui.painter(), rect, galley, Align::Center, color);
        if active {
            let line =
                Rect::from_min_max(rect.left_bottom() - vec2(0.0, LINE), rect.right_bottom());
            ui.painter().rect_filled(line, 0.0, colors.accent);
        }
        paint::focus_ring(ui, &response, rect.expand2(vec2(6.0, -3.0)), tokens().radius.button);
    }
    response
}
