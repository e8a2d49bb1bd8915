//! What the staffing comes to, in words.

use eframe::egui::Ui;
use rust_decimal::Decimal;

use crate::app::Document;
use crate::calendar::Year;
use crate::figures::{self, CaseMeasure, ChangeWords, Figures, Key, Period, Yearly};
use crate::number;
use crate::t;
use crate::ui::theme::{self, colors, scale};
use crate::words::capitalized;

/// "42 ansatte og 45,0 årsverk ved utgangen av 2021. Ett færre enn i 2020; 805 saker per årsverk."
pub(super) fn takeaway(ui: &mut Ui, figures: &Figures) {
    let year = figures.report_year();
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
        let change = ChangeWords::count(Decimal::from(now) - Decimal::from(before)).more_than();
        let year = (year - 1).to_string();
        rest.push(t!("organisation-staff-change", change = capitalized(&change), year = year));
    }
    let cases = figures.figure(&Key::Cases(year, Period::Year, CaseMeasure::Count));
    let per_fte = figures.figure(&Key::Yearly(year, Yearly::CasesPerFte));
    if let (Some(_), Some(per_fte)) = (cases.value, per_fte.printed()) {
        rest.push(t!("organisation-cases-per-fte", cases = per_fte));
    }
    let per_employee = figures.figure(&Key::Yearly(year, Yearly::CasesPerEmployee));
    if let Some(per_employee) = per_employee.printed() {
        rest.push(t!("organisation-cases-per-employee", cases = per_employee));
    }
    let rest = rest.join(" ");
    theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
}

/// "Turnover 11,8 %: 5 sluttet av 42,5 ansatte i snitt."
pub(super) fn turnover(document: &Document, year: Year) -> String {
    let Some(turnover) = document.figures().turnover(year) else {
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
