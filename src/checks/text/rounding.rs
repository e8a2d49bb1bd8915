//! Whether a number as it is written can be a value: rounded to the decimals of the number.

use rust_decimal::{Decimal, RoundingStrategy};

use super::claim::Claim;
use super::fact::Measure;

/// Whether the claim's number is `value`, rounded as the number is. Kroner may be cut off as well
/// as rounded, as prose does; a number that is said to be rounded may be rounded to its last
/// digit that is no nought.
pub fn is_value(claim: &Claim<'_>, value: Decimal, measure: Measure) -> bool {
    let number = claim.number;
    let decimals = number.decimals;
    let is_cut = measure == Measure::Kroner;
    let is = |decimals| is_rounded_to(number.value, value, decimals, is_cut);
    is(decimals) || (claim.is_rounded && is(last_digit(number.value, decimals)))
}

/// Whether the number can be `value` if all its noughts at the end are rounding: 80 for 82.76.
pub fn is_coarsely(claim: &Claim<'_>, value: Decimal) -> bool {
    let number = claim.number;
    is_rounded_to(number.value, value, last_digit(number.value, number.decimals), false)
}

fn is_rounded_to(number: Decimal, value: Decimal, decimals: i32, may_be_cut: bool) -> bool {
    let size = value.abs();
    let rounded = |strategy| to_decimals(size, decimals, strategy) == Some(number);
    rounded(RoundingStrategy::MidpointAwayFromZero)
        || (may_be_cut && rounded(RoundingStrategy::ToZero))
}

/// Rounds to so many decimals; below zero to tens, hundreds, thousands.
fn to_decimals(value: Decimal, decimals: i32, strategy: RoundingStrategy) -> Option<Decimal> {
    match u32::try_from(decimals) {
        Ok(decimals) => Some(value.round_dp_with_strategy(decimals, strategy)),
        Err(_) => {
            let unit = Decimal::from(10_u64.checked_pow(decimals.unsigned_abs())?);
            (value / unit).round_dp_with_strategy(0, strategy).checked_mul(unit)
        }
    }
}

/// The place of the last digit that is no nought: −1 in 80, 1 in 0.50.
fn last_digit(number: Decimal, decimals: i32) -> i32 {
    if number.is_zero() {
        return decimals;
    }
    let plain = number.normalize();
    if plain.scale() > 0 {
        return plain.scale() as i32;
    }
    let digits = plain.to_string();
    -((digits.len() - digits.trim_end_matches('0').len()) as i32)
}
