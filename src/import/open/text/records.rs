//! The records of a text table, each held against the shape of the table, so that neither a
//! stray quote nor a line break without quotes makes rows vanish unseen.

use std::borrow::Cow;

use super::quotes::{
    Quoted, careless_record, fitting_fields, line_at, line_fields, lines, quoted_record,
};
use super::shape::Shape;
use crate::import::classify::{is_label, is_sum_label};
use crate::message;
use crate::project::cell_name;
use crate::words::Message;

/// A record without quotes is put together from so many lines at most.
const JOINED_LINES: usize = 50;
/// So many lines tell whether a quote has swallowed rows.
const SWALLOWED_LINES: usize = 500;

/// Where a record stands, and what was done to read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its row, as Excel counts.
    pub row: u32,
    /// Where it begins in the text.
    pub start: usize,
    /// Where it ends, without the line break.
    pub end: usize,
    /// What was mended.
    pub mended: Option<Mended>,
}

/// What was wrong with a record, and could be mended, with the column, 0 for A.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mended {
    /// A quote that opens a cell and does not close it.
    StrayQuote(usize),
    /// A line break within a cell without quotes.
    LineBreak(usize),
}

/// The records of a text, one after the other.
pub struct Records<'t, 's> {
    text: &'t str,
    separator: char,
    /// What rows look like; nothing is mended without.
    shape: Option<&'s Shape>,
    at: usize,
    row: u32,
    line: u32,
    /// Whether the headings have come.
    is_below: bool,
}

/// A reading of one record.
struct Reading<'t> {
    fields: Vec<Cow<'t, str>>,
    end: usize,
    next: usize,
    mended: Option<Mended>,
}

impl<'t, 's> Records<'t, 's> {
    /// The records of a text whose cells are parted by `separator`.
    pub fn new(text: &'t str, separator: char, shape: Option<&'s Shape>) -> Self {
        let is_below = shape.is_none_or(|shape| !shape.has_headings());
        Self { text, separator, shape, at: 0, row: 0, line: 0, is_below }
    }

    /// The next record that is no blank line; its cells come into `fields`.
    ///
    /// # Errors
    /// When a quote swallows what look like rows, and nobody can tell which they are.
    pub fn next(&mut self, fields: &mut Vec<Cow<'t, str>>) -> Result<Option<Record>, Message> {
        fields.clear();
        let (start, end, next) = loop {
            if self.at >= self.text.len() {
                return Ok(None);
            }
            let (end, next) = line_at(self.text, self.at);
            self.row = self.row.saturating_add(1);
            self.line = self.line.saturating_add(1);
            if end > self.at {
                break (self.at, end, next);
            }
            self.at = next;
        };
        let line_end = end;
        let reading = match self.text[start..end].contains('"') {
            true => self.with_quotes((start, end, next), fields)?,
            false => {
                fields.extend(self.text[start..end].split(self.separator).map(Cow::Borrowed));
                None
            }
        };
        let reading = match reading {
            Some(reading) => Some(reading),
            None if self.is_below => self.joined(fields, next),
            None => None,
        };
        let (end, next, mended) = match reading {
            Some(reading) => {
                *fields = reading.fields;
                (reading.end, reading.next, reading.mended)
            }
            None => (end, next, None),
        };
        if !self.is_below {
            self.is_below = self.shape.is_some_and(|shape| shape.begins_below(fields));
        }
        if end > line_end {
            let breaks = lines(&self.text[start..end]).count().saturating_sub(1);
            self.line = self.line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        }
        self.at = next;
        Ok(Some(Record { row: self.row, start, end, mended }))
    }

    /// Reads a record whose first line has quotes; `None` where it is that line, whose cells are
    /// in `fields` then.
    fn with_quotes(
        &self,
        (start, end, next): (usize, usize, usize),
        fields: &mut Vec<Cow<'t, str>>,
    ) -> Result<Option<Reading<'t>>, Message> {
        let quoted = quoted_record(self.text, start, self.separator, fields);
        let as_quoted = |fields: &mut Vec<Cow<'t, str>>| {
            let fields = std::mem::take(fields);
            Reading { fields, end: quoted.end, next: quoted.next, mended: None }
        };
        let Some(shape) = self.shape else { return Ok(Some(as_quoted(fields))) };
        if !(quoted.is_closed && quoted.end <= end) {
            let other = self.several_lines((start, end, next), &quoted, fields, shape)?;
            return Ok(Some(other.unwrap_or_else(|| as_quoted(fields))));
        }
        if quoted.is_clean || fields.len() == shape.width {
            return Ok(None);
        }
        if let Some(fitting) = fitting_fields(&self.text[start..end], self.separator, shape) {
            *fields = fitting;
            return Ok(None);
        }
        Ok(self.careless(start, shape))
    }

    /// What to do with a record of several lines: `None` where it is one cell's text. A quote
    /// that has swallowed rows is a part of its cell, and the first line's cells come back.
    fn several_lines(
        &self,
        (start, end, next): (usize, usize, usize),
        quoted: &Quoted,
        fields: &[Cow<'t, str>],
        shape: &Shape,
    ) -> Result<Option<Reading<'t>>, Message> {
        if shape.width < 2 {
            return Ok(None);
        }
        let span = &self.text[start..quoted.end];
        let filled = lines(span).filter(|line| !line.trim().is_empty()).take(SWALLOWED_LINES);
        // Where no quote closes, a group's heading among the rows is as wide as they are.
        let is_as_wide =
            |line| !quoted.is_closed && line_fields(line, self.separator).len() == shape.width;
        let is_row = |line| {
            fitting_fields(line, self.separator, shape).is_some()
                || is_sum(line)
                || is_as_wide(line)
        };
        let rows: Vec<bool> = filled.map(is_row).collect();
        let is_first = rows.first() == Some(&true);
        let last = lines(span).filter(|line| !line.trim().is_empty()).last();
        let is_last =
            last.is_some_and(|line| fitting_fields(line, self.separator, shape).is_some());
        // A sound text wins where its lines are no rows from the first to the last.
        let is_sound = quoted.is_closed && quoted.is_clean && shape.fits(fields);
        if is_sound && !(is_first && is_last) {
            return Ok(None);
        }
        // Behind the last row there may be a footer.
        let end_of_rows = match quoted.is_closed {
            true => rows.len(),
            false => rows.iter().rposition(|is_row| *is_row).map_or(0, |at| at + 1),
        };
        let are_rows = rows.iter().take(end_of_rows).all(|is_row| *is_row);
        let line = &self.text[start..end];
        // Where nothing tells a row from a text, all lines must look alike.
        let is_row =
            is_first && are_rows && (shape.tells_rows() || rows.len() > 1 || !quoted.is_closed);
        let cells = line_fields(line, self.separator);
        let second = lines(span).filter(|line| !line.trim().is_empty()).nth(1);
        // A row with a separator too many is one all the same, and so are headings.
        let is_wide = cells.len() > shape.width
            && shape.has_dates()
            && shape.has_mark_of_row(&cells)
            && second.is_none_or(|line| {
                shape.has_mark_of_row(&line_fields(line, self.separator)) || is_sum(line)
            });
        if is_row || !is_sound && (is_wide || shape.begins_below(&cells)) {
            let fields = fitting_fields(line, self.separator, shape).unwrap_or(cells);
            return Ok(Some(without_quote(fields, (end, next))));
        }
        if let Some(reading) = self.careless(start, shape).filter(|_| !is_first) {
            return Ok(Some(reading));
        }
        let is_begun = |line| {
            !is_sound
                && shape.has_dates()
                && shape.has_mark_of_row(&line_fields(line, self.separator))
        };
        let begun = lines(span).skip(1).take(SWALLOWED_LINES).filter(|line| is_begun(line)).count();
        let inner = rows.iter().skip(1).filter(|is_row| **is_row).count() + begun;
        let is_text = quoted.is_closed && (inner == 0 || quoted.is_clean && !shape.tells_rows());
        if is_text {
            return Ok(None);
        }
        let column = cells.iter().position(|cell| cell.starts_with('"')).unwrap_or_default();
        let line_breaks = lines(span).count().saturating_sub(1);
        let last = self.line.saturating_add(u32::try_from(line_breaks).unwrap_or(u32::MAX));
        Err(message!(
            "import-quote-swallows",
            cell = cell_name(column, self.row),
            line = self.line.to_string(),
            last = last.to_string(),
        ))
    }

    /// A text over several lines whose quotes are not doubled, where it makes just one row.
    fn careless(&self, start: usize, shape: &Shape) -> Option<Reading<'t>> {
        let (fields, quoted) = careless_record(self.text, start, self.separator)?;
        let fits = shape.fits(&fields);
        let mended = fields.iter().position(|cell| cell.contains('"')).map(Mended::StrayQuote);
        fits.then_some(Reading { fields, end: quoted.end, next: quoted.next, mended })
    }

    /// Where a row goes on in the next lines since a cell without quotes holds line breaks: none
    /// of the lines is a row, and together they have as many cells as one. With more, the row
    /// has a separator too many, which is another matter.
    fn joined(&self, fields: &[Cow<'t, str>], next: usize) -> Option<Reading<'t>> {
        let shape = self.shape?;
        let is_begun = shape.is_common
            && shape.tells_rows()
            && (2..shape.width).contains(&fields.len())
            && shape.may_begin(fields);
        if !is_begun {
            return None;
        }
        let mut all = fields.to_vec();
        let mended = Some(Mended::LineBreak(fields.len().saturating_sub(1)));
        let mut at = next;
        for _ in 0..JOINED_LINES {
            if at >= self.text.len() {
                return None;
            }
            let (end, next) = line_at(self.text, at);
            let line = &self.text[at..end];
            let mut cells = line_fields(line, self.separator).into_iter();
            let first = cells.next().unwrap_or_default();
            let rest: Vec<Cow<'t, str>> = cells.collect();
            let alone: Vec<&str> =
                std::iter::once(&first).chain(&rest).map(|cell| cell.as_ref()).collect();
            // A piece has fewer cells than a row.
            let is_other = alone.len() >= shape.width || shape.may_be_row(&alone);
            if line.starts_with('"') || is_label(&first) || is_other {
                return None;
            }
            let last = all.pop().unwrap_or_default();
            all.push(Cow::Owned(format!("{last}\n{first}")));
            // A footer of blank cells ends no row.
            let has_more = rest.iter().any(|cell| !cell.trim().is_empty());
            all.extend(rest);
            if all.len() >= shape.width {
                let is_row = has_more
                    && match all.len() == shape.width {
                        true => shape.fits(&all),
                        false => shape.has_mark_of_row(fields),
                    };
                return is_row.then_some(Reading { fields: all, end, next, mended });
            }
            at = next;
        }
        None
    }
}

/// A line with a quote that opens a cell and does not close it; the quote is no part of the cell.
fn without_quote<'t>(mut fields: Vec<Cow<'t, str>>, (end, next): (usize, usize)) -> Reading<'t> {
    let column = fields.iter().position(|cell| cell.contains('"')).unwrap_or_default();
    for cell in &mut fields {
        if let Some(rest) = cell.strip_prefix('"') {
            *cell = Cow::Owned(rest.to_owned());
        }
    }
    Reading { fields, end, next, mended: Some(Mended::StrayQuote(column)) }
}

fn is_sum(line: &str) -> bool {
    is_sum_label(line.split([';', '\t', ',', '|']).next().unwrap_or_default())
}
