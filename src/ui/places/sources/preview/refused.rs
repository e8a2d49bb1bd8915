//! Why files cannot be read, sheets were left out and rows rejected, each where it can be answered.

use eframe::egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::app::Command;
use crate::import::{FileRead, Options, Reject, SkipReason, Skipped};
use crate::issue::{Issue, Severity};
use crate::look::tokens;
use crate::project::SourceKind;
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::theme::{self, colors, medium, scale, semibold};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::{Stress, dropdown};
use crate::ui::widgets::heading::{group, section};
use crate::ui::widgets::listing::{Column, Table};
use crate::ui::widgets::severity::{self, Verdict};
use crate::{number, t, text_key};

use super::{Entry, View};

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

/// So many rejected rows are in sight; the others scroll.
const IN_SIGHT: f32 = 7.0;
const SKIPPED_SHOWN: usize = 4;

pub(super) fn show_rejects(ui: &mut Ui, entry: &Entry<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let rejects = &entry.read.rejects;
    if rejects.is_empty() {
        section(ui, &t!("rejects-none"), "");
        ui.add_space(6.0);
        severity::label(ui, Verdict::Right, &t!("rejects-none-body"));
    } else {
        section(ui, &t!("rejects-title", count = rejects.len()), "");
        ui.add_space(2.0);
        table(ui, rejects);
        ui.add_space(8.0);
        let hint = t!("rejects-hint", count = rejects.len());
        theme::paragraph(ui, hint, scale().body, colors(ui).text_2);
    }
    skipped(ui, &entry.read.skipped);
}

fn table(ui: &mut Ui, rejects: &[Reject]) {
    let columns = vec![
        Column::number(t!("rejects-row"), 54.0),
        Column::text(t!("rejects-cell"), 66.0),
        Column::text(t!("rejects-value"), 90.0).share(0.5),
        Column::text(t!("rejects-cause"), 150.0).share(2.0),
    ];
    let table = Table::new(ui, columns, tokens().row.roomy);
    table.head(ui);
    ScrollArea::vertical().id_salt("rejects").max_height(IN_SIGHT * table.row_height()).show_rows(
        ui,
        table.row_height(),
        rejects.len(),
        |ui, range| {
            for reject in rejects.get(range).unwrap_or_default() {
                table.row(ui, None, |ui, column| cell(ui, reject, column));
            }
        },
    );
}

fn cell(ui: &mut Ui, reject: &Reject, column: usize) {
    let colors = colors(ui);
    match column {
        0 => {
            theme::text(ui, number::count(reject.row.into()), scale().table, colors.text);
        }
        1 => {
            theme::text(ui, &reject.cell, semibold(scale().table), colors.text);
        }
        2 if reject.value.is_empty() => {
            theme::text(ui, t!("preview-blank"), scale().table, colors.text_3);
        }
        2 => {
            let value = t!("preview-quoted", value = &reject.value);
            theme::text(ui, value, scale().table, colors.text);
        }
        _ => {
            let size = tokens().size.icon_severity;
            theme::icon(ui, icon::ERROR, size, colors.error);
            theme::text(ui, reject.cause.text(), medium(scale().table), colors.error);
        }
    }
}

fn skipped(ui: &mut Ui, skipped: &[Skipped]) {
    if skipped.is_empty() {
        return;
    }
    ui.add_space(14.0);
    let count = skipped.iter().map(Skipped::count).fold(0, u32::saturating_add);
    group(ui, &t!("skipped-title", count = count));
    // Rows with data come before blank ones.
    let mut listed: Vec<&Skipped> = skipped.iter().collect();
    listed.sort_by_key(|rows| (rows.reason == SkipReason::Blank, rows.first));
    for rows in listed.iter().take(SKIPPED_SHOWN) {
        let reason = rows.reason.message().text();
        let text = if rows.first == rows.last {
            t!("skipped-row", row = rows.first, reason = reason)
        } else {
            t!("skipped-rows", first = rows.first, last = rows.last, reason = reason)
        };
        theme::text(ui, text, scale().body, colors(ui).text_2);
    }
    let more = listed.len().saturating_sub(SKIPPED_SHOWN);
    if more > 0 {
        let more = t!("preview-more", count = more);
        theme::text(ui, more, scale().caption, colors(ui).text_2);
    }
}
