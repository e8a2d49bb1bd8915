//! Writing numbers: no-break space between thousands, decimal comma, U+2212 for minus.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{MINUS, NBSP};

/// Rounds half away from zero, as accounts are rounded in print.
#[inline]
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// A count, `10 859`.
#[inline]
pub fn count(value: i64) -> String {
    with_sign(value < 0, &grouped(&value.unsigned_abs().to_string()))
}

/// A count with its sign, also plus, `+123`; zero has none.
pub fn signed_count(value: i64) -> String {
    plus(value > 0, count(value))
}

/// A number with exactly so many decimals, `−1 234,50`.
pub fn decimal(value: Decimal, decimals: u32) -> String {
    let rounded = round(value, decimals);
    let digits = format!("{:.*}", decimals as usize, rounded.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut text = grouped(whole);
    if !fraction.is_empty() {
        text.push(',');
        text.push_str(fraction);
    }
    with_sign(rounded.is_sign_negative() && !rounded.is_zero(), &text)
}

/// A percentage, `12,2 %`. `value` is in percent, 12.24 and not 0.1224.
pub fn percent(value: Decimal, decimals: u32) -> String {
    format!("{}{NBSP}%", decimal(value, decimals))
}

/// A percentage with its sign, also plus, `+1,4 %`; what rounds to zero has none.
pub fn signed_percent(value: Decimal, decimals: u32) -> String {
    plus(round(value, decimals) > Decimal::ZERO, percent(value, decimals))
}

/// An amount, `kr 1 761 942,50`.
pub fn kroner(value: Decimal) -> String {
    format!("kr{NBSP}{}", decimal(value, 2))
}

/// How much `new` differs from `reference`, in percent of the reference; `None` where the
/// reference is zero.
pub fn change_percent(new: Decimal, reference: Decimal) -> Option<Decimal> {
    (new - reference).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(reference)
}

fn plus(is_positive: bool, text: String) -> String {
    if is_positive { format!("+{text}") } else { text }
}

fn with_sign(is_negative: bool, text: &str) -> String {
    if is_negative { format!("{MINUS}{text}") } else { text.to_owned() }
}

fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(NBSP);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart_and_minus_is_a_minus() {
        assert_eq!(count(0), "0");
        assert_eq!(count(999), "999");
        assert_eq!(count(-10_859), "−10\u{a0}859");
        assert_eq!(decimal(Decimal::new(-634_318_244, 2), 2), "−6\u{a0}343\u{a0}182,44");
    }

    #[test]
    fn rounding_goes_away_from_zero_and_leaves_no_minus_zero() {
        assert_eq!(decimal(Decimal::new(125, 2), 1), "1,3");
        assert_eq!(decimal(Decimal::new(-125, 2), 1), "−1,3");
        assert_eq!(decimal(Decimal::new(-4, 2), 1), "0,0");
    }

    #[test]
    fn a_change_is_a_percentage_of_the_reference() {
        let change = change_percent(10_859.into(), 10_709.into()).map(|value| round(value, 2));
        assert_eq!(change, Some(Decimal::new(140, 2)));
        assert_eq!(change_percent(1.into(), 0.into()), None);
        assert_eq!(signed_percent(Decimal::new(140, 2), 1), "+1,4\u{a0}%");
        assert_eq!(signed_percent(Decimal::new(1, 2), 1), "0,0\u{a0}%");
    }
}
