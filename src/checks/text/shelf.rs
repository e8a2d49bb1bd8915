//! Where the facts are put to their subjects, from whatever figures they come.

use std::collections::HashMap;

use super::fact::{Fact, Measure, Subject};
use super::tie::Tie;
use super::vocabulary::{Concept, Group, Vocabulary};
use crate::figures::{Figures, Key};

/// Puts facts to their subjects.
pub struct Shelf<'f> {
    pub figures: &'f Figures,
    by_words: HashMap<(Vec<Group>, Option<Tie>), usize>,
    subjects: Vec<Subject>,
}

impl<'f> Shelf<'f> {
    /// An empty one for the facts of `figures`.
    pub fn new(figures: &'f Figures) -> Self {
        Self { figures, by_words: HashMap::new(), subjects: Vec::new() }
    }

    /// The subjects, with the changes between their facts.
    pub fn into_subjects(mut self) -> Vec<Subject> {
        self.subjects.iter_mut().for_each(Subject::add_changes);
        self.subjects
    }

    /// Adds a fact that is told of in those words. The same value of the same period is added
    /// once, from however many statements it comes.
    pub fn add(&mut self, words: Vec<Group>, fact: Fact) {
        self.add_tied(words, None, fact);
    }

    /// Adds a target or a budget.
    pub fn add_tied(&mut self, words: Vec<Group>, tie: Option<Tie>, fact: Fact) {
        let next = self.subjects.len();
        let place = *self.by_words.entry((words, tie)).or_insert_with_key(|(words, tie)| {
            self.subjects.push(Subject { words: words.clone(), tie: *tie, facts: Vec::new() });
            next
        });
        let facts = &mut self.subjects[place].facts;
        if !facts
            .iter()
            .any(|known| known.sameness() == fact.sameness() && known.value == fact.value)
        {
            facts.push(fact);
        }
    }

    /// Adds a figure's value, where it has one.
    pub fn add_figure(&mut self, words: Vec<Group>, key: Key, measure: Measure) {
        if let Some(value) = self.figures.value(&key) {
            self.add(words, Fact::of(key, value, measure));
        }
    }
}

/// The words of concepts, a group each.
pub fn groups<const N: usize>(concepts: [Concept; N]) -> Vec<Group> {
    concepts.map(|concept| Vocabulary::get().concept(concept)).into()
}
