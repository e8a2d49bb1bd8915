//! Which fund the lines of a history are of: a list may hold those of several, and the report has
//! the *disposisjonsfond* alone.

use std::collections::HashMap;

use super::groups::begins_with_one_of;
use crate::import::heading::{compose, normal};
use crate::import::synonyms::synonyms;
use crate::project::FundLineKind;

/// The funds that a sheet names. The first has the name that stands around the list, or none.
#[derive(Default)]
pub struct FundNames {
    names: Vec<String>,
    places: HashMap<String, usize>,
    /// The fund that the lines are of, unless they say otherwise.
    current: usize,
}

/// What a line says of its fund.
#[derive(Clone, Copy, Default)]
pub struct OfFund {
    /// The fund under whose name it stands.
    pub under: usize,
    /// The fund that its words name.
    pub named: Option<usize>,
}

impl FundNames {
    /// The funds of a list around which that name stands.
    pub fn new(titled: Option<&str>) -> Self {
        let mut names = Self::default();
        names.place(titled.unwrap_or_default());
        names
    }

    fn place(&mut self, name: &str) -> usize {
        let key = match is_of_report(name) {
            true => synonyms().accounts.own_funds.first().cloned().unwrap_or_default(),
            false => normal(name),
        };
        let next = self.names.len();
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            self.names.push(compose(name.trim()).into_owned());
        }
        place
    }

    /// What follows is of the fund that stands around the list.
    pub fn begin_row(&mut self) {
        self.current = 0;
    }

    /// What follows is of that fund; an empty name changes nothing.
    pub fn open(&mut self, name: &str) {
        if !name.trim().is_empty() {
            self.current = self.place(name);
        }
    }

    /// What a line of that kind says of its fund. A balance that names one begins its lines.
    pub fn of_line(&mut self, kind: FundLineKind, words: &str) -> OfFund {
        let named = phrase_in(words).map(|name| self.place(&name));
        if let Some(named) = named.filter(|_| kind != FundLineKind::Movement) {
            self.current = named;
        }
        OfFund { under: self.current, named }
    }

    /// What a fund is called; empty where nothing says it.
    pub fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", String::as_str)
    }
}

/// Whether a name is that of the *disposisjonsfond*.
pub fn is_of_report(name: &str) -> bool {
    let name = normal(name);
    synonyms().accounts.own_funds.iter().any(|fund| has_phrase(&name, fund))
}

/// Whether a name is that of another fund which is known.
pub fn is_other(name: &str) -> bool {
    let name = normal(name);
    synonyms().accounts.other_funds.iter().any(|other| has_phrase(&name, other))
}

/// The name of a fund that stands in a text.
pub fn phrase_in(text: &str) -> Option<String> {
    let text = normal(text);
    let words = &synonyms().accounts;
    let mut all = words.other_funds.iter().chain(&words.own_funds);
    all.find(|name| has_phrase(&text, name)).cloned()
}

fn has_phrase(text: &str, phrase: &str) -> bool {
    format!(" {text} ").contains(&format!(" {phrase} "))
}

/// Whether a text without amounts is the name of a fund, whose lines follow.
pub fn is_name(text: &str) -> bool {
    let text = normal(text);
    let accounts = &synonyms().accounts;
    let ends = |word: &str| accounts.fund_ends.iter().any(|end| word.ends_with(end.as_str()));
    let moves = |word: &str| accounts.fund.iter().any(|known| known == word) && !ends(word);
    text.split(' ').any(ends) && !text.split(' ').any(moves)
}

/// The kind of a line that is a fund and the day of a balance: "Disposisjonsfond 31.12.2021".
fn kind_of_day(line: &str) -> Option<FundLineKind> {
    let name = phrase_in(line)?;
    let rest = line.strip_prefix(name.as_str())?.trim();
    let words: Vec<&str> = rest.split(' ').filter(|word| !super::is_before_day(word)).collect();
    let day = words.join(" ");
    let is_of = |labels: &[String]| {
        let day = format!("saldo {day}");
        let is_day = labels.contains(&day);
        is_day || begins_with_one_of(rest, labels)
    };
    match () {
        // A list with a row for each fund has what stands in it.
        () if rest.is_empty() => Some(FundLineKind::Closing),
        () if is_of(&synonyms().openings) => Some(FundLineKind::Opening),
        () if is_of(&synonyms().closings) => Some(FundLineKind::Closing),
        () => None,
    }
}

/// What a line is, by what a column says or by its words; `None` for a blank one.
pub fn kind_of(kind_text: &str, words: &str) -> Option<FundLineKind> {
    let kinds = [FundLineKind::Movement, FundLineKind::Opening, FundLineKind::Closing];
    if let Some(kind) = kinds.into_iter().find(|kind| kind.choice().is_called(kind_text)) {
        return (kind != FundLineKind::Movement || !words.is_empty()).then_some(kind);
    }
    let line = normal(words);
    if let Some(kind) = kind_of_day(&line) {
        return Some(kind);
    }
    match () {
        () if line.is_empty() => None,
        () if begins_with_one_of(&line, &synonyms().openings) => Some(FundLineKind::Opening),
        () if begins_with_one_of(&line, &synonyms().closings) => Some(FundLineKind::Closing),
        () => Some(FundLineKind::Movement),
    }
}
