//! A milestone held against another one or against the project as it is: found out on a worker
//! thread, and anew when the project has changed meanwhile.

use super::App;
use crate::figures::TracedChange;
use crate::issue::Issue;
use crate::jobs::{Job, JobOutcome};
use crate::project::Edit;

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    since: String,
    until: Option<String>,
}

/// What has changed from one milestone to another, or to now.
#[derive(Debug)]
pub struct Comparison {
    asked: Asked,
    revision: u64,
    /// The changed figures with their causes, the most telling first.
    pub changes: Vec<TracedChange>,
}

impl Comparison {
    /// The milestone that was compared.
    pub fn since(&self) -> &str {
        &self.asked.since
    }

    /// The other one; `None` for the project as it is.
    pub fn until(&self) -> Option<&str> {
        self.asked.until.as_deref()
    }
}

/// The comparison that is wanted, what it came to last, and the job that finds out.
#[derive(Debug, Default)]
pub(super) struct Comparing {
    asked: Option<Asked>,
    shown: Option<Comparison>,
    running: Option<Job<Result<Comparison, Issue>>>,
}

impl App {
    /// What has changed from the milestone that was asked about; `None` until it is known. While
    /// the project changes, what was found last stays in sight.
    pub fn comparison(&self) -> Option<&Comparison> {
        self.comparing.shown.as_ref()
    }

    /// Whether a comparison is asked for and not known yet.
    pub fn is_comparing(&self) -> bool {
        self.comparing.asked.is_some() && self.comparing.shown.is_none()
    }

    pub(super) fn make_milestone(&mut self, name: String) {
        let Some(document) = &self.document else { return };
        let figures = document.figures().printed();
        self.edit(&Edit::MakeMilestone { name, figures });
    }

    pub(super) fn compare(&mut self, since: String, until: Option<String>) {
        let asked = Asked { since, until };
        if self.comparing.asked.as_ref() != Some(&asked) {
            self.comparing = Comparing { asked: Some(asked), shown: None, running: None };
        }
    }

    pub(super) fn leave_comparison(&mut self) {
        self.comparing = Comparing::default();
    }

    /// Takes in what was found, and compares again when the project is another.
    pub(super) fn poll_comparison(&mut self) {
        if let Some(job) = &self.comparing.running {
            match job.poll() {
                JobOutcome::Running => return,
                JobOutcome::Done(Ok(comparison)) => self.comparing.shown = Some(comparison),
                // A milestone that is renamed or gone has nothing to be compared with.
                JobOutcome::Done(Err(_)) | JobOutcome::Broken => return self.leave_comparison(),
            }
            self.comparing.running = None;
        }
        let (Some(asked), Some(document)) = (&self.comparing.asked, &self.document) else { return };
        let revision = document.revision();
        if self.comparing.shown.as_ref().is_some_and(|shown| shown.revision == revision) {
            return;
        }
        let (asked, figures) = (asked.clone(), document.figures().clone());
        self.comparing.running = Some(Job::start(self.waker(), move |_| {
            let project = figures.project();
            let since = project.milestone(&asked.since)?;
            let until = asked.until.as_deref().map(|name| project.milestone(name)).transpose()?;
            let changes = figures.changes_since(since, until);
            Ok(Comparison { asked, revision, changes })
        }));
    }
}
