//! The report: an outline of blocks built from figures and the project's texts, and one thin
//! writer for each kind of document. Writers render blocks; they compute nothing.

mod block;
mod build;
mod charts;
mod docx;
mod draft;
mod events;
mod field;
mod markdown;
mod outline;
mod pdf;
mod xlsx;

pub use block::{
    Block, ChartBlock, ChartData, ChartSeries, Emphasis, Heading, Inline, List, NumberedPart,
    Report, Signature, TableBlock, words_of,
};
pub use build::{annual, is_heading_row, plain_text};
pub use docx::docx;
pub use draft::draft;
pub use field::{Field, Fields, Manner, field_name, in_prose};
pub use markdown::field_places;
pub use outline::{Part, Section, entries, outline};
pub use pdf::{Pages, PdfWriter, pdf};
pub use xlsx::xlsx;
