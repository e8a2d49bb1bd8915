//! What a place is given while it draws, and what the window remembers between frames.

use super::places;
use super::shell::Place;
use crate::app::{App, Command};

/// The state of the window. It is not undone and not saved with the project.
#[derive(Default)]
pub struct WindowState {
    /// Where one is.
    pub place: Place,
    /// The dialog for a new project, while it is open.
    pub new_project: Option<super::dialogs::NewProject>,
    /// Whether the dialog for a new year is open.
    pub is_new_year_asked: bool,
    /// Whether the licences of the libraries are shown.
    pub are_licences_shown: bool,
    /// Whether the list of keys is shown.
    pub are_keys_shown: bool,
    /// The dialog for a milestone's name, while it is open.
    pub milestone: Option<super::dialogs::NameMilestone>,
    /// The dialog for reports in a folder, while it is open.
    pub making: Option<super::dialogs::MakeReport>,
    /// The search, while it is open.
    pub search: Option<super::dialogs::Search>,
    /// The path that is being typed, while one is asked for.
    pub typed_path: Option<String>,
    /// Since when each notice has been in sight.
    pub notices: super::dialogs::NoticeClock,
    /// What the panel of the trail remembers.
    pub trail: super::trail::TrailState,
    /// What the places remember.
    pub places: places::PlaceStates,
}

/// What a place is given while it draws. It reads the program and pushes commands.
pub struct Context<'a> {
    /// The running program.
    pub app: &'a App,
    /// The state of the window.
    pub state: &'a mut WindowState,
    /// What is to be done after drawing.
    pub commands: &'a mut Vec<Command>,
}

impl Context<'_> {
    /// Asks for something to be done after drawing.
    pub fn push(&mut self, command: Command) {
        self.commands.push(command);
    }
}
