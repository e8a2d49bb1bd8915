//! The report as a Word document: real styles, captions and references as fields, repeated
//! table headers, alternative texts, Norwegian throughout.
//!
//! The parts are written directly, since no kept crate writes header rows, alternative texts and
//! the language of a text; styles and numbering are data under `assets/report/docx`.

mod body;
mod fields;
mod font;
mod package;
mod table;
mod xml;

use super::block::Report;
use crate::issue::Issue;
use crate::message;

/// A report as a Word document. The same report gives the same bytes.
///
/// # Errors
/// When a chart cannot be drawn or the package cannot be put together, which would be faults of
/// the program.
pub fn docx(report: &Report) -> Result<Vec<u8>, Issue> {
    let body = body::body(report)?;
    package::package(report, &body)
        .map_err(|error| Issue::error(message!("report-docx", why = error.to_string())))
}
