//! Kontroll: what is wrong, how sure, and where it is mended.

mod accept;
mod detail;
mod filter;
mod foot;
mod jump;
mod keys;
mod list;
mod row;
mod text;
mod text_row;
mod words;

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::{Command, Document};
use crate::checks::{Checked, Finding, Where};
use crate::issue::Severity;
use crate::look::tokens;
use crate::project::{Edit, Minute};
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::head::{Head, within_margins};
use crate::ui::widgets::severity::Verdict;

use accept::AcceptDraft;
use filter::{Filter, Tab};

/// What the place remembers between frames.
#[derive(Default)]
pub struct State {
    filter: Filter,
    open: Option<FindingId>,
    accepting: Option<AcceptDraft>,
    /// The focus has moved to another row, which is to be scrolled into sight.
    reveal: bool,
    /// What is unfolded of a text that is checked.
    text: text::State,
}

impl State {
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
}

/// Draws the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>) {
    let app = cx.app;
    if app.checked_text().is_some() {
        text::show(ui, cx);
        return;
    }
    let state = &mut cx.state.places.control;
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
    if show_head(ui, checked, &mut state.filter) {
        cx.commands.push(Command::ChooseText);
    }
    foot::show(ui);
    let asked = show_findings(ui, (document, app.now()), checked, state);
    let user = app.user().who();
    if accept::show(ui, (checked, &user), &mut state.accepting, cx.commands) {
        state.open = None;
    }
    for asked in asked {
        match asked {
            Asked::Go(place) => jump::go(cx, &place),
            Asked::Accept(id) => cx.state.places.control.accepting = Some(AcceptDraft::new(id)),
            Asked::Reopen(FindingId { rule, fingerprint }) => {
                cx.push(Command::Edit(Edit::Reopen { rule: rule.to_owned(), fingerprint }));
            }
        }
    }
}

/// Shows the head; whether a text is to be checked.
fn show_head(ui: &mut Ui, checked: &Checked, filter: &mut Filter) -> bool {
    let names = Tab::ALL.map(|tab| tab.name(&checked.findings));
    let active = Tab::ALL.iter().position(|tab| *tab == filter.tab).unwrap_or(0);
    let mut wants_text = false;
    let clicked = Head::new(&t!("place-control")).tabs(&names, active).show(ui, |ui| {
        wants_text = ui.add(Button::secondary(&t!("control-text-choose"))).clicked();
        if checked.held > 0 {
            // Laid out from the right: the words first, their icon before them.
            let color = Verdict::Right.color(colors(ui));
            ui.spacing_mut().item_spacing.x = 6.0;
            theme::text(ui, Verdict::Right.count(checked.held), medium(scale().body), color);
            theme::icon(ui, Verdict::Right.icon(), tokens().size.icon_severity, color);
        }
    });
    if let Some(tab) = clicked.and_then(|tab| Tab::ALL.get(tab)) {
        filter.tab = *tab;
    }
    wants_text
}

fn show_findings(
    ui: &mut Ui,
    known: (&Document, Minute),
    checked: &Checked,
    state: &mut State,
) -> Vec<Asked> {
    // Where all of a place is mended, its filter goes with its last finding.
    let areas = filter::areas(&checked.findings);
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
