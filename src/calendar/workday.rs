//! Working days: Monday to Friday that are no public holiday.

use jiff::civil::Weekday;

use super::{Date, Span, holiday};

/// Whether people are at work: Monday to Friday and no public holiday. 24 and 31 December
/// count as working days, as in `arbeidsdager` of the public calendars.
pub fn is_workday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && holiday(day).is_none()
}

/// How many working days `span` holds.
pub fn workdays(span: Span) -> u32 {
    span.days().map(|day| u32::from(is_workday(day))).sum()
}
