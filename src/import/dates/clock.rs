//! The clock within a text: `08:14`, `kl. 08.14`, `8:14 PM`, `22:30:00Z`, `10:42 CEST`.

use super::cursor::{Cursor, Token};
use super::zone::{NamedZone, Zone, is_like_oslo, offset_of, zone_in};

/// A time of day, and its zone where the text names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 23.
    pub hour: i8,
    /// 0 to 59.
    pub minute: i8,
    /// The zone.
    pub zone: Option<Zone>,
}

/// Reads a clock and what stands behind it; `None` where none begins here. The cursor is left
/// where it was then. Behind a date without marks, `20210312`, a clock needs none either.
pub fn read_clock(cursor: &mut Cursor<'_>, is_compact: bool) -> Option<Clock> {
    let before = *cursor;
    let clock = try_read(cursor, is_compact);
    if clock.is_none() {
        *cursor = before;
    }
    clock
}

fn try_read(cursor: &mut Cursor<'_>, mut is_compact: bool) -> Option<Clock> {
    while let Some(Token::Word("t" | "kl" | "klokken" | "klokka" | "at")) = cursor.peek() {
        is_compact |= cursor.peek() == Some(Token::Word("t"));
        cursor.advance();
        cursor.skip(&['.', ' ', ':']);
    }
    let Some(Token::Number(digits)) = cursor.peek() else { return None };
    cursor.advance();
    let (hour, minute) = match digits.len() {
        1 | 2 => {
            let hour: i8 = digits.parse().ok()?;
            if !matches!(cursor.peek(), Some(Token::Mark(':' | '.'))) {
                // `8 PM`
                let mark = half(cursor)?;
                return with_half(hour, 0, Some(mark))
                    .and_then(|(hour, minute)| Some(Clock { hour, minute, zone: zone(cursor)? }));
            }
            cursor.advance();
            let Some(Token::Number(minute)) = cursor.peek() else { return None };
            cursor.advance();
            seconds(cursor)?;
            (hour, if minute.len() <= 2 { minute.parse().ok()? } else { return None })
        }
        // `1042` and `104207`, as in a stamp without marks.
        4 | 6 if is_compact => {
            fraction(cursor);
            (digits.get(..2)?.parse().ok()?, digits.get(2..4)?.parse().ok()?)
        }
        _ => return None,
    };
    let mark = half(cursor);
    let (hour, minute) = with_half(hour, minute, mark)?;
    Some(Clock { hour, minute, zone: zone(cursor)? })
}

/// Seconds and their parts must be numbers, but the project counts in minutes.
fn seconds(cursor: &mut Cursor<'_>) -> Option<()> {
    let before = *cursor;
    if !matches!(cursor.peek(), Some(Token::Mark(':' | '.'))) {
        return Some(());
    }
    cursor.advance();
    let Some(Token::Number(seconds)) = cursor.peek() else {
        // The point that ends a sentence.
        *cursor = before;
        return Some(());
    };
    cursor.advance();
    fraction(cursor);
    (seconds.len() <= 2).then_some(())
}

fn fraction(cursor: &mut Cursor<'_>) {
    let before = *cursor;
    if let Some(Token::Mark('.' | ',' | ':')) = cursor.peek() {
        cursor.advance();
        if matches!(cursor.peek(), Some(Token::Number(_))) {
            cursor.advance();
            return;
        }
    }
    *cursor = before;
}

/// The half of the day: true after noon.
fn half(cursor: &mut Cursor<'_>) -> Option<bool> {
    let before = *cursor;
    cursor.skip(&[' ']);
    let is_after = match cursor.peek() {
        Some(Token::Word("am")) => Some(false),
        Some(Token::Word("pm")) => Some(true),
        Some(Token::Word(letter @ ("a" | "p"))) => {
            cursor.advance();
            cursor.skip(&['.', ' ']);
            matches!(cursor.peek(), Some(Token::Word("m"))).then_some(letter == "p")
        }
        _ => None,
    };
    if is_after.is_none() {
        *cursor = before;
        return None;
    }
    cursor.advance();
    cursor.skip(&['.']);
    is_after
}

fn with_half(hour: i8, minute: i8, half: Option<bool>) -> Option<(i8, i8)> {
    let hour = match half {
        None => hour,
        Some(_) if !(0..=12).contains(&hour) => return None,
        Some(is_after) => hour % 12 + if is_after { 12 } else { 0 },
    };
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
}

/// The zone behind a clock, `Some(None)` where none is named, `None` where something stands
/// there that is no zone: `+01:00`, `GMT+0100 (CET)`, `+01:00[Europe/Oslo]`.
fn zone(cursor: &mut Cursor<'_>) -> Option<Option<Zone>> {
    let mut zone = None;
    loop {
        cursor.skip(&[' ', ',']);
        match cursor.peek() {
            Some(Token::Mark(open @ ('(' | '['))) => {
                cursor.advance();
                let named = in_brackets(cursor, open)?;
                // Behind an offset, words only repeat it.
                zone = Some(zone.or(named)?);
            }
            Some(Token::Mark(sign @ ('+' | '-' | '−'))) => {
                let is_behind_utc = matches!(zone, None | Some(Zone::Offset(0)));
                if !is_behind_utc {
                    return None;
                }
                cursor.advance();
                zone = Some(Zone::Offset(offset(cursor, sign)?));
            }
            Some(Token::Word("europe")) => {
                cursor.advance();
                cursor.skip(&['/']);
                let Some(Token::Word(city)) = cursor.peek() else { return None };
                if !is_like_oslo(city) {
                    return None;
                }
                cursor.advance();
                zone = zone.or(Some(Zone::Norwegian));
            }
            Some(Token::Word(word)) => {
                // In `CET 2021` a year comes, in `CET/CEST` another name of the zone.
                let named = offset_of(word)?;
                cursor.advance();
                zone = zone.or(Some(named));
            }
            _ => return Some(zone),
        }
    }
}

/// The zone in brackets, as far as it is known; `None` where the brackets do not close.
fn in_brackets(cursor: &mut Cursor<'_>, open: char) -> Option<Option<Zone>> {
    let close = if open == '(' { ')' } else { ']' };
    let mut words = String::new();
    loop {
        match cursor.peek()? {
            Token::Mark(mark) if mark == close => break,
            Token::Mark(mark) => words.push(mark),
            Token::Word(word) | Token::Number(word) => words.push_str(word),
        }
        cursor.advance();
    }
    cursor.advance();
    let named = || match zone_in(&words) {
        Some(NamedZone::Norwegian) => Some(Zone::Norwegian),
        Some(NamedZone::Utc) => Some(Zone::Offset(0)),
        Some(NamedZone::Other(_)) | None => None,
    };
    Some(offset_of(&words).or_else(named))
}

fn offset(cursor: &mut Cursor<'_>, sign: char) -> Option<i32> {
    let Some(Token::Number(digits)) = cursor.peek() else { return None };
    cursor.advance();
    let (hours, minutes): (i32, i32) = match digits.len() {
        4 => (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse().ok()?),
        1 | 2 => {
            let hours = digits.parse().ok()?;
            let minutes = if matches!(cursor.peek(), Some(Token::Mark(':'))) {
                cursor.advance();
                let Some(Token::Number(minutes)) = cursor.peek() else { return None };
                cursor.advance();
                minutes.parse().ok()?
            } else {
                0
            };
            (hours, minutes)
        }
        _ => return None,
    };
    let all = hours * 60 + minutes;
    let sign = if sign == '+' { 1 } else { -1 };
    (0..24 * 60).contains(&all).then_some(sign * all)
}
