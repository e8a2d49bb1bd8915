//! Tables as a report prints them: the columns that a reader needs, in words.

use crate::figures::{Figures, RowKind, Table, TableCell, TableColumn, TableRequest, TableRow};
use crate::t;

/// Tables that show several years beside each other.
const YEARS_TOGETHER: [&str; 4] = ["quarters", "staff", "gender", "sick-leave-years"];

/// A table of the report year by its name; `None` where there is none, or nothing in it.
pub fn table(figures: &Figures, name: &str) -> Option<Table> {
    let table = match name {
        "goals" => goals(figures),
        "deviations" => deviations(figures),
        _ => {
            let is_of_year = !YEARS_TOGETHER.contains(&name);
            let year = is_of_year.then_some(figures.report_year());
            figures.table(&TableRequest { name: name.to_owned(), year, quarter: None })?
        }
    };
    let table = for_print(&table);
    let is_known = |row: &TableRow| row.cells.iter().any(TableCell::is_number);
    table.rows.iter().any(is_known).then_some(table)
}

/// The goals with what was promised, what came of it, and whether that is enough.
fn goals(figures: &Figures) -> Table {
    let year = figures.report_year();
    let mut table = Table::new(
        t!("title-goals"),
        vec![
            ("measure".to_owned(), t!("report-goal")),
            ("target".to_owned(), t!("report-goal-target")),
            ("result".to_owned(), t!("report-goal-result", year = year.to_string())),
            ("outcome".to_owned(), t!("report-goal-outcome")),
            ("remark".to_owned(), t!("column-remark")),
        ],
    );
    for found in figures.goals_of(year) {
        let goal = &figures.project().goals[found.row];
        let cells = vec![
            TableCell::text(&goal.measure),
            TableCell::text(&goal.target_text),
            TableCell::percent(found.result),
            TableCell::Text(t!(found.outcome.word_key())),
            TableCell::text(&goal.remark),
        ];
        table.push(RowKind::Plain, cells);
    }
    table
}

/// The lines over the limits; the remarks on them stand above the table.
fn deviations(figures: &Figures) -> Table {
    const LEFT_OUT: [&str; 1] = ["remark"];
    let request = TableRequest {
        name: "deviations".to_owned(),
        year: Some(figures.report_year()),
        quarter: None,
    };
    let mut table =
        figures.table(&request).unwrap_or_else(|| Table::new(String::new(), Vec::new()));
    for column in &mut table.columns {
        if LEFT_OUT.contains(&column.id.as_str()) {
            column.heading.clear();
        }
    }
    table
}

/// Without the columns that only machines read, and without columns that hold nothing.
fn for_print(table: &Table) -> Table {
    let holds = |at: usize| {
        table.rows.iter().any(|row| row.cells.get(at).is_some_and(|c| !c.print().is_empty()))
    };
    let kept: Vec<usize> = (0..table.columns.len())
        .filter(|at| !table.columns[*at].heading.is_empty() && holds(*at))
        .collect();
    let columns = kept.iter().map(|at| {
        let own = &table.columns[*at];
        // A sum of a column that is left out is told as a number.
        let of = own.of.iter().map(|of| kept.iter().position(|kept| kept == of));
        let of = of.collect::<Option<Vec<usize>>>().unwrap_or_default();
        TableColumn { of, ..own.clone() }
    });
    let columns = columns.collect();
    let rows = table.rows.iter().map(|row| {
        // A row of headings may be shorter than the others.
        let cell = |at: &usize| row.cells.get(*at).cloned().unwrap_or(TableCell::Blank);
        TableRow { cells: kept.iter().map(cell).collect(), ..row.clone() }
    });
    Table { rows: rows.collect(), columns, title: table.title.clone() }
}

/// Whether a row of a table is a heading over the rows below it: one word and nothing else.
pub fn is_heading_row(row: &TableRow) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.print().is_empty());
    row.kind == RowKind::Derived
        && filled.next().is_some_and(|cell| !cell.is_number())
        && filled.next().is_none()
}
