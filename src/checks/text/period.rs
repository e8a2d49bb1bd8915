//! The quarters and years that a text names.

use super::vocabulary::{Vocabulary, has};
use super::word::{Word, words_with_places};
use crate::calendar::{Quarter, Year};

/// Years that a bare number of four digits can mean.
const YEARS: std::ops::RangeInclusive<Year> = 1990..=2060;

/// A mention of a quarter or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention<T> {
    /// What is named.
    pub named: T,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether it is what something is compared with: "enn i 2020".
    pub is_compared: bool,
}

impl<T> Mention<T> {
    /// The same mention, named otherwise.
    pub fn map<U>(self, rename: impl FnOnce(T) -> U) -> Mention<U> {
        let Self { named, start, end, is_compared } = self;
        Mention { named: rename(named), start, end, is_compared }
    }
}

/// The quarter that a heading names first.
pub fn quarter_of(text: &str) -> Option<Quarter> {
    quarters(&words_with_places(text)).first().map(|mention| mention.named)
}

/// A year between 1990 and 2060.
pub fn year_of(word: &str) -> Option<Year> {
    let year = (word.len() == 4).then(|| word.parse().ok())??;
    YEARS.contains(&year).then_some(year)
}

/// The quarters that are named: "første kvartal", "1. kvartal", "Q1".
pub fn quarters(words: &[Word]) -> Vec<Mention<Quarter>> {
    let vocabulary = Vocabulary::get();
    let mut mentions = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &words[before]);
        let (named, start) = if word.stem() == vocabulary.quarter {
            let Some(before) = before else { continue };
            (vocabulary.ordinal(&before.text), before.start)
        } else {
            let letter = |letter: &String| word.text.strip_prefix(letter.as_str())?.parse().ok();
            (vocabulary.quarter_letters.iter().find_map(letter), word.start)
        };
        let quarter = named.and_then(Quarter::from_number);
        if let Some(named) = quarter {
            let is_compared = is_compared(words, start);
            mentions.push(Mention { named, start, end: word.end, is_compared });
        }
    }
    if !mentions.is_empty() {
        mentions.extend(bare_quarters(words, &mentions));
        mentions.sort_by_key(|mention| mention.start);
    }
    mentions
}

/// Beside named quarters also "i andre", "i tredje".
fn bare_quarters(words: &[Word], named: &[Mention<Quarter>]) -> Vec<Mention<Quarter>> {
    let vocabulary = Vocabulary::get();
    let bare = words.windows(2).filter_map(|pair| {
        let [before, word] = pair else { return None };
        let is_named = named.iter().any(|quarter| quarter.start == word.start);
        let is_word = vocabulary.ordinals.iter().any(|ordinal| has(ordinal, &word.text));
        let is_in = has(&vocabulary.fillers, &before.text) && is_word && !is_named;
        let follows = words.iter().find(|next| next.start >= word.end);
        // "I andre halvår" and "i andre kommuner" are no quarters.
        let stands_alone = follows
            .is_none_or(|next| next.start > word.end + 1 || has(&vocabulary.joins, &next.text));
        let quarter = Quarter::from_number(vocabulary.ordinal(&word.text)?)?;
        (is_in && stands_alone).then(|| Mention {
            named: quarter,
            start: word.start,
            end: word.end,
            is_compared: is_compared(words, word.start),
        })
    });
    bare.collect()
}

/// The years that are named, but for spans of years.
pub fn years(text: &str, words: &[Word]) -> Vec<Mention<Year>> {
    let mut mentions: Vec<Mention<Year>> = Vec::new();
    for word in words {
        let Some(named) = year_of(&word.text) else { continue };
        // A point or a comma before or behind is a number's, but for a date's.
        let is_decimal = text[word.end..].starts_with([',', '.'])
            && text[word.end + 1..].starts_with(|c: char| c.is_ascii_digit());
        if !is_decimal && !is_of_span(text, word) {
            let is_compared = is_compared(words, word.start);
            mentions.push(Mention { named, start: word.start, end: word.end, is_compared });
        }
    }
    mentions
}

/// Whether a year is the first or last of a span: "2015–2020".
fn is_of_span(text: &str, word: &Word) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '–' | '−' | '/');
    let is_digit = |c: char| c.is_ascii_digit();
    let behind = text[word.end..].trim_start();
    let before = text[..word.start].trim_end();
    let goes_on = behind
        .strip_prefix(is_dash)
        .is_some_and(|rest| rest.trim_start_matches(is_dash).trim_start().starts_with(is_digit));
    let began =
        before.strip_suffix(is_dash).is_some_and(|rest| rest.trim_end().ends_with(is_digit));
    goes_on || began
}

/// Whether a comparing word stands before: "enn i 2020", "fra 2020".
pub fn is_compared(words: &[Word], start: usize) -> bool {
    let vocabulary = Vocabulary::get();
    let mut before = words.iter().rev().skip_while(|word| word.start >= start);
    let is_between = |word: &Word| {
        has(&vocabulary.fillers, &word.text) || has(&vocabulary.same_period, &word.text)
    };
    let Some(nearest) = before.find(|word| !is_between(word)) else {
        return false;
    };
    let first = before.next();
    let are_two = |(one, two): &(String, String)| {
        *two == nearest.text && first.is_some_and(|first| *one == first.text)
    };
    has(&vocabulary.comparing, &nearest.text) || vocabulary.comparing_two.iter().any(are_two)
}
