//! Chips: a filter's label and value with a caret, or something that is switched on and off.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, Galley, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::{menu, paint};
use crate::look::tokens;
use crate::t;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, colors, scale, semibold};

const PADDING: f32 = 8.0;
const GAP: f32 = 6.0;
const CARET: f32 = 12.0;

/// A chip that filters: `Kunde alle 9 ⌄`. A click opens its `options`; returns the chosen one.
/// The first option takes nothing away; under any other the chip is drawn in the accent colour
/// and carries a cross that chooses the first.
pub fn filter<T: AsRef<str>>(
    ui: &mut Ui,
    label: &str,
    options: &[T],
    chosen: usize,
) -> Option<usize> {
    let value = options.get(chosen).map_or("", AsRef::as_ref);
    let on = chosen > 0;
    let end = Some(if on { icon::CLOSE } else { icon::CARET_DOWN });
    let response = chip(ui, &Face { label, value, on, end }, Role::ComboBox);
    let cleared = on && cross(ui, &response, label).clicked();
    let choice = menu::choices(&response, label, options, Some(chosen));
    if cleared { Some(0) } else { choice }
}

/// A chip that chooses among `options`, all alike: `Sammenlign med 2015–2020 ⌄`. A click opens
/// them; returns the chosen one.
pub fn choose<T: AsRef<str>>(
    ui: &mut Ui,
    label: &str,
    value: &str,
    options: &[T],
    chosen: Option<usize>,
) -> Option<usize> {
    let face = Face { label, value, on: false, end: Some(icon::CARET_DOWN) };
    let response = chip(ui, &face, Role::ComboBox);
    menu::choices(&response, label, options, chosen)
}

/// The cross at a chip's end, which has been painted with it.
fn cross(ui: &Ui, chip: &Response, label: &str) -> Response {
    const WIDTH: f32 = 24.0;
    let rect = chip.rect.with_min_x(chip.rect.right() - WIDTH);
    let response = ui.interact(rect, chip.id.with("cross"), Sense::click());
    let name = t!("ui-clear-filter", label = label);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    paint::focus_ring(ui, &response, rect.shrink(4.0), tokens().radius.chip);
    response
}

/// A chip that is switched on and off, such as a year over the plot.
pub fn toggle(ui: &mut Ui, name: &str, on: bool) -> Response {
    chip(ui, &Face { label: "", value: name, on, end: None }, Role::Button)
}

struct Face<'a> {
    label: &'a str,
    value: &'a str,
    on: bool,
    end: Option<Icon>,
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
        if let Some(end) = self.end {
            parts.push((theme::icon_galley(ui, end, CARET, value), value));
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
