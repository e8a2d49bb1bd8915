//! A line's remark below it: to read, to write, or that it is missing.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, Frame, Galley, Id, Key, KeyboardShortcut, Layout, Margin, Modifiers, Rangef,
    Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, TextFormat, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::issue::Severity;
use crate::look::tokens;
use crate::project::Remark;
use crate::t;
use crate::ui::theme::{self, colors, font, scale, semibold};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::menu::{self, Item};
use crate::ui::widgets::severity::Verdict;
use crate::ui::widgets::{key_hint, paint};

use super::rows::{Kind, Remarked, RowId, ShownRow};

/// Where the words of a line begin.
const INDENT: f32 = 19.0;
/// Air around a remark.
const AIR: f32 = 7.0;
/// Between the bar at a remark's left and its words.
const BAR: f32 = 10.0;
/// The row of hints under a remark that is being written.
const HINTS: f32 = 32.0;
/// Air within the field.
const FIELD: f32 = 6.0;
const LEAST_LINES: usize = 2;
/// The height of the sentence that a remark is missing.
const MISSING: f32 = 30.0;
/// The words are no narrower and no wider than this.
const WIDTH: (f32, f32) = (240.0, 760.0);

/// A remark that is being written. It is not in the project yet.
pub(super) struct Draft {
    pub row: RowId,
    remark: Option<usize>,
    text: String,
    /// Other lines that it covers, parted by semicolons.
    also: String,
    /// Not drawn yet: the field has still to take the focus.
    is_fresh: bool,
}

impl Draft {
    /// What is written of `row` so far.
    pub fn of(row: &ShownRow, remarks: &[Remark]) -> Self {
        let remark = match row.remarked {
            Remarked::Yes(remark) => Some(remark),
            _ => None,
        };
        let known = remark.and_then(|remark| remarks.get(remark));
        Self {
            row: row.id.clone(),
            remark,
            text: known.map_or_else(String::new, |known| known.remark.clone()),
            also: known.map_or_else(String::new, |known| known.also.clone()),
            is_fresh: true,
        }
    }

    fn covers(&self, line: &str) -> bool {
        self.also.split(';').any(|other| other.trim() == line)
    }

    fn toggle(&mut self, line: &str) {
        let mut lines: Vec<&str> =
            self.also.split(';').map(str::trim).filter(|other| !other.is_empty()).collect();
        if self.covers(line) {
            lines.retain(|other| *other != line);
        } else {
            lines.push(line);
        }
        self.also = lines.join("; ");
    }
}

/// What the person did to a remark.
pub(super) enum Asked {
    /// Begin to write the remark of this line.
    Write(RowId),
    /// Put this remark on a line; an empty one takes the remark away.
    Put { row: RowId, remark: Option<usize>, text: String, also: String, keeps_focus: bool },
    /// Drop what was written.
    Drop,
}

/// The remarks of the statements that are shown.
pub(super) struct Remarks<'a> {
    pub rows: &'a [ShownRow],
    pub remarks: &'a [Remark],
    /// Why a line needs a remark: "Avviket er over 10 % og 100 000 kroner."
    pub limits: &'a str,
    /// The width of the table in sight.
    pub width: f32,
}

impl Remarks<'_> {
    /// The height of the row of a remark, in a table of this width.
    pub fn height(&self, ui: &Ui, row: &ShownRow, draft: Option<&Draft>) -> f32 {
        if row.kind == Kind::Missing {
            return MISSING;
        }
        let width = words_width(self.width);
        let line = scale().body.1;
        match draft.filter(|draft| draft.row == row.id) {
            Some(draft) => {
                let galley = words(ui, &draft.text, width - 2.0 * FIELD);
                let lines = galley.rows.len().max(LEAST_LINES);
                2.0 * AIR + lines as f32 * line + 2.0 * FIELD + HINTS
            }
            None => {
                let text = self.remark(row).map_or("", |remark| &remark.remark);
                2.0 * AIR + line + words(ui, text, width).rows.len() as f32 * line
            }
        }
    }

    /// Draws the remark in the row's rectangle, to read or to write.
    pub fn show(
        &self,
        ui: &mut Ui,
        rect: Rect,
        row: &ShownRow,
        draft: &mut Option<Draft>,
    ) -> Option<Asked> {
        if row.kind == Kind::Missing {
            return self.missing(ui, rect, row);
        }
        ui.painter().rect_filled(rect, 0.0, colors(ui).panel);
        let left = rect.left() + INDENT;
        let bar = Rangef::new(rect.top() + AIR - 2.0, rect.bottom() - AIR + 2.0);
        ui.painter().vline(left, bar, Stroke::new(2.0, colors(ui).line_strong));
        let width = words_width(self.width);
        let inner = Rect::from_min_max(
            pos2(left + BAR, rect.top() + AIR),
            pos2(left + BAR + width, rect.bottom() - AIR),
        );
        match draft.take() {
            Some(written) if written.row == row.id => self.write(ui, inner, row, written, draft),
            other => {
                *draft = other;
                let response = read(ui, inner, row, self.remark(row)?);
                response.clicked().then(|| Asked::Write(row.id.clone()))
            }
        }
    }

    fn remark(&self, row: &ShownRow) -> Option<&Remark> {
        let Kind::Remark(Some(remark)) = row.kind else { return None };
        self.remarks.get(remark)
    }

    fn write(
        &self,
        ui: &mut Ui,
        rect: Rect,
        row: &ShownRow,
        mut written: Draft,
        draft: &mut Option<Draft>,
    ) -> Option<Asked> {
        let id = Id::unique("remark-editor");
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        // Shift Enter is a new line.
        let is_plain = has_focus && ui.input(|input| input.modifiers.is_none());
        let is_saved =
            is_plain && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let field = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - HINTS));
        let is_typed_in = field_in(ui, field, id, row, &mut written);
        let foot = Rect::from_min_max(pos2(rect.left(), field.bottom()), rect.max);
        let is_covering = self.hints(ui, foot, &mut written);
        // Without the focus the remark is finished. Choosing the lines that it covers is still
        // part of writing it.
        let is_done = !is_typed_in && !is_covering && !written.is_fresh;
        // Escape takes the focus before the field is drawn.
        if is_done && ui.input(|input| input.key_pressed(Key::Escape)) {
            return Some(Asked::Drop);
        }
        if !is_saved && !is_done {
            *draft = Some(written);
            return None;
        }
        let Draft { row, remark, text, also, .. } = written;
        Some(Asked::Put { row, remark, text, also, keeps_focus: is_saved })
    }

    /// The keys, and the choice of other lines that the remark covers. Comes back with whether
    /// that choice is open.
    fn hints(&self, ui: &mut Ui, rect: Rect, draft: &mut Draft) -> bool {
        let builder = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
        let mut is_open = false;
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            key_hint::key_hint(ui, &t!("keys-enter"), &t!("economy-key-saves"));
            key_hint::key_hint(ui, &t!("keys-escape"), &t!("economy-key-drops"));
            key_hint::key_hint(ui, &t!("keys-new-line"), &t!("economy-key-line"));
            let name = t!("economy-remark-covers");
            let opener = ui.add(Button::quiet(&name));
            menu::menu(&opener, &name, |ui| {
                is_open = true;
                ScrollArea::vertical().max_height(320.0).show(ui, |ui| self.lines(ui, draft));
            });
            // A press on the button takes the focus from the field before the menu is there.
            is_open |= opener.is_pointer_button_down_on() || opener.clicked() || opener.has_focus();
        });
        is_open
    }

    /// The other lines of the statement, to choose those that the remark covers.
    fn lines(&self, ui: &mut Ui, draft: &mut Draft) {
        for row in self.rows {
            let is_other = row.takes_remark() && row.id != draft.row;
            if !is_other || row.id.statement != draft.row.statement {
                continue;
            }
            if ui.add(Item::new(&row.name).chosen(draft.covers(&row.name))).clicked() {
                draft.toggle(&row.name);
                draft.is_fresh = true;
            }
        }
    }

    /// Says that the line above needs a remark, and why.
    fn missing(&self, ui: &mut Ui, rect: Rect, row: &ShownRow) -> Option<Asked> {
        let inner = rect.with_min_x(rect.left() + INDENT - 4.0);
        let builder = UiBuilder::new()
            .id_salt(("missing", &row.id))
            .max_rect(inner)
            .layout(Layout::left_to_right(Align::Center));
        let is_clicked = ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let verdict = Verdict::Off(Severity::Warning);
            let color = verdict.color(colors(ui));
            theme::icon(ui, verdict.icon(), tokens().size.icon_severity, color);
            theme::text(ui, t!("economy-missing"), semibold(scale().body), color);
            ui.add_space(3.0);
            theme::text(ui, self.limits, scale().body, colors(ui).text_2);
            ui.add(Button::quiet(&t!("economy-write-remark"))).clicked()
        });
        is_clicked.inner.then(|| Asked::Write(row.id.clone()))
    }
}

/// A remark runs under the numbers too, as far as the table reaches.
fn words_width(table: f32) -> f32 {
    (table - INDENT - BAR - 24.0).clamp(WIDTH.0, WIDTH.1)
}

fn words(ui: &Ui, text: &str, width: f32) -> Arc<Galley> {
    let format = TextFormat {
        font_id: font(scale().body),
        line_height: Some(scale().body.1),
        color: colors(ui).text,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

fn read(ui: &Ui, rect: Rect, row: &ShownRow, remark: &Remark) -> eframe::egui::Response {
    let colors = colors(ui);
    let id = ui.scope_id().with(("remark", &row.id));
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| {
        let name = t!("economy-remark-of", line = &*remark.line, text = &*remark.remark);
        WidgetInfo::labeled(Role::Button, true, name)
    });
    let title = t!("economy-remark");
    let galley = paint::line(ui, &title, semibold(scale().body), colors.text);
    let after = galley.size().x + 4.0;
    ui.painter().galley(rect.min, galley, colors.text);
    let others: Vec<&str> = std::iter::once(remark.line.as_str())
        .chain(remark.also.split(';'))
        .map(str::trim)
        .filter(|other| !other.is_empty() && *other != row.name)
        .collect();
    if !others.is_empty() {
        let also = t!("economy-remark-also", lines = others.join(", "));
        let room = rect.width() - after;
        let galley = paint::elided(ui, &also, scale().body, colors.text_2, room);
        ui.painter().galley(rect.min + vec2(after, 0.0), galley, colors.text_2);
    }
    let galley = words(ui, &remark.remark, rect.width());
    ui.painter().galley(rect.min + vec2(0.0, scale().body.1), galley, colors.text);
    response.on_hover_cursor(eframe::egui::CursorIcon::Text)
}

/// The field; whether it has the focus.
fn field_in(ui: &mut Ui, rect: Rect, id: Id, row: &ShownRow, draft: &mut Draft) -> bool {
    let colors = colors(ui);
    let stroke = Stroke::new(2.0, colors.accent);
    let radius = tokens().radius.button;
    ui.painter().rect(rect, radius, colors.canvas, stroke, StrokeKind::Inside);
    let new_line = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);
    let edit = TextEdit::multiline(&mut draft.text)
        .id(id)
        .font(font(scale().body))
        .text_color(colors.text)
        .return_key(new_line)
        .desired_rows(LEAST_LINES)
        .frame(Frame::NONE.inner_margin(Margin::same(FIELD as i8)))
        .background_color(Color32::TRANSPARENT);
    let response = ui.put(rect, edit);
    if std::mem::take(&mut draft.is_fresh) {
        response.request_focus();
    }
    let has_focus = response.has_focus();
    response.accessible_name(t!("economy-remark-field", line = &*row.name));
    has_focus
}
