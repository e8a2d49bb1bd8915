//! Rows on their way from the thread that unpacks them to the one that types them.

use super::{Flow, MAX_CELLS, OnRow, RawCell};
use crate::message;
use crate::words::Message;

/// Rows that are handed on together, unless they are wide.
const BATCH_ROWS: usize = 256;
/// Cells that are handed on together.
const BATCH_CELLS: usize = 16 * BATCH_ROWS;
/// Blank cells between others cost time as well, so that there is an end to them, too.
const MAX_PLACES: u64 = 50 * MAX_CELLS;

/// Some rows with their cells.
#[derive(Default)]
pub struct Batch<'a> {
    cells: Vec<RawCell<'a>>,
    /// Each row's number as Excel counts, and where its cells end.
    rows: Vec<(u32, usize)>,
}

impl Batch<'_> {
    /// Room for as many cells as a batch of a common sheet has.
    fn sized() -> Self {
        Self { cells: Vec::with_capacity(BATCH_CELLS), rows: Vec::with_capacity(BATCH_ROWS) }
    }

    /// Gives the rows one by one.
    pub fn hand_on(&self, on_row: &mut OnRow<'_>) -> Flow {
        let mut start = 0;
        for (row, end) in &self.rows {
            let cells = self.cells.get(start..*end).unwrap_or_default();
            if on_row(*row, cells) == Flow::Stop {
                return Flow::Stop;
            }
            start = *end;
        }
        Flow::Continue
    }
}

/// Puts cells together to rows, and rows to batches.
pub struct Rows<'a, 'g> {
    batch: Batch<'a>,
    /// Where the cells of the row begin that is being put together.
    start: usize,
    seen: u64,
    places: u64,
    give: &'g mut dyn FnMut(Batch<'a>) -> Flow,
}

impl<'a, 'g> Rows<'a, 'g> {
    /// Rows that go to `give`.
    pub fn new(give: &'g mut dyn FnMut(Batch<'a>) -> Flow) -> Self {
        Self { batch: Batch::default(), start: 0, seen: 0, places: 0, give }
    }

    /// Puts a cell into its column, 0 for A; the last word on a column counts.
    pub fn put(&mut self, column: usize, cell: RawCell<'a>) {
        if matches!(cell, RawCell::Empty) {
            return;
        }
        self.seen += 1;
        let place = self.start + column;
        if place > self.batch.cells.len() {
            self.batch.cells.resize(place, RawCell::Empty);
        }
        match self.batch.cells.get_mut(place) {
            Some(old) => *old = cell,
            None => self.batch.cells.push(cell),
        }
    }

    /// Whether the row that is being put together has a cell.
    pub fn has_cells(&self) -> bool {
        self.batch.cells.len() > self.start
    }

    /// Ends the row of that number; one without cells is none.
    ///
    /// # Errors
    /// When there are too many cells.
    pub fn end(&mut self, row: u32) -> Result<Flow, Message> {
        let end = self.batch.cells.len();
        if end == self.start {
            return Ok(Flow::Continue);
        }
        self.places += (end - self.start) as u64;
        if self.seen > MAX_CELLS || self.places > MAX_PLACES {
            return Err(message!("import-too-large", most = MAX_CELLS));
        }
        self.batch.rows.push((row, end));
        self.start = end;
        if self.batch.rows.len() >= BATCH_ROWS || end >= BATCH_CELLS {
            self.start = 0;
            return Ok((self.give)(std::mem::replace(&mut self.batch, Batch::sized())));
        }
        Ok(Flow::Continue)
    }

    /// Gives what is left.
    pub fn give(&mut self) {
        self.start = 0;
        (self.give)(std::mem::take(&mut self.batch));
    }
}
