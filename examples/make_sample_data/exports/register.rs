//! What people keep by hand: the register of customers, the goals, the events.

use jiff::civil::date;

use super::Bytes;
use crate::cases::Case;
use crate::events::{EVENTS, Event};
use crate::facts;
use crate::formats::{bom_utf8, delimited, xlsx};
use crate::names::CUSTOMERS;
use crate::table::{Table, row};

/// The register of customers.
pub fn customers() -> Bytes {
    let rows = CUSTOMERS
        .iter()
        .map(|own| {
            let alias = if own.long_name == own.name { "" } else { own.long_name };
            let owner = if own.is_owner { "Ja" } else { "Nei" };
            row![own.name, alias, owner, own.since.map(|year| date(year, 1, 1)), "", ""]
        })
        .collect();
    let header = ["Kunde", "Andre navn", "Eier", "Fra", "Til", "Slått sammen med"];
    Ok(bom_utf8(&delimited(&Table::plain("", &header, rows), b';')?))
}

/// The five goals of 2021, without results: those come from the other exports.
pub fn goals() -> Bytes {
    let header = [
        "År",
        "Område",
        "Mål",
        "Mål i ord",
        "Måltall",
        "Enhet",
        "Retning",
        "Måles på",
        "Andel over",
        "Resultat",
        "Merknad",
    ];
    let rows = facts::GOALS
        .iter()
        .map(|goal| {
            row![
                facts::REPORT_YEAR,
                goal.area,
                goal.measure,
                goal.in_words,
                goal.target,
                goal.unit,
                goal.direction,
                goal.metric,
                "",
                "",
                goal.remark,
            ]
        })
        .collect();
    Ok(xlsx(&[Table::plain("Mål", &header, rows)])?)
}

/// The dated events of 2021, tied to the incidents among `cases` of the same day.
pub fn events(cases: &[Case]) -> Bytes {
    let header =
        ["Start", "Slutt", "Tittel", "Hva skjedde", "Årsak", "Kunder", "Del av rapporten", "Saker"];
    let rows = EVENTS
        .iter()
        .map(|event| {
            let customers = event.customers.join("; ");
            row![
                event.date(),
                "",
                event.title,
                event.text,
                event.cause,
                customers.as_str(),
                event.section,
                tied(event, cases).as_str(),
            ]
        })
        .collect();
    Ok(xlsx(&[Table::plain("Hendelser", &header, rows)])?)
}

/// The parent number that the day's incidents share, or else their own numbers.
fn tied(event: &Event, cases: &[Case]) -> String {
    let mut numbers: Vec<&str> = cases
        .iter()
        .filter(|case| case.registered.date() == event.date() && case.priority.is_incident())
        .map(|case| case.parent.as_deref().unwrap_or(&case.number))
        .collect();
    numbers.dedup();
    numbers.join("; ")
}
