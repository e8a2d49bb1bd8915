//! Word documents: paragraphs, lists and tables as lines.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::super::document::{Document, DocumentLine};
use crate::message;
use crate::words::Message;

/// More text than this is no document; a small file can be made to unpack to any size.
const MAX_BYTES: u64 = 64 << 20;

/// The parts of a document that hold running text.
const PARTS: [&str; 3] = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"];

type Archive = zip::ZipArchive<Cursor<Vec<u8>>>;

/// Whether a zip is a Word document.
pub fn is_docx(archive: &Archive) -> bool {
    archive.file_names().flatten().any(|name| name == PARTS[0])
}

/// Reads the text of a Word document.
///
/// # Errors
/// When the document is damaged or too large.
pub fn read(archive: &mut Archive) -> Result<Document, Message> {
    let levels = part(archive, "word/styles.xml")?.map_or_else(HashMap::new, |xml| levels(&xml));
    let mut document = Document::default();
    for name in PARTS {
        if let Some(xml) = part(archive, name)? {
            let mut text = Text { levels: levels.clone(), ..Text::default() };
            text.read(&xml).map_err(|_| message!("document-damaged"))?;
            document.lines.append(&mut text.lines);
        }
    }
    Ok(document)
}

fn part(archive: &mut Archive, name: &str) -> Result<Option<String>, Message> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    let mut xml = String::new();
    let length = file.take(MAX_BYTES).read_to_string(&mut xml);
    let length = length.map_err(|_| message!("document-damaged"))?;
    if length as u64 == MAX_BYTES { Err(message!("document-damaged")) } else { Ok(Some(xml)) }
}

/// The heading levels of styles, by the styles' ids. Word names them "heading 1" in every
/// language.
fn levels(xml: &str) -> HashMap<String, u8> {
    let mut reader = Reader::from_str(xml);
    let mut levels = HashMap::new();
    let mut style = None;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) if tag.name().as_ref() == "w:style" => {
                style = attribute(&tag, "w:styleId");
            }
            Ok(Event::Empty(tag)) if tag.name().as_ref() == "w:name" => {
                let name = attribute(&tag, "w:val").unwrap_or_default().to_lowercase();
                let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
                if let (Some(style), Some(level)) = (style.take(), level) {
                    levels.insert(style, level);
                }
            }
            Ok(Event::Eof) | Err(_) => return levels,
            Ok(_) => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// Gathers the lines of a part.
#[derive(Default)]
struct Text {
    /// The heading levels of styles.
    levels: HashMap<String, u8>,
    lines: Vec<DocumentLine>,
    paragraph: String,
    level: Option<u8>,
    is_item: bool,
    /// How deep in tables the reading is.
    tables: usize,
    /// Whether text is being read, and not field codes or the like.
    is_text: bool,
    /// How deep in what repeats text for old programs.
    fallbacks: usize,
}

impl Text {
    fn read(&mut self, xml: &str) -> Result<(), quick_xml::Error> {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event()? {
                Event::Start(tag) => self.start(&tag),
                Event::Empty(tag) => {
                    self.start(&tag);
                    self.end(tag.name().as_ref());
                }
                Event::End(tag) => self.end(tag.name().as_ref()),
                Event::Text(text) if self.takes_text() => {
                    self.paragraph.push_str(&text.xml_content(XmlVersion::Implicit1_0));
                }
                Event::GeneralRef(name) if self.takes_text() => {
                    self.paragraph.push_str(&character(&name));
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn takes_text(&self) -> bool {
        self.is_text && self.fallbacks == 0
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.name().as_ref() {
            "w:t" => self.is_text = true,
            "w:tab" | "w:br" | "w:cr" if self.fallbacks == 0 => self.paragraph.push(' '),
            "w:noBreakHyphen" => self.paragraph.push('-'),
            "w:numPr" => self.is_item = true,
            "w:tbl" => self.tables += 1,
            "mc:Fallback" => self.fallbacks += 1,
            "w:pStyle" => {
                let style = attribute(tag, "w:val").unwrap_or_default();
                self.level = self.levels.get(&style).copied();
            }
            _ => {}
        }
    }

    /// A paragraph is a line with an empty one behind it; a row of a table is a line with tabs
    /// between its cells.
    fn end(&mut self, name: &str) {
        match name {
            "w:t" => self.is_text = false,
            "mc:Fallback" => self.fallbacks = self.fallbacks.saturating_sub(1),
            "w:p" if self.tables > 0 => self.paragraph.push(' '),
            "w:p" => self.end_paragraph(),
            "w:tc" => self.paragraph.push('\t'),
            "w:tr" => self.end_row(),
            "w:tbl" => {
                self.tables = self.tables.saturating_sub(1);
                self.lines.push(DocumentLine::default());
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let bullet = if self.is_item && self.level.is_none() { "• " } else { "" };
        let text = format!("{bullet}{}", std::mem::take(&mut self.paragraph).trim());
        self.lines.push(DocumentLine { text, level: self.level.take() });
        self.lines.push(DocumentLine::default());
        self.is_item = false;
    }

    fn end_row(&mut self) {
        let text = std::mem::take(&mut self.paragraph).trim().to_owned();
        self.lines.push(DocumentLine { text, level: None });
        self.level = None;
        self.is_item = false;
    }
}

/// What `&name;` stands for.
fn character(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return c.to_string();
    }
    quick_xml::escape::resolve_predefined_entity(name).unwrap_or_default().to_owned()
}
