//! A zip and its parts: found whatever their case, and unpacked piece by piece.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::message;
use crate::words::Message;

/// More than this in a part that is read at once, such as styles, is no part of an honest file;
/// a small file can be made to unpack to any size.
const MAX_PART: u64 = 64 << 20;
/// This much of a part is unpacked before it is parsed.
const PIECE: usize = 128 << 10;
/// More than this without an end of a row is no sheet.
const MAX_PIECE: usize = 256 << 20;

/// An opened zip.
pub struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// Where each part stands, by its name as it is compared.
    places: HashMap<String, usize>,
}

impl Archive {
    /// Opens a zip.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn new(bytes: Vec<u8>) -> Result<Self, Message> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| message!("import-damaged"))?;
        let names = zip.file_names().enumerate();
        let places = names.filter_map(|(at, name)| Some((folded(&name.ok()?), at))).collect();
        Ok(Self { zip, places })
    }

    /// The bytes of the zip.
    pub fn into_bytes(self) -> Vec<u8> {
        self.zip.into_inner().into_inner()
    }

    /// Where a part stands; case and the kind of slash do not matter, and neither does a slash
    /// before it.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.places.get(&folded(name)).copied()
    }

    /// The names of all parts as they are compared, with their places.
    pub fn parts(&self) -> impl Iterator<Item = (&str, usize)> {
        self.places.iter().map(|(name, at)| (name.as_str(), *at))
    }

    /// A part as a stream.
    ///
    /// # Errors
    /// When it is locked or packed in an unknown way.
    pub fn open(&mut self, place: usize) -> Result<impl Read + '_, Message> {
        self.zip.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)
            | ZipError::InvalidPassword => message!("import-encrypted"),
            _ => message!("import-damaged"),
        })
    }

    /// A small part whole, as text; `None` where there is none of that name.
    ///
    /// # Errors
    /// When it is damaged or too large.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Message> {
        let Some(place) = self.find(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        let read = self.open(place)?.take(MAX_PART).read_to_end(&mut bytes);
        let length = read.map_err(|_| message!("import-damaged"))?;
        if length as u64 == MAX_PART {
            return Err(message!("import-damaged"));
        }
        decoded(bytes).map(Some)
    }
}

fn folded(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_lowercase()
}

/// XML is UTF-8, or UTF-16 with a mark that says so.
fn decoded(mut bytes: Vec<u8>) -> Result<String, Message> {
    match bytes.get(..3) {
        Some([0xFF, 0xFE, _] | [0xFE, 0xFF, _]) => {
            let encoding = encoding_rs::Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
            let (text, _, is_bad) = encoding.unwrap_or(encoding_rs::UTF_16LE).decode(&bytes);
            if is_bad { Err(message!("import-damaged")) } else { Ok(text.into_owned()) }
        }
        Some([0xEF, 0xBB, 0xBF]) => {
            bytes.drain(..3);
            String::from_utf8(bytes).map_err(|_| message!("import-damaged"))
        }
        _ => String::from_utf8(bytes).map_err(|_| message!("import-damaged")),
    }
}

/// XML as it is unpacked, in pieces that end behind an end tag of one element. What stands
/// between two such tags must fit into memory, the whole need not.
pub struct Pieces<R> {
    source: R,
    element: &'static str,
    buffer: Vec<u8>,
    /// How much of the buffer was given.
    given: usize,
    is_first: bool,
    is_at_end: bool,
}

impl<R: Read> Pieces<R> {
    /// The XML of `source`, cut behind end tags of `element`, whatever its prefix.
    pub fn new(source: R, element: &'static str) -> Self {
        let buffer = Vec::new();
        Self { source, element, buffer, given: 0, is_first: true, is_at_end: false }
    }

    /// The next piece; `None` behind the last.
    ///
    /// # Errors
    /// When the source is damaged, is no UTF-8, or has no end tag for too long.
    pub fn next(&mut self) -> Result<Option<&str>, Message> {
        self.buffer.drain(..self.given);
        self.given = 0;
        let mut size = PIECE;
        let cut = loop {
            self.fill(size)?;
            if self.is_at_end {
                break self.buffer.len();
            }
            if let Some(cut) = self.cut() {
                break cut;
            }
            size = self.buffer.len().saturating_mul(2);
            if size > MAX_PIECE {
                return Err(message!("import-damaged"));
            }
        };
        if cut == 0 {
            return Ok(None);
        }
        self.given = cut;
        let piece = self.buffer.get(..cut).unwrap_or_default();
        std::str::from_utf8(piece).map(Some).map_err(|_| message!("import-damaged"))
    }

    fn fill(&mut self, size: usize) -> Result<(), Message> {
        if self.is_at_end {
            return Ok(());
        }
        let missing = size.saturating_sub(self.buffer.len());
        self.buffer.reserve(missing);
        let length = (&mut self.source).take(missing as u64).read_to_end(&mut self.buffer);
        self.is_at_end = length.map_err(|_| message!("import-damaged"))? < missing;
        if std::mem::take(&mut self.is_first) {
            let is_utf16 = matches!(self.buffer.get(..2), Some([0xFF, 0xFE] | [0xFE, 0xFF]));
            if is_utf16 && !self.is_at_end {
                let rest = (&mut self.source).take(MAX_PIECE as u64).read_to_end(&mut self.buffer);
                rest.map_err(|_| message!("import-damaged"))?;
                self.is_at_end = true;
            }
            if is_utf16 || self.buffer.starts_with(&[0xEF, 0xBB, 0xBF]) {
                self.buffer = decoded(std::mem::take(&mut self.buffer))?.into_bytes();
            }
        }
        Ok(())
    }

    /// Behind the last end tag of the element that is no part of a comment or the like.
    fn cut(&self) -> Option<usize> {
        let mut end = self.buffer.len();
        loop {
            let close = self.buffer.get(..end)?.iter().rposition(|byte| *byte == b'>')?;
            if self.is_end_tag(close) && !self.is_quoted(close) {
                return Some(close + 1);
            }
            end = close;
        }
    }

    fn is_end_tag(&self, close: usize) -> bool {
        let before = self.buffer.get(..close).unwrap_or_default().trim_ascii_end();
        let Some(before) = before.strip_suffix(self.element.as_bytes()) else { return false };
        match before {
            [.., b'<', b'/'] => true,
            [prefix @ .., b':'] => {
                let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
                let name = prefix.iter().rev().take_while(is_name).count();
                prefix.get(..prefix.len() - name).is_some_and(|start| start.ends_with(b"</"))
            }
            _ => false,
        }
    }

    /// Whether a comment or a CDATA section is open there.
    fn is_quoted(&self, place: usize) -> bool {
        let before = self.buffer.get(..place).unwrap_or_default();
        if !before.contains(&b'!') {
            return false;
        }
        let is_open = |open: &[u8], close: &[u8]| {
            let start = before.windows(open.len()).rposition(|window| window == open);
            start.is_some_and(|start| {
                !before.get(start..).unwrap_or_default().windows(close.len()).any(|w| w == close)
            })
        };
        is_open(b"<!--", b"-->") || is_open(b"<![CDATA[", b"]]>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<String> {
        let mut pieces = Pieces::new(text.as_bytes(), "row");
        std::iter::from_fn(|| pieces.next().unwrap().map(str::to_owned)).collect()
    }

    #[test]
    fn pieces_end_behind_rows_and_nothing_is_lost() {
        let row = format!("<x:row><c>{}</c></x:row >", "å".repeat(40_000));
        let text = format!("<sheet>{}<mergeCells/></sheet>", row.repeat(5));
        let pieces = pieces(&text);
        assert_eq!(pieces.concat(), text);
        assert!(pieces.len() > 2, "{}", pieces.len());
        let (last, others) = pieces.split_last().unwrap();
        assert!(others.iter().all(|piece| piece.ends_with("</x:row >")));
        assert!(last.ends_with("</sheet>"));
    }

    #[test]
    fn what_stands_in_a_comment_ends_no_piece() {
        let long = " ".repeat(PIECE - 40);
        let text = format!("<a><row>{long}</row><!-- </row>{long} --><![CDATA[</row>]]></a>");
        let pieces = pieces(&text);
        assert_eq!(pieces.concat(), text);
        assert!(pieces[0].ends_with("</row>") && !pieces[0].contains("<!--"), "{}", pieces.len());
    }

    #[test]
    fn a_name_that_only_ends_alike_is_another_element() {
        let one = Pieces { buffer: b"</arrow></row>".to_vec(), ..Pieces::new(&b""[..], "row") };
        assert!(!one.is_end_tag(7));
        assert!(one.is_end_tag(13));
    }
}
