//! Several companies in one list: the rows of one of them are wanted, or those of all.

use std::collections::HashMap;

use super::company_names::is_same_company;
use crate::import::classify::total_label;
use crate::import::heading::{compose, normal};
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::raw::RawCell;
use crate::message;

/// At most this many companies are named in a question.
const NAMED: usize = 12;

/// The companies of a sheet, each with how many rows it has.
#[derive(Default)]
pub struct Companies {
    names: Vec<(String, usize)>,
    places: HashMap<Box<str>, u32>,
    /// The company that a title or a group names, for rows that name none.
    of_group: u32,
}

/// What becomes of the rows of each company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All rows are taken.
    All,
    /// Those of this company alone, by its place.
    Only(u32),
    /// A person must say.
    Ask,
}

impl Companies {
    /// The companies of a sheet of which nothing is known but what its titles say.
    pub fn new(titled: Option<&str>) -> Self {
        let mut companies = Self::default();
        // The first has no name: rows of which nothing says whose they are.
        companies.place(titled.unwrap_or_default());
        companies
    }

    /// The company of a row of data, counted; a blank is the group's.
    pub fn take(&mut self, cell: &RawCell<'_>) -> u32 {
        let place = match cell.is_blank() {
            true => self.of_group,
            false => self.place(&compose(&cell.text())),
        };
        if let Some((_, count)) = self.names.get_mut(place as usize) {
            *count += 1;
        }
        place
    }

    /// What follows is of that company, unless rows say otherwise.
    pub fn open(&mut self, name: &str) {
        self.of_group = self.place_of(name).unwrap_or_else(|| self.place(name));
    }

    /// The place of a company that is called so, or a little otherwise.
    fn place_of(&self, name: &str) -> Option<u32> {
        let is_called_so =
            |(known, _): &(String, usize)| is_same_company(known, name) == Some(true);
        let exact = self.places.get(normal(name).as_str()).copied();
        exact.or_else(|| u32::try_from(self.names.iter().position(is_called_so)?).ok())
    }

    fn place(&mut self, name: &str) -> u32 {
        let key = normal(name);
        if let Some(place) = self.places.get(key.as_str()) {
            return *place;
        }
        let place = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push((name.trim().to_owned(), 0));
        self.places.insert(key.into(), place);
        place
    }

    fn met(&self) -> impl Iterator<Item = &(String, usize)> {
        self.names.iter().filter(|(_, count)| *count > 0)
    }

    /// Whose rows are taken. An empty name means all; of several companies one that is not there
    /// is asked about.
    pub fn wanted(&self, company: Option<&str>) -> Wanted {
        match company {
            Some(name) if normal(name).is_empty() => Wanted::All,
            Some(name) => match self.place_of(name) {
                Some(place) if self.is_met(place) => Wanted::Only(place),
                // All rows of a list that names no company are taken. A list of another company
                // alone is left out as a whole.
                _ if self.met().count() < 2 => Wanted::All,
                _ => Wanted::Ask,
            },
            None if self.met().count() > 1 => Wanted::Ask,
            None => Wanted::All,
        }
    }

    /// The company whose rows are taken, where it is one and has a name.
    pub fn taken(&self, company: Option<&str>) -> Option<&str> {
        let named = |(name, _): &'_ (String, usize)| !name.is_empty();
        match self.wanted(company) {
            Wanted::Only(place) => self.names.get(place as usize).map(|(name, _)| name.as_str()),
            Wanted::All | Wanted::Ask if self.met().count() > 1 => None,
            _ => {
                let only = self.met().next().or(self.names.first());
                only.filter(|only| named(only)).map(|(name, _)| name.as_str())
            }
        }
    }

    fn is_met(&self, place: u32) -> bool {
        self.names.get(place as usize).is_some_and(|(_, count)| *count > 0)
    }

    /// Whether nothing says whose the rows of that place are.
    pub fn is_unnamed(&self, place: u32) -> bool {
        self.names.get(place as usize).is_none_or(|(name, _)| name.is_empty())
    }

    /// Which company's rows are wanted.
    pub fn question(&self) -> Option<Question> {
        let named: Vec<&(String, usize)> = self
            .met()
            .filter(|(name, _)| !name.is_empty() && total_label(name).is_none())
            .collect();
        let companies = named.iter().take(NAMED);
        let companies: Vec<String> = companies
            .map(|(name, count)| crate::t!("import-company-rows", name = name, count = *count))
            .collect();
        let more = named.len().saturating_sub(NAMED);
        let asks = message!("import-ask-company", companies = companies.join(", "), more = more,);
        let one = named.iter().map(|(name, _)| Answer::new(name, Setting::Company(name.clone())));
        let all = Answer::new(crate::t!("import-all-companies"), Setting::Company(String::new()));
        Question::new(asks, one.chain([all]).collect())
    }
}
