//! The years over the weeks, each switched on and off, with a sample of its line.

use eframe::egui::{
    Align, Color32, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::Document;
use crate::calendar::Year;
use crate::look::tokens;
use crate::t;
use crate::ui::theme::{colors, scale, semibold};
use crate::ui::widgets::paint;

use super::CasesState;

const PADDING: f32 = 9.0;
const SAMPLE: f32 = 16.0;
const GAP: f32 = 7.0;

/// A line of the plot as its chip shows it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Quiet,
    Average,
    ThisYear,
}

/// Shows the chips from right to left: the report year, the average, the years before.
pub(super) fn show(ui: &mut Ui, state: &mut CasesState, document: &Document) {
    let settings = &document.project().settings;
    let year = settings.report_year;
    year_chip(ui, state, year, Line::ThisYear);
    if chip(ui, &t!("chart-average"), Line::Average, !state.hides_average).clicked() {
        state.hides_average = !state.hides_average;
    }
    let before = settings.baseline_first..=settings.baseline_last;
    for year in before.rev().filter(|other| *other != year) {
        year_chip(ui, state, year, Line::Quiet);
    }
}

fn year_chip(ui: &mut Ui, state: &mut CasesState, year: Year, line: Line) {
    let is_shown = !state.hidden_years.contains(&year);
    if chip(ui, &year.to_string(), line, is_shown).clicked() {
        match is_shown {
            true => state.hidden_years.push(year),
            false => state.hidden_years.retain(|hidden| *hidden != year),
        }
    }
}

fn chip(ui: &mut Ui, name: &str, line: Line, on: bool) -> Response {
    let ink = ink(ui, line, on);
    let galley = paint::line(ui, name, semibold(scale().body), ink);
    let size = vec2(galley.size().x + SAMPLE + GAP + 2.0 * PADDING, tokens().size.chip);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), on, name));
    if ui.is_rect_visible(rect) {
        let colors = colors(ui);
        let over = paint::hover(ui, response.id, response.hovered());
        let (fill, border) = match (line, on) {
            (Line::ThisYear, true) => (colors.accent_soft, colors.accent),
            (_, true) => (paint::mix(colors.canvas, colors.hover, over), colors.field_border),
            (_, false) => (paint::mix(colors.sunken, colors.hover, over), colors.line),
        };
        let radius = tokens().radius.chip;
        ui.painter().rect(rect, radius, fill, Stroke::new(1.0, border), StrokeKind::Inside);
        let inner = rect.shrink2(vec2(PADDING, 0.0));
        sample(ui, inner.left(), inner.center().y, line, on);
        let words = inner.with_min_x(inner.left() + SAMPLE + GAP);
        paint::place_text(ui.painter(), words, galley, Align::Min, ink);
        paint::focus_ring(ui, &response, rect, radius);
    }
    response
}

fn ink(ui: &Ui, line: Line, on: bool) -> Color32 {
    let colors = colors(ui);
    match (line, on) {
        (_, false) => colors.text_3,
        (Line::ThisYear, true) => colors.accent,
        (_, true) => colors.text,
    }
}

/// A piece of the line as the plot draws it.
fn sample(ui: &Ui, left: f32, y: f32, line: Line, on: bool) {
    let (colors, plot) = (colors(ui), &tokens().plot);
    let (width, color) = match line {
        Line::Quiet => (plot.other_year.width, colors.plot_quiet),
        Line::Average => (plot.average_weekly.width, colors.plot_average),
        Line::ThisYear => (plot.year_among_years.width, colors.accent),
    };
    let color = if on { color } else { colors.line_strong };
    let ends = [pos2(left, y), pos2(left + SAMPLE, y)];
    let stroke = Stroke::new(width, color);
    if line == Line::ThisYear {
        ui.painter().extend(Shape::dashed_line(&ends, stroke, 7.0, 3.0));
    } else {
        ui.painter().line_segment(ends, stroke);
    }
}
