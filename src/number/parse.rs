//! Reading numbers in every spelling that a Norwegian export, letter or keyboard gives.

use crate::text_key;
use rust_decimal::Decimal;

/// Why a text is no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing is there.
    Empty,
    /// Something other than a number is there.
    NotANumber,
    /// A point that may part thousands or decimals: `1.840`.
    Ambiguous,
    /// A number with decimals where a count is asked for.
    NotWhole,
    /// A count below zero.
    Negative,
    /// An amount with parts of an øre.
    TooManyDecimals,
    /// An amount beyond every company's.
    TooLarge,
    /// A number of which a spreadsheet has shown the first digits only: `1,23E+08`.
    Shortened,
}

impl NumberError {
    /// The key of the sentence that says what is wrong and what to write instead.
    pub fn word_key(&self) -> &'static str {
        match self {
            Self::Empty => text_key!("number-empty"),
            Self::NotANumber => text_key!("number-not-a-number"),
            Self::Ambiguous => text_key!("number-ambiguous"),
            Self::NotWhole => text_key!("number-not-whole"),
            Self::Negative => text_key!("number-negative"),
            Self::TooManyDecimals => text_key!("number-too-many-decimals"),
            Self::TooLarge => text_key!("number-too-large"),
            Self::Shortened => text_key!("number-shortened"),
        }
    }
}

/// Reads a count: whole and not below zero. Thousands may be parted by spaces of any width or
/// by points.
pub fn parse_count(text: &str) -> Result<u32, NumberError> {
    // A count has no decimals, so that a point can only part thousands.
    let value = parse(text, Point::PartsThousands)?;
    if value.is_sign_negative() && !value.is_zero() {
        return Err(NumberError::Negative);
    }
    if !value.fract().is_zero() {
        return Err(NumberError::NotWhole);
    }
    u32::try_from(value).map_err(|_| NumberError::NotANumber)
}

/// Reads a number with a decimal comma, or a decimal point where it can be nothing else.
///
/// Understood are spaces of any width or points between thousands, `kr` before, `,-` or `%`
/// behind, and a minus as hyphen, U+2212, en dash, trailing hyphen or parentheses.
pub fn parse_decimal(text: &str) -> Result<Decimal, NumberError> {
    parse(text, Point::Undecided)
}

/// What a lone point before three digits means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Point {
    PartsThousands,
    Undecided,
}

fn parse(text: &str, point: Point) -> Result<Decimal, NumberError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    let (is_negative, magnitude) = take_sign(strip_unit(text));
    let digits = normalized(magnitude.trim(), point)?;
    let value = Decimal::from_str_exact(&digits).map_err(|_| NumberError::NotANumber)?;
    Ok(if is_negative { -value } else { value })
}

fn strip_unit(text: &str) -> &str {
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let text = text.strip_suffix(",-").or_else(|| text.strip_suffix(",–")).unwrap_or(text);
    let lower = text.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("kr"));
    let text = if lower { text[2..].trim_start_matches('.') } else { text };
    let text = text.trim();
    text.strip_suffix("kr").unwrap_or(text).trim()
}

fn take_sign(text: &str) -> (bool, &str) {
    const MINUSES: [char; 3] = ['-', '\u{2212}', '\u{2013}'];
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return (true, inner);
    }
    if let Some(rest) = text.strip_prefix(MINUSES).or_else(|| text.strip_suffix(MINUSES)) {
        return (true, rest);
    }
    (false, text.strip_prefix('+').unwrap_or(text))
}

/// The digits with a decimal point and without thousands, or why that cannot be decided.
fn normalized(text: &str, point: Point) -> Result<String, NumberError> {
    let (whole, fraction) = match (text.rfind(','), text.rfind('.')) {
        (Some(comma), Some(dot)) if dot > comma => split(text, dot),
        (Some(comma), _) => split(text, comma),
        (None, Some(dot)) => {
            let groups: Vec<&str> = text.split('.').collect();
            let parts_thousands = groups[1..].iter().all(|group| group.len() == 3);
            match groups.len() {
                2 if parts_thousands && !groups[0].is_empty() && groups[0] != "0" => match point {
                    Point::PartsThousands => (text, None),
                    Point::Undecided => return Err(NumberError::Ambiguous),
                },
                2 => split(text, dot),
                _ => (text, None),
            }
        }
        (None, None) => (text, None),
    };
    let mut digits = ungrouped(whole)?;
    if let Some(fraction) = fraction {
        if !fraction.chars().all(|c| c.is_ascii_digit()) {
            return Err(NumberError::NotANumber);
        }
        digits.push('.');
        digits.push_str(if fraction.is_empty() { "0" } else { fraction });
    }
    Ok(digits)
}

fn split(text: &str, at: usize) -> (&str, Option<&str>) {
    (&text[..at], Some(&text[at + 1..]))
}

/// The whole part without its thousands marks, which must part groups of three.
fn ungrouped(whole: &str) -> Result<String, NumberError> {
    let is_mark = |c: char| c == '.' || c == ',' || c == '\'' || c.is_whitespace();
    let groups: Vec<&str> = whole.split(is_mark).collect();
    let sound = groups.iter().enumerate().all(|(index, group)| {
        let right_length = if index == 0 { !group.is_empty() } else { group.len() == 3 };
        let short_enough = groups.len() == 1 || group.len() <= 3;
        right_length && short_enough && group.chars().all(|c| c.is_ascii_digit())
    });
    if sound { Ok(groups.concat()) } else { Err(NumberError::NotANumber) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, NumberError>) {
        assert_eq!(
            parse_decimal(text).map(|value| value.to_string()).as_deref(),
            expected.as_ref().map(|text| *text),
            "{text}"
        );
    }

    #[test]
    fn every_spelling_of_a_number_is_read() {
        for text in [
            "1234,5",
            "1 234,5",
            "1\u{a0}234,5",
            "1\u{202f}234,5",
            "1.234,5",
            "1234.5",
            "kr 1 234,5",
            "kr. 1.234,5",
            "1,234.5",
        ] {
            check(text, Ok("1234.5"));
        }
        for text in ["-12", "−12", "–12", "12-", "(12)", "-12,-"] {
            check(text, Ok("-12"));
        }
        check("99,81 %", Ok("99.81"));
        check("1.761.942,-", Ok("1761942"));
        check("0.840", Ok("0.840"));
    }

    #[test]
    fn what_cannot_be_decided_is_not_guessed() {
        check("1.840", Err(NumberError::Ambiguous));
        check("", Err(NumberError::Empty));
        for text in ["12 33x", "1 23", "12,3,4x", "abc", "1..2", "-", "kr"] {
            check(text, Err(NumberError::NotANumber));
        }
    }

    #[test]
    fn a_count_is_whole_and_not_below_zero() {
        assert_eq!(parse_count("10.859"), Ok(10_859));
        assert_eq!(parse_count("10 859"), Ok(10_859));
        assert_eq!(parse_count("3,5"), Err(NumberError::NotWhole));
        assert_eq!(parse_count("-3"), Err(NumberError::Negative));
    }
}
