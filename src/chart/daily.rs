//! The days of a quarter: this year against the average of *tilsvarende dager*.

use super::alt_text;
use super::columns::Columns;
use super::day_axis::{ROWS_HEIGHT, push_rows, push_shading};
use super::end_labels::{EndLabels, push_year_over_end};
use super::events::{EventMark, height_over_plot, place_events, push_events};
use super::missing::{Gap, gaps, push_missing};
use super::runs::{push_band, push_line};
use super::scale::CountScale;
use super::scene::{Area, Mark, Point, Scene, Size};
use super::style::{Style, disc};
use crate::calendar::Date;
use crate::figures::{Average, DailySeries, DayPoint};
use crate::look::tokens;

/// The space between the numbers of the scale and the chart's left edge.
const BEFORE_SCALE: f32 = 4.0;
/// The space between the numbers of the scale and the plot.
const AFTER_SCALE: f32 = 8.0;

/// Where the days of a daily chart lie, for pointing at them.
#[derive(Clone, Debug)]
pub struct DailyLayout {
    columns: Columns,
    points: Vec<DayPlace>,
    style: Style,
}

/// A day's two dots.
#[derive(Clone, Copy, Debug)]
struct DayPlace {
    date: Date,
    cases: Option<Point>,
    average: Option<Point>,
}

/// Draws the consecutive days of `series` with `events` in `size`, and says where they lie.
pub fn daily(
    series: &DailySeries,
    events: &[EventMark],
    size: Size,
    style: &Style,
) -> (Scene, DailyLayout) {
    let days = &series.days;
    let scale = CountScale::up_to(highest(days));
    let labels = EndLabels::daily(series, style);
    let mut columns = Columns { plot: sides(&scale, &labels, size, style), count: days.len() };
    let placed = place_events(events, days, &columns, size.width, size.height, style);
    columns.plot.top = height_over_plot(&placed, style);
    columns.plot.bottom = (size.height - style.length(ROWS_HEIGHT)).max(columns.plot.top + 1.0);

    let layout = DailyLayout::new(days, columns, &scale, style);
    let mut marks = Vec::with_capacity(256);
    push_shading(&mut marks, days, &columns, style);
    scale.push_grid(&mut marks, &columns.plot, style);
    layout.push_spread(&mut marks, days, &scale);
    layout.push_lines(&mut marks, days);
    scale.push_axis(&mut marks, &columns.plot, style);
    push_rows(&mut marks, days, &columns, style);
    layout.push_gaps(&mut marks, days, &scale);
    let on_line = |index: usize| layout.points.get(index).and_then(|place| place.cases);
    push_events(&mut marks, &placed, &columns, on_line, style);
    layout.push_end_labels(&mut marks, days, &labels, &scale);

    let title = alt_text::daily_title(series);
    let description = alt_text::alt_text_daily(series, events);
    let background = style.palette.canvas.into();
    (Scene { size, background, marks, title, description }, layout)
}

/// The plot's left and right edge; its height follows from the events.
fn sides(scale: &CountScale, labels: &EndLabels, size: Size, style: &Style) -> Area {
    let left = scale.label_width(style) + style.length(BEFORE_SCALE + AFTER_SCALE);
    let right = (size.width - labels.width()).max(left + 1.0);
    Area { left, right, ..Area::default() }
}

fn highest(days: &[DayPoint]) -> u32 {
    let counts = days.iter().flat_map(|day| [day.cases, day.average.map(|average| average.max)]);
    counts.flatten().max().unwrap_or(0)
}

/// What the average line and the band show of a day: workdays only.
fn compared(day: &DayPoint) -> Option<Average> {
    day.average.filter(|_| day.is_workday)
}

impl DailyLayout {
    fn new(days: &[DayPoint], columns: Columns, scale: &CountScale, style: &Style) -> Self {
        let place = |(index, day): (usize, &DayPoint)| {
            let at = |value: f64| Point::new(columns.middle(index), scale.y(value, &columns.plot));
            DayPlace {
                date: day.date,
                cases: day.cases.map(|cases| at(cases.into())),
                average: day.average.map(|average| at(average.as_f64())),
            }
        };
        let points = days.iter().enumerate().map(place).collect();
        Self { columns, points, style: *style }
    }

    /// The plot itself, without its scale and words.
    pub fn plot(&self) -> Area {
        self.columns.plot
    }

    /// The day whose column lies at `x`.
    pub fn day_at(&self, x: f32) -> Option<Date> {
        let index = self.columns.index_at(x)?;
        self.points.get(index).map(|place| place.date)
    }

    /// The column of `day`.
    pub fn column(&self, day: Date) -> Option<Area> {
        let index = self.index_of(day)?;
        Some(self.columns.area(index, index + 1))
    }

    /// What is painted over the scene while the pointer is at `day`: a frame around its column
    /// and a dot on each of the two lines.
    pub fn hover(&self, day: Date) -> Vec<Mark> {
        let Some((index, place)) = self.index_of(day).and_then(|i| Some((i, self.points.get(i)?)))
        else {
            return Vec::new();
        };
        let (hover, palette) = (&tokens().plot.hover, &self.style.palette);
        let mut marks = Vec::from(self.style.hover_frame(self.columns.area(index, index + 1)));
        let dot = |center, radius, color| self.style.hover_dot(center, radius, color);
        let average = place.average;
        marks.extend(average.map(|at| dot(at, hover.average_dot_radius, palette.plot_average)));
        marks.extend(place.cases.map(|at| dot(at, hover.dot_radius, palette.accent)));
        marks
    }

    fn index_of(&self, day: Date) -> Option<usize> {
        self.points.binary_search_by_key(&day, |place| place.date).ok()
    }

    /// The band from the lowest to the highest of the compared days.
    fn push_spread(&self, marks: &mut Vec<Mark>, days: &[DayPoint], scale: &CountScale) {
        let pairs = days.iter().enumerate().map(|(index, day)| {
            let average = compared(day)?;
            let at = |value: u32| {
                Point::new(self.columns.middle(index), scale.y(value.into(), &self.columns.plot))
            };
            Some((at(average.max), at(average.min)))
        });
        push_band(marks, pairs, self.columns.width() / 2.0, self.style.palette.plot_band.into());
    }

    /// The average, then this year; both break where people are not at work. Counts of
    /// weekends and holidays are dots, and a day that may be incomplete is a ring.
    fn push_lines(&self, marks: &mut Vec<Mark>, days: &[DayPoint]) {
        let (plot, palette) = (&tokens().plot, &self.style.palette);
        let both = || days.iter().zip(&self.points);
        let average = both().map(|(day, place)| place.average.filter(|_| day.is_workday));
        push_line(marks, average, self.style.stroke(&plot.average_daily, palette.plot_average));
        let year = self.style.stroke(&plot.year, palette.accent);
        let is_on_line = |day: &DayPoint| day.is_workday && !day.is_partial;
        push_line(marks, both().map(|(day, at)| at.cases.filter(|_| is_on_line(day))), year);
        for (day, place) in both().filter(|(day, _)| !is_on_line(day)) {
            marks.extend(place.cases.map(|center| {
                if day.is_partial {
                    let radius = self.style.length(3.0);
                    return Mark::Circle { center, radius, fill: None, stroke: Some(year) };
                }
                disc(center, self.style.length(plot.weekend_dot_radius), palette.accent)
            }));
        }
    }

    /// «mangler data» from the first to the last workday of each gap.
    fn push_gaps(&self, marks: &mut Vec<Mark>, days: &[DayPoint], scale: &CountScale) {
        let is_known: Vec<bool> = days.iter().map(|day| day.cases.is_some()).collect();
        let gaps = gaps(&is_known).into_iter().filter_map(|(first, end)| {
            let in_gap = days.get(first..end)?;
            let first_workday = first + in_gap.iter().position(|day| day.is_workday)?;
            let last_workday = first + in_gap.iter().rposition(|day| day.is_workday)?;
            let area = self.columns.area(first_workday, last_workday + 1);
            // The words are wider than a few days, so their neighbours count too.
            let near = first.saturating_sub(4)..(end + 4).min(days.len());
            let top = highest(days.get(near)?);
            let highest = if top == 0 { scale.top() / 2 } else { top };
            let y = scale.y(highest.into(), &self.columns.plot);
            Some(Gap { left: area.left, right: area.right, highest: y })
        });
        push_missing(marks, gaps, &self.columns.plot, &self.style);
        if days.is_empty() {
            let Area { left, right, top, bottom } = self.columns.plot;
            let whole = Gap { left, right, highest: (top + bottom) / 2.0 };
            push_missing(marks, std::iter::once(whole), &self.columns.plot, &self.style);
        }
    }

    /// The names of the lines where they end; a year that stops early is named over its end.
    fn push_end_labels(
        &self,
        marks: &mut Vec<Mark>,
        days: &[DayPoint],
        labels: &EndLabels,
        scale: &CountScale,
    ) {
        let both = || days.iter().zip(&self.points).filter(|(day, _)| day.is_workday);
        let average_end = both().filter_map(|(_, place)| place.average).next_back();
        let year_end = both().filter_map(|(_, place)| place.cases).next_back();
        let is_at_edge = |end: &Point| end.x > self.columns.plot.right - 9.0 * self.columns.width();
        labels.push(
            marks,
            &self.columns.plot,
            average_end.map(|end| end.y),
            year_end.filter(is_at_edge).map(|end| end.y),
        );
        if let Some(end) = year_end.filter(|end| !is_at_edge(end)) {
            let from = self.columns.index_at(end.x).unwrap_or(0);
            let near = days.get(from.saturating_sub(4)..(from + 8).min(days.len()));
            let free = scale.y(highest(near.unwrap_or_default()).into(), &self.columns.plot);
            let plot = &self.columns.plot;
            push_year_over_end(marks, &labels.year, end, free, plot, &self.style);
        }
    }
}
