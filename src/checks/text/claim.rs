//! What a sentence says of a number: up or down, of which period, compared with what.

use std::ops::Range;

use rust_decimal::Decimal;

use super::direction::{Direction, direction};
use super::fact::{Against, Fact, Measure};
use super::number::{Number, Parts, Sign, Unit};
use super::part::{Part, own_years, parts_of_years};
use super::period::{Mention, years};
use super::prose::Sentence;
use super::tie::{Tie, tie};
use super::vocabulary::{Vocabulary, has};
use super::word::Word;
use crate::calendar::Year;

/// Words and signs that separate the words of one number from those of the next.
const CLAUSE_STARTS: [&str; 6] = [", ", ";", "(", " mens ", " men ", " og "];
/// A colon behind a number separates, too. Before a number it follows the name of what is counted.
const CLAUSE_ENDS: [&str; 7] = [", ", ";", ":", "(", " mens ", " men ", " og "];

/// A number with what its sentence says of it.
#[derive(Clone, Debug)]
pub struct Claim<'s> {
    /// The number.
    pub number: &'s Number,
    /// Whether it is more or less than something.
    pub direction: Option<Direction>,
    /// What it is compared with.
    pub against: Option<Against>,
    /// Whether it is a target or a budget.
    pub tie: Option<Tie>,
    /// The year that it is of.
    pub year: Year,
    /// Whether the sentence names the year.
    pub names_year: bool,
    /// Whether another number is compared with it, "ned fra 31,3 mill.", without the year.
    pub is_compared_value: bool,
    /// The part of the year that it is of; `None` for a whole year.
    pub part: Option<Part>,
    /// Whether the sentence names the part, or speaks of "the quarter" below its heading.
    pub names_part: bool,
    /// Whether it may be of a period of which there are no figures: a day, a season.
    pub is_of_other_period: bool,
    /// Whether it is said to be rounded.
    pub is_rounded: bool,
    /// Whether it is a limit: "under 4 %".
    pub is_bound: bool,
    /// Whether it stands in a table, where the unit stands in the head.
    pub is_in_table: bool,
    /// The part of the sentence that is about this number alone.
    pub clause: Range<usize>,
    /// The years that the sentence speaks of; not those that it compares with.
    pub years: Vec<Year>,
}

impl Claim<'_> {
    /// Whether a fact has the unit of the number.
    pub fn is_of_measure(&self, fact: &Fact) -> bool {
        let is_compared = fact.against.is_some();
        match self.number.unit {
            Unit::Percent if self.says_change() => fact.measure == Measure::Change,
            Unit::Percent => matches!(fact.measure, Measure::Share | Measure::Change),
            Unit::Points => fact.measure == Measure::Points,
            Unit::Kroner => fact.measure == Measure::Kroner && (self.says_change() || !is_compared),
            Unit::Plain if self.is_in_table && !is_compared => true,
            Unit::Plain => match fact.measure {
                Measure::Plain => true,
                Measure::Difference => self.direction.is_some(),
                _ => false,
            },
        }
    }

    /// Whether a fact may be counted so, though the sentence seems to speak of a change: "26,55 %
    /// gikk over fristen".
    pub fn is_loosely_of_measure(&self, fact: &Fact) -> bool {
        let is_share = self.number.unit == Unit::Percent && fact.measure == Measure::Share;
        self.is_of_measure(fact) || (is_share && self.number.telling_digits() > 2)
    }

    /// Whether a word or a sign says that the number is how much something changed.
    pub fn says_change(&self) -> bool {
        self.direction.is_some() || self.number.sign.is_some()
    }

    /// Whether the sentence itself says of which period the number is.
    pub fn names_period(&self) -> bool {
        self.names_year || self.names_part
    }

    /// Whether a fact is of the claim's period.
    pub fn is_of_period(&self, fact: &Fact) -> bool {
        fact.year.is_none_or(|year| year == self.year) && fact.part == self.part
    }

    /// Whether a fact is compared with the same as the claim, as far as the claim says.
    pub fn is_against(&self, fact: &Fact) -> bool {
        fact.against.is_none() || self.against.is_none() || fact.against == self.against
    }

    /// Whether the number goes the way that the fact goes. Amounts in prose stand without a sign.
    pub fn has_direction_of(&self, fact: &Fact) -> bool {
        let is_amount =
            fact.measure == Measure::Kroner && fact.against.is_some() && fact.between.is_some();
        let is_change =
            matches!(fact.measure, Measure::Change | Measure::Points | Measure::Difference);
        match (&self.direction, self.number.sign) {
            _ if !is_change && !is_amount => true,
            (_, Some(Sign::Minus)) => fact.value < Decimal::ZERO,
            (_, Some(Sign::Plus)) => fact.value > Decimal::ZERO,
            (Some(direction), None) => direction.is_up == (fact.value > Decimal::ZERO),
            // "Endringen var 4,57 %" leaves the way open.
            (None, None) => true,
        }
    }
}

/// The claims of a sentence, one for each of its numbers. `part_before` is the part of the year that
/// the sentence before speaks of, where this one goes on about it; `report_year` is what is meant
/// where nothing names a year.
pub fn claims<'s>(
    sentence: &'s Sentence,
    parts: &'s Parts,
    part_before: Option<Part>,
    report_year: Year,
) -> Vec<Claim<'s>> {
    let stretches = parts_of_years(&sentence.text, &parts.words);
    let years = years(&sentence.text, &parts.words);
    let own_years = own_years(&years, &stretches);
    let reading =
        Reading { sentence, parts, report_year, stretches, years, own_years, part_before };
    (0..parts.numbers.len()).map(|index| reading.claim(index)).collect()
}

struct Reading<'s> {
    sentence: &'s Sentence,
    parts: &'s Parts,
    report_year: Year,
    stretches: Vec<Mention<Part>>,
    years: Vec<Mention<Year>>,
    /// The years that the sentence speaks of, without those that it compares with.
    own_years: Vec<Mention<Year>>,
    /// The part of the year that the sentence before speaks of, where this one goes on about it.
    part_before: Option<Part>,
}

/// The part of the sentence around a number: from the number before it to the next one.
struct Window<'s> {
    number: &'s Number,
    from: usize,
    to: usize,
    before: Vec<&'s Word>,
    behind: Vec<&'s Word>,
    is_last: bool,
    /// What stands before the next number.
    behind_text: &'s str,
}

impl Window<'_> {
    /// Whether a comparing word stands right before the number: "opp fra 9 086", "mot 43".
    fn opens_with(&self, list: &[String]) -> bool {
        let vocabulary = Vocabulary::get();
        let skipped = [&vocabulary.kroner, &vocabulary.approximately, &vocabulary.by_all];
        let is_skipped = |word: &&&Word| skipped.iter().any(|words| has(words, &word.text));
        let last = self.before.iter().rev().find(|word| !is_skipped(word));
        last.is_some_and(|word| has(list, &word.text))
    }

    /// Whether what ends at the byte `at` heads the next number: "saker (2020: 37 962)".
    fn opens_next(&self, at: usize) -> bool {
        let between =
            self.behind_text.get(at.saturating_sub(self.number.end)..).unwrap_or_default();
        !self.is_last && between.trim() == ":"
    }
}

impl<'s> Reading<'s> {
    fn claim(&self, index: usize) -> Claim<'s> {
        let window = self.window(index);
        let vocabulary = Vocabulary::get();
        let Window { number, before, behind, .. } = &window;
        let last = before.iter().rev().find(|word| !has(&vocabulary.kroner, &word.text));
        let is_bound = last.is_some_and(|word| has(&vocabulary.bounds, &word.text));
        let near = before.iter().rev().take(2);
        let (part, names_part) = self.part(&window);
        let (year, names_year) = self.year(&window);
        let mut clause = self.clause(&window);
        // "12 av 45 kvinner": the thing that both count follows the whole.
        let is_of_all = |word: &&&Word| has(&vocabulary.of_all, &word.text);
        if !window.is_last && behind.len() == 1 && behind.first().filter(is_of_all).is_some() {
            clause.end = self.clause(&self.window(index + 1)).end;
        }
        // What stands behind a comma may be of the next number: "9 186 saker, en nedgang på 14 %".
        let clause_words: Vec<&Word> =
            behind.iter().filter(|word| word.end <= clause.end).copied().collect();
        let tie = tie(before, behind, window.is_last);
        // "Under målet på 70 %": what went down is another number.
        let direction = direction(&clause_words, if is_bound { &[] } else { before })
            .filter(|_| tie != Some(Tie::Target));
        Claim {
            number,
            direction,
            against: self.against(&window, year, part),
            tie,
            year,
            names_year,
            is_compared_value: !names_year && self.is_compared_value(&window),
            part,
            names_part,
            is_of_other_period: self.is_of_other_period(part, names_part),
            is_rounded: near.into_iter().any(|word| has(&vocabulary.approximately, &word.text)),
            is_bound,
            is_in_table: self.sentence.is_row,
            clause,
            years: self.own_years.iter().map(|mention| mention.named).collect(),
        }
    }

    fn window(&self, index: usize) -> Window<'s> {
        let numbers = &self.parts.numbers;
        let number = &numbers[index];
        let from = index.checked_sub(1).map_or(0, |before| numbers[before].end);
        let next = numbers.get(index + 1);
        let to = next.map_or(self.sentence.text.len(), |next| next.place.start);
        Window {
            number,
            from,
            to,
            before: self.words(from, number.place.start).collect(),
            behind: self.words(number.end, to).collect(),
            is_last: next.is_none(),
            behind_text: self.sentence.text.get(number.end..to).unwrap_or_default(),
        }
    }

    fn words(&self, from: usize, to: usize) -> impl Iterator<Item = &'s Word> + use<'s> {
        self.parts.words.iter().filter(move |word| from <= word.start && word.end <= to)
    }

    /// The words around the number up to a comma or the next number.
    fn clause(&self, window: &Window<'_>) -> Range<usize> {
        let text = |from, to| self.sentence.text.get(from..to).unwrap_or_default();
        let before = text(window.from, window.number.place.start);
        let starts = CLAUSE_STARTS.iter().filter_map(|start| before.rfind(start));
        let behind = window.behind_text;
        let ends = CLAUSE_ENDS.iter().filter_map(|end| behind.find(end));
        window.from + starts.max().unwrap_or(0)
            ..window.number.end + ends.min().unwrap_or(behind.len())
    }

    /// The part of the year named behind the number, else the last one before it, else the
    /// heading's where it holds for the sentence.
    fn part(&self, window: &Window<'_>) -> (Option<Part>, bool) {
        let named = nearest(&self.stretches, window);
        if named.is_some() {
            return (named, true);
        }
        let section = &self.sentence.section;
        let this_period = &Vocabulary::get().this_period;
        let speaks_of_it = self.parts.words.iter().any(|word| has(this_period, &word.text));
        // "I 2021 ble det …" is of the year also below a quarter's heading.
        let is_of_year = !speaks_of_it && nearest(&self.own_years, window).is_some();
        let holds = (section.is_of_quarter || speaks_of_it) && !is_of_year;
        match section.quarter.filter(|_| holds) {
            Some(quarter) => (Some(Part::Quarter(quarter)), speaks_of_it),
            None => (self.part_before.filter(|_| !is_of_year), false),
        }
    }

    /// The year of the number, and whether the sentence names it.
    fn year(&self, window: &Window<'_>) -> (Year, bool) {
        let vocabulary = Vocabulary::get();
        let usual = self.sentence.section.year.unwrap_or(self.report_year);
        let behind = self.lower(window.number.end, window.to);
        let says =
            |phrases: &[String]| phrases.iter().any(|phrase| behind.contains(phrase.as_str()));
        // "Opp fra 43 året før": the number itself is of the year before.
        if says(&vocabulary.last_year) && window.opens_with(&vocabulary.comparing) {
            return (usual - 1, true);
        }
        let years = &self.own_years;
        if self.is_compared_value(window) {
            // "Fra 1,84 % til 3,36 %", "mot 45,3": the number is of the year before.
            return (usual - 1, false);
        }
        if let Some(year) = nearest(years, window) {
            return (year, true);
        }
        // "Året før var det 37 962."
        let before = self.lower(window.from, window.number.place.start);
        let is_of_year_before = vocabulary
            .year_before
            .iter()
            .any(|phrase| before.trim_start().starts_with(phrase.as_str()));
        (if is_of_year_before { usual - 1 } else { usual }, is_of_year_before)
    }

    /// Whether a comparing word opens the number and nothing says of which period it is.
    fn is_compared_value(&self, window: &Window<'_>) -> bool {
        let is_behind = |start: usize| window.number.end <= start && start < window.to;
        let names_year = self.own_years.iter().any(|year| is_behind(year.start));
        let names_part = self.stretches.iter().any(|stretch| is_behind(stretch.start));
        window.opens_with(&Vocabulary::get().compared_values) && !names_year && !names_part
    }

    /// What the number is compared with, by the words behind it, else by those before it.
    fn against(&self, window: &Window<'_>, year: Year, part: Option<Part>) -> Option<Against> {
        let number = window.number;
        let stretches = [(number.end, window.to), (window.from, number.place.start)];
        stretches.into_iter().find_map(|(from, to)| self.against_in(from, to, year, part))
    }

    fn against_in(
        &self,
        from: usize,
        to: usize,
        year: Year,
        part: Option<Part>,
    ) -> Option<Against> {
        let vocabulary = Vocabulary::get();
        let text = self.lower(from, to);
        let says = |phrases: &[String]| phrases.iter().any(|phrase| text.contains(phrase.as_str()));
        let is_here = |start: usize| from <= start && start < to;
        if says(&vocabulary.average) {
            return Some(Against::Average);
        }
        if says(&vocabulary.budget) {
            return Some(Against::Budget);
        }
        if self.words(from, to).any(|word| has(&vocabulary.targets, &word.text)) {
            return Some(Against::Target);
        }
        let is_compared = |year: &Mention<Year>| !self.own_years.contains(year);
        let other_year = self.years.iter().find(|year| is_here(year.start) && is_compared(year));
        if let Some(mention) = other_year.filter(|mention| mention.named != year) {
            return Some(Against::Year(mention.named));
        }
        if says(&vocabulary.last_quarter) {
            return part.and_then(Part::before).map(Against::Part);
        }
        if says(&vocabulary.last_year) {
            return Some(Against::Year(year - 1));
        }
        let other =
            self.stretches.iter().find(|stretch| is_here(stretch.start) && stretch.is_compared);
        other
            .filter(|stretch| Some(stretch.named) != part)
            .map(|stretch| Against::Part(stretch.named))
    }

    fn lower(&self, from: usize, to: usize) -> String {
        let text = self.sentence.text.get(from..to).unwrap_or_default();
        text.to_lowercase().replace('\n', " ")
    }

    /// Whether the sentence speaks of a period of which there are no figures, or of a usual day
    /// or week without naming one.
    fn is_of_other_period(&self, part: Option<Part>, names_part: bool) -> bool {
        let vocabulary = Vocabulary::get();
        let says = |list: &[String]| self.parts.words.iter().any(|word| has(list, &word.text));
        let is_named = part.is_some_and(|part| part.quarter().is_none());
        part == Some(Part::Other)
            || (says(&vocabulary.other_periods) && !names_part)
            || (says(&vocabulary.unnamed_periods) && !is_named)
    }
}

/// The mention between the number and the next one, else the last mention before the number.
/// Mentions that the number is compared with are left out.
fn nearest<T: Copy>(mentions: &[Mention<T>], window: &Window<'_>) -> Option<T> {
    let named = || mentions.iter().filter(|mention| !mention.is_compared);
    let right_behind = |to: usize| {
        named().find(|mention| {
            window.number.end <= mention.start
                && mention.start < to
                && !window.opens_next(mention.end)
        })
    };
    let before = || named().rfind(|mention| mention.end <= window.number.place.start);
    let ends = CLAUSE_ENDS.iter().filter_map(|end| window.behind_text.find(end));
    let clause = window.number.end + ends.min().unwrap_or(window.behind_text.len());
    // What stands behind a comma is of the next number, if there is one.
    let rest = || right_behind(window.to).filter(|_| window.is_last);
    right_behind(clause).or_else(before).or_else(rest).map(|mention| mention.named)
}
