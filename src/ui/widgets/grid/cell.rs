//! One cell of a table being drawn: its ground, words, marks and buttons, and its name for those who
//! hear the table.

use eframe::egui::accesskit::Action;
use eframe::egui::{
    Align, Color32, Id, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};

use super::layout::{Layout, room, style};
use super::model::{Cell, Column, GridModel, Mark, RowKind, Sign, Tone};
use super::state::{At, GridState, kind_of};
use crate::look::{TypeStyle, tokens};
use crate::t;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, Colors, colors, scale, semibold};
use crate::ui::widgets::{paint, tooltip};

const CORNER: f32 = 8.0;
/// From a row's words back to the middle of its triangle.
const TRIANGLE_AT: f32 = 10.5;
const TRIANGLE: f32 = 12.0;
const BUTTON: f32 = 15.0;
/// What is pressed reaches as far as this around its middle.
const TARGET: f32 = 24.0;
/// The least room of a code before its words.
const CODE: f32 = 24.0;

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

/// What was done to a cell while it was drawn.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Touched {
    /// An assistive program has asked for this cell.
    pub asked: Option<At>,
    /// The triangle of this row was pressed.
    pub toggled: Option<usize>,
    /// The button of this cell was pressed.
    pub button: Option<At>,
}

impl Drawing<'_> {
    /// The accessible node of a cell.
    pub fn cell_id(&self, at: At) -> Id {
        self.id.with((at.row, at.column))
    }
}

/// Draws the cell at `at` in `rect`.
pub(super) fn show(drawing: &Drawing<'_>, ui: &Ui, at: At, rect: Rect, touched: &mut Touched) {
    let cell = contents(drawing.model, at);
    let id = drawing.cell_id(at);
    let response = ui.interact(rect, id, Sense::hover());
    name(drawing, ui, &response, at, &cell);
    if let Some(fill) = ground(drawing, ui, at, &cell) {
        ui.painter().rect_filled(rect, 0.0, fill);
    }
    let elided = words(drawing, ui, at, rect, &cell);
    mark(ui, rect, cell.mark.as_ref());
    hint(response, &cell, elided);
    if at.column == 0 && triangle(drawing, ui, at, rect) {
        touched.toggled = Some(at.row);
    }
    if button(drawing, ui, at, rect, &cell) {
        touched.button = Some(at);
    }
    let is_asked = ui.input(|input| {
        [Action::Click, Action::Focus]
            .into_iter()
            .any(|action| input.has_accesskit_action_request(id, action))
    });
    if is_asked && kind_of(drawing.model, at.row).is_selectable() {
        touched.asked = Some(at);
    }
}

fn contents(model: &dyn GridModel, at: At) -> Cell {
    if at.row < model.row_count() {
        model.cell(at.row, at.column)
    } else if at.column == 0 {
        Cell::new(t!("grid-new-row")).tone(Tone::Quiet)
    } else {
        Cell::default()
    }
}

fn name(drawing: &Drawing<'_>, ui: &Ui, response: &Response, at: At, cell: &Cell) {
    let model = drawing.model;
    let spoken = cell.spoken();
    let is_row_head =
        at.column == 0 && at.row < model.row_count() && row_name(model, at.row) == spoken;
    let (role, name) = match is_row_head {
        true => (Role::RowHeader, spoken),
        false => (Role::Cell, cell_name(model, at, &spoken)),
    };
    response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    let selected = drawing.state.block().is_some_and(|block| block.contains(at));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(selected);
        node.set_row_index(at.row);
        node.set_column_index(at.column);
        node.add_action(Action::Click);
        if !cell.hint.is_empty() {
            node.set_description(cell.hint.as_str());
        }
    });
    if drawing.state.cursor == Some(at) {
        let cell = response.id.accesskit_id();
        ui.ctx().accesskit_node_builder(drawing.id, |node| node.set_active_descendant(cell));
    }
}

fn ground(drawing: &Drawing<'_>, ui: &Ui, at: At, cell: &Cell) -> Option<Color32> {
    let colors = colors(ui);
    let block = drawing.state.block().filter(|block| drawing.focused && block.contains(at));
    match (&cell.mark, block) {
        (Some(Mark::Error(_)), _) => Some(colors.error_soft),
        (_, Some(block)) if !block.is_single() => Some(colors.selected),
        (Some(Mark::Overridden | Mark::SourceMoved), _) => Some(colors.override_soft),
        (_, Some(_)) => Some(colors.accent_soft),
        (_, None) => None,
    }
}

/// Writes the cell's words; true if they did not fit.
fn words(drawing: &Drawing<'_>, ui: &Ui, at: At, rect: Rect, cell: &Cell) -> bool {
    let color = ink(drawing, ui, at, cell);
    let kind = kind_of(drawing.model, at.row);
    let style = style_at(cell, kind, at.column);
    let mut inner = room(drawing.model, at, rect);
    if let Some(sign) = cell.sign {
        let (sign, color) = icon_of(sign, colors(ui));
        let size = tokens().size.icon_severity;
        let galley = theme::icon_galley(ui, sign, size, color);
        paint::place_text(ui.painter(), inner, galley, Align::Min, color);
        inner.min.x += size + 6.0;
    }
    if !cell.code.is_empty() {
        let quiet = colors(ui).text_2;
        let code = paint::line(ui, &cell.code, style, quiet);
        let taken = code.size().x.max(CODE) + 8.0;
        paint::place_text(ui.painter(), inner, code, Align::Min, quiet);
        inner.min.x += taken;
    }
    let column = drawing.model.columns().get(at.column);
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

/// The weight of a cell's words, where the report year's row has its name set apart.
fn style_at(cell: &Cell, kind: RowKind, column: usize) -> TypeStyle {
    match kind {
        RowKind::ThisYear if column == 0 => semibold(scale().table),
        _ => style(cell, kind),
    }
}

fn ink(drawing: &Drawing<'_>, ui: &Ui, at: At, cell: &Cell) -> Color32 {
    let colors = colors(ui);
    let names_year = kind_of(drawing.model, at.row) == RowKind::ThisYear && at.column == 0;
    let block = drawing.state.block();
    let in_block = drawing.focused && block.is_some_and(|block| block.contains(at));
    match (&cell.mark, cell.tone) {
        (Some(Mark::Error(_)), _) => colors.error,
        (Some(Mark::Overridden | Mark::SourceMoved), _) => colors.r#override,
        _ if names_year => colors.accent,
        _ if cell.sign.is_some_and(|sign| sign != Sign::Open) => {
            cell.sign.map_or(colors.text, |sign| icon_of(sign, colors).1)
        }
        // The palest ink cannot be read on the fill of a block.
        (_, Tone::Quiet) if in_block => colors.text_2,
        (_, Tone::Quiet) => colors.text_3,
        (_, Tone::Label) => colors.text_2,
        (_, Tone::Warning) => colors.warning,
        (_, Tone::Plain) => colors.text,
    }
}

fn hint(response: Response, cell: &Cell, elided: bool) {
    let full = Some(&cell.text).filter(|_| elided);
    let text = match &cell.mark {
        Some(Mark::Error(message)) => vec![message.text()],
        _ => [full, Some(&cell.hint)].into_iter().flatten().cloned().collect(),
    };
    if text.iter().any(|words| !words.is_empty()) {
        response.on_hover_ui(|ui| {
            for words in text.iter().filter(|words| !words.is_empty()) {
                theme::paragraph(ui, words, scale().body, colors(ui).text);
            }
        });
    }
}

/// The triangle of a row that opens into rows; true if it was pressed.
fn triangle(drawing: &Drawing<'_>, ui: &Ui, at: At, rect: Rect) -> bool {
    let is_row = at.row < drawing.model.row_count();
    let open = if is_row { drawing.model.outline(at.row).open } else { None };
    let Some(is_open) = open else { return false };
    let left = room(drawing.model, at, rect).left();
    let centre = pos2(left - TRIANGLE_AT, rect.center().y);
    let glyph = if is_open { icon::CARET_DOWN } else { icon::CARET_RIGHT };
    let name = drawing.model.opener(at.row, is_open);
    let size = vec2(TARGET, TARGET.min(rect.height()));
    let id = drawing.cell_id(at).with("triangle");
    let response = ui.interact(Rect::from_center_size(centre, size), id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, &name));
    pressable(ui, &response, glyph, TRIANGLE, colors(ui).text_2, centre);
    response.clicked()
}

/// The icon of a cell that can be pressed; true if it was.
fn button(drawing: &Drawing<'_>, ui: &Ui, at: At, rect: Rect, cell: &Cell) -> bool {
    let Some((icon, does)) = &cell.button else { return false };
    let target = Rect::from_center_size(rect.center(), vec2(TARGET, TARGET.min(rect.height())));
    let response = ui.interact(target, drawing.cell_id(at).with("button"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, does));
    let color = match cell.tone {
        Tone::Warning => colors(ui).warning,
        _ => colors(ui).text_2,
    };
    pressable(ui, &response, *icon, BUTTON, color, rect.center());
    tooltip::short(response, does, None).clicked()
}

fn pressable(ui: &Ui, response: &Response, icon: Icon, size: f32, color: Color32, at: Pos2) {
    let color = if response.hovered() { colors(ui).accent } else { color };
    let galley = theme::icon_galley(ui, icon, size, color);
    paint::centre_text(ui.painter(), at, galley, color);
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
    let colors = colors(ui);
    match mark {
        None => {}
        Some(Mark::Error(_)) => {
            let size = tokens().size.icon_severity;
            let centre = pos2(rect.left() + 12.0, rect.center().y);
            let galley = theme::icon_galley(ui, icon::ERROR, size, colors.error);
            paint::centre_text(ui.painter(), centre, galley, colors.error);
        }
        Some(Mark::Overridden) => corner(ui, rect, colors.r#override),
        Some(Mark::SourceMoved | Mark::Differs) => corner(ui, rect, colors.warning),
    }
}

fn corner(ui: &Ui, rect: Rect, color: Color32) {
    let tip = rect.right_top();
    let points = vec![tip - vec2(CORNER, 0.0), tip, tip + vec2(0.0, CORNER)];
    ui.painter().add(Shape::convex_polygon(points, color, Stroke::NONE));
}
