//! How a figure was computed, in words and numbers.

use crate::figures::key::CaseMeasure;
use crate::figures::{Figures, Key, Made, SickMeasure};
use crate::number;
use crate::t;

/// The sentence that tells how `key` was computed.
pub(super) fn sentence(figures: &Figures, key: &Key, made: &Made) -> String {
    let worded = |made: &Made| operand(figures, made);
    if let Key::Yearly(_, yearly) = key
        && let Some(sentence) = yearly.sentence(made, &worded)
    {
        return sentence;
    }
    match (key, made) {
        (Key::Workdays(..), _) => t!("trail-workdays"),
        (
            Key::Cases(.., CaseMeasure::ChangePerWorkday(_))
            | Key::CustomerCases(.., CaseMeasure::ChangePerWorkday(_)),
            _,
        ) => t!("trail-change-workday"),
        (Key::GoalResult(..), Made::Percent(part, whole)) => {
            t!("trail-share", part = worded(part), whole = worded(whole))
        }
        (Key::WomenShare(_), Made::Percent(women, total)) => {
            t!("trail-women", women = worded(women), total = worded(total))
        }
        (Key::SickLeave(.., SickMeasure::Total), Made::Sum(of)) => {
            let mut of = of.iter().map(|(_, made)| worded(made));
            let mut next = || of.next().unwrap_or_else(|| t!("missing"));
            t!("trail-sick-total", own = next(), doctor = next())
        }
        (Key::SickLeave(..), Made::Percent(days, possible)) => {
            t!("trail-sick-percent", days = worded(days), possible = worded(possible))
        }
        (_, Made::Mean(of)) => {
            let values: Vec<String> = of.iter().map(worded).collect();
            t!("trail-mean", values = values.join(" + "), n = values.len())
        }
        (_, Made::Quotient(part, whole) | Made::Percent(part, whole)) => {
            t!("trail-quotient", new = worded(part), reference = worded(whole))
        }
        (_, Made::Change(new, reference)) => {
            t!("trail-change", new = worded(new), reference = worded(reference))
        }
        _ => t!("trail-sum"),
    }
}

/// A number of the arithmetic as a reader sees it.
fn operand(figures: &Figures, made: &Made) -> String {
    match made {
        Made::Figure(key) => figures.figure(key).text(),
        Made::Cell(at) => figures.cell_figure_at(*at).text(),
        Made::Counted(count, _) | Made::Workdays(count, _) => number::count((*count).into()),
        _ => match figures.evaluate(made) {
            Some(value) => number::decimal(value, value.normalize().scale().min(1)),
            None => t!("missing"),
        },
    }
}
