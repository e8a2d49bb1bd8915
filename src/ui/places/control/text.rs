//! A text beside the figures: what contradicts them, what nobody can tell of, what agrees.

use eframe::egui::{ScrollArea, Ui};

use crate::app::{CheckedText, Command};
use crate::checks::place_of;
use crate::checks::text::{TextFinding, Verdict};
use crate::figures::Key;
use crate::issue::Severity;
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::target::Target;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::head::{Head, within_margins};
use crate::ui::widgets::severity;

use super::text_row;

/// What is unfolded.
#[derive(Default)]
pub(super) struct TextCheckState {
    is_agreeing_open: bool,
    are_tables_open: bool,
}

/// A finding with its place in the text.
type Numbered<'f> = (usize, &'f TextFinding);

/// Draws the text that is checked, instead of the list of findings.
pub(super) fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut TextCheckState) {
    let Some(text) = cx.app.checked_text() else { return };
    if let Some(command) = show_head(ui, text) {
        cx.push(command);
    }
    let Some(findings) = text.findings.clone() else {
        within_margins(ui, |ui| {
            let words = t!("control-text-running", file = text.file.as_str());
            theme::paragraph(ui, words, scale().takeaway, colors(ui).text_2);
        });
        return;
    };
    let mut clicked = None;
    ScrollArea::vertical().id_salt("text-findings").auto_shrink(false).show(ui, |ui| {
        within_margins(ui, |ui| clicked = groups(ui, &findings, state));
    });
    let figures = cx.app.document().map(|document| document.figures().clone());
    if let (Some(key), Some(figures)) = (clicked, figures) {
        cx.show(Target::Finding(place_of(&figures, &key)));
    }
}

fn show_head(ui: &mut Ui, text: &CheckedText) -> Option<Command> {
    let mut command = None;
    Head::new(&t!("place-control")).caption(&text.file).show(ui, |ui| {
        if ui.add(Button::secondary(&t!("control-text-other"))).clicked() {
            command = Some(Command::ChooseText);
        }
        if ui.add(Button::quiet(&t!("control-text-leave"))).clicked() {
            command = Some(Command::LeaveText);
        }
    });
    command
}

/// The findings by verdict; gives back the figure that the person wants to see.
fn groups(ui: &mut Ui, findings: &[TextFinding], state: &mut TextCheckState) -> Option<Key> {
    let of = |is: fn(&TextFinding) -> bool| -> Vec<Numbered<'_>> {
        findings.iter().enumerate().filter(|(_, finding)| is(finding)).collect()
    };
    let wrong = of(|finding| matches!(finding.verdict, Verdict::Contradicts(..)));
    let unknown = of(|finding| finding.verdict == Verdict::Unknown && !finding.is_in_table);
    let in_tables = of(|finding| finding.verdict == Verdict::Unknown && finding.is_in_table);
    let right = of(|finding| matches!(finding.verdict, Verdict::Agrees(_)));
    if findings.is_empty() {
        let words = t!("control-text-nothing");
        theme::paragraph(ui, words, scale().takeaway, colors(ui).text_2);
        return None;
    }
    let mut clicked = None;
    heading(
        ui,
        severity::Verdict::Off(Severity::Error),
        &t!("control-text-wrong", count = wrong.len()),
    );
    if wrong.is_empty() {
        theme::paragraph(ui, t!("control-text-none-wrong"), scale().body, colors(ui).text_2);
    }
    clicked = rows(ui, &wrong).or(clicked);
    if !unknown.is_empty() {
        heading(
            ui,
            severity::Verdict::Off(Severity::Note),
            &t!("control-text-unknown", count = unknown.len()),
        );
        theme::paragraph(ui, t!("control-text-unknown-lead"), scale().body, colors(ui).text_2);
        clicked = rows(ui, &unknown).or(clicked);
    }
    let tables = t!("control-text-in-tables", count = in_tables.len());
    clicked = folded(ui, &tables, &in_tables, &mut state.are_tables_open).or(clicked);
    let agrees = t!("control-text-right", count = right.len());
    folded(ui, &agrees, &right, &mut state.is_agreeing_open).or(clicked)
}

fn heading(ui: &mut Ui, verdict: severity::Verdict, words: &str) {
    ui.add_space(16.0);
    severity::label(ui, verdict, words);
    ui.add_space(4.0);
}

/// A group that is shown when its heading is clicked.
fn folded(ui: &mut Ui, words: &str, findings: &[Numbered<'_>], is_open: &mut bool) -> Option<Key> {
    if findings.is_empty() {
        return None;
    }
    ui.add_space(16.0);
    let icon = if *is_open { icon::CARET_DOWN } else { icon::CARET_RIGHT };
    if ui.add(Button::quiet(words).icon(icon)).clicked() {
        *is_open = !*is_open;
    }
    if *is_open { rows(ui, findings) } else { None }
}

fn rows(ui: &mut Ui, findings: &[Numbered<'_>]) -> Option<Key> {
    let mut clicked = None;
    for finding in findings {
        clicked = text_row::show(ui, *finding).or(clicked);
    }
    clicked
}

/// The line that the number stands on, in words.
pub(super) fn line(ui: &mut Ui, finding: &TextFinding) {
    let words = t!("control-text-line", line = finding.line.to_string());
    theme::text(ui, words, medium(scale().caption), colors(ui).text_2);
}
