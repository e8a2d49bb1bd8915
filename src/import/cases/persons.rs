//! Whether a column of customers holds persons, as the requester of a ticketing system is.

use super::words::WordColumn;
use crate::import::heading::normal;
use crate::import::synonyms::synonyms;
use crate::project::{Case, Code, Vocabulary};

/// At least this percentage of the different values must look like persons.
const PERSON_PERCENT: usize = 60;
/// Fewer values than this say nothing.
const LEAST: usize = 3;
/// From this many different persons on, it does not matter how often each has called.
const MANY: usize = 8;
/// Values that can only be persons are enough from this percentage on, or from this number on.
const CERTAIN_PERCENT: usize = 30;
const CERTAIN: usize = 3;

/// How much a value is like a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Likeness {
    /// It can hardly be anything else.
    Certain,
    /// It is written as one: two words with capital letters.
    Likely,
    /// It is something else.
    None,
}

/// How many names of a column look like persons; `None` where it is a column of customers. It is
/// none where many names look like persons, or some can be nothing else.
pub fn look_like_persons(column: &WordColumn, rows: &[Case]) -> Option<usize> {
    let words: &Vocabulary = &column.words;
    let likeness = words.iter().map(|(_, word)| likeness(word));
    let (mut certain, mut persons) = (0_usize, 0_usize);
    for likely in likeness {
        certain += usize::from(likely == Likeness::Certain);
        persons += usize::from(likely != Likeness::None);
    }
    let filled = rows.iter().filter(|case| case.customer != Code(0)).count();
    let are_most = persons >= LEAST && persons * 100 >= words.0.len() * PERSON_PERCENT;
    let are_different = words.0.len() * 3 > filled || persons >= MANY;
    let are_certain =
        certain >= CERTAIN || (certain > 0 && certain * 100 >= words.0.len() * CERTAIN_PERCENT);
    match () {
        () if are_most && are_different => Some(persons),
        () if are_certain => Some(certain),
        () => None,
    }
}

/// `Ola Nordmann`, `NORDMANN, OLA`, `Anne-Mari B. Øvre-Eide`, `ola@firma.no`,
/// `Ola Nordmann (olanor)`.
fn likeness(word: &str) -> Likeness {
    let words = synonyms();
    if word.contains('@') && !word.contains(' ') {
        let mailbox = word.split('@').next().unwrap_or_default().to_lowercase();
        let is_shared = words.mailboxes.contains(&mailbox);
        return if is_shared { Likeness::None } else { Likeness::Certain };
    }
    // "Ola Nordmann (ola.nordmann)" and "Ola Nordmann <ola@firma.no>".
    let (name, login) = match word.split_once(['(', '<', '[']) {
        Some((name, login)) => (name.trim(), login.trim().trim_end_matches([')', '>', ']'])),
        None => (word.trim(), ""),
    };
    let parts: Vec<&str> = name.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    let is_of_letters = |part: &&str| {
        let mut letters = part.strip_suffix('.').unwrap_or(part).chars();
        letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    if !(2..=4).contains(&parts.len())
        || !parts.iter().all(is_of_letters)
        || parts.iter().any(|part| is_of_organisation(part))
    {
        return Likeness::None;
    }
    // In "Nordmann, Ola" the first name stands behind the comma.
    let first = name.split_once(',').map_or(name, |(_, first)| first);
    let first = first.split_whitespace().next().unwrap_or_default().to_lowercase();
    let has_first_name = first.split('-').any(|part| words.first_names.contains(part));
    let is_written_as_name = parts.iter().all(|part| is_name(part));
    let last = parts.last().copied().unwrap_or_default().to_lowercase();
    let has_surname = is_written_as_name
        && words.surname_ends.iter().any(|end| last.len() > end.len() + 1 && last.ends_with(end));
    let is_login = !login.is_empty()
        && !login.contains(' ')
        && login.chars().any(char::is_alphabetic)
        && (login.contains(['@', '.'])
            || login.to_lowercase().chars().next() == first.chars().next());
    match () {
        () if has_first_name || has_surname => Likeness::Certain,
        () if is_written_as_name && is_login => Likeness::Certain,
        () if is_written_as_name => Likeness::Likely,
        () => Likeness::None,
    }
}

/// Whether a word is of an organisation's or a place's name, which no person has.
fn is_of_organisation(part: &str) -> bool {
    let words = synonyms();
    let word = normal(part);
    words.organisations.contains(&word)
        || words.organisation_ends.iter().any(|end| word.ends_with(end.as_str()))
}

/// A capital letter and small ones, in each part of a double name; or an initial.
fn is_name(part: &str) -> bool {
    part.split(['-', '\'', '’']).all(|part| {
        let mut letters = part.strip_suffix('.').unwrap_or(part).chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|c| c.is_alphabetic() && c.is_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_persons_are_told_from_names_of_customers() {
        for person in [
            "Ola Nordmann",
            "Nordmann, Ola",
            "NORDMANN, OLA",
            "KARI NORDMANN",
            "kari nordmann",
            "Anne-Mari B. Øvre-Eide",
            "Ola Nordmann (ola.nordmann)",
            "Xi Zhang (xizh)",
            "Xi Zhang <xi@firma.example>",
            "Yusra Andersen",
            "Kari Solheim",
            "Per Nyhus",
            "ola.nordmann@hamar.example",
        ] {
            assert_eq!(likeness(person), Likeness::Certain, "{person}");
        }
        for person in ["Xi Zhang", "Zhang, Xi", "Nguyen Van Minh"] {
            assert_eq!(likeness(person), Likeness::Likely, "{person}");
        }
        for customer in [
            "Hamar",
            "Hamar kommune",
            "HAMAR KOMMUNE",
            "hamar kommune",
            "Hamar Kommune",
            "Nord-Odal",
            "Nord-Odal kommune",
            "Hedmark IKT",
            "Sykehuset Innlandet HF",
            "Ajer Ungdomsskole",
            "Løten Ungdomsskole",
            "Ole Vig videregående skole",
            "Løten Barnehage",
            "Stange Kulturhus",
            "Ottestad Bad",
            "Marie Treschow barnehage",
            "Olsen & Sønn AS",
            "Avdeling 7",
            "Hamar kommune (0403)",
            "post@hamar.kommune.example",
            "Eidskog",
        ] {
            assert_eq!(likeness(customer), Likeness::None, "{customer}");
        }
    }
}
