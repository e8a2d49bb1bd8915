//! The Norwegian calendar: holidays, working days, ISO weeks, quarters, *tilsvarende dager*.
//!
//! Nothing here knows what day it is; today is always an argument.

mod holiday;
mod quarter;
mod similar;
mod span;
mod week;
mod workday;

use std::ops::RangeInclusive;

pub use holiday::{Holiday, holiday};
pub use quarter::{HalfYear, Quarter};
pub use similar::similar_days;
pub use span::Span;
pub use week::{IsoWeek, weeks_in};
pub use workday::{is_workday, workdays};

/// A calendar year, 2021.
pub type Year = i16;

/// The years that the program works with; what a person or a file says of others is a mistake.
pub const YEARS: RangeInclusive<Year> = 1900..=2200;

/// A day without a clock or a zone.
pub use jiff::civil::Date;

/// The day's number, counted from 1 January 1970; a compact index for series of days.
#[inline]
pub fn day_number(date: Date) -> i32 {
    // Hinnant's days_from_civil: series ask for many days, and this is a few multiplications.
    let (year, month, day) =
        (i32::from(date.year()), i32::from(date.month()), i32::from(date.day()));
    let year = year - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The day with that number; numbers outside the years 1 to 9999 give the nearest end.
#[inline]
pub fn day_from_number(number: i32) -> Date {
    // Hinnant's civil_from_days: exact for every i32, and no allocation or fallible span.
    let z = i64::from(number) + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_index = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_index + 2) / 5 + 1;
    let month = if month_index < 10 { month_index + 3 } else { month_index - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let nearest_end = if number < 0 { Date::MIN } else { Date::MAX };
    let fitted = || {
        Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
            .ok()
    };
    fitted().unwrap_or(nearest_end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_number_counts_from_1970_and_leads_back() {
        assert_eq!(day_number(date(1970, 1, 2)), 1);
        assert_eq!(day_number(date(1969, 12, 31)), -1);
        for year in [1900, 2000, 2015, 2020, 2021, 2100] {
            for day in [date(year, 2, 28), date(year, 3, 1), date(year, 12, 31)] {
                assert_eq!(day_from_number(day_number(day)), day);
            }
        }
        assert_eq!(day_from_number(i32::MAX), Date::MAX);
        assert_eq!(day_from_number(i32::MIN), Date::MIN);
    }
}
