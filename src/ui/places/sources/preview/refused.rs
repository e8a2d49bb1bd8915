//! Why files cannot be read and sheets were left out, each where it can be answered.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::View;
use crate::app::Command;
use crate::import::{FileRead, Options};
use crate::issue::{Issue, Severity};
use crate::look::tokens;
use crate::project::SourceKind;
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dropdown::{Stress, dropdown};
use crate::ui::widgets::severity::Verdict;
use crate::{t, text_key};

/// The refusals that a person can answer by saying what the file holds.
const UNKNOWN_CONTENT: [&str; 6] = [
    text_key!("import-unknown-content"),
    text_key!("import-looks-like"),
    text_key!("import-may-be"),
    text_key!("import-first-row-is-data"),
    text_key!("import-no-headings-no-kind"),
    text_key!("import-no-date-column"),
];
/// Sheets that are read where a person wants it.
const HIDDEN: [&str; 2] = [text_key!("import-hidden-sheet"), text_key!("import-only-hidden")];
const KIND_WIDTH: f32 = 190.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Context<'_>, view: &View<'_>) {
    for (index, file) in view.preview.files.iter().enumerate() {
        if let Err(issue) = &file.outcome {
            ui.add_space(6.0);
            refusal(ui, cx, index, file, issue);
        }
        for note in &file.notes {
            ui.add_space(6.0);
            let sentence = t!("refused-sheet", issue = note.to_string());
            line(ui, Severity::Note, &sentence, |ui| read_hidden(ui, cx, index, note));
        }
    }
}

fn refusal(ui: &mut Ui, cx: &mut Context<'_>, index: usize, file: &FileRead, issue: &Issue) {
    let can_be_told = UNKNOWN_CONTENT.contains(&issue.message.key);
    line(ui, Severity::Error, &issue.to_string(), |ui| {
        let leave_out = t!("refused-leave-out");
        if ui.add(Button::quiet(&leave_out)).clicked() {
            cx.push(Command::LeaveOut { file: index });
        }
        read_hidden(ui, cx, index, issue);
        if can_be_told && let Some(kind) = kind_of(ui, file) {
            let requests = cx.app.import().map_or(&[][..], |session| session.requests());
            let Some(request) = requests.get(index) else { return };
            let mut options = request.options.clone();
            options.kind = Some(kind);
            // Said of this sheet; a text file's has no name.
            options.sheet = Some(issue.place.sheet.clone().unwrap_or_default());
            cx.push(Command::ReadAgain { file: index, options });
        }
    });
}

/// Offers the hidden sheets, where one was left out.
fn read_hidden(ui: &mut Ui, cx: &mut Context<'_>, file: usize, issue: &Issue) {
    let is_hidden = HIDDEN.contains(&issue.message.key);
    if is_hidden && ui.add(Button::quiet(&t!("refused-read-hidden"))).clicked() {
        let requests = cx.app.import().map_or(&[][..], |session| session.requests());
        let Some(request) = requests.get(file) else { return };
        let options = Options { with_hidden: true, ..request.options.clone() };
        cx.push(Command::ReadAgain { file, options });
    }
}

fn kind_of(ui: &mut Ui, file: &FileRead) -> Option<SourceKind> {
    let kinds: Vec<String> = SourceKind::ALL.iter().map(|(kind, _)| t!(kind.word_key())).collect();
    let name = t!("refused-kind", file = &file.name);
    // Nothing is chosen yet; the first line says what to do.
    let options: Vec<String> = [t!("refused-choose-kind")].into_iter().chain(kinds).collect();
    let chosen = dropdown(ui, &name, KIND_WIDTH, &options, Some(0), Stress::Guessed)?;
    SourceKind::ALL.get(chosen.checked_sub(1)?).map(|(kind, _)| *kind)
}

/// A sentence with its severity, and what can be done about it at the right.
fn line(ui: &mut Ui, severity: Severity, sentence: &str, actions: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), tokens().size.button);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        actions(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let verdict = Verdict::Off(severity);
            let color = verdict.color(colors(ui));
            theme::icon(ui, verdict.icon(), tokens().size.icon_severity, color);
            theme::text(ui, sentence, medium(scale().body), color);
        });
    });
}
