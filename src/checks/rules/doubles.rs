//! Rows that a table has twice, so that they count twice or hide each other.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::Inspection;
use crate::calendar::Date;
use crate::checks::project_values::{table_home, take_origin};
use crate::checks::rule::{finding, rules};
use crate::checks::{Area, Finding, Said, Where};
use crate::kostra::folded;
use crate::project::{LedgerRow, Project, TableId};
use crate::t;

rules! {
    /// A row stands in its table once.
    DOUBLE { id: "double", severity: Warning, words: "check-double", find: Some(doubles) }
    /// A ledger has each row once.
    LEDGER { id: "ledger-double", severity: Note, words: "check-ledger-double", find: Some(ledger) }
}

/// Tables short enough to compare the keys of all rows. Rows of long tables are compared by their
/// references.
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

fn doubles(inspection: &Inspection<'_>) -> Vec<Finding> {
    let project = inspection.project();
    let mut again: Vec<(TableId, usize, String)> = Vec::new();
    for table in TABLES {
        let rows = project.rows(table);
        let keys: Vec<String> = (0..rows.len()).map(|row| rows.key(row)).collect();
        let is_blank = |key: &str| key.chars().all(|c| c == '·' || c == ' ');
        let rows = repeated(&keys).into_iter().filter(|row| !is_blank(&keys[*row]));
        again.extend(rows.map(|row| (table, row, keys[row].clone())));
    }
    let deliveries = project.deliveries.iter().map(|delivery| delivery.reference.as_str());
    again.extend(same_reference(TableId::Deliveries, deliveries.collect()));
    let new_users = project.new_users.iter().map(|new_user| new_user.reference.as_str());
    again.extend(same_reference(TableId::NewUsers, new_users.collect()));
    again.extend(same_events(project));
    let days: Vec<Option<Date>> = project.calls.iter().map(|calls| calls.date).collect();
    let days = repeated(&days).into_iter().filter_map(|row| Some((row, days[row]?)));
    again.extend(days.map(|(row, day)| (TableId::Calls, row, day.to_string())));
    let findings = again.iter().map(|(table, row, key)| double(inspection, *table, *row, key));
    findings.collect()
}

fn same_reference(
    table: TableId,
    references: Vec<&str>,
) -> impl Iterator<Item = (TableId, usize, String)> {
    let rows = repeated(&references).into_iter().filter(|row| !references[*row].is_empty());
    let rows: Vec<_> = rows.map(|row| (table, row, references[row].to_owned())).collect();
    rows.into_iter()
}

/// The places of keys that occur earlier already, in order. Most exports are nearly sorted, and
/// sorting those is faster than remembering every key.
fn repeated<T: Ord>(keys: &[T]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|a, b| keys[*a].cmp(&keys[*b]));
    let mut is_again = vec![false; keys.len()];
    for pair in order.windows(2) {
        is_again[pair[1]] = keys[pair[0]] == keys[pair[1]];
    }
    (0..keys.len()).filter(|row| is_again[*row]).collect()
}

/// Events of one day that say the same under other titles.
fn same_events(project: &Project) -> Vec<(TableId, usize, String)> {
    let mut known: HashMap<(Date, String), &str> = HashMap::new();
    let mut again = Vec::new();
    for (row, event) in project.events.iter().enumerate() {
        let (Some(start), text) = (event.start, folded(&event.text)) else { continue };
        if text.is_empty() {
            continue;
        }
        // If the title is the same too, the row's key already gives a finding.
        let before = known.entry((start.day(), text)).or_insert(&event.title);
        if *before != event.title {
            again.push((TableId::Events, row, event.title.clone()));
        }
    }
    again
}

fn double(inspection: &Inspection<'_>, table: TableId, row: usize, key: &str) -> Finding {
    let (area, name) = table_home(table);
    let mut place = Where::area(area).table(name).row(key);
    let rows = inspection.project().rows(table);
    let column = rows.columns().iter().find(|column| column.is_key).map_or("", |column| column.id);
    take_origin(&mut place, inspection.figures(), table, row, column);
    finding!(DOUBLE, place, &[name, key], table = t!(table.word_key()), row = key)
}

/// Rows of one voucher that are equal to the last øre. One row may have been exported twice, but
/// equal rows can also be right, so a person judges.
fn ledger(inspection: &Inspection<'_>) -> Vec<Finding> {
    let project = inspection.project();
    let mut findings = Vec::new();
    for batch in project.ledger.iter() {
        let of = |row: &LedgerRow| (row.account, row.period, row.day, row.customer, row.amount);
        let named: Vec<&LedgerRow> =
            batch.rows.iter().filter(|row| !row.voucher.is_empty()).collect();
        let keys: Vec<_> = named.iter().map(|row| (&*row.voucher, of(row))).collect();
        let twice: Vec<&LedgerRow> = repeated(&keys).into_iter().map(|at| named[at]).collect();
        let Some(first) = twice.first() else { continue };
        let sum = twice.iter().map(|row| row.amount).fold(Decimal::ZERO, Decimal::saturating_add);
        let sum = Said::kroner(sum);
        let mut place = Where::area(Area::Accounts).table("ledger").row(&*first.voucher);
        if let Some(source) = project.source(batch.source) {
            place.file = Some(source.file.clone());
            place.cell = source.cell_name("amount", first.row);
        }
        let year = batch.year.to_string();
        let finding = finding!(
            LEDGER,
            place,
            &[year.as_str(), &twice.len().to_string(), &sum.machine_text()],
            year = year.as_str(),
            count = twice.len(),
            voucher = &*first.voucher,
            sum = sum.text(),
        );
        findings.push(finding.off_by(sum));
    }
    findings
}
