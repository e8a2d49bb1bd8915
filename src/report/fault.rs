//! What is off in the texts of a report.

use std::fmt;

use crate::words::Message;

/// Something in a section's text that cannot be printed as it stands: a field or a reference that
/// leads nowhere, a letter that the font lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The section, by its id in the outline: two sections may have one title.
    pub section: String,
    /// The section's title.
    pub title: String,
    /// What is off, and what to do.
    pub message: Message,
}

impl fmt::Display for Fault {
    /// The section's title, then the sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.title.is_empty() {
            write!(f, "{}: ", self.title)?;
        }
        write!(f, "{}", self.message)
    }
}
