//! What would change if a source were taken out again: found out on a worker thread, before
//! anything is done.

use super::App;
use crate::figures::{Change, changes};
use crate::jobs::{Job, JobOutcome};
use crate::project::{Edit, SourceId};

/// What would change without one source.
#[derive(Debug)]
pub struct Removal {
    source: SourceId,
    revision: u64,
    /// The rows that would go.
    pub rows: usize,
    /// The figures that would be printed otherwise, the most telling first.
    pub changes: Vec<Change>,
}

impl Removal {
    /// The source that would go.
    pub fn source(&self) -> SourceId {
        self.source
    }
}

/// The source that somebody asked about, what would change, and the job that finds it out.
#[derive(Debug, Default)]
pub(super) struct Removing {
    asked: Option<SourceId>,
    shown: Option<Removal>,
    running: Option<Job<Option<Removal>>>,
}

impl App {
    /// The source that somebody asks to take out; `None` while nobody does.
    pub fn source_to_remove(&self) -> Option<SourceId> {
        self.removing.asked
    }

    /// What would change without it; `None` until it is known.
    pub fn removal(&self) -> Option<&Removal> {
        self.removing.shown.as_ref()
    }

    pub(super) fn ask_to_remove(&mut self, source: SourceId) {
        self.removing = Removing { asked: Some(source), shown: None, running: None };
    }

    pub(super) fn keep_source(&mut self) {
        self.removing = Removing::default();
    }

    pub(super) fn remove_source(&mut self) {
        if let Some(source) = self.removing.asked {
            self.keep_source();
            self.edit(&Edit::RemoveSource { source });
        }
    }

    /// Takes in what was found, and finds out anew when the project is another.
    pub(super) fn poll_removal(&mut self) {
        if let Some(job) = &self.removing.running {
            match job.poll() {
                JobOutcome::Running => return,
                JobOutcome::Done(Some(removal)) => self.removing.shown = Some(removal),
                // A source that is gone meanwhile cannot be taken out.
                JobOutcome::Done(None) | JobOutcome::Broken => return self.keep_source(),
            }
            self.removing.running = None;
        }
        let (Some(source), Some(document)) = (self.removing.asked, &self.document) else { return };
        let revision = document.revision();
        if self.removing.shown.as_ref().is_some_and(|shown| shown.revision == revision) {
            return;
        }
        let figures = document.figures().clone();
        let context = self.edit_context();
        self.removing.running = Some(Job::start(self.waker(), move |_| {
            let project = figures.project();
            let rows = project.rows_of(source);
            let (after, _) = project.edited(&Edit::RemoveSource { source }, &context).ok()??;
            let changes = changes(&figures, &figures.updated(&after));
            Some(Removal { source, revision, rows, changes })
        }));
    }
}
