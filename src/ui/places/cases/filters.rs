//! The chips over the plot: which cases are counted, and which years they are compared with.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::{Command, Document};
use crate::calendar::Year;
use crate::chart::{ChartChoice, years_text};
use crate::look::tokens;
use crate::project::{Code, Edit, Settings, Vocabulary};
use crate::t;
use crate::ui::widgets::chip;

use super::{CasesState, year_chips};

/// With less room the years stand in a second row.
const YEARS_BESIDE: f32 = 1060.0;

/// Shows the chips.
pub(super) fn show(
    ui: &mut Ui,
    state: &mut CasesState,
    document: &Document,
    commands: &mut Vec<Command>,
) {
    let is_weeks = state.choice.0 == ChartChoice::Weeks;
    let has_row_of_its_own = is_weeks && ui.available_width() < YEARS_BESIDE;
    row(ui, |ui| {
        customer_chip(ui, state, document);
        let codes = &document.project().codes;
        let filter = &mut state.filter;
        code_chip(ui, &t!("dimension-kind"), &codes.types, &mut filter.kind);
        code_chip(ui, &t!("dimension-priority"), &codes.priorities, &mut filter.priority);
        from_right(ui, |ui| match is_weeks {
            true if has_row_of_its_own => {}
            true => year_chips::show(ui, state, document),
            false => baseline_chip(ui, document, commands),
        });
    });
    if has_row_of_its_own {
        ui.add_space(4.0);
        row(ui, |ui| from_right(ui, |ui| year_chips::show(ui, state, document)));
    }
}

fn row(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), tokens().size.chip);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), contents);
}

fn from_right(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.with_layout(Layout::right_to_left(Align::Center), contents);
}

fn customer_chip(ui: &mut Ui, state: &mut CasesState, document: &Document) {
    let names: Vec<String> = document
        .project()
        .customers
        .iter()
        .filter(|customer| customer.merged_into.is_empty())
        .map(|customer| customer.name.clone())
        .collect();
    if names.is_empty() {
        return;
    }
    let all = t!("cases-all-customers", count = names.len());
    let chosen = state
        .filter
        .customer
        .as_ref()
        .and_then(|customer| names.iter().position(|n| n == customer));
    if let Some(index) = filter_chip(ui, &t!("dimension-customer"), all, &names, chosen) {
        state.filter.customer = index.and_then(|index| names.get(index).cloned());
    }
}

fn code_chip(ui: &mut Ui, label: &str, words: &Vocabulary, code: &mut Option<Code>) {
    if words.0.is_empty() {
        return;
    }
    let known: Vec<(Code, &str)> = words.iter().collect();
    let names: Vec<String> = known.iter().map(|(_, word)| (*word).to_owned()).collect();
    let chosen = code.and_then(|code| known.iter().position(|(known_code, _)| *known_code == code));
    if let Some(index) = filter_chip(ui, label, t!("cases-all"), &names, chosen) {
        *code = index.and_then(|index| known.get(index)).map(|(code, _)| *code);
    }
}

/// A chip whose first option takes nothing away. Returns a new choice: `Some(None)` is all.
fn filter_chip(
    ui: &mut Ui,
    label: &str,
    all: String,
    names: &[String],
    chosen: Option<usize>,
) -> Option<Option<usize>> {
    let options: Vec<&str> =
        std::iter::once(all.as_str()).chain(names.iter().map(String::as_str)).collect();
    let index = chosen.map_or(0, |index| index + 1);
    let clicked = chip::filter(ui, label, &options, index)?;
    Some(clicked.checked_sub(1))
}

/// Which years the report year is compared with: a run of them that ends the year before.
fn baseline_chip(ui: &mut Ui, document: &Document, commands: &mut Vec<Command>) {
    let settings = &document.project().settings;
    let spans = spans(settings, document.figures().volumes().span().map(|s| s.first.year()));
    let names: Vec<String> = spans.iter().map(|span| span_name(*span)).collect();
    let chosen_span = (settings.baseline_first, settings.baseline_last);
    let chosen = spans.iter().position(|span| *span == chosen_span);
    let (label, value) = (t!("cases-compare-with"), span_name(chosen_span));
    let clicked = chip::choose(ui, &label, &value, &names, chosen);
    if let Some((baseline_first, baseline_last)) = clicked.and_then(|index| spans.get(index)) {
        let settings = Settings {
            baseline_first: *baseline_first,
            baseline_last: *baseline_last,
            ..Settings::clone(settings)
        };
        commands.push(Command::Edit(Edit::SetSettings(settings)));
    }
}

fn span_name((first, last): (Year, Year)) -> String {
    t!("cases-similar-days", years = years_text(first, last))
}

/// The runs of known years up to the year before, and the one that is chosen.
fn spans(settings: &Settings, first_known: Option<Year>) -> Vec<(Year, Year)> {
    let last = settings.report_year.saturating_sub(1);
    let first = first_known.unwrap_or(last);
    let chosen = (settings.baseline_first, settings.baseline_last);
    let mut spans: Vec<(Year, Year)> = (first..=last).map(|first| (first, last)).collect();
    if !spans.contains(&chosen) {
        spans.insert(0, chosen);
    }
    spans
}
