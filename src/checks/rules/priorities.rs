//! Priorities without an explanation, cases that were closed before they were registered, and
//! priorities whose cases take longer than those of a lower priority.

use super::Inspection;
use crate::checks::rule::{finding, rules};
use crate::checks::{Area, Finding, Said, Where, place_of};
use crate::figures::{Key, UnknownPriority, Yearly};
use crate::number::Decimal;
use crate::project::SourceId;

rules! {
    /// A word for a priority has an explanation.
    UNKNOWN {
        id: "priority-unknown", severity: Warning, words: "check-priority-unknown",
        find: Some(unknown),
    }
    /// A case is closed after it was registered.
    CLOSED_BEFORE {
        id: "closed-before", severity: Warning, words: "check-closed-before",
        find: Some(closed_before),
    }
    /// Cases of a higher priority take less time.
    SLOW { id: "priority-slow", severity: Note, words: "check-priority-slow", find: Some(slow) }
}

/// One finding for each system: which words wait, and how many cases.
fn unknown(inspection: &Inspection<'_>) -> Vec<Finding> {
    let figures = inspection.figures();
    let mut findings = Vec::new();
    let unknown = figures.unknown_priorities();
    let system_of = |id: SourceId| {
        figures.project().source(id).map_or("", |source| source.stream.system.as_str())
    };
    let mut systems: Vec<&str> = unknown.iter().map(|word| system_of(word.source)).collect();
    systems.sort_unstable();
    systems.dedup();
    for system in systems {
        let waiting: Vec<&UnknownPriority> =
            unknown.iter().filter(|word| system_of(word.source) == system).collect();
        let newest = waiting.iter().map(|word| word.source).max();
        let Some(source) = newest.and_then(|id| figures.project().source(id)) else { continue };
        let words: Vec<String> =
            waiting.iter().map(|word| format!("«{}» ({})", word.word, word.cases)).collect();
        let cases = waiting.iter().map(|word| word.cases).fold(0, u32::saturating_add);
        let finding = finding!(
            UNKNOWN,
            Where::area(Area::Cases).table("incidents"),
            &words,
            cases = cases,
            file = source.file.as_str(),
            words = words.join(", "),
        );
        findings.push(finding.and_at(Where::source(source)));
    }
    findings
}

/// One finding for each source: how many cases, and the first of them.
fn closed_before(inspection: &Inspection<'_>) -> Vec<Finding> {
    let figures = inspection.figures();
    let mut findings = Vec::new();
    for closed in figures.closed_before() {
        let Some(source) = figures.project().source(closed.source) else { continue };
        let (count, row) = (closed.cases, closed.first_row);
        let place = Where {
            sheet: Some(source.sheet.clone()).filter(|sheet| !sheet.is_empty()),
            cell: source.cell_name("closed", row),
            ..Where::source(source)
        };
        let finding = finding!(
            CLOSED_BEFORE,
            place,
            &[source.sha256.as_str(), &source.sheet, &count.to_string()],
            count = count,
            file = source.file.as_str(),
            row = row.to_string(),
        );
        findings.push(Finding { found: Some(Said::count(count)), ..finding });
    }
    findings
}

/// Priorities as their exports are read, the most urgent first.
const BY_URGENCY: [&str; 4] = ["A", "B", "C", "D"];

/// One finding for each priority whose cases took at least twice as long as those of the next lower
/// one; less may be chance. Mostly it is a priority that is set afterwards, or cases that nobody has
/// closed in time.
fn slow(inspection: &Inspection<'_>) -> Vec<Finding> {
    let figures = inspection.figures();
    let mut findings = Vec::new();
    let year = figures.report_year();
    let medians = BY_URGENCY.map(|word| {
        let key = Key::Yearly(year, Yearly::MedianHours(Some(word.to_owned())));
        figures.value(&key).map(|hours| (word, key, hours))
    });
    let known: Vec<_> = medians.into_iter().flatten().collect();
    for pair in known.windows(2) {
        let [(urgent, key, hours), (ordinary, other, other_hours)] = pair else { continue };
        if *hours < other_hours.saturating_mul(Decimal::TWO) || hours == other_hours {
            continue;
        }
        let [text, other_text] = [key, other].map(|key| figures.figure(key).text());
        let finding = finding!(
            SLOW,
            place_of(figures, key),
            &[*urgent, &text, &other_text],
            urgent = *urgent,
            ordinary = *ordinary,
            hours = text.as_str(),
            others = other_text.as_str(),
            year = year.to_string(),
        );
        findings.push(finding.and_at(place_of(figures, other)));
    }
    findings
}
