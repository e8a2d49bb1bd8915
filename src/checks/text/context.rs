//! What a sentence speaks of, by its words and by those around it.

use std::collections::HashSet;

use super::claim::Claim;
use super::fact::Subject;
use super::number::{Number, Parts, Unit};
use super::part::{Part, own_years, parts_of_years};
use super::period::{Mention, years};
use super::prose::Sentence;
use super::tie::Tie;
use super::vocabulary::{Group, Vocabulary, has};
use super::word::{Word, stem, words};
use crate::calendar::Year;

/// The largest distance in words between a small count and the thing that it counts.
const BESIDE: usize = 5;

/// The score for a subject with all of its words in the clause of the number.
const ALL_IN_CLAUSE: usize = 4;

/// How plainly a text speaks of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hearing {
    /// How many of the subject's words occur, and how near the number. A subject with more words is
    /// more specific.
    pub score: usize,
    /// Where the words stand.
    pub place: Place,
}

/// Where the words of a subject stand, the nearest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Some of them in headings further above.
    Above,
    /// Some of them in the heading right above, the others in the sentence.
    Heading,
    /// Some of them in the sentence before, about which this one goes on.
    Before,
    /// All in the sentence itself.
    Here,
}

/// The words in and around a sentence.
#[derive(Clone, Debug, Default)]
pub struct Context {
    words: Vec<Word>,
    /// The years that it speaks of and does not compare with.
    own_years: Vec<Year>,
    own_stems: HashSet<String>,
    /// The words of the sentence before, where this one goes on about it.
    before: HashSet<String>,
    /// The words of the nearest heading.
    heading: HashSet<String>,
    /// The words of the headings.
    above: HashSet<String>,
    /// The years that the sentence before speaks of.
    pub years_before: Vec<Year>,
    /// The part of a year that the sentence speaks of, where it is only one.
    own_part: Option<Part>,
    /// The part that the sentence before speaks of, where this one goes on about it.
    pub part_before: Option<Part>,
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
        // "For fjerde kvartal var det 7 839.": the sentence before says what was counted.
        let ends_bare = |number: &Number| {
            let rest = sentence.text.get(number.end..).unwrap_or_default().trim();
            number.unit == Unit::Plain && matches!(rest, "" | ".")
        };
        let goes_on = opens
            || says(&vocabulary.anaphors)
            || sentence.text.starts_with('(')
            || parts.numbers.iter().any(ends_bare);
        // The digits of a number are no words: "70,1" speaks of no 1.
        let is_of_number = |word: &Word| {
            let holds = |number: &Number| {
                number.place.contains(&word.start) && number.place != (word.start..word.end)
            };
            parts.numbers.iter().any(holds)
        };
        let stems = |text: &str| words(text).map(|word| stem(&word).to_owned()).collect::<Vec<_>>();
        let headings = &sentence.section.headings;
        let stretches = parts_of_years(&sentence.text, &parts.words);
        let own_part = only_part(&stretches);
        let own_years = own_years(&years(&sentence.text, &parts.words), &stretches);
        let is_part = |word: &Word| {
            let ends = &vocabulary.narrowing_ends;
            names.contains(&word.text) || ends.iter().any(|end| word.text.ends_with(end.as_str()))
        };
        Self {
            own_stems: parts
                .words
                .iter()
                .filter(|word| !is_of_number(word))
                .map(|word| word.stem().to_owned())
                .collect(),
            before: match before.filter(|_| goes_on) {
                Some(context) => context.own_stems.union(&context.before).cloned().collect(),
                None => HashSet::new(),
            },
            heading: headings.last().into_iter().flat_map(|(_, text)| stems(text)).collect(),
            above: headings.iter().flat_map(|(_, text)| stems(text)).collect(),
            own_part,
            part_before: before
                .filter(|_| goes_on)
                .and_then(|before| before.own_part.or(before.part_before)),
            years_before: before.map_or_else(Vec::new, |before| before.own_years.clone()),
            own_years: own_years.into_iter().map(|year| year.named).collect(),
            is_narrowed: says(&vocabulary.narrowing) || parts.words.iter().any(is_part),
            words: parts.words.clone(),
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
    pub fn hears(&self, subject: &Subject, claim: &Claim<'_>) -> Option<Hearing> {
        let thing = subject.words.first()?;
        let places = self.places(subject)?;
        let is_near = self.stands_beside(claim.number, std::slice::from_ref(thing));
        let near = places.iter().filter(|place| **place >= Place::Before).count();
        let in_clause =
            subject.words.iter().filter(|group| self.is_in_clause(group, claim)).count();
        let is_whole = in_clause == subject.words.len();
        Some(Hearing {
            score: places.len()
                + 2 * near
                + usize::from(is_near)
                + in_clause
                + if is_whole { ALL_IN_CLAUSE } else { 0 },
            place: places.into_iter().min()?,
        })
    }

    /// Where the words stand that tell of a subject; `None` where one of them does not.
    pub fn place_of(&self, subject: &Subject) -> Option<Place> {
        self.places(subject)?.into_iter().min()
    }

    fn places(&self, subject: &Subject) -> Option<Vec<Place>> {
        let place_of = |group: &Group| {
            let is_in = |set: &HashSet<String>| group.iter().any(|word| set.contains(word));
            match () {
                () if is_in(&self.own_stems) => Some(Place::Here),
                () if is_in(&self.before) => Some(Place::Before),
                () if is_in(&self.heading) => Some(Place::Heading),
                () if is_in(&self.above) => Some(Place::Above),
                () => None,
            }
        };
        subject.words.iter().map(place_of).collect()
    }

    /// Whether a word of the first group stands right behind or before a number.
    pub fn stands_beside(&self, number: &Number, groups: &[Group]) -> bool {
        let Some(thing) = groups.first() else { return false };
        let behind = self.words.iter().filter(|word| word.start >= number.end).take(BESIDE);
        let before =
            self.words.iter().rev().filter(|word| word.start < number.place.start).take(BESIDE);
        behind.chain(before).any(|word| is_of(thing, word))
    }

    /// Whether the clause of a number says nothing but what the subject is and the number:
    /// "Turnover ble 12 % i 2021", "fire gikk av med pensjon".
    pub fn is_plain_statement(&self, subject: &Subject, claim: &Claim<'_>) -> bool {
        let vocabulary = Vocabulary::get();
        let lists = [
            &vocabulary.plain_words,
            &vocabulary.approximately,
            &vocabulary.kroner,
            &vocabulary.percent,
            &vocabulary.points,
            &vocabulary.fillers,
            &vocabulary.comparing,
            &vocabulary.bounds,
            &vocabulary.same_period,
        ];
        let tied: &[String] = match subject.tie {
            Some(Tie::Target) => &vocabulary.targets,
            Some(Tie::Budget) => &vocabulary.budgets,
            Some(Tie::Whole) | None => &[],
        };
        let is_plain = |word: &Word| {
            claim.number.place.contains(&word.start)
                || word.text.chars().all(char::is_numeric)
                || lists.iter().any(|list| has(list, &word.text))
                || has(tied, &word.text)
                || vocabulary.is_of_scale(&word.text)
                || vocabulary.is_of_time(word)
                || subject.words.iter().any(|group| is_of(group, word))
        };
        let in_clause = |group: &Group| self.is_in_clause(group, claim);
        self.clause(claim).all(is_plain)
            && (subject.tie.is_some() || subject.words.iter().any(in_clause))
    }

    /// Whether all words of the subject stand in the clause of the number.
    pub fn is_all_in_clause(&self, subject: &Subject, claim: &Claim<'_>) -> bool {
        subject.words.iter().all(|group| self.is_in_clause(group, claim))
    }

    fn is_in_clause(&self, group: &Group, claim: &Claim<'_>) -> bool {
        self.clause(claim).any(|word| is_of(group, word))
    }

    fn clause(&self, claim: &Claim<'_>) -> impl Iterator<Item = &Word> {
        let (from, to) = (claim.clause.start, claim.clause.end);
        self.words.iter().filter(move |word| from <= word.start && word.end <= to)
    }
}

/// The part of a year that is named and not compared with, where there is one and no other.
fn only_part(named: &[Mention<Part>]) -> Option<Part> {
    let mut parts =
        named.iter().filter(|mention| !mention.is_compared).map(|mention| mention.named);
    let first = parts.next()?;
    parts.all(|other| other == first).then_some(first)
}

fn is_of(group: &Group, word: &Word) -> bool {
    group.iter().any(|stem| stem == word.stem())
}
