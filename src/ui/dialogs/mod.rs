//! Dialogs over the window, and the notices in its corner.

mod confirm;
mod keys;
mod licences;
mod make_report;
mod milestone;
pub(super) mod modal;
mod new_project;
mod new_year;
mod notices;
mod search;
mod type_path;

use eframe::egui::Ui;

use super::actions::{FileAction, ShellAction};
use super::context::Context;
use crate::app::App;

use make_report::MakeReport;
use milestone::NameMilestone;
use new_project::NewProject;
use notices::NoticeClock;
use search::Search;

/// The dialogs that are open, and what is being typed in them.
#[derive(Default)]
pub struct DialogStates {
    /// A new project.
    new_project: Option<NewProject>,
    /// Whether the dialog for a new year is open.
    is_new_year_asked: bool,
    /// Whether the licences of the libraries are shown.
    are_licences_shown: bool,
    /// Whether the list of keys is shown.
    are_keys_shown: bool,
    /// A milestone's name.
    milestone: Option<NameMilestone>,
    /// Reports in a folder.
    making: Option<MakeReport>,
    /// The search.
    search: Option<Search>,
    /// The path that is being typed, while one is asked for.
    typed_path: Option<String>,
    /// Since when each notice has been in sight.
    notices: NoticeClock,
}

impl DialogStates {
    /// Opens the dialog that an action asks for. An action without a dialog comes back.
    pub fn open(&mut self, action: ShellAction, app: &App) -> Option<ShellAction> {
        match action {
            ShellAction::File(FileAction::New) => {
                self.new_project = Some(NewProject::suggested(app));
            }
            ShellAction::File(FileAction::NewYear) => self.is_new_year_asked = true,
            ShellAction::File(FileAction::Milestone) => {
                self.milestone = Some(NameMilestone::default());
            }
            ShellAction::RenameMilestone(name) => {
                self.milestone = Some(NameMilestone::rename(&name));
            }
            ShellAction::Search => self.search = Some(Search::of(app)),
            ShellAction::MakeReport => self.making = Some(MakeReport::suggested(app)),
            ShellAction::ShowKeys => self.are_keys_shown = true,
            ShellAction::ShowLicences => self.are_licences_shown = true,
            other => return Some(other),
        }
        None
    }

    /// Whether one is open in which something is typed.
    pub fn takes_keys(&self) -> bool {
        self.new_project.is_some() || self.milestone.is_some()
    }
}

/// Draws what lies over the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>, states: &mut DialogStates) {
    notices::show(ui, cx, &mut states.notices);
    new_project::show(ui, cx, &mut states.new_project);
    new_year::show(ui, cx, &mut states.is_new_year_asked);
    milestone::show(ui, cx, &mut states.milestone);
    confirm::remove_source(ui, cx);
    make_report::show(ui, cx, &mut states.making);
    search::show(ui, cx, &mut states.search);
    licences::show(ui, &mut states.are_licences_shown);
    keys::show(ui, &mut states.are_keys_shown);
    confirm::unsaved(ui, cx);
    type_path::show(ui, cx, &mut states.typed_path);
}
