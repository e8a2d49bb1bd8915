//! Rows of tables. Where columns are parted by spaces as thousands are, the figures decide which
//! space parts what.

use super::context::Context;
use super::number::{Parts, parts};
use super::prose::Sentence;
use super::{TextCheck, TextFinding, Verdict};

/// A reading of a row: where its numbers are parted, and how each is judged.
struct Reading {
    row: Sentence,
    parts: Parts,
    findings: Vec<TextFinding>,
}

impl Reading {
    fn of(check: &TextCheck<'_>, row: Sentence, context: &Context) -> Self {
        let parts = parts(&row.text);
        let findings = check.judged(&row, &parts, context);
        Self { row, parts, findings }
    }

    fn is_figure(&self, index: usize) -> bool {
        self.findings
            .get(index)
            .is_some_and(|finding| matches!(finding.verdict, Verdict::Agrees(_)))
    }

    /// Whether a number is a figure to the øre, which is no chance.
    fn is_exact_figure(&self, index: usize) -> bool {
        self.is_figure(index)
            && self.parts.numbers.get(index).is_some_and(|number| number.decimals == 2)
    }

    /// The places of the spaces at which the number at `index` could be parted in two.
    fn spaces(&self, index: usize) -> Vec<usize> {
        let Some(number) = self.parts.numbers.get(index) else { return Vec::new() };
        let digits = self.row.text.get(number.place.clone()).unwrap_or_default();
        let can_begin = |at: usize| {
            let rest = &digits[at + 1..];
            !rest.starts_with('0') || rest.starts_with("0,")
        };
        let spaces = digits.match_indices(' ').filter(|(at, _)| can_begin(*at));
        spaces.map(|(at, _)| number.place.start + at).collect()
    }
}

/// The judged numbers of a row. A number that is no figure is split at a space if both parts then
/// are figures, or else one: "240 000 409 412,50", or the number of a note before an amount.
pub(super) fn row(
    check: &TextCheck<'_>,
    sentence: &Sentence,
    context: &Context,
) -> Vec<TextFinding> {
    let mut reading = Reading::of(check, sentence.clone(), context);
    let mut index = 0;
    while index < reading.parts.numbers.len() {
        if reading.findings[index].verdict == Verdict::Unknown
            && let Some(parted) = parted(check, &reading, index, context)
        {
            reading = parted;
        }
        index += 1;
    }
    reading.findings
}

fn parted(
    check: &TextCheck<'_>,
    reading: &Reading,
    index: usize,
    context: &Context,
) -> Option<Reading> {
    let text = &reading.row.text;
    let part = |at: usize| {
        let text = format!("{}\t{}", &text[..at], &text[at + 1..]);
        Reading::of(check, reading.row.with_text(text), context)
    };
    let readings: Vec<Reading> = reading.spaces(index).into_iter().map(part).collect();
    let both = |reading: &Reading| reading.is_figure(index) && reading.is_figure(index + 1);
    let either =
        |reading: &Reading| reading.is_exact_figure(index) || reading.is_exact_figure(index + 1);
    let best = readings.iter().position(both).or_else(|| readings.iter().position(either))?;
    readings.into_iter().nth(best)
}
