//! Staffing and sick leave.

use jiff::civil::date;

use super::Bytes;
use crate::facts;
use crate::formats::xlsx;
use crate::table::{Table, row};

/// Sick leave by gender with a sum row, and per year.
pub fn sick_leave() -> Bytes {
    let header = ["År", "Kjønn", "Mulige dagsverk", "Egenmeldte dagsverk", "Legemeldte dagsverk"];
    let mut sums = [0; 3];
    let mut rows = Vec::new();
    for (group, possible, own_word, doctors_word) in facts::SICK_LEAVE {
        let days = [possible, own_word, doctors_word];
        sums.iter_mut().zip(days).for_each(|(sum, part)| *sum += part);
        rows.push(row![facts::REPORT_YEAR, group, possible, own_word, doctors_word]);
    }
    let sum = row!["Totalt", "", sums[0], sums[1], sums[2]];
    let years = facts::SICK_LEAVE_YEARS
        .into_iter()
        .map(|(year, percent, target)| row![year, percent, target])
        .collect();
    Ok(xlsx(&[
        Table { sum, ..Table::plain("Sykefravær", &header, rows) },
        Table::plain("Per år", &["År", "Sykefravær (%)", "Mål høyst (%)"], years),
    ])?)
}

/// Staffing per year end, gender and turnover.
pub fn staffing() -> Bytes {
    let staff_header = [
        "Dato",
        "Ansatte i alt",
        "Fast ansatte",
        "Midlertidig ansatte",
        "Lærlinger",
        "Tilgjengelige årsverk",
    ];
    let staff = facts::STAFF
        .iter()
        .map(|own| {
            let day = date(own.year, 12, 31);
            row![day, own.employees, own.permanent, own.temporary, own.apprentices, own.fte]
        })
        .collect();
    let gender = facts::GENDER
        .into_iter()
        .map(|(group, women, total)| row![group, date(2021, 12, 31), women, total])
        .collect();
    let turnover = facts::TURNOVER
        .into_iter()
        .map(|(direction, reason, count)| row![facts::REPORT_YEAR, direction, reason, count])
        .collect();
    Ok(xlsx(&[
        Table::plain("Bemanning", &staff_header, staff),
        Table::plain("Kjønnsfordeling", &["Gruppe", "Dato", "Kvinner", "Totalt"], gender),
        Table::plain("Turnover", &["År", "Retning", "Årsak", "Antall"], turnover),
    ])?)
}
