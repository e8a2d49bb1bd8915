//! Every figure that prose can speak of, by what it is about.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::accounts_subjects::account_facts;
use super::fact::{Against, Fact, Measure, Subject};
use super::people_subjects::people_facts;
use super::vocabulary::{Concept, Group, Vocabulary};
use crate::calendar::Year;
use crate::figures::{CaseMeasure, Figures, Key, Period, Reference};
use crate::project::{TableId, TargetUnit};

/// What can be told of in words: the figures by subject, and the changes between them.
pub fn subjects(figures: &Figures) -> Vec<Subject> {
    let mut shelf = Shelf { figures, by_words: HashMap::new(), subjects: Vec::new() };
    case_facts(&mut shelf);
    goal_facts(&mut shelf);
    people_facts(&mut shelf);
    account_facts(&mut shelf);
    for subject in &mut shelf.subjects {
        subject.add_changes();
    }
    shelf.subjects
}

/// Puts facts to their subjects.
pub(super) struct Shelf<'f> {
    pub figures: &'f Figures,
    by_words: HashMap<Vec<Group>, usize>,
    subjects: Vec<Subject>,
}

impl Shelf<'_> {
    /// Adds a fact that is told of in those words. The same value of the same period is added
    /// once, from however many statements it comes.
    pub fn add(&mut self, words: Vec<Group>, fact: Fact) {
        let next = self.subjects.len();
        let place = *self.by_words.entry(words).or_insert_with_key(|words| {
            self.subjects.push(Subject { words: words.clone(), facts: Vec::new() });
            next
        });
        let facts = &mut self.subjects[place].facts;
        if !facts.iter().any(|own| own.is_like(&fact) && own.value == fact.value) {
            facts.push(fact);
        }
    }

    /// Adds a figure's value, where it has one.
    pub fn add_figure(&mut self, words: Vec<Group>, key: Key, measure: Measure) {
        if let Some(value) = self.figures.figure(&key).value {
            self.add(words, Fact::of(key, value, measure));
        }
    }
}

/// The words of concepts, a group each.
pub(super) fn groups<const N: usize>(concepts: [Concept; N]) -> Vec<Group> {
    concepts.map(|concept| Vocabulary::get().concept(concept)).into()
}

fn case_facts(shelf: &mut Shelf<'_>) {
    let (report_year, baseline) = (shelf.figures.report_year(), shelf.figures.baseline());
    let first = baseline.0.min(report_year);
    for year in first..=baseline.1.max(report_year) {
        for period in Period::ALL {
            case_facts_of(shelf, year, period, year == report_year);
        }
        let key = Key::CasesPerFte(year);
        shelf.add_figure(groups([Concept::Cases, Concept::Fte]), key, Measure::Plain);
    }
}

/// The average is the report year's: other years are told of by themselves.
fn case_facts_of(shelf: &mut Shelf<'_>, year: Year, period: Period, is_report_year: bool) {
    let quarter = match period {
        Period::Quarter(quarter) => Some(quarter),
        Period::Year => None,
    };
    let mut add = |words: Vec<Group>, key: Key, measure, against| {
        if let Some(value) = shelf.figures.figure(&key).value {
            let between = change_of(shelf.figures, &key);
            shelf.add(words, Fact { quarter, against, between, ..Fact::of(key, value, measure) });
        }
    };
    let cases = || groups([Concept::Cases]);
    let per_workday = || groups([Concept::Cases, Concept::Workday]);
    let key = |measure| Key::Cases(year, period, measure);
    let last_year = Some(Against::Year(year - 1));
    add(cases(), key(CaseMeasure::Count), Measure::Plain, None);
    add(per_workday(), key(CaseMeasure::PerWorkday), Measure::Plain, None);
    let change = key(CaseMeasure::Change(Reference::LastYear));
    add(cases(), change, Measure::Change, last_year);
    let change = key(CaseMeasure::ChangePerWorkday(Reference::LastYear));
    add(per_workday(), change, Measure::Change, last_year);
    if is_report_year {
        let average = Some(Against::Average);
        let words = groups([Concept::Cases, Concept::Average]);
        add(words, key(CaseMeasure::Average), Measure::Plain, None);
        let change = key(CaseMeasure::Change(Reference::Average));
        add(cases(), change, Measure::Change, average);
        let change = key(CaseMeasure::ChangePerWorkday(Reference::Average));
        add(per_workday(), change, Measure::Change, average);
    }
    let workdays = Key::Workdays(year, period);
    add(groups([Concept::Workday]), workdays, Measure::Plain, None);
    let incidents = Key::Incidents(year, period);
    add(groups([Concept::Incident, Concept::Priority]), incidents, Measure::Plain, None);
    let distinct = Key::DistinctIncidents(year, period);
    add(groups([Concept::Incident, Concept::Distinct]), distinct, Measure::Plain, None);
}

/// The two values that a change of the catalogue is between.
fn change_of(figures: &Figures, key: &Key) -> Option<(Decimal, Decimal)> {
    let Key::Cases(year, period, CaseMeasure::Change(reference)) = key else { return None };
    let comparison = figures.comparison(*year, *period)?;
    let reference = match reference {
        Reference::LastYear => comparison.last_year?.into(),
        Reference::Average => comparison.average?.value(),
    };
    Some((comparison.cases.into(), reference))
}

/// Results and targets. Both are told of in the words of the goal, so that one of them is not
/// taken for the other.
fn goal_facts(shelf: &mut Shelf<'_>) {
    let (figures, vocabulary) = (shelf.figures, Vocabulary::get());
    let project = figures.project();
    let rows = project.rows(TableId::Goals);
    for (index, goal) in project.goals.iter().enumerate() {
        let words = vocabulary.of_name(&goal.measure);
        let Some(year) = goal.year else { continue };
        let result = Key::GoalResult(year, goal.measure.clone());
        shelf.add_figure(words.clone(), result, Measure::Share);
        let measure = match goal.target_unit {
            TargetUnit::Percent => Measure::Share,
            TargetUnit::Days => Measure::Plain,
        };
        if let Some(value) = goal.target_value {
            let (table, row) = (TableId::Goals, rows.key(index));
            let key = Key::Cell { table, row, column: "target_value" };
            shelf.add(words, Fact { year: Some(year), ..Fact::of(key, value, measure) });
        }
    }
}

impl Subject {
    /// Adds the changes and differences between the subject's own values: from year to year, both
    /// ways, and from quarter to quarter.
    fn add_changes(&mut self) {
        let known: Vec<Fact> =
            self.facts.iter().filter(|fact| fact.against.is_none()).cloned().collect();
        for new in &known {
            for reference in known.iter().filter(|other| other.measure == new.measure) {
                let Some(against) = comparison(new, reference) else { continue };
                let made = [
                    Fact::change(new, reference, against),
                    Fact::difference(new, reference, against),
                ];
                for fact in made.into_iter().flatten() {
                    if !self.facts.iter().any(|own| own.is_like(&fact)) {
                        self.facts.push(fact);
                    }
                }
            }
        }
    }
}

/// What `new` can be compared with in words: the same period of another year, or the quarter
/// before.
fn comparison(new: &Fact, reference: &Fact) -> Option<Against> {
    let (year, other) = (new.year?, reference.year?);
    if new.quarter == reference.quarter {
        return (year != other).then_some(Against::Year(other));
    }
    let (quarter, before) = (new.quarter?, reference.quarter?);
    (year == other && quarter.number() == before.number() + 1).then_some(Against::Quarter(before))
}
