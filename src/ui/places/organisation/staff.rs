//! Bemanning: the staff, women and men, and who came and left, in tables, bars and sentences.

use eframe::egui::Ui;
use rust_decimal::Decimal;

use crate::app::{Command, Document};
use crate::calendar::Year;
use crate::chart::{Scene, Size, Style, YearBar, year_bars};
use crate::figures::{self, CaseMeasure, ChangeWords, Figures, Key, Period, Yearly};
use crate::look::tokens;
use crate::project::TableId;
use crate::ui::records::{Computed, RecordTable};
use crate::ui::scene;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::{At, Column, GridState};
use crate::ui::widgets::heading;
use crate::words::capitalized;
use crate::{number, t};

/// What the tab remembers between frames.
#[derive(Default)]
pub(super) struct StaffState {
    plot: Scenes,
    pub(super) staff: GridState,
    pub(super) gender: GridState,
    pub(super) turnover: GridState,
}

impl StaffState {
    /// Selects the group with that share of women.
    pub fn show_figure(&mut self, document: &Document, key: &Key) {
        let groups = 0..document.project().gender.len();
        let mut groups = groups.filter(|row| document.figures().women_share_key(*row) == *key);
        if let Some(at) = groups.next() {
            self.gender.select(At::new(at, 0));
        }
    }
}

/// Shows the tab.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    state: &mut StaffState,
    commands: &mut Vec<Command>,
) {
    takeaway(ui, document.figures());
    show_plot(ui, &mut state.plot, document);
    ui.add_space(12.0);
    staff(ui, document, &mut state.staff, commands);
    heading::divide(ui, 16.0);
    gender(ui, document, &mut state.gender, commands);
    heading::divide(ui, 16.0);
    turnover(ui, document, &mut state.turnover, commands);
}

fn staff(ui: &mut Ui, document: &Document, grid: &mut GridState, commands: &mut Vec<Command>) {
    let project = document.project();
    let figures = document.figures();
    heading::section(ui, &t!("table-staff"), &t!("organisation-staff-caption"));
    let fte_key = |row: usize| {
        let date = project.staff.get(row).and_then(|staff| staff.date);
        date.map(|date| Key::Yearly(date.year(), Yearly::CasesPerFte))
    };
    let table = RecordTable {
        computed: vec![Computed::figures(
            Column::number(t!("organisation-per-fte"), 130.0),
            figures,
            fte_key,
        )],
        ..RecordTable::new(
            TableId::Staff,
            &[
                ("date", 100.0),
                ("employees_total", 106.0),
                ("employees_permanent", 106.0),
                ("employees_temporary", 150.0),
                ("apprentices", 94.0),
                ("available_fte", 156.0),
            ],
            "date",
        )
    };
    table.show(ui, grid, document, commands);
}

fn gender(ui: &mut Ui, document: &Document, grid: &mut GridState, commands: &mut Vec<Command>) {
    heading::section(ui, &t!("table-gender"), "");
    let key = |row: usize| Some(document.figures().women_share_key(row));
    let table = RecordTable {
        computed: vec![Computed::figures(
            Column::number(t!("organisation-women-share"), 130.0),
            document.figures(),
            key,
        )],
        ..RecordTable::new(
            TableId::Gender,
            &[("group", 360.0), ("date", 120.0), ("women", 100.0), ("total", 100.0)],
            "group",
        )
    };
    table.show(ui, grid, document, commands);
}

fn turnover(ui: &mut Ui, document: &Document, grid: &mut GridState, commands: &mut Vec<Command>) {
    let project = document.project();
    let year = document.figures().report_year();
    heading::section(ui, &t!("table-turnover"), &turnover_words(document, year));
    let rows = project.turnover.iter().enumerate();
    let rows = rows.filter(|(_, row)| row.year == Some(year)).map(|(row, _)| row).collect();
    let table = RecordTable {
        rows: Some(rows),
        defaults: vec![("year", year.to_string())],
        ..RecordTable::new(
            TableId::Turnover,
            &[("direction", 120.0), ("category", 300.0), ("count", 100.0)],
            "category",
        )
    };
    table.show(ui, grid, document, commands);
    ui.add_space(4.0);
    let definition = t!("organisation-turnover-definition");
    theme::paragraph(ui, definition, scale().caption, colors(ui).text_2);
}

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
pub(super) fn turnover_words(document: &Document, year: Year) -> String {
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

const HEIGHT: f32 = 132.0;
const WIDEST: f32 = 520.0;
const GAP: f32 = 36.0;

/// The scenes as they were last drawn.
#[derive(Default)]
pub(super) struct Scenes {
    drawn: Option<(DrawnFor, [Scene; 2])>,
}

#[derive(Clone, Copy, PartialEq)]
struct DrawnFor {
    revision: u64,
    width: f32,
    is_dark: bool,
}

/// Shows both plots, where the staffing of at least two years is known.
pub(super) fn show_plot(ui: &mut Ui, scenes: &mut Scenes, document: &Document) {
    let years = years(document.figures());
    if years.len() < 2 {
        return;
    }
    let of = DrawnFor {
        revision: document.revision(),
        width: ((ui.available_width() - GAP) / 2.0).min(WIDEST).floor(),
        is_dark: ui.visuals().dark_mode,
    };
    if scenes.drawn.as_ref().is_none_or(|(drawn_for, _)| *drawn_for != of) {
        scenes.drawn = Some((of, draw(document.figures(), &years, of)));
    }
    let Some((_, drawn)) = &scenes.drawn else { return };
    ui.add_space(16.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for scene in drawn {
            ui.vertical(|ui| show_one(ui, scene));
        }
    });
    ui.add_space(8.0);
}

fn show_one(ui: &mut Ui, scene: &Scene) {
    theme::text(ui, &scene.title, theme::medium(scale().caption), colors(ui).text_2);
    scene::picture(ui, scene);
}

/// The years up to the report year whose staffing is known.
fn years(figures: &Figures) -> Vec<Year> {
    let dates = figures.project().staff.iter().filter_map(|staff| staff.date);
    let mut years: Vec<Year> =
        dates.map(|date| date.year()).filter(|year| *year <= figures.report_year()).collect();
    years.sort_unstable();
    years.dedup();
    years
}

fn draw(figures: &Figures, years: &[Year], of: DrawnFor) -> [Scene; 2] {
    let palette = if of.is_dark { &tokens().dark } else { &tokens().light };
    let (style, size) = (Style::screen(palette), Size::new(of.width, HEIGHT));
    let marked = figures.report_year();
    let fte = |year: Year| {
        let staff = figures::staff_at_year_end(figures.project(), year);
        bar(year, staff.and_then(|(_, staff)| staff.available_fte), 1)
    };
    let per_fte = |year: Year| {
        let figure = figures.figure(&Key::Yearly(year, Yearly::CasesPerFte));
        YearBar { year, value: figure.value, text: figure.text() }
    };
    let plot = |title: String, of_year: &dyn Fn(Year) -> YearBar| {
        let bars: Vec<YearBar> = years.iter().map(|year| of_year(*year)).collect();
        year_bars(title, &bars, marked, size, &style)
    };
    [
        plot(t!("organisation-fte-per-year"), &fte),
        plot(t!("organisation-cases-per-fte-per-year"), &per_fte),
    ]
}

fn bar(year: Year, value: Option<number::Decimal>, decimals: u32) -> YearBar {
    let text = value.map_or_else(|| t!("missing"), |value| number::decimal(value, decimals));
    YearBar { year, value, text }
}
