//! Cases by day: gaps, working days without any, sources that do not agree or have the same cases.

use std::collections::HashSet;

use super::Inspection;
use crate::calendar::{Date, Span, day_from_number, day_number, is_workday};
use crate::checks::rule::{finding, rules};
use crate::checks::{Area, Finding, Said, Where};
use crate::figures::{Address, Key};
use crate::message;
use crate::project::{CaseBatch, Source, SourceKind};
use crate::words::date_long;

rules! {
    /// Between the first and the last day of the cases every day is known.
    GAP { id: "case-gap", severity: Warning, words: "check-case-gap", find: Some(gaps) }
    /// A working day has cases.
    EMPTY_WORKDAY {
        id: "empty-workday", severity: Warning, words: "check-empty-workday",
        find: Some(empty_workdays),
    }
    /// Of a year that is over, every day is known.
    UNFINISHED {
        id: "year-unfinished", severity: Warning, words: "check-year-unfinished",
        find: Some(unfinished),
    }
    /// Case rows and day counts of one day agree.
    DISAGREEMENT {
        id: "day-count-differs", severity: Warning, words: "check-day-count-differs",
        find: Some(disagreements),
    }
    /// A case counts once.
    DOUBLE { id: "case-double", severity: Warning, words: "check-case-double", find: Some(doubles) }
}

/// The days of the cases with their number, as numbers of days.
pub(super) fn days(inspection: &Inspection<'_>) -> Vec<(i32, u32)> {
    let volumes = inspection.figures().volumes();
    let Some(span) = volumes.span() else { return Vec::new() };
    volumes.days_from(day_number(span.first)).map(|(day, cases, _)| (day, cases)).collect()
}

fn at_day(day: Date) -> Where {
    let place = Where::area(Area::Cases).table("days").row(day.to_string());
    place.at(Address::Figure(Key::Day(day)))
}

fn gaps(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for pair in days(inspection).windows(2) {
        let [(last, _), (next, _)] = pair else { continue };
        if last + 1 < *next {
            let gap = Span::new(day_from_number(last + 1), day_from_number(next - 1));
            let finding = finding!(
                GAP,
                at_day(gap.first),
                &[gap.first.to_string(), gap.last.to_string()],
                count = gap.len_days(),
                first = date_long(gap.first),
                last = date_long(gap.last),
            );
            findings.push(finding.and_at(Where::area(Area::Sources).table("sources")));
        }
    }
    findings
}

fn empty_workdays(inspection: &Inspection<'_>) -> Vec<Finding> {
    let empty = days(inspection).into_iter().filter(|(_, cases)| *cases == 0);
    let empty = empty.map(|(day, _)| day_from_number(day)).filter(|day| is_workday(*day));
    let finding = |day: Date| {
        let made_of = [day.to_string()];
        finding!(EMPTY_WORKDAY, at_day(day), &made_of, day = date_long(day))
    };
    empty.map(|day| Finding { found: Some(Said::count(0)), ..finding(day) }).collect()
}

fn unfinished(inspection: &Inspection<'_>) -> Vec<Finding> {
    let figures = inspection.figures();
    let year = Span::year(figures.report_year());
    let Some(known) = figures.volumes().span() else { return Vec::new() };
    if inspection.today <= year.last || known.last >= year.last || known.last < year.first {
        return Vec::new();
    }
    vec![finding!(
        UNFINISHED,
        Where::area(Area::Sources).table("sources"),
        &[known.last.to_string()],
        year = figures.report_year().to_string(),
        day = date_long(known.last),
    )]
}

/// Days on which case rows and day counts differ; the rows count.
fn disagreements(inspection: &Inspection<'_>) -> Vec<Finding> {
    let days = &inspection.figures().volumes().disagreements;
    let Some(first) = days.first() else { return Vec::new() };
    let made_of: Vec<String> =
        days.iter().map(|day| format!("{} {} {}", day.date, day.rows, day.day_count)).collect();
    let finding = finding!(
        DISAGREEMENT,
        at_day(first.date),
        &made_of,
        count = days.len(),
        day = date_long(first.date),
        rows = first.rows,
        counted = first.day_count,
    );
    vec![finding.with_values(Said::count(first.rows), Said::count(first.day_count))]
}

fn doubles(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = in_two_streams(inspection);
    findings.extend(twice_in_one_export(inspection));
    findings
}

/// Cases that two streams have in common. The import identifies a case by system and number, so
/// one system under two names counts its cases twice.
fn in_two_streams(inspection: &Inspection<'_>) -> Vec<Finding> {
    let project = inspection.project();
    let of_cases = |source: &&Source| source.stream.kind == SourceKind::Cases;
    let sources: Vec<&Source> = project.sources.iter().filter(of_cases).collect();
    let mut findings = Vec::new();
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
                let finding = finding!(
                    DOUBLE,
                    Where::source(first),
                    &[first.sha256.as_str(), &second.sha256, &count.to_string()],
                    count = count,
                    first = first.file.as_str(),
                    second = second.file.as_str(),
                );
                findings.push(finding.and_at(Where::source(second)));
            }
        }
    }
    findings
}

fn numbers_in(batch: &CaseBatch, span: Span) -> impl Iterator<Item = &str> {
    let inside = batch.rows.iter().filter(move |case| span.contains(case.registered.day()));
    inside.map(|case| &*case.number).filter(|number| !number.is_empty())
}

/// Cases that one export has twice with different values; the last row counts.
fn twice_in_one_export(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in inspection.project().sources.iter() {
        let Some((row, by)) = source.replaced.first() else { continue };
        let message = message!(
            "check-case-replaced",
            count = source.replaced.len(),
            file = source.file.as_str(),
            row = row.to_string(),
            by = by.to_string(),
        );
        let place = Where { cell: source.cell_name("number", *row), ..Where::source(source) };
        let made_of = [&source.sha256, &source.sheet];
        findings.push(Finding::new(&DOUBLE, message, place, &made_of));
    }
    findings
}
