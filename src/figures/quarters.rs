//! The quarter table: cases per quarter and year, the average, and the changes.

use rust_decimal::Decimal;

use super::{Average, Volumes};
use crate::calendar::{Date, HalfYear, Quarter, Span, Year, workdays};
use crate::number::change_percent;
use crate::text_key;

/// A quarter or a half of a year, or the whole of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// One quarter.
    Quarter(Quarter),
    /// One half.
    Half(HalfYear),
    /// The whole year.
    Year,
}

impl Period {
    /// Every period.
    pub const ALL: [Self; 7] = [
        Self::Quarter(Quarter::First),
        Self::Quarter(Quarter::Second),
        Self::Quarter(Quarter::Third),
        Self::Quarter(Quarter::Fourth),
        Self::Half(HalfYear::First),
        Self::Half(HalfYear::Second),
        Self::Year,
    ];

    /// The four quarters and the year, as the table's columns stand.
    pub const COLUMNS: [Self; 5] = [
        Self::Quarter(Quarter::First),
        Self::Quarter(Quarter::Second),
        Self::Quarter(Quarter::Third),
        Self::Quarter(Quarter::Fourth),
        Self::Year,
    ];

    /// The days of the period in `year`.
    pub fn span(self, year: Year) -> Span {
        match self {
            Self::Quarter(quarter) => quarter.span(year),
            Self::Half(half) => half.span(year),
            Self::Year => Span::year(year),
        }
    }

    /// How CSV names it: `q1` to `q4`, `h1`, `h2`, `sum`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Quarter(Quarter::First) => "q1",
            Self::Quarter(Quarter::Second) => "q2",
            Self::Quarter(Quarter::Third) => "q3",
            Self::Quarter(Quarter::Fourth) => "q4",
            Self::Half(HalfYear::First) => "h1",
            Self::Half(HalfYear::Second) => "h2",
            Self::Year => "sum",
        }
    }

    /// The key of its word in the locale files.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Quarter(Quarter::First) => text_key!("quarter-1"),
            Self::Quarter(Quarter::Second) => text_key!("quarter-2"),
            Self::Quarter(Quarter::Third) => text_key!("quarter-3"),
            Self::Quarter(Quarter::Fourth) => text_key!("quarter-4"),
            Self::Half(HalfYear::First) => text_key!("half-year-1"),
            Self::Half(HalfYear::Second) => text_key!("half-year-2"),
            Self::Year => text_key!("whole-year"),
        }
    }
}

/// A period of the report year beside the same days of the years it is compared with. While the
/// period runs, all of it is to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The period.
    pub period: Period,
    /// The days that are compared: the whole period, or its start up to the last whole day.
    pub span: Span,
    /// Whether the period is over and every day of it known.
    pub is_whole: bool,
    /// The report year's cases.
    pub cases: u32,
    /// The cases of the same days in the year before.
    pub last_year: Option<u32>,
    /// The average of the same days in the baseline.
    pub average: Option<Average>,
    /// Working days in `span`.
    pub workdays: u32,
    /// Working days of the same days in the year before.
    pub workdays_last_year: u32,
    /// Working days of the same days in all years of the average together.
    pub workdays_average_sum: u32,
}

impl Comparison {
    /// Compares a period of `year`; `None` where not even its first day is known.
    pub fn of(
        volumes: &Volumes,
        period: Period,
        year: Year,
        baseline: (Year, Year),
    ) -> Option<Self> {
        let whole = period.span(year);
        let span = volumes.known_start(whole)?;
        let same_days = |other: Year| volumes.sum(shifted(span, other)).map(|sum| (other, sum));
        let references: Vec<(Year, u32)> = (baseline.0..=baseline.1)
            .filter(|other| *other != year)
            .filter_map(same_days)
            .collect();
        Some(Self {
            period,
            span,
            is_whole: span == whole,
            cases: volumes.sum(span)?,
            last_year: same_days(year - 1).map(|(_, sum)| sum),
            average: Average::of(references.iter().map(|(_, sum)| *sum)),
            workdays: workdays(span),
            workdays_last_year: workdays(shifted(span, year - 1)),
            workdays_average_sum: references
                .iter()
                .map(|(other, _)| workdays(shifted(span, *other)))
                .sum(),
        })
    }

    /// The cases of the same days in another year; `None` where one of them is not known.
    pub fn same_days(&self, volumes: &Volumes, year: Year) -> Option<u32> {
        volumes.sum(shifted(self.span, year))
    }

    /// The years of `baseline` that the average is made of: those of which all the days are
    /// known.
    pub fn average_years(&self, volumes: &Volumes, baseline: (Year, Year)) -> Vec<Year> {
        let others = (baseline.0..=baseline.1).filter(|year| *year != self.span.first.year());
        others.filter(|year| self.same_days(volumes, *year).is_some()).collect()
    }

    /// The days that are compared, in another year.
    pub fn span_in(&self, year: Year) -> Span {
        shifted(self.span, year)
    }

    /// Change from the year before, in percent of the year before.
    pub fn change_from_last_year(&self) -> Option<Decimal> {
        change_percent(self.cases.into(), self.last_year?.into())
    }

    /// Change from the average, in percent of the average.
    pub fn change_from_average(&self) -> Option<Decimal> {
        change_percent(self.cases.into(), self.average?.value())
    }

    /// The change from the year before as the 2021 report divided it: by the new value. Only
    /// ever shown beside the right one, and labelled as such.
    pub fn printed_2021_from_last_year(&self) -> Option<Decimal> {
        divided_by_new(self.cases.into(), self.last_year?.into())
    }

    /// The change from the average as the 2021 report divided it: by the new value.
    pub fn printed_2021_from_average(&self) -> Option<Decimal> {
        divided_by_new(self.cases.into(), self.average?.value())
    }

    /// Cases per working day.
    pub fn per_workday(&self) -> Option<Decimal> {
        Decimal::from(self.cases).checked_div(self.workdays.into())
    }

    /// The average's cases per working day: all its cases over all its working days.
    pub fn average_per_workday(&self) -> Option<Decimal> {
        Decimal::from(self.average?.sum).checked_div(self.workdays_average_sum.into())
    }

    /// Change from the year before per working day, in percent of the year before's.
    pub fn change_from_last_year_per_workday(&self) -> Option<Decimal> {
        let last_year =
            Decimal::from(self.last_year?).checked_div(self.workdays_last_year.into())?;
        change_percent(self.per_workday()?, last_year)
    }

    /// Change from the average per working day, in percent of the average's.
    pub fn change_from_average_per_workday(&self) -> Option<Decimal> {
        change_percent(self.per_workday()?, self.average_per_workday()?)
    }
}

/// The same days in another year; 29 February becomes the 28th where there is none.
pub(super) fn shifted(span: Span, year: Year) -> Span {
    let moved = |day: Date| {
        Date::new(year, day.month(), day.day())
            .or_else(|_| Date::new(year, day.month(), 28))
            .unwrap_or(day)
    };
    let last = moved(span.last);
    // The end of February stays the end of February in a leap year.
    let ends_february = span.last.month() == 2 && span.last.day() == span.last.days_in_month();
    let last = if ends_february { last.last_of_month() } else { last };
    Span::new(moved(span.first), last)
}

fn divided_by_new(new: Decimal, reference: Decimal) -> Option<Decimal> {
    (new - reference).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(new)
}
