//! A quarter in little, one of four that share a scale: the weeks of this year, the average
//! and the spread.

use super::alt_text;
use super::columns::Columns;
use super::font::Weight;
use super::runs::{push_band, push_line};
use super::scale::round_steps;
use super::scene::{Anchor, Area, Mark, Point, Scene, Size, Text};
use super::style::{Style, disc, line, sharp};
use crate::calendar::{Quarter, weeks_in};
use crate::figures::{Average, WeeklySeries};
use crate::look::tokens;
use crate::{number, t};

/// The weeks of a quarter; the last takes week 53 too.
const WEEKS: usize = 13;
/// Over and under the plot.
const MARGINS: (f32, f32) = (6.0, 22.0);
/// The radius of the dot at the end of the year's line.
const END_DOT: f32 = 3.5;

/// The scale that the four quarters of a year share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedScale {
    /// The highest count of all four.
    pub highest: u32,
    /// Between two lines of the grid.
    pub step: u32,
}

impl SharedScale {
    /// The scale of a year's weeks and their spread, with two to four lines.
    pub fn of(series: &WeeklySeries) -> Self {
        let year = series.of_year(series.year).map(|point| point.cases);
        let spread = series.averages.iter().flatten().map(|average| average.max);
        let highest = year.chain(spread).max().unwrap_or(0).max(2);
        let step = round_steps().take_while(|step| highest / step >= 2).last().unwrap_or(1);
        Self { highest, step }
    }

    fn y(&self, value: f64, plot: &Area) -> f32 {
        plot.bottom - (value / f64::from(self.highest)) as f32 * plot.height()
    }
}

/// Draws one quarter. `names_scale` is for the first of the four: it says what a
/// line of its grid stands for, and that the numbers under the axis are weeks.
pub fn quarter_small(
    series: &WeeklySeries,
    quarter: Quarter,
    scale: SharedScale,
    names_scale: bool,
    size: Size,
    style: &Style,
) -> Scene {
    let (top, bottom) = (style.length(MARGINS.0), size.height - style.length(MARGINS.1));
    let plot = Area { left: 0.0, right: size.width, top, bottom: bottom.max(top + 1.0) };
    let small = Small::new(series, quarter, scale, plot);
    let mut marks = Vec::with_capacity(24);
    small.push_grid(&mut marks, style);
    small.push_lines(&mut marks, style);
    small.push_words(&mut marks, names_scale, style);
    let title = alt_text::quarter_title(quarter, series.year);
    let description = alt_text::alt_text_quarter(&small.cases());
    Scene { size, background: style.palette.canvas.into(), marks, title, description }
}

/// The weeks of a quarter with what is known of them.
struct Small {
    scale: SharedScale,
    columns: Columns,
    first_week: usize,
    weeks: Vec<(Option<u32>, Option<Average>)>,
}

impl Small {
    fn new(series: &WeeklySeries, quarter: Quarter, scale: SharedScale, plot: Area) -> Self {
        let first_week = quarter.index() * WEEKS + 1;
        let is_last = quarter == Quarter::Fourth;
        let count = WEEKS + usize::from(is_last && weeks_in(series.year) == 53);
        let mut weeks: Vec<_> = (first_week..first_week + count)
            .map(|week| (None, series.averages.get(week - 1).copied().flatten()))
            .collect();
        for point in series.of_year(series.year).filter(|point| point.is_complete) {
            let index = usize::from(point.week.week).wrapping_sub(first_week);
            if let Some((cases, _)) = weeks.get_mut(index) {
                *cases = Some(point.cases);
            }
        }
        Self { scale, columns: Columns { plot, count }, first_week, weeks }
    }

    fn cases(&self) -> Vec<u32> {
        self.weeks.iter().filter_map(|(cases, _)| *cases).collect()
    }

    fn at(&self, index: usize, value: f64) -> Point {
        Point::new(self.columns.middle(index), self.scale.y(value, &self.columns.plot))
    }

    fn push_grid(&self, marks: &mut Vec<Mark>, style: &Style) {
        let (plot, palette) = (&self.columns.plot, &style.palette);
        let grid = style.stroke(&tokens().plot.grid, palette.plot_grid);
        let zero = style.stroke(&tokens().plot.zero, palette.line_strong);
        for count in 0..=self.scale.highest / self.scale.step {
            let y = sharp(self.scale.y(f64::from(count * self.scale.step), plot));
            let stroke = if count == 0 { zero } else { grid };
            marks.push(line(Point::new(plot.left, y), Point::new(plot.right, y), stroke));
        }
    }

    /// The spread, the average, this year and the dot where it ends.
    fn push_lines(&self, marks: &mut Vec<Mark>, style: &Style) {
        let (plot, palette) = (&tokens().plot, &style.palette);
        let weeks = || self.weeks.iter().enumerate();
        let spread = weeks().map(|(index, (_, average))| {
            let average = (*average)?;
            Some((self.at(index, average.max.into()), self.at(index, average.min.into())))
        });
        push_band(marks, spread, self.columns.width() / 2.0, palette.plot_band.into());
        let average =
            weeks().map(|(index, (_, average))| Some(self.at(index, (*average)?.as_f64())));
        push_line(marks, average, style.stroke(&plot.average_daily, palette.plot_average));
        let year: Vec<Option<Point>> =
            weeks().map(|(index, (cases, _))| Some(self.at(index, f64::from((*cases)?)))).collect();
        push_line(marks, year.iter().copied(), style.stroke(&plot.year, palette.accent));
        let end = year.into_iter().flatten().next_back();
        marks.extend(end.map(|end| disc(end, style.length(END_DOT), palette.accent)));
    }

    fn push_words(&self, marks: &mut Vec<Mark>, names_scale: bool, style: &Style) {
        let (plot, palette) = (&self.columns.plot, &style.palette);
        let (y, inset) = (plot.bottom + style.length(12.0), style.length(4.0));
        let first = self.first_week.to_string();
        let first = if names_scale { t!("chart-week", week = first) } else { first };
        let last = (self.first_week + self.weeks.len() - 1).to_string();
        let mut push = |x: f32, anchor: Anchor, words: String| {
            marks.push(style.text(
                Point::new(x, y),
                anchor,
                Weight::Regular,
                palette.text_3,
                words,
            ));
        };
        push(plot.left + inset, Anchor::Left, first);
        push(plot.right - inset, Anchor::Right, last);
        if names_scale {
            marks.extend(self.scale_name(style).map(Mark::Text));
        }
    }

    /// What a line of the grid stands for, over that line: the topmost line that has a place
    /// clear of the curves, in or near the middle.
    fn scale_name(&self, style: &Style) -> Option<Text> {
        let plot = &self.columns.plot;
        let lines = (1..=self.scale.highest / self.scale.step).rev();
        let places = lines.flat_map(|line| {
            let count = line * self.scale.step;
            let y = (self.scale.y(count.into(), plot) - style.length(8.0)).max(style.length(8.0));
            let words = t!("chart-count-per-week", count = number::count(count.into()));
            [0.5, 0.6, 0.4, 0.7, 0.3].map(|part| {
                let at = Point::new(plot.left + part * plot.width(), y);
                let color = style.palette.text_2;
                style.words(at, Anchor::Center, Weight::Regular, color, &*words)
            })
        });
        let places: Vec<Text> = places.collect();
        places.iter().find(|place| self.is_clear(place)).or(places.first()).cloned()
    }

    /// Whether the curves and the spread lie all over or all under the words.
    fn is_clear(&self, words: &Text) -> bool {
        let area = words.area();
        let is_near = |index: &usize| {
            let column = self.columns.area(*index, index + 1);
            column.right > area.left && column.left < area.right
        };
        let drawn = || (0..self.weeks.len()).filter(is_near).filter_map(|index| self.drawn(index));
        drawn().all(|(top, _)| top > area.bottom) || drawn().all(|(_, bottom)| bottom < area.top)
    }

    /// The highest and the lowest y that is drawn in a week.
    fn drawn(&self, index: usize) -> Option<(f32, f32)> {
        let (cases, average) = self.weeks.get(index)?;
        let spread = average.map(|average| [average.max, average.min]);
        let counts = || cases.iter().copied().chain(spread.into_iter().flatten());
        let y = |count: u32| self.scale.y(count.into(), &self.columns.plot);
        Some((y(counts().max()?), y(counts().min()?)))
    }
}
