//! The door: the only place that names the spreadsheet readers and touches files.
//!
//! What a file is, its content decides, never its name. Sheets come out as streams of rows;
//! all but the old binary `.xls` are read row by row, and the raw grid is never held.

mod archive;
pub mod document;
mod docx;
mod foreign;
mod html;
mod number_format;
mod ods;
mod pdf;
mod rows;
mod text;
mod workbook;
mod xlsb;
mod xlsx;
mod xml;
mod xml2003;

use std::io::{Error, ErrorKind};
use std::path::Path;
use std::time::UNIX_EPOCH;

use calamine::{SheetType, SheetVisible};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::raw::{Flow, RawCell};
use super::scales::Scales;
use crate::issue::Issue;
use crate::message;
use crate::project::{Minute, Project};
use crate::storage;
use crate::words::Message;
use archive::Archive;
use html::Page;
use text::TextTable;
pub use text::{looks_like_date, looks_like_number};
use workbook::Workbook;

/// More cells than this in one sheet are refused: no export is that large, and a file that
/// has them is damaged or made to fill the memory. What a sheet says of its size does not count.
pub const MAX_CELLS: u64 = 5_000_000;
/// The first lines, this many, tell whether a text has cells.
const LINES_LOOKED_AT: usize = 50;
/// How the names of workbooks end.
const WORKBOOK_NAMES: [&str; 6] = ["xls", "xlsx", "xlsm", "xlsb", "ods", "fods"];

/// Takes the rows of a sheet: the row's number as Excel counts, and its cells from column A.
pub type OnRow<'f> = dyn FnMut(u32, &[RawCell<'_>]) -> Flow + 'f;

/// A sheet's name, and whether the workbook hides it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetName {
    /// The name; empty for text files.
    pub name: String,
    /// Whether Excel shows it only to those who ask.
    pub is_hidden: bool,
}

/// The sheets as the library lists them. What is no sheet with cells is listed, too, so that
/// places stay those of the library; it has no rows.
fn sheet_names(sheets: &[calamine::Sheet]) -> Vec<SheetName> {
    let name = |sheet: &calamine::Sheet| SheetName {
        name: sheet.name.clone(),
        is_hidden: sheet.visible != SheetVisible::Visible && sheet.typ == SheetType::WorkSheet,
    };
    sheets.iter().map(name).collect()
}

/// How the rows of a text table are parted into cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parted {
    /// How many cells most rows have.
    pub width: usize,
    /// What parts them.
    pub separator: char,
}

/// Cells of one column that stand as one over several rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The first row, as Excel counts; it holds the value.
    pub first_row: u32,
    /// The last row.
    pub last_row: u32,
    /// The column, 0 for A.
    pub column: usize,
}

/// What a sheet says besides the values of its cells; known when it was read to its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetFacts {
    /// Cells that go on over several rows.
    pub merges: Vec<Merge>,
    /// Rows with cells that are hidden or filtered out, from the first to the last of each run.
    pub hidden_rows: Vec<(u32, u32)>,
    /// Numbers that their formats show otherwise than the cells hold them.
    pub scales: Scales,
}

impl SheetFacts {
    /// Notes a merge; one within a row says nothing that a reader needs.
    fn merge(&mut self, merge: Merge) {
        if merge.last_row > merge.first_row {
            self.merges.push(merge);
        }
    }

    /// Notes that a row is hidden; rows come in order.
    fn hide(&mut self, row: u32) {
        match self.hidden_rows.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(row) => *last = row,
            _ => self.hidden_rows.push((row, row)),
        }
    }
}

/// An opened file, whatever its format.
pub struct Book {
    /// SHA-256 of the content, in hexadecimal.
    pub sha256: String,
    /// The file's name, without its folder.
    pub name: String,
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
        let content = Content::of(bytes)?;
        if let Content::Text(text) = &content
            && has_name_of_workbook(path)
            && !has_cells(&text.text)
        {
            return Err(message!("import-not-a-spreadsheet"));
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { sha256, name, modified: modified(path), content })
    }

    /// The sheets in their order; a text file has one without a name, and so has a page of one
    /// list.
    pub fn sheets(&self) -> Vec<SheetName> {
        match &self.content {
            Content::Workbook(workbook) => workbook.sheets(),
            Content::Html(page) if page.count() > 1 => (1..=page.count())
                .map(|number| SheetName {
                    name: crate::t!("import-html-list", number = number),
                    is_hidden: false,
                })
                .collect(),
            Content::Text(_) | Content::Html(_) => vec![SheetName::default()],
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
            table.part_by(separator);
        }
    }

    /// How the rows of a text table are parted; `None` for other files, whose cells cannot be
    /// parted wrongly.
    pub fn parted(&self) -> Option<Parted> {
        match &self.content {
            Content::Text(table) => {
                Some(Parted { width: table.width(), separator: table.separator() })
            }
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

    /// How the names of files end whose reader tells neither hidden rows nor number formats;
    /// `None` where they are told.
    pub fn without_formats(&self) -> Option<&'static str> {
        match &self.content {
            Content::Workbook(Workbook::Xls { .. }) => Some("xls"),
            Content::Workbook(Workbook::Xlsb(_)) => Some("xlsb"),
            _ => None,
        }
    }

    /// Whether plain numbers in date columns count from 1904.
    pub fn is_1904(&self) -> bool {
        matches!(&self.content, Content::Workbook(workbook) if workbook.is_1904())
    }

    /// Streams the rows of one sheet, by its place among [`Book::sheets`], until the end or
    /// until `on_row` has enough.
    ///
    /// # Errors
    /// When the sheet is damaged or too large; some rows may have been given by then.
    pub fn read(&mut self, sheet: usize, on_row: &mut OnRow<'_>) -> Result<SheetFacts, Message> {
        match &mut self.content {
            Content::Workbook(workbook) => workbook.read(sheet, on_row),
            Content::Text(table) => table.read(on_row).map(|()| SheetFacts::default()),
            Content::Html(page) => page.read(sheet, on_row).map(|()| SheetFacts::default()),
            Content::Project(_) => Ok(SheetFacts::default()),
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
        if let Some(what) = foreign::foreign(text) {
            return Err(what);
        }
        let start: String = text.trim_start().chars().take(4096).collect();
        if start.starts_with('<') {
            if ods::is_flat(&start) {
                return ods::Ods::flat(decoded.text)
                    .map(Box::new)
                    .map(Workbook::Ods)
                    .map(Self::Workbook);
            }
            if xml2003::is_xml_2003(&start) {
                return Workbook::xml_2003(decoded.text).map(Self::Workbook);
            }
            let start = start.to_ascii_lowercase();
            let is_page =
                ["<html", "<table", "<!doctype html"].iter().any(|tag| start.contains(tag));
            // A page that tells of an error has no table.
            let has_table = ["<table", "<TABLE", "<Table"].iter().any(|tag| text.contains(tag));
            return if is_page && has_table {
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

/// Whether a file is called a workbook. Text under such a name is an export all the same if it
/// has cells; a sentence is what a system left in place of the file.
fn has_name_of_workbook(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| WORKBOOK_NAMES.contains(&extension.as_str()))
}

/// Whether a text has several lines of cells, or one that can only be headings.
fn has_cells(text: &str) -> bool {
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(LINES_LOOKED_AT);
    let is_parted = |line: &&str| line.contains([';', '\t', ',', '|']);
    let is_heading = |line: &str| line.matches([';', '\t']).count() > 1;
    lines().filter(is_parted).count() > 1 || lines().any(is_heading)
}

/// A zip is a workbook if it has a workbook's parts.
fn zipped(bytes: Vec<u8>) -> Result<Workbook, Message> {
    let mut archive = Archive::new(bytes)?;
    if xlsx::is_xlsx(&mut archive)? {
        return Workbook::xlsx(archive);
    }
    let has = |name: &str| archive.find(name).is_some();
    match () {
        () if has("xl/workbook.bin") => Workbook::xlsb(archive),
        () if has("content.xml") && has("mimetype") => Workbook::ods(archive),
        () if has("word/document.xml") || has("ppt/presentation.xml") => {
            Err(message!("import-document"))
        }
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
        () if names("Workbook") => Workbook::xls(bytes, true),
        () if names("Book") => Workbook::xls(bytes, false),
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
        // Windows has no file of a name that cannot be one, such as a pattern that meets none.
        ErrorKind::NotFound | ErrorKind::InvalidFilename => message!("import-file-not-found"),
        ErrorKind::IsADirectory => message!("import-not-a-spreadsheet"),
        ErrorKind::PermissionDenied | ErrorKind::ResourceBusy => message!("import-file-locked"),
        _ if error.raw_os_error() == Some(SHARING_VIOLATION) => message!("import-file-locked"),
        _ => message!("import-file-unreadable", cause = crate::words::io_error(error)),
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
