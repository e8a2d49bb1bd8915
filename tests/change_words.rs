//! Differences in words, which every door takes from one place.

use std::str::FromStr as _;

use arsmelding::figures::{ChangeWords, points_text};
use arsmelding::number::Decimal;

fn number(text: &str) -> Decimal {
    Decimal::from_str(text).unwrap()
}

/// As it is read; the spaces within numbers do not break.
fn read(text: String) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn of_counts_there_are_more_or_fewer() {
    assert_eq!(read(ChangeWords::percent(number("1.42"), 1).more_than()), "1,4 % flere enn");
    assert_eq!(read(ChangeWords::percent(number("-4.6"), 1).more_than()), "4,6 % færre enn");
    assert_eq!(read(ChangeWords::count(number("-12")).more()), "12 færre");
    assert_eq!(read(ChangeWords::count(number("1")).more()), "én flere");
}

#[test]
fn rates_and_amounts_are_higher_or_lower() {
    assert_eq!(read(ChangeWords::percent(number("-0.25"), 1).higher()), "0,3 % lavere");
    assert_eq!(read(ChangeWords::points(number("1.52"), 2).higher()), "1,52 prosentpoeng høyere");
    assert_eq!(read(points_text(number("10.3"), 1)), "10,3 prosentpoeng");
}

#[test]
fn what_rounds_to_nothing_is_no_difference() {
    let none = ChangeWords::percent(number("-0.04"), 1);
    assert!(none.is_none());
    assert_eq!((none.more_than(), none.higher()), ("like mange som".into(), "uendret".into()));
    assert!(!ChangeWords::percent(number("-0.05"), 1).is_none());
}
