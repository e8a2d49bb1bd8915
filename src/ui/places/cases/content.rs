//! What the place shows, computed once for a revision of the project, a tab and a filter.

use crate::app::Document;
use crate::calendar::Year;
use crate::chart::{ChartChoice, EventMark, event_marks};
use crate::figures::{
    Comparison, DailySeries, Dimension, Figure, Figures, Filter, Incidents, Key, Period, Share,
    Volumes, WeeklySeries, Yearly, breakdown, daily_series, weekly_series,
};
use crate::project::Project;
use crate::ui::figure_table::FigureTable;

use super::tables;
use super::takeaway::{self, Takeaway};

/// The series of the open tab.
pub(super) enum Series {
    /// The days of a quarter.
    Days(DailySeries),
    /// The weeks of the year among the years before.
    Weeks(WeeklySeries),
}

/// What the place shows.
pub(super) struct Content {
    revision: u64,
    choice: ChartChoice,
    filter: Filter,
    shows_printed: bool,
    pub year: Year,
    pub series: Series,
    pub events: Vec<EventMark>,
    pub takeaway: Takeaway,
    pub quarters: FigureTable,
    /// The numbers of the series.
    pub numbers: FigureTable,
    /// A- and B-incidents of the four quarters and the year, where their days are known.
    pub incidents: [Option<Incidents>; 5],
    /// Of which of them a priority that nobody has explained leaves the number unknown.
    pub has_unknown_priority: [bool; 5],
    /// The priorities that make a case an incident.
    pub incident_priorities: Vec<String>,
    /// When the year's cases were closed: the share of the same day, the median of each priority.
    pub closings: Vec<(Yearly, Figure)>,
    /// The cases of the quarter or year by each dimension.
    pub shares: Vec<(Dimension, Vec<Share>)>,
    pub period: Period,
}

/// What is known of when the cases of a year were closed.
fn closings(figures: &Figures, year: Year) -> Vec<(Yearly, Figure)> {
    let of_closings =
        |yearly: &Yearly| matches!(yearly, Yearly::ClosedSameDay | Yearly::MedianHours(_));
    let yearly = figures.yearly(year).into_iter().filter(of_closings);
    let all = yearly.map(|yearly| {
        let figure = figures.figure(&Key::Yearly(year, yearly.clone()));
        (yearly, figure)
    });
    all.filter(|(_, figure)| figure.value.is_some()).collect()
}

impl Content {
    /// Computes everything for a tab under a filter.
    pub fn of(
        document: &Document,
        choice: ChartChoice,
        filter: &Filter,
        shows_printed: bool,
    ) -> Self {
        let figures = document.figures();
        let filtered = (!filter.is_empty()).then(|| Volumes::of(document.project(), filter));
        let volumes = filtered.as_ref().unwrap_or_else(|| figures.volumes());
        let year = figures.report_year();
        let comparisons =
            Period::COLUMNS.map(|period| Comparison::of(volumes, period, year, figures.baseline()));
        let period = period_of(choice);
        let series = series(figures, volumes, choice);
        let takeaway = match &series {
            Series::Days(days) => takeaway::days(comparison_of(&comparisons, period), period, days),
            Series::Weeks(weeks) => takeaway::weeks(weeks),
        };
        let span = period.span(year);
        let project = document.project();
        let mut quarters = tables::quarters(figures, volumes, &comparisons, shows_printed);
        let mut numbers = match &series {
            Series::Days(series) => tables::days(&series.days),
            Series::Weeks(series) => tables::weeks(series),
        };
        // A figure counts all cases; under a filter the cells show other numbers.
        for table in [&mut quarters, &mut numbers] {
            table.has_figures = filter.is_empty();
        }
        Self {
            revision: document.revision(),
            choice,
            filter: filter.clone(),
            shows_printed,
            year,
            series,
            events: event_marks(figures, span),
            takeaway,
            quarters,
            numbers,
            incidents: Period::COLUMNS.map(|period| {
                figures.comparison(year, period)?;
                figures.incidents(period.span(year))
            }),
            has_unknown_priority: Period::COLUMNS
                .map(|period| figures.has_unknown_priority(period.span(year))),
            incident_priorities: project.settings.incident_priorities.clone(),
            closings: closings(figures, year),
            shares: Dimension::ALL
                .map(|dimension| (dimension, breakdown(project, filter, span, dimension)))
                .into(),
            period,
        }
    }

    /// Whether it was computed for these.
    pub fn is_of(
        &self,
        revision: u64,
        choice: ChartChoice,
        filter: &Filter,
        shows_printed: bool,
    ) -> bool {
        self.revision == revision
            && self.choice == choice
            && self.filter == *filter
            && self.shows_printed == shows_printed
    }

    /// The revision of the project that it was computed from.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The tab that it was computed for.
    pub fn choice(&self) -> ChartChoice {
        self.choice
    }

    /// The filter that it was computed under.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }
}

fn series(figures: &Figures, volumes: &Volumes, choice: ChartChoice) -> Series {
    match choice {
        ChartChoice::Weeks => {
            Series::Weeks(weekly_series(volumes, figures.report_year(), figures.baseline()))
        }
        ChartChoice::Quarter(quarter) => {
            let baseline = figures.project().settings.baseline();
            Series::Days(daily_series(volumes, quarter.span(figures.report_year()), baseline))
        }
    }
}

fn period_of(choice: ChartChoice) -> Period {
    match choice {
        ChartChoice::Weeks => Period::Year,
        ChartChoice::Quarter(quarter) => Period::Quarter(quarter),
    }
}

fn comparison_of(comparisons: &[Option<Comparison>; 5], period: Period) -> Option<&Comparison> {
    comparisons.iter().flatten().find(|comparison| comparison.period == period)
}

/// The filter without a customer that the register no longer has, or words that are no longer
/// known, as after another project was opened.
pub(super) fn still_known(project: &Project, filter: &Filter) -> Filter {
    let codes = &project.codes;
    let customer = filter.customer.clone();
    Filter {
        customer: customer
            .filter(|name| project.customers.iter().any(|customer| customer.name == *name)),
        kind: filter.kind.filter(|code| codes.types.word(*code).is_some()),
        priority: filter.priority.filter(|code| codes.priorities.word(*code).is_some()),
        category: filter.category.filter(|code| codes.categories.word(*code).is_some()),
    }
}
