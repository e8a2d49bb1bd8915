//! What a sentence speaks of, by its words and by those around it.

use std::collections::HashSet;

use super::fact::Subject;
use super::number::{Number, Parts};
use super::prose::Sentence;
use super::stem::{stem, words};
use super::vocabulary::{Group, Vocabulary, has};

/// How many words from a small count its thing can stand.
const BESIDE: usize = 5;

/// How plainly a text speaks of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hearing {
    /// How many of the subject's words are said; more words tell of a more particular thing.
    pub score: usize,
    /// Whether the sentence itself names the thing, or goes on about what the one before named.
    pub is_clear: bool,
}

/// The words in and around a sentence.
#[derive(Clone, Debug, Default)]
pub struct Context {
    own: Vec<(usize, String)>,
    own_stems: HashSet<String>,
    /// The words of the sentence before, where this one goes on about it.
    before: HashSet<String>,
    /// The words of the headings.
    above: HashSet<String>,
    /// Whether the sentence speaks of a part only of what the figures count.
    pub is_narrowed: bool,
}

impl Context {
    /// The words around a sentence. `before` is the sentence before it; `names` are those of
    /// customers, of whom there are no figures.
    pub fn of(
        sentence: &Sentence,
        parts: &Parts,
        before: Option<&Context>,
        names: &HashSet<String>,
    ) -> Self {
        let vocabulary = Vocabulary::get();
        let says = |list: &[String]| parts.words.iter().any(|word| has(list, &word.text));
        let goes_on = says(&vocabulary.anaphors) || sentence.text.starts_with('(');
        let own: Vec<(usize, String)> =
            parts.words.iter().map(|word| (word.start, word.stem().to_owned())).collect();
        let headings = sentence.section.headings.iter().flat_map(|(_, text)| words(text));
        let is_named = parts.words.iter().any(|word| names.contains(&word.text));
        Self {
            own_stems: own.iter().map(|(_, stem)| stem.clone()).collect(),
            before: match before.filter(|_| goes_on) {
                Some(context) => context.own_stems.union(&context.before).cloned().collect(),
                None => HashSet::new(),
            },
            above: headings.map(|word| stem(&word).to_owned()).collect(),
            is_narrowed: says(&vocabulary.narrowing) || is_named,
            own,
        }
    }

    /// Whether the text around a number speaks of a subject.
    pub fn hears(&self, subject: &Subject, number: &Number) -> Option<Hearing> {
        let thing = subject.words.first()?;
        let is_in = |set: &HashSet<String>, group: &Group| group.iter().any(|word| set.contains(word));
        let is_said = |group: &Group| {
            is_in(&self.own_stems, group)
                || is_in(&self.before, group)
                || is_in(&self.above, group)
        };
        if !subject.words.iter().all(is_said) {
            return None;
        }
        let is_clear = subject
            .words
            .iter()
            .all(|group| is_in(&self.own_stems, group) || is_in(&self.before, group));
        let nearness = usize::from(self.stands_beside(number, std::slice::from_ref(thing)));
        Some(Hearing { score: subject.words.len() * 2 + nearness, is_clear })
    }

    /// Whether a word of the first group stands right behind or before a number.
    pub fn stands_beside(&self, number: &Number, groups: &[Group]) -> bool {
        let Some(thing) = groups.first() else { return false };
        let behind = self.own.iter().filter(|(start, _)| *start >= number.end).take(BESIDE);
        let before =
            self.own.iter().rev().filter(|(start, _)| *start < number.place.start).take(BESIDE);
        behind.chain(before).any(|(_, stem)| thing.contains(stem))
    }
}
