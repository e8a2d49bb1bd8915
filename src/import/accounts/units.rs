//! What amounts are counted in: kroner, unless the sheet says thousands or millions.

use super::surroundings::Surroundings;
use super::text_of;
use crate::import::heading::normal;
use crate::import::noticed::note;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::raw::RawCell;
use crate::import::synonyms::synonyms;
use crate::issue::Issue;
use crate::message;
use crate::number::Decimal;
use crate::project::{AmountUnit, cell_name};
use crate::words::Message;

/// What a text around the amounts says of their unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitSaid {
    /// The unit.
    pub unit: AmountUnit,
    /// The text.
    pub text: String,
    /// Its cell; `None` for the sheet's name.
    pub cell: Option<String>,
    /// Whether it names no money: "i 1000".
    pub is_vague: bool,
}

/// How many kroner a unit is.
pub fn factor(unit: AmountUnit) -> Decimal {
    match unit {
        AmountUnit::Krone => Decimal::ONE,
        AmountUnit::Thousand => Decimal::ONE_THOUSAND,
        AmountUnit::Million => Decimal::from(1_000_000),
    }
}

/// How many decimals an amount may have that is counted in a unit: whole øre.
pub fn decimals(unit: AmountUnit) -> u32 {
    match unit {
        AmountUnit::Krone => 2,
        AmountUnit::Thousand => 5,
        AmountUnit::Million => 8,
    }
}

/// What the cells of a row say of the unit.
pub fn units_in_row(row: u32, cells: &[RawCell<'_>]) -> Vec<UnitSaid> {
    let texts = cells.iter().enumerate().filter_map(|(at, cell)| Some((at, text_of(cell)?)));
    let units = texts.filter_map(|(at, text)| {
        let (unit, is_vague) = unit_in(text)?;
        let cell = Some(cell_name(at, row));
        Some(UnitSaid { unit, text: text.to_owned(), cell, is_vague })
    });
    units.collect()
}

/// What the name of a sheet says of the unit.
pub fn unit_in_name(sheet: &str) -> Option<UnitSaid> {
    let (unit, is_vague) = unit_in(sheet)?;
    Some(UnitSaid { unit, text: sheet.to_owned(), cell: None, is_vague })
}

/// The unit that stands with a number: `TNOK`.
pub fn unit_in_words(text: &str) -> Option<AmountUnit> {
    unit_in(text).map(|(unit, _)| unit)
}

/// The unit that a title or a footer names, and whether it names no money: "Alle tall i hele
/// tusen kroner", "Valuta: TNOK", "Beløp i 1000".
fn unit_in(text: &str) -> Option<(AmountUnit, bool)> {
    let words = &synonyms().accounts;
    let all = normal(text);
    let unit = words.units().into_iter().find_map(|(unit, phrases)| {
        let (_, phrase) = place(&all, phrases)?;
        Some((unit, words.vague.contains(phrase)))
    });
    unit.or_else(|| {
        let parts = text.split([':', '(', ')', ';']).map(normal).chain([all.clone()]);
        let parts: Vec<String> = parts.collect();
        let cells = words.units_of_cells().into_iter();
        let mut named = cells.filter(|(_, names)| parts.iter().any(|part| names.contains(part)));
        named.next().map(|(unit, _)| (unit, false))
    })
}

/// The unit that a heading names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingUnit {
    /// The unit.
    pub unit: AmountUnit,
    /// The heading in its compared form without it.
    pub rest: String,
    /// Whether it names no money.
    pub is_vague: bool,
}

/// The unit that a heading names, and what else it says.
pub fn unit_of_heading(heading: &str) -> Option<HeadingUnit> {
    let words = &synonyms().accounts;
    let all = normal(heading);
    let lists = words
        .units()
        .into_iter()
        .chain(words.units_of_cells())
        .chain([(AmountUnit::Thousand, &words.thousand_headings[..])]);
    lists.into_iter().find_map(|(unit, phrases)| {
        let (at, phrase) = place(&all, phrases)?;
        let mut rest: Vec<&str> = all.split(' ').collect();
        rest.drain(at..at + phrase.split(' ').count());
        let is_vague = words.vague.contains(phrase);
        Some(HeadingUnit { unit, rest: rest.join(" "), is_vague })
    })
}

/// Where one of some phrases stands in a text, in words. A limit before it makes it an amount
/// like others: "over 1000 kr".
fn place<'p>(text: &str, phrases: &'p [String]) -> Option<(usize, &'p String)> {
    let words: Vec<&str> = text.split(' ').collect();
    let limits = &synonyms().accounts.limits;
    phrases.iter().find_map(|phrase| {
        let phrase_words: Vec<&str> = phrase.split(' ').collect();
        let mut windows = words.windows(phrase_words.len()).enumerate();
        let stands_alone = |(at, window): &(usize, &[&str])| {
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            *window == phrase_words
                && before.is_none_or(|word| !limits.iter().any(|limit| limit == word))
        };
        windows.find(stands_alone).map(|(at, _)| (at, phrase))
    })
}

/// What the amounts of a sheet are counted in, and what is told or asked about it.
pub struct Decided {
    /// The unit of columns whose headings name none.
    pub unit: AmountUnit,
    /// Whether it also goes before what headings say.
    pub goes_before_headings: bool,
    /// What a person must say.
    pub question: Option<Question>,
    /// What a person should know.
    pub note: Option<Issue>,
    /// What the sheet itself says of the unit, as it is compared.
    pub words: String,
}

/// Decides what the amounts are counted in: what a person says, then what headings say of their
/// column and titles, footers and the sheet's name of all, then what was said of an earlier
/// file. What contradicts itself is asked about.
pub fn decide(around: &Surroundings, headings: &[&str], have_ore: bool) -> Decided {
    let columns: Vec<Option<HeadingUnit>> =
        headings.iter().map(|heading| unit_of_heading(heading)).collect();
    let headed = distinct(columns.iter().flatten().map(|heading| heading.unit));
    let titled = distinct(around.units.iter().map(|named| named.unit));
    let is_silent = columns.contains(&None);
    let is_mixed = headed.len() > 1 || (!headed.is_empty() && is_silent);
    let is_larger = |units: &[AmountUnit]| units.iter().any(|unit| *unit != AmountUnit::Krone);
    let is_vague = around.units.iter().any(|named| named.is_vague)
        || columns.iter().flatten().any(|heading| heading.is_vague);
    let is_unclear = titled.len() > 1
        || is_vague
        || (titled.is_empty() && is_mixed && is_larger(&headed))
        || (titled.len() == 1 && headed.iter().any(|unit| !titled.contains(unit)))
        || ((is_larger(&titled) || is_larger(&headed)) && have_ore);
    let said_unit = around.said_unit();
    let of_file = match (&titled[..], &headed[..]) {
        ([unit], _) | ([], [unit]) => Some(*unit),
        _ => None,
    };
    let unit = match around.unit {
        Some(unit) => unit,
        None if is_unclear => said_unit.or(of_file).unwrap_or_default(),
        None => of_file.or(said_unit).unwrap_or_default(),
    };
    let mut decided = Decided {
        unit,
        goes_before_headings: around.unit.is_some() && !is_mixed,
        question: None,
        note: None,
        words: around.unit_words(),
    };
    let larger = around.units.iter().find(|named| named.unit != AmountUnit::Krone);
    if is_unclear && said_unit.is_none() {
        let heading = columns.iter().position(Option::is_some);
        let heading = heading.and_then(|at| headings.get(at)).map(|heading| heading.trim());
        let text = larger.map(|named| named.text.as_str()).or(heading);
        let text = text.unwrap_or_default();
        decided.question = ask_unit(match is_vague {
            true => message!("import-ask-unit-vague", text = text),
            false => message!("import-ask-unit", text = text),
        });
    } else if unit != AmountUnit::Krone || (is_larger(&headed) && !decided.goes_before_headings) {
        let source = larger.filter(|named| named.unit == unit);
        let counted = headed.last().copied().filter(|_| unit == AmountUnit::Krone).unwrap_or(unit);
        let words = counted.choice().word().to_lowercase();
        let message = match source {
            Some(named) => message!("import-unit-by", text = named.text.as_str(), unit = words),
            None => message!("import-unit-read", unit = words),
        };
        let mut issue = note(message);
        issue.place.cell = source.and_then(|named| named.cell.clone());
        decided.note = Some(issue);
    }
    decided
}

fn distinct(units: impl Iterator<Item = AmountUnit>) -> Vec<AmountUnit> {
    let mut units: Vec<AmountUnit> = units.collect();
    units.sort_unstable();
    units.dedup();
    units
}

/// Asks what amounts are counted in.
pub fn ask_unit(asks: Message) -> Option<Question> {
    let answer = |unit: &AmountUnit| Answer::new(unit.choice().word(), Setting::Unit(*unit));
    let answers = AmountUnit::ALL.iter().map(answer).collect();
    Question::new(asks, answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_what_amounts_are_counted_in() {
        let unit = |text: &str| unit_in(text).map(|(unit, _)| unit);
        for text in [
            "Alle tall i hele tusen kroner",
            "Beløp i TNOK",
            "Beløp i 1000",
            "Tall i 1 000 kr",
            "Beløp i 1.000 kroner",
            "Alle beløp er i hele 1\u{a0}000 kr",
            "Valuta: 1000 NOK",
            "(1000 kr)",
            "Tal i heile tusen kroner",
            "Amounts in NOK thousands",
            "Regnskap 2021 (tusen kroner)",
        ] {
            assert_eq!(unit(text), Some(AmountUnit::Thousand), "{text}");
        }
        for text in ["Tall i mill. kr", "MNOK", "Alle tall i millioner kroner"] {
            assert_eq!(unit(text), Some(AmountUnit::Million), "{text}");
        }
        for text in ["Beløp i kr", "Alle tall i hele kroner", "Beløp i NOK"] {
            assert_eq!(unit(text), Some(AmountUnit::Krone), "{text}");
        }
        for text in [
            "Ansvar 1000",
            "Utvalg: beløp over 1000 kr",
            "Regnskap 2021",
            "Konto 1000 til 1999",
            "Hedmark IKT",
        ] {
            assert_eq!(unit_in(text), None, "{text}");
        }
    }

    #[test]
    fn a_heading_is_parted_from_its_unit() {
        for (heading, unit, rest) in [
            ("Regnskap 2021 (i 1000 kr)", AmountUnit::Thousand, "regnskap"),
            ("Regnskap 2021 (1000)", AmountUnit::Thousand, "regnskap"),
            ("Rev. budsjett 2021 TNOK", AmountUnit::Thousand, "rev budsjett"),
            ("Beløp i 1000", AmountUnit::Thousand, "beløp"),
            ("Budsjett mill. kr", AmountUnit::Million, "budsjett"),
            ("Beløp i kr", AmountUnit::Krone, "beløp"),
            ("TNOK", AmountUnit::Thousand, ""),
        ] {
            let read = unit_of_heading(heading).map(|read| (read.unit, read.rest));
            assert_eq!(read, Some((unit, rest.to_owned())), "{heading}");
        }
        assert_eq!(unit_of_heading("Regnskap 2021"), None);
    }
}
