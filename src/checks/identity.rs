//! Identities: what one number must be by others, and how far rounding may take it from there.

use rust_decimal::Decimal;

use super::{Reading, Rule, Values};
use crate::figures::{Figures, Key};

/// Where the numbers of an identity stand.
type Get<'g> = &'g dyn Fn(&Key) -> Option<Reading>;

/// A sum of numbers, each with its factor, over a whole number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linear {
    /// The numbers with their factors.
    pub terms: Vec<(i32, Key)>,
    /// What the sum is divided by: the count for an average, else 1.
    pub divisor: u32,
}

impl Linear {
    /// The plain sum of some numbers.
    pub fn sum(keys: impl IntoIterator<Item = Key>) -> Self {
        Self { terms: keys.into_iter().map(|key| (1, key)).collect(), divisor: 1 }
    }

    /// One number.
    pub fn one(key: Key) -> Self {
        Self::sum([key])
    }

    /// The average of some numbers.
    pub fn average(keys: Vec<Key>) -> Self {
        let divisor = u32::try_from(keys.len()).unwrap_or(u32::MAX).max(1);
        Self { divisor, ..Self::sum(keys) }
    }

    /// The same with another number added.
    #[must_use]
    pub fn plus(mut self, factor: i32, key: Key) -> Self {
        self.terms.push((factor, key));
        self
    }

    /// The same with other numbers added.
    #[must_use]
    pub fn plus_all(mut self, factor: i32, keys: impl IntoIterator<Item = Key>) -> Self {
        self.terms.extend(keys.into_iter().map(|key| (factor, key)));
        self
    }

    fn interval(&self, reading: Get<'_>) -> Option<Interval> {
        let divisor = Decimal::from(self.divisor);
        let mut sum = Interval::default();
        for (factor, key) in &self.terms {
            let reading = reading(key)?;
            let factor = Decimal::from(*factor);
            sum.value = sum.value.checked_add(reading.value.checked_mul(factor)?)?;
            sum.reach = sum.reach.checked_add(reading.reach().checked_mul(factor.abs())?)?;
        }
        Some(Interval {
            value: sum.value.checked_div(divisor)?,
            reach: sum.reach.checked_div(divisor)?,
        })
    }
}

/// What a number must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The number that stands in another place, or its opposite. Rounded alike, one number
    /// prints alike.
    Same(i32, Key),
    /// A sum or an average.
    Sum(Linear),
    /// So many percent: the part in percent of the whole.
    Percent(Linear, Linear),
    /// The change in percent from the reference: (new − reference) / reference.
    Change(Linear, Linear),
    /// At most so much.
    AtMost(Linear),
}

impl Expected {
    /// The numbers that it is made of.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        let (one, first, second) = match self {
            Self::Same(_, key) => (Some(key), None, None),
            Self::Sum(sum) | Self::AtMost(sum) => (None, Some(sum), None),
            Self::Percent(part, whole) | Self::Change(part, whole) => {
                (None, Some(part), Some(whole))
            }
        };
        let terms = first.into_iter().chain(second).flat_map(|linear| &linear.terms);
        one.into_iter().chain(terms.map(|(_, key)| key))
    }
}

/// What one number must be by others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The rule that it is a case of.
    pub rule: &'static Rule,
    /// The number.
    pub subject: Key,
    /// What it must be.
    pub expected: Expected,
    /// The same identity of the year before. If that one is off by the same difference, the
    /// difference was carried over and is no fault of this year.
    pub before: Option<Box<Identity>>,
}

/// The result of judging an identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A number of it is not known.
    Unknown,
    /// It holds, as far as rounding lets one see.
    Holds,
    /// It is broken.
    Broken(Break),
}

/// A broken identity in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// What the number must be.
    pub expected: Decimal,
    /// What stands there.
    pub found: Decimal,
    /// The coarsest unit of what was compared.
    pub step: Decimal,
}

impl Break {
    /// Found less expected.
    pub fn difference(&self) -> Decimal {
        self.found.saturating_sub(self.expected)
    }

    /// Whether the difference is small enough to come from adding rounded numbers by hand.
    pub fn is_small(&self) -> bool {
        const UNITS: i64 = 5;
        self.difference().abs() <= self.step.saturating_mul(Decimal::from(UNITS))
    }
}

/// A number with how far from it the exact one may lie.
#[derive(Clone, Copy, Debug, Default)]
struct Interval {
    value: Decimal,
    reach: Decimal,
}

impl Interval {
    fn ends(self) -> [Decimal; 2] {
        [self.value.saturating_sub(self.reach), self.value.saturating_add(self.reach)]
    }
}

/// Numbers that differ by less are equal: divisions leave a remainder in the last of 28 digits.
const TRACE: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

impl Identity {
    /// An identity that stands for itself.
    pub fn new(rule: &'static Rule, subject: Key, expected: Expected) -> Self {
        Self { rule, subject, expected, before: None }
    }

    /// Looks at the identity in `values`.
    pub fn judge(&self, values: &dyn Values) -> Verdict {
        self.try_judge(values).unwrap_or(Verdict::Unknown)
    }

    fn try_judge(&self, values: &dyn Values) -> Option<Verdict> {
        let found = values.get(&self.subject)?;
        let (expected, reach) = self.expected_range(found, &|key| values.get(key))?;
        let difference = found.value.checked_sub(expected)?;
        let is_broken = match self.expected {
            Expected::AtMost(_) => difference > reach.saturating_add(TRACE),
            _ => difference.abs() > reach.saturating_add(TRACE),
        };
        if !is_broken {
            return Some(Verdict::Holds);
        }
        let steps = self.expected.keys().filter_map(|key| Some(values.get(key)?.step));
        let step = steps.fold(found.step, Decimal::max);
        Some(Verdict::Broken(Break { expected, found: found.value, step }))
    }

    /// What is expected, and how far from it the found number may be.
    fn expected_range(&self, found: Reading, reading: Get<'_>) -> Option<(Decimal, Decimal)> {
        match &self.expected {
            Expected::Same(sign, key) => {
                let other = reading(key)?;
                let reach = match other.step == found.step {
                    true => Decimal::ZERO,
                    false => other.reach().max(found.reach()),
                };
                Some((other.value.checked_mul((*sign).into())?, reach))
            }
            Expected::Sum(sum) | Expected::AtMost(sum) => {
                let sum = sum.interval(reading)?;
                Some((sum.value, sum.reach.checked_add(found.reach())?))
            }
            Expected::Percent(part, whole) => {
                let (part, whole) = (part.interval(reading)?, whole.interval(reading)?);
                ratio(part, whole, Decimal::ZERO, found)
            }
            Expected::Change(new, reference) => {
                let (new, reference) = (new.interval(reading)?, reference.interval(reading)?);
                ratio(new, reference, Decimal::ONE_HUNDRED, found)
            }
        }
    }

    /// Whether the identity only repeats how the program computes the number, so that it cannot fail.
    /// To find out, the number is computed with arbitrary values in place of the others.
    pub fn holds_by_construction(&self, figures: &Figures) -> bool {
        match &self.expected {
            Expected::AtMost(_) => false,
            // Either of the two may be computed from the other.
            Expected::Same(sign, key) => {
                let turned =
                    Self::new(self.rule, key.clone(), Expected::Same(*sign, self.subject.clone()));
                self.follows(figures) || turned.follows(figures)
            }
            _ => self.follows(figures),
        }
    }

    /// Whether the subject equals the expected number for any values of the other numbers. It is
    /// tried with unrelated values.
    fn follows(&self, figures: &Figures) -> bool {
        let mut number = 1_009_u64;
        let mut drawn: Vec<(&Key, Decimal)> = Vec::new();
        for key in self.expected.keys() {
            drawn.push((key, Decimal::from(number)));
            number = (number * 48_271) % 2_147_483_647;
        }
        let Some(found) = figures.value_from(&self.subject, &drawn) else { return false };
        let one = Reading::exact(Decimal::ONE);
        let reading = |key: &Key| {
            let (_, value) = drawn.iter().find(|(known, _)| *known == key)?;
            Some(Reading::exact(*value))
        };
        let expected = self.expected_range(one, &reading);
        expected.is_some_and(|(expected, _)| found.saturating_sub(expected).abs() <= TRACE)
    }

    /// Whether the break is at most a warning: the difference was carried over, or rounding may have
    /// caused it.
    pub fn is_minor(&self, breach: &Break, values: &dyn Values) -> bool {
        let is_old = self.before.as_ref().is_some_and(|before| {
            matches!(before.judge(values), Verdict::Broken(old) if old.difference() == breach.difference())
        });
        is_old || breach.is_small()
    }
}

/// 100 × part / whole − less, and how far from it the found percentage may be.
fn ratio(
    part: Interval,
    whole: Interval,
    less: Decimal,
    found: Reading,
) -> Option<(Decimal, Decimal)> {
    let percent = |part: Decimal, whole: Decimal| {
        part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?.checked_sub(less)
    };
    let value = percent(part.value, whole.value)?;
    let mut reach = Decimal::ZERO;
    for part in part.ends() {
        for whole in whole.ends() {
            reach = reach.max(percent(part, whole)?.checked_sub(value)?.abs());
        }
    }
    Some((value, reach.checked_add(found.reach())?))
}
