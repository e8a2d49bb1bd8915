//! The report's texts: carried over and not read, bound to a past year, or older than their data.

use std::collections::HashMap;

use super::Inspection;
use super::periods::years_in;
use crate::checks::rule::{finding, rules};
use crate::checks::{Area, Finding, Settling, Where};
use crate::figures::{Address, Figures, KeyIndex};
use crate::message;
use crate::project::{
    AddedBlock, Edit, Project, SectionText, Source, alt_text_id, field_places, is_alt_text,
    without_fields,
};
use crate::t;
use crate::words::{self, Message, date_long};

rules! {
    /// A person has read a text that was carried over.
    UNREAD { id: "text-unread", severity: Warning, words: "check-text-unread", find: Some(unread) }
    /// The fields of a text that was carried over follow the report year.
    FIXED_FIELD {
        id: "fixed-year-field", severity: Note, words: "check-fixed-year-field",
        find: Some(fixed_fields),
    }
    /// A text that was carried over names no year, which would stand as the report year moves on.
    TYPED_YEAR { id: "typed-year", severity: Note, words: "check-typed-year", find: Some(typed_years) }
    /// A text is newer than the sources of its numbers.
    OLDER { id: "text-older", severity: Note, words: "check-text-older", find: Some(older) }
}

/// A text of the report year that is printed.
struct Printed<'p> {
    text: &'p SectionText,
    body: &'p str,
    /// What it is called: its section, and within a quarter its small heading.
    title: String,
    /// The section that prints it.
    section: String,
}

impl<'p> Printed<'p> {
    fn all(inspection: &Inspection<'p>) -> impl Iterator<Item = Self> {
        let (project, year) = (inspection.project(), inspection.figures().report_year());
        let texts = project.texts.iter().filter(move |text| text.period.year == year);
        let printed = texts.filter(|text| !is_left_out(project, section_of(project, text)));
        printed.filter_map(|text| {
            let section = section_of(project, text).to_owned();
            Some(Self { text, body: text.body.as_deref()?, title: title(project, text), section })
        })
    }

    fn carried_over(inspection: &Inspection<'p>) -> impl Iterator<Item = Self> {
        Self::all(inspection).filter(|printed| printed.text.is_carried_over)
    }

    fn place(&self) -> Where {
        let place = Where::area(Area::Report).row(self.title.as_str());
        place.at(Address::Section(self.section.clone()))
    }

    /// The settling of a text that a person has read and found right.
    fn settling(&self, words: Message) -> Option<Settling> {
        let edit =
            Edit::ConfirmText { section: self.text.section.clone(), period: self.text.period };
        Some(Settling { words, edit })
    }
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

fn unread(inspection: &Inspection<'_>) -> Vec<Finding> {
    let finding = |printed: Printed<'_>| {
        let title = printed.title.as_str();
        let finding = finding!(UNREAD, printed.place(), &[title, printed.body], section = title);
        Finding { settling: printed.settling(message!("text-is-right")), ..finding }
    };
    Printed::carried_over(inspection).map(finding).collect()
}

/// Fields that name a year do not follow the report year.
fn fixed_fields(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for printed in Printed::carried_over(inspection) {
        let names = field_places(printed.body).into_iter().map(|(_, name)| name);
        let fixed = names.filter(|name| !years_in(name).is_empty());
        let fixed: Vec<String> = fixed.map(|name| format!("{{{name}}}")).collect();
        if fixed.is_empty() {
            continue;
        }
        let (title, fields) = (printed.title.as_str(), fixed.join(", "));
        findings.push(finding!(
            FIXED_FIELD,
            printed.place(),
            &[title, &fields],
            section = title,
            fields = fields.as_str(),
            count = fixed.len(),
        ));
    }
    findings
}

fn typed_years(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for printed in Printed::carried_over(inspection) {
        let mut years = years_in(&without_fields(printed.body));
        years.sort_unstable();
        years.dedup();
        if years.is_empty() {
            continue;
        }
        let years: Vec<String> = years.iter().map(ToString::to_string).collect();
        let (title, years) = (printed.title.as_str(), years.join(", "));
        let made_of = [title, &years];
        let (place, years) = (printed.place(), years.as_str());
        findings.push(finding!(TYPED_YEAR, place, &made_of, section = title, years = years));
    }
    findings
}

/// Texts with a field whose number rests on a source that was imported after they were written.
fn older(inspection: &Inspection<'_>) -> Vec<Finding> {
    let figures = inspection.figures();
    let latest = figures.project().sources.iter().map(|source| source.imported).max();
    let older = Printed::all(inspection).filter(|printed| {
        let (text, written) = (printed.text, printed.text.written);
        let is_dated = !text.is_carried_over && written != Default::default();
        is_dated && latest.is_some_and(|imported| imported > written)
    });
    let mut older = older.peekable();
    if older.peek().is_none() {
        return Vec::new();
    }
    let index = KeyIndex::of(figures);
    let mut newest: HashMap<&str, Option<&Source>> = HashMap::new();
    let mut findings = Vec::new();
    for printed in older {
        let written = printed.text.written;
        let fields = field_places(printed.body).into_iter().map(|(_, name)| name);
        let later = fields.filter_map(|field| {
            let source =
                *newest.entry(field).or_insert_with(|| newest_source(figures, &index, field));
            source.filter(|source| source.imported > written).map(|source| (field, source))
        });
        if let Some((field, source)) = later.max_by_key(|(_, source)| source.imported) {
            let (title, imported) = (printed.title.as_str(), source.imported.day());
            let finding = finding!(
                OLDER,
                printed.place(),
                &[title, field, &source.file, &imported.to_string()],
                section = title,
                written = date_long(written.day()),
                field = format!("{{{field}}}"),
                file = source.file.as_str(),
                imported = date_long(imported),
            );
            let settling = printed.settling(message!("remark-still-right"));
            findings.push(Finding { settling, ..finding });
        }
    }
    findings
}

/// The source imported last of those that a field's number rests on.
fn newest_source<'f>(figures: &'f Figures, index: &KeyIndex, field: &str) -> Option<&'f Source> {
    let key = index.find(field.split('|').next()?)?;
    figures.sources_of(key).into_iter().max_by_key(|source| source.imported)
}
