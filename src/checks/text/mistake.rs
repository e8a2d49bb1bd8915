//! The mistakes that explain a wrong number.

use rust_decimal::Decimal;

use super::claim::Claim;
use super::fact::{Fact, Measure, Name, Subject};
use super::number::Unit;
use super::part::Part;
use super::rounding::{is_coarsely, is_value};
use crate::calendar::Year;
use crate::number::change_percent;

/// The largest distance at which a count or an amount is still meant for a value, in hundredths of
/// the value.
const NEAR: u32 = 10;
/// The same for percentages, where a small slip is a larger share of the value.
const NEAR_OF_PERCENT: u32 = 35;
/// The same for small counts, where one more or less is much.
const NEAR_OF_SMALL: u32 = 20;

/// Why a number is not the value that it is meant for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// The change was divided by the new value, not by the reference.
    DividedByNew,
    /// The size is right and the word for the direction is wrong.
    Direction,
    /// It is the value of another year or part of it; the year, where it is another.
    OtherPeriod(Name, Option<Year>),
    /// It is the change from something else.
    OtherComparison(Name),
    /// Two digits have changed places.
    Swapped,
    /// The point or comma stands wrong.
    Thousands,
    /// It is a difference between percentages, and no change in percent, or the other way round.
    Unit,
    /// It is near the value, and nothing explains it.
    Near,
    /// It is far from the value, and nothing explains it.
    Far,
}

impl Mistake {
    /// Whether the number is a value of the same subject, so that it cannot be another figure by
    /// chance.
    pub fn is_of_same_subject(&self) -> bool {
        matches!(
            self,
            Self::DividedByNew
                | Self::Direction
                | Self::Unit
                | Self::OtherPeriod(..)
                | Self::OtherComparison(_)
        )
    }

    /// Whether the mistake alone is no proof that the number is meant for the value.
    pub fn is_weak(&self) -> bool {
        matches!(self, Self::Near | Self::Far | Self::OtherPeriod(..) | Self::Thousands)
    }
}

/// What can be wrong with a number that is not the fact's value.
pub fn mistake(claim: &Claim<'_>, subject: &Subject, fact: &Fact) -> Option<Mistake> {
    let explained = divided_by_new(claim, fact)
        .or_else(|| direction(claim, fact))
        .or_else(|| of_another(claim, subject, fact))
        .or_else(|| swapped(claim, fact))
        .or_else(|| thousands(claim, fact));
    explained.or_else(|| claim.has_direction_of(fact).then(|| near_or_far(claim, fact)))
}

/// The fact that fits the number if *prosent* is read as *prosentpoeng*, or the other way round.
pub fn other_unit<'f>(claim: &Claim<'_>, subject: &'f Subject) -> Option<(&'f Fact, Mistake)> {
    let meant = match claim.number.unit {
        Unit::Percent if claim.direction.is_some() => Measure::Points,
        Unit::Points => Measure::Change,
        _ => return None,
    };
    let is_it = |fact: &&Fact| {
        fact.measure == meant
            && claim.number.telling_digits() >= 2
            && claim.is_of_period(fact)
            && claim.is_against(fact)
            && is_value(claim, fact.value, meant)
            && claim.has_direction_of(fact)
    };
    Some((subject.facts.iter().find(is_it)?, Mistake::Unit))
}

fn divided_by_new(claim: &Claim<'_>, fact: &Fact) -> Option<Mistake> {
    let (new, reference) = fact.between.filter(|_| fact.measure == Measure::Change)?;
    let wrong = change_percent(reference, new)?;
    let is_it = is_value(claim, wrong, Measure::Change) || is_coarsely(claim, wrong);
    (is_it && claim.has_direction_of(fact)).then_some(Mistake::DividedByNew)
}

fn direction(claim: &Claim<'_>, fact: &Fact) -> Option<Mistake> {
    let is_size = is_value(claim, fact.value, fact.measure);
    (is_size && !claim.has_direction_of(fact)).then_some(Mistake::Direction)
}

/// The value of the same thing in another period or comparison. Short numbers equal such a value
/// by chance too often.
fn of_another(claim: &Claim<'_>, subject: &Subject, fact: &Fact) -> Option<Mistake> {
    if claim.number.telling_digits() < 2 {
        return None;
    }
    let is_kind = |other: &Fact| match (other.part, fact.part) {
        // Weeks and days are so many that one of them is any number, and so are all months.
        (Some(_), Some(Part::Day(..) | Part::Week(_))) => false,
        (Some(other_part), Some(part)) => {
            other_part == part || (other_part.is_like(part) && other.year == fact.year)
        }
        (None, None) => true,
        _ => false,
    };
    let mut alike = subject.facts.iter().filter(|other| {
        other.measure == fact.measure
            && other.against.is_some() == fact.against.is_some()
            && is_kind(other)
            && is_value(claim, other.value, other.measure)
            && claim.has_direction_of(other)
    });
    let first = alike.next()?;
    let is_same_period = |other: &&Fact| other.year == fact.year && other.part == fact.part;
    match std::iter::once(first).chain(alike).find(is_same_period) {
        Some(other) => Some(Mistake::OtherComparison(other.name.clone())),
        None => {
            let year = first.year.filter(|year| Some(*year) != fact.year);
            Some(Mistake::OtherPeriod(first.name.clone(), year))
        }
    }
}

/// Whether two neighbouring digits of the number stand the other way round in the value.
fn swapped(claim: &Claim<'_>, fact: &Fact) -> Option<Mistake> {
    let number = claim.number;
    let mantissa = number.value.mantissa().unsigned_abs().to_string();
    let mut digits: Vec<char> = mantissa.chars().collect();
    for index in 1..digits.len() {
        if digits[index - 1] == digits[index] {
            continue;
        }
        digits.swap(index - 1, index);
        let text: String = digits.iter().collect();
        let value = text.parse().ok().and_then(|mantissa: i128| {
            Decimal::try_from_i128_with_scale(mantissa, number.value.scale()).ok()
        });
        let is_it = value.is_some_and(|value| {
            let other = super::number::Number { value, ..number.clone() };
            let other = Claim { number: &other, ..claim.clone() };
            is_value(&other, fact.value, fact.measure)
        });
        if is_it && claim.has_direction_of(fact) {
            return Some(Mistake::Swapped);
        }
        digits.swap(index - 1, index);
    }
    None
}

/// A thousand times too much or too little, or another power of ten; a number may be cut off.
fn thousands(claim: &Claim<'_>, fact: &Fact) -> Option<Mistake> {
    if claim.number.telling_digits() < 3 {
        return None;
    }
    let powers = [10, 100, 1_000, 1_000_000].map(Decimal::from);
    let is_it = powers.iter().any(|power| {
        let times = fact.value.checked_mul(*power);
        let part = fact.value.checked_div(*power);
        // Where digits were lost, the rest was not rounded.
        let values = [times, part].into_iter().flatten();
        values.into_iter().any(|value| {
            is_value(claim, value, fact.measure) || is_value(claim, value, Measure::Kroner)
        })
    });
    (is_it && claim.has_direction_of(fact)).then_some(Mistake::Thousands)
}

fn near_or_far(claim: &Claim<'_>, fact: &Fact) -> Mistake {
    let (value, number) = (fact.value.abs(), claim.number.value);
    let is_counted = matches!(claim.number.unit, Unit::Plain | Unit::Kroner);
    let hundredths = match claim.number.unit {
        Unit::Percent | Unit::Points => NEAR_OF_PERCENT,
        Unit::Plain if value < Decimal::ONE_HUNDRED => NEAR_OF_SMALL,
        _ => NEAR,
    };
    let least = if is_counted { Decimal::ONE } else { Decimal::ZERO };
    let room = value.checked_mul(Decimal::new(hundredths.into(), 2));
    let is_near = room.is_some_and(|room| (value - number).abs() <= room.max(least));
    if is_near { Mistake::Near } else { Mistake::Far }
}
