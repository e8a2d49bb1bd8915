//! Women and men of a group: without a total the two are it, and with one they must come to it.

use super::table_columns;
use crate::import::mapping::Mapping;
use crate::import::noticed::note_at;
use crate::import::sheet::TableRow;
use crate::issue::Issue;
use crate::message;
use crate::project::{Cell, TableId, cell_name};

/// The men of each row, who have no column in the table.
#[derive(Debug)]
pub struct Men {
    /// The sheet's column.
    pub column: usize,
    counts: Vec<Option<u32>>,
}

impl Men {
    /// The men of a sheet of groups; `None` where it has no column of them.
    pub fn of(table: TableId, mapping: &Mapping) -> Option<Self> {
        let column = mapping.column_of("men").filter(|_| table == TableId::Gender)?;
        Some(Self { column, counts: Vec::new() })
    }

    /// Takes the men of a row; `before` rows were taken before it.
    pub fn take(&mut self, before: usize, men: &Cell) {
        // A row that was read and not taken has left its men.
        self.counts.truncate(before);
        self.counts.push(match men {
            Cell::Count(men) => Some(*men),
            _ => None,
        });
    }

    /// What women and men of each row come to.
    pub fn sums(&self, columns: &[(usize, usize)], rows: &[TableRow]) -> Vec<Option<u32>> {
        let known = table_columns(TableId::Gender);
        let is_women = |(_, index): &(usize, usize)| {
            known.get(*index).is_some_and(|column| column.id == "women")
        };
        let women = columns.iter().position(is_women);
        let count = |row: &TableRow| match row.cells.get(women?) {
            Some(Cell::Count(count)) => Some(*count),
            _ => None,
        };
        let pairs = rows.iter().zip(&self.counts);
        pairs.map(|(row, men)| count(row)?.checked_add((*men)?)).collect()
    }

    /// Fills in totals that are not there, and tells of those that are another number. The table's
    /// column of the total comes back where the sheet has none and it was added behind the others.
    pub fn settle(
        self,
        columns: &[(usize, usize)],
        rows: &mut [TableRow],
    ) -> (Option<usize>, Option<Issue>) {
        let definitions = table_columns(TableId::Gender);
        let place = |id: &str| {
            columns
                .iter()
                .position(|(_, index)| definitions.get(*index).is_some_and(|c| c.id == id))
        };
        let (women, total) = (place("women"), place("total"));
        let count = |row: &TableRow, at: Option<usize>| match row.cells.get(at?) {
            Some(Cell::Count(count)) => Some(*count),
            _ => None,
        };
        let (mut differing, mut first) = (0_usize, None);
        for (row, men) in rows.iter_mut().zip(self.counts) {
            let sum = count(row, women).zip(men).and_then(|(women, men)| women.checked_add(men));
            let stated = count(row, total);
            if let (Some(sum), Some(stated)) = (sum, stated)
                && sum != stated
            {
                differing += 1;
                first = first.or(Some((row.row, sum, stated)));
            }
            let filled = sum.map_or(Cell::Blank, Cell::Count);
            match total.and_then(|at| row.cells.get_mut(at)) {
                Some(cell) if *cell == Cell::Blank => *cell = filled,
                Some(_) => {}
                None => row.cells.push(filled),
            }
        }
        let note = first.zip(total.and_then(|at| columns.get(at)));
        let note = note.map(|((row, sum, total), (column, _))| {
            let cell = cell_name(*column, row);
            let message = message!(
                "import-note-women-men",
                count = differing,
                cell = cell.as_str(),
                total = total,
                sum = sum,
            );
            note_at(message, &cell)
        });
        let added = definitions.iter().position(|column| column.id == "total");
        (added.filter(|_| total.is_none()), note)
    }
}
