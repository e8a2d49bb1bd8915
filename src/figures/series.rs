//! Series of cases: by day against *tilsvarende dager*, and by ISO week.

use rust_decimal::Decimal;

use crate::calendar::{Date, Holiday, IsoWeek, Span, Year};

/// An average with what it was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Average {
    /// The sum of the values.
    pub sum: u64,
    /// How many values there are, at least one.
    pub n: u32,
    /// The lowest of them.
    pub min: u32,
    /// The highest of them.
    pub max: u32,
}

impl Average {
    /// The average of `values`; `None` where there are none.
    #[inline]
    pub fn of(values: impl IntoIterator<Item = u32>) -> Option<Self> {
        values.into_iter().fold(None, |average: Option<Self>, value| {
            Some(average.map_or(
                Self { sum: value.into(), n: 1, min: value, max: value },
                |so_far| Self {
                    sum: so_far.sum + u64::from(value),
                    n: so_far.n + 1,
                    min: so_far.min.min(value),
                    max: so_far.max.max(value),
                },
            ))
        })
    }

    /// The exact average.
    #[inline]
    pub fn value(&self) -> Decimal {
        Decimal::from(self.sum) / Decimal::from(self.n)
    }

    /// The average for drawing.
    #[inline]
    pub fn as_f64(&self) -> f64 {
        self.sum as f64 / f64::from(self.n)
    }
}

/// One day of the report year beside the days it is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayPoint {
    /// The day.
    pub date: Date,
    /// The public holiday on it.
    pub holiday: Option<Holiday>,
    /// Whether people are at work.
    pub is_workday: bool,
    /// Its cases; `None` where no source speaks of the day.
    pub cases: Option<u32>,
    /// Whether the export was made on the day, so that it may be incomplete and is not compared.
    pub is_partial: bool,
    /// The average of the days that it is compared with; `None` where there are none.
    pub average: Option<Average>,
    /// Those days with their cases, oldest first.
    pub compared: Vec<(Date, u32)>,
}

/// The days of a span beside the baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DailySeries {
    /// The days.
    pub days: Vec<DayPoint>,
    /// The years whose days are compared with, whole.
    pub baseline: Span,
}

impl DailySeries {
    /// Whether there is anything to compare a day with.
    pub fn has_average(&self) -> bool {
        self.days.iter().any(|day| day.average.is_some())
    }
}

/// The cases of one week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekPoint {
    /// The week.
    pub week: IsoWeek,
    /// The cases of its known days.
    pub cases: u32,
    /// Whether every working day of it is known, so that it can be compared.
    pub is_complete: bool,
}

/// Every known week, and for each week number of the report year the average of the baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeeklySeries {
    /// The report year.
    pub year: Year,
    /// The years that it is compared with, first and last.
    pub baseline: (Year, Year),
    /// Every week with a known day, in order.
    pub weeks: Vec<WeekPoint>,
    /// By week number less one: the average of the complete weeks of the baseline.
    pub averages: Vec<Option<Average>>,
}

impl WeeklySeries {
    /// Whether there is anything to compare a week with.
    pub fn has_average(&self) -> bool {
        self.averages.iter().any(Option::is_some)
    }

    /// The weeks of one ISO year, in order.
    #[inline]
    pub fn of_year(&self, year: Year) -> impl Iterator<Item = &WeekPoint> {
        self.weeks.iter().filter(move |point| point.week.year == year)
    }
}
