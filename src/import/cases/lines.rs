//! Several rows of one case: which of them is the latest, and what the others say that it leaves
//! blank. A blank never overrides a value.

use std::collections::{HashMap, HashSet};

use crate::project::{Case, Code, Minute};

/// When each row was written, by its number in the sheet; empty where no column says it.
pub type Changes = HashMap<u32, Minute>;

/// Whether a row was written after another, where both say when; `None` where they do not.
pub fn is_after(changes: &Changes, row: &Case, other: &Case) -> Option<bool> {
    let times = changes.get(&row.row).zip(changes.get(&other.row));
    times.filter(|(a, b)| a != b).map(|(a, b)| a > b)
}

/// Fills what the row of a case leaves blank from its other rows, the later before the earlier.
/// Where `are_lines`, the row that was registered first stands for the case.
pub fn fill_blanks(rows: &mut [Case], changes: &Changes, are_lines: bool) {
    let mut met: HashSet<&str> = HashSet::new();
    let numbered = rows.iter().filter(|case| !case.number.is_empty());
    let again: HashSet<Box<str>> =
        numbered.filter(|case| !met.insert(&case.number)).map(|case| case.number.clone()).collect();
    if again.is_empty() {
        return;
    }
    let mut groups: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, case) in rows.iter().enumerate().filter(|(_, case)| again.contains(&case.number)) {
        groups.entry(&case.number).or_default().push(at);
    }
    let mut filled: Vec<(usize, Case)> = Vec::new();
    for group in groups.into_values() {
        let mut cases: Vec<(usize, &Case)> =
            group.into_iter().filter_map(|at| Some((at, rows.get(at)?))).collect();
        // The order of the sheet stays among rows that do not say when they were written.
        cases.sort_by_key(|(_, case)| changes.get(&case.row).copied());
        let counting = match are_lines {
            true => cases.iter().min_by_key(|(_, case)| case.registered),
            false => cases.last(),
        };
        let Some((at, counting)) = counting.copied() else { continue };
        let others = cases.iter().rev().filter(|(other, _)| *other != at).map(|(_, case)| *case);
        let case = completed(counting, others);
        if case != *counting {
            filled.push((at, case));
        }
    }
    for (at, case) in filled {
        if let Some(row) = rows.get_mut(at) {
            *row = case;
        }
    }
}

/// A case with what others of its rows say beside it.
fn completed<'c>(case: &Case, others: impl Iterator<Item = &'c Case> + Clone) -> Case {
    let mut whole = case.clone();
    let mut is_partial = false;
    for other in others.clone() {
        let words = [
            (&mut whole.priority, other.priority),
            (&mut whole.kind, other.kind),
            (&mut whole.category, other.category),
            (&mut whole.customer, other.customer),
        ];
        for (word, said) in words {
            if *word == Code(0) && said != Code(0) {
                *word = said;
                is_partial = true;
            }
        }
        if whole.parent.is_none() {
            whole.parent.clone_from(&other.parent);
        }
    }
    // A row that says all else and no time of closing is that of a case opened again.
    if is_partial && whole.open_minutes.is_none() {
        let mut closed =
            others.filter_map(|other| Some(other.registered.plus_minutes(other.open_minutes?)));
        whole.open_minutes = closed.next().map(|moment| moment.minutes_since(whole.registered));
    }
    whole
}
