//! The text of a section that is being written, and what stands around it.

use eframe::egui::Id;

use super::marks::Replacement;
use super::prose::Prose;
use super::values::Values;
use crate::app::{App, Command, Document, TypedText};
use crate::project::{Edit, TextPeriod};
use crate::report::draft;

/// Which text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct TextId {
    /// The text's id.
    pub text: String,
    /// The period that it speaks of.
    pub period: TextPeriod,
}

/// A text that is being written. It is not in the project yet.
pub(super) struct Writing {
    /// Which text.
    pub of: TextId,
    /// What stands there.
    pub prose: Prose,
    /// Where the cursor was last, in characters.
    pub cursor: usize,
    /// The field has still to take the focus, with the cursor there.
    pub wants_focus: bool,
}

impl TextId {
    /// The id of its field.
    pub fn editor(&self) -> Id {
        Id::unique(("report-text", self))
    }

    /// The edit that writes it.
    pub fn write(&self, body: Option<String>) -> Command {
        let (section, period) = (self.text.clone(), self.period);
        Command::Edit(Edit::WriteText { section, period, body })
    }
}

impl Writing {
    /// A text of the project, or else its draft, with the cursor at its end.
    pub fn begin(of: &TextId, document: &Document, values: &Values<'_>) -> Self {
        let known = document.project().section_text(&of.text, of.period);
        let body = known.and_then(|text| text.body.clone());
        let body = body.or_else(|| draft(document.figures(), &of.text, of.period));
        let prose = Prose::of(&body.unwrap_or_default(), |name| values.print(name));
        let cursor = eframe::egui::TextBuffer::as_str(&prose).chars().count();
        Self { of: of.clone(), prose, cursor, wants_focus: true }
    }

    /// The text as Markdown, as the project would have it.
    pub fn typed(&self) -> TypedText {
        let (section, period) = (self.of.text.clone(), self.of.period);
        TypedText { section, period, body: self.prose.markdown() }
    }

    /// The edit that it becomes.
    pub fn command(&self) -> Command {
        self.of.write(Some(self.prose.markdown()))
    }

    /// Puts something in the place of some characters, and the cursor after it.
    pub fn replace(&mut self, with: &Replacement) {
        let Replacement { place, field, words } = with;
        self.cursor = match field {
            Some(name) => self.prose.put_field(place.clone(), name, words),
            None => self.prose.put_words(place.clone(), words),
        };
        self.wants_focus = true;
    }
}

/// Everything around a text that drawing it needs.
pub(super) struct Around<'a> {
    /// The program.
    pub app: &'a App,
    /// What fields print.
    pub values: &'a Values<'a>,
    /// Whether the focus is lent to the list of numbers.
    pub is_lent: bool,
    /// Numbers that the person lets stand, by their text.
    pub left: &'a [(TextId, String)],
}
