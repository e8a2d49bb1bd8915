//! What a place is given while it draws. What a place remembers is its own, and no place sees what
//! another remembers: it asks the window, which shows what is asked for.

use super::actions::ShellAction;
use super::place::Place;
use super::target::Target;
use crate::app::{App, Command};

/// What a place is given while it draws. It reads the program and pushes commands.
pub struct Context<'a> {
    /// The running program.
    pub app: &'a App,
    /// Where one is.
    pub place: Place,
    /// Whether a dialog of the window is open, so that keys are its own.
    pub is_dialog_open: bool,
    /// What is to be done after drawing.
    pub commands: &'a mut Vec<Command>,
    /// What the window is to show after drawing.
    pub asked: &'a mut Vec<ShellAction>,
}

impl Context<'_> {
    /// Asks for something to be done after drawing.
    pub fn push(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Asks the window for something after drawing.
    pub fn ask(&mut self, action: ShellAction) {
        self.asked.push(action);
    }

    /// Asks for something in another place to be shown.
    pub fn show(&mut self, target: Target) {
        self.ask(ShellAction::Show(target));
    }
}
