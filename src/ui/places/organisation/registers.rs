//! Kunder, Avtaler and Underskrifter: the register of customers with their cases of the report
//! year, what the company agreed upon with whom, and who signs the report, on which day.

use eframe::egui::Ui;

use crate::app::{Command, Document};
use crate::calendar::Span;
use crate::figures::{Dimension, Filter, Share, breakdown};
use crate::project::{self, CellKind, Edit, ReportChoices, TableId};
use crate::ui::records::{Computed, RecordTable};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::field::typed_field;
use crate::ui::widgets::grid::{Cell, Column, GridState, Tone};
use crate::ui::widgets::heading;
use crate::words::date_long;
use crate::{number, t};

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

/// Shows the customers.
pub(super) fn customers(
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

/// Shows the agreements.
pub(super) fn agreements(
    ui: &mut Ui,
    document: &Document,
    grid: &mut GridState,
    commands: &mut Vec<Command>,
) {
    let figures = document.figures();
    let year = figures.report_year();
    let all = document.project().agreements.len();
    let colors = colors(ui);
    if all == 0 {
        theme::paragraph(ui, t!("agreements-none"), scale().takeaway, colors.text_2);
    } else {
        let of_year = figures.agreements_within(Span::year(year)).len();
        let start = t!("agreements-takeaway", count = of_year, year = year.to_string());
        let rest = t!("agreements-rest", count = all);
        theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
    }
    ui.add_space(12.0);
    let table = RecordTable::new(
        TableId::Agreements,
        &[
            ("agreement", 240.0),
            ("kind", 150.0),
            ("supplier", 200.0),
            ("date", 104.0),
            ("customers", 220.0),
        ],
        "agreement",
    );
    table.show(ui, grid, document, commands);
    ui.add_space(4.0);
    theme::text(ui, t!("agreements-customers-why"), scale().caption, colors.text_2);
}

const DATE_WIDTH: f32 = 130.0;

/// What the tab remembers between frames.
#[derive(Default)]
pub(super) struct SignaturesState {
    pub(super) grid: GridState,
    /// The signing date while it is being typed.
    draft: Option<((), String)>,
}

/// Shows who signs, and when.
pub(super) fn signatures(
    ui: &mut Ui,
    document: &Document,
    state: &mut SignaturesState,
    commands: &mut Vec<Command>,
) {
    who_signs(ui, document);
    ui.add_space(16.0);
    signing_date(ui, document, &mut state.draft, commands);
    heading::divide(ui, 16.0);
    heading::section(ui, &t!("signatures-who"), &t!("signatures-who-caption"));
    let table =
        RecordTable::new(TableId::Signatories, &[("person", 280.0), ("role", 280.0)], "role");
    table.show(ui, &mut state.grid, document, commands);
}

/// "4 skal skrive under 28. mars 2022."
fn who_signs(ui: &mut Ui, document: &Document) {
    let colors = colors(ui);
    let project = document.project();
    let count = project.signatories.iter().filter(|signatory| !signatory.person.is_empty()).count();
    let start = match (count, project.report.signing_date) {
        (0, _) => t!("signatures-none"),
        (_, Some(day)) => t!("signatures-takeaway", count = count, day = date_long(day)),
        (_, None) => t!("signatures-takeaway-no-day", count = count),
    };
    let rest = t!("signatures-rest");
    theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
}

fn signing_date(
    ui: &mut Ui,
    document: &Document,
    draft: &mut Option<((), String)>,
    commands: &mut Vec<Command>,
) {
    let choices = &document.project().report;
    let now =
        choices.signing_date.map_or(project::Cell::Blank, project::Cell::Date).text(CellKind::Date);
    let check = |text: &str| CellKind::Date.parse(text).err().map(|fault| fault.text());
    let name = t!("signatures-date");
    if let Some(text) = typed_field(ui, draft, (), &name, DATE_WIDTH, &now, &check)
        && let Ok(cell) = CellKind::Date.parse(&text)
    {
        let signing_date = match cell {
            project::Cell::Date(day) => Some(day),
            _ => None,
        };
        let after = ReportChoices { signing_date, ..ReportChoices::clone(choices) };
        commands.push(Command::Edit(Edit::SetReport(after)));
    }
    theme::text(ui, t!("signatures-date-why"), scale().caption, colors(ui).text_2);
}
