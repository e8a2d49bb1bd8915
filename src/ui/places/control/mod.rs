//! Kontroll: what is wrong, how sure, and where it is mended.

mod accept;
mod cells;
mod keep;
mod list;
mod printed;
mod row;
mod text;

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::{Command, Document, Product, TrailCommand};
use crate::checks::{Checked, Finding, Where};
use crate::figures::TrailOf;
use crate::issue::Severity;
use crate::look::tokens;
use crate::project::{Edit, Minute};
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::target::Target;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::head::{Head, within_margins};
use crate::ui::widgets::severity::Verdict;

use accept::AcceptDraft;
use keep::KeepDraft;
use list::{Filter, Tab};
use printed::RenameDraft;

/// What the place remembers between frames.
#[derive(Default)]
pub struct ControlState {
    filter: Filter,
    open: Option<FindingId>,
    accepting: Option<AcceptDraft>,
    keeping: Option<KeepDraft>,
    renaming: Option<RenameDraft>,
    held: printed::Held,
    /// The focus has moved to another row, which is to be scrolled into sight.
    reveal: bool,
    /// What is unfolded of a text that is checked.
    text: text::TextCheckState,
}

impl ControlState {
    /// Shows the findings of a severity, wherever they stand.
    pub fn show_severity(&mut self, severity: Severity) {
        self.filter = Filter { tab: Tab::Of(severity), area: None };
    }
}

/// A finding by what it is, so that it stays itself while others come and go.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct FindingId {
    rule: &'static str,
    fingerprint: String,
}

impl FindingId {
    fn of(finding: &Finding) -> Self {
        Self { rule: finding.rule, fingerprint: finding.fingerprint.clone() }
    }
}

/// What the person asks for.
enum Asked {
    /// Go to where it is mended.
    Go(Where),
    /// Give a reason for which it may stand.
    Accept(FindingId),
    /// Open it again.
    Reopen(FindingId),
    /// Show where its number comes from.
    Trail(TrailOf),
    /// Settle it by what the finding itself offers.
    Settle(Edit),
}

/// Draws the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut ControlState) {
    let app = cx.app;
    if app.checked_text().is_some() {
        text::show(ui, cx, &mut state.text);
        return;
    }
    let Some(document) = app.document() else { return };
    let Some(checked) = app.checked() else {
        Head::new(&t!("place-control")).show(ui, |_| ());
        within_margins(ui, |ui| {
            let words = match app.is_checked() {
                true => t!("control-broken"),
                false => t!("control-running"),
            };
            theme::paragraph(ui, words, scale().takeaway, colors(ui).text_2);
        });
        return;
    };
    show_head(ui, (document, checked), state, cx.commands);
    let asked = match state.filter.tab {
        Tab::Printed => {
            show_printed(ui, (document, app.now()), state, cx.commands);
            Vec::new()
        }
        _ => {
            list::show_foot(ui);
            show_findings(ui, (document, app.now()), checked, state)
        }
    };
    let user = app.user().who();
    if accept::show(ui, (checked, &user), &mut state.accepting, cx.commands) {
        state.open = None;
    }
    printed::show_rename(ui, &mut state.renaming, cx.commands);
    keep::show(ui, document, app.printed_file(), &mut state.keeping, cx.commands);
    for asked in asked {
        match asked {
            Asked::Go(place) => cx.show(Target::Finding(place)),
            Asked::Accept(id) => state.accepting = Some(AcceptDraft::new(id)),
            Asked::Trail(of) => cx.push(Command::Trail(TrailCommand::Toggle(of))),
            Asked::Reopen(FindingId { rule, fingerprint }) => {
                cx.push(Command::Edit(Edit::Reopen { rule: rule.to_owned(), fingerprint }));
            }
            Asked::Settle(edit) => cx.push(Command::Edit(edit)),
        }
    }
}

fn show_head(
    ui: &mut Ui,
    (document, checked): (&Document, &Checked),
    state: &mut ControlState,
    commands: &mut Vec<Command>,
) {
    let printed = document.project().printed.len();
    let names = Tab::ALL.map(|tab| tab.name(&checked.findings, printed));
    let active = Tab::ALL.iter().position(|tab| *tab == state.filter.tab).unwrap_or(0);
    let mut holds = false;
    let clicked = Head::new(&t!("place-control")).tabs(&names, active).show(ui, |ui| {
        // Laid out from the right.
        ui.spacing_mut().item_spacing.x = 8.0;
        let report = t!("control-report-do");
        if ui.add(Button::secondary(&report).icon(icon::DOWNLOAD)).clicked() {
            commands.push(Command::Make(Product::control_report(document)));
        }
        if ui.add(Button::secondary(&t!("control-text-choose"))).clicked() {
            commands.push(Command::ChooseText);
        }
        match state.filter.tab {
            // While there is none, the place itself asks for one.
            Tab::Printed if printed > 0 => {
                holds = ui.add(Button::secondary(&t!("printed-hold"))).clicked();
            }
            Tab::Printed => {}
            _ => show_held(ui, checked.held),
        }
    });
    if holds {
        state.keeping = Some(KeepDraft::new(document));
    }
    if let Some(tab) = clicked.and_then(|tab| Tab::ALL.get(tab)) {
        state.filter.tab = *tab;
    }
}

/// How many checks hold: the words first, their icon before them.
fn show_held(ui: &mut Ui, held: usize) {
    if held > 0 {
        let color = Verdict::Right.color(colors(ui));
        ui.add_space(4.0);
        ui.spacing_mut().item_spacing.x = 6.0;
        let count = theme::text(ui, Verdict::Right.count(held), medium(scale().body), color);
        count.on_hover_text(t!("checks-held-meaning"));
        theme::icon(ui, Verdict::Right.icon(), tokens().size.icon_severity, color);
    }
}

fn show_printed(
    ui: &mut Ui,
    known: (&Document, Minute),
    state: &mut ControlState,
    commands: &mut Vec<Command>,
) {
    match printed::show(ui, known, &mut state.held) {
        Some(printed::Asked::Keep) => state.keeping = Some(KeepDraft::new(known.0)),
        Some(printed::Asked::Rename(draft)) => state.renaming = Some(draft),
        Some(printed::Asked::Remove(at)) => {
            commands.push(Command::Edit(Edit::RemovePrinted { at }));
        }
        None => {}
    }
}

fn show_findings(
    ui: &mut Ui,
    known: (&Document, Minute),
    checked: &Checked,
    state: &mut ControlState,
) -> Vec<Asked> {
    // Where all of a place is mended, its filter goes with its last finding.
    let areas = list::areas(&checked.findings);
    state.filter.area = state.filter.area.filter(|area| areas.contains(area));
    let shown: Vec<&Finding> = state.filter.of(&checked.findings);
    if shown.is_empty() && state.filter.area.is_none() {
        show_none(ui, checked, state.filter.tab);
        return Vec::new();
    }
    list::show(ui, known, &checked.findings, &shown, state)
}

fn show_none(ui: &mut Ui, checked: &Checked, tab: Tab) {
    let colors = colors(ui);
    let body = match tab {
        Tab::All => t!("control-none-body", held = checked.held),
        _ => t!("control-none-here"),
    };
    let size = vec2(ui.available_width(), ui.available_height());
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Center), |ui| {
        ui.add_space(size.y * 0.3);
        theme::icon(ui, icon::DONE, 40.0, colors.ok);
        ui.add_space(12.0);
        theme::text(ui, t!("control-none"), scale().figure, colors.text);
        theme::text(ui, body, scale().body, colors.text_2);
    });
}
