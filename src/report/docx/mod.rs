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
use super::pdf::Pages;
use crate::issue::Issue;
use crate::message;

/// A report as a Word document. The same report gives the same bytes.
///
/// Its contents show the pages of the PDF, in whose measures the document is set; without them,
/// no pages. Word finds its own when it updates the contents. It is not told to do so at once,
/// since it would first ask whether "fields that may refer to other files" should be updated.
///
/// # Errors
/// When a chart cannot be drawn or the package cannot be put together, which would be faults of
/// the program.
pub fn docx(report: &Report, pages: Option<&Pages>) -> Result<Vec<u8>, Issue> {
    let body = body::body(report, pages)?;
    package::package(report, &body)
        .map_err(|error| Issue::error(message!("report-docx", why = error.to_string())))
}
