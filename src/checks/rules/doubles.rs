//! Rows that a table has twice, so that they count twice or one of them is not seen.

use std::collections::HashSet;

use crate::checks::own::{table_home, take_origin};
use crate::checks::{Finding, Where};
use crate::figures::Figures;
use crate::issue::Severity;
use crate::project::TableId;
use crate::{message, t};

/// Tables that are short enough to put every row's key together. The long ones are looked at by
/// their references.
const TABLES: [TableId; 13] = [
    TableId::Customers,
    TableId::Events,
    TableId::Goals,
    TableId::Staff,
    TableId::Gender,
    TableId::Turnover,
    TableId::SickLeave,
    TableId::SickLeaveYears,
    TableId::Uptime,
    TableId::Balances,
    TableId::BalanceList,
    TableId::Fund,
    TableId::Remarks,
];

/// Adds the rows that stand twice.
pub fn push(found: &mut Vec<Finding>, figures: &Figures) {
    let project = figures.project();
    for table in TABLES {
        let rows = project.rows(table);
        let mut known = HashSet::new();
        for row in 0..rows.len() {
            let key = rows.key(row);
            let is_blank = key.chars().all(|c| c == '·' || c == ' ');
            if !is_blank && !known.insert(key.clone()) {
                found.push(double(figures, table, row, &key));
            }
        }
    }
    let deliveries = project.deliveries.iter().map(|own| own.reference.as_str());
    push_references(found, figures, TableId::Deliveries, deliveries);
    let new_users = project.new_users.iter().map(|own| own.reference.as_str());
    push_references(found, figures, TableId::NewUsers, new_users);
    let mut days = HashSet::new();
    for (row, own) in project.calls.iter().enumerate() {
        if let Some(day) = own.date.filter(|day| !days.insert(*day)) {
            found.push(double(figures, TableId::Calls, row, &day.to_string()));
        }
    }
}

fn push_references<'r>(
    found: &mut Vec<Finding>,
    figures: &Figures,
    table: TableId,
    references: impl ExactSizeIterator<Item = &'r str>,
) {
    let mut known = HashSet::with_capacity(references.len());
    for (row, reference) in references.enumerate() {
        if !reference.is_empty() && !known.insert(reference) {
            found.push(double(figures, table, row, reference));
        }
    }
}

fn double(figures: &Figures, table: TableId, row: usize, key: &str) -> Finding {
    let (area, name) = table_home(table);
    let mut place = Where::area(area).table(name).row(key);
    let rows = figures.project().rows(table);
    let column = rows.columns().iter().find(|column| column.is_key).map_or("", |own| own.id);
    take_origin(&mut place, figures, table, row, column);
    let message = message!("check-double", table = t!(table.word_key()), row = key);
    Finding::new("double", Severity::Warning, message, place, &[name, key])
}
