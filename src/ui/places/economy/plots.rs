//! The plots of Økonomi: the fund over the years, results against the budget, expense groups.

use eframe::egui::Ui;
use rust_decimal::Decimal;

use crate::app::Document;
use crate::calendar::Year;
use crate::chart::{
    BudgetBar, Scene, Size, Style, YearBar, YearGroup, budget_bars, budget_bars_height, year_bars,
    year_groups,
};
use crate::figures::{AmountColumn, Figures, Statement, StatementRow, StatementRowKind, deviation};
use crate::kostra::row;
use crate::look::tokens;
use crate::number;
use crate::project::StatementId;
use crate::t;
use crate::ui::scene;
use crate::ui::theme::{self, colors, scale};

const FUND_HEIGHT: f32 = 170.0;
const GROUPS_HEIGHT: f32 = 190.0;
const WIDEST: f32 = 980.0;

/// Scenes as they were last drawn, kept as long as project, width and theme stay.
#[derive(Default)]
pub(super) struct Scenes {
    drawn: Option<(DrawnFor, Vec<Scene>)>,
}

#[derive(Clone, Copy, PartialEq)]
struct DrawnFor {
    revision: u64,
    width: f32,
    is_dark: bool,
}

impl Scenes {
    /// Shows the scenes that `draw` makes, below each other with their titles.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        draw: impl FnOnce(&Figures, f32, &Style) -> Vec<Scene>,
    ) {
        let of = DrawnFor {
            revision: document.revision(),
            width: ui.available_width().min(WIDEST).floor(),
            is_dark: ui.visuals().dark_mode,
        };
        if self.drawn.as_ref().is_none_or(|(drawn_for, _)| *drawn_for != of) {
            let palette = if of.is_dark { &tokens().dark } else { &tokens().light };
            let drawn = draw(document.figures(), of.width, &Style::screen(palette));
            self.drawn = Some((of, drawn));
        }
        let Some((_, drawn)) = &self.drawn else { return };
        for scene in drawn {
            show_one(ui, scene);
            ui.add_space(20.0);
        }
    }
}

fn show_one(ui: &mut Ui, scene: &Scene) {
    theme::text(ui, &scene.title, theme::medium(scale().caption), colors(ui).text_2);
    ui.add_space(4.0);
    scene::picture(ui, scene);
}

/// Millions of kroner with one decimal.
pub(super) fn millions(value: Decimal) -> String {
    number::decimal(value / Decimal::from(1_000_000), 1)
}

/// The fund at the end of each year.
pub(super) fn fund(figures: &Figures, width: f32, style: &Style) -> Vec<Scene> {
    let year = figures.report_year();
    let table = figures.fund_table(year);
    let Some(closing) = table.lines.last() else { return Vec::new() };
    let years = table.years.iter().zip(&closing.amounts).rev();
    let bars: Vec<YearBar> = years.map(|(year, amount)| bar(*year, amount.value)).collect();
    if bars.iter().filter(|bar| bar.value.is_some()).count() < 2 {
        return Vec::new();
    }
    let size = Size::new(width.min(520.0), FUND_HEIGHT);
    vec![year_bars(t!("economy-plot-fund"), &bars, year, size, style)]
}

fn bar(year: Year, value: Option<Decimal>) -> YearBar {
    YearBar { year, value, text: value.map_or_else(|| t!("missing"), millions) }
}

/// The year's lines against the budget, and the expense groups over the years.
pub(super) fn deviations(figures: &Figures, width: f32, style: &Style) -> Vec<Scene> {
    let year = figures.report_year();
    let Some(statement) = figures.statement(StatementId::ByNature, year) else {
        return Vec::new();
    };
    let mut scenes = Vec::new();
    let year_words = year.to_string();
    let plots = [
        (t!("economy-plot-results", year = year_words.as_str()), results(statement)),
        (t!("economy-plot-budget", year = year_words.as_str()), lines(statement)),
    ];
    for (title, rows) in plots {
        let bars: Vec<BudgetBar> = rows.into_iter().filter_map(budget_bar).collect();
        if !bars.is_empty() {
            let size = Size::new(width, budget_bars_height(bars.len()));
            scenes.push(budget_bars(title, &bars, size, style));
        }
    }
    let groups = expense_groups(figures, statement);
    if groups.iter().any(|group| group.years.len() > 1) {
        let size = Size::new(width, GROUPS_HEIGHT);
        scenes.push(year_groups(t!("economy-plot-groups"), &groups, year, size, style));
    }
    scenes
}

/// The main results. They are small beside the lines, so that they need a separate plot.
fn results(statement: &Statement) -> Vec<&StatementRow> {
    statement.rows.iter().filter(|row| row.kind == StatementRowKind::Result).collect()
}

/// The lines of *driftsinntekter* and *driftsutgifter*.
fn lines(statement: &Statement) -> Vec<&StatementRow> {
    let sums = [row::SUM_DRIFTSINNTEKTER, row::SUM_DRIFTSUTGIFTER];
    let parts = sums.into_iter().filter_map(|id| statement.row(id)).flat_map(|row| &row.of);
    parts.filter_map(|at| statement.rows.get(*at)).collect()
}

/// A row with its budget, unless both are nothing.
fn budget_bar(row: &StatementRow) -> Option<BudgetBar> {
    let actual = row.amounts.get(AmountColumn::Actual)?;
    let off = deviation(row, AmountColumn::RevisedBudget)?;
    if row.amounts.is_zero() {
        return None;
    }
    let words = match off.kind {
        Some(kind) => {
            let amount = millions(off.kroner.abs());
            t!("economy-plot-off", amount = amount, word = t!(kind.word_key()))
        }
        None => t!("economy-plot-on"),
    };
    let budget = row.amounts.get(AmountColumn::RevisedBudget);
    Some(BudgetBar { name: row.name.to_string(), actual, budget, words })
}

/// The lines of *sum driftsutgifter* over the years that are known.
fn expense_groups(figures: &Figures, statement: &Statement) -> Vec<YearGroup> {
    let Some(sum) = statement.row(row::SUM_DRIFTSUTGIFTER) else { return Vec::new() };
    let rows = sum.of.iter().filter_map(|at| statement.rows.get(*at));
    rows.map(|row| YearGroup {
        name: row.name.to_string(),
        years: years_of(figures, &row.id)
            .into_iter()
            .map(|(year, value)| bar(year, Some(value)))
            .collect(),
    })
    .filter(|group| group.years.iter().any(|bar| bar.value.is_some_and(|value| !value.is_zero())))
    .collect()
}

/// A row of §5-6 in each year that is known, from that year's statement or else from the
/// last column of the next year's.
fn years_of(figures: &Figures, row: &str) -> Vec<(Year, Decimal)> {
    let mut years: Vec<(Year, Decimal)> = Vec::new();
    for accounts in figures.accounts().years() {
        let Some(statement) = accounts.statement(StatementId::ByNature) else { continue };
        let before = accounts.year.saturating_sub(1);
        if years.last().is_none_or(|(year, _)| *year < before)
            && let Some(value) = statement.amount(row, AmountColumn::LastYear)
        {
            years.push((before, value));
        }
        if let Some(value) = statement.amount(row, AmountColumn::Actual) {
            years.push((accounts.year, value));
        }
    }
    let report_year = figures.report_year();
    years.retain(|(year, _)| *year <= report_year);
    years
}
