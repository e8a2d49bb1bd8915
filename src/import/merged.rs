//! Cells that are merged down a column: the value holds for all rows that they span.

use std::borrow::Cow;

use super::open::Merge;
use super::raw::{RawCell, cell_at};
use super::sheet::column_letters;
use crate::import::noticed::note_at;
use crate::issue::Issue;
use crate::message;
use crate::project::cell_name;

/// The merges below a header, and what holds at the row that was reached.
#[derive(Default)]
pub struct Merged {
    /// In the order of their first rows.
    waiting: Vec<Merge>,
    next: usize,
    held: Vec<(Merge, RawCell<'static>)>,
    /// Numbers that are counted once, though they stand for several rows.
    once: Vec<Merge>,
}

impl Merged {
    /// The merges that begin below that row.
    pub fn below(row: u32, merges: &[Merge]) -> Self {
        let mut waiting: Vec<Merge> =
            merges.iter().filter(|merge| merge.first_row > row).copied().collect();
        waiting.sort_by_key(|merge| merge.first_row);
        Self { waiting, ..Self::default() }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The row with the values of its merged cells filled in. `adds_up` tells whether the numbers
    /// of a column are added up; those count in their first row alone.
    pub fn fill<'c, 'a>(
        &mut self,
        row: u32,
        cells: &'c [RawCell<'a>],
        adds_up: impl Fn(usize) -> bool,
    ) -> Cow<'c, [RawCell<'a>]> {
        self.held.retain(|(merge, _)| merge.last_row >= row);
        while let Some(merge) = self.waiting.get(self.next).filter(|merge| merge.first_row <= row) {
            self.next += 1;
            // Where the first row has no cell at all, nothing holds.
            let cell = cell_at(cells, merge.column);
            if merge.first_row < row || merge.last_row < row || cell.is_blank() {
                continue;
            }
            match adds_up(merge.column) {
                true => self.once.push(*merge),
                false => self.held.push((*merge, cell.to_owned_cell())),
            }
        }
        let mut filled = Cow::Borrowed(cells);
        for (merge, cell) in self.held.iter().filter(|(merge, _)| merge.first_row < row) {
            if !cell_at(cells, merge.column).is_blank() {
                continue;
            }
            let row_cells: &mut Vec<RawCell<'a>> = filled.to_mut();
            if row_cells.len() <= merge.column {
                row_cells.resize(merge.column + 1, RawCell::Empty);
            }
            if let Some(blank) = row_cells.get_mut(merge.column) {
                *blank = cell.clone();
            }
        }
        filled
    }

    /// What a person should know: which numbers of several rows count once.
    pub fn notes(&self) -> Vec<Issue> {
        let counted_once = |merge: &Merge| {
            let column = column_letters(merge.column);
            let message = message!(
                "import-merged-number",
                first = merge.first_row.to_string(),
                last = merge.last_row.to_string(),
                column = column,
            );
            note_at(message, &cell_name(merge.column, merge.first_row))
        };
        self.once.iter().map(counted_once).collect()
    }
}
