//! Rows of small tables whose name is that of a total: "Sum" among the reasons, "Totalt" among the
//! systems.

use std::collections::HashSet;

use super::table_columns;
use crate::import::classify::{TotalLabel, is_breakdown, is_sum_label, total_label};
use crate::import::repeats::{Adds, KeyedRow, added, adds};
use crate::import::verdict::{Reject, SkipReason, Skipped};
use crate::project::{Cell, TableId};

/// Tables in which a row's name may be that of a total, and the column of the name.
const NAMED: [(TableId, &str); 2] = [(TableId::Turnover, "category"), (TableId::Uptime, "system")];

/// The rows without those whose name is that of a total, where the rows that it sums up stand
/// there, too.
pub fn without_totals(
    table: TableId,
    columns: &[usize],
    rows: Vec<KeyedRow>,
) -> (Vec<KeyedRow>, Vec<Skipped>) {
    let definitions = table_columns(table);
    let named = NAMED.iter().find(|(named, _)| *named == table);
    let name =
        named.and_then(|(_, id)| columns.iter().position(|column| definitions[*column].id == *id));
    let Some(name) = name else { return (rows, Vec::new()) };
    let label = |row: &KeyedRow| match row.cells.get(name) {
        Some(Cell::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let is_breakdown = |row: &KeyedRow| is_breakdown(&label(row));
    let is_total = |row: &KeyedRow| {
        let label = label(row);
        total_label(&label) == Some(TotalLabel::Whole) || is_sum_label(&label)
    };
    let is_part = |row: &KeyedRow| !is_total(row) && !is_breakdown(row);
    let rest = |row: &KeyedRow| -> Vec<String> {
        let keys = columns
            .iter()
            .enumerate()
            .filter(|(at, column)| *at != name && definitions[**column].is_key);
        keys.filter_map(|(at, _)| row.cells.get(at)).map(Cell::machine_text).collect()
    };
    let parts: HashSet<Vec<String>> = rows.iter().filter(|row| is_part(row)).map(rest).collect();
    let (mut kept, mut skipped) = (Vec::with_capacity(rows.len()), Vec::new());
    for row in rows {
        if is_part(&row) || !parts.contains(&rest(&row)) {
            kept.push(row);
            continue;
        }
        let reason = if is_breakdown(&row) { SkipReason::Among } else { SkipReason::Sum };
        skipped.push(Skipped { first: row.row, last: row.row, reason });
    }
    (kept, skipped)
}

/// A row that leaves its group open where the table has a row for each: it is what they come to,
/// or cannot be taken.
pub struct OpenRow {
    /// The row.
    pub row: KeyedRow,
    /// Why it cannot be taken, if it is no total.
    pub reject: Reject,
}

/// Tells the totals among rows that leave their group open from those that lack it.
pub fn settle_open(
    table: TableId,
    columns: &[usize],
    rows: &[KeyedRow],
    open: Vec<OpenRow>,
) -> (Vec<Skipped>, Vec<Reject>) {
    let (mut skipped, mut rejects) = (Vec::new(), Vec::new());
    for OpenRow { row, reject } in open {
        if is_sum_of_groups(table, columns, rows, &row) {
            skipped.push(Skipped { first: row.row, last: row.row, reason: SkipReason::Sum });
        } else {
            rejects.push(reject);
        }
    }
    (skipped, rejects)
}

/// Whether a row's numbers are the sums of those rows that have the same key but for the groups.
fn is_sum_of_groups(
    table: TableId,
    columns: &[usize],
    rows: &[KeyedRow],
    total: &KeyedRow,
) -> bool {
    let definitions = table_columns(table);
    let is_open = |at: usize| total.cells.get(at) == Some(&Cell::Blank);
    let keys: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(at, column)| {
            definitions.get(**column).is_some_and(|definition| definition.is_key) && !is_open(*at)
        })
        .map(|(at, _)| at)
        .collect();
    let numbers: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| {
            definitions
                .get(**column)
                .is_some_and(|definition| adds(table, definition.id) != Adds::No)
        })
        .map(|(at, _)| at)
        .collect();
    let is_of = |row: &&KeyedRow| keys.iter().all(|at| row.cells.get(*at) == total.cells.get(*at));
    let parts: Vec<&KeyedRow> = rows.iter().filter(is_of).collect();
    let near: Vec<&KeyedRow> =
        parts.iter().filter(|row| row.beside == total.beside).copied().collect();
    let is_met = |parts: &[&KeyedRow]| {
        parts.len() > 1
            && !numbers.is_empty()
            && numbers.iter().all(|at| {
                let cells = parts.iter().filter_map(|row| row.cells.get(*at));
                let sum = cells.into_iter().try_fold(Cell::Blank, |sum, cell| added(&sum, cell));
                sum.as_ref() == total.cells.get(*at)
            })
    };
    is_met(&near) || is_met(&parts)
}
