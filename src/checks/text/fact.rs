//! What a number in a text can be held against: figures, and changes between two figures.

use rust_decimal::Decimal;

use super::vocabulary::Group;
use crate::calendar::{Quarter, Year};
use crate::figures::Key;
use crate::number::change_percent;

/// What a fact is counted in, as prose tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Things, days, årsverk: a number without a unit sign.
    Plain,
    /// Percent of a whole.
    Share,
    /// A change in percent.
    Change,
    /// A difference between two shares.
    Points,
    /// A difference between two plain numbers.
    Difference,
    /// Kroner.
    Kroner,
}

/// What a change is measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// Another year.
    Year(Year),
    /// Another quarter of the same year.
    Quarter(Quarter),
    /// The average of the baseline.
    Average,
    /// A budget.
    Budget,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A figure.
    Figure(Key),
    /// The change or difference from one figure to another.
    Between {
        /// The figure that changed.
        new: Key,
        /// What it is measured from.
        reference: Key,
    },
}

impl Name {
    /// The figure that it is, or that changed.
    pub fn key(&self) -> &Key {
        match self {
            Self::Figure(key) | Self::Between { new: key, .. } => key,
        }
    }
}

/// A value that a text can speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Where it comes from.
    pub name: Name,
    /// The exact value. A change has its sign.
    pub value: Decimal,
    /// What it is counted in.
    pub measure: Measure,
    /// The year that it is of; `None` where it has none.
    pub year: Option<Year>,
    /// The quarter that it is of; `None` for the whole year.
    pub quarter: Option<Quarter>,
    /// What a change is measured from.
    pub against: Option<Against>,
    /// The two values that a change is between: the new one and the reference.
    pub between: Option<(Decimal, Decimal)>,
}

impl Fact {
    /// A figure's own value.
    pub fn of(key: Key, value: Decimal, measure: Measure) -> Self {
        Self {
            year: key.year(),
            name: Name::Figure(key),
            value,
            measure,
            quarter: None,
            against: None,
            between: None,
        }
    }

    /// The change in percent from `reference` to `new`; `None` where nothing can be a percentage
    /// of the reference.
    pub fn change(new: &Self, reference: &Self, against: Against) -> Option<Self> {
        let (value, other) = sizes(new, reference);
        let value = change_percent(value, other.abs())?;
        Some(Self { value, measure: Measure::Change, ..Self::between(new, reference, against) })
    }

    /// How much more `new` is than `reference`, in the unit of both.
    pub fn difference(new: &Self, reference: &Self, against: Against) -> Option<Self> {
        let measure = match new.measure {
            Measure::Share => Measure::Points,
            Measure::Kroner => Measure::Kroner,
            _ => Measure::Difference,
        };
        let (value, other) = sizes(new, reference);
        let value = value.checked_sub(other)?;
        Some(Self { value, measure, ..Self::between(new, reference, against) })
    }

    fn between(new: &Self, reference: &Self, against: Against) -> Self {
        Self {
            name: Name::Between {
                new: new.name.key().clone(),
                reference: reference.name.key().clone(),
            },
            against: Some(against),
            between: Some(sizes(new, reference)),
            ..new.clone()
        }
    }
}

/// Two values as prose compares them: income stands below zero in the books, and grows in words.
fn sizes(new: &Fact, reference: &Fact) -> (Decimal, Decimal) {
    let are_below = new.value.is_sign_negative() && reference.value.is_sign_negative();
    let sign = if are_below { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
    (new.value * sign, reference.value * sign)
}

/// Something that facts are about, in all its periods.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The words by which a text speaks of it: of each group one. The first is the thing itself,
    /// the others tell which of its kind.
    pub words: Vec<Group>,
    /// Its facts.
    pub facts: Vec<Fact>,
}

impl Fact {
    /// Whether both say the same of the same period.
    pub fn is_like(&self, other: &Self) -> bool {
        self.measure == other.measure
            && self.year == other.year
            && self.quarter == other.quarter
            && self.against == other.against
    }
}
