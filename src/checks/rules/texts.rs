//! The report's texts: carried over and not read, bound to a past year, or older than their data.

use std::collections::HashMap;

use super::periods::years_in;
use crate::checks::{Area, Finding, Settling, Where};
use crate::figures::{Figures, KeyIndex};
use crate::issue::Severity;
use crate::message;
use crate::project::{
    AddedBlock, Edit, Project, SectionText, Source, alt_text_id, field_places, is_alt_text,
    without_fields,
};
use crate::t;
use crate::words::{self, Message, date_long};

/// Adds what is off with the texts of the report year that are printed.
pub fn push(findings: &mut Vec<Finding>, figures: &Figures) {
    let project = figures.project();
    let is_printed = |text: &&SectionText| {
        text.period.year == figures.report_year()
            && !is_left_out(project, section_of(project, text))
    };
    let mut written: Vec<(&SectionText, &str)> = Vec::new();
    for text in project.texts.iter().filter(is_printed) {
        let Some(body) = text.body.as_deref() else { continue };
        if text.is_carried_over {
            push_unread(findings, project, text);
            push_fixed_fields(findings, project, text, body);
            push_typed_years(findings, project, text, body);
        } else {
            written.push((text, body));
        }
    }
    push_older(findings, figures, &written);
}

/// The section of the report that prints a text. A quarter's texts are printed in the section of the
/// quarter, and the alternative text of a chart in the section that has the chart.
fn section_of<'t>(project: &'t Project, text: &'t SectionText) -> &'t str {
    const QUARTERS: [&str; 4] = ["q1", "q2", "q3", "q4"];
    const OF_THE_YEARS_CHART: &str = "operations";
    match text.period.quarter {
        Some(quarter) => QUARTERS[quarter.index()],
        None if is_alt_text(&text.section) => {
            let mut outline = project.report.outline.iter();
            let holds = |block: &AddedBlock| matches!(block, AddedBlock::Chart(name) if alt_text_id(name) == text.section);
            let section = outline.find(|outlined| outlined.added.iter().any(holds));
            section.map_or(OF_THE_YEARS_CHART, |outlined| &outlined.section)
        }
        None => &text.section,
    }
}

/// Whether a person has left a section out of the report.
pub(super) fn is_left_out(project: &Project, section: &str) -> bool {
    project
        .report
        .outline
        .iter()
        .any(|outlined| outlined.section == section && outlined.is_left_out)
}

/// A section's heading.
pub(super) fn section_title(project: &Project, section: &str) -> String {
    let outlined = project.report.outline.iter().find(|outlined| outlined.section == section);
    let key = format!("section-{section}");
    match outlined.map(|outlined| outlined.title.as_str()).filter(|title| !title.is_empty()) {
        Some(title) => title.to_owned(),
        None if words::has(&key) => words::say(&key, &[]),
        None => t!("section-own"),
    }
}

/// What a text is called: its section, and within a quarter its small heading.
fn title(project: &Project, text: &SectionText) -> String {
    let section = section_title(project, section_of(project, text));
    if is_alt_text(&text.section) {
        return format!("{section}, {}", t!("report-alt-text"));
    }
    let key = format!("report-heading-{}", text.section);
    match text.period.quarter {
        Some(_) if words::has(&key) => format!("{section}, {}", words::say(&key, &[])),
        _ => section,
    }
}

fn place(title: &str) -> Where {
    Where::area(Area::Report).row(title)
}

/// The settling of a text that a person has read and found right.
fn settling(text: &SectionText, words: Message) -> Option<Settling> {
    let edit = Edit::ConfirmText { section: text.section.clone(), period: text.period };
    Some(Settling { words, edit })
}

fn push_unread(findings: &mut Vec<Finding>, project: &Project, text: &SectionText) {
    let title = title(project, text);
    let message = message!("check-text-unread", section = title.as_str());
    let made_of = [title.as_str(), text.body.as_deref().unwrap_or_default()];
    let finding = Finding::new("text-unread", Severity::Warning, message, place(&title), &made_of);
    findings.push(Finding { settling: settling(text, message!("text-is-right")), ..finding });
}

/// Fields that name a year do not follow the report year.
fn push_fixed_fields(
    findings: &mut Vec<Finding>,
    project: &Project,
    text: &SectionText,
    body: &str,
) {
    let names = field_places(body).into_iter().map(|(_, name)| name);
    let fixed: Vec<String> =
        names.filter(|name| !years_in(name).is_empty()).map(|name| format!("{{{name}}}")).collect();
    if fixed.is_empty() {
        return;
    }
    let (title, fields) = (title(project, text), fixed.join(", "));
    let message = message!(
        "check-fixed-year-field",
        section = title.as_str(),
        fields = fields.as_str(),
        count = fixed.len(),
    );
    let made_of = [title.as_str(), &fields];
    let place = place(&title);
    findings.push(Finding::new("fixed-year-field", Severity::Note, message, place, &made_of));
}

/// Years that a person typed stand as they are when the report year moves on.
fn push_typed_years(
    findings: &mut Vec<Finding>,
    project: &Project,
    text: &SectionText,
    body: &str,
) {
    let mut years = years_in(&without_fields(body));
    years.sort_unstable();
    years.dedup();
    if years.is_empty() {
        return;
    }
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    let (title, years) = (title(project, text), years.join(", "));
    let message = message!("check-typed-year", section = title.as_str(), years = years.as_str());
    let made_of = [title.as_str(), &years];
    findings.push(Finding::new("typed-year", Severity::Note, message, place(&title), &made_of));
}

/// Texts with a field whose number rests on a source that was imported after they were written.
fn push_older(findings: &mut Vec<Finding>, figures: &Figures, texts: &[(&SectionText, &str)]) {
    let project = figures.project();
    let latest = project.sources.iter().map(|source| source.imported).max();
    let older = texts.iter().filter(|(text, _)| {
        text.written != Default::default() && latest.is_some_and(|imported| imported > text.written)
    });
    let mut older = older.peekable();
    if older.peek().is_none() {
        return;
    }
    let index = KeyIndex::of(figures);
    let mut newest: HashMap<&str, Option<&Source>> = HashMap::new();
    for (text, body) in older {
        let fields = field_places(body).into_iter().map(|(_, name)| name);
        let later = fields.filter_map(|field| {
            let source =
                *newest.entry(field).or_insert_with(|| newest_source(figures, &index, field));
            source.filter(|source| source.imported > text.written).map(|source| (field, source))
        });
        if let Some((field, source)) = later.max_by_key(|(_, source)| source.imported) {
            findings.push(older_finding(project, text, field, source));
        }
    }
}

/// The source imported last of those that a field's number rests on.
fn newest_source<'f>(figures: &'f Figures, index: &KeyIndex, field: &str) -> Option<&'f Source> {
    let key = index.find(field.split('|').next()?)?;
    figures.sources_of(key).into_iter().max_by_key(|source| source.imported)
}

fn older_finding(project: &Project, text: &SectionText, field: &str, source: &Source) -> Finding {
    let title = title(project, text);
    let message = message!(
        "check-text-older",
        section = title.as_str(),
        written = date_long(text.written.day()),
        field = format!("{{{field}}}"),
        file = source.file.as_str(),
        imported = date_long(source.imported.day()),
    );
    let made_of = [title.as_str(), field, &source.file, &source.imported.day().to_string()];
    let finding = Finding::new("text-older", Severity::Note, message, place(&title), &made_of);
    Finding { settling: settling(text, message!("remark-still-right")), ..finding }
}
