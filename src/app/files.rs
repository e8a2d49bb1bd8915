//! Opening and saving: jobs read, parse and write; the window goes on.

use std::path::{Path, PathBuf};

use super::{App, Command, Document, Notice, PathPurpose, Pending};
use crate::figures::Figures;
use crate::issue::{Issue, Severity};
use crate::jobs::{Job, JobOutcome, Progress};
use crate::message;
use crate::project::Project;
use crate::storage;
use crate::t;

/// The sample project, beside the program or in the folder it was started from.
const SAMPLE: &str = "sample-data/hedmark-ikt-2021.ron";

/// Dialogs that are open and jobs that read or write a project.
#[derive(Debug, Default)]
pub(super) struct FileJobs {
    choosing_project: Option<Job<Option<PathBuf>>>,
    choosing_earlier: Option<Job<Option<PathBuf>>>,
    choosing_exports: Option<Job<Option<Vec<PathBuf>>>>,
    choosing_save: Option<Job<Option<PathBuf>>>,
    opening: Option<Opening>,
    saving: Option<Saving>,
    is_proceeding: bool,
}

#[derive(Debug)]
struct Opening {
    path: PathBuf,
    /// Whether the project keeps its file; the sample does not.
    keeps_path: bool,
    job: Job<Result<Figures, Issue>>,
}

#[derive(Debug)]
struct Saving {
    path: PathBuf,
    project: Project,
    /// Whether the document that is saved is still the open one.
    is_of_open_document: bool,
    job: Job<Result<(), Issue>>,
}

impl FileJobs {
    pub(super) fn running(&self) -> Option<(String, Progress)> {
        let opening = self.opening.as_ref().map(|o| (t!("job-opening"), o.job.progress()));
        opening.or_else(|| self.saving.as_ref().map(|s| (t!("job-saving"), s.job.progress())))
    }

    pub(super) fn is_waiting(&self) -> bool {
        self.choosing_project.is_some()
            || self.choosing_earlier.is_some()
            || self.choosing_exports.is_some()
            || self.choosing_save.is_some()
    }

    /// Another document takes the place of the one that is being saved.
    pub(super) fn leave_document(&mut self) {
        if let Some(saving) = &mut self.saving {
            saving.is_of_open_document = false;
        }
    }

    /// Opening can be left; saving is soon done and is never left half.
    pub(super) fn cancel(&mut self) {
        self.opening = None;
    }
}

impl App {
    pub(super) fn choose_project(&mut self) {
        let folder = self.last_folder();
        let job = self.surroundings.dialogs.open_project(folder.as_deref(), self.waker());
        self.files.choosing_project = Some(job);
    }

    pub(super) fn choose_earlier_project(&mut self) {
        let folder = self.last_folder();
        let job = self.surroundings.dialogs.open_project(folder.as_deref(), self.waker());
        self.files.choosing_earlier = Some(job);
    }

    pub(super) fn choose_exports(&mut self) {
        let folder = self.last_folder();
        let job = self.surroundings.dialogs.choose_exports(folder.as_deref(), self.waker());
        self.files.choosing_exports = Some(job);
    }

    pub(super) fn open(&mut self, path: PathBuf) {
        // The recent files need the whole path, since the program may start in another folder.
        let path = std::path::absolute(&path).unwrap_or(path);
        self.start_opening(path, true);
    }

    pub(super) fn open_sample(&mut self) {
        match sample_path() {
            Some(path) => self.start_opening(path, false),
            None => {
                let issue = Issue::error(message!("sample-not-found", file = SAMPLE));
                self.notify(Notice::failed(&issue));
            }
        }
    }

    fn start_opening(&mut self, path: PathBuf, keeps_path: bool) {
        let to_open = path.clone();
        let place = self.surroundings.meeting_place.clone().filter(|_| keeps_path);
        let open = self.document.as_ref().and_then(Document::path).map(Path::to_owned);
        let job = Job::start(self.waker(), move |_| {
            let is_open_here = open.is_some_and(|open| is_same_file(&open, &to_open));
            if !is_open_here && place.is_some_and(|place| place.call(&to_open)) {
                let name = to_open.display().to_string();
                return Err(Issue::warning(message!("file-open-elsewhere", file = name)));
            }
            storage::read(&to_open).map(|project| Figures::of(&project))
        });
        self.files.opening = Some(Opening { path, keeps_path, job });
    }

    pub(super) fn save(&mut self) {
        match self.document.as_ref().map(|document| document.path().map(Path::to_owned)) {
            Some(Some(path)) => self.start_saving(path),
            Some(None) => self.save_as(),
            None => {}
        }
    }

    pub(super) fn save_as(&mut self) {
        let Some(document) = &self.document else { return };
        let name = suggested_name(document);
        let folder = self.last_folder();
        let job = self.surroundings.dialogs.save(folder.as_deref(), &name, self.waker());
        self.files.choosing_save = Some(job);
    }

    pub(super) fn start_saving(&mut self, path: PathBuf) {
        // One save at a time. Edits after its start stay unsaved work, for the next save.
        if self.files.saving.is_some() {
            return;
        }
        let Some(document) = &self.document else { return };
        let project = document.project().clone();
        let (snapshot, target) = (project.clone(), path.clone());
        let job = Job::start(self.waker(), move |_| storage::write(&target, &snapshot));
        self.files.saving = Some(Saving { path, project, is_of_open_document: true, job });
    }

    pub(super) fn save_and_proceed(&mut self) {
        self.files.is_proceeding = true;
        self.save();
    }

    /// The command that waited for the save waits for an answer again.
    pub(super) fn stop_proceeding(&mut self) {
        self.files.is_proceeding = false;
    }

    pub(super) fn discard_and_proceed(&mut self) {
        match self.pending.take() {
            Some(Pending::Close) => self.is_closing = true,
            Some(Pending::Replace(command)) => {
                self.document = None;
                self.run(*command);
            }
            None => {}
        }
    }

    pub(super) fn poll_files(&mut self) {
        match take_finished(&mut self.files.choosing_project).map(Option::flatten) {
            Some(Some(path)) => self.run(Command::Open(path)),
            Some(None) => {
                self.ask_for_path(PathPurpose::OpenProject, "");
            }
            None => {}
        }
        match take_finished(&mut self.files.choosing_earlier).map(Option::flatten) {
            Some(Some(path)) => self.run(Command::ReadExports(vec![path])),
            Some(None) => {
                self.ask_for_path(PathPurpose::ReadProject, "");
            }
            None => {}
        }
        match take_finished(&mut self.files.choosing_exports).map(Option::flatten) {
            Some(Some(paths)) => self.run(Command::ReadExports(paths)),
            Some(None) => {
                self.ask_for_path(PathPurpose::ReadExports, "");
            }
            None => {}
        }
        match take_finished(&mut self.files.choosing_save).map(Option::flatten) {
            Some(Some(path)) => self.start_saving(path),
            Some(None) => {
                let name = self.document.as_ref().map(suggested_name).unwrap_or_default();
                if !self.ask_for_path(PathPurpose::SaveProject, &name) {
                    self.stop_proceeding();
                }
            }
            None => {}
        }
        self.poll_opening();
        self.poll_saving();
    }

    fn poll_opening(&mut self) {
        let Some(opening) = &self.files.opening else { return };
        let result = match opening.job.poll() {
            JobOutcome::Running => return,
            JobOutcome::Done(result) => result,
            JobOutcome::Broken => Err(broken()),
        };
        let Some(Opening { path, keeps_path, .. }) = self.files.opening.take() else { return };
        match result {
            // An edit came in while the file was read: it is asked about before it is lost.
            Ok(_) if self.has_unsaved_work() => {
                let again = if keeps_path { Command::Open(path) } else { Command::OpenSample };
                self.pending = Some(Pending::Replace(Box::new(again)));
            }
            Ok(figures) => {
                let revision = self.new_revision();
                let year = figures.report_year();
                if keeps_path {
                    self.user.remember(&path, year, (self.surroundings.now)());
                    self.remember_user_settings();
                    self.show(Document::opened(figures, path, revision));
                } else {
                    self.show(Document::unsaved(figures, false, revision));
                }
            }
            Err(issue) if issue.severity == Severity::Warning => {
                self.notify(Notice::warning(issue.to_string()));
            }
            Err(issue) => self.notify(Notice::failed(&issue)),
        }
    }

    fn poll_saving(&mut self) {
        let Some(saving) = &self.files.saving else { return };
        let result = match saving.job.poll() {
            JobOutcome::Running => return,
            JobOutcome::Done(result) => result,
            JobOutcome::Broken => Err(broken()),
        };
        let Some(Saving { path, project, is_of_open_document, .. }) = self.files.saving.take()
        else {
            return;
        };
        let is_proceeding = std::mem::take(&mut self.files.is_proceeding);
        match result {
            Ok(()) => {
                let now = self.now();
                self.user.remember(&path, project.settings.report_year, now);
                self.remember_user_settings();
                if let (Some(document), true) = (&mut self.document, is_of_open_document) {
                    document.mark_saved(path, project, now);
                }
                // Edits after the start of this save are saved before the waiting command runs.
                match is_proceeding {
                    true if self.has_unsaved_work() => self.save_and_proceed(),
                    true => self.discard_and_proceed(),
                    false => {}
                }
            }
            Err(issue) => self.notify(Notice::failed(&issue)),
        }
    }

    pub(super) fn last_folder(&self) -> Option<PathBuf> {
        let open = self.document.as_ref().and_then(Document::path);
        let recent = self.user.recent.first().map(|recent| recent.path.as_path());
        Some(open.or(recent)?.parent()?.to_owned())
    }

    pub(super) fn waker(&self) -> Box<dyn FnOnce() + Send> {
        let wake = std::sync::Arc::clone(&self.surroundings.wake);
        Box::new(move || wake())
    }
}

/// Whether two paths lead to one file.
fn is_same_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path).ok();
    whole(one).is_some_and(|one| whole(other) == Some(one))
}

/// The answer of a dialog or job that has ended; a broken one answers nothing.
pub(super) fn take_finished<T: Send + 'static>(slot: &mut Option<Job<T>>) -> Option<Option<T>> {
    let answer = match slot.as_ref()?.poll() {
        JobOutcome::Running => return None,
        JobOutcome::Done(answer) => Some(answer),
        JobOutcome::Broken => None,
    };
    *slot = None;
    Some(answer)
}

/// The issue of a job that broke down.
pub(super) fn broken() -> Issue {
    Issue::error(message!("job-broken"))
}

/// The name that the project's file has, or that it would be given.
pub(super) fn suggested_name(document: &Document) -> String {
    let settings = &document.project().settings;
    let name = document.path().and_then(Path::file_name);
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_else(|| {
        t!(
            "file-name",
            company = file_stem(&settings.company),
            year = settings.report_year.to_string()
        )
    })
}

/// A company's name as the start of a file's.
fn file_stem(company: &str) -> String {
    let words: Vec<String> = company
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() { t!("file-stem") } else { words.join("-") }
}

/// Beside the program, two folders above it (where it was built), or where it was started.
fn sample_path() -> Option<PathBuf> {
    let program = std::env::current_exe().ok();
    let folders = program.iter().flat_map(|program| program.ancestors().skip(1).take(4));
    folders
        .map(|folder| folder.join(SAMPLE))
        .chain([PathBuf::from(SAMPLE)])
        .find(|path| path.is_file())
}
