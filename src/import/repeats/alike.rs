//! Rows that nothing calls totals, and that are exactly what the other rows of their key come to:
//! "HIKT samlet" beside its departments.

use std::collections::{HashMap, HashSet};

use super::settling::{Settling, Shows};
use super::{Adds, Tells};
use crate::import::classify::total_label;
use crate::import::noticed::note_at;
use crate::import::verdict::SkipReason;
use crate::message;
use crate::project::{Cell, cell_name};

/// Among more rows than this, a total always has a word that says so.
const PARTS: usize = 300;

/// Where a name stands, and where it is what the others come to.
#[derive(Default)]
struct Standing {
    count: usize,
    sums: Vec<usize>,
}

impl Settling<'_> {
    /// Finds the rows that may be totals, though nothing calls them so.
    pub(super) fn find_alike(&mut self, groups: &[Vec<usize>]) {
        if !self.has_sums() {
            return;
        }
        let mut names: HashMap<(usize, &str), Standing> = HashMap::new();
        let mut looked_at = 0_usize;
        for group in groups.iter().filter(|group| (3..=PARTS).contains(&group.len())) {
            let parts: Vec<usize> =
                group.iter().copied().filter(|at| !self.is_labelled(*at)).collect();
            if parts.len() < 3 {
                continue;
            }
            looked_at += 1;
            for column in 0..self.shape.beside.len() {
                let first = parts.first().map(|at| self.beside(*at, column));
                let differ = parts.iter().any(|at| Some(self.beside(*at, column)) != first);
                let tells = self.shape.beside.get(column).map(|beside| beside.tells);
                if !differ || (tells == Some(Tells::Unknown) && !self.shape.are_counts) {
                    continue;
                }
                for at in &parts {
                    let name = self.beside(*at, column);
                    let others: Vec<usize> =
                        parts.iter().copied().filter(|part| part != at).collect();
                    if name.is_empty()
                        || others.iter().filter(|other| self.counts(**other)).count() < 2
                    {
                        continue;
                    }
                    let standing = names.entry((column, name)).or_default();
                    standing.count += 1;
                    if self.counts(*at) && self.is_sum(*at, &others) {
                        standing.sums.push(*at);
                    }
                }
            }
        }
        let always =
            names.into_iter().filter(|(_, standing)| standing.sums.len() == standing.count);
        let mut always: Vec<_> = always.collect();
        always.sort_by_key(|((column, _), standing)| (standing.sums.first().copied(), *column));
        let mut noted = HashSet::new();
        for ((column, name), standing) in always {
            // Small counts of one day are each other's sums by chance.
            let is_chance = standing.count == 1 && self.shape.are_counts && looked_at > 1;
            let shows = if standing.count > 1 { Shows::Total } else { Shows::Perhaps };
            let Some(first) = standing.sums.first().copied() else { continue };
            if !noted.insert(first) {
                continue;
            }
            if shows == Shows::Total || is_chance {
                let number = self.shape.read.iter().position(|read| read.adds != Adds::No);
                let at = number.and_then(|at| self.shape.read.get(at)).and_then(|read| read.column);
                let cell = cell_name(at.unwrap_or_default(), self.row(first));
                let heading =
                    self.shape.beside.get(column).map_or("", |beside| beside.heading.as_str());
                let message = match is_chance {
                    true => message!("import-alike-once", name = name, cell = cell.as_str()),
                    false => message!(
                        "import-alike-everywhere",
                        name = name,
                        column = heading,
                        count = standing.count,
                        cell = cell.as_str(),
                    ),
                };
                self.notes.push(note_at(message, &cell));
            }
            if !is_chance {
                self.alike.extend(standing.sums.iter().map(|at| (*at, shows)));
            }
        }
    }

    /// Leaves out the rows of a key that their numbers show to be totals.
    pub(super) fn without_alike(&mut self, group: &[usize]) -> Vec<usize> {
        let is_total = |at: &&usize| self.alike.get(*at) == Some(&Shows::Total);
        let totals: Vec<usize> = group.iter().filter(is_total).copied().collect();
        totals.iter().for_each(|at| {
            self.fates.insert(*at, SkipReason::Sum);
        });
        group.iter().copied().filter(|at| !totals.contains(at)).collect()
    }

    fn is_labelled(&self, at: usize) -> bool {
        let row = self.rows.get(at);
        row.is_some_and(|row| row.beside.iter().any(|text| total_label(text).is_some()))
    }

    /// Whether a row has a number that is not zero.
    fn counts(&self, at: usize) -> bool {
        let adds = self.numbers();
        adds.map(|(column, _)| self.cell(at, column)).any(|cell| match cell {
            Cell::Count(count) => *count > 0,
            Cell::Number(number) => !number.is_zero(),
            _ => false,
        })
    }

    fn is_sum(&self, at: usize, others: &[usize]) -> bool {
        let Some(sum) = self.sum(others) else { return false };
        let mut adds = self.numbers();
        adds.all(|(column, _)| sum.get(column) == Some(self.cell(at, column)))
    }
}
