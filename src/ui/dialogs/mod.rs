//! Dialogs over the window, and the notices in its corner.

mod keys;
mod licences;
mod make_report;
mod milestone;
pub(super) mod modal;
mod new_project;
mod new_year;
mod notices;
mod remove_source;
mod search;
mod type_path;
mod unsaved;

use eframe::egui::Ui;

use super::context::Context;
use super::shell::ShellAction;

pub use make_report::MakeReport;
pub use milestone::NameMilestone;
pub use new_project::NewProject;
pub use notices::NoticeClock;
pub use search::Search;

/// Draws what lies over the place; what is asked there of the frame is handed back.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>) -> Option<ShellAction> {
    notices::show(ui, cx);
    new_project::show(ui, cx);
    new_year::show(ui, cx);
    milestone::show(ui, cx);
    remove_source::show(ui, cx);
    make_report::show(ui, cx);
    let asked = search::show(ui, cx);
    licences::show(ui, cx);
    keys::show(ui, cx);
    unsaved::show(ui, cx);
    type_path::show(ui, cx);
    asked
}
