//! Chips: a filter's label and value with a caret, or something that is switched on and off.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, Galley, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::{menu, paint};
use crate::look::tokens;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale, semibold};

const PADDING: f32 = 9.0;
const GAP: f32 = 7.0;
/// What of a chip's right end is its cross.
const CROSS: f32 = 26.0;

/// A chip that filters: `Kunde alle 9 ⌄`. A click opens its `options`; returns the chosen one.
/// `on` is whether it takes anything away at present; then it is drawn in the accent colour, and
/// a click on its cross chooses the first option, which takes nothing away.
pub fn filter<T: AsRef<str>>(
    ui: &mut Ui,
    label: &str,
    value: &str,
    on: bool,
    options: &[T],
    chosen: Option<usize>,
) -> Option<usize> {
    let response = chip(ui, &Face { label, value, on, caret: true }, Role::ComboBox);
    let cross = response.rect.with_min_x(response.rect.right() - CROSS);
    let is_on_cross = response.interact_pointer_pos().is_some_and(|at| cross.contains(at));
    if on && response.clicked() && is_on_cross {
        return Some(0);
    }
    menu::choices(&response, label, options, chosen)
}

/// A chip that is switched on and off, such as a year over the plot.
pub fn toggle(ui: &mut Ui, name: &str, on: bool) -> Response {
    chip(ui, &Face { label: "", value: name, on, caret: false }, Role::Button)
}

struct Face<'a> {
    label: &'a str,
    value: &'a str,
    on: bool,
    caret: bool,
}

impl Face<'_> {
    fn name(&self) -> String {
        [self.label, self.value].join(" ").trim().to_owned()
    }

    fn parts(&self, ui: &Ui) -> Vec<(Arc<Galley>, Color32)> {
        let colors = colors(ui);
        let (label, value) =
            if self.on { (colors.accent, colors.accent) } else { (colors.text_2, colors.text) };
        let mut parts = Vec::with_capacity(3);
        if !self.label.is_empty() {
            parts.push((paint::line(ui, self.label, scale().body, label), label));
        }
        parts.push((paint::line(ui, self.value, semibold(scale().body), value), value));
        if self.caret {
            let sign = if self.on { icon::CLOSE } else { icon::CARET_DOWN };
            parts.push((theme::icon_galley(ui, sign, 12.0, label), label));
        }
        parts
    }
}

fn chip(ui: &mut Ui, face: &Face<'_>, role: Role) -> Response {
    let parts = face.parts(ui);
    let texts: f32 = parts.iter().map(|(galley, _)| galley.size().x).sum();
    let gaps = GAP * parts.len().saturating_sub(1) as f32;
    let size = vec2(texts + gaps + 2.0 * PADDING, tokens().size.chip);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let name = face.name();
        match role {
            Role::Button => WidgetInfo::selected(role, ui.is_enabled(), face.on, name),
            _ => WidgetInfo::labeled(role, ui.is_enabled(), name),
        }
    });
    if ui.is_rect_visible(rect) {
        let colors = colors(ui);
        let over = paint::hover(ui, response.id, response.hovered());
        let (fill, border) = if face.on {
            (colors.accent_soft, colors.accent)
        } else {
            (paint::mix(colors.canvas, colors.hover, over), colors.field_border)
        };
        let radius = tokens().radius.chip;
        ui.painter().rect(rect, radius, fill, Stroke::new(1.0, border), StrokeKind::Inside);
        let mut rest = rect.shrink2(vec2(PADDING, 0.0));
        for (galley, color) in parts {
            let width = galley.size().x;
            paint::place_text(ui.painter(), rest, galley, Align::Min, color);
            rest = rest.with_min_x(rest.left() + width + GAP);
        }
        paint::focus_ring(ui, &response, rect, radius);
    }
    response
}
