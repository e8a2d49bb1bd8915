//! The checks of the open document. They run on a worker thread, once for every state of the
//! project and every day; what the last ones found stays readable meanwhile.

use super::App;
use crate::calendar::Date;
use crate::checks::{self, Checked};
use crate::jobs::{Job, JobOutcome};

/// What findings are of: the project's revision, and the day that the rules call today.
type State = (u64, Date);

/// What was found last, and the checks that run.
#[derive(Debug, Default)]
pub(super) struct CheckJobs {
    /// What the latest checks were of; also of those that broke down, which are not run again.
    of: Option<State>,
    checked: Option<Checked>,
    running: Option<(State, Job<Checked>)>,
}

impl CheckJobs {
    /// Takes in what has ended; whether nothing runs any more.
    fn take_finished(&mut self) -> bool {
        let Some((state, job)) = &self.running else { return true };
        match job.poll() {
            JobOutcome::Running => return false,
            JobOutcome::Done(checked) => self.checked = Some(checked),
            JobOutcome::Broken => self.checked = None,
        }
        self.of = Some(*state);
        self.running = None;
        true
    }
}

impl App {
    /// What the checks of the open document found; `None` until they have run once.
    pub fn checked(&self) -> Option<&Checked> {
        self.checks.checked.as_ref()
    }

    /// Whether the checks have run on the document as it is now.
    pub fn is_checked(&self) -> bool {
        self.checks.of == self.state_to_check()
    }

    fn state_to_check(&self) -> Option<State> {
        let revision = self.document.as_ref()?.revision();
        Some((revision, self.now().day()))
    }

    /// Takes in what the checks found, and runs them again when the document is another.
    pub(super) fn poll_checks(&mut self) {
        if !self.checks.take_finished() || self.is_checked() {
            return;
        }
        let Some(state) = self.state_to_check() else { return };
        let Some(document) = &self.document else { return };
        let figures = document.figures().clone();
        let job = Job::start(self.waker(), move |_| checks::all(&figures, state.1));
        self.checks.running = Some((state, job));
    }

    /// Forgets what was found, since another document is open.
    pub(super) fn forget_checks(&mut self) {
        self.checks = CheckJobs::default();
    }
}
