//! A cell as a file has it, before anyone knows what it means.

use std::borrow::Cow;
use std::str::FromStr as _;

use crate::number::{self, Decimal};
use crate::project::{Cell, CellKind, Minute};

/// 1 January 1970 in Excel's 1900 system.
pub const SERIAL_OF_1970: f64 = 25_569.0;
/// Days between the 1900 and the 1904 system.
pub const DAYS_TO_1904: f64 = 1_462.0;
/// More decimals than this nobody typed into a percentage; a float has them from its noise.
const PERCENT_DECIMALS: u32 = 10;

/// Whether reading goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// On to the next row.
    Continue,
    /// The rest of the sheet is not wanted.
    Stop,
}

/// A cell as the file has it. Texts are borrowed from the file wherever that is possible.
#[derive(Clone, Debug, PartialEq)]
pub enum RawCell<'a> {
    /// Nothing.
    Empty,
    /// A text; every cell of a text file is one.
    Text(Cow<'a, str>),
    /// A number. A date without a date format is one, too.
    Number(f64),
    /// A number that is formatted as a date: days since the workbook's epoch.
    DateTime {
        /// Days and parts of a day.
        serial: f64,
        /// Whether day 0 is 1 January 1904 rather than 30 December 1899.
        is_1904: bool,
    },
    /// A number that is shown times a hundred: 0,0336 is seen as 3,36 %.
    Percent(f64),
    /// Days and parts of a day that are shown as hours or minutes, beyond 24 hours, too.
    Duration(f64),
    /// A moment in ISO form that ends in `Z`: wall clock in some writers, UTC in others.
    Stamp(Cow<'a, str>),
    /// A formula whose result the file does not hold.
    Uncomputed,
    /// True or false.
    Bool(bool),
    /// An error value, `#N/A`.
    Error(Cow<'static, str>),
}

impl RawCell<'_> {
    /// Whether the cell holds nothing that can be seen.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty | Self::Uncomputed => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The cell as text, trimmed: a number in its shortest form, all else as it is seen.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty | Self::Uncomputed => Cow::Borrowed(""),
            Self::Text(text) | Self::Stamp(text) => Cow::Borrowed(text.trim()),
            // Written as an integer where it is one, which is several times as quick.
            Self::Number(value) if is_whole(*value) => Cow::Owned((*value as i64).to_string()),
            Self::Number(value) => Cow::Owned(value.to_string()),
            Self::DateTime { serial, is_1904 } => Cow::Owned(date_text(*serial, *is_1904)),
            Self::Percent(value) => Cow::Owned(percent_text(*value)),
            Self::Duration(days) => Cow::Owned(duration_text(*days)),
            Self::Bool(value) => Cow::Owned(value.to_string()),
            Self::Error(text) => Cow::Borrowed(text),
        }
    }

    /// The same cell, independent of the file.
    pub fn to_owned_cell(&self) -> RawCell<'static> {
        match self {
            Self::Empty => RawCell::Empty,
            Self::Text(text) => RawCell::Text(Cow::Owned(text.to_string())),
            Self::Number(value) => RawCell::Number(*value),
            Self::DateTime { serial, is_1904 } => {
                RawCell::DateTime { serial: *serial, is_1904: *is_1904 }
            }
            Self::Percent(value) => RawCell::Percent(*value),
            Self::Duration(days) => RawCell::Duration(*days),
            Self::Stamp(text) => RawCell::Stamp(Cow::Owned(text.to_string())),
            Self::Uncomputed => RawCell::Uncomputed,
            Self::Bool(value) => RawCell::Bool(*value),
            Self::Error(text) => RawCell::Error(text.clone()),
        }
    }
}

/// A cell that its file calls a moment, in ISO form.
pub fn stamp_or_text(text: &str) -> RawCell<'static> {
    let text = text.trim();
    match text {
        "" => RawCell::Empty,
        _ if text.ends_with(['Z', 'z']) && text.contains(['T', 't']) => {
            RawCell::Stamp(Cow::Owned(text.to_owned()))
        }
        _ => RawCell::Text(Cow::Owned(text.to_owned())),
    }
}

/// A moment as it stands in tables and previews.
pub fn minute_text(minute: Minute) -> String {
    Cell::Minute(minute).text(CellKind::Minute)
}

/// A day as Excel numbers it, as it is seen; below 1 it is a clock time alone.
fn date_text(serial: f64, is_1904: bool) -> String {
    if (0.0..1.0).contains(&serial) {
        return duration_text(serial);
    }
    let days = if is_1904 { serial + DAYS_TO_1904 } else { serial } - SERIAL_OF_1970;
    let minutes = ((days * 86_400.0).round() / 60.0).floor();
    if !minutes.is_finite() || minutes.abs() > f64::from(i32::MAX) {
        return serial.to_string();
    }
    minute_text(Minute::default().plus_minutes(minutes as i32))
}

/// Days as hours and minutes: 1 is `24:00`.
fn duration_text(days: f64) -> String {
    let seconds = (days.abs() * 86_400.0).round();
    if !(0.0..1e12).contains(&seconds) {
        return days.to_string();
    }
    let seconds = seconds as u64;
    let sign = if days < 0.0 { "-" } else { "" };
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
    match seconds % 60 {
        0 => format!("{sign}{hours:02}:{minutes:02}"),
        rest => format!("{sign}{hours:02}:{minutes:02}:{rest:02}"),
    }
}

/// A share as percent: 0.0336 is `3,36 %`.
fn percent_text(share: f64) -> String {
    let percent = percent_of(share).map(|percent| number::decimal(percent, percent.scale()));
    percent.map_or_else(|| share.to_string(), |percent| format!("{percent}\u{a0}%"))
}

/// A share times a hundred, without the noise of the float; `None` where it is no number that
/// can be told exactly.
pub fn percent_of(share: f64) -> Option<Decimal> {
    let share = Decimal::from_str(&share.to_string()).ok()?;
    let percent = share.checked_mul(Decimal::ONE_HUNDRED)?;
    Some(number::round(percent, PERCENT_DECIMALS).normalize())
}

/// Whether a number is whole, and small enough to be exact.
pub fn is_whole(value: f64) -> bool {
    value.fract() == 0.0 && value.abs() < 1e15
}

/// The cell of that column; one past the row's end is empty.
pub fn cell_at<'c, 'a>(cells: &'c [RawCell<'a>], column: usize) -> &'c RawCell<'a> {
    cells.get(column).unwrap_or(&RawCell::Empty)
}

/// How many cells of the row are not blank.
pub fn filled(cells: &[RawCell<'_>]) -> usize {
    cells.iter().filter(|cell| !cell.is_blank()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_shown_as_excel_shows_them() {
        let date = |serial| RawCell::DateTime { serial, is_1904: false };
        for (cell, shown) in [
            (date(44_256.0), "01.03.2021"),
            (date(44_256.336_805_555_555), "01.03.2021 08:05"),
            (date(0.5), "12:00"),
            (RawCell::DateTime { serial: 42_794.0, is_1904: true }, "01.03.2021"),
            (RawCell::Percent(0.0336), "3,36\u{a0}%"),
            (RawCell::Percent(0.07), "7\u{a0}%"),
            (RawCell::Percent(0.1 + 0.2), "30\u{a0}%"),
            (RawCell::Duration(1.0), "24:00"),
            (RawCell::Duration(31.0), "744:00"),
            (RawCell::Duration(-0.25), "-06:00"),
            (RawCell::Duration(0.000_347_222_222), "00:00:30"),
            (RawCell::Number(17_175.0), "17175"),
            (RawCell::Uncomputed, ""),
        ] {
            assert_eq!(cell.text(), shown, "{cell:?}");
        }
        // What no calendar has is shown as the number that it is.
        assert_eq!(date(1e300).text(), 1e300.to_string());
        assert_eq!(RawCell::Percent(f64::NAN).text(), "NaN");
    }
}
