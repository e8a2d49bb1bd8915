//! What the keys do in the list: arrows go from finding to finding, Ctrl Enter to where it is
//! mended. Enter is a click on the row that has the focus.

use eframe::egui::{EventFilter, FocusDirection, Id, Key, Modifiers, Popup, Ui};

/// Carries out the keys over the rows; returns the row from which to go where it is mended.
pub(super) fn run(ui: &Ui, rows: &[Id], reveal: &mut bool) -> Option<usize> {
    if Popup::is_any_open(ui.ctx()) {
        return None;
    }
    let focused = ui.memory(|memory| memory.focused());
    let at = rows.iter().position(|row| Some(*row) == focused);
    let Some(at) = at else {
        // Whoever has just come to the place begins with the first.
        if focused.is_none() && pressed(ui, Modifiers::NONE, Key::ArrowDown) {
            focus(ui, rows.first().copied(), reveal);
        }
        return None;
    };
    let keep =
        EventFilter { vertical_arrows: true, horizontal_arrows: false, tab: false, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(rows[at], keep));
    if pressed(ui, Modifiers::NONE, Key::ArrowDown) {
        focus(ui, rows.get(at.saturating_add(1)).copied(), reveal);
    }
    if pressed(ui, Modifiers::NONE, Key::ArrowUp) {
        focus(ui, at.checked_sub(1).and_then(|at| rows.get(at)).copied(), reveal);
    }
    pressed(ui, Modifiers::COMMAND, Key::Enter).then_some(at)
}

fn pressed(ui: &Ui, modifiers: Modifiers, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(modifiers, key))
}

fn focus(ui: &Ui, row: Option<Id>, reveal: &mut bool) {
    if let Some(row) = row {
        ui.memory_mut(|memory| {
            memory.request_focus(row);
            // The arrow has done its work; egui would go one step further with it.
            memory.move_focus(FocusDirection::None);
        });
        *reveal = true;
    }
}
