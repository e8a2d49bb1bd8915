//! What the keys do in a statement: arrows move the selected cell, and at the words they open
//! and close a line, as in a tree.

use eframe::egui::{Event, EventFilter, Id, Key, Modifiers, Popup, Ui};

use super::super::columns::Col;
use super::super::rows::{Part, RowId, ShownRow};
use super::{Asked, Cell, Table, TableState};

/// Rows that a page holds.
const PAGE: usize = 18;

/// Carries out the keys, if the table has the focus; whether the cell has moved.
pub(super) fn run(
    ui: &Ui,
    id: Id,
    table: &Table<'_>,
    state: &mut TableState,
    asked: &mut Vec<Asked>,
) -> bool {
    let is_ours = ui.memory(|memory| memory.has_focus(id)) && !Popup::is_any_open(ui.ctx());
    if !is_ours {
        return false;
    }
    begin(table, state);
    let keep =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: false, tab: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keep));
    if ui.input(|input| input.events.contains(&Event::Copy))
        && let Some(text) = copied(table, state)
    {
        ui.ctx().copy_text(text);
    }
    const KEYS: [Key; 12] = [
        Key::ArrowUp,
        Key::ArrowDown,
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::PageUp,
        Key::PageDown,
        Key::Home,
        Key::End,
        Key::Enter,
        Key::F2,
        Key::F4,
        Key::F8,
    ];
    let pressed: Vec<Key> = ui.input_mut(|input| {
        KEYS.into_iter().filter(|key| input.consume_key(Modifiers::NONE, *key)).collect()
    });
    for key in &pressed {
        press(*key, table, state, asked);
    }
    !pressed.is_empty()
}

fn press(key: Key, table: &Table<'_>, state: &mut TableState, asked: &mut Vec<Asked>) {
    let rows: Vec<&ShownRow> =
        table.flat().map(|(_, row)| row).filter(|row| row.is_selectable()).collect();
    let at = state.cursor.as_ref().and_then(|cell| rows.iter().position(|r| r.id == cell.row));
    let Some(at) = at else { return };
    let last = rows.len().saturating_sub(1);
    match key {
        Key::ArrowUp => go_to(state, rows[at.saturating_sub(1)]),
        Key::ArrowDown => go_to(state, rows[at.saturating_add(1).min(last)]),
        Key::PageUp => go_to(state, rows[at.saturating_sub(PAGE)]),
        Key::PageDown => go_to(state, rows[at.saturating_add(PAGE).min(last)]),
        Key::Home => go_to(state, rows[0]),
        Key::End => go_to(state, rows[last]),
        Key::ArrowLeft => left(table, state, rows[at]),
        Key::ArrowRight => right(table, state, rows[at]),
        Key::Enter if rows[at].opens.is_some() => state.toggle(&rows[at].id),
        Key::Enter => asked.push(Asked::Trail),
        Key::F4 => asked.push(Asked::ToggleTrail),
        Key::F8 => asked.push(Asked::UseSource),
        _ if rows[at].takes_remark() => table.write_remark(state, &rows[at].id),
        _ => {}
    }
}

/// Selects a cell when the keyboard comes to the table, so that the person sees the cursor.
fn begin(table: &Table<'_>, state: &mut TableState) {
    if table.selected(state).is_some() {
        return;
    }
    let first = table.flat().map(|(_, row)| row).find(|row| row.is_selectable());
    let column = table.columns.get(1).copied().unwrap_or(Col::Name);
    state.cursor = first.map(|row| Cell { row: row.id.clone(), column });
}

fn go_to(state: &mut TableState, row: &ShownRow) {
    if let Some(cursor) = &mut state.cursor {
        cursor.row = row.id.clone();
    }
}

/// To the column before; from the words an open line closes, and a part goes to its whole.
fn left(table: &Table<'_>, state: &mut TableState, row: &ShownRow) {
    let Some(cursor) = &mut state.cursor else { return };
    if cursor.column != Col::Name {
        cursor.column = beside(table, cursor.column, false);
    } else if row.opens == Some(true) {
        state.opened.rows.remove(&row.id);
    } else if row.id.part != Part::Whole {
        cursor.row = RowId { part: Part::Whole, ..row.id.clone() };
    }
}

/// To the next column; at the words a closed line opens first.
fn right(table: &Table<'_>, state: &mut TableState, row: &ShownRow) {
    let Some(cursor) = &mut state.cursor else { return };
    if cursor.column == Col::Name && row.opens == Some(false) {
        state.opened.rows.insert(row.id.clone());
    } else {
        cursor.column = beside(table, cursor.column, true);
    }
}

fn beside(table: &Table<'_>, column: Col, is_after: bool) -> Col {
    let at = table.columns.iter().position(|known| *known == column).unwrap_or(0);
    let to = if is_after { at.saturating_add(1) } else { at.saturating_sub(1) };
    table.columns.get(to).copied().unwrap_or(column)
}

/// The selected cell as Excel takes it: a decimal comma, no thousands.
fn copied(table: &Table<'_>, state: &TableState) -> Option<String> {
    let row = table.selected(state)?;
    let column = state.cursor.as_ref()?.column;
    match column {
        Col::Name => Some(row.name.clone()),
        _ => {
            let value = column.value(&row.amounts, row.printed.as_ref())?;
            Some(value.normalize().to_string().replace('.', ","))
        }
    }
}
