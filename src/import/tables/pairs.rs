//! Numbers that say something together only: of calls how many were answered, and how many in time.

use super::table_columns;
use crate::import::noticed::{note, note_at};
use crate::import::sheet::{TableRow, field_word};
use crate::issue::Issue;
use crate::message;
use crate::project::{Cell, SourceKind, TableId, cell_name};

const PAIRS: [(&str, &str); 3] = [
    ("answered", "within_1_min"),
    ("answered", "within_3_min"),
    ("measured_minutes", "outage_minutes"),
];
/// Days of sick leave, which are known only where both are.
const DAYS: [&str; 2] = ["self_certified_days", "doctor_certified_days"];

/// Tells of rows that have one number of a pair and not the other, which no share counts. The
/// `columns` are those of the sheet with the table's own.
pub fn half_known(table: TableId, columns: &[(usize, usize)], rows: &[TableRow]) -> Vec<Issue> {
    let known = table_columns(table);
    let place = |id: &str| {
        columns.iter().position(|(_, index)| known.get(*index).is_some_and(|own| own.id == id))
    };
    if table == TableId::SickLeave
        && let [Some(_), None] | [None, Some(_)] = DAYS.map(place)
    {
        let word = |id: &str| field_word(SourceKind::Table(table), id);
        let [there, missing] = match place(DAYS[0]) {
            Some(_) => DAYS.map(word),
            None => [DAYS[1], DAYS[0]].map(word),
        };
        return vec![note(message!("import-half-known-days", there = there, missing = missing))];
    }
    let pairs = PAIRS.iter().filter_map(|(a, b)| Some((place(a)?, place(b)?)));
    let pairs: Vec<(usize, usize)> = pairs.collect();
    let is_blank = |row: &TableRow, place: usize| row.cells.get(place) == Some(&Cell::Blank);
    let is_half =
        |row: &&TableRow| pairs.iter().any(|(a, b)| is_blank(row, *a) != is_blank(row, *b));
    let mut half = rows.iter().filter(is_half);
    let Some(first) = half.next() else { return Vec::new() };
    let message = message!("import-half-known-rows", count = half.count() + 1);
    let blank = pairs.iter().flat_map(|(a, b)| [*a, *b]).find(|column| is_blank(first, *column));
    let column = blank.and_then(|place| columns.get(place)).map(|(column, _)| *column);
    vec![match column {
        Some(column) => note_at(message, &cell_name(column, first.row)),
        None => note(message),
    }]
}
