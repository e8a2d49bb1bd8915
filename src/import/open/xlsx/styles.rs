//! Of the styles of a workbook only what they make of numbers.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::super::number_format::Format;
use super::super::xml::{self, attribute, damaged};
use crate::words::Message;

/// What cells of each style hold, by the style's number.
///
/// # Errors
/// When the part is damaged.
pub fn formats(text: &str) -> Result<Vec<Format>, Message> {
    let mut defined: HashMap<u32, Format> = HashMap::new();
    let mut formats = Vec::new();
    let mut is_of_cells = false;
    let mut reader = xml::reader(text);
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(tag) if tag.local_name().as_ref() == "cellXfs" => is_of_cells = true,
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => is_of_cells = false,
            Event::Start(tag) | Event::Empty(tag) => {
                let id = attribute(&tag, "numFmtId").and_then(|id| id.trim().parse().ok());
                match (tag.local_name().as_ref(), id) {
                    ("numFmt", Some(id)) => {
                        let code = attribute(&tag, "formatCode").unwrap_or_default();
                        defined.insert(id, Format::of_code(&code));
                    }
                    ("xf", id) if is_of_cells => {
                        let id = id.unwrap_or_default();
                        formats.push(defined.get(&id).copied().unwrap_or(Format::built_in(id)));
                    }
                    _ => {}
                }
            }
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}
