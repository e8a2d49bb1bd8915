//! Whether a number agrees with a figure, contradicts the one that its sentence speaks of, or is
//! unknown.

use rust_decimal::Decimal;

use super::claim::Claim;
use super::context::{Context, Hearing, Place};
use super::fact::{Fact, Measure, Subject};
use super::mistake::{Mistake, mistake};
use super::number::Unit;
use super::rounding::is_value;

/// Digits from which on a number is taken to be a figure by its value alone.
const TELLING_DIGITS: usize = 4;
/// The same for kroner, of which there are so many figures.
const TELLING_DIGITS_OF_KRONER: usize = 5;
/// The same for differences between amounts, of which there are more yet.
const TELLING_DIGITS_OF_DIFFERENCES: usize = 6;

/// How a number stands to the figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome<'f> {
    /// It is this fact.
    Agrees(&'f Fact),
    /// The sentence speaks of this fact, and says something else.
    Contradicts(&'f Fact, Mistake),
    /// It could not be told what it is.
    Unknown,
}

/// A fact that the sentence may speak of.
struct Candidate<'f> {
    subject: &'f Subject,
    fact: &'f Fact,
    hearing: Hearing,
}

/// Judges one number. In a table words are too few to contradict.
pub fn judge<'f>(claim: &Claim<'_>, context: &Context, subjects: &'f [Subject]) -> Outcome<'f> {
    let heard = heard(claim, context, subjects);
    let targets: Vec<&Candidate<'f>> = heard
        .iter()
        .filter(|own| claim.is_of_period(own.fact) && claim.is_against(own.fact))
        .collect();
    if let Some(own) = best(claim, targets.iter().copied()) {
        return Outcome::Agrees(own.fact);
    }
    let may_contradict =
        !claim.is_in_table && !claim.is_bound && !claim.is_of_other_period && !context.is_narrowed;
    let found = may_contradict.then(|| contradiction(claim, context, &targets)).flatten();
    if let Some((fact, mistake)) = &found
        && mistake.is_of_same_subject()
    {
        return Outcome::Contradicts(fact, mistake.clone());
    }
    let is_open = |own: &&Candidate<'f>| {
        claim.is_in_table || (!claim.names_period() && own.fact.quarter == claim.quarter)
    };
    let of_other_period = heard.iter().filter(|own| own.fact.against.is_none());
    if let Some(own) = best(claim, of_other_period.filter(is_open)) {
        return Outcome::Agrees(own.fact);
    }
    if let Some(fact) = named(claim, context, subjects) {
        return Outcome::Agrees(fact);
    }
    if let Some(fact) = by_value(claim, subjects) {
        return Outcome::Agrees(fact);
    }
    found.map_or(Outcome::Unknown, |(fact, mistake)| Outcome::Contradicts(fact, mistake))
}

/// The facts of every subject that the text speaks of, where the unit is the number's.
fn heard<'f>(claim: &Claim<'_>, context: &Context, subjects: &'f [Subject]) -> Vec<Candidate<'f>> {
    let mut heard = Vec::new();
    for subject in subjects {
        let Some(hearing) = context.hears(subject, claim.number) else { continue };
        let facts = subject.facts.iter().filter(|fact| claim.is_of_measure(fact));
        heard.extend(facts.map(|fact| Candidate { subject, fact, hearing }));
    }
    heard
}

/// Whether the number is the fact's, with its direction.
fn agrees(claim: &Claim<'_>, fact: &Fact) -> bool {
    is_value(claim, fact.value, fact.measure) && has_direction(claim, fact)
}

/// Whether the number goes the way that the fact goes. Amounts in prose stand without a sign.
pub(super) fn has_direction(claim: &Claim<'_>, fact: &Fact) -> bool {
    let is_change = matches!(fact.measure, Measure::Change | Measure::Points | Measure::Difference);
    match (&claim.direction, claim.number.is_negative) {
        _ if !is_change => true,
        (_, true) => fact.value < Decimal::ZERO,
        (Some(direction), false) => direction.is_up == (fact.value > Decimal::ZERO),
        // "Endringen var 4,57 %" leaves the way open.
        (None, false) => true,
    }
}

/// Of the candidates that the number agrees with, the one that is spoken of most plainly; of
/// several, the one without rounding.
fn best<'c, 'f: 'c>(
    claim: &Claim<'_>,
    candidates: impl Iterator<Item = &'c Candidate<'f>>,
) -> Option<&'c Candidate<'f>> {
    let is_exact = |own: &Candidate<'_>| own.fact.value.abs() == claim.number.value;
    candidates
        .filter(|own| agrees(claim, own.fact))
        .max_by_key(|own| (own.hearing.score, is_exact(own)))
}

/// What is spoken of, where the number belongs to its name: "besvart innen 1 minutt".
fn named<'f>(claim: &Claim<'_>, context: &Context, subjects: &'f [Subject]) -> Option<&'f Fact> {
    let number = claim.number.value.normalize().to_string();
    let has_name = |subject: &&Subject| subject.words.iter().any(|group| group.contains(&number));
    let mut named = subjects.iter().filter(has_name).filter(|_| claim.number.unit == Unit::Plain);
    named.find(|subject| context.hears(subject, claim.number).is_some())?.facts.first()
}

/// The fact that the sentence speaks of, and what went wrong. It must be the only one that it
/// speaks of so plainly, unless the mistake itself tells which it is.
fn contradiction<'f>(
    claim: &Claim<'_>,
    context: &Context,
    targets: &[&Candidate<'f>],
) -> Option<(&'f Fact, Mistake)> {
    // What the sentence itself speaks of goes before what the one before spoke of.
    let nearest = targets.iter().map(|own| own.hearing.place).max()?;
    let clear = || {
        targets.iter().filter(|own| {
            own.hearing.place == nearest && nearest > Place::Above && !own.fact.value.is_zero()
        })
    };
    let score = clear().map(|own| own.hearing.score).max()?;
    let plainest: Vec<&&Candidate<'f>> = clear().filter(|own| own.hearing.score == score).collect();
    let first = plainest.first()?;
    let is_only = plainest.iter().all(|own| own.fact.value.abs() == first.fact.value.abs());
    let explained = plainest.iter().filter_map(|own| {
        let found = mistake(claim, own.subject, own.fact)?;
        Some((own.fact, found))
    });
    let (fact, found) = explained.min_by_key(|(_, found)| found.is_weak())?;
    let is_change = fact.measure == Measure::Change || fact.measure == Measure::Points;
    // What is compared with must be said, and a small count must stand beside its thing.
    let is_sure = is_only
        && (!is_change || claim.against.is_some())
        && !claim.is_rounded
        && (claim.number.value >= Decimal::ONE_THOUSAND
            || claim.number.unit != Unit::Plain
            || context.stands_beside(claim.number, &first.subject.words));
    (is_sure || !found.is_weak()).then_some((fact, found))
}

/// A fact that the number is by its value alone: so many digits are no chance.
fn by_value<'f>(claim: &Claim<'_>, subjects: &'f [Subject]) -> Option<&'f Fact> {
    let number = claim.number;
    let telling = number.telling_digits();
    let has_ore = number.decimals == 2;
    let can_be_kroner = number.unit == Unit::Kroner
        || (number.unit == Unit::Plain && (claim.is_in_table || has_ore));
    let fits = |fact: &Fact| match fact.measure {
        Measure::Kroner => {
            let enough = match fact.against {
                None => TELLING_DIGITS_OF_KRONER,
                Some(_) => TELLING_DIGITS_OF_DIFFERENCES,
            };
            can_be_kroner && telling >= enough
        }
        Measure::Change => {
            telling >= TELLING_DIGITS && number.unit == Unit::Percent && claim.is_in_table
        }
        _ => claim.is_of_measure(fact) && telling >= TELLING_DIGITS && fact.against.is_none(),
    };
    let facts = subjects.iter().flat_map(|subject| &subject.facts);
    let mut equal = facts.filter(|fact| fits(fact) && agrees(claim, fact));
    let first = equal.next()?;
    // Of several, the one of the claim's own period.
    let own = std::iter::once(first).chain(equal).find(|fact| claim.is_of_period(fact));
    own.or(Some(first))
}
