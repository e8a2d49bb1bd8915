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
    if is_sum_label(text) {
        return Some(SkipReason::Sum);
    }
    if ends_in_sum(cells) {
        return Some(SkipReason::Sum);
    }
    let words = normal(text);
    if count == 1 && text.trim().bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(SkipReason::Sum);
    }
    let is_footer = count <= 3 && synonyms().footers.iter().any(|start| begins(&words, start));
    // A sentence alone in a row of a wide list is a remark on the list.
    let is_remark = count == 1 && mapping.matched() >= 3 && text.trim().contains(' ');
    (is_footer || is_remark).then_some(SkipReason::Footer)
}

/// Whether a text begins as a footer does, or says that its row sums others up.
pub fn is_label(text: &str) -> bool {
    let words = normal(text);
    is_sum_label(text) || synonyms().footers.iter().any(|start| begins(&words, start))
}

/// What a label in place of a part's name says that its row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalLabel {
    /// All parts together: "Totalt", "Alle avdelinger".
    Whole,
    /// Some of them: "Sum drift", or what is among them already: "Herav kvinner".
    Some,
    /// Their average.
    Average,
}

/// What a text that stands where parts have their names says of its row; `None` for a part.
pub fn total_label(text: &str) -> Option<TotalLabel> {
    let words = normal(text);
    let (first, last) = (words.split(' ').next()?, words.rsplit(' ').next()?);
    let names = synonyms();
    match () {
        () if words.is_empty() => None,
        () if names.averages.contains(&words) => Some(TotalLabel::Average),
        () if names.sums.contains(&words) || names.totals.contains(&words) => {
            Some(TotalLabel::Whole)
        }
        () if words != first && names.total_starts.contains(first) => Some(TotalLabel::Whole),
        () if names.breakdowns.contains(first)
            || is_sum_label(text)
            || names.sums.contains(last)
            || words.ends_with(" i alt") =>
        {
            Some(TotalLabel::Some)
        }
        () => None,
    }
}

/// Whether a text says that what its row has is among the others already: "Herav kvinner".
pub fn is_breakdown(text: &str) -> bool {
    let words = normal(text);
    words.split(' ').next().is_some_and(|first| synonyms().breakdowns.contains(first))
}

/// Whether a text says that its row sums others up.
pub fn is_sum_label(text: &str) -> bool {
    let words = normal(text);
    let label = normal(text.split(':').next().unwrap_or_default());
    synonyms().sums.contains(&label)
        || synonyms().sum_starts.iter().any(|start| begins(&words, start))
}

/// Sub-totals as Excel puts them in: "Hamar kommune Antall" beside numbers, and little else.
fn ends_in_sum(cells: &[RawCell<'_>]) -> bool {
    let mut labels = 0;
    for cell in cells.iter().filter(|cell| !cell.is_blank()) {
        let RawCell::Text(text) = cell else { continue };
        let words = normal(text);
        let is_label =
            words.rsplit_once(' ').is_some_and(|(_, last)| synonyms().sums.contains(last));
        let is_number = text.trim().chars().all(|c| c.is_ascii_digit() || " .,\u{a0}".contains(c));
        match (is_label, is_number) {
            (true, _) => labels += 1,
            (false, true) => {}
            (false, false) => return false,
        }
    }
    labels == 1 && filled(cells) * 2 <= cells.len().max(4)
}

fn begins(words: &str, start: &str) -> bool {
    words.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether a row is the header once more.
pub fn repeats_header(cells: &[RawCell<'_>], mapping: &Mapping) -> bool {
    let mut read = mapping.columns.iter().filter(|column| column.field.is_some()).peekable();
    read.peek().is_some()
        && read.all(|column| cell_at(cells, column.index).text() == column.heading.trim())
}
