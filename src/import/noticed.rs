//! What was noticed and does not stop the import.

use crate::issue::{Issue, Place, Severity};
use crate::words::Message;

/// What a person should know of a whole sheet.
pub fn note(message: Message) -> Issue {
    Issue { severity: Severity::Note, place: Place::default(), message }
}

/// What a person should know of a cell, by its name in Excel.
pub fn note_at(message: Message, cell: &str) -> Issue {
    let place = Place { cell: Some(cell.to_owned()), ..Place::default() };
    Issue { severity: Severity::Note, place, message }
}
