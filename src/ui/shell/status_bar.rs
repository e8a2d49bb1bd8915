//! The bar at the foot: the work under way at the left, the findings at the right.

use eframe::egui::{Align, Layout, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::{ShellView, StatusView};
use crate::issue::Severity;
use crate::look::tokens;
use crate::t;
use crate::ui::actions::ShellAction;
use crate::ui::icon;
use crate::ui::target::Target;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::severity::Verdict;
use crate::ui::widgets::{paint, progress};

const BAR_WIDTH: f32 = 140.0;
/// A count of findings: its height, and the air in it.
const COUNT_HEIGHT: f32 = 24.0;
const COUNT_PADDING: f32 = 8.0;
const COUNT_GAP: f32 = 5.0;
/// The ring stays within the bar.
const FOCUS_INSET: f32 = 3.0;

pub(super) fn show(ui: &mut Ui, view: &ShellView, actions: &mut Vec<ShellAction>) {
    let bar = ui.max_rect();
    ui.set_min_size(bar.size());
    let builder = UiBuilder::new()
        .max_rect(bar.shrink2(vec2(16.0, 0.0)))
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        status(ui, &view.status, actions);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| findings(ui, view, actions));
    });
}

fn status(ui: &mut Ui, status: &StatusView, actions: &mut Vec<ShellAction>) {
    let color = colors(ui).text_2;
    match status {
        StatusView::Settled(sentence) => {
            ui.spacing_mut().item_spacing.x = 4.0;
            theme::icon(ui, icon::CHECK, 14.0, color);
            theme::text(ui, sentence, scale().caption, color);
        }
        StatusView::Plain(sentence) => {
            theme::text(ui, sentence, scale().caption, color);
        }
        StatusView::Working(work) => {
            ui.spacing_mut().item_spacing.x = 12.0;
            theme::text(ui, &work.title, scale().caption, color);
            progress::bar(ui, &work.title, work.share, BAR_WIDTH);
            theme::text(ui, &work.count, scale().caption, color);
            if ui.add(Button::quiet(&t!("ui-cancel"))).clicked() {
                actions.push(ShellAction::StopWork);
            }
        }
    }
}

/// The findings by severity; laid out from the right, so the last stands first here.
fn findings(ui: &mut Ui, view: &ShellView, actions: &mut Vec<ShellAction>) {
    ui.spacing_mut().item_spacing.x = 4.0;
    theme::text(ui, &view.role, scale().caption, colors(ui).text_2);
    let counts = [
        (Severity::Note, view.findings.notes),
        (Severity::Warning, view.findings.warnings),
        (Severity::Error, view.findings.errors),
    ];
    for (severity, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        if finding_count(ui, severity, count).clicked() {
            actions.push(ShellAction::Show(Target::Findings(severity)));
        }
    }
}

/// Icon and words, pressed to see these findings.
fn finding_count(ui: &mut Ui, severity: Severity, count: usize) -> Response {
    let verdict = Verdict::Off(severity);
    let color = verdict.color(colors(ui));
    let words = verdict.count(count);
    let icon_size = tokens().size.icon_severity;
    let text = paint::line(ui, &words, theme::medium(scale().caption), color);
    let width = text.size().x + icon_size + COUNT_GAP + 2.0 * COUNT_PADDING;
    let (rect, response) = ui.allocate_exact_size(vec2(width, COUNT_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &words));
    let over = paint::hover(ui, response.id, response.hovered());
    let fill = paint::mix(colors(ui).sunken.gamma_multiply(0.0), colors(ui).sunken, over);
    let radius = tokens().radius.button;
    ui.painter().rect_filled(rect, radius, fill);
    let inner = rect.shrink2(vec2(COUNT_PADDING, 0.0));
    let icon = theme::icon_galley(ui, verdict.icon(), icon_size, color);
    paint::place_text(ui.painter(), inner, icon, Align::Min, color);
    paint::place_text(ui.painter(), inner, text, Align::Max, color);
    paint::focus_ring(ui, &response, rect.shrink(FOCUS_INSET), radius);
    response
}
