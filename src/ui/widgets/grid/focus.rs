//! The keyboard's focus and events: what is the table's, what its editor's, what others'.

use eframe::egui::{Event, EventFilter, FocusDirection, Id, Popup, Ui, ViewportCommand};

use super::commands::Work;
use super::editor;
use super::keys::{self, Command};
use super::model::GridModel;
use super::state::GridState;

/// Keeps the focus in the table while it moves between cells and editor, whatever keys come.
pub(super) fn hold(ui: &Ui, id: Id, state: &mut GridState) {
    let leaves = state.leaves.take();
    let wants = std::mem::take(&mut state.wants_focus);
    ui.memory_mut(|memory| {
        if wants {
            memory.request_focus(id);
        }
        match leaves {
            Some(FocusDirection::None) => memory.surrender_focus(id),
            // egui moves the focus when it meets the widget that has it.
            Some(direction) => memory.move_focus(direction),
            None if memory.has_focus(id) => memory.move_focus(FocusDirection::None),
            None => {}
        }
        let keep =
            EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
        memory.set_focus_lock_filter(id, keep);
    });
}

/// Whether the table or its editor has the focus.
pub(super) fn within(ui: &Ui, id: Id) -> bool {
    ui.memory(|memory| memory.has_focus(id) || memory.has_focus(editor::id(id)))
}

/// Takes the keyboard's events that are the table's: all of them while cells are selected; while
/// a text is typed those from the first key on that ends it, the ones before are the editor's.
pub(super) fn take_events(ui: &Ui, id: Id, state: &GridState, model: &dyn GridModel) -> Vec<Event> {
    let chooses = state.edit.as_ref().is_some_and(|edit| editor::chooses(model, edit));
    if chooses || !within(ui, id) || Popup::is_any_open(ui.ctx()) {
        return Vec::new();
    }
    ui.input_mut(|input| {
        let from = if state.is_editing() {
            let first = input.events.iter().position(|e| keys::command(e, state).is_some());
            first.unwrap_or(input.events.len())
        } else {
            0
        };
        let tail = input.events.split_off(from);
        let (ours, others) = tail.into_iter().partition(is_keyboard);
        input.events.extend::<Vec<Event>>(others);
        ours
    })
}

fn is_keyboard(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Key { .. } | Event::Copy | Event::Cut | Event::Paste(_))
}

/// Carries the events out in their order; those that ask nothing of the table go back.
pub(super) fn run_events(ui: &Ui, events: Vec<Event>, work: &mut Work<'_>) {
    if events.is_empty() {
        return;
    }
    let mut others = Vec::new();
    for event in events {
        let with_heads = event == Event::Copy && ui.input(|input| input.modifiers.shift);
        if with_heads && !work.state.is_editing() {
            run(ui, Command::CopyWithHeads, work);
        } else if let Some(command) = keys::command(&event, work.state) {
            run(ui, command, work);
        } else if let (Event::Text(text), Some(edit)) = (&event, &mut work.state.edit) {
            // Typed on before the editor was drawn for the first time.
            edit.text.push_str(text);
        } else {
            others.push(event);
        }
    }
    ui.input_mut(|input| input.events.extend(others));
    ui.ctx().request_repaint();
}

/// Carries out `command`; what is copied goes to the clipboard.
pub(super) fn run(ui: &Ui, command: Command, work: &mut Work<'_>) {
    if command == Command::AskForPaste {
        ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
    }
    if let Some(text) = work.run(command) {
        ui.ctx().copy_text(text);
    }
}
