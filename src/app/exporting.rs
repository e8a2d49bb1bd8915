//! Reports as documents: asked about, made and written in a job.

use std::path::{Path, PathBuf};

use super::files::{broken, take_finished};
use super::{App, Document, Notice, PathPurpose};
use crate::calendar::Date;
use crate::checks;
use crate::figures::Figures;
use crate::issue::{Issue, Severity};
use crate::jobs::{Job, JobOutcome, Progress, Ticket};
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

/// What is to be made of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Export {
    /// The annual report as one document.
    Document(DocumentKind),
    /// Reports in a folder, each as every kind of document.
    Folder(ReportKind),
}

/// What became of an export.
enum Written {
    /// It is at that place.
    Done(PathBuf, Warnings),
    /// It was stopped, and nothing is written.
    Cancelled,
}

/// What whoever gets the document should know of it.
struct Warnings {
    /// Open findings that must be mended.
    errors: usize,
    /// Faults in its texts.
    faults: usize,
}

/// A document that is being asked about or made.
#[derive(Default)]
pub(super) struct ExportJobs {
    choosing: Option<(Export, Job<Option<PathBuf>>)>,
    writing: Option<Job<Result<Written, Issue>>>,
}

impl ExportJobs {
    pub(super) fn running(&self) -> Option<(String, Progress)> {
        self.writing.as_ref().map(|job| (t!("job-document"), job.progress()))
    }

    pub(super) fn cancel(&mut self) {
        if let Some(job) = &self.writing {
            job.cancel();
        }
    }
}

impl App {
    /// Asks where an export is saved; one is made at a time.
    pub(super) fn choose_export(&mut self, export: Export) {
        if self.exports.writing.is_some() {
            self.notify(Notice::warning(t!("notice-export-busy")));
            return;
        }
        let folder = self.last_folder();
        let job = match &export {
            Export::Document(kind) => {
                let name = self.document_name(*kind);
                self.surroundings.dialogs.save(folder.as_deref(), &name, self.waker())
            }
            Export::Folder(_) => {
                self.surroundings.dialogs.choose_folder(folder.as_deref(), self.waker())
            }
        };
        self.exports.choosing = Some((export, job));
    }

    fn document_name(&self, kind: DocumentKind) -> String {
        let year = self.document().map_or(0, |document| document.figures().report_year());
        t!("document-file-name", year = year.to_string(), extension = kind.extension())
    }

    pub(super) fn poll_export(&mut self) {
        if let Some((export, job)) = self.exports.choosing.take() {
            let mut slot = Some(job);
            match take_finished(&mut slot).map(Option::flatten) {
                Some(Some(path)) => self.start_export(export, path),
                Some(None) => {
                    let name = match &export {
                        Export::Document(kind) => self.document_name(*kind),
                        Export::Folder(_) => String::new(),
                    };
                    self.ask_for_path(PathPurpose::Export(export), &name);
                }
                None => self.exports.choosing = slot.map(|job| (export, job)),
            }
        }
        let Some(job) = &self.exports.writing else { return };
        let written = match job.poll() {
            JobOutcome::Running => return,
            JobOutcome::Done(written) => written,
            JobOutcome::Broken => Err(broken()),
        };
        self.exports.writing = None;
        match written {
            Ok(Written::Done(path, warnings)) => {
                let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.notify(Notice::done(t!("notice-document-saved", file = file.as_str())));
                for warning in warnings.sentences(&file) {
                    self.notify(Notice::warning(warning));
                }
            }
            Ok(Written::Cancelled) => self.notify(Notice::done(t!("notice-document-cancelled"))),
            Err(issue) => self.notify(Notice::failed(&issue)),
        }
    }

    /// Makes it as the project is now: the document at `path`, reports in a folder within it.
    pub(super) fn start_export(&mut self, export: Export, path: PathBuf) {
        if self.exports.writing.is_some() {
            self.notify(Notice::warning(t!("notice-export-busy")));
            return;
        }
        let Some(document) = self.document() else { return };
        let today = self.now().day();
        let date = document.project().report.dated(today);
        let figures = Document::figures(document).clone();
        let job = Job::start(self.waker(), move |ticket| match export {
            Export::Document(kind) => write(ticket, kind, path, (&figures, date, today)),
            Export::Folder(kind) => write_folder(ticket, &kind, &path, &figures, date),
        });
        self.exports.writing = Some(job);
    }
}

/// Tells what is worked on; whether the work goes on. Stopped between two steps, nothing has
/// been written yet.
fn goes_on(ticket: &Ticket, what: String) -> bool {
    ticket.report(&Progress { what, ..Progress::default() });
    !ticket.is_cancelled()
}

fn write(
    ticket: &Ticket,
    kind: DocumentKind,
    path: PathBuf,
    (figures, date, today): (&Figures, Date, Date),
) -> Result<Written, Issue> {
    let goes_on = |what| goes_on(ticket, what);
    if !goes_on(t!("job-document-content")) {
        return Ok(Written::Cancelled);
    }
    let (report, faults) = report::annual(figures, date);
    if !goes_on(t!("job-document-checks")) {
        return Ok(Written::Cancelled);
    }
    let errors = checks::all(figures, today).open(Severity::Error);
    if !goes_on(t!("job-document-pages")) {
        return Ok(Written::Cancelled);
    }
    let bytes = kind.bytes(&report)?;
    if !goes_on(t!("job-document-file")) {
        return Ok(Written::Cancelled);
    }
    storage::write_document(&path, &bytes)?;
    Ok(Written::Done(path, Warnings { errors, faults: faults.len() }))
}

/// Writes reports in a folder of their own within `parent`. What is kept of a signed report is
/// as it is on the day that stands on it.
fn write_folder(
    ticket: &Ticket,
    kind: &ReportKind,
    parent: &Path,
    figures: &Figures,
    date: Date,
) -> Result<Written, Issue> {
    if !goes_on(ticket, t!("job-document-content")) {
        return Ok(Written::Cancelled);
    }
    let reports = kind.make(figures, date)?;
    let checked = checks::all(figures, date);
    let mut writer = PdfWriter::new();
    let mut files = Vec::new();
    for (at, made) in reports.iter().enumerate() {
        let title = made.report.title.as_str();
        let what = t!("job-document-of", title = title, at = at + 1, total = reports.len());
        if !goes_on(ticket, what) {
            return Ok(Written::Cancelled);
        }
        files.extend(made.files(&mut writer, figures, &checked)?);
    }
    if !goes_on(ticket, t!("job-document-file")) {
        return Ok(Written::Cancelled);
    }
    let folder = storage::free_folder(parent, &kind.folder_name(figures));
    storage::write_folder(&folder, files.into_iter().map(|file| (file.name, file.bytes)))?;
    let faults = reports.iter().map(|made| made.faults.len()).sum();
    Ok(Written::Done(folder, Warnings { errors: checked.open(Severity::Error), faults }))
}

impl Warnings {
    fn sentences(&self, file: &str) -> Vec<String> {
        let mut sentences = Vec::new();
        if self.errors > 0 {
            sentences.push(t!("notice-document-findings", file = file, count = self.errors));
        }
        if self.faults > 0 {
            sentences.push(t!("notice-document-faults", file = file, count = self.faults));
        }
        sentences
    }
}
