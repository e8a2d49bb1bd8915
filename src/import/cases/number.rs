//! Case numbers as cells have them: one spelling of each, and those that Excel has shortened.

use std::borrow::Cow;

use crate::import::raw::RawCell;
use crate::import::synonyms::is_nothing;

/// Excel keeps this many digits of a number; the rest become zeros.
const EXCEL_DIGITS: usize = 15;
/// The least number of which Excel no longer keeps every digit.
const TOO_LONG: f64 = 1e15;

/// What stands in a cell of case numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberCell<'c> {
    /// Nothing.
    Missing,
    /// A word that says that there is none: `-`, `null`.
    Nothing,
    /// The number, in the one spelling in which numbers are compared.
    Number(Cow<'c, str>),
    /// What Excel has left of a number that was too long for it.
    Shortened,
}

/// The case number of a cell.
pub fn number_of<'c>(cell: &'c RawCell<'_>) -> NumberCell<'c> {
    if let RawCell::Number(value) = cell
        && value.abs() >= TOO_LONG
    {
        return NumberCell::Shortened;
    }
    let text = match cell.text() {
        Cow::Borrowed(text) => case_number(text),
        Cow::Owned(text) => Cow::Owned(case_number(&text).into_owned()),
    };
    match text {
        text if text.is_empty() => NumberCell::Missing,
        text if is_nothing(&text) => NumberCell::Nothing,
        text if is_scientific(&text) => NumberCell::Shortened,
        text => NumberCell::Number(text),
    }
}

/// A case number in the one spelling in which numbers are compared. `10 001`, `="10001"`,
/// `00010001`, `10001.0` and a link that shows `10001` are the same number: spaces and zeros come
/// and go with the cell's format, and no system has both `7` and `007`.
pub fn case_number(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/');
    if text.chars().all(is_plain) && !text.starts_with('0') {
        return Cow::Borrowed(text);
    }
    // Excel marks texts with an apostrophe, and some systems numbers with a sign.
    let bare = text.trim().trim_start_matches(['\'', '#']);
    let text = if bare.is_empty() { text } else { bare };
    let shown = shown_of_formula(text).unwrap_or_else(|| text.to_owned());
    let spaced: Vec<&str> = shown
        .split(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'))
        .filter(|part| !part.is_empty())
        .collect();
    let joined = if is_grouped(&spaced) { spaced.concat() } else { spaced.join(" ") };
    let whole = without_decimals(&joined);
    let by_commas: Vec<&str> = whole.split(',').collect();
    let whole = if is_grouped(&by_commas) { by_commas.concat() } else { whole.to_owned() };
    Cow::Owned(match whole.bytes().all(|byte| byte.is_ascii_digit()) {
        true if !whole.is_empty() => {
            let digits = whole.trim_start_matches('0');
            if digits.is_empty() { "0".to_owned() } else { digits.to_owned() }
        }
        _ => whole,
    })
}

/// What a cell shows whose text is a formula: `="10001"`, `=HYPERLINK("https://…";"10001")`.
fn shown_of_formula(text: &str) -> Option<String> {
    let formula = text.trim().strip_prefix('=')?;
    let is_link = formula.to_ascii_uppercase().starts_with("HYPERLINK(");
    if !is_link && !formula.starts_with('"') {
        return formula.bytes().all(|byte| byte.is_ascii_digit()).then(|| formula.to_owned());
    }
    // Within a text of a formula, a quote stands twice.
    let quoted = formula.replace("\"\"", "\u{0}");
    let last = match quoted.rsplit('"').nth(1) {
        // The shown text of a link may be a bare number: =HYPERLINK("…";10001).
        Some(_) if is_link && !quoted.trim_end_matches([')', ' ']).ends_with('"') => {
            quoted.rsplit([';', ',']).next()?.trim_end_matches([')', ' ']).trim()
        }
        last => last?,
    };
    Some(last.replace('\u{0}', "\""))
}

/// Whether the parts are the groups of a number's thousands.
fn is_grouped(parts: &[&str]) -> bool {
    let is_digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let Some((first, rest)) = parts.split_first() else { return false };
    !rest.is_empty()
        && (1..=3).contains(&first.len())
        && rest.iter().all(|part| part.len() == 3)
        && parts.iter().all(is_digits)
}

/// A whole number without the zeros that a cell's format put behind it: `10001.0`, `10001,00`.
fn without_decimals(text: &str) -> &str {
    let Some((whole, zeros)) = text.rsplit_once(['.', ',']) else { return text };
    let is_whole = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    let is_zeros = (1..=2).contains(&zeros.len()) && zeros.bytes().all(|byte| byte == b'0');
    if is_whole && is_zeros { whole } else { text }
}

/// `2,02103E+15`: what a CSV file holds that Excel saved. A text without comma and sign may be a
/// case number as it stands, `1E5`.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let digits = exponent.strip_prefix('+').unwrap_or(exponent);
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = mantissa.split_once([',', '.']).unwrap_or((mantissa, "0"));
    is_digits(digits)
        && is_digits(part)
        && whole.len() == 1
        && is_digits(whole)
        && (exponent.starts_with('+') || mantissa.len() > 1)
}

/// Whether texts are numbers that Excel has cut: longer than it keeps, and all of them zeros
/// after that. Of true numbers of that length, one in ten ends so.
pub fn are_cut<'t>(numbers: impl Iterator<Item = &'t str>) -> bool {
    /// Fewer than this prove nothing.
    const LEAST: usize = 5;
    let mut cut = 0;
    for number in numbers.filter(|number| number.len() > EXCEL_DIGITS) {
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if number.bytes().skip(EXCEL_DIGITS).any(|byte| byte != b'0') {
            return false;
        }
        cut += 1;
    }
    cut >= LEAST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_in_many_spellings_is_one() {
        let spellings = [
            "10001",
            "10 001",
            "10\u{a0}001",
            "10\u{202f}001",
            "00010001",
            "10001.0",
            "10001,00",
            "10,001",
            "=\"10001\"",
            "=\"00010001\"",
            "=10001",
            "'10001",
            "#10001",
            "=HYPERLINK(\"https://sd.example/1?id=77\",\"10001\")",
            "=HYPERLINK(\"https://sd.example/1\";\"10 001\")",
            "=hyperlink(\"https://sd.example/1\";10001)",
            "  10001\u{200b}",
        ];
        for spelling in spellings {
            assert_eq!(case_number(spelling), "10001", "{spelling}");
        }
        assert_eq!(number_of(&RawCell::Number(10_001.0)), NumberCell::Number("10001".into()));
    }

    #[test]
    fn other_numbers_stay_as_they_are() {
        for number in ["INC0010001", "IM2307 0608", "2021-17", "SAK-7", "10.001", "1E5", "12/2021"]
        {
            assert_eq!(case_number(number), number);
            let cell = RawCell::Text(number.into());
            assert_eq!(number_of(&cell), NumberCell::Number(number.into()), "{number}");
        }
        assert_eq!(case_number("000"), "0");
    }

    #[test]
    fn what_excel_has_shortened_is_no_number() {
        for text in ["2,02103E+15", "2.02103E+15", "2E+15", "2,02103e15"] {
            assert_eq!(number_of(&RawCell::Text(text.into())), NumberCell::Shortened, "{text}");
        }
        assert_eq!(number_of(&RawCell::Number(2.021_030_110_000_01e17)), NumberCell::Shortened);
        let cut = ["2021030110000010"; 12];
        assert!(are_cut(cut.into_iter()));
        assert!(!are_cut(cut.into_iter().chain(["2021030110000017"])));
        assert!(!are_cut(["20210301", "20210302"].into_iter()));
    }
}
