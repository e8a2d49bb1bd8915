//! Which chart: the names by which commands and places ask for one, drawn from the figures.

use super::{EventMark, Scene, Size, Style, WeeklyOptions, daily, weekly};
use crate::calendar::{Quarter, Span};
use crate::figures::{Figures, Filter, Volumes, daily_series, weekly_series};
use crate::project::Event;

/// A chart of the report year's cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChartChoice {
    /// Every week of the year among the years before.
    Weeks,
    /// The days of a quarter against their *tilsvarende dager*.
    Quarter(Quarter),
}

impl ChartChoice {
    /// All of them, the year's first.
    pub const ALL: [Self; 5] = [
        Self::Weeks,
        Self::Quarter(Quarter::First),
        Self::Quarter(Quarter::Second),
        Self::Quarter(Quarter::Third),
        Self::Quarter(Quarter::Fourth),
    ];

    /// The name on the command line and of files: `weeks`, `q1`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Weeks => "weeks",
            Self::Quarter(Quarter::First) => "q1",
            Self::Quarter(Quarter::Second) => "q2",
            Self::Quarter(Quarter::Third) => "q3",
            Self::Quarter(Quarter::Fourth) => "q4",
        }
    }

    /// The chart with that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.id() == id)
    }

    /// The chart of the report year, of the cases that `filter` lets through.
    pub fn scene(self, figures: &Figures, filter: &Filter, size: Size, style: &Style) -> Scene {
        let filtered;
        let volumes = if filter.is_empty() {
            figures.volumes()
        } else {
            filtered = Volumes::of(figures.project(), filter);
            &filtered
        };
        let year = figures.report_year();
        match self {
            Self::Weeks => {
                let series = weekly_series(volumes, year, figures.baseline());
                weekly(&series, &WeeklyOptions::default(), size, style).0
            }
            Self::Quarter(quarter) => {
                let span = quarter.span(year);
                let series = daily_series(volumes, span, figures.project().settings.baseline());
                daily(&series, &event_marks(figures, span), size, style).0
            }
        }
    }
}

/// The events that began within `span`, in order.
pub fn event_marks(figures: &Figures, span: Span) -> Vec<EventMark> {
    marks_of(figures.project().events.iter(), span)
}

/// Those of these events that began within `span`, in order.
pub fn marks_of<'e>(events: impl Iterator<Item = &'e Event>, span: Span) -> Vec<EventMark> {
    let within = events.filter_map(|event| {
        let date = event.start?.day();
        span.contains(date).then(|| EventMark { date, title: event.title.clone() })
    });
    let mut marks: Vec<EventMark> = within.collect();
    marks.sort_by_key(|mark| mark.date);
    marks
}
