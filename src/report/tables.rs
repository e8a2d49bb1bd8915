//! Tables as a report prints them: the columns that a reader needs, in words.

use crate::calendar::Quarter;
use crate::figures::{
    CustomerQuarter, Figures, RowKind, Table, TableCell, TableColumn, TableRequest, TableRow,
};
use crate::number;
use crate::project::{GoalMetric, StatementId};
use crate::t;
use crate::words;

/// Tables that show several years beside each other.
const YEARS_TOGETHER: [&str; 4] = ["quarters", "staff", "gender", "sick-leave-years"];

/// A table of the report year, or of a quarter of it, by its name; `None` where there is none,
/// or nothing in it.
pub fn table(figures: &Figures, quarter: Option<Quarter>, name: &str) -> Option<Table> {
    let year = figures.report_year();
    let table = match (name, quarter) {
        ("goals", _) => goals(figures, quarter),
        ("deviations", _) => deviations(figures),
        ("fund", _) => fund(figures),
        ("incidents", Some(quarter)) => figures.incidents_to_date(year, quarter),
        _ => {
            let is_of_year = !YEARS_TOGETHER.contains(&name);
            let year = is_of_year.then_some(year);
            figures.table(&TableRequest { name: name.to_owned(), year, quarter })?
        }
    };
    for_report(&table)
}

/// A table of a customer's quarter by its name; `None` where there is none, or nothing in it.
pub fn customer_table(of: &CustomerQuarter<'_>, name: &str) -> Option<Table> {
    for_report(&of.table(name)?)
}

/// A table as a report prints it; `None` where no cell is a number or a day.
fn for_report(table: &Table) -> Option<Table> {
    let table = for_print(table);
    let tells = |cell: &TableCell| cell.is_number() || matches!(cell, TableCell::Date(_));
    table.rows.iter().any(|row| row.cells.iter().any(tells)).then_some(table)
}

/// The goals with what was promised, what came of it, and whether that is enough.
/// Of a quarter the results are to its end.
fn goals(figures: &Figures, quarter: Option<Quarter>) -> Table {
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
    for goal_result in figures.goals_until(year, quarter) {
        let goal = &figures.project().goals[goal_result.row];
        // Of a limit in days the result is the share over it.
        let measure = match goal.metric {
            GoalMetric::DeliveriesOver | GoalMetric::NewUsersOver => {
                TableCell::Text(t!("report-goal-over", goal = goal.measure.as_str()))
            }
            _ => TableCell::text(&goal.measure),
        };
        let cells = vec![
            measure,
            TableCell::text(&goal.target_text),
            TableCell::percent(goal_result.result),
            TableCell::Text(goal_result.outcome_text()),
            TableCell::text(&goal.remark),
        ];
        table.push(RowKind::Plain, cells);
    }
    table
}

/// The fund's lines, without what the program says of where they break; that is for Økonomi.
fn fund(figures: &Figures) -> Table {
    let mut table = of_year(figures, "fund");
    table.rows.retain(|row| row.kind != RowKind::Derived);
    table
}

/// A table of the report year by its name.
fn of_year(figures: &Figures, name: &str) -> Table {
    let year = Some(figures.report_year());
    let table = figures.table(&TableRequest { name: name.to_owned(), year, quarter: None });
    table.unwrap_or_else(|| Table::new(String::new(), Vec::new()))
}

/// The lines over the limits; the remarks on them stand above the table.
fn deviations(figures: &Figures) -> Table {
    const LEFT_OUT: [&str; 1] = ["remark"];
    let mut table = of_year(figures, "deviations");
    for column in &mut table.columns {
        if LEFT_OUT.contains(&column.id.as_str()) {
            column.heading.clear();
        }
    }
    table
}

/// What the year was closed with, as the notes to §§ 5-4 to 5-6 tell it: what was struck of the
/// budget and what was set aside, as §5-9 derives it (§§ 4-3 and 4-6 of the regulation). `None`
/// under other tables, and where nothing was.
pub fn closing_note(figures: &Figures, name: &str) -> Option<String> {
    let (statement, paragraph) = match StatementId::EVERY.into_iter().find(|id| id.id() == name)? {
        StatementId::Appropriations | StatementId::ByNature => (StatementId::ClosingDrift, "4-3"),
        StatementId::Investment => (StatementId::ClosingInvestment, "4-6"),
        _ => return None,
    };
    let dispositions = figures.dispositions(statement).into_iter();
    let lines = dispositions.map(|(line, amount)| {
        let line = words::uncapitalized(&line);
        t!("report-closing-line", line = line, amount = number::kroner(amount.abs()))
    });
    let lines: Vec<String> = lines.collect();
    let note = || t!("report-closing-note", paragraph = paragraph, lines = lines.join(", "));
    (!lines.is_empty()).then(note)
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
        let column = &table.columns[*at];
        // A sum over a column that is left out becomes a plain number, without a formula.
        let of = column.of.iter().map(|of| kept.iter().position(|kept| kept == of));
        let of = of.collect::<Option<Vec<usize>>>().unwrap_or_default();
        TableColumn { of, ..column.clone() }
    });
    let columns = columns.collect();
    let rows = table.rows.iter().map(|row| {
        // A row of headings may be shorter than the others.
        let cell = |at: &usize| row.cells.get(*at).cloned().unwrap_or(TableCell::Blank);
        let keys = kept.iter().map(|at| row.key(*at).cloned()).collect();
        TableRow { cells: kept.iter().map(cell).collect(), keys, ..row.clone() }
    });
    Table { rows: rows.collect(), columns, title: table.title.clone() }
}

/// What a table shows and what stands below it: its title up to the end of the first sentence,
/// and the rest. A point after a digit makes an ordinal, "2. kvartal", and ends nothing.
pub fn caption_and_note(title: &str) -> (String, String) {
    let mut ends = title.match_indices(". ").map(|(at, _)| at);
    let end = ends.find(|at| !title[..*at].ends_with(|c: char| c.is_ascii_digit()));
    match end {
        Some(at) => (title[..at].to_owned(), title[at + 2..].to_owned()),
        None => (title.to_owned(), String::new()),
    }
}

/// Whether a row of a table is a heading over the rows below it: one word and nothing else.
pub fn is_heading_row(row: &TableRow) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.print().is_empty());
    row.kind == RowKind::Derived
        && filled.next().is_some_and(|cell| !cell.is_number())
        && filled.next().is_none()
}
