//! Titles that speak of a part of a year: "Saldobalanse per 31.08.2021".

use super::days::{day_in, is_before_day, with_days};
use super::heading_time::HeadingTime;
use super::surroundings::Around;
use super::text_of;
use crate::calendar::{Date, Span, Year};
use crate::import::dates::{LIKELY_YEARS, month_of_word};
use crate::import::heading::normal;
use crate::import::mapping::Mapping;
use crate::import::noticed::{note, note_at};
use crate::import::raw::RawCell;
use crate::import::sheet::ColumnRead;
use crate::import::synonyms::synonyms;
use crate::issue::Issue;
use crate::message;
use crate::project::{Cell, CellKind, SourceKind, TableId, cell_name};

/// A part of a year that amounts have come together in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartYear {
    /// Its last day.
    pub until: Date,
    /// Its first day, where the words say another than the year's.
    from: Option<Date>,
    text: String,
    cell: Option<String>,
}

impl PartYear {
    /// The part of a year that the rows above the header speak of, or else the sheet's name.
    pub fn of(titles: Option<Span>, around: &Around<'_>) -> Option<Self> {
        let mut parts = titled_parts(around);
        parts.sort_by_key(|part| part.until);
        // "Per 31.08.2021" goes before the year that another title has.
        let last = parts.pop();
        let stated = || {
            let span = titles?;
            let day = Cell::Date(span.last).text(CellKind::Date);
            let cell = cells(around).find(|(_, cell)| cell.text().contains(&day));
            let text = cell.as_ref().map_or(day, |(_, cell)| cell.text().into_owned());
            let from = Some(span.first).filter(|first| *first != Span::year(first.year()).first);
            Some(Self { until: span.last, from, text, cell: cell.map(|(name, _)| name) })
        };
        let is_part =
            |part: &Self| part.from.is_some() || part.until != Span::year(part.until.year()).last;
        // What a title states as its period is known to the day.
        let mut part = stated().or_else(|| last.clone())?;
        if let Some(last) = last.filter(|last| part.cell.is_none() && last.until == part.until) {
            (part.text, part.cell) = (last.text, last.cell);
        }
        Some(part).filter(is_part)
    }

    /// The part of a year that the headings of the accounts speak of.
    pub fn of_headings(mapping: &Mapping, header_row: u32, year: Year) -> Option<Self> {
        let columns = mapping.columns.iter().filter(|column| is_result(column));
        let parts = columns.filter_map(|column| {
            let until = last_written(&column.heading)
                .or_else(|| HeadingTime::of(&column.heading)?.until(year))?;
            let text = column.heading.trim().to_owned();
            let cell = Some(cell_name(column.index, header_row));
            Some(Self { until, from: None, text, cell })
        });
        parts.into_iter().find(|part| part.until != Span::year(part.until.year()).last)
    }

    /// The part of a year that a column of the list says of all its rows: "Til", "Til periode".
    pub fn of_column((heading, column): (&str, usize), texts: &[&str], year: Year) -> Option<Self> {
        let words = normal(&heading.replace(['–', '—', '-', '/'], " "));
        if !words.split(' ').any(is_before_day) {
            return None;
        }
        let day = |text: &&str| {
            let month = || text.trim().parse::<u8>().ok().filter(|month| (1..=12).contains(month));
            last_day(text).or_else(|| day_of(year, month()?, 31))
        };
        let days: Option<Vec<Date>> = texts.iter().map(day).collect();
        let until = days?.into_iter().max()?;
        let is_part = until != Span::year(until.year()).last;
        let text = format!("{}: {}", heading.trim(), texts.first().copied().unwrap_or_default());
        let cell = Some(cell_name(column, 1).trim_end_matches('1').to_owned());
        is_part.then_some(Self { until, from: None, text, cell })
    }

    /// Its last day, where it is a part of that year from the first day on.
    pub fn until_in(&self, year: Year) -> Option<Date> {
        Some(self.until).filter(|until| self.from.is_none() && until.year() == year)
    }

    /// What is told of balances that are taken for a year, where these are of a part of it.
    pub fn note(&self, kind: SourceKind, year: Year) -> Option<Issue> {
        let is_of_year =
            matches!(kind, SourceKind::Table(TableId::Balances | TableId::BalanceList))
                && self.until.year() == year;
        if !is_of_year {
            return None;
        }
        let shown = |day: Date| Cell::Date(day).text(CellKind::Date);
        let (day, text, year) = (shown(self.until), self.text.as_str(), year.to_string());
        let message = match self.from {
            Some(from) => message!(
                "import-note-part-year-from",
                from = shown(from),
                day = day,
                year = year,
                text = text,
            ),
            None => message!("import-note-part-year", day = day, year = year, text = text),
        };
        Some(match &self.cell {
            Some(cell) => note_at(message, cell),
            None => note(message),
        })
    }
}

/// What is told of a column that holds what has come together so far, where nothing says by when.
pub fn note_so_far(mapping: &Mapping, header_row: u32, year: Year) -> Option<Issue> {
    let is_of_year = mapping.kind == SourceKind::Table(TableId::Balances);
    if !is_of_year || mapping.column_of("period").is_some() {
        return None;
    }
    let so_far = |heading: &str| {
        let words = normal(heading);
        words.split(' ').any(|word| synonyms().accounts.to_date.iter().any(|known| known == word))
    };
    let mut columns = mapping.columns.iter().filter(|column| is_result(column));
    let column = columns.find(|column| {
        so_far(&column.heading)
            && last_written(&column.heading).is_none()
            && HeadingTime::of(&column.heading).is_none()
    })?;
    let message =
        message!("import-note-so-far", column = column.heading.trim(), year = year.to_string(),);
    Some(note_at(message, &cell_name(column.index, header_row)))
}

/// Whether a column has the year's accounts.
fn is_result(column: &ColumnRead) -> bool {
    matches!(column.field.as_deref(), Some("actual" | "closing"))
}

/// The filled cells above the header, by their names.
fn cells<'h>(around: &Around<'h>) -> impl Iterator<Item = (String, &'h RawCell<'static>)> {
    let rows = around.above.iter().flat_map(|(row, cells)| {
        cells.iter().enumerate().map(move |(column, cell)| (cell_name(column, *row), cell))
    });
    rows.filter(|(_, cell)| !cell.is_blank())
}

/// What each title says by itself, or with the cell to its right.
fn titled_parts(around: &Around<'_>) -> Vec<PartYear> {
    let mut parts = Vec::new();
    for (row, cells) in around.above {
        let filled = cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank());
        let filled: Vec<(usize, &RawCell<'_>)> = filled.collect();
        for (at, (column, cell)) in filled.iter().enumerate() {
            let Some(text) = text_of(cell) else { continue };
            let alone = last_day(text).map(|day| (day, *column, text.to_owned()));
            let dated = alone.or_else(|| {
                let (column, next) = filled.get(at + 1)?;
                let text = format!("{text} {}", next.text());
                last_day(&text).map(|day| (day, *column, text))
            });
            if let Some((until, column, text)) = dated.filter(|(.., text)| is_of_amounts(text)) {
                let cell = Some(cell_name(column, *row));
                parts.push(PartYear { until, from: None, text, cell });
            }
        }
    }
    if parts.is_empty()
        && let Some(until) = last_day(around.sheet)
    {
        let text = around.sheet.to_owned();
        parts.push(PartYear { until, from: None, text, cell: None });
    }
    parts
}

/// Whether a title speaks of the amounts: of the accounts, or of a day by which something has come
/// together, and not of when the file was written.
fn is_of_amounts(text: &str) -> bool {
    let (titles, books) = (&synonyms().titles, &synonyms().books.titles);
    let words = normal(text);
    let has = |names: &[String]| {
        names
            .iter()
            .any(|name| words.split(' ').any(|word| word == name) || words.starts_with(name))
    };
    if has(&titles.exported) || has(&synonyms().footers) {
        return false;
    }
    let words_before = with_days(text);
    let is_by_day = words_before
        .windows(2)
        .any(|pair| matches!(pair, [per, day] if is_before_day(per) && day_in(day).is_some()));
    words.split(' ').any(|word| books.iter().any(|book| book == word)) || is_by_day
}

/// The last day that a text speaks of: a day, a month, a quarter, a third or a half of a year.
fn last_day(text: &str) -> Option<Date> {
    last_written(text).or_else(|| last_worded(text))
}

/// `31.08.2021`, `01.01.2021-31.08.2021`, `202101 - 202108`.
fn last_written(text: &str) -> Option<Date> {
    let mut days: Vec<Date> = Vec::new();
    for word in with_days(text) {
        for word in word.split(['–', '—', ':']) {
            // ISO days hold the hyphen that also parts two days.
            let marks: &[char] = if word.contains(['.', '/']) { &['-'] } else { &[] };
            for word in word.split(marks) {
                days.extend(day_in(word).and_then(|(year, month, day)| day_of(year, month, day)));
            }
        }
    }
    let periods = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 6);
    days.extend(periods.filter_map(|word| {
        let (year, period) = word.split_at_checked(4)?;
        let (year, period): (Year, u8) = (year.parse().ok()?, period.parse().ok()?);
        let is_period = LIKELY_YEARS.contains(&year) && (1..=13).contains(&period);
        if is_period { day_of(year, period.min(12), 31) } else { None }
    }));
    days.into_iter().max()
}

/// `januar–august 2021`, `2. tertial 2021`, `Q3 2021`, `1. halvår 2021`, `Periode 1-8 2021`.
fn last_worded(text: &str) -> Option<Date> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.parse::<i16>().ok();
    let is_year = |year: &Year| LIKELY_YEARS.contains(year);
    let mut years: Vec<Year> =
        words.iter().filter_map(|word| number(word).filter(is_year)).collect();
    years.dedup();
    let [year] = years[..] else { return None };
    let before = |at: usize| number(words.get(at.checked_sub(1)?)?);
    let days = words.iter().enumerate().filter_map(|(at, word)| {
        if let Some(month) = month_of_word(word).filter(|month| *month <= 12) {
            let day = before(at).and_then(|day| u8::try_from(day).ok());
            return day_of(year, month, day.filter(|day| (1..=31).contains(day)).unwrap_or(31));
        }
        let digits =
            word.find(|c: char| c.is_ascii_digit()).and_then(|at| word.split_at_checked(at));
        let (name, count) = match digits {
            Some((name, digits)) => (name, number(digits)?),
            None => (*word, before(at).or_else(|| number(words.get(at + 1)?))?),
        };
        let months = synonyms().accounts.months_of_part(name)?;
        let month = u8::try_from(count).ok()?.checked_mul(months)?;
        if (1..=12).contains(&month) { day_of(year, month, 31) } else { None }
    });
    if let Some(day) = days.max() {
        return Some(day);
    }
    let is_period =
        words.iter().any(|word| synonyms().titles.period.iter().any(|synonym| synonym == word));
    let numbers: Vec<i16> = words.iter().filter_map(|word| number(word)).collect();
    let periods: Vec<i16> = numbers.into_iter().filter(|number| *number != year).collect();
    let are_periods = is_period && periods.iter().all(|period| (1..=13).contains(period));
    let last = periods.last().filter(|_| are_periods)?;
    day_of(year, u8::try_from(*last).ok()?.min(12), 31)
}

/// The day, or the month's last where it has none of that number.
fn day_of(year: Year, month: u8, day: u8) -> Option<Date> {
    let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    let day = i8::try_from(day).ok()?;
    Some(Date::new(year, first.month(), day).unwrap_or_else(|_| first.last_of_month()))
}
