//! XML spreadsheets as Excel 2002 and 2003 wrote them, and many systems still do: one XML file
//! with all sheets, which may be called `.xls`.

mod cell;

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::events::{BytesStart, Event};

use super::number_format::Format;
use super::rows::Rows;
use super::xml::{self, attribute, character, damaged, is_true};
use super::{Flow, Merge, OnRow, SheetFacts, SheetName};
use crate::import::parallel::beside;
use crate::message;
use crate::words::Message;
use cell::{Cell, named_format};

/// What such a file says of itself.
const NAMESPACE: &str = "urn:schemas-microsoft-com:office:spreadsheet";
/// A sheet has no more columns than this, and no more rows than the next.
const COLUMNS: usize = 16_384;
const ROWS: u32 = 1_048_576;

/// An opened spreadsheet.
pub struct Xml2003 {
    text: String,
    sheets: Vec<Sheet>,
    styles: Styles,
    is_1904: bool,
}

/// A sheet, and where it stands in the file.
struct Sheet {
    name: SheetName,
    place: Range<usize>,
}

/// What the styles make of numbers, by their ids.
type Styles = HashMap<String, Format>;

/// Whether a text that begins so is such a spreadsheet.
pub fn is_xml_2003(start: &str) -> bool {
    start.contains(NAMESPACE) && start.contains("Workbook")
}

impl Xml2003 {
    /// Opens a spreadsheet.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn new(text: String) -> Result<Self, Message> {
        let mut sheets: Vec<Sheet> = Vec::new();
        let mut styles = Styles::new();
        let mut style = String::new();
        let (mut is_1904, mut has_end, mut is_visibility) = (false, false, false);
        let mut reader = xml::reader(&text);
        loop {
            let before = place(&reader);
            match reader.read_event().map_err(damaged)? {
                Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                    "Style" => {
                        style = attribute(&tag, "ID").unwrap_or_default();
                        // A style has what its parent has, unless it says otherwise.
                        let parent = attribute(&tag, "Parent");
                        let of_parent = parent.and_then(|parent| styles.get(&parent).copied());
                        styles.insert(style.clone(), of_parent.unwrap_or_default());
                    }
                    "NumberFormat" => {
                        if let Some(code) = attribute(&tag, "Format") {
                            styles.insert(style.clone(), named_format(&code));
                        }
                    }
                    "Date1904" => is_1904 = true,
                    "Worksheet" => {
                        let number = sheets.len() + 1;
                        let unnamed = || crate::t!("import-sheet-without-name", number = number);
                        let name = attribute(&tag, "Name").filter(|name| !name.is_empty());
                        let name = name.unwrap_or_else(unnamed);
                        let name = SheetName { name, is_hidden: false };
                        sheets.push(Sheet { name, place: before..text.len() });
                    }
                    "Visible" => is_visibility = true,
                    _ => {}
                },
                Event::Text(visibility) if is_visibility => {
                    let is_hidden = visibility.xml10_content().contains("Hidden");
                    if let Some(sheet) = sheets.last_mut() {
                        sheet.name.is_hidden |= is_hidden;
                    }
                }
                Event::End(tag) => match tag.local_name().as_ref() {
                    "Visible" => is_visibility = false,
                    "Worksheet" => {
                        if let Some(sheet) = sheets.last_mut() {
                            sheet.place.end = place(&reader);
                        }
                    }
                    "Workbook" => has_end = true,
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        match has_end {
            true => Ok(Self { text, sheets, styles, is_1904 }),
            false => Err(message!("import-damaged")),
        }
    }

    /// The names of the sheets.
    pub fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|sheet| sheet.name.clone()).collect()
    }

    /// Whether numbers that are dates count from 1904.
    pub fn is_1904(&self) -> bool {
        self.is_1904
    }

    /// Streams the rows of a sheet: parsed on a separate thread, while those before are typed on
    /// this one.
    ///
    /// # Errors
    /// When the sheet is damaged or too large.
    pub fn read(&self, sheet: usize, on_row: &mut OnRow<'_>) -> Result<SheetFacts, Message> {
        let mut facts = SheetFacts::default();
        let Some(sheet) = self.sheets.get(sheet) else { return Ok(facts) };
        let text = self.text.get(sheet.place.clone()).unwrap_or_default();
        let collected = &mut facts;
        beside(
            move |give| {
                SheetReader::new(Rows::new(give), collected, (&self.styles, self.is_1904))
                    .read(text)
            },
            |batch| batch.hand_on(on_row),
        )?;
        Ok(facts)
    }
}

fn place(reader: &quick_xml::Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// Reads one sheet.
struct SheetReader<'s, 'g, 'f> {
    rows: Rows<'static, 'g>,
    facts: &'f mut SheetFacts,
    styles: &'s Styles,
    is_1904: bool,
    /// The format of cells that name no style: of the table, of each column.
    of_table: Format,
    of_columns: Vec<Format>,
    of_row: Option<Format>,
    /// The row as Excel counts, and those behind it that are as it is.
    row: u32,
    span: u32,
    is_hidden: bool,
    /// The column that the next cell has.
    column: usize,
    /// The column that the next definition of columns is for.
    defined: usize,
    cell: Option<Cell>,
    /// What is open within a cell that is no value of it: a comment.
    is_comment: bool,
    is_data: bool,
}

impl<'s, 'g, 'f> SheetReader<'s, 'g, 'f> {
    fn new(
        rows: Rows<'static, 'g>,
        facts: &'f mut SheetFacts,
        (styles, is_1904): (&'s Styles, bool),
    ) -> Self {
        Self {
            rows,
            facts,
            styles,
            is_1904,
            of_table: Format::Plain,
            of_columns: Vec::new(),
            of_row: None,
            row: 0,
            span: 0,
            is_hidden: false,
            column: 0,
            defined: 0,
            cell: None,
            is_comment: false,
            is_data: false,
        }
    }

    fn read(mut self, text: &str) -> Result<(), Message> {
        let mut reader = xml::reader(text);
        loop {
            let flow = match reader.read_event().map_err(damaged)? {
                Event::Start(tag) => {
                    self.start(&tag);
                    Flow::Continue
                }
                Event::Empty(tag) => {
                    self.start(&tag);
                    self.end(tag.local_name().as_ref())?
                }
                Event::End(tag) => self.end(tag.local_name().as_ref())?,
                Event::Text(text) => {
                    self.text(&text.xml10_content());
                    Flow::Continue
                }
                Event::CData(text) => {
                    self.text(&text.xml10_content());
                    Flow::Continue
                }
                Event::GeneralRef(name) => {
                    self.text(&character(&name));
                    Flow::Continue
                }
                Event::Eof => break,
                _ => Flow::Continue,
            };
            if flow == Flow::Stop {
                return Ok(());
            }
        }
        self.rows.give();
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let (true, Some(cell)) = (self.is_data, &mut self.cell) {
            cell.text.push_str(text);
        }
    }

    fn style(&self, tag: &BytesStart<'_>) -> Option<Format> {
        let id = attribute(tag, "StyleID")?;
        Some(self.styles.get(&id).copied().unwrap_or_default())
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let number =
            |name: &str| attribute(tag, name).and_then(|value| value.trim().parse::<u32>().ok());
        match tag.local_name().as_ref() {
            "Table" => self.of_table = self.style(tag).unwrap_or_default(),
            "Column" => {
                if let Some(index) = number("Index").and_then(|index| usize::try_from(index).ok()) {
                    self.defined = index.saturating_sub(1);
                }
                let span = number("Span").and_then(|span| usize::try_from(span).ok());
                let end = self.defined.saturating_add(span.unwrap_or_default() + 1).min(COLUMNS);
                if let Some(format) = self.style(tag) {
                    if self.of_columns.len() < end {
                        self.of_columns.resize(end, self.of_table);
                    }
                    let columns = self.of_columns.get_mut(self.defined..end);
                    columns.into_iter().for_each(|columns| columns.fill(format));
                }
                self.defined = end;
            }
            "Row" => {
                let next = self.row.saturating_add(self.span).saturating_add(1);
                self.row = number("Index").filter(|index| *index >= next).unwrap_or(next);
                self.span = number("Span").unwrap_or_default();
                let is_flat = |height: String| height.trim().parse() == Ok(0.0_f64);
                self.is_hidden = attribute(tag, "Hidden").is_some_and(|hidden| is_true(&hidden))
                    || attribute(tag, "Height").is_some_and(is_flat);
                self.of_row = self.style(tag);
                self.column = 0;
            }
            "Cell" => {
                if let Some(index) = number("Index").and_then(|index| usize::try_from(index).ok()) {
                    self.column = index.saturating_sub(1).max(self.column);
                }
                let format = self.style(tag).or(self.of_row).unwrap_or_else(|| {
                    self.of_columns.get(self.column).copied().unwrap_or(self.of_table)
                });
                self.cell = Some(Cell {
                    format,
                    has_formula: attribute(tag, "Formula").is_some(),
                    across: number("MergeAcross").unwrap_or_default(),
                    down: number("MergeDown").unwrap_or_default(),
                    ..Cell::default()
                });
            }
            "Comment" => self.is_comment = true,
            "Data" if !self.is_comment => {
                if let Some(cell) = &mut self.cell {
                    cell.kind = attribute(tag, "Type").unwrap_or_default();
                    self.is_data = true;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<Flow, Message> {
        match name {
            "Data" => self.is_data = false,
            "Comment" => self.is_comment = false,
            "Cell" => self.end_cell(),
            "Row" if self.row <= ROWS => {
                if self.is_hidden && self.rows.has_cells() {
                    self.facts.hide(self.row);
                }
                return self.rows.end(self.row);
            }
            _ => {}
        }
        Ok(Flow::Continue)
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let column = self.column;
        let across = usize::try_from(cell.across).unwrap_or(COLUMNS);
        self.column = column.saturating_add(across).saturating_add(1);
        if column >= COLUMNS || self.row > ROWS {
            return;
        }
        let last_row = self.row.saturating_add(cell.down).min(ROWS);
        self.facts.merge(Merge { first_row: self.row, last_row, column });
        let format = cell.format;
        let value = cell.value(self.is_1904);
        format.see(self.facts, (self.row, column), &value);
        self.rows.put(column, value);
    }
}
