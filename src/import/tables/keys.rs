//! What tells the rows of a table apart, and which days they speak of.

use super::table_columns;
use crate::calendar::{Date, Span, Year};
use crate::import::sheet::TableRow;
use crate::project::{Cell, CellKind, Column, TableId};

/// The column that says of which year a row of the table is, where it is part of the row's key;
/// staff are counted on a day, and a year means its last.
pub fn year_column(table: TableId) -> Option<usize> {
    table_columns(table).iter().position(|column| {
        let is_year = column.id == "year" && column.kind == CellKind::Year;
        let is_day = table == TableId::Staff && column.kind == CellKind::Date;
        column.is_key && (is_year || is_day)
    })
}

/// A year as the column that says it has it.
pub fn year_cell(table: TableId, column: usize, year: Year) -> Cell {
    match table_columns(table).get(column).map(|column| column.kind) {
        Some(CellKind::Date) => Cell::Date(Span::year(year).last),
        _ => Cell::Year(year),
    }
}

/// The first key column must be filled, and so must the one that gives the row its day.
pub fn is_needed(columns: &[Column], index: usize) -> bool {
    let first_key = columns.iter().position(|column| column.is_key);
    first_key == Some(index) || day_column(columns) == Some(index)
}

/// The column that says which days a row speaks of, where the table has one.
pub fn day_column(columns: &[Column]) -> Option<usize> {
    let is_day =
        |column: &Column| matches!(column.kind, CellKind::Date | CellKind::Minute | CellKind::Year);
    // A customer's first and last day are no days of the row; a key column or an order's day is.
    columns
        .iter()
        .position(|column| is_day(column) && column.is_key)
        .or_else(|| columns.iter().position(|column| column.id == "ordered"))
}

/// The days that a cell of the day column means.
pub fn days_of(cell: &Cell) -> Option<Span> {
    let day = |day: Date| Span::new(day, day);
    match cell {
        Cell::Date(date) => Some(day(*date)),
        Cell::Minute(minute) => Some(day(minute.day())),
        Cell::Year(year) => Some(Span::year(*year)),
        _ => None,
    }
}

/// What tells a row from others, as `Rows::key` has it.
pub fn row_key(table: TableId, columns: &[usize], row: &TableRow) -> String {
    let parts: Vec<String> = table_columns(table)
        .iter()
        .enumerate()
        .filter(|(_, column)| column.is_key)
        .map(|(index, column)| {
            let at = columns.iter().position(|column| *column == index);
            let cell = at.and_then(|at| row.cells.get(at)).unwrap_or(&Cell::Blank);
            key_part(cell, column.kind)
        })
        .collect();
    parts.join(" · ")
}

/// A choice that is left blank means its first, as it will once it stands in the table.
fn key_part(cell: &Cell, kind: CellKind) -> String {
    match (cell, kind) {
        (Cell::Blank, CellKind::Choice([first, ..])) => first.id.to_owned(),
        (Cell::Blank, CellKind::Flag) => Cell::Flag(false).machine_text(),
        _ => cell.machine_text(),
    }
}
