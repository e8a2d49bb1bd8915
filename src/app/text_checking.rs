//! A text that is held against the open document: read once, and judged again whenever the
//! project changes, in jobs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{broken, take_finished};
use super::{App, Notice, PathPurpose};
use crate::checks::text::{TextCheck, TextFinding};
use crate::import::{self, Document};
use crate::issue::Issue;
use crate::jobs::{Job, JobOutcome, Progress, Ticket};
use crate::t;

/// A text and what was found in it.
#[derive(Debug)]
pub struct CheckedText {
    /// The file's name, without its folder.
    pub file: String,
    /// Its numbers in the order of the text; `None` until they have been judged once.
    pub findings: Option<Arc<Vec<TextFinding>>>,
    document: Option<Arc<Document>>,
    /// The revision of the project that the findings are of.
    revision: Option<u64>,
    running: Option<Job<Judged>>,
}

/// The text as it was read and its numbers; `None` where the work was cancelled.
type Judged = Result<Option<(Arc<Document>, Vec<TextFinding>, u64)>, Issue>;

/// Dialogs that ask for a text, and the text.
#[derive(Debug, Default)]
pub(super) struct TextJobs {
    choosing: Option<Job<Option<PathBuf>>>,
    text: Option<CheckedText>,
}

impl TextJobs {
    pub(super) fn is_waiting(&self) -> bool {
        self.choosing.is_some()
    }

    /// The progress of the first check. Later checks of the same text show none.
    pub(super) fn running(&self) -> Option<(String, Progress)> {
        let text = self.text.as_ref().filter(|text| text.findings.is_none())?;
        Some((t!("job-checking-text"), text.running.as_ref()?.progress()))
    }

    pub(super) fn cancel(&mut self) {
        if let Some(job) = self.text.as_ref().and_then(|text| text.running.as_ref()) {
            job.cancel();
        }
    }
}

impl App {
    /// The text that is held against the document.
    pub fn checked_text(&self) -> Option<&CheckedText> {
        self.texts.text.as_ref()
    }

    pub(super) fn choose_text(&mut self) {
        let folder = self.last_folder();
        let job = self.surroundings.dialogs.choose_text(folder.as_deref(), self.waker());
        self.texts.choosing = Some(job);
    }

    pub(super) fn check_text(&mut self, path: &Path) {
        if self.document.is_none() {
            return;
        }
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.texts.text = Some(CheckedText {
            file,
            findings: None,
            document: None,
            revision: None,
            running: None,
        });
        let path = path.to_owned();
        self.judge(move || import::read_document(&path).map(Arc::new));
    }

    pub(super) fn leave_text(&mut self) {
        self.texts.text = None;
    }

    /// Starts to judge the text that `read` gives.
    fn judge(&mut self, read: impl FnOnce() -> Result<Arc<Document>, Issue> + Send + 'static) {
        let Some(document) = &self.document else { return };
        let (figures, revision) = (document.figures().clone(), document.revision());
        let job = Job::start(self.waker(), move |ticket| {
            let text = read()?;
            let check = TextCheck::of(&figures);
            let findings = check.check_reporting(&text, &|done, total| report(ticket, done, total));
            Ok(findings.map(|findings| (text, findings, revision)))
        });
        if let Some(text) = &mut self.texts.text {
            text.running = Some(job);
        }
    }

    pub(super) fn poll_text(&mut self) {
        match take_finished(&mut self.texts.choosing).map(Option::flatten) {
            Some(Some(path)) => self.check_text(&path),
            Some(None) => {
                self.ask_for_path(PathPurpose::CheckText, "");
            }
            None => {}
        }
        let revision = self.document.as_ref().map(super::Document::revision);
        let Some(text) = &mut self.texts.text else { return };
        let outcome = text.running.as_ref().map(Job::poll);
        match outcome {
            Some(JobOutcome::Running) => return,
            Some(JobOutcome::Done(Ok(Some((document, findings, revision))))) => {
                text.document = Some(document);
                text.findings = Some(Arc::new(findings));
                text.revision = Some(revision);
                text.running = None;
            }
            Some(JobOutcome::Done(Ok(None))) => self.texts.text = None,
            Some(JobOutcome::Done(Err(issue))) => {
                self.texts.text = None;
                self.notify(Notice::failed(&issue));
            }
            Some(JobOutcome::Broken) => {
                self.texts.text = None;
                self.notify(Notice::failed(&broken()));
            }
            None => {}
        }
        let Some(text) = &self.texts.text else { return };
        if let Some(document) = text.document.clone().filter(|_| text.revision != revision) {
            self.judge(move || Ok(document));
        }
    }

    /// Forgets the text, since another document is open.
    pub(super) fn forget_text(&mut self) {
        self.texts = TextJobs::default();
    }
}

/// Tells how far the check has come; whether it should go on.
fn report(ticket: &Ticket, done: usize, total: usize) -> bool {
    let progress = Progress { done: done as u64, total: total as u64, what: String::new() };
    ticket.report(&progress);
    !ticket.is_cancelled()
}
