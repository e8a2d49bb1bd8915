//! A file with printed tables, as plain rows of texts: nothing of it is understood here.

use std::path::Path;

use super::open::Book;
use super::raw::{Flow, RawCell};
use crate::issue::Issue;
use crate::number;
use crate::project::PrintedFile;
use crate::words::Message;

/// The rows of one sheet, as texts.
pub type TextRows = Vec<Vec<String>>;

/// A printed table has no more rows than this.
const MOST_ROWS: usize = 5_000;
/// A workbook's number has no more decimals than this that anybody printed.
const DECIMALS: u32 = 6;

/// A file with printed tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableFile {
    /// Which file it is.
    pub file: PrintedFile,
    /// Its sheets.
    pub sheets: Vec<TextRows>,
    /// The whole text of a text file, which may be lines of a PDF and no cells.
    pub text: Option<String>,
}

/// Reads a spreadsheet or a text table.
///
/// # Errors
/// When the file cannot be read, is no spreadsheet, or is damaged.
pub fn read_table_file(path: &Path) -> Result<TableFile, Issue> {
    let name = super::file_name(path);
    read(path, &name).map_err(|why| Issue::error(why).in_file(&name))
}

fn read(path: &Path, name: &str) -> Result<TableFile, Message> {
    let mut book = Book::open(path)?;
    let mut sheets = Vec::new();
    for place in 0..book.sheets().len() {
        let mut rows: TextRows = Vec::new();
        book.read(place, &mut |_, cells| {
            rows.push(cells.iter().map(text).collect());
            if rows.len() < MOST_ROWS { Flow::Continue } else { Flow::Stop }
        })?;
        sheets.push(rows);
    }
    let file = PrintedFile { name: name.to_owned(), sha256: book.sha256.clone() };
    let text = book.text().map(str::to_owned);
    Ok(TableFile { file, sheets, text })
}

/// A cell as text. What a workbook computed is rounded to decimals that somebody may have seen.
fn text(cell: &RawCell<'_>) -> String {
    let text = cell.text().into_owned();
    match (cell, text.parse::<number::Decimal>()) {
        (RawCell::Number(_), Ok(value)) if value.scale() > DECIMALS => {
            number::round(value, DECIMALS).normalize().to_string()
        }
        _ => text,
    }
}
