//! Reads a printed table in cells or plain text into the columns of the project's table.

use super::headings::Columns;
use super::words::ColumnWords;
use super::{Printed, Sheet};
use crate::calendar::{Quarter, YEARS};
use crate::figures::{Figures, Period};
use crate::import::{PrintedRead, PrintedRow, TableFile, printed_rows, read_printed};
use crate::message;
use crate::project::{Cell, CellKind, StatementId, StatementLine};
use crate::words::Message;

/// Headings stand within so many rows from the top.
const TOP: usize = 12;
/// Without headings a line must have so many numbers to tell which they are.
const LEAST_VALUES: usize = 3;
/// A label is broken into no more lines than this before its last.
const MOST_BROKEN: usize = 3;

/// What was understood of a printed table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// The table under the ids of the project's columns; other columns are left out.
    pub sheet: Sheet,
    /// What its columns are called.
    pub headings: Vec<String>,
    /// How many of its numbers and words the project has a figure or word for.
    pub known: usize,
    /// What could not be understood, and what to do.
    pub notes: Vec<Message>,
}

/// Understands a file: of its sheets, the one that holds most of the table; a text file may also
/// hold lines without cells.
pub fn understand_file(table: &str, file: &TableFile, figures: &Figures) -> Understood {
    let of_sheets = file.sheets.iter().map(|rows| understand_rows(table, rows, figures));
    let of_text = file.text.iter().map(|text| understand_text(table, text, figures));
    // `max_by_key` takes the last of equals. Cells are read more reliably than lines, so they come
    // last.
    of_text.chain(of_sheets).max_by_key(|understood| understood.known).unwrap_or_default()
}

/// Understands rows of cells, as a file or Excel's clipboard has them.
pub fn understand_rows(table: &str, rows: &[Vec<String>], figures: &Figures) -> Understood {
    let Some(columns) = Columns::of(table, figures) else { return Understood::default() };
    let mut heads = rows.iter().take(TOP).map(|row| columns.ids(row));
    let is_head = |ids: &Vec<Option<String>>| ids.iter().flatten().any(|id| !columns.is_label(id));
    let head = heads.by_ref().position(|ids| is_head(&ids));
    let (ids, body) = match head {
        Some(at) => (columns.ids(&rows[at]), &rows[at + 1..]),
        None => (usual_ids(&columns, rows), rows),
    };
    let kept: Vec<(usize, String)> =
        ids.into_iter().enumerate().filter_map(|(at, id)| Some((at, id?))).collect();
    let cell = |row: &Vec<String>, at: usize| row.get(at).map_or("", |text| text.trim()).to_owned();
    let filled = body.iter().filter(|row| kept.iter().any(|(at, _)| !cell(row, *at).is_empty()));
    let rows = filled.map(|row| {
        kept.iter().map(|(at, id)| normal(id, &cell(row, *at))).collect::<Vec<String>>()
    });
    let header: Vec<&str> = kept.iter().map(|(_, id)| id.as_str()).collect();
    finish(table, Sheet::new(&header, rows.collect()), Vec::new(), figures)
}

/// The usual columns where a table has no headings and as many columns. A first row of words
/// alone is a heading, if one of another table.
fn usual_ids(columns: &Columns<'_>, rows: &[Vec<String>]) -> Vec<Option<String>> {
    let values = columns.usual_values();
    let has_number =
        |row: &Vec<String>| row.iter().skip(1).any(|cell| cell.chars().any(|c| c.is_ascii_digit()));
    let starts_with_numbers = rows.first().is_some_and(has_number);
    let usual: Vec<String> = columns.labels().map(str::to_owned).chain(values.clone()).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_usual = width == usual.len() && values.len() >= LEAST_VALUES && starts_with_numbers;
    if is_usual { usual.into_iter().map(Some).collect() } else { Vec::new() }
}

/// Understands a pasted text: cells parted by tabs or semicolons, else the lines of a PDF, in
/// which only spaces part the numbers.
pub fn understand_text(table: &str, text: &str, figures: &Figures) -> Understood {
    let statement = StatementId::EVERY.into_iter().find(|id| id.id() == table);
    let of_lines = || match statement {
        Some(statement) => statement_of(statement, text, figures),
        None => lines_of(table, text, figures),
    };
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    // A semicolon in a line of words parts no cells.
    let parts_cells = |separator: &char| {
        2 * lines.iter().filter(|line| line.contains(*separator)).count() > lines.len()
    };
    let Some(separator) = ['\t', ';'].into_iter().find(parts_cells) else { return of_lines() };
    let cells = |line: &str| line.split(separator).map(|cell| cell.trim().to_owned()).collect();
    let of_cells =
        understand_rows(table, &lines.iter().map(|line| cells(line)).collect::<Vec<_>>(), figures);
    // Without headings the order of a statement's columns is known all the same.
    match statement {
        Some(_) => [of_lines(), of_cells]
            .into_iter()
            .max_by_key(|understood| understood.known)
            .unwrap_or_default(),
        None => of_cells,
    }
}

/// A statement, with all that the import of printed statements knows of notes and sums.
fn statement_of(statement: StatementId, text: &str, figures: &Figures) -> Understood {
    let year = figures.report_year();
    let PrintedRead { rows, notes, .. } = read_printed(statement, year, text);
    let amount = |value: Option<crate::number::Decimal>| {
        value.map_or_else(String::new, |value| value.to_string())
    };
    let cells = |row: StatementLine| {
        vec![
            row.line,
            amount(row.actual),
            amount(row.revised_budget),
            amount(row.original_budget),
            amount(row.last_year),
        ]
    };
    let [actual, before] = [year, year - 1].map(|year| format!("actual_{year}"));
    let [revised, original] =
        ["revised_budget", "original_budget"].map(|id| format!("{id}_{year}"));
    let header = ["line_name", &actual, &revised, &original, &before];
    let sheet = Sheet::new(&header, rows.into_iter().map(cells).collect());
    finish(statement.id(), sheet, notes, figures)
}

fn lines_of(table: &str, text: &str, figures: &Figures) -> Understood {
    let Some(columns) = Columns::of(table, figures) else { return Understood::default() };
    let labels: Vec<&str> = columns.labels().collect();
    let [label] = labels[..] else {
        let notes = vec![message!("printed-needs-cells")];
        return Understood { notes, ..Understood::default() };
    };
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let head = lines.iter().take(TOP).enumerate().find_map(|(at, line)| {
        let ids = ids_in(&columns, line);
        (ids.len() > 1).then_some((at, ids))
    });
    let (start, ids) = head.clone().map_or((0, columns.usual_values()), |(at, ids)| (at + 1, ids));
    if head.is_none() && ids.len() < LEAST_VALUES {
        let notes = vec![message!("printed-needs-headings")];
        return Understood { notes, ..Understood::default() };
    }
    let header: Vec<&str> = std::iter::once(label).chain(ids.iter().map(String::as_str)).collect();
    let mut sheet = Sheet::new(&header, Vec::new());
    let mut notes = Vec::new();
    let mut before: Vec<&str> = Vec::new();
    for line in &lines[start..] {
        let PrintedRow { label: words, ways } = printed_rows(line, ids.len());
        match &ways[..] {
            [] => {
                before.push(line);
                continue;
            }
            [values] => {
                let cells = values.iter().map(ToString::to_string);
                let row = |words: &str| {
                    std::iter::once(normal(label, words)).chain(cells.clone()).collect()
                };
                let is_known = |words: &String| {
                    let sheet = Sheet { rows: vec![row(words)], ..sheet.clone() };
                    Printed::read(table, &sheet, figures).is_ok()
                };
                let broken = (0..=before.len().min(MOST_BROKEN)).map(|lines| {
                    let start = before[before.len() - lines..].iter().copied();
                    start.chain([words.as_str()]).collect::<Vec<_>>().join(" ").trim().to_owned()
                });
                match broken.into_iter().find(is_known) {
                    Some(words) => sheet.rows.push(row(&words)),
                    None => notes.push(message!("printed-unclear-row", line = *line)),
                }
            }
            _ => notes.push(message!("printed-undecided-row", line = *line)),
        }
        before.clear();
    }
    finish(table, sheet, notes, figures)
}

/// The columns of numbers that a line of headings names, in its order.
fn ids_in(columns: &Columns<'_>, line: &str) -> Vec<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut ids: Vec<Option<String>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (at + 1..=words.len())
            .rev()
            .find_map(|end| Some((end, columns.value_id(&words[at..end].join(" "), &ids)?)));
        match longest {
            Some((end, id)) => {
                ids.push(Some(id));
                at = end;
            }
            // Numbers are no headings: the line is a row.
            None if !ids.is_empty() => return Vec::new(),
            None => at += 1,
        }
    }
    ids.into_iter().flatten().collect()
}

/// A label as the project's tables have it: ISO dates, `q1`, a bare year.
fn normal(id: &str, text: &str) -> String {
    let digits = || text.chars().filter(char::is_ascii_digit).collect::<String>();
    match id {
        "date" => match CellKind::Date.parse(text.rsplit(' ').next().unwrap_or(text)) {
            Ok(Cell::Date(day)) => day.to_string(),
            _ => text.to_owned(),
        },
        "quarter" => match digits().parse().ok().and_then(Quarter::from_number) {
            Some(quarter) => Period::Quarter(quarter).id().trim_start_matches('q').to_owned(),
            None => text.to_owned(),
        },
        "period" => match digits().parse().ok().and_then(Quarter::from_number) {
            Some(quarter) => Period::Quarter(quarter).id().to_owned(),
            None => Period::Year.id().to_owned(),
        },
        "year" | "iso_year" => {
            let bare = text.trim_matches(|c: char| !c.is_ascii_digit());
            let is_year = bare.parse().is_ok_and(|year| YEARS.contains(&year));
            // "Endring 2021" is no year but another row.
            let has_words = text.chars().any(char::is_alphabetic);
            if is_year && !has_words { bare.to_owned() } else { text.to_owned() }
        }
        _ => text.to_owned(),
    }
}

fn finish(table: &str, sheet: Sheet, mut notes: Vec<Message>, figures: &Figures) -> Understood {
    let printed = Printed::read(table, &sheet, figures).unwrap_or_default();
    let known = printed.cells.len() + printed.words.len();
    if known == 0 && notes.is_empty() {
        notes.push(message!("printed-nothing-known"));
    }
    let words = ColumnWords::of(figures, table);
    let headings = sheet.header.iter().map(|id| words.of_column(id)).collect();
    Understood { sheet, headings, known, notes }
}
