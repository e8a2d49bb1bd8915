//! Events over the plot of the days: diamond and words at their date, a dotted leader down to
//! a ring on the line.

use super::columns::Columns;
use super::event_labels::{EventRows, EventWords, Label, PlacedEvent, Side};
use super::font::Weight;
use super::scene::{Anchor, Area, Mark, Point};
use super::style::{Style, line};
use crate::calendar::Date;
use crate::figures::DayPoint;
use crate::look::tokens;

/// The height of a row of words over the plot.
const ROW_HEIGHT: f32 = 16.0;
/// From the top of the plot up to the middle of the lowest row.
const FIRST_ROW: f32 = 7.5;
/// The most rows, whatever the height of the chart.
const MOST_ROWS: usize = 4;

/// Something that happened on a day, to be shown over the plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventMark {
    /// The day.
    pub date: Date,
    /// A few words.
    pub title: String,
}

/// The events that lie within `days`, placed over `columns`, which may use two sevenths of `height`.
pub(super) fn place_events(
    events: &[EventMark],
    days: &[DayPoint],
    columns: &Columns,
    width: f32,
    height: f32,
    style: &Style,
) -> Vec<PlacedEvent> {
    let rows = (height / 3.5 / style.length(ROW_HEIGHT)) as usize;
    let words = words_of(events, days, columns);
    // Words farther left would lie over the topmost number of the scale.
    let left = columns.plot.left - style.length(4.0);
    let rows = rows.clamp(1, MOST_ROWS);
    EventRows { events: &words, left, right: width, rows, style }.place()
}

/// A day's events share its diamond; their titles stand one after the other.
fn words_of(events: &[EventMark], days: &[DayPoint], columns: &Columns) -> Vec<EventWords> {
    let words_on = |(index, day): (usize, &DayPoint)| {
        let on_day = events.iter().filter(|event| event.date == day.date);
        let titles: Vec<String> = on_day.map(|event| one_line(&event.title)).collect();
        titles.first()?;
        let date = format!("{:02}.{:02}", day.date.day(), day.date.month());
        Some(EventWords { x: columns.middle(index), date, title: titles.join("; ") })
    };
    days.iter().enumerate().filter_map(words_on).collect()
}

/// A title may come from a cell with several lines.
fn one_line(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How much room over the plot the placed events need.
pub(super) fn height_over_plot(placed: &[PlacedEvent], style: &Style) -> f32 {
    let rows = placed.iter().map(|event| event.row + 1).max().unwrap_or(0);
    style.length(if rows == 0 { 8.0 } else { FIRST_ROW + 1.0 + rows as f32 * ROW_HEIGHT - 8.0 })
}

/// Leaders, rings and diamonds, then the words. `on_line` gives the place of a day's count.
pub(super) fn push_events(
    marks: &mut Vec<Mark>,
    placed: &[PlacedEvent],
    columns: &Columns,
    on_line: impl Fn(usize) -> Option<Point>,
    style: &Style,
) {
    let middle = |event: &PlacedEvent| {
        let above = style.length(FIRST_ROW + ROW_HEIGHT * event.row as f32);
        Point::new(event.x, columns.plot.top - above)
    };
    for event in placed {
        let on_line = columns.index_at(event.x).and_then(&on_line);
        push_pointer(marks, middle(event), columns.plot.top, on_line, style);
    }
    for event in placed {
        let Some(label) = &event.label else { continue };
        let y = middle(event).y;
        if placed.iter().any(|other| other.row > event.row && label.covers(other.x)) {
            push_ground(marks, label, y, style);
        }
        push_label(marks, label, y, style);
    }
}

/// The diamond in its row, the leader, and the ring on the line; where the day has no count
/// the leader ends at the plot.
fn push_pointer(
    marks: &mut Vec<Mark>,
    diamond: Point,
    plot_top: f32,
    on_line: Option<Point>,
    style: &Style,
) {
    let event = &tokens().plot.event;
    let ring_radius = style.length(event.ring_radius);
    // The token is the side of a square that stands on its corner.
    let half_diagonal = style.length(event.diamond) * std::f32::consts::FRAC_1_SQRT_2;
    let start = Point::new(diamond.x, diamond.y + half_diagonal + style.length(1.5));
    let foot = on_line.map_or(plot_top, |ring| ring.y - ring_radius);
    if start.y < foot {
        let stroke = style.leader(style.palette.text_2);
        marks.push(line(start, Point::new(diamond.x, foot), stroke));
    }
    marks.extend(on_line.map(|center| Mark::Circle {
        center,
        radius: ring_radius,
        fill: Some(style.palette.canvas.into()),
        stroke: Some(style.solid(tokens().plot.year.width, style.palette.accent)),
    }));
    marks.push(diamond_at(diamond, half_diagonal, style));
}

/// Canvas behind words that a leader goes under.
fn push_ground(marks: &mut Vec<Mark>, label: &Label, y: f32, style: &Style) {
    let (half, beside) = (style.length(ROW_HEIGHT / 2.0 - 1.0), style.length(3.0));
    let (left, right) = (label.left - beside, label.right + beside);
    let area = Area { left, right, top: y - half, bottom: y + half };
    marks.push(Mark::Rectangle { area, fill: style.palette.canvas.into() });
}

fn diamond_at(middle: Point, half: f32, style: &Style) -> Mark {
    let Point { x, y } = middle;
    let points = vec![
        Point::new(x, y - half),
        Point::new(x + half, y),
        Point::new(x, y + half),
        Point::new(x - half, y),
    ];
    Mark::Polygon { points, fill: style.palette.text_2.into() }
}

/// The date in semibold, then the title, set from the side where the diamond is.
fn push_label(marks: &mut Vec<Mark>, label: &Label, y: f32, style: &Style) {
    let color = style.palette.text;
    let mut push = |x: f32, anchor: Anchor, weight: Weight, words: &str| {
        marks.push(style.text(Point::new(x, y), anchor, weight, color, words));
    };
    push(label.left, Anchor::Left, Weight::SemiBold, &label.date);
    if label.title.is_empty() {
        return;
    }
    match label.side {
        Side::Right => {
            let date = style.text_width(&label.date, Weight::SemiBold);
            let between = style.text_width(" ", Weight::Regular);
            push(label.left + date + between, Anchor::Left, Weight::Regular, &label.title);
        }
        Side::Left => push(label.right, Anchor::Right, Weight::Regular, &label.title),
    }
}

/// How many events lie on the days, for the alternative text.
pub(super) fn count_within(events: &[EventMark], days: &[DayPoint]) -> usize {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return 0 };
    events.iter().filter(|event| first.date <= event.date && event.date <= last.date).count()
}
