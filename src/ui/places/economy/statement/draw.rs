//! Paints a statement's head and rows, and names each cell in sight for those who hear it.

use eframe::egui::{
    Align, Color32, Id, Pos2, Rangef, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::figures::{AmountColumn, TrailOf};
use crate::t;
use crate::ui::corrections;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale, semibold};
use crate::ui::widgets::grid::Mark;
use crate::ui::widgets::paint;
use crate::ui::widgets::tooltip::{self, Tip};

use super::super::columns::Col;
use super::super::figure_of;
use super::super::rows::{Kind, Remarked, ShownRow};
use super::layout::{Layout, PADDING, indent, name_galley, room, style};
use super::{Asked, Cell, Sheet, Table, TableState, remark};

const HEAD: f32 = 36.0;
const CARET: f32 = 12.0;
/// From a line's words back to the middle of its sign.
const CARET_AT: f32 = 10.5;
const TARGET: f32 = 24.0;
const FRAME: f32 = 2.0;
const CORNER: f32 = 8.0;
/// The least room of a code before its name.
const CODE: f32 = 24.0;

/// Draws the head over a strong line.
pub(super) fn head(ui: &mut Ui, table: &Table<'_>, layout: &Layout) {
    let size = vec2(layout.width(), HEAD);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let colors = colors(ui);
    let style = scale().table_head;
    let place = |range: Rangef| {
        let x = rect.left() + range.min..=rect.left() + range.max;
        Rect::from_x_y_ranges(x, rect.y_range())
    };
    let note = paint::line(ui, &t!("economy-note"), style, colors.text_2);
    paint::place_text(ui.painter(), place(layout.note()), note, Align::Min, colors.text_2);
    for (index, column) in table.columns.iter().enumerate() {
        let cell = place(layout.column(index));
        let (words, align) = match column {
            Col::Name => (table.caption.to_owned(), Align::Min),
            _ => (column.title(table.year), Align::Max),
        };
        let inner = if *column == Col::Name { cell } else { room(cell) };
        let galley = paint::elided(ui, &words, style, colors.text_2, inner.width());
        paint::place_text(ui.painter(), inner, galley, align, colors.text_2);
        let id = ui.scope_id().with(("head", index));
        let response = ui.interact(cell, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &words));
    }
    let galley = theme::icon_galley(ui, icon::REMARK, 14.0, colors.text_2);
    paint::centre_text(ui.painter(), place(layout.icon()).center(), galley, colors.text_2);
    let line = Stroke::new(1.0, colors.line_strong);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
    ui.add_space(-ui.spacing().item_spacing.y);
}

/// The rows being drawn: their upper left corner is at `origin`.
pub(super) struct Drawing<'a> {
    pub id: Id,
    pub table: &'a Table<'a>,
    pub layout: &'a Layout,
    pub origin: Pos2,
}

impl Drawing<'_> {
    /// Draws all rows in sight.
    pub fn rows(
        &self,
        ui: &mut Ui,
        response: &Response,
        state: &mut TableState,
        asked: &mut Vec<Asked>,
    ) {
        let clip = ui.clip_rect();
        let pointer = response.contains_pointer().then(|| ui.input(|i| i.pointer.hover_pos()));
        for (at, (sheet, row)) in self.table.flat().enumerate() {
            self.title(ui, at, sheet);
            let rect = self.layout.row_rect(self.origin, at);
            // What is being written keeps its focus out of sight too.
            let is_written = state.opened.writing.as_ref() == Some(&row.id);
            if !rect.intersects(clip) && !is_written {
                continue;
            }
            let is_over = pointer.flatten().is_some_and(|place| rect.contains(place));
            ground(ui, rect, row, is_over);
            let place = (self.table, row, self.layout.column(0));
            match row.kind {
                Kind::Remark(_) => remark::show(ui, rect, place, state, asked),
                Kind::Missing => {
                    remark::missing(ui, rect, place, self.table.limits, state);
                }
                _ => self.row(ui, rect, sheet, row, state, asked),
            }
        }
    }

    /// The words over a statement that is not the first.
    fn title(&self, ui: &Ui, at: usize, sheet: &Sheet<'_>) {
        let Some(rect) = self.layout.title_rect(self.origin, at) else { return };
        let Some(title) = &sheet.title else { return };
        if !rect.intersects(ui.clip_rect()) {
            return;
        }
        let color = colors(ui).text;
        let galley = paint::line(ui, title, scale().heading, color);
        let left = rect.left() + self.layout.column(0).min;
        ui.painter().galley(pos2(left, rect.bottom() - 8.0 - galley.size().y), galley, color);
    }

    fn cell_rect(&self, rect: Rect, range: Rangef) -> Rect {
        let x = self.origin.x + range.min..=self.origin.x + range.max;
        Rect::from_x_y_ranges(x, rect.y_range())
    }

    fn row(
        &self,
        ui: &Ui,
        rect: Rect,
        sheet: &Sheet<'_>,
        row: &ShownRow,
        state: &mut TableState,
        asked: &mut Vec<Asked>,
    ) {
        let note = self.cell_rect(rect, self.layout.note());
        let galley = paint::line(ui, &row.note, scale().table, colors(ui).text_2);
        paint::place_text(ui.painter(), note, galley, Align::Center, colors(ui).text_2);
        self.name(ui, rect, row, state, asked);
        if matches!(row.kind, Kind::Heading(_)) {
            return;
        }
        for (index, column) in self.table.columns.iter().enumerate().skip(1) {
            let cell = self.cell_rect(rect, self.layout.column(index));
            self.number(ui, cell, (sheet, row, *column), state, asked);
        }
        self.remark_sign(ui, rect, row, state);
    }

    fn name(
        &self,
        ui: &Ui,
        rect: Rect,
        row: &ShownRow,
        state: &mut TableState,
        asked: &mut Vec<Asked>,
    ) {
        let place = self.cell_rect(rect, self.layout.column(0));
        if row.is_selectable() {
            self.cell(ui, place, row, Col::Name, &row.name, state, asked);
        }
        let color = if row.kind == Kind::Line && row.is_zero() {
            colors(ui).text_3
        } else {
            colors(ui).text
        };
        let inner = place.with_min_x(place.left() + indent(row.kind));
        if row.code.is_empty() {
            let galley = name_galley(ui, row, self.layout.column(0));
            paint::place_text(ui.painter(), inner, galley, Align::Min, color);
        } else {
            coded(ui, inner, row, color);
        }
        if let Some(is_open) = row.opens {
            self.caret(ui, place, row, is_open, state);
        }
    }

    /// The sign before a line that opens into its accounts.
    fn caret(&self, ui: &Ui, place: Rect, row: &ShownRow, is_open: bool, state: &mut TableState) {
        let centre = pos2(place.left() + indent(row.kind) - CARET_AT, place.center().y);
        let target = Rect::from_center_size(centre, vec2(TARGET, TARGET.min(place.height())));
        let response = ui.interact(target, self.id.with((&row.id, "caret")), Sense::CLICK);
        let name = match is_open {
            true => t!("economy-close-line", line = &*row.name),
            false => t!("economy-open-line", line = &*row.name),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, &name));
        let color = if response.hovered() { colors(ui).accent } else { colors(ui).text_2 };
        let glyph = if is_open { icon::CARET_DOWN } else { icon::CARET_RIGHT };
        let galley = theme::icon_galley(ui, glyph, CARET, color);
        paint::centre_text(ui.painter(), centre, galley, color);
        if response.clicked() {
            state.toggle(&row.id);
            state.cursor = Some(Cell { row: row.id.clone(), column: Col::Name });
            state.wants_focus = true;
        }
    }

    fn number(
        &self,
        ui: &Ui,
        rect: Rect,
        (sheet, row, column): (&Sheet<'_>, &ShownRow, Col),
        state: &mut TableState,
        asked: &mut Vec<Asked>,
    ) {
        let value = column.value(&row.amounts, row.printed.as_ref());
        let is_deviation = matches!(column, Col::Deviation(_) | Col::Percent(_));
        let text = match value {
            Some(value) if is_deviation && value.is_zero() && row.is_zero() => None,
            Some(value) => Some(sheet.money.text(value, column)),
            None if matches!(column, Col::Amount(_)) => Some(t!("missing")),
            None => None,
        };
        let text = text.unwrap_or_default();
        let corrected = self.corrected(row, column);
        if corrected.is_some() {
            ui.painter().rect_filled(rect, 0.0, colors(ui).override_soft);
        }
        let is_selected = self.cell(ui, rect, row, column, &text, state, asked);
        let colors = colors(ui);
        let is_off = column == Col::Printed
            && value.is_some_and(|printed| row.amounts.get(AmountColumn::Actual) != Some(printed));
        let color = match value {
            _ if corrected.is_some() => colors.r#override,
            _ if is_selected => colors.text,
            _ if is_off => colors.warning,
            Some(value) if value.is_zero() => colors.text_3,
            None => colors.text_3,
            _ if column == Col::Printed => colors.text_2,
            Some(_) if matches!(column, Col::Percent(_)) && !is_strong(row.kind) => colors.text_2,
            Some(_) => colors.text,
        };
        let style = if is_selected || corrected.is_some() {
            semibold(scale().table)
        } else {
            style(row.kind)
        };
        let galley = paint::line(ui, &text, style, color);
        paint::place_text(ui.painter(), room(rect), galley, Align::Max, color);
        let is_last_year = column == Col::Amount(AmountColumn::LastYear);
        if is_off || (is_last_year && row.own_last_year.is_some()) {
            corner(ui, rect, colors.warning);
        }
        match corrected {
            Some((Mark::SourceMoved, _)) => corner(ui, rect, colors.warning),
            Some(_) => corner(ui, rect, colors.r#override),
            None => {}
        }
    }

    /// The mark and the sentence of a number that rests directly on corrected cells.
    fn corrected(&self, row: &ShownRow, column: Col) -> Option<(Mark, String)> {
        let document = self.table.document;
        if document.figures().corrected().is_empty() {
            return None;
        }
        let cell = Cell { row: row.id.clone(), column };
        match figure_of::trail_of(document, &cell)? {
            TrailOf::Figure(key) => corrections::resting(document.figures(), &key),
            TrailOf::Cell(at) => {
                let correction = document.figures().correction(at)?;
                Some((
                    corrections::mark(correction),
                    corrections::sentence(document.project(), correction),
                ))
            }
        }
    }

    /// Draws a cell that can be selected. Comes back with whether it is.
    #[expect(clippy::too_many_arguments, reason = "a cell is its place, its words and the state")]
    fn cell(
        &self,
        ui: &Ui,
        rect: Rect,
        row: &ShownRow,
        column: Col,
        value: &str,
        state: &mut TableState,
        asked: &mut Vec<Asked>,
    ) -> bool {
        let response = ui.interact(rect, self.id.with((&row.id, column)), Sense::CLICK);
        let name = self.cell_name(row, column, value);
        let role = if column == Col::Name { Role::RowHeader } else { Role::GridCell };
        response.widget_info(|| WidgetInfo::labeled(role, true, &name));
        let cell = Cell { row: row.id.clone(), column };
        if response.clicked() || response.secondary_clicked() {
            state.cursor = Some(cell.clone());
            state.wants_focus = true;
            if column != Col::Name && response.clicked() {
                asked.push(Asked::Trail);
            }
        }
        if response.double_clicked() && row.opens.is_some() && column == Col::Name {
            state.toggle(&row.id);
        }
        let is_selected = state.cursor.as_ref() == Some(&cell);
        if is_selected {
            let colors = colors(ui);
            ui.painter().rect_filled(rect, 0.0, colors.accent_soft);
            let frame = Stroke::new(FRAME, colors.accent);
            ui.painter().rect_stroke(rect, 0.0, frame, StrokeKind::Inside);
            self.table.menu(&response, state, asked);
        }
        if let Some(tip) = self.tip(row, column) {
            tooltip::tip(response, &tip);
        }
        is_selected
    }

    fn cell_name(&self, row: &ShownRow, column: Col, value: &str) -> String {
        let title = column.title(self.table.year);
        let line = match row.code.as_str() {
            "" => row.name.clone(),
            code => format!("{code} {}", row.name),
        };
        match (column, value) {
            (Col::Name, _) => line,
            (_, "") => t!("grid-empty-cell", column = title, row = line),
            _ => t!("grid-cell", column = title, row = line, value = value),
        }
    }

    /// What the mark on a cell says.
    fn tip(&self, row: &ShownRow, column: Col) -> Option<Tip> {
        if let Some((_, body)) = self.corrected(row, column) {
            return Some(Tip { title: t!("corrections-overridden"), body, ..Tip::default() });
        }
        let year = self.table.year.saturating_sub(1).to_string();
        let money = &self.table.sheets.first()?.money;
        let last_year = row.own_last_year.filter(|_| column == Col::Amount(AmountColumn::LastYear));
        if let Some(last_year) = last_year {
            let amount = money.alone(last_year);
            let body = t!("economy-own-last-year", year = year, amount = amount);
            return Some(Tip { title: t!("economy-differs"), body, ..Tip::default() });
        }
        let printed = Col::Printed.value(&row.amounts, row.printed.as_ref())?;
        let actual = row.amounts.get(AmountColumn::Actual)?;
        let off = printed.checked_sub(actual).filter(|off| !off.is_zero())?;
        (column == Col::Printed).then(|| Tip {
            title: t!("economy-differs"),
            body: t!("economy-printed-off", amount = money.alone(off)),
            ..Tip::default()
        })
    }

    fn remark_sign(&self, ui: &Ui, rect: Rect, row: &ShownRow, state: &mut TableState) {
        let place = self.cell_rect(rect, self.layout.icon());
        let (glyph, color, name) = match row.remarked {
            Remarked::No => return,
            Remarked::Yes(_) => {
                let name = t!("economy-show-remark", line = &*row.name);
                (icon::REMARK, colors(ui).text_2, name)
            }
            Remarked::Missing => {
                let name = t!("economy-remark-line", line = &*row.name);
                (icon::NO_REMARK, colors(ui).warning, name)
            }
        };
        let target = Rect::from_center_size(place.center(), vec2(TARGET, TARGET));
        let response = ui.interact(target, self.id.with((&row.id, "remark")), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let color = if response.hovered() { colors(ui).accent } else { color };
        let galley = theme::icon_galley(ui, glyph, 15.0, color);
        paint::centre_text(ui.painter(), place.center(), galley, color);
        if response.clicked() {
            match row.remarked {
                Remarked::Missing => self.table.write_remark(state, &row.id),
                _ if state.opened.remarks.remove(&row.id) => {}
                _ => {
                    state.opened.remarks.insert(row.id.clone());
                }
            }
        }
        tooltip::short(response, &name, None);
    }
}

/// The code of an art or an account, and its name.
fn coded(ui: &Ui, rect: Rect, row: &ShownRow, color: Color32) {
    let quiet = colors(ui).text_2;
    let code = paint::line(ui, &row.code, scale().table, quiet);
    let taken = code.size().x.max(CODE) + 8.0;
    paint::place_text(ui.painter(), rect, code, Align::Min, quiet);
    let rest = rect.with_min_x(rect.left() + taken);
    let name = paint::elided(ui, &row.name, style(row.kind), color, rest.width() - PADDING);
    paint::place_text(ui.painter(), rest, name, Align::Min, color);
}

fn is_strong(kind: Kind) -> bool {
    matches!(kind, Kind::Sum | Kind::Result)
}

/// The ground of a row: sums on the panel's, results darker, what has been opened on the panel's.
fn ground(ui: &Ui, rect: Rect, row: &ShownRow, is_over: bool) {
    let colors = colors(ui);
    let fill = match row.kind {
        Kind::Result => colors.sunken,
        Kind::Sum | Kind::Art | Kind::Account | Kind::Remark(_) => colors.panel,
        Kind::Line if is_over => colors.hover,
        Kind::Line | Kind::Heading(_) | Kind::Missing => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 0.0, fill);
    if is_strong(row.kind) {
        paint::hairline(ui, rect, colors.line_strong);
    }
}

fn corner(ui: &Ui, rect: Rect, color: Color32) {
    let tip = rect.right_top();
    let points = vec![tip - vec2(CORNER, 0.0), tip, tip + vec2(0.0, CORNER)];
    ui.painter().add(Shape::convex_polygon(points, color, Stroke::NONE));
}
