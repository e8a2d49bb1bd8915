//! *Uttak*: what a customer was charged, from the ledger's rows that name it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::customers::Register;
use crate::calendar::{Quarter, Year};
use crate::kostra::{Book, Chart, art_of};
use crate::project::{AccountString, LedgerRow, Project};

/// What a customer was charged on one art, in kroner: above zero is charged, below zero is
/// credited, the other way round than the ledger has income.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArtUptake {
    /// The art's three digits, or the account as the export has it where it has no art.
    pub art: String,
    /// What the art is called.
    pub name: String,
    /// In the quarter.
    pub quarter: Decimal,
    /// From the start of the year to the end of the quarter.
    pub to_date: Decimal,
}

/// The uptake of the customer in that row of the register, by art. Balance accounts are left
/// out: what the customer owes is no further charge.
pub fn uptake(project: &Project, customer: usize, year: Year, quarter: Quarter) -> Vec<ArtUptake> {
    let register = Register::of(project);
    let mut arts: BTreeMap<String, ArtUptake> = BTreeMap::new();
    for batch in project.ledger.iter().filter(|batch| batch.year == year) {
        let is_of_customer: Vec<bool> =
            batch.customers.iter().map(|name| register.row(name) == Some(customer)).collect();
        let rows = batch.rows.iter().filter(|row| {
            row.customer
                .is_some_and(|at| is_of_customer.get(at as usize).copied().unwrap_or_default())
        });
        for row in rows {
            let Some(account) = batch.accounts.get(row.account as usize) else { continue };
            let booked = quarter_of(row);
            if Book::of_class(&account.class) == Some(Book::Balanse) || booked > quarter {
                continue;
            }
            let (art, name) = art(account, year);
            let zero = ArtUptake { art, name, quarter: Decimal::ZERO, to_date: Decimal::ZERO };
            let sum = arts.entry(zero.art.clone()).or_insert(zero);
            sum.to_date = sum.to_date.saturating_sub(row.amount);
            if booked == quarter {
                sum.quarter = sum.quarter.saturating_sub(row.amount);
            }
        }
    }
    arts.into_values().collect()
}

/// The quarter of a row's accounting period; the opening balance is the first quarter's, the
/// year's end the last's.
fn quarter_of(row: &LedgerRow) -> Quarter {
    match row.period {
        0..=3 => Quarter::First,
        4..=6 => Quarter::Second,
        7..=9 => Quarter::Third,
        _ => Quarter::Fourth,
    }
}

fn art(account: &AccountString, year: Year) -> (String, String) {
    let Some(art) = art_of(&account.account) else {
        return (account.account.clone(), account.name.clone());
    };
    let known = Chart::get().art(art, year);
    let name = known.map_or_else(|| account.name.clone(), |known| known.name.clone());
    (format!("{art:03}"), name)
}
