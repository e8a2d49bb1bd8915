//! Dialogs over the window, and the notices in its corner.

mod new_project;

use eframe::egui::Ui;

use super::context::Context;

pub use new_project::NewProject;

/// Draws what lies over the place.
pub fn show(_ui: &mut Ui, _cx: &mut Context<'_>) {}
