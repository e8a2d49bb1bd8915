//! The rows of the parts of a delivery: their keys and cells, whatever their kind, and where two
//! parts say different things of one key.

use crate::import::classify::{TotalLabel, total_label};
use crate::import::day_counts::day_count_text;
use crate::import::plan::delivery::place_in_words;
use crate::import::repeats::{Adds, adds};
use crate::import::sheet::{SheetRead, TypedRows};
use crate::import::tables::{row_key, table_columns};
use crate::project::{Cell, CellKind, TableId};

/// A row of a part: the sheet, and the row's place in it.
pub(super) type At = (usize, usize);

/// What two parts say of one key.
pub(super) struct Clash {
    pub(super) key: String,
    pub(super) first: At,
    pub(super) second: At,
    /// The table's column of which they say different things.
    pub(super) column: usize,
}

pub(super) fn is_keyed(sheet: &SheetRead) -> bool {
    matches!(sheet.rows, TypedRows::Table { .. } | TypedRows::DayCounts(_))
}

pub(super) fn key_of(sheet: &SheetRead, row: usize) -> Option<String> {
    match &sheet.rows {
        TypedRows::Table { table, columns, rows } => {
            rows.get(row).map(|row| row_key(*table, columns, row))
        }
        TypedRows::DayCounts(rows) => rows.get(row).map(|day| day.date.to_string()),
        _ => None,
    }
}

/// The columns of the table that some of the rows have; of counts, the one of the count.
pub(super) fn columns_of(sheets: &[&SheetRead], rows: &[At]) -> Vec<usize> {
    let mut all: Vec<usize> = Vec::new();
    for (sheet, _) in rows {
        match sheets.get(*sheet).map(|sheet| &sheet.rows) {
            Some(TypedRows::Table { columns, .. }) => all.extend(columns),
            Some(TypedRows::DayCounts(_)) => all.push(0),
            _ => {}
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

pub(super) fn cell_at(sheets: &[&SheetRead], (sheet, row): At, column: usize) -> Option<Cell> {
    match &sheets.get(sheet)?.rows {
        TypedRows::Table { columns, rows, .. } => {
            let at = columns.iter().position(|known| *known == column)?;
            rows.get(row)?.cells.get(at).cloned()
        }
        TypedRows::DayCounts(rows) => rows.get(row).map(|day| Cell::Count(day.cases)),
        _ => None,
    }
}

pub(super) fn table_of(sheets: &[&SheetRead], (sheet, _): At) -> Option<TableId> {
    match sheets.get(sheet)?.rows {
        TypedRows::Table { table, .. } => Some(table),
        _ => None,
    }
}

pub(super) fn adds_of(sheets: &[&SheetRead], at: At, column: usize) -> Adds {
    match table_of(sheets, at) {
        Some(table) => table_columns(table)
            .get(column)
            .map_or(Adds::No, |definition| adds(table, definition.id)),
        None => Adds::Flow,
    }
}

pub(super) fn adds_at(sheets: &[&SheetRead], clash: &Clash) -> Adds {
    adds_of(sheets, clash.first, clash.column)
}

/// The one part whose sheet or file is called like a total, beside several others.
pub(super) fn whole_of(sheets: &[&SheetRead], delivery: &[usize]) -> Option<usize> {
    let is_whole = |at: &&usize| {
        let name = sheets.get(**at).map(|sheet| match sheet.sheet.is_empty() {
            true => sheet.file.rsplit_once('.').map_or(sheet.file.as_str(), |(stem, _)| stem),
            false => sheet.sheet.as_str(),
        });
        name.and_then(total_label) == Some(TotalLabel::Whole)
    };
    let mut wholes = delivery.iter().filter(is_whole);
    match (wholes.next(), wholes.next()) {
        (Some(whole), None) if delivery.len() > 2 => Some(*whole),
        _ => None,
    }
}

/// The first column of which two of the rows say different things. Words may differ.
pub(super) fn clash(sheets: &[&SheetRead], key: &str, rows: &[At]) -> Option<Clash> {
    let first = rows.first()?;
    let is_word = |column: usize| {
        // The line of an account is what its mapping says.
        let table = table_of(sheets, *first).filter(|table| *table != TableId::Mapping);
        let definition = table.and_then(|table| table_columns(table).get(column));
        definition.is_some_and(|definition| definition.kind == CellKind::Text)
    };
    for column in columns_of(sheets, rows).into_iter().filter(|column| !is_word(*column)) {
        let mut known: Option<(At, Cell)> = None;
        for at in rows {
            let cell = cell_at(sheets, *at, column).filter(|cell| *cell != Cell::Blank);
            match (&known, cell) {
                (Some((first, other)), Some(cell)) if *other != cell => {
                    let (first, second) = (*first, *at);
                    return Some(Clash { key: key.to_owned(), first, second, column });
                }
                (None, Some(cell)) => known = Some((*at, cell)),
                _ => {}
            }
        }
    }
    None
}

pub(super) fn place(sheets: &[&SheetRead], (sheet, row): At) -> String {
    let Some(read) = sheets.get(sheet) else { return String::new() };
    let number = match &read.rows {
        TypedRows::Table { rows, .. } => rows.get(row).map(|row| row.row),
        TypedRows::DayCounts(rows) => rows.get(row).map(|day| day.row),
        _ => None,
    };
    place_in_words(&read.file, &read.sheet, number.unwrap_or_default())
}

/// The key of a row in words, without the parts that are blank.
pub(super) fn key_in_words(sheets: &[&SheetRead], key: &str, at: At) -> String {
    match sheets.get(at.0).map(|sheet| &sheet.rows) {
        Some(TypedRows::DayCounts(rows)) => {
            rows.get(at.1).map_or_else(String::new, |day| day_count_text(day, "date"))
        }
        Some(TypedRows::Table { table, .. }) => {
            let columns = table_columns(*table)
                .iter()
                .enumerate()
                .filter(|(_, definition)| definition.is_key);
            let parts = columns.filter_map(|(column, definition)| {
                Some(cell_at(sheets, at, column)?.text(definition.kind))
                    .filter(|part| !part.is_empty())
            });
            parts.collect::<Vec<_>>().join(" · ")
        }
        _ => key.to_owned(),
    }
}
