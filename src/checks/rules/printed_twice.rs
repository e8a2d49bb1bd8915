//! Numbers that two printed tables have, or one table twice.

use crate::checks::rule::{finding, rules};
use crate::checks::{Finding, Overlay, Said};
use crate::figures::Figures;
use crate::number::Decimal;

rules! {
    /// A number that is printed twice is printed alike.
    PRINTED_TWICE {
        id: "printed-twice", severity: Error, words: "check-printed-twice", find: None,
    }
}

/// Numbers that are printed twice, and not alike.
pub fn printed_twice(figures: &Figures, overlay: &Overlay<'_>) -> Vec<Finding> {
    let worded = overlay.conflicts().into_iter().map(|[(table, cell), (other, again)]| {
        let figure = figures.figure(&cell.key);
        let shown = |value: Decimal| Said::like(&figure, value, value.scale());
        let finding = finding!(
            PRINTED_TWICE,
            cell.place(&table.table),
            &[cell.key.to_string(), cell.text.clone(), again.text.clone()],
            subject = figure.label.as_str(),
            first = cell.text.as_str(),
            second = again.text.as_str(),
        );
        finding.with_values(shown(cell.value), shown(again.value)).and_at(again.place(&other.table))
    });
    worded.collect()
}
