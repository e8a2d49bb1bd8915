//! Paints the rows that are in sight, the head over them, and the frame of the selection.

use eframe::egui::{Color32, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::cell::{self, Drawing, Touched};
use super::layout::inner;
use super::model::{Column, RowKind};
use super::state::{At, kind_of};
use crate::look::tokens;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::paint;

const HEAD: f32 = 32.0;
const FRAME: f32 = 2.0;
/// The size of an icon in the head.
const ICON: f32 = 14.0;

impl Drawing<'_> {
    /// Draws all that is in sight, but for the rows across all columns.
    pub fn body(&self, ui: &mut Ui, pointer: Option<Pos2>) -> Touched {
        let clip = ui.clip_rect();
        let in_sight = (clip.y_range().min - self.origin.y)..=(clip.y_range().max - self.origin.y);
        let rows = self.layout.rows_within(in_sight.into());
        let hovered = pointer.and_then(|place| self.layout.at(self.origin, place));
        for row in rows.clone() {
            self.row_ground(ui, row, hovered.is_some_and(|at| at.row == row));
        }
        let mut touched = Touched::default();
        // What has scrolled under the first column is neither seen nor pressed.
        let beside = self.layout.covers().then_some(self.origin.x + self.layout.first().max);
        ui.set_clip_rect(clip.with_min_x(beside.unwrap_or(clip.left()).max(clip.left())));
        for row in rows.clone() {
            for column in 1..self.model.columns().len() {
                self.cell_in_sight(ui, At::new(row, column), &mut touched);
            }
        }
        if self.state.block().is_some_and(|block| block.from.column > 0) {
            self.selection_frame(ui);
        }
        ui.set_clip_rect(clip);
        for row in rows {
            self.cell_in_sight(ui, At::new(row, 0), &mut touched);
        }
        if self.state.block().is_some_and(|block| block.from.column == 0) {
            self.selection_frame(ui);
        }
        touched
    }

    fn cell_in_sight(&self, ui: &Ui, at: At, touched: &mut Touched) {
        let rect = self.layout.cell_rect(self.origin, at);
        let has_cell = match kind_of(self.model, at.row) {
            RowKind::Wide(_) => false,
            RowKind::Heading(_) | RowKind::Title => at.column == 0,
            _ => true,
        };
        if has_cell && rect.intersects(ui.clip_rect()) {
            cell::show(self, ui, at, rect, touched);
        } else if !has_cell
            && self.focused
            && self.state.block().is_some_and(|block| block.contains(at))
        {
            // A block goes on through what cannot be selected alone.
            ui.painter().rect_filled(rect, 0.0, colors(ui).selected);
        }
    }

    fn row_ground(&self, ui: &Ui, row: usize, over: bool) {
        let colors = colors(ui);
        let rect = self.layout.row_rect(self.origin, row);
        let kind = kind_of(self.model, row);
        let fill = match kind {
            RowKind::Sum | RowKind::Part => colors.panel,
            RowKind::Result => colors.sunken,
            RowKind::ThisYear => colors.accent_soft,
            RowKind::Plain if over => colors.hover,
            _ => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(rect, 0.0, fill);
        if kind.is_sum() {
            paint::hairline(ui, rect, colors.line_strong);
        } else if kind == RowKind::ThisYear {
            let below = rect.translate(vec2(0.0, rect.height()));
            paint::hairline(ui, below, colors.line_strong);
        }
    }

    fn selection_frame(&self, ui: &Ui) {
        let (false, Some(block)) = (self.state.is_editing(), self.state.block()) else { return };
        let colors = colors(ui);
        let rect = self.layout.block_rect(self.origin, block);
        let stroke = if self.focused {
            Stroke::new(FRAME, colors.accent)
        } else {
            Stroke::new(1.0, colors.field_border)
        };
        ui.painter().rect_stroke(rect, tokens().radius.cell, stroke, StrokeKind::Inside);
    }

    /// Draws the head over a strong line. It stays while the rows scroll; `offset` is how far
    /// they have scrolled to the left.
    pub fn head(&self, ui: &Ui, rect: Rect, offset: f32) {
        let line = Stroke::new(1.0, colors(ui).line_strong);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
        let place = |index: usize| {
            let range = self.layout.column(index);
            let left = rect.left() - offset;
            Rect::from_x_y_ranges(left + range.min..=left + range.max, rect.y_range())
        };
        let first = place(0);
        for (index, column) in self.model.columns().iter().enumerate() {
            let is_covered = self.layout.covers() && index > 0;
            let seen = if is_covered { rect.with_min_x(first.right()) } else { rect };
            self.head_cell(ui, index, column, place(index), seen);
        }
    }

    fn head_cell(&self, ui: &Ui, index: usize, column: &Column, rect: Rect, seen: Rect) {
        if !rect.intersects(seen) {
            return;
        }
        let painter = ui.painter().with_clip_rect(seen.intersect(ui.clip_rect()));
        let ink = colors(ui).text_2;
        if let Some(icon) = column.icon {
            let galley = theme::icon_galley(ui, icon, ICON, ink);
            paint::centre_text(&painter, rect.center(), galley, ink);
        } else {
            let room = inner(column, rect);
            let galley = paint::elided(ui, &column.title, scale().table_head, ink, room.width());
            paint::place_text(&painter, room, galley, column.align(), ink);
        }
        let id = self.id.with(("head", index));
        let response = ui.interact(rect.intersect(seen), id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &column.title));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_column_index(index));
    }
}

/// Height of the head.
pub(super) fn head_height() -> f32 {
    HEAD
}
