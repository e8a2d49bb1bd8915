//! The years of headings: each column of amounts belongs to a year, and only those of the
//! sheet's year and, of the accounts, of the year before are taken.

use super::days::{day_in, is_before_day, with_days};
use super::heading_time::HeadingTime;
use super::periods::plain_year;
use super::units::unit_of_heading;
use crate::calendar::Year;
use crate::import::Options;
use crate::import::dates::LIKELY_YEARS;
use crate::import::heading::normal;
use crate::import::mapping::Mapping;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::sheet::Certainty;
use crate::import::synonyms::{KindNames, synonyms};
use crate::message;
use crate::project::{SourceKind, TableId};

/// A field of amounts, the heading's names that it takes, and how many years before the sheet's.
type Taken = (&'static str, &'static str, Year);

/// What the columns of balances are taken from. A heading without a word about last year may be
/// last year's accounts by its year.
const BALANCES: [Taken; 7] = [
    ("actual", "actual", 0),
    ("revised_budget", "revised_budget", 0),
    ("original_budget", "original_budget", 0),
    ("last_year", "actual", 1),
    ("last_year", "last_year", 1),
    ("debit", "debit", 0),
    ("credit", "credit", 0),
];

/// The same of a balance list, whose opening balance is last year's closing.
const BALANCE_LIST: [Taken; 4] = [
    ("closing", "closing", 0),
    ("opening", "opening", 0),
    ("opening", "closing", 1),
    ("opening", "opening", 1),
];

/// What headings say of years.
#[derive(Default)]
pub struct HeadingYears {
    /// The year that the sheet is about, where headings tell it.
    pub year: Option<Year>,
    /// Which of several years, where only a person knows.
    pub question: Option<Question>,
    /// Columns of other years, by their places and headings.
    pub left: Vec<(usize, String)>,
}

/// A column of amounts that a year heads.
struct Headed {
    index: usize,
    role: &'static str,
    /// The year; `None` for a heading with several.
    year: Option<Year>,
    /// The month and the day by which the amounts have come together, where the heading says it.
    until: Option<(u8, u8)>,
}

/// Gives each column of amounts its year. `likely` is the year that titles name, then
/// the one that is reported on.
pub fn settle_years(
    mapping: &mut Mapping,
    names: &KindNames,
    options: &Options,
    likely: [Option<Year>; 2],
) -> HeadingYears {
    let taken: &[Taken] = match mapping.kind {
        SourceKind::Table(TableId::Balances) => &BALANCES,
        SourceKind::Table(TableId::BalanceList) => &BALANCE_LIST,
        _ => return HeadingYears::default(),
    };
    let headed = headed(mapping, names, taken);
    if headed.is_empty() {
        return HeadingYears::default();
    }
    let (year, question) = sheet_year(mapping, names, (&headed, taken), (options, likely));
    let Some(year) = year else { return HeadingYears::default() };
    let is_chosen = |mapping: &Mapping, index: usize| {
        mapping.columns.get(index).is_some_and(|column| column.certainty == Certainty::Chosen)
    };
    for column in &headed {
        if !is_chosen(mapping, column.index) {
            clear(mapping, column.index);
        }
    }
    for (field, role, before) in taken {
        let is_told = options.map.iter().any(|(named, _)| named == field);
        if is_told || mapping.column_of(field).is_some() {
            continue;
        }
        let of_year = headed.iter().filter(|column| {
            let is_free =
                mapping.columns.get(column.index).is_some_and(|column| column.field.is_none());
            is_free && column.role == *role && column.year == year.checked_sub(*before)
        });
        // The whole year goes before a part of it, and the later of two days before the earlier.
        let of_year = of_year.rev().max_by_key(|column| column.until.unwrap_or((u8::MAX, 0)));
        let column = of_year.map(|column| column.index).or_else(|| {
            let is_named_so = field == role;
            is_named_so.then(|| without_year(mapping, names, role)).flatten()
        });
        if let Some(column) = column {
            assign(mapping, column, field);
        }
    }
    let is_other = |column: &&Headed| {
        let is_read =
            mapping.columns.get(column.index).is_some_and(|column| column.field.is_some());
        !is_read && (column.year != Some(year) || column.until.is_some())
    };
    let heading = |column: &Headed| {
        let heading =
            mapping.columns.get(column.index).map(|column| column.heading.trim().to_owned());
        (column.index, heading.unwrap_or_default())
    };
    let left = headed.iter().filter(is_other).map(heading).collect();
    HeadingYears { year: Some(year), question, left }
}

/// The columns of amounts with a year in their heading.
fn headed(mapping: &Mapping, names: &KindNames, taken: &[Taken]) -> Vec<Headed> {
    let columns = mapping.columns.iter().filter(|column| column.certainty != Certainty::Person);
    let headed = columns.filter_map(|column| {
        let years = years_in(&column.heading, names);
        let last = *years.last()?;
        let role = role_of(mapping, names, column.index, taken)?;
        let year = (years.first() == years.last()).then_some(last);
        let day = with_days(&column.heading).iter().find_map(|word| day_in(word));
        let until = day.map(|(_, month, day)| (month, day)).or_else(|| {
            let until = HeadingTime::of(&column.heading)?.until(last)?;
            Some((until.month().unsigned_abs(), until.day().unsigned_abs()))
        });
        Some(Headed { index: column.index, role, year, until })
    });
    headed.collect()
}

/// What a column of amounts is called, whatever its year: by the field that a person or a profile
/// gave it, else by its heading.
fn role_of(
    mapping: &Mapping,
    names: &KindNames,
    index: usize,
    taken: &[Taken],
) -> Option<&'static str> {
    let column = mapping.columns.get(index)?;
    let roles = || taken.iter().map(|(_, role, _)| *role);
    let is_decided = matches!(column.certainty, Certainty::Chosen | Certainty::Remembered);
    if let Some(field) = column.field.as_deref().filter(|_| is_decided) {
        return roles().find(|role| *role == field);
    }
    let heading = mapping.normals.get(index)?;
    roles().find(|role| knows(names, role, heading))
}

fn knows(names: &KindNames, field: &str, heading: &str) -> bool {
    let mut fields = names.fields.iter().filter(|(id, _)| id == field);
    fields.any(|(_, headings)| headings.iter().any(|known| known == heading))
}

/// A free column of that name which no year heads.
fn without_year(mapping: &Mapping, names: &KindNames, role: &str) -> Option<usize> {
    let mut free = mapping.columns.iter().filter(|column| {
        column.field.is_none()
            && column.certainty != Certainty::Person
            && years_in(&column.heading, names).is_empty()
    });
    let heading = |index: usize| mapping.normals.get(index).map_or("", String::as_str);
    free.find(|column| knows(names, role, heading(column.index))).map(|column| column.index)
}

/// The year that the sheet is about: what a person says, else a year of the headings that titles
/// name, or that is reported on, else the latest of the accounts; budgets of several years, or
/// of others than the accounts, are asked about.
fn sheet_year(
    mapping: &Mapping,
    names: &KindNames,
    (headed, taken): (&[Headed], &[Taken]),
    (options, likely): (&Options, [Option<Year>; 2]),
) -> (Option<Year>, Option<Question>) {
    if let Some(year) = options.year {
        return (Some(year), None);
    }
    let main = taken.first().map_or("", |(field, ..)| field);
    let years_of = |is_main: bool| {
        let headed = headed.iter().filter(move |column| (column.role == main) == is_main);
        let mut years: Vec<Year> = headed.filter_map(|column| column.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    };
    let is_chosen = |column: &&Headed| {
        column.role == main
            && mapping
                .columns
                .get(column.index)
                .is_some_and(|column| column.certainty == Certainty::Chosen)
    };
    if let Some(year) = headed.iter().find(is_chosen).and_then(|column| column.year) {
        return (Some(year), None);
    }
    let (accounts, others) = (years_of(true), years_of(false));
    let mut all: Vec<Year> = accounts.iter().chain(&others).copied().collect();
    all.sort_unstable();
    all.dedup();
    // Accounts without a year are those of the year that titles name, or of the report's; beside
    // accounts with one they are those of the year after.
    let is_plain = mapping.column_of(main).is_some_and(|column| {
        let heading = mapping.columns.get(column).map_or("", |column| column.heading.as_str());
        years_in(heading, names).is_empty()
    });
    let has_plain = without_year(mapping, names, main).is_some();
    let is_right = |year: &Year| {
        let follows = accounts.last().is_some_and(|last| Some(*last) == year.checked_sub(1));
        is_plain || all.contains(year) || (has_plain && follows)
    };
    if let Some(year) = likely.into_iter().flatten().find(is_right) {
        return (Some(year), None);
    }
    let latest = accounts.last().or(others.last()).copied();
    let is_clear = match accounts.last() {
        Some(last) => others.iter().all(|year| year <= last),
        None => others.len() == 1,
    };
    // Last year's accounts alone are told by their name.
    let is_last_years =
        accounts.is_empty() && headed.iter().all(|column| column.role == "last_year");
    if is_last_years {
        return (latest.and_then(|year| year.checked_add(1)), None);
    }
    let question = if is_clear { None } else { question(mapping, headed, &all) };
    (latest, question)
}

/// Of which year the rows are, each with the columns that are of it.
fn question(mapping: &Mapping, headed: &[Headed], years: &[Year]) -> Option<Question> {
    let heading = |column: &Headed| {
        let column = mapping.columns.get(column.index);
        column.map_or(String::new(), |column| column.heading.trim().to_owned())
    };
    let all: Vec<String> = headed.iter().map(heading).collect();
    let answers = years.iter().map(|year| {
        let of_year = headed.iter().filter(|column| column.year == Some(*year));
        let of_year: Vec<String> = of_year.map(heading).collect();
        let words =
            crate::t!("import-year-columns", year = year.to_string(), columns = of_year.join(", "));
        Answer::new(words, Setting::Year(*year))
    });
    let asks = message!("import-ask-heading-year", columns = all.join(", "));
    Question::new(asks, answers.collect())
}

fn assign(mapping: &mut Mapping, column: usize, field: &str) {
    if let Some(read) = mapping.columns.get_mut(column) {
        read.field = Some(field.to_owned());
        read.certainty = Certainty::Known;
    }
}

fn clear(mapping: &mut Mapping, column: usize) {
    if let Some(read) = mapping.columns.get_mut(column) {
        read.field = None;
        read.certainty = Certainty::Ignored;
    }
}

/// The years that a heading names, in order: `Regnskap 2021`, `B2021`, `Oppr. budsjett 21`.
fn years_in(heading: &str, names: &KindNames) -> Vec<Year> {
    let words = heading.split(|c: char| !c.is_ascii_digit());
    let years = words.filter(|word| word.len() == 4).filter_map(|word| word.parse().ok());
    let years: Vec<Year> = years.filter(|year| LIKELY_YEARS.contains(year)).collect();
    if !years.is_empty() {
        return years;
    }
    let days: Vec<Year> =
        heading.split_whitespace().filter_map(|word| day_in(word).map(|(year, ..)| year)).collect();
    if !days.is_empty() {
        return days;
    }
    let spaced = heading.replace('.', " ");
    let short = [heading, spaced.as_str()].into_iter();
    let mut short = short.filter_map(|heading| short_year(&bare(heading), names));
    short.next().map(|(_, year)| year).into_iter().collect()
}

/// A heading as it is compared in exports of the accounts: without its unit and its year, however
/// short they are written. One that no field knows is left as it is.
pub fn compared(names: &KindNames, heading: &str) -> String {
    let plain = normal(heading);
    let is_of_accounts = matches!(
        names.kind,
        SourceKind::Table(TableId::Balances | TableId::BalanceList | TableId::Statements)
            | SourceKind::Ledger
    );
    if !is_of_accounts || names.field_of(&plain).is_some() {
        return plain;
    }
    // A year alone heads an amount.
    if plain.is_empty() && plain_year(heading).is_some() {
        return synonyms().accounts.amount.clone();
    }
    // A point may stand for the space, too: "Oppr.bud".
    let spaced = heading.replace('.', " ");
    let known = [heading, spaced.as_str()].into_iter().find_map(|heading| {
        let bare = bare(heading);
        if names.field_of(&bare).is_some() {
            return Some(bare);
        }
        let short = short_year(&bare, names).map(|(name, _)| name);
        short
            .or_else(|| letters(&bare, names))
            .or_else(|| relative(&bare, names))
            .or_else(|| sided(&bare, names))
    });
    let is_dated = names.kind != SourceKind::Table(TableId::BalanceList);
    known.or_else(|| of_day(heading, names).filter(|_| is_dated)).unwrap_or(plain)
}

/// The name of a heading of one side of an amount: `Inngående balanse debet`.
fn sided(bare: &str, names: &KindNames) -> Option<String> {
    let accounts = &synonyms().accounts;
    let side = |word: &str| {
        let is_of = |words: &[String]| word.len() > 2 && words.iter().any(|known| known == word);
        match (is_of(&accounts.debit), is_of(&accounts.credit)) {
            (true, _) => Some("debet"),
            (_, true) => Some("kredit"),
            _ => None,
        }
    };
    let (before, last) = bare.rsplit_once(' ')?;
    let (first, behind) = bare.split_once(' ')?;
    let (side, rest) = side(last).map(|side| (side, before)).or(side(first).map(|s| (s, behind)))?;
    let name = match names.field_of(rest)? {
        "opening" => format!("ib {side}"),
        "closing" if names.kind == SourceKind::Table(TableId::BalanceList) => format!("ub {side}"),
        "actual" | "amount" | "movement" => side.to_owned(),
        _ => return None,
    };
    names.field_of(&name).is_some().then_some(name)
}

/// The name of a heading whose year is told by the list's own: `I år`, `Saldo fjor`.
fn relative(bare: &str, names: &KindNames) -> Option<String> {
    let accounts = &synonyms().accounts;
    let rest = |phrases: &[String]| {
        let rests = phrases.iter().filter_map(|phrase| bare.strip_suffix(phrase.as_str()));
        let whole = rests.filter(|rest| rest.is_empty() || rest.ends_with(' '));
        whole.map(|rest| rest.trim().to_owned()).min_by_key(String::len)
    };
    if let Some(rest) = rest(&accounts.this_year) {
        let name = if rest.is_empty() { accounts.amount.clone() } else { rest };
        return names.field_of(&name).is_some().then_some(name);
    }
    let rest = rest(&accounts.last_year)?;
    let is_result = rest.is_empty() || names.field_of(&rest) == Some("actual");
    // Any of the names will do that the field has.
    let (_, last_year) = names.fields.iter().find(|(id, _)| *id == "last_year")?;
    last_year.first().filter(|_| is_result).cloned()
}

/// The name of a heading that says by which day its amounts have come together: `Regnskap per
/// 31.12.2021` is the accounts, and a day alone is an amount.
fn of_day(heading: &str, names: &KindNames) -> Option<String> {
    let mut rest = Vec::new();
    let mut has_day = false;
    for word in with_days(heading) {
        if day_in(&word).is_some() {
            has_day = true;
        } else if !is_before_day(&word) {
            rest.push(word);
        }
    }
    let rest = bare(&rest.join(" "));
    match () {
        () if !has_day => part_of_year(heading, names),
        () if rest.is_empty() => Some(synonyms().accounts.amount.clone()),
        () => names.field_of(&rest).is_some().then_some(rest),
    }
}

/// The name of a heading of the accounts of a part of the year: `Regnskap jan-aug`.
fn part_of_year(heading: &str, names: &KindNames) -> Option<String> {
    let time = HeadingTime::of(heading)?;
    if time.rest.is_empty() {
        return Some(synonyms().accounts.amount.clone());
    }
    let rest = bare(&time.rest);
    let field = names.field_of(&rest);
    // Of budgets only that of the whole year counts.
    field.filter(|field| !field.contains("budget")).map(|_| rest)
}

/// A heading in its compared form without its unit.
fn bare(heading: &str) -> String {
    match unit_of_heading(heading) {
        Some(unit) if unit.rest.is_empty() => synonyms().accounts.amount.clone(),
        Some(unit) => unit.rest,
        None => normal(heading),
    }
}

/// The name and the year of a heading whose year has two digits, or none between it and the
/// letter that stands for its name: `budsjett 21`, `b21`, `r2020`.
fn short_year(bare: &str, names: &KindNames) -> Option<(String, Year)> {
    let at = bare.rfind(|c: char| !c.is_ascii_digit())?;
    let end = at + bare[at..].chars().next()?.len_utf8();
    let (name, digits) = (bare[..end].trim(), &bare[end..]);
    let year: Year = match digits.len() {
        2 => digits.parse::<Year>().ok().map(|year| 2000 + year)?,
        4 => digits.parse().ok().filter(|year| LIKELY_YEARS.contains(year))?,
        _ => return None,
    };
    let is_amount = |name: &str| {
        let field = names.field_of(name);
        field.is_some_and(|field| BALANCES.iter().chain(&BALANCE_LIST).any(|(id, ..)| *id == field))
    };
    let name = letters(name, names).unwrap_or_else(|| name.to_owned());
    is_amount(&name).then_some((name, year))
}

/// The name that a letter stands for.
fn letters(bare: &str, names: &KindNames) -> Option<String> {
    let mut short = synonyms().accounts.short.iter();
    let (_, name) = short.find(|(letter, _)| letter == bare)?;
    names.field_of(name).is_some().then(|| name.clone())
}
