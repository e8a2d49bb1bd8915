//! The charts of a report by name: on paper's measures, with caption and alternative text.

use crate::chart::{
    ChartChoice, EventMark, Scene, Size, Style, alt_text_daily, alt_text_weekly, daily,
    event_marks, marks_of, years_text,
};
use crate::figures::{CustomerQuarter, DailySeries, Figures, Filter, Period};
use crate::number::Decimal;
use crate::report::block::{Category, ChartData, ChartSeries};
use crate::t;

/// As wide as the text of a page, in points.
pub const WIDTH: f32 = 470.0;
const SIZE: Size = Size { width: WIDTH, height: 185.0 };

/// A chart before it has a number.
pub struct ReportChart {
    /// What it shows.
    pub caption: String,
    /// The same for those who do not see it.
    pub alt: String,
    /// The chart.
    pub scene: Scene,
    /// The numbers that it shows.
    pub data: ChartData,
}

/// The chart with that name; `None` where there is none, or nothing to draw in it.
pub fn chart(figures: &Figures, name: &str) -> Option<ReportChart> {
    let choice = ChartChoice::from_id(name)?;
    let year = figures.report_year();
    let (first, last) = figures.baseline();
    let years = years_text(first, last);
    match choice {
        ChartChoice::Weeks => {
            figures.weekly().of_year(year).next()?;
            let scene = choice.scene(figures, &Filter::default(), SIZE, &Style::print());
            let data = weeks(figures, &years);
            let caption = match figures.weekly().has_average() {
                true => t!("report-caption-weeks", year = year.to_string(), years = years),
                false => t!("report-caption-weeks-alone", year = year.to_string()),
            };
            Some(ReportChart { caption, alt: alt_text_weekly(figures.weekly()), scene, data })
        }
        ChartChoice::Quarter(quarter) => {
            let series = figures.daily(year, quarter);
            let (word, year_word) = (t!(Period::Quarter(quarter).word_key()), year.to_string());
            let caption = match series.has_average() {
                true => {
                    t!("report-caption-quarter", quarter = word, year = year_word, years = years)
                }
                false => t!("report-caption-quarter-alone", quarter = word, year = year_word),
            };
            let events = event_marks(figures, quarter.span(year));
            daily_chart(&series, &events, caption)
        }
    }
}

/// The days of a customer's quarter and the events that touched it; `None` where nothing is
/// known of them.
pub fn customer_chart(of: &CustomerQuarter<'_>) -> Option<ReportChart> {
    let series = of.daily();
    let baseline = series.baseline;
    let customer = of.customer().name.as_str();
    let quarter = t!(Period::Quarter(of.quarter).word_key());
    let year = of.figures.report_year().to_string();
    let caption = match series.has_average() {
        true => t!(
            "report-caption-customer",
            customer = customer,
            quarter = quarter,
            year = year,
            years = years_text(baseline.first.year(), baseline.last.year()),
        ),
        false => {
            t!("report-caption-customer-alone", customer = customer, quarter = quarter, year = year)
        }
    };
    let events = of.figures.project().events.iter().filter(|event| of.is_touched_by(event));
    daily_chart(&series, &marks_of(events, of.span()), caption)
}

fn daily_chart(series: &DailySeries, events: &[EventMark], caption: String) -> Option<ReportChart> {
    series.days.iter().find(|day| day.cases.is_some())?;
    let scene = daily(series, events, SIZE, &Style::print()).0;
    Some(ReportChart { caption, alt: alt_text_daily(series, events), scene, data: days(series) })
}

/// The weeks of the report year and their averages.
fn weeks(figures: &Figures, years: &str) -> ChartData {
    let weekly = figures.weekly();
    let points: Vec<_> = weekly.of_year(weekly.year).collect();
    let average = |week: u8| {
        let at = usize::from(week).checked_sub(1)?;
        Some(weekly.averages.get(at)?.as_ref()?.value())
    };
    let data = ChartData {
        category: t!("report-week"),
        categories: points.iter().map(|point| Category::Week(point.week.week)).collect(),
        series: vec![
            ChartSeries {
                name: weekly.year.to_string(),
                values: points.iter().map(|point| Some(point.cases.into())).collect(),
            },
            ChartSeries {
                name: t!("chart-average-of", years = years),
                values: points.iter().map(|point| average(point.week.week)).collect(),
            },
        ],
    };
    without_blank_series(data)
}

/// The days of a quarter and the averages of their *tilsvarende dager*.
fn days(series: &DailySeries) -> ChartData {
    let days = &series.days;
    let year = days.first().map_or_else(String::new, |day| day.date.year().to_string());
    let years = years_text(series.baseline.first.year(), series.baseline.last.year());
    let data = ChartData {
        category: t!("head-date"),
        categories: days.iter().map(|day| Category::Day(day.date)).collect(),
        series: vec![
            ChartSeries {
                name: year,
                values: days.iter().map(|day| day.cases.map(Decimal::from)).collect(),
            },
            ChartSeries {
                name: t!("chart-average-of", years = years),
                values: days.iter().map(|day| Some(day.average?.value())).collect(),
            },
        ],
    };
    without_blank_series(data)
}

/// Without series that have no value at all.
fn without_blank_series(mut data: ChartData) -> ChartData {
    data.series.retain(|series| series.values.iter().any(Option::is_some));
    data
}
