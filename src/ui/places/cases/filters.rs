//! The row over the plot: what the cases are filtered by and compared with, and the years over the
//! weeks, each switched on and off.

use eframe::egui::{
    Align, Color32, Layout, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::app::{Command, Document};
use crate::calendar::Year;
use crate::chart::{ChartChoice, years_text};
use crate::look::tokens;
use crate::project::{Code, Edit, Settings, Vocabulary};
use crate::t;
use crate::ui::theme::{colors, scale, semibold};
use crate::ui::widgets::{chip, paint};

use super::CasesState;

/// With less room the years stand in a second row.
const YEARS_BESIDE: f32 = 1060.0;

/// Shows the chips.
pub(super) fn show(
    ui: &mut Ui,
    state: &mut CasesState,
    document: &Document,
    commands: &mut Vec<Command>,
) {
    let is_weeks = state.choice.0 == ChartChoice::Weeks;
    let has_row_of_its_own = is_weeks && ui.available_width() < YEARS_BESIDE;
    row(ui, |ui| {
        customer_chip(ui, state, document);
        let codes = &document.project().codes;
        let filter = &mut state.filter;
        code_chip(ui, &t!("dimension-kind"), &codes.types, &mut filter.kind);
        code_chip(ui, &t!("dimension-priority"), &codes.priorities, &mut filter.priority);
        from_right(ui, |ui| match is_weeks {
            true if has_row_of_its_own => {}
            true => show_years(ui, state, document),
            false => baseline_chip(ui, document, commands),
        });
    });
    if has_row_of_its_own {
        ui.add_space(4.0);
        row(ui, |ui| from_right(ui, |ui| show_years(ui, state, document)));
    }
}

fn row(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), tokens().size.chip);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), contents);
}

fn from_right(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.with_layout(Layout::right_to_left(Align::Center), contents);
}

fn customer_chip(ui: &mut Ui, state: &mut CasesState, document: &Document) {
    let names: Vec<String> = document
        .project()
        .customers
        .iter()
        .filter(|customer| customer.merged_into.is_empty())
        .map(|customer| customer.name.clone())
        .collect();
    if names.is_empty() {
        return;
    }
    let all = t!("cases-all-customers", count = names.len());
    let chosen = state
        .filter
        .customer
        .as_ref()
        .and_then(|customer| names.iter().position(|n| n == customer));
    if let Some(index) = filter_chip(ui, &t!("dimension-customer"), all, &names, chosen) {
        state.filter.customer = index.and_then(|index| names.get(index).cloned());
    }
}

fn code_chip(ui: &mut Ui, label: &str, words: &Vocabulary, code: &mut Option<Code>) {
    if words.0.is_empty() {
        return;
    }
    let known: Vec<(Code, &str)> = words.iter().collect();
    let names: Vec<String> = known.iter().map(|(_, word)| (*word).to_owned()).collect();
    let chosen = code.and_then(|code| known.iter().position(|(known_code, _)| *known_code == code));
    if let Some(index) = filter_chip(ui, label, t!("cases-all"), &names, chosen) {
        *code = index.and_then(|index| known.get(index)).map(|(code, _)| *code);
    }
}

/// A chip whose first option takes nothing away. Returns a new choice: `Some(None)` is all.
fn filter_chip(
    ui: &mut Ui,
    label: &str,
    all: String,
    names: &[String],
    chosen: Option<usize>,
) -> Option<Option<usize>> {
    let options: Vec<&str> =
        std::iter::once(all.as_str()).chain(names.iter().map(String::as_str)).collect();
    let index = chosen.map_or(0, |index| index + 1);
    let clicked = chip::filter(ui, label, &options, index)?;
    Some(clicked.checked_sub(1))
}

/// Which years the report year is compared with: a run of them that ends the year before.
fn baseline_chip(ui: &mut Ui, document: &Document, commands: &mut Vec<Command>) {
    let settings = &document.project().settings;
    let spans = spans(settings, document.figures().volumes().span().map(|s| s.first.year()));
    let names: Vec<String> = spans.iter().map(|span| span_name(*span)).collect();
    let chosen_span = (settings.baseline_first, settings.baseline_last);
    let chosen = spans.iter().position(|span| *span == chosen_span);
    let (label, value) = (t!("cases-compare-with"), span_name(chosen_span));
    let clicked = chip::choose(ui, &label, &value, &names, chosen);
    if let Some((baseline_first, baseline_last)) = clicked.and_then(|index| spans.get(index)) {
        let settings = Settings {
            baseline_first: *baseline_first,
            baseline_last: *baseline_last,
            ..Settings::clone(settings)
        };
        commands.push(Command::Edit(Edit::SetSettings(settings)));
    }
}

fn span_name((first, last): (Year, Year)) -> String {
    t!("cases-similar-days", years = years_text(first, last))
}

/// The runs of known years up to the year before, and the one that is chosen.
fn spans(settings: &Settings, first_known: Option<Year>) -> Vec<(Year, Year)> {
    let last = settings.report_year.saturating_sub(1);
    let first = first_known.unwrap_or(last);
    let chosen = (settings.baseline_first, settings.baseline_last);
    let mut spans: Vec<(Year, Year)> = (first..=last).map(|first| (first, last)).collect();
    if !spans.contains(&chosen) {
        spans.insert(0, chosen);
    }
    spans
}

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
pub(super) fn show_years(ui: &mut Ui, state: &mut CasesState, document: &Document) {
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
