//! Amounts as floats and short ways to write numbers have them, exactly.

use crate::number::{Decimal, NumberError};

/// Amounts from here on are no kroner of any company.
pub const TOO_LARGE: Decimal = Decimal::from_parts(0xA4C6_8000, 0x0003_8D7E, 0, false, 0);

/// What sums of floats are off by at the most, as a share of them.
const NOISE: f64 = 1e-12;

/// An amount in the short form of programs: `2e+05`. Excel uses that form, with a capital letter,
/// for numbers that it has shortened, some of whose decimals are lost.
///
/// # Errors
/// When the text is no such number, or one whose last digits are lost.
pub fn scientific(text: &str) -> Result<Decimal, NumberError> {
    let at = text.find(['e', 'E']).ok_or(NumberError::NotANumber)?;
    let (mantissa, exponent) = (text[..at].replace(',', "."), &text[at + 1..]);
    let is_number = |part: &str| {
        let digits = part.strip_prefix(['-', '+']).unwrap_or(part);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    if !is_number(&mantissa) || !is_number(exponent) || exponent.contains('.') {
        return Err(NumberError::NotANumber);
    }
    let shown = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let places = exponent.parse::<i64>().unwrap_or(i64::MAX);
    if places > 15 {
        return Err(NumberError::TooLarge);
    }
    let is_shortened = text[at..].starts_with('E')
        && shown > 0
        && i64::try_from(shown).is_ok_and(|shown| places > shown);
    if is_shortened {
        return Err(NumberError::Shortened);
    }
    let text = format!("{mantissa}e{}", exponent.trim_start_matches('+'));
    let value = Decimal::from_scientific(&text).map_err(|_| NumberError::NotANumber)?.normalize();
    match () {
        () if value.abs() >= TOO_LARGE => Err(NumberError::TooLarge),
        () if value.scale() > 2 => Err(NumberError::TooManyDecimals),
        () => Ok(value),
    }
}

/// The amount that a float stands for: fifteen significant digits, exactly.
///
/// # Errors
/// When the number is none, or beyond every amount.
pub fn exact(value: f64) -> Result<Decimal, NumberError> {
    if !value.is_finite() {
        return Err(NumberError::NotANumber);
    }
    if value.abs() >= 1e15 {
        return Err(NumberError::TooLarge);
    }
    let ore = (value * 100.0).round();
    // Nearly all amounts are whole øre; the way by text is ten times as long.
    if ore.abs() < 1e15 && (ore / 100.0 - value).abs() <= value.abs() * NOISE {
        let ore = ore as i64;
        return Ok(match (ore % 100, ore % 10) {
            (0, _) => Decimal::from(ore / 100),
            (_, 0) => Decimal::new(ore / 10, 1),
            _ => Decimal::new(ore, 2),
        });
    }
    let text = format!("{value:.14e}");
    Decimal::from_scientific(&text)
        .map(|value| value.normalize())
        .map_err(|_| NumberError::NotANumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_way_to_write_a_number_is_an_amount_unless_digits_are_lost() {
        for (text, amount) in
            [("2e+05", "200000"), ("-1e5", "-100000"), ("2,5e+06", "2500000"), ("1E+05", "100000")]
        {
            assert_eq!(scientific(text).map(|number| number.to_string()).as_deref(), Ok(amount));
        }
        assert_eq!(scientific("1,23E+08"), Err(NumberError::Shortened));
        assert_eq!(scientific("1e30"), Err(NumberError::TooLarge));
        for text in ["e5", "1e", "x", "1e5e5", "1e1.5"] {
            assert_eq!(scientific(text), Err(NumberError::NotANumber), "{text}");
        }
    }

    #[test]
    fn a_float_is_the_amount_that_was_typed() {
        for (value, amount) in [
            (0.1 + 0.2, "0.3"),
            (27_412_806.35, "27412806.35"),
            (-1_761_942.5, "-1761942.5"),
            (5_382_228.0, "5382228"),
            (1e-9, "0.000000001"),
            (4_357_968.4, "4357968.4"),
            (999_999_999_999.99, "999999999999.99"),
            (12.345, "12.345"),
            (0.0, "0"),
        ] {
            assert_eq!(exact(value).map(|number| number.to_string()).as_deref(), Ok(amount));
        }
        assert_eq!(exact(f64::NAN), Err(NumberError::NotANumber));
        assert_eq!(exact(1e300), Err(NumberError::TooLarge));
    }
}
