//! Rows that are no data: sums, repeated headers, footers.

use super::heading::normal;
use super::mapping::Mapping;
use super::raw::{RawCell, cell_at, filled};
use super::synonyms::synonyms;
use super::verdict::SkipReason;

/// Why a row that cannot be read as data is none; `None` for one that should have been.
pub fn classify(cells: &[RawCell<'_>], mapping: &Mapping) -> Option<SkipReason> {
    if repeats_header(cells, mapping) {
        return Some(SkipReason::RepeatedHeader);
    }
    let first = cells.iter().find(|cell| !cell.is_blank())?;
    let count = filled(cells);
    let RawCell::Text(text) = first else {
        return (count == 1 && matches!(first, RawCell::Number(_))).then_some(SkipReason::Sum);
    };
    let words = normal(text);
    let label = normal(text.split(':').next().unwrap_or_default());
    let starts = |start: &String| {
        let rest = words.strip_prefix(start.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    if synonyms().sums.contains(&label) || synonyms().sum_starts.iter().any(starts) {
        return Some(SkipReason::Sum);
    }
    if count == 1 && text.trim().bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(SkipReason::Sum);
    }
    let is_footer = count <= 3 && synonyms().footers.iter().any(starts);
    // A sentence alone in a row of a wide list is a remark on the list.
    let is_remark = count == 1 && mapping.matched() >= 3 && text.trim().contains(' ');
    (is_footer || is_remark).then_some(SkipReason::Footer)
}

fn repeats_header(cells: &[RawCell<'_>], mapping: &Mapping) -> bool {
    let mut read = mapping.columns.iter().filter(|column| column.field.is_some()).peekable();
    read.peek().is_some()
        && read.all(|column| cell_at(cells, column.index).text() == column.heading.trim())
}
