//! Rings, frames and text for the painters of this room.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align, Color32, Galley, Id, Layout, Painter, Pos2, Rect, Response, Shape, Stroke, StrokeKind,
    TextFormat, Ui, lerp, pos2, vec2,
};

use crate::look::TypeStyle;
use crate::ui::theme::{colors, font};

/// Width of the focus ring.
const FOCUS_WIDTH: f32 = 2.0;
/// Air between a control and its focus ring.
const FOCUS_GAP: f32 = 2.0;

/// Paints the focus ring around `rect`, if `response` has the keyboard's focus.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() {
        let stroke = Stroke::new(FOCUS_WIDTH, colors(ui).accent);
        let around = rect.expand(FOCUS_GAP);
        ui.painter().rect_stroke(around, radius + FOCUS_GAP, stroke, StrokeKind::Outside);
    }
}

/// How far the pointer's fill has come, from 0 to 1, in the short time of the look.
pub fn hover(ui: &Ui, id: Id, hovered: bool) -> f32 {
    ui.ctx().animate_bool_responsive(id.with("hover"), hovered)
}

/// The colour between `from` and `to`.
pub fn mix(from: Color32, to: Color32, share: f32) -> Color32 {
    from.lerp_to_gamma(to, share.clamp(0.0, 1.0))
}

/// One line of text.
pub fn line(ui: &Ui, text: &str, style: TypeStyle, color: Color32) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text.to_owned(), font(style), color)
}

/// One line of text that ends in three dots where it does not fit in `width`.
pub fn elided(ui: &Ui, text: &str, style: TypeStyle, color: Color32, width: f32) -> Arc<Galley> {
    let format = TextFormat { font_id: font(style), color, ..TextFormat::default() };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// The height of a line of [`wrapped`] words.
pub const WRAPPED_LINE: f32 = 16.0;

/// Text in at most so many `lines` of `width`; what is longer ends in three dots.
pub fn wrapped(
    ui: &Ui,
    text: &str,
    style: TypeStyle,
    color: Color32,
    width: f32,
    lines: usize,
) -> Arc<Galley> {
    let line_height = Some(WRAPPED_LINE);
    let format = TextFormat { font_id: font(style), color, line_height, ..TextFormat::default() };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping { max_width: width.max(0.0), max_rows: lines, ..job.wrap };
    ui.painter().layout_job(job)
}

/// Paints `galley` in the middle of `rect`'s height, at the side that `align` says.
pub fn place_text(
    painter: &Painter,
    rect: Rect,
    galley: Arc<Galley>,
    align: Align,
    color: Color32,
) {
    let x =
        lerp(rect.left()..=(rect.right() - galley.size().x).max(rect.left()), align.to_factor());
    let y = rect.center().y - galley.size().y / 2.0;
    painter.galley(pos2(x, y), galley, color);
}

/// Paints `galley` with its centre at `centre`.
pub fn centre_text(painter: &Painter, centre: Pos2, galley: Arc<Galley>, color: Color32) {
    painter.galley(centre - galley.size() / 2.0, galley, color);
}

/// A row of controls, `height` high, each in the middle of it.
pub fn row<R>(ui: &mut Ui, height: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(height);
        contents(ui)
    })
    .inner
}

/// A hairline along the top of `rect`.
pub fn hairline(ui: &Ui, rect: Rect, color: Color32) {
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, color));
}

/// A frame of dashes, for what can take dropped files.
pub fn dashed_frame(painter: &Painter, rect: Rect, radius: f32, color: Color32) {
    let outline = rounded_outline(rect, radius);
    painter.extend(Shape::dashed_line(&outline, Stroke::new(1.0, color), 4.0, 3.0));
}

fn rounded_outline(rect: Rect, radius: f32) -> Vec<Pos2> {
    const STEPS: usize = 6;
    let inner = rect.shrink(radius);
    let corners = [inner.right_bottom(), inner.left_bottom(), inner.left_top(), inner.right_top()];
    let mut points = Vec::with_capacity(corners.len() * (STEPS + 1) + 1);
    for (quarter, corner) in corners.into_iter().enumerate() {
        for step in 0..=STEPS {
            let turn = (quarter as f32 + step as f32 / STEPS as f32) * std::f32::consts::FRAC_PI_2;
            points.push(pos2(corner.x + radius * turn.cos(), corner.y + radius * turn.sin()));
        }
    }
    points.extend(points.first().copied());
    points
}
