//! Several rows of one case: which of them is the latest, and what the others say that it leaves
//! blank. A blank never overrides a value.

use std::collections::{HashMap, HashSet};

use crate::project::{Case, Code, Minute};

/// When each row was written, by its number in the sheet; empty where no column says it.
pub type Changes = HashMap<u32, Minute>;

/// Whether a row stands for its case before one of the same case that stands above it: of lines the
/// one that was registered first, else the one that was written last, and where they do not say
/// when, the last of the sheet.
pub fn counts_before(changes: &Changes, are_lines: bool, row: &Case, above: &Case) -> bool {
    if are_lines {
        return row.registered < above.registered;
    }
    let times = changes.get(&row.row).zip(changes.get(&above.row));
    times.is_none_or(|(time, above)| time >= above)
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
        let counting = cases.iter().copied().reduce(|above, row| {
            if counts_before(changes, are_lines, row.1, above.1) { row } else { above }
        });
        let Some((at, counting)) = counting else { continue };
        // The order of the sheet stays among rows that do not say when they were written.
        cases.sort_by_key(|(_, case)| changes.get(&case.row).copied());
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
