//! The list of findings: its filter, its head, its keys, and its foot; one finding can be open.

use eframe::egui::{
    Align, EventFilter, FocusDirection, Frame, Id, Key, Layout, Margin, Modifiers, Panel, Popup,
    ScrollArea, Sense, Ui, UiBuilder, vec2,
};

use crate::app::Document;
use crate::checks::{Area, Finding};
use crate::issue::Severity;
use crate::look::tokens;
use crate::project::Minute;
use crate::t;
use crate::ui::target::place_of;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::head::within_margins;
use crate::ui::widgets::key_hint::{key_hint, key_sign};
use crate::ui::widgets::{chip, paint};

use super::row::{self, Columns};
use super::{Asked, ControlState, FindingId};

/// The head: the choice of a place, and the words over the numbers at its foot.
const HEAD: f32 = 40.0;
const TITLES: f32 = 26.0;
const CHIP_AT: f32 = 5.0;

/// Shows the findings that are shown of all, and returns what was asked for.
pub(super) fn show(
    ui: &mut Ui,
    (document, now): (&Document, Minute),
    all: &[Finding],
    shown: &[&Finding],
    state: &mut ControlState,
) -> Vec<Asked> {
    let mut asked = Vec::new();
    within_margins(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        show_head(ui, all, state);
        ScrollArea::vertical().id_salt("findings").auto_shrink(false).show(ui, |ui| {
            let ids: Vec<Id> =
                shown.iter().map(|finding| row_id(&FindingId::of(finding))).collect();
            let pressed = run_keys(ui, &ids, &mut state.reveal);
            let jumps = pressed.and_then(|at| shown.get(at)?.places.first());
            asked.extend(jumps.cloned().map(Asked::Go));
            for (finding, id) in shown.iter().zip(ids) {
                let row = row::Row { project: document.project(), now, finding, id };
                show_finding(ui, &row, state, &mut asked);
            }
        });
    });
    state.reveal = false;
    asked
}

fn row_id(finding: &FindingId) -> Id {
    Id::unique(("finding", finding))
}

/// The words over the numbers, and the choice of a place over the sentences.
fn show_head(ui: &mut Ui, all: &[Finding], state: &mut ControlState) {
    let colors = colors(ui);
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEAD), Sense::hover());
    let columns = Columns::of(rect);
    let titles_top = rect.bottom() - TITLES;
    let titles = [t!("control-expected"), t!("control-found"), t!("control-difference")];
    for (title, column) in titles.iter().zip(columns.numbers) {
        let text = paint::line(ui, title, scale().table_head, colors.text_2);
        let place = column.with_min_y(titles_top);
        paint::place_text(ui.painter(), place, text, Align::Max, colors.text_2);
    }
    let line = rect.with_min_y(rect.bottom() - 1.0);
    paint::hairline(ui, line, colors.line_strong);
    let areas = areas(all);
    let mut options = vec![t!("control-place-all")];
    options.extend(areas.iter().map(|area| place_of(*area).name()));
    let chosen = areas.iter().position(|area| Some(*area) == state.filter.area);
    let chosen = chosen.map_or(0, |at| at.saturating_add(1));
    let place = columns.name.with_min_y(rect.top() + CHIP_AT);
    // The head has its room already; a scope would put the rows below the chip.
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    if let Some(at) = chip::filter(&mut child, &t!("control-place"), &options, chosen) {
        state.filter.area = at.checked_sub(1).and_then(|at| areas.get(at)).copied();
    }
}

fn show_finding(ui: &mut Ui, row: &row::Row<'_>, state: &mut ControlState, asked: &mut Vec<Asked>) {
    let id = FindingId::of(row.finding);
    let is_open = state.open.as_ref() == Some(&id);
    let colors = colors(ui);
    let fill = if is_open { colors.accent_soft } else { colors.canvas };
    let shown = Frame::NONE.fill(fill).show(ui, |ui| {
        let response = row.show(ui, is_open, asked);
        if is_open {
            row::show_detail(ui, row, asked);
        }
        response
    });
    if state.reveal && shown.inner.has_focus() {
        shown.inner.scroll_to_me(None);
    }
    let is_near = shown.inner.has_focus() || is_open;
    if is_near && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F4)) {
        asked.extend(row.trail().map(Asked::Trail));
    }
    if shown.inner.clicked() {
        state.open = (!is_open).then_some(id);
    }
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    paint::hairline(ui, line, colors.line);
}

/// Carries out the keys over the rows; returns the row from which to go where it is mended.
pub(super) fn run_keys(ui: &Ui, rows: &[Id], reveal: &mut bool) -> Option<usize> {
    if Popup::is_any_open(ui.ctx()) {
        return None;
    }
    let focused = ui.memory(|memory| memory.focused());
    let at = rows.iter().position(|row| Some(*row) == focused);
    let Some(at) = at else {
        // Whoever has just come to the place begins with the first.
        if focused.is_none() && pressed(ui, Modifiers::NONE, Key::ArrowDown) {
            focus(ui, rows.first().copied(), reveal);
        }
        return None;
    };
    let keep =
        EventFilter { vertical_arrows: true, horizontal_arrows: false, tab: false, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(rows[at], keep));
    if pressed(ui, Modifiers::NONE, Key::ArrowDown) {
        focus(ui, rows.get(at.saturating_add(1)).copied(), reveal);
    }
    if pressed(ui, Modifiers::NONE, Key::ArrowUp) {
        focus(ui, at.checked_sub(1).and_then(|at| rows.get(at)).copied(), reveal);
    }
    pressed(ui, Modifiers::COMMAND, Key::Enter).then_some(at)
}

fn pressed(ui: &Ui, modifiers: Modifiers, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(modifiers, key))
}

fn focus(ui: &Ui, row: Option<Id>, reveal: &mut bool) {
    if let Some(row) = row {
        ui.memory_mut(|memory| {
            memory.request_focus(row);
            // The arrow has done its work; egui would go one step further with it.
            memory.move_focus(FocusDirection::None);
        });
        *reveal = true;
    }
}

const FOOT: f32 = 36.0;

/// Draws the foot.
pub(super) fn show_foot(ui: &mut Ui) {
    let margin = Margin::symmetric(tokens().size.margin as i8 + 12, 0);
    Panel::bottom("control-foot")
        .exact_size(FOOT)
        .resizable(false)
        .show_separator_line(true)
        .frame(Frame::NONE.fill(colors(ui).canvas).inner_margin(margin))
        .show(ui, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                key_sign(ui, &t!("keys-up"));
                key_hint(ui, &t!("keys-down"), &t!("control-next"));
                ui.add_space(12.0);
                key_hint(ui, &t!("keys-enter"), &t!("control-show"));
                ui.add_space(12.0);
                key_hint(ui, &t!("keys-go"), &t!("control-key-go"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    theme::text(ui, t!("control-rounding"), scale().body, colors(ui).text_2);
                });
            });
        });
}

/// A tab of the place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    /// All findings; the accepted ones stand last.
    #[default]
    All,
    /// The open ones of a severity.
    Of(Severity),
    /// The accepted ones.
    Accepted,
    /// No findings but the printed tables that are held against the figures.
    Printed,
}

impl Tab {
    /// The tabs in order.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Of(Severity::Error),
        Self::Of(Severity::Warning),
        Self::Of(Severity::Note),
        Self::Accepted,
        Self::Printed,
    ];

    /// The tab's words, with how many findings or `printed` tables it shows.
    pub fn name(self, findings: &[Finding], printed: usize) -> String {
        let count = findings.iter().filter(|finding| self.has(finding)).count();
        match self {
            Self::All => t!("control-tab-all", count = count),
            Self::Of(Severity::Error) => t!("control-tab-errors", count = count),
            Self::Of(Severity::Warning) => t!("control-tab-warnings", count = count),
            Self::Of(Severity::Note) => t!("control-tab-notes", count = count),
            Self::Accepted => t!("control-tab-accepted", count = count),
            Self::Printed => t!("control-tab-printed", count = printed),
        }
    }

    fn has(self, finding: &Finding) -> bool {
        match self {
            Self::All => true,
            Self::Of(severity) => finding.is_open() && finding.severity == severity,
            Self::Accepted => !finding.is_open(),
            Self::Printed => false,
        }
    }
}

/// What is shown of the findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    pub tab: Tab,
    /// Only findings of this place; `None` for all.
    pub area: Option<Area>,
}

impl Filter {
    /// The findings that are shown, the worst first and the accepted ones last.
    pub fn of<'f>(&self, findings: &'f [Finding]) -> Vec<&'f Finding> {
        let is_there = |finding: &&Finding| {
            self.area.is_none_or(|area| finding.places.iter().any(|place| place.area == area))
        };
        let mut shown: Vec<&Finding> =
            findings.iter().filter(|finding| self.tab.has(finding)).filter(is_there).collect();
        shown.sort_by_key(|finding| !finding.is_open());
        shown
    }
}

/// The places in which something was found, in the order of the work.
pub(super) fn areas(findings: &[Finding]) -> Vec<Area> {
    let places = findings.iter().flat_map(|finding| &finding.places);
    let mut areas: Vec<Area> = places.map(|place| place.area).collect();
    areas.sort_unstable();
    areas.dedup();
    areas
}
