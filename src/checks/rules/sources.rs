//! Sources and what persons changed of them: labels that name another period than the data's,
//! and sources that moved under a correction.

use crate::calendar::{Date, YEARS, Year};
use crate::checks::identities::date_in;
use crate::checks::project_values::{table_home, take_origin};
use crate::checks::{Area, Finding, Said, Where};
use crate::figures::Figures;
use crate::issue::Severity;
use crate::message;
use crate::project::{Source, TableId, source_key};
use crate::words::date_long;

/// Adds what is off with sources and corrections.
pub fn push(findings: &mut Vec<Finding>, figures: &Figures) {
    push_moved(findings, figures);
    push_names(findings, figures);
    push_replaced(findings, figures);
    push_groups(findings, figures);
}

/// Corrections whose source has another value now than when the correction was made.
fn push_moved(findings: &mut Vec<Finding>, figures: &Figures) {
    let project = figures.project();
    for correction in project.corrections.iter() {
        let Some(before) = &correction.moved_from else { continue };
        let (area, name) = table_home(correction.table);
        let mut place = Where::area(area)
            .table(name)
            .row(correction.key.as_str())
            .column(correction.column.as_str());
        let rows = project.rows(correction.table);
        let is_corrected =
            |row: &usize| source_key(rows, *row, &project.corrections) == correction.key;
        if let Some(row) = (0..rows.len()).find(is_corrected) {
            take_origin(&mut place, figures, correction.table, row, &correction.column);
        }
        let message = message!(
            "check-source-moved",
            row = correction.key.as_str(),
            value = correction.value.as_str(),
            who = correction.who.as_str(),
            before = before.as_str(),
            now = correction.original.as_str(),
        );
        let made_of =
            [name, &correction.key, &correction.column, &correction.original, &correction.value];
        let words = |text: &str| Said::Words(message!("said", text = text));
        let finding = Finding::new("source-moved", Severity::Warning, message, place, &made_of);
        findings.push(finding.with_values(words(&correction.original), words(&correction.value)));
    }
}

/// A file, sheet or selection whose name says another year than its rows.
fn push_names(findings: &mut Vec<Finding>, figures: &Figures) {
    for source in figures.project().sources.iter() {
        let Some(period) = source.period else { continue };
        let years = period.first.year()..=period.last.year();
        let names = [&source.file, &source.sheet, &source.stream.selection];
        let strays = names.into_iter().filter_map(|name| Some((name, only_year(name)?)));
        let Some((name, named)) = strays.into_iter().find(|(_, named)| !years.contains(named))
        else {
            continue;
        };
        let message = message!(
            "check-file-period",
            name = name.as_str(),
            file = source.file.as_str(),
            year = named.to_string(),
            first = date_long(period.first),
            last = date_long(period.last),
        );
        let place = at(source);
        let made_of = [source.sha256.as_str(), name];
        findings.push(Finding::new("period-label", Severity::Warning, message, place, &made_of));
    }
}

fn at(source: &Source) -> Where {
    let place = Where::area(Area::Sources).table("sources").row(source.file.as_str());
    Where { file: Some(source.file.clone()), ..place }
}

/// Cases that one export has twice with different values; the last row counts.
fn push_replaced(findings: &mut Vec<Finding>, figures: &Figures) {
    for source in figures.project().sources.iter() {
        let Some((row, by)) = source.replaced.first() else { continue };
        let message = message!(
            "check-case-replaced",
            count = source.replaced.len(),
            file = source.file.as_str(),
            row = row.to_string(),
            by = by.to_string(),
        );
        let made_of = [source.sha256.as_str(), &source.sheet];
        let mut place = at(source);
        place.cell = source.cell_name("number", *row);
        findings.push(Finding::new("case-double", Severity::Warning, message, place, &made_of));
    }
}

/// The year that a file's name names, where it names one.
fn only_year(name: &str) -> Option<Year> {
    let numbers = name.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let mut years = numbers.filter_map(|digits| digits.parse().ok());
    let year = years.next().filter(|year| YEARS.contains(year))?;
    years.all(|other| other == year).then_some(year)
}

/// A group that names another day in words than the one that it was counted on.
fn push_groups(findings: &mut Vec<Finding>, figures: &Figures) {
    for (row, group) in figures.project().gender.iter().enumerate() {
        let (Some(day), Some(named)) = (group.date, date_in(&group.group)) else { continue };
        if day != named {
            let message =
                message!("check-group-day", group = group.group.as_str(), day = date_long(day),);
            let mut place =
                Where::area(Area::Organisation).table("gender").row(group.group.as_str());
            take_origin(&mut place, figures, TableId::Gender, row, "date");
            let made_of = [group.group.as_str(), &day.to_string()];
            let dated = |day: Date| Said::Words(message!("said", text = date_long(day)));
            let finding = Finding::new("period-label", Severity::Warning, message, place, &made_of);
            findings.push(finding.with_values(dated(day), dated(named)));
        }
    }
}
