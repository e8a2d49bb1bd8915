//! The parts that a number was made of: code, name, number, and a way on from each.

use eframe::egui::{Align, Role, Sense, Ui, WidgetInfo, vec2};

use crate::figures::{Key, Trail, TrailOf};
use crate::look::tokens;
use crate::t;
use crate::ui::theme::{colors, scale};
use crate::ui::widgets::paint;

const ROW: f32 = 24.0;
/// The least room of a code before its name.
const CODE: f32 = 24.0;
/// A name keeps at least so much; a longer number goes below it.
const NAME: f32 = 96.0;

/// What a row of the list shows.
pub(super) struct PartRow {
    pub code: String,
    pub name: String,
    pub value: String,
}

/// What one asks about when one walks on to a part. A row of a table is known by its place, not
/// by its key, which two may have.
pub(super) fn target(part: &Trail) -> TrailOf {
    match (&part.figure.key, part.at) {
        (Key::Cell { .. }, Some(at)) => TrailOf::Cell(at),
        (key, _) => TrailOf::Figure(key.clone()),
    }
}

/// Draws one part; whether it was clicked.
pub(super) fn show(ui: &mut Ui, part: &PartRow) -> bool {
    let colors = colors(ui);
    let style = scale().table;
    let width = ui.available_width();
    let value = paint::line(ui, &part.value, style, colors.text);
    let code = paint::line(ui, &part.code, style, colors.text_2);
    let taken = if part.code.is_empty() { 0.0 } else { code.size().x.max(CODE) + 8.0 };
    // A long name or code has the first line to itself.
    let name = paint::line(ui, &part.name, style, colors.text);
    let fits = taken + name.size().x.min(NAME) + 8.0 + value.size().x <= width;
    let height = if fits { ROW } else { 2.0 * ROW - 8.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::CLICK);
    let spoken = t!("trail-part", name = part.name.as_str(), value = part.value.as_str());
    let spoken = format!("{} {spoken}", part.code).trim().to_owned();
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));
    let ground = rect.expand2(vec2(8.0, 0.0));
    if response.hovered() {
        ui.painter().rect_filled(ground, tokens().radius.cell, colors.hover);
    }
    let first = if fits { rect } else { rect.with_max_y(rect.top() + ROW) };
    let last = if fits { rect } else { rect.with_min_y(rect.bottom() - ROW) };
    let room = if fits { width - taken - value.size().x - 8.0 } else { width - taken };
    paint::place_text(ui.painter(), last, value, Align::Max, colors.text);
    paint::place_text(ui.painter(), first, code, Align::Min, colors.text_2);
    let inner = first.with_min_x(first.left() + taken);
    let name = paint::elided(ui, &part.name, style, colors.text, room);
    let is_elided = name.elided;
    paint::place_text(ui.painter(), inner, name, Align::Min, colors.text);
    paint::focus_ring(ui, &response, ground.shrink(2.0), tokens().radius.cell);
    let is_clicked = response.clicked();
    if is_elided {
        response.on_hover_text(&part.name);
    }
    is_clicked
}
