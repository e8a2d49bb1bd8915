//! Writers from table to bytes, one per format.

mod html;
mod ods;
mod text;
mod xlsx;

pub use html::html_windows_1252;
pub use ods::ods;
pub use text::{bom_utf8, delimited, utf16_le, windows_1252};
pub use xlsx::{FINANCE, xlsx, xlsx_from};

/// `text` with the characters that mean something in HTML and XML written out.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
