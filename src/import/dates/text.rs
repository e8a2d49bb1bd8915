//! A date that stands as text: its parts are looked for in any form that systems write, in
//! Norwegian and English.

use jiff::civil::Date;

use super::clock::{Clock, read_clock};
use super::cursor::{Cursor, Token};
use super::order::{Form, OrderEvidence};
use super::zone::Zone;
use super::{DateFault, DateRule, LIKELY_YEARS, from_utc, turned};
use crate::import::synonyms;
use crate::project::{DateOrder, Minute, TimeZoneChoice};

/// The months in bokmål, nynorsk and English, and in Danish and Swedish where they differ.
const MONTHS: [(i16, &[&str]); 12] = [
    (1, &["januar", "january", "januari"]),
    (2, &["februar", "february", "februari"]),
    (3, &["mars", "march", "marts"]),
    (4, &["april"]),
    (5, &["mai", "may", "maj"]),
    (6, &["juni", "june"]),
    (7, &["juli", "july"]),
    (8, &["august", "augusti"]),
    (9, &["september"]),
    (10, &["oktober", "october"]),
    (11, &["november"]),
    (12, &["desember", "december"]),
];

/// The days of the week, whole and as they are shortened.
const WEEKDAYS: [&str; 53] = [
    "mandag",
    "tirsdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lørdag",
    "søndag",
    "måndag",
    "tysdag",
    "laurdag",
    "sundag",
    "man",
    "tir",
    "tirs",
    "ons",
    "tor",
    "tors",
    "fre",
    "lør",
    "søn",
    "mån",
    "tys",
    "lau",
    "sun",
    "ma",
    "ti",
    "on",
    "to",
    "fr",
    "lø",
    "sø",
    "må",
    "ty",
    "la",
    "su",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "lørd",
    "laur",
];

/// Reads a date with or without a clock.
pub fn read(
    text: &str,
    rule: &DateRule,
    evidence: &mut OrderEvidence,
) -> Result<Minute, DateFault> {
    if is_nothing(text) {
        return Err(DateFault::Missing);
    }
    let Parts { day, clock } = match iso(text) {
        Some(Parts { day, clock }) => Parts { day: real(day, rule, evidence)?, clock },
        None => {
            let text = plain(text);
            let mut cursor = Cursor::of(&text);
            parts(&mut cursor, rule, evidence).map_err(|fault| match fault {
                DateFault::NotADate if synonyms::is_no_day(&text) => DateFault::Missing,
                fault => fault,
            })?
        }
    };
    if !LIKELY_YEARS.contains(&day.year()) {
        return Err(DateFault::OutOfRange);
    }
    let Some(Clock { hour, minute, zone }) = clock else { return Ok(Minute::start_of(day)) };
    let stamp = Minute::new(day, hour, minute);
    let is_utc = rule.time_zone == TimeZoneChoice::Utc;
    Ok(match zone.or(is_utc.then_some(Zone::Offset(0))) {
        Some(Zone::Offset(offset)) => from_utc(stamp.plus_minutes(-offset)),
        Some(Zone::Norwegian) | None => stamp,
    })
}

/// Whether a text is a time of day and nothing else.
pub fn is_clock(text: &str) -> bool {
    minutes(text).is_some()
}

/// The minutes since midnight of a text that is a time of day and nothing else.
pub fn minutes(text: &str) -> Option<u16> {
    let text = plain(text.trim());
    let has_marks = text.contains(':') || text.matches('.').count() == 1;
    let mut cursor = Cursor::of(&text);
    let Clock { hour, minute, .. } = read_clock(&mut cursor, false).filter(|_| has_marks)?;
    let minutes = u16::try_from(hour).ok()? * 60 + u16::try_from(minute).ok()?;
    cursor.is_at_end().then_some(minutes)
}

/// Whether a text is a date with a time of day.
pub fn has_clock(text: &str) -> bool {
    let text = plain(text);
    let (rule, mut evidence) = (DateRule::default(), OrderEvidence::default());
    let parts = parts(&mut Cursor::of(&text), &rule, &mut evidence);
    parts.is_ok_and(|parts| parts.clock.is_some()) || text.contains(':')
}

/// Nothing, or a date of noughts: `00.00.0000`, `0000-00-00 00:00:00`.
fn is_nothing(text: &str) -> bool {
    text.is_empty()
        || (text.starts_with('0')
            && text.len() > 1
            && text.contains(['.', '-', '/'])
            && text.chars().all(|c| matches!(c, '0' | '.' | '-' | '/' | ':' | ' ' | 'T' | 'Z')))
}

/// Small letters, and one kind of space.
fn plain(text: &str) -> String {
    let no_width = |c: &char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}');
    let spaced = text.chars().filter(no_width).map(|c| if c.is_whitespace() { ' ' } else { c });
    spaced.flat_map(char::to_lowercase).collect()
}

struct Parts {
    day: Date,
    clock: Option<Clock>,
}

/// `2021-03-12`, `2021-03-12T10:42`, `2021-03-12T10:42:00`: what workbooks and most systems write
/// in every row is read as quickly as can be.
fn iso(text: &str) -> Option<Parts> {
    let is_form = |form: &str| {
        text.len() == form.len()
            && text.bytes().zip(form.bytes()).all(|(byte, form)| match form {
                b'0' => byte.is_ascii_digit(),
                b'T' => matches!(byte, b'T' | b' '),
                mark => byte == mark,
            })
    };
    let has_clock = is_form("0000-00-00T00:00:00") || is_form("0000-00-00T00:00");
    if !has_clock && !is_form("0000-00-00") {
        return None;
    }
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<i8>().ok();
    let day = Date::new(text.get(..4)?.parse().ok()?, part(5, 7)?, part(8, 10)?).ok()?;
    let clock = match has_clock {
        true => {
            let (hour, minute) = (part(11, 13)?, part(14, 16)?);
            (hour < 24 && minute < 60).then_some(Some(Clock { hour, minute, zone: None }))?
        }
        false => None,
    };
    Some(Parts { day, clock })
}

fn parts(
    cursor: &mut Cursor<'_>,
    rule: &DateRule,
    evidence: &mut OrderEvidence,
) -> Result<Parts, DateFault> {
    let mut clock = None;
    let mut is_compact = false;
    weekday(cursor);
    let before = *cursor;
    // `10:42 12.03.2021`: only a colon tells such a clock from a date.
    if let (Some(digits), Some(Token::Mark(':'))) = (cursor.take_number(), cursor.peek())
        && digits.len() <= 2
    {
        *cursor = before;
        clock = read_clock(cursor, false);
        cursor.skip(&[' ', ',']);
        weekday(cursor);
    } else {
        *cursor = before;
    }
    let (day, inner) = match cursor.peek() {
        Some(Token::Word(word)) => {
            let month = month(word).ok_or(DateFault::NotADate)?;
            cursor.advance();
            month_day(cursor, month)?
        }
        Some(Token::Number(digits)) => {
            let begin = *cursor;
            is_compact = digits.len() >= 8;
            cursor.advance();
            (numbered(cursor, digits, begin, rule, evidence)?, None)
        }
        _ => return Err(DateFault::NotADate),
    };
    let clock = clock.or(inner);
    cursor.skip(&[' ', ',', '.', ';']);
    weekday(cursor);
    cursor.skip(&[' ', ',', '-', '–']);
    let clock = match clock {
        Some(clock) => Some(clock),
        None if cursor.is_at_end() => None,
        None => Some(read_clock(cursor, is_compact).ok_or(DateFault::NotADate)?),
    };
    cursor.skip(&[' ', '.']);
    if cursor.is_at_end() { Ok(Parts { day, clock }) } else { Err(DateFault::NotADate) }
}

fn weekday(cursor: &mut Cursor<'_>) {
    if let Some(Token::Word(word)) = cursor.peek()
        && (WEEKDAYS.contains(&word) || word == "den")
    {
        cursor.advance();
        cursor.skip(&['.', ',', ' ']);
        // `fredag den 12. mars`
        if cursor.peek() == Some(Token::Word("den")) {
            cursor.advance();
            cursor.skip(&[' ']);
        }
    }
}

/// `Mar 12, 2021`, `mars 12 10:42:00 2021`.
fn month_day(cursor: &mut Cursor<'_>, month: i16) -> Result<(Date, Option<Clock>), DateFault> {
    cursor.skip(&['.', ' ', '-', '/']);
    let day = number(cursor.take_number().ok_or(DateFault::NotADate)?)?;
    cursor.skip(&['.', ',', ' ', '-', '/']);
    let before = *cursor;
    let digits = cursor.take_number().unwrap_or_default();
    let is_year = digits.len() == 4 || !matches!(cursor.peek(), Some(Token::Mark(':' | '.')));
    if is_year {
        return Ok((date(year(digits)?, month, day)?, None));
    }
    *cursor = before;
    let clock = read_clock(cursor, false).ok_or(DateFault::NotADate)?;
    cursor.skip(&[' ', ',']);
    let year = year(cursor.take_number().ok_or(DateFault::NotADate)?)?;
    Ok((date(year, month, day)?, Some(clock)))
}

/// A date that begins with a number.
fn numbered<'t>(
    cursor: &mut Cursor<'t>,
    first: &str,
    begin: Cursor<'t>,
    rule: &DateRule,
    evidence: &mut OrderEvidence,
) -> Result<Date, DateFault> {
    match first.len() {
        // `20210312`, and with a clock right behind it.
        8 => return compact(first, rule, evidence),
        12 | 14 => {
            let (day, clock) = begin.rest().split_at_checked(8).ok_or(DateFault::NotADate)?;
            *cursor = Cursor::of(clock);
            return compact(day, rule, evidence);
        }
        1 | 2 | 4 => {}
        _ => return Err(DateFault::NotADate),
    }
    let before = *cursor;
    cursor.skip(&['.', ' ', '-', '/']);
    if let Some(Token::Word(word)) = cursor.peek() {
        let month = month(word).ok_or(DateFault::NotADate)?;
        cursor.advance();
        cursor.skip(&['.', ' ', '-', '/', ',']);
        let last = cursor.take_number().ok_or(DateFault::NotADate)?;
        return match first.len() {
            4 => date(number(first)?, month, number(last)?),
            _ => date(year(last)?, month, number(first)?),
        };
    }
    *cursor = before;
    let Some(Token::Mark(mark @ ('.' | '-' | '/'))) = cursor.peek() else {
        return Err(DateFault::NotADate);
    };
    cursor.advance();
    cursor.skip(&[' ']);
    let second = cursor.take_number().ok_or(DateFault::NotADate)?;
    if cursor.peek() != Some(Token::Mark(mark)) {
        return Err(DateFault::NotADate);
    }
    cursor.advance();
    cursor.skip(&[' ']);
    let third = cursor.take_number().ok_or(DateFault::NotADate)?;
    if first.len() == 4 {
        return real(date(number(first)?, number(second)?, number(third)?)?, rule, evidence);
    }
    if first.len() == 2 && third.len() == 2 {
        let (first, second, third) = (number(first)?, number(second)?, number(third)?);
        evidence.see_short(first, second, third);
        if rule.is_year_first {
            return date(first.saturating_add(2000), second, third);
        }
    }
    let year = year(third)?;
    let form = if mark == '.' { Form::Point } else { Form::Open };
    let (first, second) = (number(first)?, number(second)?);
    match evidence.see(form, first, second, rule) {
        DateOrder::MonthFirst => date(year, first, second),
        DateOrder::DayFirst => date(year, second, first),
    }
}

fn compact(digits: &str, rule: &DateRule, evidence: &mut OrderEvidence) -> Result<Date, DateFault> {
    let part = |from: usize, to: usize| digits.get(from..to).ok_or(DateFault::NotADate);
    let day = date(number(part(0, 4)?)?, number(part(4, 6)?)?, number(part(6, 8)?)?);
    // Eight digits that are no day are a number of something.
    real(day.map_err(|_| DateFault::NotADate)?, rule, evidence)
}

/// A date that begins with its year.
fn real(day: Date, rule: &DateRule, evidence: &mut OrderEvidence) -> Result<Date, DateFault> {
    evidence.see_day(day.day());
    Ok(if rule.is_turned { turned(Minute::start_of(day)).day() } else { day })
}

fn number(text: &str) -> Result<i16, DateFault> {
    let is_sound = (1..=4).contains(&text.len());
    if is_sound { text.parse().map_err(|_| DateFault::NotADate) } else { Err(DateFault::NotADate) }
}

fn year(digits: &str) -> Result<i16, DateFault> {
    match digits.len() {
        2 => Ok(number(digits)?.saturating_add(2000)),
        4 => number(digits),
        _ => Err(DateFault::NotADate),
    }
}

/// The month that a word is, whole or shortened to three letters at least.
/// The month that a word names, in full or short.
pub fn month_of_word(word: &str) -> Option<u8> {
    month(word).and_then(|month| u8::try_from(month).ok())
}

fn month(word: &str) -> Option<i16> {
    let is_short = word.chars().count() >= 3;
    let names = |names: &[&str]| names.iter().any(|name| name.starts_with(word));
    MONTHS.iter().find(|(_, spellings)| is_short && names(spellings)).map(|(month, _)| *month)
}

fn date(year: i16, month: i16, day: i16) -> Result<Date, DateFault> {
    let small = |value: i16| i8::try_from(value).map_err(|_| DateFault::DoesNotExist);
    Date::new(year, small(month)?, small(day)?).map_err(|_| DateFault::DoesNotExist)
}
