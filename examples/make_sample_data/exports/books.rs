//! What else the economy staff have: an extract of the ledger, the history of the fund, and the
//! company's own mapping.

use super::Bytes;
use crate::accounts::statements::FUND_HISTORY;
use crate::accounts::{RULES, postings};
use crate::formats::{bom_utf8, delimited, windows_1252};
use crate::table::{Table, Value, row};

/// The postings on the accounts of refunds and sales.
pub fn ledger() -> Bytes {
    let header = [
        "Bilagsnr",
        "Bilagsdato",
        "Periode",
        "Konto",
        "Ansvar",
        "Kunde",
        "Tekst",
        "Leverandør",
        "Debet",
        "Kredit",
    ];
    let rows = (210_001_u32..)
        .zip(postings())
        .map(|(voucher, own)| {
            let (debit, credit) = if own.amount > 0 {
                (Value::Amount(own.amount), Value::Blank)
            } else {
                (Value::Blank, Value::Amount(-own.amount))
            };
            row![
                voucher,
                own.day,
                202_100 + own.period.unsigned_abs() as u32,
                own.account.joined().as_str(),
                own.account.unit,
                own.customer,
                own.text.as_str(),
                own.supplier,
                debit,
                credit,
            ]
        })
        .collect();
    Ok(windows_1252(&delimited(&Table::plain("", &header, rows), b';')?))
}

/// The *disposisjonsfond* of the years before, a column a year.
pub fn fund_history() -> Bytes {
    let rows = FUND_HISTORY
        .iter()
        .map(|(line, [latest, second, third, fourth])| {
            row![*line, *latest, *second, *third, *fourth]
        })
        .collect();
    let header = ["Linje", "2020", "2019", "2018", "2017"];
    Ok(bom_utf8(&delimited(&Table::plain("", &header, rows), b';')?))
}

/// The company's own mapping.
pub fn mapping() -> Bytes {
    let header =
        ["kontoklasse", "art", "ansvar", "funksjon", "konto", "statement", "line", "reason"];
    let rows = RULES
        .iter()
        .map(|rule| {
            row![rule.class, rule.art, rule.unit, "", "", rule.statement, rule.line, rule.reason]
        })
        .collect();
    Ok(bom_utf8(&delimited(&Table::plain("", &header, rows), b';')?))
}
