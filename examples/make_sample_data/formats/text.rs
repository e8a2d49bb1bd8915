//! Text with separators, in the encodings that exports come in.

use std::error::Error;

use crate::table::{Table, Value};

/// The table with `separator` between its cells and Windows line ends.
pub fn delimited(table: &Table, separator: u8) -> Result<String, Box<dyn Error>> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(&table.header)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(Value::display))?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// UTF-8 with a byte order mark, as Excel saves it.
pub fn bom_utf8(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}").into_bytes()
}

/// UTF-16, little end first, with a byte order mark: what Excel calls Unicode text.
pub fn utf16_le(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// Windows-1252. Every word of the sample is within it.
pub fn windows_1252(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}
