//! What companies are called: in titles, in the names of sheets and files, and when two names are
//! of one company.

use crate::import::header::HeadRow;
use crate::import::heading::normal;
use crate::import::raw::RawCell;
use crate::import::synonyms::synonyms;
use crate::project::{SourceKind, TableId};

/// The most words that a company's name has before its form.
const MOST_WORDS: usize = 5;
/// A row that names the company has at most this many cells.
const TITLE_CELLS: usize = 3;

/// The company that the rows above a header name: behind a label, "Firma: Hedmark IKT", or by its
/// form, "Hedmark IKT IKS".
pub fn company_of_titles(above: &[HeadRow]) -> Option<String> {
    let rows: Vec<Vec<String>> = above.iter().map(|(_, cells)| texts(cells)).collect();
    let labelled = rows.iter().find_map(|texts| labelled(texts));
    labelled.or_else(|| {
        let titles = rows.iter().filter(|texts| texts.len() <= TITLE_CELLS);
        titles.flat_map(|texts| texts.iter()).find_map(|text| {
            // What stands behind another label is something else: "System: Visma AS".
            let text = match text.split_once(':') {
                Some((label, name)) if is_of_unit(label) => name,
                Some(_) => return None,
                None => text,
            };
            organisation_in(text, false)
        })
    })
}

/// The company that a group of rows names: "Firma: Hedmark IKT".
pub fn company_in(cells: &[RawCell<'_>]) -> Option<String> {
    let texts = texts(cells);
    let with_mark = texts.iter().any(|text| text.contains(':'));
    labelled(&texts).filter(|_| with_mark)
}

/// The company that the name of a sheet or a file has: `regnskap_hedmark_ikt_iks_2021.csv`.
pub fn company_in_name(name: &str) -> Option<String> {
    organisation_in(name, true)
}

fn texts(cells: &[RawCell<'_>]) -> Vec<String> {
    cells.iter().filter(|cell| !cell.is_blank()).map(|cell| cell.text().into_owned()).collect()
}

/// Whether a heading or a label names companies.
fn is_label(label: &str) -> bool {
    let label = normal(label);
    let names = synonyms().of(SourceKind::Table(TableId::Balances));
    let mut fields = names.iter().flat_map(|names| &names.fields);
    fields.any(|(id, headings)| id == "company" && headings.contains(&label))
}

/// Whether a heading or a label names either companies or units within one.
pub fn is_of_unit(label: &str) -> bool {
    synonyms().accounts.company_or_unit.contains(&normal(label))
}

/// What stands behind a label, in its cell or in the next one.
fn labelled(texts: &[String]) -> Option<String> {
    let named = |name: &str| Some(name.trim().to_owned()).filter(|name| !name.is_empty());
    let in_next = |at: usize| texts.get(at + 1).and_then(|name| named(name));
    texts.iter().enumerate().find_map(|(at, text)| match text.split_once(':') {
        Some((label, name)) if is_label(label) => named(name).or_else(|| in_next(at)),
        Some(_) => None,
        // Without a mark a label has its name beside it and nothing else, or the row is a header.
        None if is_label(text) => in_next(at).filter(|_| texts.len() == 2),
        None if texts.len() == 1 => {
            let (label, name) = text.trim().split_once(' ')?;
            named(name).filter(|_| is_label(label))
        }
        None => None,
    })
}

/// The words up to the form of a company: "Hedmark IKT IKS" in "Regnskap Hedmark IKT IKS 2021".
fn organisation_in(text: &str, is_name: bool) -> Option<String> {
    let words = &synonyms().accounts;
    let is_parting =
        |c: char| c.is_whitespace() || (is_name && matches!(c, '_' | '-' | '.' | '+' | ','));
    let parts: Vec<&str> = text
        .split(is_parting)
        .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|part| !part.is_empty())
        .collect();
    let is_form = |part: &&str| {
        words.company_forms.iter().any(|form| form == part)
            || words.company_forms_of_any_case.contains(&part.to_lowercase())
    };
    let is_of_name = |part: &&str| {
        let mut letters = part.chars();
        let is_word = letters.next().is_some_and(|c| c.is_uppercase() || is_name)
            && part.chars().any(char::is_alphabetic);
        let word = normal(part);
        let books = &synonyms().books;
        let others = [&books.titles, &books.drift, &books.investment, &books.balance];
        is_word
            && !word.is_empty()
            && !words.no_company.contains(&word)
            && !others.iter().any(|titles| titles.contains(&word))
    };
    let at = parts.iter().skip(1).position(is_form)? + 1;
    let before = parts.get(..at)?;
    let count = before.iter().rev().take_while(|part| is_of_name(part)).count().min(MOST_WORDS);
    let company = parts.get(at - count..=at)?;
    (count > 0).then(|| company.join(" "))
}

/// Whether a text is the name of a company or its number in Brønnøysund.
pub fn is_company(text: &str) -> bool {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_number = digits.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number || organisation_in(text, false).is_some()
}

/// Whether two names are of one company; `None` where they cannot be compared, as a number and a
/// name.
pub fn is_same_company(one: &str, other: &str) -> Option<bool> {
    let (one, other) = (Name::of(one), Name::of(other));
    match () {
        () if !one.words.is_empty() && !other.words.is_empty() => {
            let forms_differ =
                one.forms != other.forms && !one.forms.is_empty() && !other.forms.is_empty();
            let is_within =
                |one: &Name, other: &Name| one.words.iter().all(|word| other.words.contains(word));
            Some(!forms_differ && (is_within(&one, &other) || is_within(&other, &one)))
        }
        () if !one.numbers.is_empty() && !other.numbers.is_empty() => {
            Some(one.numbers == other.numbers)
        }
        () => None,
    }
}

/// A company's name in parts, as it is compared.
struct Name {
    words: Vec<String>,
    forms: Vec<String>,
    numbers: Vec<String>,
}

impl Name {
    fn of(name: &str) -> Self {
        let words = &synonyms().accounts;
        let is_form = |part: &String| {
            words.company_forms.iter().any(|form| form.to_lowercase() == *part)
                || words.company_forms_of_any_case.contains(part)
        };
        let all: Vec<String> = name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .map(str::to_lowercase)
            .collect();
        let is_number = |part: &String| part.bytes().all(|byte| byte.is_ascii_digit());
        let numbers = all.iter().filter(|part| is_number(part)).cloned().collect();
        let forms = all.iter().filter(|part| is_form(part)).cloned().collect();
        let words = all.into_iter().filter(|part| !is_number(part) && !is_form(part)).collect();
        Self { words, forms, numbers }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_their_company() {
        let titled = |texts: &[&str]| {
            let cells = texts.iter().map(|text| RawCell::Text((*text).to_owned().into()));
            company_of_titles(&[(1, cells.collect())])
        };
        for (texts, company) in [
            (&["Firma: Hedmark IKT"][..], Some("Hedmark IKT")),
            (&["Firma:", "10"], Some("10")),
            (&["Selskap", "HI IKS"], Some("HI IKS")),
            (&["Klient 10 Hedmark IKT"], Some("10 Hedmark IKT")),
            (&["Regnskap Hedmark IKT IKS 2021"], Some("Hedmark IKT IKS")),
            (&["Nord-Odal kommune – saldobalanse"], Some("Nord-Odal kommune")),
            (&["Regnskapsenhet: Løten Eiendom KF"], Some("Løten Eiendom KF")),
            (&["Enhet: Løten Eiendom KF"], Some("Løten Eiendom KF")),
            (&["Enhet: 100 Drift"], None),
            (&["System: Visma AS"], None),
            (&["Beløp per kommune"], None),
            (&["Regnskap 2021"], None),
            (&["Firma", "Konto", "Beløp"], None),
            (&["Kommunens regnskap"], None),
        ] {
            assert_eq!(titled(texts).as_deref(), company, "{texts:?}");
        }
    }

    #[test]
    fn names_of_files_and_sheets_may_be_those_of_companies() {
        for (name, company) in [
            ("regnskap_hedmark_ikt_iks_2021.csv", Some("hedmark ikt iks")),
            ("HI IKS 2021.xlsx", Some("HI IKS")),
            ("Løten-kommune-balanse.xlsx", Some("Løten kommune")),
            ("XX KF", Some("XX KF")),
            ("regnskap-2021.xlsx", None),
            ("regnskap per kommune.csv", None),
            ("drift.csv", None),
            ("kf.csv", None),
            ("hva hun sa.csv", None),
        ] {
            assert_eq!(company_in_name(name).as_deref(), company, "{name}");
        }
    }

    #[test]
    fn a_company_is_known_by_its_words_or_its_number() {
        for (one, other, is_same) in [
            ("Hedmark IKT", "HEDMARK IKT IKS", Some(true)),
            ("10 Hedmark IKT", "Hedmark IKT", Some(true)),
            ("10", "10 Hedmark IKT", Some(true)),
            ("HI IKS", "HI KF", Some(false)),
            ("HI IKS", "XX IKS", Some(false)),
            ("10", "20", Some(false)),
            ("10", "Hedmark IKT", None),
        ] {
            assert_eq!(is_same_company(one, other), is_same, "{one}, {other}");
        }
    }
}
