//! A file with a printed table, asked for and read, for the person to look at.

use std::path::PathBuf;
use std::sync::Arc;

use super::files::{broken, take_finished};
use super::{App, Notice, PathPurpose};
use crate::import::{TableFile, read_table_file};
use crate::issue::Issue;
use crate::jobs::{Job, JobOutcome, Progress};
use crate::t;

/// A file with a printed table that is being asked for, read, or has been read.
#[derive(Debug, Default)]
pub(super) struct PrintedJobs {
    choosing: Option<Job<Option<Vec<PathBuf>>>>,
    reading: Option<Job<Result<TableFile, Issue>>>,
    read: Option<Arc<TableFile>>,
}

impl PrintedJobs {
    pub(super) fn running(&self) -> Option<(String, Progress)> {
        self.reading.as_ref().map(|job| (t!("job-reading-printed"), job.progress()))
    }

    pub(super) fn cancel(&mut self) {
        self.reading = None;
    }
}

impl App {
    /// The file with a printed table that waits for the person's word.
    pub fn printed_file(&self) -> Option<&Arc<TableFile>> {
        self.printed.read.as_ref()
    }

    pub(super) fn choose_printed(&mut self) {
        let folder = self.last_folder();
        let job = self.surroundings.dialogs.choose_exports(folder.as_deref(), self.waker());
        self.printed.choosing = Some(job);
    }

    pub(super) fn read_printed_file(&mut self, path: PathBuf) {
        let job = Job::start(self.waker(), move |_| read_table_file(&path));
        self.printed.reading = Some(job);
    }

    pub(super) fn forget_printed(&mut self) {
        self.printed = PrintedJobs::default();
    }

    pub(super) fn poll_printed(&mut self) {
        match take_finished(&mut self.printed.choosing).map(Option::flatten) {
            Some(Some(paths)) => {
                if let Some(path) = paths.into_iter().next() {
                    self.read_printed_file(path);
                }
            }
            Some(None) => {
                self.ask_for_path(PathPurpose::ReadPrinted, "");
            }
            None => {}
        }
        let Some(job) = &self.printed.reading else { return };
        let read = match job.poll() {
            JobOutcome::Running => return,
            JobOutcome::Done(read) => read,
            JobOutcome::Broken => Err(broken()),
        };
        self.printed.reading = None;
        match read {
            Ok(file) => self.printed.read = Some(Arc::new(file)),
            Err(issue) => self.notify(Notice::failed(&issue)),
        }
    }
}
