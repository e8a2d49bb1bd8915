//! The weeks of a year among the years before it, and their distance from the average.

use super::alt_text;
use super::annotations::{Annotation, push_annotations};
use super::columns::Columns;
use super::day_axis::ROWS_HEIGHT;
use super::difference::push_differences;
use super::end_labels::years_text;
use super::font::Weight;
use super::lines::{WeekLine, highest_in};
use super::missing::{Gap, gaps, push_missing};
use super::runs::push_line;
use super::scale::CountScale;
use super::scene::{Anchor, Area, Mark, Point, Scene, Size, Text, texts};
use super::style::Style;
use super::week_axis::{push_break_names, push_breaks, push_rows};
use super::week_labels::{AFTER_PLOT, push_end_names, push_quiet_names};
use crate::calendar::{Year, weeks_in};
use crate::figures::WeeklySeries;
use crate::look::tokens;
use crate::t;

/// From the top of the chart to the plot: the caption's room.
const CAPTION: f32 = 24.0;
/// From the rows under the plot to the bars: their caption's room.
const BARS_CAPTION: f32 = 38.0;
/// Under the bars.
const FOOT: f32 = 8.0;
/// The bars' part of the height, and its least and most.
const BARS: (f32, f32, f32) = (0.135, 44.0, 90.0);

/// What a weekly chart shows besides its series.
#[derive(Clone, Copy, Debug, Default)]
pub struct WeeklyOptions<'a> {
    /// Years, the report year too, whose line is switched off. The scale stays as it is.
    pub hidden_years: &'a [Year],
    /// Whether the average's line is switched off.
    pub hides_average: bool,
    /// Words over one or two peaks.
    pub annotations: &'a [Annotation],
}

/// Where the weeks of a weekly chart lie, for pointing at them.
#[derive(Clone, Debug)]
pub struct WeeklyLayout {
    columns: Columns,
    year: Year,
    /// The visible lines: quiet years, average, report year.
    lines: Vec<WeekLine>,
    style: Style,
}

/// Draws the weeks of `series` in `size`, and says where they lie.
pub fn weekly(
    series: &WeeklySeries,
    options: &WeeklyOptions<'_>,
    size: Size,
    style: &Style,
) -> (Scene, WeeklyLayout) {
    let scale = CountScale::up_to(highest(series));
    let (plot, bars) = areas(series, &scale, size, style);
    let columns = Columns { plot, count: week_count(series) };
    let layout = WeeklyLayout::new(series, options, columns, &scale, style);

    let mut marks = Vec::with_capacity(256);
    push_breaks(&mut marks, &columns, style);
    scale.push_grid(&mut marks, &plot, style);
    layout.push_lines(&mut marks);
    scale.push_axis(&mut marks, &plot, style);
    push_rows(&mut marks, &columns, series.year, style);
    push_break_names(&mut marks, &columns, style);
    push_caption(&mut marks, &plot, style);
    layout.push_gaps(&mut marks, series);
    layout.push_words(&mut marks, series, options.annotations);
    if let Some(bars) = bars {
        push_differences(&mut marks, series, &Columns { plot: bars, ..columns }, style);
    }

    let title = alt_text::weekly_title(series);
    let description = alt_text::alt_text_weekly(series);
    let background = style.palette.canvas.into();
    (Scene { size, background, marks, title, description }, layout)
}

/// The years that are drawn: those of the baseline that have weeks, then the report year.
fn years(series: &WeeklySeries) -> impl Iterator<Item = Year> {
    let (first, last) = series.baseline;
    let of_weeks = series.weeks.chunk_by(|one, next| one.week.year == next.week.year);
    let known = of_weeks.filter_map(|weeks| Some(weeks.first()?.week.year));
    let quiet = known.filter(move |year| (first..=last).contains(year) && *year != series.year);
    quiet.chain([series.year])
}

fn highest(series: &WeeklySeries) -> u32 {
    let cases = years(series).flat_map(|year| series.of_year(year)).map(|point| point.cases);
    cases.max().unwrap_or(0)
}

/// 53 where one of the years has so many, else 52.
fn week_count(series: &WeeklySeries) -> usize {
    years(series).map(|year| usize::from(weeks_in(year))).max().unwrap_or(52)
}

/// The plot of the lines, and under it the plot of the bars where there is an average.
fn areas(
    series: &WeeklySeries,
    scale: &CountScale,
    size: Size,
    style: &Style,
) -> (Area, Option<Area>) {
    let words = [
        years_text(series.baseline.0, series.baseline.1),
        t!("chart-above-average"),
        t!("chart-below-average"),
    ];
    let widths = words.iter().map(|words| style.text_width(words, Weight::Medium));
    let after = widths.fold(0.0, f32::max) + style.length(AFTER_PLOT + 4.0);
    let left = scale.label_width(style) + style.length(12.0);
    let right = (size.width - after).max(left + 1.0);
    let (part, least, most) = BARS;
    let bars_height = (part * size.height).clamp(style.length(least), style.length(most));
    let bars_bottom = size.height - style.length(FOOT);
    let bars_top = bars_bottom - bars_height;
    let top = style.length(CAPTION);
    let is_compared = series.has_average();
    let foot = if is_compared { bars_top - style.length(BARS_CAPTION) } else { bars_bottom };
    let bottom = (foot - style.length(ROWS_HEIGHT)).max(top + 1.0);
    let plot = Area { left, right, top, bottom };
    (plot, is_compared.then_some(Area { top: bars_top, bottom: bars_bottom, ..plot }))
}

fn push_caption(marks: &mut Vec<Mark>, plot: &Area, style: &Style) {
    let at = Point::new(plot.left, plot.top - style.length(15.5));
    let words = t!("chart-cases-per-week");
    marks.push(style.text(at, Anchor::Left, Weight::Regular, style.palette.text_2, words));
}

impl WeeklyLayout {
    fn new(
        series: &WeeklySeries,
        options: &WeeklyOptions<'_>,
        columns: Columns,
        scale: &CountScale,
        style: &Style,
    ) -> Self {
        let is_shown = |year: &Year| !options.hidden_years.contains(year);
        let of_year = |year| WeekLine::of_year(series, year, &columns, scale);
        let quiet = years(series).filter(|year| *year != series.year);
        let mut lines: Vec<WeekLine> = quiet.filter(is_shown).map(of_year).collect();
        if !options.hides_average {
            lines.push(WeekLine::of_average(series, &columns, scale));
        }
        lines.extend(Some(series.year).filter(is_shown).map(of_year));
        Self { columns, year: series.year, lines, style: *style }
    }

    /// The plot of the lines, without its scale and words.
    pub fn plot(&self) -> Area {
        self.columns.plot
    }

    /// The number of the week whose column lies at `x`.
    pub fn week_at(&self, x: f32) -> Option<u8> {
        u8::try_from(self.columns.index_at(x)? + 1).ok()
    }

    /// The column of `week`, by its number.
    pub fn column(&self, week: u8) -> Option<Area> {
        let index = usize::from(week).checked_sub(1).filter(|index| *index < self.columns.count)?;
        Some(self.columns.area(index, index + 1))
    }

    /// What is painted over the scene while the pointer is at `week`: a frame around its column
    /// and a dot on the average and on the report year's line.
    pub fn hover(&self, week: u8) -> Vec<Mark> {
        let Some(column) = self.column(week) else { return Vec::new() };
        let (hover, palette) = (&tokens().plot.hover, &self.style.palette);
        let mut marks = Vec::from(self.style.hover_frame(column));
        let at = |year: Option<Year>| {
            let line = self.lines.iter().find(|line| line.year == year)?;
            line.at(usize::from(week).checked_sub(1)?)
        };
        let dot = |center, radius, color| self.style.hover_dot(center, radius, color);
        let (average, radius) = (at(None), hover.average_dot_radius);
        marks.extend(average.map(|center| dot(center, radius, palette.plot_average)));
        let year = at(Some(self.year));
        marks.extend(year.map(|center| dot(center, hover.dot_radius, palette.accent)));
        marks
    }

    /// Quiet years, the average on its halo, and the report year dashed.
    fn push_lines(&self, marks: &mut Vec<Mark>) {
        let (plot, palette) = (&tokens().plot, &self.style.palette);
        for line in &self.lines {
            let points = || line.points.iter().copied();
            match line.year {
                None => {
                    let heavy = &plot.average_weekly;
                    push_line(marks, points(), self.style.stroke(&heavy.halo, palette.canvas));
                    let stroke = self.style.solid(heavy.width, palette.plot_average);
                    push_line(marks, points(), stroke);
                }
                Some(year) if year == self.year => {
                    let stroke = self.style.stroke(&plot.year_among_years, palette.accent);
                    push_line(marks, points(), stroke);
                }
                Some(_) => {
                    let stroke = self.style.stroke(&plot.other_year, palette.plot_quiet);
                    push_line(marks, points(), stroke);
                }
            }
        }
    }

    /// «mangler data» over the weeks of the report year that are not known.
    fn push_gaps(&self, marks: &mut Vec<Mark>, series: &WeeklySeries) {
        let mut is_known = vec![false; usize::from(weeks_in(series.year))];
        for point in series.of_year(series.year).filter(|point| point.is_complete) {
            let index = usize::from(point.week.week).wrapping_sub(1);
            is_known.get_mut(index).into_iter().for_each(|known| *known = true);
        }
        let plot = &self.columns.plot;
        let gaps = gaps(&is_known).into_iter().map(|(first, end)| {
            let area = self.columns.area(first, end);
            let highest = highest_in(&self.lines, first.saturating_sub(2), end + 2);
            let highest = highest.unwrap_or((plot.top + plot.bottom) / 2.0);
            Gap { left: area.left, right: area.right, highest }
        });
        push_missing(marks, gaps, plot, &self.style);
    }

    /// The names at the right, annotations, and the names of the quiet lines around them.
    fn push_words(&self, marks: &mut Vec<Mark>, series: &WeeklySeries, annotations: &[Annotation]) {
        let Self { columns, lines, style, .. } = self;
        push_end_names(marks, lines, self.year, series.baseline, columns, style);
        let mut taken: Vec<Area> = texts(marks).map(Text::area).collect();
        push_annotations(marks, &mut taken, annotations, lines, columns, style);
        push_quiet_names(marks, &mut taken, lines, self.year, columns, style);
    }
}
