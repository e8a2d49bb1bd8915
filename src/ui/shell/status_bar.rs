//! The bar at the foot: the work under way at the left, the findings at the right.

use eframe::egui::{Align, Layout, Ui, UiBuilder, vec2};

use super::{ShellAction, ShellView, StatusView};
use crate::issue::Severity;
use crate::look::tokens;
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::progress;
use crate::ui::widgets::severity::Verdict;

const BAR_WIDTH: f32 = 140.0;

pub(super) fn show(ui: &mut Ui, view: &ShellView, actions: &mut Vec<ShellAction>) {
    let bar = ui.max_rect();
    ui.set_min_size(bar.size());
    let builder = UiBuilder::new()
        .max_rect(bar.shrink2(vec2(16.0, 0.0)))
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        status(ui, &view.status, actions);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| findings(ui, view));
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
fn findings(ui: &mut Ui, view: &ShellView) {
    ui.spacing_mut().item_spacing.x = 4.0;
    theme::text(ui, &view.role, scale().caption, colors(ui).text_2);
    let counts = [
        (Severity::Note, view.findings.notes),
        (Severity::Warning, view.findings.warnings),
        (Severity::Error, view.findings.errors),
    ];
    for (severity, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        ui.add_space(12.0);
        let verdict = Verdict::Off(severity);
        let color = verdict.color(colors(ui));
        theme::text(ui, verdict.count(count), theme::medium(scale().caption), color);
        let size = tokens().size.icon_severity;
        theme::icon(ui, verdict.icon(), size, color);
    }
}
