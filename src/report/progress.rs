//! How far the sections of a report have come.

use super::{Part, Section, draft};
use crate::checks::table_home;
use crate::figures::Figures;
use crate::project::{SectionState, SectionText, StatementId, TableId, TextPeriod};

/// How far a section has come: as far as the text of it that has come least far. Where several
/// sections are told of as one, the least of them counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// Carried over from another year, and not read since.
    Unread,
    /// Being written, or drafted from the figures.
    Draft,
    /// Written; somebody else may read it.
    Ready,
    /// Read and found good.
    Approved,
    /// A person has to give something, or import it, and nobody has.
    Blank,
    /// Nobody has to write anything.
    Settled,
}

impl Progress {
    /// How far a section of the report year's report has come.
    pub fn of(figures: &Figures, section: &Section) -> Self {
        let written = texts_of(figures, section)
            .filter_map(|(id, period, own)| of_text(figures, id, period, own));
        written.min().unwrap_or_else(|| without_text(figures, section))
    }

    /// How the locale files name it.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Unread => "section-unread",
            Self::Draft => SectionState::Draft.word_key(),
            Self::Ready => SectionState::Ready.word_key(),
            Self::Approved => SectionState::Approved.word_key(),
            Self::Blank => "section-blank",
            Self::Settled => "section-settled",
        }
    }
}

/// The texts of a section, by their ids, each with what a person says there.
pub fn texts_of<'t>(
    figures: &'t Figures,
    section: &'t Section,
) -> impl Iterator<Item = (&'t str, TextPeriod, Option<&'t SectionText>)> {
    let period = section.period(figures.report_year());
    let ids = section.parts.iter().filter_map(|part| match part {
        Part::Text(id) => Some(id.as_str()),
        _ => None,
    });
    ids.map(move |id| (id, period, figures.project().section_text(id, period)))
}

/// How far a text has come; `None` where there is nothing to print.
fn of_text(
    figures: &Figures,
    id: &str,
    period: TextPeriod,
    own: Option<&SectionText>,
) -> Option<Progress> {
    match own {
        Some(own) if own.state == SectionState::Approved => Some(Progress::Approved),
        Some(own) if own.state == SectionState::Ready => Some(Progress::Ready),
        Some(own) if own.is_carried_over => Some(Progress::Unread),
        Some(own) if own.body.is_some() => Some(Progress::Draft),
        _ => draft(figures, id, period).map(|_| Progress::Draft),
    }
}

/// Whether a section without any text still waits for somebody, or for numbers.
fn without_text(figures: &Figures, section: &Section) -> Progress {
    let project = figures.project();
    let is_given = |part: &Part| match part {
        Part::Heading(_) | Part::Text(_) => false,
        Part::Chart(_) => figures.volumes().span().is_some(),
        Part::Table(name) => has_numbers(figures, name),
        Part::Events => !project.events.is_empty(),
        Part::Remarks => !project.remarks.is_empty(),
        Part::Signatures => !project.signatories.is_empty(),
    };
    match section.parts.iter().any(is_given) || !section.added.is_empty() {
        true => Progress::Settled,
        false => Progress::Blank,
    }
}

/// Whether anything is known that a table could show.
fn has_numbers(figures: &Figures, table: &str) -> bool {
    let year = figures.report_year();
    let statement = StatementId::EVERY.into_iter().find(|own| own.id() == table);
    let rows = TableId::ALL.into_iter().find(|own| table_home(*own).1 == table);
    match (statement, rows) {
        (Some(statement), _) => figures.statement(statement, year).is_some(),
        (None, Some(rows)) => figures.project().rows(rows).len() > 0,
        (None, None) => figures.volumes().span().is_some(),
    }
}
