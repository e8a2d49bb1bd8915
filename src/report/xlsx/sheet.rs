//! A table as a sheet: numbers that can be reckoned with, sums as formulas.

use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError, utility};

use super::excel_date;
use super::looks::Looks;
use crate::figures::{RowKind, TableCell, TableRow};
use crate::number::Decimal;
use crate::report::block::TableBlock;
use crate::report::tables::is_heading_row;

/// The row of the headings; the caption stands above them.
const HEAD: u32 = 2;
/// The narrowest and the widest that a column is made, in letters.
const WIDTHS: (usize, usize) = (9, 60);

/// Writes a table.
pub fn table(sheet: &mut Worksheet, block: &TableBlock, looks: &Looks) -> Result<(), XlsxError> {
    let table = &block.table;
    sheet.write_string_with_format(0, 0, &block.caption, &looks.caption)?;
    let numbers = block.number_columns();
    for (column, head) in (0..).zip(&table.columns) {
        let at = usize::from(column);
        let look = if numbers[at] { &looks.head_right } else { &looks.head };
        sheet.write_string_with_format(HEAD, column, &head.heading, look)?;
        let cells = table.rows.iter().filter(|row| !is_heading_row(row));
        let longest = cells.map(|row| row.cells[at].print().chars().count()).max();
        let width = longest.unwrap_or_default().clamp(WIDTHS.0, WIDTHS.1) + 2;
        sheet.set_column_width(column, u32::try_from(width).unwrap_or(12))?;
    }
    for (at, row) in (HEAD + 1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(&row.cells) {
            let formula = formula(block, row, usize::from(column), at);
            let is_strong = row.kind == RowKind::Current || is_heading_row(row);
            let look = Looks::cell(cell, is_strong, row.kind == RowKind::Sum);
            write(sheet, (at, column), cell, formula, &look)?;
        }
    }
    let rows = u32::try_from(table.rows.len()).unwrap_or_default();
    if !block.note.is_empty() {
        sheet.write_string_with_format(HEAD + rows + 2, 0, &block.note, &looks.note)?;
    }
    sheet.set_freeze_panes(HEAD + 1, 1)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    if table.columns.len() > 5 {
        sheet.set_landscape();
    }
    Ok(())
}

/// The formula of a sum, over the rows or the columns that it is the sum of. One that Excel would
/// reckon otherwise, since a part is known in part only, is a number.
fn formula(block: &TableBlock, row: &TableRow, column: usize, at: u32) -> Option<String> {
    let value = summand(row.cells.get(column)?)?;
    let column_of = &block.table.columns[column].of;
    let (places, parts): (Vec<String>, Vec<&TableCell>) =
        if !column_of.is_empty() && row.kind != RowKind::Derived {
            let parts = column_of.iter();
            parts.filter_map(|of| Some((place(at, *of), row.cells.get(*of)?))).unzip()
        } else {
            let rows = row.of.iter().filter_map(|of| Some((*of, block.table.rows.get(*of)?)));
            let row_of = |of: usize| HEAD + 1 + u32::try_from(of).unwrap_or_default();
            rows.filter_map(|(of, row)| Some((place(row_of(of), column), row.cells.get(column)?)))
                .unzip()
        };
    let parts = parts.into_iter().filter_map(summand);
    let total = parts.fold(Decimal::ZERO, Decimal::saturating_add);
    (!places.is_empty() && total == value).then(|| sum(places))
}

/// A cell that can be part of a sum, as Excel holds it.
fn summand(cell: &TableCell) -> Option<Decimal> {
    match cell {
        TableCell::Count(value) => Some(Decimal::from(*value)),
        TableCell::Money(value, presentation) => Some(presentation.sign.shown(*value)),
        _ => None,
    }
}

fn place(row: u32, column: usize) -> String {
    utility::row_col_to_cell(row, u16::try_from(column).unwrap_or_default())
}

/// A sum of cells; neighbours below each other as a range.
fn sum(places: Vec<String>) -> String {
    let split = |place: &str| -> (String, u32) {
        let at = place.find(|c: char| c.is_ascii_digit()).unwrap_or(place.len());
        (place[..at].to_owned(), place[at..].parse().unwrap_or_default())
    };
    let mut runs: Vec<(String, u32, u32)> = Vec::new();
    for place in &places {
        let (column, row) = split(place);
        match runs.last_mut() {
            Some((last, _, to)) if *last == column && *to + 1 == row => *to = row,
            _ => runs.push((column, row, row)),
        }
    }
    let parts = runs.iter().map(|(column, from, to)| match from == to {
        true => format!("{column}{from}"),
        false => format!("{column}{from}:{column}{to}"),
    });
    format!("=SUM({})", parts.collect::<Vec<_>>().join(","))
}

/// Writes a cell as what it is; a text stays a text, whatever it begins with.
fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &TableCell,
    formula: Option<String>,
    look: &Format,
) -> Result<(), XlsxError> {
    let number = match cell {
        TableCell::Count(value) | TableCell::Ordinal(value) => Decimal::from(*value),
        TableCell::Number(value, ..) => *value,
        TableCell::Money(value, presentation) => presentation.sign.shown(*value),
        TableCell::Percent(value, _) | TableCell::Change(value, _) => *value / Decimal::ONE_HUNDRED,
        TableCell::Deviation(value, _, sign) => sign.shown(*value) / Decimal::ONE_HUNDRED,
        TableCell::Date(day) => {
            sheet.write_datetime_with_format(row, column, excel_date(*day)?, look)?;
            return Ok(());
        }
        TableCell::Blank => {
            sheet.write_blank(row, column, look)?;
            return Ok(());
        }
        TableCell::Text(_)
        | TableCell::Named(..)
        | TableCell::Flag(_)
        | TableCell::Unknown
        | TableCell::YearToDate(..) => {
            sheet.write_string_with_format(row, column, cell.print(), look)?;
            return Ok(());
        }
    };
    match formula {
        Some(formula) => {
            let formula = Formula::new(formula).set_result(number.normalize().to_string());
            sheet.write_formula_with_format(row, column, formula, look)?;
        }
        None => {
            // Excel reckons in floats; fifteen digits are more than any amount here has.
            let value = number.to_f64().unwrap_or_default();
            sheet.write_number_with_format(row, column, value, look)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn neighbours_are_summed_as_a_range() {
        let places = ["C4", "C5", "C6", "C9"].map(str::to_owned).to_vec();
        assert_eq!(sum(places), "=SUM(C4:C6,C9)");
        let places = ["B4", "C4"].map(str::to_owned).to_vec();
        assert_eq!(sum(places), "=SUM(B4,C4)");
    }
}
