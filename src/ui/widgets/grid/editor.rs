//! The field in a cell while its text is typed, the list to choose from, and what is wrong.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Align2, Area, EventFilter, Frame, Id, Key, Margin, Order, Popup, PopupAnchor, PopupKind, Rect,
    Stroke, StrokeKind, TextEdit, Ui, UiBuilder, vec2,
};

use super::cell::{column_title, row_name};
use super::layout::inner;
use super::model::{GridModel, Kind};
use super::state::{Begun, Edit};
use crate::issue::Severity;
use crate::look::tokens;
use crate::t;
use crate::ui::theme::{colors, font, scale};
use crate::ui::widgets::{menu, severity};

/// What became of the editor in this frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum EditEnd {
    /// It goes on.
    Open,
    /// The keyboard's focus has gone elsewhere.
    LostFocus,
    /// An option was chosen from the list.
    Chosen,
    /// The list was closed without a choice.
    Dismissed,
}

/// The id of the table's editor.
pub(super) fn id(table: Id) -> Id {
    table.with("editor")
}

/// Whether `edit` is a choice from a list rather than a text.
pub(super) fn chooses(model: &dyn GridModel, edit: &Edit) -> bool {
    edit.begun == Begun::Opening && options(model, edit).is_some()
}

fn options<'a>(model: &'a dyn GridModel, edit: &Edit) -> Option<&'a [String]> {
    match &model.columns().get(edit.at.column)?.kind {
        Kind::Choice(options) => Some(options),
        Kind::Text | Kind::Number => None,
    }
}

/// Draws the editor over the cell's `rect`.
pub(super) fn show(
    ui: &mut Ui,
    table: Id,
    model: &dyn GridModel,
    edit: &mut Edit,
    rect: Rect,
) -> EditEnd {
    match options(model, edit).filter(|_| edit.begun == Begun::Opening) {
        Some(options) => list(ui, table, options, edit, rect),
        None => field(ui, table, model, edit, rect),
    }
}

fn field(ui: &mut Ui, table: Id, model: &dyn GridModel, edit: &mut Edit, rect: Rect) -> EditEnd {
    let id = id(table);
    if edit.fresh {
        place_caret(ui, id, edit);
        ui.memory_mut(|memory| memory.request_focus(id));
        edit.fresh = false;
    }
    frame(ui, rect, edit.error.is_some());
    let column = model.columns().get(edit.at.column);
    let align = column.map(super::model::Column::align);
    // The editor's words stand where the cell's do.
    let words = column.map_or(rect, |column| inner(column, rect));
    let margin = Margin {
        left: (words.left() - rect.left()) as i8,
        right: (rect.right() - words.right()) as i8,
        top: 0,
        bottom: 0,
    };
    let field = TextEdit::singleline(&mut edit.text)
        .id(id)
        .font(font(scale().table))
        .text_color(colors(ui).text)
        .frame(Frame::NONE.inner_margin(margin))
        .align(Align2([align.unwrap_or_default(), eframe::egui::Align::Center]));
    let mut cell = ui.new_child(UiBuilder::new().max_rect(rect));
    let response = cell.add_sized(rect.size(), field);
    let name = t!(
        "grid-editor",
        column = column_title(model, edit.at),
        row = row_name(model, edit.at.row)
    );
    let response = response.accessible_name(name);
    if response.changed() && edit.error.is_some() {
        edit.error = model.check(edit.at.row, edit.at.column, &edit.text).err();
    }
    let keep =
        EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keep));
    if response.has_focus() { EditEnd::Open } else { EditEnd::LostFocus }
}

/// Typing goes on at the end; opening selects the old value, so that typing replaces it.
fn place_caret(ui: &Ui, id: Id, edit: &Edit) {
    let end = CCursor::new(edit.text.chars().count());
    let range = match edit.begun {
        Begun::Typing => CCursorRange::one(end),
        Begun::Opening => CCursorRange::two(CCursor::new(0), end),
    };
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(range));
    // An undo of the last cell's typing has no business in this one.
    state.clear_undoer();
    TextEdit::store_state(ui.ctx(), id, state);
}

fn frame(ui: &Ui, rect: Rect, wrong: bool) {
    let colors = colors(ui);
    let stroke = Stroke::new(2.0, if wrong { colors.error } else { colors.accent });
    let fill = if wrong { colors.error_soft } else { colors.canvas };
    ui.painter().rect(rect, tokens().radius.cell, fill, stroke, StrokeKind::Inside);
}

fn list(ui: &mut Ui, table: Id, options: &[String], edit: &mut Edit, rect: Rect) -> EditEnd {
    frame(ui, rect, false);
    let opens = std::mem::take(&mut edit.fresh);
    let mut open = true;
    let chosen = Popup::new(
        table.with("list"),
        ui.ctx().clone(),
        PopupAnchor::ParentRect(rect),
        ui.layer_id(),
    )
    .kind(PopupKind::Menu)
    .open_bool(&mut open)
    .gap(2.0)
    .show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut clicked = None;
        for option in options {
            let is_current = *option == edit.text;
            let response = ui.add(menu::Item::new(option).chosen(is_current));
            if opens && is_current {
                response.request_focus();
            }
            if response.clicked() {
                clicked = Some(option.clone());
            }
        }
        clicked
    })
    .and_then(|shown| shown.inner);
    if let Some(option) = chosen {
        edit.text = option;
        return EditEnd::Chosen;
    }
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    if open && !escaped { EditEnd::Open } else { EditEnd::Dismissed }
}

/// Tells at the cell what is wrong with a text.
pub(super) fn finding(ui: &Ui, table: Id, cell: Rect, words: &str) {
    const WIDTH: f32 = 300.0;
    Area::new(table.with("finding"))
        .order(Order::Tooltip)
        .fixed_pos(cell.left_bottom() + vec2(0.0, 3.0))
        .interactable(false)
        .show(ui.ctx(), |ui| {
            let colors = colors(ui);
            Frame::NONE
                .fill(colors.raised)
                .stroke(Stroke::new(1.0, colors.error))
                .corner_radius(tokens().radius.chip)
                .inner_margin(Margin::symmetric(8, 5))
                .show(ui, |ui| {
                    ui.set_max_width(WIDTH);
                    severity::sentence(ui, Severity::Error, words);
                });
        });
}
