//! The table that behaves like a spreadsheet: arrows, Enter, Tab, F2, Escape, blocks to and from
//! Excel.
//!
//! It draws a [`GridModel`], keeps selection and the text being typed in a [`GridState`], and
//! answers with [`GridAction`]s. Only the rows in sight are drawn. It is drawn here rather than
//! by a table crate because its rows differ in height, it must lie within a scrolling place, and
//! each cell needs an accessible name. Rows may open into rows, and a row across all columns holds
//! words about the row above it.

mod cell;
mod clipboard;
mod commands;
mod draw;
mod editor;
mod focus;
mod keys;
mod layout;
mod model;
mod pointer;
mod state;

use eframe::egui::scroll_area::{DragScroll, ScrollSource};
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Id, Pos2, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use cell::Drawing;
use commands::Work;
use editor::EditEnd;
use layout::Layout;
use pointer::Happened;

pub use model::{
    Cell, Column, GridAction, GridModel, Kind, Mark, Offer, Outline, RowKind, Sign, Tone,
};
pub use state::{At, Block, GridState, Sought};

use crate::look::tokens;

/// Draws the row at a place in its rectangle.
type DrawRow<'a> = dyn FnMut(&mut Ui, usize, Rect) + 'a;

/// A table, ready to be shown.
#[must_use = "a table is shown with show"]
pub struct Grid<'a> {
    name: &'a str,
    max_height: f32,
    wide: Option<&'a mut DrawRow<'a>>,
    kept: Option<usize>,
}

impl<'a> Grid<'a> {
    /// A table with the accessible name `name`, which is also its id within the place.
    pub fn new(name: &'a str) -> Self {
        Self { name, max_height: f32::INFINITY, wide: None, kept: None }
    }

    /// Scrolls its rows within `height`, the head included. Without, it is as high as its rows
    /// and the place scrolls.
    pub fn max_height(mut self, height: f32) -> Self {
        self.max_height = height;
        self
    }

    /// Draws the rows across all columns ([`RowKind::Wide`]) that are in sight, each in its
    /// rectangle; and `kept` out of sight too, since what is being written in it keeps its focus.
    pub fn wide(mut self, kept: Option<usize>, draw: &'a mut DrawRow<'a>) -> Self {
        self.wide = Some(draw);
        self.kept = kept;
        self
    }

    /// Shows `model` and returns what the user did, in order.
    pub fn show(
        mut self,
        ui: &mut Ui,
        state: &mut GridState,
        model: &dyn GridModel,
    ) -> Vec<GridAction> {
        let id = ui.make_persistent_id(self.name);
        state.fit(model);
        let before = state.cursor;
        focus::hold(ui, id, state);
        let events = focus::take_events(ui, id, state, model);
        let mut layout = Layout::new(ui, model);
        let head = vec2(layout.width().min(ui.available_width()), draw::head_height());
        let (head, _) = ui.allocate_exact_size(head, Sense::hover());
        ui.add_space(-ui.spacing().item_spacing.y);
        let most = (self.max_height - head.height()).max(tokens().row.table);
        let rows = ScrollArea::both()
            .id_salt(id)
            .max_height(most)
            // In a place that scrolls, the fold is no reason to scroll within the table.
            .min_scrolled_height(layout.height().min(most))
            .auto_shrink([false, true])
            .scroll_source(ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() })
            .show_viewport(ui, |ui, seen| {
                layout.scroll(seen.left(), seen.width());
                self.rows(ui, id, state, model, &layout)
            });
        let origin = rows.inner_rect.min;
        let focused = focus::within(ui, id);
        Drawing { id, model, state, layout: &layout, origin, focused }.head(
            ui,
            head,
            rows.state.clamped_offset().x,
        );
        let page = (rows.inner_rect.height() / tokens().row.table) as usize;
        let mut work = Work { state, model, page: page.max(1), actions: Vec::new() };
        let mut happened = rows.inner;
        let menu = happened.menu.take();
        happened.apply(&mut work, events.is_empty());
        focus::run_events(ui, events, &mut work);
        if let Some(command) = menu {
            work.state.wants_focus = true;
            focus::run(ui, command, &mut work);
        }
        let Work { mut actions, .. } = work;
        if let Some(At { row, column }) = state.cursor.filter(|_| state.cursor != before) {
            actions.extend(model.trail(row, column).map(GridAction::Selected));
        }
        state.remember_rows(model);
        actions
    }

    fn rows(
        &mut self,
        ui: &mut Ui,
        id: Id,
        state: &mut GridState,
        model: &dyn GridModel,
        layout: &Layout,
    ) -> Happened {
        let origin = ui.max_rect().min;
        let content = Rect::from_min_size(origin, vec2(layout.width(), layout.height()));
        ui.allocate_rect(content, Sense::hover());
        let sight = content.intersect(ui.clip_rect());
        let response = ui.interact(sight, id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, self.name));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_row_count(state::row_count(model));
            node.set_column_count(model.columns().len());
        });
        let focused = focus::within(ui, id);
        let drawing = Drawing { id, model, state, layout, origin, focused };
        let touched = drawing.body(ui, response.hover_pos());
        self.wide_rows(ui, model, layout, origin);
        if std::mem::take(&mut state.reveal)
            && let Some(block) = state.block()
        {
            let far = if block.is_single() { block.from } else { state.far };
            let rect = layout.cell_rect(origin, far);
            // It is not to lie under the first column either.
            let first = if far.column > 0 { layout.first().span() } else { 0.0 };
            let rect = rect.with_min_x(rect.left() - first);
            ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
        }
        let editor = edit_cell(ui, id, state, model, layout, origin);
        tell_finding(ui, id, state, layout, origin);
        let mut happened = Happened::of(ui, &response, model, layout, origin);
        happened.asked = touched.asked;
        happened.toggled = touched.toggled;
        happened.button = touched.button;
        happened.editor = editor;
        happened.menu = pointer::context_menu(&response, state, model);
        happened
    }
}

impl Grid<'_> {
    fn wide_rows(&mut self, ui: &mut Ui, model: &dyn GridModel, layout: &Layout, origin: Pos2) {
        let kept = self.kept;
        let Some(draw) = &mut self.wide else { return };
        let clip = ui.clip_rect();
        let in_sight = (clip.top() - origin.y)..=(clip.bottom() - origin.y);
        let rows = layout.rows_within(in_sight.into());
        let kept = kept.filter(|row| !rows.contains(row));
        for row in rows.chain(kept) {
            if matches!(state::kind_of(model, row), RowKind::Wide(_)) {
                // It stays while the columns scroll.
                let rect = layout.row_rect(origin, row);
                let left = rect.left() + layout.first().min;
                draw(ui, row, Rect::from_x_y_ranges(left..=rect.right(), rect.y_range()));
            }
        }
    }
}

fn edit_cell(
    ui: &mut Ui,
    id: Id,
    state: &mut GridState,
    model: &dyn GridModel,
    layout: &Layout,
    origin: Pos2,
) -> Option<EditEnd> {
    let edit = state.edit.as_mut()?;
    // Also drawn out of sight: the text and the focus stay while the rows scroll.
    let rect = layout.cell_rect(origin, edit.at);
    Some(editor::show(ui, id, model, edit, rect))
}

fn tell_finding(ui: &Ui, id: Id, state: &GridState, layout: &Layout, origin: Pos2) {
    let typed = state.edit.as_ref().and_then(|edit| Some((edit.at, edit.error.as_ref()?)));
    let dropped = state.dropped.as_ref().map(|(at, message)| (*at, message));
    if let Some((at, message)) = typed.or(dropped) {
        let rect = layout.cell_rect(origin, at);
        if rect.intersects(ui.clip_rect()) {
            editor::finding(ui, id, rect, &message.text());
        }
    }
}
