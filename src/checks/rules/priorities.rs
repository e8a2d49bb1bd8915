//! Priorities that nobody has explained, and cases that were closed before they were registered.

use crate::checks::{Area, Finding, Said, Where};
use crate::figures::{Figures, UnknownPriority};
use crate::issue::Severity;
use crate::message;
use crate::project::SourceId;

/// Adds what is off in the priorities and the times of the cases.
pub fn push(found: &mut Vec<Finding>, figures: &Figures) {
    push_unknown(found, figures);
    push_closed_before(found, figures);
}

/// One finding for each system: which words wait, and how many cases.
fn push_unknown(found: &mut Vec<Finding>, figures: &Figures) {
    let unknown = figures.unknown_priorities();
    let system_of = |id: SourceId| {
        figures.project().source(id).map_or("", |source| source.stream.system.as_str())
    };
    let mut systems: Vec<&str> = unknown.iter().map(|own| system_of(own.source)).collect();
    systems.sort_unstable();
    systems.dedup();
    for system in systems {
        let own: Vec<&UnknownPriority> =
            unknown.iter().filter(|word| system_of(word.source) == system).collect();
        let newest = own.iter().map(|word| word.source).max();
        let Some(source) = newest.and_then(|id| figures.project().source(id)) else { continue };
        let words: Vec<String> =
            own.iter().map(|word| format!("«{}» ({})", word.word, word.cases)).collect();
        let cases = own.iter().map(|word| word.cases).fold(0, u32::saturating_add);
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
        found.push(finding.and_at(Where { file: Some(source.file.clone()), ..at }));
    }
}

/// One finding for each source: how many cases, and the first of them.
fn push_closed_before(found: &mut Vec<Finding>, figures: &Figures) {
    for own in figures.closed_before() {
        let Some(source) = figures.project().source(own.source) else { continue };
        let (count, row) = (own.cases, own.first_row);
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
        found.push(Finding { found: Some(Said::count(count)), ..finding });
    }
}
