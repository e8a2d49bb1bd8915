//! A key that stands in several parts of one delivery: it counts once where they say the same,
//! and where they do not, a person says whether they add up or which of them counts.

mod apart;
mod asked;
mod rows;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use apart::may_be_orders;
use asked::{Together, ask, told_added};
use rows::{At, Clash, adds_at, adds_of, cell_at, clash, columns_of, is_keyed, key_of, whole_of};

use super::delivery::sheet_in_words;
use super::{Effect, SheetPlan};
use crate::import::noticed::note;
use crate::import::question::Question;
use crate::import::repeats::{Adds, added};
use crate::import::sheet::{SheetRead, TableRow, TypedRows};
use crate::issue::Issue;
use crate::message;
use crate::project::{Cell, DayCount, RepeatedRows};

/// The sheets of an import with each key once, as far as that is known.
pub(super) struct Parts<'s> {
    /// The sheets, without the rows that another part counts for.
    pub(super) sheets: Vec<Cow<'s, SheetRead>>,
    /// What only a person knows, with the sheet that asks.
    pub(super) questions: Vec<(usize, Question)>,
    /// What became of the rows that were left out, by sheet.
    left: BTreeMap<usize, Left>,
}

/// Rows of a sheet that stand in another part, too.
#[derive(Default)]
struct Left {
    rows: u32,
    /// Their places in the preview.
    previews: Vec<usize>,
    notes: Vec<Issue>,
}

impl<'s> Parts<'s> {
    /// Lets each key of a delivery stand once. The sheets are looked at in `order`.
    pub(super) fn of(sheets: &[&'s SheetRead], order: &[usize]) -> Self {
        let mut parts = Self {
            sheets: sheets.iter().map(|sheet| Cow::Borrowed(*sheet)).collect(),
            questions: Vec::new(),
            left: BTreeMap::new(),
        };
        let mut done: HashSet<usize> = HashSet::new();
        for at in order {
            let Some(sheet) = sheets.get(*at).filter(|_| !done.contains(at)) else { continue };
            let is_part = |other: &&usize| {
                sheets.get(**other).is_some_and(|other| {
                    share_keys(other, sheet) && !other.rows.is_empty() && is_keyed(other)
                })
            };
            let mut delivery: Vec<usize> = order.iter().filter(is_part).copied().collect();
            // The same sheet given twice is one part.
            let mut met = HashSet::new();
            delivery.retain(|at| {
                sheets.get(*at).is_some_and(|sheet| met.insert((&sheet.sha256, &sheet.sheet)))
            });
            done.extend(&delivery);
            if delivery.len() > 1 {
                parts.settle(sheets, &delivery);
            }
        }
        parts
    }

    fn settle(&mut self, sheets: &[&'s SheetRead], delivery: &[usize]) {
        let mut met: HashMap<String, Vec<At>> = HashMap::new();
        let mut shared: Vec<String> = Vec::new();
        for sheet in delivery {
            let Some(read) = sheets.get(*sheet) else { continue };
            for row in 0..read.rows.len() {
                let Some(key) = key_of(read, row) else { continue };
                let rows = met.entry(key.clone()).or_default();
                // What one sheet repeats is not judged here.
                if rows.last().is_some_and(|(other, _)| other == sheet) {
                    continue;
                }
                rows.push((*sheet, row));
                if rows.len() == 2 {
                    shared.push(key);
                }
            }
        }
        if shared.is_empty() {
            return;
        }
        let groups: Vec<(String, Vec<At>)> =
            shared.into_iter().filter_map(|key| met.remove_entry(&key)).collect();
        if let Some(whole) = whole_of(sheets, delivery) {
            return self.keep_whole(sheets, whole, &groups);
        }
        let clashes: Vec<Clash> =
            groups.iter().filter_map(|(key, rows)| clash(sheets, key, rows)).collect();
        let repeated = delivery.iter().find_map(|at| sheets.get(*at)?.repeated);
        // What is the same in all parts is counted once, whatever is said of other lists.
        let Some(first) = clashes.first() else { return self.complete(sheets, &groups) };
        let may_add = clashes.iter().all(|clash| adds_at(sheets, clash) != Adds::No);
        let sums = if may_add { sums_of(sheets, &groups) } else { None };
        let may_be_orders = may_be_orders(sheets, &clashes);
        let together = match &sums {
            Some(_) => Some(Together::Parts),
            None => may_be_orders.then_some(Together::Orders),
        };
        match (repeated, sums) {
            (Some(RepeatedRows::Add), None) if may_be_orders => self.number_apart(delivery),
            (Some(RepeatedRows::Add), Some(sums)) => self.add(sheets, &groups, sums),
            (Some(RepeatedRows::First), _) => self.keep(&groups, true),
            (Some(RepeatedRows::Last), _) => self.keep(&groups, false),
            _ => {
                let counts = (groups.len(), clashes.len(), together);
                let question = ask(sheets, delivery, first, counts);
                self.questions.extend(question.map(|question| (first.second.0, question)));
            }
        }
    }

    /// Adds up the rows of each key into that of the first part.
    fn add(&mut self, sheets: &[&'s SheetRead], groups: &[(String, Vec<At>)], sums: Vec<Sums>) {
        let mut out: HashSet<At> = HashSet::new();
        let mut added_note = None;
        for ((_, rows), sums) in groups.iter().zip(sums) {
            let Some((to, others)) = rows.split_first() else { continue };
            if let (None, Some(other)) = (&added_note, others.first()) {
                added_note = told_added(sheets, *to, *other, groups.len()).map(|note| (to.0, note));
            }
            self.set(*to, sums);
            out.extend(others);
        }
        if let Some((sheet, note)) = added_note {
            self.left.entry(sheet).or_default().notes.push(note);
        }
        self.leave_out(&out);
    }

    /// Lets the first or the last part count for each key.
    fn keep(&mut self, groups: &[(String, Vec<At>)], is_first: bool) {
        let mut out: HashSet<At> = HashSet::new();
        for (_, rows) in groups {
            let counts = if is_first { rows.first() } else { rows.last() };
            out.extend(rows.iter().filter(|at| Some(*at) != counts));
        }
        self.leave_out(&out);
    }

    /// Lets the part that is called a total count for the others.
    fn keep_whole(&mut self, sheets: &[&'s SheetRead], whole: usize, groups: &[(String, Vec<At>)]) {
        let mut out: HashSet<At> = HashSet::new();
        for (_, rows) in groups {
            if rows.iter().any(|(sheet, _)| *sheet == whole) {
                out.extend(rows.iter().filter(|(sheet, _)| *sheet != whole));
            }
        }
        let place = sheets.get(whole).map(|sheet| sheet_in_words(&sheet.file, &sheet.sheet));
        let count = u32::try_from(out.len()).unwrap_or(u32::MAX);
        let message =
            message!("import-whole-counts", count = count, place = place.unwrap_or_default());
        if count > 0 {
            self.left.entry(whole).or_default().notes.push(note(message));
        }
        self.leave_out(&out);
    }

    /// Fills blanks of later parts with what earlier ones say, so that none takes it away.
    fn complete(&mut self, sheets: &[&'s SheetRead], groups: &[(String, Vec<At>)]) {
        for (_, rows) in groups {
            let Some((last, earlier)) = rows.split_last() else { continue };
            let mut filled = Vec::new();
            for column in columns_of(sheets, &[*last]) {
                if cell_at(sheets, *last, column) != Some(Cell::Blank) {
                    continue;
                }
                let cells = earlier.iter().rev().filter_map(|at| cell_at(sheets, *at, column));
                let known = cells.into_iter().find(|cell| *cell != Cell::Blank);
                filled.extend(known.map(|cell| (column, cell)));
            }
            if !filled.is_empty() {
                self.set(*last, filled);
            }
        }
    }

    /// Sets cells of a row, by the table's columns.
    fn set(&mut self, (sheet, row): At, cells: Vec<(usize, Cell)>) {
        let Some(read) = self.sheets.get_mut(sheet) else { return };
        match &mut read.to_mut().rows {
            TypedRows::Table { columns, rows, .. } => {
                for (column, cell) in cells {
                    let at = match columns.iter().position(|known| *known == column) {
                        Some(at) => at,
                        None => {
                            columns.push(column);
                            rows.iter_mut().for_each(|row| row.cells.push(Cell::Blank));
                            columns.len() - 1
                        }
                    };
                    let old = rows.get_mut(row).and_then(|row| row.cells.get_mut(at));
                    if let Some(old) = old {
                        *old = cell;
                    }
                }
            }
            TypedRows::DayCounts(rows) => {
                for (_, cell) in cells {
                    if let (Cell::Count(cases), Some(day)) = (cell, rows.get_mut(row)) {
                        day.cases = cases;
                    }
                }
            }
            _ => {}
        }
    }

    fn leave_out(&mut self, out: &HashSet<At>) {
        let sheets: HashSet<usize> = out.iter().map(|(sheet, _)| *sheet).collect();
        for at in sheets {
            let Some(read) = self.sheets.get_mut(at) else { continue };
            let read = read.to_mut();
            let is_out = |row: usize| out.contains(&(at, row));
            let numbers = match &mut read.rows {
                TypedRows::Table { rows, .. } => retain(rows, is_out, |row: &TableRow| row.row),
                TypedRows::DayCounts(rows) => retain(rows, is_out, |row: &DayCount| row.row),
                _ => Vec::new(),
            };
            let left = self.left.entry(at).or_default();
            left.rows = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            let numbers: HashSet<u32> = numbers.into_iter().collect();
            let previews = read.preview.iter().enumerate();
            left.previews = previews
                .filter(|(_, preview)| numbers.contains(&preview.row))
                .map(|(at, _)| at)
                .collect();
            read.preview.retain(|preview| !numbers.contains(&preview.row));
        }
    }

    /// Puts into the plan of a sheet what became of its rows that were left out.
    pub(super) fn complete_plan(&self, sheet: usize, plan: &mut SheetPlan) {
        let Some(left) = self.left.get(&sheet) else { return };
        plan.unchanged = plan.unchanged.saturating_add(left.rows);
        plan.shared = plan.shared.saturating_add(left.rows);
        for at in &left.previews {
            let at = (*at).min(plan.effects.len());
            plan.effects.insert(at, Effect::Unchanged);
        }
        plan.notes.extend(left.notes.iter().cloned());
    }
}

/// Whether a key of one sheet means the row of the other's. A table has one row for each key,
/// wherever it comes from; days are counted by stream.
fn share_keys(one: &SheetRead, other: &SheetRead) -> bool {
    match (&one.rows, &other.rows) {
        (TypedRows::Table { table, .. }, TypedRows::Table { table: other, .. }) => table == other,
        _ => one.stream == other.stream,
    }
}

/// What the rows of a key come to, by the table's columns.
type Sums = Vec<(usize, Cell)>;

/// What the rows of each key come to; `None` where a number is beyond all.
fn sums_of(sheets: &[&SheetRead], groups: &[(String, Vec<At>)]) -> Option<Vec<Sums>> {
    let sums = groups.iter().map(|(_, rows)| {
        let to = rows.first()?;
        let columns = columns_of(sheets, rows).into_iter().map(|column| {
            let mut cells = rows.iter().filter_map(|at| cell_at(sheets, *at, column));
            let cell = match adds_of(sheets, *to, column) {
                Adds::No => cells.find(|cell| *cell != Cell::Blank).or(Some(Cell::Blank)),
                _ => cells.try_fold(Cell::Blank, |sum, cell| added(&sum, &cell)),
            };
            cell.map(|cell| (column, cell))
        });
        columns.collect::<Option<Sums>>()
    });
    sums.collect()
}

/// Takes rows away; their numbers come back.
fn retain<R>(
    rows: &mut Vec<R>,
    is_out: impl Fn(usize) -> bool,
    row: impl Fn(&R) -> u32,
) -> Vec<u32> {
    let (mut at, mut numbers) = (0, Vec::new());
    rows.retain(|typed| {
        at += 1;
        let is_out = is_out(at - 1);
        if is_out {
            numbers.push(row(typed));
        }
        !is_out
    });
    numbers
}
