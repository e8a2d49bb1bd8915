//! Spor: from the selected cell over its formula and its accounts to file, sheet and cell.

mod panel;
mod sources;
mod walk;

use eframe::egui::{Area, Frame, Id, Margin, Order, ScrollArea, Stroke, Ui, pos2};

use crate::app::Document;
use crate::figures::AmountColumn;
use crate::look::tokens;
use crate::project::Minute;
use crate::ui::theme::colors;
use crate::ui::widgets::panel as side;

use super::rows::{Part, RowId};
use super::statement::{Cell, TableState};
use walk::Walk;

/// What the panel remembers between frames.
#[derive(Default)]
pub(super) struct State {
    /// Whether the person wants to see the trail of what is selected.
    is_wanted: bool,
    /// The art whose accounts and source are told, where the person has chosen one.
    art: Option<String>,
    open: Option<OpenWalk>,
    /// The row whose accounts are to be moved.
    pub moves: Option<RowId>,
    /// The account whose amount is to be typed over, and the column.
    pub overrides: Option<(usize, AmountColumn)>,
}

/// A trail, kept as long as selection and project stay.
struct OpenWalk {
    cell: Cell,
    art: Option<String>,
    revision: u64,
    walk: Walk,
}

impl State {
    /// Whether the panel is in sight.
    pub fn is_open(&self) -> bool {
        self.is_wanted && self.open.is_some()
    }

    /// Shows the panel.
    pub fn open(&mut self) {
        self.is_wanted = true;
    }

    /// Hides the panel.
    pub fn close(&mut self) {
        self.is_wanted = false;
    }

    /// Shows the panel, or hides it.
    pub fn toggle(&mut self) {
        self.is_wanted = !self.is_wanted;
    }

    /// Forgets the trail: another tab is looked at.
    pub fn forget(&mut self) {
        self.open = None;
        self.art = None;
    }

    /// Finds the trail of the selected cell; whether there is one.
    fn prepare(&mut self, document: &Document, table: &TableState) -> bool {
        let Some(cell) = &table.cursor else {
            self.open = None;
            return false;
        };
        if !self.is_wanted {
            return false;
        }
        if self.open.as_ref().is_some_and(|open| open.cell.row != cell.row) {
            self.art = None;
        }
        let revision = document.revision();
        let is_current = self.open.as_ref().is_some_and(|open| {
            open.cell == *cell && open.art == self.art && open.revision == revision
        });
        if !is_current {
            let walk = Walk::of(document, cell, self.art.as_deref());
            self.open = walk.map(|walk| OpenWalk {
                cell: cell.clone(),
                art: self.art.clone(),
                revision,
                walk,
            });
        }
        self.open.is_some()
    }
}

/// The panel beside the statement.
pub(super) fn show_beside(
    ui: &mut Ui,
    (document, now): (&Document, Minute),
    state: &mut State,
    table: &mut TableState,
) {
    if state.prepare(document, table) {
        side::side_panel(ui, "economy-trail", |ui| contents(ui, (document, now), state, table));
    }
}

/// The panel over the right part of the statement, where the window is narrow.
pub(super) fn show_over(
    ui: &mut Ui,
    (document, now): (&Document, Minute),
    state: &mut State,
    table: &mut TableState,
) {
    if !state.prepare(document, table) {
        return;
    }
    let place = ui.max_rect();
    let width = tokens().size.side_panel;
    let corner = pos2(place.right() - width, place.top());
    let colors = colors(ui);
    let shown = Area::new(Id::unique("economy-trail-over"))
        .order(Order::Middle)
        .fixed_pos(corner)
        .constrain(false)
        .show(ui.ctx(), |ui| {
            Frame::NONE.fill(colors.panel).inner_margin(Margin::symmetric(22, 20)).show(ui, |ui| {
                ui.set_width(width - 44.0);
                ui.set_height(place.height() - 40.0);
                let scroll = ScrollArea::vertical().auto_shrink(false);
                scroll.show(ui, |ui| contents(ui, (document, now), state, table));
            });
        });
    let edge = shown.response.rect;
    let painter = ui.ctx().layer_painter(shown.response.layer_id);
    painter.vline(edge.left(), edge.y_range(), Stroke::new(1.0, colors.line));
}

fn contents(
    ui: &mut Ui,
    (document, now): (&Document, Minute),
    state: &mut State,
    table: &mut TableState,
) {
    let Some(open) = &state.open else { return };
    let asked = panel::show(ui, &open.walk, document.project(), now);
    match asked {
        Some(panel::Asked::Close) => state.close(),
        Some(panel::Asked::Art(art)) => state.art = Some(art),
        Some(panel::Asked::Row(row)) => {
            if let Part::Account(_) = row.part {
                // An account is in sight only where its art is open.
                table.opened.rows.insert(open.cell.row.clone());
            }
            let column = open.cell.column;
            table.select(Cell { row, column });
        }
        Some(panel::Asked::Move) => {
            let row = open.cell.row.clone();
            let chosen = open.walk.chosen_art().filter(|_| row.part == Part::Whole);
            let part = chosen.map_or_else(|| row.part.clone(), |art| Part::Art(art.to_owned()));
            state.moves = Some(RowId { part, ..row });
        }
        Some(panel::Asked::Override) => state.overrides = open.walk.overrides,
        None => {}
    }
}
