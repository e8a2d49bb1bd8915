//! The quarters and halves of a year.

use super::{Date, Span, Year};
use jiff::civil::date;
use serde::{Deserialize, Serialize};

/// A quarter of a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quarter {
    /// January to March.
    First,
    /// April to June.
    Second,
    /// July to September.
    Third,
    /// October to December.
    Fourth,
}

impl Quarter {
    /// All four, in order.
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Third, Self::Fourth];

    /// The quarter with that number, 1 to 4.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|quarter| quarter.number() == number)
    }

    /// The quarter in which `day` lies.
    pub fn of(day: Date) -> Self {
        match day.month() {
            1..=3 => Self::First,
            4..=6 => Self::Second,
            7..=9 => Self::Third,
            _ => Self::Fourth,
        }
    }

    /// 1 to 4.
    #[inline]
    pub fn number(self) -> u8 {
        self.index() as u8 + 1
    }

    /// 0 to 3, for tables with a place for each quarter.
    #[inline]
    pub fn index(self) -> usize {
        self as usize
    }

    /// The quarter's days in `year`.
    pub fn span(self, year: Year) -> Span {
        let (first, last) = match self {
            Self::First => (date(year, 1, 1), date(year, 3, 31)),
            Self::Second => (date(year, 4, 1), date(year, 6, 30)),
            Self::Third => (date(year, 7, 1), date(year, 9, 30)),
            Self::Fourth => (date(year, 10, 1), date(year, 12, 31)),
        };
        Span::new(first, last)
    }
}

/// A half of a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HalfYear {
    /// January to June.
    First,
    /// July to December.
    Second,
}

impl HalfYear {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];

    /// 1 or 2.
    pub fn number(self) -> u8 {
        match self {
            Self::First => 1,
            Self::Second => 2,
        }
    }

    /// The days of the half in `year`.
    pub fn span(self, year: Year) -> Span {
        let (first, last) = match self {
            Self::First => (Quarter::First, Quarter::Second),
            Self::Second => (Quarter::Third, Quarter::Fourth),
        };
        first.span(year).hull(&last.span(year))
    }
}
