//! The dialog for a new year: what comes along from the year that is finished, and what does not.

use eframe::egui::{Align, Color32, Key, Layout, Ui};

use super::modal;
use crate::app::{Command, Document};
use crate::look::tokens;
use crate::project::Settings;
use crate::ui::context::Context;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::heading;
use crate::{t, text_key};

/// Wide enough for a point to take one or two lines.
const WIDTH: f32 = 520.0;

/// Shows the dialog while it is open.
pub(super) fn show(ui: &Ui, cx: &mut Context<'_>, is_open: &mut bool) {
    if !*is_open || cx.app.pending().is_some() {
        return;
    }
    let Some(document) = cx.app.document() else {
        *is_open = false;
        return;
    };
    let settings = next_settings(document);
    let title = t!("new-year-title", year = settings.report_year.to_string());
    let (answer, is_left) =
        modal::show_wide(ui, text_key!("new-year"), &title, WIDTH, |ui, is_new| {
            contents(ui, document, &settings, is_new)
        });
    if answer == Answer::Make {
        cx.push(Command::NewYear);
    }
    *is_open = answer == Answer::None && !is_left;
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    None,
    Make,
    Leave,
}

/// The settings that the new project will have.
fn next_settings(document: &Document) -> Settings {
    let settings = &document.project().settings;
    let known = document.figures().volumes().span();
    settings.for_year(settings.report_year.saturating_add(1), known.map(|span| span.first.year()))
}

fn contents(ui: &mut Ui, document: &Document, settings: &Settings, is_new: bool) -> Answer {
    let colors = colors(ui);
    let old = document.project().settings.report_year.to_string();
    let year = settings.report_year.to_string();
    let baseline = crate::chart::years_text(settings.baseline_first, settings.baseline_last);
    let lead = t!("new-year-lead", old = old.as_str(), baseline = baseline);
    theme::paragraph(ui, lead, scale().body, colors.text_2);
    ui.add_space(16.0);
    heading::group(ui, &t!("new-year-comes"));
    ui.add_space(4.0);
    for point in [
        t!("new-year-structure"),
        t!("new-year-data", old = old.as_str()),
        t!("new-year-accounts", old = old.as_str(), year = year.as_str()),
        t!("new-year-goals", year = year.as_str()),
        t!("new-year-texts"),
    ] {
        show_point(ui, (icon::DONE, colors.ok), &point);
    }
    ui.add_space(12.0);
    heading::group(ui, &t!("new-year-stays"));
    ui.add_space(4.0);
    for point in [t!("new-year-without-books"), t!("new-year-without-notes")] {
        show_point(ui, (icon::NOT_SET, colors.text_2), &point);
    }
    ui.add_space(20.0);
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let make = ui.add(Button::primary(&t!("new-year-make", year = year)));
        let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
        if is_new {
            make.request_focus();
        }
        if leave.clicked() {
            Answer::Leave
        } else if make.clicked() || (entered && !leave.has_focus()) {
            Answer::Make
        } else {
            Answer::None
        }
    })
    .inner
}

fn show_point(ui: &mut Ui, (icon, color): (Icon, Color32), text: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.vertical(|ui| {
            // The icon stands in the middle of the first line.
            ui.add_space((scale().body.1 - tokens().size.icon_severity) / 2.0);
            theme::icon(ui, icon, tokens().size.icon_severity, color);
        });
        theme::paragraph(ui, text, scale().body, colors(ui).text);
    });
}
