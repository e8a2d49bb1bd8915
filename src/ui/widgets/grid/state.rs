//! What the table remembers between frames: the selection and the text being typed.

use eframe::egui::{Id, Ui};

use super::model::{GridModel, RowKind};
use crate::words::Message;

/// A cell's place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct At {
    /// Counted from 0.
    pub row: usize,
    /// Counted from 0.
    pub column: usize,
}

impl At {
    /// The cell at `row` and `column`.
    pub fn new(row: usize, column: usize) -> Self {
        Self { row, column }
    }
}

/// A rectangle of cells, both ends within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The upper left cell.
    pub from: At,
    /// The lower right cell.
    pub to: At,
}

impl Block {
    fn between(a: At, b: At) -> Self {
        Self {
            from: At::new(a.row.min(b.row), a.column.min(b.column)),
            to: At::new(a.row.max(b.row), a.column.max(b.column)),
        }
    }

    /// Whether `at` lies within.
    pub fn contains(&self, at: At) -> bool {
        (self.from.row..=self.to.row).contains(&at.row)
            && (self.from.column..=self.to.column).contains(&at.column)
    }

    /// Whether it is a single cell.
    pub fn is_single(&self) -> bool {
        self.from == self.to
    }

    /// Its cells, row by row.
    pub fn cells(&self) -> impl Iterator<Item = At> + use<> {
        let Self { from, to } = *self;
        (from.row..=to.row)
            .flat_map(move |row| (from.column..=to.column).map(move |column| At { row, column }))
    }
}

/// How an edit was begun, which decides what the arrows do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begun {
    /// By typing over the cell: arrows leave it.
    Typing,
    /// By F2 or a double click: arrows move the caret.
    Opening,
}

/// A text being typed. It is not in the project yet.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    pub at: At,
    pub text: String,
    pub begun: Begun,
    /// Why the text cannot stand, once the user has tried.
    pub error: Option<Message>,
    /// Not drawn yet: the editor has still to take the focus.
    pub fresh: bool,
}

/// A cell of a table as its project knows it, whatever rows and columns are shown.
#[derive(Clone, Copy, Debug)]
pub struct Sought {
    /// The row in the project's table.
    pub row: usize,
    /// The column in the project's table.
    pub column: usize,
    /// Whether its text is to be typed over at once.
    pub opens: bool,
}

/// Selection and text being typed of one table; the window's state, never undone or saved.
#[derive(Debug, Default)]
pub struct GridState {
    pub(super) cursor: Option<At>,
    /// The corner of the block across from the cursor.
    pub(super) far: At,
    pub(super) edit: Option<Edit>,
    /// A text that was dropped, and why.
    pub(super) dropped: Option<(At, Message)>,
    /// The cursor has moved and is to be scrolled into sight.
    pub(super) reveal: bool,
    /// The table is to take the focus at its next frame.
    pub(super) wants_focus: bool,
    /// A cell that is to be gone to, as its project knows it; the table that shows it does so.
    pub(super) sought: Option<Sought>,
    /// The focus is to go on to the next or the previous control.
    pub(super) leaves: Option<eframe::egui::FocusDirection>,
    /// The rows of the cursor and of the far corner, which other rows may move.
    rows: Option<[Id; 2]>,
}

impl GridState {
    /// The selected cell, if any.
    pub fn cursor(&self) -> Option<At> {
        self.cursor
    }

    /// The selected block: one cell at least, if any.
    pub fn block(&self) -> Option<Block> {
        self.cursor.map(|cursor| Block::between(cursor, self.far))
    }

    /// Whether a text is being typed.
    pub fn is_editing(&self) -> bool {
        self.edit.is_some()
    }

    /// Goes to a cell when the table is shown next.
    pub fn seek(&mut self, sought: Sought) {
        self.sought = Some(sought);
    }

    /// The cell that is to be gone to; asked once. The click that asks for it may come in the
    /// frame in which the table is shown, and would take the focus away from its editor.
    pub fn take_sought(&mut self, ui: &Ui) -> Option<Sought> {
        if self.sought.is_some() && ui.input(|input| input.pointer.any_click()) {
            ui.ctx().request_repaint();
            return None;
        }
        self.sought.take()
    }

    /// Forgets all but the cell that is to be gone to.
    pub fn begin_anew(&mut self) {
        *self = Self { sought: self.sought, ..Self::default() };
    }

    /// Goes to a cell, with the keyboard's focus; `opens` begins to edit it.
    pub fn go_to(&mut self, at: At, opens: bool, model: &dyn GridModel) {
        self.select(at);
        self.edit = None;
        if opens {
            self.begin(model, None);
        }
        self.wants_focus = self.edit.is_none();
    }

    /// Takes the keyboard's focus when the table is shown next.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Selects nothing.
    pub fn deselect(&mut self) {
        self.cursor = None;
    }

    /// Selects one cell and brings it into sight.
    pub fn select(&mut self, at: At) {
        if self.cursor != Some(at) {
            self.dropped = None;
        }
        self.cursor = Some(at);
        self.far = at;
        self.reveal = true;
        self.rows = None;
    }

    /// Selects from the cursor to `at`.
    pub(super) fn extend(&mut self, at: At) {
        if self.cursor.is_none() {
            self.cursor = Some(at);
        }
        self.far = at;
        self.reveal = true;
    }

    /// Keeps the selection within the table, whose rows may have become fewer.
    pub(super) fn fit(&mut self, model: &dyn GridModel) {
        let rows = row_count(model);
        let columns = model.columns().len();
        if rows == 0 || columns == 0 {
            self.begin_anew();
            return;
        }
        let within =
            |at: At| At::new(at.row.min(rows.saturating_sub(1)), at.column.min(columns - 1));
        self.follow_rows(model);
        self.cursor = self.cursor.map(within);
        self.far = within(self.far);
        if self.edit.as_ref().is_some_and(|edit| within(edit.at) != edit.at) {
            self.edit = None;
        }
    }

    /// Goes where the selected rows have gone; without them nothing is selected.
    fn follow_rows(&mut self, model: &dyn GridModel) {
        let (Some([cursor_id, far_id]), Some(cursor)) = (self.rows.take(), self.cursor) else {
            return;
        };
        let place = |row: usize, id: Id| {
            let is_there = row < model.row_count() && model.row_id(row) == Some(id);
            let search = || (0..model.row_count()).find(|row| model.row_id(*row) == Some(id));
            if is_there { Some(row) } else { search() }
        };
        let row = place(cursor.row, cursor_id);
        self.cursor = row.map(|row| At { row, ..cursor });
        self.far.row = place(self.far.row, far_id).or(row).unwrap_or(self.far.row);
    }

    /// Remembers which rows are selected.
    pub(super) fn remember_rows(&mut self, model: &dyn GridModel) {
        let id = |row: usize| if row < model.row_count() { model.row_id(row) } else { None };
        self.rows = self.cursor.and_then(|cursor| Some([id(cursor.row)?, id(self.far.row)?]));
    }

    /// Starts to edit the cell under the cursor, with `typed` instead of its text if given.
    pub(super) fn begin(&mut self, model: &dyn GridModel, typed: Option<&str>) {
        let Some(at) = self.cursor else { return };
        if !model.editable(at.row, at.column) {
            return;
        }
        let (text, begun) = match typed {
            Some(typed) => (typed.to_owned(), Begun::Typing),
            None => (edit_text(model, at), Begun::Opening),
        };
        self.select(at);
        self.edit = Some(Edit { at, text, begun, error: None, fresh: true });
    }
}

/// The rows that can be selected: those of the table, and one to type a new row into.
pub(super) fn row_count(model: &dyn GridModel) -> usize {
    model.row_count().saturating_add(usize::from(model.grows()))
}

/// What a row is; the row for new ones is an ordinary one.
pub(super) fn kind_of(model: &dyn GridModel, row: usize) -> RowKind {
    if row < model.row_count() { model.row_kind(row) } else { RowKind::Plain }
}

/// The text of a cell for the editor and the clipboard; the new row's cells are empty.
pub(super) fn edit_text(model: &dyn GridModel, at: At) -> String {
    if at.row < model.row_count() { model.edit_text(at.row, at.column) } else { String::new() }
}
