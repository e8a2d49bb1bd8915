//! The charts of a report by name: on paper's measures, with caption and alternative text.

use crate::calendar::Year;
use crate::chart::{
    ChartChoice, Scene, Size, Style, alt_text_daily, alt_text_weekly, event_marks, years_text,
};
use crate::figures::{DailySeries, Figures, Filter};
use crate::number::Decimal;
use crate::report::block::{ChartData, ChartSeries};
use crate::t;

/// As wide as the text of a page, in points.
pub const WIDTH: f32 = 470.0;
const HEIGHT: f32 = 185.0;

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
    let (caption, alt, data) = match choice {
        ChartChoice::Weeks => {
            figures.weekly().of_year(year).next()?;
            let caption =
                t!("report-caption-weeks", year = year.to_string(), years = years.as_str());
            (caption, alt_text_weekly(figures.weekly()), weeks(figures, &years))
        }
        ChartChoice::Quarter(quarter) => {
            let series = figures.daily(year, quarter);
            series.days.iter().find(|day| day.cases.is_some())?;
            let period = crate::figures::Period::Quarter(quarter);
            let caption = t!(
                "report-caption-quarter",
                quarter = t!(period.word_key()),
                year = year.to_string(),
                years = years.as_str(),
            );
            let events = event_marks(figures, quarter.span(year));
            (caption, alt_text_daily(&series, &events), days(&series, year, &years))
        }
    };
    let size = Size::new(WIDTH, HEIGHT);
    let scene = choice.scene(figures, &Filter::default(), size, &Style::print());
    Some(ReportChart { caption, alt, scene, data })
}

/// The weeks of the report year and their averages.
fn weeks(figures: &Figures, years: &str) -> ChartData {
    let weekly = figures.weekly();
    let own: Vec<_> = weekly.of_year(weekly.year).collect();
    let average = |week: u8| {
        let at = usize::from(week).checked_sub(1)?;
        Some(weekly.averages.get(at)?.as_ref()?.value())
    };
    ChartData {
        category: t!("report-week"),
        categories: own.iter().map(|point| point.week.week.to_string()).collect(),
        series: vec![
            ChartSeries {
                name: weekly.year.to_string(),
                values: own.iter().map(|point| Some(point.cases.into())).collect(),
            },
            ChartSeries {
                name: t!("chart-average-of", years = years),
                values: own.iter().map(|point| average(point.week.week)).collect(),
            },
        ],
    }
}

/// The days of a quarter and the averages of their *tilsvarende dager*.
fn days(series: &DailySeries, year: Year, years: &str) -> ChartData {
    let days = &series.days;
    ChartData {
        category: t!("head-date"),
        categories: days.iter().map(|day| day.date.strftime("%d.%m").to_string()).collect(),
        series: vec![
            ChartSeries {
                name: year.to_string(),
                values: days.iter().map(|day| day.cases.map(Decimal::from)).collect(),
            },
            ChartSeries {
                name: t!("chart-average-of", years = years),
                values: days.iter().map(|day| Some(day.average?.value())).collect(),
            },
        ],
    }
}
