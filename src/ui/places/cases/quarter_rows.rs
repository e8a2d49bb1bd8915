//! The rows of the quarters' table: what stands in each cell, and which figure it is.

use crate::calendar::Year;
use crate::figures::{
    CaseMeasure, Comparison, Figures, Key, RowKind as TableRowKind, TableCell, TableRow, Volumes,
};
use crate::number::{self, Decimal};
use crate::t;
use crate::ui::widgets::grid::{At, Cell, RowKind, Tone};

/// A row of the table.
pub(super) struct Row {
    pub name: String,
    pub kind: RowKind,
    pub tone: Tone,
    /// The four quarters and the year.
    pub cells: [Cell; 5],
    /// The figures in the cells.
    pub keys: [Option<Key>; 5],
}

/// The table's rows.
pub(super) struct QuarterTable {
    pub rows: Vec<Row>,
}

impl QuarterTable {
    /// The table of the report year, of all cases or of those that a filter lets through;
    /// `comparisons` are its periods', where they are known.
    pub fn new(
        figures: &Figures,
        volumes: &Volumes,
        comparisons: &[Option<Comparison>; 5],
        shows_printed: bool,
    ) -> Self {
        let table = figures.quarters_of(volumes, comparisons, None);
        let mut rows: Vec<Row> = table.rows.iter().map(row).collect();
        if shows_printed {
            rows.extend(printed_rows(figures.report_year(), comparisons));
        }
        Self { rows }
    }

    /// The figure in a cell.
    pub fn key(&self, at: At) -> Option<Key> {
        self.rows.get(at.row)?.keys.get(at.column.checked_sub(1)?)?.clone()
    }

    /// The cell in which a figure stands.
    pub fn find(&self, key: &Key) -> Option<At> {
        self.rows.iter().enumerate().find_map(|(at, row)| {
            let column = row.keys.iter().position(|other| other.as_ref() == Some(key))?;
            Some(At::new(at, column + 1))
        })
    }
}

/// A row of the table of figures as the grid shows it.
fn row(own: &TableRow) -> Row {
    let measure = own.keys.iter().flatten().find_map(|key| match key {
        Key::Cases(_, _, measure) => Some(*measure),
        _ => None,
    });
    let (kind, tone) = match (own.kind, measure) {
        (TableRowKind::Current, _) => (RowKind::ThisYear, Tone::Plain),
        (_, Some(CaseMeasure::Average)) => (RowKind::Average, Tone::Plain),
        (TableRowKind::Derived, _) => (RowKind::Plain, Tone::Label),
        _ => (RowKind::Plain, Tone::Plain),
    };
    let mut cells = [1, 2, 3, 4, 5].map(|at| own.cells.get(at).map_or_else(Cell::missing, cell));
    // A year's sum stands out from its quarters.
    if let (Some(CaseMeasure::Count), Some(sum)) = (measure, cells.last_mut()) {
        sum.strong = true;
    }
    Row {
        name: own.cells.first().map_or_else(String::new, TableCell::print),
        kind,
        tone,
        cells,
        keys: [1, 2, 3, 4, 5].map(|at| own.key(at).cloned()),
    }
}

/// A number as every place of the window shows it: a change with one decimal, where printed
/// tables have two.
fn cell(own: &TableCell) -> Cell {
    match own {
        TableCell::Blank => Cell::missing(),
        TableCell::Count(0) => Cell::new("0").tone(Tone::Quiet),
        TableCell::Change(value, _) => Cell::new(number::signed_percent(*value, 1)),
        other => Cell::new(other.print()),
    }
}

/// A cell for each period, with a value of its comparison.
fn cells(
    comparisons: &[Option<Comparison>; 5],
    value: impl Fn(&Comparison) -> Option<String>,
) -> [Cell; 5] {
    comparisons.each_ref().map(|comparison| {
        comparison.as_ref().and_then(&value).map_or_else(Cell::missing, Cell::new)
    })
}

/// The changes as the 2021 report divided them: the program has no such figures.
fn printed_rows(year: Year, comparisons: &[Option<Comparison>; 5]) -> [Row; 2] {
    let row = |name, value: fn(&Comparison) -> Option<Decimal>| Row {
        name,
        kind: RowKind::Plain,
        tone: Tone::Quiet,
        cells: cells(comparisons, |comparison| value(comparison).map(as_printed))
            .map(|cell| cell.tone(Tone::Label)),
        keys: [const { None }; 5],
    };
    let (this, last) = (year.to_string(), (year - 1).to_string());
    [
        row(
            t!("cases-printed-last-year", year = this.as_str(), last = last),
            Comparison::printed_2021_from_last_year,
        ),
        row(
            t!("cases-printed-average", year = this.as_str()),
            Comparison::printed_2021_from_average,
        ),
    ]
}

/// With two decimals, as the table of the 2021 report has them.
fn as_printed(percent: Decimal) -> String {
    number::signed_percent(percent, 2)
}
