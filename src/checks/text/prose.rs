//! A document as sentences, each with the headings above it.

use super::number::{Number, parts};
use super::period::{quarter_of, quarters, year_of};
use super::vocabulary::{Vocabulary, has};
use super::word::{words, words_with_places};
use crate::calendar::{Quarter, Year};
use crate::import::{Document, DocumentLine};

/// The longest line that can be a heading where the document does not say.
const LONGEST_HEADING: usize = 70;

/// A line with at least so many numbers is a row of a table.
const NUMBERS_OF_A_ROW: usize = 3;

/// The headings above a sentence, with the period that they name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The headings, the nearest last.
    pub headings: Vec<(u8, String)>,
    /// The quarter that they name.
    pub quarter: Option<Quarter>,
    /// Whether the heading that names it is the nearest, so that it holds for every sentence.
    pub is_of_quarter: bool,
    /// The year that the nearest heading names.
    pub year: Option<Year>,
}

/// A sentence, a heading, or a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its text; lines are parted by a line feed.
    pub text: String,
    /// What stands above it.
    pub section: Section,
    /// Whether it goes on in the paragraph of the sentence before.
    pub follows: bool,
    /// Whether it is a row of a table.
    pub is_row: bool,
    /// Where lines begin: the place in the text, and the line's number in the document.
    lines: Vec<(usize, usize)>,
}

impl Sentence {
    /// The number of the line that the byte `at` stands on, counted from 1.
    pub fn line(&self, at: usize) -> usize {
        self.lines.iter().rev().find(|(start, _)| *start <= at).map_or(1, |(_, line)| *line)
    }

    /// The numbers of the lines that it stands on.
    pub fn lines(&self) -> impl Iterator<Item = usize> {
        self.lines.iter().map(|(_, line)| *line)
    }

    /// The same sentence with a text of the same length.
    #[must_use]
    pub fn with_text(&self, text: String) -> Self {
        Self { text, ..self.clone() }
    }

    /// The nearest heading above.
    pub fn heading(&self) -> Option<&str> {
        self.section.headings.last().map(|(_, text)| text.as_str())
    }
}

/// The sentences of a document in order.
pub fn sentences(document: &Document) -> Vec<Sentence> {
    let mut reader = Reader::default();
    let lines = &document.lines;
    for (index, line) in lines.iter().enumerate() {
        let next = lines[index + 1..].iter().find(|line| !line.text.trim().is_empty());
        reader.take(line, index + 1, next);
    }
    reader.end_block();
    reader.sentences
}

/// Gathers lines into blocks, and parts the blocks into sentences.
#[derive(Default)]
struct Reader {
    sentences: Vec<Sentence>,
    section: Section,
    block: String,
    lines: Vec<(usize, usize)>,
    is_after_gap: bool,
}

impl Reader {
    fn take(&mut self, line: &DocumentLine, number: usize, next: Option<&DocumentLine>) {
        let text = line.text.trim();
        if text.is_empty() {
            self.is_after_gap = true;
            return;
        }
        let is_done = self.block.is_empty() || self.is_after_gap || ends_sentence(&self.block);
        let bullet = bullet(text, is_done);
        let rest = text[bullet..].trim_start();
        if rest.is_empty() {
            self.end_block();
        } else if bullet == 0
            && (line.level.is_some() || (is_done && looks_like_heading(text, next)))
        {
            self.end_block();
            self.start_section(line.level, text);
            self.push_line(text, number);
            self.end_block_as(false);
        } else if is_row(rest) {
            self.end_block();
            self.push_line(rest, number);
            self.end_block_as(true);
        } else {
            if bullet > 0 || (self.is_after_gap && self.starts_anew(rest)) {
                self.end_block();
            }
            self.push_line(rest, number);
        }
        self.is_after_gap = false;
    }

    /// Whether a line behind a gap begins a paragraph. Some PDFs have gaps within paragraphs.
    fn starts_anew(&self, line: &str) -> bool {
        let vocabulary = Vocabulary::get();
        let last = words(&self.block).last().unwrap_or_default();
        let lists = [
            &vocabulary.kroner,
            &vocabulary.labels,
            &vocabulary.approximately,
            &vocabulary.bounds,
            &vocabulary.comparing,
        ];
        let expects_number = self.block.ends_with('-') || lists.iter().any(|list| has(list, &last));
        line.starts_with(char::is_uppercase)
            || (line.starts_with(|c: char| c.is_ascii_digit()) && !expects_number)
    }

    fn push_line(&mut self, text: &str, number: usize) {
        if is_hyphenated(&self.block, text) {
            self.block.pop();
        } else if !self.block.is_empty() {
            self.block.push('\n');
        }
        self.lines.push((self.block.len(), number));
        self.block.push_str(text);
    }

    fn end_block(&mut self) {
        self.end_block_as(false);
    }

    fn end_block_as(&mut self, is_row: bool) {
        let block = std::mem::take(&mut self.block);
        let lines = std::mem::take(&mut self.lines);
        let mut start = 0;
        for end in if is_row { vec![block.len()] } else { ends(&block) } {
            let text = &block[start..end];
            if !text.trim().is_empty() {
                let before = lines.iter().rposition(|(at, _)| *at <= start).unwrap_or(0);
                let inside = lines[before..].iter().filter(|(at, _)| *at < end);
                self.sentences.push(Sentence {
                    text: text.to_owned(),
                    section: self.section.clone(),
                    follows: start > 0,
                    is_row,
                    lines: inside.map(|(at, line)| (at.saturating_sub(start), *line)).collect(),
                });
            }
            start = end;
        }
    }

    /// A heading without a level stands beside the one before, or under it if it ends in a colon.
    fn start_section(&mut self, level: Option<u8>, text: &str) {
        let depth = level.unwrap_or(if text.ends_with(':') { 9 } else { 1 });
        let all: Vec<String> = words(text).collect();
        let section = &mut self.section;
        section.headings.retain(|(level, _)| *level < depth);
        section.headings.push((depth, text.to_owned()));
        if let Some(quarter) = quarter_of(text) {
            section.quarter = Some(quarter);
            section.is_of_quarter = true;
        } else if depth == 1 || level.is_some() {
            let names_quarter = |(_, text): &(u8, String)| quarter_of(text).is_some();
            section.is_of_quarter = section.headings.iter().any(names_quarter);
        }
        if depth < 9 {
            section.year = all.iter().find_map(|word| year_of(word));
        }
    }
}

/// How many bytes of a line are its bullet. A dash is one only where a sentence can begin.
fn bullet(text: &str, is_done: bool) -> usize {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return 0 };
    let is_parted = chars.next().is_none_or(char::is_whitespace);
    // Word's own bullets come out of a PDF as characters of the private use area.
    let is_bullet = matches!(first, '•' | '▪' | '◦' | '●' | '■' | '*' | '\u{e000}'..='\u{f8ff}');
    let is_dash = matches!(first, '-' | '–' | '−' | '·' | 'o') && is_done;
    if is_bullet || (is_dash && is_parted) { first.len_utf8() } else { 0 }
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', ':', '!', '?', ';'])
}

/// A short line that begins as a sentence does and does not end as one, before a line that
/// begins anew. Numbers other than quarters and years stand in no heading.
fn looks_like_heading(text: &str, next: Option<&DocumentLine>) -> bool {
    let starts = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '§');
    let ends = !text.ends_with(['.', ',', ';', '!', '?', '-']);
    let next_starts = next.is_none_or(|next| {
        let first = next.text.trim_start().chars().next();
        first.is_none_or(|c| !c.is_lowercase())
    });
    let has_letters = text.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    starts
        && ends
        && next_starts
        && has_letters
        && text.chars().count() <= LONGEST_HEADING
        && !is_row(text)
        && parts(text).numbers.is_empty()
        && quarters(&words_with_places(text)).len() <= 1
}

/// A line in which numbers stand side by side, or more numbers than words.
fn is_row(text: &str) -> bool {
    let parts = parts(text);
    let numbers = &parts.numbers;
    let are_beside = |pair: &[Number]| {
        text.get(pair[0].end..pair[1].place.start).is_some_and(|between| between.trim().is_empty())
    };
    let words = parts.words.iter().filter(|word| word.text.starts_with(char::is_alphabetic));
    numbers.windows(2).any(are_beside)
        || (numbers.len() >= NUMBERS_OF_A_ROW && numbers.len() > words.count())
}

/// Whether a word is parted by a hyphen at the end of a line.
fn is_hyphenated(block: &str, next: &str) -> bool {
    let mut end = block.chars().rev();
    end.next() == Some('-')
        && end.next().is_some_and(char::is_lowercase)
        && next.starts_with(char::is_lowercase)
}

/// Where the sentences of a block end.
fn ends(block: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    for (at, mark) in block.char_indices() {
        if !matches!(mark, '.' | '!' | '?') {
            continue;
        }
        let rest = &block[at + mark.len_utf8()..];
        let after = rest.trim_start();
        let is_parted = after.len() < rest.len();
        let begins = after.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '«' | '"' | '(')
        });
        let sentence = block[ends.last().copied().unwrap_or(0)..at].trim();
        let is_numbering = sentence.chars().all(|c| c.is_ascii_digit());
        if is_parted
            && begins
            && !is_numbering
            && !(mark == '.' && is_abbreviated(&block[..at], after))
        {
            ends.push(block.len() - after.len());
        }
    }
    ends.push(block.len());
    ends
}

/// Whether a point stands behind an abbreviation, or within a number that a line break parts.
fn is_abbreviated(before: &str, after: &str) -> bool {
    let vocabulary = Vocabulary::get();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let word = word.to_lowercase();
    let is_digit = |c: char| c.is_ascii_digit();
    if has(&vocabulary.kroner, &word) {
        return after.starts_with(is_digit);
    }
    let thousands = after.bytes().take_while(u8::is_ascii_digit).count();
    let is_parted = before.ends_with(is_digit) && thousands == 3 && word.len() <= 3;
    has(&vocabulary.abbreviations, &word) || is_parted
}
