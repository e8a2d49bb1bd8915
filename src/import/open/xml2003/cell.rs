//! A cell of an XML spreadsheet: its type, its text, and what its style makes of numbers.

use std::borrow::Cow;

use jiff::civil::{DateTime, date};

use super::super::number_format::Format;
use crate::import::raw::{RawCell, stamp_or_text};

/// A cell as far as it is read.
#[derive(Debug, Default)]
pub struct Cell {
    /// What its style makes of numbers.
    pub format: Format,
    /// What its value is called: `Number`, `DateTime`.
    pub kind: String,
    /// Its value.
    pub text: String,
    /// Whether it is computed.
    pub has_formula: bool,
    /// How many columns to the right belong to it.
    pub across: u32,
    /// How many rows below belong to it.
    pub down: u32,
}

impl Cell {
    /// What the cell holds.
    pub fn value(self, is_1904: bool) -> RawCell<'static> {
        let number = || self.text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        match self.kind.as_str() {
            _ if self.text.is_empty() && self.has_formula => RawCell::Uncomputed,
            _ if self.text.is_empty() => RawCell::Empty,
            "Number" => match number() {
                Some(value) => self.format.cell(value, is_1904),
                None => RawCell::Text(Cow::Owned(self.text)),
            },
            "DateTime" => match serial_of(&self.text) {
                Some(serial) if self.format == Format::Duration => RawCell::Duration(serial),
                // A time of day alone stands on the day before the first.
                Some(serial) if serial < 1.0 => RawCell::DateTime { serial, is_1904: false },
                _ => stamp_or_text(&self.text),
            },
            "Boolean" => RawCell::Bool(matches!(self.text.trim(), "1" | "true" | "True")),
            "Error" => RawCell::Error(Cow::Owned(self.text)),
            _ => RawCell::Text(Cow::Owned(self.text)),
        }
    }
}

/// The number that Excel gives a moment of the year 1900 or before, which only times and durations
/// have; it takes 1900 for a leap year.
fn serial_of(text: &str) -> Option<f64> {
    let moment: DateTime = text.trim().trim_end_matches(['Z', 'z']).parse().ok()?;
    let start = date(1899, 12, 31);
    let since = moment.date().since(start).ok()?.get_days();
    let day = if since > 59 { since + 1 } else { since };
    let clock = moment.time().since(jiff::civil::Time::midnight()).ok()?;
    let seconds = clock.total(jiff::Unit::Second).ok()?;
    (moment.year() <= 1900).then(|| f64::from(day) + seconds / 86_400.0)
}

/// What a format makes of numbers that has a name instead of a code.
pub fn named_format(code: &str) -> Format {
    match code {
        "General Date" | "Long Date" | "Medium Date" | "Short Date" | "Long Time"
        | "Medium Time" | "Short Time" => Format::Date,
        "Percent" => Format::Percent,
        "General" | "General Number" | "Standard" | "Fixed" | "Scientific" | "Currency"
        | "Euro Currency" | "Yes/No" | "True/False" | "On/Off" => Format::Plain,
        code => Format::of_code(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(kind: &str, text: &str, format: &str) -> RawCell<'static> {
        let format = named_format(format);
        Cell { kind: kind.to_owned(), text: text.to_owned(), format, ..Cell::default() }
            .value(false)
    }

    #[test]
    fn a_cell_is_what_its_type_and_its_style_say() {
        for (kind, text, format, value) in [
            ("Number", "0.0336", "Percent", RawCell::Percent(0.0336)),
            ("Number", "0.0336", "0.00%", RawCell::Percent(0.0336)),
            ("Number", "3.36", "Standard", RawCell::Number(3.36)),
            (
                "Number",
                "44256",
                "Short Date",
                RawCell::DateTime { serial: 44_256.0, is_1904: false },
            ),
            (
                "DateTime",
                "2021-03-01T10:00:00.000",
                "Short Date",
                RawCell::Text("2021-03-01T10:00:00.000".into()),
            ),
            (
                "DateTime",
                "1899-12-31T12:00:00.000",
                "Short Time",
                RawCell::DateTime { serial: 0.5, is_1904: false },
            ),
            ("DateTime", "1900-01-01T00:00:00.000", "[h]:mm", RawCell::Duration(1.0)),
            ("DateTime", "1900-01-31T00:00:00.000", "[h]:mm", RawCell::Duration(31.0)),
            ("DateTime", "1900-03-01T00:00:00.000", "[h]:mm", RawCell::Duration(61.0)),
            ("Boolean", "1", "General", RawCell::Bool(true)),
            ("Error", "#N/A", "General", RawCell::Error("#N/A".into())),
            ("String", "007", "General", RawCell::Text("007".into())),
            ("String", "", "General", RawCell::Empty),
            ("Number", "x", "General", RawCell::Text("x".into())),
        ] {
            assert_eq!(cell(kind, text, format), value, "{kind} {text} {format}");
        }
    }
}
