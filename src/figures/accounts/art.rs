//! Accounts gathered by their art, or in the balance by their chapter.

use std::collections::BTreeMap;

use super::Account;
use crate::calendar::Year;
use crate::kostra::{Book, Chart};

/// Accounts by their art, or a balance account's chapter, in the order of the codes.
pub fn by_art(accounts: &[Account], places: &[usize]) -> BTreeMap<String, Vec<usize>> {
    let mut arts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in places {
        let Some(account) = accounts.get(*at) else { continue };
        arts.entry(art_code(account)).or_default().push(*at);
    }
    arts
}

/// The code that accounts are gathered under: three digits of an art, or the first part of a
/// balance account.
pub fn art_code(account: &Account) -> String {
    match (account.art(), account.book) {
        (Some(art), Book::Drift | Book::Investering) => format!("{art:03}"),
        _ => {
            let code = account.code.account.trim();
            let parts: Vec<&str> = code.split(['.', ' ']).collect();
            parts.first().map_or_else(|| code.to_owned(), |first| (*first).to_owned())
        }
    }
}

/// What an art is called: by the chart of accounts, or else as its first account.
pub fn art_name(accounts: &[Account], places: &[usize], year: Year) -> String {
    let Some(first) = places.first().and_then(|at| accounts.get(*at)) else { return String::new() };
    let chart = Chart::get();
    let name = match first.art() {
        Some(art) => chart.art(art, year).map(|art| &art.name),
        None => chart.chapter(&first.code.account, year).map(|chapter| &chapter.name),
    };
    name.cloned().unwrap_or_else(|| first.name(year))
}
