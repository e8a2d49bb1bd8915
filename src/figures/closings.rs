//! How long the cases of a year took, from when they were registered until they were closed.

use std::collections::BTreeMap;

use super::Figures;
use super::breakdown::cases_in;
use super::volumes::Filter;
use crate::calendar::{Span, Year};
use crate::project::{Case, Code, Project, SourceId};

/// Which of the closed cases are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closing {
    /// Those that were closed on the day on which they were registered.
    SameDay,
    /// Those with that priority, as the export words it; `None` where it leaves it blank.
    WithPriority(Option<String>),
}

impl Closing {
    /// Whether a case is meant. One that was closed before it was registered is a slip of its
    /// export, which a finding tells of, and is not.
    pub(super) fn holds(&self, project: &Project, case: &Case) -> bool {
        let Some(minutes) = case.open_minutes.filter(|minutes| *minutes >= 0) else { return false };
        match self {
            Self::SameDay => is_same_day(case, minutes),
            Self::WithPriority(word) => {
                project.codes.priorities.word(case.priority) == word.as_deref()
            }
        }
    }
}

fn is_same_day(case: &Case, minutes: i32) -> bool {
    case.registered.plus_minutes(minutes).day_number() == case.registered.day_number()
}

/// The closings of all years, by the year in which a case was registered.
#[derive(Clone, Debug, Default)]
pub(super) struct Closings(BTreeMap<Year, ClosingsOfYear>);

/// What is known of the closings of a year's cases.
#[derive(Clone, Debug, Default)]
pub(super) struct ClosingsOfYear {
    /// All case rows of the year that count.
    pub cases: u32,
    /// How many of them stand in an export that does not say when cases were closed.
    unsaid: u32,
    /// How many were closed on the day on which they were registered.
    pub same_day: u32,
    /// Minutes until cases were closed, at the place of each priority's code.
    minutes: Vec<Vec<i32>>,
}

impl Closings {
    /// Walks through the cases of a project. Of each year those count that lie within its `spans`:
    /// of a year that runs, the days up to now.
    pub fn of(project: &Project, spans: &BTreeMap<Year, Span>) -> Self {
        let mut all = Self::default();
        for batch in project.cases.iter() {
            let says = says_when_closed(project, batch.source);
            // Most rows are of the same day as the one before.
            for rows in batch
                .rows
                .chunk_by(|one, next| one.registered.day_number() == next.registered.day_number())
            {
                let Some(day) = rows.first().map(|case| case.registered.day()) else { continue };
                if spans.get(&day.year()).is_some_and(|span| span.contains(day)) {
                    let year = all.0.entry(day.year()).or_default();
                    rows.iter().for_each(|case| year.add(case, says));
                }
            }
        }
        for minutes in all.0.values_mut().flat_map(|year| &mut year.minutes) {
            put_middle_in_its_place(minutes);
        }
        all
    }

    /// A year's closings, where every export of its cases says when they were closed.
    pub fn year(&self, year: Year) -> Option<&ClosingsOfYear> {
        self.0.get(&year).filter(|known| known.unsaid == 0)
    }
}

impl ClosingsOfYear {
    fn add(&mut self, case: &Case, says: bool) {
        self.cases = self.cases.saturating_add(1);
        if !says {
            self.unsaid = self.unsaid.saturating_add(1);
        }
        let Some(minutes) = case.open_minutes.filter(|minutes| *minutes >= 0) else { return };
        if is_same_day(case, minutes) {
            self.same_day = self.same_day.saturating_add(1);
        }
        let code = usize::from(case.priority.0);
        if self.minutes.len() <= code {
            self.minutes.resize_with(code + 1, Vec::new);
        }
        self.minutes[code].push(minutes);
    }

    /// The priorities of the closed cases.
    pub fn priorities(&self) -> impl Iterator<Item = Code> {
        let closed = (0..).zip(&self.minutes).filter(|(_, minutes)| !minutes.is_empty());
        closed.map(|(code, _)| Code(code))
    }

    /// The one or two minutes in the middle of the closed cases with that priority.
    pub fn middle(&self, priority: Code) -> &[i32] {
        let minutes = self.minutes.get(usize::from(priority.0));
        minutes
            .filter(|minutes| !minutes.is_empty())
            .map_or(&[], |minutes| &minutes[middle(minutes)])
    }
}

/// The places of the one or two numbers in the middle of some, of which there is one at least.
fn middle(of: &[i32]) -> std::ops::RangeInclusive<usize> {
    (of.len() - 1) / 2..=of.len() / 2
}

/// Puts what stands in the middle by size at the middle; the others stand in no order.
fn put_middle_in_its_place(minutes: &mut [i32]) {
    if minutes.is_empty() {
        return;
    }
    let (first, last) = middle(minutes).into_inner();
    let (_, _, above) = minutes.select_nth_unstable(first);
    if last > first {
        above.select_nth_unstable(0);
    }
}

fn says_when_closed(project: &Project, source: SourceId) -> bool {
    let source = project.source(source);
    source.is_some_and(|source| source.columns.iter().any(|(field, _)| field == "closed"))
}

impl Figures {
    /// The rows of the closed cases of a span that are meant.
    pub(super) fn closed_cases(&self, span: Span, closing: &Closing) -> Vec<(SourceId, u32)> {
        let everything = Filter::default();
        cases_in(&self.project, &everything, span)
            .filter(|(_, case)| closing.holds(&self.project, case))
            .map(|(source, case)| (source, case.row))
            .collect()
    }
}
