//! What a sentence says of a number: up or down, of which period, compared with what.

use super::fact::{Against, Fact, Measure};
use super::number::{Number, Parts, Unit};
use super::period::{Mention, Word, quarters, year_of, years};
use super::prose::Sentence;
use super::vocabulary::{Vocabulary, has};
use crate::calendar::{Quarter, Year};

/// How many words behind a number its direction can stand.
const WORDS_BEHIND: usize = 3;
/// How many words before a number its direction can stand.
const WORDS_BEFORE: usize = 4;

/// Which way something went, and by which word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Direction {
    /// Whether it went up.
    pub is_up: bool,
    /// The word.
    pub word: String,
    /// The word for the other way.
    pub opposite: String,
    /// Whether it stands before the number: "økte med 6 %".
    pub is_before: bool,
}

/// A number with what its sentence says of it.
#[derive(Clone, Debug)]
pub struct Claim<'s> {
    /// The number.
    pub number: &'s Number,
    /// Whether it is more or less than something.
    pub direction: Option<Direction>,
    /// What it is compared with.
    pub against: Option<Against>,
    /// The year that it is of.
    pub year: Year,
    /// Whether the sentence names the year.
    pub names_year: bool,
    /// The quarter that it is of; `None` for a whole year.
    pub quarter: Option<Quarter>,
    /// Whether the sentence names the quarter, or speaks of "the quarter" below its heading.
    pub names_quarter: bool,
    /// Whether it may be of a period of which there are no figures: a month, half a year.
    pub is_of_other_period: bool,
    /// Whether it is said to be rounded.
    pub is_rounded: bool,
    /// Whether it is a limit: "under 4 %".
    pub is_bound: bool,
    /// Whether it stands in a table, where the unit stands in the head.
    pub is_in_table: bool,
}

impl Claim<'_> {
    /// Whether a fact is counted in what the number is counted in.
    pub fn is_of_measure(&self, fact: &Fact) -> bool {
        let is_compared = fact.against.is_some();
        let says_change = self.direction.is_some() || self.number.is_negative;
        match self.number.unit {
            Unit::Percent if says_change => fact.measure == Measure::Change,
            Unit::Percent => matches!(fact.measure, Measure::Share | Measure::Change),
            Unit::Points => fact.measure == Measure::Points,
            Unit::Kroner => fact.measure == Measure::Kroner && (says_change || !is_compared),
            Unit::Plain if self.is_in_table && !is_compared => true,
            Unit::Plain => match fact.measure {
                Measure::Plain => true,
                Measure::Difference => self.direction.is_some(),
                _ => false,
            },
        }
    }

    /// Whether the sentence itself says of which period the number is.
    pub fn names_period(&self) -> bool {
        self.names_year || self.names_quarter
    }

    /// Whether a fact is of the claim's period.
    pub fn is_of_period(&self, fact: &Fact) -> bool {
        fact.year.is_none_or(|year| year == self.year) && fact.quarter == self.quarter
    }

    /// Whether a fact is compared with what the claim is compared with, as far as it says.
    pub fn is_against(&self, fact: &Fact) -> bool {
        fact.against.is_none() || self.against.is_none() || fact.against == self.against
    }
}

/// The claims of a sentence, one for each of its numbers. `report_year` is what is meant where
/// nothing names a year.
pub fn claims<'s>(sentence: &Sentence, parts: &'s Parts, report_year: Year) -> Vec<Claim<'s>> {
    let reading = Reading {
        sentence,
        parts,
        report_year,
        quarters: quarters(&parts.words),
        years: years(&sentence.text, &parts.words),
    };
    (0..parts.numbers.len()).map(|index| reading.claim(index)).collect()
}

struct Reading<'r, 's> {
    sentence: &'r Sentence,
    parts: &'s Parts,
    report_year: Year,
    quarters: Vec<Mention<Quarter>>,
    years: Vec<Mention<Year>>,
}

impl<'s> Reading<'_, 's> {
    fn claim(&self, index: usize) -> Claim<'s> {
        let number = &self.parts.numbers[index];
        let (from, to) = self.window(index);
        let before: Vec<&Word> = self.words(from, number.place.start).collect();
        let behind: Vec<&Word> = self.words(number.end, to).collect();
        let vocabulary = Vocabulary::get();
        let last = before.iter().rev().find(|word| !has(&vocabulary.kroner, &word.text));
        let is_bound = last.is_some_and(|word| has(&vocabulary.bounds, &word.text));
        let near = before.iter().rev().take(2);
        let (quarter, names_quarter) = self.quarter(number, to);
        let named_year = self.year(number, to);
        let year = named_year.or(self.sentence.section.year).unwrap_or(self.report_year);
        Claim {
            number,
            direction: if is_bound { direction(&behind, &[]) } else { direction(&behind, &before) },
            against: self.against(number, from, to, year, quarter),
            year,
            names_year: named_year.is_some(),
            quarter,
            names_quarter,
            is_of_other_period: self.is_of_other_period(),
            is_rounded: near.into_iter().any(|word| has(&vocabulary.approximately, &word.text)),
            is_bound,
            is_in_table: self.sentence.is_row,
        }
    }

    /// The part of the sentence that speaks of a number alone: from the number before it to the
    /// one behind it.
    fn window(&self, index: usize) -> (usize, usize) {
        let numbers = &self.parts.numbers;
        let from = index.checked_sub(1).map_or(0, |before| numbers[before].end);
        let to = numbers.get(index + 1).map_or(self.sentence.text.len(), |next| next.place.start);
        (from, to)
    }

    fn words(&self, from: usize, to: usize) -> impl Iterator<Item = &'s Word> + use<'s> {
        self.parts.words.iter().filter(move |word| from <= word.start && word.end <= to)
    }

    /// The quarter behind the number, else the last one before it, else the heading's where it
    /// holds for the sentence.
    fn quarter(&self, number: &Number, to: usize) -> (Option<Quarter>, bool) {
        let named = nearest(&self.quarters, number, to);
        if named.is_some() {
            return (named, true);
        }
        let section = &self.sentence.section;
        let this_period = &Vocabulary::get().this_period;
        let speaks_of_it = self.parts.words.iter().any(|word| has(this_period, &word.text));
        // "I 2021 ble det …" is of the year also below a quarter's heading.
        let is_of_year = !speaks_of_it && self.year(number, to).is_some();
        let holds = (section.is_of_quarter || speaks_of_it) && !is_of_year;
        match section.quarter.filter(|_| holds) {
            Some(quarter) => (Some(quarter), speaks_of_it),
            None => (None, false),
        }
    }

    fn year(&self, number: &Number, to: usize) -> Option<Year> {
        let own: Vec<Mention<Year>> =
            self.years.iter().filter(|mention| !self.is_compared(mention)).copied().collect();
        nearest(&own, number, to)
    }

    /// Whether a year is compared with: by itself, or with its quarter, "enn i tredje kvartal 2020".
    fn is_compared(&self, year: &Mention<Year>) -> bool {
        let is_beside = |quarter: &&Mention<Quarter>| {
            quarter.end <= year.start && year.start <= quarter.end + 1
        };
        year.is_compared
            || self.quarters.iter().find(is_beside).is_some_and(|quarter| quarter.is_compared)
    }

    /// What the number is compared with, by the words behind it, else by those before it.
    fn against(
        &self,
        number: &Number,
        from: usize,
        to: usize,
        year: Year,
        quarter: Option<Quarter>,
    ) -> Option<Against> {
        let stretches = [(number.end, to), (from, number.place.start)];
        stretches.into_iter().find_map(|(from, to)| self.against_in(from, to, year, quarter))
    }

    fn against_in(
        &self,
        from: usize,
        to: usize,
        year: Year,
        quarter: Option<Quarter>,
    ) -> Option<Against> {
        let vocabulary = Vocabulary::get();
        let text = self.sentence.text.get(from..to)?.to_lowercase().replace('\n', " ");
        let says = |phrases: &[String]| phrases.iter().any(|phrase| text.contains(phrase.as_str()));
        let is_here = |start: usize| from <= start && start < to;
        if says(&vocabulary.average) {
            return Some(Against::Average);
        }
        if says(&vocabulary.budget) {
            return Some(Against::Budget);
        }
        let other_year = self.years.iter().find(|own| is_here(own.start) && self.is_compared(own));
        if let Some(mention) = other_year.filter(|mention| mention.named != year) {
            return Some(Against::Year(mention.named));
        }
        if says(&vocabulary.last_quarter) {
            let before = quarter.and_then(|own| Quarter::from_number(own.number() - 1));
            return before.map(Against::Quarter);
        }
        if says(&vocabulary.last_year) {
            return Some(Against::Year(year - 1));
        }
        let other = self.quarters.iter().find(|own| is_here(own.start) && own.is_compared);
        other.filter(|own| Some(own.named) != quarter).map(|own| Against::Quarter(own.named))
    }

    /// Whether the sentence names a month or another period of which there are no figures. A
    /// date at the end of a year is that year.
    fn is_of_other_period(&self) -> bool {
        let vocabulary = Vocabulary::get();
        let words = &self.parts.words;
        words.iter().enumerate().any(|(index, word)| {
            let is_day = index.checked_sub(1).is_some_and(|before| {
                words[before].text.parse().is_ok_and(|day: u32| (28..=31).contains(&day))
            });
            let is_month = word.text.len() > 3 && vocabulary.month(&word.text).is_some();
            has(&vocabulary.other_periods, &word.text) || (is_month && !is_day)
        })
    }
}

/// What is named behind the number and before `to`, else last before the number, else first
/// behind. What is compared with is not meant.
fn nearest<T: Copy>(mentions: &[Mention<T>], number: &Number, to: usize) -> Option<T> {
    let own = || mentions.iter().filter(|mention| !mention.is_compared);
    let right_behind = own().find(|own| number.end <= own.start && own.start < to);
    let before = own().rfind(|own| own.end <= number.place.start);
    let behind = own().find(|own| number.end <= own.start);
    right_behind.or(before).or(behind).map(|mention| mention.named)
}

/// The word of direction right behind the number, or before it where it says by how much:
/// "6 % flere", "økte med 6 %", but not "økte fra 6 %".
fn direction(behind: &[&Word], before: &[&Word]) -> Option<Direction> {
    let vocabulary = Vocabulary::get();
    let is_no_year = |word: &&&Word| year_of(&word.text).is_none();
    let near = behind.iter().take(WORDS_BEHIND).take_while(is_no_year);
    let is_between = |word: &Word| {
        [&vocabulary.approximately, &vocabulary.kroner, &vocabulary.by_all]
            .iter()
            .any(|list| has(list, &word.text))
    };
    let mut far = before.iter().rev().skip_while(|word| is_between(word)).peekable();
    let says_by = far.peek().is_some_and(|word| has(&vocabulary.by, &word.text));
    let reach = if says_by { WORDS_BEFORE } else { 1 };
    let far = far.take(reach).take_while(is_no_year);
    let behind = near.into_iter().find_map(|word| as_direction(word, false));
    behind.or_else(|| far.into_iter().find_map(|word| as_direction(word, true)))
}

fn as_direction(word: &Word, is_before: bool) -> Option<Direction> {
    let pairs = &Vocabulary::get().directions;
    let up = pairs.iter().find(|(up, _)| *up == word.text);
    let down = pairs.iter().find(|(_, down)| *down == word.text);
    let (is_up, opposite) = match (up, down) {
        (Some((_, down)), _) => (true, down),
        (None, Some((up, _))) => (false, up),
        (None, None) => return None,
    };
    Some(Direction { is_up, word: word.text.clone(), opposite: opposite.clone(), is_before })
}
