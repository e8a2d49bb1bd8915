//! Whether a number agrees with a figure, contradicts the one that its sentence speaks of, or is
//! unknown.

use rust_decimal::Decimal;

use super::claim::Claim;
use super::context::{Context, Hearing, Place};
use super::fact::{Against, Fact, Measure, Subject};
use super::mistake::{Mistake, mistake, other_unit};
use super::number::Unit;
use super::part::Part;
use super::rounding::is_value;
use super::tie::Tie;

/// A number with at least so many digits is taken for a figure by its value alone.
const TELLING_DIGITS: usize = 4;
/// The same for kroner. There are many such figures, so more digits are needed.
const TELLING_DIGITS_OF_KRONER: usize = 5;
/// The same for differences between amounts, which are even more.
const TELLING_DIGITS_OF_DIFFERENCES: usize = 6;
/// A small count far from the value may be any number. It contradicts only for a thing named by so
/// many groups of words.
const WORDS_OF_SMALL_THINGS: usize = 2;

/// How a number stands to the figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing<'f> {
    /// It is this fact.
    Agrees(&'f Fact),
    /// The sentence speaks of this fact, and says something else.
    Contradicts(&'f Fact, Mistake),
    /// No fact is known to be meant.
    Unknown,
}

/// A fact that the sentence may speak of.
struct Candidate<'f> {
    subject: &'f Subject,
    fact: &'f Fact,
    hearing: Hearing,
}

/// Judges one number. In a table words are too few to contradict.
pub fn judge<'f>(claim: &Claim<'_>, context: &Context, subjects: &'f [Subject]) -> Standing<'f> {
    let heard = heard(claim, context, subjects);
    let is_meant = |candidate: &&Candidate<'f>| {
        claim.is_of_period(candidate.fact) && claim.is_against(candidate.fact)
    };
    let is_strict = |candidate: &&Candidate<'f>| {
        is_meant(candidate)
            && claim.is_of_measure(candidate.fact)
            && is_tied_alike(claim, candidate)
    };
    let tied: Vec<&Candidate<'f>> = heard.iter().filter(is_strict).collect();
    if let Some(candidate) = best(claim, tied.iter().copied()) {
        return Standing::Agrees(candidate.fact);
    }
    let may_contradict = !claim.is_in_table
        && !claim.is_of_other_period
        && !context.is_narrowed
        && (!claim.is_bound || claim.tie == Some(Tie::Target));
    // "2 123 saker over snittet" is a difference, however wrong, and no number of cases.
    let is_difference = claim.says_change() && claim.against.is_some();
    let comparable: Vec<&Candidate<'f>> = tied
        .iter()
        .filter(|candidate| !is_difference || candidate.fact.against.is_some())
        .copied()
        .collect();
    let contradicted = may_contradict.then(|| contradiction(claim, context, &comparable)).flatten();
    if let Some((fact, mistake)) = &contradicted
        && mistake.is_of_same_subject()
    {
        return Standing::Contradicts(fact, mistake.clone());
    }
    if let Some(candidate) = best(claim, heard.iter().filter(is_meant)) {
        return Standing::Agrees(candidate.fact);
    }
    let is_open = |candidate: &&Candidate<'f>| is_left_open(claim, context, candidate);
    if let Some(candidate) = best(claim, heard.iter().filter(is_open)) {
        return Standing::Agrees(candidate.fact);
    }
    if let Some(fact) = named(claim, context, subjects) {
        return Standing::Agrees(fact);
    }
    if let Some(fact) = by_value(claim, subjects) {
        return Standing::Agrees(fact);
    }
    contradicted.map_or(Standing::Unknown, |(fact, mistake)| Standing::Contradicts(fact, mistake))
}

/// The facts in the number's unit of every subject that the text speaks of. Small counts fit many
/// facts, so subjects in the clause of the number displace the others.
fn heard<'f>(claim: &Claim<'_>, context: &Context, subjects: &'f [Subject]) -> Vec<Candidate<'f>> {
    let mut heard = Vec::new();
    for subject in subjects {
        let Some(hearing) = context.hears(subject, claim) else { continue };
        let facts = subject.facts.iter().filter(|fact| claim.is_loosely_of_measure(fact));
        heard.extend(facts.map(|fact| Candidate { subject, fact, hearing }));
    }
    let is_small = claim.number.unit == Unit::Plain && claim.number.value < Decimal::ONE_HUNDRED;
    let in_clause = |candidate: &Candidate<'f>| context.is_all_in_clause(candidate.subject, claim);
    if is_small && !claim.is_in_table && heard.iter().any(in_clause) {
        heard.retain(in_clause);
    }
    heard
}

/// Whether the claim and the fact agree on being a result, a target or a deviation.
fn is_tied_alike(claim: &Claim<'_>, candidate: &Candidate<'_>) -> bool {
    match (candidate.fact.against, candidate.subject.tie) {
        (Some(Against::Budget), _) => {
            claim.against == Some(Against::Budget) || claim.tie == Some(Tie::Budget)
        }
        (Some(Against::Target), _) => claim.against == Some(Against::Target),
        // A change from year to year is neither a deviation from a budget nor a target.
        (None, tie) if claim.against != Some(Against::Budget) || !claim.says_change() => {
            claim.tie == tie
        }
        (None, _) => false,
        (Some(_), tie) => tie.is_none() && claim.against != Some(Against::Budget),
    }
}

/// Whether the text leaves open of which period the number is, and the fact may be meant.
fn is_left_open(claim: &Claim<'_>, context: &Context, candidate: &Candidate<'_>) -> bool {
    let fact = candidate.fact;
    if fact.against.is_some() {
        return false;
    }
    let is_of_year = fact.year.is_none_or(|year| year == claim.year);
    let is_spoken_of = fact
        .year
        .is_some_and(|year| claim.years.contains(&year) || context.years_before.contains(&year));
    claim.is_in_table
        || (!claim.names_period() && fact.part == claim.part)
        || (!claim.names_year && is_spoken_of && fact.part == claim.part)
        // A month says little of what is counted once a year.
        || (is_of_year && fact.part.is_none() && !candidate.subject.is_parted())
}

/// Whether the number is the fact's, with its direction.
fn agrees(claim: &Claim<'_>, fact: &Fact) -> bool {
    is_value(claim, fact.value, fact.measure) && claim.has_direction_of(fact)
}

/// Of the candidates that the number agrees with, the one that is spoken of most plainly; of
/// several, the one without rounding.
fn best<'c, 'f: 'c>(
    claim: &Claim<'_>,
    candidates: impl Iterator<Item = &'c Candidate<'f>>,
) -> Option<&'c Candidate<'f>> {
    let is_exact = |candidate: &Candidate<'_>| candidate.fact.value.abs() == claim.number.value;
    candidates
        .filter(|candidate| agrees(claim, candidate.fact))
        .max_by_key(|candidate| (candidate.hearing.score, is_exact(candidate)))
}

/// What is spoken of, where the number belongs to its name: "besvart innen 1 minutt".
fn named<'f>(claim: &Claim<'_>, context: &Context, subjects: &'f [Subject]) -> Option<&'f Fact> {
    let number = claim.number.value.normalize().to_string();
    let has_name = |subject: &&Subject| subject.words.iter().any(|group| group.contains(&number));
    let mut named = subjects.iter().filter(has_name).filter(|_| claim.number.unit == Unit::Plain);
    named.find(|subject| context.hears(subject, claim).is_some())?.facts.first()
}

/// The fact that the sentence speaks of, and what went wrong. It must be the only one that it
/// speaks of so plainly, unless the mistake itself tells which it is.
fn contradiction<'f>(
    claim: &Claim<'_>,
    context: &Context,
    targets: &[&Candidate<'f>],
) -> Option<(&'f Fact, Mistake)> {
    // Subjects in the sentence itself come before those of the sentence before it.
    let nearest = targets.iter().map(|target| target.hearing.place).max()?;
    let clear = || {
        targets.iter().filter(|target| {
            target.hearing.place == nearest
                && nearest > Place::Above
                && !target.fact.value.is_zero()
        })
    };
    let score = clear().map(|candidate| candidate.hearing.score).max()?;
    let plainest: Vec<&&Candidate<'f>> =
        clear().filter(|candidate| candidate.hearing.score == score).collect();
    let first = plainest.first()?;
    for candidate in &plainest {
        if let Some((fact, mistake)) = other_unit(claim, candidate.subject) {
            return Some((fact, mistake));
        }
    }
    let is_only =
        plainest.iter().all(|candidate| candidate.fact.value.abs() == first.fact.value.abs());
    let explained = plainest.iter().filter_map(|candidate| {
        let mistake = mistake(claim, candidate.subject, candidate.fact)?;
        Some((**candidate, mistake))
    });
    let (candidate, mistake) = explained.min_by_key(|(_, mistake)| mistake.is_weak())?;
    let fact = candidate.fact;
    if let Mistake::OtherPeriod(_, Some(year)) = &mistake
        && !claim.names_year
        && (claim.years.contains(year) || context.years_before.contains(year))
    {
        return None;
    }
    if !mistake.is_weak() {
        return Some((fact, mistake));
    }
    let is_change = fact.measure == Measure::Change || fact.measure == Measure::Points;
    // The sentence must name what a change is compared with, and a small count must stand beside
    // its thing.
    let is_sure = is_only
        && nearest > Place::Heading
        && (!is_change || claim.against.is_some())
        && !claim.is_rounded
        && !claim.is_compared_value
        && is_telling(claim, context, candidate, &mistake);
    is_sure.then_some((fact, mistake))
}

/// Whether a number that nothing explains can be meant for nothing but the fact.
fn is_telling(
    claim: &Claim<'_>,
    context: &Context,
    candidate: &Candidate<'_>,
    mistake: &Mistake,
) -> bool {
    let is_large = claim.number.value >= Decimal::ONE_THOUSAND;
    let is_plain = || context.is_plain_statement(candidate.subject, claim);
    let is_beside = || context.stands_beside(claim.number, &candidate.subject.words);
    match (mistake, claim.number.unit) {
        (Mistake::Far, Unit::Plain) if !is_large => {
            is_plain() && is_beside() && candidate.subject.words.len() >= WORDS_OF_SMALL_THINGS
        }
        (Mistake::Far, _) => is_plain(),
        (Mistake::Near, Unit::Percent | Unit::Points) => {
            candidate.fact.against.is_some() || is_plain()
        }
        (Mistake::Near, Unit::Plain) if !is_large => is_beside() && is_plain(),
        (_, Unit::Plain) => is_large || is_beside(),
        _ => true,
    }
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
        _ => {
            // Weeks and days are so many that one of them is any number.
            let is_coarse =
                !matches!(fact.part, Some(Part::Week(_) | Part::Day(..) | Part::Month(_)));
            claim.is_of_measure(fact)
                && telling >= TELLING_DIGITS
                && fact.against.is_none()
                && is_coarse
        }
    };
    let facts = subjects.iter().flat_map(|subject| &subject.facts);
    let mut equal = facts.filter(|fact| fits(fact) && agrees(claim, fact));
    let first = equal.next()?;
    // Of several facts, the one of the claim's period is meant.
    let of_period = std::iter::once(first).chain(equal).find(|fact| claim.is_of_period(fact));
    of_period.or(Some(first))
}
