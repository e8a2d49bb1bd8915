//! Which reading of each row the sums prove.

use rust_decimal::Decimal;

use super::Pasted;
use super::amounts::Reading;
use crate::kostra::{EACH, LayoutRow, layout};
use crate::project::StatementId;

/// More combinations than this are not tried for one sum.
const MOST_COMBINATIONS: usize = 200_000;

/// Leaves each row the reading that the sums prove. The names of rows that no sum decides come
/// back; they keep all their readings.
pub fn decide(statement: StatementId, rows: &mut [Pasted]) -> Vec<String> {
    let sums = sums_of(statement, rows);
    // A sum that is decided may decide another that it is part of.
    loop {
        let before = open_rows(rows);
        for (sum, parts) in &sums {
            prove(rows, *sum, parts);
        }
        if open_rows(rows) == before {
            break;
        }
    }
    rows.iter().filter(|row| row.readings.len() != 1).map(|row| row.name.clone()).collect()
}

fn open_rows(rows: &[Pasted]) -> usize {
    rows.iter().map(|row| row.readings.len()).sum()
}

/// Each sum of the statement that was pasted, with the pasted rows that it is of. A sum of which
/// a part is missing proves nothing but where the part is zero, as most missing lines are.
fn sums_of(statement: StatementId, rows: &[Pasted]) -> Vec<(usize, Vec<usize>)> {
    let all = layout(statement).map_or(&[][..], |layout| layout.all_rows());
    let place = |name: &str| rows.iter().position(|row| row.name == name);
    let names_of = |part: &String| -> Vec<usize> {
        if part == EACH {
            let known: Vec<&str> =
                all.iter().filter(|r| r.id().is_some()).map(LayoutRow::name).collect();
            let free =
                rows.iter().enumerate().filter(|(_, row)| !known.contains(&row.name.as_str()));
            return free.map(|(at, _)| at).collect();
        }
        let row = all.iter().find(|row| row.id() == Some(part.as_str()));
        row.and_then(|row| place(row.name())).into_iter().collect()
    };
    let sums = all.iter().filter_map(|row| {
        let LayoutRow::Sum { name, of, .. } = row else { return None };
        Some((place(name)?, of.iter().flat_map(names_of).collect()))
    });
    sums.collect()
}

/// Keeps those readings of a sum and its parts that add up in some combination.
fn prove(rows: &mut [Pasted], sum: usize, parts: &[usize]) {
    let all: Vec<usize> = std::iter::once(sum).chain(parts.iter().copied()).collect();
    let counts: Vec<usize> = all.iter().map(|at| rows[*at].readings.len()).collect();
    let combinations = counts.iter().try_fold(1usize, |all, count| all.checked_mul(*count));
    let is_open = counts.iter().any(|count| *count > 1);
    if !is_open || combinations.is_none_or(|count| count == 0 || count > MOST_COMBINATIONS) {
        return;
    }
    let mut kept: Vec<Vec<bool>> = counts.iter().map(|count| vec![false; *count]).collect();
    let mut choice = vec![0; all.len()];
    loop {
        let reading = |place: usize| &rows[all[place]].readings[choice[place]];
        if adds_up(reading(0), (1..all.len()).map(reading)) {
            for (kept, chosen) in kept.iter_mut().zip(&choice) {
                kept[*chosen] = true;
            }
        }
        if !advance(&mut choice, &counts) {
            break;
        }
    }
    // A sum that nothing adds up to is wrong as printed; it decides nothing.
    if kept.iter().all(|kept| kept.contains(&true)) {
        for (at, kept) in all.iter().zip(kept) {
            let mut kept = kept.into_iter();
            rows[*at].readings.retain(|_| kept.next().unwrap_or(true));
        }
    }
}

/// The next combination; `false` after the last.
fn advance(choice: &mut [usize], counts: &[usize]) -> bool {
    for (chosen, count) in choice.iter_mut().zip(counts) {
        *chosen += 1;
        if *chosen < *count {
            return true;
        }
        *chosen = 0;
    }
    false
}

fn adds_up<'r>(sum: &Reading, parts: impl Iterator<Item = &'r Reading>) -> bool {
    let mut totals = vec![Decimal::ZERO; sum.amounts.len()];
    for part in parts {
        for (total, amount) in totals.iter_mut().zip(&part.amounts) {
            *total = total.saturating_add(amount.unwrap_or_default());
        }
    }
    sum.amounts.iter().zip(totals).all(|(sum, total)| sum.is_none_or(|sum| sum == total))
}
