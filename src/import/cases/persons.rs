//! Whether a column of customers holds persons, as the requester of a ticketing system is.

use super::words::WordColumn;
use crate::import::heading::normal;
use crate::import::synonyms::synonyms;
use crate::project::{Case, Code, Vocabulary};

/// So many of the different values in percent must look like persons.
const PERSON_PERCENT: usize = 60;
/// Fewer values than this say nothing.
const LEAST: usize = 3;
/// From so many different persons on, it does not matter how often each has called.
const MANY: usize = 8;

/// Some of the names, where most values of a column look like persons and most are different;
/// `None` for a column of customers.
pub fn look_like_persons(column: &WordColumn, rows: &[Case]) -> Option<usize> {
    let words: &Vocabulary = &column.words;
    let persons = words.iter().filter(|(_, word)| is_person(word)).count();
    let filled = rows.iter().filter(|case| case.customer != Code(0)).count();
    let are_most = persons >= LEAST && persons * 100 >= words.0.len() * PERSON_PERCENT;
    let are_different = words.0.len() * 3 > filled || persons >= MANY;
    (are_most && are_different).then_some(persons)
}

/// `Ola Nordmann`, `Nordmann, Ola`, `Anne-Mari B. Øvre-Eide`, `ola@firma.no`.
fn is_person(word: &str) -> bool {
    if word.contains('@') && !word.contains(' ') {
        return true;
    }
    // "Ola Nordmann (ola.nordmann)" and "Ola Nordmann <ola@firma.no>".
    let name = word.split(['(', '<']).next().unwrap_or_default().trim();
    let parts: Vec<&str> = name.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    let organisations = &synonyms().organisations;
    (2..=4).contains(&parts.len())
        && parts.iter().all(|part| is_name(part))
        && !parts.iter().any(|part| organisations.contains(&normal(part)))
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
            "Anne-Mari B. Øvre-Eide",
            "Ola Nordmann (ola.nordmann)",
            "ola.nordmann@hamar.example",
        ] {
            assert!(is_person(person), "{person}");
        }
        for customer in [
            "Hamar",
            "Hamar kommune",
            "Hamar Kommune",
            "Nord-Odal",
            "Hedmark IKT",
            "Sykehuset Innlandet HF",
            "Ajer Ungdomsskole",
            "Løten Barnehage",
            "Avdeling 7",
            "Eidskog",
        ] {
            assert!(!is_person(customer), "{customer}");
        }
    }
}
