//! Check boxes, radio buttons, and fields that open a list to choose from.

use eframe::egui::{
    Align, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{menu, paint};
use crate::look::tokens;
use crate::ui::icon::{self, Weight};
use crate::ui::theme::{self, colors, medium, scale};

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

const PADDING: f32 = 9.0;
const CARET: f32 = 14.0;

/// What stands out about a dropdown's choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stress {
    /// Nothing.
    #[default]
    None,
    /// It was guessed; look at it.
    Guessed,
}

/// Shows a dropdown called `name`, `width` wide, with the chosen option in it; returns what the
/// user chooses.
pub fn dropdown<T: AsRef<str>>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    options: &[T],
    chosen: Option<usize>,
    stress: Stress,
) -> Option<usize> {
    let value = chosen.and_then(|index| options.get(index)).map_or("", AsRef::as_ref);
    let response = dropdown_face(ui, name, value, width, stress);
    menu::choices(&response, name, options, chosen)
}

fn dropdown_face(ui: &mut Ui, name: &str, value: &str, width: f32, stress: Stress) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, tokens().size.button), Sense::click());
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(value.to_owned()),
        ..WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name)
    });
    if ui.is_rect_visible(rect) {
        let colors = colors(ui);
        let over = paint::hover(ui, response.id, response.hovered());
        let border = match stress {
            Stress::None => colors.field_border,
            Stress::Guessed => colors.warning,
        };
        let color = if response.enabled() { colors.text } else { colors.text_3 };
        let fill = paint::mix(colors.canvas, colors.hover, over);
        let radius = tokens().radius.button;
        ui.painter().rect(rect, radius, fill, Stroke::new(1.0, border), StrokeKind::Inside);
        let inner = rect.shrink2(vec2(PADDING, 0.0));
        let text =
            paint::elided(ui, value, medium(scale().body), color, inner.width() - 1.5 * CARET);
        paint::place_text(ui.painter(), inner, text, Align::Min, color);
        let caret = theme::icon_galley(ui, icon::CARET_DOWN, CARET, color);
        paint::place_text(ui.painter(), inner, caret, Align::Max, color);
        paint::focus_ring(ui, &response, rect, radius);
    }
    response
}
