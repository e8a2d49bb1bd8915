//! Reports as documents, and the report of the checks.

use std::sync::Arc;

use super::making::name_of;
use super::{Content, Destination, Document, Making, Produced, Product, Stop};
use crate::checks::{self, report as checks_page};
use crate::issue::{Issue, Severity};
use crate::report::{self, PdfWriter, Report, ReportKind};
use crate::storage;
use crate::t;

/// A kind of document that the report can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// Pages that look alike everywhere.
    Pdf,
    /// A Word document.
    Word,
    /// An Excel workbook with the tables.
    Excel,
}

impl DocumentKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Word, Self::Excel];

    /// The extension of such a file.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Word => "docx",
            Self::Excel => "xlsx",
        }
    }

    fn bytes(self, report: &Report) -> Result<Vec<u8>, Issue> {
        match self {
            Self::Pdf => report::pdf(report),
            Self::Word => report::docx(report, PdfWriter::new().pages(report).ok().as_ref()),
            Self::Excel => report::xlsx(report),
        }
    }
}

impl Product {
    /// The annual report as one document.
    pub fn annual_report(document: &Document, kind: DocumentKind) -> Self {
        let year = document.figures().report_year().to_string();
        let name = t!("document-file-name", year = year, extension = kind.extension());
        Self {
            target: Destination::File(name),
            question: t!("path-save-document"),
            job: t!("job-document"),
            make: Arc::new(move |making| annual_report(making, kind)),
        }
    }

    /// Reports in a folder, each as every kind of document.
    pub fn reports(kind: ReportKind) -> Self {
        Self {
            target: Destination::Folder,
            question: t!("path-choose-folder"),
            job: t!("job-document"),
            make: Arc::new(move |making| reports(making, &kind)),
        }
    }

    /// What the checks found, as a page.
    pub fn control_report(document: &Document) -> Self {
        let year = document.figures().report_year().to_string();
        Self {
            target: Destination::File(t!("report-file-name", year = year)),
            question: t!("path-save-report"),
            job: t!("job-report"),
            make: Arc::new(|making| Ok(control_report(making))),
        }
    }
}

fn annual_report(making: &Making, kind: DocumentKind) -> Result<Produced, Stop> {
    let (figures, today) = (&making.figures, making.now.day());
    making.step(t!("job-document-content"))?;
    let (report, faults) = report::annual(figures, figures.project().report.dated(today));
    making.step(t!("job-document-checks"))?;
    let errors = checks::all(figures, today).open(Severity::Error);
    making.step(t!("job-document-pages"))?;
    let content = Content::File(kind.bytes(&report)?);
    Ok(made(content, &making.file_name(), errors, faults.len()))
}

/// Reports in a folder of their own. What is kept of a signed report is as it is on the day that
/// stands on it.
fn reports(making: &Making, kind: &ReportKind) -> Result<Produced, Stop> {
    let figures = &making.figures;
    let date = figures.project().report.dated(making.now.day());
    making.step(t!("job-document-content"))?;
    let reports = kind.make(figures, date)?;
    let checked = checks::all(figures, date);
    let mut writer = PdfWriter::new();
    let mut files = Vec::new();
    for (at, made) in reports.iter().enumerate() {
        let title = made.report.title.as_str();
        making.step(t!("job-document-of", title = title, at = at + 1, total = reports.len()))?;
        files.extend(made.files(&mut writer, figures, &checked)?);
    }
    let folder = storage::free_folder(&making.path, &kind.folder_name(figures));
    let name = name_of(&folder);
    let files = files.into_iter().map(|file| (file.name, file.bytes)).collect();
    let faults = reports.iter().map(|made| made.faults.len()).sum();
    let errors = checked.open(Severity::Error);
    Ok(made(Content::Folder(folder, files), &name, errors, faults))
}

/// A report with what is said of it: how many open findings must be mended, and how many faults its
/// texts have.
fn made(content: Content, name: &str, errors: usize, faults: usize) -> Produced {
    let mut warnings = Vec::new();
    if errors > 0 {
        warnings.push(t!("notice-document-findings", file = name, count = errors));
    }
    if faults > 0 {
        warnings.push(t!("notice-document-faults", file = name, count = faults));
    }
    Produced { content, notice: t!("notice-document-saved", file = name), warnings }
}

fn control_report(making: &Making) -> Produced {
    let (figures, made_at) = (&making.figures, checks_page::made_at(making.now));
    let page = match &making.checked {
        Some(checked) => checks_page::page(figures, checked, &made_at),
        None => checks_page::page(figures, &checks::all(figures, making.now.day()), &made_at),
    };
    let content = Content::File(page.into_bytes());
    Produced { content, notice: t!("notice-report-saved"), warnings: Vec::new() }
}
