//! What a sheet may hold that its headings do not settle: whether a row is a case, and of which
//! year the rows are.

use super::mapping::Mapping;
use super::options::Setting;
use super::question::{Answer, Question};
use super::raw::RawCell;
use super::synonyms::synonyms;
use super::tables::{table_columns, year_column};
use crate::calendar::Year;
use crate::message;
use crate::project::{SourceKind, TableId};

/// Fields that only cases have.
const OF_CASES: [&str; 4] = ["number", "priority", "closed", "parent"];

/// Whether a list that could be one of cases counts them: it has no case number, and a column
/// says how many there are in each row.
pub fn counts_cases(mapping: &Mapping) -> bool {
    let headings = synonyms().of(SourceKind::DayCounts).and_then(|names| {
        names.fields.iter().find(|(field, _)| field == "cases").map(|(_, headings)| headings)
    });
    mapping.kind == SourceKind::Cases
        && mapping.column_of("number").is_none()
        && headings.is_some_and(|headings| {
            let headings = headings.iter().cloned().collect();
            mapping.has_free(&headings)
        })
}

/// Asks whether each row is a case, where nothing but a date says so and a column holds amounts or
/// other numbers.
pub fn ask_whether_cases(mapping: &Mapping, rows: &[&[RawCell<'static>]]) -> Option<Question> {
    let has = |field: &&str| mapping.column_of(field).is_some();
    if mapping.kind != SourceKind::Cases || OF_CASES.iter().any(has) {
        return None;
    }
    let amounts = mapping.has_free(&synonyms().amounts);
    let is_helper = |at: &usize| {
        mapping.normals.get(*at).is_some_and(|heading| synonyms().helpers.contains(heading))
    };
    let mut numbers = mapping.columns_of_numbers(rows);
    numbers.retain(|at| !is_helper(at));
    if !amounts && numbers.is_empty() {
        return None;
    }
    let headings: Vec<String> = numbers
        .iter()
        .filter_map(|at| mapping.columns.get(*at))
        .map(|column| match column.heading.trim() {
            "" => column.letters(),
            heading => format!("«{heading}»"),
        })
        .collect();
    let asks = match (amounts, headings.is_empty()) {
        (true, true) => message!("import-ask-cases-amounts"),
        (true, false) => message!("import-ask-cases-amounts-in", columns = headings.join(", ")),
        (false, _) => message!("import-ask-cases", columns = headings.join(", ")),
    };
    let cases = Answer::new(crate::t!("import-rows-are-cases"), Setting::Kind(SourceKind::Cases));
    let counts =
        Answer::new(crate::t!("import-rows-are-counts"), Setting::Kind(SourceKind::DayCounts));
    let answers = if amounts { vec![cases] } else { vec![cases, counts] };
    Question::new(asks, answers)
}

/// Whether the rows are each of a year that no column says.
pub fn lacks_year(mapping: &Mapping) -> bool {
    match mapping.kind {
        SourceKind::Table(
            table @ (TableId::Goals
            | TableId::Turnover
            | TableId::SickLeave
            | TableId::SickLeaveYears
            | TableId::Staff),
        ) => year_column(table)
            .and_then(|column| table_columns(table).get(column))
            .is_some_and(|column| mapping.column_of(column.id).is_none()),
        _ => false,
    }
}

/// Asks of which year the rows are; the project's year comes first.
pub fn ask_year(kind: SourceKind, report_year: Year) -> Option<Question> {
    let years = [report_year, report_year.saturating_sub(1), report_year.saturating_add(1)];
    let answers = years.map(|year| Answer::new(year.to_string(), Setting::Year(year)));
    let asks = message!("import-ask-year", kind = crate::t!(kind.word_key()));
    Question::new(asks, answers.into())
}
