//! Things that are made of the project and saved: asked about, made and written in a job.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{broken, take_finished};
use super::{App, Notice, PathPurpose, Picture};
use crate::checks::Checked;
use crate::figures::Figures;
use crate::issue::Issue;
use crate::jobs::{Job, JobOutcome, Progress, Ticket};
use crate::project::Minute;
use crate::storage;
use crate::t;

/// How a product is made, on a thread of its own.
pub type Make = Arc<dyn Fn(&Making) -> Result<Produced, Stop> + Send + Sync>;

/// Something to make and save. Who offers it to the person says all of it here, and pushes
/// [`Command::Make`](super::Command::Make).
#[derive(Clone)]
pub struct Product {
    /// Where it goes.
    pub target: Destination,
    /// The title of the question where it is saved.
    pub question: String,
    /// What is said while it is made.
    pub job: String,
    /// Makes it.
    pub make: Make,
}

impl fmt::Debug for Product {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Product").field("target", &self.target).finish_non_exhaustive()
    }
}

/// Where a product goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Into a file; this name is suggested.
    File(String),
    /// Into a folder of its own within the one that the person chooses.
    Folder,
    /// Onto the clipboard.
    Clipboard,
}

/// What has been made.
pub struct Produced {
    /// What is written or copied.
    pub content: Content,
    /// What is said when it is there.
    pub notice: String,
    /// What whoever gets it should know of it.
    pub warnings: Vec<String>,
}

/// What is written or copied.
pub enum Content {
    /// The bytes of the file.
    File(Vec<u8>),
    /// A new folder and its files, by their names.
    Folder(PathBuf, Vec<(String, Vec<u8>)>),
    /// A picture for the clipboard.
    Picture(Picture),
}

/// Why nothing was made.
pub enum Stop {
    /// The person stopped it.
    Cancelled,
    /// It failed.
    Failed(Issue),
}

impl From<Issue> for Stop {
    fn from(issue: Issue) -> Self {
        Self::Failed(issue)
    }
}

/// What a product is made from: the project as it is when the work starts.
pub struct Making {
    ticket: Ticket,
    /// The file, or the folder that was chosen; empty for the clipboard.
    pub path: PathBuf,
    /// The figures.
    pub figures: Figures,
    /// What the checks found last, once they have run.
    pub checked: Option<Checked>,
    /// When the work started.
    pub now: Minute,
}

impl Making {
    /// Says what is worked on.
    ///
    /// # Errors
    /// When the person has stopped the work; nothing is written yet.
    pub fn step(&self, what: String) -> Result<(), Stop> {
        self.ticket.report(&Progress { what, ..Progress::default() });
        if self.ticket.is_cancelled() { Err(Stop::Cancelled) } else { Ok(()) }
    }

    /// The name of the file.
    pub fn file_name(&self) -> String {
        name_of(&self.path)
    }

    fn save(&self, product: &Product) -> Result<Saved, Stop> {
        let Produced { content, notice, warnings } = (product.make)(self)?;
        self.step(t!("job-document-file"))?;
        let picture = match content {
            Content::File(bytes) => {
                storage::write_document(&self.path, &bytes)?;
                None
            }
            Content::Folder(folder, files) => {
                storage::write_folder(&folder, files.into_iter())?;
                None
            }
            Content::Picture(picture) => Some(picture),
        };
        Ok(Saved { picture, notice, warnings })
    }
}

/// The last part of a path.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// What is left to do when the files are written.
struct Saved {
    picture: Option<Picture>,
    notice: String,
    warnings: Vec<String>,
}

/// Products that are being asked about or made, and a picture that is ready for the clipboard.
#[derive(Default)]
pub(super) struct MakingJobs {
    choosing: Option<(Product, Job<Option<PathBuf>>)>,
    running: Vec<(String, Job<Result<Saved, Stop>>)>,
    picture: Option<Picture>,
}

impl MakingJobs {
    pub(super) fn running(&self) -> Option<(String, Progress)> {
        self.running.first().map(|(words, job)| (words.clone(), job.progress()))
    }

    pub(super) fn cancel(&mut self) {
        self.running.iter().for_each(|(_, job)| job.cancel());
    }
}

impl App {
    /// The picture that is to be put on the clipboard; handed over once.
    pub fn take_picture(&mut self) -> Option<Picture> {
        self.making.picture.take()
    }

    /// Asks where a product is saved. Of one kind, one is made at a time.
    pub(super) fn choose_product(&mut self, product: Product) {
        if self.is_being_made(&product) {
            return;
        }
        let (folder, dialogs) = (self.last_folder(), &self.surroundings.dialogs);
        let job = match &product.target {
            Destination::File(name) => dialogs.save(folder.as_deref(), name, self.waker()),
            Destination::Folder => dialogs.choose_folder(folder.as_deref(), self.waker()),
            Destination::Clipboard => return self.make_product(product, PathBuf::new()),
        };
        self.making.choosing = Some((product, job));
    }

    fn is_being_made(&mut self, product: &Product) -> bool {
        let is_running = self.making.running.iter().any(|(words, _)| *words == product.job);
        if is_running {
            self.notify(Notice::warning(t!("notice-making-busy")));
        }
        is_running
    }

    /// Makes a product of the project as it is now.
    pub(super) fn make_product(&mut self, product: Product, path: PathBuf) {
        if self.is_being_made(&product) {
            return;
        }
        let Some(document) = self.document() else { return };
        let (figures, checked) = (document.figures().clone(), self.checked().cloned());
        let (now, words) = (self.now(), product.job.clone());
        let job = Job::start(self.waker(), move |ticket| {
            Making { ticket: ticket.clone(), path, figures, checked, now }.save(&product)
        });
        self.making.running.push((words, job));
    }

    pub(super) fn poll_making(&mut self) {
        if let Some((product, job)) = self.making.choosing.take() {
            let mut slot = Some(job);
            match take_finished(&mut slot).map(Option::flatten) {
                Some(Some(path)) => self.make_product(product, path),
                Some(None) => {
                    let name = match &product.target {
                        Destination::File(name) => name.clone(),
                        Destination::Folder | Destination::Clipboard => String::new(),
                    };
                    self.ask_for_path(PathPurpose::Make(product), &name);
                }
                None => self.making.choosing = slot.map(|job| (product, job)),
            }
        }
        for (words, job) in std::mem::take(&mut self.making.running) {
            match job.poll() {
                JobOutcome::Running => self.making.running.push((words, job)),
                JobOutcome::Done(Ok(saved)) => {
                    self.making.picture = saved.picture.or(self.making.picture.take());
                    self.notify(Notice::done(saved.notice));
                    for warning in saved.warnings {
                        self.notify(Notice::warning(warning));
                    }
                }
                JobOutcome::Done(Err(Stop::Cancelled)) => {
                    self.notify(Notice::done(t!("notice-document-cancelled")));
                }
                JobOutcome::Done(Err(Stop::Failed(issue))) => self.notify(Notice::failed(&issue)),
                JobOutcome::Broken => self.notify(Notice::failed(&broken())),
            }
        }
    }
}
