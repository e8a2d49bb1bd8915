//! The week series: every known week, and the average of the baseline by week number.

use super::{Average, Volumes, WeekPoint, WeeklySeries};
use crate::calendar::{IsoWeek, Year, is_workday, weeks_in};

/// Every known week from the first year of the baseline to `year`, and the averages.
pub fn weekly_series(volumes: &Volumes, year: Year, baseline: (Year, Year)) -> WeeklySeries {
    let first = baseline.0.min(year);
    let last = baseline.1.max(year);
    let weeks: Vec<WeekPoint> = (first..=last)
        .flat_map(|year| (1..=weeks_in(year)).map(move |week| IsoWeek { year, week }))
        .filter_map(|week| week_point(volumes, week))
        .collect();
    let averages = (1..=53)
        .map(|number| {
            let alike = weeks.iter().filter(|point| {
                point.week.week == number
                    && point.is_complete
                    && (baseline.0..=baseline.1).contains(&point.week.year)
                    && point.week.year != year
            });
            Average::of(alike.map(|point| point.cases))
        })
        .collect();
    WeeklySeries { year, baseline, weeks, averages }
}

/// The week's cases over its known days. It is complete when no working day is missing: the
/// weekend after a year's last working day may lie outside the exports.
fn week_point(volumes: &Volumes, week: IsoWeek) -> Option<WeekPoint> {
    let days = week.span()?.days();
    let known: Vec<u32> = days.clone().filter_map(|day| volumes.on(day)).collect();
    if known.is_empty() {
        return None;
    }
    Some(WeekPoint {
        week,
        cases: known.iter().sum(),
        is_complete: days
            .into_iter()
            .all(|day| volumes.comparable(day).is_some() || !is_workday(day)),
    })
}
