//! The outline: which sections there are, in which order, and what each is made of. The
//! template is data under `assets/report`; the project holds what a person changed.

use std::sync::OnceLock;

use serde::Deserialize;

use super::letters::is_blank;
use crate::calendar::{Quarter, Year};
use crate::project::{AddedBlock, OutlineEntry, Project, TextPeriod};
use crate::t;
use crate::words;

const ANNUAL: &str = include_str!("../../assets/report/outline-v1.ron");
const QUARTER: &str = include_str!("../../assets/report/outline-quarter-v1.ron");
const CUSTOMER: &str = include_str!("../../assets/report/outline-customer-v1.ron");

/// A section of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Whether it stands within the chapter before it.
    pub is_within: bool,
    /// Whether it begins on a new page.
    pub starts_page: bool,
    /// Whether it is left out.
    pub is_left_out: bool,
    /// The quarter that it speaks of; `None` for the whole year.
    pub quarter: Option<Quarter>,
    /// What it is made of, in order.
    pub parts: Vec<Part>,
    /// What a person put in after those.
    pub added: Vec<AddedBlock>,
}

impl Section {
    /// The part of `year` that its texts speak of.
    pub fn period(&self, year: Year) -> TextPeriod {
        TextPeriod { year, quarter: self.quarter }
    }

    /// Whether that chart or table stands in it.
    pub fn holds(&self, block: &AddedBlock) -> bool {
        let is_same = |part: &Part| match (part, block) {
            (Part::Chart(known), AddedBlock::Chart(name))
            | (Part::Table(known), AddedBlock::Table(name)) => known == name,
            _ => false,
        };
        self.parts.iter().any(is_same) || self.added.contains(block)
    }
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Part {
    /// A small heading, by its id.
    Heading(String),
    /// What a person writes, by its id; else what is drafted from the figures.
    Text(String),
    /// A chart by its name; `quarter` is that of the quarter that the report is on.
    Chart(String),
    /// A table by its name; in a report on a customer the table of that customer.
    Table(String),
    /// The period's important events.
    Events,
    /// The remarks on the statements.
    Remarks,
    /// Lines to sign on.
    Signatures,
}

#[derive(Deserialize)]
struct Template {
    #[expect(dead_code, reason = "names the format for whoever edits the file")]
    version: u32,
    sections: Vec<TemplateSection>,
}

#[derive(Clone, Deserialize)]
struct TemplateSection {
    id: String,
    #[serde(default)]
    within: bool,
    #[serde(default)]
    new_page: bool,
    #[serde(default)]
    quarter: Option<Quarter>,
    parts: Vec<Part>,
}

/// The annual report's sections. The file is part of the program, and a test reads it.
fn template() -> &'static [TemplateSection] {
    static PARSED: OnceLock<Vec<TemplateSection>> = OnceLock::new();
    PARSED.get_or_init(|| parsed(ANNUAL))
}

fn parsed(data: &str) -> Vec<TemplateSection> {
    let file: Template =
        ron::from_str(data).expect("the outlines in assets/report are part of the program");
    file.sections
}

/// The sections of the report on a quarter.
pub fn quarter_outline() -> Vec<Section> {
    parsed(QUARTER).iter().map(TemplateSection::plain).collect()
}

/// The sections of the report on one customer's quarter.
pub fn customer_outline() -> Vec<Section> {
    parsed(CUSTOMER).iter().map(TemplateSection::plain).collect()
}

/// The sections of the project's annual report in their order, those that are left out among
/// them. Sections that a newer template has and the project's order does not know stand at
/// the end.
pub fn outline(project: &Project) -> Vec<Section> {
    let entries = &project.report.outline;
    let placed = entries.iter().map(|entry| {
        let known = template().iter().find(|section| section.id == entry.section);
        known.map_or_else(|| own_section(entry), |section| section.with(entry))
    });
    let is_placed = |section: &&TemplateSection| entries.iter().any(|o| o.section == section.id);
    let others = template().iter().filter(|section| !is_placed(section));
    placed.chain(others.map(TemplateSection::plain)).collect()
}

impl TemplateSection {
    fn plain(&self) -> Section {
        Section {
            id: self.id.clone(),
            title: words::say(&format!("section-{}", self.id), &[]),
            is_within: self.within,
            starts_page: self.new_page,
            is_left_out: false,
            quarter: self.quarter,
            parts: self.parts.clone(),
            added: Vec::new(),
        }
    }

    fn with(&self, entry: &OutlineEntry) -> Section {
        let plain = self.plain();
        let title = if is_blank(&entry.title) { plain.title } else { entry.title.clone() };
        Section {
            title,
            is_within: entry.is_within,
            is_left_out: entry.is_left_out,
            added: entry.added.clone(),
            ..plain
        }
    }
}

/// A section that a person added: a text under a heading.
fn own_section(entry: &OutlineEntry) -> Section {
    let title = if is_blank(&entry.title) { t!("section-own") } else { entry.title.clone() };
    Section {
        id: entry.section.clone(),
        title,
        is_within: entry.is_within,
        starts_page: false,
        is_left_out: entry.is_left_out,
        quarter: None,
        parts: vec![Part::Text(entry.section.clone())],
        added: entry.added.clone(),
    }
}

/// The same order as entries, to be changed and kept.
pub fn entries(sections: &[Section]) -> Vec<OutlineEntry> {
    let entry = |section: &Section| {
        let template = template().iter().find(|known| known.id == section.id);
        let has_own_title = template.is_none_or(|known| known.plain().title != section.title);
        OutlineEntry {
            section: section.id.clone(),
            title: if has_own_title { section.title.clone() } else { String::new() },
            is_left_out: section.is_left_out,
            is_within: section.is_within,
            added: section.added.clone(),
        }
    };
    sections.iter().map(entry).collect()
}
