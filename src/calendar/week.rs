//! ISO 8601 weeks: Monday first, week 1 holds the year's first Thursday.

use jiff::civil::{ISOWeekDate, Weekday, date};

use super::{Date, Span, Year};

/// A week by its ISO year and number. 2 January 2021 lies in week 53 of 2020.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IsoWeek {
    /// The year that the week belongs to, which may differ from its days' year.
    pub year: Year,
    /// 1 to 53.
    pub week: u8,
}

impl IsoWeek {
    /// The week in which `day` lies.
    #[inline]
    pub fn of(day: Date) -> Self {
        let iso = day.iso_week_date();
        Self { year: iso.year(), week: iso.week().unsigned_abs() }
    }

    /// The day of this week that is a `weekday`; `None` where the year has no such week.
    #[inline]
    pub fn day(self, weekday: Weekday) -> Option<Date> {
        let week = i8::try_from(self.week).ok()?;
        Some(ISOWeekDate::new(self.year, week, weekday).ok()?.date())
    }

    /// Monday to Sunday; `None` where the year has no such week.
    #[inline]
    pub fn span(self) -> Option<Span> {
        Some(Span::new(self.day(Weekday::Monday)?, self.day(Weekday::Sunday)?))
    }
}

/// How many ISO weeks `year` has, 52 or 53.
pub fn weeks_in(year: Year) -> u8 {
    // 28 December always lies in the last week of its ISO year.
    IsoWeek::of(date(year, 12, 28)).week
}
