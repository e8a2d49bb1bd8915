//! Lists of goals whose column «Mål» or «Målsetting» holds numbers, or words: what stands there
//! decides.

use super::classify::total_label;
use super::mapping::{Mapping, NOT_READ};
use super::options::{Options, Setting};
use super::question::{Answer, Question};
use super::raw::{RawCell, cell_at};
use super::sheet::{Certainty, field_word};
use super::synonyms::{is_nothing, synonyms, without_percent};
use crate::message;
use crate::number::parse_decimal;
use crate::project::{SourceKind, TableId};

/// Lets a column of goals be the number or the words of the promise, by what stands in it.
pub fn settle_goals(mapping: &mut Mapping, below: &[&[RawCell<'static>]]) {
    if mapping.kind != SourceKind::Table(TableId::Goals) {
        return;
    }
    let (words, number) = (mapping.column_of("target_text"), mapping.column_of("target_value"));
    match (words, number) {
        (Some(column), None) if are_numbers(below, column) => {
            change(mapping, column, "target_value");
        }
        (None, Some(column)) if !are_numbers(below, column) => {
            change(mapping, column, "target_text");
        }
        _ => {}
    }
}

/// Asks whether a column is the result of goals, where none is read and it is called like one: a
/// half year's, say.
pub fn unread_result(
    mapping: &Mapping,
    below: &[&[RawCell<'static>]],
    options: &Options,
) -> Option<Question> {
    if mapping.kind == SourceKind::Table(TableId::SickLeave) {
        return unread_days(mapping, below, options);
    }
    let is_said = options.map.iter().any(|(named, _)| named == "result");
    if mapping.kind != SourceKind::Table(TableId::Goals)
        || mapping.column_of("result").is_some()
        || mapping.profile.is_some()
        || is_said
    {
        return None;
    }
    let names = synonyms().of(mapping.kind)?.fields.iter().find(|(field, _)| field == "result");
    let (_, names) = names?;
    let is_called_so = |column: &usize| {
        let heading = mapping.normals.get(*column).map_or("", String::as_str);
        let is_time = mapping.columns.get(*column).is_some_and(|own| is_part_of_year(&own.heading));
        is_time || heading.split(' ').any(|word| names.iter().any(|name| name == word))
    };
    let free = mapping
        .columns
        .iter()
        .filter(|column| column.field.is_none() && column.certainty == Certainty::Ignored);
    let columns = free.map(|column| column.index).filter(is_called_so);
    let columns = columns.filter(|column| are_numbers(below, *column));
    let candidates: Vec<String> = columns.map(|column| mapping.name_of(column)).collect();
    let asks = message!("import-ask-unread-result", candidates = candidates.join(", "));
    let mut question = Question::column(asks, "result", candidates)?;
    let says = Setting::Column { field: "result".to_owned(), column: NOT_READ.to_owned() };
    question.answers.push(Answer::new(crate::t!("import-no-result"), says));
    Some(question)
}

/// Asks which column holds the other days of sick leave, where one of the two is known and others
/// hold numbers.
fn unread_days(
    mapping: &Mapping,
    below: &[&[RawCell<'static>]],
    options: &Options,
) -> Option<Question> {
    const DAYS: [&str; 2] = ["self_certified_days", "doctor_certified_days"];
    let is_read = |field: &&str| mapping.column_of(field).is_some();
    let is_said = |field: &str| options.map.iter().any(|(named, _)| named == field);
    let open = DAYS.into_iter().find(|field| !is_read(field) && !is_said(field))?;
    let known = DAYS.iter().find(|field| is_read(field))?;
    let heading = mapping.column_of(known).map_or(String::new(), |at| mapping.name_of(at));
    let free = mapping.columns.iter().filter(|column| {
        let is_total = total_label(&column.heading).is_some();
        column.field.is_none() && column.certainty == Certainty::Ignored && !is_total
    });
    let columns = free.map(|column| column.index).filter(|column| {
        let heading = mapping.normals.get(*column).map_or("", String::as_str);
        are_numbers(below, *column) && !synonyms().times.contains(heading)
    });
    let candidates: Vec<String> = columns.map(|column| mapping.name_of(column)).collect();
    if mapping.profile.is_some() {
        return None;
    }
    let asks = message!(
        "import-ask-unread-days",
        known = heading,
        field = field_word(mapping.kind, open),
        candidates = candidates.join(", "),
    );
    let mut question = Question::column(asks, open, candidates)?;
    let says = Setting::Column { field: open.to_owned(), column: NOT_READ.to_owned() };
    question.answers.push(Answer::new(crate::t!("import-no-days"), says));
    Some(question)
}

/// Whether a heading is a quarter or another part of the year, a year, or all of it: `Q1`,
/// `2. kvartal`, `2021`, `Året`.
fn is_part_of_year(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_part = |word: &str| {
        let name = word.trim_matches(|c: char| c.is_ascii_digit());
        let accounts = &synonyms().accounts;
        name.is_empty() || name == "året" || accounts.months_of_part(name).is_some()
    };
    !words.is_empty() && words.iter().all(|word| is_part(word))
}

/// Whether numbers stand in a column, and hardly anything else.
fn are_numbers(below: &[&[RawCell<'static>]], column: usize) -> bool {
    let cells = below.iter().map(|row| cell_at(row, column));
    let mut filled = cells.filter(|cell| !cell.is_blank() && !is_nothing(&cell.text())).peekable();
    let is_number = |cell: &RawCell<'_>| match cell {
        RawCell::Number(_) | RawCell::Percent(_) => true,
        RawCell::Text(text) => {
            let text = text.trim();
            let bare = without_percent(text).unwrap_or(text);
            !bare.contains(char::is_alphabetic) && parse_decimal(bare).is_ok()
        }
        _ => false,
    };
    filled.peek().is_some() && filled.all(is_number)
}

/// Reads a column into another field, unless a person or a profile has said what it is.
fn change(mapping: &mut Mapping, column: usize, field: &str) {
    if let Some(read) = mapping.columns.get_mut(column)
        && matches!(read.certainty, Certainty::Known | Certainty::Guessed)
    {
        read.field = Some(field.to_owned());
    }
}
