//! Rows of cases per day.

use super::dates::{DateFault, DateRule, OrderEvidence, read_minute};
use super::mapping::{Mapping, missing};
use super::noticed::note;
use super::question::Question;
use super::raw::{RawCell, cell_at};
use super::repeats::{Adds, Beside, KeyedRow, ReadColumn, Settled, Shape, settle};
use super::values::{minute_text, read_cell};
use super::verdict::{Reject, SkipReason, Skipped};
use crate::issue::Issue;
use crate::message;
use crate::project::{Cell, CellKind, DayCount, RepeatedRows, SourceKind};

/// Types day counts one by one.
pub struct DayCountReader {
    date: usize,
    cases: usize,
    /// The headings of the two.
    headings: [String; 2],
    /// The columns that tell one count of a day from another, and are not kept.
    others: Vec<(usize, String)>,
    beside: Vec<Beside>,
    rows: Vec<KeyedRow>,
    /// What a person says of rows of one day of which nothing tells.
    repeated: Option<RepeatedRows>,
}

/// The day counts of a whole sheet.
pub struct FinishedDayCounts {
    /// One count for each day.
    pub rows: Vec<DayCount>,
    /// The rows whose count was added to another of their day.
    pub skipped: Vec<Skipped>,
    /// What only a person knows.
    pub question: Option<Question>,
    /// What a person should know.
    pub notes: Vec<Issue>,
    /// Whether what a person says of rows of one day was needed.
    pub is_repeat_said: bool,
}

impl DayCountReader {
    /// A reader for a sheet of that mapping; `None` while a column is missing.
    pub fn new(mapping: &Mapping, repeated: Option<RepeatedRows>) -> Option<Self> {
        let (date, cases) = (mapping.column_of("date")?, mapping.column_of("cases")?);
        let heading = |at: usize| mapping.name_of(at).trim().to_owned();
        let unread = mapping.columns.iter().filter(|column| column.field.is_none());
        let others: Vec<(usize, String)> =
            unread.map(|column| (column.index, column.heading.trim().to_owned())).collect();
        let normal = |at: usize| mapping.normals.get(at).map_or("", String::as_str);
        let beside = others.iter().map(|(at, _)| Beside::new(heading(*at), normal(*at)));
        let beside = beside.chain([Beside::clock(heading(date))]).collect();
        let headings = [heading(date), heading(cases)];
        Some(Self { date, cases, headings, others, beside, rows: Vec::new(), repeated })
    }

    /// Takes a row.
    ///
    /// # Errors
    /// When the row is no day with its count; it is not taken then.
    pub fn read(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) -> Result<Option<SkipReason>, Reject> {
        let (date, cases) = (cell_at(cells, self.date), cell_at(cells, self.cases));
        let day = read_minute(date, rule, evidence).map_err(|fault| match fault {
            DateFault::Missing => {
                Reject::new(row, self.date, date, missing(SourceKind::DayCounts, "date"))
            }
            _ => Reject::new(row, self.date, date, fault.message()),
        })?;
        match read_cell(CellKind::Count, cases, rule, evidence) {
            Ok(Cell::Count(count)) => {
                let others = self.others.iter().map(|(at, _)| cell_at(cells, *at).text().into());
                let clock = [minute_text(day).into()];
                self.rows.push(KeyedRow {
                    row,
                    key: day.day().to_string(),
                    cells: vec![Cell::Date(day.day()), Cell::Count(count)],
                    beside: others.chain(clock).collect(),
                });
                Ok(None)
            }
            Ok(_) => {
                Err(Reject::new(row, self.cases, cases, missing(SourceKind::DayCounts, "cases")))
            }
            Err(cause) => Err(Reject::new(row, self.cases, cases, cause)),
        }
    }

    /// One count for each day: several of one day, for a customer or a place each, add up.
    pub fn finish(self) -> FinishedDayCounts {
        let read = |at: usize, kind: CellKind| ReadColumn {
            column: Some(if at == 0 { self.date } else { self.cases }),
            heading: self.headings.get(at).cloned().unwrap_or_default(),
            kind,
            is_key: at == 0,
            adds: if at == 0 { Adds::No } else { Adds::Flow },
        };
        let shape = Shape {
            read: vec![read(0, CellKind::Date), read(1, CellKind::Count)],
            beside: self.beside,
            are_counts: true,
            said: self.repeated,
            added: |to| SkipReason::AddedToDay { to },
        };
        let Settled { rows, skipped, question, mut notes, is_said, .. } = settle(self.rows, &shape);
        let count = |row: KeyedRow| match row.cells[..] {
            [Cell::Date(date), Cell::Count(cases)] => Some(DayCount { date, cases, row: row.row }),
            _ => None,
        };
        let rows: Vec<DayCount> = rows.into_iter().filter_map(count).collect();
        let is_added = |skipped: &Skipped| matches!(skipped.reason, SkipReason::AddedToDay { .. });
        if skipped.iter().any(is_added) {
            let total: u64 = rows.iter().map(|day| u64::from(day.cases)).sum();
            let headings = self.others.iter().map(|(_, heading)| heading.clone());
            let headings: Vec<String> = headings.filter(|heading| !heading.is_empty()).collect();
            let days = rows.len();
            notes.insert(
                0,
                note(match headings.is_empty() {
                    true => message!("import-days-added", cases = total, days = days),
                    false => message!(
                        "import-days-added-over",
                        cases = total,
                        days = days,
                        columns = quoted(&headings),
                    ),
                }),
            );
        }
        FinishedDayCounts { rows, skipped, question, notes, is_repeat_said: is_said }
    }
}

fn quoted(headings: &[String]) -> String {
    headings.iter().map(|heading| format!("«{heading}»")).collect::<Vec<_>>().join(", ")
}

/// A day count's field as it stands in previews.
pub fn day_count_text(count: &DayCount, field: &str) -> String {
    match field {
        "date" => Cell::Date(count.date).text(CellKind::Date),
        "cases" => Cell::Count(count.cases).text(CellKind::Count),
        _ => String::new(),
    }
}
