//! The amounts of a sheet: most are read at once, a few wait until the column has shown which
//! mark it has before the øre.

use super::columns::{AMOUNTS, AmountColumn};
use super::shown::{Formats, kroner_of};
use super::sides::Signs;
use super::units::{decimals, factor};
use crate::import::noticed::note_at;
use crate::import::raw::{RawCell, cell_at};
use crate::import::scales::Scales;
use crate::import::synonyms::is_nothing;
use crate::import::verdict::Reject;
use crate::issue::Issue;
use crate::message;
use crate::number::{
    Decimal, DecimalMark, NumberError, parse_amount, parse_amount_with, proven_mark,
};
use crate::project::{AmountUnit, cell_name};

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
    /// The rows that the cells stand in, as Excel counts.
    rows: Vec<u32>,
    /// What the amounts of each column are counted in.
    units: Vec<AmountUnit>,
    /// Whether a person has said so.
    is_unit_said: bool,
    /// How number formats show the amounts.
    scales: Scales,
    /// Whether amounts of credit stand below zero in the sheet.
    is_credit_signed: bool,
    /// What the person says about the mark.
    said: Option<DecimalMark>,
    /// Words for nothing in place of amounts: how many, and where the first stands.
    nothings: u32,
    first_nothing: Option<(String, String)>,
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
        let units = vec![AmountUnit::Krone; columns.len()];
        let columns = columns.to_vec();
        Self {
            columns,
            shown,
            cells: Vec::new(),
            rows: Vec::new(),
            units,
            is_unit_said: false,
            scales: Scales::default(),
            is_credit_signed: false,
            said,
            nothings: 0,
            first_nothing: None,
        }
    }

    /// Reads the amounts of a row; they come back by the place where they begin.
    ///
    /// # Errors
    /// When a cell holds no amount; nothing is kept then.
    pub fn read(&mut self, row: u32, cells: &[RawCell<'_>]) -> Result<usize, Reject> {
        let start = self.cells.len();
        for (column, shown) in self.columns.iter().zip(&mut self.shown) {
            let cell = cell_at(cells, column.column);
            if is_word_for_nothing(cell) {
                self.nothings = self.nothings.saturating_add(1);
                let first = || (cell_name(column.column, row), cell.text().into_owned());
                self.first_nothing.get_or_insert_with(first);
                self.cells.push(Amount::Blank);
                continue;
            }
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
        self.rows.push(row);
        Ok(start)
    }

    /// What is told of words for nothing in place of amounts.
    pub fn note(&self) -> Option<Issue> {
        let (cell, example) = self.first_nothing.as_ref()?;
        let told =
            message!("import-note-no-amounts", count = self.nothings, example = example.as_str(),);
        Some(note_at(told, cell))
    }

    /// Takes what is known of the number formats, when the sheet has ended.
    pub fn see_scales(&mut self, scales: &Scales) {
        self.scales.clone_from(scales);
    }

    /// Whether nobody knows how amounts are shown that are as large as kroner are and thousands
    /// hardly.
    pub fn may_be_shown_in_thousands(&self) -> bool {
        let is_large =
            |cell: &Amount| matches!(cell, Amount::Exact(value) if value.abs() >= LARGE_THOUSANDS);
        self.scales.is_unknown() && self.cells.iter().any(is_large)
    }

    /// What the formats of the amounts show.
    pub fn see_formats(&self, formats: &mut Formats) {
        if self.scales.is_empty() {
            return;
        }
        for (row, cells) in self.rows.iter().zip(self.cells.chunks(self.columns.len().max(1))) {
            for (column, cell) in self.columns.iter().zip(cells) {
                let is_amount = match cell {
                    Amount::Blank => false,
                    Amount::Exact(value) => !value.is_zero(),
                    Amount::Open(_) => true,
                };
                if is_amount {
                    formats.see(&self.scales, (*row, column.column));
                }
            }
        }
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
            let Some(cell) = self.cells.get(start + index) else { continue };
            let value = match self.kroner(row, index, cell) {
                Ok(Some(value)) => value,
                Ok(None) => continue,
                Err(error) => {
                    let text = if let Amount::Open(text) = cell { text.as_ref() } else { "" };
                    let cell = RawCell::Text(text.into());
                    return Err(Reject::new(row, column.column, &cell, error.into()));
                }
            };
            let is_turned = column.is_credit && !self.is_credit_signed;
            let value = if is_turned { -value } else { value };
            let sum: &mut Option<Decimal> = &mut amounts[column.field];
            *sum = Some(sum.map_or(value, |before| (before + value).normalize()));
        }
        Ok(amounts)
    }

    /// An amount as the sheet has it; `None` for a blank.
    fn value(&self, column: usize, cell: &Amount) -> Result<Option<Decimal>, NumberError> {
        let unit = self.units.get(column).copied().unwrap_or_default();
        match cell {
            Amount::Blank => Ok(None),
            Amount::Exact(value) => Ok(Some(*value)),
            Amount::Open(text) => {
                parse_amount_with(text, Some(self.mark(column)), decimals(unit)).map(Some)
            }
        }
    }

    /// An amount in kroner, as the sheet has its sign; `None` for a blank.
    fn kroner(
        &self,
        row: u32,
        column: usize,
        cell: &Amount,
    ) -> Result<Option<Decimal>, NumberError> {
        let Some(value) = self.value(column, cell)? else { return Ok(None) };
        let unit = self.units.get(column).copied().unwrap_or_default();
        let place = self.columns.get(column).map_or(0, |own| own.column);
        let kroner = kroner_of(self.scales.of(row, place), unit, self.is_unit_said);
        if kroner == Decimal::ONE {
            return Ok(Some(value));
        }
        let kroner = value.checked_mul(kroner).filter(|own| own.abs() < TOO_LARGE);
        kroner.map(|own| Some(own.normalize())).ok_or(NumberError::TooLarge)
    }

    /// How far rounding may take an amount that is counted in thousands: half of one.
    pub fn rounding(&self) -> Decimal {
        let mut formats = Formats::default();
        self.see_formats(&mut formats);
        if formats.is_all_scaled() {
            return Decimal::ZERO;
        }
        let larger = self.units.iter().filter(|unit| **unit != AmountUnit::Krone);
        let half = |unit: &AmountUnit| factor(*unit) / Decimal::TWO;
        larger.map(half).max().unwrap_or_default()
    }

    /// The columns that are read.
    pub fn columns(&self) -> &[AmountColumn] {
        &self.columns
    }

    /// Lets the amounts be counted in that unit, where a column's heading names no other.
    pub fn count_in(&mut self, (unit, is_said): (AmountUnit, bool), goes_before_headings: bool) {
        self.is_unit_said = is_said;
        let of = |column: &AmountColumn| match column.unit {
            Some(own) if !goes_before_headings => own,
            _ => unit,
        };
        self.units = self.columns.iter().map(of).collect();
    }

    /// Whether most of the amounts have øre: then they are hardly thousands.
    pub fn have_ore(&self) -> bool {
        let (mut all, mut with_ore) = (0_usize, 0_usize);
        let filled = |(at, cell): (usize, &Amount)| {
            let column = at.checked_rem(self.columns.len())?;
            match cell {
                Amount::Exact(value) => Some(*value),
                cell => self.value(column, cell).ok().flatten(),
            }
        };
        for value in self.cells.iter().enumerate().filter_map(filled) {
            all += usize::from(!value.is_zero());
            with_ore += usize::from(value.normalize().scale() == 2);
        }
        with_ore * 2 > all
    }

    /// Sees whether the amounts of credit carry their sign already.
    pub fn see_credit(&mut self) {
        let mut signs = Signs::default();
        let count = self.columns.len();
        for (index, _) in self.columns.iter().enumerate().filter(|(_, own)| own.is_credit) {
            let own = self.cells.iter().skip(index).step_by(count.max(1));
            for value in own.filter_map(|cell| self.value(index, cell).ok().flatten()) {
                signs.below += usize::from(value < Decimal::ZERO);
                signs.above += usize::from(value > Decimal::ZERO);
            }
        }
        self.is_credit_signed = signs.are_carried();
    }

    /// Whether the amounts of credit carry their sign, and are read as they stand.
    pub fn is_credit_signed(&self) -> bool {
        self.is_credit_signed
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

/// Whether a word for nothing stands there; an error of Excel is none.
fn is_word_for_nothing(cell: &RawCell<'_>) -> bool {
    let RawCell::Text(text) = cell else { return false };
    !cell.is_blank() && !text.trim().starts_with('#') && is_nothing(text)
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
            if comma == point && comma != Err(NumberError::TooManyDecimals) {
                return match comma {
                    Err(NumberError::NotANumber) => scientific(text).map(Amount::Exact),
                    other => other.map(Amount::Exact),
                };
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

/// So many thousands a small company hardly has on an account: 100 000 of them.
const LARGE_THOUSANDS: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);

/// Amounts from here on are no kroner of any company.
const TOO_LARGE: Decimal = Decimal::from_parts(0xA4C6_8000, 0x0003_8D7E, 0, false, 0);

/// An amount as programs write numbers that are short that way: `2e+05`. Excel writes so what it
/// has shortened, with a capital letter and some decimals of more.
///
/// # Errors
/// When the text is no such number, or one whose last digits are lost.
fn scientific(text: &str) -> Result<Decimal, NumberError> {
    let at = text.find(['e', 'E']).ok_or(NumberError::NotANumber)?;
    let (mantissa, exponent) = (text[..at].replace(',', "."), &text[at + 1..]);
    let is_number = |own: &str| {
        let digits = own.strip_prefix(['-', '+']).unwrap_or(own);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    if !is_number(&mantissa) || !is_number(exponent) || exponent.contains('.') {
        return Err(NumberError::NotANumber);
    }
    let shown = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let places = exponent.parse::<i64>().unwrap_or(i64::MAX);
    if places > 15 {
        return Err(NumberError::TooLarge);
    }
    let is_shortened = text[at..].starts_with('E')
        && shown > 0
        && i64::try_from(shown).is_ok_and(|shown| places > shown);
    if is_shortened {
        return Err(NumberError::Shortened);
    }
    let text = format!("{mantissa}e{}", exponent.trim_start_matches('+'));
    let value = Decimal::from_scientific(&text).map_err(|_| NumberError::NotANumber)?.normalize();
    match () {
        () if value.abs() >= TOO_LARGE => Err(NumberError::TooLarge),
        () if value.scale() > 2 => Err(NumberError::TooManyDecimals),
        () => Ok(value),
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
    fn a_short_way_to_write_a_number_is_an_amount_unless_digits_are_lost() {
        for (text, amount) in
            [("2e+05", "200000"), ("-1e5", "-100000"), ("2,5e+06", "2500000"), ("1E+05", "100000")]
        {
            assert_eq!(scientific(text).map(|own| own.to_string()).as_deref(), Ok(amount));
        }
        assert_eq!(scientific("1,23E+08"), Err(NumberError::Shortened));
        assert_eq!(scientific("1e30"), Err(NumberError::TooLarge));
        for text in ["e5", "1e", "x", "1e5e5", "1e1.5"] {
            assert_eq!(scientific(text), Err(NumberError::NotANumber), "{text}");
        }
    }

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
