//! Targets in another unit than percent, in which results are kept.

use super::table_columns;
use crate::import::heading::normal;
use crate::import::measures::without_percent;
use crate::import::noticed::note_at;
use crate::import::sheet::TableRow;
use crate::import::synonyms::synonyms;
use crate::issue::Issue;
use crate::message;
use crate::project::{Cell, GoalMetric, TableId, cell_name};

/// Tells of results beside a target in days, hours or pieces: the result is kept in percent.
pub fn other_units(columns: &[(usize, usize)], rows: &[TableRow]) -> Option<Issue> {
    let definitions = table_columns(TableId::Goals);
    let place = |id: &str| {
        columns.iter().position(|(_, index)| definitions.get(*index).is_some_and(|c| c.id == id))
    };
    let (target, result, metric) = (place("target_text")?, place("result")?, place("metric"));
    let is_computed = |row: &&TableRow| match metric.and_then(|at| row.cells.get(at)) {
        Some(Cell::Choice(metric)) => *metric != GoalMetric::Manual.choice(),
        _ => false,
    };
    let target_of = |row: &TableRow| match (row.cells.get(target), row.cells.get(result)) {
        (Some(Cell::Text(text)), Some(Cell::Number(_))) if is_of_other_unit(text) => {
            Some((row.row, text.clone()))
        }
        _ => None,
    };
    let mut rows = rows.iter().filter(|row| !is_computed(row)).filter_map(target_of);
    let (row, example) = rows.next()?;
    let cell = cell_name(columns.get(result)?.0, row);
    let count = rows.count() + 1;
    let message =
        message!("import-note-other-unit", count = count, cell = cell.as_str(), target = example);
    Some(note_at(message, &cell))
}

/// Whether a target is so many of something, and no percentage: "5 dager", "høyst 2 timer".
fn is_of_other_unit(target: &str) -> bool {
    let lower = normal(target);
    let mut words = lower.split(|c: char| !c.is_alphanumeric() && c != '%').peekable();
    let units = &synonyms().goals.units;
    let (mut is_of_unit, mut is_percent) = (false, target.contains('%'));
    while let Some(word) = words.next() {
        is_percent |= without_percent(word).is_some();
        let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        is_of_unit |= is_number && words.peek().is_some_and(|next| units.iter().any(|u| u == next));
    }
    is_of_unit && !is_percent
}
