//! The lists of cases, a year in each of the shapes that ticketing systems export.

use arsmelding::calendar::{Date, Year};
use jiff::civil::{DateTime, date};
use jiff::tz::TimeZone;

use super::Bytes;
use crate::cases::{Case, EXPORTED_2021, Kind, Priority, cases_of};
use crate::days::cases_per_day;
use crate::facts;
use crate::formats::{delimited, html_windows_1252, ods, windows_1252, xlsx};
use crate::table::{Table, Value, row};

const HEADER: [&str; 11] = [
    "Saksnummer",
    "Registrert",
    "Lukket",
    "Prioritet",
    "Sakstype",
    "Kategori",
    "Kunde",
    "Hovedsak",
    "Innmelder",
    "Saksbehandler",
    "Emne",
];

const ENGLISH_HEADER: [&str; 11] = [
    "Number",
    "Opened",
    "Closed",
    "Priority",
    "Type",
    "Category",
    "Company",
    "Parent",
    "Caller",
    "Assigned to",
    "Short description",
];

/// Only the days' counts, in a workbook.
pub fn day_counts(year: Year) -> Bytes {
    let days = cases_per_day(year).into_iter().map(|(day, cases)| row![day, cases]).collect();
    let table = Table {
        name: "Saker per dag",
        titles: vec!["Hedmark IKT".into(), "Saker per dag".into(), period(year)],
        header: vec!["Dato", "Antall saker"],
        rows: days,
        sum: row!["Sum", facts::cases(year).iter().sum::<u32>()],
    };
    Ok(xlsx(&[table])?)
}

/// The cases in a workbook with title rows above and a sum row below.
pub fn workbook(year: Year, cases: &[Case]) -> Bytes {
    let exported = if year == 2021 { EXPORTED_2021 } else { date(year + 1, 2, 14).at(9, 10, 0, 0) };
    let titles = vec![
        "Hedmark IKT".into(),
        "Saksliste".into(),
        "System: Sakssystemet".into(),
        "Utvalg: Alle kunder".into(),
        period(year),
        format!("Uttrekk: {}", Value::from(exported).display()),
    ];
    Ok(xlsx(&[table(titles, cases)])?)
}

/// The cases in a web page that is named as if it were a workbook.
pub fn web_page(year: Year) -> Bytes {
    let mut table = table(vec!["Hedmark IKT – Saksliste".into(), period(year)], &cases_of(year));
    // The list of that year had neither closing time, parent nor caller, which also keeps it slim.
    for column in [8, 7, 2] {
        table.header.remove(column);
        table.rows.iter_mut().for_each(|row| drop(row.remove(column)));
    }
    Ok(html_windows_1252(&table))
}

/// The cases in an OpenDocument spreadsheet.
pub fn open_document(year: Year) -> Bytes {
    let titles = vec!["Hedmark IKT – Saksliste".into(), period(year)];
    Ok(ods(&table(titles, &cases_of(year)))?)
}

/// The cases as English text in Windows-1252, with times in UTC.
pub fn english(year: Year) -> Bytes {
    let oslo = TimeZone::get("Europe/Oslo")?;
    let utc = |local: DateTime| -> Result<String, jiff::Error> {
        Ok(oslo.to_timestamp(local)?.strftime("%Y-%m-%dT%H:%MZ").to_string())
    };
    let mut rows = Vec::new();
    for case in cases_of(year) {
        let closed = case.closed.map(utc).transpose()?.unwrap_or_default();
        rows.push(row![
            case.number.as_str(),
            utc(case.registered)?.as_str(),
            closed.as_str(),
            english_priority(case.priority),
            if case.kind == Kind::Incident { "Incident" } else { "Service Request" },
            case.category.name,
            case.customer.name_in(year),
            case.parent.as_deref(),
            case.caller,
            case.handler,
            case.subject,
        ]);
    }
    let table = Table::plain("", &ENGLISH_HEADER, rows);
    Ok(windows_1252(&delimited(&table, b';')?))
}

fn table(titles: Vec<String>, cases: &[Case]) -> Table {
    Table {
        name: "Saksliste",
        titles,
        header: HEADER.to_vec(),
        rows: cases.iter().map(case_row).collect(),
        sum: row!["Sum", cases.len() as u32],
    }
}

fn case_row(case: &Case) -> Vec<Value> {
    row![
        case.number.as_str(),
        case.registered,
        case.closed,
        priority(case.priority),
        kind(case.kind),
        case.category.name,
        case.customer.name_in(case.registered.year()),
        case.parent.as_deref(),
        case.caller,
        case.handler,
        case.subject,
    ]
}

fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::A => "A",
        Priority::B => "B",
        Priority::C => "C",
        Priority::D => "D",
    }
}

fn english_priority(priority: Priority) -> &'static str {
    match priority {
        Priority::A => "1 - Critical",
        Priority::B => "2 - High",
        Priority::C => "3 - Moderate",
        Priority::D => "4 - Low",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Incident => "Hendelse",
        Kind::Order => "Bestilling",
        Kind::Inquiry => "Henvendelse",
    }
}

/// `Periode: 01.01.2021–31.12.2021`.
fn period(year: Year) -> String {
    let written = |day: Date| Value::from(day).display();
    format!("Periode: {}–{}", written(date(year, 1, 1)), written(date(year, 12, 31)))
}
