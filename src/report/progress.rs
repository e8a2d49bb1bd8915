//! How far the sections of a report have come.

use super::{Part, Section, draft, events, outline, tables};
use crate::chart::ChartChoice;
use crate::figures::Figures;
use crate::project::{AddedBlock, SectionState, SectionText, TextPeriod};
use crate::text_key;

/// How far a section has come: as far as the least finished of its texts. Where several sections
/// count as one, the least finished of them counts.
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
            .filter_map(|(id, period, text)| of_text(figures, id, period, text));
        written.min().unwrap_or_else(|| without_text(figures, section))
    }

    /// How far each of the sections has come. A chapter that only gathers others needs no text.
    pub fn of_outline(figures: &Figures, sections: &[Section]) -> Vec<Self> {
        let mut all: Vec<Self> =
            sections.iter().map(|section| Self::of(figures, section)).collect();
        for at in 0..sections.len() {
            let within = sections.iter().zip(&all).skip(at + 1);
            let mut within = within.take_while(|(section, _)| section.is_within);
            let gathers =
                within.any(|(section, progress)| !section.is_left_out && *progress != Self::Blank);
            if all[at] == Self::Blank && !sections[at].is_within && gathers {
                all[at] = Self::Settled;
            }
        }
        all
    }

    /// How many texts the report prints, and how many of them nobody has approved.
    pub fn unapproved(figures: &Figures) -> (usize, usize) {
        let sections = outline(figures.project());
        let printed = sections.iter().filter(|section| !section.is_left_out);
        let texts = printed.flat_map(|section| texts_of(figures, section));
        let written = texts.filter_map(|(id, period, text)| of_text(figures, id, period, text));
        written.fold((0, 0), |(all, open), progress| {
            (all + 1, open + usize::from(progress != Self::Approved))
        })
    }

    /// How the locale files name it.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Unread => text_key!("section-unread"),
            Self::Draft => SectionState::Draft.word_key(),
            Self::Ready => SectionState::Ready.word_key(),
            Self::Approved => SectionState::Approved.word_key(),
            Self::Blank => text_key!("section-blank"),
            Self::Settled => text_key!("section-settled"),
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
    text: Option<&SectionText>,
) -> Option<Progress> {
    match text {
        Some(text) if text.state == SectionState::Approved => Some(Progress::Approved),
        Some(text) if text.state == SectionState::Ready => Some(Progress::Ready),
        Some(text) if text.is_carried_over => Some(Progress::Unread),
        Some(text) if text.body.is_some() => Some(Progress::Draft),
        _ => draft(figures, id, period).map(|_| Progress::Draft),
    }
}

/// Whether a section without any text still waits for somebody, or for numbers.
fn without_text(figures: &Figures, section: &Section) -> Progress {
    let project = figures.project();
    let year = figures.report_year();
    let period = section.period(year);
    let is_given = |part: &Part| match part {
        Part::Heading(_) | Part::Text(_) => false,
        Part::Chart(name) => has_chart(figures, name),
        Part::Table(name) => tables::table(figures, None, name).is_some(),
        Part::Events => !events::points(project, period, |_| true).is_empty(),
        Part::Remarks => project.remarks.iter().any(|remark| remark.year == Some(year)),
        Part::Signatures => !project.signatories.is_empty(),
    };
    let is_added = |block: &AddedBlock| match block {
        AddedBlock::Chart(name) => has_chart(figures, name),
        AddedBlock::Table(name) => tables::table(figures, None, name).is_some(),
    };
    match section.parts.iter().any(is_given) || section.added.iter().any(is_added) {
        true => Progress::Settled,
        false => Progress::Blank,
    }
}

/// Whether there is anything to draw in a chart.
fn has_chart(figures: &Figures, name: &str) -> bool {
    let year = figures.report_year();
    match ChartChoice::from_id(name) {
        Some(ChartChoice::Weeks) => figures.weekly().of_year(year).next().is_some(),
        Some(ChartChoice::Quarter(quarter)) => {
            quarter.span(year).days().any(|day| figures.volumes().on(day).is_some())
        }
        None => false,
    }
}
