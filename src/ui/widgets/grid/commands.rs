//! Carries out what keys and pointer ask: moves the selection, finishes texts, clears cells.

use eframe::egui::FocusDirection;

use super::clipboard;
use super::keys::{Command, Step};
use super::model::{GridAction, GridModel, Kind};
use super::state::{At, Block, Edit, GridState, edit_text, kind_of, row_count};

/// A table at work: its state, its contents, and the actions so far.
pub(super) struct Work<'a> {
    pub state: &'a mut GridState,
    pub model: &'a dyn GridModel,
    /// Rows that a page holds.
    pub page: usize,
    pub actions: Vec<GridAction>,
}

impl Work<'_> {
    /// Carries out `command`; a text for the clipboard comes back.
    pub fn run(&mut self, command: Command) -> Option<String> {
        match command {
            Command::Move(step) => self.go(step),
            Command::Extend(step) => self.extend(step),
            Command::SelectAll => self.select_all(),
            Command::Type(text) => self.state.begin(self.model, Some(&text)),
            Command::Open => self.open(),
            Command::Enter(step) => self.enter(step),
            Command::Finish(step) => {
                if self.finish() {
                    self.go(step);
                }
            }
            Command::Cancel => self.cancel(),
            Command::Clear => self.clear(),
            Command::Copy => return self.copy(),
            Command::CopyWithHeads => return self.copy_with_heads(),
            Command::Cut => {
                let copied = self.copy();
                self.clear();
                return copied;
            }
            Command::Paste(text) => self.paste(&text),
            // The window is asked where the command is run.
            Command::AskForPaste => {}
            Command::InsertRow => self.insert_row(),
            Command::RemoveRows => self.remove_rows(),
            Command::Trail => self.trail(),
            Command::UseSource => self.use_source(),
            Command::Choose(which) => {
                let at = self.state.cursor;
                self.actions.extend(at.map(|at| GridAction::Choose(at.row, at.column, which)));
            }
        }
        None
    }

    /// Turns the text being typed into an edit. False if it may not stand; then it stays, with
    /// the reason.
    pub fn finish(&mut self) -> bool {
        let Some(edit) = self.state.edit.take() else { return true };
        match self.accept(&edit) {
            Ok(()) => {
                self.state.wants_focus = true;
                true
            }
            Err(error) => {
                self.state.edit = Some(Edit { error: Some(error), ..edit });
                false
            }
        }
    }

    /// The focus has gone: what is typed becomes an edit, or is dropped with the reason.
    pub fn lose(&mut self) {
        let Some(edit) = self.state.edit.take() else { return };
        if let Err(error) = self.accept(&edit) {
            self.state.dropped = Some((edit.at, error));
        }
    }

    fn accept(&mut self, edit: &Edit) -> Result<(), crate::words::Message> {
        let At { row, column } = edit.at;
        if edit.text != edit_text(self.model, edit.at) {
            self.model.check(row, column, &edit.text)?;
            self.actions.push(GridAction::SetCells(vec![(row, column, edit.text.clone())]));
        }
        Ok(())
    }

    fn cancel(&mut self) {
        let single = self.state.block().is_none_or(|block| block.is_single());
        if self.state.edit.take().is_some() || self.state.dropped.take().is_some() {
            self.state.wants_focus = true;
        } else if let (false, Some(cursor)) = (single, self.state.cursor) {
            self.state.select(cursor);
        } else {
            self.state.leaves = Some(FocusDirection::None);
        }
    }

    fn open(&mut self) {
        match self.state.cursor {
            Some(At { row, column }) if !self.model.editable(row, column) => {
                self.actions.push(GridAction::Write(row, column));
            }
            _ => self.state.begin(self.model, None),
        }
    }

    fn enter(&mut self, step: Step) {
        let Some(at) = self.state.cursor else { return self.go(step) };
        if self.model.editable(at.row, at.column) {
            self.go(step);
        } else if self.open_at(at.row).is_some() {
            self.actions.push(GridAction::Toggle(at.row));
        } else {
            self.activate(at);
        }
    }

    /// A double click on a cell.
    pub fn double_click(&mut self, at: At) {
        if self.model.editable(at.row, at.column) {
            self.state.begin(self.model, None);
        } else if at.column == 0 && self.open_at(at.row).is_some() {
            self.actions.push(GridAction::Toggle(at.row));
        } else {
            self.activate(at);
        }
    }

    /// A number shows its trail, in every table; other cells do what their table does.
    fn activate(&mut self, At { row, column }: At) {
        let column_of = self.model.columns().get(column);
        let is_number = column_of.is_some_and(|column| column.kind == Kind::Number);
        let trail = self.model.trail(row, column).filter(|_| is_number);
        self.actions
            .push(trail.map(GridAction::ShowTrail).unwrap_or(GridAction::Activate(row, column)));
    }

    fn open_at(&self, row: usize) -> Option<bool> {
        if row < self.model.row_count() { self.model.outline(row).open } else { None }
    }

    fn go(&mut self, step: Step) {
        let Some(cursor) = self.state.cursor else {
            self.state.select(self.landed(At::default(), Step::Down));
            return;
        };
        if self.fold(cursor, step) {
            return;
        }
        let to = self.stepped(cursor, step);
        if to == cursor && matches!(step, Step::Next | Step::Previous) {
            // At an end of the table Tab goes on to the next control, so that nobody is caught.
            let next = step == Step::Next;
            self.state.leaves =
                Some(if next { FocusDirection::Next } else { FocusDirection::Previous });
        }
        self.state.select(to);
    }

    /// At the words of a row, Right shows its parts, and Left hides them or goes from a part to
    /// its whole.
    fn fold(&mut self, At { row, column }: At, step: Step) -> bool {
        match (step, self.open_at(row)) {
            _ if column > 0 => return false,
            (Step::Right, Some(false)) | (Step::Left, Some(true)) => {
                self.actions.push(GridAction::Toggle(row));
            }
            (Step::Left, _) => {
                let depth = self.model.outline(row).depth;
                let whole = (0..row).rev().find(|row| self.model.outline(*row).depth < depth);
                let Some(whole) = whole.filter(|row| self.open_at(*row).is_some()) else {
                    return false;
                };
                self.state.select(At::new(whole, 0));
            }
            _ => return false,
        }
        true
    }

    fn extend(&mut self, step: Step) {
        let to = self.stepped(self.state.far, step);
        self.state.extend(to);
    }

    fn select_all(&mut self) {
        if let Some(Block { from, to }) = self.all() {
            self.state.cursor = Some(from);
            self.state.far = to;
        }
    }

    /// All cells that can be selected.
    fn all(&self) -> Option<Block> {
        let is_selectable = |row: &usize| kind_of(self.model, *row).is_selectable();
        let first = (0..row_count(self.model)).find(is_selectable)?;
        let last = (0..row_count(self.model)).rev().find(is_selectable)?;
        Some(Block { from: At::new(first, 0), to: At::new(last, self.last_column()) })
    }

    fn last_row(&self) -> usize {
        row_count(self.model).saturating_sub(1)
    }

    fn last_column(&self) -> usize {
        self.model.columns().len().saturating_sub(1)
    }

    /// The cell that a step leads to.
    fn stepped(&self, from: At, step: Step) -> At {
        let beside = self.beside(from, step);
        let to = self.landed(beside, step);
        // Where no row can be selected that way, nobody goes round to the row's other end.
        if beside.row != from.row && to.row == from.row { from } else { to }
    }

    /// `at`, or where a step to it goes on to if its row cannot be selected.
    fn landed(&self, at: At, step: Step) -> At {
        let is_selectable = |row: &usize| kind_of(self.model, *row).is_selectable();
        let below = || (at.row..row_count(self.model)).find(is_selectable);
        let above = || (0..=at.row).rev().find(is_selectable);
        let row = match step {
            Step::Up | Step::PageUp | Step::Previous | Step::Last | Step::Bottom => {
                above().or_else(below)
            }
            _ => below().or_else(above),
        };
        At { row: row.unwrap_or(at.row), ..at }
    }

    fn beside(&self, At { row, column }: At, step: Step) -> At {
        let (last_row, last_column) = (self.last_row(), self.last_column());
        let down = |rows: usize| row.saturating_add(rows).min(last_row);
        match step {
            Step::Up => At::new(row.saturating_sub(1), column),
            Step::Down => At::new(down(1), column),
            Step::Left => At::new(row, column.saturating_sub(1)),
            Step::Right => At::new(row, last_column.min(column + 1)),
            Step::PageUp => At::new(row.saturating_sub(self.page), column),
            Step::PageDown => At::new(down(self.page), column),
            Step::RowStart => At::new(row, 0),
            Step::RowEnd => At::new(row, last_column),
            Step::First => At::default(),
            Step::Last => At::new(last_row, last_column),
            Step::Top => At::new(0, column),
            Step::Bottom => At::new(last_row, column),
            Step::Next if column < last_column => At::new(row, column + 1),
            Step::Next if row < last_row => At::new(row + 1, 0),
            Step::Previous if column > 0 => At::new(row, column - 1),
            Step::Previous if row > 0 => At::new(row - 1, last_column),
            Step::Next | Step::Previous => At::new(row, column),
        }
    }

    fn clear(&mut self) {
        let Some(block) = self.state.block() else { return };
        let mut cleared = Vec::new();
        for at in block.cells() {
            let At { row, column } = at;
            if !self.model.editable(row, column) || edit_text(self.model, at).is_empty() {
                continue;
            }
            if let Err(error) = self.model.check(row, column, "") {
                self.state.dropped = Some((at, error));
                return;
            }
            cleared.push((row, column, String::new()));
        }
        self.set(cleared);
    }

    fn set(&mut self, cells: Vec<(usize, usize, String)>) {
        if !cells.is_empty() {
            self.actions.push(GridAction::SetCells(cells));
        }
    }

    fn copy(&self) -> Option<String> {
        self.state.block().map(|block| clipboard::copied(self.model, block))
    }

    fn copy_with_heads(&self) -> Option<String> {
        let block = self.state.block()?;
        let block = if block.is_single() { self.all()? } else { block };
        Some(clipboard::copied_with_heads(self.model, block))
    }

    fn paste(&mut self, text: &str) {
        let Some(block) = self.state.block() else { return };
        self.state.edit = None;
        self.state.wants_focus = true;
        match clipboard::pasted(self.model, block, text) {
            Ok(pasted) => {
                self.state.cursor = Some(block.from);
                self.state.far = pasted.to;
                self.state.dropped = pasted.skipped.map(|message| (block.from, message));
                self.set(pasted.cells);
            }
            Err(refused) => self.state.dropped = Some(refused),
        }
    }

    fn trail(&mut self) {
        let Some(At { row, column }) = self.state.cursor else { return };
        self.actions.extend(self.model.trail(row, column).map(GridAction::Trail));
    }

    fn use_source(&mut self) {
        let cells = corrected(self.model, self.state);
        if !cells.is_empty() {
            self.actions.push(GridAction::UseSource(cells));
        }
    }

    fn insert_row(&mut self) {
        if let (true, Some(block)) = (self.model.grows(), self.state.block()) {
            self.actions.push(GridAction::InsertRow(block.from.row));
        }
    }

    fn remove_rows(&mut self) {
        if let (true, Some(block)) = (self.model.grows(), self.state.block()) {
            let rows: Vec<usize> = (block.from.row..=block.to.row)
                .filter(|row| *row < self.model.row_count())
                .collect();
            if !rows.is_empty() {
                self.actions.push(GridAction::RemoveRows(rows));
                self.state.select(block.from);
            }
        }
    }
}

impl GridState {
    /// Finishes the text being typed, as losing the focus does: before saving, or when the place
    /// is left. An invalid text is dropped, and a message says so when the table is seen
    /// again.
    pub fn finish(&mut self, model: &dyn GridModel) -> Vec<GridAction> {
        let mut work = Work { state: self, model, page: 1, actions: Vec::new() };
        work.lose();
        work.actions
    }
}

/// The selected cells in which a person put another value in the source's place.
pub(super) fn corrected(model: &dyn GridModel, state: &GridState) -> Vec<(usize, usize)> {
    let cells = state.block().into_iter().flat_map(|block| block.cells());
    let within = cells.filter(|at| at.row < model.row_count());
    within
        .map(|at| (at.row, at.column))
        .filter(|(row, column)| model.is_corrected(*row, *column))
        .collect()
}
