//! What becomes of the rows of one key: which add up, which is the total of the others, which says
//! again what another says, and which are asked about.

use std::collections::{HashMap, HashSet};

use super::{Adds, KeyedRow, ReadColumn, Shape, Tells, added};
use crate::import::classify::{TotalLabel, total_label};
use crate::import::noticed::note_at;
use crate::import::synonyms::is_nothing;
use crate::import::verdict::SkipReason;
use crate::issue::Issue;
use crate::message;
use crate::project::{Cell, CellKind, RepeatedRows, cell_name};

/// The minutes of the longest month.
const LONGEST_MONTH: u64 = 31 * 24 * 60;

/// What the numbers of a row show of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shows {
    /// It is a total: wherever its name stands, it is what the others come to.
    Total,
    /// It may be one, as its name stands nowhere else.
    Perhaps,
}

/// The rows of a sheet while it is found out what becomes of those with the same key.
pub(super) struct Settling<'r> {
    pub(super) rows: &'r [KeyedRow],
    pub(super) shape: &'r Shape,
    /// The rows that are not kept.
    pub(super) fates: HashMap<usize, SkipReason>,
    /// The cells of rows to which others were added.
    pub(super) sums: HashMap<usize, Vec<Cell>>,
    /// Rows of one key of which nothing tells.
    pub(super) doubts: Vec<Vec<usize>>,
    /// Rows that are what the others of their key come to, though nothing calls them totals.
    pub(super) alike: HashMap<usize, Shows>,
    pub(super) notes: Vec<Issue>,
    pub(super) over: Vec<String>,
    /// Whether what a person says was needed.
    pub(super) is_said: bool,
}

impl<'r> Settling<'r> {
    pub(super) fn row(&self, at: usize) -> u32 {
        self.rows.get(at).map_or(0, |row| row.row)
    }

    pub(super) fn cell(&self, at: usize, column: usize) -> &'r Cell {
        self.rows.get(at).and_then(|row| row.cells.get(column)).unwrap_or(&Cell::Blank)
    }

    pub(super) fn beside(&self, at: usize, column: usize) -> &'r str {
        self.rows.get(at).and_then(|row| row.beside.get(column)).map_or("", AsRef::as_ref)
    }

    /// The columns whose numbers may be added, with their places among a row's cells.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (usize, &ReadColumn)> + Clone {
        self.shape.read.iter().enumerate().filter(|(_, read)| read.adds != Adds::No)
    }

    pub(super) fn has_sums(&self) -> bool {
        self.numbers().next().is_some()
    }

    /// Takes the rows of one key.
    pub(super) fn take(&mut self, group: &[usize]) {
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
            return match self.nameless_total(group) {
                Some(total) => {
                    self.skip(total, SkipReason::Sum);
                    let parts: Vec<usize> =
                        group.iter().copied().filter(|at| *at != total).collect();
                    self.among(&parts);
                }
                None => self.among(group),
            };
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

    /// The one row that has no name where the others have theirs, and is what they come to.
    fn nameless_total(&self, group: &[usize]) -> Option<usize> {
        let differs = |column: &usize| {
            let mut texts = group.iter().map(|at| self.beside(*at, *column));
            texts.next().is_some_and(|first| texts.any(|text| text != first))
        };
        let columns: Vec<usize> = (0..self.shape.beside.len()).filter(differs).collect();
        let is_nameless = |at: &&usize| {
            !columns.is_empty()
                && columns.iter().all(|column| is_nothing(self.beside(**at, *column)))
        };
        let mut nameless = group.iter().filter(is_nameless);
        let (total, None) = (*nameless.next()?, nameless.next()) else { return None };
        let parts: Vec<usize> = group.iter().copied().filter(|at| *at != total).collect();
        let sum = self.sum(&parts).filter(|_| parts.len() > 1)?;
        let mut numbers = self.shape.read.iter().enumerate();
        let is_met = |column: usize| sum.get(column) == Some(self.cell(total, column));
        let is_total = self.has_sums()
            && numbers.all(|(column, read)| read.adds == Adds::No || is_met(column));
        is_total.then_some(total)
    }

    fn skip(&mut self, at: usize, reason: SkipReason) {
        self.fates.insert(at, reason);
    }

    /// A row that says what the others come to: they add up to it, or it counts for them.
    fn whole(&mut self, whole: usize, parts: &[usize], totals: &[usize]) {
        let sum = self.sum(parts);
        let is_met = |sum: &Vec<Cell>| {
            let numbers = self.numbers();
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
        let differs = |(column, read): &(usize, &ReadColumn)| {
            read.adds != Adds::No
                && *self.cell(whole, *column) != Cell::Blank
                && sum.get(*column) != Some(self.cell(whole, *column))
        };
        let (column, read) = self.shape.read.iter().enumerate().find(differs)?;
        let cell = cell_name(read.column.unwrap_or_default(), self.row(whole));
        let message = message!(
            "import-total-differs",
            cell = cell.as_str(),
            says = self.cell(whole, column).text(read.kind),
            sum = sum.get(column).unwrap_or(&Cell::Blank).text(read.kind),
        );
        Some(note_at(message, &cell))
    }

    /// Takes rows none of which is a total.
    fn among(&mut self, group: &[usize]) {
        let group = if self.shape.are_counts { group.to_vec() } else { self.without_copies(group) };
        let group = self.without_alike(&group);
        if group.len() < 2 {
            return;
        }
        // Of a row that may be a total, only a person knows.
        let may_hold_total = group.iter().any(|at| self.alike.contains_key(at));
        let columns = self.differing(&group);
        let are_one = columns.is_empty() && self.complete_each_other(&group);
        let over = self.told_apart(&group);
        let may_add = self.may_add(&columns)
            && (are_one || over.is_some())
            && !may_hold_total
            && !self.is_of_times(&group);
        let is_said = self.shape.repeated == Some(RepeatedRows::Add) && self.may_add(&columns);
        if (may_add || is_said)
            && let Some(sum) = self.sum(&group)
        {
            for heading in over.into_iter().flatten().filter(|_| !are_one) {
                if !self.over.contains(&heading) {
                    self.over.push(heading);
                }
            }
            self.is_said |= !may_add;
            return self.add(&group, sum);
        }
        let (Some(first), Some(last)) = (group.first(), group.last()) else { return };
        let counts = match self.shape.repeated {
            Some(RepeatedRows::First) => *first,
            Some(RepeatedRows::Last) => *last,
            _ => {
                self.doubts.push(group.clone());
                *last
            }
        };
        self.is_said |=
            matches!(self.shape.repeated, Some(RepeatedRows::First | RepeatedRows::Last));
        let by = self.row(counts);
        for at in group.iter().filter(|at| **at != counts) {
            self.skip(*at, SkipReason::Repeated { by });
        }
    }

    /// Whether rows of a year that cannot be added up are of other months or quarters: each is one
    /// of them, however alike they are.
    fn is_of_times(&self, group: &[usize]) -> bool {
        let is_of_year =
            self.shape.read.iter().any(|column| column.is_key && column.kind == CellKind::Year);
        let differs = |column: usize| {
            let mut texts = group.iter().map(|at| self.beside(*at, column));
            texts.next().is_some_and(|first| texts.any(|text| text != first))
        };
        let mut columns = self.shape.beside.iter().enumerate();
        is_of_year
            && !self.has_sums()
            && columns.any(|(column, beside)| beside.is_time() && differs(column))
    }

    /// Whether rows are one in several pieces: no number stands in two of them.
    fn complete_each_other(&self, group: &[usize]) -> bool {
        let numbers = self.numbers();
        let filled = |column: usize| {
            group.iter().filter(|at| *self.cell(**at, column) != Cell::Blank).count()
        };
        numbers.map(|(column, _)| filled(column)).all(|filled| filled < 2)
    }

    /// The rows of a key without those that a later one says again.
    fn without_copies(&mut self, group: &[usize]) -> Vec<usize> {
        let has_sums = self.has_sums();
        let is_of_year =
            self.shape.read.iter().any(|column| column.is_key && column.kind == CellKind::Year);
        let content = |at: usize| -> Vec<String> {
            let Some(row) = self.rows.get(at) else { return Vec::new() };
            // Rows of other months or quarters say nothing again, however alike their numbers are.
            let tells = |column: &usize| {
                let beside = self.shape.beside.get(*column);
                has_sums || is_of_year && beside.is_some_and(|beside| beside.is_time())
            };
            let beside = row.beside.iter().enumerate().filter(|(column, _)| tells(column));
            let beside = beside.map(|(_, text)| text.to_string());
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
    pub(super) fn differing(&self, group: &[usize]) -> Vec<usize> {
        let differs = |column: &usize| {
            let mut filled =
                group.iter().map(|at| self.cell(*at, *column)).filter(|cell| **cell != Cell::Blank);
            filled.next().is_some_and(|first| filled.any(|cell| cell != first))
        };
        (0..self.shape.read.len()).filter(differs).collect()
    }

    /// Whether rows that differ in those columns can be added up: what differs is numbers that
    /// add, or words beside such numbers.
    pub(super) fn may_add(&self, columns: &[usize]) -> bool {
        let read = || columns.iter().filter_map(|column| self.shape.read.get(*column));
        let is_free = |read: &ReadColumn| read.adds != Adds::No || read.kind == CellKind::Text;
        (self.has_sums() || columns.is_empty()) && read().all(is_free)
    }

    /// The headings of the columns that tell the rows apart as parts; `None` where they do not.
    fn told_apart(&self, group: &[usize]) -> Option<Vec<String>> {
        let differs = |column: &usize| {
            let mut texts = group.iter().map(|at| self.beside(*at, *column));
            texts.next().is_some_and(|first| texts.any(|text| text != first))
        };
        let is_flow = self.shape.read.iter().all(|read| read.adds != Adds::Stock);
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
        (different.len() == group.len())
            .then(|| headings.map(|heading| heading.heading.clone()).collect())
    }

    /// Whether the rows have the same measured time, which no month has as often as they are, and
    /// no place tells them apart.
    fn is_measured_once(&self, group: &[usize], column: usize) -> bool {
        let minutes = group.iter().map(|at| match self.cell(*at, column) {
            Cell::Count(minutes) => Some(u64::from(*minutes)),
            _ => None,
        });
        let Some(minutes) = minutes.collect::<Option<Vec<u64>>>() else { return false };
        let are_places = (0..self.shape.beside.len()).any(|column| {
            let mut texts = group.iter().map(|at| self.beside(*at, column));
            let is_place = self.shape.beside.get(column).map(|beside| beside.tells);
            is_place == Some(Tells::Places)
                && texts.next().is_some_and(|first| texts.any(|text| text != first))
        });
        let are_same = minutes.iter().all(|minute| Some(minute) == minutes.first());
        !are_places && are_same && minutes.iter().sum::<u64>() > LONGEST_MONTH
    }

    /// What the rows come to; `None` where a number is beyond all.
    pub(super) fn sum(&self, group: &[usize]) -> Option<Vec<Cell>> {
        let columns = self.shape.read.iter().enumerate();
        columns
            .map(|(column, read)| {
                let mut cells = group.iter().map(|at| self.cell(*at, column));
                match read.adds {
                    Adds::No => {
                        let first = cells.find(|cell| **cell != Cell::Blank);
                        Some(first.cloned().unwrap_or(Cell::Blank))
                    }
                    Adds::Measured if self.is_measured_once(group, column) => cells.next().cloned(),
                    Adds::Flow | Adds::Stock | Adds::Measured => {
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
}
