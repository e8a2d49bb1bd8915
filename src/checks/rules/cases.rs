//! Cases by day: gaps, working days without any, days to come, sources that do not agree.

use std::collections::HashSet;

use crate::calendar::{Date, Span, day_from_number, day_number, is_workday};
use crate::checks::{Area, Finding, Said, Where};
use crate::figures::Figures;
use crate::issue::Severity;
use crate::message;
use crate::project::{CaseBatch, Source, SourceKind};
use crate::words::date_long;

/// Adds what is off in the days of the cases.
pub fn push(findings: &mut Vec<Finding>, figures: &Figures, today: Date) {
    push_days(findings, figures, today);
    push_unfinished(findings, figures, today);
    push_disagreements(findings, figures);
    push_doubles(findings, figures);
}

fn push_days(findings: &mut Vec<Finding>, figures: &Figures, today: Date) {
    let Some(span) = figures.volumes().span() else { return };
    let today = day_number(today);
    let mut last = None;
    let mut to_come = 0_u32;
    for (number, cases, _) in figures.volumes().days_from(day_number(span.first)) {
        if let Some(last) = last.filter(|last| last + 1 < number) {
            findings.push(gap(Span::new(day_from_number(last + 1), day_from_number(number - 1))));
        }
        last = Some(number);
        if cases == 0 && is_workday(day_from_number(number)) {
            findings.push(empty_workday(day_from_number(number)));
        }
        if number > today {
            to_come = to_come.saturating_add(cases);
        }
    }
    if to_come > 0 {
        let message = message!("check-cases-to-come", count = to_come);
        let place = Where::area(Area::Cases).table("days");
        let made_of = [to_come.to_string()];
        let made_of = [made_of[0].as_str()];
        findings.push(Finding::new("future", Severity::Error, message, place, &made_of));
    }
}

fn gap(span: Span) -> Finding {
    let days = span.len_days();
    let message = message!(
        "check-case-gap",
        count = days,
        first = date_long(span.first),
        last = date_long(span.last),
    );
    let place = Where::area(Area::Cases).table("days").row(span.first.to_string());
    let made_of = [span.first.to_string(), span.last.to_string()];
    let made_of = made_of.each_ref().map(String::as_str);
    let finding = Finding::new("case-gap", Severity::Warning, message, place, &made_of);
    finding.and_at(Where::area(Area::Sources).table("sources"))
}

fn empty_workday(day: Date) -> Finding {
    let message = message!("check-empty-workday", day = date_long(day));
    let place = Where::area(Area::Cases).table("days").row(day.to_string());
    let finding = Finding::new(
        "empty-workday",
        Severity::Warning,
        message,
        place,
        &[day.to_string().as_str()],
    );
    Finding { found: Some(Said::count(0)), ..finding }
}

/// A year that is over and of which not every day is known.
fn push_unfinished(findings: &mut Vec<Finding>, figures: &Figures, today: Date) {
    let year = Span::year(figures.report_year());
    let Some(known) = figures.volumes().span() else { return };
    if today <= year.last || known.last >= year.last || known.last < year.first {
        return;
    }
    let message = message!(
        "check-year-unfinished",
        year = figures.report_year().to_string(),
        day = date_long(known.last),
    );
    let place = Where::area(Area::Sources).table("sources");
    let made_of = known.last.to_string();
    findings.push(Finding::new("year-unfinished", Severity::Warning, message, place, &[&made_of]));
}

/// Days on which case rows and day counts differ; the rows count.
fn push_disagreements(findings: &mut Vec<Finding>, figures: &Figures) {
    let days = &figures.volumes().disagreements;
    let Some(first) = days.first() else { return };
    let message = message!(
        "check-day-count-differs",
        count = days.len(),
        day = date_long(first.date),
        rows = first.rows,
        counted = first.day_count,
    );
    let place = Where::area(Area::Cases).table("days").row(first.date.to_string());
    let made_of: Vec<String> =
        days.iter().map(|day| format!("{} {} {}", day.date, day.rows, day.day_count)).collect();
    let made_of: Vec<&str> = made_of.iter().map(String::as_str).collect();
    let finding = Finding::new("day-count-differs", Severity::Warning, message, place, &made_of);
    findings.push(finding.with_values(Said::count(first.rows), Said::count(first.day_count)));
}

/// Cases that two streams have in common. The import identifies a case by system and number, so
/// one system under two names counts its cases twice.
fn push_doubles(findings: &mut Vec<Finding>, figures: &Figures) {
    let project = figures.project();
    let of_cases = |source: &&Source| source.stream.kind == SourceKind::Cases;
    let sources: Vec<&Source> = project.sources.iter().filter(of_cases).collect();
    for (at, first) in sources.iter().enumerate() {
        for second in sources[at + 1..].iter().filter(|other| other.stream != first.stream) {
            let both = first.period.zip(second.period);
            let Some(shared) = both.and_then(|(a, b)| a.intersection(&b)) else { continue };
            let batch =
                |source: &Source| project.cases.iter().find(|batch| batch.source == source.id);
            let Some((a, b)) = batch(first).zip(batch(second)) else { continue };
            let numbers: HashSet<&str> = numbers_in(a, shared).collect();
            let count = numbers_in(b, shared).filter(|number| numbers.contains(number)).count();
            if count > 0 {
                findings.push(double(first, second, count));
            }
        }
    }
}

fn numbers_in(batch: &CaseBatch, span: Span) -> impl Iterator<Item = &str> {
    let inside = batch.rows.iter().filter(move |case| span.contains(case.registered.day()));
    inside.map(|case| &*case.number).filter(|number| !number.is_empty())
}

fn double(first: &Source, second: &Source, count: usize) -> Finding {
    let message = message!(
        "check-case-double",
        count = count,
        first = first.file.as_str(),
        second = second.file.as_str(),
    );
    let at = |source: &Source| {
        let place = Where::area(Area::Sources).table("sources").row(source.file.as_str());
        Where { file: Some(source.file.clone()), ..place }
    };
    let made_of = [first.sha256.as_str(), &second.sha256, &count.to_string()];
    Finding::new("case-double", Severity::Warning, message, at(first), &made_of).and_at(at(second))
}
