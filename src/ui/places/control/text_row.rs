//! A number of a text in its row: its line, the sentence with the number marked, what should
//! stand instead and why, and the way to the figure.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align, Id, Label, Layout, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::checks::text::{TextFinding, Verdict};
use crate::figures::Key;
use crate::t;
use crate::ui::theme::{self, colors, font, medium, scale, semibold};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::paint;

/// The room of the line's number, and of the way to the figure.
const LINE: f32 = 92.0;
const GO: f32 = 96.0;
/// Letters of the sentence before and behind the number.
const AROUND: usize = 110;

/// Shows the finding at `at`; gives back the figure that the person wants to see.
pub(super) fn show(ui: &mut Ui, (at, finding): (usize, &TextFinding)) -> Option<Key> {
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
