//! The frame around the places: top bar, rail and status bar.
//!
//! It is drawn from a [`ShellView`] and answers with [`ShellAction`]s; it changes nothing itself.

mod rail;
mod status_bar;
mod top_bar;

use eframe::egui::{Frame, Panel, Ui};

use super::actions::{self, ShellAction};
use super::place::Place;
use super::theme::colors;
use crate::look::tokens;

/// The open project, as far as the frame shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectView {
    /// The report year.
    pub year: i16,
    /// The years that can be chosen.
    pub years: Vec<i16>,
    /// The file's name, without its folder.
    pub file: String,
    /// When it was saved, or that it is not: *Lagret 14.32*.
    pub saved: String,
    /// What undo would take back, if anything.
    pub undo: Option<String>,
    /// What redo would do again, if anything.
    pub redo: Option<String>,
}

/// What the status bar's left end says.
#[derive(Clone, Debug, PartialEq)]
pub enum StatusView {
    /// A sentence with a tick: *Alle tall er oppdatert*.
    Settled(String),
    /// A sentence alone: *Klar*.
    Plain(String),
    /// Work under way.
    Working(super::widgets::progress::Progress),
}

/// How many open findings there are; none of a severity is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Findings {
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
}

impl Findings {
    /// Those that ask for something: the rest is for a person to judge.
    pub fn to_mend(self) -> usize {
        self.errors.saturating_add(self.warnings)
    }
}

/// All that the frame shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ShellView {
    /// Where one is.
    pub place: Place,
    /// The open project; without one the places are dimmed.
    pub project: Option<ProjectView>,
    /// The left end of the status bar.
    pub status: StatusView,
    /// The right end of the status bar.
    pub findings: Findings,
    /// Whether one may edit, in words: *Du redigerer*; empty without a project.
    pub role: String,
}

/// Draws the frame, and `place` inside it; returns what `place` returned and what was done to
/// the frame.
pub fn shell<R>(
    ui: &mut Ui,
    view: &ShellView,
    place: impl FnOnce(&mut Ui) -> R,
) -> (R, Vec<ShellAction>) {
    let mut actions = actions::pressed(ui, view.project.is_some());
    let slim = ui.available_width() < tokens().size.slim_below_width;
    let colors = colors(ui);
    let bar = |panel: Panel, size: f32| {
        panel
            .exact_size(size)
            .resizable(false)
            .show_separator_line(true)
            .frame(Frame::NONE.fill(colors.chrome))
    };
    let size = &tokens().size;
    bar(Panel::top("top-bar"), size.top_bar)
        .show(ui, |ui| top_bar::show(ui, view, slim, &mut actions));
    bar(Panel::bottom("status-bar"), size.status_bar)
        .show(ui, |ui| status_bar::show(ui, view, &mut actions));
    bar(Panel::left("rail"), if slim { size.rail_slim } else { size.rail })
        .show(ui, |ui| rail::show(ui, view, slim, &mut actions));
    let shown = eframe::egui::CentralPanel::no_frame()
        .frame(Frame::NONE.fill(colors.canvas))
        .show(ui, place);
    (shown.inner, actions)
}
