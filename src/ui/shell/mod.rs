//! The frame around the places: top bar, rail and status bar.
//!
//! It is drawn from a [`ShellView`] and answers with [`ShellAction`]s; it changes nothing itself.

mod rail;
mod status_bar;
mod top_bar;

use eframe::egui::{Frame, Panel, Ui};

use super::actions;
use super::icon::{self, Icon};
use super::target::Target;
use super::theme::colors;
use crate::look::tokens;
use crate::t;

/// Where one can be, in the order of the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Place {
    /// How the year was, and what is left to do.
    #[default]
    Overview,
    /// The cases: weeks, days, quarters.
    Cases,
    /// Incidents and other events.
    Events,
    /// Goals and results.
    Goals,
    /// People and absence.
    Organisation,
    /// The accounts and their statements.
    Economy,
    /// The report itself: outline, text and pages.
    Report,
    /// What is wrong, how sure, and where it is mended.
    Control,
    /// Where the data come from.
    Sources,
    /// How the program behaves.
    Settings,
}

impl Place {
    /// The places of the work, in the rail's order; their keys are Ctrl 1 and on.
    pub const WORK: [Self; 9] = [
        Self::Overview,
        Self::Cases,
        Self::Events,
        Self::Goals,
        Self::Organisation,
        Self::Economy,
        Self::Report,
        Self::Control,
        Self::Sources,
    ];

    /// The place's name.
    pub fn name(self) -> String {
        match self {
            Self::Overview => t!("place-overview"),
            Self::Cases => t!("place-cases"),
            Self::Events => t!("place-events"),
            Self::Goals => t!("place-goals"),
            Self::Organisation => t!("place-organisation"),
            Self::Economy => t!("place-economy"),
            Self::Report => t!("place-report"),
            Self::Control => t!("place-control"),
            Self::Sources => t!("place-sources"),
            Self::Settings => t!("place-settings"),
        }
    }

    /// The place's icon.
    pub fn icon(self) -> Icon {
        match self {
            Self::Overview => icon::OVERVIEW,
            Self::Cases => icon::CASES,
            Self::Events => icon::EVENTS,
            Self::Goals => icon::GOALS,
            Self::Organisation => icon::ORGANISATION,
            Self::Economy => icon::ECONOMY,
            Self::Report => icon::REPORT,
            Self::Control => icon::CONTROL,
            Self::Sources => icon::SOURCES,
            Self::Settings => icon::SETTINGS,
        }
    }
}

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

/// What the menu under the file's name does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileAction {
    /// Save.
    Save,
    /// Save somewhere else.
    SaveAs,
    /// Open another project.
    Open,
    /// Begin another project.
    New,
    /// Begin the project for the year after.
    NewYear,
    /// Read exports.
    Import,
    /// Name the state of the project.
    Milestone,
}

/// What the user asks of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShellAction {
    /// Go to a place.
    Go(Place),
    /// Show something in the place where it stands.
    Show(Target),
    /// Make this the report year.
    ChooseYear(i16),
    /// Something with the file.
    File(FileAction),
    /// Take the last edit back.
    Undo,
    /// Do it again.
    Redo,
    /// Search for a number, a place or an action.
    Search,
    /// Make reports in a folder.
    MakeReport,
    /// Show the list of keys.
    ShowKeys,
    /// Show the licences of the libraries.
    ShowLicences,
    /// Give a milestone another name.
    RenameMilestone(String),
    /// Stop the work under way.
    StopWork,
    /// Change between the light and the dark theme.
    SwitchTheme,
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
