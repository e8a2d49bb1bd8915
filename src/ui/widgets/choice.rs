//! Check boxes and radio buttons: on, off, or some of both.

use eframe::egui::{
    Align, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::paint;
use crate::ui::icon::{self, Weight};
use crate::ui::theme::{self, colors, scale};

const BOX: f32 = 14.0;
const GAP: f32 = 10.0;
const HEIGHT: f32 = 24.0;

/// Shows a check box; `None` is *some of them*.
pub fn check_box(ui: &mut Ui, text: &str, on: Option<bool>) -> Response {
    let (rect, response) = allocate(ui, text);
    response.widget_info(|| WidgetInfo {
        selected: on,
        ..WidgetInfo::labeled(Role::CheckBox, ui.is_enabled(), text)
    });
    let colors = colors(ui);
    let filled = on != Some(false);
    let (fill, border) =
        if filled { (colors.accent, colors.accent) } else { (colors.canvas, colors.field_border) };
    ui.painter().rect(rect, 3.0, fill, Stroke::new(1.0, border), StrokeKind::Inside);
    match on {
        Some(true) => {
            let tick = icon::CHECK.with_weight(Weight::Bold);
            let galley = theme::icon_galley(ui, tick, 10.0, colors.on_accent);
            paint::centre_text(ui.painter(), rect.center(), galley, colors.on_accent);
        }
        None => {
            let dash = Rect::from_center_size(rect.center(), vec2(7.0, 2.0));
            ui.painter().rect_filled(dash, 0.0, colors.on_accent);
        }
        Some(false) => {}
    }
    paint::focus_ring(ui, &response, rect, 3.0);
    response
}

/// Shows a radio button.
pub fn radio(ui: &mut Ui, text: &str, on: bool) -> Response {
    let (rect, response) = allocate(ui, text);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, text));
    let colors = colors(ui);
    let border = if on { colors.accent } else { colors.field_border };
    let painter = ui.painter();
    painter.circle(rect.center(), BOX / 2.0 - 0.5, colors.canvas, Stroke::new(1.0, border));
    if on {
        painter.circle_filled(rect.center(), 4.0, colors.accent);
    }
    paint::focus_ring(ui, &response, rect, BOX / 2.0);
    response
}

/// Room for box and text, the text painted; the rectangle is the box's.
fn allocate(ui: &mut Ui, text: &str) -> (Rect, Response) {
    let color = colors(ui).text;
    let galley = paint::line(ui, text, scale().body, color);
    let size = vec2(BOX + GAP + galley.size().x, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let text_rect = rect.with_min_x(rect.left() + BOX + GAP);
    paint::place_text(ui.painter(), text_rect, galley, Align::Min, color);
    let centre = pos2(rect.left() + BOX / 2.0, rect.center().y);
    (Rect::from_center_size(centre, vec2(BOX, BOX)), response)
}
