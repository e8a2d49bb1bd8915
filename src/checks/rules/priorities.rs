//! Priorities without an explanation, cases that were closed before they were registered, and
//! priorities whose cases take longer than those of a lower priority.

use crate::checks::{Area, Finding, Said, Where};
use crate::figures::{Figures, Key, UnknownPriority, Yearly};
use crate::issue::Severity;
use crate::message;
use crate::number::Decimal;
use crate::project::SourceId;

/// Adds what is off in the priorities and the times of the cases.
pub fn push(findings: &mut Vec<Finding>, figures: &Figures) {
    push_unknown(findings, figures);
    push_closed_before(findings, figures);
    push_slow(findings, figures);
}

/// One finding for each system: which words wait, and how many cases.
fn push_unknown(findings: &mut Vec<Finding>, figures: &Figures) {
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
        let message = message!(
            "check-priority-unknown",
            cases = cases,
            file = source.file.as_str(),
            words = words.join(", "),
        );
        let place = Where::area(Area::Cases).table("incidents");
        let made_of: Vec<&str> = words.iter().map(String::as_str).collect();
        let finding = Finding::new("priority-unknown", Severity::Warning, message, place, &made_of);
        let at = Where::area(Area::Sources).table("sources").row(source.file.as_str());
        findings.push(finding.and_at(Where { file: Some(source.file.clone()), ..at }));
    }
}

/// One finding for each source: how many cases, and the first of them.
fn push_closed_before(findings: &mut Vec<Finding>, figures: &Figures) {
    for closed in figures.closed_before() {
        let Some(source) = figures.project().source(closed.source) else { continue };
        let (count, row) = (closed.cases, closed.first_row);
        let message = message!(
            "check-closed-before",
            count = count,
            file = source.file.as_str(),
            row = row.to_string(),
        );
        let place = Where::area(Area::Sources).table("sources").row(source.file.as_str());
        let place = Where {
            file: Some(source.file.clone()),
            sheet: Some(source.sheet.clone()).filter(|sheet| !sheet.is_empty()),
            cell: source.cell_name("closed", row),
            ..place
        };
        let made_of = [source.sha256.as_str(), &source.sheet, &count.to_string()];
        let finding = Finding::new("closed-before", Severity::Warning, message, place, &made_of);
        findings.push(Finding { found: Some(Said::count(count)), ..finding });
    }
}

/// Priorities as their exports are read, the most urgent first.
const BY_URGENCY: [&str; 4] = ["A", "B", "C", "D"];

/// One finding for each priority whose cases took at least twice as long as those of the next lower
/// one; less may be chance. Mostly it is a priority that is set afterwards, or cases that nobody has
/// closed in time.
fn push_slow(findings: &mut Vec<Finding>, figures: &Figures) {
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
        let message = message!(
            "check-priority-slow",
            urgent = *urgent,
            ordinary = *ordinary,
            hours = text.as_str(),
            others = other_text.as_str(),
            year = year.to_string(),
        );
        let place = crate::checks::place_of(figures, key);
        let made_of = [*urgent, &text, &other_text];
        let finding = Finding::new("priority-slow", Severity::Note, message, place, &made_of);
        findings.push(finding.and_at(crate::checks::place_of(figures, other)));
    }
}
