//! What a table shows, and what the user did to it.

use eframe::egui::{Align, Id};

use crate::figures::TrailOf;
use crate::ui::icon::Icon;
use crate::words::Message;

/// Longer tables are plain lists, unless their model says otherwise.
const UNEVEN_ROWS: usize = 4_000;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, at the left.
    Text,
    /// Numbers, at the right.
    Number,
    /// One of these words; a list opens to choose from.
    Choice(Vec<String>),
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The head's words, with the unit of the numbers.
    pub title: String,
    /// What it holds.
    pub kind: Kind,
    /// Its width; the one that `stretches` is at least so wide.
    pub width: f32,
    /// Whether it takes the room that the others leave, up to `most`.
    pub stretches: bool,
    /// Its largest width.
    pub most: f32,
    /// The lines that its words may take before they end in three dots.
    pub lines: usize,
    /// Whether its cells have little air, where many columns of long numbers stand side by side.
    pub is_tight: bool,
    /// An icon in the head instead of the title.
    pub icon: Option<Icon>,
}

impl Column {
    /// A column of words.
    pub fn text(title: impl Into<String>, width: f32) -> Self {
        Self {
            title: title.into(),
            kind: Kind::Text,
            width,
            stretches: false,
            most: f32::INFINITY,
            lines: 1,
            is_tight: false,
            icon: None,
        }
    }

    /// A column of numbers.
    pub fn number(title: impl Into<String>, width: f32) -> Self {
        Self { kind: Kind::Number, ..Self::text(title, width) }
    }

    /// A column of words to choose from.
    pub fn choice(title: impl Into<String>, width: f32, options: Vec<String>) -> Self {
        Self { kind: Kind::Choice(options), ..Self::text(title, width) }
    }

    /// The same column, taking the room that the others leave.
    #[must_use]
    pub fn stretching(mut self) -> Self {
        self.stretches = true;
        self
    }

    /// The same column, whose words may take so many lines before they are cut.
    #[must_use]
    pub fn wrapping(mut self, lines: usize) -> Self {
        self.lines = lines.max(1);
        self
    }

    /// The same column with little air in its cells.
    #[must_use]
    pub fn tight(mut self) -> Self {
        self.is_tight = true;
        self
    }

    /// The side at which its words stand.
    pub(super) fn align(&self) -> Align {
        if self.kind == Kind::Number { Align::Max } else { Align::Min }
    }
}

/// How a cell's words are coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As text.
    #[default]
    Plain,
    /// A label, quieter than the numbers.
    Label,
    /// A zero or a hint.
    Quiet,
    /// A number that is not what it should be.
    Warning,
}

/// What is special about a cell's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A person has put another value in the source's place.
    Overridden,
    /// So has a person, and the source has moved since.
    SourceMoved,
    /// Another place has another number for it.
    Differs,
    /// Something is wrong with it.
    Error(Message),
}

/// A judgement of a cell, shown as an icon and a colour beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// As it should be.
    Good,
    /// Not as it should be.
    Bad,
    /// Not known.
    Open,
}

/// A cell as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text, as printed.
    pub text: String,
    /// The colour.
    pub tone: Tone,
    /// Whether it is semibold.
    pub strong: bool,
    /// What is special about it.
    pub mark: Option<Mark>,
    /// The icon before its words.
    pub sign: Option<Sign>,
    /// More on it, for the tooltip and for screen readers.
    pub hint: String,
    /// A code before the words, quieter.
    pub code: String,
    /// An icon to press instead of words, with what it does.
    pub button: Option<(Icon, String)>,
}

impl Cell {
    /// A cell with `text`.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A cell whose value is missing; it says so, so that it is not taken for a zero.
    pub fn missing() -> Self {
        Self { text: crate::t!("missing"), tone: Tone::Quiet, ..Self::default() }
    }

    /// The same cell in another tone.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// The same cell, semibold.
    #[must_use]
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// The same cell with a mark.
    #[must_use]
    pub fn mark(mut self, mark: Mark) -> Self {
        self.mark = Some(mark);
        self
    }

    /// The same cell with something to tell of it.
    #[must_use]
    pub fn hint(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    /// The same cell with a sign before its words.
    #[must_use]
    pub fn sign(mut self, sign: Sign) -> Self {
        self.sign = Some(sign);
        self
    }

    /// Whether the words are semibold in a row of `kind`.
    pub(super) fn is_strong(&self, kind: RowKind) -> bool {
        self.strong || kind.is_sum() || self.is_corrected()
    }

    /// Whether a person's value stands in the source's place, or something is wrong.
    pub(super) fn is_corrected(&self) -> bool {
        self.mark.as_ref().is_some_and(|mark| *mark != Mark::Differs)
    }

    /// Its code and words, as those who hear the table get them.
    pub fn spoken(&self) -> String {
        if self.code.is_empty() {
            self.text.clone()
        } else {
            format!("{} {}", self.code, self.text)
        }
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum RowKind {
    /// An ordinary row.
    #[default]
    Plain,
    /// A sum: semibold, higher, on the panel's ground, with a line above.
    Sum,
    /// An average: as a sum, on the ground of the table.
    Average,
    /// A main result: a sum on a darker ground.
    Result,
    /// The report year's.
    ThisYear,
    /// A row that an opened row shows below it: lower, on the panel's ground.
    Part,
    /// Words over rows, with their level from 0. Nothing in it can be selected.
    Heading(u8),
    /// Words over another table in the same columns.
    Title,
    /// A row across all columns of this height, which [`Grid::wide`](super::Grid::wide) draws.
    Wide(f32),
}

impl RowKind {
    /// Whether the row sums others up.
    pub(super) fn is_sum(self) -> bool {
        matches!(self, Self::Sum | Self::Average | Self::Result)
    }

    /// Whether its cells can be selected.
    pub fn is_selectable(self) -> bool {
        !matches!(self, Self::Heading(_) | Self::Title | Self::Wide(_))
    }
}

/// Where a row stands among rows that open into rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// How far its words stand in.
    pub depth: u8,
    /// Whether the rows below it that are its parts are shown, where it has any.
    pub open: Option<bool>,
}

/// Something that the menu of a cell offers beside what every table does.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What it does.
    pub text: String,
    /// Its icon.
    pub icon: Icon,
    /// The keys that do the same.
    pub keys: String,
    /// Whether it can be done.
    pub is_on: bool,
}

/// A table's contents. Rows and columns count from 0.
///
/// In a table that grows there is one more row after the last, to type a new one into:
/// [`editable`](Self::editable) and [`check`](Self::check) are asked about it too.
pub trait GridModel {
    /// The columns.
    fn columns(&self) -> &[Column];

    /// The number of rows.
    fn row_count(&self) -> usize;

    /// The cell at `row` and `column`.
    fn cell(&self, row: usize, column: usize) -> Cell;

    /// The text that editing starts with and copying takes: numbers with decimal comma and
    /// without thousands spaces, so that a Norwegian Excel takes them as numbers.
    fn edit_text(&self, row: usize, column: usize) -> String {
        self.cell(row, column).text
    }

    /// Whether the user may type into the cell.
    fn editable(&self, _row: usize, _column: usize) -> bool {
        false
    }

    /// Whether `text` may stand in the cell, and if not, why and what to do.
    fn check(&self, _row: usize, _column: usize, _text: &str) -> Result<(), Message> {
        Ok(())
    }

    /// What the row is.
    fn row_kind(&self, _row: usize) -> RowKind {
        RowKind::Plain
    }

    /// The row's name for those who hear the table; without one it is *rad 3*.
    fn row_name(&self, _row: usize) -> Option<String> {
        None
    }

    /// The value in the cell, to follow its trail; `None` where the cell has none.
    fn trail(&self, _row: usize, _column: usize) -> Option<TrailOf> {
        None
    }

    /// Whether a person corrected the source's value in this cell itself, rather than in a cell
    /// that it is computed from.
    fn is_corrected(&self, _row: usize, _column: usize) -> bool {
        false
    }

    /// Where the row stands among rows that open into rows.
    fn outline(&self, _row: usize) -> Outline {
        Outline::default()
    }

    /// What the triangle of a row that opens does.
    fn opener(&self, _row: usize, _is_open: bool) -> String {
        String::new()
    }

    /// What the row stays while rows come and go above it, so that the selection stays on it.
    fn row_id(&self, _row: usize) -> Option<Id> {
        None
    }

    /// What else the menu of a cell offers.
    fn offers(&self, _row: usize, _column: usize) -> Vec<Offer> {
        Vec::new()
    }

    /// Whether all rows are of one height, so that not even their heights need to be known.
    fn is_even(&self) -> bool {
        self.row_count() > UNEVEN_ROWS
    }

    /// Whether rows can be added and removed.
    fn grows(&self) -> bool {
        false
    }
}

/// What the user did; the table itself changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GridAction {
    /// Put these texts into these cells, as one edit: row, column, text. Each text has passed
    /// [`GridModel::check`]. A row at or past the last one is to be added.
    SetCells(Vec<(usize, usize, String)>),
    /// Add an empty row before this one.
    InsertRow(usize),
    /// Remove these rows, as one edit.
    RemoveRows(Vec<usize>),
    /// Show where this comes from, or hide it again.
    Trail(TrailOf),
    /// Show where this comes from: Enter or a double click on a number.
    ShowTrail(TrailOf),
    /// Another cell is selected, and this is what its trail is of.
    Selected(TrailOf),
    /// Put back what the sources say in these cells, as one edit: row, column.
    UseSource(Vec<(usize, usize)>),
    /// Enter or a double click on a cell that cannot be edited and has no trail: row, column.
    Activate(usize, usize),
    /// F2 on a cell that cannot be edited: row, column.
    Write(usize, usize),
    /// Show the parts of this row, or hide them.
    Toggle(usize),
    /// The cell's button was pressed: row, column.
    Press(usize, usize),
    /// What [`GridModel::offers`] offers there was chosen from the menu: row, column, which.
    Choose(usize, usize, usize),
}
