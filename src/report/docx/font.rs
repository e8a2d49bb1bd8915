//! The report's font within the document, so that it looks the same where the font is not installed.
//!
//! ECMA-376 part 4 §17.8.1: the first 32 bytes of a font are mixed with a key that the document
//! names.

use super::xml::Xml;
use crate::look;

/// A face of the font.
pub struct Face {
    /// How the font table names it.
    pub slot: &'static str,
    /// The relation that leads to it, and the stem of its file.
    pub id: &'static str,
    key: &'static str,
    bytes: &'static [u8],
}

/// The faces that the styles use.
pub fn faces() -> [Face; 3] {
    [
        Face {
            slot: "w:embedRegular",
            id: "fontRegular",
            key: "{5B1F5C5E-3C0A-4D6E-9A57-0C1D8E2F7A01}",
            bytes: look::FONT_REGULAR,
        },
        Face {
            slot: "w:embedBold",
            id: "fontBold",
            key: "{5B1F5C5E-3C0A-4D6E-9A57-0C1D8E2F7A02}",
            bytes: look::FONT_BOLD,
        },
        Face {
            slot: "w:embedItalic",
            id: "fontItalic",
            key: "{5B1F5C5E-3C0A-4D6E-9A57-0C1D8E2F7A03}",
            bytes: look::FONT_ITALIC,
        },
    ]
}

impl Face {
    /// Names it in the font table.
    pub fn name_in(&self, xml: &mut Xml) {
        xml.empty(self.slot, &[("r:id", self.id), ("w:fontKey", self.key)]);
    }

    /// The file as it stands in the document.
    pub fn mixed(&self) -> Vec<u8> {
        let digits: Vec<u8> = self.key.chars().filter_map(digit).collect();
        let mut key: Vec<u8> = digits.chunks(2).map(|two| two[0] * 16 + two[1]).collect();
        key.reverse();
        let mut bytes = self.bytes.to_vec();
        for (byte, key) in bytes.iter_mut().take(32).zip(key.iter().cycle()) {
            *byte ^= key;
        }
        bytes
    }
}

fn digit(letter: char) -> Option<u8> {
    letter.to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
