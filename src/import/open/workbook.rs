//! Workbooks: xlsx and xlsb cell by cell, xls and ods whole, one file at a time.

use std::borrow::Cow;
use std::io::Cursor;
use std::sync::{Mutex, MutexGuard, PoisonError};

use calamine::{
    Data, DataRef, Ods, OdsError, Range, Reader, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};

use super::{Flow, MAX_CELLS, OnRow, RawCell};
use crate::import::parallel::beside;
use crate::message;
use crate::words::Message;

type Bytes = Cursor<Vec<u8>>;

/// Rows that are handed on together.
const BATCH_ROWS: usize = 256;

/// Held while a workbook lies whole in memory, so that several do not add up.
static ONE_WHOLE_FILE: Mutex<()> = Mutex::new(());

/// An opened workbook.
pub enum Workbook {
    /// Read cell by cell.
    Xlsx(Box<Xlsx<Bytes>>),
    /// Read cell by cell.
    Xlsb(Box<Xlsb<Bytes>>),
    /// Read whole by the library; nobody else does so while this lives.
    Whole {
        /// The sheets with their names.
        sheets: Vec<(String, Range<Data>)>,
        /// Whether dates count from 1904.
        is_1904: bool,
        /// Keeps other whole files out.
        _turn: MutexGuard<'static, ()>,
    },
}

impl Workbook {
    /// An `.xlsx` or `.xlsm`.
    pub fn xlsx(bytes: Vec<u8>) -> Result<Self, Message> {
        let book = Xlsx::new(Cursor::new(bytes)).map_err(xlsx_fault)?;
        Ok(Self::Xlsx(Box::new(book)))
    }

    /// An `.xlsb`.
    pub fn xlsb(bytes: Vec<u8>) -> Result<Self, Message> {
        let book = Xlsb::new(Cursor::new(bytes)).map_err(xlsb_fault)?;
        Ok(Self::Xlsb(Box::new(book)))
    }

    /// A binary `.xls`.
    pub fn xls(bytes: Vec<u8>) -> Result<Self, Message> {
        let turn = ONE_WHOLE_FILE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => message!("import-encrypted"),
            _ => message!("import-damaged"),
        })?;
        let is_1904 = book.has_1904_epoch();
        Ok(Self::Whole { sheets: book.worksheets(), is_1904, _turn: turn })
    }

    /// An `.ods`; its dates are ISO texts.
    pub fn ods(bytes: Vec<u8>) -> Result<Self, Message> {
        let turn = ONE_WHOLE_FILE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut book = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
            OdsError::Password => message!("import-encrypted"),
            OdsError::CellLimitExceeded { .. } => too_large(),
            OdsError::InvalidMime(_) => message!("import-not-a-spreadsheet"),
            _ => message!("import-damaged"),
        })?;
        Ok(Self::Whole { sheets: book.worksheets(), is_1904: false, _turn: turn })
    }

    /// The names of the sheets.
    pub fn sheets(&self) -> Vec<String> {
        match self {
            Self::Xlsx(book) => book.sheet_names(),
            Self::Xlsb(book) => book.sheet_names(),
            Self::Whole { sheets, .. } => sheets.iter().map(|(name, _)| name.clone()).collect(),
        }
    }

    /// Whether dates count from 1904.
    pub fn is_1904(&self) -> bool {
        match self {
            Self::Xlsx(book) => book.has_1904_epoch(),
            Self::Xlsb(book) => book.has_1904_epoch(),
            Self::Whole { is_1904, .. } => *is_1904,
        }
    }

    /// Streams the rows of the sheet.
    pub fn read(&mut self, sheet: &str, on_row: &mut OnRow<'_>) -> Result<(), Message> {
        let is_1904 = self.is_1904();
        match self {
            Self::Xlsx(book) => {
                let mut reader = match book.worksheet_cells_reader(sheet) {
                    // A chart on a sheet of its own has no rows.
                    Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
                    reader => reader.map_err(xlsx_fault)?,
                };
                refuse_large(reader.dimensions().len())?;
                stream(on_row, move || {
                    let cell = reader.next_cell().map_err(xlsx_fault)?;
                    Ok(cell.map(|cell| (cell.get_position(), borrowed(cell, is_1904))))
                })
            }
            Self::Xlsb(book) => {
                let mut reader = book.worksheet_cells_reader(sheet).map_err(xlsb_fault)?;
                refuse_large(reader.dimensions().len())?;
                stream(on_row, move || {
                    let cell = reader.next_cell().map_err(xlsb_fault)?;
                    Ok(cell.map(|cell| (cell.get_position(), borrowed(cell, is_1904))))
                })
            }
            Self::Whole { sheets, .. } => match sheets.iter().find(|(name, _)| name == sheet) {
                Some((_, range)) => whole(range, is_1904, on_row),
                None => Ok(()),
            },
        }
    }
}

/// Rows on their way from the thread that unpacks them to the one that types them.
#[derive(Default)]
struct Batch<'a> {
    cells: Vec<RawCell<'a>>,
    /// Each row's number and where its cells end.
    rows: Vec<(u32, usize)>,
}

impl Batch<'_> {
    /// Room for as many cells as a batch of a common sheet has.
    fn sized() -> Self {
        Self { cells: Vec::with_capacity(16 * BATCH_ROWS), rows: Vec::with_capacity(BATCH_ROWS) }
    }

    fn hand_on(&self, on_row: &mut OnRow<'_>) -> Flow {
        let mut start = 0;
        for (row, end) in &self.rows {
            let cells = self.cells.get(start..*end).unwrap_or_default();
            if on_row(row.saturating_add(1), cells) == Flow::Stop {
                return Flow::Stop;
            }
            start = *end;
        }
        Flow::Continue
    }
}

/// Puts cells together to rows on a thread of its own, while those before are typed on this one.
fn stream<'a>(
    on_row: &mut OnRow<'_>,
    next: impl FnMut() -> Result<Option<((u32, u32), RawCell<'a>)>, Message> + Send,
) -> Result<(), Message> {
    beside(|give| batches(next, give), |batch: Batch<'a>| batch.hand_on(on_row))
}

/// The dimension that a sheet claims may be missing or wrong, so the cells are counted, too.
fn batches<'a>(
    mut next: impl FnMut() -> Result<Option<((u32, u32), RawCell<'a>)>, Message>,
    give: &mut dyn FnMut(Batch<'a>) -> Flow,
) -> Result<(), Message> {
    let mut batch = Batch::default();
    let (mut current, mut start) = (0, 0);
    let mut seen: u64 = 0;
    while let Some(((row, column), value)) = next()? {
        if matches!(value, RawCell::Empty) {
            continue;
        }
        if row != current {
            if batch.cells.len() > start {
                seen = seen.saturating_add((batch.cells.len() - start) as u64);
                refuse_large(seen)?;
                batch.rows.push((current, batch.cells.len()));
            }
            if batch.rows.len() >= BATCH_ROWS
                && give(std::mem::replace(&mut batch, Batch::sized())) == Flow::Stop
            {
                return Ok(());
            }
            current = row;
            start = batch.cells.len();
        }
        let place = start + column as usize;
        if place > batch.cells.len() {
            batch.cells.resize(place, RawCell::Empty);
        }
        match batch.cells.get_mut(place) {
            Some(cell) => *cell = value,
            None => batch.cells.push(value),
        }
    }
    if batch.cells.len() > start {
        batch.rows.push((current, batch.cells.len()));
    }
    give(batch);
    Ok(())
}

/// The rows of a range, which may begin below row 1 and right of column A.
fn whole(range: &Range<Data>, is_1904: bool, on_row: &mut OnRow<'_>) -> Result<(), Message> {
    let (height, width) = range.get_size();
    refuse_large((height as u64).saturating_mul(width as u64))?;
    let Some((first_row, first_column)) = range.start() else { return Ok(()) };
    let mut cells = Vec::new();
    for (row, data) in (first_row.saturating_add(1)..).zip(range.rows()) {
        cells.clear();
        cells.resize(first_column as usize, RawCell::Empty);
        cells.extend(data.iter().map(|cell| whole_cell(cell, is_1904)));
        if on_row(row, &cells) == Flow::Stop {
            break;
        }
    }
    Ok(())
}

fn borrowed<'a>(cell: calamine::Cell<DataRef<'a>>, is_1904: bool) -> RawCell<'a> {
    match cell.get_value() {
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
        DataRef::DateTime(value) => RawCell::Number(value.as_f64()),
        DataRef::Error(error) => RawCell::Error(Cow::Owned(error.to_string())),
    }
}

fn whole_cell(cell: &Data, is_1904: bool) -> RawCell<'_> {
    match cell {
        Data::Empty => RawCell::Empty,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            RawCell::Text(Cow::Borrowed(text))
        }
        Data::Int(value) => RawCell::Number(*value as f64),
        Data::Float(value) => RawCell::Number(*value),
        Data::Bool(value) => RawCell::Bool(*value),
        Data::DateTime(value) if value.is_datetime() => {
            RawCell::DateTime { serial: value.as_f64(), is_1904 }
        }
        Data::DateTime(value) => RawCell::Number(value.as_f64()),
        Data::Error(error) => RawCell::Error(Cow::Owned(error.to_string())),
    }
}

fn refuse_large(cells: u64) -> Result<(), Message> {
    if cells > MAX_CELLS { Err(too_large()) } else { Ok(()) }
}

fn too_large() -> Message {
    message!("import-too-large", most = MAX_CELLS)
}

fn xlsx_fault(error: XlsxError) -> Message {
    match error {
        XlsxError::Password => message!("import-encrypted"),
        _ => message!("import-damaged"),
    }
}

fn xlsb_fault(error: XlsbError) -> Message {
    match error {
        XlsbError::Password => message!("import-encrypted"),
        _ => message!("import-damaged"),
    }
}
