//! The work: what the checks found, where the report stands, what is missing, what was done last.

use eframe::egui::Ui;

use super::left_to_do::Task;
use super::{Content, findings};
use crate::app::App;
use crate::issue::Severity;
use crate::look::tokens;
use crate::t;
use crate::ui::icon;
use crate::ui::shell::Place;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::heading;
use crate::ui::widgets::severity::{self, Verdict};

/// What was asked for in the panel.
pub(super) enum Wish {
    Import,
    Go(Place),
    ShowFindings(Severity),
    /// A section of the report, by its id.
    OpenSection(String),
}

/// Draws the panel.
pub(super) fn show(ui: &mut Ui, content: &Content, app: &App) -> Option<Wish> {
    let mut wish = None;
    if let (Some(checked), Some(document)) = (app.checked(), app.document()) {
        let asked = ui.scope(|ui| findings::show(ui, checked, document.project())).inner;
        wish = asked.map(|asked| match asked {
            findings::Asked::All => Wish::Go(Place::Control),
            findings::Asked::Of(severity) => Wish::ShowFindings(severity),
        });
        heading::divide(ui, 18.0);
    }
    let opened = ui.scope(|ui| content.chapters.show(ui)).inner;
    heading::divide(ui, 18.0);
    let left = show_left(ui, content);
    show_log(ui, content);
    wish.or(left).or(opened.map(Wish::OpenSection))
}

/// What is missing, and the way to import it.
fn show_left(ui: &mut Ui, content: &Content) -> Option<Wish> {
    let mut wish = None;
    theme::text(ui, t!("overview-left"), scale().heading, colors(ui).text);
    ui.add_space(6.0);
    if content.tasks.is_empty() {
        severity::sentence(ui, Verdict::Right, &t!("overview-nothing-left"));
    }
    for task in &content.tasks {
        if show_task(ui, task) {
            wish = Some(Wish::Go(task.place));
        }
        ui.add_space(6.0);
    }
    ui.add_space(8.0);
    if ui.add(Button::secondary(&t!("cases-empty-action")).icon(icon::FILE_DROP)).clicked() {
        wish = Some(Wish::Import);
    }
    wish
}

fn show_log(ui: &mut Ui, content: &Content) {
    let colors = colors(ui);
    if !content.log.is_empty() {
        heading::divide(ui, 18.0);
        theme::text(ui, t!("overview-log"), scale().heading, colors.text);
        ui.add_space(6.0);
    }
    for line in &content.log {
        theme::paragraph(ui, &line.what, scale().body, colors.text);
        theme::paragraph(ui, &line.when_and_who, scale().caption, colors.text_2);
        ui.add_space(6.0);
    }
}

/// A sentence and the way to the place where it is mended; true when the way is taken.
fn show_task(ui: &mut Ui, task: &Task) -> bool {
    let colors = colors(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        theme::icon(ui, icon::NOT_SET, tokens().size.icon_severity, colors.text_2);
        ui.vertical(|ui| {
            theme::paragraph(ui, &task.text, scale().body, colors.text);
            let way = t!("overview-go-to", place = task.place.name());
            ui.add(Button::quiet(&way)).clicked()
        })
        .inner
    })
    .inner
}
