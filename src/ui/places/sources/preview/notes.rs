//! Notes to read before the import: wrong sums, rows that go, corrections whose source has
//! changed, new customers, days on which two sources differ.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::{Entry, PreviewState, View};
use crate::app::Command;
use crate::import::{self, Gone};
use crate::look::tokens;
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::when;
use crate::ui::widgets::button::Button;

/// How many names a note lists.
const NAMED: usize = 6;
const GONE_SHOWN: usize = 12;
/// Room for a button at the right of a note.
const ACTION: f32 = 96.0;

/// Shows the notes. Comes back with the command of a note that the person answers.
pub(super) fn show(
    ui: &mut Ui,
    view: &View<'_>,
    entry: &Entry<'_>,
    state: &mut PreviewState,
) -> Option<Command> {
    let plan = entry.plan;
    let mut answered = None;
    for noted in entry.read.notes.iter().chain(&plan.notes) {
        let offer = import::offered(&noted.message);
        let action = offer.as_ref().map(|_| t!("note-leave-out"));
        if note(ui, &noted.message.text(), action.as_deref()) {
            answered = offer;
        }
    }
    if plan.gone > 0 {
        let action = if state.lists_gone { t!("gone-hide") } else { t!("gone-show") };
        if note(ui, &t!("gone-few", count = plan.gone), Some(&action)) {
            state.lists_gone = !state.lists_gone;
        }
        if state.lists_gone {
            gone(ui, &plan.gone_rows, plan.gone);
        }
    }
    if plan.moved_corrections > 0 {
        note(ui, &t!("note-moved", count = plan.moved_corrections), None);
    }
    let customers = &view.preview.plan.new_customers;
    if !customers.is_empty() {
        let names = named(customers);
        note(ui, &t!("note-customers", count = customers.len(), names = names), None);
    }
    let differences = &view.preview.plan.differences;
    if let Some(first) = differences.first() {
        let text = t!(
            "note-differences",
            count = differences.len(),
            day = crate::words::date_long(first.day),
            rows = first.rows,
            counted = first.counted
        );
        note(ui, &text, None);
    }
    answered.map(|setting| {
        let mut options = entry.options();
        options.say(&setting);
        Command::ReadAgain { file: entry.file, options }
    })
}

/// A sentence with the icon of a note, and a button for `action` at the right; true when it is
/// pressed.
fn note(ui: &mut Ui, sentence: &str, action: Option<&str>) -> bool {
    ui.add_space(14.0);
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let size = tokens().size.icon_severity;
        theme::icon(ui, icon::NOTE, size, colors(ui).text_2);
        let room = if action.is_some() { ACTION } else { 0.0 };
        let words = vec2((width - size - 8.0 - room).max(0.0), 0.0);
        ui.allocate_ui_with_layout(words, Layout::top_down(Align::Min), |ui| {
            theme::paragraph(ui, sentence, scale().body, colors(ui).text_2);
        });
        action.is_some_and(|action| ui.add(Button::quiet(action)).clicked())
    })
    .inner
}

fn gone(ui: &mut Ui, rows: &[Gone], count: u32) {
    ui.add_space(4.0);
    for row in rows.iter().take(GONE_SHOWN) {
        let text = match row.day {
            Some(day) => t!("gone-row", what = &row.what, day = when::date_short(day)),
            None => row.what.clone(),
        };
        theme::text(ui, text, scale().body, colors(ui).text);
    }
    let shown = u32::try_from(rows.len().min(GONE_SHOWN)).unwrap_or(count);
    let more = count.saturating_sub(shown);
    if more > 0 {
        theme::text(ui, t!("preview-more", count = more), scale().caption, colors(ui).text_2);
    }
}

fn named(names: &[String]) -> String {
    let mut listed = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    let more = names.len().saturating_sub(NAMED);
    if more > 0 {
        listed = t!("note-and-more", names = listed, count = more);
    }
    listed
}
