//! The text check: every number of a running text is held against the figures.
//!
//! A document becomes sentences ([`prose`]), a sentence numbers with their units ([`number`]),
//! a number a claim: up or down, of which period, compared with what ([`claim`]). What the
//! figures can be said of is gathered once ([`subjects()`]). A claim agrees, contradicts the figure
//! that its sentence speaks of, or is unknown ([`verdict`]).

mod accounts_subjects;
mod changes;
mod claim;
mod context;
mod counted;
mod digits;
mod direction;
mod fact;
mod mistake;
mod not_a_number;
mod number;
mod outcome;
mod part;
mod people_subjects;
mod period;
mod printed;
mod prose;
mod rounding;
mod shelf;
mod statements;
mod subjects;
mod table;
mod tie;
mod verdict;
mod vocabulary;
mod word;
mod wording;

use std::collections::HashSet;

use crate::figures::{Figures, Key};
use crate::import::Document;
use claim::{Claim, claims};
use context::Context;
use counted::counted;
use fact::Subject;
use number::{Number, Parts, parts, said_numbers};
use prose::{Sentence, sentences};
use statements::statements;
use subjects::subjects;
use verdict::{Standing, judge};
use vocabulary::Vocabulary;

/// A number of a text and how it stands to the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFinding {
    /// The number as it stands in the text, without its unit.
    pub text: String,
    /// The line on which it begins, counted from 1.
    pub line: usize,
    /// The sentence that it stands in.
    pub sentence: String,
    /// Where in the sentence it begins.
    pub at: usize,
    /// The nearest heading above it.
    pub heading: Option<String>,
    /// The number of the text with its unit and direction, as the program writes them.
    pub found: String,
    /// Whether it stands in a table.
    pub is_in_table: bool,
    /// How it stands to the figures.
    pub verdict: Verdict,
}

/// How a number of a text stands to the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is this figure.
    Agrees(Meant),
    /// The sentence speaks of this figure and says something else.
    Contradicts(Meant, Correction),
    /// No figure is known to be meant.
    Unknown,
}

/// What a number is meant for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The figure; of a change between two figures the one that changed.
    pub figure: Key,
    /// The figure that such a change is measured from.
    pub reference: Option<Key>,
    /// What it is, in words.
    pub label: String,
    /// Its exact value, as the program writes it.
    pub value: String,
}

/// What should stand instead of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The right number with its word, in the decimals of the text: "6,8 % flere".
    pub wording: String,
    /// What went wrong, where that can be told.
    pub cause: Option<String>,
}

/// Lines above a table that may be its head.
const LINES_OF_A_HEAD: usize = 40;

/// The figures, ready for texts to be held against them. Making it costs more than the check of
/// a text; it serves any number of texts.
#[derive(Debug)]
pub struct TextCheck<'f> {
    figures: &'f Figures,
    subjects: Vec<Subject>,
    customers: HashSet<String>,
}

impl<'f> TextCheck<'f> {
    /// Gathers what can be said of the figures.
    pub fn of(figures: &'f Figures) -> Self {
        Self { figures, subjects: subjects(figures), customers: customer_words(figures) }
    }

    /// Holds every number of a document against the figures, in the order of the text.
    pub fn check(&self, document: &Document) -> Vec<TextFinding> {
        self.check_reporting(document, &|_, _| true).unwrap_or_default()
    }

    /// The same. `report` gets the number of judged sentences and of all, and returns whether to go
    /// on; `None` where it stopped.
    pub fn check_reporting(
        &self,
        document: &Document,
        report: &dyn Fn(usize, usize) -> bool,
    ) -> Option<Vec<TextFinding>> {
        let mut findings = in_our_tables(self.figures, document);
        let in_tables: HashSet<usize> = findings.iter().map(|finding| finding.line).collect();
        let mut before: Vec<Context> = Vec::new();
        let sentences = sentences(document);
        for (done, sentence) in sentences.iter().enumerate() {
            if !report(done, sentences.len()) {
                return None;
            }
            if sentence.lines().any(|line| in_tables.contains(&line)) {
                continue;
            }
            let context = self.sentence(sentence, &before, &mut findings);
            // A row of a table has its head above it, not the row before.
            if !sentence.is_row {
                before.push(context);
            }
        }
        // What stands on one line is in order already.
        findings.sort_by_key(|finding| finding.line);
        Some(findings)
    }

    /// Judges the numbers of a sentence; gives back what it speaks of.
    fn sentence(
        &self,
        sentence: &Sentence,
        before: &[Context],
        findings: &mut Vec<TextFinding>,
    ) -> Context {
        let parts = parts(&sentence.text);
        let last = before.last().filter(|_| sentence.follows);
        let context = Context::of(sentence, &parts, last, &self.customers);
        if sentence.is_row {
            let head = before.iter().rev().take(LINES_OF_A_HEAD);
            let context = context.below(head);
            findings.extend(table::row(self, sentence, &context));
            return context;
        }
        findings.extend(self.judged_with_words(sentence, &parts, &context));
        findings.extend(outcome::findings(self.figures, sentence, &parts, &context));
        context
    }

    /// The numbers of a sentence, judged.
    fn judged(&self, sentence: &Sentence, parts: &Parts, context: &Context) -> Vec<TextFinding> {
        let claims = claims(sentence, parts, context.part_before, self.figures.report_year());
        let finding = |claim: &Claim<'_>| {
            let outcome = judge(claim, context, &self.subjects);
            wording::finding(self.figures, sentence, claim, outcome)
        };
        claims.iter().map(finding).collect()
    }

    /// The judged numbers of a sentence, with those that are written in words. A word that is no
    /// count ("de to siste") is left out.
    fn judged_with_words(
        &self,
        sentence: &Sentence,
        parts: &Parts,
        context: &Context,
    ) -> Vec<TextFinding> {
        let in_words = said_numbers(&parts.words);
        let mut judged: Vec<(usize, TextFinding)> = parts
            .numbers
            .iter()
            .map(|number| number.place.start)
            .zip(self.judged(sentence, parts, context))
            .collect();
        if in_words.is_empty() {
            return judged.into_iter().map(|(_, finding)| finding).collect();
        }
        let mut numbers: Vec<Number> = parts.numbers.iter().chain(&in_words).cloned().collect();
        numbers.sort_by_key(|number| number.place.start);
        let all = Parts { words: parts.words.clone(), numbers };
        let is_in_words =
            |claim: &Claim<'_>| in_words.iter().any(|number| number.place == claim.number.place);
        let claims = claims(sentence, &all, context.part_before, self.figures.report_year());
        for claim in claims.iter().filter(|claim| is_in_words(claim)) {
            let outcome = judge(claim, context, &self.subjects);
            if self.is_told_of(&outcome, context, claim) {
                let finding = wording::finding(self.figures, sentence, claim, outcome);
                judged.push((claim.number.place.start, finding));
            }
        }
        judged.sort_by_key(|(at, _)| *at);
        judged.into_iter().map(|(_, finding)| finding).collect()
    }

    /// Whether a number was recognised and stands beside the thing that it counts.
    fn is_told_of(&self, outcome: &Standing<'_>, context: &Context, claim: &Claim<'_>) -> bool {
        let (Standing::Agrees(fact) | Standing::Contradicts(fact, _)) = outcome else {
            return false;
        };
        let of_fact = self.subjects.iter().filter(|subject| subject.facts.contains(fact));
        of_fact.into_iter().any(|subject| context.stands_beside(claim.number, &subject.words))
    }
}

/// What stands in the tables of a document that are ours.
fn in_our_tables(figures: &Figures, document: &Document) -> Vec<TextFinding> {
    let mut tables = counted(figures, document);
    tables.extend(statements(figures, document));
    let mut findings: Vec<TextFinding> =
        tables.iter().flat_map(|table| table.findings(figures, document)).collect();
    findings.sort_by_key(|finding| finding.line);
    findings
}

/// The words of customers' names that are not words of the company's name.
fn customer_words(figures: &Figures) -> HashSet<String> {
    let project = figures.project();
    let company: HashSet<String> = word::words(&project.settings.company).collect();
    let vocabulary = Vocabulary::get();
    let names = project.customers.iter().flat_map(|customer| word::words(&customer.name));
    names
        .filter(|word| word.chars().count() > 3 && !company.contains(word))
        .filter(|word| !vocabulary.is_empty_word(word))
        .collect()
}

impl Verdict {
    /// The figure that is meant.
    pub fn meant(&self) -> Option<&Meant> {
        match self {
            Self::Agrees(meant) | Self::Contradicts(meant, _) => Some(meant),
            Self::Unknown => None,
        }
    }
}
