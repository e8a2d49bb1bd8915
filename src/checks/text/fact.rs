//! Facts that a number in a text is compared with: figures, and changes between two figures.

use rust_decimal::Decimal;

use super::part::Part;
use super::tie::Tie;
use super::vocabulary::Group;
use crate::calendar::Year;
use crate::figures::Key;
use crate::number::change_percent;

/// What a fact is counted in, as prose tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Against {
    /// Another year.
    Year(Year),
    /// Another part of the same year.
    Part(Part),
    /// The average of the baseline.
    Average,
    /// A budget.
    Budget,
    /// A goal.
    Target,
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
    /// The part of the year that it is of; `None` for the whole year.
    pub part: Option<Part>,
    /// What a change is measured from.
    pub against: Option<Against>,
    /// The two values that a change is between: the new one and the reference.
    pub between: Option<(Decimal, Decimal)>,
}

impl Fact {
    /// The value of a figure.
    pub fn of(key: Key, value: Decimal, measure: Measure) -> Self {
        Self {
            year: key.year(),
            name: Name::Figure(key),
            value,
            measure,
            part: None,
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

/// Two values with the signs that prose uses. Income is negative in the books, and prose says that
/// it grows.
fn sizes(new: &Fact, reference: &Fact) -> (Decimal, Decimal) {
    let are_below = new.value.is_sign_negative() && reference.value.is_sign_negative();
    let sign = if are_below { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
    (new.value * sign, reference.value * sign)
}

/// Something that facts are about, in all its periods.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The words by which a text names it, one of each group. The first group names the thing, the
    /// others which one of its kind.
    pub words: Vec<Group>,
    /// Whether its facts are what was aimed at or budgeted.
    pub tie: Option<Tie>,
    /// Its facts.
    pub facts: Vec<Fact>,
}

impl Subject {
    /// Whether there are facts of parts of years, so that one of the whole year is not meant
    /// where a part is named.
    pub fn is_parted(&self) -> bool {
        self.facts.iter().any(|fact| fact.part.is_some())
    }
}

/// Two facts with the same sameness state the same thing about the same period.
pub type Sameness = (Measure, Option<Year>, Option<Part>, Option<Against>);

impl Fact {
    /// What it says, apart from its value.
    pub fn sameness(&self) -> Sameness {
        (self.measure, self.year, self.part, self.against)
    }
}
