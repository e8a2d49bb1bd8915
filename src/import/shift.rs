//! Rows whose cells have moved: a separator stands within a text that has no quotes around it, or
//! one is missing, so that what stands behind it no longer fits its columns.

use std::collections::{HashMap, HashSet};

use super::mapping::Mapping;
use super::open::{Parted, looks_like_date, looks_like_number};
use super::raw::{RawCell, cell_at};
use super::sheet::column_letters;
use super::synonyms::is_nothing;
use super::verdict::Reject;
use crate::message;
use crate::project::{SourceKind, TableId};

/// At least this percentage of a column's cells are dates, or numbers, or words of a short list.
const ALIKE_PERCENT: usize = 75;
/// At most this percentage of the cells of a blank column are filled.
const BLANK_PERCENT: usize = 20;
/// Fewer cells than this say nothing of a column.
const LEAST_CELLS: usize = 5;
/// A word of a list stands in at least this many rows.
const LEAST_ROWS: usize = 2;
/// A list of words has at most one word for this many rows.
const ROWS_PER_WORD: usize = 3;
/// More separators than this in one text are not looked for.
const MOST_SEPARATORS: usize = 3;

/// What the cells of a column are.
#[derive(Debug)]
enum Kind {
    Any,
    /// Nothing stands there.
    Blank,
    Dates,
    Numbers,
    /// Letters and digits in one form, as case numbers have.
    Codes(String),
    /// One of a few words: those that stand in several rows, and all.
    Words {
        often: HashSet<String>,
        all: HashSet<String>,
    },
}

impl Kind {
    fn of(column: usize, rows: &[&[RawCell<'_>]]) -> Self {
        let filled: Vec<&RawCell<'_>> =
            rows.iter().map(|row| cell_at(row, column)).filter(|cell| !is_empty(cell)).collect();
        if filled.len() < LEAST_CELLS {
            return Self::Any;
        }
        let are_most = |count: usize| count * 100 >= filled.len() * ALIKE_PERCENT;
        let count = |is: fn(&RawCell<'_>) -> bool| filled.iter().filter(|cell| is(cell)).count();
        if are_most(count(is_date)) {
            return Self::Dates;
        }
        if are_most(count(is_number)) {
            return Self::Numbers;
        }
        let form = filled.first().map(|cell| form_of(cell)).unwrap_or_default();
        let of_form = filled.iter().filter(|cell| form_of(cell) == form).count();
        if form.contains('9') && !form.contains(' ') && are_most(of_form) {
            return Self::Codes(form);
        }
        let mut words: HashMap<String, usize> = HashMap::new();
        for cell in &filled {
            *words.entry(word(cell)).or_default() += 1;
        }
        let is_often =
            |cell: &&&RawCell<'_>| words.get(&word(cell)).is_some_and(|count| *count >= LEAST_ROWS);
        let rows_with_words = filled.iter().filter(is_often).count();
        let list = words.values().filter(|count| **count >= LEAST_ROWS).count();
        if list * ROWS_PER_WORD > filled.len() || !are_most(rows_with_words) {
            return Self::Any;
        }
        // As they are written, so that most need not be made small.
        let written = |cell: &&RawCell<'_>| cell.text().into_owned();
        let often = filled.iter().filter(is_often).map(written).collect();
        Self::Words { often, all: words.into_keys().collect() }
    }

    fn takes(&self, cell: &RawCell<'_>) -> bool {
        let is_of_kind = match self {
            Self::Any => true,
            Self::Blank => false,
            Self::Dates => is_date(cell),
            Self::Numbers => is_number(cell),
            Self::Codes(form) => has_form(&cell.text(), form),
            Self::Words { often, all } => {
                often.contains(cell.text().as_ref()) || all.contains(&word(cell))
            }
        };
        // Words for nothing take longest to look up.
        is_of_kind || is_empty(cell)
    }

    /// Whether a cell is as those of other rows: a word that stands in one row only is not.
    fn is_usual(&self, cell: &RawCell<'_>) -> bool {
        match self {
            Self::Words { often, .. } => {
                let is_one = |known: &String| *known == word(cell);
                often.contains(cell.text().as_ref())
                    || is_empty(cell)
                    || often.iter().any(|known| is_one(&known.to_lowercase()))
            }
            kind => kind.takes(cell),
        }
    }

    /// Whether a cell of the column can be told from any other text.
    fn tells(&self) -> bool {
        matches!(self, Self::Dates | Self::Numbers | Self::Codes(_) | Self::Words { .. })
    }

    /// Whether one cell that does not fit is more than a new word.
    fn is_strict(&self) -> bool {
        matches!(self, Self::Dates | Self::Numbers | Self::Blank)
    }
}

fn is_empty(cell: &RawCell<'_>) -> bool {
    cell.is_blank() || matches!(cell, RawCell::Text(text) if is_nothing(text))
}

fn is_date(cell: &RawCell<'_>) -> bool {
    matches!(cell, RawCell::Text(text) if looks_like_date(text))
}

fn is_number(cell: &RawCell<'_>) -> bool {
    matches!(cell, RawCell::Text(text) if looks_like_number(text))
}

/// Whether a text is of that form.
fn has_form(text: &str, form: &str) -> bool {
    let mut parts = form.chars();
    let mut before = None;
    for sort in text.chars().map(sort_of) {
        if before != Some(sort) && parts.next() != Some(sort) {
            return false;
        }
        before = Some(sort);
    }
    parts.next().is_none()
}

fn sort_of(c: char) -> char {
    match c {
        c if c.is_ascii_digit() => '9',
        c if c.is_alphabetic() => 'a',
        c => c,
    }
}

/// How letters, digits and marks follow each other: `INC0010001` is `a9`.
fn form_of(cell: &RawCell<'_>) -> String {
    let mut form = String::new();
    for sort in cell.text().chars().map(sort_of) {
        if !form.ends_with(sort) {
            form.push(sort);
        }
    }
    form
}

fn word(cell: &RawCell<'_>) -> String {
    cell.text().to_lowercase()
}

/// What the columns of a text table hold, against which its rows are held.
#[derive(Debug, Default)]
pub struct Columns {
    kinds: Vec<Kind>,
    /// How many cells a row can have.
    width: usize,
    /// How many most rows have.
    whole: usize,
    separator: char,
    /// Whether rows that are no data have other cells than data.
    has_groups: bool,
    /// Rows whose cells were put in their places again, and the first of them.
    mended: u32,
    first_mended: u32,
}

/// What a row is beside the others.
pub enum Held<'a> {
    /// Its cells stand where they should, as far as can be told.
    Fits,
    /// Its cells can be put in their places in one way only.
    Mended(Vec<RawCell<'a>>),
    /// Its cells have moved.
    Moved(Reject),
}

impl Columns {
    /// The columns of a table by its first rows; of other files than text tables, whose cells
    /// cannot be parted wrongly, nothing is asked.
    pub fn of(
        rows: &[&[RawCell<'_>]],
        headed: usize,
        parted: Option<Parted>,
        kind: SourceKind,
    ) -> Option<Self> {
        let Parted { width: whole, separator } = parted?;
        let width = whole.max(headed);
        let complete = most_of(rows, |row| (whole..=width).contains(&row.len()));
        let is_blank = |column: &usize| {
            let filled = rows.iter().filter(|row| !is_empty(cell_at(row, *column))).count();
            rows.len() >= LEAST_CELLS && filled * 100 <= rows.len() * BLANK_PERCENT
        };
        let blank: Vec<usize> = (0..width).filter(is_blank).collect();
        // Rows that have moved show least of what the columns hold.
        let complete =
            most_of(&complete, |row| blank.iter().all(|column| is_empty(cell_at(row, *column))));
        let kind_of = |column: usize| match blank.contains(&column) {
            true => Kind::Blank,
            false => Kind::of(column, &complete),
        };
        let kinds = (0..width).map(kind_of).collect();
        let has_groups = matches!(
            kind,
            SourceKind::Ledger
                | SourceKind::Table(
                    TableId::Balances | TableId::BalanceList | TableId::Fund | TableId::Statements
                )
        );
        let columns =
            Self { kinds, width, whole, separator, has_groups, mended: 0, first_mended: 0 };
        (width > 1).then_some(columns)
    }

    /// Holds a row against the columns.
    pub fn hold<'a>(&mut self, row: u32, cells: &[RawCell<'a>], mapping: &Mapping) -> Held<'a> {
        let is_wide = cells.len() > self.width;
        let misfits = self.misfits(cells);
        let is_odd = misfits.len() > 1
            || !misfits.is_empty() && cells.len() < self.whole
            || misfits.iter().any(|at| self.kinds.get(*at).is_none_or(Kind::is_strict));
        if !is_wide && !is_odd {
            return Held::Fits;
        }
        let mut ways = self.ways(cells, &misfits);
        // Where the same comes out, it does not matter which way it was.
        ways.dedup_by(|a, b| read_alike(a, b, mapping));
        if let [_] = ways[..]
            && let Some(way) = ways.pop()
        {
            if !is_wide && read_alike(&way, cells, mapping) {
                return Held::Fits;
            }
            if !self.may_take_text(&way, cells, mapping) {
                return self.moved(row, cells, mapping, &misfits, is_wide);
            }
            if self.mended == 0 {
                self.first_mended = row;
            }
            self.mended = self.mended.saturating_add(1);
            return Held::Mended(way);
        }
        let has_moved = !ways.is_empty() || !self.has_groups && self.lacks_one(cells, &misfits);
        match is_wide || has_moved {
            true => self.moved(row, cells, mapping, &misfits, is_wide),
            false => Held::Fits,
        }
    }

    /// Whether the text that was put together stands where texts stand: what is read of a case is
    /// none, and a name with more behind it would be another name.
    fn may_take_text(&self, way: &[RawCell<'_>], cells: &[RawCell<'_>], mapping: &Mapping) -> bool {
        let at = way.iter().zip(cells).position(|(a, b)| a.text() != b.text());
        let column = at.and_then(|at| mapping.columns.get(at));
        self.has_groups || column.is_none_or(|column| column.field.is_none())
    }

    /// A row whose cells have moved, and what is said of it.
    fn moved<'a>(
        &self,
        row: u32,
        cells: &[RawCell<'a>],
        mapping: &Mapping,
        misfits: &[usize],
        is_wide: bool,
    ) -> Held<'a> {
        let last = cells.iter().rposition(|cell| !cell.is_blank()).unwrap_or_default();
        if is_wide {
            let cause = message!("import-row-too-wide");
            return Held::Moved(Reject::new(row, last, cell_at(cells, last), cause));
        }
        match misfits.first() {
            Some(at) => {
                let column = mapping.columns.get(*at).map_or("", |column| column.heading.trim());
                let column =
                    if column.is_empty() { column_letters(*at) } else { column.to_owned() };
                let cause = message!("import-row-moved", column = column);
                Held::Moved(Reject::new(row, *at, cell_at(cells, *at), cause))
            }
            None => Held::Fits,
        }
    }

    /// How many rows were put in order, and the first of them.
    pub fn mended(&self) -> Option<(u32, u32)> {
        (self.mended > 0).then_some((self.mended, self.first_mended))
    }

    fn misfits(&self, cells: &[RawCell<'_>]) -> Vec<usize> {
        let fits = |(at, cell): (usize, &RawCell<'_>)| match self.kinds.get(at) {
            Some(kind) => kind.is_usual(cell),
            None => is_empty(cell),
        };
        cells.iter().enumerate().filter(|placed| !fits(*placed)).map(|(at, _)| at).collect()
    }

    /// The rows that come out where one text is put together again, all of whose cells fit then,
    /// and one at least that did not.
    fn ways<'a>(&self, cells: &[RawCell<'a>], misfits: &[usize]) -> Vec<Vec<RawCell<'a>>> {
        for more in 1..=MOST_SEPARATORS.min(cells.len().saturating_sub(1)) {
            let mut ways = Vec::new();
            let mut of_words = Vec::new();
            for at in 0..cells.len().saturating_sub(more) {
                // What stands before the text must be in its place.
                if misfits.first().is_some_and(|first| *first < at) {
                    break;
                }
                let Some(kind) = self.kinds.get(at) else { break };
                let way = self.joined(cells, at, more);
                if !self.is_mended(&way, at, misfits, more) {
                    continue;
                }
                match kind {
                    Kind::Any => ways.push(way),
                    // The separator may be the decimal sign of a number.
                    Kind::Numbers if way.get(at).is_some_and(is_number) => ways.push(way),
                    Kind::Words { .. } => of_words.push(way),
                    Kind::Blank | Kind::Dates | Kind::Numbers | Kind::Codes(_) => {}
                }
            }
            let ways = if ways.is_empty() { of_words } else { ways };
            if !ways.is_empty() {
                return ways;
            }
        }
        Vec::new()
    }

    fn joined<'a>(&self, cells: &[RawCell<'a>], at: usize, more: usize) -> Vec<RawCell<'a>> {
        let (before, rest) = cells.split_at(at.min(cells.len()));
        let (pieces, behind) = rest.split_at((more + 1).min(rest.len()));
        let as_written = |cell: &RawCell<'_>| match cell {
            RawCell::Text(text) => text.clone().into_owned(),
            cell => cell.text().into_owned(),
        };
        let pieces: Vec<String> = pieces.iter().map(as_written).collect();
        let text = pieces.join(&self.separator.to_string());
        let mut way = before.to_vec();
        way.push(RawCell::Text(text.into()));
        way.extend_from_slice(behind);
        way
    }

    /// Whether a row whose text at that column was put together has all its cells in their places.
    fn is_mended(&self, way: &[RawCell<'_>], at: usize, misfits: &[usize], more: usize) -> bool {
        let behind = || way.iter().enumerate().skip(at + 1);
        let fits = |(column, cell): (usize, &RawCell<'_>)| match self.kinds.get(column) {
            Some(kind) => kind.takes(cell),
            None => cell.is_blank(),
        };
        let tells = |(column, cell): (usize, &RawCell<'_>)| {
            !is_empty(cell)
                && self.kinds.get(column).is_some_and(Kind::tells)
                && misfits.iter().any(|misfit| *misfit == column || *misfit == column + more)
        };
        behind().all(fits) && behind().any(tells)
    }

    /// Whether all cells fit where one more is put before some of them: a separator is missing.
    fn lacks_one(&self, cells: &[RawCell<'_>], misfits: &[usize]) -> bool {
        let Some(first) = misfits.first().filter(|_| cells.len() < self.whole) else {
            return false;
        };
        let moved = |from: usize| {
            let behind = || cells.iter().enumerate().skip(from);
            let kind = |at: usize| self.kinds.get(at + 1);
            behind().all(|(at, cell)| kind(at).is_some_and(|kind| kind.takes(cell)))
                && behind().any(|(at, cell)| !is_empty(cell) && kind(at).is_some_and(Kind::tells))
        };
        (0..=*first).any(moved)
    }
}

/// The rows for which something holds, where it holds for most.
fn most_of<'r, 'a>(
    rows: &[&'r [RawCell<'a>]],
    holds: impl Fn(&[RawCell<'a>]) -> bool,
) -> Vec<&'r [RawCell<'a>]> {
    let some: Vec<_> = rows.iter().copied().filter(|row| holds(row)).collect();
    if some.len() * 2 >= rows.len() { some } else { rows.to_vec() }
}

/// Whether two rows say the same in the columns that are read.
fn read_alike(a: &[RawCell<'_>], b: &[RawCell<'_>], mapping: &Mapping) -> bool {
    let mut read = mapping.columns.iter().filter(|column| column.field.is_some());
    read.all(|column| cell_at(a, column.index).text() == cell_at(b, column.index).text())
}
