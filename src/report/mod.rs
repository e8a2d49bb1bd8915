//! The report: an outline of blocks built from figures and the project's texts, and one thin
//! writer for each kind of document. Writers render blocks; they compute nothing.

mod addable;
mod block;
mod build;
mod charts;
mod docx;
mod draft;
mod events;
mod fault;
mod field;
mod kind;
mod letters;
mod markdown;
mod outline;
mod pack;
mod pdf;
mod progress;
mod tables;
mod xlsx;

pub use addable::addable;
pub use block::{
    Block, Category, ChartBlock, ChartData, ChartSeries, Emphasis, Heading, Inline, List,
    NumberedPart, Report, Signature, TableBlock, words_of,
};
pub use build::{annual, customer_report, customer_reports, plain_text, quarterly};
pub use docx::docx;
pub use draft::draft;
pub use fault::Fault;
pub use field::{Field, Fields, field_name, in_prose};
pub use kind::{MadeReport, ReportKind};
pub use letters::is_blank;
pub use outline::{Part, Section, entries, outline};
pub use pack::{File, documents, signing_pack};
pub use pdf::{Pages, PdfWriter, pdf};
pub use progress::{Progress, texts_of};
pub use xlsx::xlsx;

pub use crate::project::field_places;
