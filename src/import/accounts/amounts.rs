//! The amounts of a sheet: most are read at once, a few wait until the column has shown which
//! mark it has before the øre.

use super::columns::{AMOUNTS, AmountColumn};
use super::exact::{TOO_LARGE, exact, scientific};
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
    /// What the amounts of each row are counted in, where a column says it.
    row_units: Vec<Option<AmountUnit>>,
    /// What the amounts of each column are counted in.
    units: Vec<AmountUnit>,
    /// Whether a person has said so.
    is_unit_said: bool,
    /// How number formats show the amounts.
    scales: Scales,
    /// Whether amounts of credit stand below zero in the sheet.
    is_credit_signed: bool,
    /// Whether amounts of debit stand below zero, as expenses beside income do.
    is_debit_signed: bool,
    /// What the person says about the mark.
    decimal: Option<DecimalMark>,
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
    pub fn new(columns: &[AmountColumn], decimal: Option<DecimalMark>) -> Self {
        let shown = vec![Shown::default(); columns.len()];
        let units = vec![AmountUnit::Krone; columns.len()];
        let columns = columns.to_vec();
        Self {
            columns,
            shown,
            cells: Vec::new(),
            rows: Vec::new(),
            row_units: Vec::new(),
            units,
            is_unit_said: false,
            scales: Scales::default(),
            is_credit_signed: false,
            is_debit_signed: false,
            decimal,
            nothings: 0,
            first_nothing: None,
        }
    }

    /// Reads the amounts of a row and returns the place where they begin. The `unit` is the one
    /// that the row itself names.
    ///
    /// # Errors
    /// When a cell holds no amount; nothing is kept then.
    pub fn read(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        unit: Option<AmountUnit>,
    ) -> Result<usize, Reject> {
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
        self.row_units.push(unit);
        Ok(start)
    }

    /// Whether a row has something in a column of amounts.
    pub fn is_filled(&self, cells: &[RawCell<'_>]) -> bool {
        self.columns.iter().any(|column| !cell_at(cells, column.column).is_blank())
    }

    /// Whether the row that begins at `start` has amounts on both sides.
    pub fn has_both_sides(&self, start: usize) -> bool {
        let is_amount = |cell: &Amount| match cell {
            Amount::Blank => false,
            Amount::Exact(value) => !value.is_zero(),
            Amount::Open(_) => true,
        };
        let cells = self.cells.iter().skip(start);
        let sided = self.columns.iter().zip(cells).filter(|(column, _)| column.is_sided);
        sided.filter(|(_, cell)| is_amount(cell)).count() > 1
    }

    /// The unit of the sheet and the first row that names it, where all rows with a unit name the
    /// same one. The rows lose it, so that it does not count twice. *Kroner* alone only says which
    /// money it is.
    pub fn take_only_unit(&mut self) -> Option<(AmountUnit, u32)> {
        let first = self.row_units.iter().position(Option::is_some)?;
        let only = self.row_units.get(first).copied().flatten()?;
        if self.row_units.iter().flatten().any(|unit| *unit != only) {
            return None;
        }
        self.row_units.fill(None);
        let row = self.rows.get(first).copied()?;
        (only != AmountUnit::Krone).then_some((only, row))
    }

    /// What is told of words for nothing in place of amounts.
    pub fn note(&self) -> Option<Issue> {
        let (cell, example) = self.first_nothing.as_ref()?;
        let message =
            message!("import-note-no-amounts", count = self.nothings, example = example.as_str(),);
        Some(note_at(message, cell))
    }

    /// Takes what is known of the number formats, when the sheet has ended.
    pub fn see_scales(&mut self, scales: &Scales) {
        self.scales.clone_from(scales);
    }

    /// Whether the number formats are unknown and some amount is as large as kroner are, but
    /// thousands hardly.
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
        let mut shown = self.shown.iter().filter(|_| self.decimal.is_none());
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
            let value = match self.kroner((row, start), index, cell) {
                Ok(Some(value)) => value,
                Ok(None) => continue,
                Err(error) => {
                    let text = if let Amount::Open(text) = cell { text.as_ref() } else { "" };
                    let cell = RawCell::Text(text.into());
                    return Err(Reject::new(row, column.column, &cell, error.into()));
                }
            };
            let is_turned = match column.is_credit {
                true => !self.is_credit_signed,
                false => column.is_sided && self.is_debit_signed,
            };
            let value = if is_turned { -value } else { value };
            let sum: &mut Option<Decimal> = &mut amounts[column.field];
            *sum = Some(sum.map_or(value, |before| (before + value).normalize()));
        }
        Ok(amounts)
    }

    /// An amount as the sheet has it; `None` for a blank.
    fn value(
        &self,
        column: usize,
        cell: &Amount,
        unit: AmountUnit,
    ) -> Result<Option<Decimal>, NumberError> {
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
        (row, start): (u32, usize),
        column: usize,
        cell: &Amount,
    ) -> Result<Option<Decimal>, NumberError> {
        let place = start.checked_div(self.columns.len());
        let of_row = place.and_then(|place| self.row_units.get(place)).copied().flatten();
        let unit = of_row.filter(|_| !self.is_unit_said).unwrap_or(self.unit_of(column));
        let Some(value) = self.value(column, cell, unit)? else { return Ok(None) };
        let place = self.columns.get(column).map_or(0, |amount| amount.column);
        let kroner = kroner_of(self.scales.of(row, place), unit, self.is_unit_said);
        if kroner == Decimal::ONE {
            return Ok(Some(value));
        }
        let kroner = value.checked_mul(kroner).filter(|amount| amount.abs() < TOO_LARGE);
        kroner.map(|amount| Some(amount.normalize())).ok_or(NumberError::TooLarge)
    }

    fn unit_of(&self, column: usize) -> AmountUnit {
        self.units.get(column).copied().unwrap_or_default()
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
            Some(headed) if !goes_before_headings => headed,
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
                cell => self.value(column, cell, self.unit_of(column)).ok().flatten(),
            }
        };
        for value in self.cells.iter().enumerate().filter_map(filled) {
            all += usize::from(!value.is_zero());
            with_ore += usize::from(value.normalize().scale() == 2);
        }
        with_ore * 2 > all
    }

    /// Sees whether the amounts of credit carry their sign already, and those of debit one.
    pub fn see_sides(&mut self) {
        self.is_credit_signed = self.signs(|column| column.is_credit).are_carried();
        let is_debit = |column: &AmountColumn| column.is_sided && !column.is_credit;
        self.is_debit_signed = self.signs(is_debit).are_carried();
    }

    fn signs(&self, is_wanted: impl Fn(&AmountColumn) -> bool) -> Signs {
        let mut signs = Signs::default();
        let count = self.columns.len();
        for (index, _) in self.columns.iter().enumerate().filter(|(_, column)| is_wanted(column)) {
            let cells = self.cells.iter().skip(index).step_by(count.max(1));
            for value in
                cells.filter_map(|cell| self.value(index, cell, self.unit_of(index)).ok().flatten())
            {
                signs.below += usize::from(value < Decimal::ZERO);
                signs.above += usize::from(value > Decimal::ZERO);
            }
        }
        signs
    }

    /// Whether the amounts of debit have a sign that they do not mean.
    pub fn is_debit_signed(&self) -> bool {
        self.is_debit_signed
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
        self.decimal.or_else(|| self.shown[column].proven()).unwrap_or(DecimalMark::Comma)
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

/// An amount from here on is hardly counted in thousands: a small company has no account of 100 000
/// thousand kroner.
const LARGE_THOUSANDS: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);
