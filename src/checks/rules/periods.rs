//! Labels and texts against the period of the data that they stand with.

use super::{Inspection, order};
use crate::calendar::{Date, YEARS, Year, day_from_number, day_number};
use crate::checks::identities::date_in;
use crate::checks::project_values::{table_home, take_origin};
use crate::checks::rule::{finding, rules};
use crate::checks::{Area, Finding, Said, Where};
use crate::issue::Severity;
use crate::message;
use crate::project::{Minute, Project, Source, SourceId, TableId};
use crate::t;
use crate::words::date_long;

rules! {
    /// What names a period is of that period.
    PERIOD { id: "period-label", severity: Warning, words: "check-table-year", find: Some(labels) }
}

/// File names, groups, tables, texts, rows and vouchers that are of another period than they say.
fn labels(inspection: &Inspection<'_>) -> Vec<Finding> {
    let project = inspection.project();
    let mut findings = vouchers(project);
    findings.extend(project.sources.iter().filter_map(file_name));
    findings.extend(groups(inspection));
    findings.extend(tables(inspection));
    findings.extend(texts(project).iter().filter_map(|text| text_year(inspection, text)));
    findings.extend(rows_outside(inspection));
    findings
}

/// Vouchers dated in another year than the ledger's; opening and closing periods may be.
fn vouchers(project: &Project) -> Vec<Finding> {
    let mut findings = Vec::new();
    for batch in project.ledger.iter() {
        let months = batch.rows.iter().filter(|row| (1..=12).contains(&row.period));
        let mut strays = months.filter(|row| row.day.is_some_and(|day| day.year() != batch.year));
        let Some(first) = strays.next() else { continue };
        let count = strays.count() + 1;
        let year = batch.year.to_string();
        let (year, voucher) = (year.as_str(), &*first.voucher);
        let message =
            message!("check-ledger-period", year = year, count = count, voucher = voucher);
        let mut place = Where::area(Area::Accounts).table("ledger");
        if let Some(source) = project.source(batch.source) {
            place.file = Some(source.file.clone());
            place.cell = source.cell_name("day", first.row);
        }
        let made_of = [year, &count.to_string(), voucher];
        findings.push(Finding::new(&PERIOD, message, place, &made_of));
    }
    findings
}

/// A file, sheet or selection whose name says another year than its rows.
fn file_name(source: &Source) -> Option<Finding> {
    let period = source.period?;
    let years = period.first.year()..=period.last.year();
    let names = [&source.file, &source.sheet, &source.stream.selection];
    let named = names.into_iter().filter_map(|name| Some((name, only_year(name)?)));
    let (name, named) = named.into_iter().find(|(_, named)| !years.contains(named))?;
    let message = message!(
        "check-file-period",
        name = name.as_str(),
        file = source.file.as_str(),
        year = named.to_string(),
        first = date_long(period.first),
        last = date_long(period.last),
    );
    Some(Finding::new(&PERIOD, message, Where::source(source), &[&source.sha256, name]))
}

/// The year that a file's name names, where it names one.
fn only_year(name: &str) -> Option<Year> {
    let numbers = name.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let mut years = numbers.filter_map(|digits| digits.parse().ok());
    let year = years.next().filter(|year| YEARS.contains(year))?;
    years.all(|other| other == year).then_some(year)
}

/// Groups that name another day in words than the one that they were counted on.
fn groups(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (row, group) in inspection.project().gender.iter().enumerate() {
        let (Some(day), Some(named)) = (group.date, date_in(&group.group)) else { continue };
        if day != named {
            let name = group.group.as_str();
            let message = message!("check-group-day", group = name, day = date_long(day));
            let mut place = Where::area(Area::Organisation).table("gender").row(name);
            take_origin(&mut place, inspection.figures(), TableId::Gender, row, "date");
            let finding = Finding::new(&PERIOD, message, place, &[name, &day.to_string()]);
            let dated = |day: Date| Said::Words(message!("said", text = date_long(day)));
            findings.push(finding.with_values(dated(day), dated(named)));
        }
    }
    findings
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

/// Tables of which rows are known, but none of the report year.
fn tables(inspection: &Inspection<'_>) -> Vec<Finding> {
    let year = inspection.figures().report_year();
    let mut findings = Vec::new();
    for table in TableId::ALL {
        let years = years_of(inspection.project(), table);
        let Some(latest) = years.iter().max().copied() else { continue };
        if years.contains(&year) {
            continue;
        }
        let (area, name) = table_home(table);
        let finding = finding!(
            PERIOD,
            Where::area(area).table(name),
            &[name, &latest.to_string(), &year.to_string()],
            table = t!(table.word_key()),
            latest = latest.to_string(),
            year = year.to_string(),
        );
        findings.push(finding.with_values(said_year(year), said_year(latest)));
    }
    findings
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

/// A text that names years, but not the year of its data. A text that compares years may name
/// another.
fn text_year(inspection: &Inspection<'_>, text: &Text<'_>) -> Option<Finding> {
    let years = years_in(text.text);
    let named = years.first().copied()?;
    if years.contains(&text.year) || compares(text.text) {
        return None;
    }
    let (_, name) = table_home(text.table);
    let place = order::at(inspection, text.table, text.row, text.column);
    let message = message!(
        "check-text-year",
        text = text.text,
        named = named.to_string(),
        year = text.year.to_string(),
    );
    let made_of = [name, place.row.as_deref().unwrap_or_default(), text.column, text.text];
    let finding = Finding::new(&PERIOD, message, place.clone(), &made_of);
    let finding = finding.at_most(Severity::Note);
    Some(finding.with_values(said_year(text.year), said_year(named)))
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
fn rows_outside(inspection: &Inspection<'_>) -> Vec<Finding> {
    let (figures, project) = (inspection.figures(), inspection.project());
    // The span of a batch tells whether a row can lie outside at all. Only then are its rows read.
    let is_inside = |source: SourceId| {
        let period = project.source(source).and_then(|source| source.period);
        let mut spans = figures.volumes().batches().iter().filter(|(id, _)| *id == source);
        period.is_none_or(|period| spans.all(|(_, span)| period.hull(span) == period))
    };
    let cases = project.cases.iter().filter(|batch| !is_inside(batch.source));
    let cases = cases.filter_map(|batch| {
        let days = batch.rows.iter().map(|case| case.registered.day_number());
        outside(project.source(batch.source)?, days)
    });
    let counted = project.day_counts.iter().filter_map(|batch| {
        let days = batch.rows.iter().map(|count| day_number(count.date));
        outside(project.source(batch.source)?, days)
    });
    cases.chain(counted).collect()
}

/// The days of a source's rows that are outside of its period, if there are any.
fn outside(source: &Source, days: impl Iterator<Item = i32>) -> Option<Finding> {
    let period = source.period?;
    let known = day_number(period.first)..=day_number(period.last);
    let mut strays = days.filter(|day| !known.contains(day));
    let first = day_from_number(strays.next()?);
    let count = strays.count() + 1;
    let file = source.file.as_str();
    let message = message!(
        "check-rows-outside",
        count = count,
        file = file,
        first = date_long(period.first),
        last = date_long(period.last),
        day = date_long(first),
    );
    let made_of = [file, &first.to_string(), &count.to_string()];
    Some(Finding::new(&PERIOD, message, Where::source(source), &made_of))
}
