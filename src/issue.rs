//! The one type for "something is off": what, how bad, and where.

use crate::words::Message;

/// How bad an [`Issue`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// For a person to judge (*til vurdering*).
    Note,
    /// Should be looked at before anything is delivered (*advarsel*).
    Warning,
    /// Must be mended, or accepted with a reason (*feil*).
    Error,
}

/// Where an [`Issue`] is: as much as is known of file, sheet and cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file's name, without its folder.
    pub file: Option<String>,
    /// The sheet within the file.
    pub sheet: Option<String>,
    /// The cell as Excel names it, `B4818`.
    pub cell: Option<String>,
}

/// Something that is off, worded only where it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What failed, why, and what to do.
    pub message: Message,
}

impl Issue {
    /// An error at no particular place.
    pub fn error(message: Message) -> Self {
        Self { severity: Severity::Error, place: Place::default(), message }
    }

    /// A warning at no particular place.
    pub fn warning(message: Message) -> Self {
        Self { severity: Severity::Warning, place: Place::default(), message }
    }

    /// The same issue, in `file`.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        self.place.file = Some(file.to_owned());
        self
    }

    /// The same issue, in `sheet`.
    #[must_use]
    pub fn in_sheet(mut self, sheet: &str) -> Self {
        self.place.sheet = Some(sheet.to_owned());
        self
    }
}

impl std::fmt::Display for Issue {
    /// The place as far as it is known, then the sentence.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Place { file, sheet, cell } = &self.place;
        let places: Vec<&str> =
            [file, sheet, cell].into_iter().flatten().map(String::as_str).collect();
        if !places.is_empty() {
            write!(f, "{}: ", places.join(", "))?;
        }
        write!(f, "{}", self.message)
    }
}

impl std::error::Error for Issue {}
