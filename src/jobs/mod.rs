//! A worker thread with progress, cancel and one result. Knows nothing of the rest.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// How far a job has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How much is done.
    pub done: u64,
    /// Of how much; 0 while that is not known.
    pub total: u64,
    /// What is worked on, a file's name.
    pub what: String,
}

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    total: AtomicU64,
    what: Mutex<String>,
    is_cancelled: AtomicBool,
}

/// The worker's end: reports progress, learns of cancelling.
#[derive(Clone, Debug)]
pub struct Ticket(Arc<Shared>);

impl Ticket {
    /// Tells how far the work has come.
    pub fn report(&self, progress: &Progress) {
        self.0.done.store(progress.done, Ordering::Relaxed);
        self.0.total.store(progress.total, Ordering::Relaxed);
        let mut what = self.0.what.lock().unwrap_or_else(PoisonError::into_inner);
        if *what != progress.what {
            what.clone_from(&progress.what);
        }
    }

    /// Whether the work should stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled.load(Ordering::Relaxed)
    }
}

/// What became of a job.
#[derive(Debug, PartialEq, Eq)]
pub enum JobOutcome<T> {
    /// Not done yet.
    Running,
    /// Its result; handed over once.
    Done(T),
    /// The work broke down. The document is as it was: jobs only hand back values.
    Broken,
}

/// Work on a thread of its own.
#[derive(Debug)]
pub struct Job<T> {
    receiver: Receiver<T>,
    shared: Arc<Shared>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work` on a thread; `wake` is called there when it has ended, well or not.
    pub fn start(
        wake: impl FnOnce() + Send + 'static,
        work: impl FnOnce(&Ticket) -> T + Send + 'static,
    ) -> Self {
        let shared = Arc::new(Shared::default());
        let ticket = Ticket(Arc::clone(&shared));
        let (sender, receiver) = channel();
        thread::spawn(move || {
            // A panic must not take the window down; the closed channel tells of it.
            if let Ok(result) = catch_unwind(AssertUnwindSafe(|| work(&ticket))) {
                // Nobody may be waiting any more.
                let _ = sender.send(result);
            }
            drop(sender);
            wake();
        });
        Self { receiver, shared }
    }

    /// Asks the work to stop; it still hands back a result.
    pub fn cancel(&self) {
        self.shared.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// How far the work has come.
    pub fn progress(&self) -> Progress {
        Progress {
            done: self.shared.done.load(Ordering::Relaxed),
            total: self.shared.total.load(Ordering::Relaxed),
            what: self.shared.what.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        }
    }

    /// The result, if the work has ended; never waits.
    pub fn poll(&self) -> JobOutcome<T> {
        match self.receiver.try_recv() {
            Ok(result) => JobOutcome::Done(result),
            Err(TryRecvError::Empty) => JobOutcome::Running,
            Err(TryRecvError::Disconnected) => JobOutcome::Broken,
        }
    }

    /// Waits for the result; `None` where the work broke down.
    pub fn wait(self) -> Option<T> {
        self.receiver.recv().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_reports_stops_when_asked_and_hands_back_its_result() {
        let job = Job::start(
            || (),
            |ticket| {
                ticket.report(&Progress { done: 3, total: 7, what: "saker.xlsx".into() });
                while !ticket.is_cancelled() {
                    thread::yield_now();
                }
                "stopped"
            },
        );
        while job.progress().total == 0 {
            thread::yield_now();
        }
        assert_eq!(job.progress().done, 3);
        assert_eq!(job.poll(), JobOutcome::Running);
        job.cancel();
        assert_eq!(job.wait(), Some("stopped"));
    }

    #[test]
    fn a_job_that_breaks_down_says_so() {
        let job: Job<()> = Job::start(|| (), |_| panic!("the worker's own fault"));
        while job.poll() == JobOutcome::Running {
            thread::yield_now();
        }
        assert_eq!(job.poll(), JobOutcome::Broken);
    }
}
