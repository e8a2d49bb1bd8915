//! What the readers of XML need alike: attributes, texts and references.

use std::borrow::Cow;

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::name::QName;
use quick_xml::{Reader, XmlVersion};

use crate::message;
use crate::words::Message;

/// A reader of a piece; the piece may begin or end within an element.
pub fn reader(piece: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(piece);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}

/// The value of the attribute of that name, whatever its prefix.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let attribute = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// The attributes of a tag as they stand there, names with their prefixes and values as they are
/// written. It ends where it makes no sense of what follows.
pub struct Attributes<'x>(&'x str);

impl<'x> Attributes<'x> {
    /// Of what stands in a tag behind its name.
    pub fn of(tag: &'x str) -> Self {
        Self(tag.trim_ascii_start())
    }

    /// Whether all of them were given.
    pub fn are_given(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'x> Iterator for Attributes<'x> {
    type Item = (&'x str, &'x str);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, behind) = split(self.0, b'=')?;
        let behind = behind.trim_ascii_start();
        let quote = behind.bytes().next().filter(|byte| matches!(byte, b'"' | b'\''))?;
        let (value, behind) = split(behind.get(1..)?, quote)?;
        self.0 = behind.trim_ascii_start();
        Some((name.trim_ascii_end(), value))
    }
}

/// What an attribute says whose value is written so; nothing where that makes no sense.
pub fn normalized(value: &str) -> Cow<'_, str> {
    let attribute = Attribute { key: QName(""), value: Cow::Borrowed(value) };
    attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default()
}

/// What stands before and behind the next `mark`, which is near.
pub fn split(text: &str, mark: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == mark)?;
    Some((text.get(..place)?, text.get(place + 1..)?))
}

/// Whether an attribute says yes.
pub fn is_true(value: &str) -> bool {
    matches!(value.trim(), "1" | "true" | "on")
}

/// A text that comes in several events, borrowed while it is one.
#[derive(Default)]
pub struct Text<'x>(Cow<'x, str>);

impl<'x> Text<'x> {
    /// Adds what stands in the next event.
    pub fn push(&mut self, more: Cow<'x, str>) {
        if self.0.is_empty() {
            self.0 = more;
        } else {
            self.0.to_mut().push_str(&more);
        }
    }

    /// The text.
    pub fn get(&self) -> &str {
        &self.0
    }
}

/// What `&name;` stands for.
pub fn character(name: &BytesRef<'_>) -> Cow<'static, str> {
    match name.resolve_char_ref() {
        Ok(Some(c)) => Cow::Owned(c.to_string()),
        _ => Cow::Borrowed(quick_xml::escape::resolve_predefined_entity(name).unwrap_or_default()),
    }
}

/// XML that no reader can make sense of.
pub fn damaged(_: quick_xml::Error) -> Message {
    message!("import-damaged")
}
