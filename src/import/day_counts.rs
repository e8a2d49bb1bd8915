//! Rows of cases per day.

use std::collections::HashMap;

use super::classify::is_sum_label;
use super::dates::{DateFault, DateRule, OrderEvidence, read_minute};
use super::mapping::{Mapping, missing};
use super::raw::{RawCell, cell_at};
use super::values::read_cell;
use super::verdict::{Reject, SkipReason, Skipped};
use crate::calendar::Date;
use crate::message;
use crate::project::{Cell, CellKind, DayCount, SourceKind};
use crate::words::Message;

/// Types day counts one by one.
pub struct DayCountReader {
    date: usize,
    cases: usize,
    /// The headings of columns that tell one count of a day from another, and are not kept.
    others: Vec<String>,
    rows: Vec<DayCount>,
}

/// The day counts of a whole sheet.
pub struct FinishedDayCounts {
    /// One count for each day.
    pub rows: Vec<DayCount>,
    /// The rows whose count was added to another of their day.
    pub skipped: Vec<Skipped>,
    /// What a person should know.
    pub note: Option<Message>,
}

impl DayCountReader {
    /// A reader for a sheet of that mapping; `None` while a column is missing.
    pub fn new(mapping: &Mapping) -> Option<Self> {
        let (date, cases) = (mapping.column_of("date")?, mapping.column_of("cases")?);
        let others = mapping.columns.iter().filter(|own| own.field.is_none());
        let others = others.map(|own| own.heading.trim()).filter(|heading| !heading.is_empty());
        let others = others.map(str::to_owned).collect();
        Some(Self { date, cases, others, rows: Vec::new() })
    }

    /// Takes a row; the reason where it is the sum of a day's other rows.
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
            Ok(Cell::Count(_)) if self.is_sum(cells) => Ok(Some(SkipReason::Sum)),
            Ok(Cell::Count(count)) => {
                self.rows.push(DayCount { date: day.day(), cases: count, row });
                Ok(None)
            }
            Ok(_) => {
                Err(Reject::new(row, self.cases, cases, missing(SourceKind::DayCounts, "cases")))
            }
            Err(cause) => Err(Reject::new(row, self.cases, cases, cause)),
        }
    }

    /// Whether a word in the row says that it sums others up: `01.03.2021;Totalt;74`.
    fn is_sum(&self, cells: &[RawCell<'_>]) -> bool {
        let others =
            cells.iter().enumerate().filter(|(at, _)| ![self.date, self.cases].contains(at));
        let mut texts = others.filter_map(|(_, cell)| match cell {
            RawCell::Text(text) => Some(text),
            _ => None,
        });
        texts.any(|text| is_sum_label(text))
    }

    /// One count for each day: several of one day, for a customer or a place each, add up.
    pub fn finish(self) -> FinishedDayCounts {
        let mut places: HashMap<Date, usize> = HashMap::new();
        let mut rows: Vec<DayCount> = Vec::with_capacity(self.rows.len());
        let mut skipped = Vec::new();
        let mut total = 0_u64;
        for count in self.rows {
            total += u64::from(count.cases);
            let place = *places.entry(count.date).or_insert(rows.len());
            match rows.get_mut(place) {
                Some(day) => {
                    day.cases = day.cases.saturating_add(count.cases);
                    let reason = SkipReason::AddedToDay { to: day.row };
                    skipped.push(Skipped { first: count.row, last: count.row, reason });
                }
                None => rows.push(count),
            }
        }
        let note = (!skipped.is_empty()).then(|| match self.others.is_empty() {
            true => message!("import-days-added", cases = total, days = rows.len()),
            false => message!(
                "import-days-added-over",
                cases = total,
                days = rows.len(),
                columns = quoted(&self.others),
            ),
        });
        FinishedDayCounts { rows, skipped, note }
    }
}

fn quoted(headings: &[String]) -> String {
    headings.iter().map(|own| format!("«{own}»")).collect::<Vec<_>>().join(", ")
}

/// A day count's field as it stands in previews.
pub fn day_count_text(count: &DayCount, field: &str) -> String {
    match field {
        "date" => Cell::Date(count.date).text(CellKind::Date),
        "cases" => Cell::Count(count.cases).text(CellKind::Count),
        _ => String::new(),
    }
}
