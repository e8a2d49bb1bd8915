//! The parts of a year that a text names: halves, quarters, months, weeks and days.

use super::period::{Mention, is_compared, quarters};
use super::vocabulary::{Vocabulary, has};
use super::word::Word;
use crate::calendar::{Quarter, Year};

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The first or the second half.
    Half(u8),
    /// A quarter.
    Quarter(Quarter),
    /// A month, 1 to 12.
    Month(u8),
    /// An ISO week.
    Week(u8),
    /// A day by its month and its day.
    Day(u8, u8),
    /// A stretch of which there are no figures: two months, three weeks.
    Other,
}

impl Part {
    /// Whether both are of one kind: two quarters, two months.
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// The quarter, if it is one.
    pub fn quarter(self) -> Option<Quarter> {
        match self {
            Self::Quarter(quarter) => Some(quarter),
            _ => None,
        }
    }

    /// The part of its kind right before it in the year.
    pub fn before(self) -> Option<Self> {
        match self {
            Self::Quarter(quarter) => Quarter::from_number(quarter.number() - 1).map(Self::Quarter),
            Self::Month(2..) | Self::Half(2..) | Self::Week(2..) => Some(match self {
                Self::Month(month) => Self::Month(month - 1),
                Self::Half(half) => Self::Half(half - 1),
                Self::Week(week) => Self::Week(week - 1),
                other => other,
            }),
            _ => None,
        }
    }

    /// The months from `first` to `last` as the part of the year that they make, if they make one.
    fn of_months(first: u8, last: u8) -> Self {
        let quarter = |number| Quarter::from_number(number).map_or(Self::Other, Self::Quarter);
        match (first, last) {
            (1, 6) => Self::Half(1),
            (7, 12) => Self::Half(2),
            (1 | 4 | 7 | 10, _) if last == first + 2 => quarter(last / 3),
            _ if first == last => Self::Month(first),
            _ => Self::Other,
        }
    }
}

/// The parts of years that are named, in the order of the text.
pub fn parts_of_years(text: &str, words: &[Word]) -> Vec<Mention<Part>> {
    let mut mentions: Vec<Mention<Part>> = quarters(words)
        .into_iter()
        .map(|mention| mention.map(Part::Quarter))
        .chain(halves(words))
        .chain(months(text, words))
        .chain(weeks(text, words))
        .collect();
    mentions.sort_by_key(|mention| mention.start);
    mentions
}

/// The years that are named and not compared with, neither by themselves nor with their quarter:
/// "enn i tredje kvartal 2020".
pub fn own_years(years: &[Mention<Year>], stretches: &[Mention<Part>]) -> Vec<Mention<Year>> {
    let is_compared = |year: &Mention<Year>| {
        let is_beside =
            |part: &&Mention<Part>| part.end <= year.start && year.start <= part.end + 1;
        year.is_compared || stretches.iter().find(is_beside).is_some_and(|part| part.is_compared)
    };
    years.iter().filter(|year| !is_compared(year)).copied().collect()
}

/// "første halvår", "2. halvår".
fn halves(words: &[Word]) -> Vec<Mention<Part>> {
    let vocabulary = Vocabulary::get();
    let mut mentions = Vec::new();
    for pair in words.windows(2) {
        let [before, word] = pair else { continue };
        if word.stem() != vocabulary.half_year {
            continue;
        }
        let half = vocabulary.ordinal(&before.text).filter(|half| (1..=2).contains(half));
        if let Some(half) = half {
            mentions.push(mention(words, Part::Half(half), before, word));
        }
    }
    mentions
}

/// "i mars", "fra januar til mars", "11. mars". The last days of a month are dates of balances and
/// count as no day.
fn months(text: &str, words: &[Word]) -> Vec<Mention<Part>> {
    let vocabulary = Vocabulary::get();
    let mut mentions: Vec<Mention<Part>> = Vec::new();
    let mut last: Option<(u8, usize)> = None;
    for (index, word) in words.iter().enumerate() {
        let Some(month) = vocabulary.full_month(&word.text) else { continue };
        let before = index.checked_sub(1).map(|before| &words[before]);
        let day = before.and_then(|before| {
            let between = text[before.end..word.start].trim();
            let day: u8 = before.text.parse().ok()?;
            ((1..=31).contains(&day) && matches!(between, "." | "")).then_some((before, day))
        });
        match day {
            Some((_, 28..)) => continue,
            Some((before, day)) => {
                mentions.push(mention(words, Part::Day(month, day), before, word));
                continue;
            }
            None => {}
        }
        let joined = last.and_then(|(first, end)| {
            let join = text[end..word.start].trim();
            let opener = mentions
                .last()
                .and_then(|mention| words.iter().rev().find(|before| before.end <= mention.start));
            let is_between =
                opener.is_some_and(|opener| has(&vocabulary.range_openers, &opener.text));
            match join {
                "til" | "til og med" | "-" | "–" | "−" => Some(Part::of_months(first, month)),
                "og" if is_between => Some(Part::of_months(first, month)),
                "og" | "," | "eller" | "samt" => Some(Part::Other),
                _ => None,
            }
        });
        match (joined, mentions.last_mut()) {
            (Some(part), Some(mention)) => {
                *mention = Mention { named: part, end: word.end, ..*mention };
            }
            _ => {
                last = Some((month, word.end));
                mentions.push(mention(words, Part::Month(month), word, word));
            }
        }
        if let Some((_, end)) = &mut last {
            *end = word.end;
        }
    }
    mentions
}

/// "uke 34"; "uke 34 og 35" is a stretch of several weeks.
fn weeks(text: &str, words: &[Word]) -> Vec<Mention<Part>> {
    let vocabulary = Vocabulary::get();
    let mut mentions = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let Some(number) = words.get(index + 1).filter(|_| has(&vocabulary.weeks, &word.text))
        else {
            continue;
        };
        let is_week =
            |word: &Word| word.text.parse().is_ok_and(|week: u8| (1..=53).contains(&week));
        if !is_week(number) || !text[word.end..number.start].trim().is_empty() {
            continue;
        }
        let next = words[index + 2..].iter().find(|next| next.text.starts_with(char::is_numeric));
        let goes_on = next.is_some_and(|next| {
            let join = text[number.end..next.start].trim();
            is_week(next) && matches!(join, "og" | "," | "til" | "-" | "–" | "eller" | "/")
        });
        let named = match number.text.parse() {
            Ok(week) if !goes_on => Part::Week(week),
            _ => Part::Other,
        };
        mentions.push(mention(words, named, word, number));
    }
    mentions
}

fn mention(words: &[Word], named: Part, first: &Word, last: &Word) -> Mention<Part> {
    let is_compared = is_compared(words, first.start);
    Mention { named, start: first.start, end: last.end, is_compared }
}

#[cfg(test)]
mod tests {
    use super::super::word::words_with_places;
    use super::*;

    #[test]
    fn halves_quarters_months_weeks_and_days_are_named() {
        let named = |text: &str| -> Vec<Part> {
            let mentions = parts_of_years(text, &words_with_places(text));
            mentions.into_iter().map(|mention| mention.named).collect()
        };
        assert_eq!(named("første halvår og 2. halvår"), [Part::Half(1), Part::Half(2)]);
        assert_eq!(named("i 3. kvartal"), [Part::Quarter(Quarter::Third)]);
        assert_eq!(named("i mars, mot fjoråret. Mai"), [Part::Month(3), Part::Month(5)]);
        assert_eq!(named("fra januar til mars"), [Part::Quarter(Quarter::First)]);
        assert_eq!(named("mellom juli og september"), [Part::Quarter(Quarter::Third)]);
        assert_eq!(named("i mars og april"), [Part::Other]);
        assert_eq!(named("uke 34 fikk 3, ukene 10 og 34"), [Part::Week(34), Part::Other]);
        assert_eq!(named("den 11. mars og 31. desember"), [Part::Day(3, 11)]);
    }
}
