//! Amounts that number formats show in thousands, or with a unit behind them. What a cell holds
//! is in kroner then, though a title says thousands: that is what is seen.

use super::units::{Decided, ask_unit, factor};
use crate::import::noticed::note_at;
use crate::import::scales::{Scale, Scales};
use crate::issue::Issue;
use crate::message;
use crate::number::Decimal;
use crate::project::{AmountUnit, cell_name};

/// What the number formats of a sheet's amounts show.
#[derive(Default)]
pub struct Formats {
    /// The first amount that is shown otherwise than its cell holds it.
    scaled: Option<(String, Scale)>,
    /// The first that is shown as it is.
    plain: Option<String>,
    /// Every way in which some are shown.
    scales: Vec<Scale>,
}

impl Formats {
    /// Looks at an amount that is not nothing.
    pub fn see(&mut self, scales: &Scales, (row, column): (u32, usize)) {
        match scales.of(row, column) {
            Some(scale) => {
                self.scaled.get_or_insert_with(|| (cell_name(column, row), scale));
                if !self.scales.contains(&scale) {
                    self.scales.push(scale);
                }
            }
            None if self.plain.is_none() => self.plain = Some(cell_name(column, row)),
            None => {}
        }
    }

    /// Whether some amounts are shown otherwise than their cells hold them.
    pub fn is_scaled(&self) -> bool {
        self.scaled.is_some()
    }

    /// Whether all are shown otherwise than their cells hold them, so that the cells are exact.
    pub fn is_all_scaled(&self) -> bool {
        self.scaled.is_some() && self.plain.is_none()
    }

    /// What is decided, asked and told of the unit in the light of the formats. `said_unit` is
    /// what a person has said of it.
    pub fn settle(&self, decided: Decided, said_unit: Option<AmountUnit>) -> Decided {
        let Some((cell, scale)) = &self.scaled else { return decided };
        let is_contradicted = self.scales.iter().any(|scale| contradicts(*scale, decided.unit));
        let asks = match (&self.plain, is_contradicted) {
            (Some(plain), _) => message!(
                "import-ask-unit-of-formats",
                cell = cell.as_str(),
                plain = plain.as_str(),
                digits = shown_in_words(*scale),
            ),
            (None, true) => {
                message!(
                    "import-ask-unit-of-format",
                    cell = cell.as_str(),
                    digits = shown_in_words(*scale)
                )
            }
            (None, false) => return Decided { question: None, note: self.note(), ..decided },
        };
        match said_unit {
            Some(_) => Decided { question: None, note: self.note(), ..decided },
            None => Decided { question: ask_unit(asks), note: None, ..decided },
        }
    }

    fn note(&self) -> Option<Issue> {
        let (cell, scale) = self.scaled.as_ref()?;
        let digits = shown_in_words(*scale);
        let message = match (scale.unit, scale.thousands) {
            (Some(_), 0) => {
                message!("import-unit-by-format-word", cell = cell.as_str(), unit = digits)
            }
            _ => message!("import-unit-by-format", cell = cell.as_str(), digits = digits),
        };
        Some(note_at(message, cell))
    }
}

/// How many times a thousand a unit is.
fn thousands_of(unit: AmountUnit) -> u32 {
    match unit {
        AmountUnit::Krone => 0,
        AmountUnit::Thousand => 1,
        AmountUnit::Million => 2,
    }
}

/// Whether a format shows another unit than the titles and headings name.
fn contradicts(scale: Scale, unit: AmountUnit) -> bool {
    let named = thousands_of(unit);
    match scale.unit {
        Some(shown) => {
            (unit != AmountUnit::Krone && shown != unit) || scale.thousands > thousands_of(shown)
        }
        None => named > 0 && scale.thousands != named,
    }
}

/// How many kroner a cell's number counts for, where the column is counted in `unit` and the cell
/// is shown so. What a person has said of the unit goes before what the format says.
pub fn kroner_of(scale: Option<Scale>, unit: AmountUnit, is_said: bool) -> Decimal {
    let Some(scale) = scale else { return factor(unit) };
    let shown_in = scale.unit.filter(|_| !is_said).unwrap_or(unit);
    match thousands_of(shown_in).saturating_sub(scale.thousands) {
        0 => Decimal::ONE,
        1 => factor(AmountUnit::Thousand),
        _ => factor(AmountUnit::Million),
    }
}

/// What a format shows, in words: "tusen".
fn shown_in_words(scale: Scale) -> String {
    let unit = match (scale.unit, scale.thousands) {
        (Some(unit), _) => unit,
        (None, 1) => AmountUnit::Thousand,
        (None, _) => AmountUnit::Million,
    };
    unit.choice().word().to_lowercase()
}
