//! A- and B-incidents: the cases whose priority makes them worth telling of.

use std::collections::HashSet;

use crate::calendar::{Quarter, Span, day_number};
use crate::project::{Case, Code, Project};

/// The incidents of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incidents {
    /// Cases with a priority that makes them incidents.
    pub cases: u32,
    /// How many separate incidents these cases tell of; `None` where in a quarter with incidents
    /// none of them names the one that it belongs to, so that of that quarter nothing is known of
    /// which belong together.
    pub distinct: Option<u32>,
}

/// Where the cases stand whose priority makes them incidents: found in one walk through all rows,
/// since a report asks for the incidents of many spans.
#[derive(Clone, Debug, Default)]
pub(super) struct IncidentCases(Vec<Place>);

#[derive(Clone, Copy, Debug)]
struct Place {
    day: i32,
    batch: usize,
    row: usize,
}

impl IncidentCases {
    /// The incidents of a project; `None` without any priority at all.
    pub fn of(project: &Project) -> Option<Self> {
        let priorities = incident_priorities(project)?;
        let batches = project.cases.iter().enumerate();
        let cases = batches.flat_map(|(batch, own)| {
            let rows = own.rows.iter().enumerate();
            let incidents = rows.filter(|(_, case)| priorities.contains(&case.priority));
            incidents.map(move |(row, case)| Place {
                day: case.registered.day_number(),
                batch,
                row,
            })
        });
        Some(Self(cases.collect()))
    }

    /// The incidents of `span`; `project` is the one that they were found in.
    pub fn within(&self, project: &Project, span: Span) -> Incidents {
        let days = day_number(span.first)..=day_number(span.last);
        let places = self.0.iter().filter(|place| days.contains(&place.day));
        let cases: Vec<&Case> =
            places.map(|place| &project.cases[place.batch].rows[place.row]).collect();
        let parents: HashSet<&str> =
            cases.iter().filter_map(|case| case.parent.as_deref()).collect();
        let alone = cases
            .iter()
            .filter(|case| case.parent.is_none() && !parents.contains(&*case.number))
            .count();
        let quarter = |case: &Case| {
            let day = case.registered.day();
            (day.year(), Quarter::of(day))
        };
        let all: HashSet<_> = cases.iter().map(|case| quarter(case)).collect();
        let told = cases.iter().filter(|case| case.parent.is_some());
        let told: HashSet<_> = told.map(|case| quarter(case)).collect();
        let distinct = (!all.is_empty() && told == all).then_some(parents.len() + alone);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Incidents { cases: count(cases.len()), distinct: distinct.map(count) }
    }
}

/// The codes of the priorities that the settings name; `None` without any priority at all.
pub(super) fn incident_priorities(project: &Project) -> Option<Vec<Code>> {
    let known = &project.codes.priorities;
    let codes: Vec<Code> = known
        .iter()
        .filter(|(_, word)| project.settings.incident_priorities.iter().any(|own| own == word))
        .map(|(code, _)| code)
        .collect();
    (!known.0.is_empty()).then_some(codes)
}
