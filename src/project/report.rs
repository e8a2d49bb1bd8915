//! What a person says in the report: texts, who answers for them, which sections there are.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::field::choice_field;
use super::record::record;
use super::{EditContext, Minute, Project};
use crate::calendar::{Date, Quarter, Year};
use crate::issue::Issue;
use crate::{message, t, text_key};

/// The part of a year that a text speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TextPeriod {
    /// The year.
    pub year: Year,
    /// The quarter; `None` for the whole year.
    pub quarter: Option<Quarter>,
}

/// How far a section has come.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum SectionState {
    /// Being written.
    #[default]
    Draft,
    /// Written; somebody else may read it.
    Ready,
    /// Read and found good.
    Approved,
}

impl SectionState {
    /// All of them, in the order in which a section comes through them.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Ready, Self::Approved];

    /// How the locale files name it.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Draft => text_key!("section-state-draft"),
            Self::Ready => text_key!("section-state-ready"),
            Self::Approved => text_key!("section-state-approved"),
        }
    }
}

/// What a person says in a section, of one period. The quarter's report and the annual report
/// show the same text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionText {
    /// The section's id.
    pub section: String,
    /// The period that it speaks of.
    pub period: TextPeriod,
    /// Markdown with fields; `None` as long as nobody has written anything, and the section is
    /// drafted from the figures.
    pub body: Option<String>,
    /// Who answers for it; empty where nobody does yet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// How far it has come.
    #[serde(default)]
    pub state: SectionState,
    /// Whether the text was carried over from another year and nobody has read it since.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_carried_over: bool,
    /// When the text was last written.
    #[serde(default)]
    pub written: Minute,
    /// By whom.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub written_by: String,
}

/// A section of the outline where a person has changed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineEntry {
    /// The section's id: one of the template's, or one that the project adds.
    pub section: String,
    /// The heading that a person gave it; empty for the template's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Whether it is left out of the report.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_left_out: bool,
    /// Whether it stands within the section before it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_within: bool,
    /// What a person put in after the parts of the template.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<AddedBlock>,
}

/// A chart or a table that a person put into a section, by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AddedBlock {
    /// A chart.
    Chart(String),
    /// A table.
    Table(String),
}

impl AddedBlock {
    /// The name of the chart or the table.
    pub fn name(&self) -> &str {
        match self {
            Self::Chart(name) | Self::Table(name) => name,
        }
    }
}

/// What a person decided of the report as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportChoices {
    /// The sections in their order; empty as long as the template's order stands.
    pub outline: Vec<OutlineEntry>,
    /// The day on which the report is signed.
    pub signing_date: Option<Date>,
}

impl ReportChoices {
    /// The day that stands on the report: the one on which it is signed, else today.
    pub fn dated(&self, today: Date) -> Date {
        self.signing_date.unwrap_or(today)
    }
}

choice_field! {
    /// What an agreement is about.
    pub enum AgreementKind {
        /// With a supplier, for what the company and its customers buy.
        Supply = "supply" "agreement-supply",
        /// With a customer.
        Customer = "customer" "agreement-customer",
        /// With others that the company works with.
        Cooperation = "cooperation" "agreement-cooperation",
    }
}

record! {
    /// An agreement that the company made.
    pub struct Agreement in Agreements, key(agreement, date) {
        /// What it is called.
        pub agreement: String,
        /// What it is about.
        pub kind: AgreementKind,
        /// With whom.
        pub supplier: String,
        /// When it was made.
        pub date: Option<Date>,
        /// The customers that it is made for, parted by semicolons; empty for all.
        pub customers: String,
    }
}

record! {
    /// Somebody who signs the report.
    pub struct Signatory in Signatories, key(person) {
        /// The person's name.
        pub person: String,
        /// As what the person signs.
        pub role: String,
    }
}

/// What ids of alternative texts begin with.
const ALT_TEXT: &str = "alt-";

/// The id of the text that a person writes of a chart for those who do not see it. It is a text
/// as any other, of the period of the section in which the chart stands.
pub fn alt_text_id(chart: &str) -> String {
    format!("{ALT_TEXT}{chart}")
}

/// Whether a text with that id is the alternative text of a chart.
pub fn is_alt_text(text: &str) -> bool {
    text.starts_with(ALT_TEXT)
}

impl Project {
    /// What a person says in a section, of a period.
    pub fn section_text(&self, section: &str, period: TextPeriod) -> Option<&SectionText> {
        self.texts.iter().find(|text| text.section == section && text.period == period)
    }

    /// The same to change; asks for a new one where there is none.
    fn section_text_mut(&mut self, section: &str, period: TextPeriod) -> &mut SectionText {
        let texts = Arc::make_mut(&mut self.texts);
        let at = texts.iter().position(|text| text.section == section && text.period == period);
        let at = at.unwrap_or_else(|| {
            texts.push(SectionText::blank(section, period));
            texts.len() - 1
        });
        &mut texts[at]
    }

    /// Writes a section's text; an empty one lets the draft from the figures stand again.
    pub(super) fn write_text(
        &mut self,
        section: &str,
        period: TextPeriod,
        body: Option<&str>,
        context: &EditContext,
    ) -> String {
        let body = body.map(str::trim_end).filter(|body| !body.is_empty());
        let known = self.section_text(section, period);
        if known.and_then(|text| text.body.as_deref()) != body
            || known.is_some_and(|text| text.is_carried_over)
        {
            let text = self.section_text_mut(section, period);
            text.body = body.map(str::to_owned);
            text.is_carried_over = false;
            text.written = context.now;
            text.written_by.clone_from(&context.who);
            // The approved text is not the text that stands there now.
            text.state = SectionState::Draft;
        }
        t!("edit-wrote-text")
    }

    /// Says that a text was read and is right as it stands, as of now.
    pub(super) fn confirm_text(
        &mut self,
        section: &str,
        period: TextPeriod,
        context: &EditContext,
    ) -> String {
        if self.section_text(section, period).is_some_and(|text| text.body.is_some()) {
            let text = self.section_text_mut(section, period);
            text.is_carried_over = false;
            text.written = context.now;
            text.written_by.clone_from(&context.who);
        }
        t!("edit-confirmed-text")
    }

    /// Says how far a section has come. One that is more than a draft has been read.
    pub(super) fn set_section_state(
        &mut self,
        section: &str,
        period: TextPeriod,
        state: SectionState,
    ) -> String {
        let text = self.section_text_mut(section, period);
        text.state = state;
        text.is_carried_over &= state == SectionState::Draft;
        t!("edit-section-state", state = t!(state.word_key()))
    }

    /// Says who answers for a section.
    pub(super) fn set_section_owner(
        &mut self,
        section: &str,
        period: TextPeriod,
        owner: &str,
    ) -> Result<String, Issue> {
        let owner = owner.trim();
        if owner.len() > OWNER_LENGTH {
            return Err(Issue::error(message!("section-owner-too-long")));
        }
        if self.section_text(section, period).map_or("", |text| text.owner.as_str()) != owner {
            owner.clone_into(&mut self.section_text_mut(section, period).owner);
        }
        Ok(match owner {
            "" => t!("edit-section-no-owner"),
            _ => t!("edit-section-owner", owner = owner),
        })
    }
}

/// More than a name.
const OWNER_LENGTH: usize = 120;

impl SectionText {
    /// A text of which nobody has said anything yet.
    pub fn blank(section: &str, period: TextPeriod) -> Self {
        Self {
            section: section.to_owned(),
            period,
            body: None,
            owner: String::new(),
            state: SectionState::default(),
            is_carried_over: false,
            written: Minute::default(),
            written_by: String::new(),
        }
    }
}
