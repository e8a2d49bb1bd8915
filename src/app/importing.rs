//! An import in the window: read by a job, previewed, then taken in as one edit.

use std::path::PathBuf;
use std::sync::Arc;

use super::files::broken;
use super::{App, Notice};
use crate::figures::{Accounts, Change, Figures, changes};
use crate::import::{self, FileRead, FileRequest, Known, Options, Plan, SheetRead};
use crate::jobs::{self, Job, JobOutcome, Ticket};
use crate::project::Project;
use crate::t;

/// The exports that were chosen, as far as they are read.
#[derive(Debug)]
pub struct ImportSession {
    requests: Vec<FileRequest>,
    preview: Option<ImportPreview>,
    reading: Option<Job<Option<ImportPreview>>>,
    /// Whether the person has accepted the import that is being planned again.
    is_accepted: bool,
    /// Files whose questions are answered after the others are taken in.
    set_aside: Vec<FileRequest>,
}

/// What was understood of the files, and what they would change.
#[derive(Clone, Debug)]
pub struct ImportPreview {
    /// The files, in the order in which they were chosen.
    pub files: Arc<Vec<FileRead>>,
    /// What their sheets would change; the sheets in the order of the files.
    pub plan: Arc<Plan>,
    /// The figures that would be printed otherwise; none while a question is open, since the
    /// rows may still be read in another way.
    pub changes: Arc<Vec<Change>>,
    /// The revision of the document that the plan was made for.
    revision: u64,
}

impl ImportPreview {
    /// All sheets of all files that could be read.
    pub fn sheets(&self) -> Vec<&SheetRead> {
        sheets_of(&self.files)
    }
}

impl ImportSession {
    /// What was asked about each file.
    pub fn requests(&self) -> &[FileRequest] {
        &self.requests
    }

    /// What was understood; `None` until the files are read.
    pub fn preview(&self) -> Option<&ImportPreview> {
        self.preview.as_ref()
    }

    /// How many files wait until the others are taken in.
    pub fn set_aside(&self) -> usize {
        self.set_aside.len()
    }

    /// The places of the files with a question that has to be answered before the import.
    fn asked(&self) -> Vec<usize> {
        let Some(preview) = &self.preview else { return Vec::new() };
        let mut first_sheet = 0;
        let mut asked = Vec::new();
        for (file, read) in preview.files.iter().enumerate() {
            let sheets = first_sheet..first_sheet + read.outcome.as_ref().map_or(0, Vec::len);
            let mut questions = preview.plan.questions.iter();
            if questions.any(|(at, question)| sheets.contains(at) && !question.may_wait) {
                asked.push(file);
            }
            first_sheet = sheets.end;
        }
        asked
    }

    /// Whether some files have such questions and others have none.
    pub fn can_set_aside(&self) -> bool {
        let asked = self.asked().len();
        asked > 0 && asked < self.requests.len()
    }

    /// Whether files are being read.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    pub(super) fn running_job(&self) -> Option<(String, jobs::Progress)> {
        self.reading.as_ref().map(|job| (t!("job-reading"), job.progress()))
    }
}

impl App {
    /// Reads exports beside those that are already previewed; without a project they wait.
    pub(super) fn read_exports(&mut self, paths: Vec<PathBuf>) {
        if self.document.is_none() {
            self.waiting_exports = paths;
            return;
        }
        let mut requests =
            self.import.as_ref().map_or_else(Vec::new, |session| session.requests.clone());
        for path in paths {
            if !requests.iter().any(|request| request.path == path) {
                requests.push(FileRequest::new(path));
            }
        }
        self.start_reading(requests);
    }

    pub(super) fn read_again(&mut self, file: usize, options: Options) {
        let Some(session) = &self.import else { return };
        let mut requests = session.requests.clone();
        if file < requests.len() {
            let read = session.preview.as_ref().and_then(|preview| preview.files.get(file));
            let anew = anew(&requests[file], options, read);
            requests.splice(file..=file, anew);
        }
        self.start_reading(requests);
    }

    /// Reads one sheet of a file and none of the others, whatever requests there are of it.
    pub(super) fn read_sheet(&mut self, file: usize, options: Options) {
        let Some(session) = &self.import else { return };
        let mut requests = session.requests.clone();
        let Some(path) = requests.get(file).map(|request| request.path.clone()) else { return };
        requests[file].options = options;
        let kept = requests[file].clone();
        requests.retain(|request| request.path != path || *request == kept);
        self.start_reading(requests);
    }

    /// Lets the files about which something is asked wait until the others are taken in.
    pub(super) fn set_asked_aside(&mut self) {
        let Some(session) = &mut self.import else { return };
        if !session.can_set_aside() {
            return;
        }
        let asked = session.asked();
        let mut requests = Vec::new();
        for (file, request) in session.requests.iter().enumerate() {
            let to = if asked.contains(&file) { &mut session.set_aside } else { &mut requests };
            to.push(request.clone());
        }
        self.start_reading(requests);
    }

    /// Forgets the import that was taken in; files that were set aside are read next.
    fn end_import(&mut self) {
        let set_aside = self.import.take().map(|session| session.set_aside).unwrap_or_default();
        if !set_aside.is_empty() {
            self.start_reading(set_aside);
        }
    }

    pub(super) fn leave_out(&mut self, file: usize) {
        let Some(session) = &self.import else { return };
        let mut requests = session.requests.clone();
        if file < requests.len() {
            requests.remove(file);
        }
        if requests.is_empty() {
            self.end_import();
        } else {
            self.start_reading(requests);
        }
    }

    /// Reads in a job. The old preview stays until the new one is there. Files whose request is
    /// the same as before are not read again.
    fn start_reading(&mut self, requests: Vec<FileRequest>) {
        let Some(document) = &self.document else { return };
        let figures = document.figures().clone();
        let before = self.import.take();
        let known: Vec<(FileRequest, FileRead)> = before
            .as_ref()
            .and_then(|session| {
                let preview = session.preview.as_ref()?;
                let pairs = session.requests.iter().cloned().zip(preview.files.iter().cloned());
                Some(pairs.collect())
            })
            .unwrap_or_default();
        let to_read = requests.clone();
        let revision = document.revision();
        let job = Job::start(self.waker(), move |ticket| {
            let files = read(figures.project(), &to_read, known, ticket)?;
            let plan = import::plan(figures.project(), &sheets_of(&files));
            let changes = Arc::new(changed_figures(&figures, &plan));
            Some(ImportPreview { files: Arc::new(files), plan: Arc::new(plan), changes, revision })
        });
        let is_accepted = before.as_ref().is_some_and(|session| session.is_accepted);
        let (preview, set_aside) =
            before.map_or((None, Vec::new()), |session| (session.preview, session.set_aside));
        let reading = Some(job);
        self.import = Some(ImportSession { requests, preview, reading, is_accepted, set_aside });
    }

    pub(super) fn cancel_reading(&mut self) {
        if let Some(job) = self.import.as_ref().and_then(|session| session.reading.as_ref()) {
            job.cancel();
        }
    }

    /// Takes the preview in as one edit. Where the project was edited since it was planned, it
    /// is planned anew first.
    pub(super) fn accept_import(&mut self) {
        let (Some(session), Some(document)) = (&mut self.import, &self.document) else { return };
        let (Some(preview), false) = (&session.preview, session.is_reading()) else { return };
        if preview.revision != document.revision() {
            session.is_accepted = true;
            let requests = session.requests.clone();
            self.start_reading(requests);
            return;
        }
        let plan = Arc::clone(&preview.plan);
        let sheets = preview.files.iter().filter_map(|file| file.outcome.as_ref().ok()).flatten();
        let nothing_new = plan.nothing_new(&sheets.collect::<Vec<_>>());
        let revision = self.new_revision();
        match plan.apply(&self.edit_context()) {
            Some((after, what)) => {
                if let Some(document) = &mut self.document {
                    document.change(after, what.clone(), revision);
                }
                self.notify(Notice::undoable(what));
                self.end_import();
            }
            // A question that is still open keeps the preview where it can be answered.
            None if plan.has_changes() => {}
            None => {
                self.notify(Notice::done(nothing_new));
                self.end_import();
            }
        }
    }

    pub(super) fn poll_import(&mut self) {
        let Some(session) = &mut self.import else { return };
        let Some(job) = &session.reading else { return };
        match job.poll() {
            JobOutcome::Running => {}
            JobOutcome::Done(Some(preview)) => {
                session.preview = Some(preview);
                session.reading = None;
                if std::mem::take(&mut session.is_accepted) {
                    self.accept_import();
                }
            }
            JobOutcome::Done(None) => {
                self.import = None;
                self.notify(Notice::done(t!("notice-reading-cancelled")));
            }
            JobOutcome::Broken => {
                self.import = None;
                self.notify(Notice::failed(&broken()));
            }
        }
    }
}

/// The figures that the import would print otherwise.
fn changed_figures(before: &Figures, plan: &Plan) -> Vec<Change> {
    match plan.has_changes() && !plan.must_be_answered() {
        true => changes(before, &before.updated(plan.after())),
        false => Vec::new(),
    }
}

/// The requests that replace a request whose options have changed. Options for one sheet hold for
/// that sheet alone, so a file of several sheets becomes one request a sheet.
fn anew(request: &FileRequest, options: Options, read: Option<&FileRead>) -> Vec<FileRequest> {
    let sheets = read.and_then(|read| read.outcome.as_deref().ok()).unwrap_or_default();
    let is_of_one = options.sheet.is_some() && request.options.sheet.is_none();
    if !is_of_one || sheets.len() < 2 {
        return vec![FileRequest { options, ..request.clone() }];
    }
    let request_for = |sheet: &SheetRead| {
        let name = Some(sheet.sheet.clone());
        let read_with = if name == options.sheet { &options } else { &request.options };
        FileRequest {
            path: request.path.clone(),
            options: Options { sheet: name, ..read_with.clone() },
        }
    };
    sheets.iter().map(request_for).collect()
}

/// Reads the requests that have not been read yet; `None` when cancelled.
fn read(
    project: &Project,
    requests: &[FileRequest],
    known: Vec<(FileRequest, FileRead)>,
    ticket: &Ticket,
) -> Option<Vec<FileRead>> {
    let is_known = |request: &FileRequest| known.iter().any(|(read, _)| read == request);
    let unread: Vec<FileRequest> =
        requests.iter().filter(|request| !is_known(request)).cloned().collect();
    let report = |progress: import::Progress| {
        let name = unread.get(progress.file).and_then(|request| request.path.file_name());
        ticket.report(&jobs::Progress {
            done: progress.row.unwrap_or(0).into(),
            total: 0,
            what: name.unwrap_or_default().to_string_lossy().into_owned(),
        });
        !ticket.is_cancelled()
    };
    let known_of = Known::of(project).with_statements(Accounts::statement_lines);
    let fresh = import::read_files(&unread, &known_of, &report)?;
    let mut pool: Vec<(FileRequest, FileRead)> = unread.iter().cloned().zip(fresh).collect();
    pool.extend(known);
    let in_order = requests.iter().filter_map(|request| {
        let at = pool.iter().position(|(read, _)| read == request)?;
        Some(pool.swap_remove(at).1)
    });
    Some(in_order.collect())
}

fn sheets_of(files: &[FileRead]) -> Vec<&SheetRead> {
    files.iter().filter_map(|file| file.outcome.as_ref().ok()).flatten().collect()
}
