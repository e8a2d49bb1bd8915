//! Sykefravær: the days away in the report year, and the percentages of the years.

use eframe::egui::Ui;

use crate::app::{Command, Document};
use crate::calendar::Year;
use crate::figures::{self, ChangeWords, Key, SickMeasure};
use crate::number;
use crate::project::{SickGroup, TableId};
use crate::t;
use crate::ui::records::{Computed, RecordTable};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::{Column, GridState};
use crate::ui::widgets::heading;

/// What the tab remembers between frames.
#[derive(Default)]
pub(super) struct AbsenceState {
    pub(super) days: GridState,
    pub(super) years: GridState,
}

/// Shows the tab.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    state: &mut AbsenceState,
    commands: &mut Vec<Command>,
) {
    let year = document.figures().report_year();
    takeaway(ui, document, year);
    ui.add_space(12.0);
    days(ui, document, &mut state.days, commands);
    ui.add_space(4.0);
    if let Some(words) = total(document, year) {
        theme::paragraph(ui, words, theme::semibold(scale().body), colors(ui).text);
    }
    heading::divide(ui, 16.0);
    years(ui, document, &mut state.years, commands);
}

fn days(ui: &mut Ui, document: &Document, grid: &mut GridState, commands: &mut Vec<Command>) {
    let project = document.project();
    let year = document.figures().report_year();
    heading::section(ui, &t!("table-sick-leave"), &t!("organisation-absence-caption"));
    let computed = [
        (t!("sick-self-percent"), SickMeasure::SelfCertifiedPercent),
        (t!("sick-doctor-percent"), SickMeasure::DoctorCertifiedPercent),
        (t!("sick-total-percent"), SickMeasure::TotalPercent),
    ];
    let computed = computed.map(|(title, measure)| {
        let key = move |row: usize| {
            let group = project.sick_leave.get(row)?.group;
            Some(Key::SickLeave(year, Some(group), measure))
        };
        Computed::figures(Column::number(title, 130.0), document.figures(), key)
    });
    let rows = project.sick_leave.iter().enumerate();
    let rows = rows.filter(|(_, row)| row.year == Some(year)).map(|(row, _)| row).collect();
    let table = RecordTable {
        rows: Some(rows),
        defaults: vec![("year", year.to_string())],
        computed: computed.into(),
        ..RecordTable::new(
            TableId::SickLeave,
            &[
                ("group", 140.0),
                ("possible_workdays", 130.0),
                ("self_certified_days", 150.0),
                ("doctor_certified_days", 150.0),
            ],
            "group",
        )
    };
    table.show(ui, grid, document, commands);
}

fn years(ui: &mut Ui, document: &Document, grid: &mut GridState, commands: &mut Vec<Command>) {
    let project = document.project();
    heading::section(ui, &t!("table-sick-leave-years"), &t!("organisation-years-caption"));
    let key = |row: usize| {
        let year = project.sick_leave_years.get(row)?.year?;
        Some(Key::SickLeave(year, None, SickMeasure::TotalPercent))
    };
    let table = RecordTable {
        computed: vec![Computed::figures(
            Column::number(t!("organisation-result"), 150.0),
            document.figures(),
            key,
        )],
        blanks: vec![("sick_leave_pct", t!("is-computed"))],
        ..RecordTable::new(
            TableId::SickLeaveYears,
            &[("year", 120.0), ("sick_leave_pct", 170.0), ("target_max_pct", 150.0)],
            "year",
        )
    };
    table.show(ui, grid, document, commands);
}

/// "Sykefraværet var 3,36 % i 2021, 1,52 prosentpoeng høyere enn i 2020. Målet er høyst 4 %: nådd."
fn takeaway(ui: &mut Ui, document: &Document, year: Year) {
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
        let change = ChangeWords::points(difference, 2);
        let year = (year - 1).to_string();
        rest.push(match change.is_none() {
            true => t!("organisation-absence-same", year = year),
            false => t!("organisation-absence-change", change = change.higher(), year = year),
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

fn total(document: &Document, year: Year) -> Option<String> {
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
