//! Whether a number agrees with a figure, contradicts the one that its sentence speaks of, or is
//! unknown.

use rust_decimal::Decimal;

use super::claim::Claim;
use super::context::{Context, Hearing};
use super::fact::{Fact, Measure, Subject};
use super::mistake::{Mistake, mistake};
use super::number::Unit;
use super::rounding::is_value;

/// Digits from which on a number is taken to be a figure by its value alone.
const TELLING_DIGITS: usize = 4;
/// The same for kroner, of which there are so many figures.
const TELLING_DIGITS_OF_KRONER: usize = 5;

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

/// Judges one number. `is_row` is whether it stands in a table, where words are too few to
/// contradict.
pub fn judge<'f>(
    claim: &Claim<'_>,
    context: &Context,
    subjects: &'f [Subject],
    is_row: bool,
) -> Outcome<'f> {
    let heard = heard(claim, context, subjects);
    let targets: Vec<&Candidate<'f>> = heard
        .iter()
        .filter(|own| claim.is_of_period(own.fact) && claim.is_against(own.fact))
        .collect();
    if let Some(own) = best(targets.iter().copied().filter(|own| agrees(claim, own.fact))) {
        return Outcome::Agrees(own.fact);
    }
    let may_contradict = !is_row
        && !claim.is_bound
        && !claim.is_of_other_period
        && !context.is_narrowed
        && targets.iter().any(|own| own.hearing.is_clear);
    let found = may_contradict.then(|| contradiction(claim, context, &targets)).flatten();
    if let Some((fact, mistake)) = &found
        && mistake.is_of_same_subject()
    {
        return Outcome::Contradicts(fact, mistake.clone());
    }
    let is_open = |own: &&Candidate<'f>| {
        is_row || (!claim.names_year && own.fact.quarter == claim.quarter) || !claim.names_period()
    };
    let of_other_period = heard.iter().filter(|own| own.fact.against.is_none());
    if let Some(own) = best(of_other_period.filter(|own| agrees(claim, own.fact)).filter(is_open)) {
        return Outcome::Agrees(own.fact);
    }
    if let Some(fact) = by_value(claim, subjects, is_row) {
        return Outcome::Agrees(fact);
    }
    found.map_or(Outcome::Unknown, |(fact, mistake)| Outcome::Contradicts(fact, mistake))
}

/// The facts of every subject that the text speaks of, where the unit is the number's.
fn heard<'f>(
    claim: &Claim<'_>,
    context: &Context,
    subjects: &'f [Subject],
) -> Vec<Candidate<'f>> {
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
    let is_change =
        matches!(fact.measure, Measure::Change | Measure::Points | Measure::Difference);
    match (&claim.direction, claim.number.is_negative) {
        _ if !is_change => true,
        (_, true) => fact.value < Decimal::ZERO,
        (Some(direction), false) => direction.is_up == (fact.value > Decimal::ZERO),
        // "Endringen var 4,57 %" leaves the way open.
        (None, false) => true,
    }
}

fn best<'c, 'f: 'c>(
    candidates: impl Iterator<Item = &'c Candidate<'f>>,
) -> Option<&'c Candidate<'f>> {
    candidates.max_by_key(|own| own.hearing.score)
}

/// The fact that the sentence speaks of, and what went wrong. It must be the only one that it
/// speaks of so plainly, unless the mistake itself tells which it is.
fn contradiction<'f>(
    claim: &Claim<'_>,
    context: &Context,
    targets: &[&Candidate<'f>],
) -> Option<(&'f Fact, Mistake)> {
    let clear = || targets.iter().filter(|own| own.hearing.is_clear && !own.fact.value.is_zero());
    let score = clear().map(|own| own.hearing.score).max()?;
    let plainest: Vec<&&Candidate<'f>> =
        clear().filter(|own| own.hearing.score == score).collect();
    let first = plainest.first()?;
    let is_only = plainest.iter().all(|own| own.fact.value == first.fact.value);
    let with_mistake = plainest.iter().find_map(|own| {
        let found = mistake(claim, own.subject, own.fact)?;
        Some((own.fact, found))
    });
    let (fact, found) = with_mistake?;
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
fn by_value<'f>(claim: &Claim<'_>, subjects: &'f [Subject], is_row: bool) -> Option<&'f Fact> {
    let number = claim.number;
    let telling = number.telling_digits();
    let has_ore = number.decimals == 2;
    let can_be_kroner =
        number.unit == Unit::Kroner || (number.unit == Unit::Plain && (is_row || has_ore));
    let fits = |fact: &Fact| match fact.measure {
        Measure::Kroner => {
            fact.against.is_none() && can_be_kroner && telling >= TELLING_DIGITS_OF_KRONER
        }
        Measure::Change => telling >= TELLING_DIGITS && number.unit == Unit::Percent && is_row,
        _ => claim.is_of_measure(fact) && telling >= TELLING_DIGITS && fact.against.is_none(),
    };
    let facts = subjects.iter().flat_map(|subject| &subject.facts);
    let mut equal = facts.filter(|fact| fits(fact) && agrees(claim, fact));
    let first = equal.next()?;
    // Of several, the one of the claim's own period.
    let own = std::iter::once(first).chain(equal).find(|fact| claim.is_of_period(fact));
    own.or(Some(first))
}
