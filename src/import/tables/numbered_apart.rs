//! Orders with one number on the same days that a column of places or customers tells apart: each
//! place may number its orders for itself, or they are lines of one order. Only a person knows.

use std::collections::{HashMap, HashSet};

use super::table_columns;
use crate::import::heading::normal;
use crate::import::noticed::note;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::sheet::TableRow;
use crate::import::synonyms::synonyms;
use crate::issue::Issue;
use crate::message;
use crate::project::{Cell, RepeatedRows, TableId, cell_name};

/// What became of orders that are told apart so.
#[derive(Default)]
pub struct Apart {
    /// What only a person knows.
    pub question: Option<Question>,
    /// What was done as a person said.
    pub note: Option<Issue>,
    /// Whether what a person says was needed.
    pub is_said: bool,
}

/// Asks about such orders, or puts the place before their numbers where a person says that they
/// are orders of their own. `columns` are the sheet's columns with the table's.
pub fn settle_apart(
    table: TableId,
    columns: &[(usize, usize)],
    rows: &mut [TableRow],
    beside: &[Vec<Box<str>>],
    (places, said): (&[(usize, String)], Option<RepeatedRows>),
) -> Apart {
    if !matches!(table, TableId::Deliveries | TableId::NewUsers) {
        return Apart::default();
    }
    let known = table_columns(table);
    let at = |id: &str| {
        columns.iter().position(|(_, index)| known.get(*index).is_some_and(|c| c.id == id))
    };
    let Some(number) = at("reference") else { return Apart::default() };
    let mut of_numbers: HashMap<String, Vec<usize>> = HashMap::new();
    for (row, cells) in rows.iter().enumerate() {
        let number = cells.cells.get(number).map(Cell::machine_text).unwrap_or_default();
        of_numbers.entry(number).or_default().push(row);
    }
    let place = |row: usize, column: usize| {
        let place = beside.get(row).and_then(|beside| beside.get(column));
        place.map_or("", |place| place.trim())
    };
    // Lines of one order name its place once each, or leave it blank.
    let is_apart = |of_number: &[usize], column: usize| {
        let names: Vec<&str> = of_number.iter().map(|row| place(*row, column)).collect();
        let different: HashSet<&&str> = names.iter().collect();
        different.len() > 1 && names.iter().all(|name| !name.is_empty())
    };
    let found = places
        .iter()
        .filter(|(_, heading)| synonyms().numbering.contains(&normal(heading)))
        .find(|(column, _)| of_numbers.values().any(|rows| is_apart(rows, *column)));
    let Some((column, heading)) = found else { return Apart::default() };
    let (column, heading) = (*column, heading.as_str());
    let apart = of_numbers.values().filter(|rows| is_apart(rows, column));
    let Some(first) = apart.clone().min_by_key(|rows| rows.first().copied()) else {
        return Apart::default();
    };
    let numbers = apart.count();
    match said {
        Some(RepeatedRows::Add) => {
            let mut example = String::new();
            for (row, cells) in rows.iter_mut().enumerate() {
                let place = place(row, column);
                if let Some(Cell::Text(number)) = cells.cells.get_mut(number)
                    && !place.is_empty()
                {
                    *number = format!("{place} {number}");
                    if example.is_empty() {
                        example.clone_from(number);
                    }
                }
            }
            let told =
                message!("import-note-numbers-by-place", column = heading, example = example);
            Apart { note: Some(note(told)), is_said: true, question: None }
        }
        Some(RepeatedRows::First | RepeatedRows::Last) => {
            Apart { is_said: true, ..Apart::default() }
        }
        None => {
            let row = |at: Option<&usize>| at.and_then(|at| rows.get(*at)).map_or(0, |row| row.row);
            let sheet_column = columns.get(number).map_or(0, |(column, _)| *column);
            let text = first.first().and_then(|at| rows.get(*at)?.cells.get(number));
            let asks = message!(
                "import-ask-orders-apart",
                count = numbers,
                number = text.map(Cell::machine_text).unwrap_or_default(),
                first_cell = cell_name(sheet_column, row(first.first())),
                last_cell = cell_name(sheet_column, row(first.last())),
                column = heading,
            );
            let answer = |words: String, rows| Answer::new(words, Setting::Repeated(rows));
            let answers = vec![
                answer(crate::t!("import-orders-are-apart"), RepeatedRows::Add),
                answer(crate::t!("import-orders-are-lines"), RepeatedRows::First),
            ];
            Apart { question: Question::new(asks, answers), ..Apart::default() }
        }
    }
}
