//! What cannot be in that order: days to come, deliveries before their order, more answered
//! within a minute than within three.

use super::Inspection;
use super::cases;
use crate::calendar::{Date, day_number};
use crate::checks::project_values::{table_home, take_origin};
use crate::checks::rule::{finding, rules};
use crate::checks::{Area, Finding, Where};
use crate::project::{Minute, TableId};
use crate::words::date_long;
use crate::{message, t};

rules! {
    /// What has happened lies in the past.
    FUTURE { id: "future", severity: Error, words: "check-to-come", find: Some(to_come) }
    /// What was ordered is delivered later.
    BACKWARDS { id: "backwards", severity: Warning, words: "check-backwards", find: Some(backwards) }
    /// Calls answered within one minute are among those answered within three.
    CALLS { id: "calls-order", severity: Error, words: "check-calls", find: Some(calls) }
    /// A system is out for no longer than it was measured.
    OUTAGE { id: "outage", severity: Error, words: "check-outage", find: Some(outages) }
}

/// Where a cell of a table stands.
pub(super) fn at(inspection: &Inspection<'_>, table: TableId, row: usize, column: &str) -> Where {
    let (area, name) = table_home(table);
    let key = inspection.project().rows(table).key(row);
    let mut place = Where::area(area).table(name).row(key).column(column);
    take_origin(&mut place, inspection.figures(), table, row, column);
    place
}

/// One finding for the cases, and one for each table.
fn to_come(inspection: &Inspection<'_>) -> Vec<Finding> {
    let project = inspection.project();
    let today = day_number(inspection.today);
    let cases = cases::days(inspection).into_iter().filter(|(day, _)| *day > today);
    let cases = cases.map(|(_, cases)| cases).fold(0, u32::saturating_add);
    let mut findings = Vec::new();
    if cases > 0 {
        let message = message!("check-cases-to-come", count = cases);
        let place = Where::area(Area::Cases).table("days");
        findings.push(Finding::new(&FUTURE, message, place, &[cases.to_string()]));
    }
    let mut tell = |table: TableId, column, days: &mut dyn Iterator<Item = Option<Date>>| {
        let late = days.enumerate().filter_map(|(row, day)| Some((row, day?)));
        let late: Vec<(usize, Date)> = late.filter(|(_, day)| *day > inspection.today).collect();
        let Some((row, day)) = late.first().copied() else { return };
        findings.push(finding!(
            FUTURE,
            at(inspection, table, row, column),
            &[table.word_key(), &late.len().to_string(), &day.to_string()],
            table = t!(table.word_key()),
            count = late.len(),
            day = date_long(day),
        ));
    };
    let mut events = project.events.iter().map(|event| event.start.map(Minute::day));
    tell(TableId::Events, "start", &mut events);
    tell(TableId::Staff, "date", &mut project.staff.iter().map(|row| row.date));
    tell(TableId::Gender, "date", &mut project.gender.iter().map(|row| row.date));
    tell(TableId::Calls, "date", &mut project.calls.iter().map(|call| call.date));
    let mut deliveries = project.deliveries.iter().map(|delivery| delivery.delivered);
    tell(TableId::Deliveries, "delivered", &mut deliveries);
    let mut new_users = project.new_users.iter().map(|new_user| new_user.delivered);
    tell(TableId::NewUsers, "delivered", &mut new_users);
    findings
}

fn backwards(inspection: &Inspection<'_>) -> Vec<Finding> {
    let project = inspection.project();
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
    let finding = |(table, row): (TableId, usize)| {
        let place = at(inspection, table, row, "delivered");
        let key = place.row.clone().unwrap_or_default();
        let made_of = [table.word_key(), key.as_str()];
        finding!(BACKWARDS, place, &made_of, table = t!(table.word_key()), row = &key)
    };
    rows.map(finding).collect()
}

fn calls(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (row, call) in inspection.project().calls.iter().enumerate() {
        let counts = [call.within_1_min, call.within_3_min, call.answered];
        let known: Vec<u32> = counts.into_iter().flatten().collect();
        if known.is_sorted() {
            continue;
        }
        let place = at(inspection, TableId::Calls, row, "within_1_min");
        let day = call.date.map_or_else(String::new, date_long);
        let mut made_of = vec![day.clone()];
        made_of.extend(known.iter().map(u32::to_string));
        findings.push(finding!(CALLS, place, &made_of, day = &day));
    }
    findings
}

fn outages(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (row, uptime) in inspection.project().uptime.iter().enumerate() {
        let known = uptime.outage_minutes.zip(uptime.measured_minutes);
        let Some((out, measured)) = known.filter(|(out, measured)| out > measured) else {
            continue;
        };
        let system = uptime.system.as_str();
        findings.push(finding!(
            OUTAGE,
            at(inspection, TableId::Uptime, row, "outage_minutes"),
            &[system, &out.to_string(), &measured.to_string()],
            system = system,
            out = out,
            measured = measured,
        ));
    }
    findings
}
