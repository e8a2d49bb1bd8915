//! The distance of each week from the average, as bars over and under a line.

use super::columns::Columns;
use super::font::Weight;
use super::scale::CountScale;
use super::scene::{Anchor, Area, Mark, Point};
use super::style::{Style, line, sharp};
use super::week_labels::AFTER_PLOT;
use crate::figures::WeeklySeries;
use crate::look::tokens;
use crate::{number, t};

/// How much of its column a bar fills.
const BAR_WIDTH: f32 = 0.8;

/// This year's complete weeks less their average, by week number less one.
pub(super) fn differences(series: &WeeklySeries) -> Vec<(usize, f64)> {
    let difference = |week: u8, cases: u32| {
        let index = usize::from(week).checked_sub(1)?;
        let average = (*series.averages.get(index)?)?;
        Some((index, f64::from(cases) - average.as_f64()))
    };
    series
        .of_year(series.year)
        .filter(|point| point.is_complete)
        .filter_map(|point| difference(point.week.week, point.cases))
        .collect()
}

/// Draws the bars in the area of the columns but with another scale, with its caption over it and
/// the names of the two sides at the right.
pub(super) fn push_differences(
    marks: &mut Vec<Mark>,
    series: &WeeklySeries,
    columns: &Columns,
    style: &Style,
) {
    let plot = &columns.plot;
    let differences = differences(series);
    let farthest = differences.iter().map(|(_, value)| value.abs()).fold(0.0, f64::max);
    // The outer lines lie near the farthest bar, which may reach a little beyond them.
    let step = outer_line(farthest);
    let half = plot.height() / 2.0;
    let range = farthest.max(f64::from(step) * 1.1);
    let y = |value: f64| plot.top + half - (value / range) as f32 * half;

    push_caption(marks, series, plot, style);
    push_lines(marks, step, plot, &y, style);
    let margin = columns.width() * (1.0 - BAR_WIDTH) / 2.0;
    marks.extend(differences.iter().map(|(index, value)| {
        let column = columns.area(*index, index + 1);
        let (top, bottom) = (y(value.max(0.0)), y(value.min(0.0)));
        let is_above = *value > 0.0;
        let color = if is_above { style.palette.accent } else { style.palette.plot_quiet };
        let (left, right) = (column.left + margin, column.right - margin);
        Mark::Rectangle { area: Area { left, right, top, bottom }, fill: color.into() }
    }));
    push_sides(marks, plot, half, style);
}

/// The line at most a tenth under the farthest bar.
fn outer_line(farthest: f64) -> u32 {
    let scale = CountScale::up_to((farthest * 0.9) as u32);
    scale.step.saturating_mul(((farthest / f64::from(scale.step)) as u32).max(1))
}

fn push_caption(marks: &mut Vec<Mark>, series: &WeeklySeries, plot: &Area, style: &Style) {
    let at = Point::new(plot.left, plot.top - style.length(18.0));
    let words = t!("chart-against-average", year = series.year.to_string());
    marks.push(style.text(at, Anchor::Left, Weight::Regular, style.palette.text_2, words));
}

/// The lines at plus and minus `step` and at zero, with their numbers.
fn push_lines(
    marks: &mut Vec<Mark>,
    step: u32,
    plot: &Area,
    y: &impl Fn(f64) -> f32,
    style: &Style,
) {
    let (palette, plot_tokens) = (&style.palette, &tokens().plot);
    let grid = style.stroke(&plot_tokens.grid, palette.plot_grid);
    let zero = style.stroke(&plot_tokens.zero, palette.line_strong);
    let step = i64::from(step);
    for (value, stroke) in [(step, grid), (0, zero), (-step, grid)] {
        let at = y(value as f64);
        let level = sharp(at);
        marks.push(line(Point::new(plot.left, level), Point::new(plot.right, level), stroke));
        let words = Point::new(plot.left - style.length(8.0), at);
        let number = number::signed_count(value);
        marks.push(style.text(words, Anchor::Right, Weight::Regular, palette.text_2, number));
    }
}

fn push_sides(marks: &mut Vec<Mark>, plot: &Area, half: f32, style: &Style) {
    let (x, palette) = (plot.right + style.length(AFTER_PLOT), &style.palette);
    let mut push = |y: f32, weight, color, words: String| {
        marks.push(style.text(Point::new(x, y), Anchor::Left, weight, color, words));
    };
    push(plot.top + half * 0.4, Weight::Medium, palette.accent, t!("chart-above-average"));
    push(plot.top + half * 1.6, Weight::Regular, palette.text_2, t!("chart-below-average"));
}
