//! Sub-totals are checks: each must be the sum of the rows since some earlier boundary.

use std::collections::HashMap;

use super::amounts::{Amounts, NOTHING};
use super::columns::AMOUNTS;
use crate::number::Decimal;

/// Where no boundary gives a sum, the best one is sought among this many boundaries that stand
/// nearest to it, and the first or last one.
const LOOKED_AT: usize = 200;

/// What the rows come to so far, and what they came to at each boundary: the sheet's start, a
/// group's, after a sub-total.
pub struct Totals {
    running: [Decimal; AMOUNTS],
    boundaries: Vec<[Decimal; AMOUNTS]>,
    /// The boundaries at which each amount had come to a value.
    at_value: [HashMap<Decimal, Vec<usize>>; AMOUNTS],
    /// Sub-totals that stand above their rows: their row and amounts, and the boundary at which
    /// they began.
    ahead: Vec<(u32, Amounts, usize)>,
}

/// A sub-total that is not what its rows come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Which amount.
    pub field: usize,
    /// What the sub-total says.
    pub says: Decimal,
    /// What the rows come to, counted from the boundary that comes nearest.
    pub sum: Decimal,
}

impl Default for Totals {
    fn default() -> Self {
        let mut totals = Self {
            running: NOTHING,
            boundaries: Vec::new(),
            at_value: std::array::from_fn(|_| HashMap::new()),
            ahead: Vec::new(),
        };
        totals.push(NOTHING);
        totals
    }
}

impl Totals {
    /// Counts a row.
    pub fn add(&mut self, amounts: &Amounts) {
        for (sum, amount) in self.running.iter_mut().zip(amounts) {
            if let Some(amount) = amount {
                *sum += amount;
            }
        }
    }

    /// From here on, sub-totals may count anew.
    pub fn bound(&mut self) {
        if self.boundaries.last() != Some(&self.running) {
            self.push(self.running);
        }
    }

    fn push(&mut self, boundary: [Decimal; AMOUNTS]) {
        for (value, places) in boundary.iter().zip(&mut self.at_value) {
            places.entry(*value).or_default().push(self.boundaries.len());
        }
        self.boundaries.push(boundary);
    }

    /// Begins with a balance: what follows may be summed with it or without.
    pub fn open(&mut self, balance: &Amounts) {
        self.bound();
        let mut before = self.running;
        for (sum, amount) in before.iter_mut().zip(balance) {
            *sum -= amount.unwrap_or_default();
        }
        // Below the plain boundary, which is nearer to what a sub-total means.
        let plain = self.running;
        self.push(before);
        self.push(plain);
    }

    /// Remembers a sub-total that stands above its rows, to be checked at the end.
    pub fn expect(&mut self, row: u32, amounts: Amounts) {
        self.bound();
        let start = self.boundaries.len().saturating_sub(1);
        self.ahead.push((row, amounts, start));
    }

    /// Whether a row without a code sums up what stands above it.
    pub fn is_sum(&self, says: &Amounts) -> bool {
        self.mismatches(says).is_empty()
    }

    /// Checks a sub-total, which also is a boundary: the amounts that are not what the rows
    /// come to.
    pub fn check(&mut self, says: &Amounts) -> Vec<Mismatch> {
        let mismatches = self.mismatches(says);
        self.bound();
        mismatches
    }

    /// Sub-totals above their rows that no boundary below them bears out.
    pub fn unmet(&mut self) -> Vec<(u32, Vec<Mismatch>)> {
        self.bound();
        let unmet = self.ahead.iter().filter_map(|(row, says, start)| {
            let ends = self.boundaries.get(*start..)?;
            let first = ends.first()?;
            let is_end = |at: usize| at >= *start;
            if self.has_boundary(says, |field, says| first[field] + says, is_end) {
                return None;
            }
            let near = ends.iter().take(LOOKED_AT).chain(ends.last());
            let mismatches = nearest(near.map(|end| difference(end, first)), says);
            (!mismatches.is_empty()).then_some((*row, mismatches))
        });
        unmet.collect()
    }

    /// Whether some boundary has, in each amount that a sum says, the value that is wanted.
    fn has_boundary(
        &self,
        says: &Amounts,
        value_of: impl Fn(usize, Decimal) -> Decimal,
        counts: impl Fn(usize) -> bool,
    ) -> bool {
        let amounts = says.iter().enumerate().filter_map(|(field, says)| Some((field, (*says)?)));
        let values: Vec<(usize, Decimal)> =
            amounts.map(|(field, says)| (field, value_of(field, says))).collect();
        let places = |(field, value): &(usize, Decimal)| {
            self.at_value[*field].get(value).map_or(&[][..], Vec::as_slice)
        };
        // The amount that the fewest boundaries have.
        let Some(fewest) = values.iter().map(places).min_by_key(|places| places.len()) else {
            return true;
        };
        let fits = |at: &usize| {
            let boundary = self.boundaries.get(*at);
            boundary.is_some_and(|boundary| {
                values.iter().all(|(field, value)| boundary[*field] == *value)
            })
        };
        fewest.iter().any(|at| counts(*at) && fits(at))
    }

    fn mismatches(&self, says: &Amounts) -> Vec<Mismatch> {
        if self.has_boundary(says, |field, says| self.running[field] - says, |_| true) {
            return Vec::new();
        }
        let starts = self.boundaries.iter().rev().take(LOOKED_AT).chain(self.boundaries.first());
        nearest(starts.map(|start| difference(&self.running, start)), says)
    }
}

fn difference(end: &[Decimal; AMOUNTS], start: &[Decimal; AMOUNTS]) -> [Decimal; AMOUNTS] {
    std::array::from_fn(|field| end[field] - start[field])
}

/// The mismatches against the sums that have fewest of them, and are nearest then.
fn nearest(sums: impl Iterator<Item = [Decimal; AMOUNTS]>, says: &Amounts) -> Vec<Mismatch> {
    let mut best: Option<((usize, Decimal), Vec<Mismatch>)> = None;
    for sums in sums {
        let mismatches: Vec<Mismatch> = (0..AMOUNTS)
            .filter_map(|field| Some((field, says[field]?, sums[field])))
            .filter(|(_, says, sum)| says != sum)
            .map(|(field, says, sum)| Mismatch { field, says, sum })
            .collect();
        if mismatches.is_empty() {
            return mismatches;
        }
        let far = mismatches.iter().map(|mismatch| (mismatch.says - mismatch.sum).abs()).sum();
        let score = (mismatches.len(), far);
        if best.as_ref().is_none_or(|(so_far, _)| score < *so_far) {
            best = Some((score, mismatches));
        }
    }
    best.map_or(Vec::new(), |(_, mismatches)| mismatches)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(value: i64) -> Amounts {
        [Some(value.into()), None, None, None]
    }

    #[test]
    fn a_sub_total_counts_from_some_boundary() {
        let mut totals = Totals::default();
        totals.add(&amounts(10));
        totals.add(&amounts(5));
        assert!(totals.check(&amounts(15)).is_empty());
        totals.bound();
        totals.add(&amounts(7));
        assert!(totals.check(&amounts(7)).is_empty(), "the group alone");
        assert!(totals.check(&amounts(22)).is_empty(), "everything");
        totals.add(&amounts(1));
        let [mismatch] = totals.check(&amounts(3))[..] else { panic!("one amount is wrong") };
        assert_eq!((mismatch.says, mismatch.sum), (3.into(), 1.into()));
    }

    #[test]
    fn a_balance_may_be_counted_in_or_not() {
        let mut totals = Totals::default();
        totals.add(&amounts(1000));
        totals.open(&amounts(100));
        totals.add(&amounts(20));
        assert!(totals.is_sum(&amounts(20)));
        assert!(totals.is_sum(&amounts(120)));
        assert!(!totals.is_sum(&amounts(100)));
    }

    #[test]
    fn a_total_above_its_rows_is_checked_at_the_end() {
        let mut totals = Totals::default();
        totals.expect(3, amounts(12));
        totals.add(&amounts(5));
        totals.add(&amounts(7));
        totals.expect(6, amounts(2));
        totals.add(&amounts(1));
        let unmet = totals.unmet();
        assert_eq!(unmet.len(), 1);
        assert_eq!((unmet[0].0, unmet[0].1[0].sum), (6, 1.into()));
    }
}
