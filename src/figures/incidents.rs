//! A- and B-incidents: the cases whose priority makes them worth telling of.

use std::collections::HashSet;

use super::breakdown::cases_in;
use super::volumes::Filter;
use crate::calendar::Span;
use crate::project::{Case, Code, Project};

/// The incidents of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incidents {
    /// Cases with a priority that makes them incidents.
    pub cases: u32,
    /// How many separate incidents these cases tell of; `None` where no case names the one that
    /// it belongs to, so that nothing is known of which belong together.
    pub distinct: Option<u32>,
}

/// The incidents of `span`; `None` where no case row of the project has a priority, and where
/// the span has no case rows: its cases may be known as day counts, which tell of no incidents.
pub fn incidents(project: &Project, span: Span) -> Option<Incidents> {
    let priorities = incident_priorities(project)?;
    let everything = Filter::default();
    let mut rows = cases_in(project, &everything, span).map(|(_, case)| case).peekable();
    rows.peek()?;
    let cases: Vec<&Case> = rows.filter(|case| priorities.contains(&case.priority)).collect();
    let parents: HashSet<&str> = cases.iter().filter_map(|case| case.parent.as_deref()).collect();
    let alone = cases
        .iter()
        .filter(|case| case.parent.is_none() && !parents.contains(&*case.number))
        .count();
    let distinct = (!parents.is_empty()).then_some(parents.len() + alone);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Some(Incidents { cases: count(cases.len()), distinct: distinct.map(count) })
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
