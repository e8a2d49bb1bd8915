//! The typed numbers of a text that no figure bears out, and those that could be fields.

use std::mem::discriminant;
use std::ops::Range;

use super::prose::Prose;
use super::values::Values;
use crate::checks::text::{Meant, TextFinding, Verdict};
use crate::figures::{Key, Unit};
use crate::report::{field_name, in_prose};

/// A typed number and its finding.
pub(super) struct Mark<'f> {
    /// Its place in the shown text, in characters.
    pub place: Range<usize>,
    /// The finding.
    pub finding: &'f TextFinding,
}

/// What can stand instead of a typed number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Replacement {
    /// The characters that it replaces.
    pub place: Range<usize>,
    /// The field's name; `None` where only words can stand there.
    pub field: Option<String>,
    /// The words that stand there afterwards.
    pub words: String,
}

/// The typed numbers among the findings of a text, in order. A number that a field prints is not
/// typed.
pub(super) fn marks<'f>(prose: &Prose, findings: &'f [TextFinding]) -> Vec<Mark<'f>> {
    let (plain, places) = prose.plain();
    let characters: Vec<char> = plain.chars().collect();
    let mut lines = vec![0];
    lines.extend((1..=characters.len()).filter(|at| characters[at - 1] == '\n'));
    let mut marks = Vec::new();
    let mut from = 0;
    for finding in findings {
        let Some(line) = lines.get(finding.line.saturating_sub(1)) else { continue };
        from = from.max(*line);
        let number: Vec<char> = finding.text.chars().collect();
        let Some(start) = find(&characters, &number, from) else { continue };
        from = start + number.len();
        let is_typed = places[start..from].iter().all(|(_, is_typed)| *is_typed);
        if is_typed {
            // The characters of a number stand side by side, since none of them is a chip's.
            let first = places[start].0;
            marks.push(Mark { place: first..first + number.len(), finding });
        }
    }
    marks
}

/// Where a number stands that is not a part of a longer one. A line break in it is a blank.
fn find(text: &[char], number: &[char], from: usize) -> Option<usize> {
    let is_same = |typed: &char, other: &char| typed == other || (*typed == '\n' && *other == ' ');
    let is_digit = |at: usize| text.get(at).is_some_and(|c| c.is_alphanumeric());
    (from..=text.len().checked_sub(number.len())?).find(|start| {
        let end = start + number.len();
        let here = &text[*start..end];
        here.iter().zip(number).all(|(typed, other)| is_same(typed, other))
            && !start.checked_sub(1).is_some_and(is_digit)
            && !is_digit(end)
    })
}

impl Mark<'_> {
    /// The right words for the number, as a field where one prints them. A right number is replaced
    /// by its field only.
    pub fn replacement(&self, prose: &Prose, values: &Values<'_>) -> Option<Replacement> {
        let (meant, wording) = match &self.finding.verdict {
            Verdict::Agrees(meant) => (meant, self.finding.found.clone()),
            Verdict::Contradicts(meant, correction) => (meant, correction.wording.clone()),
            Verdict::Unknown => return None,
        };
        let field = field(values, meant, &wording);
        // For a right number without a field there is nothing to do.
        if field.is_none() && matches!(self.finding.verdict, Verdict::Agrees(_)) {
            return None;
        }
        let (name, words) = field.map_or((None, wording), |(name, words)| (Some(name), words));
        match self.with_its_words(prose) {
            Some(place) => Some(Replacement { place, field: name, words }),
            // The text has another spelling of the unit, which stays.
            None => {
                let last = words.rfind(|c: char| c.is_ascii_digit())?;
                let words = words[..=last].to_owned();
                Some(Replacement { place: self.place.clone(), field: None, words })
            }
        }
    }

    /// The place of the number with its unit and direction, where they stand as the program
    /// writes them.
    fn with_its_words(&self, prose: &Prose) -> Option<Range<usize>> {
        let written = &self.finding.found;
        let last = written.rfind(|c: char| c.is_ascii_digit())?;
        let first = written.find(|c: char| c.is_ascii_digit())?;
        if first > 0 && written[..first].chars().any(char::is_alphabetic) {
            return None;
        }
        let (plain, places) = prose.plain();
        let mut at = places.iter().position(|(shown, _)| *shown == self.place.end - 1)? + 1;
        let text: Vec<char> = plain.chars().collect();
        for expected in written[last + 1..].chars().filter(|c| !c.is_whitespace()) {
            while text.get(at).is_some_and(|c| c.is_whitespace()) {
                at += 1;
            }
            let typed = text.get(at)?;
            if !typed.to_lowercase().eq(expected.to_lowercase()) {
                return None;
            }
            at += 1;
        }
        let is_typed = |at: usize| places.get(at).is_some_and(|(_, is_typed)| *is_typed);
        let end = places.get(at - 1).filter(|_| is_typed(at - 1))?.0 + 1;
        Some(self.place.start..end)
    }
}

/// The field that prints the meant figure in these words, with what it prints.
fn field(values: &Values<'_>, meant: &Meant, wording: &str) -> Option<(String, String)> {
    let figures = values.figures;
    let year = figures.report_year();
    let key = match &meant.reference {
        None => meant.figure.clone(),
        Some(reference) => {
            let is_it = |unit: &Unit| matches!(unit, Unit::Change { from } if from == reference);
            let is_like = |key: &Key| {
                discriminant(key) == discriminant(&meant.figure)
                    && key.year() == meant.figure.year()
            };
            let same = |text: String| text.replace('\u{a0}', " ") == wording.replace('\u{a0}', " ");
            let keys = figures.keys().into_iter().filter(is_like);
            let mut of_unit =
                keys.map(|key| figures.figure(&key)).filter(|figure| is_it(&figure.unit));
            of_unit
                .find(|figure| figure.value.is_some_and(|value| same(in_prose(figure, value))))?
                .key
        }
    };
    let name = field_name(&key, year);
    let words = values.print(&name)?;
    Some((name, words))
}
