//! The readers that type the rows of each kind.

use super::accounts::{AccountsReader, Fate, FundReader, StatementUnit, Surroundings};
use super::cases::{CaseReader, CaseRules};
use super::classify::classify;
use super::dates::{DateRule, OrderEvidence};
use super::day_counts::DayCountReader;
use super::mapping::Mapping;
use super::measures::SaidUnits;
use super::raw::RawCell;
use super::tables::TableReader;
use super::verdict::{Reject, SkipReason};
use crate::calendar::Year;
use crate::project::{Goal, RepeatedRows, SourceKind, TableId};
use crate::words::Message;

/// Types rows of one kind.
pub enum RowReader {
    /// Cases.
    Cases(Box<CaseReader>),
    /// Cases per day.
    DayCounts(DayCountReader),
    /// A small table.
    Table(TableReader),
    /// Printed statements, with what their amounts are counted in.
    Statements(Box<(TableReader, StatementUnit)>),
    /// Balances, a balance list or a ledger.
    Accounts(Box<AccountsReader>),
    /// The history of a fund.
    Fund(FundReader),
}

impl RowReader {
    /// The reader of a kind; `None` where a column that it cannot do without is open.
    pub fn new(
        mapping: &Mapping,
        (units, year, repeated): (SaidUnits, Option<Year>, Option<RepeatedRows>),
        surroundings: impl FnOnce() -> Surroundings,
        case_rules: impl FnOnce() -> CaseRules,
    ) -> Option<Self> {
        match mapping.kind {
            SourceKind::Table(TableId::Balances | TableId::BalanceList) | SourceKind::Ledger => {
                AccountsReader::new(mapping, surroundings()).map(Box::new).map(Self::Accounts)
            }
            SourceKind::Table(TableId::Fund) => {
                FundReader::new(mapping, surroundings()).map(Self::Fund)
            }
            SourceKind::Table(TableId::Statements) => {
                let unit = StatementUnit::of(mapping, &surroundings());
                let reader = TableReader::new(TableId::Statements, mapping, units, year)?;
                Some(Self::Statements(Box::new((reader.where_repeated(repeated), unit))))
            }
            SourceKind::Cases => {
                CaseReader::new(mapping, case_rules()).map(Box::new).map(Self::Cases)
            }
            SourceKind::DayCounts => DayCountReader::new(mapping, repeated).map(Self::DayCounts),
            SourceKind::Table(table) => {
                let reader = TableReader::new(table, mapping, units, year);
                reader.map(|reader| Self::Table(reader.where_repeated(repeated)))
            }
        }
    }

    /// The same, of a sheet of which a person says what it holds, of a text whose cells that mark
    /// parts, and of a project with those goals.
    #[must_use]
    pub fn of_file(
        self,
        kind: Option<SourceKind>,
        separator: Option<char>,
        goals: &[Goal],
    ) -> Self {
        match self {
            Self::DayCounts(reader) => {
                Self::DayCounts(reader.of_file(kind == Some(SourceKind::DayCounts), separator))
            }
            Self::Table(reader) => Self::Table(reader.of_file(kind.is_some(), separator, goals)),
            reader => reader,
        }
    }

    /// Why nothing of the sheet can be taken, now that all its rows were seen.
    pub fn refusal(&self) -> Option<Message> {
        match self {
            Self::DayCounts(reader) => reader.refusal(),
            _ => None,
        }
    }

    /// Takes a row: as data, as no data, or as a reject.
    pub fn take(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        mapping: &Mapping,
        (rule, evidence): (&DateRule, &mut OrderEvidence),
    ) -> Fate {
        let typed =
            |is_doubtful: bool, read: &mut dyn FnMut() -> Result<Option<SkipReason>, Reject>| {
                // A sum row could pass for data, so that it must be looked at before it is typed.
                if is_doubtful && let Some(reason) = classify(cells, mapping) {
                    return Fate::Skipped(reason);
                }
                match read() {
                    Ok(None) => Fate::Kept,
                    Ok(Some(reason)) => Fate::Skipped(reason),
                    Err(reject) => {
                        classify(cells, mapping).map_or(Fate::Rejected(reject), Fate::Skipped)
                    }
                }
            };
        match self {
            Self::Cases(reader) => {
                typed(reader.is_doubtful(cells), &mut || reader.read(row, cells, rule, evidence))
            }
            Self::DayCounts(reader) => {
                typed(false, &mut || reader.read(row, cells, rule, evidence))
            }
            Self::Table(reader) => {
                typed(reader.is_without_days(), &mut || reader.read(row, cells, rule, evidence))
            }
            Self::Statements(statements) => {
                let reader = &mut statements.0;
                typed(reader.is_without_days(), &mut || reader.read(row, cells, rule, evidence))
            }
            Self::Accounts(reader) => reader.take(row, cells, mapping, (rule, evidence)),
            Self::Fund(reader) => reader.take(row, cells, mapping),
        }
    }
}
