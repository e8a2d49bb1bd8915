//! What the names of accounts say of their arts: "Lønn" is no art of finance, whatever number a
//! company gives it.

use super::codes::{Padding, RawString};
use super::decide::{Reading, forms};
use crate::import::account_form::{AccountForm, tokens};
use crate::import::heading::normal;
use crate::import::synonyms::synonyms;
use crate::kostra::{Book, art_of};
use crate::message;
use crate::words::Message;

/// From this many contradicting names on, they are no slips.
const WRONG: usize = 2;

/// An account whose name says that it is another art than its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misnamed {
    code: String,
    name: String,
    art: u16,
}

impl Misnamed {
    /// What is asked then.
    pub fn asks(&self) -> Message {
        message!(
            "import-ask-account-names",
            code = self.code.as_str(),
            name = self.name.as_str(),
            art = format!("{:03}", self.art),
        )
    }
}

/// How many names say which art they are of, how many of them contradict the number, and the first
/// that does.
#[derive(Default)]
pub struct Named {
    /// How many names say it.
    pub names: usize,
    /// How many of them contradict the number.
    pub wrong: usize,
    first: Option<Misnamed>,
}

impl Named {
    /// What the names say of the arts that the codes are in that form.
    pub fn of(codes: &[&RawString], form: &AccountForm, padding: Padding) -> Self {
        let mut named = Self::default();
        for code in codes {
            let Some(string) = code.resolved(form, padding) else { continue };
            let is_balance = Book::of_class(&string.class) == Some(Book::Balanse);
            let Some(art) = art_of(&string.account).filter(|_| !is_balance) else { continue };
            let Some((first, last)) = arts_of_name(&code.account_name) else { continue };
            named.names += 1;
            if !(first..=last).contains(&art) {
                named.wrong += 1;
                named.first.get_or_insert_with(|| Misnamed {
                    code: code.account.text.clone(),
                    name: code.account_name.clone(),
                    art,
                });
            }
        }
        named
    }
}

/// The arts that an account of that name can be.
fn arts_of_name(name: &str) -> Option<(u16, u16)> {
    let name = normal(name);
    let first = name.split(' ').next()?;
    let mut words = synonyms().accounts.art_words.iter();
    words
        .find(|(word, ..)| first.starts_with(word.as_str()))
        .map(|(_, first, last)| (*first, *last))
}

/// The one form in doubt that the names bear out, where they contradict all others.
fn proven_by_names(reading: &Reading, codes: &[&RawString]) -> Option<AccountForm> {
    let (_, forms) = reading.doubt.as_ref()?;
    let mut proven = None;
    for form in forms {
        let named = Named::of(codes, form, reading.padding);
        match named.names >= WRONG {
            true if named.wrong == 0 && proven.is_none() => proven = Some(form.clone()),
            true if named.wrong * 2 > named.names => {}
            _ => return None,
        }
    }
    proven
}

/// The reading, with a doubt where the names contradict it.
pub fn with_names(reading: Reading, codes: &[&RawString]) -> Reading {
    let padding = reading.padding;
    if let Some(form) = proven_by_names(&reading, codes) {
        return Reading { form, doubt: None, ..reading };
    }
    let named = Named::of(codes, &reading.form, padding);
    let is_wrong = named.wrong >= WRONG && named.wrong * 2 > named.names;
    if !is_wrong {
        return reading;
    }
    let is_undivided = codes.iter().all(|code| tokens(&code.account.text).nth(1).is_none());
    let (example, mut all) = match reading.doubt {
        Some((example, all)) => (example, all),
        None => {
            let code = named.first.as_ref().map_or(String::new(), |misnamed| misnamed.code.clone());
            let others = forms(codes, false).into_iter().filter(|form| {
                *form != reading.form
                    && codes.iter().all(|code| code.resolved(form, padding).is_some())
            });
            (code, std::iter::once(reading.form.clone()).chain(others).collect())
        }
    };
    let behind = AccountForm::class_behind();
    let of_behind = Named::of(codes, &behind, padding);
    let fits = codes.iter().all(|code| {
        let string = code.resolved(&behind, padding);
        string.is_some_and(|string| Book::of_class(&string.class).is_some())
    });
    if is_undivided && fits && of_behind.wrong == 0 && of_behind.names > 0 {
        all.push(behind);
    }
    Reading { doubt: Some((example, all)), misnamed: named.first, ..reading }
}
