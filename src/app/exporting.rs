//! The report as a document: asked about, made and written in a job.

use std::path::{Path, PathBuf};

use super::files::{broken, take_finished};
use super::{App, Document, Notice, PathPurpose};
use crate::calendar::Date;
use crate::checks;
use crate::figures::Figures;
use crate::issue::{Issue, Severity};
use crate::jobs::{Job, Outcome, Progress, Ticket};
use crate::report::{self, Report};
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
            Self::Word => report::docx(report),
            Self::Excel => report::xlsx(report),
        }
    }
}

/// What became of an export.
enum Written {
    /// The file is there.
    Done(Warnings),
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
    choosing: Option<(DocumentKind, Job<Option<PathBuf>>)>,
    writing: Option<(PathBuf, Job<Result<Written, Issue>>)>,
}

impl ExportJobs {
    pub(super) fn running(&self) -> Option<(String, Progress)> {
        self.writing.as_ref().map(|(_, job)| (t!("job-document"), job.progress()))
    }

    pub(super) fn cancel(&mut self) {
        if let Some((_, job)) = &self.writing {
            job.cancel();
        }
    }
}

impl App {
    /// Asks where the report is saved as such a document; one is made at a time.
    pub(super) fn choose_document(&mut self, kind: DocumentKind) {
        if self.exports.writing.is_some() {
            return;
        }
        let folder = self.last_folder();
        let name = self.document_name(kind);
        let job = self.surroundings.dialogs.save(folder.as_deref(), &name, self.waker());
        self.exports.choosing = Some((kind, job));
    }

    fn document_name(&self, kind: DocumentKind) -> String {
        let year = self.document().map_or(0, |document| document.figures().report_year());
        t!("document-file-name", year = year.to_string(), extension = kind.extension())
    }

    pub(super) fn poll_export(&mut self) {
        if let Some((kind, job)) = self.exports.choosing.take() {
            let mut slot = Some(job);
            match take_finished(&mut slot).map(Option::flatten) {
                Some(Some(path)) => self.start_document(kind, path),
                Some(None) => {
                    let name = self.document_name(kind);
                    self.ask_for_path(PathPurpose::SaveDocument(kind), &name);
                }
                None => self.exports.choosing = slot.map(|job| (kind, job)),
            }
        }
        let Some((path, job)) = &self.exports.writing else { return };
        let written = match job.poll() {
            Outcome::Running => return,
            Outcome::Done(written) => written,
            Outcome::Broken => Err(broken()),
        };
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.exports.writing = None;
        match written {
            Ok(Written::Done(warnings)) => {
                self.notify(Notice::done(t!("notice-document-saved", file = file.as_str())));
                for warning in warnings.sentences(&file) {
                    self.notify(Notice::warning(warning));
                }
            }
            Ok(Written::Cancelled) => self.notify(Notice::done(t!("notice-document-cancelled"))),
            Err(issue) => self.notify(Notice::failed(&issue)),
        }
    }

    /// Makes the document as the project is now.
    pub(super) fn start_document(&mut self, kind: DocumentKind, path: PathBuf) {
        let (Some(document), None) = (self.document(), &self.exports.writing) else { return };
        let today = self.now().day();
        let date = document.project().report.dated(today);
        let (figures, target) = (Document::figures(document).clone(), path.clone());
        let job = Job::start(self.waker(), move |ticket| {
            write(ticket, kind, &target, (&figures, date, today))
        });
        self.exports.writing = Some((path, job));
    }
}

fn write(
    ticket: &Ticket,
    kind: DocumentKind,
    path: &Path,
    (figures, date, today): (&Figures, Date, Date),
) -> Result<Written, Issue> {
    // Stopped between two steps, nothing has been written yet.
    let goes_on = |what: String| {
        ticket.report(&Progress { what, ..Progress::default() });
        !ticket.is_cancelled()
    };
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
    storage::write_document(path, &bytes)?;
    Ok(Written::Done(Warnings { errors, faults: faults.len() }))
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
