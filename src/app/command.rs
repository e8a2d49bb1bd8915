//! Commands: all that the window can ask for, and the one place where they are carried out.

use std::path::PathBuf;

use super::files::suggested_name;
use super::{App, Document, ImportSession, Notice, PreviewWish, Product, TrailCommand, TypedText};
use crate::calendar::Year;
use crate::figures::Figures;
use crate::import::Options;
use crate::project::{Edit, Project, SourceId};
use crate::storage::ThemeChoice;
use crate::t;

/// What the window can ask for.
#[derive(Clone, Debug)]
pub enum Command {
    /// Ask for a project file and open it.
    ChooseProject,
    /// Open a project file.
    Open(PathBuf),
    /// Open the sample, without a file behind it.
    OpenSample,
    /// Begin a new project; exports that wait for one are read.
    New {
        /// The company's name.
        company: String,
        /// The year that it reports on.
        year: Year,
        /// The years that it is compared with, first and last.
        baseline: (Year, Year),
    },
    /// Begin the project for the year after the open one's.
    NewYear,
    /// Open a project that was made from another one and has no file yet.
    Begin(Box<Project>),
    /// Save; asks for a file where there is none yet.
    Save,
    /// Ask for a file and save there.
    SaveAs,
    /// Close the window.
    Close,
    /// Save, then do what waits.
    SaveAndProceed,
    /// Do what waits and let the unsaved work go.
    DiscardAndProceed,
    /// Forget what waits.
    StayHere,
    /// Change the project by hand.
    Edit(Edit),
    /// Take the last edit back.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Ask for exports and read them.
    ChooseExports,
    /// Ask for another year's project and read its statements.
    ChooseEarlierProject,
    /// Read exports; nothing is changed.
    ReadExports(Vec<PathBuf>),
    /// Forget the exports that wait for a project.
    ForgetExports,
    /// Read the file of that place in the import again, understood otherwise.
    ReadAgain {
        /// The file's place among the import's files.
        file: usize,
        /// How it is to be understood.
        options: Options,
    },
    /// Read of the file of that place only the sheet that `options` names.
    ReadSheet {
        /// The file's place among the import's files.
        file: usize,
        /// How it is to be understood.
        options: Options,
    },
    /// Let the files about which something is asked wait until the others are taken in.
    SetAskedAside,
    /// Leave a file out of the import.
    LeaveOut {
        /// The file's place among the import's files.
        file: usize,
    },
    /// Take the previewed exports in, as one edit.
    AcceptImport,
    /// Forget the previewed exports.
    CancelImport,
    /// Find out what would change without a source.
    AskToRemove(SourceId),
    /// Take the source out that was asked about.
    RemoveSource,
    /// Leave the source where it is.
    KeepSource,
    /// Ask for a text and hold its numbers against the figures.
    ChooseText,
    /// Hold the numbers of a text against the figures.
    CheckText(PathBuf),
    /// Forget the text that was checked.
    LeaveText,
    /// Stop the running job.
    CancelJob,
    /// Name the state of the project, and keep what it prints.
    MakeMilestone(String),
    /// Compare a milestone with another one, or with the project as it is.
    CompareMilestone {
        /// The milestone.
        since: String,
        /// Another one; `None` for the project as it is.
        until: Option<String>,
    },
    /// Forget what was compared.
    LeaveComparison,
    /// Show where a number comes from, or walk on from it.
    Trail(TrailCommand),
    /// Make something and save it, or copy it.
    Make(Product),
    /// Show a page of the report.
    ShowPage(PreviewWish),
    /// Hold the numbers of a text that is being typed against the figures.
    Proofread(TypedText),
    /// Ask for a file with a printed table and read it.
    ChoosePrinted,
    /// Forget the file with a printed table.
    ForgetPrinted,
    /// Take the path that was typed, since the system shows no dialog.
    AnswerPath(String),
    /// Ask for no path any more.
    LeavePath,
    /// Take a notice away.
    DismissNotice(usize),
    /// Choose the theme.
    SetTheme(ThemeChoice),
    /// Set the name under which edits are logged.
    SetUserName(String),
}

/// What the program does after the answer about unsaved work.
#[derive(Clone, Debug)]
pub enum Pending {
    /// Closing the window.
    Close,
    /// A command that opens another document instead of this one.
    Replace(Box<Command>),
}

impl App {
    /// Carries out a command.
    pub fn run(&mut self, command: Command) {
        match command {
            Command::ChooseProject
            | Command::Open(_)
            | Command::OpenSample
            | Command::New { .. }
            | Command::Begin(_)
                if self.has_unsaved_work() =>
            {
                self.pending = Some(Pending::Replace(Box::new(command)));
            }
            Command::ChooseProject => self.choose_project(),
            Command::Open(path) => self.open(path),
            Command::OpenSample => self.open_sample(),
            Command::New { company, year, baseline } => self.begin(&company, year, baseline),
            Command::NewYear => self.begin_new_year(),
            Command::Begin(project) => self.begin_with(&project),
            Command::Save => self.save(),
            Command::SaveAs => self.save_as(),
            Command::Close if self.has_unsaved_work() => self.pending = Some(Pending::Close),
            Command::Close => self.is_closing = true,
            Command::SaveAndProceed => self.save_and_proceed(),
            Command::DiscardAndProceed => self.discard_and_proceed(),
            Command::StayHere => self.pending = None,
            Command::Edit(edit) => self.edit(&edit),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::ChooseExports => self.choose_exports(),
            Command::ChooseEarlierProject => self.choose_earlier_project(),
            Command::ReadExports(paths) => self.read_exports(paths),
            Command::ForgetExports => self.waiting_exports.clear(),
            Command::ReadAgain { file, options } => self.read_again(file, options),
            Command::SetAskedAside => self.set_asked_aside(),
            Command::AskToRemove(source) => self.ask_to_remove(source),
            Command::RemoveSource => self.remove_source(),
            Command::KeepSource => self.keep_source(),
            Command::ReadSheet { file, options } => self.read_sheet(file, options),
            Command::LeaveOut { file } => self.leave_out(file),
            Command::AcceptImport => self.accept_import(),
            Command::CancelImport => self.import = None,
            Command::ChooseText => self.choose_text(),
            Command::CheckText(path) => self.check_text(&path),
            Command::LeaveText => self.leave_text(),
            Command::CancelJob => self.cancel_job(),
            Command::MakeMilestone(name) => self.make_milestone(name),
            Command::CompareMilestone { since, until } => self.compare(since, until),
            Command::LeaveComparison => self.leave_comparison(),
            Command::Trail(command) => self.run_trail(command),
            Command::Make(product) => self.choose_product(product),
            Command::ShowPage(wish) => self.show_page(wish),
            Command::Proofread(text) => self.proofread(text),
            Command::ChoosePrinted => self.choose_printed(),
            Command::ForgetPrinted => self.forget_printed(),
            Command::AnswerPath(typed) => self.answer_path(&typed),
            Command::LeavePath => self.leave_path(),
            Command::DismissNotice(index) => {
                if index < self.notices.len() {
                    self.notices.remove(index);
                }
            }
            Command::SetTheme(theme) => {
                self.user.theme = theme;
                self.remember_user_settings();
            }
            Command::SetUserName(name) => {
                self.user.name = name;
                self.remember_user_settings();
            }
        }
        self.renew_trail();
        self.poll_checks();
        self.poll_comparison();
        self.poll_removal();
        self.follow_document();
    }

    /// Takes in what jobs have finished; called before each frame.
    pub fn poll(&mut self) {
        self.poll_files();
        self.poll_import();
        self.poll_making();
        self.poll_printed();
        self.poll_checks();
        self.poll_comparison();
        self.poll_removal();
        self.poll_text();
        self.poll_preview();
        self.poll_proof();
        self.renew_trail();
        self.follow_document();
    }

    pub(super) fn has_unsaved_work(&self) -> bool {
        self.document.as_ref().is_some_and(Document::has_unsaved_work)
    }

    fn begin(&mut self, company: &str, year: Year, baseline: (Year, Year)) {
        self.begin_with(&Project::new(company, year, baseline));
        let exports = std::mem::take(&mut self.waiting_exports);
        if !exports.is_empty() {
            self.read_exports(exports);
        }
    }

    /// Makes the new year from the project as it is. Where the old year has unsaved work, the
    /// program asks about it before it opens the new one.
    fn begin_new_year(&mut self) {
        let Some(document) = &self.document else { return };
        let file = suggested_name(document);
        match document.figures().for_new_year(None, &file, &self.edit_context()) {
            Ok(project) => self.run(Command::Begin(Box::new(project))),
            Err(issue) => self.notify(Notice::failed(&issue)),
        }
    }

    fn begin_with(&mut self, project: &Project) {
        let revision = self.new_revision();
        self.show(Document::unsaved(Figures::of(project), true, revision));
    }

    /// Opens a document instead of the one that is open.
    pub(super) fn show(&mut self, document: Document) {
        self.files.leave_document();
        self.forget_checks();
        self.leave_comparison();
        self.keep_source();
        self.trail = None;
        self.forget_printed();
        self.forget_text();
        self.forget_preview();
        self.forget_proof();
        self.document = Some(document);
        self.shown += 1;
        self.import = None;
    }

    pub(super) fn edit(&mut self, edit: &Edit) {
        let context = self.edit_context();
        let revision = self.new_revision();
        let Some(document) = &mut self.document else { return };
        match document.project().edited(edit, &context) {
            Ok(Some((after, what))) => {
                document.change(after, what.clone(), revision);
                if needs_notice(edit) {
                    self.notify(Notice::undoable(what));
                }
            }
            Ok(None) => {}
            Err(issue) => self.notify(Notice::failed(&issue)),
        }
    }

    fn undo(&mut self) {
        let revision = self.new_revision();
        let undone = self.document.as_mut().and_then(|document| document.undo(revision));
        if let Some(what) = undone {
            self.notify(Notice::done(t!("notice-undone", what = what)));
        }
    }

    fn redo(&mut self) {
        let revision = self.new_revision();
        if let Some(document) = &mut self.document {
            document.redo(revision);
        }
    }

    fn cancel_job(&mut self) {
        if self.import.as_ref().is_some_and(ImportSession::is_reading) {
            self.cancel_reading();
        }
        self.files.cancel();
        self.making.cancel();
        self.printed.cancel();
        self.texts.cancel();
    }
}

/// Whether the window shows no trace of an edit, so that a notice names it and offers to undo it.
fn needs_notice(edit: &Edit) -> bool {
    matches!(
        edit,
        Edit::MakeMilestone { .. } | Edit::RemoveMilestone { .. } | Edit::RemoveSource { .. }
    )
}
