//! Alternative texts: what a chart shows, in a few sentences, drafted from its data.

use super::end_labels::years_text;
use super::events::{EventMark, count_within};
use crate::calendar::{Date, Quarter, Year};
use crate::figures::{DailySeries, DayPoint, WeeklySeries};
use crate::t;
use crate::words::date_long;

/// The name of a daily chart: "Saker per dag, 1. kvartal 2021".
pub(super) fn daily_title(series: &DailySeries) -> String {
    match series.days.first() {
        Some(day) => {
            let quarter = quarter_name(Quarter::of(day.date));
            t!("chart-daily-title", quarter = quarter, year = day.date.year().to_string())
        }
        None => t!("chart-missing"),
    }
}

/// The name of a weekly chart: "Saker per uke, 2021".
pub(super) fn weekly_title(series: &WeeklySeries) -> String {
    t!("chart-weekly-title", year = series.year.to_string())
}

/// The name of a quarter in little: "Saker per uke, 1. kvartal 2021".
pub(super) fn quarter_title(quarter: Quarter, year: Year) -> String {
    t!("chart-quarter-title", quarter = quarter_name(quarter), year = year.to_string())
}

/// What a quarter in little shows: the sum of its weeks.
pub(super) fn alt_text_quarter(weeks: &[u32]) -> String {
    let sum = sum(weeks.iter().copied());
    if weeks.is_empty() { t!("chart-alt-no-data") } else { t!("chart-alt-total", cases = sum) }
}

/// What a daily chart shows: the days, their sum, how many lie over the average if there is one,
/// the highest, and how many events are marked.
pub fn alt_text_daily(series: &DailySeries, events: &[EventMark]) -> String {
    let days = &series.days;
    let Some(first) = days.first() else { return t!("chart-alt-no-data") };
    let baseline = years_text(series.baseline.first.year(), series.baseline.last.year());
    let quarter = quarter_name(Quarter::of(first.date));
    let year = first.date.year().to_string();
    let mut sentences = vec![match series.has_average() {
        true => t!("chart-alt-daily", quarter = quarter, year = year, years = baseline),
        false => t!("chart-alt-daily-alone", quarter = quarter, year = year),
    }];
    // A day that was not over when the export was made is no part of a sum.
    let known = days.iter().filter(|day| !day.is_partial);
    let known: Vec<(Date, u32)> = known.filter_map(|day| Some((day.date, day.cases?))).collect();
    match known.iter().rev().max_by_key(|(_, cases)| *cases) {
        None => sentences.push(t!("chart-alt-no-data")),
        Some((date, cases)) => {
            let total = sum(known.iter().map(|day| day.1));
            sentences.push(match known.last() {
                Some((last, _)) if known.len() < days.len() => {
                    t!("chart-alt-total-to-date", cases = total, date = date_long(*last))
                }
                _ => t!("chart-alt-total", cases = total),
            });
            let (above, compared) = days_above(days);
            if compared > 0 {
                sentences.push(t!("chart-alt-days-above", above = above, compared = compared));
            }
            sentences.push(t!("chart-alt-most-day", date = date_long(*date), cases = *cases));
        }
    }
    match count_within(events, days) {
        0 => {}
        count => sentences.push(t!("chart-alt-events", count = count)),
    }
    sentences.join(" ")
}

/// What a weekly chart shows: the year, its sum, how many weeks lie over the average, the
/// highest and the lowest week.
pub fn alt_text_weekly(series: &WeeklySeries) -> String {
    let baseline = years_text(series.baseline.0, series.baseline.1);
    let year = series.year.to_string();
    let mut sentences = vec![match series.has_average() {
        true => t!("chart-alt-weekly", year = year, years = baseline),
        false => t!("chart-alt-weekly-alone", year = year),
    }];
    let weeks: Vec<(u8, u32)> = series
        .of_year(series.year)
        .filter(|point| point.is_complete)
        .map(|point| (point.week.week, point.cases))
        .collect();
    let most = weeks.iter().rev().max_by_key(|(_, cases)| *cases);
    let fewest = weeks.iter().min_by_key(|(_, cases)| *cases);
    let (Some(most), Some(fewest)) = (most, fewest) else {
        sentences.push(t!("chart-alt-no-data"));
        return sentences.join(" ");
    };
    let (above, compared) = weeks_above(series, &weeks);
    if compared > 0 {
        sentences.push(t!("chart-alt-weeks-above", above = above, compared = compared));
    }
    sentences.push(t!("chart-alt-most-week", week = week(most.0), cases = most.1));
    sentences.push(t!("chart-alt-fewest-week", week = week(fewest.0), cases = fewest.1));
    sentences.join(" ")
}

/// How many compared workdays lie over their average, and how many are compared.
fn days_above(days: &[DayPoint]) -> (usize, usize) {
    let compared = days.iter().filter(|day| day.is_workday && !day.is_partial);
    let differences: Vec<bool> = compared
        .filter_map(|day| {
            let (cases, average) = (day.cases?, day.average?);
            Some(u64::from(cases) * u64::from(average.n) > average.sum)
        })
        .collect();
    (differences.iter().filter(|above| **above).count(), differences.len())
}

fn weeks_above(series: &WeeklySeries, weeks: &[(u8, u32)]) -> (usize, usize) {
    let differences: Vec<bool> = weeks
        .iter()
        .filter_map(|(week, cases)| {
            let average = (*series.averages.get(usize::from(*week).checked_sub(1)?)?)?;
            Some(u64::from(*cases) * u64::from(average.n) > average.sum)
        })
        .collect();
    (differences.iter().filter(|above| **above).count(), differences.len())
}

fn sum(counts: impl Iterator<Item = u32>) -> u64 {
    counts.map(u64::from).sum()
}

/// A week's number as words, since it has no thousands.
fn week(number: u8) -> String {
    number.to_string()
}

fn quarter_name(quarter: Quarter) -> String {
    match quarter {
        Quarter::First => t!("quarter-1"),
        Quarter::Second => t!("quarter-2"),
        Quarter::Third => t!("quarter-3"),
        Quarter::Fourth => t!("quarter-4"),
    }
}
