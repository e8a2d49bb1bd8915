//! The texts of a workbook, which its cells name by number.

use std::borrow::Cow;
use std::io::Read;

use quick_xml::events::Event;

use super::super::archive::Pieces;
use super::super::xml::{self, character, damaged};
use crate::message;
use crate::words::Message;

/// All texts in one piece of memory.
#[derive(Default)]
pub struct SharedStrings {
    text: String,
    /// Where each text ends.
    ends: Vec<u32>,
}

impl SharedStrings {
    /// Reads the part.
    ///
    /// # Errors
    /// When it is damaged, or holds more than four gigabytes.
    pub fn read(source: impl Read) -> Result<Self, Message> {
        let mut strings = Self::default();
        let mut pieces = Pieces::new(source, "si");
        // Phonetic guides repeat a text in another script.
        let (mut is_text, mut guides) = (false, 0_u32);
        while let Some(piece) = pieces.next()? {
            let mut reader = xml::reader(piece);
            loop {
                match reader.read_event().map_err(damaged)? {
                    Event::Start(tag) => match tag.local_name().as_ref() {
                        "t" => is_text = guides == 0,
                        "rPh" => guides += 1,
                        _ => {}
                    },
                    Event::Empty(tag) if tag.local_name().as_ref() == "si" => strings.end()?,
                    Event::Text(text) if is_text => strings.text.push_str(&text.xml10_content()),
                    Event::CData(text) if is_text => strings.text.push_str(&text.xml10_content()),
                    Event::GeneralRef(name) if is_text => strings.text.push_str(&character(&name)),
                    Event::End(tag) => match tag.local_name().as_ref() {
                        "t" => is_text = false,
                        "rPh" => guides = guides.saturating_sub(1),
                        "si" => strings.end()?,
                        _ => {}
                    },
                    Event::Eof => break,
                    _ => {}
                }
            }
        }
        strings.text.shrink_to_fit();
        Ok(strings)
    }

    fn end(&mut self) -> Result<(), Message> {
        let start = self.ends.last().map_or(0, |end| *end as usize);
        if let Some(Cow::Owned(text)) = self.text.get(start..).map(unescaped) {
            self.text.truncate(start);
            self.text.push_str(&text);
        }
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| message!("import-damaged"))?);
        Ok(())
    }

    /// The text of that number.
    pub fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)? as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(start.map_or(0, |start| *start as usize)..end)
    }
}

/// A text in which `_x000D_` stands for a character that XML cannot hold.
pub fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = behind.split_at_checked(4).filter(|(_, after)| after.starts_with('_'));
        let code = code.and_then(|(code, after)| {
            let code = u32::from_str_radix(code, 16).ok()?;
            Some((char::from_u32(code)?, after.strip_prefix('_')?))
        });
        match code {
            Some((c, after)) => {
                plain.push(c);
                rest = after;
            }
            None => {
                plain.push_str("_x");
                rest = behind;
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(text: &str) -> Vec<String> {
        let strings = SharedStrings::read(text.as_bytes()).unwrap();
        (0..).map_while(|number| strings.get(number).map(str::to_owned)).collect()
    }

    #[test]
    fn texts_come_plain_rich_with_guides_and_with_references() {
        let text = "<x:sst xmlns:x=\"s\"><x:si><x:t>L&#248;ten &amp; Hamar</x:t></x:si>\
            <x:si><x:r><x:rPr><x:b/></x:rPr><x:t>for</x:t></x:r><x:r><x:t xml:space=\"preserve\"> to</x:t></x:r>\
            <x:rPh sb=\"0\" eb=\"1\"><x:t>lyd</x:t></x:rPh></x:si><x:si/><x:si><x:t/></x:si>\
            <x:si><x:t>to_x000D_\nlinjer _x00e5_ _xyz_</x:t></x:si></x:sst>";
        assert_eq!(strings(text), ["Løten & Hamar", "for to", "", "", "to\r\nlinjer å _xyz_"]);
    }
}
