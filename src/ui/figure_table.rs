//! One table of figures: what every place shows its numbers in. Each number knows its figure, or
//! the cell that it stands in, so that a click selects it, F4 and a double click show where it
//! comes from, and a value that a table of the project holds can be corrected in place.

use eframe::egui::{Id, Ui};

use crate::app::{Command, Document};
use crate::calendar::Year;
use crate::figures::{
    Figures, RowKind as TableRowKind, Table, TableCell, TableRequest, TableRow, TrailOf,
};
use crate::number::{self, Decimal, MINUS, NBSP};
use crate::project::{CellAt, CellEdit, Edit, TableId};
use crate::words::Message;

use super::widgets::grid::{
    At, Cell, Column, Grid, GridAction, GridModel, GridState, Kind, Offer, Outline, RowKind, Tone,
};
use super::{corrections, trail};

/// The decimals of a change in percent, where printed tables have two.
const CHANGE_DECIMALS: u32 = 1;

/// A table of figures, ready to be shown.
#[derive(Clone, Debug)]
pub struct FigureTable {
    /// Its columns; the first one names the rows.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<FigureRow>,
    /// Whether its numbers are the figures; else, as under a filter, they have no trail.
    pub has_figures: bool,
}

impl Default for FigureTable {
    fn default() -> Self {
        Self { columns: Vec::new(), rows: Vec::new(), has_figures: true }
    }
}

/// A row of a table of figures.
#[derive(Clone, Debug, Default)]
pub struct FigureRow {
    /// What it is.
    pub kind: RowKind,
    /// Where it stands among rows that open into rows.
    pub outline: Outline,
    /// What it stays while other rows come and go.
    pub id: Option<Id>,
    /// Its cells, one a column.
    pub cells: Vec<FigureCell>,
}

/// A cell of a table of figures.
#[derive(Clone, Debug, Default)]
pub struct FigureCell {
    /// As it is shown.
    pub cell: Cell,
    /// As a Norwegian Excel takes it, and as it is typed over.
    pub copied: String,
    /// What its trail is of.
    pub of: Option<TrailOf>,
    /// Whether it can be typed over.
    pub typed: Typed,
}

/// Whether a cell can be typed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Typed {
    /// It cannot.
    #[default]
    No,
    /// It is the value of a cell of the project, where its figure is one cell's alone.
    Value,
    /// It is a text that the place keeps, which is asked for as [`GridAction::SetCells`].
    Text,
}

impl FigureCell {
    /// A cell with words, which are no figure.
    pub fn words(cell: Cell) -> Self {
        Self { copied: cell.text.clone(), cell, ..Self::default() }
    }

    /// A finished number as the window shows it. A gap among numbers is told.
    pub fn of(cell: &TableCell, of: Option<TrailOf>, is_among_numbers: bool) -> Self {
        let shown = match cell {
            TableCell::Blank if is_among_numbers => Cell::missing(),
            TableCell::Count(0) | TableCell::Unknown => Cell::new(cell.print()).tone(Tone::Quiet),
            TableCell::Money(value, _) if value.is_zero() => {
                Cell::new(cell.print()).tone(Tone::Quiet)
            }
            TableCell::Change(value, _) => {
                Cell::new(number::signed_percent(*value, CHANGE_DECIMALS))
            }
            TableCell::Deviation(value, _, sign) => {
                Cell::new(number::signed_percent(sign.shown(*value), CHANGE_DECIMALS))
            }
            _ => Cell::new(cell.print()),
        };
        let copied = match cell {
            TableCell::Money(value, _) => plain(*value),
            _ if cell.is_number() => plain_text(&shown.text),
            _ => shown.text.clone(),
        };
        Self { cell: shown, copied, of, typed: Typed::No }
    }
}

/// A number to the hundredth with decimal comma and without thousands.
pub fn plain(value: Decimal) -> String {
    number::round(value, 2).normalize().to_string().replace('.', ",")
}

/// A printed number as Excel takes it: no spaces, no plus, a hyphen for minus.
fn plain_text(text: &str) -> String {
    text.chars()
        .filter(|letter| *letter != NBSP && *letter != '+')
        .map(|letter| if letter == MINUS { '-' } else { letter })
        .collect()
}

impl FigureTable {
    /// A finished table with some of its columns, by id, as the window shows them.
    pub fn of(table: &Table, columns: Vec<(impl AsRef<str>, Column)>) -> Self {
        let place = |id: &str| table.columns.iter().position(|column| column.id == id);
        let (mut places, mut shown) = (Vec::new(), Vec::new());
        for (id, column) in columns {
            if let Some(place) = place(id.as_ref()) {
                places.push(place);
                shown.push(column);
            }
        }
        let rows = table.rows.iter().map(|row| figure_row(row, &places, &shown)).collect();
        Self { columns: shown, rows, has_figures: true }
    }

    /// The same of a table by its name on the command line, of a year.
    pub fn named(
        figures: &Figures,
        (name, year): (&str, Year),
        columns: Vec<(impl AsRef<str>, Column)>,
    ) -> Self {
        let request = TableRequest { name: name.to_owned(), year: Some(year), quarter: None };
        figures.table(&request).map(|table| Self::of(&table, columns)).unwrap_or_default()
    }

    /// The cell with this trail.
    pub fn find(&self, of: &TrailOf) -> Option<At> {
        self.rows.iter().enumerate().find_map(|(at, row)| {
            let column = row.cells.iter().position(|cell| cell.of.as_ref() == Some(of))?;
            Some(At::new(at, column))
        })
    }

    /// Shows the table. Comes back with what the place is to do itself.
    pub fn show(
        &self,
        ui: &mut Ui,
        grid: Grid<'_>,
        state: &mut GridState,
        document: &Document,
        commands: &mut Vec<Command>,
    ) -> Vec<GridAction> {
        let shown = Shown { table: self, figures: document.figures(), offers: None, opener: None };
        shown.show(ui, grid, state, commands)
    }

    fn cell(&self, row: usize, column: usize) -> Option<&FigureCell> {
        self.rows.get(row)?.cells.get(column)
    }
}

/// A table that is made once for each revision of the project.
#[derive(Debug, Default)]
pub struct MadeTable {
    revision: Option<u64>,
    table: FigureTable,
}

impl MadeTable {
    /// The table, made anew where the project has changed.
    pub fn of(&mut self, document: &Document, make: impl FnOnce() -> FigureTable) -> &FigureTable {
        if self.revision != Some(document.revision()) {
            self.revision = Some(document.revision());
            self.table = make();
        }
        &self.table
    }
}

fn figure_row(row: &TableRow, places: &[usize], columns: &[Column]) -> FigureRow {
    let kind = match row.kind {
        TableRowKind::Sum => RowKind::Sum,
        TableRowKind::Current => RowKind::ThisYear,
        TableRowKind::Plain | TableRowKind::Derived => RowKind::Plain,
    };
    let cells = places.iter().zip(columns).map(|(place, column)| {
        let of = row.key(*place).cloned().map(TrailOf::Figure);
        let cell = row.cells.get(*place).unwrap_or(&TableCell::Blank);
        FigureCell::of(cell, of, column.kind == Kind::Number)
    });
    let mut cells: Vec<FigureCell> = cells.collect();
    if let (TableRowKind::Derived, Some(name)) = (row.kind, cells.first_mut()) {
        name.cell.tone = Tone::Label;
    }
    FigureRow { kind, cells, ..FigureRow::default() }
}

/// A table of figures with what its place adds to it.
pub struct Shown<'a> {
    /// The table.
    pub table: &'a FigureTable,
    /// The figures that it shows.
    pub figures: &'a Figures,
    /// What else the menu of a row offers.
    pub offers: Option<&'a dyn Fn(usize) -> Vec<Offer>>,
    /// What the triangle of a row that is open, or not, does.
    pub opener: Option<&'a dyn Fn(usize, bool) -> String>,
}

impl Shown<'_> {
    /// Shows the table. Comes back with what the place is to do itself.
    pub fn show(
        &self,
        ui: &mut Ui,
        grid: Grid<'_>,
        state: &mut GridState,
        commands: &mut Vec<Command>,
    ) -> Vec<GridAction> {
        let mut others = Vec::new();
        for action in trail::followed(grid.show(ui, state, self), commands) {
            match action {
                GridAction::SetCells(cells) => {
                    let (values, texts): (Vec<_>, Vec<_>) = cells
                        .into_iter()
                        .partition(|(row, column, _)| self.held(*row, *column).is_some());
                    commands.extend(self.corrected(values));
                    if !texts.is_empty() {
                        others.push(GridAction::SetCells(texts));
                    }
                }
                GridAction::UseSource(cells) => {
                    let cells = cells.into_iter().filter_map(|(row, column)| self.at(row, column));
                    commands.push(Command::Edit(Edit::UseSource { cells: cells.collect() }));
                }
                other => others.push(other),
            }
        }
        others
    }

    /// The edits that put the typed values into the tables that hold them.
    fn corrected(&self, values: Vec<(usize, usize, String)>) -> Vec<Command> {
        let mut edits: Vec<(TableId, Vec<CellEdit>)> = Vec::new();
        for (row, column, text) in values {
            let Some(CellAt { table, row, column }) = self.held(row, column) else { continue };
            let edit = CellEdit { row, column, text };
            match edits.iter_mut().find(|(other, _)| *other == table) {
                Some((_, cells)) => cells.push(edit),
                None => edits.push((table, vec![edit])),
            }
        }
        let edit = |(table, cells)| Command::Edit(Edit::SetCells { table, cells });
        edits.into_iter().map(edit).collect()
    }

    /// The cell of the project that a number is the value of, if it is one cell's alone.
    fn at(&self, row: usize, column: usize) -> Option<CellAt> {
        match self.table.cell(row, column)?.of.as_ref()? {
            TrailOf::Cell(at) => Some(*at),
            TrailOf::Figure(key) => match self.figures.cells_of(key)[..] {
                [at] => Some(at),
                _ => None,
            },
        }
    }

    /// The same, where it can be typed over.
    fn held(&self, row: usize, column: usize) -> Option<CellAt> {
        let cell = self.table.cell(row, column)?;
        if cell.typed == Typed::Value { self.at(row, column) } else { None }
    }
}

impl GridModel for Shown<'_> {
    fn columns(&self) -> &[Column] {
        &self.table.columns
    }

    fn row_count(&self) -> usize {
        self.table.rows.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some(shown) = self.table.cell(row, column) else { return Cell::default() };
        let cell = shown.cell.clone();
        let is_number = self.table.columns.get(column).is_some_and(|c| c.kind == Kind::Number);
        match &shown.of {
            _ if !is_number || !self.table.has_figures => cell,
            _ if self.figures.corrected().is_empty() => cell,
            Some(TrailOf::Figure(key)) => corrections::marked_figure(cell, self.figures, key),
            Some(TrailOf::Cell(at)) => {
                corrections::marked(cell, self.figures.project(), self.figures.correction(*at))
            }
            None => cell,
        }
    }

    fn edit_text(&self, row: usize, column: usize) -> String {
        self.table.cell(row, column).map_or_else(String::new, |cell| cell.copied.clone())
    }

    fn editable(&self, row: usize, column: usize) -> bool {
        let is_text = |cell: &FigureCell| cell.typed == Typed::Text;
        self.table.cell(row, column).is_some_and(is_text) || self.held(row, column).is_some()
    }

    fn check(&self, row: usize, column: usize, text: &str) -> Result<(), Message> {
        let Some(at) = self.held(row, column) else { return Ok(()) };
        let columns = self.figures.project().rows(at.table).columns();
        columns.get(at.column).map_or(Ok(()), |column| column.kind.parse(text).map(|_| ()))
    }

    fn row_kind(&self, row: usize) -> RowKind {
        self.table.rows.get(row).map_or(RowKind::Plain, |row| row.kind)
    }

    fn row_name(&self, row: usize) -> Option<String> {
        let name = &self.table.cell(row, 0)?.cell;
        Some(name.spoken()).filter(|name| !name.is_empty())
    }

    fn trail(&self, row: usize, column: usize) -> Option<TrailOf> {
        self.table.cell(row, column)?.of.clone().filter(|_| self.table.has_figures)
    }

    fn is_corrected(&self, row: usize, column: usize) -> bool {
        let is_corrected = |at| self.figures.correction(at).is_some();
        !self.figures.corrected().is_empty() && self.at(row, column).is_some_and(is_corrected)
    }

    fn outline(&self, row: usize) -> Outline {
        self.table.rows.get(row).map_or_else(Outline::default, |row| row.outline)
    }

    fn opener(&self, row: usize, is_open: bool) -> String {
        self.opener.map_or_else(String::new, |opener| opener(row, is_open))
    }

    fn row_id(&self, row: usize) -> Option<Id> {
        self.table.rows.get(row)?.id
    }

    fn offers(&self, row: usize, _column: usize) -> Vec<Offer> {
        self.offers.map_or_else(Vec::new, |offers| offers(row))
    }

    /// Rows of figures are few, or open into many that are lower.
    fn is_even(&self) -> bool {
        false
    }
}
