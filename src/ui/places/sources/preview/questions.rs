//! What only a person knows, asked where nobody overlooks it.

use eframe::egui::{Frame, Margin, Stroke, Ui};

use super::{Entry, PreviewState, View};
use crate::app::Command;
use crate::import::{Answer, Question, Setting};
use crate::look::tokens;
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice;
use crate::ui::widgets::dropdown::{Stress, dropdown};

/// More answers than this are a list to choose from.
const BUTTONS: usize = 4;
const LIST_WIDTH: f32 = 220.0;

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
