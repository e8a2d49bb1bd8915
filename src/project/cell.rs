//! One cell of a table that a person fills in: its kinds, and text in and out.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::calendar::YEARS;
use crate::number;
use crate::words::Message;
use crate::{message, text_key, words};

use super::{Minute, cell_words};

/// A choice among a few: the name in the file and the key of its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// How commands and CSV name it.
    pub id: &'static str,
    /// How the locale files name its word.
    pub word_key: &'static str,
}

impl Choice {
    /// The word that a user sees.
    pub fn word(&self) -> String {
        words::say(self.word_key, &[])
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CellKind {
    /// One line of text.
    Text,
    /// A day.
    Date,
    /// A day with a clock time; midnight means that only the day is known.
    Minute,
    /// Whole and not below zero.
    Count,
    /// A calendar year.
    Year,
    /// A number, shown with so many decimals.
    Number {
        /// The decimals in the table.
        decimals: u32,
    },
    /// Yes or no.
    Flag,
    /// One of a few.
    Choice(&'static [Choice]),
}

impl CellKind {
    /// Whether cells of this kind stand at the right of their column.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Count | Self::Number { .. })
    }

    /// Understands the text that [`Cell::machine_text`] gives of a cell of this kind.
    ///
    /// # Errors
    /// When the text is of no such cell.
    pub fn from_machine(self, text: &str) -> Result<Cell, Message> {
        match self {
            // A person would type a decimal comma; a point may stand between thousands.
            Self::Number { .. } => self.parse(&text.replace('.', ",")),
            _ => self.parse(text),
        }
    }

    /// Understands what a person typed or pasted; an empty text is a blank.
    pub fn parse(self, text: &str) -> Result<Cell, Message> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Cell::Blank);
        }
        match self {
            Self::Text => Ok(Cell::Text(text.to_owned())),
            Self::Date => parse_date(text).map(Cell::Date),
            Self::Minute => parse_minute(text).map(Cell::Minute),
            Self::Count => number::parse_count(text).map(Cell::Count).map_err(Message::from),
            Self::Year => parse_year(text).map(Cell::Year),
            Self::Number { .. } => {
                number::parse_decimal(text).map(Cell::Number).map_err(Message::from)
            }
            Self::Flag => {
                cell_words::flag(text).map(Cell::Flag).ok_or_else(|| message!("cell-not-a-flag"))
            }
            Self::Choice(choices) => choices
                .iter()
                .find(|choice| choice.is_called(text))
                .map(|choice| Cell::Choice(*choice))
                .ok_or_else(|| {
                    let words: Vec<String> = choices.iter().map(Choice::word).collect();
                    message!("cell-no-such-choice", choices = words.join(", "))
                }),
        }
    }
}

/// The content of one cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Blank,
    /// A text.
    Text(String),
    /// A day.
    Date(Date),
    /// A day with a clock time.
    Minute(Minute),
    /// A count.
    Count(u32),
    /// A calendar year.
    Year(i16),
    /// A number.
    Number(Decimal),
    /// Yes or no.
    Flag(bool),
    /// One of a few.
    Choice(Choice),
}

impl Cell {
    /// As it stands in the table, in Norwegian; a blank is empty.
    pub fn text(&self, kind: CellKind) -> String {
        match (self, kind) {
            (Self::Number(value), CellKind::Number { decimals }) => {
                number::decimal(*value, decimals.max(value.normalize().scale()))
            }
            (Self::Count(value), _) => number::count(i64::from(*value)),
            _ => self.edit_text(),
        }
    }

    /// As it stands in an editor and on the clipboard: a decimal comma, no thousands, so that
    /// a Norwegian Excel takes it as a number.
    pub fn edit_text(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) => text.clone(),
            Self::Date(day) => day.strftime("%d.%m.%Y").to_string(),
            Self::Minute(minute) => {
                let day = minute.day().strftime("%d.%m.%Y");
                match minute.clock() {
                    (0, 0) => day.to_string(),
                    (hour, minute) => format!("{day} {hour:02}:{minute:02}"),
                }
            }
            Self::Count(value) => value.to_string(),
            Self::Year(year) => year.to_string(),
            Self::Number(value) => value.normalize().to_string().replace('.', ","),
            Self::Flag(true) => words::say(text_key!("flag-yes"), &[]),
            Self::Flag(false) => words::say(text_key!("flag-no"), &[]),
            Self::Choice(choice) => choice.word(),
        }
    }

    /// As machines read it: ISO dates, decimal point; a blank is empty.
    pub fn machine_text(&self) -> String {
        match self {
            Self::Date(day) => day.to_string(),
            Self::Minute(minute) => match minute.clock() {
                (0, 0) => minute.day().to_string(),
                (hour, clock) => format!("{}T{hour:02}:{clock:02}", minute.day()),
            },
            Self::Number(value) => value.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Choice(choice) => choice.id.to_owned(),
            Self::Blank | Self::Text(_) | Self::Count(_) | Self::Year(_) => self.edit_text(),
        }
    }
}

fn parse_year(text: &str) -> Result<i16, Message> {
    text.parse().ok().filter(|year| YEARS.contains(year)).ok_or(message!("cell-not-a-year"))
}

/// `11.3.2021`, `11.03.21` or `2021-03-11`.
fn parse_date(text: &str) -> Result<Date, Message> {
    let day = match text.parse::<Date>() {
        Ok(day) => day,
        Err(_) => parse_norwegian_date(text)?,
    };
    if YEARS.contains(&day.year()) { Ok(day) } else { Err(message!("date-out-of-range")) }
}

fn parse_norwegian_date(text: &str) -> Result<Date, Message> {
    let not_a_date = || message!("date-not-a-date");
    let parts: Vec<&str> = text.trim_end_matches('.').split('.').map(str::trim).collect();
    let [day, month, year] = parts[..] else { return Err(not_a_date()) };
    let digits = |part: &str| part.parse::<i16>().map_err(|_| not_a_date());
    let (day, month, mut full_year) = (digits(day)?, digits(month)?, digits(year)?);
    if year.len() == 2 {
        full_year = full_year.saturating_add(2000);
    }
    let small = |value: i16| i8::try_from(value).map_err(|_| not_a_date());
    Date::new(full_year, small(month)?, small(day)?).map_err(|_| message!("date-does-not-exist"))
}

/// A date, or a date followed by `08:14`, `08.14` or `kl. 08.14`.
fn parse_minute(text: &str) -> Result<Minute, Message> {
    let (day, clock) = match text.split_once([' ', 'T']) {
        Some((day, clock)) => (day, clock.trim()),
        None => (text, ""),
    };
    let day = parse_date(day)?;
    if clock.is_empty() {
        return Ok(Minute::start_of(day));
    }
    let clock = clock.trim_start_matches("kl").trim_start_matches('.').trim();
    let mut parts = clock.split([':', '.']).map(str::parse::<i8>);
    match (parts.next(), parts.next()) {
        (Some(Ok(hour @ 0..=23)), Some(Ok(minute @ 0..=59))) => Ok(Minute::new(day, hour, minute)),
        _ => Err(message!("date-not-a-date")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: CellKind, text: &str, expected: &str) {
        let shown = match kind.parse(text) {
            Ok(cell) => cell.machine_text(),
            Err(message) => message.key.to_owned(),
        };
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn days_and_clocks_are_read_as_norwegians_write_them() {
        for text in ["11.3.2021", "11.03.21", "2021-03-11", " 11. 3. 2021 "] {
            check(CellKind::Date, text, "2021-03-11");
        }
        for text in ["11.3.2021 08:14", "11.03.2021 kl. 08.14", "2021-03-11T08:14"] {
            check(CellKind::Minute, text, "2021-03-11T08:14");
        }
        check(CellKind::Minute, "11.3.2021", "2021-03-11");
    }

    #[test]
    fn what_is_no_day_says_why() {
        check(CellKind::Date, "31.02.2021", text_key!("date-does-not-exist"));
        check(CellKind::Date, "11/3/2021", text_key!("date-not-a-date"));
        check(CellKind::Minute, "11.3.2021 25:00", text_key!("date-not-a-date"));
        for text in ["1.1.9999", "9999-01-01", "1.1.-5000", "1.1.99999"] {
            let is_refused = CellKind::Minute.parse(text).is_err();
            assert!(is_refused, "{text}");
        }
    }
}
