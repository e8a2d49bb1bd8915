//! The report as tagged PDF, set by Typst with the template under `assets/report`.
//!
//! The writer keeps what it compiled: the next report, with a word changed, costs a fraction.

mod markup;
mod pages;
mod world;

use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::block::Report;
use crate::issue::Issue;
use crate::message;
use markup::markup;
pub use pages::Pages;
use world::ReportWorld;

/// What a PDF says that it was made with.
const CREATOR: &str = "Årsmelding";
/// How many compilations what was compiled is kept without being used.
const KEPT: usize = 10;

/// Sets reports, one after the other.
#[derive(Debug)]
pub struct PdfWriter {
    world: ReportWorld,
}

impl Default for PdfWriter {
    fn default() -> Self {
        Self::new()
    }
}

impl PdfWriter {
    /// A writer that has set nothing yet.
    pub fn new() -> Self {
        Self { world: ReportWorld::new() }
    }

    /// Sets the pages of a report.
    ///
    /// # Errors
    /// When Typst cannot set it, which would be a fault of the program or of the template.
    pub fn pages(&mut self, report: &Report) -> Result<Pages, Issue> {
        let (source, files) = markup(report);
        self.world.put(source, files);
        let Warned { output, .. } = typst::compile::<PagedDocument>(&self.world);
        typst::comemo::evict(KEPT);
        let name = format!("{} {}", report.company, report.title);
        output.map(|document| Pages { document, name }).map_err(|faults| failed(&faults))
    }
}

impl Pages {
    /// The pages as PDF/UA-1 and PDF/A-2a: tagged, in Norwegian, with alternative texts. The same
    /// report gives the same bytes.
    ///
    /// # Errors
    /// When the document breaks one of the standards, which would be a fault of the program.
    pub fn pdf(&self) -> Result<Vec<u8>, Issue> {
        let standards =
            PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).map_err(|error| {
                Issue::error(message!("report-pdf", why = error.message().to_string()))
            })?;
        let options = PdfOptions {
            ident: Smart::Custom(self.name.clone()),
            creator: Smart::Custom(Some(CREATOR.to_owned())),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|faults| failed(&faults))
    }
}

/// A report as PDF.
///
/// # Errors
/// As for [`PdfWriter::pages`] and [`Pages::pdf`].
pub fn pdf(report: &Report) -> Result<Vec<u8>, Issue> {
    PdfWriter::new().pages(report)?.pdf()
}

fn failed(faults: &[SourceDiagnostic]) -> Issue {
    let why = faults.iter().map(|fault| {
        let hints = fault.hints.iter().map(|hint| hint.v.to_string());
        std::iter::once(fault.message.to_string()).chain(hints).collect::<Vec<_>>().join("; ")
    });
    let why = why.collect::<Vec<_>>().join(". ");
    Issue::error(message!("report-pdf", why = why))
}
