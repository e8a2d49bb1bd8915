//! Amounts in every spelling: each is read right, asked about or refused, and none is guessed.

use arsmelding::number::{DecimalMark, NumberError, parse_amount};

/// Spellings that say what they mean, with what they mean.
const PLAIN: [(&str, &str); 66] = [
    // Whole kroner and thousands.
    ("0", "0"),
    ("7", "7"),
    ("1234", "1234"),
    ("1 234", "1234"),
    ("1\u{a0}234", "1234"),
    ("1\u{202f}234", "1234"),
    ("1\u{2009}234", "1234"),
    ("1.840", "1840"),
    ("12.840", "12840"),
    ("123.840", "123840"),
    ("1.234.567", "1234567"),
    ("1,234,567", "1234567"),
    ("1'234'567", "1234567"),
    ("1’234’567", "1234567"),
    ("5 406 065", "5406065"),
    ("27412806", "27412806"),
    ("10.859", "10859"),
    ("22.000", "22000"),
    // Øre.
    ("1234,5", "1234.5"),
    ("1234,50", "1234.5"),
    ("1 234,50", "1234.5"),
    ("1\u{a0}234,50", "1234.5"),
    ("1.234,50", "1234.5"),
    ("1234.50", "1234.5"),
    ("1234.5", "1234.5"),
    ("1,234.50", "1234.5"),
    ("1'234.50", "1234.5"),
    ("1.761.942,50", "1761942.5"),
    ("1,761,942.50", "1761942.5"),
    ("0,84", "0.84"),
    ("0.84", "0.84"),
    ("0,840", "0.84"),
    ("0.840", "0.84"),
    ("1234,500", "1234.5"),
    ("1 234,", "1234"),
    ("12,5", "12.5"),
    ("12.5", "12.5"),
    // Below zero.
    ("-12", "-12"),
    ("−12", "-12"),
    ("–12", "-12"),
    ("12-", "-12"),
    ("12−", "-12"),
    ("1 234,50-", "-1234.5"),
    ("1\u{a0}234,50\u{2212}", "-1234.5"),
    ("(12)", "-12"),
    ("(1 234,50)", "-1234.5"),
    ("- 1 234,50", "-1234.5"),
    ("1 234,50 CR", "-1234.5"),
    ("1 234,50 DR", "1234.5"),
    ("+12", "12"),
    ("-0,00", "0"),
    // Units.
    ("kr 1 234,50", "1234.5"),
    ("kr. 1.234,50", "1234.5"),
    ("Kr 12", "12"),
    ("1 234,50 kr", "1234.5"),
    ("NOK 1 234,50", "1234.5"),
    ("1234.50 NOK", "1234.5"),
    ("kr 1.761.942,-", "1761942"),
    ("1 234,–", "1234"),
    ("12,--", "12"),
    ("-12,-", "-12"),
    ("kr -1 234,50", "-1234.5"),
    ("-kr 1 234,50", "-1234.5"),
    ("(kr 1 234,50)", "-1234.5"),
    // Nothing.
    ("-", "0"),
    ("–", "0"),
];

/// A comma before three digits: only the column or a person can tell.
const OPEN: [(&str, &str, &str); 6] = [
    ("1,840", "1.84", "1840"),
    ("12,500", "12.5", "12500"),
    ("123,000", "123", "123000"),
    ("-1,840", "-1.84", "-1840"),
    ("(1,840)", "-1.84", "-1840"),
    ("kr 1,840", "1.84", "1840"),
];

/// What is no amount of kroner, and why.
const REFUSED: [(&str, NumberError); 21] = [
    ("", NumberError::Empty),
    (" \u{a0} ", NumberError::Empty),
    ("abc", NumberError::NotANumber),
    ("kr", NumberError::NotANumber),
    ("12x", NumberError::NotANumber),
    ("12 34", NumberError::NotANumber),
    ("1 23", NumberError::NotANumber),
    ("1234 567", NumberError::NotANumber),
    ("1 234.567,50", NumberError::NotANumber),
    ("1.23.456", NumberError::NotANumber),
    ("1..2", NumberError::NotANumber),
    ("12,3,4", NumberError::NotANumber),
    ("--12", NumberError::NotANumber),
    ("-12-", NumberError::NotANumber),
    ("(-12)", NumberError::NotANumber),
    ("1e5", NumberError::NotANumber),
    ("12 %", NumberError::NotANumber),
    ("1 234,567", NumberError::TooManyDecimals),
    ("0,845", NumberError::TooManyDecimals),
    ("12.3456", NumberError::TooManyDecimals),
    ("9 999 999 999 999 999", NumberError::TooLarge),
];

fn read(text: &str, mark: Option<DecimalMark>) -> Result<String, NumberError> {
    parse_amount(text, mark).map(|amount| amount.to_string())
}

#[test]
fn what_says_what_it_means_is_read() {
    for (text, amount) in PLAIN {
        assert_eq!(read(text, None).as_deref(), Ok(amount), "«{text}»");
        // A word about commas changes nothing where the text itself decides.
        assert_eq!(read(text, Some(DecimalMark::Comma)).as_deref(), Ok(amount), "«{text}»");
    }
}

#[test]
fn what_only_a_person_can_tell_is_asked_about() {
    for (text, comma, point) in OPEN {
        assert_eq!(read(text, None), Err(NumberError::Ambiguous), "«{text}»");
        assert_eq!(read(text, Some(DecimalMark::Comma)).as_deref(), Ok(comma), "«{text}»");
        assert_eq!(read(text, Some(DecimalMark::Point)).as_deref(), Ok(point), "«{text}»");
    }
    // A point alone parts thousands, until somebody says that it does not.
    assert_eq!(read("1.840", Some(DecimalMark::Point)).as_deref(), Ok("1.84"));
    assert_eq!(read("1,845", Some(DecimalMark::Comma)), Err(NumberError::TooManyDecimals));
}

#[test]
fn what_is_no_amount_is_refused_with_its_cause() {
    for (text, cause) in REFUSED {
        assert_eq!(read(text, None), Err(cause), "«{text}»");
    }
}
