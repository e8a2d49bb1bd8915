//! Days that stand far out from their *tilsvarende dager*, and that no event explains.

use rust_decimal::Decimal;

use super::Inspection;
use crate::calendar::{Date, Quarter};
use crate::checks::rule::{finding, rules};
use crate::checks::{Area, Finding, Said, Where};
use crate::figures::{Address, DayPoint, Figures, Key};
use crate::project::Minute;
use crate::words::date_long;

rules! {
    /// A working day is like its *tilsvarende dager*, or an event explains it.
    OUTLIER { id: "outlier", severity: Note, words: "check-outlier", find: Some(outliers) }
}

/// How many times the middle distance from the average a day must be off. Nine of them are six
/// standard deviations where distances are normally spread.
const TIMES: i64 = 9;
/// A day must also be off by at least this share of the average, in percent.
const PERCENT: i64 = 40;
/// The average must be of at least so many days.
const COMPARED: u32 = 3;
/// Of fewer days than this the median is not reliable.
const DAYS: usize = 40;
/// At most so many days become findings. If more stand out, the whole year differs.
const TOLD: usize = 10;

/// A day with how far it is from its average.
struct Off {
    day: Date,
    cases: u32,
    average: Decimal,
    off: Decimal,
}

/// The report year's working days that stand far out.
fn outliers(inspection: &Inspection<'_>) -> Vec<Finding> {
    let figures = inspection.figures();
    let days = Quarter::ALL
        .into_iter()
        .flat_map(|quarter| figures.daily(figures.report_year(), quarter).days);
    let mut days: Vec<Off> = days.filter_map(|day| off(&day)).collect();
    if days.len() < DAYS {
        return Vec::new();
    }
    let mut distances: Vec<Decimal> = days.iter().map(|day| day.off.abs()).collect();
    let middle = distances.len() / 2;
    let (_, middle, _) = distances.select_nth_unstable(middle);
    let limit = (*middle).max(Decimal::ONE).saturating_mul(TIMES.into());
    days.retain(|day| {
        let share = day.average.saturating_mul(PERCENT.into()) / Decimal::ONE_HUNDRED;
        day.off.abs() > limit && day.off.abs() > share && !is_explained(figures, day.day)
    });
    days.sort_by_key(|day| (std::cmp::Reverse(day.off.abs()), day.day));
    days.into_iter().take(TOLD).map(finding).collect()
}

fn off(day: &DayPoint) -> Option<Off> {
    let average = day.average.filter(|average| average.n >= COMPARED)?.value();
    let cases = day.cases.filter(|_| day.is_workday && !day.is_partial)?;
    Some(Off { day: day.date, cases, average, off: Decimal::from(cases).checked_sub(average)? })
}

/// Whether something is known to have happened on the day.
fn is_explained(figures: &Figures, day: Date) -> bool {
    figures.project().events.iter().any(|event| {
        let first = event.start.map(Minute::day);
        let last = event.end.map(Minute::day).or(first);
        first.zip(last).is_some_and(|(first, last)| first <= day && day <= last)
    })
}

fn finding(off: Off) -> Finding {
    let average = Said::count(crate::number::round(off.average, 0));
    let place = Where::area(Area::Cases).table("days").row(off.day.to_string());
    let place = place.at(Address::Figure(Key::Day(off.day)));
    finding!(
        OUTLIER,
        place,
        &[off.day.to_string(), off.cases.to_string(), average.machine_text()],
        day = date_long(off.day),
        cases = off.cases,
        average = average.text(),
    )
    .with_values(average, Said::count(off.cases))
}
