//! Where something is, by what it is: words change with the language and with what a person calls
//! things, and two things may have the same.

use super::{Key, TrailOf};
use crate::project::{CellAt, SourceId};

/// Where something is. Findings, trails and jumps speak it; its words are made where it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Address {
    /// A figure.
    Figure(Key),
    /// A cell of the project's tables, by its place at the project's present revision.
    Cell(CellAt),
    /// A table as a whole, by its name on the command line: `par5-6`, `goals`.
    Table(String),
    /// A section of the report, by its id in the outline.
    Section(String),
    /// A source.
    Source(SourceId),
}

impl Address {
    /// The figure, where it is one.
    pub fn figure(&self) -> Option<&Key> {
        match self {
            Self::Figure(key) => Some(key),
            _ => None,
        }
    }

    /// What can be asked where it comes from; `None` of a place that holds no value.
    pub fn trail(&self) -> Option<TrailOf> {
        match self {
            Self::Figure(key) => Some(TrailOf::Figure(key.clone())),
            Self::Cell(at) => Some(TrailOf::Cell(*at)),
            Self::Table(_) | Self::Section(_) | Self::Source(_) => None,
        }
    }
}
