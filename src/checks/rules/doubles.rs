//! Rows that a table has twice, so that they count twice or hide each other.

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::calendar::Date;
use crate::checks::project_values::{table_home, take_origin};
use crate::checks::{Area, Finding, Said, Where};
use crate::figures::Figures;
use crate::issue::Severity;
use crate::kostra::folded;
use crate::project::{LedgerRow, TableId};
use crate::{message, t};

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

/// Adds the rows that stand twice.
pub fn push(findings: &mut Vec<Finding>, figures: &Figures) {
    let project = figures.project();
    for table in TABLES {
        let rows = project.rows(table);
        let keys: Vec<String> = (0..rows.len()).map(|row| rows.key(row)).collect();
        for row in repeated(&keys) {
            let is_blank = keys[row].chars().all(|c| c == '·' || c == ' ');
            if !is_blank {
                findings.push(double(figures, table, row, &keys[row]));
            }
        }
    }
    let deliveries = project.deliveries.iter().map(|delivery| delivery.reference.as_str());
    push_references(findings, figures, TableId::Deliveries, deliveries);
    let new_users = project.new_users.iter().map(|new_user| new_user.reference.as_str());
    push_references(findings, figures, TableId::NewUsers, new_users);
    push_events(findings, figures);
    push_ledger(findings, figures);
    let days: Vec<Option<Date>> = project.calls.iter().map(|calls| calls.date).collect();
    for row in repeated(&days) {
        if let Some(day) = days[row] {
            findings.push(double(figures, TableId::Calls, row, &day.to_string()));
        }
    }
}

fn push_references<'r>(
    findings: &mut Vec<Finding>,
    figures: &Figures,
    table: TableId,
    references: impl Iterator<Item = &'r str>,
) {
    let references: Vec<&str> = references.collect();
    for row in repeated(&references) {
        if !references[row].is_empty() {
            findings.push(double(figures, table, row, references[row]));
        }
    }
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
fn push_events(findings: &mut Vec<Finding>, figures: &Figures) {
    let mut known: HashMap<(Date, String), &str> = HashMap::new();
    for (row, event) in figures.project().events.iter().enumerate() {
        let (Some(start), text) = (event.start, folded(&event.text)) else { continue };
        if text.is_empty() {
            continue;
        }
        // If the title is the same too, the row's key already gives a finding.
        let before = known.entry((start.day(), text)).or_insert(&event.title);
        if *before != event.title {
            findings.push(double(figures, TableId::Events, row, &event.title));
        }
    }
}

/// Rows of one voucher that are equal to the last øre. One row may have been exported twice, but
/// equal rows can also be right, so a person judges.
fn push_ledger(findings: &mut Vec<Finding>, figures: &Figures) {
    for batch in figures.project().ledger.iter() {
        let of = |row: &LedgerRow| (row.account, row.period, row.day, row.customer, row.amount);
        let named: Vec<&LedgerRow> =
            batch.rows.iter().filter(|row| !row.voucher.is_empty()).collect();
        let keys: Vec<_> = named.iter().map(|row| (&*row.voucher, of(row))).collect();
        let twice: Vec<&LedgerRow> = repeated(&keys).into_iter().map(|at| named[at]).collect();
        let Some(first) = twice.first() else { continue };
        let sum = twice.iter().map(|row| row.amount).fold(Decimal::ZERO, Decimal::saturating_add);
        let sum = Said::kroner(sum);
        let message = message!(
            "check-ledger-double",
            year = batch.year.to_string(),
            count = twice.len(),
            voucher = &*first.voucher,
            sum = sum.text(),
        );
        let mut place = Where::area(Area::Accounts).table("ledger").row(&*first.voucher);
        if let Some(source) = figures.project().source(batch.source) {
            place.file = Some(source.file.clone());
            place.cell = source.cell_name("amount", first.row);
        }
        let year = batch.year.to_string();
        let made_of = [year.as_str(), &twice.len().to_string(), &sum.machine_text()];
        let finding = Finding::new("ledger-double", Severity::Note, message, place, &made_of);
        findings.push(finding.off_by(sum));
    }
}

fn double(figures: &Figures, table: TableId, row: usize, key: &str) -> Finding {
    let (area, name) = table_home(table);
    let mut place = Where::area(area).table(name).row(key);
    let rows = figures.project().rows(table);
    let column = rows.columns().iter().find(|column| column.is_key).map_or("", |column| column.id);
    take_origin(&mut place, figures, table, row, column);
    let message = message!("check-double", table = t!(table.word_key()), row = key);
    Finding::new("double", Severity::Warning, message, place, &[name, key])
}
