//! Kunder: the register of customers with their cases of the report year.

use eframe::egui::Ui;

use crate::app::{Command, Document};
use crate::calendar::Span;
use crate::figures::{Dimension, Filter, Share, breakdown};
use crate::number;
use crate::project::TableId;
use crate::t;
use crate::ui::records::{Computed, RecordTable};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::{Cell, Column, GridState, Tone};

/// What the tab remembers between frames.
#[derive(Default)]
pub(super) struct CustomersState {
    pub(super) grid: GridState,
    cases: CustomerCases,
}

/// The report year's cases by customer, counted once for each revision of the project.
#[derive(Debug, Default)]
struct CustomerCases {
    revision: Option<u64>,
    shares: Vec<Share>,
}

impl CustomerCases {
    fn refresh(&mut self, document: &Document) {
        if self.revision != Some(document.revision()) {
            let span = Span::year(document.figures().report_year());
            let everything = Filter::default();
            self.shares = breakdown(document.project(), &everything, span, Dimension::Customer);
            self.revision = Some(document.revision());
        }
    }
}

/// Shows the tab.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    state: &mut CustomersState,
    commands: &mut Vec<Command>,
) {
    state.cases.refresh(document);
    let shares = &state.cases.shares;
    let figures = document.figures();
    let project = document.project();
    let year = figures.report_year();
    let colors = colors(ui);
    let owners = project.customers.iter().filter(|customer| customer.owner).count();
    let start = t!("organisation-customers", count = project.customers.len(), owners = owners);
    let rest = t!("organisation-customers-rest");
    theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
    ui.add_space(12.0);
    let cases = |row: usize| {
        let name = project.customers.get(row).map(|customer| customer.name.as_str());
        let share = shares.iter().find(|share| share.word.as_deref() == name);
        share.map_or_else(
            || Cell::new("0").tone(Tone::Quiet),
            |share| Cell::new(number::count(share.cases.into())),
        )
    };
    let table = RecordTable {
        computed: vec![Computed::new(
            Column::number(t!("organisation-customer-cases", year = year.to_string()), 120.0),
            cases,
        )],
        ..RecordTable::new(
            TableId::Customers,
            &[
                ("name", 230.0),
                ("aliases", 280.0),
                ("owner", 70.0),
                ("from", 104.0),
                ("to", 104.0),
                ("merged_into", 170.0),
            ],
            "aliases",
        )
    };
    table.show(ui, &mut state.grid, document, commands);
}
