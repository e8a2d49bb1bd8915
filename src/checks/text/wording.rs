//! Judged numbers as findings with words.

use rust_decimal::Decimal;

use super::claim::Claim;
use super::fact::{Fact, Measure, Name};
use super::mistake::Mistake;
use super::number::{Number, Sign, Unit};
use super::prose::Sentence;
use super::verdict::Standing;
use super::{Correction, Meant, TextFinding, Verdict};
use crate::figures::{Figures, points_text};
use crate::{number, t};

/// Decimals with which a percentage is told.
const DECIMALS_OF_PERCENT: u32 = 2;

/// A judged number, worded.
pub(super) fn finding(
    figures: &Figures,
    sentence: &Sentence,
    claim: &Claim<'_>,
    outcome: Standing<'_>,
) -> TextFinding {
    let place = claim.number.place.clone();
    TextFinding {
        line: sentence.line(place.start),
        text: sentence.text.get(place).unwrap_or_default().replace('\n', " "),
        sentence: on_one_line(&sentence.text),
        at: place_on_one_line(&sentence.text, claim.number.place.start),
        heading: sentence.heading().map(str::to_owned),
        found: number_as_written(claim),
        is_in_table: sentence.is_row,
        verdict: match outcome {
            Standing::Agrees(fact) => Verdict::Agrees(meant(figures, fact)),
            Standing::Contradicts(fact, mistake) => {
                let cause = cause(figures, &mistake);
                let correction =
                    Correction { wording: right_wording(claim, fact, &mistake), cause };
                Verdict::Contradicts(meant(figures, fact), correction)
            }
            Standing::Unknown => Verdict::Unknown,
        },
    }
}

/// What parts words; no-break spaces belong to their numbers.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// A text of several lines as one.
pub(super) fn on_one_line(text: &str) -> String {
    let words = text.split(BLANKS).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Where the byte `at` of a text stands in the same text on one line.
pub(super) fn place_on_one_line(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let line = on_one_line(before);
    let is_parted = !line.is_empty() && before.ends_with(BLANKS);
    line.len() + usize::from(is_parted)
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
        Measure::Points => points_text(fact.value, DECIMALS_OF_PERCENT),
        Measure::Kroner => number::kroner(fact.value),
        Measure::Plain | Measure::Difference => {
            number::decimal(fact.value, figures.figure(fact.name.key()).decimals)
        }
    }
}

/// The number of the text as the program writes it, with its unit and its word.
fn number_as_written(claim: &Claim<'_>) -> String {
    let number = claim.number;
    let is_negative = number.sign == Some(Sign::Minus);
    let value = if is_negative { -number.value } else { number.value };
    let plain = with_unit(value, number.unit, number);
    match &claim.direction {
        Some(direction) => with_word(plain, &direction.word, direction.is_before),
        None => plain,
    }
}

/// What the text should say, with the decimals and words that it has.
fn right_wording(claim: &Claim<'_>, fact: &Fact, mistake: &Mistake) -> String {
    let number = claim.number;
    let is_change = matches!(fact.measure, Measure::Change | Measure::Points | Measure::Difference)
        || (fact.against.is_some() && claim.says_change());
    let unit = match (mistake, fact.measure) {
        (Mistake::Unit, Measure::Points) => Unit::Points,
        (Mistake::Unit, _) => Unit::Percent,
        _ => number.unit,
    };
    let rescaled = rescaled(number, fact.value);
    let like = if *mistake == Mistake::Thousands { &rescaled } else { number };
    let Some(direction) = claim.direction.as_ref().filter(|_| is_change) else {
        return with_unit(fact.value, unit, like);
    };
    let is_right = direction.is_up == (fact.value > Decimal::ZERO);
    let word = if is_right { &direction.word } else { &direction.opposite };
    let plain = with_unit(fact.value.abs(), unit, like);
    with_word(plain, word, direction.is_before)
}

/// Where the unit itself may be wrong, millions are told as millions, and the rest to the krone.
fn rescaled(number: &Number, value: Decimal) -> Number {
    const MILLIONS: u32 = 6;
    let is_large = value.abs() >= Decimal::from(10_u64.pow(MILLIONS));
    let zeros = if number.zeros > 0 && is_large { MILLIONS } else { 0 };
    let decimals = (number.decimals + number.zeros as i32).max(0) - zeros as i32;
    Number {
        zeros,
        decimals: if zeros == 0 { decimals.min(0) } else { decimals },
        ..number.clone()
    }
}

/// A number with its word as the text has them: "6 % flere", "økte … 6 %".
fn with_word(number: String, word: &str, is_before: bool) -> String {
    match is_before {
        true => t!("text-word-before", word = word, number = number),
        false => t!("text-word-behind", word = word, number = number),
    }
}

/// A value with a unit, with the decimals and in the thousands or millions of `like`.
fn with_unit(value: Decimal, unit: Unit, like: &Number) -> String {
    let scale = Decimal::from(10_u64.pow(like.zeros));
    let scaled = value / scale;
    let decimals = u32::try_from(like.decimals + like.zeros as i32).unwrap_or(0);
    match (unit, like.zeros) {
        (Unit::Plain, _) => number::decimal(scaled, decimals),
        (Unit::Percent, _) => number::percent(value, decimals),
        (Unit::Points, _) => points_text(value, decimals),
        (Unit::Kroner, 3) => {
            t!("text-thousand-kroner", amount = number::decimal(scaled.abs(), decimals))
        }
        (Unit::Kroner, 6) => {
            t!("text-million-kroner", amount = number::decimal(scaled.abs(), decimals))
        }
        (Unit::Kroner, 9) => {
            t!("text-billion-kroner", amount = number::decimal(scaled.abs(), decimals))
        }
        (Unit::Kroner, _) => t!("text-kroner", amount = number::decimal(value.abs(), decimals)),
    }
}

fn cause(figures: &Figures, mistake: &Mistake) -> Option<String> {
    Some(match mistake {
        Mistake::DividedByNew => t!("text-divided-by-new"),
        Mistake::Direction => t!("text-direction"),
        Mistake::OtherPeriod(name, _) => t!("text-other-period", label = label(figures, name)),
        Mistake::OtherComparison(name) => {
            t!("text-other-comparison", label = label(figures, name))
        }
        Mistake::Swapped => t!("text-swapped"),
        Mistake::Thousands => t!("text-thousands"),
        Mistake::Unit => t!("text-other-unit"),
        Mistake::Near | Mistake::Far => return None,
    })
}
