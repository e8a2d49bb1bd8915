//! Milepæler: states of the project that somebody named, and what has changed since.

mod compare;

use eframe::egui::{Ui, vec2};

use crate::app::{Command, Document};
use crate::look::tokens;
use crate::project::{Edit, Milestone, Minute};
use crate::ui::actions::{FileAction, ShellAction};
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::empty::Empty;
use crate::ui::widgets::head;
use crate::ui::widgets::heading::{divide, section};
use crate::ui::widgets::listing::{Column, Table};
use crate::ui::widgets::menu::{self, Item};
use crate::ui::{icon, when};
use crate::{number, t};

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub(super) struct MilestonesState {
    /// Whether all changed figures are listed.
    lists_all: bool,
}

/// Draws the tab.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Context<'_>,
    document: &Document,
    state: &mut MilestonesState,
) {
    head::page(ui, "milestones", |ui| {
        if document.project().milestones.is_empty() {
            empty(ui, cx);
            return;
        }
        let count = t!("milestones-count", count = document.project().milestones.len());
        section(ui, &t!("milestones-title"), &count);
        list(ui, cx, document);
        if cx.app.comparison().is_some() || cx.app.is_comparing() {
            divide(ui, tokens().size.margin - 8.0);
            compare::show(ui, cx, document, &mut state.lists_all);
        }
    });
}

fn empty(ui: &mut Ui, cx: &mut Context<'_>) {
    let (title, body) = (t!("milestones-none"), t!("milestones-none-body"));
    let action = t!("milestone-new");
    let empty = Empty {
        icon: icon::MILESTONE,
        title: &title,
        body: &body,
        action: &action,
        takes_files: false,
    };
    if empty.show(ui, vec2(ui.available_width(), 318.0)).clicked() {
        cx.ask(ShellAction::File(FileAction::Milestone));
    }
}

/// What the person asks for of a milestone.
enum Asked {
    Compare,
    Rename,
    Remove,
}

/// The milestones, the latest first, each with what can be done with it.
fn list(ui: &mut Ui, cx: &mut Context<'_>, document: &Document) {
    let table = Table::new(ui, columns(), tokens().row.place);
    table.head(ui);
    let now = cx.app.now();
    let compared = cx.app.comparison().map(|comparison| comparison.since().to_owned());
    for milestone in document.project().milestones.iter().rev() {
        let is_compared = compared.as_ref() == Some(&milestone.name);
        let fill = is_compared.then_some(colors(ui).accent_soft);
        let mut asked = None;
        table.row(ui, fill, |ui, column| {
            if let Some(clicked) = cell(ui, milestone, column, now) {
                asked = Some(clicked);
            }
        });
        match asked {
            Some(Asked::Compare) => {
                cx.push(Command::CompareMilestone { since: milestone.name.clone(), until: None });
            }
            Some(Asked::Rename) => {
                cx.ask(ShellAction::RenameMilestone(milestone.name.clone()));
            }
            Some(Asked::Remove) => {
                cx.push(Command::Edit(Edit::RemoveMilestone { name: milestone.name.clone() }));
            }
            None => {}
        }
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::text(t!("milestones-name"), 180.0).share(2.0),
        Column::text(t!("sources-when"), 110.0),
        Column::text(t!("sources-who"), 90.0).share(0.5),
        Column::number(t!("milestones-figures"), 60.0),
        Column::number(t!("milestones-sources"), 50.0),
        Column::text(String::new(), 180.0),
    ]
}

fn cell(ui: &mut Ui, milestone: &Milestone, column: usize, now: Minute) -> Option<Asked> {
    let colors = colors(ui);
    let quiet = |ui: &mut Ui, text: String| {
        theme::text(ui, text, scale().table, colors.text_2);
    };
    let count = |count: usize| number::count(i64::try_from(count).unwrap_or(i64::MAX));
    match column {
        0 => {
            theme::text(ui, &milestone.name, medium(scale().table), colors.text);
        }
        1 => quiet(ui, when::moment(milestone.when, now)),
        2 if milestone.who.is_empty() => quiet(ui, t!("sources-nobody")),
        2 => quiet(ui, milestone.who.clone()),
        3 => quiet(ui, count(milestone.figures.len())),
        4 => quiet(ui, count(milestone.sources.len())),
        _ => return actions(ui, milestone),
    }
    None
}

fn actions(ui: &mut Ui, milestone: &Milestone) -> Option<Asked> {
    let is_compared = ui.add(Button::quiet(&t!("milestone-compare"))).clicked();
    let more = t!("milestone-more", name = milestone.name.as_str());
    let opener = ui.add(IconButton::new(icon::MORE, &more));
    let chosen = menu::menu(&opener, &more, |ui| {
        let rename = t!("milestone-rename");
        let remove = t!("milestone-remove");
        if ui.add(Item::new(&rename).icon(icon::PENCIL)).clicked() {
            Some(Asked::Rename)
        } else if ui.add(Item::new(&remove).icon(icon::TRASH)).clicked() {
            Some(Asked::Remove)
        } else {
            None
        }
    });
    is_compared.then_some(Asked::Compare).or(chosen.flatten())
}
