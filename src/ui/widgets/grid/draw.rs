//! Paints rows and cells, and names each visible cell for those who hear the table.

use eframe::egui::accesskit::Action;
use eframe::egui::{
    Align, Color32, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::layout::Layout;
use super::model::{Cell, Column, GridModel, Mark, RowKind, Sign, Tone};
use super::state::{At, GridState};
use crate::look::{TypeStyle, tokens};
use crate::t;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, Colors, colors, scale, semibold};
use crate::ui::widgets::paint;

/// Air between a cell's edge and its words.
pub(super) const PADDING: f32 = 10.0;
/// The same at the right.
pub(super) const PADDING_RIGHT: f32 = 14.0;
const HEAD: f32 = 32.0;
const FRAME: f32 = 2.0;
const CORNER: f32 = 8.0;

/// A table being drawn: its upper left corner is at `origin`.
pub(super) struct Drawing<'a> {
    pub id: Id,
    pub model: &'a dyn GridModel,
    pub state: &'a GridState,
    pub layout: &'a Layout,
    pub origin: Pos2,
    /// Whether the table or its editor has the keyboard's focus.
    pub focused: bool,
}

impl Drawing<'_> {
    /// The accessible node of a cell.
    pub fn cell_id(&self, at: At) -> Id {
        self.id.with((at.row, at.column))
    }

    /// Draws all that is in sight; returns a cell that an assistive program has asked for.
    pub fn body(&self, ui: &Ui, pointer: Option<Pos2>) -> Option<At> {
        let clip = ui.clip_rect();
        let in_sight = (clip.y_range().min - self.origin.y)..=(clip.y_range().max - self.origin.y);
        let hovered = pointer.and_then(|place| self.layout.at(self.origin, place));
        let mut asked = None;
        for row in self.layout.rows_within(in_sight.into()) {
            let over = hovered.is_some_and(|at| at.row == row);
            self.row_ground(ui, row, over);
            for column in 0..self.model.columns().len() {
                let at = At::new(row, column);
                let rect = self.layout.cell_rect(self.origin, at);
                if rect.intersects(clip) && self.cell(ui, at, rect) {
                    asked = Some(at);
                }
            }
        }
        self.selection_frame(ui);
        asked
    }

    fn kind(&self, row: usize) -> RowKind {
        if row < self.model.row_count() { self.model.row_kind(row) } else { RowKind::Plain }
    }

    fn row_ground(&self, ui: &Ui, row: usize, over: bool) {
        let colors = colors(ui);
        let rect = self.layout.row_rect(self.origin, row);
        let fill = match self.kind(row) {
            RowKind::Sum => colors.panel,
            RowKind::Result => colors.sunken,
            RowKind::ThisYear => colors.accent_soft,
            RowKind::Plain if over => colors.hover,
            RowKind::Average | RowKind::Plain => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(rect, 0.0, fill);
        match self.kind(row) {
            RowKind::Sum | RowKind::Average | RowKind::Result => {
                paint::hairline(ui, rect, colors.line_strong);
            }
            RowKind::ThisYear => {
                let below = rect.translate(vec2(0.0, rect.height()));
                paint::hairline(ui, below, colors.line_strong);
            }
            RowKind::Plain => {}
        }
    }

    /// Draws one cell; true if an assistive program asks for it.
    fn cell(&self, ui: &Ui, at: At, rect: Rect) -> bool {
        let cell = self.contents(at);
        let response = ui.interact(rect, self.cell_id(at), Sense::hover());
        self.name(ui, &response, at, &cell);
        if let Some(fill) = self.cell_ground(ui, at, &cell) {
            ui.painter().rect_filled(rect, 0.0, fill);
        }
        let elided = self.words(ui, at, rect, &cell);
        mark(ui, rect, cell.mark.as_ref());
        match &cell.mark {
            Some(Mark::Error(message)) => {
                response.on_hover_ui(|ui| {
                    theme::paragraph(ui, message.text(), scale().body, colors(ui).text);
                });
            }
            _ if elided || !cell.hint.is_empty() => {
                response.on_hover_ui(|ui| {
                    let words = [Some(&cell.text).filter(|_| elided), Some(&cell.hint)];
                    for words in words.into_iter().flatten().filter(|words| !words.is_empty()) {
                        theme::paragraph(ui, words, scale().body, colors(ui).text);
                    }
                });
            }
            _ => {}
        }
        let id = self.cell_id(at);
        ui.input(|input| {
            [Action::Click, Action::Focus]
                .into_iter()
                .any(|action| input.has_accesskit_action_request(id, action))
        })
    }

    fn contents(&self, at: At) -> Cell {
        if at.row < self.model.row_count() {
            self.model.cell(at.row, at.column)
        } else if at.column == 0 {
            Cell::new(t!("grid-new-row")).tone(Tone::Quiet)
        } else {
            Cell::default()
        }
    }

    fn name(&self, ui: &Ui, response: &Response, at: At, cell: &Cell) {
        let name = cell_name(self.model, at, &cell.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &name));
        let selected = self.state.block().is_some_and(|block| block.contains(at));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_selected(selected);
            node.set_row_index(at.row);
            node.set_column_index(at.column);
            node.add_action(Action::Click);
            if !cell.hint.is_empty() {
                node.set_description(cell.hint.as_str());
            }
        });
        if self.state.cursor == Some(at) {
            let cell = response.id.accesskit_id();
            ui.ctx().accesskit_node_builder(self.id, |node| node.set_active_descendant(cell));
        }
    }

    fn cell_ground(&self, ui: &Ui, at: At, cell: &Cell) -> Option<Color32> {
        let colors = colors(ui);
        let block = self.state.block().filter(|block| self.focused && block.contains(at));
        match (&cell.mark, block) {
            (Some(Mark::Error(_)), _) => Some(colors.error_soft),
            (_, Some(block)) if !block.is_single() => Some(colors.selected),
            (Some(Mark::Overridden | Mark::SourceMoved), _) => Some(colors.override_soft),
            (None, Some(_)) => Some(colors.accent_soft),
            (None, None) => None,
        }
    }

    /// Writes the cell's words; true if they did not fit.
    fn words(&self, ui: &Ui, at: At, rect: Rect, cell: &Cell) -> bool {
        let (style, color) = self.ink(ui, at, cell);
        let mut inner = room(rect);
        if let Some(sign) = cell.sign {
            let (sign, color) = icon_of(sign, colors(ui));
            let size = tokens().size.icon_severity;
            let galley = theme::icon_galley(ui, sign, size, color);
            paint::place_text(ui.painter(), inner, galley, Align::Min, color);
            inner.min.x += size + 6.0;
        }
        let column = self.model.columns().get(at.column);
        let galley = match column.map_or(1, |column| column.lines) {
            // Where the row is no higher than one line, the words are cut.
            lines if lines > 1 && rect.height() > tokens().row.sum => {
                paint::wrapped(ui, &cell.text, style, color, inner.width(), lines)
            }
            _ => paint::elided(ui, &cell.text, style, color, inner.width()),
        };
        let elided = galley.elided;
        let align = column.map(Column::align).unwrap_or_default();
        paint::place_text(ui.painter(), inner, galley, align, color);
        elided
    }

    fn ink(&self, ui: &Ui, at: At, cell: &Cell) -> (TypeStyle, Color32) {
        let colors = colors(ui);
        let kind = self.kind(at.row);
        let names_year = kind == RowKind::ThisYear && at.column == 0;
        let style = if names_year || cell.is_strong(kind) {
            semibold(scale().table)
        } else {
            scale().table
        };
        let in_block = self.focused && self.state.block().is_some_and(|block| block.contains(at));
        let color = match (&cell.mark, cell.tone) {
            (Some(Mark::Error(_)), _) => colors.error,
            (Some(_), _) => colors.r#override,
            _ if names_year => colors.accent,
            (None, _) if cell.sign.is_some_and(|sign| sign != Sign::Open) => {
                cell.sign.map_or(colors.text, |sign| icon_of(sign, colors).1)
            }
            // The palest ink cannot be read on the fill of a block.
            (None, Tone::Quiet) if in_block => colors.text_2,
            (None, Tone::Quiet) => colors.text_3,
            (None, Tone::Label) => colors.text_2,
            (None, Tone::Plain) => colors.text,
        };
        (style, color)
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
        let colors = colors(ui);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        for (index, (column, range)) in
            self.model.columns().iter().zip(self.layout.columns()).enumerate()
        {
            let left = rect.left() - offset;
            let cell = Rect::from_x_y_ranges(left + range.min..=left + range.max, rect.y_range());
            let inner = room(cell);
            let style = scale().table_head;
            let galley = paint::elided(ui, &column.title, style, colors.text_2, inner.width());
            paint::place_text(&painter, inner, galley, column.align(), colors.text_2);
            let response = ui.interact(cell, self.id.with(("head", index)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &column.title));
        }
        let line = Stroke::new(1.0, colors.line_strong);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
    }
}

/// Where in a cell its words stand: numbers keep a little more air at their right.
pub(super) fn room(cell: Rect) -> Rect {
    Rect::from_x_y_ranges(cell.left() + PADDING..=cell.right() - PADDING_RIGHT, cell.y_range())
}

/// Height of the head.
pub(super) fn head_height() -> f32 {
    HEAD
}

/// A cell's name for those who hear the table: *3. kvartal, rad 4: 9 915*.
pub(super) fn cell_name(model: &dyn GridModel, at: At, value: &str) -> String {
    let column = column_title(model, at);
    let row = row_name(model, at.row);
    if value.is_empty() {
        t!("grid-empty-cell", column = column, row = row)
    } else {
        t!("grid-cell", column = column, row = row, value = value)
    }
}

/// The head of the cell's column.
pub(super) fn column_title(model: &dyn GridModel, at: At) -> &str {
    model.columns().get(at.column).map_or("", |column| column.title.as_str())
}

/// The name that the model gives the row, or its number.
pub(super) fn row_name(model: &dyn GridModel, row: usize) -> String {
    if row >= model.row_count() {
        return t!("grid-new-row");
    }
    model.row_name(row).unwrap_or_else(|| t!("grid-row", row = row.saturating_add(1)))
}

fn icon_of(sign: Sign, colors: &Colors) -> (Icon, Color32) {
    match sign {
        Sign::Good => (icon::DONE, colors.ok),
        Sign::Bad => (icon::ERROR, colors.error),
        Sign::Open => (icon::NOT_SET, colors.text_2),
    }
}

fn mark(ui: &Ui, rect: Rect, mark: Option<&Mark>) {
    let colors: &Colors = colors(ui);
    match mark {
        None => {}
        Some(Mark::Error(_)) => {
            let size = tokens().size.icon_severity;
            let centre = pos2(rect.left() + 12.0, rect.center().y);
            let galley = theme::icon_galley(ui, icon::ERROR, size, colors.error);
            paint::centre_text(ui.painter(), centre, galley, colors.error);
        }
        Some(Mark::Overridden) => corner(ui, rect, colors.r#override),
        Some(Mark::SourceMoved) => corner(ui, rect, colors.warning),
    }
}

fn corner(ui: &Ui, rect: Rect, color: Color32) {
    let tip = rect.right_top();
    let points = vec![tip - vec2(CORNER, 0.0), tip, tip + vec2(0.0, CORNER)];
    ui.painter().add(eframe::egui::Shape::convex_polygon(points, color, Stroke::NONE));
}
