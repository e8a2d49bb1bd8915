//! Dates in every form that exports have them, and what a sheet proves about their order.

mod clock;
mod cursor;
mod order;
mod short;
mod text;
mod zone;

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::raw::{DAYS_TO_1904, RawCell, SERIAL_OF_1970};
use crate::message;
use crate::project::{DateOrder, Minute, StampMeaning, TimeZoneChoice};
use crate::words::Message;

pub use order::{OrderEvidence, OrderVerdict};
pub use text::month_of_word;
pub use zone::{NamedZone, zone_in};

/// The years in which a plain number in a date column is taken for a date.
const NUMBER_YEARS: RangeInclusive<i16> = 2000..=2100;
/// The years in which anything is taken for a date, and four digits for a year.
pub const LIKELY_YEARS: RangeInclusive<i16> = 1950..=2100;
/// Days as one number, `20210312`.
const COMPACT_DAYS: RangeInclusive<f64> = 20_000_101.0..=21_001_231.0;

/// How the dates of a sheet are meant, where they do not say so themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateRule {
    /// Which number comes first in `03/04/2021`; `None` where nobody has said.
    pub order: Option<DateOrder>,
    /// Which number comes first in `03.04.2021`, where that is another.
    pub point_order: Option<DateOrder>,
    /// What a stamp without a zone means.
    pub time_zone: TimeZoneChoice,
    /// What a cell of a workbook means whose stamp ends in `Z`; `None` where nobody has said.
    pub stamps: Option<StampMeaning>,
    /// Whether plain numbers count from 1904.
    pub is_1904: bool,
    /// Whether a spreadsheet program has swapped day and month in all cells that it took for dates,
    /// so that they are swapped back.
    pub is_turned: bool,
    /// Whether the year comes first in `21-01-04`.
    pub is_year_first: bool,
}

impl DateRule {
    /// Whether dates are read alike by two rules.
    pub fn means_the_same(self, other: Self) -> bool {
        let meaning = |rule: Self| {
            let order = rule.order.unwrap_or(DateOrder::DayFirst);
            let point_order = rule.point_order.unwrap_or(order);
            (order, point_order, rule.time_zone, rule.is_turned, rule.is_year_first)
        };
        meaning(self) == meaning(other)
    }
}

/// Why a cell is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing is there, or a word for nothing.
    Missing,
    /// Something other than a date is there.
    NotADate,
    /// A day that no calendar has: 31.02.2021.
    DoesNotExist,
    /// A date, but of another age.
    OutOfRange,
}

impl DateFault {
    /// The sentence that says so.
    pub fn message(self) -> Message {
        match self {
            Self::Missing => message!("import-date-missing"),
            Self::NotADate => message!("date-not-a-date"),
            Self::DoesNotExist => message!("date-does-not-exist"),
            Self::OutOfRange => message!("date-out-of-range"),
        }
    }
}

/// Reads a cell of a date column.
///
/// # Errors
/// When the cell holds no date, or one that cannot be.
pub fn read_minute(
    cell: &RawCell<'_>,
    rule: &DateRule,
    evidence: &mut OrderEvidence,
) -> Result<Minute, DateFault> {
    match cell {
        RawCell::Empty | RawCell::Uncomputed => Err(DateFault::Missing),
        RawCell::Text(text) => text::read(text.trim(), rule, evidence),
        RawCell::Stamp(text) => read_stamp(text.trim(), rule, evidence),
        // `20210312` is no serial.
        RawCell::Number(digits) if COMPACT_DAYS.contains(digits) && digits.fract() == 0.0 => {
            text::read(&digits.to_string(), rule, evidence)
        }
        RawCell::Number(serial) | RawCell::Duration(serial) => {
            from_serial(*serial, rule.is_1904, &NUMBER_YEARS, rule)
        }
        // What a workbook shows for nothing: `00.01.1900`.
        RawCell::DateTime { serial: 0.0, is_1904: false } => Err(DateFault::Missing),
        RawCell::DateTime { serial, is_1904 } => {
            let minute = from_serial(*serial, *is_1904, &LIKELY_YEARS, rule)?;
            evidence.see_day(minute.day().day());
            Ok(if rule.is_turned { turned(minute) } else { minute })
        }
        RawCell::Bool(_) | RawCell::Error(_) | RawCell::Percent(_) => Err(DateFault::NotADate),
    }
}

/// Whether a cell holds a date or something that is meant as one, in whatever order.
pub fn is_like_date(cell: &RawCell<'_>, rule: &DateRule) -> bool {
    let read = read_minute(cell, rule, &mut OrderEvidence::default());
    matches!(read, Ok(_) | Err(DateFault::DoesNotExist))
}

/// Whether a cell holds a date with a time of day.
pub fn has_clock(cell: &RawCell<'_>) -> bool {
    match cell {
        RawCell::Text(text) => text::has_clock(text.trim()),
        RawCell::Number(serial) | RawCell::DateTime { serial, .. } => {
            *serial > 1.0 && serial.fract() != 0.0
        }
        _ => false,
    }
}

/// Whether a cell holds a time of day and nothing else.
pub fn is_clock_cell(cell: &RawCell<'_>) -> bool {
    match cell {
        RawCell::Text(text) => text::is_clock(text),
        RawCell::Number(part) | RawCell::DateTime { serial: part, .. } => (0.0..1.0).contains(part),
        _ => false,
    }
}

/// A date with the clock that stands in a separate cell.
pub fn with_clock<'a>(date: &RawCell<'a>, clock: &RawCell<'_>) -> RawCell<'a> {
    let part = match clock {
        RawCell::Text(text) => text::minutes(text).map(|minutes| f64::from(minutes) / 1_440.0),
        RawCell::Number(part) | RawCell::DateTime { serial: part, .. } => {
            Some(*part).filter(|part| (0.0..1.0).contains(part))
        }
        _ => None,
    };
    match (date, part) {
        (RawCell::DateTime { serial, is_1904 }, Some(part)) => {
            RawCell::DateTime { serial: serial.floor() + part, is_1904: *is_1904 }
        }
        (RawCell::Number(digits), Some(_)) if COMPACT_DAYS.contains(digits) => {
            with_clock(&RawCell::Text(digits.to_string().into()), clock)
        }
        (RawCell::Number(serial), Some(part)) => RawCell::Number(serial.floor() + part),
        (RawCell::Text(day), Some(part)) => {
            let minutes = (part * 1_440.0 + 0.01).floor() as u32;
            let text = format!("{} {:02}:{:02}", day.trim(), minutes / 60, minutes % 60);
            RawCell::Text(text.into())
        }
        _ => date.clone(),
    }
}

/// The moment in Norwegian local time.
pub fn oslo(stamp: Timestamp) -> Minute {
    static OSLO: OnceLock<TimeZone> = OnceLock::new();
    // The zone is bundled; without it the winter's offset is right for most of the year.
    let winter = || TimeZone::fixed(jiff::tz::offset(1));
    let zone = OSLO.get_or_init(|| TimeZone::get("Europe/Oslo").unwrap_or_else(|_| winter()));
    Minute::from(zone.to_datetime(stamp))
}

fn from_serial(
    serial: f64,
    is_1904: bool,
    years: &RangeInclusive<i16>,
    rule: &DateRule,
) -> Result<Minute, DateFault> {
    let days = if is_1904 { serial + DAYS_TO_1904 } else { serial } - SERIAL_OF_1970;
    // Half a second hides the noise of the float; what is left is cut to the minute.
    let minutes = ((days * 86_400.0).round() / 60.0).floor();
    if !minutes.is_finite() || minutes.abs() > f64::from(i32::MAX) {
        return Err(DateFault::OutOfRange);
    }
    let minute = Minute::default().plus_minutes(minutes as i32);
    if !years.contains(&minute.day().year()) {
        return Err(DateFault::OutOfRange);
    }
    let has_clock = serial.fract() != 0.0;
    Ok(if has_clock && rule.time_zone == TimeZoneChoice::Utc { from_utc(minute) } else { minute })
}

fn from_utc(minute: Minute) -> Minute {
    let minutes = i64::from(minute.minutes_since(Minute::default()));
    Timestamp::from_second(minutes * 60).map_or(minute, oslo)
}

/// A stamp whose `Z` is meant or is not; as long as nobody has said, it is not.
fn read_stamp(
    text: &str,
    rule: &DateRule,
    evidence: &mut OrderEvidence,
) -> Result<Minute, DateFault> {
    let wall = text.trim_end_matches(['Z', 'z']);
    match rule.stamps {
        Some(StampMeaning::Utc) => text::read(text, rule, evidence),
        Some(StampMeaning::Wall) => {
            let rule = DateRule { time_zone: TimeZoneChoice::Local, ..*rule };
            text::read(wall, &rule, evidence)
        }
        None => text::read(wall, rule, evidence),
    }
}

/// The same time of day, with day and month swapped.
fn turned(minute: Minute) -> Minute {
    let day = minute.day();
    match jiff::civil::Date::new(day.year(), day.day(), day.month()) {
        Ok(other) => {
            let (hour, clock_minute) = minute.clock();
            Minute::new(other, hour, clock_minute)
        }
        Err(_) => minute,
    }
}
