//! The names of the lines at their right end: «snitt 2015–2020», «2021», «lavest–høyest».

use super::font::Weight;
use super::scene::{Anchor, Area, Mark, Point, Text, texts};
use super::spread::{LABEL_DISTANCE, spread};
use super::style::Style;
use crate::calendar::Year;
use crate::figures::DailySeries;
use crate::t;

/// Between the plot's edge and the words.
const AFTER_PLOT: f32 = 8.0;
/// The side of the square that shows the band's colour, and the space after it.
const SWATCH: (f32, f32) = (10.0, 5.0);

/// The words at the right of a plot.
pub(super) struct EndLabels<'a> {
    average: String,
    pub year: String,
    spread: String,
    style: &'a Style,
}

impl<'a> EndLabels<'a> {
    /// The words of a daily chart.
    pub fn daily(series: &DailySeries, style: &'a Style) -> Self {
        let years = years_text(series.baseline.first.year(), series.baseline.last.year());
        let year = series.days.first().map(|day| day.date.year().to_string()).unwrap_or_default();
        let average = t!("chart-average-of", years = years);
        Self { average, year, spread: t!("chart-spread"), style }
    }

    /// The room that they need at the right of the plot.
    pub fn width(&self) -> f32 {
        let average = self.style.text_width(&self.average, Weight::Medium);
        let spread = self.style.text_width(&self.spread, Weight::Regular)
            + self.style.length(SWATCH.0 + SWATCH.1);
        average.max(spread) + self.style.length(AFTER_PLOT + 4.0)
    }

    /// The words beside the ends of the lines, given as y; the band's under both. A line that
    /// does not reach the edge has no words here.
    pub fn push(
        &self,
        marks: &mut Vec<Mark>,
        plot: &Area,
        average: Option<f32>,
        year: Option<f32>,
    ) {
        let palette = &self.style.palette;
        let mut lines: Vec<(f32, &str, Weight, _)> = Vec::with_capacity(2);
        lines.extend(average.map(|y| (y, &*self.average, Weight::Medium, palette.plot_average)));
        lines.extend(year.map(|y| (y, &*self.year, Weight::SemiBold, palette.accent)));
        lines.sort_by(|one, other| one.0.total_cmp(&other.0));
        let distance = self.style.length(LABEL_DISTANCE);
        let mut wishes: Vec<f32> = lines.iter().map(|line| line.0).collect();
        wishes.extend(average.and(wishes.last().map(|last| last + distance)));
        let heights = vec![distance; wishes.len()];
        let places = spread(&wishes, &heights, plot.top, plot.bottom);
        let x = plot.right + self.style.length(AFTER_PLOT);
        for ((_, words, weight, color), y) in lines.iter().zip(&places) {
            let at = Point::new(x, *y);
            marks.push(self.style.text(at, Anchor::Left, *weight, *color, *words));
        }
        if let Some(y) = places.get(lines.len()) {
            self.push_swatch(marks, Point::new(x, *y));
        }
    }

    fn push_swatch(&self, marks: &mut Vec<Mark>, at: Point) {
        let (side, space) = (self.style.length(SWATCH.0), self.style.length(SWATCH.1));
        let top = at.y - side / 2.0;
        let area = Area { left: at.x, top, right: at.x + side, bottom: top + side };
        let fill = self.style.palette.plot_band.into();
        marks.push(Mark::Rectangle { area, fill });
        let words = Point::new(area.right + space, at.y);
        let color = self.style.palette.text_2;
        marks.push(self.style.text(words, Anchor::Left, Weight::Regular, color, &*self.spread));
    }
}

/// The year's name over the end of a line that stops inside the plot, clear of the words that
/// are there. `free` is the y of the highest thing near that end.
pub(super) fn push_year_over_end(
    marks: &mut Vec<Mark>,
    year: &str,
    end: Point,
    free: f32,
    plot: &Area,
    style: &Style,
) {
    let highest = plot.top + style.length(8.0);
    let y = (free - style.length(10.0)).max(highest);
    let [row, column] = [LABEL_DISTANCE, 80.0].map(|distance| style.length(distance));
    // Over the end if possible, else above, beside or below it.
    let columns = [0.0, 1.0, 2.0, -1.0];
    let rows = [0.0, -1.0, -2.0, 1.0, 2.0, 3.0, 4.0];
    let places = columns.iter().flat_map(|across| rows.map(|down| (across * column, down * row)));
    let mut names = places.map(|(across, down)| {
        let at = Point::new(end.x + across, y + down);
        style.words(at, Anchor::Left, Weight::SemiBold, style.palette.accent, year)
    });
    let is_free = |name: &Text| {
        let area = name.area();
        let is_inside = name.position.y >= highest && area.bottom <= plot.bottom;
        is_inside && !texts(marks).any(|text| text.area().overlaps(&area))
    };
    // A name over other words would be read as part of them; without room there is none.
    let name = names.find(is_free);
    marks.extend(name.map(Mark::Text));
}

/// "2015–2020", or "2020" where it is one year.
pub fn years_text(first: Year, last: Year) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}
