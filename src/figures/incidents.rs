//! A- and B-incidents: the cases whose priority makes them worth telling of.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::calendar::{Quarter, Span, Year, day_number};
use crate::import::known_priority;
use crate::project::{Case, Code, PriorityMeaning, Project, SourceId};

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

/// What a priority makes of its cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Urgency {
    /// An incident.
    Incident,
    /// None, as one without a priority.
    Ordinary,
    /// The system's word is not known, and nobody has said what it means.
    Unknown,
}

/// A system's word for priority that nobody has explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownPriority {
    /// A source that has it.
    pub source: SourceId,
    /// The word.
    pub word: String,
    /// How many cases of its system have it.
    pub cases: u32,
}

/// What each priority makes of the cases of each source.
pub(super) struct Priorities {
    systems: HashMap<SourceId, usize>,
    /// For each system, by code.
    urgencies: Vec<Vec<Urgency>>,
}

impl Priorities {
    /// The priorities of a project; `None` without any at all.
    pub fn of(project: &Project) -> Option<Self> {
        if project.codes.priorities.0.is_empty() {
            return None;
        }
        let mut names: Vec<&str> = Vec::new();
        let mut systems = HashMap::new();
        for batch in project.cases.iter() {
            let name = project.source(batch.source).map_or("", |source| &source.stream.system);
            let at = names.iter().position(|own| *own == name).unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            });
            systems.insert(batch.source, at);
        }
        let mut used = vec![vec![false; project.codes.priorities.0.len() + 1]; names.len()];
        for batch in project.cases.iter() {
            let Some(used) = systems.get(&batch.source).and_then(|at| used.get_mut(*at)) else {
                continue;
            };
            for case in batch.rows.iter() {
                if let Some(is_used) = used.get_mut(usize::from(case.priority.0)) {
                    *is_used = true;
                }
            }
        }
        let urgencies = names.iter().zip(&used).map(|(name, used)| of_system(project, name, used));
        Some(Self { urgencies: urgencies.collect(), systems })
    }

    /// What each priority makes of the cases of that source, by code.
    pub fn of_source(&self, source: SourceId) -> &[Urgency] {
        let system = self.systems.get(&source).and_then(|at| self.urgencies.get(*at));
        system.map_or(&[], Vec::as_slice)
    }

    /// What its priority makes of a case of that source.
    pub fn of_case(&self, source: SourceId, case: &Case) -> Urgency {
        urgency_of(self.of_source(source), case)
    }
}

/// What its priority makes of a case, of urgencies by code.
fn urgency_of(urgencies: &[Urgency], case: &Case) -> Urgency {
    urgencies.get(usize::from(case.priority.0)).copied().unwrap_or(Urgency::Ordinary)
}

/// What the priorities make of a system's cases, by code. A person who counts some of a system's
/// own words as incidents has decided about all of them.
fn of_system(project: &Project, system: &str, used: &[bool]) -> Vec<Urgency> {
    let words = &project.codes.priorities;
    let counted = &project.settings.incident_priorities;
    let is_counted = |word: &str| counted.iter().any(|own| own == word);
    let are_decided = words
        .iter()
        .filter(|(code, word)| {
            used.get(usize::from(code.0)) == Some(&true) && known_priority(word).is_none()
        })
        .any(|(_, word)| is_counted(word));
    let urgency = |word: &str| {
        let class = match project.priority_meaning(system, word) {
            _ if known_priority(word).is_none() && is_counted(word) => return Urgency::Incident,
            Some(PriorityMeaning::A) => Some("A"),
            Some(PriorityMeaning::B) => Some("B"),
            Some(PriorityMeaning::Other) => return Urgency::Ordinary,
            None => known_priority(word),
        };
        match class {
            Some(class) if is_counted(class) || is_counted(word) => Urgency::Incident,
            None if !are_decided => Urgency::Unknown,
            _ => Urgency::Ordinary,
        }
    };
    std::iter::once(Urgency::Ordinary).chain(words.iter().map(|(_, word)| urgency(word))).collect()
}

/// The words for priority that nobody has explained, the most frequent first.
pub(super) fn unknown_priorities(project: &Project) -> Vec<UnknownPriority> {
    let Some(priorities) = Priorities::of(project) else { return Vec::new() };
    let mut unknown: BTreeMap<(usize, Code), UnknownPriority> = BTreeMap::new();
    for batch in project.cases.iter() {
        let Some(system) = priorities.systems.get(&batch.source) else { continue };
        let urgencies = priorities.of_source(batch.source);
        // Mostly all words are known, and no row need be looked at.
        if !urgencies.contains(&Urgency::Unknown) {
            continue;
        }
        let is_unexplained = |case: &&Case| urgency_of(urgencies, case) == Urgency::Unknown;
        for case in batch.rows.iter().filter(is_unexplained) {
            let word = project.codes.priorities.word(case.priority).unwrap_or_default();
            let own = unknown.entry((*system, case.priority)).or_insert_with(|| UnknownPriority {
                source: batch.source,
                word: word.to_owned(),
                cases: 0,
            });
            own.cases = own.cases.saturating_add(1);
            own.source = own.source.max(batch.source);
        }
    }
    let mut unknown: Vec<UnknownPriority> = unknown.into_values().collect();
    unknown.sort_by(|a, b| b.cases.cmp(&a.cases).then_with(|| a.word.cmp(&b.word)));
    unknown
}

/// Where the cases stand whose priority makes them incidents: found in one walk through all rows,
/// since a report asks for the incidents of many spans.
#[derive(Clone, Debug, Default)]
pub(super) struct IncidentCases {
    incidents: Vec<Place>,
    /// The days of cases of which nobody knows whether they are incidents.
    unknown_days: HashSet<i32>,
    /// The days of cases whose export has no priorities, in quarters in which no other has any.
    ungraded_days: HashSet<i32>,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    day: i32,
    batch: usize,
    row: usize,
}

impl IncidentCases {
    /// The incidents of a project; `None` without any priority at all.
    pub fn of(project: &Project) -> Option<Self> {
        let priorities = Priorities::of(project)?;
        let mut found = Self::default();
        let (mut graded, mut ungraded) = (HashSet::new(), Vec::new());
        for (batch, own) in project.cases.iter().enumerate() {
            let source = project.source(own.source);
            let has_priorities = source
                .is_some_and(|source| source.columns.iter().any(|(field, _)| field == "priority"));
            let urgencies = priorities.of_source(own.source);
            let mut last_graded = None;
            for (row, case) in own.rows.iter().enumerate() {
                let day = case.registered.day_number();
                if case.priority != Code(0) {
                    // Most rows are of the same day as the one before.
                    if last_graded.replace(day) != Some(day) {
                        graded.insert(quarter_of(case));
                    }
                } else if !has_priorities {
                    ungraded.push(case);
                }
                match urgency_of(urgencies, case) {
                    Urgency::Incident => found.incidents.push(Place { day, batch, row }),
                    Urgency::Unknown => {
                        found.unknown_days.insert(day);
                    }
                    Urgency::Ordinary => {}
                }
            }
        }
        let ungraded = ungraded.into_iter().filter(|case| !graded.contains(&quarter_of(case)));
        found.ungraded_days = ungraded.map(|case| case.registered.day_number()).collect();
        Some(found)
    }

    /// Whether nobody knows of a case of `span` whether it is an incident.
    pub fn has_unknown(&self, span: Span) -> bool {
        let days = day_number(span.first)..=day_number(span.last);
        self.unknown_days.iter().any(|day| days.contains(day))
    }

    /// The incidents of `span`; `project` is the one that they were found in. `None` where a case
    /// of the span may be one or not, and where exports without priorities are all that is known
    /// of a quarter.
    pub fn within(&self, project: &Project, span: Span) -> Option<Incidents> {
        let days = day_number(span.first)..=day_number(span.last);
        let is_ungraded = self.ungraded_days.iter().any(|day| days.contains(day));
        if is_ungraded || self.has_unknown(span) {
            return None;
        }
        let places = self.incidents.iter().filter(|place| days.contains(&place.day));
        let cases: Vec<&Case> =
            places.map(|place| &project.cases[place.batch].rows[place.row]).collect();
        let parents: HashSet<&str> =
            cases.iter().filter_map(|case| case.parent.as_deref()).collect();
        let alone = cases
            .iter()
            .filter(|case| case.parent.is_none() && !parents.contains(&*case.number))
            .count();
        let all: HashSet<_> = cases.iter().map(|case| quarter_of(case)).collect();
        let told = cases.iter().filter(|case| case.parent.is_some());
        let told: HashSet<_> = told.map(|case| quarter_of(case)).collect();
        let distinct = (!all.is_empty() && told == all).then_some(parents.len() + alone);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Some(Incidents { cases: count(cases.len()), distinct: distinct.map(count) })
    }
}

/// The quarter in which a case was registered.
fn quarter_of(case: &Case) -> (Year, Quarter) {
    let day = case.registered.day();
    (day.year(), Quarter::of(day))
}
