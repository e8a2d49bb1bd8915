//! Organisasjon: staffing, gender, turnover, sick leave, and the register of customers.

use eframe::egui::Ui;
use rust_decimal::Decimal;

use crate::app::{Command, Document};
use crate::calendar::{Span, Year};
use crate::figures::{
    self, CaseMeasure, Dimension, Figures, Filter, Key, Period, Share, breakdown,
};
use crate::number;
use crate::project::{SickGroup, SickLeave, TableId};
use crate::t;
use crate::ui::context::Context;
use crate::ui::records::{Computed, RecordTable};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::{Cell, Column, GridState, Tone};
use crate::ui::widgets::{head, heading};

/// What the place remembers between frames.
#[derive(Debug, Default)]
pub struct State {
    tab: usize,
    grids: [GridState; 6],
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

/// The tabs, each with the tables that stand in it.
const TABS: [&str; 3] =
    ["organisation-tab-staff", "organisation-tab-absence", "organisation-tab-customers"];

/// Draws the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>) {
    let app = cx.app;
    let Some(document) = app.document() else { return };
    let state = &mut cx.state.places.organisation;
    let names = TABS.map(|key| crate::words::say(key, &[]));
    head::page(ui, "organisation", |ui| {
        if let Some(tab) = head::head(ui, &t!("place-organisation"), &names, state.tab, |_| ()) {
            state.tab = tab;
        }
        match state.tab {
            0 => staff_tab(ui, document, &mut state.grids, cx.commands),
            1 => absence_tab(ui, document, &mut state.grids, cx.commands),
            _ => {
                state.cases.refresh(document);
                customers_tab(ui, document, &state.cases.shares, &mut state.grids[5], cx.commands);
            }
        }
    });
}

fn staff_tab(
    ui: &mut Ui,
    document: &Document,
    grids: &mut [GridState; 6],
    commands: &mut Vec<Command>,
) {
    let figures = document.figures();
    let year = figures.report_year();
    staff_takeaway(ui, figures, year);
    ui.add_space(12.0);
    heading::section(ui, &t!("table-staff"), &t!("organisation-staff-caption"));
    let project = document.project();
    let per_fte = |row: usize| {
        let year = project.staff.get(row).and_then(|staff| staff.date).map(|date| date.year());
        let figure = year.map(|year| figures.figure(&Key::CasesPerFte(year)));
        figure
            .filter(|figure| figure.value.is_some())
            .map_or_else(Cell::missing, |figure| Cell::new(figure.text()))
    };
    let table = RecordTable {
        table: TableId::Staff,
        columns: &[
            ("date", 120.0),
            ("employees_total", 120.0),
            ("employees_permanent", 120.0),
            ("employees_temporary", 160.0),
            ("apprentices", 110.0),
            ("available_fte", 150.0),
        ],
        stretches: "date",
        lines: 2,
        blanks: Vec::new(),
        rows: None,
        defaults: Vec::new(),
        computed: vec![Computed {
            column: Column::number(t!("organisation-per-fte"), 130.0),
            cell: Box::new(per_fte),
        }],
        grows: true,
        max_height: None,
    };
    table.show(ui, &mut grids[0], project, commands);
    heading::divide(ui, 16.0);
    heading::section(ui, &t!("table-gender"), "");
    let share = |row: usize| {
        let portion = project.gender.get(row).and_then(figures::women);
        percent_cell(portion.and_then(|portion| portion.percent()), 2)
    };
    let table = RecordTable {
        table: TableId::Gender,
        columns: &[("group", 360.0), ("date", 120.0), ("women", 100.0), ("total", 100.0)],
        stretches: "group",
        lines: 2,
        blanks: Vec::new(),
        rows: None,
        defaults: Vec::new(),
        computed: vec![Computed {
            column: Column::number(t!("organisation-women-share"), 130.0),
            cell: Box::new(share),
        }],
        grows: true,
        max_height: None,
    };
    table.show(ui, &mut grids[1], project, commands);
    heading::divide(ui, 16.0);
    heading::section(ui, &t!("table-turnover"), &turnover_words(document, year));
    let rows = project.turnover.iter().enumerate();
    let rows = rows.filter(|(_, row)| row.year == Some(year)).map(|(row, _)| row).collect();
    let table = RecordTable {
        table: TableId::Turnover,
        columns: &[("direction", 120.0), ("category", 300.0), ("count", 100.0)],
        stretches: "category",
        lines: 2,
        blanks: Vec::new(),
        rows: Some(rows),
        defaults: vec![("year", year.to_string())],
        computed: Vec::new(),
        grows: true,
        max_height: None,
    };
    table.show(ui, &mut grids[2], project, commands);
    ui.add_space(4.0);
    let definition = t!("organisation-turnover-definition");
    theme::paragraph(ui, definition, scale().caption, colors(ui).text_2);
}

/// "42 ansatte og 45,0 årsverk ved utgangen av 2021. Ett færre enn i 2020; 805 saker per årsverk."
fn staff_takeaway(ui: &mut Ui, figures: &Figures, year: Year) {
    let colors = colors(ui);
    let project = figures.project();
    let employees = |year| {
        figures::staff_at_year_end(project, year).and_then(|(_, staff)| staff.employees_total)
    };
    let staff = figures::staff_at_year_end(project, year);
    let known = staff.and_then(|(_, staff)| Some((staff.employees_total?, staff.available_fte?)));
    let Some((now, fte)) = known else {
        let text = t!("organisation-no-staff", year = year.to_string());
        theme::paragraph(ui, text, scale().takeaway, colors.text_2);
        return;
    };
    let start = t!(
        "organisation-staff-takeaway",
        employees = now,
        fte = number::decimal(fte, 1),
        year = year.to_string(),
    );
    let mut rest = Vec::new();
    if let Some(before) = employees(year - 1) {
        let year = (year - 1).to_string();
        rest.push(match now.cmp(&before) {
            std::cmp::Ordering::Greater => {
                t!("organisation-staff-more", count = now - before, year = year)
            }
            std::cmp::Ordering::Less => {
                t!("organisation-staff-fewer", count = before - now, year = year)
            }
            std::cmp::Ordering::Equal => t!("organisation-staff-same", year = year),
        });
    }
    let cases = figures.figure(&Key::Cases(year, Period::Year, CaseMeasure::Count));
    let per_fte = figures.figure(&Key::CasesPerFte(year));
    if let (Some(_), Some(value)) = (cases.value, per_fte.value) {
        rest.push(t!("organisation-cases-per-fte", cases = number::decimal(value, 0)));
    }
    let rest = rest.join(" ");
    theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
}

/// "Turnover 11,8 %: 5 sluttet av 42,5 ansatte i snitt."
fn turnover_words(document: &Document, year: Year) -> String {
    let Some(turnover) = figures::turnover(document.project(), year) else {
        return t!("organisation-turnover-unknown");
    };
    let sum = turnover.employees_before.saturating_add(turnover.employees_after);
    t!(
        "organisation-turnover",
        percent = number::percent(turnover.percent, 1),
        left = turnover.left,
        average = number::decimal(Decimal::from(sum) / Decimal::TWO, 1),
    )
}

fn absence_tab(
    ui: &mut Ui,
    document: &Document,
    grids: &mut [GridState; 6],
    commands: &mut Vec<Command>,
) {
    let figures = document.figures();
    let project = document.project();
    let year = figures.report_year();
    absence_takeaway(ui, document, year);
    ui.add_space(12.0);
    heading::section(ui, &t!("table-sick-leave"), &t!("organisation-absence-caption"));
    let share = |part: fn(figures::SickDays) -> u32| {
        move |row: usize| {
            let group = project.sick_leave.get(row).map(|row: &SickLeave| row.group);
            let days = group.and_then(|group| figures::sick_days(project, year, Some(group)));
            percent_cell(days.and_then(|days| days.portion(part(days)).percent()), 2)
        }
    };
    let column = |title: String| Column::number(title, 112.0);
    let computed = vec![
        Computed {
            column: column(t!("sick-self-percent")),
            cell: Box::new(share(|days| days.self_certified)),
        },
        Computed {
            column: column(t!("sick-doctor-percent")),
            cell: Box::new(share(|days| days.doctor_certified)),
        },
        Computed {
            column: column(t!("sick-total-percent")),
            cell: Box::new(share(figures::SickDays::total)),
        },
    ];
    let rows = project.sick_leave.iter().enumerate();
    let rows = rows.filter(|(_, row)| row.year == Some(year)).map(|(row, _)| row).collect();
    let table = RecordTable {
        table: TableId::SickLeave,
        columns: &[
            ("group", 140.0),
            ("possible_workdays", 130.0),
            ("self_certified_days", 150.0),
            ("doctor_certified_days", 150.0),
        ],
        stretches: "group",
        lines: 2,
        blanks: Vec::new(),
        rows: Some(rows),
        defaults: vec![("year", year.to_string())],
        computed,
        grows: true,
        max_height: None,
    };
    table.show(ui, &mut grids[3], project, commands);
    ui.add_space(4.0);
    if let Some(words) = absence_total(document, year) {
        theme::paragraph(ui, words, theme::semibold(scale().body), colors(ui).text);
    }
    heading::divide(ui, 16.0);
    heading::section(ui, &t!("table-sick-leave-years"), &t!("organisation-years-caption"));
    let computed_percent = |row: usize| {
        let year = project.sick_leave_years.get(row).and_then(|row| row.year);
        percent_cell(year.and_then(|year| figures::sick_leave_percent(project, year)), 2)
    };
    let table = RecordTable {
        table: TableId::SickLeaveYears,
        columns: &[("year", 120.0), ("sick_leave_pct", 170.0), ("target_max_pct", 150.0)],
        stretches: "year",
        lines: 2,
        blanks: Vec::new(),
        rows: None,
        defaults: Vec::new(),
        computed: vec![Computed {
            column: Column::number(t!("organisation-result"), 150.0),
            cell: Box::new(computed_percent),
        }],
        grows: true,
        max_height: None,
    };
    table.show(ui, &mut grids[4], project, commands);
}

/// "Sykefraværet var 3,36 % i 2021, 1,52 prosentpoeng høyere enn i 2020. Målet er høyst 4 %: nådd."
fn absence_takeaway(ui: &mut Ui, document: &Document, year: Year) {
    let colors = colors(ui);
    let project = document.project();
    let Some(now) = figures::sick_leave_percent(project, year) else {
        let text = t!("organisation-no-absence", year = year.to_string());
        theme::paragraph(ui, text, scale().takeaway, colors.text_2);
        return;
    };
    let percent = number::percent(now, 2);
    let start = t!("organisation-absence-takeaway", percent = percent, year = year.to_string());
    let mut rest = Vec::new();
    if let Some(before) = figures::sick_leave_percent(project, year - 1) {
        let difference = number::round(now, 2) - number::round(before, 2);
        let points = number::decimal(difference.abs(), 2);
        let year = (year - 1).to_string();
        rest.push(match difference.cmp(&Decimal::ZERO) {
            std::cmp::Ordering::Greater => {
                t!("organisation-absence-higher", points = points, year = year)
            }
            std::cmp::Ordering::Less => {
                t!("organisation-absence-lower", points = points, year = year)
            }
            std::cmp::Ordering::Equal => t!("organisation-absence-same", year = year),
        });
    }
    if let Some(target) = figures::sick_leave_target(project, year) {
        let value = number::percent(target, target.normalize().scale());
        rest.push(if now <= target {
            t!("organisation-absence-met", target = value)
        } else {
            t!("organisation-absence-missed", target = value)
        });
    }
    let rest = rest.join(" ");
    theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
}

fn absence_total(document: &Document, year: Year) -> Option<String> {
    let project = document.project();
    // A total of one group alone would only say its row again.
    figures::sick_days(project, year, Some(SickGroup::Women))?;
    figures::sick_days(project, year, Some(SickGroup::Men))?;
    let days = figures::sick_days(project, year, None)?;
    let percent = |part: u32| {
        days.portion(part).percent().map_or_else(String::new, |value| number::percent(value, 2))
    };
    Some(t!(
        "organisation-absence-total",
        own = days.self_certified,
        own_percent = percent(days.self_certified),
        doctor = days.doctor_certified,
        doctor_percent = percent(days.doctor_certified),
        total = days.total(),
        total_percent = percent(days.total()),
        possible = days.possible,
    ))
}

fn customers_tab(
    ui: &mut Ui,
    document: &Document,
    shares: &[Share],
    grid: &mut GridState,
    commands: &mut Vec<Command>,
) {
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
        table: TableId::Customers,
        columns: &[
            ("name", 230.0),
            ("aliases", 280.0),
            ("owner", 70.0),
            ("from", 104.0),
            ("to", 104.0),
            ("merged_into", 170.0),
        ],
        stretches: "aliases",
        lines: 2,
        blanks: Vec::new(),
        rows: None,
        defaults: Vec::new(),
        computed: vec![Computed {
            column: Column::number(
                t!("organisation-customer-cases", year = year.to_string()),
                120.0,
            ),
            cell: Box::new(cases),
        }],
        grows: true,
        max_height: None,
    };
    table.show(ui, grid, project, commands);
}

fn percent_cell(value: Option<Decimal>, decimals: u32) -> Cell {
    value.map_or_else(Cell::missing, |value| Cell::new(number::percent(value, decimals)))
}
