//! What the keys mean, as in Excel: after typing over a cell the arrows leave it, after F2 they
//! move the caret.

use eframe::egui::{Event, Key, Modifiers};

use super::state::{Begun, GridState};
use crate::ui::widgets::tsv;

/// A movement of the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    RowStart,
    RowEnd,
    First,
    Last,
    Top,
    Bottom,
    /// The next cell, and from the last column the next row's first.
    Next,
    Previous,
}

/// What an event asks of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Move(Step),
    Extend(Step),
    SelectAll,
    /// Type over the cell.
    Type(String),
    /// Edit the text of the cell.
    Open,
    /// Enter, with the direction that it goes.
    Enter(Step),
    /// Finish what is typed and go.
    Finish(Step),
    /// Drop what is typed; or make the block one cell; or leave the table.
    Cancel,
    Clear,
    Copy,
    /// Copy with the heads of columns and rows; of a single cell the whole table.
    CopyWithHeads,
    Cut,
    Paste(String),
    /// Ask for the clipboard's text, which comes as a paste.
    AskForPaste,
    InsertRow,
    RemoveRows,
    /// Where the selected value comes from.
    Trail,
    /// Back to what the source says.
    UseSource,
    /// What the model offers there, by its place.
    Choose(usize),
}

/// What `event` asks of the table in its present state; `None` leaves it to others.
pub(super) fn command(event: &Event, state: &GridState) -> Option<Command> {
    match &state.edit {
        None => selecting(event),
        Some(edit) => editing(event, edit.begun),
    }
}

fn selecting(event: &Event) -> Option<Command> {
    match event {
        Event::Text(text) => Some(Command::Type(text.clone())),
        Event::Copy => Some(Command::Copy),
        Event::Cut => Some(Command::Cut),
        Event::Paste(text) => Some(Command::Paste(text.clone())),
        Event::Key { key, pressed: true, modifiers, .. } => selecting_key(*key, *modifiers),
        _ => None,
    }
}

fn selecting_key(key: Key, modifiers: Modifiers) -> Option<Command> {
    if modifiers.alt {
        return None;
    }
    let command = match (key, modifiers.command) {
        (Key::A, true) => Command::SelectAll,
        (Key::Delete, true) => Command::RemoveRows,
        (Key::Enter, false) => Command::Enter(back_or(modifiers, Step::Up, Step::Down)),
        (Key::Tab, false) => Command::Finish(back_or(modifiers, Step::Previous, Step::Next)),
        (Key::F2, false) => Command::Open,
        (Key::F4, false) => Command::Trail,
        (Key::F8, false) => Command::UseSource,
        (Key::Escape, false) => Command::Cancel,
        (Key::Delete, false) => Command::Clear,
        (Key::Backspace, false) => Command::Type(String::new()),
        (Key::Insert, false) if !modifiers.shift => Command::InsertRow,
        _ => {
            let step = step(key, modifiers.command)?;
            if modifiers.shift { Command::Extend(step) } else { Command::Move(step) }
        }
    };
    Some(command)
}

fn step(key: Key, far: bool) -> Option<Step> {
    Some(match (key, far) {
        (Key::ArrowUp, false) => Step::Up,
        (Key::ArrowDown, false) => Step::Down,
        (Key::ArrowLeft, false) => Step::Left,
        (Key::ArrowRight, false) => Step::Right,
        (Key::ArrowUp, true) => Step::Top,
        (Key::ArrowDown, true) => Step::Bottom,
        (Key::ArrowLeft, true) | (Key::Home, false) => Step::RowStart,
        (Key::ArrowRight, true) | (Key::End, false) => Step::RowEnd,
        (Key::PageUp, false) => Step::PageUp,
        (Key::PageDown, false) => Step::PageDown,
        (Key::Home, true) => Step::First,
        (Key::End, true) => Step::Last,
        _ => return None,
    })
}

fn editing(event: &Event, begun: Begun) -> Option<Command> {
    match event {
        Event::Paste(text) if tsv::is_block(text) => Some(Command::Paste(text.clone())),
        Event::Key { key, pressed: true, modifiers, .. } => editing_key(*key, *modifiers, begun),
        _ => None,
    }
}

fn editing_key(key: Key, modifiers: Modifiers, begun: Begun) -> Option<Command> {
    if modifiers.command || modifiers.alt {
        return None;
    }
    match key {
        Key::Enter => Some(Command::Finish(back_or(modifiers, Step::Up, Step::Down))),
        Key::Tab => Some(Command::Finish(back_or(modifiers, Step::Previous, Step::Next))),
        Key::Escape => Some(Command::Cancel),
        _ if begun == Begun::Typing && !modifiers.shift => match key {
            Key::Home | Key::End => None,
            _ => step(key, false).map(Command::Finish),
        },
        _ => None,
    }
}

fn back_or(modifiers: Modifiers, back: Step, forth: Step) -> Step {
    if modifiers.shift { back } else { forth }
}
