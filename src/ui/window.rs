//! The window: draws the frame and the place in it, then runs the commands that came of it.

use std::path::PathBuf;

use eframe::egui::{self, Context, Ui, ViewportCommand};

use super::actions::{FileAction, ShellAction};
use super::context::Context as PlaceContext;
use super::dialogs::{self, DialogStates};
use super::place::Place;
use super::places::PlaceStates;
use super::shell::{self, Findings, ProjectView, ShellView, StatusView};
use super::theme;
use super::trail::{self, TrailState};
use super::widgets::progress::Progress;
use crate::app::{App, Command, Document};
use crate::checks::Checked;
use crate::issue::Severity;
use crate::jobs;
use crate::project::Edit;
use crate::storage::ThemeChoice;
use crate::t;

/// The window with the running program in it. What it remembers besides is not undone and not saved
/// with the project.
pub struct Window {
    app: App,
    place: Place,
    dialogs: DialogStates,
    trail: TrailState,
    places: PlaceStates,
    title: String,
}

impl Window {
    /// A window over `app`, with the project at `file` on its way.
    pub fn new(ctx: &Context, mut app: App, file: Option<PathBuf>) -> Self {
        theme::install(ctx, theme::Motion::default());
        if let Some(file) = file {
            app.run(Command::Open(file));
        }
        let window = Self {
            app,
            place: Place::default(),
            dialogs: DialogStates::default(),
            trail: TrailState::default(),
            places: PlaceStates::default(),
            title: String::new(),
        };
        window.follow_theme(ctx);
        window
    }

    /// The running program.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Goes to a place.
    pub fn go(&mut self, place: Place) {
        self.place = place;
    }

    /// One frame: what jobs have finished is taken in, everything is drawn, commands run.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.before_drawing(&ui.ctx().clone());
        self.draw(ui);
    }

    /// Takes in what jobs have finished, and what the system asks of the window.
    fn before_drawing(&mut self, ctx: &Context) {
        self.app.poll();
        if self.app.is_called() {
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
            // Some systems let no program come to the front; they mark it instead.
            let attention = egui::UserAttentionType::Informational;
            ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(attention));
        }
        if let Some(picture) = self.app.take_picture() {
            let size = [picture.width as usize, picture.height as usize];
            ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &picture.rgba));
        }
        if self.app.is_busy() {
            // A worker wakes the window when it ends; its progress needs a look now and then.
            ctx.request_repaint_after(std::time::Duration::from_millis(100));
        }
    }

    /// Draws everything and runs what came of it.
    fn draw(&mut self, ui: &mut Ui) {
        let mut commands = dropped_files(ui);
        let asked = self.asked_of_the_window(ui);
        if !asked.is_empty() || !commands.is_empty() {
            // What is being typed is an edit first, and then there to be saved.
            ui.memory_mut(|memory| memory.stop_text_input());
        }
        // Exports that wait for the person's word are shown in the place of their sources.
        if self.app.import().is_some() {
            self.place = Place::Sources;
        }
        let view = self.shell_view();
        let mut asked_there = Vec::new();
        let mut cx = PlaceContext {
            app: &self.app,
            place: self.place,
            is_dialog_open: self.dialogs.takes_keys(),
            commands: &mut commands,
            asked: &mut asked_there,
        };
        let (trail, places) = (&mut self.trail, &mut self.places);
        let ((), mut actions) = shell::shell(ui, &view, |ui| {
            trail::around(ui, &mut cx, trail, |ui, cx| places.show(ui, cx));
        });
        dialogs::show(ui, &mut cx, &mut self.dialogs);
        actions.append(&mut asked_there);
        for action in actions {
            self.act(ui, action, &mut commands);
        }
        commands.extend(asked);
        let had_document = self.app.document().map(Document::path);
        let before = had_document.map(|path| path.map(PathBuf::from));
        for command in commands {
            self.app.run(command);
        }
        let after = self.app.document().map(|document| document.path().map(PathBuf::from));
        if before.is_some() && after.is_none() {
            self.place = Place::Overview;
        }
        self.follow_theme(ui.ctx());
        self.follow_title(ui.ctx());
        if self.app.is_closing() {
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// What the close button of the window asks for.
    fn asked_of_the_window(&self, ui: &Ui) -> Vec<Command> {
        let mut asked = Vec::new();
        let is_closed = ui.input(|input| input.viewport().close_requested());
        if is_closed && !self.app.is_closing() {
            ui.ctx().send_viewport_cmd(ViewportCommand::CancelClose);
            asked.push(Command::Close);
        }
        asked
    }

    fn act(&mut self, ui: &Ui, action: ShellAction, commands: &mut Vec<Command>) {
        let Some(action) = self.dialogs.open(action, &self.app) else { return };
        match action {
            ShellAction::Go(place) => self.place = place,
            ShellAction::Show(target) => {
                self.place = target.place();
                if let Some(document) = self.app.document() {
                    self.places.reveal(document, &target);
                }
            }
            ShellAction::ChooseYear(year) => {
                if let Some(document) = self.app.document() {
                    let known = document.figures().volumes().span();
                    let first_known = known.map(|span| span.first.year());
                    let settings = document.project().settings.for_year(year, first_known);
                    commands.push(Command::Edit(Edit::SetSettings(settings)));
                }
            }
            ShellAction::File(FileAction::Open) => commands.push(Command::ChooseProject),
            ShellAction::File(FileAction::Save) => commands.push(Command::Save),
            ShellAction::File(FileAction::SaveAs) => commands.push(Command::SaveAs),
            ShellAction::File(FileAction::Import) => commands.push(Command::ChooseExports),
            ShellAction::Undo => commands.push(Command::Undo),
            ShellAction::Redo => commands.push(Command::Redo),
            ShellAction::StopWork => commands.push(Command::CancelJob),
            ShellAction::SwitchTheme => {
                let is_dark = ui.visuals().dark_mode;
                let theme = if is_dark { ThemeChoice::Light } else { ThemeChoice::Dark };
                commands.push(Command::SetTheme(theme));
            }
            // The dialogs have opened these.
            ShellAction::File(FileAction::New | FileAction::NewYear | FileAction::Milestone)
            | ShellAction::RenameMilestone(_)
            | ShellAction::Search
            | ShellAction::MakeReport
            | ShellAction::ShowKeys
            | ShellAction::ShowLicences => {}
        }
    }

    fn shell_view(&self) -> ShellView {
        let project = self.app.document().map(project_view);
        let status = match self.app.running_job() {
            Some((name, progress)) => StatusView::Working(job_progress(name, &progress)),
            None if project.is_some() => StatusView::Settled(t!("status-up-to-date")),
            None => StatusView::Plain(t!("status-ready")),
        };
        let role = if project.is_some() { t!("status-editing") } else { String::new() };
        let findings = self.app.checked().map_or_else(Findings::default, open_findings);
        ShellView { place: self.place, project, status, findings, role }
    }

    fn follow_theme(&self, ctx: &Context) {
        let preference = match self.app.user().theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        };
        if ctx.options(|options| options.theme_preference) != preference {
            ctx.set_theme(preference);
        }
    }

    fn follow_title(&mut self, ctx: &Context) {
        let title = match self.app.document() {
            Some(document) if document.has_unsaved_work() => {
                t!("window-title-unsaved", file = file_name(document))
            }
            Some(document) => t!("window-title", file = file_name(document)),
            None => t!("ui-app-name"),
        };
        if self.title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.before_drawing(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }
}

/// A job as the status bar tells of it.
fn job_progress(name: String, progress: &jobs::Progress) -> Progress {
    let title = match progress.what.as_str() {
        "" => name,
        file => t!("job-with-file", job = name, file = file),
    };
    let share = (progress.total > 0).then(|| progress.done as f32 / progress.total as f32);
    let count =
        if progress.done == 0 { String::new() } else { t!("job-rows", count = progress.done) };
    Progress { title, share, count }
}

/// The findings that nobody has accepted, by severity.
fn open_findings(checked: &Checked) -> Findings {
    Findings {
        errors: checked.open(Severity::Error),
        warnings: checked.open(Severity::Warning),
        notes: checked.open(Severity::Note),
    }
}

fn project_view(document: &Document) -> ProjectView {
    let settings = &document.project().settings;
    let known = document.figures().volumes().span();
    let mut years: Vec<i16> =
        known.map_or(Vec::new(), |span| (span.first.year()..=span.last.year()).collect());
    let of_accounts = document.figures().accounts().years();
    years.extend(of_accounts.filter(|year| year.is_known()).map(|year| year.year));
    years.push(settings.report_year);
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let saved = match document.saved_at().map(crate::project::Minute::clock) {
        _ if document.has_unsaved_work() => t!("saved-not"),
        Some((hour, minute)) => {
            t!("saved-at", hour = format!("{hour:02}"), minute = format!("{minute:02}"))
        }
        None => String::new(),
    };
    ProjectView {
        year: settings.report_year,
        years,
        file: file_name(document),
        saved,
        undo: document.history().undo_sentence().map(str::to_owned),
        redo: document.history().redo_sentence().map(str::to_owned),
    }
}

fn file_name(document: &Document) -> String {
    let name = document.path().and_then(std::path::Path::file_name);
    name.map_or_else(|| t!("file-unnamed"), |name| name.to_string_lossy().into_owned())
}

/// Files that were dropped on the window: a project opens, exports are read.
fn dropped_files(ui: &Ui) -> Vec<Command> {
    let paths: Vec<PathBuf> = ui
        .input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
    let is_project = |path: &PathBuf| {
        path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
    };
    if let Some(project) = paths.iter().find(|path| is_project(path)) {
        return vec![Command::Open(project.clone())];
    }
    if paths.is_empty() { Vec::new() } else { vec![Command::ReadExports(paths)] }
}
