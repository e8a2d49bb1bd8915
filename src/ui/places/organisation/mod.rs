//! Organisasjon: staffing, gender, turnover, sick leave, the register of customers, agreements,
//! and who signs the report.

mod absence;
mod registers;
mod staff;

use eframe::egui::Ui;

use crate::app::Document;
use crate::figures::Key;
use crate::project::{CellAt, TableId};
use crate::t;
use crate::ui::context::Context;
use crate::ui::widgets::grid::{GridState, Sought};
use crate::ui::widgets::head::{self, Head};

/// What the place remembers between frames.
#[derive(Default)]
pub struct OrganisationState {
    tab: Tab,
    staff: staff::StaffState,
    absence: absence::AbsenceState,
    customers: registers::CustomersState,
    agreements: GridState,
    signatures: registers::SignaturesState,
}

impl OrganisationState {
    /// Goes to a cell of one of the tables; `opens` begins to type over it.
    pub fn show_cell(&mut self, at: CellAt, opens: bool) {
        let sought = Sought { row: at.row, column: at.column, opens };
        let (tab, grid) = match at.table {
            TableId::SickLeave => (Tab::Absence, &mut self.absence.days),
            TableId::SickLeaveYears => (Tab::Absence, &mut self.absence.years),
            TableId::Customers => (Tab::Customers, &mut self.customers.grid),
            TableId::Agreements => (Tab::Agreements, &mut self.agreements),
            TableId::Signatories => (Tab::Signatures, &mut self.signatures.grid),
            TableId::Gender => (Tab::Staff, &mut self.staff.gender),
            TableId::Turnover => (Tab::Staff, &mut self.staff.turnover),
            _ => (Tab::Staff, &mut self.staff.staff),
        };
        self.tab = tab;
        grid.seek(sought);
    }

    /// Opens the tab of a table, by its name on the command line.
    pub fn show_table(&mut self, name: &str) {
        self.tab = match name {
            "sick-leave" | "sick-leave-years" => Tab::Absence,
            "customers" => Tab::Customers,
            "agreements" => Tab::Agreements,
            "signatories" => Tab::Signatures,
            _ => Tab::Staff,
        };
    }

    /// Opens the tab of a figure, and selects the row that it is worked out in.
    pub fn show_figure(&mut self, document: &Document, key: &Key) {
        match key {
            Key::SickLeave(..) => self.tab = Tab::Absence,
            _ => {
                self.tab = Tab::Staff;
                self.staff.show_figure(document, key);
            }
        }
    }
}

/// The tabs, each with the tables that stand in it.
#[derive(Clone, Copy, Default, PartialEq)]
enum Tab {
    #[default]
    Staff,
    Absence,
    Customers,
    Agreements,
    Signatures,
}

impl Tab {
    const ALL: [Self; 5] =
        [Self::Staff, Self::Absence, Self::Customers, Self::Agreements, Self::Signatures];

    fn name(self) -> String {
        match self {
            Self::Staff => t!("organisation-tab-staff"),
            Self::Absence => t!("organisation-tab-absence"),
            Self::Customers => t!("organisation-tab-customers"),
            Self::Agreements => t!("table-agreements"),
            Self::Signatures => t!("table-signatories"),
        }
    }
}

/// Draws the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut OrganisationState) {
    let app = cx.app;
    let Some(document) = app.document() else { return };
    let names = Tab::ALL.map(Tab::name);
    let active = Tab::ALL.iter().position(|tab| *tab == state.tab).unwrap_or(0);
    let clicked = Head::new(&t!("place-organisation")).tabs(&names, active).show(ui, |_| ());
    if let Some(tab) = clicked.and_then(|tab| Tab::ALL.get(tab)) {
        state.tab = *tab;
    }
    head::page(ui, "organisation", |ui| match state.tab {
        Tab::Staff => staff::show(ui, document, &mut state.staff, cx.commands),
        Tab::Absence => absence::show(ui, document, &mut state.absence, cx.commands),
        Tab::Customers => registers::customers(ui, document, &mut state.customers, cx.commands),
        Tab::Agreements => registers::agreements(ui, document, &mut state.agreements, cx.commands),
        Tab::Signatures => registers::signatures(ui, document, &mut state.signatures, cx.commands),
    });
}
