//! The public holidays (lov 24.2.1995 nr. 12 §2 and lov 26.4.1947 nr. 1).
//!
//! Ordinary Sundays are left out, and so is Palm Sunday, which the law does not name.

use jiff::ToSpan as _;
use jiff::civil::date;

use super::{Date, Year};
use crate::text_key;

/// A public holiday. The movable ones follow Easter; the others keep their date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holiday {
    /// Første nyttårsdag, 1 January.
    NewYear,
    /// Skjærtorsdag.
    MaundyThursday,
    /// Langfredag.
    GoodFriday,
    /// Første påskedag.
    EasterSunday,
    /// Andre påskedag.
    EasterMonday,
    /// Arbeidernes dag, 1 May.
    LabourDay,
    /// Grunnlovsdag, 17 May.
    ConstitutionDay,
    /// Kristi himmelfartsdag.
    Ascension,
    /// Første pinsedag.
    WhitSunday,
    /// Andre pinsedag.
    WhitMonday,
    /// Første juledag, 25 December.
    ChristmasDay,
    /// Andre juledag, 26 December.
    BoxingDay,
}

impl Holiday {
    /// Those that keep their date, with month and day.
    const FIXED: [(Self, i8, i8); 5] = [
        (Self::NewYear, 1, 1),
        (Self::LabourDay, 5, 1),
        (Self::ConstitutionDay, 5, 17),
        (Self::ChristmasDay, 12, 25),
        (Self::BoxingDay, 12, 26),
    ];

    /// Those that follow Easter, with the days after Easter Sunday.
    const MOVABLE: [(Self, i32); 7] = [
        (Self::MaundyThursday, -3),
        (Self::GoodFriday, -2),
        (Self::EasterSunday, 0),
        (Self::EasterMonday, 1),
        (Self::Ascension, 39),
        (Self::WhitSunday, 49),
        (Self::WhitMonday, 50),
    ];

    /// Whether the holiday follows Easter.
    #[inline]
    pub fn is_movable(self) -> bool {
        Self::MOVABLE.iter().any(|(movable, _)| *movable == self)
    }

    /// The day on which the holiday falls in `year`.
    pub fn in_year(self, year: Year) -> Date {
        let fixed = Self::FIXED.iter().find(|(holiday, ..)| *holiday == self);
        if let Some((_, month, day)) = fixed {
            return date(year, *month, *day);
        }
        let offset = Self::MOVABLE.iter().find(|(holiday, _)| *holiday == self);
        let easter = super::day_number(easter_sunday(year));
        super::day_from_number(easter + offset.map_or(0, |(_, days)| *days))
    }

    /// The days of a year that are public holidays, each once, in order.
    pub(super) fn days_of(year: Year) -> Vec<Date> {
        let fixed = Self::FIXED.iter().map(|(_, month, day)| date(year, *month, *day));
        let easter = easter_sunday(year);
        let movable = Self::MOVABLE.iter().map(|(_, days)| easter.saturating_add(days.days()));
        let mut days: Vec<Date> = fixed.chain(movable).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The holiday's key in the locale files.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::NewYear => text_key!("holiday-new-year"),
            Self::MaundyThursday => text_key!("holiday-maundy-thursday"),
            Self::GoodFriday => text_key!("holiday-good-friday"),
            Self::EasterSunday => text_key!("holiday-easter-sunday"),
            Self::EasterMonday => text_key!("holiday-easter-monday"),
            Self::LabourDay => text_key!("holiday-labour-day"),
            Self::ConstitutionDay => text_key!("holiday-constitution-day"),
            Self::Ascension => text_key!("holiday-ascension"),
            Self::WhitSunday => text_key!("holiday-whit-sunday"),
            Self::WhitMonday => text_key!("holiday-whit-monday"),
            Self::ChristmasDay => text_key!("holiday-christmas-day"),
            Self::BoxingDay => text_key!("holiday-boxing-day"),
        }
    }
}

/// The public holiday on `day`, if there is one. Where two meet (17 May and Whit Monday in
/// 2027), the one that keeps its date is named.
pub fn holiday(day: Date) -> Option<Holiday> {
    let fixed = Holiday::FIXED
        .iter()
        .find(|(_, month, of_month)| (day.month(), day.day()) == (*month, *of_month));
    if let Some((holiday, ..)) = fixed {
        return Some(*holiday);
    }
    // Easter is looked up for the months only in which a movable feast can fall.
    if !(3..=6).contains(&day.month()) {
        return None;
    }
    let after_easter = super::day_number(day) - super::day_number(easter_sunday(day.year()));
    Holiday::MOVABLE.iter().find(|(_, offset)| *offset == after_easter).map(|(holiday, _)| *holiday)
}

/// Easter Sunday in the Gregorian calendar, by the anonymous (Meeus/Jones/Butcher) rule.
fn easter_sunday(year: Year) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    // The rule gives 22 March to 25 April for every year of the calendar.
    date(year, month as i8, day as i8)
}
