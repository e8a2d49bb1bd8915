//! Rows of one sheet that have the same key: parts that add up, a total beside its parts, the
//! same row once more, or what only a person can tell. The last row never just counts.

use std::collections::{HashMap, HashSet};

use super::classify::{TotalLabel, total_label};
use super::noticed::note_at;
use super::options::Setting;
use super::question::{Answer, Question};
use super::synonyms::synonyms;
use super::verdict::{SkipReason, Skipped};
use crate::issue::Issue;
use crate::message;
use crate::number::Decimal;
use crate::project::{Cell, CellKind, RepeatedRows, TableId, cell_name};

/// How the numbers of a column come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adds {
    /// Over places and times: what happened.
    Flow,
    /// Over places: what there is.
    Stock,
    /// Not at all.
    No,
}

/// How the numbers of a table's column come together.
pub fn adds(table: TableId, column: &str) -> Adds {
    match (table, column) {
        (TableId::Calls, "answered" | "within_1_min" | "within_3_min")
        | (TableId::Uptime, "measured_minutes" | "outage_minutes")
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
pub struct Own {
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
    pub own: Vec<Own>,
    /// The others.
    pub beside: Vec<Beside>,
    /// Whether any other column tells parts, as those of counts do. Two counts that are alike are
    /// two then, or one: nothing tells.
    pub are_counts: bool,
    /// What a person says of rows of which nothing tells.
    pub said: Option<RepeatedRows>,
    /// Why a row whose numbers were added to another's is no row of its own.
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
        notes: Vec::new(),
        over: Vec::new(),
    };
    groups.iter().filter(|group| group.len() > 1).for_each(|group| settling.take(group));
    let (question, notes) = (settling.question(), std::mem::take(&mut settling.notes));
    let Settling { fates, mut sums, over, .. } = settling;
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
    Settled { rows: kept, skipped, question, notes, over }
}

struct Settling<'r> {
    rows: &'r [KeyedRow],
    shape: &'r Shape,
    /// The rows that are not kept.
    fates: HashMap<usize, SkipReason>,
    /// The cells of rows to which others were added.
    sums: HashMap<usize, Vec<Cell>>,
    /// Rows of one key of which nothing tells.
    doubts: Vec<Vec<usize>>,
    notes: Vec<Issue>,
    over: Vec<String>,
}

impl<'r> Settling<'r> {
    fn row(&self, at: usize) -> u32 {
        self.rows.get(at).map_or(0, |row| row.row)
    }

    fn cell(&self, at: usize, column: usize) -> &'r Cell {
        self.rows.get(at).and_then(|row| row.cells.get(column)).unwrap_or(&Cell::Blank)
    }

    fn beside(&self, at: usize, column: usize) -> &'r str {
        self.rows.get(at).and_then(|row| row.beside.get(column)).map_or("", AsRef::as_ref)
    }

    fn has_sums(&self) -> bool {
        self.shape.own.iter().any(|own| own.adds != Adds::No)
    }

    /// Takes the rows of one key.
    fn take(&mut self, group: &[usize]) {
        let label = |at: &usize| {
            let row = self.rows.get(*at);
            row.and_then(|row| row.beside.iter().find_map(|text| total_label(text)))
        };
        let is_whole = |label: &Option<TotalLabel>| match label {
            Some(TotalLabel::Whole) => true,
            Some(TotalLabel::Average) => !self.has_sums(),
            _ => false,
        };
        let labels: Vec<Option<TotalLabel>> = group.iter().map(label).collect();
        let of = |is: &dyn Fn(&Option<TotalLabel>) -> bool| -> Vec<usize> {
            group.iter().zip(&labels).filter(|(_, label)| is(label)).map(|(at, _)| *at).collect()
        };
        let (parts, totals) = (of(&Option::is_none), of(&Option::is_some));
        if parts.is_empty() || totals.is_empty() {
            return self.among(group);
        }
        match of(&is_whole)[..] {
            [whole] => self.whole(whole, &parts, &totals),
            _ if self.has_sums() => {
                totals.iter().for_each(|at| self.skip(*at, SkipReason::Sum));
                self.among(&parts);
            }
            _ => self.among(group),
        }
    }

    fn skip(&mut self, at: usize, reason: SkipReason) {
        self.fates.insert(at, reason);
    }

    /// A row that says what the others come to: they add up to it, or it counts for them.
    fn whole(&mut self, whole: usize, parts: &[usize], totals: &[usize]) {
        let sum = self.sum(parts);
        let is_met = |sum: &Vec<Cell>| {
            let numbers = self.shape.own.iter().enumerate().filter(|(_, own)| own.adds != Adds::No);
            numbers.clone().count() > 0
                && numbers.into_iter().all(|(column, _)| {
                    let total = self.cell(whole, column);
                    *total == Cell::Blank || sum.get(column) == Some(total)
                })
        };
        if let Some(sum) = sum.clone().filter(is_met) {
            totals.iter().for_each(|at| self.skip(*at, SkipReason::Sum));
            return self.add(parts, sum);
        }
        if let Some(note) = sum.and_then(|sum| self.total_differs(whole, &sum)) {
            self.notes.push(note);
        }
        let to = self.row(whole);
        for at in parts.iter().chain(totals).filter(|at| **at != whole) {
            self.skip(*at, SkipReason::PartOf { to });
        }
    }

    /// Tells that a total is not what its parts come to.
    fn total_differs(&self, whole: usize, sum: &[Cell]) -> Option<Issue> {
        let differs = |(column, own): &(usize, &Own)| {
            own.adds != Adds::No
                && *self.cell(whole, *column) != Cell::Blank
                && sum.get(*column) != Some(self.cell(whole, *column))
        };
        let (column, own) = self.shape.own.iter().enumerate().find(differs)?;
        let cell = cell_name(own.column.unwrap_or_default(), self.row(whole));
        let told = message!(
            "import-total-differs",
            cell = cell.as_str(),
            says = self.cell(whole, column).text(own.kind),
            sum = sum.get(column).unwrap_or(&Cell::Blank).text(own.kind),
        );
        Some(note_at(told, &cell))
    }

    /// Takes rows none of which is a total.
    fn among(&mut self, group: &[usize]) {
        let group = if self.shape.are_counts { group.to_vec() } else { self.without_copies(group) };
        if group.len() < 2 {
            return;
        }
        let columns = self.differing(&group);
        // Rows that complete each other are one.
        let are_one = columns.is_empty() && !self.shape.are_counts;
        let over = self.told_apart(&group);
        let may_add = self.may_add(&columns) && (are_one || over.is_some());
        let is_said = self.shape.said == Some(RepeatedRows::Add) && self.may_add(&columns);
        if may_add || is_said {
            if let Some(sum) = self.sum(&group) {
                for heading in over.into_iter().flatten().filter(|_| !are_one) {
                    if !self.over.contains(&heading) {
                        self.over.push(heading);
                    }
                }
                return self.add(&group, sum);
            }
        }
        let (Some(first), Some(last)) = (group.first(), group.last()) else { return };
        let counts = match self.shape.said {
            Some(RepeatedRows::First) => *first,
            Some(RepeatedRows::Last) => *last,
            _ => {
                self.doubts.push(group.clone());
                *last
            }
        };
        let by = self.row(counts);
        for at in group.iter().filter(|at| **at != counts) {
            self.skip(*at, SkipReason::Repeated { by });
        }
    }

    /// The rows of a key without those that a later one says again.
    fn without_copies(&mut self, group: &[usize]) -> Vec<usize> {
        let has_sums = self.has_sums();
        let content = |at: usize| -> Vec<String> {
            let Some(row) = self.rows.get(at) else { return Vec::new() };
            let beside = row.beside.iter().filter(|_| has_sums).map(ToString::to_string);
            row.cells.iter().map(Cell::machine_text).chain(beside).collect()
        };
        let last: HashMap<Vec<String>, usize> =
            group.iter().map(|at| (content(*at), *at)).collect();
        let mut left = Vec::with_capacity(last.len());
        for at in group {
            match last.get(&content(*at)) {
                Some(counts) if counts != at => {
                    let by = self.row(*counts);
                    self.skip(*at, SkipReason::Repeated { by });
                }
                _ => left.push(*at),
            }
        }
        left
    }

    /// The columns of which the rows say different things.
    fn differing(&self, group: &[usize]) -> Vec<usize> {
        let differs = |column: &usize| {
            let mut filled =
                group.iter().map(|at| self.cell(*at, *column)).filter(|cell| **cell != Cell::Blank);
            filled.next().is_some_and(|first| filled.any(|cell| cell != first))
        };
        (0..self.shape.own.len()).filter(differs).collect()
    }

    /// Whether rows that differ in those columns can be added up: what differs is numbers that
    /// add, or words beside such numbers.
    fn may_add(&self, columns: &[usize]) -> bool {
        let own = || columns.iter().filter_map(|column| self.shape.own.get(*column));
        let is_free = |own: &Own| own.adds != Adds::No || own.kind == CellKind::Text;
        (self.has_sums() || columns.is_empty()) && own().all(is_free)
    }

    /// The headings of the columns that tell the rows apart as parts; `None` where they do not.
    fn told_apart(&self, group: &[usize]) -> Option<Vec<String>> {
        let differs = |column: &usize| {
            let mut texts = group.iter().map(|at| self.beside(*at, *column));
            texts.next().is_some_and(|first| texts.any(|text| text != first))
        };
        let is_flow = self.shape.own.iter().all(|own| own.adds != Adds::Stock);
        let mut columns = Vec::new();
        for column in (0..self.shape.beside.len()).filter(differs) {
            let beside = self.shape.beside.get(column)?;
            match beside.tells {
                Tells::Times if !is_flow => return None,
                Tells::Places | Tells::Times => columns.push(column),
                Tells::Unknown if self.shape.are_counts => columns.push(column),
                Tells::Unknown => {}
            }
        }
        let texts = |at: &usize| -> Vec<&str> {
            columns.iter().map(|column| self.beside(*at, *column)).collect()
        };
        let different: HashSet<Vec<&str>> = group.iter().map(texts).collect();
        let headings = columns.iter().filter_map(|column| self.shape.beside.get(*column));
        (different.len() == group.len()).then(|| headings.map(|own| own.heading.clone()).collect())
    }

    /// What the rows come to; `None` where a number is beyond all.
    fn sum(&self, group: &[usize]) -> Option<Vec<Cell>> {
        let columns = self.shape.own.iter().enumerate();
        columns
            .map(|(column, own)| {
                let mut cells = group.iter().map(|at| self.cell(*at, column));
                match own.adds {
                    Adds::No => {
                        let first = cells.find(|cell| **cell != Cell::Blank);
                        Some(first.cloned().unwrap_or(Cell::Blank))
                    }
                    Adds::Flow | Adds::Stock => {
                        cells.try_fold(Cell::Blank, |sum, cell| added(&sum, cell))
                    }
                }
            })
            .collect()
    }

    fn add(&mut self, group: &[usize], sum: Vec<Cell>) {
        let Some((first, others)) = group.split_first() else { return };
        let reason = (self.shape.added)(self.row(*first));
        others.iter().for_each(|at| self.skip(*at, reason));
        self.sums.insert(*first, sum);
    }

    /// Asks of the first rows of which nothing tells what counts.
    fn question(&self) -> Option<Question> {
        let group = self.doubts.first()?;
        let (first, last) = (*group.first()?, *group.last()?);
        let columns = self.differing(group);
        let is_number =
            |column: &&usize| self.shape.own.get(**column).is_some_and(|own| own.kind.is_number());
        let numbers = self.shape.own.iter().position(|own| own.adds != Adds::No);
        let column = columns.iter().find(is_number).or(columns.first()).copied().or(numbers)?;
        let own = self.shape.own.get(column)?;
        let place = |at: usize| cell_name(own.column.unwrap_or_default(), self.row(at));
        let value = |at: usize| self.cell(at, column).text(own.kind);
        let key = self.shape.own.iter().enumerate().filter(|(_, own)| own.is_key);
        let key: Vec<String> = key
            .map(|(column, own)| self.cell(first, column).text(own.kind))
            .filter(|text| !text.is_empty())
            .collect();
        let differs = |at: &usize| self.beside(first, *at) != self.beside(last, *at);
        let by = (0..self.shape.beside.len()).find(differs);
        let by = by.and_then(|column| self.shape.beside.get(column));
        let has_stock = self.shape.own.iter().any(|own| own.adds == Adds::Stock);
        let is_of_times = has_stock && by.is_some_and(|own| own.tells == Tells::Times);
        let may_add =
            self.may_add(&columns) && self.sum(group).is_some() && self.has_sums() && !is_of_times;
        let why = match (by, may_add) {
            (Some(own), true) => crate::t!("import-repeated-by", column = own.heading.as_str()),
            (Some(own), false) => {
                crate::t!("import-repeated-no-sum-by", column = own.heading.as_str())
            }
            (None, true) => crate::t!("import-repeated-by-nothing"),
            (None, false) => crate::t!("import-repeated-no-sum"),
        };
        let asks = message!(
            "import-ask-repeated",
            count = self.doubts.len(),
            key = key.join(", "),
            column = own.heading.as_str(),
            first = value(first),
            first_cell = place(first),
            last = value(last),
            last_cell = place(last),
            why = why,
        );
        let mut answers = Vec::new();
        if may_add {
            answers.push(Answer::new(
                crate::t!("import-repeated-add"),
                Setting::Repeated(RepeatedRows::Add),
            ));
        }
        for (at, rows) in [(first, RepeatedRows::First), (last, RepeatedRows::Last)] {
            let words = crate::t!(
                match rows {
                    RepeatedRows::First => "import-repeated-first",
                    _ => "import-repeated-last",
                },
                value = value(at),
                cell = place(at)
            );
            answers.push(Answer::new(words, Setting::Repeated(rows)));
        }
        Question::new(asks, answers)
    }
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
