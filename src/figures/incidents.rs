//! A- and B-incidents: the cases whose priority makes them worth telling of.

use std::collections::{HashMap, HashSet};

use super::priorities::{Priorities, UnknownPriority, Urgency};
use crate::calendar::{Quarter, Span, Year, day_number};
use crate::project::{Case, Code, Project, SourceId};

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

/// Cases of a source that were closed before they were registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClosedBefore {
    /// The source.
    pub source: SourceId,
    /// How many of its cases, at least one.
    pub cases: u32,
    /// The row of the first of them, as Excel counts.
    pub first_row: u32,
}

/// What one walk through all case rows finds; there may be many, and a report asks for the
/// incidents of many spans.
#[derive(Clone, Debug)]
pub(super) struct CaseWalk {
    /// What the priorities mean.
    pub priorities: Priorities,
    /// The words for priority that nobody has explained, the most frequent first.
    pub unknown_priorities: Vec<UnknownPriority>,
    /// The sources with cases that were closed before they were registered.
    pub closed_before: Vec<ClosedBefore>,
    /// The incidents; `None` without any priority at all.
    pub incidents: Option<IncidentCases>,
}

impl CaseWalk {
    /// Walks through the cases of a project.
    pub fn of(project: &Project) -> Self {
        let mut walk = Self {
            priorities: Priorities::of(project),
            unknown_priorities: Vec::new(),
            closed_before: Vec::new(),
            incidents: None,
        };
        let mut incidents = IncidentCases::default();
        // By system, since it may turn out that its words are decided about.
        let mut unknown_days: HashMap<usize, HashSet<i32>> = HashMap::new();
        let (mut graded, mut ungraded) = (HashSet::new(), Vec::new());
        let mut numbers: HashMap<&'_ str, u32> = HashMap::new();
        let mut numbered = |number| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(number).or_insert(next)
        };
        for batch in project.cases.iter() {
            let source = project.source(batch.source);
            let has_priorities = source
                .is_some_and(|source| source.columns.iter().any(|(field, _)| field == "priority"));
            let urgencies = walk.priorities.of_source(batch.source);
            let mut counts = vec![0_u32; urgencies.len()];
            let mut unknown = HashSet::new();
            let mut turned: Option<ClosedBefore> = None;
            let mut last_graded = None;
            for case in batch.rows.iter() {
                let day = case.registered.day_number();
                if case.priority != Code(0) {
                    // Most rows are of the same day as the one before.
                    if last_graded.replace(day) != Some(day) {
                        graded.insert(quarter_of(case));
                    }
                } else if !has_priorities {
                    ungraded.push(case);
                }
                let code = usize::from(case.priority.0);
                if let Some(count) = counts.get_mut(code) {
                    *count = count.saturating_add(1);
                }
                match urgencies.get(code) {
                    Some(Urgency::Incident) => incidents.cases.push(IncidentCase {
                        day,
                        quarter: quarter_of(case),
                        number: numbered(&case.number),
                        parent: case.parent.as_deref().map(&mut numbered),
                    }),
                    Some(Urgency::Unknown) => drop(unknown.insert(day)),
                    Some(Urgency::Ordinary) | None => {}
                }
                if case.open_minutes.is_some_and(|minutes| minutes < 0) {
                    let (source, first_row) = (batch.source, case.row);
                    let first = ClosedBefore { source, cases: 0, first_row };
                    let turned = turned.get_or_insert(first);
                    turned.cases = turned.cases.saturating_add(1);
                }
            }
            walk.priorities.count(batch.source, &counts);
            walk.closed_before.extend(turned);
            unknown_days.entry(walk.priorities.system(batch.source)).or_default().extend(unknown);
        }
        for system in walk.priorities.settle() {
            unknown_days.remove(&system);
        }
        walk.unknown_priorities = walk.priorities.unknown(project);
        if !project.codes.priorities.0.is_empty() {
            let ungraded = ungraded.into_iter().filter(|case| !graded.contains(&quarter_of(case)));
            incidents.ungraded_days = ungraded.map(|case| case.registered.day_number()).collect();
            incidents.unknown_days = unknown_days.into_values().flatten().collect();
            walk.incidents = Some(incidents);
        }
        walk
    }
}

/// The places of the cases whose priority makes them incidents.
#[derive(Clone, Debug, Default)]
pub(super) struct IncidentCases {
    cases: Vec<IncidentCase>,
    /// The days of cases of which nobody knows whether they are incidents.
    unknown_days: HashSet<i32>,
    /// The days of cases whose export has no priorities, in quarters in which no other has any.
    ungraded_days: HashSet<i32>,
}

/// A case that is an incident. Numbers of cases stand as whole numbers here, since many spans are
/// asked for, and each compares them.
#[derive(Clone, Copy, Debug)]
struct IncidentCase {
    day: i32,
    quarter: (Year, Quarter),
    number: u32,
    /// The number of the case that it belongs to.
    parent: Option<u32>,
}

impl IncidentCases {
    /// Whether nobody knows of a case of `span` whether it is an incident.
    pub fn has_unknown(&self, span: Span) -> bool {
        let days = day_number(span.first)..=day_number(span.last);
        self.unknown_days.iter().any(|day| days.contains(day))
    }

    /// The incidents of `span`. `None` where a case of the span may be one or not, and where exports
    /// without priorities are all that is known of a quarter.
    pub fn within(&self, span: Span) -> Option<Incidents> {
        let days = day_number(span.first)..=day_number(span.last);
        let is_ungraded = self.ungraded_days.iter().any(|day| days.contains(day));
        if is_ungraded || self.has_unknown(span) {
            return None;
        }
        let cases: Vec<&IncidentCase> =
            self.cases.iter().filter(|case| days.contains(&case.day)).collect();
        let mut parents: Vec<u32> = cases.iter().filter_map(|case| case.parent).collect();
        parents.sort_unstable();
        parents.dedup();
        let is_alone = |case: &&&IncidentCase| {
            case.parent.is_none() && parents.binary_search(&case.number).is_err()
        };
        let alone = cases.iter().filter(is_alone).count();
        let mut quarters: Vec<_> = cases.iter().map(|case| case.quarter).collect();
        let with_parent = cases.iter().filter(|case| case.parent.is_some());
        let mut told_quarters: Vec<_> = with_parent.map(|case| case.quarter).collect();
        for quarters in [&mut quarters, &mut told_quarters] {
            quarters.sort_unstable();
            quarters.dedup();
        }
        let is_told = !quarters.is_empty() && told_quarters == quarters;
        let distinct = is_told.then_some(parents.len() + alone);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Some(Incidents { cases: count(cases.len()), distinct: distinct.map(count) })
    }
}

/// The quarter in which a case was registered.
fn quarter_of(case: &Case) -> (Year, Quarter) {
    let day = case.registered.day();
    (day.year(), Quarter::of(day))
}
