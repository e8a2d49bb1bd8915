//! The list of keys: those of the window, and those of its tables and texts.

use eframe::egui::{Grid, Ui};

use super::modal;
use crate::t;
use crate::ui::actions::{self, Action, ShellAction};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::key_hint::key_sign;

const WIDTH: f32 = 560.0;

/// Shows the dialog while it is open.
pub(super) fn show(ui: &Ui, is_open: &mut bool) {
    if !*is_open {
        return;
    }
    let title = t!("keys-title");
    let (is_closed, is_left) = modal::show_wide(ui, "keys", &title, WIDTH, contents);
    *is_open = !is_closed && !is_left;
}

/// Whether the person closes the dialog.
fn contents(ui: &mut Ui, is_new: bool) -> bool {
    ui.add_space(12.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 40.0;
        list(ui, &t!("keys-everywhere"), of_window().into_iter());
        ui.vertical(|ui| {
            list(ui, &t!("keys-in-tables"), in_tables().into_iter());
            ui.add_space(16.0);
            list(ui, &t!("keys-in-texts"), in_texts().into_iter());
        });
    });
    modal::close_button(ui, is_new)
}

/// The places share a line: their keys are told in the rail, too.
fn of_window() -> Vec<(String, String)> {
    let (places, others): (Vec<Action>, Vec<Action>) =
        actions::all().into_iter().partition(|action| matches!(action.does, ShellAction::Go(_)));
    let mut lines: Vec<_> =
        others.iter().map(|action| (action.keys_text(), action.words())).collect();
    lines.retain(|(keys, _)| !keys.is_empty());
    if let [first, .., last] = &places[..] {
        let keys = t!("keys-from-to", first = first.keys_text(), last = last.keys_text());
        lines.push((keys, t!("keys-do-place")));
    }
    lines
}

fn in_tables() -> [(String, String); 10] {
    [
        (t!("keys-edit"), t!("keys-do-edit")),
        (t!("keys-trail"), t!("trail-show")),
        (t!("keys-select"), t!("keys-do-select")),
        (t!("keys-select-all"), t!("keys-do-select-all")),
        (t!("keys-copy"), t!("keys-do-copy")),
        (t!("keys-copy-heads"), t!("grid-copy-heads")),
        (t!("keys-paste"), t!("keys-do-paste")),
        (t!("keys-clear"), t!("keys-do-clear")),
        (t!("keys-insert-row"), t!("keys-do-insert-row")),
        (t!("keys-remove-rows"), t!("keys-do-remove-rows")),
    ]
}

fn in_texts() -> [(String, String); 2] {
    [(t!("keys-number"), t!("keys-do-number")), (t!("keys-go"), t!("keys-do-leave"))]
}

fn list(ui: &mut Ui, title: &str, keys: impl Iterator<Item = (String, String)>) {
    ui.vertical(|ui| {
        theme::text(ui, title, scale().heading, colors(ui).text);
        ui.add_space(6.0);
        Grid::new(title).num_columns(2).spacing([16.0, 6.0]).show(ui, |ui| {
            for (keys, words) in keys {
                key_sign(ui, &keys);
                theme::text(ui, words, scale().body, colors(ui).text);
                ui.end_row();
            }
        });
    });
}
