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
use super::place::Place;
use super::target::Target;
use crate::app::Document;
use crate::checks::{Area, Where};
use crate::figures::{Address, Key, Made};
use crate::project::CellAt;

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
}

impl PlaceStates {
    /// Draws the place where one is, or the start where no project is open.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Context<'_>) {
        if cx.app.document().is_none() && cx.place != Place::Settings {
            welcome::show(ui, cx);
            return;
        }
        match cx.place {
            Place::Overview => overview::show(ui, cx, &mut self.overview),
            Place::Cases => cases::show(ui, cx, &mut self.cases),
            Place::Events => events::show(ui, cx, &mut self.events),
            Place::Goals => goals::show(ui, cx, &mut self.goals),
            Place::Organisation => organisation::show(ui, cx, &mut self.organisation),
            Place::Economy => economy::show(ui, cx, &mut self.economy),
            Place::Report => report::show(ui, cx, &mut self.report),
            Place::Control => control::show(ui, cx, &mut self.control),
            Place::Sources => sources::show(ui, cx, &mut self.sources),
            Place::Settings => settings::show(ui, cx, &mut self.settings),
        }
    }

    /// Brings into sight what is asked for, the next time that its place is drawn.
    pub fn reveal(&mut self, document: &Document, target: &Target) {
        match target {
            Target::Finding(place) => self.reveal_finding(document, place),
            Target::Cell { at, opens } => self.reveal_cell(document, *at, *opens),
            Target::Findings(severity) => self.control.show_severity(*severity),
            Target::Section(id) => self.report.open(id),
            Target::Accounts(key) => self.economy.move_accounts(document, key),
        }
    }

    /// The tab of a finding's place, and where it is known what stands there.
    fn reveal_finding(&mut self, document: &Document, found: &Where) {
        match &found.address {
            Some(Address::Figure(key)) => self.reveal_figure(document, found.area, key),
            Some(Address::Cell(at)) => self.reveal_cell(document, *at, false),
            Some(Address::Section(id)) => self.report.open(id),
            Some(Address::Table(name)) => match super::target::place_of(found.area) {
                Place::Goals => self.goals.show_table(name),
                Place::Organisation => self.organisation.show_table(name),
                Place::Economy => self.economy.show_table(name),
                _ => {}
            },
            Some(Address::Source(_)) | None => {}
        }
    }

    fn reveal_figure(&mut self, document: &Document, area: Area, key: &Key) {
        if let Made::Cell(at) = document.figures().made(key)
            && !matches!(key, Key::Accounts(_) | Key::GoalResult(..))
        {
            self.reveal_cell(document, at, false);
            return;
        }
        match (area, key) {
            (_, Key::Accounts(key)) => self.economy.show_figure(document, key),
            (Area::Goals, _) => self.goals.show_figure(document, key),
            (Area::Organisation, _) => self.organisation.show_figure(document, key),
            (Area::Cases, _) => self.cases.show_figure(key),
            _ => {}
        }
    }

    fn reveal_cell(&mut self, document: &Document, at: CellAt, opens: bool) {
        match (Target::Cell { at, opens }).place() {
            Place::Events => self.events.show_cell(at, opens),
            Place::Goals => self.goals.show_cell(at, opens),
            Place::Organisation => self.organisation.show_cell(at, opens),
            Place::Economy => self.economy.show_cell(document, at, opens),
            _ => {}
        }
    }
}
