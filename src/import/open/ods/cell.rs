//! A cell of an OpenDocument spreadsheet: what its attributes say, and the text that is seen.

use std::borrow::Cow;

use super::super::xml::{Attributes, normalized};
use crate::import::raw::{RawCell, stamp_or_text};

/// What the attributes of a cell say, and its text as far as it is read.
#[derive(Default)]
pub struct CellHead {
    /// The text of the cell's paragraphs.
    pub text: String,
    /// How often the cell is repeated in its row.
    pub repeats: usize,
    /// How many rows it spans.
    pub rows: u32,
    /// The name of its style, where it is wanted.
    pub style: Option<String>,
    /// What the attributes alone say that the cell holds.
    value: Option<RawCell<'static>>,
    is_formula_alone: bool,
    is_error: bool,
}

impl CellHead {
    /// A cell whose tag has these attributes. The name of its style is kept where it is wanted.
    pub fn new(attributes: &mut Attributes<'_>, is_covered: bool, wants_style: bool) -> Self {
        let mut head = Self { repeats: 1, rows: 1, ..Self::default() };
        let (mut kind, mut value) = ("", Cow::Borrowed(""));
        let mut has_formula = false;
        for (name, text) in attributes {
            let (prefix, name) = name.rsplit_once(':').unwrap_or(("", name));
            match name {
                "value-type" if prefix == "calcext" => head.is_error |= text == "error",
                "value-type" => kind = text,
                "value" | "date-value" | "time-value" | "boolean-value" => value = text.into(),
                "string-value" => value = normalized(text),
                "formula" => has_formula = true,
                "style-name" if wants_style => head.style = Some(normalized(text).into_owned()),
                "number-columns-repeated" => head.repeats = text.parse().unwrap_or(1).max(1),
                "number-rows-spanned" => head.rows = text.parse().unwrap_or(1),
                _ => {}
            }
        }
        head.is_formula_alone = has_formula && kind.is_empty();
        // What a merged cell covers holds nothing.
        head.value = if is_covered { Some(RawCell::Empty) } else { valued(kind, &value) };
        head
    }

    /// Adds to the text. Blanks and line breaks in a row are one blank; more of them are elements.
    pub fn push(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find([' ', '\t', '\r', '\n']) {
            let (before, behind) = rest.split_at(at);
            self.text.push_str(before);
            if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
            rest = behind.get(1..).unwrap_or_default();
        }
        self.text.push_str(rest);
    }

    /// Whether the text is wanted, since the attributes alone do not tell what the cell holds.
    pub fn wants_text(&self) -> bool {
        self.value.is_none() || self.is_error
    }

    /// What the cell holds.
    pub fn value(self) -> RawCell<'static> {
        let Self { text, .. } = self;
        if self.is_error && !text.is_empty() {
            return RawCell::Error(Cow::Owned(text));
        }
        match self.value {
            Some(value) => value,
            None if text.is_empty() && self.is_formula_alone => RawCell::Uncomputed,
            None if text.is_empty() => RawCell::Empty,
            None => RawCell::Text(Cow::Owned(text)),
        }
    }
}

/// What a cell of that kind and value holds; `None` where its text is what it holds.
fn valued(kind: &str, value: &str) -> Option<RawCell<'static>> {
    let number = || value.trim().parse::<f64>().ok().filter(|number| number.is_finite());
    match kind {
        "float" | "currency" => number().map(RawCell::Number),
        "percentage" => number().map(RawCell::Percent),
        "date" if !value.is_empty() => Some(stamp_or_text(value)),
        "time" => days_of(value).map(RawCell::Duration),
        "boolean" => match value.trim() {
            "true" => Some(RawCell::Bool(true)),
            "false" => Some(RawCell::Bool(false)),
            _ => None,
        },
        "string" if !value.is_empty() => Some(RawCell::Text(Cow::Owned(value.to_owned()))),
        _ => None,
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
