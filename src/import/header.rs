//! The header among the title rows: which row it is, and so what the sheet holds.

use super::Options;
use super::accounts::{holds_accounts, speaks_of_fund};
use super::doubt::counts_cases;
use super::mapping::Mapping;
use super::raw::{RawCell, filled};
use super::synonyms::{KindNames, synonyms};
use crate::project::{Profile, SourceKind, TableId};

/// The header is looked for in so many rows with content.
pub const HEADER_ROWS: usize = 60;

/// A row that was kept until the header is known.
pub type HeadRow = (u32, Vec<RawCell<'static>>);

/// The header, by its place among the rows that were kept, and what its headings say.
pub struct Header {
    /// The place among the kept rows.
    pub at: usize,
    /// Which column is what.
    pub mapping: Mapping,
}

/// Finds the header: the row most of whose headings are known, of the kind that fits best.
/// `None` where no row looks like one.
pub fn find_header(rows: &[HeadRow], options: &Options, profiles: &[Profile]) -> Option<Header> {
    let kinds = || {
        synonyms().kinds.iter().filter(|names| options.kind.is_none_or(|kind| kind == names.kind))
    };
    let mut best: Option<((bool, usize), Header)> = None;
    for (at, (_, cells)) in rows.iter().take(HEADER_ROWS).enumerate() {
        let Some(headings) = headings(cells) else { continue };
        for names in kinds() {
            let mapping = Mapping::of_headings(names, &headings, profiles);
            let (above, below) = (&rows[..at], &rows[at + 1..]);
            // Any list of lines and years could be a fund's, so that others go before it.
            let is_complete = mapping.is_complete(names)
                && (names.kind != SourceKind::Table(TableId::Fund)
                    || speaks_of_fund(&mapping, above, below));
            let score = (is_complete, mapping.matched());
            let is_better = best.as_ref().is_none_or(|(so_far, _)| score > *so_far);
            if is_better && is_plausible(&mapping, names, options, below) {
                best = Some((score, Header { at, mapping }));
            }
        }
    }
    best.map(|(_, header)| header).or_else(|| widest(rows, options))
}

/// A row that lacks something of its kind is a header all the same if the person named the
/// kind, or if it can only be a list of cases, or accounts whose amounts have no known heading. A
/// list that counts cases is none of cases.
fn is_plausible(
    mapping: &Mapping,
    names: &KindNames,
    options: &Options,
    below: &[HeadRow],
) -> bool {
    if options.kind.is_none() && mapping.profile.is_none() && counts_cases(mapping) {
        return false;
    }
    mapping.is_complete(names)
        || (options.kind.is_some() && mapping.matched() > 0)
        || (names.kind == SourceKind::Cases && mapping.matched() >= 2)
        || (matches!(names.kind, SourceKind::Table(TableId::Balances) | SourceKind::Ledger)
            && mapping.matched() >= 2
            && holds_accounts(mapping, below))
}

/// Where no heading is known but the person names the kind, and the columns or this one sheet:
/// the row with most texts.
fn widest(rows: &[HeadRow], options: &Options) -> Option<Header> {
    let names = synonyms().of(options.kind?)?;
    if options.map.is_empty() && options.sheet.is_none() {
        return None;
    }
    let candidates = rows.iter().take(HEADER_ROWS).enumerate();
    let widest = candidates.filter_map(|(at, (_, cells))| Some((at, headings(cells)?)));
    let (at, headings) = widest.rev().max_by_key(|(_, headings)| {
        headings.iter().filter(|heading| !heading.is_empty()).count()
    })?;
    Some(Header { at, mapping: Mapping::of_headings(names, &headings, &[]) })
}

/// The cells of a row as headings; `None` where they cannot be any.
fn headings(cells: &[RawCell<'_>]) -> Option<Vec<String>> {
    // A year may head a column of amounts.
    let is_year = |value: f64| value.fract() == 0.0 && (1950.0..=2100.0).contains(&value);
    let texts = cells.iter().filter(|cell| match cell {
        RawCell::Text(_) => !cell.is_blank(),
        RawCell::Number(value) => is_year(*value),
        _ => false,
    });
    if filled(cells) < 2 || texts.count() * 2 < filled(cells) {
        return None;
    }
    Some(cells.iter().map(|cell| cell.text().into_owned()).collect())
}
