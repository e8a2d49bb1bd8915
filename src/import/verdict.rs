//! Rows that are not taken: why, and where.

use super::raw::RawCell;
use crate::message;
use crate::project::cell_name;
use crate::words::Message;

/// A row that could not be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// The row, as Excel counts.
    pub row: u32,
    /// The cell as Excel names it, `B4818`.
    pub cell: String,
    /// What stands there; empty for a blank.
    pub value: String,
    /// Why the row cannot be taken.
    pub cause: Message,
    /// What the row is known by, a case's number or a table row's key, where that could be
    /// read; else empty. What the project has under it stays.
    pub known_by: String,
}

impl Reject {
    /// The rejection of `row` for its cell in `column`.
    pub fn new(row: u32, column: usize, cell: &RawCell<'_>, cause: Message) -> Self {
        let cause = match cell {
            RawCell::Uncomputed => message!("import-formula-without-result"),
            _ => cause,
        };
        let (cell, value) = (cell_name(column, row), cell.text().into_owned());
        Self { row, cell, value, cause, known_by: String::new() }
    }

    /// The same, with what the row is known by.
    #[must_use]
    pub fn known_by(mut self, known_by: &str) -> Self {
        known_by.clone_into(&mut self.known_by);
        self
    }
}

/// Rows that are no data, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The first row, as Excel counts.
    pub first: u32,
    /// The last row.
    pub last: u32,
    /// Why they are no data.
    pub reason: SkipReason,
}

impl Skipped {
    /// How many rows that are.
    pub fn count(&self) -> u32 {
        self.last.saturating_sub(self.first).saturating_add(1)
    }
}

/// Why a row is no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// Nothing stands in it.
    Blank,
    /// It sums the others up.
    Sum,
    /// What it has is among the others already: "Herav …".
    Among,
    /// It repeats the header.
    RepeatedHeader,
    /// It speaks of the report: "Side 1 av 3".
    Footer,
    /// It says what the rows below it belong to.
    Group,
    /// The case has a status that a person leaves out.
    LeftOut,
    /// Its count is added to that of another row of the same day.
    AddedToDay {
        /// That row.
        to: u32,
    },
    /// It is a part, and its numbers are added to those of another row with the same key.
    PartAdded {
        /// That row.
        to: u32,
    },
    /// It is a part of what another row says of the whole.
    PartOf {
        /// That row.
        to: u32,
    },
    /// It belongs to books that this kind of export does not hold.
    OtherBooks,
    /// It is another company's than the one that is wanted.
    OtherCompany,
    /// It is of another fund than the report's.
    OtherFund,
    /// Its amounts are added to those of the row with the same account string.
    Added {
        /// That row.
        to: u32,
    },
    /// A later row of the sheet is the same case with other content.
    Replaced {
        /// The row that counts instead.
        by: u32,
    },
    /// It is a further line of a case that another row registers.
    LineOf {
        /// That row.
        by: u32,
    },
    /// A later row of the sheet is the same case or the same row of the table.
    Repeated {
        /// The row that counts instead.
        by: u32,
    },
}

impl SkipReason {
    /// Whether two reasons are the same but for the row that they point to.
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// How many rows were passed over for this reason, in words.
    pub fn counted(self, count: u32) -> String {
        match self {
            Self::Blank => crate::t!("import-skipped-blank", count = count),
            Self::Sum => crate::t!("import-skipped-sum", count = count),
            Self::Among => crate::t!("import-skipped-among", count = count),
            Self::RepeatedHeader => crate::t!("import-skipped-header", count = count),
            Self::Footer => crate::t!("import-skipped-footer", count = count),
            Self::Group => crate::t!("import-skipped-group", count = count),
            Self::LeftOut => crate::t!("import-skipped-left-out", count = count),
            Self::AddedToDay { .. } => crate::t!("import-skipped-added-to-day", count = count),
            Self::PartAdded { .. } => crate::t!("import-skipped-part-added", count = count),
            Self::PartOf { .. } => crate::t!("import-skipped-part-of", count = count),
            Self::OtherBooks => crate::t!("import-skipped-other-books", count = count),
            Self::OtherCompany => crate::t!("import-skipped-other-company", count = count),
            Self::OtherFund => crate::t!("import-skipped-other-fund", count = count),
            Self::Added { .. } => crate::t!("import-skipped-added", count = count),
            Self::Replaced { .. } => crate::t!("import-skipped-replaced", count = count),
            Self::LineOf { .. } => crate::t!("import-skipped-line-of", count = count),
            Self::Repeated { .. } => crate::t!("import-skipped-repeated", count = count),
        }
    }

    /// The reason in words.
    pub fn message(self) -> Message {
        match self {
            Self::Blank => message!("import-skip-blank"),
            Self::Sum => message!("import-skip-sum"),
            Self::Among => message!("import-skip-among"),
            Self::RepeatedHeader => message!("import-skip-header"),
            Self::Footer => message!("import-skip-footer"),
            Self::Group => message!("import-skip-group"),
            Self::LeftOut => message!("import-skip-left-out"),
            Self::AddedToDay { to } => message!("import-skip-added-to-day", row = to.to_string()),
            Self::PartAdded { to } => message!("import-skip-part-added", row = to.to_string()),
            Self::PartOf { to } => message!("import-skip-part-of", row = to.to_string()),
            Self::OtherBooks => message!("import-skip-other-books"),
            Self::OtherCompany => message!("import-skip-other-company"),
            Self::OtherFund => message!("import-skip-other-fund"),
            Self::Added { to } => message!("import-skip-added", row = to.to_string()),
            Self::Replaced { by } => message!("import-skip-replaced", row = by.to_string()),
            Self::LineOf { by } => message!("import-skip-line-of", row = by.to_string()),
            Self::Repeated { by } => message!("import-skip-repeated", row = by.to_string()),
        }
    }
}
