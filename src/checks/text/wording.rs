//! What a judgement says to a person.

use rust_decimal::Decimal;

use super::claim::Claim;
use super::fact::{Fact, Measure, Name};
use super::mistake::Mistake;
use super::number::Unit;
use super::prose::Sentence;
use super::verdict::Outcome;
use super::{Correction, Meant, TextFinding, Verdict};
use crate::figures::Figures;
use crate::{number, t};

/// Decimals with which a percentage is told.
const DECIMALS_OF_PERCENT: u32 = 2;

/// A judged number, worded.
pub(super) fn finding(
    figures: &Figures,
    sentence: &Sentence,
    claim: &Claim<'_>,
    outcome: Outcome<'_>,
) -> TextFinding {
    let place = claim.number.place.clone();
    TextFinding {
        line: sentence.line(place.start),
        text: sentence.text.get(place).unwrap_or_default().replace('\n', " "),
        sentence: sentence.text.split_whitespace().collect::<Vec<_>>().join(" "),
        heading: sentence.heading().map(str::to_owned),
        found: found(claim),
        is_in_table: sentence.is_row,
        verdict: match outcome {
            Outcome::Agrees(fact) => Verdict::Agrees(meant(figures, fact)),
            Outcome::Contradicts(fact, mistake) => {
                let cause = cause(figures, &mistake);
                let correction = Correction { wording: right_wording(claim, fact), cause };
                Verdict::Contradicts(meant(figures, fact), correction)
            }
            Outcome::Unknown => Verdict::Unknown,
        },
    }
}

fn meant(figures: &Figures, fact: &Fact) -> Meant {
    let reference = match &fact.name {
        Name::Figure(_) => None,
        Name::Between { reference, .. } => Some(reference.clone()),
    };
    Meant {
        figure: fact.name.key().clone(),
        reference,
        label: label(figures, &fact.name),
        value: value(figures, fact),
    }
}

fn label(figures: &Figures, name: &Name) -> String {
    match name {
        Name::Figure(key) => figures.figure(key).label,
        Name::Between { new, reference } => t!(
            "text-between",
            new = figures.figure(new).label,
            reference = figures.figure(reference).label,
        ),
    }
}

/// The exact value as it is told: counts whole, averages as they are printed, percentages with
/// two decimals, kroner to the øre.
fn value(figures: &Figures, fact: &Fact) -> String {
    match fact.measure {
        Measure::Change => number::signed_percent(fact.value, DECIMALS_OF_PERCENT),
        Measure::Share => number::percent(fact.value, DECIMALS_OF_PERCENT),
        Measure::Points => points(fact.value, DECIMALS_OF_PERCENT),
        Measure::Kroner => number::kroner(fact.value),
        Measure::Plain | Measure::Difference => {
            number::decimal(fact.value, figures.figure(fact.name.key()).decimals)
        }
    }
}

/// The number of the text as the program writes it, with its unit and its word.
fn found(claim: &Claim<'_>) -> String {
    let number = claim.number;
    let value = if number.is_negative { -number.value } else { number.value };
    let decimals = u32::try_from(number.decimals).unwrap_or(0);
    let plain = with_unit(value, number.unit, decimals);
    match &claim.direction {
        Some(direction) => with_word(plain, &direction.word, direction.is_before),
        None => plain,
    }
}

/// What should stand in the text, in its own decimals and with its own words.
fn right_wording(claim: &Claim<'_>, fact: &Fact) -> String {
    let decimals = u32::try_from(claim.number.decimals).unwrap_or(0);
    let is_change = matches!(fact.measure, Measure::Change | Measure::Points | Measure::Difference);
    let Some(direction) = claim.direction.as_ref().filter(|_| is_change) else {
        return with_unit(fact.value, claim.number.unit, decimals);
    };
    let is_right = direction.is_up == (fact.value > Decimal::ZERO);
    let word = if is_right { &direction.word } else { &direction.opposite };
    let plain = with_unit(fact.value.abs(), claim.number.unit, decimals);
    with_word(plain, word, direction.is_before)
}

/// A number with its word as the text has them: "6 % flere", "økte … 6 %".
fn with_word(number: String, word: &str, is_before: bool) -> String {
    match is_before {
        true => t!("text-word-before", word = word, number = number),
        false => t!("text-word-behind", word = word, number = number),
    }
}

fn with_unit(value: Decimal, unit: Unit, decimals: u32) -> String {
    match unit {
        Unit::Plain => number::decimal(value, decimals),
        Unit::Percent => number::percent(value, decimals),
        Unit::Points => points(value, decimals),
        Unit::Kroner => t!("text-kroner", amount = number::decimal(value.abs(), decimals)),
    }
}

fn points(value: Decimal, decimals: u32) -> String {
    t!("text-points", value = number::decimal(value, decimals))
}

fn cause(figures: &Figures, mistake: &Mistake) -> Option<String> {
    Some(match mistake {
        Mistake::DividedByNew => t!("text-divided-by-new"),
        Mistake::Direction => t!("text-direction"),
        Mistake::OtherPeriod(name) => t!("text-other-period", label = label(figures, name)),
        Mistake::OtherComparison(name) => {
            t!("text-other-comparison", label = label(figures, name))
        }
        Mistake::Swapped => t!("text-swapped"),
        Mistake::Thousands => t!("text-thousands"),
        Mistake::Near => return None,
    })
}
