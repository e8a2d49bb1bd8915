//! The names of the lines of a weekly chart: quiet years where their line stands alone, the
//! average and the report year at the right edge.

use super::columns::Columns;
use super::end_labels::{push_year_over_end, years_text};
use super::font::Weight;
use super::lines::{WeekLine, clearance, highest_in};
use super::scene::{Anchor, Area, Mark, Point};
use super::spread::{LABEL_DISTANCE, spread};
use super::style::{Style, disc, line};
use crate::calendar::Year;
use crate::t;

/// From a point of a line to the middle of its name, right or left and up or down.
const OFFSET: (f32, f32) = (12.0, 12.0);
/// A point nearer than this to another line stands not alone.
const LEAST_ISOLATION: f32 = 9.0;
/// A line that ends so many weeks before the last, or more, is named where it ends.
const LATE: usize = 4;
/// Between the plot's edge and the names at its right.
pub(super) const AFTER_PLOT: f32 = 9.0;

/// A place for a quiet year's name.
struct Candidate {
    point: Point,
    anchor: Anchor,
    words: Point,
    area: Area,
}

/// Names each quiet year where its line is far from the others and the name covers nothing.
/// A year that never stands alone stays without a name. `taken` are the words so far.
pub(super) fn push_quiet_names(
    marks: &mut Vec<Mark>,
    taken: &mut Vec<Area>,
    lines: &[WeekLine],
    report_year: Year,
    columns: &Columns,
    style: &Style,
) {
    let quiet = lines.iter().filter_map(|line| Some((line, line.year?)));
    for (line, year) in quiet.filter(|(_, year)| *year != report_year) {
        let name = year.to_string();
        let width = style.text_width(&name, Weight::Regular);
        let alone = line.points.iter().enumerate().filter_map(|(index, point)| {
            let isolation = isolation(lines, year, index, (*point)?);
            (isolation >= style.length(LEAST_ISOLATION)).then_some(((*point)?, isolation))
        });
        let best = alone
            .flat_map(|(point, isolation)| around(point, width, style).map(|at| (at, isolation)))
            .filter_map(|(place, isolation)| {
                let score = score(&place, isolation, lines, taken, columns, style)?;
                Some((place, score))
            })
            .max_by(|(_, one), (_, other)| one.total_cmp(other));
        if let Some((place, _)) = best {
            push_name(marks, &place, name, style);
            taken.push(place.area);
        }
    }
}

/// How far `point` of `year` is from the other lines in its week.
#[inline]
fn isolation(lines: &[WeekLine], year: Year, index: usize, point: Point) -> f32 {
    lines
        .iter()
        .filter(|line| line.year != Some(year))
        .filter_map(|line| Some((line.at(index)?.y - point.y).abs()))
        .fold(f32::INFINITY, f32::min)
}

/// The four places around a point.
fn around(point: Point, width: f32, style: &Style) -> [Candidate; 4] {
    let (beside, over) = (style.length(OFFSET.0), style.length(OFFSET.1));
    let half_line = style.length(7.0);
    [(1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0)].map(|(right, down)| {
        let words = Point::new(point.x + right * beside, point.y + down * over);
        let anchor = if right > 0.0 { Anchor::Left } else { Anchor::Right };
        let left = if right > 0.0 { words.x } else { words.x - width };
        let (top, bottom) = (words.y - half_line, words.y + half_line);
        Candidate { point, anchor, words, area: Area { left, right: left + width, top, bottom } }
    })
}

/// The better the farther from lines and from other names; `None` where it covers something.
fn score(
    candidate: &Candidate,
    isolation: f32,
    lines: &[WeekLine],
    taken: &[Area],
    columns: &Columns,
    style: &Style,
) -> Option<f32> {
    let (area, plot) = (&candidate.area, &columns.plot);
    let is_inside = area.left > plot.left
        && area.right < plot.right
        && area.top > plot.top
        && area.bottom < plot.bottom;
    if !is_inside {
        return None;
    }
    let clearance = clearance(lines, area, columns)?.min(style.length(14.0));
    let from_names =
        taken.iter().map(|other| distance_between(area, other)).fold(style.length(160.0), f32::min);
    let is_free = clearance >= style.length(1.5) && from_names >= style.length(4.0);
    let isolation = isolation.min(style.length(40.0));
    is_free.then_some(1.5 * clearance + isolation + 0.15 * from_names)
}

#[inline]
fn distance_between(one: &Area, other: &Area) -> f32 {
    let across = (other.left - one.right).max(one.left - other.right);
    let down = (other.top - one.bottom).max(one.top - other.bottom);
    across.max(down)
}

fn push_name(marks: &mut Vec<Mark>, place: &Candidate, name: String, style: &Style) {
    let palette = &style.palette;
    let Candidate { point, anchor, words, .. } = place;
    let towards = if *anchor == Anchor::Left { -1.0 } else { 1.0 };
    let leader_end = Point::new(words.x + towards * style.length(3.0), words.y);
    marks.push(line(*point, leader_end, style.solid(1.0, palette.plot_quiet)));
    marks.push(disc(*point, style.length(2.2), palette.plot_quiet));
    marks.push(style.text(*words, *anchor, Weight::Regular, palette.text_2, name));
}

/// The names of average and report year at the right, each with a leader from where its line
/// can still be told apart; a year that stops early is named over its end.
pub(super) fn push_end_names(
    marks: &mut Vec<Mark>,
    lines: &[WeekLine],
    report_year: Year,
    baseline: (Year, Year),
    columns: &Columns,
    style: &Style,
) {
    let mut names: Vec<(Point, Name)> = Vec::with_capacity(2);
    let average = lines.iter().find(|line| line.year.is_none()).and_then(average_anchor);
    names.extend(average.map(|anchor| (anchor, Name::Average(baseline))));
    let year = lines.iter().find(|line| line.year == Some(report_year));
    match year.and_then(WeekLine::last) {
        Some((index, end)) if index + LATE < columns.count => {
            let near = highest_in(lines, index, index + LATE).unwrap_or(end.y);
            let name = report_year.to_string();
            push_year_over_end(marks, &name, end, near, &columns.plot, style);
        }
        _ => {
            let anchor = year.and_then(year_anchor);
            names.extend(anchor.map(|anchor| (anchor, Name::Year(report_year))));
        }
    }
    names.sort_by(|one, other| one.0.y.total_cmp(&other.0.y));
    push_spread(marks, &names, &columns.plot, style);
}

/// Each name level with its line where there is room, else a little up or down.
fn push_spread(marks: &mut Vec<Mark>, names: &[(Point, Name)], plot: &Area, style: &Style) {
    let line_height = style.length(LABEL_DISTANCE);
    let heights: Vec<f32> = names.iter().map(|(_, name)| name.lines() * line_height).collect();
    // The first line of a name is level with its line, not the middle.
    let to_middle = |height: f32| (height - line_height) / 2.0;
    let both = || names.iter().zip(&heights);
    let wishes: Vec<f32> = both().map(|((at, _), height)| at.y + to_middle(*height)).collect();
    let middles = spread(&wishes, &heights, plot.top, plot.bottom);
    for (((anchor, name), height), middle) in both().zip(middles) {
        name.push(marks, *anchor, Point::new(plot.right, middle - to_middle(*height)), style);
    }
}

/// Two weeks before the last of 52, where the average has not yet fallen towards Christmas.
fn average_anchor(line: &WeekLine) -> Option<Point> {
    line.at(49).or_else(|| line.last().map(|(_, point)| point))
}

/// A little past the last week but one.
fn year_anchor(line: &WeekLine) -> Option<Point> {
    let (index, to) = line.last()?;
    let Some(from) = index.checked_sub(1).and_then(|before| line.at(before)) else {
        return Some(to);
    };
    Some(Point::new(from.x + 0.3 * (to.x - from.x), from.y + 0.3 * (to.y - from.y)))
}

enum Name {
    Average((Year, Year)),
    Year(Year),
}

impl Name {
    fn lines(&self) -> f32 {
        match self {
            Self::Average(_) => 2.0,
            Self::Year(_) => 1.0,
        }
    }

    /// The leader from `anchor`, and the words beside `edge`.
    fn push(&self, marks: &mut Vec<Mark>, anchor: Point, edge: Point, style: &Style) {
        let palette = &style.palette;
        let leader_end = Point::new(edge.x + style.length(4.0), edge.y);
        let words = Point::new(edge.x + style.length(AFTER_PLOT), edge.y);
        let mut push = |at: Point, weight: Weight, color, text: String| {
            marks.push(style.text(at, Anchor::Left, weight, color, text));
        };
        let stroke = match self {
            Self::Average((first, last)) => {
                push(words, Weight::SemiBold, palette.plot_average, t!("chart-average"));
                let below = Point::new(words.x, words.y + style.length(LABEL_DISTANCE));
                push(below, Weight::Regular, palette.text_2, years_text(*first, *last));
                style.leader(palette.plot_average)
            }
            Self::Year(year) => {
                push(words, Weight::SemiBold, palette.accent, year.to_string());
                style.solid(1.0, palette.accent)
            }
        };
        marks.push(line(anchor, leader_end, stroke));
    }
}
