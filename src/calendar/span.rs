//! A run of days, both ends included.

use serde::{Deserialize, Serialize};

use super::{Date, Quarter, Year, day_from_number, day_number};

/// A run of days from `first` to `last`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The first day.
    pub first: Date,
    /// The last day, itself included.
    pub last: Date,
}

impl Span {
    /// From `first` to `last`; given the wrong way round, they change places.
    #[inline]
    pub fn new(first: Date, last: Date) -> Self {
        Self { first: first.min(last), last: first.max(last) }
    }

    /// The whole of one year.
    #[inline]
    pub fn year(year: Year) -> Self {
        Self { first: Quarter::First.span(year).first, last: Quarter::Fourth.span(year).last }
    }

    /// One month of a year, 1 to 12; `None` where there is no such month.
    pub fn month(year: Year, month: u8) -> Option<Self> {
        let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
        Some(Self { first, last: first.last_of_month() })
    }

    /// From the first day of the first year to the last day of the last.
    pub fn years(first: Year, last: Year) -> Self {
        Self::new(Self::year(first).first, Self::year(last).last)
    }

    /// Whether `day` lies in the span.
    #[inline]
    pub fn contains(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// How many days the span holds, at least one.
    #[inline]
    pub fn len_days(&self) -> i32 {
        day_number(self.last) - day_number(self.first) + 1
    }

    /// The days in order.
    #[inline]
    pub fn days(&self) -> impl DoubleEndedIterator<Item = Date> + Clone + use<> {
        (day_number(self.first)..=day_number(self.last)).map(day_from_number)
    }

    /// What both spans hold, if anything.
    #[inline]
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (first <= last).then_some(Self { first, last })
    }

    /// The shortest span that holds both.
    pub fn hull(&self, other: &Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}
