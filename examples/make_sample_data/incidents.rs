//! Incidents of priority A and B: how many per quarter, and which belong together.

use std::ops::Range;

use arsmelding::calendar::{Date, Quarter, Year, is_workday};
use jiff::civil::date;

use crate::cases::{Case, Kind, Priority};
use crate::random::Random;
use crate::{events, facts};

/// Month, day and number of incidents of the 18 events behind the 46 of the third quarter of
/// 2021. The two totals are the report's, the rest is made up around the dated events.
const THIRD_QUARTER_2021: [(i8, i8, usize); 18] = [
    (7, 2, 1),
    (7, 8, 2),
    (7, 15, 1),
    (7, 27, 1),
    (8, 4, 2),
    (8, 11, 2),
    (8, 16, 3),
    (8, 19, 2),
    (8, 23, 1),
    (8, 25, 9),
    (8, 30, 2),
    (9, 1, 4),
    (9, 6, 1),
    (9, 8, 5),
    (9, 13, 2),
    (9, 16, 6),
    (9, 21, 1),
    (9, 28, 1),
];

/// The number of the first of these events.
const FIRST_PARENT: usize = 31;

/// Incidents on a dated working day of the other quarters of 2021.
const ON_EVENT_DAY: usize = 2;

/// Makes some `cases` of `year`, which are in order of time, incidents of priority A or B.
pub fn mark(year: Year, cases: &mut [Case]) {
    let mut random = Random::new("incidents", year);
    for quarter in Quarter::ALL {
        let total = match year {
            2021 => facts::INCIDENTS_2021[quarter.index()],
            _ => random.between(14, 42),
        };
        if (year, quarter) == (2021, Quarter::Third) {
            mark_with_parents(cases, &mut random);
        } else {
            mark_single(cases, year, quarter, total, &mut random);
        }
    }
}

/// Neighbours in time that share a parent number.
fn mark_with_parents(cases: &mut [Case], random: &mut Random) {
    for (place, (month, day, size)) in THIRD_QUARTER_2021.into_iter().enumerate() {
        let of_day = range_of(cases, date(2021, month, day));
        let spare = of_day.len() - 2 * size;
        let first = of_day.start + random.below(spare as u32) as usize;
        let like = (cases[first].category, cases[first].subject);
        for case in cases[first..].iter_mut().step_by(2).take(size) {
            make_incident(case, random);
            (case.category, case.subject) = like;
            case.parent = Some(format!("P21-{:04}", FIRST_PARENT + place));
        }
    }
}

/// Some on each dated event of the quarter, the others anywhere on its working days.
fn mark_single(cases: &mut [Case], year: Year, quarter: Quarter, total: u32, random: &mut Random) {
    let mut left = total;
    let dated = events::EVENTS.iter().map(events::Event::date);
    for day in dated.filter(|day| quarter.span(year).contains(*day) && is_workday(*day)) {
        let of_day = range_of(cases, day);
        for case in cases[of_day].iter_mut().skip(40).step_by(15).take(ON_EVENT_DAY) {
            make_incident(case, random);
            left -= 1;
        }
    }
    let span = quarter.span(year);
    let places = range_of(cases, span.first).start..range_of(cases, span.last).end;
    while left > 0 {
        let case = &mut cases[places.start + random.below(places.len() as u32) as usize];
        if is_workday(case.registered.date()) && !case.priority.is_incident() {
            make_incident(case, random);
            left -= 1;
        }
    }
}

fn make_incident(case: &mut Case, random: &mut Random) {
    case.kind = Kind::Incident;
    case.priority = if random.chance(25) { Priority::A } else { Priority::B };
}

/// Where the cases of `day` stand.
fn range_of(cases: &[Case], day: Date) -> Range<usize> {
    let start = cases.partition_point(|case| case.registered.date() < day);
    let end = cases.partition_point(|case| case.registered.date() <= day);
    start..end
}
