//! The calendar against the published tables of holidays and working days.

use arsmelding::calendar::{self, Quarter, Span};
use arsmelding::words;
use jiff::civil::Date;

/// Every public holiday of 2015–2026: date and name.
const HOLIDAYS: &str = include_str!("data/holidays_2015_2026.csv");
/// Working days per quarter and year, and the number of ISO weeks.
const WORKDAYS: &str = include_str!("data/workdays_2015_2026.csv");

#[test]
fn the_holidays_are_those_of_the_law() {
    let expected: Vec<(Date, String)> = HOLIDAYS
        .lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            (fields[0].parse().unwrap(), fields[1].to_owned())
        })
        .collect();
    let mut found: Vec<(Date, String)> = Span::years(2015, 2026)
        .days()
        .filter_map(|day| Some((day, words::say(calendar::holiday(day)?.word_key(), &[]))))
        .collect();
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn working_days_are_monday_to_friday_without_holidays() {
    for line in WORKDAYS.lines().skip(1) {
        let fields: Vec<i32> = line.split(',').map(|field| field.parse().unwrap()).collect();
        let year = i16::try_from(fields[0]).unwrap();
        for quarter in Quarter::ALL {
            let workdays = calendar::workdays(quarter.span(year));
            assert_eq!(workdays as i32, fields[1 + quarter.index()], "{year} {quarter:?}");
        }
        assert_eq!(calendar::workdays(Span::year(year)) as i32, fields[5], "{year}");
        assert_eq!(i32::from(calendar::weeks_in(year)), fields[6], "{year}");
    }
}
