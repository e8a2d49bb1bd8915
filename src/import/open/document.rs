//! Written documents: what a file is, its content decides.

use std::path::Path;

use super::super::document::Document;
use super::{text, unreadable};
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
    let text = text::decode(bytes).ok_or(message!("document-unknown"))?;
    Ok(Document::of_text(&text))
}
