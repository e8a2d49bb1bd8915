//! The libraries that the program is made with, and the licences under which they may be used.

use std::sync::OnceLock;

use eframe::egui::{ScrollArea, Ui};

use super::modal;
use crate::t;
use crate::ui::theme::{self, colors, scale};

/// Wide enough for the lines of most licences.
const WIDTH: f32 = 720.0;
const HEIGHT: f32 = 420.0;

/// The list that lies beside the installed program, too.
const LICENCES: &str = include_str!("../../../assets/licences/LISENSER.txt");

/// Shows the dialog while it is open.
pub(super) fn show(ui: &Ui, is_open: &mut bool) {
    if !*is_open {
        return;
    }
    let title = t!("about-licences");
    let (is_closed, is_left) = modal::show_wide(ui, "licences", &title, WIDTH, contents);
    *is_open = !is_closed && !is_left;
}

fn lines() -> &'static [&'static str] {
    static LINES: OnceLock<Vec<&'static str>> = OnceLock::new();
    LINES.get_or_init(|| LICENCES.lines().collect())
}

/// Whether the person closes the dialog.
fn contents(ui: &mut Ui, is_new: bool) -> bool {
    theme::paragraph(ui, t!("about-licences-lead"), scale().body, colors(ui).text_2);
    ui.add_space(12.0);
    let (lines, row) = (lines(), scale().caption.1);
    ScrollArea::both().max_height(HEIGHT).auto_shrink(false).show_rows(
        ui,
        row,
        lines.len(),
        |ui, shown| {
            for line in &lines[shown] {
                let line = *line;
                theme::text(ui, line, scale().caption, colors(ui).text);
            }
        },
    );
    modal::close_button(ui, is_new)
}
