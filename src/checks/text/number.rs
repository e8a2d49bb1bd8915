//! The numbers of a sentence that say how much or how many, each with its unit.

use std::ops::Range;

use rust_decimal::Decimal;

use super::digits::{Digits, digits_at};
use super::not_a_number::passed_over;
use super::vocabulary::{Vocabulary, has};
use super::word::{Word, words_with_places};

/// What stands with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// No unit, or a thing that is counted.
    Plain,
    /// `%`, *prosent*.
    Percent,
    /// *Prosentpoeng*.
    Points,
    /// `kr`, *kroner*, `,-`.
    Kroner,
}

/// A sign that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `+`
    Plus,
    /// `−` or `-`
    Minus,
}

/// A number in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Where it stands, without its unit.
    pub place: Range<usize>,
    /// Its size, without its sign; *millioner* are multiplied in.
    pub value: Decimal,
    /// The sign that stands before it.
    pub sign: Option<Sign>,
    /// The decimals that it is written with; below zero where *millioner* stand behind it.
    pub decimals: i32,
    /// The zeros that *tusen* or *millioner* behind it stand for.
    pub zeros: u32,
    /// Its unit.
    pub unit: Unit,
    /// Where its unit ends, or the number.
    pub end: usize,
}

impl Number {
    /// Takes the number as one of thousands or millions.
    fn scale(&mut self, zeros: u32) {
        let Some(value) = self.value.checked_mul(Decimal::from(10_u64.pow(zeros))) else { return };
        self.value = value;
        self.decimals -= zeros as i32;
        self.zeros = zeros;
    }

    /// The digits that tell something: noughts at the end of a whole number do not, decimals
    /// do as they are written.
    pub fn telling_digits(&self) -> usize {
        let is_whole = self.value.fract().is_zero();
        let value = if is_whole { self.value.normalize() } else { self.value };
        let digits = value.mantissa().unsigned_abs().to_string();
        if is_whole { digits.trim_end_matches('0').len() } else { digits.len() }
    }
}

/// A sentence taken apart: its words and its numbers.
#[derive(Clone, Debug)]
pub struct Parts {
    /// Its words, in lower case.
    pub words: Vec<Word>,
    /// Its numbers.
    pub numbers: Vec<Number>,
}

/// Finds the words and the numbers of a sentence. Dates, years, paragraphs, names with digits and
/// the like are no numbers here.
pub fn parts(text: &str) -> Parts {
    let words = words_with_places(text);
    let mut numbers: Vec<Number> = Vec::new();
    let mut at = 0;
    // Where the last number that only labels something ended.
    let mut label_end = None;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        if let Some(passed) = passed_over(text, start, &words, label_end) {
            label_end = passed.is_label.then_some(passed.end);
            at = passed.end;
            continue;
        }
        let Some(digits) = digits_at(text, start) else {
            at = start
                + text[start..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - start);
            continue;
        };
        let number = number(text, start, &digits, &words);
        at = number.end.max(digits.end);
        numbers.push(number);
    }
    share_units(text, &words, &mut numbers);
    Parts { words, numbers }
}

fn number(text: &str, start: usize, digits: &Digits, words: &[Word]) -> Number {
    let (sign, from) = sign(text, start);
    let (unit, zeros, end) = unit(text, start, digits.end, words);
    let mut number = Number {
        place: from..digits.end,
        value: digits.value,
        sign,
        decimals: digits.decimals as i32,
        zeros: 0,
        unit,
        end,
    };
    number.scale(zeros);
    number
}

/// A sign right before the number, where no range can be meant.
fn sign(text: &str, start: usize) -> (Option<Sign>, usize) {
    let before = &text[..start];
    let sign = match before.chars().next_back() {
        Some('-' | '−' | '–') => Sign::Minus,
        Some('+') => Sign::Plus,
        _ => return (None, start),
    };
    let rest = before.trim_end_matches(['-', '−', '–', '+']);
    let stands_free = rest.is_empty() || rest.ends_with(|c: char| c.is_whitespace() || c == '(');
    if stands_free { (Some(sign), rest.len()) } else { (None, start) }
}

/// The unit of a number, the zeros of its *tusen* or *millioner*, and where the unit ends.
fn unit(text: &str, start: usize, end: usize, words: &[Word]) -> (Unit, u32, usize) {
    let vocabulary = Vocabulary::get();
    let before = words.iter().rev().find(|word| word.end <= start);
    let is_kroner_before = before.is_some_and(|word| {
        let between = text[word.end..start].trim_matches(['-', '−', '–']);
        has(&vocabulary.kroner, &word.text) && between.trim_start_matches('.').trim().is_empty()
    });
    let unit_before = if is_kroner_before { Unit::Kroner } else { Unit::Plain };
    let rest = &text[end..];
    if let Some(tail) = rest.strip_prefix(",-").or_else(|| rest.strip_prefix(",–")) {
        return (Unit::Kroner, 0, text.len() - tail.len());
    }
    if let Some(kroner) = glued_kroner(rest) {
        return (Unit::Kroner, 0, end + kroner);
    }
    let behind = rest.trim_start();
    if let Some(tail) = behind.strip_prefix('%') {
        let end = text.len() - tail.len();
        let tail = tail.trim_start_matches('-');
        let is_points = vocabulary
            .short_points
            .iter()
            .any(|short_point| tail.starts_with(short_point.as_str()));
        return (if is_points { Unit::Points } else { Unit::Percent }, 0, end);
    }
    let Some(index) = words.iter().position(|word| word.start >= end) else {
        return (unit_before, 0, end);
    };
    let word = &words[index];
    if !text[end..word.start].trim().is_empty() {
        return (unit_before, 0, end);
    }
    let is = |list: &[String]| has(list, &word.text);
    if let Some(scale) = vocabulary.scales.iter().find(|scale| is(&scale.words)) {
        let kroner = words.get(index + 1).filter(|next| has(&vocabulary.kroner, &next.text));
        let is_kroner = kroner.is_some()
            || is_kroner_before
            || is(&vocabulary.scales_in_kroner)
            || (scale.zeros >= ZEROS_OF_KRONER && counts_nothing(text, word, words.get(index + 1)));
        let unit = if is_kroner { Unit::Kroner } else { Unit::Plain };
        return (unit, scale.zeros, kroner.map_or(word.end, |kroner| kroner.end));
    }
    match () {
        () if is(&vocabulary.percent) => (Unit::Percent, 0, word.end),
        () if is(&vocabulary.points) => (Unit::Points, 0, word.end),
        () if is(&vocabulary.kroner) => (Unit::Kroner, 0, word.end),
        () => (unit_before, 0, end),
    }
}

/// The length of a unit that stands without a space: `482 132kr`.
fn glued_kroner(rest: &str) -> Option<usize> {
    let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let word = rest[..length].to_lowercase();
    has(&Vocabulary::get().kroner, &word).then_some(length)
}

/// From so many zeros on, a number is one of kroner unless it says what it counts.
const ZEROS_OF_KRONER: u32 = 6;

/// Whether no thing that is counted follows: "156,8 millioner i driftsinntekter".
fn counts_nothing(text: &str, scale: &Word, next: Option<&Word>) -> bool {
    next.is_none_or(|next| {
        let between = text[scale.end..next.start].trim_start_matches('.').trim();
        !between.is_empty() || has(&Vocabulary::get().behind_amounts, &next.text)
    })
}

/// In "fra 5 til 7 %" and "5–7 %" the unit stands behind the last number only; in "99,81 % mot et
/// mål på 99,80" behind the first.
fn share_units(text: &str, words: &[Word], numbers: &mut [Number]) {
    let vocabulary = Vocabulary::get();
    for index in (1..numbers.len()).rev() {
        let (before, after) = numbers.split_at_mut(index);
        let (Some(before), Some(after)) = (before.last_mut(), after.first()) else { continue };
        let between = text.get(before.end..after.place.start).unwrap_or_default().trim();
        let is_range = matches!(between, "-" | "–" | "−" | "til" | "og" | "eller");
        if is_range && before.unit == Unit::Plain && after.unit != Unit::Plain {
            before.unit = after.unit;
            if before.zeros == 0 {
                before.scale(after.zeros);
            }
        }
    }
    for index in 1..numbers.len() {
        let (before, after) = numbers.split_at_mut(index);
        let (Some(before), Some(after)) = (before.last(), after.first_mut()) else { continue };
        let mut between = words
            .iter()
            .filter(|word| before.end <= word.start && word.end <= after.place.start)
            .map(|word| &word.text);
        let is_held_against =
            between.any(|word| has(&vocabulary.comparing, word) || has(&vocabulary.targets, word));
        if before.unit == Unit::Percent
            && after.unit == Unit::Plain
            && after.decimals > 0
            && is_held_against
        {
            after.unit = Unit::Percent;
        }
    }
}

/// The numbers of a sentence that are said in words: "tre lærlinger". They count things, and
/// have no unit.
pub fn said_numbers(words: &[Word]) -> Vec<Number> {
    let numbers = words.iter().filter_map(|word| {
        let value = Vocabulary::get().said_number(&word.text)?;
        Some(Number {
            place: word.start..word.end,
            value: value.into(),
            sign: None,
            decimals: 0,
            zeros: 0,
            unit: Unit::Plain,
            end: word.end,
        })
    });
    numbers.collect()
}
