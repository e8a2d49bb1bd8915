//! The names of the lines of a weekly chart: quiet years where their line stands alone, the
//! average and the report year at the right edge.

use super::columns::Columns;
use super::end_labels::{year_over_end, years_text};
use super::lines::{WeekLine, clearance, highest_in};
use super::scene::{Anchor, Area, Mark, Point, Weight};
use super::spread::{LABEL_DISTANCE, spread};
use super::style::{Style, disc, line};
use crate::calendar::Year;
use crate::t;

/// From a point of a line to the middle of its name, right or left and up or down.
const OFFSET: (f32, f32) = (12.0, 12.0);
/// A point nearer than this to another line stands not alone.
const LEAST_ISOLATION: f32 = 9.0;
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
/// A year that never stands alone stays without a name.
pub(super) fn push_quiet_names(
    marks: &mut Vec<Mark>,
    taken: &mut Vec<Area>,
    lines: &[WeekLine],
    report_year: Year,
    columns: &Columns,
    style: &Style,
) {
    for quiet in lines {
        let Some(year) = quiet.year.filter(|year| *year != report_year) else { continue };
        let name = year.to_string();
        let width = style.text_width(&name, Weight::Regular);
        let candidates = (0..columns.count).filter_map(|index| {
            let point = quiet.at(index)?;
            let isolation = isolation(lines, year, index, point);
            (isolation >= style.length(LEAST_ISOLATION)).then_some((point, isolation))
        });
        let best = candidates
            .flat_map(|(point, isolation)| {
                around(point, width, style).map(|candidate| (candidate, isolation))
            })
            .filter_map(|(candidate, isolation)| {
                let score = score(&candidate, isolation, lines, taken, columns, style)?;
                Some((candidate, score))
            })
            .max_by(|(_, one), (_, other)| one.total_cmp(other));
        if let Some((candidate, _)) = best {
            push_name(marks, &candidate, name, style);
            taken.push(candidate.area);
        }
    }
}

/// How far `point` of `year` is from the other lines in its week.
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
        // The breaks have their names at the foot.
        && area.bottom < plot.bottom - style.length(20.0);
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
    let plot = &columns.plot;
    let average = lines.iter().find(|line| line.year.is_none()).and_then(average_anchor);
    let year_line = lines.iter().find(|line| line.year == Some(report_year));
    let last = year_line.and_then(WeekLine::last);
    let stops_early = last.filter(|(index, _)| index + 4 < columns.count);
    if let Some((index, end)) = stops_early {
        let near = highest_in(lines, index, index + 4).unwrap_or(end.y);
        marks.push(year_over_end(&report_year.to_string(), end, near, plot, style));
    }
    let year = year_line.filter(|_| stops_early.is_none()).and_then(year_anchor);
    let line_height = style.length(LABEL_DISTANCE);
    let mut names: Vec<(Point, Name)> = Vec::with_capacity(2);
    names.extend(average.map(|anchor| (anchor, Name::Average(baseline))));
    names.extend(year.map(|anchor| (anchor, Name::Year(report_year))));
    names.sort_by(|one, other| one.0.y.total_cmp(&other.0.y));
    let heights: Vec<f32> = names.iter().map(|(_, name)| name.lines() * line_height).collect();
    // The first line of a name is level with its line.
    let wish =
        |((anchor, _), height): (&(Point, Name), &f32)| anchor.y + (height - line_height) / 2.0;
    let wishes: Vec<f32> = names.iter().zip(&heights).map(wish).collect();
    let middles = spread(&wishes, &heights, plot.top, plot.bottom);
    for (((anchor, name), middle), height) in names.iter().zip(middles).zip(heights) {
        let first_line = middle - (height - line_height) / 2.0;
        name.push(marks, *anchor, Point::new(plot.right, first_line), style);
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
