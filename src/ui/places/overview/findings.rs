//! What the checks found, in short: how many by severity, and the worst of them.

use eframe::egui::{Align, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::checks::{Checked, Finding};
use crate::issue::Severity;
use crate::look::tokens;
use crate::project::Project;
use crate::t;
use crate::ui::finding_words::{place_words, sentences};
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::paint::{self, WRAPPED_LINE};
use crate::ui::widgets::severity::{self, Verdict};

/// So many are shown.
const SHOWN: usize = 3;
/// The lines that a sentence may take.
const LINES: usize = 3;
const AIR: f32 = 6.0;
/// Where the sentence stands from the left, and where it ends from the right.
const TEXT_AT: f32 = 24.0;
const TEXT_END: f32 = 26.0;

/// What was asked for.
pub(super) enum Asked {
    /// All findings.
    All,
    /// Those of a severity.
    Of(Severity),
}

/// Heading, counts and the worst findings.
pub(super) fn show(ui: &mut Ui, checked: &Checked, project: &Project) -> Option<Asked> {
    let open: Vec<&Finding> = checked.findings.iter().filter(|finding| finding.is_open()).collect();
    let mut asked = None;
    let ink = colors(ui).text;
    ui.horizontal(|ui| {
        theme::text(ui, t!("overview-control"), scale().heading, ink);
        ui.with_layout(eframe::egui::Layout::right_to_left(Align::Center), |ui| {
            let all = t!("overview-control-all", count = open.len());
            if !open.is_empty() && ui.add(Button::quiet(&all)).clicked() {
                asked = Some(Asked::All);
            }
        });
    });
    if open.is_empty() {
        severity::sentence(ui, Verdict::Right, &Verdict::Right.count(checked.held));
        return asked;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            let count = open.iter().filter(|finding| finding.severity == severity).count();
            if count > 0 {
                severity::label(ui, severity, &Verdict::Off(severity).count(count));
            }
        }
    });
    ui.add_space(6.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (at, finding) in open.iter().take(SHOWN).enumerate() {
        if row(ui, at, finding, project) {
            asked = Some(Asked::Of(finding.severity));
        }
    }
    asked
}

/// Severity, sentence, place and an arrow; true when it is pressed.
fn row(ui: &mut Ui, at: usize, finding: &Finding, project: &Project) -> bool {
    let colors = colors(ui);
    let width = ui.available_width();
    let text = finding.message.text();
    let (sentence, _) = sentences(&text);
    let room = width - TEXT_AT - TEXT_END;
    let words = paint::wrapped(ui, sentence, scale().body, colors.text, room, LINES);
    let place = finding.places.first().map(|place| place_words(project, place));
    let place = place.unwrap_or_default();
    let caption = paint::elided(ui, &place, scale().caption, colors.text_2, room);
    let height = words.size().y + WRAPPED_LINE + 2.0 * AIR;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("finding", at)), Sense::click());
    let verdict = Verdict::Off(finding.severity);
    let spoken = t!("overview-finding", severity = verdict.word(), sentence = sentence);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &spoken));
    let over = paint::hover(ui, response.id, response.hovered());
    let fill = paint::mix(colors.panel, colors.sunken, over);
    ui.painter().rect_filled(rect, tokens().radius.button, fill);
    let line = |top: f32, height: f32| {
        Rect::from_min_size(eframe::egui::pos2(rect.left(), top), vec2(width, height))
    };
    let first = line(rect.top() + AIR, WRAPPED_LINE);
    let color = verdict.color(colors);
    let mark = theme::icon_galley(ui, verdict.icon(), tokens().size.icon_severity, color);
    paint::place_text(ui.painter(), first, mark, Align::Min, color);
    let arrow = theme::icon_galley(ui, icon::ARROW_RIGHT, tokens().size.icon, colors.text_2);
    paint::place_text(ui.painter(), first, arrow, Align::Max, colors.text_2);
    let text_at = |rect: Rect| rect.with_min_x(rect.left() + TEXT_AT);
    let body = text_at(line(rect.top() + AIR, words.size().y));
    let below = text_at(line(body.bottom(), WRAPPED_LINE));
    paint::place_text(ui.painter(), body, words, Align::Min, colors.text);
    paint::place_text(ui.painter(), below, caption, Align::Min, colors.text_2);
    paint::focus_ring(ui, &response, rect, tokens().radius.button);
    response.clicked()
}
