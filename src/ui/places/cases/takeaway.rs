//! The sentence over the plot: what the numbers say, with the base of each percentage.

use crate::figures::{Average, ChangeWords, Comparison, DailySeries, Period, WeeklySeries};
use crate::number::{self, Decimal};
use crate::t;
use crate::words::day_and_month;

use super::words;

/// The weeks of a half year.
const HALF: u8 = 26;

/// A sentence whose start is what one came for.
#[derive(Clone, Debug, Default)]
pub(super) struct Takeaway {
    pub start: String,
    pub rest: String,
    /// How the plot is to be read, where there is room for it.
    pub hint: String,
}

/// Of a quarter: how many, against the average; on how many working days over it.
pub(super) fn days(
    comparison: Option<&Comparison>,
    period: Period,
    series: &DailySeries,
) -> Takeaway {
    let quarter = t!(period.word_key());
    let Some(comparison) = comparison else {
        let start = t!("cases-takeaway-missing", period = quarter);
        return Takeaway { start, ..Takeaway::default() };
    };
    let cases = words::cases(comparison.cases);
    let period = match comparison.is_whole {
        true => quarter,
        false => {
            let day = day_and_month(comparison.span.last);
            t!("cases-period-to-date", period = quarter, day = day)
        }
    };
    let start = match comparison.change_from_average() {
        None => t!("cases-takeaway-alone", cases = cases, period = period),
        Some(change) => {
            let base = match comparison.is_whole {
                true => t!("cases-base-average"),
                false => t!("cases-base-same-days"),
            };
            let change = ChangeWords::percent(change, 1).more_than();
            t!("cases-takeaway", cases = cases, period = period, change = change, base = base)
        }
    };
    // To date the sentence is long enough as it is.
    let hint = if comparison.is_whole { t!("cases-takeaway-weekends") } else { String::new() };
    Takeaway { start, rest: days_above(series), hint }
}

/// "58 av 63 arbeidsdager lå over snittet for tilsvarende dager."
fn days_above(series: &DailySeries) -> String {
    let compared = series.days.iter().filter(|day| day.is_workday && !day.is_partial);
    let sides: Vec<bool> =
        compared.filter_map(|day| Some(is_above(day.cases?, day.average?))).collect();
    if sides.is_empty() {
        return t!("cases-takeaway-no-days");
    }
    let above = sides.iter().filter(|above| **above).count();
    t!("cases-takeaway-days", above = above, compared = sides.len())
}

fn is_above(cases: u32, average: Average) -> bool {
    u64::from(cases) * u64::from(average.n) > average.sum
}

/// Of the weeks: how the first and the last half of the year lay to the average, and how many
/// cases a week usually has.
pub(super) fn weeks(series: &WeeklySeries) -> Takeaway {
    let average = |week: u8| *series.averages.get(usize::from(week).checked_sub(1)?)?;
    let sides: Vec<(u8, bool)> = series
        .of_year(series.year)
        .filter(|point| point.is_complete)
        .filter_map(|point| {
            let week = point.week.week;
            Some((week, is_above(point.cases, average(week)?)))
        })
        .collect();
    let first: Vec<bool> = sides.iter().filter(|side| side.0 <= HALF).map(|side| side.1).collect();
    let last: Vec<bool> = sides.iter().filter(|side| side.0 > HALF).map(|side| side.1).collect();
    let start = weeks_start(&series.year.to_string(), &first, &last);
    Takeaway { start, rest: usual_week(series), hint: String::new() }
}

fn weeks_start(year: &str, first: &[bool], last: &[bool]) -> String {
    let above = |side: &[bool]| side.iter().filter(|above| **above).count();
    let is_mostly_above = |side: &[bool]| 2 * above(side) >= side.len();
    let all = first.len() + last.len();
    if all == 0 {
        return t!("cases-takeaway-missing", period = year);
    }
    if first.is_empty() || last.is_empty() || is_mostly_above(first) == is_mostly_above(last) {
        return t!(
            "cases-takeaway-weeks",
            year = year,
            above = above(first) + above(last),
            all = all
        );
    }
    let (a, b) = (above(first), above(last));
    if is_mostly_above(first) {
        t!(
            "cases-takeaway-weeks-over-under",
            year = year,
            over = a,
            first = first.len(),
            under = last.len() - b,
            last = last.len()
        )
    } else {
        t!(
            "cases-takeaway-weeks-under-over",
            year = year,
            under = first.len() - a,
            first = first.len(),
            over = b,
            last = last.len()
        )
    }
}

/// "En vanlig uke har rundt 660 saker.": the mean of the averages of the weeks 1 to 52, in tens.
fn usual_week(series: &WeeklySeries) -> String {
    let averages: Vec<Decimal> =
        series.averages.iter().take(52).flatten().map(Average::value).collect();
    let mean = averages.iter().sum::<Decimal>().checked_div(averages.len().into());
    let Some(mean) = mean else { return t!("cases-takeaway-no-average") };
    let tens = number::round(mean / Decimal::TEN, 0) * Decimal::TEN;
    t!("cases-takeaway-usual-week", cases = number::decimal(tens, 0))
}
