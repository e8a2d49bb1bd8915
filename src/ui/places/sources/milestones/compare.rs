//! What has changed from a milestone to another, or to now: figure by figure, with its cause.

use eframe::egui::{Label, Ui};

use crate::app::{Command, Comparison, Document, TrailCommand};
use crate::figures::{TracedChange, TrailOf, causes_text, groups_text};
use crate::look::tokens;
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::choice::{Stress, dropdown};
use crate::ui::widgets::listing::{self, Column, Table};
use crate::ui::widgets::paint;

/// How many changes are listed before the person asks for all.
const LISTED: usize = 20;
const CHOICE: f32 = 200.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Context<'_>, document: &Document, lists_all: &mut bool) {
    let Some(comparison) = cx.app.comparison() else {
        theme::text(ui, t!("milestone-comparing"), scale().body, colors(ui).text_2);
        return;
    };
    choice(ui, cx, document, comparison);
    ui.add_space(10.0);
    sentence(ui, comparison);
    if comparison.changes.is_empty() {
        return;
    }
    ui.add_space(10.0);
    let shown = if *lists_all { usize::MAX } else { LISTED };
    let mut asked = None;
    let table = Table::new(ui, columns(comparison), tokens().row.finding);
    table.head(ui);
    for traced in comparison.changes.iter().take(shown) {
        table.row(ui, None, |ui, column| {
            if cell(ui, traced, column) {
                asked.clone_from(&traced.change.figure);
            }
        });
    }
    if comparison.changes.len() > LISTED {
        let text = match *lists_all {
            true => t!("changed-fewer"),
            false => t!("changed-all", count = comparison.changes.len()),
        };
        if ui.add(Button::quiet(&text)).clicked() {
            *lists_all = !*lists_all;
        }
    }
    if let Some(key) = asked {
        cx.push(Command::Trail(TrailCommand::Show(TrailOf::Figure(key))));
    }
}

/// The two that are compared, each to be chosen.
fn choice(ui: &mut Ui, cx: &mut Context<'_>, document: &Document, comparison: &Comparison) {
    let names: Vec<String> = document
        .project()
        .milestones
        .iter()
        .rev()
        .map(|milestone| milestone.name.clone())
        .collect();
    let others: Vec<String> =
        names.iter().filter(|name| *name != comparison.since()).cloned().collect();
    let until: Vec<String> = std::iter::once(t!("milestone-now")).chain(others).collect();
    paint::row(ui, tokens().size.button, |ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let color = colors(ui).text;
        theme::text(ui, t!("milestone-from"), scale().heading, color);
        let chosen = names.iter().position(|name| name == comparison.since());
        let label = t!("milestone-from-choice");
        let since = dropdown(ui, &label, CHOICE, &names, chosen, Stress::None);
        theme::text(ui, t!("milestone-to"), scale().heading, color);
        let chosen = match comparison.until() {
            None => Some(0),
            Some(end) => until.iter().skip(1).position(|name| name == end).map(|at| at + 1),
        };
        let label = t!("milestone-to-choice");
        let end = dropdown(ui, &label, CHOICE, &until, chosen, Stress::None);
        if let Some(since) = since.and_then(|at| names.get(at)).cloned() {
            let until = comparison.until().filter(|name| *name != since).map(str::to_owned);
            cx.push(Command::CompareMilestone { since, until });
        } else if let Some(at) = end {
            let until = until.get(at).filter(|_| at > 0).cloned();
            let since = comparison.since().to_owned();
            cx.push(Command::CompareMilestone { since, until });
        }
        let close = t!("milestone-close");
        if ui.add(IconButton::new(icon::CLOSE, &close)).clicked() {
            cx.push(Command::LeaveComparison);
        }
    });
}

/// "12 tall er endret siden «til styret 12.4.»." and what they are about.
fn sentence(ui: &mut Ui, comparison: &Comparison) {
    let (count, since) = (comparison.changes.len(), comparison.since());
    let start = match comparison.until() {
        None => t!("milestone-changed-since", count = count, since = since),
        Some(until) => {
            t!("milestone-changed-between", count = count, since = since, until = until)
        }
    };
    let groups = groups_text(comparison.changes.iter().map(|traced| &traced.change));
    let colors = colors(ui);
    let rest = match count {
        0 => t!("milestone-unchanged"),
        _ => t!("milestone-groups", groups = groups),
    };
    theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
}

fn columns(comparison: &Comparison) -> Vec<Column> {
    let after = match comparison.until() {
        None => t!("changed-now"),
        Some(_) => t!("changed-after"),
    };
    let mut columns = listing::changed_columns(after);
    columns.push(Column::text(t!("changed-cause"), 220.0).share(3.0));
    columns.push(Column::text(String::new(), 70.0));
    columns
}

/// Draws a cell; whether the person wants to see where the figure comes from.
fn cell(ui: &mut Ui, traced: &TracedChange, column: usize) -> bool {
    let colors = colors(ui);
    match column {
        0..=2 => listing::changed_cell(ui, &traced.change, column),
        3 => {
            let text = causes_text(&traced.causes);
            let (style, color) = match traced.causes.len() {
                1 => (scale().caption, colors.text),
                0 => (scale().caption, colors.warning),
                _ => (scale().caption, colors.text_2),
            };
            ui.add(Label::new(theme::rich(text, style, color)).wrap());
        }
        _ if traced.change.figure.is_some() => {
            return ui.add(Button::quiet(&t!("trail-show"))).clicked();
        }
        _ => {}
    }
    false
}
