//! Where the selected number comes from, in short: formula, figures, files and cells.

use eframe::egui::Ui;

use crate::app::Document;
use crate::figures::{Key, Trail, TrailPart};
use crate::t;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::{heading, panel};

use super::content::Content;

/// The trail of a number, computed when it was selected.
pub(super) struct OpenTrail {
    key: Key,
    revision: u64,
    trail: Trail,
}

/// Shows the trail of `key`, or what one can do where no number is selected.
pub(super) fn show(
    ui: &mut Ui,
    open: &mut Option<OpenTrail>,
    key: Option<Key>,
    content: &Content,
    document: &Document,
) {
    let Some(key) = key else {
        *open = None;
        hint(ui, &t!("cases-trail-hint"));
        return;
    };
    if !content.filter().is_empty() {
        // A figure counts all cases; under a filter the cell shows another number.
        hint(ui, &t!("cases-trail-filtered"));
        return;
    }
    let revision = content.revision();
    let is_current = open.as_ref().is_some_and(|open| open.key == key && open.revision == revision);
    if !is_current {
        let trail = document.figures().trail(&key);
        *open = Some(OpenTrail { key, revision, trail });
    }
    if let Some(open) = open {
        show_trail(ui, &open.trail);
    }
}

fn hint(ui: &mut Ui, text: &str) {
    ui.add_space(6.0);
    heading::group(ui, &t!("cases-show-trail"));
    theme::paragraph(ui, text, scale().body, colors(ui).text_2);
}

fn show_trail(ui: &mut Ui, trail: &Trail) {
    let colors = colors(ui);
    ui.add_space(6.0);
    theme::paragraph(ui, &trail.figure.label, scale().body_strong, colors.text);
    heading::divide(ui, 4.0);
    panel::labelled(ui, &t!("cases-trail-value"), &trail.figure.text());
    if let Some(formula) = &trail.formula {
        panel::labelled(ui, &t!("cases-trail-formula"), formula);
    }
    ui.add_space(8.0);
    heading::group(ui, &t!("cases-show-trail"));
    if trail.parts.is_empty() {
        theme::paragraph(ui, t!("cases-trail-nothing"), scale().body, colors.text_2);
    }
    for part in &trail.parts {
        show_part(ui, part);
    }
}

fn show_part(ui: &mut Ui, part: &TrailPart) {
    let colors = colors(ui);
    match part {
        TrailPart::Figure(trail) => {
            let text = t!(
                "cases-trail-figure",
                label = trail.figure.label.as_str(),
                value = trail.figure.text()
            );
            theme::paragraph(ui, text, scale().body, colors.text);
            for file in files(trail) {
                theme::text(ui, file, scale().caption, colors.text_2);
            }
        }
        TrailPart::Rows { source, cells, count } => {
            let place = file_and_sheet(&source.file, &source.sheet);
            theme::paragraph(ui, place, scale().body, colors.text);
            let rows = t!("cases-trail-rows", cells = cells.as_str(), count = *count);
            theme::paragraph(ui, rows, scale().caption, colors.text_2);
        }
        TrailPart::Correction(correction) => {
            let text = t!(
                "cases-trail-correction",
                who = correction.who.as_str(),
                original = correction.original.as_str()
            );
            theme::paragraph(ui, text, scale().body, colors.r#override);
        }
        TrailPart::Typed => {
            theme::paragraph(ui, t!("cases-trail-typed"), scale().body, colors.text);
        }
    }
    ui.add_space(2.0);
}

/// "saker-2021.xlsx, Saksliste"; a text file has no sheet.
fn file_and_sheet(file: &str, sheet: &str) -> String {
    if sheet.is_empty() {
        file.to_owned()
    } else {
        t!("cases-file-sheet", file = file, sheet = sheet)
    }
}

/// The files that a figure of the trail was counted from.
fn files(trail: &Trail) -> Vec<String> {
    let rows = trail.parts.iter().filter_map(|part| match part {
        TrailPart::Rows { source, .. } => Some(file_and_sheet(&source.file, &source.sheet)),
        _ => None,
    });
    rows.collect()
}
