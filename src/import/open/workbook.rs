//! Workbooks: each kind as a stream of rows. `.xls` is read whole, one file at a time.

use std::borrow::Cow;
use std::io::Cursor;
use std::sync::{Mutex, MutexGuard, PoisonError};

use calamine::{Data, Reader, Xls, XlsError, XlsOptions};

use super::archive::Archive;
use super::ods::Ods;
use super::xlsb::XlsbBook;
use super::xlsx::Xlsx;
use super::xml2003::Xml2003;
use super::{Flow, MAX_CELLS, Merge, OnRow, RawCell, SheetFacts, SheetName, sheet_names};
use crate::import::scales::Scales;
use crate::message;
use crate::words::Message;

/// What a file of Excel 97 to 2003 has its texts in, whatever it states: UTF-16.
const UTF_16: u16 = 1200;

/// Held while a workbook lies whole in memory, so that several do not add up.
static ONE_WHOLE_FILE: Mutex<()> = Mutex::new(());

/// An opened workbook.
pub enum Workbook {
    /// Row by row.
    Xlsx(Box<Xlsx>),
    /// Row by row.
    Xlsb(Box<XlsbBook>),
    /// Row by row.
    Ods(Box<Ods>),
    /// Row by row.
    Xml2003(Box<Xml2003>),
    /// Read whole by the library; nobody else does so while this lives.
    Xls {
        /// The workbook.
        book: Box<Xls<Cursor<Vec<u8>>>>,
        /// Keeps other whole files out.
        _turn: MutexGuard<'static, ()>,
    },
}

impl Workbook {
    /// An `.xlsx` or `.xlsm`.
    ///
    /// # Errors
    /// When it is damaged or locked.
    pub fn xlsx(archive: Archive) -> Result<Self, Message> {
        Xlsx::new(archive).map(Box::new).map(Self::Xlsx)
    }

    /// An `.xlsb`.
    ///
    /// # Errors
    /// When it is damaged or locked, or has cells that cannot be read.
    pub fn xlsb(archive: Archive) -> Result<Self, Message> {
        XlsbBook::new(archive).map(Box::new).map(Self::Xlsb)
    }

    /// An `.ods`.
    ///
    /// # Errors
    /// When it is damaged or locked, or something other than a spreadsheet.
    pub fn ods(archive: Archive) -> Result<Self, Message> {
        Ods::zipped(archive).map(Box::new).map(Self::Ods)
    }

    /// The XML of Excel 2003.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn xml_2003(text: String) -> Result<Self, Message> {
        Xml2003::new(text).map(Box::new).map(Self::Xml2003)
    }

    /// A binary `.xls`; `is_97` tells Excel 97's and later ones from older ones.
    ///
    /// # Errors
    /// When it is damaged or locked.
    pub fn xls(bytes: Vec<u8>, is_97: bool) -> Result<Self, Message> {
        let turn = ONE_WHOLE_FILE.lock().unwrap_or_else(PoisonError::into_inner);
        // Some writers state the code page of their system, though all texts are UTF-16.
        let mut options = XlsOptions::default();
        options.force_codepage = is_97.then_some(UTF_16);
        let book = Xls::new_with_options(Cursor::new(bytes), options);
        let book = book.map_err(|error| match error {
            XlsError::Password => message!("import-encrypted"),
            _ => message!("import-damaged"),
        })?;
        Ok(Self::Xls { book: Box::new(book), _turn: turn })
    }

    /// The names of the sheets.
    pub fn sheets(&self) -> Vec<SheetName> {
        match self {
            Self::Xlsx(book) => book.sheets(),
            Self::Xlsb(book) => book.sheets(),
            Self::Ods(book) => book.sheets(),
            Self::Xml2003(book) => book.sheets(),
            Self::Xls { book, .. } => sheet_names(book.sheets_metadata()),
        }
    }

    /// Whether dates count from 1904.
    pub fn is_1904(&self) -> bool {
        match self {
            Self::Xlsx(book) => book.is_1904(),
            Self::Xlsb(book) => book.is_1904(),
            Self::Ods(_) => false,
            Self::Xml2003(book) => book.is_1904(),
            Self::Xls { book, .. } => book.has_1904_epoch(),
        }
    }

    /// Streams the rows of the sheet.
    ///
    /// # Errors
    /// When the sheet is damaged or too large.
    pub fn read(&mut self, sheet: usize, on_row: &mut OnRow<'_>) -> Result<SheetFacts, Message> {
        match self {
            Self::Xlsx(book) => book.read(sheet, on_row),
            Self::Xlsb(book) => book.read(sheet, on_row),
            Self::Ods(book) => book.read(sheet, on_row),
            Self::Xml2003(book) => book.read(sheet, on_row),
            Self::Xls { book, .. } => {
                let name = book.sheets_metadata().get(sheet).map(|sheet| sheet.name.clone());
                whole(book, &name.unwrap_or_default(), on_row)
            }
        }
    }
}

/// The rows of a sheet, which may begin below row 1 and right of column A.
fn whole(
    book: &mut Xls<Cursor<Vec<u8>>>,
    sheet: &str,
    on_row: &mut OnRow<'_>,
) -> Result<SheetFacts, Message> {
    let mut facts = SheetFacts { scales: Scales::unknown(), ..SheetFacts::default() };
    // A sheet that is a chart has no cells.
    let Ok(range) = book.worksheet_range(sheet) else { return Ok(facts) };
    for merge in book.merge_cells_by_sheet_name(sheet).unwrap_or_default() {
        facts.merge(Merge {
            first_row: merge.start.0.saturating_add(1),
            last_row: merge.end.0.saturating_add(1),
            column: merge.start.1 as usize,
        });
    }
    if range.used_cells().count() as u64 > MAX_CELLS {
        return Err(message!("import-too-large", most = MAX_CELLS));
    }
    let is_1904 = book.has_1904_epoch();
    let Some((first_row, first_column)) = range.start() else { return Ok(facts) };
    let mut cells = Vec::new();
    for (row, data) in (first_row.saturating_add(1)..).zip(range.rows()) {
        cells.clear();
        cells.resize(first_column as usize, RawCell::Empty);
        cells.extend(data.iter().map(|cell| borrowed(cell, is_1904)));
        if on_row(row, &cells) == Flow::Stop {
            break;
        }
    }
    Ok(facts)
}

fn borrowed(cell: &Data, is_1904: bool) -> RawCell<'_> {
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
        Data::DateTime(value) => RawCell::Duration(value.as_f64()),
        Data::Error(error) => RawCell::Error(Cow::Owned(error.to_string())),
    }
}
