//! Dates of three numbers of two digits, `21-01-04`: whether the year stands first.

use std::ops::RangeInclusive;

use crate::calendar::Year;

/// Lists are of some years at the most: days that are read as years are spread more.
const SPREAD_YEARS: i16 = 10;
/// How long before the report's year the dates of a list may lie.
const YEARS_BACK: i16 = 10;
/// So many dates that may have the year first outweigh one that cannot.
const FITTING: u32 = 5;

/// The least and the greatest of some years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Years {
    first: i16,
    last: i16,
}

impl Years {
    fn with(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    fn span(self) -> i16 {
        self.last.saturating_sub(self.first)
    }
}

/// What dates of three short numbers show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShortDates {
    /// Dates that are days where their first number is the year, and those that are not.
    fitting: u32,
    others: u32,
    /// The years of the fitting ones by their first number, and by their last.
    by_ends: Option<(Years, Years)>,
}

impl ShortDates {
    /// What two lists show together.
    pub fn with(self, other: Self) -> Self {
        let by_ends = match (self.by_ends, other.by_ends) {
            (Some(one), Some(two)) => Some((one.0.with(two.0), one.1.with(two.1))),
            (one, two) => one.or(two),
        };
        Self {
            fitting: self.fitting.saturating_add(other.fitting),
            others: self.others.saturating_add(other.others),
            by_ends,
        }
    }

    /// Takes note of the three numbers of a date.
    pub fn see(&mut self, first: i16, second: i16, third: i16) {
        if !(1..=12).contains(&second) || !(1..=31).contains(&third) {
            self.others = self.others.saturating_add(1);
            return;
        }
        let years = |number: i16| {
            let year = number.saturating_add(2000);
            Years { first: year, last: year }
        };
        let by_ends = Some((years(first), years(third)));
        *self = self.with(Self { fitting: 1, others: 0, by_ends });
    }

    /// How many such dates there are.
    pub fn count(self) -> u32 {
        self.fitting.saturating_add(self.others)
    }

    /// Whether the year stands first: then all dates are of one year or two, and otherwise they
    /// are spread over years or lie in the future.
    pub fn has_year_first(self, report_year: Year) -> bool {
        let Some((by_first, by_third)) = self.by_ends else { return false };
        let likely: RangeInclusive<i16> =
            report_year.saturating_sub(YEARS_BACK)..=report_year.saturating_add(1);
        self.others.saturating_mul(FITTING) < self.fitting
            && by_first.span() <= 1
            && likely.contains(&by_first.first)
            && likely.contains(&by_first.last)
            && (by_third.span() > SPREAD_YEARS || by_third.last > *likely.end())
    }
}
