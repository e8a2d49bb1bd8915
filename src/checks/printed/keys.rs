//! Which figure a cell of a printed table is, table by table.

use super::{Printed, PrintedWord, Sheet};
use crate::calendar::{Date, IsoWeek, Quarter, YEARS, Year};
use crate::checks::values::{cell, fund};
use crate::figures::{
    AccountsKey, AmountColumn, CaseMeasure, Figures, FundLineId, Key, Period, Reference,
    RowMeasure, SickMeasure, TableRequest,
};
use crate::kostra::{folded, is_same_name};
use crate::project::{SickGroup, StatementId, TableId, TurnoverDirection};
use crate::t;

/// Names the numbers of a printed table that is no statement.
pub fn read(table: &str, sheet: &Sheet, figures: &Figures) -> Printed {
    let mut printed = Printed::default();
    for at in 0..sheet.rows.len() {
        let row = row_words(table, sheet, at);
        for (column, heading) in sheet.header.iter().enumerate() {
            if let Some(key) = key_of(table, sheet, figures, at, heading) {
                printed.push(at, &row, heading, key, sheet.cell(at, column));
            }
        }
    }
    printed.words = words(table, sheet, figures);
    printed
}

/// The row as a reader knows it.
fn row_words(table: &str, sheet: &Sheet, at: usize) -> String {
    let columns: &[&str] = match table {
        "turnover" => &["direction", "category"],
        "goals" => &["measure"],
        "weeks" => &["iso_year", "iso_week"],
        "deviations" => &["statement", "line_name"],
        _ => return sheet.cell(at, 0).to_owned(),
    };
    columns.iter().map(|column| sheet.text(at, column)).collect::<Vec<_>>().join(" ")
}

fn key_of(table: &str, sheet: &Sheet, figures: &Figures, at: usize, heading: &str) -> Option<Key> {
    let year = figures.report_year();
    match table {
        "quarters" => quarters_key(sheet.cell(at, 0), period(heading)?, year),
        "workdays" => Some(Key::Workdays(known_year(sheet.text(at, "year"))?, period(heading)?)),
        "changes" => changes_key(period(sheet.text(at, "period"))?, heading, year),
        "incidents" => {
            let quarter = Quarter::from_number(sheet.parsed(at, "quarter")?)?;
            incidents_key(Period::Quarter(quarter), heading, year)
        }
        "weeks" if heading == "cases" => {
            let year = known_year(sheet.text(at, "iso_year"))?;
            let week = sheet.parsed(at, "iso_week")?;
            Some(Key::Week(IsoWeek { year, week }))
        }
        "days" => {
            let day: Date = sheet.parsed(at, "date")?;
            known_year(&day.year().to_string())?;
            match heading {
                "cases" => Some(Key::Day(day)),
                "average" => Some(Key::DayAverage(day)),
                _ => None,
            }
        }
        "fund" => {
            let line = Some(sheet.text(at, "line_name")).filter(|words| !words.is_empty())?;
            Some(fund(Sheet::year_of(heading)?, FundLineId::named(line)))
        }
        "goals" => goals_key(sheet, figures, at, heading),
        "deviations" => deviations_key(sheet, figures, at, heading),
        _ => organisation_key(table, sheet, figures, at, heading),
    }
}

/// A year that the program works with.
fn known_year(text: &str) -> Option<Year> {
    text.parse().ok().filter(|year| YEARS.contains(year))
}

fn period(id: &str) -> Option<Period> {
    Period::COLUMNS.into_iter().find(|period| period.id() == id.trim().to_lowercase())
}

/// A row is a year, or an average or a change of the report year.
fn quarters_key(row: &str, period: Period, year: Year) -> Option<Key> {
    if let Some(year) = known_year(row) {
        return Some(Key::Cases(year, period, CaseMeasure::Count));
    }
    let words = row.to_lowercase();
    let speaks_of_average = words.contains("snitt");
    let is_per_workday = ["arbeidsdag", "virkedag"].iter().any(|word| words.contains(word));
    let reference = if speaks_of_average { Reference::Average } else { Reference::LastYear };
    let measure = match words.contains("endring") {
        true if is_per_workday => CaseMeasure::ChangePerWorkday(reference),
        true => CaseMeasure::Change(reference),
        false if speaks_of_average => CaseMeasure::Average,
        false => return None,
    };
    Some(Key::Cases(year, period, measure))
}

fn changes_key(period: Period, heading: &str, year: Year) -> Option<Key> {
    // What was divided by the new value stands beside the right change as a control.
    if heading.starts_with("divided_by") {
        return None;
    }
    if let Some(year_words) = heading.strip_prefix("cases_") {
        return Some(Key::Cases(known_year(year_words)?, period, CaseMeasure::Count));
    }
    let measure = match heading {
        average if average.starts_with("avg_") => CaseMeasure::Average,
        change if change.contains("change_vs_avg") => CaseMeasure::Change(Reference::Average),
        change if change.contains("change_vs_") => CaseMeasure::Change(Reference::LastYear),
        _ => return None,
    };
    Some(Key::Cases(year, period, measure))
}

fn incidents_key(period: Period, heading: &str, year: Year) -> Option<Key> {
    match heading {
        "ab_incidents" => Some(Key::Incidents(year, period)),
        "distinct_incidents" => Some(Key::DistinctIncidents(year, period)),
        "cases_registered" => Some(Key::Cases(year, period, CaseMeasure::Count)),
        change if change.starts_with("change_pct") => {
            Some(Key::Cases(year, period, CaseMeasure::Change(Reference::LastYear)))
        }
        _ => None,
    }
}

/// A line over the limits: its amounts, and how far it is off.
fn deviations_key(sheet: &Sheet, figures: &Figures, at: usize, heading: &str) -> Option<Key> {
    let words = folded(sheet.text(at, "statement"));
    let id = StatementId::EVERY
        .into_iter()
        .find(|id| folded(&id.word()) == words || folded(id.id()) == words)?;
    let statement = figures.statement(id, figures.report_year())?;
    let line = folded(sheet.text(at, "line_name"));
    let row = statement.rows.iter().find(|row| !line.is_empty() && folded(&row.name) == line)?;
    let budget = AmountColumn::RevisedBudget;
    let measure = match heading {
        "deviation" => RowMeasure::Deviation(budget),
        "deviation_pct" => RowMeasure::DeviationPercent(budget),
        actual if actual.starts_with("actual") => RowMeasure::Amount(AmountColumn::Actual),
        revised if revised.starts_with("revised_budget") => RowMeasure::Amount(budget),
        _ => return None,
    };
    Some(Key::Accounts(AccountsKey::Row {
        statement: id,
        year: statement.year,
        measure,
        row: row.id.to_string(),
    }))
}

fn goals_key(sheet: &Sheet, figures: &Figures, at: usize, heading: &str) -> Option<Key> {
    let goals = &figures.project().goals;
    let measure = sheet.text(at, "measure");
    let year = figures.report_year();
    let row = goals
        .iter()
        .position(|goal| goal.year == Some(year) && is_same_name(&goal.measure, measure))?;
    match heading {
        "result_value" => figures.goal_key(row),
        "target_value" => {
            let key = figures.project().rows(TableId::Goals).key(row);
            Some(cell(TableId::Goals, &key, "target_value"))
        }
        _ => None,
    }
}

fn organisation_key(
    table: &str,
    sheet: &Sheet,
    figures: &Figures,
    at: usize,
    heading: &str,
) -> Option<Key> {
    let year = figures.report_year();
    let column = |names: &[&'static str]| names.iter().find(|name| **name == heading).copied();
    match table {
        "staff" => {
            let day: Date = sheet.parsed(at, "date")?;
            let column = column(&[
                "employees_total",
                "employees_permanent",
                "employees_temporary",
                "apprentices",
                "available_fte",
            ])?;
            Some(cell(TableId::Staff, &day.to_string(), column))
        }
        "gender" => {
            let group = sheet.text(at, "group");
            let row = known_row_key(figures, TableId::Gender, group, |key| {
                key.split(" · ").next().is_some_and(|name| is_same_name(name, group))
            });
            match column(&["women", "total"]) {
                Some(column) => Some(cell(TableId::Gender, &row, column)),
                None => heading.starts_with("women_share").then_some(Key::WomenShare(row)),
            }
        }
        "turnover" if heading == "count" => {
            let direction = direction(sheet.text(at, "direction"))?;
            let plain = format!("{year} · {direction} · {}", sheet.text(at, "category"));
            let row =
                known_row_key(figures, TableId::Turnover, &plain, |key| is_same_name(key, &plain));
            Some(cell(TableId::Turnover, &row, "count"))
        }
        "sick-leave" => {
            Some(Key::SickLeave(year, sick_group(sheet.text(at, "group"))?, sick_measure(heading)?))
        }
        "sick-leave-years" => {
            let year = known_year(sheet.text(at, "year"))?;
            match heading {
                "sick_leave_pct" => Some(Key::SickLeave(year, None, SickMeasure::TotalPercent)),
                "target_max_pct" => {
                    Some(cell(TableId::SickLeaveYears, &year.to_string(), "target_max_pct"))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// The key of the project's row that the words mean, or else the words as printed.
fn known_row_key(
    figures: &Figures,
    table: TableId,
    words: &str,
    is_meant: impl Fn(&str) -> bool,
) -> String {
    let rows = figures.project().rows(table);
    let mut keys = (0..rows.len()).map(|row| rows.key(row));
    keys.find(|key| is_meant(key)).unwrap_or_else(|| words.to_owned())
}

fn direction(words: &str) -> Option<&'static str> {
    let all = [TurnoverDirection::In, TurnoverDirection::Out].map(TurnoverDirection::choice);
    let known =
        all.into_iter().find(|choice| choice.id == words || is_same_name(&choice.word(), words));
    known.map(|choice| choice.id)
}

/// Women, men, or all; `None` where the words name no group.
fn sick_group(words: &str) -> Option<Option<SickGroup>> {
    let is_named = |group: &SickGroup| {
        let choice = group.choice();
        choice.id == words || is_same_name(&choice.word(), words)
    };
    match [SickGroup::Women, SickGroup::Men].into_iter().find(is_named) {
        Some(group) => Some(Some(group)),
        None => (is_same_name(words, &t!("sick-group-all"))).then_some(None),
    }
}

fn sick_measure(heading: &str) -> Option<SickMeasure> {
    Some(match heading {
        "possible_workdays" => SickMeasure::Possible,
        "self_certified_days" => SickMeasure::SelfCertified,
        "doctor_certified_days" => SickMeasure::DoctorCertified,
        "total_days" => SickMeasure::Total,
        percent if percent.starts_with("self_certified_pct") => SickMeasure::SelfCertifiedPercent,
        percent if percent.starts_with("doctor_certified_pct") => {
            SickMeasure::DoctorCertifiedPercent
        }
        percent if percent.starts_with("total_pct") => SickMeasure::TotalPercent,
        _ => return None,
    })
}

/// The words that are compared with the project's: whether a goal was reached, and on which days
/// something happened.
fn words(table: &str, sheet: &Sheet, figures: &Figures) -> Vec<PrintedWord> {
    let (by, compared): (&str, &[&str]) = match table {
        "goals" => ("measure", &["target_met"]),
        "events" => ("date", &["quarter"]),
        "customers" => ("name", &["owner"]),
        _ => return Vec::new(),
    };
    let request = TableRequest { name: table.to_owned(), year: None, quarter: None };
    let Some(known_table) = figures.table(&request) else { return Vec::new() };
    let place = |id: &str| known_table.columns.iter().position(|column| column.id == id);
    let mut words = Vec::new();
    for at in 0..sheet.rows.len() {
        let row = sheet.text(at, by);
        let text = |known_row: &crate::figures::TableRow, id| {
            place(id).and_then(|at| known_row.cells.get(at)).map(|cell| cell.machine_text())
        };
        let known_row = known_table
            .machine_rows()
            .find(|known| text(known, by).is_some_and(|name| is_same_name(&name, row)));
        for column in compared.iter().filter(|column| !sheet.text(at, column).is_empty()) {
            words.push(PrintedWord {
                row: row.to_owned(),
                column: (*column).to_owned(),
                expected: known_row.and_then(|known| text(known, column)),
                text: sheet.text(at, column).to_owned(),
            });
        }
    }
    words
}
