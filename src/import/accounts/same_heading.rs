//! Two columns of amounts with the same heading and different amounts: which of them counts, only
//! a person knows.

use super::columns::Columns;
use crate::import::Options;
use crate::import::mapping::Mapping;
use crate::import::question::Question;
use crate::import::raw::{RawCell, cell_at};
use crate::import::sheet::Certainty;
use crate::message;
use crate::project::{SourceKind, TableId, cell_name};

/// Asks which column an amount is read from where others have the same heading and not the same
/// amounts.
pub fn ask_same_heading(
    mapping: &Mapping,
    below: &[&[RawCell<'static>]],
    options: &Options,
) -> Option<Question> {
    let is_list = matches!(
        mapping.kind,
        SourceKind::Table(TableId::Balances | TableId::BalanceList) | SourceKind::Ledger
    );
    if !is_list || mapping.profile.is_some() {
        return None;
    }
    let heading = |column: usize| {
        mapping
            .columns
            .get(column)
            .map_or(String::new(), |column| column.heading.trim().to_lowercase())
    };
    for amount in Columns::of(mapping).amounts {
        let Some(read) = mapping.columns.get(amount.column) else { continue };
        let Some(field) = read.field.as_deref() else { continue };
        let is_said = options.map.iter().any(|(named, _)| named == field);
        if is_said || read.heading.trim().is_empty() {
            continue;
        }
        let differs = |other: usize| {
            below.iter().any(|row| {
                let (one, other) = (cell_at(row, amount.column), cell_at(row, other));
                !one.is_blank() && !other.is_blank() && one.text() != other.text()
            })
        };
        let others = mapping.columns.iter().filter(|other| {
            other.index != amount.column
                && other.field.is_none()
                && other.certainty != Certainty::Person
                && heading(other.index) == heading(amount.column)
                && differs(other.index)
        });
        let mut columns: Vec<usize> = others.map(|other| other.index).collect();
        if columns.is_empty() {
            continue;
        }
        columns.push(amount.column);
        columns.sort_unstable();
        let letters = |column: &usize| cell_name(*column, 1).trim_end_matches('1').to_owned();
        let letters: Vec<String> = columns.iter().map(letters).collect();
        let asks = message!(
            "import-ask-same-heading",
            heading = read.heading.trim(),
            columns = letters.join(", "),
        );
        return Question::column(asks, field, letters);
    }
    None
}
