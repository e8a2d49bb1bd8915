//! Rows of small tables whose name is that of a total: "Sum" among the reasons, "Totalt" among the
//! systems.

use std::collections::HashSet;

use super::table_columns;
use crate::import::classify::{TotalLabel, total_label};
use crate::import::repeats::KeyedRow;
use crate::import::verdict::{SkipReason, Skipped};
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
    let own = table_columns(table);
    let named = NAMED.iter().find(|(named, _)| *named == table);
    let name = named.and_then(|(_, id)| columns.iter().position(|column| own[*column].id == *id));
    let Some(name) = name else { return (rows, Vec::new()) };
    let is_total = |row: &KeyedRow| match row.cells.get(name) {
        Some(Cell::Text(text)) => total_label(text) == Some(TotalLabel::Whole),
        _ => false,
    };
    let rest = |row: &KeyedRow| -> Vec<String> {
        let keys =
            columns.iter().enumerate().filter(|(at, column)| *at != name && own[**column].is_key);
        keys.filter_map(|(at, _)| row.cells.get(at)).map(Cell::machine_text).collect()
    };
    let parts: HashSet<Vec<String>> = rows.iter().filter(|row| !is_total(row)).map(rest).collect();
    let (totals, kept): (Vec<KeyedRow>, Vec<KeyedRow>) =
        rows.into_iter().partition(|row| is_total(row) && parts.contains(&rest(row)));
    let skipped =
        totals.iter().map(|row| Skipped { first: row.row, last: row.row, reason: SkipReason::Sum });
    (kept, skipped.collect())
}
