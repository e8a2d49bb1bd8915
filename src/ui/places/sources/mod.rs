//! Where the data come from, and the import.

use eframe::egui::Ui;

use crate::ui::context::Context;

/// What the place remembers between frames.
#[derive(Debug, Default)]
pub struct State {}

/// Draws the place.
pub fn show(_ui: &mut Ui, _cx: &mut Context<'_>) {}
