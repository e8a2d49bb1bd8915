//! The week series: every known week, and the average of the baseline by week number.

use jiff::civil::Weekday;

use super::{Average, Volumes, WeekPoint, WeeklySeries};
use crate::calendar::{IsoWeek, Year, day_from_number, day_number, is_workday, weeks_in};

impl WeeklySeries {
    /// The weeks with that number that the average is made of: whole weeks of the baseline's
    /// other years.
    #[inline]
    pub fn compared(&self, number: u8) -> impl Iterator<Item = &WeekPoint> {
        let is_compared = is_compared(self.year, self.baseline);
        self.weeks.iter().filter(move |point| point.week.week == number && is_compared(point))
    }
}

/// Which weeks an average over `baseline` is made of, for the report on `year`.
fn is_compared(year: Year, baseline: (Year, Year)) -> impl Fn(&WeekPoint) -> bool {
    move |point| {
        let week_year = point.week.year;
        point.is_complete && week_year != year && (baseline.0..=baseline.1).contains(&week_year)
    }
}

/// Every known week from the first year of the baseline to `year`, and the averages.
pub fn weekly_series(volumes: &Volumes, year: Year, baseline: (Year, Year)) -> WeeklySeries {
    let weeks = known_weeks(volumes, baseline.0.min(year), baseline.1.max(year));
    let mut series = WeeklySeries { year, baseline, weeks, averages: Vec::new() };
    let average = |number: u8| Average::of(series.compared(number).map(|point| point.cases));
    series.averages = (1..=53).map(average).collect();
    series
}

/// The weeks from the first ISO year to the last of which a day is known.
fn known_weeks(volumes: &Volumes, first: Year, last: Year) -> Vec<WeekPoint> {
    let start = IsoWeek { year: first, week: 1 };
    let Some(first_monday) = start.day(Weekday::Monday).map(day_number) else { return Vec::new() };
    let weeks: Vec<IsoWeek> = (first..=last)
        .flat_map(|year| (1..=weeks_in(year)).map(move |week| IsoWeek { year, week }))
        .collect();
    let mut known: Vec<(Option<u32>, [bool; 7])> = vec![(None, [false; 7]); weeks.len()];
    for (number, count, is_comparable) in volumes.days_from(first_monday) {
        let Ok(day) = usize::try_from(number - first_monday) else { continue };
        let Some((cases, compared)) = known.get_mut(day / 7) else { break };
        *cases = Some(cases.unwrap_or(0).saturating_add(count));
        compared[day % 7] = is_comparable;
    }
    let mondays = (first_monday..).step_by(7);
    let points = weeks.into_iter().zip(known).zip(mondays);
    let points = points.filter_map(|((week, (cases, compared)), monday)| {
        Some(WeekPoint { week, cases: cases?, is_complete: is_complete(monday, compared) })
    });
    points.collect()
}

/// A week is complete when no working day of it is missing: the weekend after a year's last
/// working day may lie outside the exports.
fn is_complete(monday: i32, compared: [bool; 7]) -> bool {
    (monday..).zip(compared).all(|(day, known)| known || !is_workday(day_from_number(day)))
}
