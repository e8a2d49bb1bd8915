//! The only place where things meet: the open document, its figures, jobs and notices.
//!
//! The window pushes [`Command`]s while it draws; [`App::run`] carries them out afterwards, and
//! [`App::poll`] takes in what jobs have finished. Nothing else changes the document.

mod checking;
mod command;
mod comparing;
mod dialogs;
mod document;
mod exporting;
pub mod fault_log;
mod files;
mod importing;
mod instances;
mod making;
mod notice;
mod pictures;
mod preview;
mod printed;
mod proofreading;
mod removing;
mod text_checking;
mod trail;
mod typed_path;

use std::path::PathBuf;
use std::sync::Arc;

pub use command::{Command, Pending};
pub use comparing::Comparison;
pub use dialogs::{Dialogs, SystemDialogs, Wake, is_without_console, tell_failure};
pub use document::Document;
pub use exporting::DocumentKind;
pub use importing::{ImportPreview, ImportSession};
pub use instances::{MeetingPlace, Presence};
pub use making::{Content, Destination, Making, Produced, Product, Stop};
pub use notice::{Notice, NoticeKind};
pub use pictures::{Picture, PictureFormat, write as write_picture};
pub use preview::{PageWish, PreviewPage, PreviewWish, ReportContent, TypedText};
pub use proofreading::Proof;
pub use removing::Removal;
pub use text_checking::CheckedText;
pub use trail::{OpenTrail, TrailCommand};
pub use typed_path::{PathPurpose, PathQuestion};

use crate::jobs::Progress;
use crate::project::{EditContext, Minute};
use crate::storage::UserSettings;

/// Local time, as the system's clock and zone have it.
pub fn now() -> Minute {
    Minute::from(jiff::ZonedDateTime::now().datetime())
}

/// What the program needs of the world outside: the clock, dialogs, and a way to be woken.
pub struct Surroundings {
    /// Local time.
    pub now: Box<dyn Fn() -> Minute>,
    /// Wakes the window from any thread.
    pub wake: Arc<dyn Fn() + Send + Sync>,
    /// The system's file dialogs.
    pub dialogs: Box<dyn Dialogs>,
    /// Where windows find each other, so that no file is open in two; `None` asks nobody.
    pub meeting_place: Option<MeetingPlace>,
    /// Where the user's settings are kept; `None` keeps them nowhere.
    pub settings_path: Option<PathBuf>,
}

/// The running program, apart from its window.
pub struct App {
    document: Option<Document>,
    import: Option<ImportSession>,
    waiting_exports: Vec<PathBuf>,
    pending: Option<Pending>,
    is_closing: bool,
    notices: Vec<Notice>,
    user: UserSettings,
    files: files::FileJobs,
    texts: text_checking::TextJobs,
    making: making::MakingJobs,
    checks: checking::CheckJobs,
    comparing: comparing::Comparing,
    removing: removing::Removing,
    printed: printed::PrintedJobs,
    previews: preview::PreviewJobs,
    proofs: proofreading::ProofJobs,
    path_question: Option<PathQuestion>,
    trail: Option<OpenTrail>,
    /// Answers other programs for the open document's file.
    presence: Option<Presence>,
    next_revision: u64,
    /// How many documents have been shown.
    shown: u64,
    surroundings: Surroundings,
}

impl App {
    /// A program with nothing open.
    pub fn new(surroundings: Surroundings) -> Self {
        let user = surroundings
            .settings_path
            .as_deref()
            .map_or_else(UserSettings::default, UserSettings::read);
        Self {
            document: None,
            import: None,
            waiting_exports: Vec::new(),
            pending: None,
            is_closing: false,
            notices: Vec::new(),
            user,
            files: files::FileJobs::default(),
            texts: text_checking::TextJobs::default(),
            making: making::MakingJobs::default(),
            checks: checking::CheckJobs::default(),
            comparing: comparing::Comparing::default(),
            removing: removing::Removing::default(),
            printed: printed::PrintedJobs::default(),
            previews: preview::PreviewJobs::default(),
            proofs: proofreading::ProofJobs::default(),
            path_question: None,
            trail: None,
            presence: None,
            next_revision: 0,
            shown: 0,
            surroundings,
        }
    }

    /// The open document.
    pub fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }

    /// How many documents have been shown. The number tells the open document from earlier ones.
    pub fn shown(&self) -> u64 {
        self.shown
    }

    /// The import that waits for the person's word.
    pub fn import(&self) -> Option<&ImportSession> {
        self.import.as_ref()
    }

    /// Exports that were chosen before there was a project to read them into.
    pub fn waiting_exports(&self) -> &[PathBuf] {
        &self.waiting_exports
    }

    /// What waits for an answer about unsaved work.
    pub fn pending(&self) -> Option<&Pending> {
        self.pending.as_ref()
    }

    /// Whether the window may close now.
    pub fn is_closing(&self) -> bool {
        self.is_closing
    }

    /// The notices to show, the latest last.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The user's settings.
    pub fn user(&self) -> &UserSettings {
        &self.user
    }

    /// Whether another program was about to open the document's file, so that this window is to
    /// show itself.
    pub fn is_called(&self) -> bool {
        self.presence.as_ref().is_some_and(Presence::is_called)
    }

    /// Answers for the open document's file, and for no other.
    fn follow_document(&mut self) {
        let path = self.document.as_ref().and_then(Document::path);
        if path == self.presence.as_ref().map(Presence::file) {
            return;
        }
        let place = self.surroundings.meeting_place.as_ref();
        self.presence = path
            .zip(place)
            .map(|(path, place)| place.listen(path, Arc::clone(&self.surroundings.wake)));
    }

    /// Local time.
    pub fn now(&self) -> Minute {
        (self.surroundings.now)()
    }

    /// The job that runs, in words, and how far it has come.
    pub fn running_job(&self) -> Option<(String, Progress)> {
        let import = self.import.as_ref().and_then(ImportSession::running_job);
        let files = || self.files.running().or_else(|| self.making.running());
        let read = || self.printed.running().or_else(|| self.texts.running());
        import.or_else(files).or_else(read)
    }

    /// Whether a job runs, so that the window should look again soon.
    pub fn is_busy(&self) -> bool {
        self.running_job().is_some() || self.files.is_waiting() || self.texts.is_waiting()
    }

    fn edit_context(&self) -> EditContext {
        EditContext { who: self.user.who(), now: self.now() }
    }

    fn notify(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    fn remember_user_settings(&self) {
        if let Some(path) = &self.surroundings.settings_path {
            self.user.write(path);
        }
    }

    /// A number that no other state of any document has.
    fn new_revision(&mut self) -> u64 {
        self.next_revision += 1;
        self.next_revision
    }
}
