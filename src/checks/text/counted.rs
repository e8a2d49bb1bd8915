//! Printed tables of counts: the quarters, the sick leave, the fund.

use rust_decimal::Decimal;

use super::period::{quarters, year_of};
use super::printed::PrintedTable;
use super::vocabulary::{Concept, Vocabulary};
use super::word::words_with_places;
use crate::checks::printed::{Printed, Sheet};
use crate::figures::{Figures, Period};
use crate::import::{Document, ways_to_read};

/// Lines without a row after which a table has ended.
const LINES_BETWEEN_ROWS: usize = 4;
/// Words between a row's name and its numbers that are numbers too: "2015 - 2020".
const NUMBERS_OF_A_NAME: usize = 3;

/// A table of ours by which a printed one is read.
struct Shape {
    table: &'static str,
    /// The column of the rows' names, then those of the numbers, as the document has them.
    header: Vec<String>,
}

/// The tables that are known by their heads.
pub(super) fn counted(figures: &Figures, document: &Document) -> Vec<PrintedTable> {
    let lines: Vec<&str> = document.lines.iter().map(|line| line.text.as_str()).collect();
    let mut tables: Vec<PrintedTable> = Vec::new();
    for at in 0..lines.len() {
        let Some(shape) = shape(lines[at]) else { continue };
        let table = read(figures, &lines, at, &shape);
        let is_read = |line: &usize| tables.iter().any(|table| table.lines.contains(line));
        if !table.lines.is_empty() && !table.lines.iter().any(is_read) {
            tables.push(table);
        }
    }
    tables
}

/// The table that a line is the head of, or a line of its head.
fn shape(line: &str) -> Option<Shape> {
    let words = words_with_places(line);
    let vocabulary = Vocabulary::get();
    let says = |concept| {
        let group = vocabulary.concept(concept);
        words.iter().any(|word| group.iter().any(|stem| stem == word.stem()))
    };
    let mut named: Vec<u8> =
        quarters(&words).iter().map(|mention| mention.named.number()).collect();
    named.dedup();
    if named == [1, 2, 3, 4] {
        let count = if says(Concept::WholeYear) { 5 } else { 4 };
        let columns = Period::COLUMNS.map(Period::id).into_iter().take(count);
        return Some(Shape { table: "quarters", header: with_name("year", columns) });
    }
    let years: Vec<String> = words
        .iter()
        .filter_map(|word| year_of(&word.text))
        .map(|year| format!("y{year}"))
        .collect();
    if says(Concept::Fund) && years.len() > 1 && years.len() + 1 == words.len() {
        let columns = years.iter().map(String::as_str);
        return Some(Shape { table: "fund", header: with_name("line_name", columns) });
    }
    let columns = [
        "possible_workdays",
        "self_certified_days",
        "self_certified_pct_computed",
        "doctor_certified_days",
        "doctor_certified_pct_computed",
        "total_days",
        "total_pct_computed",
    ];
    says(Concept::SelfCertified)
        .then(|| Shape { table: "sick-leave", header: with_name("group", columns.into_iter()) })
}

fn with_name<'c>(name: &'c str, columns: impl Iterator<Item = &'c str>) -> Vec<String> {
    std::iter::once(name).chain(columns).map(str::to_owned).collect()
}

/// The rows below the head at `head`. A name may begin on the lines before its numbers.
fn read(figures: &Figures, lines: &[&str], head: usize, shape: &Shape) -> PrintedTable {
    let header: Vec<&str> = shape.header.iter().map(String::as_str).collect();
    let mut table = PrintedTable {
        table: shape.table,
        sheet: Sheet::new(&header, Vec::new()),
        lines: Vec::new(),
    };
    let mut before: Vec<&str> = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(head + 1) {
        if line.trim().is_empty() {
            continue;
        }
        let rows = readings(line, &before.join(" "), shape.header.len() - 1);
        let agreeing = |row: &Vec<String>| {
            let sheet = Sheet::new(&header, vec![row.clone()]);
            let read = Printed::read(shape.table, &sheet, figures).unwrap_or_default();
            read.cells
                .iter()
                .filter(|cell| figures.value(&cell.key).is_some_and(|figure| cell.is(figure)))
                .count()
        };
        match rows.into_iter().rev().max_by_key(agreeing) {
            Some(row) => {
                table.sheet.rows.push(row);
                table.lines.push(at);
                before.clear();
            }
            None => before.push(line.trim()),
        }
        if before.len() > LINES_BETWEEN_ROWS {
            break;
        }
    }
    table
}

/// Every way to read a line as a row: its name, and so many numbers.
fn readings(line: &str, before: &str, count: usize) -> Vec<Vec<String>> {
    if line.contains('\t') {
        return of_cells(line, count).into_iter().collect();
    }
    let line = without_units(line);
    let is_end_of_name = |c: char| c.is_alphabetic() || matches!(c, ')' | ':' | '*');
    let name_end = line
        .rfind(is_end_of_name)
        .map_or(0, |at| at + line[at..].chars().next().map_or(0, char::len_utf8));
    let (name, tail) = line.split_at(name_end);
    let tokens: Vec<&str> = tail.split_whitespace().collect();
    for dropped in 0..=NUMBERS_OF_A_NAME.min(tokens.len()) {
        let rows = ways_to_read(&tokens[dropped..].join(" "), count);
        if rows.is_empty() {
            continue;
        }
        let full_name = [name.trim(), &tokens[..dropped].join(" ")].join(" ");
        let name = if full_name.trim().is_empty() { before } else { full_name.trim() };
        return rows.iter().map(|numbers| row(name, numbers)).collect();
    }
    Vec::new()
}

/// A row whose cells are parted.
fn of_cells(line: &str, count: usize) -> Option<Vec<String>> {
    let mut cells = line.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
    let name = cells.next()?;
    let number = |cell: &str| match ways_to_read(&without_units(cell), 1).as_slice() {
        [numbers] => numbers.first().copied(),
        _ => None,
    };
    let numbers: Option<Vec<Decimal>> = cells.map(number).collect();
    numbers.filter(|numbers| numbers.len() == count).map(|numbers| row(name, &numbers))
}

fn row(name: &str, numbers: &[Decimal]) -> Vec<String> {
    std::iter::once(name.to_owned()).chain(numbers.iter().map(Decimal::to_string)).collect()
}

/// The line without percent signs, and without kroner that touch their digits.
fn without_units(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for part in line.replace(['%', '+'], " ").split_inclusive(char::is_whitespace) {
        let bare = part.trim_end();
        match bare
            .strip_suffix("kr")
            .filter(|digits| digits.ends_with(|c: char| c.is_ascii_digit()))
        {
            Some(digits) => {
                text.push_str(digits);
                text.push(' ');
            }
            None => text.push_str(part),
        }
    }
    text
}
