//! A field that opens a list to choose from.

use eframe::egui::{Align, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{menu, paint};
use crate::look::tokens;
use crate::ui::icon;
use crate::ui::theme::{self, colors, medium, scale};

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
    let response = face(ui, name, value, width, stress);
    menu::choices(&response, name, options, chosen)
}

fn face(ui: &mut Ui, name: &str, value: &str, width: f32, stress: Stress) -> Response {
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
