//! Of the styles of an OpenDocument spreadsheet only what they make of numbers.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::super::number_format::Format;
use super::super::xml::{self, attribute, character, damaged};
use crate::words::Message;

/// At most this many styles inherit from one another.
const MOST_PARENTS: usize = 16;

/// The styles of cells, and the formats that they name.
#[derive(Default)]
pub struct Styles {
    /// What formats show that show anything else than the number itself, by name.
    formats: HashMap<String, Format>,
    /// The format and the parent of each style of cells, by name.
    cells: HashMap<String, (Option<String>, Option<String>)>,
}

/// A format while it is read.
#[derive(Default)]
struct NumberStyle {
    name: String,
    thousands: u32,
    words: String,
    /// Other formats, for other values.
    others: Vec<String>,
}

impl Styles {
    /// Takes the styles of a part, or of its beginning.
    ///
    /// # Errors
    /// When the part is damaged.
    pub fn read(&mut self, text: &str) -> Result<(), Message> {
        let mut style: Option<NumberStyle> = None;
        let mut is_text = false;
        let mut reader = xml::reader(text);
        loop {
            let event = reader.read_event().map_err(damaged)?;
            match &event {
                Event::Start(tag) | Event::Empty(tag) => {
                    let is_empty = matches!(event, Event::Empty(_));
                    match (tag.local_name().as_ref(), &mut style) {
                        ("number-style" | "currency-style", _) if !is_empty => {
                            let name = attribute(tag, "name").unwrap_or_default();
                            style = Some(NumberStyle { name, ..NumberStyle::default() });
                        }
                        ("style", None) => self.take_cell_style(tag),
                        ("number", Some(style)) => style.thousands = thousands_left_out(tag),
                        ("map", Some(style)) => {
                            style.others.extend(attribute(tag, "apply-style-name"))
                        }
                        ("text", Some(_)) => is_text = !is_empty,
                        _ => {}
                    }
                }
                Event::Text(text) if is_text => {
                    style.iter_mut().for_each(|style| style.words.push_str(&text.xml10_content()));
                }
                Event::GeneralRef(name) if is_text => {
                    style.iter_mut().for_each(|style| style.words.push_str(&character(name)));
                }
                Event::End(tag) => match tag.local_name().as_ref() {
                    "number-style" | "currency-style" => {
                        if let Some(style) = style.take() {
                            self.take_format(style);
                        }
                    }
                    "text" => is_text = false,
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn take_cell_style(&mut self, tag: &BytesStart<'_>) {
        if let Some(name) = attribute(tag, "name") {
            let parts = (attribute(tag, "data-style-name"), attribute(tag, "parent-style-name"));
            self.cells.insert(name, parts);
        }
    }

    fn take_format(&mut self, style: NumberStyle) {
        let other = style.others.iter().find_map(|name| self.formats.get(name).copied());
        let format = match Format::worded(style.thousands, &style.words) {
            Format::Plain => other.unwrap_or_default(),
            format => format,
        };
        if format != Format::Plain {
            self.formats.insert(style.name, format);
        }
    }

    /// Whether any format shows anything else than the number itself.
    pub fn have_formats(&self) -> bool {
        !self.formats.is_empty()
    }

    /// What cells of that style show.
    pub fn of(&self, style: &str) -> Format {
        let mut name = style;
        for _ in 0..MOST_PARENTS {
            let Some((format, parent)) = self.cells.get(name) else { break };
            if let Some(format) = format {
                return self.formats.get(format).copied().unwrap_or_default();
            }
            let Some(parent) = parent else { break };
            name = parent;
        }
        Format::Plain
    }
}

/// How many times three digits a number is shown without: a factor of 1000 leaves them out once.
fn thousands_left_out(tag: &BytesStart<'_>) -> u32 {
    let factor =
        attribute(tag, "display-factor").and_then(|factor| factor.trim().parse::<f64>().ok());
    match factor {
        Some(factor) if factor >= 1e6 => 2,
        Some(factor) if factor >= 1e3 => 1,
        _ => 0,
    }
}
