//! Headings of amounts that have come together in a part of a year: "Regnskap jan–aug", "Hittil
//! t.o.m. august", "Regnskap 202101-202108".

use super::days::{day_in, is_before_day};
use crate::calendar::{Date, Year};
use crate::import::dates::{LIKELY_YEARS, month_of_word};
use crate::import::heading::normal;
use crate::import::synonyms::synonyms;

/// What a heading says of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingTime {
    /// The heading without it, as it is compared.
    pub rest: String,
    /// The year, where the heading has one.
    pub year: Option<Year>,
    /// The last month.
    month: u8,
    /// Its last day that counts; `None` for all of the month.
    day: Option<u8>,
}

/// A month with what else a word says.
#[derive(Clone, Copy)]
struct Point {
    year: Option<Year>,
    month: u8,
    day: Option<u8>,
}

impl HeadingTime {
    /// The time from the year's beginning that a heading names. A month or a quarter alone is no
    /// such time.
    pub fn of(heading: &str) -> Option<Self> {
        let lower = heading.to_lowercase().replace(['–', '—'], "-").replace("t.o.m", "tom");
        let words: Vec<&str> = lower
            .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ':'))
            .map(|word| word.trim_matches(['-', '.']))
            .filter(|word| !word.is_empty())
            .collect();
        let (mut points, mut rest, mut year) = (Vec::new(), Vec::new(), None);
        let (mut is_by_day, mut has_range, mut at) = (false, false, 0);
        while let Some(word) = words.get(at) {
            let next = words.get(at + 1).copied().unwrap_or_default();
            at += 1;
            if let (Some(day), Some(month)) = (number(word, 31), month_in(next)) {
                points.push(Point { year: None, month, day: Some(day) });
                at += 1;
            } else if let Some(point) = point(word) {
                points.push(point);
            } else if let Some((first, last)) = range(word) {
                points.extend([first, last]);
                has_range = true;
            } else if let Some(plain) = year_in(word) {
                year = Some(plain);
            } else if is_before_day(word) {
                is_by_day = true;
            } else if matches!(*word, "fra" | "og" | "med") || is_period(word) {
                has_range |= points.len() > 1;
            } else {
                rest.push(*word);
            }
        }
        let (first, last) = (points.first()?, points.last()?);
        let is_from_january = points.len() > 1 && first.month == 1 && (has_range || is_by_day);
        let is_alone = points.len() == 1 && is_by_day;
        (is_from_january || is_alone).then(|| Self {
            rest: normal(&rest.join(" ")),
            year: last.year.or(year),
            month: last.month,
            day: last.day,
        })
    }

    /// The last day, of that year where the heading has none.
    pub fn until(&self, year: Year) -> Option<Date> {
        let year = self.year.unwrap_or(year);
        let first = Date::new(year, i8::try_from(self.month).ok()?, 1).ok()?;
        let day = self.day.and_then(|day| i8::try_from(day).ok());
        let day = day.and_then(|day| Date::new(year, first.month(), day).ok());
        Some(day.unwrap_or_else(|| first.last_of_month()))
    }
}

fn number(word: &str, most: u8) -> Option<u8> {
    word.trim_matches('.').parse().ok().filter(|number| (1..=most).contains(number))
}

fn month_in(word: &str) -> Option<u8> {
    month_of_word(word.trim_matches('.')).filter(|month| *month <= 12)
}

fn year_in(word: &str) -> Option<Year> {
    word.parse().ok().filter(|year| LIKELY_YEARS.contains(year))
}

fn is_period(word: &str) -> bool {
    let word = normal(word);
    synonyms().accounts.in_period.contains(&word) || word == "perioder"
}

/// A day, a month or a period: `31.08.2021`, `31.08`, `202108`, `08-2021`, `august`.
fn point(word: &str) -> Option<Point> {
    if let Some((year, month, day)) = day_in(word) {
        return Some(Point { year: Some(year), month, day: Some(day) });
    }
    let month = |text: &str| number(text, 12);
    if word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, period) = word.split_at_checked(4)?;
        let period = number(period, 13)?.min(12);
        return Some(Point { year: Some(year_in(year)?), month: period, day: None });
    }
    if let Some((one, other)) = word.split_once(['.', '/', '-']) {
        return match (year_in(one), year_in(other)) {
            (Some(year), None) => Some(Point { year: Some(year), month: month(other)?, day: None }),
            (None, Some(year)) => Some(Point {
                year: Some(year),
                month: month(one).or_else(|| month_in(one))?,
                day: None,
            }),
            // 31.08; with a hyphen it would be a range.
            _ if word.contains('-') => None,
            _ => Some(Point { year: None, month: month(other)?, day: Some(number(one, 31)?) }),
        };
    }
    month_in(word).map(|month| Point { year: None, month, day: None })
}

/// `jan-aug`, `1.-8`, `202101-202108`, `01.01-31.08.2021`.
fn range(word: &str) -> Option<(Point, Point)> {
    let (first, last) = word.split_once('-')?;
    let bare = |text: &str| {
        number(text, 13).map(|month| Point { year: None, month: month.min(12), day: None })
    };
    match (point(first.trim_matches('.')), point(last.trim_matches('.'))) {
        (Some(first), Some(last)) => Some((first, last)),
        (None, None) => Some((bare(first)?, bare(last)?)),
        _ => None,
    }
}
