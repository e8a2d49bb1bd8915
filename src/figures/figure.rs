//! A figure: a named number with its unit, as a reader sees it.

use rust_decimal::Decimal;

use super::{Key, Period};
use crate::calendar::Span;
use crate::number;
use crate::t;

/// What a figure is counted in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Things.
    Count,
    /// Percent of another figure, or of what the label names.
    Percent {
        /// The figure that it is a percentage of.
        of: Option<Key>,
    },
    /// A change in percent of another figure; shown with its sign.
    Change {
        /// The figure that it is a change from.
        from: Key,
    },
    /// Kroner, with the ledger's sign where the figure is a ledger's.
    Kroner,
    /// Days.
    Days,
    /// Hours.
    Hours,
    /// Årsverk.
    Fte,
    /// Cases per working day or per årsverk.
    PerUnit,
    /// A plain number of a table.
    Plain,
}

impl Unit {
    /// A value of this unit as it is printed, with so many decimals.
    pub(super) fn text(&self, value: Decimal, decimals: u32) -> String {
        match self {
            Self::Percent { .. } => number::percent(value, decimals),
            Self::Change { .. } => number::signed_percent(value, decimals),
            Self::Kroner => number::kroner(value),
            _ => number::decimal(value, decimals),
        }
    }

    /// How machines name the unit.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent { .. } | Self::Change { .. } => "percent",
            Self::Kroner => "kroner",
            Self::Days => "days",
            Self::Hours => "hours",
            Self::Fte => "fte",
            Self::PerUnit => "per_unit",
            Self::Plain => "number",
        }
    }
}

/// A named, derived number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its name.
    pub key: Key,
    /// The exact value; `None` for a gap.
    pub value: Option<Decimal>,
    /// What it is counted in.
    pub unit: Unit,
    /// The decimals with which it is printed.
    pub decimals: u32,
    /// What it is, in words.
    pub label: String,
}

impl Figure {
    /// The figure as it is printed, or the word for a gap.
    pub fn text(&self) -> String {
        self.printed().unwrap_or_else(|| t!("missing"))
    }

    /// The figure as it is printed; `None` for a gap.
    pub fn printed(&self) -> Option<String> {
        self.value.map(|value| self.unit.text(value, self.decimals))
    }
}

/// "166 arbeidsdager, 01.01.–31.08.2021".
pub fn workdays_text(count: u32, span: Span) -> String {
    let first = span.first.strftime("%d.%m.").to_string();
    let last = span.last.strftime("%d.%m.%Y").to_string();
    t!("trail-workdays-of", count = count, first = first, last = last)
}

/// "1. kvartal 2021", or "2021" for the whole year.
pub fn period_text(period: Period, year: i16) -> String {
    match period {
        Period::Year => year.to_string(),
        Period::Quarter(_) | Period::Half(_) => {
            t!("figure-period", quarter = t!(period.word_key()), year = year.to_string())
        }
    }
}
