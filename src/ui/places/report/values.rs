//! What the fields of the report print, looked up fast enough for every frame.

use std::sync::Arc;

use crate::app::{App, Document};
use crate::figures::{Figures, KeyIndex};
use crate::report::{Field, Fields, NumberedPart};
use crate::t;

/// The names of all figures, kept as long as the project stays as it is.
#[derive(Default)]
pub(super) struct ValueIndex {
    of: Option<(u64, Arc<KeyIndex>)>,
}

impl ValueIndex {
    /// The values of the open document's fields.
    pub fn values<'a>(&mut self, app: &'a App, document: &'a Document) -> Values<'a> {
        let revision = document.revision();
        let known = self.of.take().filter(|(known_at, _)| *known_at == revision);
        let make = || (revision, Arc::new(KeyIndex::of(document.figures())));
        let (_, index) = self.of.insert(known.unwrap_or_else(make));
        Values {
            figures: document.figures(),
            fields: Fields::with(document.figures(), Arc::clone(index)),
            parts: &app.report_content().parts,
        }
    }
}

/// What fields print.
pub(super) struct Values<'a> {
    /// The figures that they name.
    pub figures: &'a Figures,
    fields: Fields<'a>,
    parts: &'a [NumberedPart],
}

impl Values<'_> {
    /// What a field prints; `None` where it names nothing.
    pub fn print(&self, name: &str) -> Option<String> {
        match self.fields.look_up(name) {
            Field::Figure { text, .. } | Field::Words(text) => Some(text),
            Field::Reference(anchor) => self.part(&anchor).map(|part| part.reference.clone()),
            Field::Missing(_) => Some(t!("missing")),
            Field::Unknown => None,
        }
    }

    /// What a field is, in words.
    pub fn label(&self, name: &str) -> Option<String> {
        match self.fields.look_up(name) {
            Field::Figure { key, .. } | Field::Missing(key) => {
                Some(self.figures.figure(&key).label)
            }
            Field::Reference(anchor) => self.part(&anchor).map(|part| part.caption.clone()),
            Field::Words(_) | Field::Unknown => None,
        }
    }

    /// The table or chart with that anchor, if the report has it.
    pub fn part(&self, anchor: &str) -> Option<&NumberedPart> {
        self.parts.iter().find(|part| part.anchor == anchor)
    }

    /// The tables and charts of the report.
    pub fn parts(&self) -> &[NumberedPart] {
        self.parts
    }
}
