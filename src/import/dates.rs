//! Dates in every form that exports have them, and what a sheet proves about their order.

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::raw::{DAYS_TO_1904, RawCell, SERIAL_OF_1970};
use crate::message;
use crate::project::{DateOrder, Minute, StampMeaning, TimeZoneChoice};
use crate::words::Message;

/// The years in which a plain number in a date column is taken for a date.
const NUMBER_YEARS: RangeInclusive<i16> = 2000..=2100;
/// The years in which anything is taken for a date.
const YEARS: RangeInclusive<i16> = 1950..=2100;

/// The first letters of the months, Norwegian and English.
const MONTHS: [(&str, i8); 15] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("mai", 5),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("oct", 10),
    ("nov", 11),
    ("des", 12),
    ("dec", 12),
];

/// How the dates of a sheet are meant, where they do not say so themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateRule {
    /// Which number comes first in `03/04/2021`; `None` where nobody has said.
    pub order: Option<DateOrder>,
    /// What a stamp without a zone means.
    pub time_zone: TimeZoneChoice,
    /// What a cell of a workbook means whose stamp ends in `Z`; `None` where nobody has said.
    pub stamps: Option<StampMeaning>,
    /// Whether plain numbers count from 1904.
    pub is_1904: bool,
}

/// Why a cell is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing is there.
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

/// What the dates with slashes of a sheet tell about their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderEvidence {
    first_over_12: bool,
    second_over_12: bool,
    is_ambiguous: bool,
}

/// What follows from an [`OrderEvidence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderVerdict {
    /// No date needs an order, or the day is proved to come first.
    DayFirst,
    /// The month is proved to come first.
    MonthFirst,
    /// Both are possible: only a person knows.
    Ask,
}

impl OrderEvidence {
    /// The order, as far as the dates prove it.
    pub fn verdict(self) -> OrderVerdict {
        match self {
            Self { first_over_12: true, .. } => OrderVerdict::DayFirst,
            Self { second_over_12: true, .. } => OrderVerdict::MonthFirst,
            Self { is_ambiguous: true, .. } => OrderVerdict::Ask,
            _ => OrderVerdict::DayFirst,
        }
    }

    fn see(&mut self, first: i16, second: i16) {
        self.first_over_12 |= first > 12;
        self.second_over_12 |= second > 12;
        self.is_ambiguous |= first <= 12 && second <= 12 && first != second;
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
        RawCell::Text(text) => read_text(text.trim(), rule, evidence),
        RawCell::Stamp(text) => read_stamp(text.trim(), rule, evidence),
        RawCell::Number(serial) | RawCell::Duration(serial) => {
            from_serial(*serial, rule.is_1904, &NUMBER_YEARS, rule)
        }
        RawCell::DateTime { serial, is_1904 } => from_serial(*serial, *is_1904, &YEARS, rule),
        RawCell::Bool(_) | RawCell::Error(_) | RawCell::Percent(_) => Err(DateFault::NotADate),
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
        Some(StampMeaning::Utc) => read_text(text, rule, evidence),
        Some(StampMeaning::Wall) => {
            let rule = DateRule { time_zone: TimeZoneChoice::Local, ..*rule };
            read_text(wall, &rule, evidence)
        }
        None => read_text(wall, rule, evidence),
    }
}

fn read_text(
    text: &str,
    rule: &DateRule,
    evidence: &mut OrderEvidence,
) -> Result<Minute, DateFault> {
    if text.is_empty() {
        return Err(DateFault::Missing);
    }
    let (day, clock) = split(text);
    let day = read_day(day, rule, evidence)?;
    if !YEARS.contains(&day.year()) {
        return Err(DateFault::OutOfRange);
    }
    let clock = clock.trim();
    if clock.is_empty() {
        return Ok(Minute::start_of(day));
    }
    let Clock { hour, minute, offset } = read_clock(clock).ok_or(DateFault::NotADate)?;
    let stamp = Minute::new(day, hour, minute);
    let is_utc = rule.time_zone == TimeZoneChoice::Utc;
    Ok(match offset.or(is_utc.then_some(0)) {
        Some(offset) => from_utc(stamp.plus_minutes(-offset)),
        None => stamp,
    })
}

/// The part before the clock and the clock: parted by the `T` of an ISO date, or a space.
fn split(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let has_iso_t = bytes.len() > 10 && matches!(bytes[10], b'T' | b't') && bytes[4] == b'-';
    if has_iso_t && let (Some(day), Some(clock)) = (text.get(..10), text.get(11..)) {
        return (day, clock);
    }
    match text.split_once([' ', '\u{a0}', ',']) {
        Some((day, clock)) => (day, clock.trim_start_matches([' ', ','])),
        None => (text, ""),
    }
}

fn read_day(text: &str, rule: &DateRule, evidence: &mut OrderEvidence) -> Result<Date, DateFault> {
    let text = text.trim_end_matches('.');
    let separator = ['/', '-', '.'].into_iter().find(|separator| text.contains(*separator));
    let mut parts = text.split(separator.ok_or(DateFault::NotADate)?);
    let (Some(a), Some(b), Some(c), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(DateFault::NotADate);
    };
    if a.len() == 4 {
        return date(number(a)?, number(b)?, number(c)?);
    }
    let year = match c.len() {
        2 => number(c)?.saturating_add(2000),
        4 => number(c)?,
        _ => return Err(DateFault::NotADate),
    };
    if b.starts_with(char::is_alphabetic) {
        return date(year, month(b).ok_or(DateFault::NotADate)?, number(a)?);
    }
    let (first, second) = (number(a)?, number(b)?);
    if separator != Some('/') {
        return date(year, second, first);
    }
    evidence.see(first, second);
    match rule.order {
        Some(DateOrder::MonthFirst) => date(year, first, second),
        Some(DateOrder::DayFirst) | None => date(year, second, first),
    }
}

fn number(text: &str) -> Result<i16, DateFault> {
    let is_sound = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_sound { text.parse().map_err(|_| DateFault::NotADate) } else { Err(DateFault::NotADate) }
}

fn month(text: &str) -> Option<i16> {
    let text = text.to_lowercase();
    MONTHS.iter().find(|(start, _)| text.starts_with(start)).map(|(_, month)| i16::from(*month))
}

fn date(year: i16, month: i16, day: i16) -> Result<Date, DateFault> {
    let small = |value: i16| i8::try_from(value).map_err(|_| DateFault::DoesNotExist);
    Date::new(year, small(month)?, small(day)?).map_err(|_| DateFault::DoesNotExist)
}

struct Clock {
    hour: i8,
    minute: i8,
    /// Minutes east of UTC, where the text names a zone.
    offset: Option<i32>,
}

/// `08:14`, `kl. 08.14`, `08:14:07`, `8:14 PM`, `22:30:00Z`, `22:30+01:00`.
fn read_clock(text: &str) -> Option<Clock> {
    let text = text.strip_prefix("kl").unwrap_or(text).trim_start_matches(['.', ' ']);
    let end =
        text.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let mut parts = digits.split([':', '.']);
    let hour: i8 = parts.next()?.parse().ok()?;
    let minute: i8 = parts.next()?.parse().ok()?;
    // Seconds and their parts must be numbers, but the project counts in minutes.
    if !parts.all(|part| part.parse::<u32>().is_ok()) {
        return None;
    }
    let rest = rest.trim();
    let (hour, offset) = match rest.to_ascii_lowercase().as_str() {
        "" => (hour, None),
        "am" | "a.m." => (hour % 12, None),
        "pm" | "p.m." => (hour % 12 + 12, None),
        "z" | "utc" | "gmt" => (hour, Some(0)),
        _ => (hour, Some(read_offset(rest)?)),
    };
    let is_sound = (0..24).contains(&hour) && (0..60).contains(&minute);
    is_sound.then_some(Clock { hour, minute, offset })
}

/// `+01:00`, `+0100` or `+01`.
fn read_offset(text: &str) -> Option<i32> {
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let digits: String = digits.chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = match digits.len() {
        2 => (digits.parse::<i32>().ok()?, 0),
        4 => (digits.get(..2)?.parse::<i32>().ok()?, digits.get(2..)?.parse::<i32>().ok()?),
        _ => return None,
    };
    (0..24 * 60).contains(&(hours * 60 + minutes)).then_some(sign * (hours * 60 + minutes))
}
