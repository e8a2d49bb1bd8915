//! Places and findings in words.

use super::target::place_of;
use super::widgets::severity::Verdict;
use crate::checks::{Finding, Where, table_home};
use crate::figures::Key;
use crate::project::{Project, StatementId, TableId};
use crate::t;

/// What was found, and what to do: the first sentence, and the rest.
pub fn sentences(text: &str) -> (&str, &str) {
    let ends = text.match_indices(". ");
    let is_end = |(at, end): &(usize, &str)| {
        text[at + end.len()..].chars().next().is_some_and(char::is_uppercase)
    };
    match ends.into_iter().find(is_end) {
        Some((at, end)) => (&text[..at], &text[at + end.len()..]),
        None => (text, ""),
    }
}

/// "Økonomi, Disposisjonsfond, Saldo 01.01, 2020".
pub fn place_words(project: &Project, place: &Where) -> String {
    let mut parts = vec![place_of(place.area).name()];
    let row = place.row.as_deref().unwrap_or_default();
    let table = place.table.as_deref().and_then(table_words);
    // The label of a figure may already name the statement.
    parts.extend(table.filter(|table| *table != parts[0] && !row.contains(table.as_str())));
    parts.extend(place.row.clone());
    parts.extend(column_words(project, place));
    parts.extend(place.file.clone());
    parts.extend(place.sheet.as_deref().map(|sheet| t!("control-where-sheet", sheet = sheet)));
    parts.extend(place.cell.as_deref().map(|cell| t!("control-where-cell", cell = cell)));
    // A source is named by its file already.
    parts.dedup();
    parts.join(", ")
}

/// The table's words. The tables of cases and events have none, since the row says what it is
/// of.
fn table_words(name: &str) -> Option<String> {
    if let Some(statement) = StatementId::EVERY.iter().find(|statement| statement.id() == name) {
        return Some(statement.word());
    }
    table_of(name).map(|table| t!(table.word_key()))
}

/// The project's table of that name on the command line. Events are left out, since the row says
/// enough.
pub fn table_of(name: &str) -> Option<TableId> {
    let mut others = TableId::ALL.into_iter().filter(|table| *table != TableId::Events);
    others.find(|table| table_home(*table).1 == name)
}

/// The column's words; for the id of a column, the words of its head.
fn column_words(project: &Project, place: &Where) -> Option<String> {
    let column = place.column.as_deref()?;
    let table = match place.key() {
        Some(Key::Cell { table, .. }) => Some(*table),
        _ => place.table.as_deref().and_then(table_of),
    };
    let known = table.and_then(|table| {
        let columns = project.rows(table).columns();
        columns.iter().find(|known| known.id == column).map(|column| t!(column.word_key))
    });
    Some(known.unwrap_or_else(|| column.to_owned()))
}

/// The whole finding for those who hear the list.
pub fn spoken(finding: &Finding) -> String {
    let text = finding.message.text();
    let severity = Verdict::from(finding.severity).word();
    let mut row = t!("control-row", severity = severity, sentence = sentences(&text).0);
    if let (Some(expected), Some(found)) = (&finding.expected, &finding.found) {
        let (expected, found) = (expected.text(), found.text());
        row = t!("control-row-numbers", row = row, expected = expected, found = found);
    }
    if let Some(difference) = &finding.difference {
        row = t!("control-row-difference", row = row, difference = difference.difference_text());
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_where_the_next_one_begins() {
        let (first, rest) = sentences("Saldo 01.01 i 1. kvartal er 3,86. Rett historikken");
        assert_eq!(first, "Saldo 01.01 i 1. kvartal er 3,86");
        assert_eq!(rest, "Rett historikken");
        assert_eq!(sentences("Bare én").1, "");
    }
}
