//! Sources: what was imported, from where, when, and what came of it.

use serde::{Deserialize, Serialize};

use super::{Minute, TableId};
use crate::calendar::Span;
use crate::text_key;

/// A source by number, unique within a project.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct SourceId(pub u32);

/// A row of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowRef {
    /// The source.
    pub source: SourceId,
    /// The row, as Excel counts.
    pub row: u32,
}

/// What an export holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SourceKind {
    /// A list of cases.
    Cases,
    /// Cases per day.
    DayCounts,
    /// Rows of a table that a person could also have typed.
    Table(TableId),
    /// Postings of the ledger.
    Ledger,
}

impl SourceKind {
    /// All of them with their names on the command line.
    pub const ALL: [(Self, &'static str); 20] = [
        (Self::Cases, "cases"),
        (Self::DayCounts, "day-counts"),
        (Self::Table(TableId::Events), "events"),
        (Self::Table(TableId::Calls), "calls"),
        (Self::Table(TableId::Deliveries), "deliveries"),
        (Self::Table(TableId::NewUsers), "new-users"),
        (Self::Table(TableId::Uptime), "uptime"),
        (Self::Table(TableId::Staff), "staff"),
        (Self::Table(TableId::Gender), "gender"),
        (Self::Table(TableId::Turnover), "turnover"),
        (Self::Table(TableId::SickLeave), "sick-leave"),
        (Self::Table(TableId::SickLeaveYears), "sick-leave-years"),
        (Self::Table(TableId::Goals), "goals"),
        (Self::Table(TableId::Customers), "customers"),
        (Self::Table(TableId::Balances), "balances"),
        (Self::Ledger, "ledger"),
        (Self::Table(TableId::BalanceList), "balance-list"),
        (Self::Table(TableId::Fund), "fund"),
        (Self::Table(TableId::Mapping), "mapping"),
        (Self::Table(TableId::Statements), "statements"),
    ];

    /// The name on the command line, `day-counts`.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, id)| id)
    }

    /// The kind with that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name)| *name == id).map(|(kind, _)| *kind)
    }

    /// How the locale files name it.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Cases => text_key!("kind-cases"),
            Self::DayCounts => text_key!("kind-day-counts"),
            Self::Table(table) => table.word_key(),
            Self::Ledger => text_key!("kind-ledger"),
        }
    }
}

/// Where exports of one sort come from, again and again. A new export replaces only what came
/// earlier from the same stream.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stream {
    /// What the export holds.
    pub kind: SourceKind,
    /// The system, as the title rows or the person name it; may be empty.
    pub system: String,
    /// What was selected in the system, empty for everything.
    pub selection: String,
}

/// One sheet of one file, as it was imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its number within the project.
    pub id: SourceId,
    /// Where it comes from.
    pub stream: Stream,
    /// The company whose accounts it has, where that is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub company: String,
    /// The file's name without its folder.
    pub file: String,
    /// The sheet, empty for text files.
    pub sheet: String,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The days that it speaks of: stated, or from the first row's day to the last's. `None`
    /// for what has no days.
    pub period: Option<Span>,
    /// Whether the last day may be incomplete, since the export was made on it.
    pub is_last_day_partial: bool,
    /// Rows read below the header; accepted, rejected and skipped together.
    pub read: u32,
    /// Rows taken into the project.
    pub accepted: u32,
    /// Rows that could not be understood.
    pub rejected: u32,
    /// Sum rows, blank rows, repeated headers, footers.
    pub skipped: u32,
    /// Rows whose case a later row has, too, with other content, each with that row, which
    /// counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaced: Vec<(u32, u32)>,
    /// Which column each field was read from: the field's id and the column, 0 for A.
    pub columns: Vec<(String, u16)>,
    /// When it was imported.
    pub imported: Minute,
    /// Who imported it.
    pub imported_by: String,
}

impl Source {
    /// The cell of `field` in `row`, as Excel names it: `B4818`.
    pub fn cell_name(&self, field: &str, row: u32) -> Option<String> {
        let (_, column) = self.columns.iter().find(|(name, _)| name == field)?;
        Some(cell_name(usize::from(*column), row))
    }
}

/// A cell as Excel names it: column 0, row 1 is `A1`.
pub fn cell_name(column: usize, row: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    let name: String = letters.iter().rev().collect();
    format!("{name}{row}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_excel() {
        assert_eq!(cell_name(0, 1), "A1");
        assert_eq!(cell_name(25, 7), "Z7");
        assert_eq!(cell_name(26, 10_864), "AA10864");
        assert_eq!(cell_name(701, 1), "ZZ1");
        assert_eq!(cell_name(702, 1), "AAA1");
    }
}
