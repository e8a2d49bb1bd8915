//! A cell of an OpenDocument spreadsheet: what its attributes say, and the text that is seen.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use crate::import::raw::{RawCell, stamp_or_text};

/// What the attributes of a cell say, and its text as far as it is read.
#[derive(Default)]
pub struct CellHead {
    /// The text of the cell's paragraphs.
    pub text: String,
    /// How often the cell stands beside itself.
    pub repeats: usize,
    /// Over how many rows it goes.
    pub rows: u32,
    kind: String,
    value: String,
    has_formula: bool,
    is_error: bool,
    is_covered: bool,
}

impl CellHead {
    /// A cell that begins with that tag.
    pub fn new(tag: &BytesStart<'_>, is_covered: bool) -> Self {
        let mut head = Self { repeats: 1, rows: 1, is_covered, ..Self::default() };
        let mut attributes = tag.attributes();
        for own in attributes.with_checks(false).flatten() {
            let Ok(value) = own.normalized_value(XmlVersion::Implicit1_0) else { continue };
            let is_calc = own.key.prefix().is_some_and(|prefix| prefix.as_ref() == "calcext");
            match own.key.local_name().as_ref() {
                "value-type" if is_calc => head.is_error |= value == "error",
                "value-type" => head.kind = value.into_owned(),
                "value" | "date-value" | "time-value" | "boolean-value" | "string-value" => {
                    head.value = value.into_owned();
                }
                "formula" => head.has_formula = true,
                "number-columns-repeated" => head.repeats = value.parse().unwrap_or(1).max(1),
                "number-rows-spanned" => head.rows = value.parse().unwrap_or(1),
                _ => {}
            }
        }
        head
    }

    /// What the cell holds. What a merged cell covers holds nothing.
    pub fn value(self) -> RawCell<'static> {
        let Self { text, kind, value, .. } = self;
        if self.is_covered {
            return RawCell::Empty;
        }
        let seen = |text: String| match text.is_empty() {
            true => RawCell::Empty,
            false => RawCell::Text(Cow::Owned(text)),
        };
        if self.is_error && !text.is_empty() {
            return RawCell::Error(Cow::Owned(text));
        }
        if kind.is_empty() && text.is_empty() && self.has_formula {
            return RawCell::Uncomputed;
        }
        let number = value.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        match (kind.as_str(), number) {
            ("float" | "currency", Some(number)) => RawCell::Number(number),
            ("percentage", Some(number)) => RawCell::Percent(number),
            ("date", _) if !value.is_empty() => stamp_or_text(&value),
            ("time", _) => match days_of(&value) {
                Some(days) => RawCell::Duration(days),
                None => seen(text),
            },
            ("boolean", _) => match value.trim() {
                "true" => RawCell::Bool(true),
                "false" => RawCell::Bool(false),
                _ => seen(text),
            },
            ("string", _) if !value.is_empty() => seen(value),
            _ => seen(text),
        }
    }
}

/// The days of `PT24H00M00S`.
fn days_of(duration: &str) -> Option<f64> {
    let (sign, rest) = match duration.trim().strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, duration.trim()),
    };
    let rest = rest.strip_prefix('P')?;
    let (mut seconds, mut number, mut is_clock) = (0.0, String::new(), false);
    for c in rest.chars() {
        let unit = match c {
            '0'..='9' | '.' => {
                number.push(c);
                continue;
            }
            'T' if number.is_empty() => {
                is_clock = true;
                continue;
            }
            'D' if !is_clock => 86_400.0,
            'H' if is_clock => 3_600.0,
            'M' if is_clock => 60.0,
            'S' if is_clock => 1.0,
            _ => return None,
        };
        seconds += unit * std::mem::take(&mut number).parse::<f64>().ok()?;
    }
    number.is_empty().then_some(sign * seconds / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_days() {
        for (text, days) in [
            ("PT24H00M00S", Some(1.0)),
            ("PT744H", Some(31.0)),
            ("P1DT12H", Some(1.5)),
            ("-PT6H", Some(-0.25)),
            ("PT0H0M43.2S", Some(0.0005)),
            ("PT", Some(0.0)),
            ("24:00", None),
            ("P1M", None),
            ("PT5", None),
        ] {
            assert_eq!(days_of(text), days, "{text}");
        }
    }
}
