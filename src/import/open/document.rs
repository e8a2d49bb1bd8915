//! Written documents: what a file is, its content decides.

use std::io::Cursor;
use std::path::Path;

use zip::ZipArchive;

use super::super::document::Document;
use super::{docx, pdf, text, unreadable};
use crate::message;
use crate::words::Message;

/// Reads a `.txt`, `.docx` or `.pdf`.
///
/// # Errors
/// When the file cannot be read, is none of these, is damaged, encrypted, or has no text.
pub fn read(path: &Path) -> Result<Document, Message> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(&error))?;
    let document = parse(bytes)?;
    let has_text = document.lines.iter().any(|line| !line.text.trim().is_empty());
    if has_text { Ok(document) } else { Err(message!("document-empty")) }
}

fn parse(bytes: Vec<u8>) -> Result<Document, Message> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(message!("document-empty"));
    }
    if bytes.starts_with(b"PK") {
        let mut archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| message!("document-damaged"))?;
        return match docx::is_docx(&archive) {
            true => docx::read(&mut archive),
            false => Err(message!("document-unknown")),
        };
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(match is_encrypted(&bytes) {
            true => message!("document-encrypted"),
            false => message!("document-old-word"),
        });
    }
    // Mail programs put a line or two before the first one of a PDF.
    if bytes.windows(5).take(1024).any(|start| start == b"%PDF-") {
        return pdf::read(bytes);
    }
    let text = text::decode(bytes).ok_or(message!("document-unknown"))?.text;
    let is_other = ["<", "{\\rtf"].iter().any(|start| text.trim_start().starts_with(start));
    if is_other { Err(message!("document-unknown")) } else { Ok(Document::of_text(&text)) }
}

/// Whether a compound file holds an encrypted new document, and not an old one.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}
