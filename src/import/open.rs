//! The door: the only place that names the spreadsheet readers and touches files.
//!
//! What a file is, its content decides, never its name. Sheets come out as streams of rows;
//! xlsx, xlsb, CSV and HTML are read row by row, and the raw grid is never held.

pub mod document;
mod docx;
mod html;
mod pdf;
mod text;
mod workbook;

use std::io::{Cursor, Error, ErrorKind};
use std::path::Path;
use std::time::UNIX_EPOCH;

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::raw::{Flow, RawCell};
use crate::issue::Issue;
use crate::message;
use crate::project::{Minute, Project};
use crate::storage;
use crate::words::Message;
use html::Page;
use text::TextTable;
use workbook::Workbook;

/// More cells than this in one sheet are refused: no export is that large, and a file that
/// says so is damaged or made to fill the memory.
pub const MAX_CELLS: u64 = 5_000_000;

/// Takes the rows of a sheet: the row's number as Excel counts, and its cells from column A.
pub type OnRow<'f> = dyn FnMut(u32, &[RawCell<'_>]) -> Flow + 'f;

/// An opened file, whatever its format.
pub struct Book {
    /// SHA-256 of the content, in hexadecimal.
    pub sha256: String,
    /// When the file was last changed, in local time, where the system tells.
    pub modified: Option<Minute>,
    content: Content,
}

enum Content {
    Workbook(Workbook),
    Text(TextTable),
    Html(Page),
    Project(Box<Project>),
}

impl Book {
    /// Opens a file and finds out what it is.
    ///
    /// # Errors
    /// When the file cannot be read, or is no spreadsheet, encrypted, damaged or empty.
    pub fn open(path: &Path) -> Result<Self, Message> {
        let bytes = std::fs::read(path).map_err(|error| unreadable(&error))?;
        let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { sha256, modified: modified(path), content: Content::of(bytes)? })
    }

    /// The names of the sheets; a text file has one without a name, and so has a page of one list.
    pub fn sheets(&self) -> Vec<String> {
        match &self.content {
            Content::Workbook(workbook) => workbook.sheets(),
            Content::Text(_) => vec![String::new()],
            Content::Html(page) if page.count() > 1 => (1..=page.count())
                .map(|number| crate::t!("import-html-list", number = number))
                .collect(),
            Content::Html(_) => vec![String::new()],
            Content::Project(_) => Vec::new(),
        }
    }

    /// The project that the file is, if it is one; such a file has no sheets.
    pub fn project(&self) -> Option<&Project> {
        match &self.content {
            Content::Project(project) => Some(project),
            _ => None,
        }
    }

    /// The whole text of a text file.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(table) => Some(&table.text),
            Content::Workbook(_) | Content::Html(_) | Content::Project(_) => None,
        }
    }

    /// Says what parts the cells of a text file; nothing is said by `None`.
    pub fn part_by(&mut self, separator: Option<char>) {
        if let Content::Text(table) = &mut self.content {
            table.separator = separator;
        }
    }

    /// How many cells most rows of a text table have; `None` for other files, whose cells cannot
    /// be parted wrongly.
    pub fn row_width(&self) -> Option<usize> {
        match &self.content {
            Content::Text(table) => Some(table.width()),
            Content::Workbook(_) | Content::Html(_) | Content::Project(_) => None,
        }
    }

    /// What was noticed of the file itself when its rows were last read.
    pub fn notes(&self) -> &[Issue] {
        match &self.content {
            Content::Text(table) => &table.notes,
            Content::Workbook(_) | Content::Html(_) | Content::Project(_) => &[],
        }
    }

    /// Whether plain numbers in date columns count from 1904.
    pub fn is_1904(&self) -> bool {
        matches!(&self.content, Content::Workbook(workbook) if workbook.is_1904())
    }

    /// Streams the rows of one sheet, until the end or until `on_row` has enough.
    ///
    /// # Errors
    /// When the sheet is damaged or too large; some rows may have been given by then.
    pub fn read(&mut self, sheet: &str, on_row: &mut OnRow<'_>) -> Result<(), Message> {
        let place = self.sheets().iter().position(|own| own == sheet);
        match &mut self.content {
            Content::Workbook(workbook) => workbook.read(sheet, on_row),
            Content::Text(table) => table.read(on_row),
            Content::Html(page) => page.read(place.unwrap_or_default(), on_row),
            Content::Project(_) => Ok(()),
        }
    }
}

impl Content {
    fn of(bytes: Vec<u8>) -> Result<Self, Message> {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(message!("import-file-empty"));
        }
        if bytes.starts_with(b"PK") {
            return zipped(bytes).map(Self::Workbook);
        }
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return compound(bytes).map(Self::Workbook);
        }
        let decoded = text::decode(bytes).ok_or(message!("import-not-a-spreadsheet"))?;
        let text = &decoded.text;
        if storage::is_project(text) {
            let project = storage::parse(text).map_err(|issue| issue.message)?;
            return Ok(Self::Project(Box::new(project)));
        }
        let start: String = text.trim_start().chars().take(4096).collect();
        if start.starts_with('<') {
            let start = start.to_ascii_lowercase();
            let is_page =
                ["<html", "<table", "<!doctype html"].iter().any(|tag| start.contains(tag));
            return if is_page {
                Ok(Self::Html(Page::new(decoded.text)))
            } else {
                Err(message!("import-not-a-spreadsheet"))
            };
        }
        if start.starts_with("%PDF") || start.starts_with("{\\rtf") {
            return Err(message!("import-not-a-spreadsheet"));
        }
        Ok(Self::Text(TextTable::new(decoded)))
    }
}

/// A zip is a workbook if it has a workbook's parts.
fn zipped(bytes: Vec<u8>) -> Result<Workbook, Message> {
    let archive =
        zip::ZipArchive::new(Cursor::new(&bytes)).map_err(|_| message!("import-damaged"))?;
    let has = |name: &str| archive.file_names().flatten().any(|own| own.eq_ignore_ascii_case(name));
    let (is_xlsx, is_xlsb) = (has("xl/workbook.xml"), has("xl/workbook.bin"));
    let is_ods = has("content.xml") && has("mimetype");
    let is_document = has("word/document.xml") || has("ppt/presentation.xml");
    drop(archive);
    match () {
        () if is_xlsx => Workbook::xlsx(bytes),
        () if is_xlsb => Workbook::xlsb(bytes),
        () if is_ods => Workbook::ods(bytes),
        () if is_document => Err(message!("import-document")),
        () => Err(message!("import-not-a-spreadsheet")),
    }
}

/// A compound file (the container of old Office files) is an old workbook, an encrypted new
/// one, or something else.
fn compound(bytes: Vec<u8>) -> Result<Workbook, Message> {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    match () {
        () if names("EncryptedPackage") => Err(message!("import-encrypted")),
        () if names("Workbook") || names("Book") => Workbook::xls(bytes),
        () if names("WordDocument") || names("PowerPoint Document") => {
            Err(message!("import-document"))
        }
        () => Err(message!("import-damaged")),
    }
}

fn unreadable(error: &Error) -> Message {
    /// Windows' word for a file that another program keeps to itself.
    const SHARING_VIOLATION: i32 = 32;
    match error.kind() {
        ErrorKind::NotFound => message!("import-file-not-found"),
        ErrorKind::IsADirectory => message!("import-not-a-spreadsheet"),
        ErrorKind::PermissionDenied | ErrorKind::ResourceBusy => message!("import-file-locked"),
        _ if error.raw_os_error() == Some(SHARING_VIOLATION) => message!("import-file-locked"),
        _ => message!("import-file-unreadable", cause = error.to_string()),
    }
}

/// How large a file is; 0 where the system does not tell.
pub fn size(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |metadata| metadata.len())
}

fn modified(path: &Path) -> Option<Minute> {
    let since_1970 =
        std::fs::metadata(path).ok()?.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let stamp = Timestamp::from_second(i64::try_from(since_1970.as_secs()).ok()?).ok()?;
    Some(super::dates::oslo(stamp))
}
