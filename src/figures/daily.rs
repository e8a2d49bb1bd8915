//! The day series: each day beside the average of its *tilsvarende dager*.

use super::{Average, DailySeries, DayPoint, Volumes};
use crate::calendar::{Date, Span, holiday, is_workday, similar_days};

/// The days of `span` beside the days of `baseline` that each can fairly be compared with.
pub fn daily_series(volumes: &Volumes, span: Span, baseline: Span) -> DailySeries {
    DailySeries {
        days: span.days().map(|day| day_point(volumes, day, baseline)).collect(),
        baseline,
    }
}

/// One day beside the days that it can fairly be compared with.
pub fn day_point(volumes: &Volumes, date: Date, baseline: Span) -> DayPoint {
    let compared: Vec<(Date, u32)> = similar_days(date, baseline)
        .into_iter()
        .filter_map(|day| Some((day, volumes.comparable(day)?)))
        .collect();
    DayPoint {
        date,
        holiday: holiday(date),
        is_workday: is_workday(date),
        cases: volumes.on(date),
        is_partial: volumes.is_partial(date),
        average: Average::of(compared.iter().map(|(_, cases)| *cases)),
        compared,
    }
}
