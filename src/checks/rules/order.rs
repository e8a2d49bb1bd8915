//! What cannot be in that order: days to come, deliveries before their order, more answered
//! within a minute than within three, ledger rows of another year.

use crate::calendar::Date;
use crate::checks::project_values::{table_home, take_origin};
use crate::checks::{Finding, Where};
use crate::figures::Figures;
use crate::issue::Severity;
use crate::project::{Minute, TableId};
use crate::words::date_long;
use crate::{message, t};

/// Adds dates and numbers that cannot be right.
pub fn push(findings: &mut Vec<Finding>, figures: &Figures, today: Date) {
    push_to_come(findings, figures, today);
    push_deliveries(findings, figures);
    push_calls(findings, figures);
    push_outages(findings, figures);
    push_ledger(findings, figures);
}

fn at(figures: &Figures, table: TableId, row: usize, column: &str) -> Where {
    let (area, name) = table_home(table);
    let mut place =
        Where::area(area).table(name).row(figures.project().rows(table).key(row)).column(column);
    take_origin(&mut place, figures, table, row, column);
    place
}

/// Future days in tables of past events, one finding for each table.
fn push_to_come(findings: &mut Vec<Finding>, figures: &Figures, today: Date) {
    let project = figures.project();
    let mut tell = |table: TableId, column, days: &mut dyn Iterator<Item = Option<Date>>| {
        let late = days.enumerate().filter_map(|(row, day)| Some((row, day?)));
        let late: Vec<(usize, Date)> = late.filter(|(_, day)| *day > today).collect();
        let Some((row, day)) = late.first().copied() else { return };
        let message = message!(
            "check-to-come",
            table = t!(table.word_key()),
            count = late.len(),
            day = date_long(day),
        );
        let made_of = [table.word_key(), &late.len().to_string(), &day.to_string()];
        let place = at(figures, table, row, column);
        findings.push(Finding::new("future", Severity::Error, message, place, &made_of));
    };
    let mut events = project.events.iter().map(|event| event.start.map(Minute::day));
    tell(TableId::Events, "start", &mut events);
    tell(TableId::Staff, "date", &mut project.staff.iter().map(|row| row.date));
    tell(TableId::Gender, "date", &mut project.gender.iter().map(|row| row.date));
    tell(TableId::Calls, "date", &mut project.calls.iter().map(|call| call.date));
    let mut deliveries = project.deliveries.iter().map(|delivery| delivery.delivered);
    tell(TableId::Deliveries, "delivered", &mut deliveries);
    tell(
        TableId::NewUsers,
        "delivered",
        &mut project.new_users.iter().map(|new_user| new_user.delivered),
    );
}

fn push_deliveries(findings: &mut Vec<Finding>, figures: &Figures) {
    let project = figures.project();
    let deliveries =
        project.deliveries.iter().map(|delivery| (delivery.ordered, delivery.delivered));
    let new_users = project.new_users.iter().map(|new_user| (new_user.ordered, new_user.delivered));
    let is_backwards = |(ordered, delivered): &(Option<Date>, Option<Date>)| {
        ordered.zip(*delivered).is_some_and(|(ordered, delivered)| delivered < ordered)
    };
    let deliveries = deliveries.enumerate().filter(|(_, days)| is_backwards(days));
    let new_users = new_users.enumerate().filter(|(_, days)| is_backwards(days));
    let rows = deliveries
        .map(|(row, _)| (TableId::Deliveries, row))
        .chain(new_users.map(|(row, _)| (TableId::NewUsers, row)));
    for (table, row) in rows {
        let place = at(figures, table, row, "delivered");
        let key = place.row.clone().unwrap_or_default();
        let message = message!("check-backwards", table = t!(table.word_key()), row = &key);
        let made_of = [table.word_key(), key.as_str()];
        findings.push(Finding::new("backwards", Severity::Warning, message, place, &made_of));
    }
}

fn push_calls(findings: &mut Vec<Finding>, figures: &Figures) {
    for (row, call) in figures.project().calls.iter().enumerate() {
        let counts = [call.within_1_min, call.within_3_min, call.answered];
        let known: Vec<u32> = counts.into_iter().flatten().collect();
        if known.is_sorted() {
            continue;
        }
        let place = at(figures, TableId::Calls, row, "within_1_min");
        let day = call.date.map_or_else(String::new, date_long);
        let message = message!("check-calls", day = &day);
        let made_of: Vec<String> = known.iter().map(u32::to_string).collect();
        let made_of: Vec<&str> =
            std::iter::once(day.as_str()).chain(made_of.iter().map(String::as_str)).collect();
        findings.push(Finding::new("calls-order", Severity::Error, message, place, &made_of));
    }
}

fn push_outages(findings: &mut Vec<Finding>, figures: &Figures) {
    for (row, uptime) in figures.project().uptime.iter().enumerate() {
        let (Some(measured), Some(out)) = (uptime.measured_minutes, uptime.outage_minutes) else {
            continue;
        };
        if out > measured {
            let message = message!(
                "check-outage",
                system = uptime.system.as_str(),
                out = out,
                measured = measured,
            );
            let place = at(figures, TableId::Uptime, row, "outage_minutes");
            let made_of = [uptime.system.as_str(), &out.to_string(), &measured.to_string()];
            findings.push(Finding::new("outage", Severity::Error, message, place, &made_of));
        }
    }
}

/// Vouchers dated in another year than the ledger's; opening and closing periods may be.
fn push_ledger(findings: &mut Vec<Finding>, figures: &Figures) {
    for batch in figures.project().ledger.iter() {
        let months = batch.rows.iter().filter(|row| (1..=12).contains(&row.period));
        let mut strays = months.filter(|row| row.day.is_some_and(|day| day.year() != batch.year));
        let Some(first) = strays.next() else { continue };
        let count = strays.count() + 1;
        let year = batch.year.to_string();
        let message = message!(
            "check-ledger-period",
            year = year.as_str(),
            count = count,
            voucher = &*first.voucher,
        );
        let mut place = Where::area(crate::checks::Area::Accounts).table("ledger");
        if let Some(source) = figures.project().source(batch.source) {
            place.file = Some(source.file.clone());
            place.cell = source.cell_name("day", first.row);
        }
        let made_of = [year.as_str(), &count.to_string(), &first.voucher];
        findings.push(Finding::new("period-label", Severity::Warning, message, place, &made_of));
    }
}
