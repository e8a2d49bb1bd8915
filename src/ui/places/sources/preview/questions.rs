//! What only a person knows, asked where nobody overlooks it, and what to read before the import.

use eframe::egui::{Align, Frame, Layout, Margin, Stroke, Ui, vec2};

use super::{Entry, PreviewState, View};
use crate::app::Command;
use crate::import::{self, Answer, Gone, Question, Setting};
use crate::look::tokens;
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, colors, scale};
use crate::ui::when;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::{self, Stress, dropdown};

/// How many names a note lists.
const NAMED: usize = 6;
const GONE_SHOWN: usize = 12;
/// Room for a button at the right of a note.
const ACTION: f32 = 96.0;
/// More answers than this are a list to choose from.
const BUTTONS: usize = 4;
const LIST_WIDTH: f32 = 220.0;

/// Shows the questions of all sheets.
pub(super) fn show(ui: &mut Ui, cx: &mut Context<'_>, view: &View<'_>, state: &mut PreviewState) {
    for entry in &view.entries {
        for question in entry.questions() {
            let asks = question.asks.text();
            let asks = if question.may_wait { t!("question-may-wait", asks = asks) } else { asks };
            card(ui, icon::HELP, &title(entry), &asks, |ui| {
                if let Some(command) = answer(ui, entry, question) {
                    // What comes of the answer is what one wants to see next.
                    state.selected = Some(entry.id());
                    cx.push(command);
                }
            });
        }
    }
    let gone = view.many_gone();
    if gone > 0 {
        many_gone(ui, view, gone, state);
    }
}

fn title(entry: &Entry<'_>) -> String {
    if entry.read.sheet.is_empty() {
        entry.read.file.clone()
    } else {
        t!("question-sheet", file = &entry.read.file, sheet = &entry.read.sheet)
    }
}

/// A card in the colour of a warning, with icon, title, sentence and the ways to answer.
fn card(ui: &mut Ui, icon: Icon, title: &str, sentence: &str, answers: impl FnOnce(&mut Ui)) {
    let colors = colors(ui);
    ui.add_space(12.0);
    Frame::NONE
        .fill(colors.warning_soft)
        .stroke(Stroke::new(1.0, colors.warning))
        .corner_radius(tokens().radius.area)
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                theme::icon(ui, icon, tokens().size.icon_rail, colors.warning);
                theme::text(ui, title, scale().heading, colors.text);
            });
            theme::paragraph(ui, sentence, scale().body, colors.text);
            ui.add_space(6.0);
            ui.horizontal(answers);
        });
}

fn answer(ui: &mut Ui, entry: &Entry<'_>, question: &Question) -> Option<Command> {
    let words: Vec<&String> = question.answers.iter().map(|answer| &answer.words).collect();
    let is_column = |answer: &Answer| matches!(answer.says, Setting::Column { .. });
    let chosen = if words.len() > BUTTONS || question.answers.iter().any(is_column) {
        let (name, choose) = match question.answers.iter().any(is_column) {
            true => (t!("question-column"), t!("question-choose-column")),
            false => (t!("question-answer"), t!("question-choose")),
        };
        let all: Vec<&String> = std::iter::once(&choose).chain(words).collect();
        let chosen = dropdown(ui, &name, LIST_WIDTH, &all, Some(0), Stress::Guessed)?;
        chosen.checked_sub(1)?
    } else {
        pressed(ui, &words)?
    };
    let mut options = entry.options();
    let setting = &question.answers.get(chosen)?.says;
    options.say(setting);
    Some(match setting {
        Setting::Sheet(_) => Command::ReadSheet { file: entry.file, options },
        _ => Command::ReadAgain { file: entry.file, options },
    })
}

/// A button for each answer; the one that is pressed, by its place.
fn pressed(ui: &mut Ui, answers: &[&String]) -> Option<usize> {
    let all = answers.iter().enumerate();
    let pressed = all.filter(|(_, words)| ui.add(Button::secondary(words.as_str())).clicked());
    pressed.last().map(|(place, _)| place)
}

fn many_gone(ui: &mut Ui, view: &View<'_>, gone: u32, state: &mut PreviewState) {
    let many: Vec<&Entry<'_>> = view.entries.iter().filter(|entry| entry.loses_many()).collect();
    let known = many.iter().map(|entry| entry.plan.known).fold(0, u32::saturating_add);
    let files: Vec<&str> = many.iter().map(|entry| entry.read.file.as_str()).collect();
    let sentence = t!("gone-many", count = gone, known = known, files = files.join(", "));
    card(ui, icon::WARNING, &t!("gone-many-title"), &sentence, |ui| {
        let is_agreed = state.agreed_gone == Some(gone);
        if choice::check_box(ui, &t!("gone-agree", count = gone), Some(is_agreed)).clicked() {
            state.agreed_gone = (!is_agreed).then_some(gone);
        }
    });
}

/// Shows the notes of a sheet: wrong sums, rows that go, corrections whose source has changed, new
/// customers, days on which two sources differ. Comes back with the command of a note that the person answers.
pub(super) fn notes(
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
