//! The amounts of a sheet: most are read at once, a few wait until the column has shown which
//! mark it has before the øre.

use super::columns::{AMOUNTS, AmountColumn};
use crate::import::raw::{RawCell, cell_at};
use crate::import::verdict::Reject;
use crate::message;
use crate::number::{Decimal, DecimalMark, NumberError, parse_amount, proven_mark};

/// An amount as far as its cell decides it.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// Nothing stands there.
    Blank,
    /// The amount.
    Exact(Decimal),
    /// A text whose mark may part thousands or øre.
    Open(Box<str>),
}

/// The amounts of a row, by [`amount_fields`](super::columns::amount_fields).
pub type Amounts = [Option<Decimal>; AMOUNTS];

/// Amounts of no kroner, to count from.
pub const NOTHING: [Decimal; AMOUNTS] = [Decimal::ZERO; AMOUNTS];

/// The amounts of all rows, and what the columns show about their decimal mark.
pub struct AmountReader {
    columns: Vec<AmountColumn>,
    shown: Vec<Shown>,
    cells: Vec<Amount>,
    /// What the person says about the mark.
    said: Option<DecimalMark>,
}

/// What the texts of a column show.
#[derive(Clone, Debug, Default)]
struct Shown {
    has_comma: bool,
    has_point: bool,
    /// The first text that a lone comma leaves open, or a lone point.
    open: Option<Box<str>>,
    is_comma_open: bool,
}

impl Shown {
    fn see(&mut self, text: &str) {
        match proven_mark(text) {
            Some(DecimalMark::Comma) => self.has_comma = true,
            Some(DecimalMark::Point) => self.has_point = true,
            None => {}
        }
    }

    /// The mark that the column proves, alone.
    fn proven(&self) -> Option<DecimalMark> {
        match (self.has_comma, self.has_point) {
            (true, false) => Some(DecimalMark::Comma),
            (false, true) => Some(DecimalMark::Point),
            _ => None,
        }
    }

    /// Whether only a person can tell: a comma alone says nothing, and a point parts thousands
    /// unless other cells of the column contradict that.
    fn asks(&self) -> bool {
        self.open.is_some()
            && self.proven().is_none()
            && (self.is_comma_open || (self.has_comma && self.has_point))
    }
}

impl AmountReader {
    /// Reads those columns.
    pub fn new(columns: &[AmountColumn], said: Option<DecimalMark>) -> Self {
        let shown = vec![Shown::default(); columns.len()];
        Self { columns: columns.to_vec(), shown, cells: Vec::new(), said }
    }

    /// Reads the amounts of a row; they come back by the place where they begin.
    ///
    /// # Errors
    /// When a cell holds no amount; nothing is kept then.
    pub fn read(&mut self, row: u32, cells: &[RawCell<'_>]) -> Result<usize, Reject> {
        let start = self.cells.len();
        for (column, shown) in self.columns.iter().zip(&mut self.shown) {
            let cell = cell_at(cells, column.column);
            match amount(cell, shown) {
                Ok(amount) => self.cells.push(amount),
                Err(cause) => {
                    self.cells.truncate(start);
                    let cause = match cell {
                        RawCell::Error(error) => {
                            message!("import-cell-error", error = error.as_ref())
                        }
                        _ => cause.into(),
                    };
                    return Err(Reject::new(row, column.column, cell, cause));
                }
            }
        }
        Ok(start)
    }

    /// A text that only a person can read, where there is one and nobody has said how.
    pub fn question(&self) -> Option<&str> {
        let mut shown = self.shown.iter().filter(|_| self.said.is_none());
        shown.find(|shown| shown.asks())?.open.as_deref()
    }

    /// The amounts of the row that begins at `start`. What is still open is read with a decimal
    /// comma.
    ///
    /// # Errors
    /// When a text is no amount with the mark that its column has.
    pub fn amounts(&self, row: u32, start: usize) -> Result<Amounts, Reject> {
        let mut amounts = [None; AMOUNTS];
        for (index, column) in self.columns.iter().enumerate() {
            let value = match self.cells.get(start + index) {
                None | Some(Amount::Blank) => continue,
                Some(Amount::Exact(value)) => *value,
                Some(Amount::Open(text)) => {
                    parse_amount(text, Some(self.mark(index))).map_err(|error| {
                        let cell = RawCell::Text(text.as_ref().into());
                        Reject::new(row, column.column, &cell, error.into())
                    })?
                }
            };
            let value = if column.is_credit { -value } else { value };
            let sum: &mut Option<Decimal> = &mut amounts[column.field];
            *sum = Some(sum.map_or(value, |before| (before + value).normalize()));
        }
        Ok(amounts)
    }

    /// The column of an amount.
    pub fn column_of(&self, field: usize) -> usize {
        let column = self.columns.iter().find(|column| column.field == field);
        column.map_or(0, |column| column.column)
    }

    fn mark(&self, column: usize) -> DecimalMark {
        self.said.or_else(|| self.shown[column].proven()).unwrap_or(DecimalMark::Comma)
    }
}

fn amount(cell: &RawCell<'_>, shown: &mut Shown) -> Result<Amount, NumberError> {
    match cell {
        RawCell::Empty => Ok(Amount::Blank),
        RawCell::Number(value) => exact(*value).map(Amount::Exact),
        RawCell::Text(text) if text.trim().is_empty() => Ok(Amount::Blank),
        RawCell::Text(text) => {
            let text = text.trim();
            shown.see(text);
            let [comma, point] =
                [DecimalMark::Comma, DecimalMark::Point].map(|mark| parse_amount(text, Some(mark)));
            if comma == point {
                return comma.map(Amount::Exact);
            }
            shown.is_comma_open |= parse_amount(text, None) == Err(NumberError::Ambiguous);
            shown.open.get_or_insert_with(|| text.into());
            Ok(Amount::Open(text.into()))
        }
        // A formula without a result is no amount of nothing.
        RawCell::Uncomputed
        | RawCell::DateTime { .. }
        | RawCell::Percent(_)
        | RawCell::Duration(_)
        | RawCell::Stamp(_)
        | RawCell::Bool(_)
        | RawCell::Error(_) => Err(NumberError::NotANumber),
    }
}

/// The amount that a float stands for: fifteen significant digits, exactly.
///
/// # Errors
/// When the number is none, or beyond every amount.
pub fn exact(value: f64) -> Result<Decimal, NumberError> {
    if !value.is_finite() {
        return Err(NumberError::NotANumber);
    }
    if value.abs() >= 1e15 {
        return Err(NumberError::TooLarge);
    }
    let ore = (value * 100.0).round();
    // Nearly all amounts are whole øre; the way by text is ten times as long.
    if ore.abs() < 1e15 && (ore / 100.0 - value).abs() <= value.abs() * 1e-15 {
        let ore = ore as i64;
        return Ok(match (ore % 100, ore % 10) {
            (0, _) => Decimal::from(ore / 100),
            (_, 0) => Decimal::new(ore / 10, 1),
            _ => Decimal::new(ore, 2),
        });
    }
    let text = format!("{value:.14e}");
    Decimal::from_scientific(&text)
        .map(|value| value.normalize())
        .map_err(|_| NumberError::NotANumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_float_is_the_amount_that_was_typed() {
        for (value, amount) in [
            (0.1 + 0.2, "0.3"),
            (27_412_806.35, "27412806.35"),
            (-1_761_942.5, "-1761942.5"),
            (5_382_228.0, "5382228"),
            (1e-9, "0.000000001"),
            (4_357_968.4, "4357968.4"),
            (999_999_999_999.99, "999999999999.99"),
            (12.345, "12.345"),
            (0.0, "0"),
        ] {
            assert_eq!(exact(value).map(|own| own.to_string()).as_deref(), Ok(amount));
        }
        assert_eq!(exact(f64::NAN), Err(NumberError::NotANumber));
        assert_eq!(exact(1e300), Err(NumberError::TooLarge));
    }
}
