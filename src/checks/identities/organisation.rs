//! Staffing, turnover and gender: parts and totals, what came and went, and the headcount.

use crate::calendar::{Date, Year};
use crate::checks::rule::rules;
use crate::checks::values::cell;
use crate::checks::{Expected, Identity, Linear, List, Scope, Values};
use crate::figures::{Key, is_apprentice};
use crate::project::{TableId, TurnoverDirection};

rules! {
    /// Permanent and temporary employees add up to all employees.
    STAFF { id: "staff-sum", severity: Error, words: "check-staff-sum", find: None }
    /// Employees who joined less those who left equal the change from one year to the next.
    TURNOVER { id: "staff-turnover", severity: Warning, words: "check-staff-turnover", find: None }
    /// The group of all employees has as many members as the staffing has employees.
    HEADCOUNT {
        id: "gender-headcount", severity: Error, words: "check-gender-headcount", find: None,
    }
    /// A group has at most as many women as members.
    WOMEN { id: "gender-women", severity: Error, words: "check-gender-women", find: None }
    /// The share of women equals women in percent of the group.
    SHARE { id: "gender-share", severity: Error, words: "check-gender-share", find: None }
}

/// How the name of the group of all employees begins, and how it may go on.
const EMPLOYEES: [&str; 2] = ["ansatte", "alle ansatte"];
const GOES_ON: [&str; 6] = ["inkl", "inklusive", "med", "og", "per", "totalt"];

/// Adds the identities of the organisation.
pub fn push(all: &mut Vec<Identity>, values: &dyn Values, scope: &Scope) {
    let days = values.list(List::Rows(TableId::Staff));
    let staff = |day: &str, column| cell(TableId::Staff, day, column);
    for day in &days {
        let parts = ["employees_permanent", "employees_temporary"];
        let sum = Expected::Sum(Linear::sum(parts.map(|column| staff(day, column))));
        all.push(Identity::new(&STAFF, staff(day, "employees_total"), sum));
    }
    push_turnover(all, values, &days, scope.year);
    for group in values.list(List::Rows(TableId::Gender)) {
        push_group(all, &group, &days, scope.year);
    }
}

/// The day of count nearest the end of a year.
fn last_day(days: &[String], year: Year) -> Option<&String> {
    let start = format!("{year}-");
    days.iter().filter(|day| day.starts_with(&start)).max()
}

fn push_turnover(all: &mut Vec<Identity>, values: &dyn Values, days: &[String], year: Year) {
    let (Some(now), Some(before)) = (last_day(days, year), last_day(days, year - 1)) else {
        return;
    };
    let rows = values.list(List::Rows(TableId::Turnover));
    let start = format!("{year} · ");
    for (column, of_apprentices) in [("employees_total", false), ("apprentices", true)] {
        let mut sum = Linear::one(cell(TableId::Staff, before, column));
        let mut moved = 0;
        for row in rows.iter().filter(|row| row.starts_with(&start)) {
            let Some((direction, category)) = row[start.len()..].split_once(" · ") else {
                continue;
            };
            if is_apprentice(category) != of_apprentices {
                continue;
            }
            let came = direction == TurnoverDirection::In.choice().id;
            let factor = if came { 1 } else { -1 };
            sum = sum.plus(factor, cell(TableId::Turnover, row, "count"));
            moved += 1;
        }
        if moved > 0 {
            let subject = cell(TableId::Staff, now, column);
            all.push(Identity::new(&TURNOVER, subject, Expected::Sum(sum)));
        }
    }
}

fn push_group(all: &mut Vec<Identity>, row: &str, days: &[String], year: Year) {
    let group = row.split(" · ").next().unwrap_or(row);
    let [women, total] = ["women", "total"].map(|column| cell(TableId::Gender, row, column));
    let share = Expected::Percent(Linear::one(women.clone()), Linear::one(total.clone()));
    all.push(Identity::new(&SHARE, Key::WomenShare(row.to_owned()), share));
    all.push(Identity::new(&WOMEN, women, Expected::AtMost(Linear::one(total.clone()))));
    let words = group.to_lowercase();
    let day = match date_in(row) {
        Some(day) => days.iter().find(|listed| **listed == day.to_string()),
        None => last_day(days, year),
    };
    if let Some(day) = day.filter(|_| is_everyone(&words)) {
        let mut columns = vec!["employees_total"];
        if is_apprentice(&words) {
            columns.push("apprentices");
        }
        let keys = columns.into_iter().map(|column| cell(TableId::Staff, day, column));
        all.push(Identity::new(&HEADCOUNT, total, Expected::Sum(Linear::sum(keys))));
    }
}

/// Whether a group's name says that it is all employees, and not those of one department.
fn is_everyone(group: &str) -> bool {
    EMPLOYEES.iter().filter_map(|start| group.strip_prefix(start)).any(|rest| {
        let next = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next();
        let next = next.unwrap_or_default();
        rest.trim().is_empty()
            || next.starts_with(|c: char| c.is_ascii_digit())
            || GOES_ON.contains(&next)
    })
}

/// The day that a row's key or words name: 2021-12-31 or 31.12.2021.
pub fn date_in(text: &str) -> Option<Date> {
    let words = text.split(|c: char| c.is_whitespace() || "(),;".contains(c));
    let mut days = words.filter_map(|word| {
        let word = word.trim_matches('.');
        word.parse::<Date>().ok().or_else(|| {
            let mut parts = word.split('.').map(str::parse::<i16>);
            let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
            let small = |number: i16| i8::try_from(number).ok();
            Date::new(year.ok()?, small(month.ok()?)?, small(day.ok()?)?).ok()
        })
    });
    days.next_back()
}
