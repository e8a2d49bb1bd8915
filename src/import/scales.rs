//! How number formats show amounts: cell by cell, as far as they show other digits than the cells
//! hold.

use std::collections::BTreeMap;

use crate::project::AmountUnit;

/// How a format shows amounts: 1 000 000 as `1 000`, or with a unit behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scale {
    /// How many times three digits are left out: `#,##0,` leaves them out once.
    pub thousands: u32,
    /// The unit that stands behind the number: `0" TNOK"`.
    pub unit: Option<AmountUnit>,
}

/// Which cells of a sheet are shown so, by column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scales {
    runs: BTreeMap<usize, Vec<Run>>,
    is_unknown: bool,
}

/// Rows one after the other whose cells are shown alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    first: u32,
    last: u32,
    scale: Scale,
}

impl Scales {
    /// Notes a cell; the rows of a column come in order.
    pub fn see(&mut self, row: u32, column: usize, scale: Scale) {
        let runs = self.runs.entry(column).or_default();
        match runs.last_mut() {
            Some(run) if run.scale == scale && run.last.checked_add(1) == Some(row) => {
                run.last = row;
            }
            _ => runs.push(Run { first: row, last: row, scale }),
        }
    }

    /// Whether no cell is shown so.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Those of a file whose reader does not tell number formats.
    pub fn unknown() -> Self {
        Self { is_unknown: true, ..Self::default() }
    }

    /// Whether nobody knows how the cells are shown.
    pub fn is_unknown(&self) -> bool {
        self.is_unknown
    }

    /// How a cell is shown; `None` where it is shown as it is.
    pub fn of(&self, row: u32, column: usize) -> Option<Scale> {
        let runs = self.runs.get(&column)?;
        let at = runs.partition_point(|run| run.last < row);
        runs.get(at).filter(|run| run.first <= row).map(|run| run.scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_shown_as_it_was_noted() {
        let (once, twice) =
            (Scale { thousands: 1, unit: None }, Scale { thousands: 2, unit: None });
        let mut scales = Scales::default();
        for (row, scale) in [(3, once), (4, once), (5, twice), (9, once)] {
            scales.see(row, 2, scale);
        }
        let of = |row| scales.of(row, 2).map(|scale| scale.thousands);
        assert_eq!(
            [2, 3, 4, 5, 6, 9, 10].map(of),
            [None, Some(1), Some(1), Some(2), None, Some(1), None]
        );
        assert_eq!(scales.of(3, 1), None);
    }
}
