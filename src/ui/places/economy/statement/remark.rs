//! A line's remark below it: to read, to write, or that it is missing.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, Frame, Id, Key, KeyboardShortcut, Layout as UiLayout, Margin, Modifiers,
    Rangef, Rect, Role, Sense, Stroke, StrokeKind, TextEdit, TextFormat, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
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

use super::super::rows::{Kind, RowId, ShownRow};
use super::layout::indent;
use super::{Asked, Table, TableState};

/// Air around a remark.
const AIR: f32 = 7.0;
/// Between the bar at a remark's left and its words.
const BAR: f32 = 10.0;
/// The row of hints under a remark that is being written.
const HINTS: f32 = 32.0;
/// Air within the field.
const FIELD: f32 = 6.0;
const LEAST_LINES: usize = 2;

/// A remark that is being written. It is not in the project yet.
pub(super) struct Draft {
    row: RowId,
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
            super::super::rows::Remarked::Yes(remark) => Some(remark),
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

/// The height of the row.
pub(super) fn height(
    ui: &Ui,
    table: &Table<'_>,
    row: &ShownRow,
    state: &TableState,
    name: Rangef,
) -> f32 {
    let width = words_width(ui, name);
    match writing(state, &row.id) {
        Some(draft) => {
            let galley = words(ui, &draft.text, width - 2.0 * FIELD);
            let lines = galley.rows.len().max(LEAST_LINES);
            2.0 * AIR + lines as f32 * scale().body.1 + 2.0 * FIELD + HINTS
        }
        None => {
            let remark = remark_of(table, row);
            let galley = words(ui, remark.map_or("", |remark| &remark.remark), width);
            2.0 * AIR + scale().body.1 + galley.rows.len() as f32 * scale().body.1
        }
    }
}

fn writing<'s>(state: &'s TableState, row: &RowId) -> Option<&'s Draft> {
    state.draft.as_ref().filter(|draft| draft.row == *row)
}

fn remark_of<'t>(table: &'t Table<'_>, row: &ShownRow) -> Option<&'t Remark> {
    let Kind::Remark(Some(remark)) = row.kind else { return None };
    table.remarks.get(remark)
}

/// A remark runs under the numbers too, as far as the table reaches.
fn words_width(ui: &Ui, name: Rangef) -> f32 {
    (ui.available_width() - name.min - indent(Kind::Line) - BAR - 24.0).clamp(240.0, 760.0)
}

fn words(ui: &Ui, text: &str, width: f32) -> std::sync::Arc<eframe::egui::Galley> {
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

/// Draws the remark in `rect`, to read or to write.
pub(super) fn show(
    ui: &mut Ui,
    rect: Rect,
    place: (&Table<'_>, &ShownRow, Rangef),
    state: &mut TableState,
    asked: &mut Vec<Asked>,
) {
    let (table, row, name) = place;
    let left = rect.left() + name.min + indent(row.kind);
    let width = words_width(ui, name);
    let bar = Rangef::new(rect.top() + AIR - 2.0, rect.bottom() - AIR + 2.0);
    ui.painter().vline(left, bar, Stroke::new(2.0, colors(ui).line_strong));
    let inner = Rect::from_min_max(
        pos2(left + BAR, rect.top() + AIR),
        pos2(left + BAR + width, rect.bottom() - AIR),
    );
    if writing(state, &row.id).is_some() {
        write(ui, inner, table, row, state, asked);
    } else if let Some(remark) = remark_of(table, row) {
        let response = read(ui, inner, row, remark);
        if response.clicked() {
            table.write_remark(state, &row.id);
        }
    }
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

fn write(
    ui: &mut Ui,
    rect: Rect,
    table: &Table<'_>,
    row: &ShownRow,
    state: &mut TableState,
    asked: &mut Vec<Asked>,
) {
    let Some(mut draft) = state.draft.take() else { return };
    let id = Id::unique("remark-editor");
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    // Shift Enter is a new line.
    let is_plain = has_focus && ui.input(|input| input.modifiers.is_none());
    let is_saved = is_plain && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let field = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - HINTS));
    let is_typed_in = field_in(ui, field, id, row, &mut draft);
    let foot = Rect::from_min_max(pos2(rect.left(), field.bottom()), rect.max);
    let is_covering = hints(ui, foot, table, &mut draft);
    // Without the focus the remark is finished. Choosing the lines that it covers is still part of
    // writing it.
    let is_done = !is_typed_in && !is_covering && !draft.is_fresh;
    // Escape takes the focus before the field is drawn.
    if is_done && ui.input(|input| input.key_pressed(Key::Escape)) {
        state.opened.writing = None;
        state.wants_focus = true;
    } else if is_saved || is_done {
        state.opened.writing = None;
        state.opened.remarks.insert(row.id.clone());
        state.wants_focus |= is_saved;
        let Draft { row, remark, text, also, .. } = draft;
        asked.push(Asked::Remark { row, remark, text, also });
    } else {
        state.draft = Some(draft);
    }
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

/// The keys, and the choice of other lines that the remark covers. Comes back with whether that
/// choice is open.
fn hints(ui: &mut Ui, rect: Rect, table: &Table<'_>, draft: &mut Draft) -> bool {
    let builder = UiBuilder::new().max_rect(rect).layout(UiLayout::left_to_right(Align::Center));
    let mut is_open = false;
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        key_hint::key_hint(ui, &t!("keys-enter"), &t!("economy-key-saves"));
        key_hint::key_hint(ui, &t!("keys-escape"), &t!("economy-key-drops"));
        key_hint::key_hint(ui, &t!("keys-new-line"), &t!("economy-key-line"));
        let name = t!("economy-remark-covers");
        let opener = ui.add(Button::quiet(&name));
        let lines: Vec<String> = table
            .flat()
            .map(|(_, row)| row)
            .filter(|row| row.id.statement == draft.row.statement && row.takes_remark())
            .filter(|row| row.id != draft.row)
            .map(|row| row.name.clone())
            .collect();
        menu::menu(&opener, &name, |ui| {
            is_open = true;
            eframe::egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                for line in &lines {
                    if ui.add(Item::new(line).chosen(draft.covers(line))).clicked() {
                        draft.toggle(line);
                        draft.is_fresh = true;
                    }
                }
            });
        });
        // A press on the button takes the focus from the field before the menu is there.
        is_open |= opener.is_pointer_button_down_on() || opener.clicked() || opener.has_focus();
    });
    is_open
}

/// Says that the line above needs a remark, and why.
pub(super) fn missing(
    ui: &mut Ui,
    rect: Rect,
    place: (&Table<'_>, &ShownRow, Rangef),
    limits: &str,
    state: &mut TableState,
) {
    let (table, row, name) = place;
    let left = rect.left() + name.min + indent(row.kind) - 4.0;
    let inner = Rect::from_min_max(pos2(left, rect.top()), rect.right_bottom());
    let builder = UiBuilder::new()
        .id_salt(("missing", &row.id))
        .max_rect(inner)
        .layout(UiLayout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        let verdict = Verdict::Off(Severity::Warning);
        let color = verdict.color(colors(ui));
        theme::icon(ui, verdict.icon(), tokens().size.icon_severity, color);
        theme::text(ui, t!("economy-missing"), semibold(scale().body), color);
        ui.add_space(3.0);
        theme::text(ui, limits, scale().body, colors(ui).text_2);
        if ui.add(Button::quiet(&t!("economy-write-remark"))).clicked() {
            table.write_remark(state, &row.id);
        }
    });
}
