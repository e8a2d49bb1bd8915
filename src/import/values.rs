//! Cells of small tables: what stands in the file as the kind that the column holds.

use std::borrow::Cow;
use std::str::FromStr as _;

use super::dates::{DateFault, DateRule, OrderEvidence, read_minute};
use super::heading::{compose, normal};
use super::raw::RawCell;
use super::synonyms::{is_no_day, is_nothing, synonyms, without_percent};
use crate::message;
use crate::number::{Decimal, DecimalMark, NumberError};
use crate::project::{Cell, CellKind, Choice};
use crate::words::Message;

/// Reads a cell as the kind of its column; a blank is a blank.
///
/// # Errors
/// When something else stands there.
pub fn read_cell(
    kind: CellKind,
    cell: &RawCell<'_>,
    rule: &DateRule,
    evidence: &mut OrderEvidence,
) -> Result<Cell, Message> {
    if cell.is_blank() {
        return Ok(Cell::Blank);
    }
    if let RawCell::Error(error) = cell {
        return Err(message!("import-cell-error", error = error.as_ref()));
    }
    let mut minute = || read_minute(cell, rule, evidence).map_err(DateFault::message);
    if matches!(kind, CellKind::Date | CellKind::Minute)
        && matches!(cell, RawCell::Text(text) if is_no_day(text))
    {
        return Ok(Cell::Blank);
    }
    match (kind, cell) {
        (CellKind::Date, _) => minute().map(|minute| Cell::Date(minute.day())),
        (CellKind::Minute, _) => minute().map(Cell::Minute),
        (CellKind::Year, RawCell::DateTime { .. }) => {
            minute().map(|minute| Cell::Year(minute.day().year()))
        }
        // A share is no count: 100 % is not 1.
        (CellKind::Count, RawCell::Percent(_)) => Err(message!("import-cell-percent")),
        (CellKind::Count, RawCell::Text(text)) if without_percent(text).is_some() => {
            Err(message!("import-cell-percent"))
        }
        (CellKind::Count, RawCell::Number(value)) => count(*value).map(Cell::Count),
        (CellKind::Number { .. }, RawCell::Number(value) | RawCell::Percent(value)) => {
            decimal(*value).map(Cell::Number)
        }
        (CellKind::Choice(choices), RawCell::Text(text)) if choice(choices, text).is_some() => {
            Ok(choice(choices, text).map_or(Cell::Blank, Cell::Choice))
        }
        (CellKind::Flag, RawCell::Bool(value)) => Ok(Cell::Flag(*value)),
        _ => kind.parse(&compose(&cell.text())).or_else(|fault| {
            // A word for nothing leaves a cell blank that need not be filled.
            if is_nothing(&cell.text()) { Ok(Cell::Blank) } else { Err(fault) }
        }),
    }
}

/// A number with a lone mark before three digits, as that mark is meant: where it parts decimals the
/// number is one with decimals, where it parts thousands it is whole. Where commas part the cells of
/// the file, a lone point can be no other mark than that of the decimals. All else is as it is.
pub fn with_mark<'c, 'a>(
    cell: &'c RawCell<'a>,
    kind: CellKind,
    decimal: Option<DecimalMark>,
) -> Cow<'c, RawCell<'a>> {
    let is_number = matches!(kind, CellKind::Number { .. } | CellKind::Count);
    let RawCell::Text(text) = cell else { return Cow::Borrowed(cell) };
    let Some(decimal) = decimal else { return Cow::Borrowed(cell) };
    let (plain, percent) = match without_percent(text) {
        Some(bare) => (bare.trim(), "%"),
        None => (text.trim(), ""),
    };
    let point = plain.split_once('.').filter(|_| !plain.contains(','));
    let comma = plain.split_once(',').filter(|_| !plain.contains('.'));
    let (whole, decimals) = point.or(comma).unwrap_or_default();
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    // More digits than these are no number that a float holds.
    let is_plain = plain.len() <= 15 && decimals.len() == 3;
    if !is_number || !is_plain || !are_digits(whole) || !are_digits(decimals) {
        return Cow::Borrowed(cell);
    }
    let is_decimal = point.is_some() == (decimal == DecimalMark::Point);
    let sign = if plain.starts_with('-') { "-" } else { "" };
    let mark = if is_decimal { "," } else { "" };
    match percent {
        "" if !is_decimal || point.is_some() => {
            let number = format!("{sign}{whole}{}{decimals}", if is_decimal { "." } else { "" });
            number.parse().map_or(Cow::Borrowed(cell), |number| Cow::Owned(RawCell::Number(number)))
        }
        percent => {
            Cow::Owned(RawCell::Text(format!("{sign}{whole}{mark}{decimals}{percent}").into()))
        }
    }
}

/// The choice that a synonym of its word means.
fn choice(choices: &[Choice], text: &str) -> Option<Choice> {
    let id = synonyms().choices.get(&normal(text))?;
    choices.iter().find(|choice| choice.id == id).copied()
}

/// A count from a number of the file.
///
/// # Errors
/// When the number is not whole, below zero or beyond every count.
pub fn count(value: f64) -> Result<u32, Message> {
    match value {
        _ if !value.is_finite() || value > f64::from(u32::MAX) => {
            Err(NumberError::NotANumber.into())
        }
        _ if value < 0.0 => Err(NumberError::Negative.into()),
        _ if value.fract() != 0.0 => Err(NumberError::NotWhole.into()),
        _ => Ok(value as u32),
    }
}

/// The number that was typed: the shortest decimal that the file's float stands for.
///
/// # Errors
/// When the number is none, or beyond every decimal.
pub fn decimal(value: f64) -> Result<Decimal, Message> {
    let text = value.to_string();
    Decimal::from_str(&text).map_err(|_| NumberError::NotANumber.into())
}
