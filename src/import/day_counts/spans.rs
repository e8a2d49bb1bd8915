//! Counts of weeks or months that stand under a day each, which are no day's counts.

use std::collections::BTreeSet;

use crate::calendar::Date;
use crate::project::Minute;

/// From this many days on, days of one weekday are taken for weeks, and days with one number for
/// months …
const FEWEST: usize = 3;
/// … and from this many on where holidays move some of them, or they are two weeks apart.
const FEWEST_UNEVEN: usize = 4;
/// Of days on which weeks begin or end these are enough.
const FEWEST_FULL: usize = 2;
const DAYS_A_WEEK: i32 = 7;
/// Days from a Monday on.
const SATURDAY: i32 = 5;
const SUNDAY: i32 = 6;
/// A Monday, from which weeks are counted.
const MONDAY: Date = Date::constant(2018, 1, 1);

/// What rows with days are counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedOver {
    /// Each row is a week's.
    Weeks,
    /// Each row is a month's, or that of several.
    Months,
}

impl CountedOver {
    /// What the days of a list show; `None` where they look like days. A heading may say itself
    /// that they are none, so that one of them is enough.
    pub fn of(days: impl Iterator<Item = Date>, is_headed_so: bool) -> Option<Self> {
        let days: BTreeSet<Date> = days.collect();
        let least = if is_headed_so { 1 } else { 2 };
        let first = days.first()?;
        let ends_month = |day: &Date| *day == day.last_of_month();
        let are_ends = days.iter().all(|day| day.day() == 1) || days.iter().all(ends_month);
        let are_alike = days.len() >= FEWEST && days.iter().all(|day| day.day() == first.day());
        if days.len() >= least && are_ends || are_alike || are_first_or_last_workdays(&days) {
            return Some(Self::Months);
        }
        are_weeks(&days).then_some(Self::Weeks)
    }

    /// One of them in words.
    pub fn word(self) -> String {
        match self {
            Self::Weeks => crate::t!("import-over-week"),
            Self::Months => crate::t!("import-over-month"),
        }
    }
}

/// Whether days stand one in each month, or in each third, always in its first or last week.
fn are_first_or_last_workdays(days: &BTreeSet<Date>) -> bool {
    let is_early = |day: &Date| i32::from(day.day()) <= DAYS_A_WEEK;
    let is_late = |day: &Date| i32::from(day.last_of_month().day() - day.day()) < DAYS_A_WEEK;
    let months = days.iter().map(|day| i32::from(day.year()) * 12 + i32::from(day.month()));
    days.len() >= FEWEST
        && (days.iter().all(is_early) || days.iter().all(is_late))
        && step(&months.collect::<Vec<_>>()).is_some_and(|step| step > 0)
}

/// Whether days stand one in each week, or in each second.
fn are_weeks(days: &BTreeSet<Date>) -> bool {
    let monday = Minute::start_of(MONDAY).day_number();
    let numbers: Vec<i32> =
        days.iter().map(|day| Minute::start_of(*day).day_number() - monday).collect();
    let gaps = || numbers.iter().skip(1).zip(&numbers).map(|(next, before)| next - before);
    let next = gaps().filter(|gap| *gap == DAYS_A_WEEK).count();
    let is_of_one_weekday = gaps().all(|gap| gap % DAYS_A_WEEK == 0);
    let weekday = numbers.first().map_or(0, |day| day.rem_euclid(DAYS_A_WEEK));
    // A week neither begins nor ends on a Saturday: who is on duty then has a list of them.
    if is_of_one_weekday && weekday == SATURDAY {
        return false;
    }
    let fewest = if matches!(weekday, 0 | SUNDAY) { FEWEST_FULL } else { FEWEST };
    if is_of_one_weekday && days.len() >= fewest && next * 2 >= gaps().count() {
        return true;
    }
    let weeks: Vec<i32> = numbers.iter().map(|day| day.div_euclid(DAYS_A_WEEK)).collect();
    let are_even = match step(&weeks) {
        Some(1) => next * 2 >= gaps().count(),
        Some(2) => is_of_one_weekday,
        _ => false,
    };
    days.len() >= FEWEST_UNEVEN && are_even
}

/// The distance from each number to the next, where it is always the same.
fn step(numbers: &[i32]) -> Option<i32> {
    let mut gaps = numbers.iter().skip(1).zip(numbers).map(|(next, before)| next - before);
    let first = gaps.next()?;
    gaps.all(|gap| gap == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn over(days: &[(i8, i8)]) -> Option<CountedOver> {
        CountedOver::of(days.iter().map(|(month, day)| date(2021, *month, *day)), false)
    }

    #[test]
    fn days_that_stand_a_week_or_a_month_apart_are_none() {
        assert_eq!(over(&[(1, 1), (2, 1)]), Some(CountedOver::Months));
        assert_eq!(over(&[(1, 31), (2, 28), (3, 31)]), Some(CountedOver::Months));
        assert_eq!(over(&[(3, 31), (6, 30), (9, 30), (12, 31)]), Some(CountedOver::Months));
        assert_eq!(over(&[(1, 15), (2, 15), (3, 15)]), Some(CountedOver::Months));
        assert_eq!(over(&[(1, 4), (1, 11), (1, 18)]), Some(CountedOver::Weeks));
        assert_eq!(over(&[(1, 4), (1, 11)]), Some(CountedOver::Weeks));
        assert_eq!(over(&[(1, 3), (1, 10)]), Some(CountedOver::Weeks));
        assert_eq!(over(&[(1, 4), (1, 11), (1, 25), (2, 1)]), Some(CountedOver::Weeks));
        // Holidays move some of them.
        assert_eq!(over(&[(1, 4), (2, 1), (3, 1), (4, 6)]), Some(CountedOver::Months));
        assert_eq!(over(&[(1, 29), (2, 26), (3, 31)]), Some(CountedOver::Months));
        assert_eq!(over(&[(3, 22), (3, 29), (4, 6), (4, 12), (4, 19)]), Some(CountedOver::Weeks));
        assert_eq!(over(&[(1, 4), (1, 18), (2, 1), (2, 15)]), Some(CountedOver::Weeks));
    }

    #[test]
    fn days_are_days() {
        for days in [
            &[(1, 4), (1, 5), (1, 6), (1, 7), (1, 8), (1, 11)][..],
            &[(1, 1)],
            &[(1, 5), (1, 12)],
            // Saturdays on duty.
            &[(1, 2), (1, 9), (1, 16), (1, 23), (1, 30)],
            &[(1, 1), (1, 31), (2, 1)],
            &[(1, 4), (1, 18), (3, 1), (5, 3)],
            // Few days with cases, some of them in weeks or months that follow one another.
            &[(1, 14), (2, 9), (3, 24), (4, 2)],
            &[(1, 5), (1, 13), (1, 19), (1, 28)],
            &[(2, 3), (5, 2), (7, 5)],
        ] {
            assert_eq!(over(days), None, "{days:?}");
        }
    }
}
