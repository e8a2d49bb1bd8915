//! Statements of the accounts as a document prints them.

use rust_decimal::Decimal;

use super::printed::{PrintedTable, written};
use super::vocabulary::{Vocabulary, has};
use super::word::words;
use crate::checks::printed::{Printed, Sheet};
use crate::figures::Figures;
use crate::import::{Document, read_printed, ways_to_read};
use crate::kostra::is_same_name;
use crate::project::{StatementId, StatementLine};

/// The longest line that can head a statement.
const LONGEST_HEAD: usize = 80;
/// Lines below a statement's paragraph that can say that it is the second.
const LINES_OF_A_HEAD: usize = 3;

/// The statements, each from the line that names its paragraph to the next one's.
pub(super) fn statements(figures: &Figures, document: &Document) -> Vec<PrintedTable> {
    let lines: Vec<&str> = document.lines.iter().map(|line| line.text.as_str()).collect();
    let heads: Vec<(usize, StatementId)> =
        (0..lines.len()).filter_map(|at| Some((at, head(&lines, at)?))).collect();
    let ends = heads.iter().skip(1).map(|(at, _)| *at).chain([lines.len()]);
    let sections = heads.iter().zip(ends);
    let tables = sections.map(|((at, id), end)| read(figures, &lines, (*at, end), *id));
    tables.filter(|table| !table.lines.is_empty()).collect()
}

/// The statement that a line heads: "§ 5-4. Bevilgningsoversikt drift".
fn head(lines: &[&str], at: usize) -> Option<StatementId> {
    let line = lines[at].trim();
    if line.chars().count() > LONGEST_HEAD {
        return None;
    }
    let is_second = || {
        let below = lines[at..].iter().take(LINES_OF_A_HEAD);
        let second = &Vocabulary::get().second_paragraphs;
        below.flat_map(|line| words(line)).any(|word| has(second, &word))
    };
    let paragraph = |id: StatementId| id.word().trim_start_matches(['§', ' ', '\u{a0}']).to_owned();
    let statement = StatementId::EVERY.into_iter().find(|id| {
        let name = paragraph(*id);
        line.find(&name).is_some_and(|place| place <= 4 && !name.is_empty())
    })?;
    Some(match statement {
        StatementId::Appropriations if is_second() => StatementId::AppropriationsByUnit,
        StatementId::Investment if is_second() => StatementId::InvestmentByProject,
        other => other,
    })
}

fn read(
    figures: &Figures,
    lines: &[&str],
    (start, end): (usize, usize),
    id: StatementId,
) -> PrintedTable {
    let year = figures.report_year();
    let read = read_printed(id, year, &lines[start + 1..end].join("\n"));
    let header = [
        "line_name".to_owned(),
        format!("actual_{year}"),
        format!("revised_budget_{year}"),
        format!("original_budget_{year}"),
        format!("actual_{}", year - 1),
    ];
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let sheet = Sheet::new(&header, Vec::new());
    let mut table = PrintedTable { table: id.id(), sheet, lines: Vec::new() };
    let mut from = start + 1;
    for row in &read.rows {
        let amounts = amounts(row);
        let place = (from..end).find(|at| holds(lines[*at], &amounts));
        let Some(at) = place else { continue };
        let text =
            |amount: &Option<Decimal>| amount.map_or_else(String::new, |amount| amount.to_string());
        let cells = std::iter::once(row.line.clone()).chain(amounts.iter().map(text));
        table.sheet.rows.push(cells.collect());
        table.lines.push(at);
        from = at + 1;
    }
    for name in &read.undecided {
        let is_row =
            |at: &usize| !table.lines.contains(at) && is_same_name(&name_of(lines[*at]), name);
        let Some(at) = (start + 1..end).find(is_row) else { continue };
        if let Some(row) = likely(figures, &table, name, lines[at]) {
            table.sheet.rows.push(row);
            table.lines.push(at);
        }
    }
    table
}

/// What stands before the first digit of a line.
fn name_of(line: &str) -> String {
    let end = line.find(|c: char| c.is_ascii_digit()).unwrap_or(line.len());
    line[..end].trim_end_matches(['-', ':', '*', ' ']).to_owned()
}

/// The reading of a row that no sum decides: the one in which most amounts equal the project's,
/// if any does.
fn likely(figures: &Figures, table: &PrintedTable, name: &str, line: &str) -> Option<Vec<String>> {
    let tail = line.get(line.find(|c: char| c.is_ascii_digit())?..)?;
    let columns: &[usize] =
        if table.table == StatementId::BalanceSheet.id() { &[1, 4] } else { &[1, 2, 3, 4] };
    let row = |amounts: Vec<Decimal>| {
        let mut row = vec![String::new(); table.sheet.header.len()];
        row[0] = name.to_owned();
        for (column, amount) in columns.iter().zip(amounts) {
            row[*column] = amount.to_string();
        }
        row
    };
    let header: Vec<&str> = table.sheet.header.iter().map(String::as_str).collect();
    let agreeing = |row: &Vec<String>| {
        let sheet = Sheet::new(&header, vec![row.clone()]);
        let read = Printed::read(table.table, &sheet, figures).unwrap_or_default();
        read.cells
            .iter()
            .filter(|cell| figures.value(&cell.key).is_some_and(|figure| cell.is(figure)))
            .count()
    };
    let rows = ways_to_read(tail, columns.len()).into_iter().map(row);
    rows.map(|row| (agreeing(&row), row))
        .filter(|(count, _)| *count > 0)
        .max_by_key(|(count, _)| *count)
        .map(|(_, row)| row)
}

/// The amounts of a row in the order in which they are printed.
fn amounts(row: &StatementLine) -> [Option<Decimal>; 4] {
    [row.actual, row.revised_budget, row.original_budget, row.last_year]
}

/// Whether a line holds the amounts of a row, in order.
fn holds(line: &str, amounts: &[Option<Decimal>; 4]) -> bool {
    let mut from = 0;
    amounts.iter().flatten().all(|amount| match written(line, from, *amount) {
        Some((_, end)) => {
            from = end;
            true
        }
        None => false,
    })
}
