//! A text beside the figures: what contradicts them, what nobody can tell of, what agrees; and the
//! line of each.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Align, Id, Label, Layout, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2,
};

use crate::app::{CheckedText, Command};
use crate::checks::place_of;
use crate::checks::text::{TextFinding, Verdict};
use crate::figures::Key;
use crate::issue::Severity;
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::target::Target;
use crate::ui::theme::{self, colors, font, medium, scale, semibold};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::head::{Head, within_margins};
use crate::ui::widgets::{paint, severity};

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
        clicked = show_row(ui, *finding).or(clicked);
    }
    clicked
}

/// The line that the number stands on, in words.
pub(super) fn line(ui: &mut Ui, finding: &TextFinding) {
    let words = t!("control-text-line", line = finding.line.to_string());
    theme::text(ui, words, medium(scale().caption), colors(ui).text_2);
}

/// The room of the line's number, and of the way to the figure.
const LINE: f32 = 92.0;
const GO: f32 = 96.0;
/// Letters of the sentence before and behind the number.
const AROUND: usize = 110;

/// Shows the finding at `at`; gives back the figure that the person wants to see.
pub(super) fn show_row(ui: &mut Ui, (at, finding): (usize, &TextFinding)) -> Option<Key> {
    let width = ui.available_width();
    let mut clicked = None;
    ui.add_space(7.0);
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        column(ui, LINE, |ui| super::text::line(ui, finding));
        column(ui, (width - LINE - GO).max(120.0), |ui| contents(ui, finding));
        let Some(meant) = finding.verdict.meant() else { return };
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let name = t!("control-go-to", place = meant.label.as_str());
            let go = ui.add(Button::quiet(&t!("control-go")));
            go.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), &name));
            if go.clicked() {
                clicked = Some(meant.figure.clone());
            }
        });
    });
    let row = ui.interact(shown.response.rect, Id::unique(("text-finding", at)), Sense::hover());
    let spoken = spoken(finding);
    row.widget_info(|| WidgetInfo::labeled(Role::ListItem, ui.is_enabled(), &spoken));
    ui.add_space(7.0);
    let (line, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
    paint::hairline(ui, line, colors(ui).line);
    clicked
}

/// Draws `contents` in a column of a fixed width.
fn column(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    let room = ui.available_rect_before_wrap();
    let room = room.with_max_x(room.left() + width);
    let builder = UiBuilder::new().max_rect(room).layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, |ui| {
        ui.set_width(width);
        contents(ui);
    });
}

fn contents(ui: &mut Ui, finding: &TextFinding) {
    ui.spacing_mut().item_spacing.y = 2.0;
    sentence(ui, finding);
    match &finding.verdict {
        Verdict::Contradicts(meant, right) => {
            let value =
                t!("control-text-is", label = meant.label.as_str(), value = meant.value.as_str());
            let write = t!("control-text-write", wording = right.wording.as_str());
            let tones = (colors(ui).text, colors(ui).text_2);
            theme::with_strong_start(ui, &write, &value, scale().body, tones);
            if let Some(cause) = &right.cause {
                theme::paragraph(ui, cause, scale().body, colors(ui).text_2);
            }
        }
        Verdict::Agrees(meant) => {
            let value =
                t!("control-text-is", label = meant.label.as_str(), value = meant.value.as_str());
            theme::paragraph(ui, value, scale().caption, colors(ui).text_2);
        }
        Verdict::Unknown => {}
    }
}

/// The sentence around the number, which is marked.
fn sentence(ui: &mut Ui, finding: &TextFinding) {
    let [before, number, behind] = parted(finding);
    let color = colors(ui);
    let (ink, back) = match finding.verdict {
        Verdict::Contradicts(..) => (color.error, color.error.gamma_multiply(0.12)),
        Verdict::Agrees(_) => (color.ok, color.ok.gamma_multiply(0.12)),
        Verdict::Unknown => (color.text, color.hover),
    };
    let style = scale().body;
    let format = |style, color| TextFormat {
        font_id: font(style),
        line_height: Some(style.1),
        color,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.append(&before, 0.0, format(style, color.text));
    let marked = TextFormat { background: back, ..format(semibold(medium(style)), ink) };
    job.append(&number, 0.0, marked);
    job.append(&behind, 0.0, format(style, color.text));
    ui.add(Label::new(job).wrap());
}

/// The sentence before the number, the number, and the sentence after it, without what is far from
/// the number.
fn parted(finding: &TextFinding) -> [String; 3] {
    let text = &finding.sentence;
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let end = (finding.at + finding.text.len()).min(text.len());
    let (before, number) = (part(0, finding.at), part(finding.at, end));
    let behind = part(end, text.len());
    let skipped = before.chars().count().saturating_sub(AROUND);
    let before: String = before.chars().skip(skipped).collect();
    let before = if skipped > 0 { format!("…{before}") } else { before };
    let is_long = behind.chars().count() > AROUND;
    let behind: String = behind.chars().take(AROUND).collect();
    let behind = if is_long { format!("{behind}…") } else { behind };
    [before, number.to_owned(), behind]
}

/// The row for those who hear it.
fn spoken(finding: &TextFinding) -> String {
    let line = finding.line.to_string();
    match &finding.verdict {
        Verdict::Contradicts(meant, right) => t!(
            "control-text-row-wrong",
            line = line,
            text = finding.found.as_str(),
            label = meant.label.as_str(),
            value = meant.value.as_str(),
            wording = right.wording.as_str(),
        ),
        Verdict::Agrees(meant) => t!(
            "control-text-row-right",
            line = line,
            text = finding.found.as_str(),
            label = meant.label.as_str(),
        ),
        Verdict::Unknown => {
            t!("control-text-row-unknown", line = line, text = finding.found.as_str())
        }
    }
}
