//! What a person can ask of the window: one list, from which the keys, the menu under the file's
//! name, the search and the list of keys read.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, Ui};

use super::icon::{self, Icon};
use super::place::Place;
use super::target::Target;
use crate::t;

/// What the menu under the file's name does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileAction {
    /// Save.
    Save,
    /// Save somewhere else.
    SaveAs,
    /// Open another project.
    Open,
    /// Begin another project.
    New,
    /// Begin the project for the year after.
    NewYear,
    /// Read exports.
    Import,
    /// Name the state of the project.
    Milestone,
}

/// What the user asks of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShellAction {
    /// Go to a place.
    Go(Place),
    /// Show something in the place where it stands.
    Show(Target),
    /// Make this the report year.
    ChooseYear(i16),
    /// Something with the file.
    File(FileAction),
    /// Take the last edit back.
    Undo,
    /// Do it again.
    Redo,
    /// Search for a number, a place or an action.
    Search,
    /// Make reports in a folder.
    MakeReport,
    /// Show the list of keys.
    ShowKeys,
    /// Show the licences of the libraries.
    ShowLicences,
    /// Give a milestone another name.
    RenameMilestone(String),
    /// Stop the work under way.
    StopWork,
    /// Change between the light and the dark theme.
    SwitchTheme,
}

/// When an action can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    /// Always.
    Nothing,
    /// While a project is open.
    Project,
    /// While a project is open and no text is typed, which has the same keys for itself.
    NoTyping,
}

/// Something that a person can ask of the window.
#[derive(Clone, Debug)]
pub struct Action {
    /// What it does.
    pub does: ShellAction,
    /// Its icon.
    pub icon: Icon,
    /// Its keys, those that are told first.
    keys: Vec<KeyboardShortcut>,
    needs: Needs,
}

impl Action {
    fn new(does: ShellAction, icon: Icon, needs: Needs) -> Self {
        Self { does, icon, keys: Vec::new(), needs }
    }

    fn keys(mut self, modifiers: Modifiers, key: Key) -> Self {
        self.keys.push(KeyboardShortcut::new(modifiers, key));
        self
    }

    /// Its words.
    pub fn words(&self) -> String {
        match self.does {
            ShellAction::Go(place) => place.name(),
            ShellAction::File(FileAction::Save) => t!("shell-file-save"),
            ShellAction::File(FileAction::SaveAs) => t!("shell-file-save-as"),
            ShellAction::File(FileAction::Open) => t!("shell-file-open"),
            ShellAction::File(FileAction::New) => t!("shell-file-new"),
            ShellAction::File(FileAction::NewYear) => t!("new-year-menu"),
            ShellAction::File(FileAction::Import) => t!("shell-file-import"),
            ShellAction::File(FileAction::Milestone) => t!("milestone-new"),
            ShellAction::MakeReport => t!("make-report"),
            ShellAction::Search => t!("search-title"),
            ShellAction::Undo => t!("ui-undo"),
            ShellAction::Redo => t!("ui-redo"),
            ShellAction::ShowKeys => t!("keys-title"),
            ShellAction::Show(_)
            | ShellAction::ShowLicences
            | ShellAction::RenameMilestone(_)
            | ShellAction::ChooseYear(_)
            | ShellAction::StopWork
            | ShellAction::SwitchTheme => String::new(),
        }
    }

    /// Its keys in words, "Ctrl Skift S"; empty where it has none.
    pub fn keys_text(&self) -> String {
        self.keys.first().map_or_else(String::new, keys_text)
    }
}

/// Keys as they stand on a Norwegian keyboard.
fn keys_text(keys: &KeyboardShortcut) -> String {
    let mut words = Vec::new();
    if keys.modifiers.command || keys.modifiers.ctrl {
        words.push(t!("key-ctrl"));
    }
    if keys.modifiers.shift {
        words.push(t!("key-shift"));
    }
    words.push(keys.logical_key.name().to_owned());
    words.join(" ")
}

/// All actions, as menus and the list of keys tell them.
pub fn all() -> Vec<Action> {
    const PLACES: [Key; 9] = [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    let ctrl = Modifiers::COMMAND;
    let shift = Modifiers::COMMAND | Modifiers::SHIFT;
    let file = |does, icon, needs| Action::new(ShellAction::File(does), icon, needs);
    let mut all = vec![
        file(FileAction::Save, icon::SAVE, Needs::Project).keys(ctrl, Key::S),
        file(FileAction::SaveAs, icon::COPY, Needs::Project).keys(shift, Key::S),
        file(FileAction::Open, icon::FOLDER_OPEN, Needs::Nothing).keys(ctrl, Key::O),
        file(FileAction::New, icon::FILE_NEW, Needs::Nothing).keys(ctrl, Key::N),
        file(FileAction::NewYear, icon::CALENDAR, Needs::Project),
        file(FileAction::Import, icon::DOWNLOAD, Needs::Project),
        file(FileAction::Milestone, icon::MILESTONE, Needs::Project),
        Action::new(ShellAction::MakeReport, icon::EXPORT, Needs::Project),
        Action::new(ShellAction::Search, icon::SEARCH, Needs::Project).keys(ctrl, Key::K),
        Action::new(ShellAction::Undo, icon::UNDO, Needs::NoTyping).keys(ctrl, Key::Z),
        Action::new(ShellAction::Redo, icon::REDO, Needs::NoTyping)
            .keys(ctrl, Key::Y)
            .keys(shift, Key::Z),
        Action::new(ShellAction::ShowKeys, icon::HELP, Needs::Nothing)
            .keys(Modifiers::NONE, Key::F1),
    ];
    for (key, place) in PLACES.into_iter().zip(Place::WORK) {
        let action = Action::new(ShellAction::Go(place), place.icon(), Needs::Project);
        all.push(action.keys(ctrl, key));
    }
    all
}

/// The keys of an action in words; empty where it has none.
pub fn keys_of(does: ShellAction) -> String {
    all().iter().find(|action| action.does == does).map_or_else(String::new, Action::keys_text)
}

/// The actions whose keys are pressed. While a dialog is open the keys are the dialog's.
pub fn pressed(ui: &Ui, has_project: bool) -> Vec<ShellAction> {
    let ctx = ui.ctx();
    if ctx.memory(|memory| memory.top_modal_layer().is_some()) {
        return Vec::new();
    }
    let is_typing = ctx.text_edit_focused();
    let is_possible = |action: &Action| match action.needs {
        Needs::Nothing => true,
        Needs::Project => has_project,
        Needs::NoTyping => has_project && !is_typing,
    };
    let mut keys: Vec<(KeyboardShortcut, ShellAction)> = Vec::new();
    for action in all().into_iter().filter(is_possible) {
        keys.extend(action.keys.iter().map(|keys| (*keys, action.does.clone())));
    }
    // Ctrl Z would take Ctrl Skift Z as well.
    keys.sort_by_key(|(keys, _)| !keys.modifiers.shift);
    let mut pressed: Vec<ShellAction> = ui.input_mut(|input| {
        keys.into_iter()
            .filter(|(keys, _)| input.consume_shortcut(keys))
            .map(|(_, does)| does)
            .collect()
    });
    let is_anything_focused = ctx.memory(|memory| memory.focused().is_some());
    if !is_anything_focused && question_mark(ui) {
        pressed.push(ShellAction::ShowKeys);
    }
    if !pressed.is_empty() {
        // What is being typed is an edit first, and then there to be saved.
        ui.memory_mut(|memory| memory.stop_text_input());
    }
    pressed
}

/// Whether a question mark was typed, wherever it stands on the keyboard.
fn question_mark(ui: &Ui) -> bool {
    use eframe::egui::Event;
    ui.input(|input| input.events.iter().any(|event| *event == Event::Text("?".to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_have_the_same_keys_and_each_has_words() {
        let all = all();
        let mut keys: Vec<_> = all.iter().flat_map(|action| action.keys.iter().copied()).collect();
        let count = keys.len();
        keys.sort_by_key(keys_text);
        keys.dedup();
        assert_eq!(keys.len(), count);
        assert!(all.iter().all(|action| !action.words().is_empty()));
    }

    #[test]
    fn keys_are_told_as_they_stand_on_the_keyboard() {
        assert_eq!(keys_of(ShellAction::File(FileAction::SaveAs)), "Ctrl Skift S");
        assert_eq!(keys_of(ShellAction::Go(Place::Control)), "Ctrl 8");
        assert_eq!(keys_of(ShellAction::MakeReport), "");
    }
}
