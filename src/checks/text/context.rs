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
    /// How many of the subject's words are said, and how near; more words tell of a more
    /// particular thing.
    pub score: usize,
    /// Where the words stand.
    pub place: Place,
}

/// Where the words of a subject stand, the nearest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Some of them in the headings.
    Above,
    /// Some of them in the sentence before, about which this one goes on.
    Before,
    /// All in the sentence itself.
    Here,
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
        let opens = parts.words.first().is_some_and(|word| has(&vocabulary.openers, &word.text));
        let goes_on = opens || says(&vocabulary.anaphors) || sentence.text.starts_with('(');
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

    /// The same words, with those of the head of the table that the sentence is a row of.
    #[must_use]
    pub fn below<'c>(mut self, head: impl Iterator<Item = &'c Self>) -> Self {
        for line in head {
            self.above.extend(line.own_stems.iter().cloned());
        }
        self
    }

    /// Whether the text around a number speaks of a subject.
    pub fn hears(&self, subject: &Subject, number: &Number) -> Option<Hearing> {
        let thing = subject.words.first()?;
        let place_of = |group: &Group| {
            let is_in = |set: &HashSet<String>| group.iter().any(|word| set.contains(word));
            match () {
                () if is_in(&self.own_stems) => Some(Place::Here),
                () if is_in(&self.before) => Some(Place::Before),
                () if is_in(&self.above) => Some(Place::Above),
                () => None,
            }
        };
        let places: Option<Vec<Place>> = subject.words.iter().map(place_of).collect();
        let places = places?;
        let nearness = usize::from(self.stands_beside(number, std::slice::from_ref(thing)));
        let said = places.iter().filter(|place| **place != Place::Above).count();
        Some(Hearing {
            score: places.len() + 2 * said + nearness,
            place: places.into_iter().min()?,
        })
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
