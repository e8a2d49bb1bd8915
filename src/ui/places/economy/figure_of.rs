//! The figure in a statement's cell, for its trail and for what is corrected under it.

use crate::app::Document;
use crate::calendar::Year;
use crate::figures::{AccountsKey, AmountColumn, Key, RowMeasure, TrailOf};

use super::columns::Col;
use super::rows::{Part, RowId};
use super::statement::Cell;

/// What the trail of a cell is of; at a line's words it is of the year's accounts.
pub(super) fn trail_of(document: &Document, cell: &Cell) -> Option<TrailOf> {
    let figures = document.figures();
    let year = figures.report_year();
    if cell.column == Col::Printed {
        let row = figures.statement_row(cell.row.statement, year, &cell.row.row)?;
        let printed = figures.printed_cell(cell.row.statement, year, row, AmountColumn::Actual)?;
        return Some(TrailOf::Cell(printed));
    }
    key_of(document, year, &cell.row, cell.column).map(TrailOf::Figure)
}

/// The figure in a column of a row. Of an art and an account only the amounts are figures.
pub(super) fn key_of(document: &Document, year: Year, row: &RowId, column: Col) -> Option<Key> {
    let RowId { statement, row, part } = row;
    let (statement, row) = (*statement, row.clone());
    Some(Key::Accounts(match part {
        Part::Whole => {
            let measure = match column {
                Col::Deviation(budget) => RowMeasure::Deviation(budget),
                Col::Percent(budget) => RowMeasure::DeviationPercent(budget),
                _ => RowMeasure::Amount(column.amount()),
            };
            AccountsKey::Row { statement, year, measure, row }
        }
        Part::Art(art) => {
            AccountsKey::Art { statement, year, column: column.amount(), row, art: art.clone() }
        }
        Part::Account(at) => {
            let account = document.figures().accounts().year(year)?.accounts.get(*at)?.text();
            AccountsKey::Account { year, column: column.amount(), account }
        }
    }))
}
