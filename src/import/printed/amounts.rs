//! All ways to read the amounts of a printed row.

use rust_decimal::Decimal;

use crate::number::{self, NumberError};

/// One way to read a row: the number of its note, and its amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The note's number; empty without one.
    pub note: String,
    /// The amounts, one a column; `None` is a blank cell.
    pub amounts: Vec<Option<Decimal>>,
}

/// A note's number has no more digits than this.
const NOTE_DIGITS: usize = 2;

/// One minus sign, standing apart from what it follows: in a PDF amounts may touch.
pub fn spread_minuses(line: &str) -> String {
    let mut text = String::with_capacity(line.len() + 8);
    let mut last = ' ';
    for c in line.chars() {
        let c = match c {
            '\u{2212}' | '\u{2013}' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if c == '-' && last.is_ascii_digit() {
            text.push(' ');
        }
        text.push(c);
        last = c;
    }
    text
}

/// A row's words and the amounts after them. Words that are known end the words; otherwise the
/// first number does.
pub fn split_words(line: &str, is_known: impl Fn(&str) -> bool) -> (&str, &str) {
    let starts = line.char_indices().filter(|(at, c)| {
        let is_start = c.is_ascii_digit() || *c == '-' || *c == '(';
        is_start && (*at == 0 || line[..*at].ends_with(' '))
    });
    let mut first = None;
    for (at, _) in starts {
        let (words, tail) = line.split_at(at);
        let is_number = |c: char| c.is_ascii_digit() || " ,.-()*".contains(c);
        if !tail.chars().all(is_number) {
            continue;
        }
        if is_known(words) {
            return (words, tail);
        }
        first = first.or(Some((words, tail)));
    }
    first.unwrap_or((line, ""))
}

/// Every way to read `tail` as `count` amounts, with a note before them or without.
pub fn readings(tail: &str, count: usize) -> Vec<Reading> {
    let tail = tail.replace("- ", "-");
    let tokens: Vec<&str> = tail.split_whitespace().filter(|token| *token != "*").collect();
    let mut readings: Vec<Reading> = Vec::new();
    let plain = ways(&tokens, count).into_iter().map(|amounts| (String::new(), amounts));
    let noted = tokens.split_first().filter(|(first, _)| is_note(first));
    let noted = noted.into_iter().flat_map(|(first, rest)| {
        ways(rest, count).into_iter().map(|amounts| ((*first).to_owned(), amounts))
    });
    for (note, amounts) in plain.chain(noted) {
        let amounts = amounts.into_iter().map(Some).collect();
        readings.push(Reading { note, amounts });
    }
    readings
}

fn is_note(token: &str) -> bool {
    token.len() <= NOTE_DIGITS && token.bytes().all(|byte| byte.is_ascii_digit())
}

/// Every way to part `tokens` into `count` amounts.
fn ways(tokens: &[&str], count: usize) -> Vec<Vec<Decimal>> {
    if count == 0 {
        return if tokens.is_empty() { vec![Vec::new()] } else { Vec::new() };
    }
    let mut all = Vec::new();
    for end in 1..=tokens.len() {
        let Some(first) = amount(&tokens[..end]) else { continue };
        for mut rest in ways(&tokens[end..], count - 1) {
            rest.insert(0, first);
            all.push(rest);
        }
    }
    all
}

/// The amount that groups of digits make, if they can be one: groups after the first have three
/// digits, and only the last may have decimals.
fn amount(groups: &[&str]) -> Option<Decimal> {
    let (last, firsts) = groups.split_last()?;
    let sound = |group: &str, is_first: bool| {
        let digits = if is_first { group.trim_start_matches(['-', '(']) } else { group };
        let length_fits =
            if is_first { (1..=3).contains(&digits.len()) } else { digits.len() == 3 };
        length_fits && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !firsts.is_empty() {
        let whole = last.split([',', ')']).next().unwrap_or_default();
        let all = firsts.iter().enumerate().all(|(at, group)| sound(group, at == 0));
        if !all || !sound(whole, false) {
            return None;
        }
    }
    number::parse_decimal(&groups.concat()).ok()
}

/// A row of cells as Excel copies it: the words, and its one reading. An amount that can be
/// read in two ways has no reading.
pub fn of_cells(line: &str, count: usize) -> (String, Vec<Reading>) {
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    let is_words = |cell: &&&str| cell.chars().any(char::is_alphabetic);
    let words = cells.iter().find(is_words).copied().unwrap_or_default().to_owned();
    let after = cells.iter().position(|cell| is_words(&cell)).map_or(0, |at| at + 1);
    let mut rest: Vec<&str> = cells[after..].to_vec();
    while rest.len() > count && rest.last().is_some_and(|cell| cell.is_empty()) {
        rest.pop();
    }
    let note = match rest.len().checked_sub(count) {
        Some(1..) => rest.remove(0).to_owned(),
        _ => String::new(),
    };
    rest.retain({
        let mut surplus = rest.len().saturating_sub(count);
        move |cell| {
            let is_dropped = surplus > 0 && cell.is_empty();
            surplus -= usize::from(is_dropped);
            !is_dropped
        }
    });
    if rest.len() != count || rest.iter().all(|cell| cell.is_empty()) {
        return (words, Vec::new());
    }
    let amounts: Result<Vec<Option<Decimal>>, NumberError> = rest
        .iter()
        .map(|cell| match number::parse_decimal(cell) {
            Ok(amount) => Ok(Some(amount)),
            Err(NumberError::Empty) => Ok(None),
            Err(error) => Err(error),
        })
        .collect();
    let is_note_sound = note.is_empty() || is_note(&note);
    match amounts {
        Ok(amounts) if is_note_sound => (words, vec![Reading { note, amounts }]),
        _ => (words, Vec::new()),
    }
}
