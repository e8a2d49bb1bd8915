//! From figures and texts to blocks: sections in their order, tables and charts numbered in
//! reading order, references resolved.

mod kinds;
mod plain;

use std::collections::{HashMap, HashSet};

use super::block::{Block, ChartBlock, Heading, Inline, Report, Signature, TableBlock, words_of};
use super::draft::{customer_draft, draft};
use super::fault::Fault;
use super::field::Fields;
use super::letters::{is_blank, unprintable};
use super::markdown;
use super::outline::{Part, Section};
use super::{charts, events, tables};
use crate::calendar::{Date, Quarter};
use crate::chart::ChartChoice;
use crate::figures::{CustomerQuarter, Figures};
use crate::message;
use crate::project::{AddedBlock, Project, StatementId, TextPeriod, alt_text_id};
use crate::t;
use crate::words::{self, Message, date_long};
pub use kinds::{annual, customer_report, customer_reports, quarterly};
pub use plain::plain_text;

/// Level of the headings within a section's text.
const TEXT_LEVEL: u8 = 3;

/// A section of the outline, as what is off in it is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct SectionName {
    id: String,
    title: String,
}

impl SectionName {
    fn of(section: &Section) -> Self {
        Self { id: section.id.clone(), title: section.title.clone() }
    }
}

struct Builder<'f> {
    figures: &'f Figures,
    /// The quarter that the report is about; `None` where it is about the year.
    quarter: Option<Quarter>,
    /// The customer that it is about; `None` where it is about the company.
    customer: Option<&'f CustomerQuarter<'f>>,
    fields: Fields<'f>,
    blocks: Vec<Block>,
    tables: usize,
    charts: usize,
    /// The words of references to each anchor: "tabell 2".
    anchors: HashMap<String, String>,
    /// The place of each section's first block, with the section's id and title.
    sections: Vec<(usize, SectionName)>,
    faults: Vec<Fault>,
}

impl<'f> Builder<'f> {
    fn new(figures: &'f Figures) -> Self {
        Self {
            figures,
            quarter: None,
            customer: None,
            fields: Fields::of(figures),
            blocks: Vec::new(),
            tables: 0,
            charts: 0,
            anchors: HashMap::new(),
            sections: Vec::new(),
            faults: Vec::new(),
        }
    }

    fn project(&self) -> &'f Project {
        self.figures.project()
    }

    fn section(&mut self, section: &Section) {
        if section.starts_page {
            self.blocks.push(Block::PageBreak);
        }
        self.sections.push((self.blocks.len(), SectionName::of(section)));
        let level = if section.is_within { 2 } else { 1 };
        // A table may have the name of the section in which it stands.
        self.heading(level, &section.title, &format!("section-{}", section.id));
        let period = TextPeriod {
            year: self.figures.report_year(),
            quarter: section.quarter.or(self.quarter),
        };
        // A small heading stands only over something.
        let mut waiting: Option<&str> = None;
        for part in &section.parts {
            if let Part::Heading(id) = part {
                waiting = Some(id);
                continue;
            }
            let before = self.blocks.len();
            self.part(section, part, period);
            if let Some(id) = waiting
                && self.blocks.len() > before
            {
                let title = words::say(&format!("report-heading-{id}"), &[]);
                let anchor = format!("{}-{id}", section.id);
                self.blocks.insert(before, heading(TEXT_LEVEL, &title, &anchor));
                waiting = None;
            }
        }
        for block in &section.added {
            match block {
                AddedBlock::Chart(name) => self.chart(section, name, period),
                AddedBlock::Table(name) => self.table(name),
            }
        }
    }

    fn heading(&mut self, level: u8, title: &str, anchor: &str) {
        self.anchors.insert(anchor.to_owned(), title.to_owned());
        self.blocks.push(heading(level, title, anchor));
    }

    fn part(&mut self, section: &Section, part: &Part, period: TextPeriod) {
        match part {
            Part::Heading(_) => {}
            Part::Text(id) => self.text(section, id, period),
            Part::Chart(name) => self.chart(section, name, period),
            Part::Table(name) => self.table(name),
            Part::Events => self.events(period),
            Part::Remarks => self.remarks(section),
            Part::Signatures => self.signatures(),
        }
    }

    /// What a person wrote, or else the draft from the figures.
    fn text(&mut self, section: &Section, id: &str, period: TextPeriod) {
        let written = self.project().section_text(id, period).and_then(|text| text.body.clone());
        let drafted = || match self.customer {
            Some(customer) => customer_draft(customer, id),
            None => draft(self.figures, id, period),
        };
        let Some(body) = written.or_else(drafted) else { return };
        let (mut blocks, findings) = markdown::blocks(&body, &self.fields, TEXT_LEVEL);
        for (at, block) in blocks.iter_mut().enumerate() {
            // Headings that a person wrote are listed in the contents, as all others are.
            if let Block::Heading(heading) = block {
                heading.anchor = format!("own-{}-{id}-{at}", section.id);
            }
        }
        self.blocks.extend(blocks);
        self.tell(&SectionName::of(section), findings);
    }

    fn tell(&mut self, section: &SectionName, findings: Vec<Message>) {
        let SectionName { id, title } = section;
        let faults = findings.into_iter().map(|message| Fault {
            section: id.clone(),
            title: title.clone(),
            message,
        });
        self.faults.extend(faults);
    }

    /// A chart, unless there is nothing in it or it has been there before.
    fn chart(&mut self, section: &Section, name: &str, period: TextPeriod) {
        let choice = self.quarter.filter(|_| name == OWN_QUARTER).map(ChartChoice::Quarter);
        let name = choice.map_or(name, |choice| choice.id());
        let chart = match self.customer {
            Some(customer) => charts::customer_chart(customer),
            None => charts::chart(self.figures, name),
        };
        let Some(chart) = chart.filter(|_| !self.anchors.contains_key(name)) else { return };
        self.charts += 1;
        let number = self.charts;
        self.anchors.insert(name.to_owned(), t!("report-see-figure", number = number));
        let alt = self.own_alt_text(section, name, period).unwrap_or(chart.alt);
        let charts::ReportChart { caption, scene, data, .. } = chart;
        let block = ChartBlock { anchor: name.to_owned(), number, caption, alt, scene, data };
        self.blocks.push(Block::Chart(Box::new(block)));
    }

    /// What a person wrote of a chart of the company; a customer's shows other numbers.
    fn own_alt_text(
        &mut self,
        section: &Section,
        chart: &str,
        period: TextPeriod,
    ) -> Option<String> {
        if self.customer.is_some() {
            return None;
        }
        let body = self.project().section_text(&alt_text_id(chart), period)?.body.as_deref()?;
        let (inlines, mut findings) = markdown::inlines(body, &self.fields);
        findings.extend(inlines.iter().filter_map(|inline| match inline {
            Inline::Reference { anchor, .. } => {
                Some(message!("report-reference-alt", anchor = anchor.as_str()))
            }
            _ => None,
        }));
        self.tell(&SectionName::of(section), findings);
        Some(words_of(&inlines)).filter(|words| !is_blank(words))
    }

    /// A table, unless there is nothing in it or it has been there before.
    fn table(&mut self, name: &str) {
        let table = match self.customer {
            Some(customer) => tables::customer_table(customer, name),
            None => tables::table(self.figures, self.quarter, name),
        };
        let Some(table) = table.filter(|_| !self.anchors.contains_key(name)) else { return };
        self.tables += 1;
        let number = self.tables;
        self.anchors.insert(name.to_owned(), t!("report-see-table", number = number));
        let is_statement = StatementId::EVERY.into_iter().any(|id| id.id() == name);
        let (caption, note) = tables::caption_and_note(&table.title);
        let notes = [note, tables::closing_note(self.figures, name).unwrap_or_default()];
        let note = notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" ");
        let anchor = name.to_owned();
        let block = TableBlock { anchor, number, caption, table, note, is_statement };
        self.blocks.push(Block::Table(Box::new(block)));
    }

    fn events(&mut self, period: TextPeriod) {
        let points = events::points(self.project(), period, |event| {
            self.customer.is_none_or(|customer| customer.is_touched_by(event))
        });
        if !points.is_empty() {
            self.blocks.push(Block::List(super::block::List { is_numbered: false, points }));
        }
    }

    /// The remarks on the year's lines, statement by statement.
    fn remarks(&mut self, section: &Section) {
        let year = self.figures.report_year();
        for statement in StatementId::EVERY {
            let of_statement = self
                .project()
                .remarks
                .iter()
                .filter(|remark| remark.year == Some(year) && remark.statement == statement);
            let remarks: Vec<_> =
                of_statement.filter(|remark| !remark.remark.trim().is_empty()).collect();
            if remarks.is_empty() {
                continue;
            }
            let anchor = format!("remarks-{}", statement.id());
            self.blocks.push(heading(TEXT_LEVEL, &statement.word(), &anchor));
            let points = remarks.iter().map(|remark| {
                let (mut inlines, findings) = markdown::inlines(&remark.remark, &self.fields);
                let line = [remark.line.as_str(), remark.also.as_str()];
                let line: Vec<&str> = line.into_iter().filter(|part| !part.is_empty()).collect();
                let emphasis =
                    super::block::Emphasis { is_strong: true, ..super::block::Emphasis::default() };
                let text = format!("{}: ", line.join("; "));
                inlines.insert(0, Inline::Text { text, emphasis });
                (inlines, findings)
            });
            let (points, findings): (Vec<_>, Vec<_>) = points.unzip();
            let findings = findings.into_iter().flatten().collect();
            self.tell(&SectionName::of(section), findings);
            self.blocks.push(Block::List(super::block::List { is_numbered: false, points }));
        }
    }

    fn signatures(&mut self) {
        let signatories = self.project().signatories.iter();
        let lines: Vec<Signature> = signatories
            .filter(|signatory| !signatory.person.is_empty())
            .map(|signatory| Signature {
                name: signatory.person.clone(),
                role: signatory.role.clone(),
            })
            .collect();
        if !lines.is_empty() {
            self.blocks.push(Block::Signatures(lines));
        }
    }

    /// The report with that title: without chapters of which nothing is known, its headings in
    /// their levels, its references resolved.
    fn finish(mut self, title: String, date: Date) -> (Report, Vec<Fault>) {
        let section_of = |block: usize| {
            let before = self.sections.iter().take_while(|(from, _)| *from <= block);
            before.last().map(|(_, section)| section.clone()).unwrap_or_default()
        };
        let blocks = std::mem::take(&mut self.blocks).into_iter().enumerate();
        let by_section = blocks.map(|(at, block)| (section_of(at), block));
        let mut blocks = without_bare_headings(by_section.collect());
        let kept: HashSet<&str> = blocks.iter().filter_map(|(_, block)| anchor_of(block)).collect();
        self.anchors.retain(|anchor, _| kept.contains(anchor.as_str()));
        level_headings(blocks.iter_mut().map(|(_, block)| block));
        for (section, block) in &mut blocks {
            let mut off = resolve(block, &self.anchors);
            off.extend(letters_off(block));
            self.tell(section, off);
        }
        let report = Report {
            title,
            company: self.project().settings.company.clone(),
            date: date_long(date),
            day: date,
            blocks: blocks.into_iter().map(|(_, block)| block).collect(),
        };
        (report, self.faults)
    }
}

/// How an outline calls the chart of the quarter that the report is on.
const OWN_QUARTER: &str = "quarter";

fn heading(level: u8, text: &str, anchor: &str) -> Block {
    Block::Heading(Heading { level, text: text.to_owned(), anchor: anchor.to_owned() })
}

/// The name under which references find a block.
fn anchor_of(block: &Block) -> Option<&str> {
    match block {
        Block::Heading(heading) => Some(&heading.anchor),
        Block::Table(table) => Some(&table.anchor),
        Block::Chart(chart) => Some(&chart.anchor),
        _ => None,
    }
}

/// That a block holds letters which the report's font does not have.
fn letters_off(block: &Block) -> Option<Message> {
    let texts: Vec<String> = match block {
        Block::Heading(heading) => vec![heading.text.clone()],
        Block::Paragraph(inlines) => vec![words_of(inlines)],
        Block::List(list) => list.points.iter().map(|point| words_of(point)).collect(),
        Block::Chart(chart) => vec![chart.alt.clone()],
        Block::Table(table) => {
            let cells = table.table.rows.iter().flat_map(|row| &row.cells);
            cells.filter(|cell| !cell.is_number()).map(|cell| cell.print()).collect()
        }
        Block::Signatures(lines) => lines.iter().map(|line| line.name.clone()).collect(),
        Block::PageBreak => Vec::new(),
    };
    let letters: Vec<String> = unprintable(&texts.concat()).into_iter().map(String::from).collect();
    (!letters.is_empty())
        .then(|| message!("report-letters", count = letters.len(), letters = letters.join(" ")))
}

/// Puts the words of its references into a block. A reference without a target is replaced by a
/// fixed text, and a message names it.
fn resolve(block: &mut Block, anchors: &HashMap<String, String>) -> Vec<Message> {
    let runs: Vec<&mut Vec<Inline>> = match block {
        Block::Paragraph(inlines) => vec![inlines],
        Block::List(list) => list.points.iter_mut().collect(),
        _ => Vec::new(),
    };
    let mut lost = Vec::new();
    for inlines in runs {
        let mut begins = true;
        for inline in inlines {
            if let Inline::Reference { anchor, text } = inline {
                match anchors.get(anchor) {
                    Some(words) if begins => *text = words::capitalized(words),
                    Some(words) => text.clone_from(words),
                    None => {
                        let anchor = anchor.as_str();
                        lost.push(message!("report-reference-unknown", anchor = anchor));
                        *inline = Inline::plain(t!("report-reference-missing"));
                    }
                }
            }
            begins = inline.text().trim_end().ends_with(['.', '!', '?']);
        }
    }
    lost
}

/// A heading stands one level under the one that it belongs to: PDF/UA-1 lets none be skipped.
fn level_headings<'b>(blocks: impl Iterator<Item = &'b mut Block>) {
    let mut above: Vec<u8> = Vec::new();
    for block in blocks {
        if let Block::Heading(heading) = block {
            above.retain(|level| *level < heading.level);
            above.push(heading.level);
            heading.level = u8::try_from(above.len()).unwrap_or(u8::MAX);
        }
    }
}

/// Takes out headings with nothing under them; a heading with others under it stays. A page break
/// stays only where a block follows.
fn without_bare_headings(blocks: Vec<(SectionName, Block)>) -> Vec<(SectionName, Block)> {
    let mut kept: Vec<(SectionName, Block)> = Vec::with_capacity(blocks.len());
    for (section, block) in blocks.into_iter().rev() {
        // From the end: what follows, whether on the same page or on the next.
        let follows = kept.iter().rev().map(|(_, block)| block);
        let next = follows.clone().find(|block| **block != Block::PageBreak);
        let is_bare = match (&block, next) {
            (Block::Heading(heading), Some(Block::Heading(next))) => next.level <= heading.level,
            (Block::Heading(_) | Block::PageBreak, None) => true,
            (Block::PageBreak, Some(_)) => {
                kept.last().is_some_and(|(_, next)| *next == Block::PageBreak)
            }
            _ => false,
        };
        if !is_bare {
            kept.push((section, block));
        }
    }
    kept.reverse();
    kept
}
