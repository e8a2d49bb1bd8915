//! Digits that say neither how much nor how many: dates, years, paragraphs, names, numbering.

use super::period::year_of;
use super::vocabulary::{Concept, Vocabulary, has};
use super::word::{Word, stem};

/// Digits that are passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Where they end.
    pub end: usize,
    /// Whether a label stands before them ("uke 34"), so that "og 35" is passed over too.
    pub is_label: bool,
}

/// Whether the digits at `start` are to be passed over. `label_end` is where the last label
/// before them ended.
pub fn passed_over(
    text: &str,
    start: usize,
    words: &[Word],
    label_end: Option<usize>,
) -> Option<Passed> {
    let word = words.iter().find(|word| word.start <= start && start < word.end)?;
    let look = Look { text, start, word, words };
    let passed = |end: usize| Some(Passed { end, is_label: false });
    if word.start < start {
        // A letter stands before: a name, `Log4j`.
        return passed(word.end);
    }
    if let Some(end) = look.telephone() {
        return passed(end);
    }
    if look.is_labelled(label_end) {
        return Some(Passed { end: look.end_of_label(), is_label: true });
    }
    look.date()
        .or_else(|| look.clock_or_fraction())
        .or_else(|| look.falling_span())
        .or_else(|| look.year())
        .or_else(|| look.ordinal())
        .or_else(|| look.numbering())
        .or_else(|| look.unit_of_table())
        .and_then(passed)
}

/// The digits at `start` with what stands around them. Each question answers with where the
/// digits end that are to be passed over.
struct Look<'t> {
    text: &'t str,
    start: usize,
    /// The word of the digits.
    word: &'t Word,
    words: &'t [Word],
}

impl Look<'_> {
    fn rest(&self) -> &str {
        &self.text[self.start..]
    }

    fn before(&self) -> &str {
        &self.text[..self.start]
    }

    fn word_before(&self) -> Option<&Word> {
        self.words.iter().rev().find(|word| word.end <= self.start)
    }

    /// The first word behind the byte `end`, where only spaces part them.
    fn word_behind(&self, end: usize) -> Option<&Word> {
        let word = self.words.iter().find(|word| word.start >= end)?;
        self.text[end..word.start].trim().is_empty().then_some(word)
    }

    /// A label stands right before, or another labelled number.
    fn is_labelled(&self, label_end: Option<usize>) -> bool {
        let before = self.before().trim_end();
        let goes_on = label_end.is_some_and(|end| {
            let between = self.text[end..self.start].trim();
            matches!(between, "," | "og" | "eller" | "til" | "av" | "-" | "–" | "−" | "/")
        });
        if goes_on || before.ends_with(['§', '#', '/']) {
            return true;
        }
        let Some(word) = self.word_before() else { return false };
        let between = self.text[word.end..self.start].trim_matches(['.', ':']).trim();
        between.is_empty()
            && (has(&Vocabulary::get().labels, &word.text) || self.is_abbreviation(word))
    }

    /// Two to four capitals in a sentence with small letters: `EN 301`, `NS 5814`.
    fn is_abbreviation(&self, word: &Word) -> bool {
        let letters = &self.text[word.start..word.end];
        let is_unit = has(&Vocabulary::get().kroner, &word.text)
            || Vocabulary::get().scales_in_kroner.contains(&word.text);
        (2..=4).contains(&letters.chars().count())
            && letters.chars().all(char::is_uppercase)
            && !is_unit
            && self.text.chars().any(char::is_lowercase)
            && self.text[word.end..self.start].chars().all(|c| c == ' ')
            && word.start > 0
    }

    /// The end of a paragraph's or a case's number: `5-6`, `006/2021`, `27001`.
    fn end_of_label(&self) -> usize {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '/' | '.' | ':');
        let digits = self.rest().find(|c| !is_part(c)).unwrap_or(self.rest().len());
        let label = self.rest()[..digits].trim_end_matches(|c: char| !c.is_ascii_digit());
        (self.start + label.len()).max(self.word.end)
    }

    /// `29.01`, `31.12.2021`, `6.mai 2022`, `8. januar`, `2021-03-11`.
    fn date(&self) -> Option<usize> {
        let rest = self.rest();
        let numbers = |mark: char| -> Vec<&str> {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != mark).unwrap_or(rest.len());
            rest[..end].trim_end_matches(mark).split(mark).collect()
        };
        let length = |parts: &[&str]| parts.iter().map(|part| part.len() + 1).sum::<usize>() - 1;
        let dotted = numbers('.');
        let end = self.start + length(&dotted);
        let is_date = match dotted[..] {
            [day, month, year] => {
                is_up_to(day, 31) && is_up_to(month, 12) && matches!(year.len(), 2 | 4)
            }
            // With a decimal point it could be a number; two digits and no unit say a date.
            [day, month] => {
                is_up_to(day, 31)
                    && is_up_to(month, 12)
                    && month.len() == 2
                    && !self.has_unit(end)
                    && !self.text[end..].starts_with(',')
            }
            _ => false,
        };
        if is_date {
            return Some(end);
        }
        let hyphened = numbers('-');
        if let [year, month, day] = hyphened[..]
            && (year.len(), month.len(), day.len()) == (4, 2, 2)
        {
            return Some(self.start + length(&hyphened));
        }
        let vocabulary = Vocabulary::get();
        let behind = self.text[self.word.end..].trim_start_matches('.');
        let month = self.word_behind(self.text.len() - behind.len())?;
        let is_day = is_up_to(&self.word.text, 31) && vocabulary.month(&month.text).is_some();
        is_day.then_some(month.end)
    }

    /// Whether a unit stands behind the byte `end` or kroner before the digits.
    fn has_unit(&self, end: usize) -> bool {
        let vocabulary = Vocabulary::get();
        let rest = self.text[end..].trim_start();
        let lists = [&vocabulary.percent, &vocabulary.points, &vocabulary.kroner];
        let is_unit = |word: &Word| {
            lists.iter().any(|list| has(list, &word.text))
                || vocabulary.scales.iter().any(|scale| has(&scale.words, &word.text))
        };
        rest.starts_with('%')
            || self.text[end..].starts_with(",-")
            || self.word_behind(end).is_some_and(is_unit)
            || self.word_before().is_some_and(|word| has(&vocabulary.kroner, &word.text))
    }

    /// `08:15`, `12/45`, `24/7`.
    fn clock_or_fraction(&self) -> Option<usize> {
        let rest = &self.text[self.word.end..];
        let behind = rest.strip_prefix([':', '/'])?;
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        (digits > 0).then_some(self.word.end + 1 + digits)
    }

    /// `5-4`, a paragraph without its mark: a span of numbers goes up.
    fn falling_span(&self) -> Option<usize> {
        let rest = self.text[self.word.end..].strip_prefix(['-', '–'])?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let end = self.text.len() - rest.len() + digits;
        let (first, last): (u32, u32) =
            (self.word.text.parse().ok()?, rest[..digits].parse().ok()?);
        (first > last && !self.has_unit(end)).then_some(end)
    }

    /// `62 51 00 00`, `900 12 345`, `62510000`; also the nine digits of a company.
    fn telephone(&self) -> Option<usize> {
        let mut lengths = Vec::new();
        let mut end = self.start;
        for part in self.rest().split(' ') {
            let digits = part.bytes().take_while(u8::is_ascii_digit).count();
            if digits == 0 {
                break;
            }
            lengths.push(digits);
            end += digits;
            if digits < part.len() {
                break;
            }
            end += 1;
        }
        let end = end.min(self.text.len());
        let shapes: [&[usize]; 6] =
            [&[2, 2, 2, 2], &[2, 2, 2, 2, 2], &[3, 2, 3], &[2, 3, 2, 3], &[8], &[9]];
        let is_one = shapes.iter().any(|shape| lengths == *shape);
        let end = self.text[..end].trim_end().len();
        (is_one && !self.has_unit(end) && !self.text[end..].starts_with(',')).then_some(end)
    }

    /// A year, with the rest of a span of years: `2021`, `2015-2020`, `2020/-21`.
    fn year(&self) -> Option<usize> {
        year_of(&self.word.text)?;
        let end = self.word.end;
        let rest = &self.text[end..];
        let is_decimal = rest
            .strip_prefix([',', '.'])
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if is_decimal || self.has_unit(end) || rest.starts_with(",-") || self.counts_things() {
            return None;
        }
        let is_dash = |c: char| matches!(c, '-' | '–' | '−' | '/');
        let behind = rest.trim_start();
        let Some(span) = behind.strip_prefix(is_dash) else { return Some(end) };
        let span = span.trim_start_matches(is_dash).trim_start();
        let digits = span.bytes().take_while(u8::is_ascii_digit).count();
        let is_span = matches!(digits, 2 | 4);
        Some(if is_span { self.text.len() - span.len() + digits } else { end })
    }

    /// "2034 saker" counts cases, where no word of time stands before it.
    fn counts_things(&self) -> bool {
        let vocabulary = Vocabulary::get();
        let behind = self.word_behind(self.word.end);
        let is_thing = behind.is_some_and(|word| {
            let things = [Concept::Cases, Concept::Incident, Concept::Employee];
            things
                .iter()
                .any(|thing| vocabulary.concept(*thing).iter().any(|stem| stem == word.stem()))
        });
        let is_time = self.word_before().is_some_and(|word| {
            has(&vocabulary.comparing, &word.text) || has(&vocabulary.fillers, &word.text)
        });
        is_thing && !is_time
    }

    /// `1. kvartal`, `1.kvartal`, `3. plass`.
    fn ordinal(&self) -> Option<usize> {
        let behind = self.text[self.word.end..].strip_prefix('.')?;
        let next = behind.trim_start().chars().next()?;
        (is_up_to(&self.word.text, 31) && next.is_lowercase()).then_some(self.word.end + 1)
    }

    /// The number of a list's item or a chapter, at the start of a sentence.
    fn numbering(&self) -> Option<usize> {
        if !self.before().trim().is_empty() {
            return None;
        }
        let is_part = |c: char| c.is_ascii_digit() || c == '.';
        let length = self.rest().find(|c| !is_part(c)).unwrap_or(self.rest().len());
        let (number, behind) = self.rest().split_at(length);
        let is_item = behind.starts_with(')') || number.ends_with('.');
        let next = behind.trim_start_matches(')').trim_start();
        let is_chapter = number.contains('.') && number.split('.').all(|part| part.len() <= 2);
        let is_parted = behind.starts_with([')', ' ', '\t']);
        let begins = next.starts_with(char::is_uppercase);
        (is_parted && ((is_item && number.len() <= 4) || (is_chapter && begins)))
            .then_some(self.start + length)
    }

    /// "Tall i 1 kroner", "(1 000 kr)".
    fn unit_of_table(&self) -> Option<usize> {
        let vocabulary = Vocabulary::get();
        let digits: String =
            self.rest().chars().take_while(|c| c.is_ascii_digit() || c.is_whitespace()).collect();
        let value = digits.trim_end();
        let is_round = matches!(value.replace(char::is_whitespace, "").as_str(), "1" | "1000");
        let end = self.start + value.len();
        let behind = self.word_behind(end)?;
        let opens =
            self.word_before().is_some_and(|word| has(&vocabulary.unit_openers, &word.text))
                || self.before().trim_end().ends_with('(');
        let is_kroner = vocabulary.kroner.iter().any(|unit| stem(unit) == behind.stem());
        (is_round && opens && is_kroner).then_some(behind.end)
    }
}

/// Whether digits are a number from 1 to `most`.
fn is_up_to(digits: &str, most: u32) -> bool {
    digits.len() <= 2 && digits.parse().is_ok_and(|number: u32| (1..=most).contains(&number))
}
