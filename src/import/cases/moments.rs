//! When cases were registered and closed: a date, and the clock that may stand beside it.

use std::borrow::Cow;

use crate::import::dates::{DateFault, DateRule, OrderEvidence, read_minute, with_clock};
use crate::import::mapping::{Mapping, missing};
use crate::import::noticed::note_at;
use crate::import::raw::{RawCell, cell_at};
use crate::import::verdict::Reject;
use crate::issue::Issue;
use crate::message;
use crate::project::{Minute, SourceKind, cell_name};

/// The columns of a case's moments.
pub struct Moments {
    created: usize,
    created_clock: Option<usize>,
    closed: Option<usize>,
    closed_clock: Option<usize>,
    /// How often something else than a date stood where a closing time should.
    odd_count: u32,
    /// The first of them: its cell, and what stands there.
    odd_first: Option<(String, String)>,
}

impl Moments {
    /// The moments of a sheet of that mapping; `None` while no column holds the registered time.
    pub fn of(mapping: &Mapping) -> Option<Self> {
        Some(Self {
            created: mapping.column_of("created")?,
            created_clock: mapping.column_of("created_clock"),
            closed: mapping.column_of("closed"),
            closed_clock: mapping.column_of("closed_clock"),
            odd_count: 0,
            odd_first: None,
        })
    }

    /// Whether the registered time is a plain number, as it may also be in a sum row.
    pub fn is_doubtful(&self, cells: &[RawCell<'_>]) -> bool {
        matches!(cell_at(cells, self.created), RawCell::Number(_))
    }

    /// When the case of a row was registered.
    ///
    /// # Errors
    /// When no date stands there.
    pub fn registered(
        &self,
        row: u32,
        cells: &[RawCell<'_>],
        rule: &DateRule,
        evidence: &mut OrderEvidence,
    ) -> Result<Minute, Reject> {
        let moment = moment(cells, self.created, self.created_clock);
        read_minute(&moment, rule, evidence).map_err(|fault| {
            let cause = match fault {
                DateFault::Missing => missing(SourceKind::Cases, "created"),
                _ => fault.message(),
            };
            Reject::new(row, self.created, cell_at(cells, self.created), cause)
        })
    }

    /// How long the case of a row was open, in minutes. What is no date where one should stand
    /// costs the closing time, never the case.
    pub fn open_minutes(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        registered: Minute,
        (rule, evidence): (&DateRule, &mut OrderEvidence),
    ) -> Option<i32> {
        let column = self.closed?;
        let moment = moment(cells, column, self.closed_clock);
        match read_minute(&moment, rule, evidence) {
            Ok(closed) => Some(closed.minutes_since(registered)),
            Err(DateFault::Missing) => None,
            Err(_) => {
                self.odd_count = self.odd_count.saturating_add(1);
                let text = || cell_at(cells, column).text().into_owned();
                self.odd_first.get_or_insert_with(|| (cell_name(column, row), text()));
                None
            }
        }
    }

    /// Tells of closing times that were none.
    pub fn note(self) -> Option<Issue> {
        let (cell, example) = self.odd_first?;
        let message = message!("import-note-odd-closed", count = self.odd_count, example = example);
        Some(note_at(message, &cell))
    }
}

/// A date, with the clock that stands beside it.
fn moment<'c, 'a>(
    cells: &'c [RawCell<'a>],
    date: usize,
    clock: Option<usize>,
) -> Cow<'c, RawCell<'a>> {
    let date = cell_at(cells, date);
    match clock {
        Some(clock) => Cow::Owned(with_clock(date, cell_at(cells, clock))),
        None => Cow::Borrowed(date),
    }
}

/// The time of day as it stands in previews.
pub fn clock_text(minute: Minute) -> String {
    let (hour, minute) = minute.clock();
    format!("{hour:02}:{minute:02}")
}
