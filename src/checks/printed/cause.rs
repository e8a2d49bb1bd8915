//! Why a printed number probably differs from the project's figure.

use rust_decimal::Decimal;

use super::{Printed, PrintedCell};
use crate::checks::identities::identities;
use crate::checks::printed::Overlay;
use crate::checks::project_values::ProjectValues;
use crate::checks::{Expected, Linear, Values, Verdict};
use crate::figures::{CaseMeasure, Figures, Key, Reference};
use crate::number;
use crate::words::Message;
use crate::{message, t, text_key};

/// The cause that a change was divided by the new value.
pub const DIVIDED_BY_NEW: &str = text_key!("cause-divided-by-new");

/// The cause that a number was rounded.
pub const ROUNDED: &str = text_key!("cause-rounded");

/// Looks for causes. Values that many numbers need are computed once.
pub struct Causes<'c, 'f> {
    figures: &'f Figures,
    printed: &'c Printed,
    values: &'c ProjectValues<'f>,
}

impl<'c, 'f> Causes<'c, 'f> {
    /// Causes in one printed table.
    pub fn new(values: &'c ProjectValues<'f>, printed: &'c Printed) -> Self {
        Self { figures: values.figures(), printed, values }
    }

    /// The likely cause, and whether it is rounding alone. The causes that explain most are tried
    /// first.
    pub fn of(&self, cell: &PrintedCell, expected: Decimal) -> (Option<Message>, bool) {
        let decimals = cell.value.scale();
        let is_printed = |value: Decimal| number::round(value, decimals) == cell.value;
        let step = Decimal::new(1, decimals);
        let not_rounding = |cause: Message| (Some(cause), false);
        if is_printed(-expected) {
            return not_rounding(message!("cause-sign"));
        }
        if let Some(cause) = self.divided_by_new(cell, &is_printed) {
            return not_rounding(cause);
        }
        if expected.saturating_sub(cell.value).abs() < step {
            return (Some(message!("cause-rounded")), true);
        }
        if let Some(cause) = self.left_out(cell, expected, &is_printed) {
            return not_rounding(cause);
        }
        if [
            expected.checked_mul(Decimal::ONE_THOUSAND),
            expected.checked_div(Decimal::ONE_THOUSAND),
        ]
        .into_iter()
        .flatten()
        .any(|other| !expected.is_zero() && is_printed(other))
        {
            return not_rounding(message!("cause-thousands"));
        }
        if let Some(cause) = self.misplaced(cell, &is_printed) {
            return not_rounding(cause);
        }
        if has_swapped_digits(cell.value, number::round(expected, decimals)) {
            return not_rounding(message!("cause-digits"));
        }
        match self.follows_from_rounded(cell, expected, step) {
            true => (Some(message!("cause-rounded-parts")), true),
            false => (None, false),
        }
    }

    /// A change that was divided by the new value instead of the reference.
    fn divided_by_new(
        &self,
        cell: &PrintedCell,
        is_printed: &dyn Fn(Decimal) -> bool,
    ) -> Option<Message> {
        let Key::Cases(year, period, CaseMeasure::Change(reference)) = &cell.key else {
            return None;
        };
        let comparison = self.figures.comparison(*year, *period)?;
        let (value, reference) = match reference {
            Reference::LastYear => {
                (comparison.printed_2021_from_last_year()?, (year - 1).to_string())
            }
            Reference::Average => {
                (comparison.printed_2021_from_average()?, t!("cause-the-average"))
            }
        };
        let new = year.to_string();
        is_printed(value)
            .then(|| message!("cause-divided-by-new", new = new, reference = reference))
    }

    /// The right and the wrong division of a change, with its numbers.
    pub fn division(&self, cell: &PrintedCell, expected: Decimal) -> Option<Message> {
        let Key::Cases(year, period, CaseMeasure::Change(reference)) = &cell.key else {
            return None;
        };
        let comparison = self.figures.comparison(*year, *period)?;
        let reference = match reference {
            Reference::LastYear => comparison.last_year?.into(),
            Reference::Average => comparison.average?.value(),
        };
        let decimals = cell.value.scale();
        let shown = |value: Decimal| number::decimal(value, u32::from(!value.fract().is_zero()));
        Some(message!(
            "cause-division",
            new = shown(comparison.cases.into()),
            reference = shown(reference),
            own = number::signed_percent(expected, decimals),
            printed = number::signed_percent(cell.value, decimals),
        ))
    }

    /// A sum that lacks one of its lines.
    fn left_out(
        &self,
        cell: &PrintedCell,
        expected: Decimal,
        is_printed: &dyn Fn(Decimal) -> bool,
    ) -> Option<Message> {
        for identity in
            self.values.identities().iter().filter(|identity| identity.subject == cell.key)
        {
            let Expected::Sum(Linear { terms, divisor: 1 }) = &identity.expected else { continue };
            for (factor, key) in terms.iter().filter(|_| terms.len() > 1) {
                let term = self.values.get(key)?.value.checked_mul((*factor).into())?;
                if !term.is_zero() && is_printed(expected.saturating_sub(term)) {
                    let line = self.figures.figure(key).label;
                    return Some(message!("cause-left-out", line = line));
                }
            }
        }
        None
    }

    /// The project's number of another column of the row, or of another row of the column.
    fn misplaced(
        &self,
        cell: &PrintedCell,
        is_printed: &dyn Fn(Decimal) -> bool,
    ) -> Option<Message> {
        let is_it = |other: &&PrintedCell| {
            !cell.value.is_zero() && self.figures.value(&other.key).is_some_and(is_printed)
        };
        let cells = || self.printed.cells.iter().filter(|other| other.key != cell.key);
        if let Some(other) = cells().filter(|other| other.at == cell.at).find(is_it) {
            return Some(message!("cause-column", column = other.column.as_str()));
        }
        let other = cells().filter(|other| other.column == cell.column).find(is_it)?;
        Some(message!("cause-row", row = other.row.as_str()))
    }

    /// Whether the number follows from the other printed ones, which are rounded.
    fn follows_from_rounded(&self, cell: &PrintedCell, expected: Decimal, step: Decimal) -> bool {
        /// Rounded parts may add up to an error of so many units of the last digit.
        const UNITS: i64 = 5;
        if expected.saturating_sub(cell.value).abs() > step * Decimal::from(UNITS) {
            return false;
        }
        let overlay = Overlay::new(std::slice::from_ref(self.printed), None);
        let ties = identities(&overlay, &self.values.scope()).into_iter().filter(|identity| {
            identity.subject == cell.key || identity.expected.keys().any(|key| *key == cell.key)
        });
        ties.into_iter().any(|identity| {
            matches!(identity.expected, Expected::Sum(_))
                && identity.judge(&overlay) == Verdict::Holds
        })
    }
}

/// Whether two neighbouring digits changed places.
fn has_swapped_digits(a: Decimal, b: Decimal) -> bool {
    let decimals = a.scale().max(b.scale());
    let [a, b] = [a, b].map(|value| format!("{value:.*}", decimals as usize).into_bytes());
    if a.len() != b.len() {
        return false;
    }
    let unlike: Vec<usize> = (0..a.len()).filter(|at| a[*at] != b[*at]).collect();
    match unlike[..] {
        [first, second] => second == first + 1 && a[first] == b[second] && a[second] == b[first],
        _ => false,
    }
}
