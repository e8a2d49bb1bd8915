//! The places: what one sees between rail and status bar.

/// The cases: weeks, quarters, days.
pub mod cases;
/// What the checks found: what is wrong, and where it is mended.
pub mod control;
/// The accounts: statements, the fund, deviations, accounts and ledger.
pub mod economy;
/// What happened that the figures should be seen in the light of.
pub mod events;
/// Goals and results.
pub mod goals;
/// People and absence, customers.
pub mod organisation;
/// How the year was, and what is left to do.
pub mod overview;
/// The report itself: outline, text and pages.
pub mod report;
/// How the program behaves.
pub mod settings;
/// Where the data come from, and the import.
pub mod sources;
/// The start without a project.
pub mod welcome;

use eframe::egui::Ui;

use super::context::Context;
use super::shell::Place;

/// What the places remember between frames.
#[derive(Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PlaceStates {
    pub overview: overview::OverviewState,
    pub cases: cases::CasesState,
    pub events: events::EventsState,
    pub goals: goals::GoalsState,
    pub organisation: organisation::OrganisationState,
    pub economy: economy::EconomyState,
    pub report: report::ReportState,
    pub control: control::ControlState,
    pub sources: sources::SourcesState,
    pub settings: settings::SettingsState,
    pub welcome: welcome::WelcomeState,
}

/// Draws the place where one is, or the start where no project is open. Exports that wait for
/// the person's word are shown in the place of their sources.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>) {
    if cx.app.import().is_some() {
        cx.state.place = Place::Sources;
    }
    if cx.app.document().is_none() && cx.state.place != Place::Settings {
        welcome::show(ui, cx);
        return;
    }
    match cx.state.place {
        Place::Overview => overview::show(ui, cx),
        Place::Cases => cases::show(ui, cx),
        Place::Events => events::show(ui, cx),
        Place::Goals => goals::show(ui, cx),
        Place::Organisation => organisation::show(ui, cx),
        Place::Economy => economy::show(ui, cx),
        Place::Report => report::show(ui, cx),
        Place::Control => control::show(ui, cx),
        Place::Sources => sources::show(ui, cx),
        Place::Settings => settings::show(ui, cx),
    }
}
