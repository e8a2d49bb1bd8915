//! Labels and texts against the period of the data that they stand with.

use crate::calendar::{Date, Span, YEARS, Year, day_from_number, day_number};
use crate::checks::project_values::{table_home, take_origin};
use crate::checks::{Area, Finding, Said, Where};
use crate::figures::Figures;
use crate::issue::Severity;
use crate::project::{Minute, Project, SourceId, TableId};
use crate::words::date_long;
use crate::{message, t};

/// Adds tables without rows of the report year, texts that speak of another year, and rows
/// outside of the period that their source states.
pub fn push(findings: &mut Vec<Finding>, figures: &Figures) {
    push_tables(findings, figures);
    push_texts(findings, figures);
    push_rows_outside(findings, figures);
}

/// The years that the rows of a table are of; rows without a year are left out.
fn years_of(project: &Project, table: TableId) -> Vec<Year> {
    let of_days = |days: &mut dyn Iterator<Item = Option<Date>>| {
        days.flatten().map(Date::year).collect::<Vec<Year>>()
    };
    match table {
        TableId::Staff => of_days(&mut project.staff.iter().map(|row| row.date)),
        TableId::Gender => of_days(&mut project.gender.iter().map(|row| row.date)),
        TableId::Events => {
            of_days(&mut project.events.iter().map(|event| event.start.map(Minute::day)))
        }
        TableId::Turnover => project.turnover.iter().filter_map(|row| row.year).collect(),
        TableId::SickLeave => project.sick_leave.iter().filter_map(|row| row.year).collect(),
        TableId::Goals => project.goals.iter().filter_map(|goal| goal.year).collect(),
        _ => Vec::new(),
    }
}

/// A table of which rows are known, but none of the report year.
fn push_tables(findings: &mut Vec<Finding>, figures: &Figures) {
    let year = figures.report_year();
    for table in TableId::ALL {
        let years = years_of(figures.project(), table);
        let Some(latest) = years.iter().max().copied() else { continue };
        if years.contains(&year) {
            continue;
        }
        let (area, name) = table_home(table);
        let message = message!(
            "check-table-year",
            table = t!(table.word_key()),
            latest = latest.to_string(),
            year = year.to_string(),
        );
        let made_of = [name, &latest.to_string(), &year.to_string()];
        let place = Where::area(area).table(name);
        let finding = Finding::new("period-label", Severity::Warning, message, place, &made_of);
        findings.push(finding.with_values(said_year(year), said_year(latest)));
    }
}

fn said_year(year: Year) -> Said {
    Said::Words(message!("said", text = year.to_string()))
}

/// A text with the year of the data that it stands with.
struct Text<'t> {
    table: TableId,
    row: usize,
    column: &'static str,
    year: Year,
    text: &'t str,
}

fn texts(project: &Project) -> Vec<Text<'_>> {
    let mut all = Vec::new();
    for (row, goal) in project.goals.iter().enumerate() {
        let Some(year) = goal.year else { continue };
        let texts: [(_, &str); 3] = [
            ("measure", &goal.measure),
            ("target_text", &goal.target_text),
            ("remark", &goal.remark),
        ];
        all.extend(texts.map(|(column, text)| Text {
            table: TableId::Goals,
            row,
            column,
            year,
            text,
        }));
    }
    for (row, event) in project.events.iter().enumerate() {
        let Some(year) = event.start.map(|start| start.day().year()) else { continue };
        let texts: [(_, &str); 2] = [("title", &event.title), ("text", &event.text)];
        all.extend(texts.map(|(column, text)| Text {
            table: TableId::Events,
            row,
            column,
            year,
            text,
        }));
    }
    for (row, remark) in project.remarks.iter().enumerate() {
        let Some(year) = remark.year else { continue };
        let text = remark.remark.as_str();
        all.push(Text { table: TableId::Remarks, row, column: "remark", year, text });
    }
    for (row, turnover) in project.turnover.iter().enumerate() {
        let Some(year) = turnover.year else { continue };
        let text = turnover.category.as_str();
        all.push(Text { table: TableId::Turnover, row, column: "category", year, text });
    }
    all
}

/// Texts that name years, but not the year of their data. A text that compares years may name
/// another.
fn push_texts(findings: &mut Vec<Finding>, figures: &Figures) {
    let project = figures.project();
    for text in texts(project) {
        let years = years_in(text.text);
        let Some(named) = years.first().copied() else { continue };
        if years.contains(&text.year) || compares(text.text) {
            continue;
        }
        let (area, name) = table_home(text.table);
        let key = project.rows(text.table).key(text.row);
        let mut place = Where::area(area).table(name).row(key.as_str()).column(text.column);
        take_origin(&mut place, figures, text.table, text.row, text.column);
        let message = message!(
            "check-text-year",
            text = text.text,
            named = named.to_string(),
            year = text.year.to_string(),
        );
        let made_of = [name, &key, text.column, text.text];
        let finding = Finding::new("period-label", Severity::Note, message, place, &made_of);
        findings.push(finding.with_values(said_year(text.year), said_year(named)));
    }
}

/// The years that a text names, in its order: 2021, 31.12.2021.
pub(super) fn years_in(text: &str) -> Vec<Year> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    words.filter_map(|digits| digits.parse().ok()).filter(|year| YEARS.contains(year)).collect()
}

/// Words of a text that holds its year against another, or tells of what goes on over years.
const COMPARING: [&str; 14] = [
    "enn",
    "fra",
    "mot",
    "siden",
    "etter",
    "før",
    "til",
    "innen",
    "sammenlignet",
    "sammenliknet",
    "forhold",
    "tidligere",
    "fjor",
    "forrige",
];

fn compares(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.into_iter().any(|word| COMPARING.contains(&word.as_str()))
}

/// Cases that lie outside of the period that their source states or has for its rows.
fn push_rows_outside(findings: &mut Vec<Finding>, figures: &Figures) {
    let project = figures.project();
    // The span of a batch tells whether a row can lie outside at all. Only then are its rows read.
    let is_inside = |source: SourceId| {
        let period = project.source(source).and_then(|source| source.period);
        let mut spans = figures.volumes().batches().iter().filter(|(id, _)| *id == source);
        period.is_none_or(|period| spans.all(|(_, span)| period.hull(span) == period))
    };
    let cases = project.cases.iter().filter(|batch| !is_inside(batch.source));
    let cases = cases.filter_map(|batch| {
        let days = batch.rows.iter().map(|case| case.registered.day_number());
        outside(project, batch.source, days)
    });
    let counted = project.day_counts.iter().filter_map(|batch| {
        let days = batch.rows.iter().map(|count| day_number(count.date));
        outside(project, batch.source, days)
    });
    findings.extend(cases.chain(counted).map(stray));
}

/// The source's file and period, the first of these days that is outside of it, and how many are.
fn outside(
    project: &Project,
    source: SourceId,
    days: impl Iterator<Item = i32>,
) -> Option<(String, Span, Date, usize)> {
    let source = project.source(source)?;
    let period = source.period?;
    let known = day_number(period.first)..=day_number(period.last);
    let mut strays = days.filter(|day| !known.contains(day));
    let first = strays.next()?;
    Some((source.file.clone(), period, day_from_number(first), strays.count() + 1))
}

fn stray((file, period, first, count): (String, Span, Date, usize)) -> Finding {
    let message = message!(
        "check-rows-outside",
        count = count,
        file = file.as_str(),
        first = date_long(period.first),
        last = date_long(period.last),
        day = date_long(first),
    );
    let place = Where::area(Area::Sources).table("sources").row(file.as_str());
    let made_of = [file.as_str(), &first.to_string(), &count.to_string()];
    let place = Where { file: Some(file.clone()), ..place };
    Finding::new("period-label", Severity::Warning, message, place, &made_of)
}
