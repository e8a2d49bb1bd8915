//! Rows of cases per day.

use std::collections::HashMap;

use super::dates::{DateFault, DateRule, OrderEvidence, read_minute};
use super::mapping::{Mapping, missing};
use super::raw::{RawCell, cell_at};
use super::values::read_cell;
use super::verdict::{Reject, SkipReason, Skipped};
use crate::calendar::Date;
use crate::project::{Cell, CellKind, DayCount, SourceKind};

/// Types day counts one by one.
pub struct DayCountReader {
    date: usize,
    cases: usize,
    rows: Vec<DayCount>,
}

impl DayCountReader {
    /// A reader for a sheet of that mapping; `None` while a column is missing.
    pub fn new(mapping: &Mapping) -> Option<Self> {
        let (date, cases) = (mapping.column_of("date")?, mapping.column_of("cases")?);
        Some(Self { date, cases, rows: Vec::new() })
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
    ) -> Result<(), Reject> {
        let (date, cases) = (cell_at(cells, self.date), cell_at(cells, self.cases));
        let day = read_minute(date, rule, evidence).map_err(|fault| match fault {
            DateFault::Missing => {
                Reject::new(row, self.date, date, missing(SourceKind::DayCounts, "date"))
            }
            _ => Reject::new(row, self.date, date, fault.message()),
        })?;
        match read_cell(CellKind::Count, cases, rule, evidence) {
            Ok(Cell::Count(count)) => {
                self.rows.push(DayCount { date: day.day(), cases: count, row });
                Ok(())
            }
            Ok(_) => {
                Err(Reject::new(row, self.cases, cases, missing(SourceKind::DayCounts, "cases")))
            }
            Err(cause) => Err(Reject::new(row, self.cases, cases, cause)),
        }
    }

    /// The counts, and the rows whose day a later row repeats.
    pub fn finish(self) -> (Vec<DayCount>, Vec<Skipped>) {
        let last: HashMap<Date, u32> =
            self.rows.iter().map(|count| (count.date, count.row)).collect();
        let mut skipped = Vec::new();
        let mut rows = self.rows;
        rows.retain(|count| {
            let by = last.get(&count.date).copied().unwrap_or(count.row);
            if by != count.row {
                let reason = SkipReason::Repeated { by };
                skipped.push(Skipped { first: count.row, last: count.row, reason });
            }
            by == count.row
        });
        (rows, skipped)
    }
}

/// A day count's field as it stands in previews.
pub fn day_count_text(count: &DayCount, field: &str) -> String {
    match field {
        "date" => Cell::Date(count.date).text(CellKind::Date),
        "cases" => Cell::Count(count.cases).text(CellKind::Count),
        _ => String::new(),
    }
}
