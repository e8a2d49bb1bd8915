//! Months, quarters and years in place of a day: a system is measured from the first day of one,
//! and staff are counted on the last.

use crate::calendar::{Date, Span, Year};
use crate::import::dates::{LIKELY_YEARS, month_of_word};
use crate::import::heading::normal;
use crate::import::mapping::Mapping;
use crate::import::raw::{RawCell, cell_at};
use crate::import::synonyms::synonyms;
use crate::project::{CellKind, SourceKind, TableId};

/// Some months of a year, which the cell itself may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Months {
    year: Option<Year>,
    first: u8,
    last: u8,
}

/// The day that a cell means which holds a month, a quarter or a year; `None` for all else. The
/// year of those without one is that of the sheet.
pub fn day_of_months(
    table: TableId,
    kind: CellKind,
    cell: &RawCell<'_>,
    (heading, year): (&str, Option<Year>),
) -> Option<Date> {
    if kind != CellKind::Date {
        return None;
    }
    let is_start = match table {
        TableId::Uptime => true,
        TableId::Staff | TableId::Gender => false,
        _ => return None,
    };
    let months = months_of(cell, heading)?;
    let span = months.span(months.year.or(year)?)?;
    let is_year = (months.first, months.last) == (1, 12);
    match (is_start, is_year) {
        // What was measured over a whole year is of no month.
        (true, true) => None,
        (true, false) => Some(span.first),
        (false, _) => Some(span.last),
    }
}

/// Whether months without a year stand where days should.
pub fn has_months_without_year(mapping: &Mapping, below: &[&[RawCell<'static>]]) -> bool {
    let field = match mapping.kind {
        SourceKind::Table(TableId::Uptime) => "period_start",
        SourceKind::Table(TableId::Staff | TableId::Gender) => "date",
        _ => return false,
    };
    let Some(column) = mapping.column_of(field) else { return false };
    let heading = mapping.columns.get(column).map_or("", |column| column.heading.as_str());
    let mut cells = below.iter().filter_map(|row| months_of(cell_at(row, column), heading));
    cells.any(|months| months.year.is_none())
}

/// Whether a cell holds a month, a quarter or a year, and no day.
pub fn is_span(cell: &RawCell<'_>, heading: &str) -> bool {
    months_of(cell, heading).is_some()
}

impl Months {
    fn span(self, year: Year) -> Option<Span> {
        let day = |month: u8| Date::new(year, i8::try_from(month).ok()?, 1).ok();
        Some(Span::new(day(self.first)?, day(self.last)?.last_of_month()))
    }

    /// The part of the year with that number, where each part has `months` months.
    fn part(year: Option<Year>, number: u8, months: u8) -> Option<Self> {
        let last = number.checked_mul(months).filter(|last| (1..=12).contains(last))?;
        Some(Self { year, first: last - months + 1, last })
    }
}

/// `januar 2021`, `2021-01`, `01.2021`, `202101`, `Jan`, `jan.21`, `Q3 2020`, `2. tertial`, `2021`;
/// a number alone is what the heading calls it.
fn months_of(cell: &RawCell<'_>, heading: &str) -> Option<Months> {
    let text = match cell {
        RawCell::Number(_) | RawCell::Text(_) => cell.text().to_lowercase(),
        _ => return None,
    };
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.parse::<u8>().ok();
    let (mut years, mut rest) = (Vec::new(), Vec::new());
    for word in words {
        let year = word.parse::<Year>().ok().filter(|_| word.len() == 4);
        match year.filter(|year| LIKELY_YEARS.contains(year)) {
            Some(year) => years.push(year),
            None => rest.push(word),
        }
    }
    let year = match years[..] {
        [] => None,
        [year] => Some(year),
        _ => return None,
    };
    match rest[..] {
        [] => year.map(|year| Months { year: Some(year), first: 1, last: 12 }),
        [only] => one_word(only, year, heading),
        [name, digits] if year.is_none() && digits.len() == 2 && !text.contains(' ') => {
            // "jan.21" is how spreadsheets show a month and its year.
            let month = month_of_word(name)?;
            Months::part(number(digits).map(|year| 2000 + Year::from(year)), month, 1)
        }
        [a, b] => {
            let (name, digit) = match (number(a), number(b)) {
                (None, Some(digit)) => (a, digit),
                (Some(digit), None) => (b, digit),
                _ => return None,
            };
            Months::part(year, digit, synonyms().accounts.months_of_part(name)?)
        }
        _ => None,
    }
}

fn one_word(word: &str, year: Option<Year>, heading: &str) -> Option<Months> {
    if let Some(month) = month_of_word(word) {
        return Months::part(year, month, 1);
    }
    if let Ok(number) = word.parse::<u32>() {
        if word.len() == 6 && year.is_none() {
            let (year, month) = (Year::try_from(number / 100).ok()?, number % 100);
            let year = Some(year).filter(|year| LIKELY_YEARS.contains(year))?;
            return Months::part(Some(year), u8::try_from(month).ok()?, 1);
        }
        let called = normal(heading);
        let months = called.split(' ').find_map(|word| synonyms().accounts.months_of_part(word));
        let in_period = &synonyms().accounts.in_period;
        let is_month = || {
            year.is_some()
                || called.split(' ').any(|word| in_period.iter().any(|known| known == word))
        };
        let months = months.or_else(|| is_month().then_some(1))?;
        return Months::part(year, u8::try_from(number).ok()?, months);
    }
    let at = word.find(|c: char| c.is_ascii_digit())?;
    let (name, digits) = word.split_at_checked(at)?;
    Months::part(year, digits.parse().ok()?, synonyms().accounts.months_of_part(name)?)
}
