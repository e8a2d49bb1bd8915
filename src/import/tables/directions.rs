//! Which side of a goal's target is good, where the list does not say it: of sick leave less is
//! better, and so it is below «høyst 5 %».

use super::table_columns;
use crate::import::heading::normal;
use crate::import::noticed::note_at;
use crate::import::sheet::TableRow;
use crate::import::synonyms::synonyms;
use crate::issue::Issue;
use crate::message;
use crate::project::{Cell, Direction, GoalMetric, TableId, cell_name};

/// At most this many goals are named in the note.
const NAMED: usize = 5;

/// Sets goals whose words say so to be reached from above. Returns the table's column of the
/// direction, where the sheet has none and it was added behind the others, and a note.
pub fn settle_directions(
    columns: &[(usize, usize)],
    headings: &[String],
    rows: &mut [TableRow],
) -> (Option<usize>, Option<Issue>) {
    let definitions = table_columns(TableId::Goals);
    let place = |id: &str| {
        columns.iter().position(|(_, index)| definitions.get(*index).is_some_and(|c| c.id == id))
    };
    let heading = |id: &str| {
        let column = place(id).and_then(|at| columns.get(at)).map(|(column, _)| *column);
        column.and_then(|column| headings.get(column)).map_or("", String::as_str)
    };
    let Some(measure) = place("measure") else { return (None, None) };
    let (target, metric, direction) = (place("target_text"), place("metric"), place("direction"));
    let is_headed_so =
        ["target_text", "target_value"].iter().any(|id| is_limit(&words_of(heading(id)), ""));
    let text = |row: &TableRow, place: Option<usize>| match place.and_then(|at| row.cells.get(at)) {
        Some(Cell::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let is_at_most = |row: &TableRow| {
        let is_said = match direction.and_then(|at| row.cells.get(at)) {
            None | Some(Cell::Blank) => false,
            Some(_) => true,
        };
        let is_computed = match metric.and_then(|at| row.cells.get(at)) {
            Some(Cell::Choice(metric)) => *metric != GoalMetric::Manual.choice(),
            _ => false,
        };
        !is_said
            && !is_computed
            && is_at_most(&text(row, Some(measure)), &text(row, target), is_headed_so)
    };
    let at_most: Vec<bool> = rows.iter().map(is_at_most).collect();
    let of_those = || rows.iter().zip(&at_most).filter(|(_, is_so)| **is_so).map(|(row, _)| row);
    let Some(first) = of_those().next().map(|row| row.row) else { return (None, None) };
    let count = of_those().count();
    let mut named: Vec<String> =
        of_those().take(NAMED).map(|row| format!("«{}»", text(row, Some(measure)))).collect();
    if count > NAMED {
        named.push("…".to_owned());
    }
    let column = columns.get(measure).map_or(0, |(column, _)| *column);
    let message = message!("import-note-at-most", count = count, goals = named.join(", "));
    for (row, is_so) in rows.iter_mut().zip(&at_most) {
        let side = if *is_so { Direction::AtMost } else { Direction::AtLeast };
        match direction.and_then(|at| row.cells.get_mut(at)) {
            Some(cell) if *is_so => *cell = Cell::Choice(side.choice()),
            Some(_) => {}
            None => row.cells.push(Cell::Choice(side.choice())),
        }
    }
    let added = definitions.iter().position(|column| column.id == "direction");
    (added.filter(|_| direction.is_none()), Some(note_at(message, &cell_name(column, first))))
}

/// Whether the words of a goal say that less is better.
fn is_at_most(measure: &str, target: &str, is_headed_so: bool) -> bool {
    let words = &synonyms().goals;
    let (measured, aimed) = (words_of(measure), words_of(target));
    if is_limit(&aimed, target) {
        return true;
    }
    if has(&aimed, &words.at_least) || target.contains(['>', '≥']) {
        return false;
    }
    if is_headed_so {
        return true;
    }
    if has(&measured, &words.at_least) || measure.contains(['>', '≥']) {
        return false;
    }
    // Of the share that keeps a limit, more is better.
    if is_limit(&measured, measure) {
        return !has(&measured, &words.shares);
    }
    let is_bad = measured.split(' ').any(|word| words.bad.iter().any(|bad| word.starts_with(bad)));
    is_bad && !has(&measured, &words.mended)
}

fn is_limit(words: &str, text: &str) -> bool {
    has(words, &synonyms().goals.limits) || text.contains(['<', '≤'])
}

/// Whether one of some words, or of several in a row, stands in a text.
fn has(text: &str, words: &[String]) -> bool {
    let text = format!(" {text} ");
    words.iter().any(|word| text.contains(&format!(" {word} ")))
}

/// A text in words that are compared.
fn words_of(text: &str) -> String {
    let lower = normal(text);
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
