//! The rows above the header: period, selection, system, moment of the export.

mod notices;

use super::dates::{DateRule, LIKELY_YEARS, OrderEvidence, read_minute};
use super::heading::normal;
use super::raw::RawCell;
use super::synonyms::{TitleNames, synonyms};
use crate::calendar::Span;
use crate::project::Minute;

pub use notices::{Notices, zone_of_heading};

/// What the title rows say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titles {
    /// The days that the export speaks of.
    pub period: Option<Span>,
    /// What was selected, empty for everything.
    pub selection: String,
    /// The system.
    pub system: String,
    /// When the export was made.
    pub exported: Option<Minute>,
    /// What they and the footers say of the whole list.
    pub notices: Notices,
}

/// Reads the title rows. A label stands before its value in the same cell (`Utvalg: alle`) or
/// in the cell to the left.
pub fn read_titles(rows: &[&[RawCell<'static>]]) -> Titles {
    let names = &synonyms().titles;
    let mut titles = Titles::default();
    let (mut from, mut to) = (None, None);
    for row in rows {
        titles.notices.take(row);
        let filled: Vec<&RawCell<'_>> = row.iter().filter(|cell| !cell.is_blank()).collect();
        for (index, cell) in filled.iter().enumerate() {
            let RawCell::Text(text) = cell else { continue };
            let (label, value) = match text.split_once(':') {
                Some((label, value)) if !value.trim().is_empty() => {
                    (label, RawCell::Text(value.trim().into()))
                }
                _ => match filled.get(index + 1) {
                    Some(value) => (text.trim_end_matches(':'), value.to_owned_cell()),
                    None => (text.as_ref(), RawCell::Empty),
                },
            };
            if from.is_none() {
                (from, to) = from_to(text);
            }
            titles.take(names, &normal(label), &value, (&mut from, &mut to));
            if titles.period.is_none() && names.period.contains(&normal(label)) {
                titles.period = two_days(&filled[index + 1..]);
            }
        }
    }
    titles.period = titles.period.or_else(|| Some(Span::new(from?.day(), to?.day())));
    titles
}

impl Titles {
    fn take(
        &mut self,
        names: &TitleNames,
        label: &str,
        value: &RawCell<'_>,
        (from, to): (&mut Option<Minute>, &mut Option<Minute>),
    ) {
        let is = |labels: &[String]| labels.iter().any(|known| known == label);
        if is(&names.period) {
            self.period = self.period.or_else(|| span(&value.text()));
        } else if is(&names.from) {
            *from = from.or_else(|| moment(value));
        } else if is(&names.to) {
            *to = to.or_else(|| moment(value));
        } else if is(&names.exported) {
            self.exported = self.exported.or_else(|| moment(value));
        } else if is(&names.selection) {
            let is_everything = names.everything.contains(&normal(&value.text()));
            self.selection = if is_everything { String::new() } else { value.text().into_owned() };
        } else if is(&names.system) && self.system.is_empty() {
            self.system = value.text().into_owned();
        }
    }
}

fn moment(cell: &RawCell<'_>) -> Option<Minute> {
    read_minute(cell, &DateRule::default(), &mut OrderEvidence::default()).ok()
}

/// `01.01.2021–31.12.2021`, with any dash or word between, spaces or not; also one year.
fn span(text: &str) -> Option<Span> {
    if let Some(year) = text.trim().parse().ok().filter(|year| LIKELY_YEARS.contains(year)) {
        return Some(Span::year(year));
    }
    let days: Vec<Minute> = text
        .split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '/')))
        .filter_map(|word| moment(&RawCell::Text(word.trim_end_matches('.').into())))
        .collect();
    // ISO dates hold the hyphen that may also part two dates.
    let iso: Vec<Minute> = text
        .split(|c: char| !(c.is_ascii_digit() || c == '-'))
        .filter_map(|word| moment(&RawCell::Text(word.into())))
        .collect();
    match (&days[..], &iso[..]) {
        ([first, last], _) | (_, [first, last]) => Some(Span::new(first.day(), last.day())),
        _ => None,
    }
}

/// A period whose days stand in separate cells.
fn two_days(cells: &[&RawCell<'_>]) -> Option<Span> {
    let days: Vec<Minute> = cells.iter().filter_map(|cell| moment(cell)).collect();
    let [first, last] = days[..] else { return None };
    Some(Span::new(first.day(), last.day()))
}

/// `Fra 01.01.2021 til 31.12.2021` in one cell.
fn from_to(text: &str) -> (Option<Minute>, Option<Minute>) {
    let names = &synonyms().titles;
    let words: Vec<&str> = text.split_whitespace().collect();
    let after = |labels: &[String]| {
        let at = words.iter().position(|word| labels.contains(&normal(word)))?;
        moment(&RawCell::Text((*words.get(at + 1)?).into()))
    };
    (after(&names.from), after(&names.to))
}
