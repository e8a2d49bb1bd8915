//! Days in headings: "Regnskap per 31.12.2021", by which the amounts below have come together.

use crate::calendar::Year;
use crate::import::dates::{LIKELY_YEARS, month_of_word};
use crate::import::heading::normal;
use crate::import::synonyms::synonyms;

/// Whether a word stands before such a day: "per".
pub fn is_before_day(word: &str) -> bool {
    synonyms().accounts.before_day.contains(&normal(word))
}

/// The words of a heading, with a day whose month is a word as one of them: `31. desember 2021`,
/// and of `per desember 2021` the month's last.
pub fn with_days(heading: &str) -> Vec<String> {
    let words: Vec<&str> = heading.split_whitespace().collect();
    let month = |word: Option<&&str>| {
        month_of_word(&word?.trim_end_matches('.').to_lowercase()).filter(|month| *month <= 12)
    };
    let year = |word: Option<&&str>| {
        let year: Option<Year> = word?.parse().ok();
        year.filter(|year| LIKELY_YEARS.contains(year))
    };
    let mut joined = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let day: Option<u8> = word.trim_end_matches('.').parse().ok();
        let day = day.filter(|day| (1..=31).contains(day));
        let is_before = at
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .is_some_and(|before| is_before_day(before));
        match (day, month(words.get(at + 1)), year(words.get(at + 2))) {
            (Some(day), Some(month), Some(year)) => {
                joined.push(format!("{day}.{month}.{year}"));
                at += 3;
                continue;
            }
            _ if is_before => {
                if let (Some(month), Some(year)) = (month(Some(word)), year(words.get(at + 1))) {
                    joined.push(format!("31.{month}.{year}"));
                    at += 2;
                    continue;
                }
            }
            _ => {}
        }
        joined.push((*word).to_owned());
        at += 1;
    }
    joined
}

/// The day that a word is, with its year: `31.12.2021`, `31.12.21`, `2021-12-31`.
pub fn day_in(word: &str) -> Option<(Year, u8, u8)> {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    let parts: Vec<&str> = word.split(['.', '-', '/']).collect();
    let [first, month, last] = parts[..] else { return None };
    let (year, day) = match (first.len(), last.len()) {
        (4, 1 | 2) => (first.parse().ok()?, last),
        (1 | 2, 4) => (last.parse().ok()?, first),
        (1 | 2, 2) => (last.parse::<Year>().ok()? + 2000, first),
        _ => return None,
    };
    let (month, day): (u8, u8) = (month.parse().ok()?, day.parse().ok()?);
    let is_day = LIKELY_YEARS.contains(&year) && (1..=12).contains(&month);
    (is_day && (1..=31).contains(&day)).then_some((year, month, day))
}
