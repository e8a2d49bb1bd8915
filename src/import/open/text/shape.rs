//! What most lines of a text table look like: how many cells a row has, and in which of them
//! dates and numbers stand.

use std::borrow::Cow;

use crate::import::synonyms::is_nothing;

/// At least this percentage of the cells are dates in a column of dates.
const DATES_PERCENT: usize = 80;
/// The same for numbers; the limit is higher, since texts often hold numbers.
const NUMBERS_PERCENT: usize = 90;
/// Fewer numbers than this say nothing of a column.
const LEAST_NUMBERS: usize = 3;

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Any,
    Dates,
    Numbers,
}

/// What the rows of a text table have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// How many cells most rows have.
    pub width: usize,
    /// Whether nearly all rows have that many.
    pub is_even: bool,
    /// Whether most have, so that a shorter one may be a part of a row.
    pub is_common: bool,
    kinds: Vec<Kind>,
    /// The headings, where a row of them is known.
    headings: Vec<String>,
}

impl Shape {
    /// The shape of rows, most of which have `width` cells, `alike` as many of them. The headings
    /// stand at `headings`, where they are known.
    pub fn of(
        rows: &[Vec<Cow<'_, str>>],
        headings: Option<usize>,
        (width, alike): (usize, usize),
    ) -> Self {
        let below = headings.map_or(0, |at| at + 1);
        let headings = headings.and_then(|at| rows.get(at)).into_iter().flatten();
        let bodies: Vec<_> = rows.iter().skip(below).filter(|row| row.len() == width).collect();
        let kind = |column: usize| {
            let cells = bodies.iter().filter_map(|row| row.get(column)).map(|cell| cell.trim());
            let cells: Vec<&str> = cells.filter(|cell| !is_nothing(cell)).collect();
            let count = |is: fn(&str) -> bool| cells.iter().filter(|cell| is(cell)).count();
            let (dates, numbers) = (count(looks_like_date), count(looks_like_number));
            match () {
                () if dates > 0 && dates * 100 >= cells.len() * DATES_PERCENT => Kind::Dates,
                () if numbers >= LEAST_NUMBERS
                    && numbers * 100 >= cells.len() * NUMBERS_PERCENT =>
                {
                    Kind::Numbers
                }
                () => Kind::Any,
            }
        };
        let rows = rows.iter().filter(|row| row.len() > 1).count();
        Self {
            width,
            is_even: alike * 10 >= rows * 9,
            is_common: alike * 5 >= rows * 3,
            kinds: (0..width).map(kind).collect(),
            headings: headings.map(|cell| cell.clone().into_owned()).collect(),
        }
    }

    /// Whether the rows begin below those cells; without known headings they begin at once.
    pub fn begins_below<T: AsRef<str>>(&self, cells: &[T]) -> bool {
        let mut headings = self.headings.iter();
        self.headings.len() == cells.len()
            && cells
                .iter()
                .all(|cell| headings.next().is_some_and(|heading| heading == cell.as_ref()))
    }

    /// Whether a row of headings is known.
    pub fn has_headings(&self) -> bool {
        !self.headings.is_empty()
    }

    /// Whether cells are a row of this shape.
    pub fn fits<T: AsRef<str>>(&self, cells: &[T]) -> bool {
        self.width > 1 && cells.len() == self.width && self.begins(cells)
    }

    /// Whether cells are a row of this shape as far as they go, and what tells a row stands there:
    /// a date where there are dates, else a number.
    pub fn begins<T: AsRef<str>>(&self, cells: &[T]) -> bool {
        self.may_begin(cells) && (!self.tells_rows() || self.has_mark_of_row(cells))
    }

    /// Whether nothing that stands in cells is something other than its column has.
    pub fn may_begin<T: AsRef<str>>(&self, cells: &[T]) -> bool {
        self.kinds.iter().zip(cells).all(|(kind, cell)| {
            let cell = cell.as_ref().trim();
            match kind {
                Kind::Any => true,
                Kind::Dates => is_nothing(cell) || looks_like_date(cell),
                Kind::Numbers => is_nothing(cell) || looks_like_number(cell),
            }
        })
    }

    /// Whether a date stands where dates should, or a number where a shape has no dates.
    pub fn has_mark_of_row<T: AsRef<str>>(&self, cells: &[T]) -> bool {
        let (mark, is): (Kind, fn(&str) -> bool) = match self.has_dates() {
            true => (Kind::Dates, looks_like_date),
            false => (Kind::Numbers, looks_like_number),
        };
        let mut marks = self.kinds.iter().zip(cells).filter(|(kind, _)| **kind == mark);
        marks.any(|(_, cell)| is(cell.as_ref().trim()))
    }

    /// Whether a line of a text may be a row by itself.
    pub fn may_be_row<T: AsRef<str>>(&self, cells: &[T]) -> bool {
        match self.has_dates() {
            true => self.has_mark_of_row(cells),
            false => self.fits(cells),
        }
    }

    /// Whether dates tell a row from a text.
    pub fn has_dates(&self) -> bool {
        self.kinds.contains(&Kind::Dates)
    }

    /// Whether dates or numbers tell a row from a text.
    pub fn tells_rows(&self) -> bool {
        self.kinds.iter().any(|kind| *kind != Kind::Any)
    }
}

/// Digits that are parted as those of a date, whatever date it is.
pub fn looks_like_date(text: &str) -> bool {
    let text = text.trim();
    let is_named = || {
        text.len() <= 40
            && text.contains(':')
            && text.chars().filter(char::is_ascii_digit).count() >= 5
            && text.chars().filter(|c| c.is_alphabetic()).count() <= 20
            && text.chars().take(10).any(char::is_alphabetic)
    };
    is_parted_as_date(text) || is_named()
}

/// `1.3.2021`, `2021-03-01T08:14`, `12/Mar/21 10:42`; no account, `1.010.100.120`.
fn is_parted_as_date(text: &str) -> bool {
    let mut parts = text.splitn(3, ['.', '-', '/']);
    let (Some(first), Some(second), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let rest = rest.trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest.get(digits..).unwrap_or_default();
    let is_month = matches!(second.trim().len(), 1 | 2) && is_digits(second.trim())
        || second.chars().count() >= 3 && second.chars().all(char::is_alphabetic);
    is_digits(first)
        && matches!((first.len(), digits), (1 | 2, 2 | 4) | (4, 1 | 2))
        && is_month
        && !behind.starts_with(['.', '-', '/'])
}

/// Digits, and what stands beside the digits of numbers and codes.
pub fn looks_like_number(text: &str) -> bool {
    let text = text.trim();
    let text = text.strip_suffix("kr").or_else(|| text.strip_prefix("kr")).unwrap_or(text);
    text.bytes().any(|byte| byte.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ".,+-−%'()".contains(c))
}
