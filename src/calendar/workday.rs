//! Working days: Monday to Friday that are no public holiday.

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use jiff::civil::Weekday;

use super::{Date, Holiday, Span, YEARS, Year, day_number, holiday};

/// Whether people are at work: Monday to Friday and no public holiday. 24 and 31 December
/// count as working days, as in `arbeidsdager` of the public calendars.
#[inline]
pub fn is_workday(day: Date) -> bool {
    is_weekday(day) && holiday(day).is_none()
}

/// How many working days `span` holds: its weekdays without the holidays that fall on one.
pub fn workdays(span: Span) -> u32 {
    let weekdays = weekdays_before(day_number(span.last) + 1)
        .saturating_sub(weekdays_before(day_number(span.first)));
    let days = day_number(span.first)..=day_number(span.last);
    let free = (span.first.year()..=span.last.year()).map(|year| free_within(year, &days)).sum();
    u32::try_from(weekdays.saturating_sub(free)).unwrap_or(0)
}

/// How many weekdays of a year among `days`, by their numbers, are holidays.
fn free_within(year: Year, days: &RangeInclusive<i32>) -> i32 {
    let count = |free: &[i32]| {
        let before = free.partition_point(|day| day < days.start());
        let until = free.partition_point(|day| day <= days.end());
        i32::try_from(until.saturating_sub(before)).unwrap_or(0)
    };
    let place = usize::try_from(year - YEARS.start()).ok();
    match place.and_then(|place| FREE_WEEKDAYS.get(place)) {
        Some(known) => count(known.get_or_init(|| free_weekdays(year))),
        None => count(&free_weekdays(year)),
    }
}

/// The holidays of a year that fall on a weekday, by the days' numbers, in order.
fn free_weekdays(year: Year) -> Vec<i32> {
    let days = Holiday::days_of(year).into_iter().filter(|day| is_weekday(*day));
    days.map(day_number).collect()
}

/// The free weekdays of each year that the program works with, kept once somebody asked: every
/// comparison of two years does.
static FREE_WEEKDAYS: [OnceLock<Vec<i32>>; YEAR_COUNT] = [const { OnceLock::new() }; YEAR_COUNT];
const YEAR_COUNT: usize = (*YEARS.end() - *YEARS.start()) as usize + 1;

fn is_weekday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The days Monday to Friday from Monday 5 January 1970 up to the day with that number.
fn weekdays_before(number: i32) -> i32 {
    const FIRST_MONDAY: i32 = 4;
    let days = number - FIRST_MONDAY;
    5 * days.div_euclid(7) + days.rem_euclid(7).min(5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn working_days_are_counted_as_one_counts_them_on_a_calendar() {
        for year in [1850, 1965, 1970, 2015, 2020, 2021, 2027, 2199, 2200, 2201] {
            for first in Span::year(year).days().step_by(11) {
                for last in [first, date(year, 12, 31), date(year + 1, 3, 14)] {
                    let span = Span::new(first, last);
                    let counted = span.days().filter(|day| is_workday(*day)).count();
                    assert_eq!(workdays(span), counted as u32, "{span:?}");
                }
            }
        }
    }
}
