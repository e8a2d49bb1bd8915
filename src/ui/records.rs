//! The project's tables in the grid: edited in place, each edit one command.

use eframe::egui::Ui;

use super::widgets::grid::{self, At, Grid, GridAction, GridModel, GridState, Kind, Tone};
use super::{corrections, trail};
use crate::app::{Command, Document};
use crate::figures::{Figures, Key, TrailOf};
use crate::project::{Cell, CellAt, CellEdit, CellKind, Choice, Column, Edit, Rows, TableId};
use crate::t;
use crate::words::Message;

/// A column that is computed and stands after the ones that are typed.
pub struct Computed<'a> {
    /// Its head and width.
    pub column: grid::Column,
    /// Its cell in a row of the project's table.
    pub cell: Box<dyn Fn(usize) -> grid::Cell + 'a>,
    /// The figure in that cell, where it is one.
    pub key: Box<dyn Fn(usize) -> Option<Key> + 'a>,
}

impl<'a> Computed<'a> {
    /// A column whose cells are no figures, or none that one asks about.
    pub fn new(column: grid::Column, cell: impl Fn(usize) -> grid::Cell + 'a) -> Self {
        Self { column, cell: Box::new(cell), key: Box::new(|_| None) }
    }

    /// A column of figures, as they are printed everywhere.
    pub fn figures(
        column: grid::Column,
        figures: &'a Figures,
        key: impl Fn(usize) -> Option<Key> + Clone + 'a,
    ) -> Self {
        let of_row = key.clone();
        let cell = move |row| {
            let text = of_row(row).and_then(|key| figures.figure(&key).printed());
            text.map_or_else(grid::Cell::missing, grid::Cell::new)
        };
        Self { column, cell: Box::new(cell), key: Box::new(key) }
    }
}

/// One of the project's tables, as a place shows it.
pub struct RecordTable<'a> {
    /// Which table.
    pub table: TableId,
    /// The columns that are shown, by id, with their widths; all others keep what they hold.
    pub columns: &'a [(&'a str, f32)],
    /// The column that takes the room that the others leave.
    pub stretches: &'a str,
    /// The lines that words may take before they are cut.
    pub lines: usize,
    /// What stands in numbers' cells that are blank and need not be filled, by column id; in
    /// all others it says that the number is missing.
    pub blanks: Vec<(&'a str, String)>,
    /// The rows that are shown, by their place in the project; `None` for all.
    pub rows: Option<Vec<usize>>,
    /// What a new row has from the start, by column id: the year that is looked at.
    pub defaults: Vec<(&'a str, String)>,
    /// Computed columns.
    pub computed: Vec<Computed<'a>>,
    /// Whether rows can be added and removed; not where one row's other columns are shown.
    pub grows: bool,
    /// The height within which the rows scroll; as high as its rows where there is none.
    pub max_height: Option<f32>,
}

impl<'a> RecordTable<'a> {
    /// All rows of a table that grows, with words in up to two lines. Other choices are
    /// made by setting fields.
    pub fn new(table: TableId, columns: &'a [(&'a str, f32)], stretches: &'a str) -> Self {
        Self {
            table,
            columns,
            stretches,
            lines: 2,
            blanks: Vec::new(),
            rows: None,
            defaults: Vec::new(),
            computed: Vec::new(),
            grows: true,
            max_height: None,
        }
    }

    /// Shows the table and asks for what was edited. Returns a row, by its place in the
    /// project, on whose computed cell Enter was pressed or double clicked.
    pub fn show(
        self,
        ui: &mut Ui,
        state: &mut GridState,
        document: &Document,
        commands: &mut Vec<Command>,
    ) -> Option<usize> {
        let model = Model::new(&self, document.figures());
        if let Some(sought) = state.take_sought(ui)
            && let Some((at, is_shown)) = model.place_of(sought.row, sought.column)
        {
            match is_shown {
                true => state.go_to(at, sought.opens, &model),
                // The column stands in another table of the same rows.
                false => state.select(at),
            }
        }
        let name = t!(self.table.word_key());
        let grid = Grid::new(&name);
        let grid = match self.max_height {
            Some(height) => grid.max_height(height),
            None => grid,
        };
        let mut activated = None;
        // A place may show one table twice, with other columns.
        let actions = ui.push_id(self.stretches, |ui| grid.show(ui, state, &model)).inner;
        for action in trail::followed(actions, commands) {
            match action {
                GridAction::SetCells(cells) => {
                    let cells = model.edits(&cells, &self.defaults);
                    commands.push(Command::Edit(Edit::SetCells { table: self.table, cells }));
                }
                GridAction::InsertRow(at) => {
                    let at = model.row(at).unwrap_or(model.rows.len());
                    commands.push(Command::Edit(Edit::InsertRow { table: self.table, at }));
                }
                GridAction::RemoveRows(rows) => {
                    let rows = rows.into_iter().filter_map(|row| model.row(row)).collect();
                    commands.push(Command::Edit(Edit::RemoveRows { table: self.table, rows }));
                }
                GridAction::UseSource(cells) => {
                    let cells = cells.into_iter().filter_map(|(row, column)| model.at(row, column));
                    commands.push(Command::Edit(Edit::UseSource { cells: cells.collect() }));
                }
                GridAction::Activate(row, _) => activated = model.row(row),
                _ => {}
            }
        }
        activated
    }
}

struct Model<'a> {
    rows: &'a dyn Rows,
    figures: &'a Figures,
    shown_rows: Option<&'a [usize]>,
    /// The shown columns by their index in the project's table.
    indexes: Vec<usize>,
    columns: Vec<grid::Column>,
    computed: &'a [Computed<'a>],
    /// What stands in blank numbers' cells, by the column's index in the project's table.
    blanks: Vec<(usize, &'a str)>,
    grows: bool,
}

impl<'a> Model<'a> {
    fn new(table: &'a RecordTable<'_>, figures: &'a Figures) -> Self {
        let rows = figures.project().rows(table.table);
        let shown = table
            .columns
            .iter()
            .filter_map(|(id, width)| Some((rows.column(id)?, *id == table.stretches, *width)));
        let (mut indexes, mut columns) = (Vec::new(), Vec::new());
        for (index, stretches, width) in shown {
            let column = grid_column(&rows.columns()[index], width, table.lines);
            indexes.push(index);
            columns.push(if stretches { column.stretching() } else { column });
        }
        columns.extend(table.computed.iter().map(|computed| computed.column.clone()));
        Self {
            rows,
            figures,
            shown_rows: table.rows.as_deref(),
            indexes,
            columns,
            computed: &table.computed,
            blanks: table
                .blanks
                .iter()
                .filter_map(|(id, text)| Some((rows.column(id)?, text.as_str())))
                .collect(),
            grows: table.grows,
        }
    }

    /// The row of the project that stands in `row` of the grid; `None` for the new row.
    fn row(&self, row: usize) -> Option<usize> {
        match self.shown_rows {
            Some(rows) => rows.get(row).copied(),
            None => (row < self.rows.len()).then_some(row),
        }
    }

    /// The cell of the project's table that stands in a cell of the grid.
    fn at(&self, row: usize, column: usize) -> Option<CellAt> {
        let (row, column) = (self.row(row)?, *self.indexes.get(column)?);
        Some(CellAt { table: self.rows.table(), row, column })
    }

    /// Where a cell of the project stands in the grid, and whether its column is shown; without,
    /// it is the row's first cell.
    fn place_of(&self, row: usize, column: usize) -> Option<(At, bool)> {
        let row = match self.shown_rows {
            Some(rows) => rows.iter().position(|shown| *shown == row)?,
            None => Some(row).filter(|row| *row < self.rows.len())?,
        };
        let column = self.indexes.iter().position(|index| *index == column);
        Some((At::new(row, column.unwrap_or(0)), column.is_some()))
    }

    /// The figure in a computed cell.
    fn key(&self, row: usize, column: usize) -> Option<Key> {
        let computed = self.computed.get(column.checked_sub(self.indexes.len())?)?;
        (computed.key)(self.row(row)?)
    }

    fn typed(&self, column: usize) -> Option<(usize, &Column)> {
        let index = *self.indexes.get(column)?;
        Some((index, self.rows.columns().get(index)?))
    }

    /// Grid cells as cells of the project. New rows come after the project's last, each with
    /// the defaults for the columns that were not typed.
    fn edits(
        &self,
        cells: &[(usize, usize, String)],
        defaults: &[(&str, String)],
    ) -> Vec<CellEdit> {
        let mut edits: Vec<CellEdit> = Vec::new();
        let mut new_rows: Vec<usize> = Vec::new();
        for (row, column, text) in cells {
            let Some((column, _)) = self.typed(*column) else { continue };
            let row = self.row(*row).unwrap_or_else(|| {
                let at = new_rows.iter().position(|new| new == row).unwrap_or_else(|| {
                    new_rows.push(*row);
                    new_rows.len() - 1
                });
                self.rows.len() + at
            });
            edits.push(CellEdit { row, column, text: text.clone() });
        }
        for new in 0..new_rows.len() {
            let row = self.rows.len() + new;
            for (id, text) in defaults {
                let Some(column) = self.rows.column(id) else { continue };
                if !edits.iter().any(|edit| edit.row == row && edit.column == column) {
                    edits.push(CellEdit { row, column, text: text.clone() });
                }
            }
        }
        edits
    }
}

impl GridModel for Model<'_> {
    fn columns(&self) -> &[grid::Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.shown_rows.map_or(self.rows.len(), <[usize]>::len)
    }

    fn cell(&self, row: usize, column: usize) -> grid::Cell {
        let Some(row) = self.row(row) else { return grid::Cell::default() };
        let Some((index, typed)) = self.typed(column) else {
            let Some(computed) = self.computed.get(column - self.indexes.len()) else {
                return grid::Cell::default();
            };
            let (cell, key) = ((computed.cell)(row), (computed.key)(row));
            return match key {
                Some(key) => corrections::marked_figure(cell, self.figures, &key),
                None => cell,
            };
        };
        let correction =
            self.figures.correction(CellAt { table: self.rows.table(), row, column: index });
        let project = self.figures.project();
        let cell = self.rows.cell(row, index);
        if cell == Cell::Blank && typed.kind.is_number() {
            let blank = self.blanks.iter().find(|(column, _)| *column == index);
            let shown = blank.map_or_else(grid::Cell::missing, |(_, text)| {
                grid::Cell::new(*text).tone(Tone::Quiet)
            });
            return corrections::marked(shown, project, correction);
        }
        corrections::marked(grid::Cell::new(cell.text(typed.kind)), project, correction)
    }

    fn edit_text(&self, row: usize, column: usize) -> String {
        match (self.row(row), self.typed(column)) {
            (Some(row), Some((index, _))) => self.rows.cell(row, index).edit_text(),
            (Some(_), None) => self.cell(row, column).text,
            (None, _) => String::new(),
        }
    }

    fn editable(&self, _row: usize, column: usize) -> bool {
        self.typed(column).is_some()
    }

    fn check(&self, _row: usize, column: usize, text: &str) -> Result<(), Message> {
        self.typed(column).map_or(Ok(()), |(_, typed)| typed.kind.parse(text).map(|_| ()))
    }

    fn trail(&self, row: usize, column: usize) -> Option<TrailOf> {
        let of_cell = self.at(row, column).map(TrailOf::Cell);
        of_cell.or_else(|| self.key(row, column).map(TrailOf::Figure))
    }

    fn is_corrected(&self, row: usize, column: usize) -> bool {
        self.at(row, column).is_some_and(|at| self.figures.correction(at).is_some())
    }

    fn grows(&self) -> bool {
        self.grows
    }
}

fn grid_column(column: &Column, width: f32, lines: usize) -> grid::Column {
    let title = t!(column.word_key);
    match column.kind {
        CellKind::Choice(choices) => {
            grid::Column::choice(title, width, choices.iter().map(Choice::word).collect())
        }
        CellKind::Flag => {
            let words = vec![t!("flag-yes"), t!("flag-no")];
            grid::Column { kind: Kind::Choice(words), ..grid::Column::text(title, width) }
        }
        kind if kind.is_number() => grid::Column::number(title, width),
        _ => grid::Column::text(title, width).wrapping(lines),
    }
}
