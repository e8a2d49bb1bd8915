//! The accounts as the finance system gives them: a grouped report, a flat list, and the balance
//! list.

use super::Bytes;
use crate::accounts::{
    Account, Amounts, FUNCTIONS, Ore, PROJECTS, UNITS, account_name, accounts, add,
    balance_accounts, name_of, spelled_out,
};
use crate::formats::{FINANCE, xlsx_from};
use crate::table::{Table, Value, row};

/// The grouped report: a row per account string, *ansvar* by *ansvar*, with sub-totals.
pub fn report() -> Bytes {
    let titles = [
        "Hedmark IKT",
        "Regnskapsrapport",
        "Utvalg: Ansvar alle, Periode 1–13",
        "Regnskap 2021",
        "Uttrekk: 14.02.2022 10:42",
    ];
    let header = [
        "Konto",
        "Kontonavn",
        "Ansvarsnavn",
        "Prosjektnavn",
        "Regnskap 2021",
        "Reg. budsj. 2021",
        "Oppr. budsj. 2021",
        "Regnskap 2020",
        "Avvik",
        "Forbruk %",
    ];
    let accounts = accounts();
    let mut rows = Vec::new();
    for of_class in accounts.chunk_by(|one, next| one.class == next.class) {
        let class = format!("{} {}", of_class[0].class.code(), of_class[0].class.name());
        rows.push(row![format!("Kontoklasse {class}").as_str()]);
        for of_unit in of_class.chunk_by(|one, next| one.unit == next.unit) {
            let unit = format!("{} {}", of_unit[0].unit, name_of(&UNITS, of_unit[0].unit));
            rows.push(row![format!("Ansvar {unit}").as_str()]);
            rows.extend(of_unit.iter().map(report_row));
            rows.push(total(&format!("Sum ansvar {unit}"), of_unit));
        }
        rows.push(total(&format!("Sum kontoklasse {class}"), of_class));
    }
    let table = Table {
        titles: titles.map(str::to_owned).to_vec(),
        sum: total("Totalt", &accounts),
        ..Table::plain("Regnskapsrapport", &header, rows)
    };
    Ok(xlsx_from(&FINANCE, &[table])?)
}

fn report_row(account: &Account) -> Vec<Value> {
    let mut row = row![
        account.joined().as_str(),
        account_name(account.art),
        name_of(&UNITS, account.unit),
        project_name(account),
    ];
    row.extend(report_amounts(account.amounts, or_blank));
    row
}

/// A sub-total, which shows its zeros.
fn total(label: &str, accounts: &[Account]) -> Vec<Value> {
    let mut row = row![label, "", "", ""];
    row.extend(report_amounts(sum_of(accounts), Value::Amount));
    row
}

/// The amounts of a row. The system writes the *opprinnelig* budget as text, with its spaces and
/// the minus behind.
fn report_amounts(amounts: Amounts, show: fn(Ore) -> Value) -> [Value; 6] {
    let [actual, revised, original, last_year] = amounts;
    let original = match show(original) {
        Value::Amount(original) => Value::Text(spelled_out(original)),
        blank => blank,
    };
    let used = if revised == 0 { Value::Blank } else { Value::Number(percent(actual, revised)) };
    [show(actual), show(revised), original, show(last_year), Value::Amount(revised - actual), used]
}

/// `part` in percent of `whole`, with one decimal.
fn percent(part: Ore, whole: Ore) -> f64 {
    ((part * 2_000 / whole + part.signum() * whole.signum()) / 2) as f64 / 10.0
}

/// The flat list: codes and their texts in columns of their own, by *art*, and a sum.
pub fn list() -> Bytes {
    let header = [
        "Kl",
        "Konto",
        "Konto(T)",
        "Ansvar",
        "Ansvar(T)",
        "Funksjon",
        "Funksjon(T)",
        "Prosjekt",
        "Prosjekt(T)",
        "Regnskap 2021",
        "Rev. budsjett 2021",
        "Oppr. budsjett 2021",
        "Regnskap 2020",
        "Avvik",
    ];
    let mut accounts = accounts();
    accounts.sort_by_key(|own| (own.class, own.art, own.unit, own.function, own.project));
    let mut sum = row!["Σ", "", "", "", "", "", "", "", ""];
    sum.extend(list_amounts(sum_of(&accounts), Value::Amount));
    let rows = accounts.iter().map(list_row).collect();
    Ok(xlsx_from(&FINANCE, &[Table { sum, ..Table::plain("Regnskap", &header, rows) }])?)
}

fn list_row(account: &Account) -> Vec<Value> {
    let mut row = row![
        account.class.code(),
        format!("{:03}", account.art).as_str(),
        account_name(account.art),
        account.unit,
        name_of(&UNITS, account.unit),
        account.function,
        name_of(&FUNCTIONS, account.function),
        account.project,
        project_name(account),
    ];
    row.extend(list_amounts(account.amounts, or_blank));
    row
}

fn list_amounts(amounts: Amounts, show: fn(Ore) -> Value) -> [Value; 5] {
    let [actual, revised, original, last_year] = amounts;
    let deviation = Value::Amount(revised - actual);
    [show(actual), show(revised), show(original), show(last_year), deviation]
}

/// The balance list of 2021, with a sum that is zero.
pub fn balance_list() -> Bytes {
    let accounts = balance_accounts();
    let row_of = |account: &str, name: &str, opening: Ore, closing: Ore| {
        let mut row = row![account, name];
        row.extend([opening, closing - opening, closing].map(Value::Amount));
        row
    };
    let rows = accounts
        .iter()
        .map(|own| row_of(&own.account, own.name, own.opening, own.closing))
        .collect();
    let opening = accounts.iter().map(|own| own.opening).sum();
    let closing = accounts.iter().map(|own| own.closing).sum();
    let titles = ["Hedmark IKT", "Saldobalanse 2021", "Periode: 01.01.2021–31.12.2021"];
    let table = Table {
        titles: titles.map(str::to_owned).to_vec(),
        sum: row_of("Sum", "", opening, closing),
        ..Table::plain("Saldobalanse", &["Konto", "Kontonavn", "IB", "Bevegelse", "UB"], rows)
    };
    Ok(xlsx_from(&FINANCE, &[table])?)
}

fn project_name(account: &Account) -> &'static str {
    account.project.map_or("", |project| name_of(&PROJECTS, project))
}

fn sum_of(accounts: &[Account]) -> Amounts {
    accounts.iter().fold([0; 4], |sum, account| add(sum, account.amounts))
}

/// The system leaves the cell of a zero blank.
fn or_blank(amount: Ore) -> Value {
    if amount == 0 { Value::Blank } else { Value::Amount(amount) }
}
