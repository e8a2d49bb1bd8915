//! Rows of one sheet that have the same key: parts that add up, a total beside its parts, the
//! same row once more, or what only a person can tell. The last row never just counts.

mod alike;
mod asked;
mod settling;

use std::collections::HashMap;

use settling::Settling;

use super::question::Question;
use super::synonyms::synonyms;
use super::verdict::{SkipReason, Skipped};
use crate::issue::Issue;
use crate::number::Decimal;
use crate::project::{Cell, CellKind, RepeatedRows, TableId};

/// How the numbers of a column come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adds {
    /// Over places and times: what happened.
    Flow,
    /// Over places: what there is.
    Stock,
    /// As what happened, but for a time that was measured once and stands beside each of several
    /// outages in it.
    Measured,
    /// Not at all.
    No,
}

/// How the numbers of a table's column come together.
pub fn adds(table: TableId, column: &str) -> Adds {
    match (table, column) {
        (TableId::Calls, "answered" | "within_1_min" | "within_3_min")
        | (TableId::Uptime, "outage_minutes")
        | (TableId::Turnover, "count")
        | (
            TableId::SickLeave,
            "possible_workdays" | "self_certified_days" | "doctor_certified_days",
        )
        | (TableId::Balances, "actual" | "revised_budget" | "original_budget" | "last_year")
        | (TableId::Fund, "amount") => Adds::Flow,
        (
            TableId::Staff,
            "employees_total"
            | "employees_permanent"
            | "employees_temporary"
            | "apprentices"
            | "available_fte",
        )
        | (TableId::Gender, "women" | "total")
        | (TableId::BalanceList, "opening" | "closing") => Adds::Stock,
        (TableId::Uptime, "measured_minutes") => Adds::Measured,
        _ => Adds::No,
    }
}

/// What a column that is not read tells of the rows of one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tells {
    /// Which place or group a row is of: the rows are parts.
    Places,
    /// Which time within the key's.
    Times,
    /// Nobody knows.
    Unknown,
}

/// A column that is not read, by which rows of one key may differ.
#[derive(Clone, Debug)]
pub struct Beside {
    /// Its heading, or its letters.
    heading: String,
    tells: Tells,
}

impl Beside {
    /// A column of that name whose heading is, in its compared form, `normal`.
    pub fn new(heading: String, normal: &str) -> Self {
        let tells = match () {
            () if synonyms().parts.contains(normal) => Tells::Places,
            () if synonyms().times.contains(normal) => Tells::Times,
            () => Tells::Unknown,
        };
        Self { heading, tells }
    }

    /// Whether it tells the time of a row.
    fn is_time(&self) -> bool {
        self.tells == Tells::Times
    }

    /// The clock of a column of moments.
    pub fn clock(heading: String) -> Self {
        Self { heading, tells: Tells::Times }
    }
}

/// A row with what it is known by.
#[derive(Clone, Debug)]
pub struct KeyedRow {
    /// The row, as Excel counts.
    pub row: u32,
    /// What tells it from others.
    pub key: String,
    /// What is read of it.
    pub cells: Vec<Cell>,
    /// What stands in the columns that are not read.
    pub beside: Vec<Box<str>>,
}

/// A column that is read.
#[derive(Clone, Debug)]
pub struct ReadColumn {
    /// The sheet's column; `None` where no column says it.
    pub column: Option<usize>,
    /// Its heading.
    pub heading: String,
    /// What it holds.
    pub kind: CellKind,
    /// Whether it is part of the key.
    pub is_key: bool,
    /// How its numbers come together.
    pub adds: Adds,
}

/// What is known of a sheet's columns.
pub struct Shape {
    /// The columns that are read, in the order of the rows' cells.
    pub read: Vec<ReadColumn>,
    /// The others.
    pub beside: Vec<Beside>,
    /// Whether any other column tells parts, as those of counts do. Two counts that are alike are
    /// two then, or one: nothing tells.
    pub are_counts: bool,
    /// What a person says of rows of which nothing tells.
    pub repeated: Option<RepeatedRows>,
    /// Why a row whose numbers were added to another's is no separate row.
    pub added: fn(u32) -> SkipReason,
}

/// The rows, each key once.
pub struct Settled {
    /// The rows that are left.
    pub rows: Vec<KeyedRow>,
    /// The others, and why.
    pub skipped: Vec<Skipped>,
    /// What only a person knows.
    pub question: Option<Question>,
    /// What a person should know.
    pub notes: Vec<Issue>,
    /// The headings of the columns over which rows were added up.
    pub over: Vec<String>,
    /// Whether what a person says was needed.
    pub is_said: bool,
}

/// Lets each key stand once.
pub fn settle(rows: Vec<KeyedRow>, shape: &Shape) -> Settled {
    let mut places: HashMap<&str, usize> = HashMap::with_capacity(rows.len());
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let group = *places.entry(row.key.as_str()).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    let mut settling = Settling {
        rows: &rows,
        shape,
        fates: HashMap::new(),
        sums: HashMap::new(),
        doubts: Vec::new(),
        alike: HashMap::new(),
        notes: Vec::new(),
        over: Vec::new(),
        is_said: false,
    };
    settling.find_alike(&groups);
    groups.iter().filter(|group| group.len() > 1).for_each(|group| settling.take(group));
    let (question, notes) = (settling.question(), std::mem::take(&mut settling.notes));
    let Settling { fates, mut sums, over, is_said, .. } = settling;
    let mut skipped = Vec::with_capacity(fates.len());
    let mut kept = Vec::with_capacity(rows.len());
    for (at, mut row) in rows.into_iter().enumerate() {
        match fates.get(&at) {
            Some(reason) => {
                skipped.push(Skipped { first: row.row, last: row.row, reason: *reason });
            }
            None => {
                if let Some(cells) = sums.remove(&at) {
                    row.cells = cells;
                }
                kept.push(row);
            }
        }
    }
    Settled { rows: kept, skipped, question, notes, over, is_said }
}

/// Two cells added up, a blank being nothing; `None` where they do not add or are beyond all
/// numbers.
pub fn added(a: &Cell, b: &Cell) -> Option<Cell> {
    match (a, b) {
        (Cell::Blank, other) | (other, Cell::Blank) => Some(other.clone()),
        (Cell::Count(a), Cell::Count(b)) => a.checked_add(*b).map(Cell::Count),
        (Cell::Number(a), Cell::Number(b)) => {
            Decimal::checked_add(*a, *b).map(|sum| Cell::Number(sum.normalize()))
        }
        _ => None,
    }
}
