//! Below the plot: A- and B-incidents, and the cases by customer, type, priority, category.

use eframe::egui::{Align, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::Command;
use crate::calendar::Span;
use crate::figures::{Dimension, Key, Period, Share, TrailOf, Yearly};
use crate::number::{self, Decimal};
use crate::t;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::trail;
use crate::ui::widgets::{heading, paint};

use super::content::Content;

/// The most words of a dimension; the rest is one line.
const MOST: usize = 10;
const ROW: f32 = 22.0;
const COLUMN_GAP: f32 = 36.0;
/// A column of bars is at least so wide.
const LEAST_WIDTH: f32 = 220.0;

/// Shows both.
pub(super) fn show(ui: &mut Ui, content: &Content, commands: &mut Vec<Command>) {
    heading::divide(ui, 16.0);
    incidents(ui, content, commands);
    if !content.closings.is_empty() {
        heading::divide(ui, 16.0);
        closings(ui, content, commands);
    }
    heading::divide(ui, 16.0);
    let period = crate::figures::period_text(content.period, content.year);
    heading::section(ui, &t!("cases-by", period = period), &caption(content));
    ui.add_space(8.0);
    let known: Vec<&(Dimension, Vec<Share>)> =
        content.shares.iter().filter(|(_, shares)| !shares.is_empty()).collect();
    if known.is_empty() {
        theme::paragraph(ui, t!("cases-by-nothing"), scale().body, colors(ui).text_2);
        return;
    }
    // Under a filter a share is of what the filter lets through, and no figure stands behind it.
    let span = content.filter().is_empty().then(|| content.period.span(content.year));
    let width = ui.available_width();
    let columns = ((width + COLUMN_GAP) / (LEAST_WIDTH + COLUMN_GAP)) as usize;
    let columns = columns.clamp(1, known.len());
    let column = (width - COLUMN_GAP * (columns - 1) as f32) / columns as f32;
    for row in known.chunks(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = COLUMN_GAP;
            for (dimension, shares) in row {
                ui.vertical(|ui| {
                    ui.set_width(column);
                    show_shares(ui, (*dimension, span), (shares, MOST), commands);
                });
            }
        });
        ui.add_space(16.0);
    }
}

/// How many of the period's cases have rows, where some are known as counts only.
fn caption(content: &Content) -> String {
    let with_rows = |(_, shares): &(Dimension, Vec<Share>)| shares.iter().map(|s| s.cases).sum();
    let count: u32 = content.shares.first().map_or(0, with_rows);
    super::words::cases(count)
}

fn incidents(ui: &mut Ui, content: &Content, commands: &mut Vec<Command>) {
    let priorities = content.incident_priorities.join(&t!("cases-or"));
    let caption = match content.filter().is_empty() {
        true => t!("cases-incidents-caption", priorities = priorities),
        false => t!("cases-incidents-unfiltered", priorities = priorities),
    };
    heading::section(ui, &t!("title-incidents"), &caption);
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 28.0;
        let unknown = content.has_unknown_priority;
        for ((period, incidents), is_unknown) in
            Period::COLUMNS.iter().zip(&content.incidents).zip(unknown)
        {
            let text = match incidents {
                None if is_unknown => t!("incidents-unknown"),
                None => t!("missing"),
                Some(incidents) => match incidents
                    .distinct
                    .filter(|distinct| *distinct != incidents.cases)
                {
                    Some(distinct) => {
                        t!("cases-incidents-distinct", cases = incidents.cases, distinct = distinct)
                    }
                    None => number::count(incidents.cases.into()),
                },
            };
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let colors = colors(ui);
                theme::text(ui, t!(period.word_key()), scale().body, colors.text_2);
                let of = TrailOf::Figure(Key::Incidents(content.year, *period));
                trail::number(ui, &text, scale().body_strong, &of, commands);
            });
        }
    });
}

/// How long the year's cases took: the median of each priority, the share of the same day.
fn closings(ui: &mut Ui, content: &Content, commands: &mut Vec<Command>) {
    let year = content.year.to_string();
    let caption = match content.filter().is_empty() {
        true => t!("cases-closings-caption", year = year),
        false => t!("cases-closings-unfiltered", year = year),
    };
    heading::section(ui, &t!("cases-closings"), &caption);
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(28.0, 6.0);
        for (yearly, figure) in &content.closings {
            let (name, text) = match yearly {
                Yearly::MedianHours(priority) => {
                    let name = priority.clone().unwrap_or_else(|| t!("cases-blank"));
                    (name, t!("cases-hours", hours = figure.text()))
                }
                _ => (t!("cases-closed-same-day"), figure.text()),
            };
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let colors = colors(ui);
                theme::text(ui, name, scale().body, colors.text_2);
                let of = TrailOf::Figure(figure.key.clone());
                trail::number(ui, &text, scale().body_strong, &of, commands);
            });
        }
    });
}

/// One dimension: its name, and a bar for each word. Where `span` is given,
/// a click on a bar shows the trail of its count.
pub(super) fn show_shares(
    ui: &mut Ui,
    (dimension, span): (Dimension, Option<Span>),
    (shares, most): (&[Share], usize),
    commands: &mut Vec<Command>,
) {
    heading::group(ui, &t!(dimension.word_key()));
    let total: u32 = shares.iter().fold(0, |sum, share| sum.saturating_add(share.cases));
    let highest = shares.iter().map(|share| share.cases).max().unwrap_or(0);
    // One more word needs no more room than the line that would stand for it.
    let shown = if shares.len() <= most + 1 { shares.len() } else { most };
    ui.spacing_mut().item_spacing.y = 0.0;
    for share in shares.iter().take(shown) {
        let name = share.word.clone().unwrap_or_else(|| t!("cases-blank"));
        let response = bar(ui, &name, share.cases, total, highest);
        let key = span.map(|span| Key::Share(span, dimension, share.word.clone()));
        trail::answers(&response, key.map(TrailOf::Figure), commands);
    }
    let rest: Vec<&Share> = shares.iter().skip(shown).collect();
    if !rest.is_empty() {
        let cases = rest.iter().fold(0_u32, |sum, share| sum.saturating_add(share.cases));
        bar(ui, &t!("cases-others", count = rest.len()), cases, total, 0);
    }
}

/// A word, its bar in proportion to the `highest`, and its count; without a highest no bar.
fn bar(ui: &mut Ui, name: &str, cases: u32, total: u32, highest: u32) -> Response {
    const COUNT_WIDTH: f32 = 52.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let percent = Decimal::from(cases)
        .checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|hundredfold| hundredfold.checked_div(total.into()))
        .map(|percent| number::percent(percent, 1))
        .unwrap_or_default();
    let sentence =
        t!("cases-share", name = name, cases = super::words::cases(cases), percent = percent);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &sentence));
    if ui.is_rect_visible(rect) {
        let colors = colors(ui);
        let label_width = (rect.width() * 0.44).floor();
        let galley = paint::elided(ui, name, scale().body, colors.text, label_width - 8.0);
        let label = rect.with_max_x(rect.left() + label_width);
        paint::place_text(ui.painter(), label, galley, Align::Min, colors.text);
        let left = rect.left() + label_width;
        let room = (rect.right() - COUNT_WIDTH - left).max(1.0);
        if highest > 0 {
            let part = cases as f32 / highest as f32;
            let top = rect.center().y - 4.0;
            let size = vec2((room * part).max(1.0), 8.0);
            let area = Rect::from_min_size(pos2(left, top), size);
            ui.painter().rect_filled(area, 0.0, colors.plot_band);
        }
        let count = number::count(cases.into());
        let galley = paint::line(ui, &count, medium(scale().body), colors.text);
        paint::place_text(ui.painter(), rect, galley, Align::Max, colors.text);
    }
    response.on_hover_ui(|ui| {
        theme::paragraph(ui, &sentence, scale().body, colors(ui).text);
    })
}
