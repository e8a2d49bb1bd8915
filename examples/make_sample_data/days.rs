//! How the cases of a quarter fall on its days.
//!
//! Weekends, holidays and dated events have counts of their own; the rest of the quarter is
//! shared out over the working days after their expected load. All loads are whole numbers,
//! since floating point would have to agree on every machine.

use arsmelding::calendar::{Date, Holiday, IsoWeek, Quarter, Year, holiday, is_workday};
use jiff::ToSpan as _;
use jiff::civil::{Weekday, date};

use crate::random::Random;
use crate::share::share_out;
use crate::{events, facts};

/// An ordinary year: cases per full ISO week, 1 to 53. The winter holiday is week 8, the
/// summer holidays are weeks 27 to 32, school starts in weeks 33 to 35, the autumn holiday is
/// week 40.
const WEEKS: [u64; 53] = [
    640, 930, 825, 770, 740, 735, 715, 655, 670, 745, 755, 740, 720, 700, 700, 705, 710, 705, 700,
    705, 690, 700, 715, 720, 700, 600, 470, 370, 335, 350, 440, 640, 890, 1_010, 915, 840, 770,
    740, 725, 570, 690, 695, 690, 715, 745, 725, 705, 690, 680, 665, 640, 600, 600,
];

/// Percent of an average working day, Monday to Friday.
const WEEKDAYS: [u64; 5] = [116, 106, 101, 96, 81];

/// Percent of the week's load on days around Christmas and New Year.
const AROUND_CHRISTMAS: [((i8, i8), u64); 14] = [
    ((1, 2), 55),
    ((1, 3), 60),
    ((1, 4), 85),
    ((1, 5), 88),
    ((12, 20), 95),
    ((12, 21), 88),
    ((12, 22), 75),
    ((12, 23), 52),
    ((12, 24), 9),
    ((12, 27), 38),
    ((12, 28), 40),
    ((12, 29), 38),
    ((12, 30), 34),
    ((12, 31), 13),
];

/// Percent of the ordinary load in single weeks of single years: the pandemic, and made-up
/// trouble that makes the years differ.
const WEEKS_APART: [(Year, u8, u64); 14] = [
    (2015, 6, 108),
    (2016, 22, 112),
    (2016, 45, 128),
    (2017, 10, 118),
    (2017, 36, 110),
    (2018, 2, 112),
    (2018, 34, 112),
    (2018, 35, 114),
    (2019, 36, 116),
    (2019, 48, 108),
    (2020, 12, 168),
    (2020, 13, 144),
    (2020, 14, 122),
    (2020, 15, 110),
];

/// Every day of `year` with its cases; the quarters add up to the report's totals.
pub fn cases_per_day(year: Year) -> Vec<(Date, u32)> {
    let mut random = Random::new("cases per day", year);
    let week_noise: Vec<u64> = WEEKS.iter().map(|_| u64::from(random.between(93, 107))).collect();
    let totals = facts::cases(year);
    Quarter::ALL
        .into_iter()
        .flat_map(|quarter| {
            let days: Vec<Date> = quarter.span(year).days().collect();
            let loads: Vec<Load> =
                days.iter().map(|day| Load::of(*day, &week_noise, &mut random)).collect();
            days.into_iter().zip(spread(totals[quarter.index()], &loads))
        })
        .collect()
}

/// What one day takes of its quarter.
enum Load {
    /// So many cases.
    Cases(u32),
    /// A share of what is left, by this weight.
    Weight(u64),
}

impl Load {
    /// What `day` takes, with the noise of its week and its own.
    fn of(day: Date, week_noise: &[u64], random: &mut Random) -> Self {
        if let Some(event) = events::on(day) {
            return Self::Cases(event.cases);
        }
        match (is_workday(day), day.weekday()) {
            (true, _) => Self::Weight(weight(day, week_noise) * u64::from(random.between(92, 108))),
            (false, Weekday::Saturday) => Self::Cases(random.between(4, 12)),
            (false, Weekday::Sunday) => Self::Cases(random.between(2, 9)),
            (false, _) => Self::Cases(random.between(3, 14)),
        }
    }

    /// Own cases and weight; one of the two is 0.
    fn parts(&self) -> (u32, u64) {
        match *self {
            Self::Cases(cases) => (cases, 0),
            Self::Weight(weight) => (0, weight),
        }
    }
}

/// `total` cases over the days: what they take of their own, and shares of the rest.
fn spread(total: u32, loads: &[Load]) -> Vec<u32> {
    let fixed: u32 = loads.iter().map(|load| load.parts().0).sum();
    let weights: Vec<u64> = loads.iter().map(|load| load.parts().1).collect();
    let shares = share_out(total - fixed, &weights);
    loads.iter().zip(shares).map(|(load, share)| load.parts().0 + share).collect()
}

/// The expected load of a working day, before the day's own noise.
fn weight(day: Date, week_noise: &[u64]) -> u64 {
    let week = usize::from(IsoWeek::of(day).week) - 1;
    let weekday = day.weekday().to_monday_zero_offset().unsigned_abs();
    WEEKS[week]
        * WEEKDAYS[usize::from(weekday)]
        * week_noise[week]
        * week_apart_percent(day)
        * date_percent(day)
        / 10_000
}

fn week_apart_percent(day: Date) -> u64 {
    if (date(2020, 3, 12)..=date(2020, 3, 13)).contains(&day) {
        return 145; // the country closed on a Thursday, in the middle of week 11
    }
    let week = IsoWeek::of(day);
    let apart = WEEKS_APART.iter().find(|(year, own, _)| (*year, *own) == (week.year, week.week));
    apart.map_or(100, |(.., percent)| *percent)
}

fn date_percent(day: Date) -> u64 {
    let around = AROUND_CHRISTMAS.iter().find(|(own, _)| *own == (day.month(), day.day()));
    if let Some((_, percent)) = around {
        return *percent;
    }
    let after = |days: i32| day.saturating_add(days.days());
    let is_easter_week = (1..=3).any(|days| holiday(after(days)) == Some(Holiday::MaundyThursday));
    if is_easter_week {
        60
    } else if !is_workday(after(-1)) && !is_workday(after(1)) {
        55 // squeezed in between a holiday and a weekend
    } else if holiday(after(-1)).is_some() {
        115 // what was left lying
    } else {
        100
    }
}
