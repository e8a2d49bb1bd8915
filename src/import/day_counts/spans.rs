//! Counts of weeks or months that stand under a day each, which are no day's counts.

use std::collections::BTreeSet;

use crate::calendar::Date;
use crate::project::Minute;

/// Days of the same weekday are weeks, and days of the same number months, from so many on.
const FEWEST: usize = 3;
const DAYS_A_WEEK: i32 = 7;

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
        if days.len() >= least && are_ends || are_alike {
            return Some(Self::Months);
        }
        let numbers: Vec<i32> =
            days.iter().map(|day| Minute::start_of(*day).day_number()).collect();
        let gaps = || numbers.iter().skip(1).zip(&numbers).map(|(next, own)| next - own);
        let next = gaps().filter(|gap| *gap == DAYS_A_WEEK).count();
        let are_weeks = days.len() >= FEWEST
            && gaps().all(|gap| gap % DAYS_A_WEEK == 0)
            && next * 2 >= gaps().count();
        are_weeks.then_some(Self::Weeks)
    }

    /// One of them in words.
    pub fn word(self) -> String {
        match self {
            Self::Weeks => crate::t!("import-over-week"),
            Self::Months => crate::t!("import-over-month"),
        }
    }
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
        assert_eq!(over(&[(1, 4), (1, 11), (1, 25), (2, 1)]), Some(CountedOver::Weeks));
    }

    #[test]
    fn days_are_days() {
        for days in [
            &[(1, 4), (1, 5), (1, 6), (1, 7), (1, 8), (1, 11)][..],
            &[(1, 1)],
            &[(1, 4), (1, 11)],
            &[(1, 1), (1, 31), (2, 1)],
            &[(1, 4), (1, 18), (3, 1), (5, 3)],
        ] {
            assert_eq!(over(days), None, "{days:?}");
        }
    }
}
