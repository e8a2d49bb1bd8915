//! *Tilsvarende dager*: the days of other years that a day can fairly be compared with.

use jiff::civil::Weekday;

use super::{Date, Holiday, IsoWeek, Span, holiday};

/// How a day is compared with other years.
enum Kind {
    /// By date, whatever the weekday: fixed holidays, 24 and 31 December.
    Dated { month: i8, day: i8 },
    /// With its own kind, wherever Easter puts it.
    Movable(Holiday),
    /// By ISO week and weekday.
    Ordinary { week: u8, weekday: Weekday },
}

impl Kind {
    fn of(day: Date) -> Self {
        let dated = Self::Dated { month: day.month(), day: day.day() };
        match holiday(day) {
            Some(holiday) if holiday.is_movable() => Self::Movable(holiday),
            Some(_) => dated,
            None if day.month() == 12 && matches!(day.day(), 24 | 31) => dated,
            None => Self::Ordinary { week: IsoWeek::of(day).week, weekday: day.weekday() },
        }
    }

    /// The day of this kind in `year` (for an ordinary day the ISO year), if it has one.
    fn in_year(&self, year: i16) -> Option<Date> {
        match *self {
            Self::Dated { month, day } => Date::new(year, month, day).ok(),
            Self::Movable(holiday) => Some(holiday.in_year(year)),
            Self::Ordinary { week, weekday } => IsoWeek { year, week }
                .day(weekday)
                .filter(|day| matches!(Self::of(*day), Self::Ordinary { .. })),
        }
    }
}

/// The days of `baseline` that `day` is compared with, oldest first.
///
/// An ordinary day meets the same ISO week and weekday where that is an ordinary day too;
/// movable feasts meet their own kind; fixed holidays, 24 and 31 December meet by date. Week
/// 53 meets week 53. A day never meets itself. So 15 April 2021, a Thursday of week 15, meets
/// four days of 2015–2020, since that Thursday was Skjærtorsdag in 2017 and in 2020, and
/// 2 January 2021, a Saturday of week 53, meets 2 January 2016 alone.
pub fn similar_days(day: Date, baseline: Span) -> Vec<Date> {
    let kind = Kind::of(day);
    // An ISO year may start three days before the calendar's or end three days after it.
    (baseline.first.year() - 1..=baseline.last.year() + 1)
        .filter_map(|year| kind.in_year(year))
        .filter(|candidate| baseline.contains(*candidate) && *candidate != day)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn meets(day: Date) -> Vec<String> {
        similar_days(day, Span::years(2015, 2020)).iter().map(Date::to_string).collect()
    }

    #[test]
    fn an_ordinary_day_meets_the_same_week_and_weekday() {
        assert_eq!(
            meets(date(2021, 3, 11)),
            ["2015-03-05", "2016-03-10", "2017-03-09", "2018-03-08", "2019-03-07", "2020-03-05"]
        );
    }

    #[test]
    fn an_ordinary_day_meets_no_holiday() {
        assert!(!meets(date(2021, 1, 4)).contains(&"2018-01-01".to_owned()));
        assert_eq!(meets(date(2021, 4, 15)).len(), 4);
    }

    #[test]
    fn a_movable_feast_meets_its_own_kind() {
        assert_eq!(
            meets(date(2021, 4, 2)),
            ["2015-04-03", "2016-03-25", "2017-04-14", "2018-03-30", "2019-04-19", "2020-04-10"]
        );
    }

    #[test]
    fn fixed_holidays_and_the_two_eves_meet_by_date() {
        for (month, day) in [(1, 1), (5, 1), (5, 17), (12, 24), (12, 25), (12, 26), (12, 31)] {
            let days = similar_days(date(2021, month, day), Span::years(2015, 2020));
            assert_eq!(days.len(), 6);
            assert!(days.iter().all(|met| (met.month(), met.day()) == (month, day)));
        }
    }

    #[test]
    fn week_53_meets_week_53_and_no_day_meets_itself() {
        assert_eq!(meets(date(2021, 1, 2)), ["2016-01-02"]);
        assert_eq!(similar_days(date(2020, 3, 5), Span::years(2020, 2020)), []);
    }
}
