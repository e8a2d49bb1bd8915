//! `.xlsb`, cell by cell through calamine, but for files that it would read wrongly.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use calamine::{DataRef, Reader as _, SheetType, Xlsb, XlsbError};

use super::archive::Archive;
use super::rows::Rows;
use super::{Flow, OnRow, RawCell, SheetFacts, SheetName, sheet_names};
use crate::import::parallel::beside;
use crate::import::scales::Scales;
use crate::message;
use crate::words::Message;

/// Cells that name no column and stand behind the one before (MS-XLSB, 2.3.1). The library passes
/// over them.
const SHORT_CELLS: std::ops::RangeInclusive<u32> = 12..=18;

/// An opened workbook.
pub struct XlsbBook(Xlsb<Cursor<Vec<u8>>>);

impl XlsbBook {
    /// Opens a workbook.
    ///
    /// # Errors
    /// When it is damaged or locked, or has cells that the library would pass over.
    pub fn new(mut archive: Archive) -> Result<Self, Message> {
        let is_sheet = |name: &str| name.starts_with("xl/worksheets/") && name.ends_with(".bin");
        let sheets: Vec<usize> =
            archive.parts().filter(|(name, _)| is_sheet(name)).map(|(_, place)| place).collect();
        for place in sheets {
            if has_short_cells(std::io::BufReader::new(archive.open(place)?)) {
                return Err(message!("import-xlsb-short-cells"));
            }
        }
        Xlsb::new(Cursor::new(archive.into_bytes())).map(Self).map_err(fault)
    }

    /// The names of the sheets.
    pub fn sheets(&self) -> Vec<SheetName> {
        sheet_names(self.0.sheets_metadata())
    }

    /// Whether dates count from 1904.
    pub fn is_1904(&self) -> bool {
        self.0.has_1904_epoch()
    }

    /// Streams the rows of a sheet.
    ///
    /// # Errors
    /// When the sheet is damaged or too large.
    pub fn read(&mut self, sheet: usize, on_row: &mut OnRow<'_>) -> Result<SheetFacts, Message> {
        let is_1904 = self.is_1904();
        let listed = self.0.sheets_metadata().get(sheet);
        // A sheet that is a chart has no cells.
        let listed = listed.filter(|listed| listed.typ == SheetType::WorkSheet);
        let Some(name) = listed.map(|listed| listed.name.clone()) else {
            return Ok(SheetFacts::default());
        };
        let mut cells = self.0.worksheet_cells_reader(&name).map_err(fault)?;
        beside(
            |give| {
                let mut rows = Rows::new(give);
                let mut row = 0;
                while let Some(cell) = cells.next_cell().map_err(fault)? {
                    let (row_of_cell, column) = cell.get_position();
                    if row_of_cell != row && rows.end(row.saturating_add(1))? == Flow::Stop {
                        return Ok::<(), Message>(());
                    }
                    row = row_of_cell;
                    rows.put(column as usize, borrowed(cell.get_value(), is_1904));
                }
                if rows.end(row.saturating_add(1))? == Flow::Continue {
                    rows.give();
                }
                Ok(())
            },
            |batch| batch.hand_on(on_row),
        )?;
        Ok(SheetFacts { scales: Scales::unknown(), ..SheetFacts::default() })
    }
}

/// Whether a sheet's records hold cells in the short form.
fn has_short_cells(mut records: impl Read) -> bool {
    loop {
        let Some(kind) = variable(&mut records, 2) else { return false };
        if SHORT_CELLS.contains(&kind) {
            return true;
        }
        let Some(length) = variable(&mut records, 4) else { return false };
        let skipped = std::io::copy(&mut (&mut records).take(length.into()), &mut std::io::sink());
        if skipped.ok() != Some(length.into()) {
            return false;
        }
    }
}

/// A number of up to `most` bytes, seven bits each, the lowest first.
fn variable(records: &mut impl Read, most: u32) -> Option<u32> {
    let (mut value, mut byte) = (0_u32, [0_u8]);
    for place in 0..most {
        records.read_exact(&mut byte).ok()?;
        value |= u32::from(byte[0] & 0x7F) << (7 * place);
        if byte[0] & 0x80 == 0 {
            break;
        }
    }
    Some(value)
}

fn borrowed<'a>(cell: &DataRef<'a>, is_1904: bool) -> RawCell<'a> {
    match cell {
        DataRef::Empty => RawCell::Empty,
        DataRef::SharedString(text) => RawCell::Text(Cow::Borrowed(text)),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            RawCell::Text(Cow::Owned(text.clone()))
        }
        DataRef::Int(value) => RawCell::Number(*value as f64),
        DataRef::Float(value) => RawCell::Number(*value),
        DataRef::Bool(value) => RawCell::Bool(*value),
        DataRef::DateTime(value) if value.is_datetime() => {
            RawCell::DateTime { serial: value.as_f64(), is_1904 }
        }
        DataRef::DateTime(value) => RawCell::Duration(value.as_f64()),
        DataRef::Error(error) => RawCell::Error(Cow::Owned(error.to_string())),
    }
}

fn fault(error: XlsbError) -> Message {
    match error {
        XlsbError::Password => message!("import-encrypted"),
        _ => message!("import-damaged"),
    }
}
