//! The first rows of a text table, as they would be with a separator: what parts the cells is
//! found out by them, and what rows look like.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use super::entities::join_entities;
use super::quotes::{line_fields, lines};
use super::records::Records;
use super::shape::{Shape, looks_like_date};
use crate::import::heading::normal;
use crate::import::synonyms::synonyms;

/// At most this many lines are looked at.
const LINES: usize = 1_000;
/// The headings stand within this many rows.
const HEADING_ROWS: usize = 60;
/// Fewer known headings than this say nothing.
const LEAST_HEADINGS: usize = 2;
/// What can part cells. Of two that do equally well the first is taken: a comma is also a decimal
/// sign, so it comes after.
const SEPARATORS: [char; 4] = [';', '\t', ',', '|'];

/// The first rows of a text with one separator.
pub struct Sample<'t> {
    /// The rows.
    pub rows: Vec<Vec<Cow<'t, str>>>,
    /// How many cells most of them have.
    pub width: usize,
    /// How many of the lines or records have that many.
    pub alike: usize,
    /// How many there are.
    pub all: usize,
}

impl<'t> Sample<'t> {
    /// Rows by line or by record, whichever parts more of them alike: a quote that nobody closes
    /// makes one record of many rows, and a text of many lines makes many lines of one row.
    pub fn of(text: &'t str, separator: char) -> Self {
        let start = first_lines(text);
        let by_line = Self::new(
            lines(start)
                .filter(|line| !line.trim().is_empty())
                .map(|line| line_fields(line, separator))
                .collect(),
        );
        if !start.contains('"') {
            return by_line;
        }
        let mut records = Records::new(start, separator, None);
        let (mut rows, mut fields) = (Vec::new(), Vec::new());
        while matches!(records.next(&mut fields), Ok(Some(_))) {
            rows.push(std::mem::take(&mut fields));
        }
        let by_record = Self::new(rows);
        // One record alone may be all that a quote has swallowed.
        match by_record.alike > 1 && by_record.share() >= by_line.share() {
            true => by_record,
            false => by_line,
        }
    }

    fn new(rows: Vec<Vec<Cow<'t, str>>>) -> Self {
        let all = rows.len();
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.len() > 1) {
            *counts.entry(row.len()).or_default() += 1;
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count);
        let (width, alike) = most.unwrap_or_default();
        Self { rows, width, alike, all }
    }

    /// Rows of that many cells, of a thousand.
    fn share(&self) -> usize {
        self.alike.saturating_mul(1_000).checked_div(self.all).unwrap_or_default()
    }

    /// The sample with the semicolons of entities in their texts, where most rows are as wide as the
    /// headings then.
    pub fn without_entities(&self) -> Option<Self> {
        let (at, _) = self.headings()?;
        let width = self.rows.get(at)?.len();
        if width >= self.width || width < 2 {
            return None;
        }
        let mut rows = self.rows.clone();
        rows.iter_mut().for_each(|row| join_entities(row, width));
        let sample = Self::new(rows);
        (sample.width == width).then_some(sample)
    }

    /// The sample with its rows put together, where most of them were parted by line breaks: they
    /// are shorter than the headings, those that have a date begin a row, and together with the
    /// next ones they are as wide as the headings.
    pub fn put_together(&self) -> Option<Self> {
        let (at, _) = self.headings()?;
        let headings = self.rows.get(at)?;
        let below = self.rows.get(at + 1..)?;
        if headings.len() <= self.width || below.is_empty() {
            return None;
        }
        let has_date = |column: usize| {
            let dates = |line: &&Vec<Cow<'_, str>>| {
                line.get(column).is_some_and(|cell| looks_like_date(cell))
            };
            below.iter().filter(dates).count()
        };
        let column =
            (0..headings.len()).max_by_key(|column| (has_date(*column), usize::MAX - column))?;
        let mut rows: Vec<Vec<Cow<'t, str>>> = Vec::new();
        for line in below {
            let begins = line.get(column).is_some_and(|cell| looks_like_date(cell));
            match rows.last_mut().filter(|_| !begins) {
                None => rows.push(line.clone()),
                Some(row) => {
                    let mut pieces = line.iter().cloned();
                    let (last, first) = (row.pop().unwrap_or_default(), pieces.next());
                    row.push(Cow::Owned(format!("{last}\n{}", first.unwrap_or_default())));
                    row.extend(pieces);
                }
            }
        }
        let whole = rows.iter().filter(|row| row.len() == headings.len()).count();
        let (width, alike, all) = (headings.len(), whole, rows.len());
        rows.insert(0, headings.clone());
        let sample = Self { rows, width, alike, all };
        (whole * 5 >= all * 4 && whole > 1).then_some(sample)
    }

    /// The place of the row with most known headings, and how many it has.
    pub fn headings(&self) -> Option<(usize, usize)> {
        let is_near = |row: &[Cow<'_, str>]| row.len() * 2 >= self.width;
        let counted = self.rows.iter().take(HEADING_ROWS).enumerate();
        let counted = counted.filter(|(_, row)| is_near(row));
        let counted = counted.map(|(at, row)| (at, known_headings(row)));
        // Of equal ones the first.
        counted.rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count >= LEAST_HEADINGS)
    }

    /// Whether what seems to part the cells are the decimal signs of numbers only.
    fn are_decimals(&self) -> bool {
        let is_decimal = |pair: &[Cow<'_, str>]| {
            let [before, after] = pair else { return false };
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            before.ends_with(|c: char| c.is_ascii_digit()) && (1..=2).contains(&digits)
        };
        let parted = || self.rows.iter().filter(|row| row.len() > 1);
        let of_decimals = parted().filter(|row| row.windows(2).all(is_decimal));
        of_decimals.count() * 2 > parted().count()
    }
}

/// What parts the cells: under which most headings are known, else what parts most rows alike. An
/// Excel line `sep=;` says it outright.
pub fn separator(text: &str) -> char {
    let first = lines(text).next().unwrap_or_default();
    if let Some(rest) = first.strip_prefix("sep=") {
        let mut marks = rest.chars();
        if let (Some(mark), None) = (marks.next(), marks.next()) {
            return mark;
        }
    }
    let mut best = (';', (0, 0));
    for candidate in SEPARATORS {
        let sample = Sample::of(text, candidate);
        let headings = sample.headings().map_or(0, |(_, count)| count);
        let share = if candidate == ',' && sample.are_decimals() { 1 } else { sample.share() };
        let score = (headings, if sample.width > 1 { share } else { 0 });
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// The shape of a text whose cells are parted by `separator`.
pub fn shape(text: &str, separator: char) -> Shape {
    let mut sample = Sample::of(text, separator);
    if let Some(whole) = sample.put_together().or_else(|| sample.without_entities()) {
        sample = whole;
    }
    let headings = sample.headings().map(|(at, _)| at);
    Shape::of(&sample.rows, headings, (sample.width, sample.alike))
}

/// How many different cells of a row are known as headings of anything.
fn known_headings(row: &[Cow<'_, str>]) -> usize {
    static KNOWN: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let of_fields = synonyms().kinds.iter().flat_map(|names| &names.fields);
        let of_fields = of_fields.flat_map(|(_, headings)| headings);
        let unread = synonyms().persons.iter().chain(&synonyms().texts);
        of_fields.chain(unread).map(String::as_str).filter(|heading| !heading.is_empty()).collect()
    });
    let cells = row.iter().map(|cell| normal(cell));
    let cells: HashSet<String> = cells.filter(|cell| known.contains(cell.as_str())).collect();
    cells.len()
}

/// The start of a text, with the lines that are looked at.
fn first_lines(text: &str) -> &str {
    let mut seen = 0_usize;
    let is_end = |(at, c): (usize, char)| {
        seen += usize::from(c == '\n');
        (seen >= LINES).then_some(at)
    };
    let end = text.char_indices().find_map(is_end);
    end.map_or(text, |end| text.get(..end).unwrap_or(text))
}
