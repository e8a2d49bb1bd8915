//! The trail: where a figure comes from, back to file, sheet and cell. Computed when asked for,
//! from the project alone, so that it works long after the source file is gone.

mod cells;
mod formula;

use std::collections::BTreeMap;

use super::breakdown::cases_in;
use super::breakdown::cases_sharing;
use super::priorities::Urgency;
use super::volumes::Filter;
use super::{Figure, Figures, Key, Made, Rows};
use crate::calendar::{Date, Span};
use crate::project::{Case, CellAt, Correction, LogEntry, RowRef, Source, SourceId};
use crate::t;

/// At most so many runs of rows are named one by one; the rest is counted.
const NAMED_RUNS: usize = 12;

/// At most so many cells are separate parts; of more cells, the places are listed together.
const NAMED_CELLS: usize = 12;

/// What one can ask the trail of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TrailOf {
    /// A figure.
    Figure(Key),
    /// What stands in a cell of one of the project's tables, a number or not.
    Cell(CellAt),
}

/// Where a figure comes from.
#[derive(Clone, Debug)]
pub struct Trail {
    /// The figure. What stands in a cell and is no number has no value.
    pub figure: Figure,
    /// The cell of the project's tables that it stands in, where it stands in one.
    pub at: Option<CellAt>,
    /// How it was computed, in words and numbers; `None` where it stands in a source.
    pub formula: Option<String>,
    /// What decided that it is made of just these parts, a sentence each.
    pub basis: Vec<String>,
    /// What it was made of.
    pub parts: Vec<TrailPart>,
}

/// Something that a figure was made of.
#[derive(Clone, Debug)]
pub enum TrailPart {
    /// Another figure, with its trail.
    Figure(Box<Trail>),
    /// Rows of a source.
    Rows {
        /// The source.
        source: Box<Source>,
        /// The cells, as Excel names them, runs as `B6–B41`.
        cells: String,
        /// How many rows.
        count: usize,
    },
    /// A person's correction of what the source says.
    Correction {
        /// The corrected cell.
        at: CellAt,
        /// The correction.
        correction: Box<Correction>,
    },
    /// Working days by the calendar, of a span that no figure is of.
    Workdays {
        /// How many.
        count: u32,
        /// The span.
        span: Span,
    },
    /// A person typed it.
    Typed {
        /// What the log says of it: when, and who.
        log: Option<LogEntry>,
    },
}

/// How a figure was computed, and what from.
#[derive(Default)]
pub(super) struct Way {
    pub formula: Option<String>,
    pub basis: Vec<String>,
    pub parts: Vec<TrailPart>,
    pub at: Option<CellAt>,
}

impl Way {
    /// Computed so, from these parts.
    pub fn computed(formula: String, parts: Vec<TrailPart>) -> Self {
        Self { formula: Some(formula), parts, ..Self::default() }
    }

    /// As it stands in these sources.
    pub fn read(parts: Vec<TrailPart>) -> Self {
        Self { parts, ..Self::default() }
    }
}

impl Figures {
    /// Where a figure, or what stands in a cell, comes from.
    pub fn trail_of(&self, of: &TrailOf) -> Trail {
        match of {
            TrailOf::Figure(key) => self.trail(key),
            TrailOf::Cell(at) => self.cell_trail(*at),
        }
    }

    /// Where the figure with that name comes from.
    pub fn trail(&self, key: &Key) -> Trail {
        let figure = self.figure(key);
        let Way { formula, basis, parts, at } = self.way(key);
        Trail { figure, at, formula, basis, parts }
    }

    fn way(&self, key: &Key) -> Way {
        if let Key::Accounts(account_key) = key {
            return self.account_way(account_key);
        }
        let made = self.made(key);
        let parts = self.parts_of(&made);
        match made {
            Made::Unknown => Way::default(),
            Made::Cell(at) => Way { at: Some(at), ..Way::read(parts) },
            Made::Counted(..) => Way::read(parts),
            _ => {
                let basis = self.same_days(key, &made).into_iter().collect();
                Way { basis, ..Way::computed(formula::sentence(self, key, &made), parts) }
            }
        }
    }

    /// What a number was made of: every end of its arithmetic.
    pub(super) fn parts_of(&self, made: &Made) -> Vec<TrailPart> {
        let cells = made.cells();
        if let Made::Cell(_) = made {
            return self.cells_parts(&cells);
        }
        let counts_cells =
            made.ends().iter().any(|end| matches!(end, Made::Counted(_, Rows::Table { .. })));
        let are_named = cells.len() <= NAMED_CELLS && !counts_cells;
        let mut parts = Vec::new();
        for end in made.ends() {
            match end {
                Made::Figure(key) => parts.extend(self.figure_parts(std::slice::from_ref(key))),
                Made::Cell(at) if are_named => parts.extend(self.cell_figures(&[*at])),
                Made::Counted(_, rows) => parts.extend(self.counted_parts(rows)),
                Made::Median(_, rows) | Made::Posted(_, rows) => {
                    parts.extend(self.counted_parts(rows));
                }
                Made::ByRule(_, keys) => parts.extend(self.figure_parts(keys)),
                Made::Workdays(count, span) => {
                    parts.push(TrailPart::Workdays { count: *count, span: *span });
                }
                _ => {}
            }
        }
        if !are_named {
            parts.extend(self.cells_parts(&cells));
        }
        parts
    }

    /// The rows that a number was counted from; those of tables are told as cells.
    fn counted_parts(&self, rows: &Rows) -> Vec<TrailPart> {
        match rows {
            Rows::Cases(span) => self.row_parts(*span),
            Rows::Sharing(span, dimension, word) => {
                let cases = cases_sharing(&self.project, *span, *dimension, word.as_deref());
                let rows = cases.into_iter().map(|(source, row)| RowRef { source, row });
                self.origin_parts("created", rows)
            }
            Rows::Incidents(span) => {
                let priorities = &self.walk().priorities;
                let is_incident = |source: SourceId, case: &Case| {
                    priorities.of_case(source, case) == Urgency::Incident
                };
                self.case_rows("priority", *span, is_incident)
            }
            Rows::Closed(span, closing) => {
                let cases = self.closed_cases(*span, closing);
                let rows = cases.into_iter().map(|(source, row)| RowRef { source, row });
                self.origin_parts("closed", rows)
            }
            Rows::Ledger { parts, is_opening } => self.posted_parts(parts, *is_opening),
            Rows::Table { .. } => Vec::new(),
        }
    }

    /// Of a period that is not over: which days of which years it is compared with.
    fn same_days(&self, key: &Key, made: &Made) -> Option<String> {
        let (Key::Cases(year, ..) | Key::CustomerCases(_, year, ..)) = key else { return None };
        let others: Vec<Span> = made
            .ends()
            .into_iter()
            .filter_map(|end| match end {
                Made::Counted(_, Rows::Cases(span) | Rows::Sharing(span, ..))
                    if span.first.year() != *year =>
                {
                    Some(*span)
                }
                _ => None,
            })
            .collect();
        let (first, last) = (others.first()?, others.last()?);
        let day = |day: Date| day.strftime("%d.%m.").to_string();
        let (from, to) = (day(first.first), day(first.last));
        let (first, last) = (first.first.year().to_string(), last.first.year().to_string());
        Some(match others.len() {
            1 => t!("trail-same-days", from = from, to = to, year = first),
            _ => t!("trail-same-days-years", from = from, to = to, first = first, last = last),
        })
    }

    pub(super) fn two(&self, word_key: &str, new: &Key, reference: &Key) -> String {
        let (new, reference) = (self.figure(new), self.figure(reference));
        let args = [("new", new.text().into()), ("reference", reference.text().into())];
        crate::words::say(word_key, &args)
    }

    pub(super) fn figure_parts(&self, keys: &[Key]) -> Vec<TrailPart> {
        keys.iter().map(|key| TrailPart::Figure(Box::new(self.trail(key)))).collect()
    }

    /// The rows behind the cases of a span, by source: case rows, and day counts where the days
    /// are known by those alone.
    fn row_parts(&self, span: Span) -> Vec<TrailPart> {
        let mut parts = self.case_rows("created", span, |_, _| true);
        for batch in self.project.day_counts.iter() {
            let rows = batch
                .rows
                .iter()
                .filter(|count| span.contains(count.date))
                .filter(|count| !self.volumes().is_of_rows(count.date))
                .map(|count| RowRef { source: batch.source, row: count.row });
            parts.extend(self.origin_parts("cases", rows));
        }
        parts
    }

    fn case_rows(
        &self,
        field: &str,
        span: Span,
        is_meant: impl Fn(SourceId, &Case) -> bool,
    ) -> Vec<TrailPart> {
        let everything = Filter::default();
        let rows = cases_in(&self.project, &everything, span)
            .filter(|(source, case)| is_meant(*source, case))
            .map(|(source, case)| RowRef { source, row: case.row })
            .collect::<Vec<_>>();
        self.origin_parts(field, rows.into_iter())
    }

    pub(super) fn origin_parts(
        &self,
        field: &str,
        rows: impl Iterator<Item = RowRef>,
    ) -> Vec<TrailPart> {
        let mut by_source: BTreeMap<SourceId, Vec<u32>> = BTreeMap::new();
        for RowRef { source, row } in rows {
            by_source.entry(source).or_default().push(row);
        }
        by_source
            .into_iter()
            .filter_map(|(id, rows)| {
                let source = self.project.source(id)?;
                let count = rows.len();
                let cells = runs(source, field, rows);
                Some(TrailPart::Rows { source: Box::new(source.clone()), cells, count })
            })
            .collect()
    }
}

/// The cells of a source's rows, runs of rows as one: `B6–B41, B44`.
fn runs(source: &Source, field: &str, mut rows: Vec<u32>) -> String {
    rows.sort_unstable();
    rows.dedup();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(row) => *last = row,
            _ => runs.push((row, row)),
        }
    }
    let name = |row| source.cell_name(field, row).unwrap_or_else(|| t!("trail-row", row = row));
    let mut texts: Vec<String> = runs
        .iter()
        .take(NAMED_RUNS)
        .map(|(first, last)| match first == last {
            true => name(*first),
            false => format!("{}–{}", name(*first), name(*last)),
        })
        .collect();
    if runs.len() > NAMED_RUNS {
        texts.push(t!("trail-more-runs", count = runs.len() - NAMED_RUNS));
    }
    texts.join(", ")
}
