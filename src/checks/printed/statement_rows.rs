//! Which row of a statement a printed line is.

use super::{Printed, PrintedCell, Sheet};
use crate::calendar::Year;
use crate::checks::values::row;
use crate::figures::{AmountColumn, Basis, Figures, Statement, StatementRowKind};
use crate::kostra::folded;
use crate::kostra::{LayoutRow, layout};
use crate::project::StatementId;

/// Names the amounts of a printed statement.
pub fn read(statement: StatementId, sheet: &Sheet, figures: &Figures) -> Printed {
    let years = sheet.header.iter().filter_map(|heading| Sheet::year_of(heading));
    let year = years.max().unwrap_or(figures.report_year());
    let columns: Vec<(usize, AmountColumn)> = sheet
        .header
        .iter()
        .enumerate()
        .filter_map(|(at, heading)| Some((at, amount_column(heading, year)?)))
        .collect();
    let names: Vec<&str> = (0..sheet.rows.len()).map(|at| sheet.text(at, "line_name")).collect();
    let ids = row_ids(statement, year, &names, figures);
    let mut printed = Printed::default();
    for (at, id) in ids.iter().enumerate() {
        let Some(id) = id else { continue };
        for (column, amount) in &columns {
            let key = row(statement, year, *amount, id);
            let heading = &sheet.header[*column];
            printed.push(at, names[at], heading, key, sheet.cell(at, *column));
        }
    }
    printed
}

/// The column of amounts that a heading names: `actual_2021`, `actual_2020`, `amount_2021`.
fn amount_column(heading: &str, year: Year) -> Option<AmountColumn> {
    let named_year = Sheet::year_of(heading);
    let is_before = named_year.is_some_and(|named| named < year);
    let kind = heading.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(['_', ' ']);
    match kind {
        "actual" if is_before => Some(AmountColumn::LastYear),
        "actual" | "amount" => Some(AmountColumn::Actual),
        "revised_budget" => Some(AmountColumn::RevisedBudget),
        "original_budget" => Some(AmountColumn::OriginalBudget),
        "last_year" => Some(AmountColumn::LastYear),
        _ => None,
    }
}

/// The id of each printed line. A line is known by its name in the project's statement or in the
/// regulation, else by its place where both statements have equally many lines. Any other line of
/// a second paragraph is a unit or project, and its name is its id.
fn row_ids(
    statement: StatementId,
    year: Year,
    names: &[&str],
    figures: &Figures,
) -> Vec<Option<String>> {
    let known: Vec<(String, String)> = figures
        .statement(statement, year)
        .into_iter()
        .flat_map(|statement| &statement.rows)
        .filter(is_row)
        .map(|row| (row.id.to_string(), row.name.to_string()))
        .collect();
    let layout_rows = || layout(statement).into_iter().flat_map(|layout| layout.all_rows());
    let by_words = |name: &str| {
        let words = folded(name);
        let id = known.iter().find(|(_, name)| folded(name) == words).map(|(id, _)| id.clone());
        id.or_else(|| {
            let mut rows = layout_rows().filter(|row| folded(row.name()) == words);
            rows.find_map(|row| row.id().map(str::to_owned))
        })
    };
    let mut ids: Vec<Option<String>> = names.iter().map(|name| by_words(name)).collect();
    let has_lines_of_its_own = layout_rows().any(|row| matches!(row, LayoutRow::Each { .. }));
    let carried = layout_rows().find_map(|row| match row {
        LayoutRow::Carried { id, .. } => Some(id.clone()),
        _ => None,
    });
    for at in 0..ids.len() {
        if ids[at].is_some() || names[at].is_empty() {
            continue;
        }
        let by_place =
            known.get(at).filter(|_| known.len() == names.len()).map(|(id, _)| id.clone());
        let by_place = by_place.filter(|id| !ids.contains(&Some(id.clone())));
        // The first line is the amount to distribute, whatever it is called.
        let carried = carried.clone().filter(|id| at == 0 && !ids.contains(&Some(id.clone())));
        ids[at] =
            by_place.or(carried).or_else(|| has_lines_of_its_own.then(|| names[at].to_owned()));
    }
    ids
}

fn is_row(row: &&crate::figures::StatementRow) -> bool {
    !matches!(row.kind, StatementRowKind::Heading(_))
}

impl Printed {
    /// What somebody printed of a statement of which accounts are known.
    pub fn of_statement(statement: &Statement) -> Self {
        let mut printed = Self { table: statement.id.id().to_owned(), ..Self::default() };
        if statement.basis != Basis::Accounts {
            return printed;
        }
        for (at, line) in statement.rows.iter().enumerate() {
            let Some(amounts) = &line.printed else { continue };
            for column in statement.columns() {
                let Some(value) = amounts.get(*column) else { continue };
                printed.cells.push(PrintedCell {
                    at,
                    row: line.name.to_string(),
                    column: column.id().to_owned(),
                    key: row(statement.id, statement.year, *column, &line.id),
                    value,
                    text: value.to_string(),
                });
            }
        }
        printed
    }
}
