//! OpenDocument spreadsheets, `.ods` and flat `.fods`: the list of sheets, and each of them as a
//! stream of rows.

mod cell;
mod sheet;
mod styles;

use std::collections::HashSet;
use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::archive::{Archive, Pieces};
use super::rows::Rows;
use super::xml::{self, attribute, damaged};
use super::{OnRow, SheetFacts, SheetName};
use crate::import::parallel::beside;
use crate::words::Message;
use crate::{message, t};
use sheet::SheetReader;
use styles::Styles;

/// What a spreadsheet calls itself, and so does a template of one.
const KIND: &str = "opendocument.spreadsheet";
/// The end tag behind which the XML is cut.
const ROW: &str = "table-row";

/// What stands where a sheet begins or ends, and nowhere else.
const SHEET_TAGS: [&str; 6] = ["table>", ":table ", ":table\n", ":table\r", ":table\t", "<table "];
/// The prefixes of what is drawn upon a sheet.
const DRAWINGS: [&str; 3] = ["draw", "dr3d", "form"];

/// An opened spreadsheet.
pub struct Ods {
    content: Content,
    sheets: Vec<SheetName>,
    styles: Styles,
}

enum Content {
    Zipped { archive: Box<Archive>, place: usize },
    Flat(String),
}

/// Whether a text that begins so is a spreadsheet in one XML file.
pub fn is_flat(start: &str) -> bool {
    start.contains("<office:document") && start.contains(KIND)
}

/// Whether elements stand within one that a reader of cells passes over.
#[derive(Default)]
struct Passed(usize);

impl Passed {
    /// Goes down; whether this element is passed over, too. An element without content must
    /// be ended as well.
    fn enter(&mut self, tag: &BytesStart<'_>) -> bool {
        // Comments, drawings, forms, the record of changes, and tables that are copies of others.
        let is_passed =
            matches!(
                tag.local_name().as_ref(),
                "annotation" | "shapes" | "forms" | "tracked-changes" | "dde-links" | "scenario"
            ) || tag.name().prefix().is_some_and(|prefix| DRAWINGS.contains(&prefix.as_ref()));
        if self.0 > 0 || is_passed {
            self.0 += 1;
        }
        self.0 > 0
    }

    /// Goes up; whether what ends was passed over.
    fn end(&mut self) -> bool {
        let is_passed = self.0 > 0;
        self.0 = self.0.saturating_sub(1);
        is_passed
    }
}

impl Ods {
    /// Opens a zipped spreadsheet.
    ///
    /// # Errors
    /// When it is damaged, locked with a password, or something other than a spreadsheet.
    pub fn zipped(mut archive: Archive) -> Result<Self, Message> {
        let kind = archive.text("mimetype")?.unwrap_or_default();
        if !kind.contains(KIND) {
            let is_document = kind.contains("opendocument.text");
            return Err(if is_document {
                message!("import-document")
            } else {
                message!("import-not-a-spreadsheet")
            });
        }
        let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
        if manifest.contains("encryption-data") {
            return Err(message!("import-encrypted"));
        }
        let mut styles = Styles::default();
        if let Some(shared) = archive.text("styles.xml")? {
            styles.read(&shared)?;
        }
        let place = archive.find("content.xml").ok_or(message!("import-damaged"))?;
        let sheets = sheets(archive.open(place)?, &mut styles)?;
        let content = Content::Zipped { archive: Box::new(archive), place };
        Ok(Self { content, sheets, styles })
    }

    /// Opens a flat spreadsheet.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn flat(text: String) -> Result<Self, Message> {
        let mut styles = Styles::default();
        let sheets = sheets(text.as_bytes(), &mut styles)?;
        Ok(Self { content: Content::Flat(text), sheets, styles })
    }

    /// The names of the sheets.
    pub fn sheets(&self) -> Vec<SheetName> {
        self.sheets.clone()
    }

    /// Streams the rows of a sheet: unpacked and parsed on a separate thread, while those
    /// before are typed on this one.
    ///
    /// # Errors
    /// When the sheet is damaged or too large.
    pub fn read(&mut self, sheet: usize, on_row: &mut OnRow<'_>) -> Result<SheetFacts, Message> {
        let sheet = (sheet, &self.styles);
        match &mut self.content {
            Content::Zipped { archive, place } => stream(archive.open(*place)?, sheet, on_row),
            Content::Flat(text) => stream(text.as_bytes(), sheet, on_row),
        }
    }
}

fn stream(
    source: impl Read + Send,
    (sheet, styles): (usize, &Styles),
    on_row: &mut OnRow<'_>,
) -> Result<SheetFacts, Message> {
    let mut facts = SheetFacts::default();
    let collected = &mut facts;
    beside(
        move |give| {
            let reader = SheetReader::new((sheet, styles), Rows::new(give), collected);
            reader.read(Pieces::new(source, ROW))
        },
        |batch| batch.hand_on(on_row),
    )?;
    Ok(facts)
}

/// The sheets, and whether their styles hide them; what cells look like goes to `styles`.
fn sheets(source: impl Read, styles: &mut Styles) -> Result<Vec<SheetName>, Message> {
    let mut sheets = Vec::new();
    let mut hidden: HashSet<String> = HashSet::new();
    let mut style = String::new();
    let mut passed = Passed::default();
    let (mut is_first, mut has_end) = (true, false);
    // How deep within tables; a table in a cell is no sheet.
    let mut depth = 0_usize;
    let mut pieces = Pieces::new(source, ROW);
    while let Some(piece) = pieces.next()? {
        // Between a sheet's first and last row there is nothing to find.
        if !is_first && !SHEET_TAGS.iter().any(|tag| piece.contains(tag)) {
            continue;
        }
        if is_first {
            styles.read(piece)?;
        }
        is_first = false;
        let mut reader = xml::reader(piece);
        loop {
            let event = reader.read_event().map_err(damaged)?;
            match &event {
                Event::Start(tag) | Event::Empty(tag) => {
                    let is_empty = matches!(event, Event::Empty(_));
                    let is_passed = passed.enter(tag);
                    if is_empty {
                        passed.end();
                    }
                    match tag.local_name().as_ref() {
                        _ if is_passed => {}
                        "style" => style = attribute(tag, "name").unwrap_or_default(),
                        "table-properties"
                            if attribute(tag, "display")
                                .is_some_and(|display| display == "false") =>
                        {
                            hidden.insert(std::mem::take(&mut style));
                        }
                        "table" => {
                            if depth == 0 {
                                let number = sheets.len() + 1;
                                let unnamed = || t!("import-sheet-without-name", number = number);
                                let name = attribute(tag, "name").filter(|name| !name.is_empty());
                                let of_table = attribute(tag, "style-name").unwrap_or_default();
                                sheets.push(SheetName {
                                    name: name.unwrap_or_else(unnamed),
                                    is_hidden: hidden.contains(&of_table),
                                });
                            }
                            depth += usize::from(!is_empty);
                        }
                        _ => {}
                    }
                }
                Event::End(tag) if !passed.end() => match tag.local_name().as_ref() {
                    "table" => depth = depth.saturating_sub(1),
                    "document-content" | "document" => has_end = true,
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
    }
    if has_end { Ok(sheets) } else { Err(message!("import-damaged")) }
}
