//! Accounts of another plan than KOSTRA's: the numbers of NS 4102 are no arts, though some of them
//! look like one.

use std::collections::HashSet;

use super::art_names::Named;
use super::codes::{Padding, RawString};
use crate::import::account_form::{AccountForm, Part};

/// Fewer accounts than this are no plan.
const ACCOUNTS: usize = 4;
/// The digits of the plan; companies put more behind them.
const DIGITS: usize = 4;
const MOST_DIGITS: usize = 6;

/// An account of a list whose plan is that of NS 4102: four digits each or more, from 1 to 8, with wages in
/// class 5 and costs in class 6 or 7. Arts of wages begin with zero, and a *kontoklasse* is never as
/// high. Where names are known, they must not bear the arts out.
pub fn of_ns4102(strings: &[RawString]) -> Option<&RawString> {
    let numbered = || strings.iter().filter(|string| !string.account.text.is_empty());
    let width = numbered().next().map_or(0, |string| string.account.text.len());
    let is_number =
        |text: &str| text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    if !(DIGITS..=MOST_DIGITS).contains(&width)
        || numbered().any(|string| string.has_art() || !is_number(&string.account.text))
    {
        return None;
    }
    let accounts: HashSet<&str> = numbered().map(|string| string.account.text.as_str()).collect();
    let has = |class: char| accounts.iter().any(|account| account.starts_with(class));
    let is_plan =
        accounts.len() >= ACCOUNTS && !has('0') && !has('9') && has('5') && (has('6') || has('7'));
    if !is_plan {
        return None;
    }
    let codes: Vec<&RawString> = numbered().collect();
    let named = Named::of(&codes, &AccountForm::separated(&[Part::Account]), Padding::NONE);
    match named.names {
        0 if width > DIGITS => None,
        0 => has('3').then(|| codes.first().copied()).flatten(),
        names => (named.wrong * 2 > names).then(|| codes.first().copied()).flatten(),
    }
}
