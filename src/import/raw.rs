//! A cell as a file has it, before anyone knows what it means.

use std::borrow::Cow;

/// Whether reading goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// On to the next row.
    Continue,
    /// The rest of the sheet is not wanted.
    Stop,
}

/// A cell as the file has it. Texts are borrowed from the file wherever that is possible.
#[derive(Clone, Debug, PartialEq)]
pub enum RawCell<'a> {
    /// Nothing.
    Empty,
    /// A text; every cell of a text file is one.
    Text(Cow<'a, str>),
    /// A number. A date without a date format is one, too.
    Number(f64),
    /// A number that is formatted as a date: days since the workbook's epoch.
    DateTime {
        /// Days and parts of a day.
        serial: f64,
        /// Whether day 0 is 1 January 1904 rather than 30 December 1899.
        is_1904: bool,
    },
    /// True or false.
    Bool(bool),
    /// An error value, `#N/A`.
    Error(Cow<'static, str>),
}

impl RawCell<'_> {
    /// Whether the cell holds nothing that can be seen.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The cell as text, trimmed; a number in its shortest form.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text.trim()),
            // Written as an integer where it is one, which is several times as quick.
            Self::Number(value) if is_whole(*value) => Cow::Owned((*value as i64).to_string()),
            Self::Number(value) | Self::DateTime { serial: value, .. } => {
                Cow::Owned(value.to_string())
            }
            Self::Bool(value) => Cow::Owned(value.to_string()),
            Self::Error(text) => Cow::Borrowed(text),
        }
    }

    /// The same cell, independent of the file.
    pub fn to_owned_cell(&self) -> RawCell<'static> {
        match self {
            Self::Empty => RawCell::Empty,
            Self::Text(text) => RawCell::Text(Cow::Owned(text.to_string())),
            Self::Number(value) => RawCell::Number(*value),
            Self::DateTime { serial, is_1904 } => {
                RawCell::DateTime { serial: *serial, is_1904: *is_1904 }
            }
            Self::Bool(value) => RawCell::Bool(*value),
            Self::Error(text) => RawCell::Error(text.clone()),
        }
    }
}

/// Whether a number is whole, and small enough to be exact.
pub fn is_whole(value: f64) -> bool {
    value.fract() == 0.0 && value.abs() < 1e15
}

/// The cell of that column; one past the row's end is empty.
pub fn cell_at<'c, 'a>(cells: &'c [RawCell<'a>], column: usize) -> &'c RawCell<'a> {
    cells.get(column).unwrap_or(&RawCell::Empty)
}

/// How many cells of the row are not blank.
pub fn filled(cells: &[RawCell<'_>]) -> usize {
    cells.iter().filter(|cell| !cell.is_blank()).count()
}
