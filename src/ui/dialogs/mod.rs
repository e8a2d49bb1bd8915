//! Dialogs over the window, and the notices in its corner.

mod milestone;
pub(super) mod modal;
mod new_project;
mod new_year;
mod notices;
mod type_path;
mod unsaved;

use eframe::egui::Ui;

use super::context::Context;

pub use milestone::NameMilestone;
pub use new_project::NewProject;
pub use notices::NoticeClock;

/// Draws what lies over the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>) {
    notices::show(ui, cx);
    new_project::show(ui, cx);
    new_year::show(ui, cx);
    milestone::show(ui, cx);
    unsaved::show(ui, cx);
    type_path::show(ui, cx);
}
