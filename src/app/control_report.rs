//! The report of the checks as a file.

use std::path::PathBuf;

use super::files::{broken, take_finished};
use super::{App, Notice, PathPurpose};
use crate::checks::report;
use crate::issue::Issue;
use crate::jobs::{Job, JobOutcome, Progress};
use crate::storage;
use crate::t;

/// A report that is being asked about or written.
#[derive(Debug, Default)]
pub(super) struct ControlReportJobs {
    choosing: Option<Job<Option<PathBuf>>>,
    writing: Option<Job<Result<(), Issue>>>,
}

impl ControlReportJobs {
    pub(super) fn running(&self) -> Option<(String, Progress)> {
        self.writing.as_ref().map(|job| (t!("job-report"), job.progress()))
    }
}

impl App {
    /// Asks where the report of the checks is saved.
    pub(super) fn choose_control_report(&mut self) {
        let name = self.control_report_name();
        let folder = self.last_folder();
        let job = self.surroundings.dialogs.save(folder.as_deref(), &name, self.waker());
        self.control_reports.choosing = Some(job);
    }

    fn control_report_name(&self) -> String {
        let year = self.document().map_or(0, |document| document.figures().report_year());
        t!("report-file-name", year = year.to_string())
    }

    pub(super) fn poll_control_report(&mut self) {
        match take_finished(&mut self.control_reports.choosing).map(Option::flatten) {
            Some(Some(path)) => self.start_control_report(path),
            Some(None) => {
                let name = self.control_report_name();
                self.ask_for_path(PathPurpose::SaveControlReport, &name);
            }
            None => {}
        }
        let Some(job) = &self.control_reports.writing else { return };
        let written = match job.poll() {
            JobOutcome::Running => return,
            JobOutcome::Done(written) => written,
            JobOutcome::Broken => Err(broken()),
        };
        self.control_reports.writing = None;
        match written {
            Ok(()) => self.notify(Notice::done(t!("notice-report-saved"))),
            Err(issue) => self.notify(Notice::failed(&issue)),
        }
    }

    /// Writes what the checks found last; where they have not run yet there is nothing to write.
    pub(super) fn start_control_report(&mut self, path: PathBuf) {
        let (Some(document), Some(checked)) = (self.document(), self.checked()) else { return };
        let (figures, checked, now) = (document.figures().clone(), checked.clone(), self.now());
        let work = move |_: &_| {
            let page = report::page(&figures, &checked, &report::made_at(now));
            storage::write_document(&path, page.as_bytes())
        };
        self.control_reports.writing = Some(Job::start(self.waker(), work));
    }
}
