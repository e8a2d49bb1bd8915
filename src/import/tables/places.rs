//! Orders that each place numbers for itself, so that one number is several orders.

use std::collections::{HashMap, HashSet};

use super::table_columns;
use crate::import::noticed::note;
use crate::import::sheet::TableRow;
use crate::issue::Issue;
use crate::message;
use crate::project::{Cell, TableId};

/// Lets the place stand before the number where one number has several orders, told apart by a
/// column of places: the columns that are read, the rows, what stands beside them, and which of
/// that are places, with their headings.
pub fn number_by_place(
    table: TableId,
    columns: &[usize],
    rows: &mut [TableRow],
    beside: &[Vec<Box<str>>],
    places: &[(usize, String)],
) -> Option<Issue> {
    if !matches!(table, TableId::Deliveries | TableId::NewUsers) {
        return None;
    }
    let definitions = table_columns(table);
    let at = |id: &str| {
        columns
            .iter()
            .position(|c| definitions.get(*c).is_some_and(|definition| definition.id == id))
    };
    let (number, ordered) = (at("reference")?, at("ordered")?);
    let mut of_numbers: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, row) in rows.iter().enumerate() {
        let number = row.cells.get(number).map(Cell::machine_text).unwrap_or_default();
        of_numbers.entry(number).or_default().push(place);
    }
    let repeated: Vec<&Vec<usize>> = of_numbers.values().filter(|rows| rows.len() > 1).collect();
    let (column, heading) = places.iter().find(|(column, _)| {
        let place = |row: &usize| {
            let place = beside.get(*row).and_then(|beside| beside.get(*column));
            place.map_or("", |place| place.trim())
        };
        let are_filled = repeated.iter().all(|rows| rows.iter().all(|row| !place(row).is_empty()));
        let are_apart = |of_number: &&&Vec<usize>| {
            let places: HashSet<&str> = of_number.iter().map(place).collect();
            let days: HashSet<String> = of_number
                .iter()
                .filter_map(|row| rows.get(*row)?.cells.get(ordered))
                .map(Cell::machine_text)
                .collect();
            places.len() > 1 && days.len() > 1
        };
        are_filled && repeated.iter().any(|of_number| are_apart(&of_number))
    })?;
    let mut example = String::new();
    for (row, beside) in rows.iter_mut().zip(beside) {
        let place = beside.get(*column).map_or("", |place| place.trim());
        if let Some(Cell::Text(number)) = row.cells.get_mut(number).filter(|_| !place.is_empty()) {
            *number = format!("{place} {number}");
            if example.is_empty() {
                example.clone_from(number);
            }
        }
    }
    let heading = heading.as_str();
    Some(note(message!("import-note-numbers-by-place", column = heading, example = example)))
}
