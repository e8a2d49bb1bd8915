//! Lists of women and men in percent, though the table keeps how many they are.

use super::table_columns;
use super::women_men::Men;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::raw::RawCell;
use crate::import::sheet::TableRow;
use crate::import::verdict::Reject;
use crate::message;
use crate::project::{Cell, SourceKind, TableId, cell_name};

/// Takes rows out that have more women than they have employees, and says why.
pub fn without_shares(
    (table, columns, added): (TableId, &[(usize, usize)], Option<usize>),
    (rows, beside): (&mut Vec<TableRow>, &mut Vec<Vec<Box<str>>>),
) -> Vec<Reject> {
    let known = table_columns(TableId::Gender);
    let indices: Vec<usize> = columns.iter().map(|(_, index)| *index).collect();
    let place =
        |id: &str| indices.iter().position(|index| known.get(*index).is_some_and(|c| c.id == id));
    let (Some(women), Some(total)) = (place("women"), place("total")) else { return Vec::new() };
    if table != TableId::Gender || added.is_some() {
        return Vec::new();
    }
    let mut rejects = Vec::new();
    let mut kept = Vec::with_capacity(rows.len());
    let all = std::mem::take(rows).into_iter().zip(std::mem::take(beside));
    for (row, words) in all {
        match (row.cells.get(women), row.cells.get(total)) {
            (Some(Cell::Count(of_women)), Some(Cell::Count(of_all))) if of_women > of_all => {
                let column = columns.get(women).map_or(0, |(column, _)| *column);
                let cell = RawCell::Text(of_women.to_string().into());
                let cause = message!("import-more-women", total = *of_all);
                rejects.push(Reject::new(row.row, column, &cell, cause));
            }
            _ => kept.push((row, words)),
        }
    }
    (*rows, *beside) = kept.into_iter().unzip();
    rejects
}

/// Asks whether women and men are percentages, where they come to 100 in each of several groups.
pub fn ask_shares(columns: &[(usize, usize)], rows: &[TableRow], men: &Men) -> Option<Question> {
    let sums = men.sums(columns, rows);
    let are_hundreds = sums.len() > 1 && sums.iter().all(|sum| *sum == Some(100));
    let first = rows.first().filter(|_| are_hundreds)?;
    let known = table_columns(TableId::Gender);
    let is_women =
        |(_, index): &&(usize, usize)| known.get(*index).is_some_and(|column| column.id == "women");
    let (column, _) = columns.iter().find(is_women)?;
    let asks = message!("import-ask-women-share", cell = cell_name(*column, first.row));
    let gender = Setting::Kind(SourceKind::Table(TableId::Gender));
    Question::new(asks, vec![Answer::new(crate::t!("import-women-counted"), gender)])
}
