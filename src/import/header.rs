//! The header among the title rows: which row it is, and so what the sheet holds.

mod small;
mod unknown;

pub use unknown::unknown;

use super::accounts::{holds_accounts, speaks_of_fund, take_corner, take_heads};
use super::dates::{DateFault, DateRule, OrderEvidence, read_minute};
use super::doubt::counts_cases;
use super::heading::normal;
use super::mapping::{AMOUNTS, Mapping, is_date_field};
use super::open::looks_like_number;
use super::options::HeaderRow;
use super::raw::{RawCell, cell_at, filled};
use super::sheet::column_letters;
use super::synonyms::{KindNames, is_nothing, synonyms};
use super::{NOT_READ, Options};
use crate::message;
use crate::project::{Profile, SourceKind, TableId};
use crate::words::Message;

/// The header is sought in this many rows with content.
pub const HEADER_ROWS: usize = 60;
/// Headings in two rows stand within this many rows.
const PAIRED_ROWS: usize = 20;
/// At most this many characters of a cell are shown in a sentence.
const SHOWN_CHARS: usize = 20;

/// Where no earlier export is known.
const NO_PROFILES: (&[Profile], Option<&str>) = (&[], None);

/// A row that was kept until the header is known.
pub type HeadRow = (u32, Vec<RawCell<'static>>);

/// The header, by its place among the rows that were kept, and what its headings say.
pub struct Header {
    /// The place among the kept rows; `None` for a list without headings.
    pub at: Option<usize>,
    /// Which column is what.
    pub mapping: Mapping,
    /// Whether a person must say that the list has no headings.
    pub is_doubtful: bool,
}

impl Header {
    /// The place of the first row below it.
    pub fn below(&self) -> usize {
        self.at.map_or(0, |at| at + 1)
    }
}

/// Finds the header: the row most of whose headings are known, of the kind that fits best.
/// `None` where no row looks like one.
///
/// # Errors
/// When the person names a row that is not there.
pub fn find_header(
    rows: &[HeadRow],
    options: &Options,
    profiles: &[Profile],
) -> Result<Option<Header>, Message> {
    match options.header_row {
        Some(HeaderRow::None) => return without_headings(rows, options, profiles).map(Some),
        Some(HeaderRow::At(number)) => {
            let Some(at) = rows.iter().position(|(row, _)| *row == number) else {
                return Err(message!("import-no-such-row", row = number.to_string()));
            };
            let headings = all_headings(&rows[at].1);
            let is_any = |mapping: &Mapping, _: &KindNames, _: &[HeadRow]| {
                options.kind.is_some() || mapping.matched() + named(mapping, options) > 0
            };
            let named = best(rows, &[(at, headings)], options, profiles, is_any);
            return Ok(named.map(|(_, header)| header));
        }
        None => {}
    }
    if let Some(mapping) = by_place(rows, options, profiles) {
        return Ok(Some(Header { at: None, mapping, is_doubtful: false }));
    }
    let single = |(at, (_, cells)): (usize, &HeadRow)| Some((at, headings(cells)?));
    let singles: Vec<(usize, Vec<String>)> =
        rows.iter().take(HEADER_ROWS).enumerate().filter_map(single).collect();
    let plausible = |mapping: &Mapping, names: &KindNames, below: &[HeadRow]| {
        is_plausible(mapping, names, options, below)
    };
    let plain = best(rows, &singles, options, profiles, plausible);
    let paired = best(rows, &pairs(rows, &singles), options, profiles, plausible);
    let header = match (plain, paired) {
        (Some((one, plain)), Some((two, paired))) => Some(if two > one { paired } else { plain }),
        (plain, paired) => plain.or(paired).map(|(_, header)| header),
    };
    Ok(header.or_else(|| widest(rows, &singles, options)))
}

/// How well a row does as a header.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// Columns that the person names.
    named: usize,
    is_complete: bool,
    matched: usize,
}

fn best(
    rows: &[HeadRow],
    candidates: &[(usize, Vec<String>)],
    options: &Options,
    profiles: &[Profile],
    is_plausible: impl Fn(&Mapping, &KindNames, &[HeadRow]) -> bool,
) -> Option<(Score, Header)> {
    let mut best: Option<(Score, Header)> = None;
    for (at, headings) in candidates {
        for names in kinds(options) {
            let mut mapping =
                Mapping::of_headings(names, headings, (profiles, options.system.as_deref()));
            let above = rows.get(..*at).unwrap_or_default();
            let below = rows.get(at + 1..).unwrap_or_default();
            if names.kind == SourceKind::Table(TableId::Fund) {
                let mut cornered = mapping.clone();
                take_corner(&mut cornered);
                take_heads(&mut cornered, below);
                if speaks_of_fund(&cornered, above, below) {
                    mapping = cornered;
                }
            }
            // Any list of lines and years could be a fund's, so that others go before it.
            let is_complete = mapping.is_complete(names)
                && (names.kind != SourceKind::Table(TableId::Fund)
                    || speaks_of_fund(&mapping, above, below));
            let matched = mapping.matched();
            let score = Score { named: named(&mapping, options), is_complete, matched };
            let is_better = best.as_ref().is_none_or(|(so_far, _)| score > *so_far);
            if is_better && is_plausible(&mapping, names, below) {
                best = Some((score, Header { at: Some(*at), mapping, is_doubtful: false }));
            }
        }
    }
    best
}

fn kinds(options: &Options) -> impl Iterator<Item = &'static KindNames> {
    let kind = options.kind;
    synonyms().kinds.iter().filter(move |names| kind.is_none_or(|kind| kind == names.kind))
}

/// How many of the columns that the person names have their headings here.
fn named(mapping: &Mapping, options: &Options) -> usize {
    let is_heading = |column: &str| {
        let heading = normal(column);
        column != NOT_READ && !heading.is_empty() && mapping.normals.contains(&heading)
    };
    options.map.iter().filter(|(_, column)| is_heading(column)).count()
}

/// A row that lacks something of its kind is a header all the same if the person named the kind, or
/// if it can only be a list of cases, or accounts whose amounts have no known heading. A list that
/// counts cases is no list of cases.
fn is_plausible(
    mapping: &Mapping,
    names: &KindNames,
    options: &Options,
    below: &[HeadRow],
) -> bool {
    if options.kind.is_none() && mapping.profile.is_none() && counts_cases(mapping) {
        return false;
    }
    let named = named(mapping, options);
    mapping.is_complete(names)
        || (options.kind.is_some() && mapping.matched() + named > 0)
        || (names.kind == SourceKind::Cases
            && mapping.matched() + named >= 2
            && has_mark_of_cases(mapping))
        || (matches!(names.kind, SourceKind::Table(TableId::Balances) | SourceKind::Ledger)
            && mapping.matched() >= 2
            && holds_accounts(mapping, below))
}

/// A customer and a category alone could head any list.
fn has_mark_of_cases(mapping: &Mapping) -> bool {
    ["number", "created", "closed", "priority", "parent"]
        .iter()
        .any(|field| mapping.column_of(field).is_some())
}

/// The headings of two rows, one below the other: where cells are merged, the upper one's go
/// for the columns to the right that have none, and for those whose lower cell is blank.
fn pairs(rows: &[HeadRow], singles: &[(usize, Vec<String>)]) -> Vec<(usize, Vec<String>)> {
    let mut pairs = Vec::new();
    for (at, lower) in singles {
        let Some(above) = at.checked_sub(1).and_then(|above| rows.get(above)) else { continue };
        let upper = all_headings(&above.1);
        let is_next = rows.get(*at).is_some_and(|(row, _)| *row == above.0.saturating_add(1));
        let is_worded = [Some(&above.1), rows.get(*at).map(|(_, cells)| cells)]
            .into_iter()
            .flatten()
            .all(|cells| is_worded(cells));
        if *at > PAIRED_ROWS || !is_next || !is_worded || filled(&above.1) < 2 {
            continue;
        }
        let width = upper.len().max(lower.len());
        let text = |headings: &[String], column: usize| {
            headings.get(column).map(|text| text.trim().to_owned()).unwrap_or_default()
        };
        let (mut filled_in, mut joined) = (Vec::new(), Vec::new());
        let mut group = String::new();
        for column in 0..width {
            let (over, under) = (text(&upper, column), text(lower, column));
            if !over.is_empty() {
                group.clone_from(&over);
            }
            filled_in.push(if under.is_empty() { over } else { under.clone() });
            joined.push(match under.is_empty() {
                true => filled_in.last().cloned().unwrap_or_default(),
                false => format!("{group} {under}").trim().to_owned(),
            });
        }
        pairs.push((*at, filled_in));
        pairs.push((*at, joined));
    }
    pairs
}

/// Where no heading is known but the person names the kind, and the columns or this one sheet:
/// the row with most texts; a list whose first row is data has no headings, it seems.
fn widest(rows: &[HeadRow], singles: &[(usize, Vec<String>)], options: &Options) -> Option<Header> {
    let names = synonyms().of(options.kind?)?;
    if options.map.is_empty() && options.sheet.is_none() {
        return None;
    }
    let count = |headings: &[String]| headings.iter().filter(|heading| !heading.is_empty()).count();
    let widest = singles.iter().rev().max_by_key(|(_, headings)| count(headings));
    let Some((at, headings)) = widest else {
        let is_data = rows.first().is_some_and(|(_, cells)| has_data(cells));
        let blank = || Mapping::of_headings(names, &vec![String::new(); width(rows)], NO_PROFILES);
        return is_data.then(|| Header { at: None, mapping: blank(), is_doubtful: true });
    };
    Some(Header {
        at: Some(*at),
        mapping: Mapping::of_headings(names, headings, NO_PROFILES),
        is_doubtful: false,
    })
}

fn without_headings(
    rows: &[HeadRow],
    options: &Options,
    profiles: &[Profile],
) -> Result<Header, Message> {
    if let Some(mapping) = by_place(rows, options, profiles) {
        return Ok(Header { at: None, mapping, is_doubtful: false });
    }
    let names = options.kind.and_then(|kind| synonyms().of(kind));
    let Some(names) = names else {
        let first = rows.first().map_or(&[][..], |(_, cells)| cells);
        let column = |(at, cell): (usize, &RawCell<'_>)| {
            let text: String = cell.text().chars().take(SHOWN_CHARS).collect();
            format!("{} «{text}»", column_letters(at))
        };
        let columns: Vec<String> = first.iter().enumerate().map(column).collect();
        return Err(message!("import-no-headings-no-kind", columns = columns.join(", ")));
    };
    let mapping = Mapping::of_headings(names, &vec![String::new(); width(rows)], NO_PROFILES);
    Ok(Header { at: None, mapping, is_doubtful: false })
}

/// The columns as an earlier list without headings had them, by their places: what stands in them
/// from the first row on must be of the same kind.
fn by_place(rows: &[HeadRow], options: &Options, profiles: &[Profile]) -> Option<Mapping> {
    let width = width(rows);
    let is_wanted = |profile: &Profile| {
        profile.columns.len() == width
            && profile.columns.iter().all(|column| column.heading.trim().is_empty())
            && options.kind.is_none_or(|kind| kind == profile.kind)
            && options.system.as_ref().is_none_or(|system| *system == profile.system)
    };
    let holds_same = |profile: &Profile| {
        let mut is_told = false;
        for (at, column) in profile.columns.iter().enumerate() {
            let Some(field) = column.field.as_deref() else { continue };
            let kind = place_kind(profile.kind, field);
            let mut cells = rows.iter().map(|(_, cells)| cell_at(cells, at));
            if !kind.is_none_or(|is| cells.all(|cell| cell.is_blank() || is(cell))) {
                return false;
            }
            is_told |= kind.is_some();
        }
        is_told
    };
    let latest = profiles.iter().enumerate().rev();
    let (index, profile) =
        latest.into_iter().find(|(_, profile)| is_wanted(profile) && holds_same(profile))?;
    Mapping::of_places(synonyms().of(profile.kind)?, width, (index, profile))
}

/// How the cells of a field can be told from others; `None` where any text may stand there.
fn place_kind(kind: SourceKind, field: &str) -> Option<fn(&RawCell<'_>) -> bool> {
    let is_date: fn(&RawCell<'_>) -> bool = |cell| {
        let read = read_minute(cell, &DateRule::default(), &mut OrderEvidence::default());
        !matches!(read, Err(DateFault::NotADate))
    };
    let is_number: fn(&RawCell<'_>) -> bool = |cell| match cell {
        RawCell::Number(_) => true,
        RawCell::Text(text) => is_nothing(text) || looks_like_number(text),
        _ => false,
    };
    match field {
        _ if is_date_field(kind, field) => Some(is_date),
        "cases" => Some(is_number),
        _ if AMOUNTS.contains(&field) => Some(is_number),
        _ => None,
    }
}

fn width(rows: &[HeadRow]) -> usize {
    rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default()
}

/// The cells of a row as headings; `None` where they cannot be any.
fn headings(cells: &[RawCell<'_>]) -> Option<Vec<String>> {
    let texts = cells.iter().filter(|cell| match cell {
        RawCell::Text(text) => !cell.is_blank() && !is_amount(text),
        RawCell::Number(value) => is_year(*value),
        _ => false,
    });
    let is_number = |cell: &RawCell<'_>| match cell {
        RawCell::Text(text) => !cell.is_blank() && is_amount(text),
        RawCell::Number(value) => !is_year(*value),
        RawCell::Percent(_) => true,
        _ => false,
    };
    // The last day of a year may head a column, but not beside numbers.
    let is_dated = |cell: &RawCell<'_>| match cell {
        RawCell::Text(text) => text.trim().len() > 5 && is_day_of(cell),
        RawCell::DateTime { .. } => true,
        _ => false,
    };
    let is_row = cells.iter().any(is_dated) && cells.iter().filter(|c| is_number(c)).count() > 1;
    if filled(cells) < 2 || texts.count() * 2 < filled(cells) || has_data(cells) || is_row {
        return None;
    }
    Some(all_headings(cells))
}

/// Whether all that stands in a row is words, or a year.
fn is_worded(cells: &[RawCell<'_>]) -> bool {
    let is_word = |cell: &RawCell<'_>| match cell {
        RawCell::Text(text) => cell.is_blank() || !is_amount(text),
        RawCell::Number(value) => is_year(*value),
        RawCell::Empty => true,
        _ => false,
    };
    cells.iter().all(is_word) && !has_data(cells)
}

fn all_headings(cells: &[RawCell<'_>]) -> Vec<String> {
    cells.iter().map(|cell| cell.text().into_owned()).collect()
}

/// Whether a row holds a moment, which no heading does. The first day of a year and the last of
/// a month head columns of balances.
fn has_data(cells: &[RawCell<'_>]) -> bool {
    let is_moment = |cell: &RawCell<'_>| {
        let is_short = matches!(cell, RawCell::Text(text) if text.trim().len() < 6);
        if is_short || matches!(cell, RawCell::Number(_)) {
            return false;
        }
        match read_minute(cell, &DateRule::default(), &mut OrderEvidence::default()) {
            Ok(moment) => {
                let day = moment.day();
                let ends_month = day.tomorrow().is_ok_and(|next| next.day() == 1);
                let begins_year = (day.month(), day.day()) == (1, 1);
                moment.clock() != (0, 0) || !(ends_month || begins_year)
            }
            Err(fault) => fault == DateFault::DoesNotExist,
        }
    };
    cells.iter().any(is_moment)
}

/// A year may head a column of amounts.
fn is_year(value: f64) -> bool {
    value.fract() == 0.0 && (1950.0..=2100.0).contains(&value)
}

fn is_day_of(cell: &RawCell<'_>) -> bool {
    read_minute(cell, &DateRule::default(), &mut OrderEvidence::default()).is_ok()
}

fn is_amount(text: &str) -> bool {
    let text = text.trim();
    let is_plain = |c: char| c.is_ascii_digit() || c.is_whitespace() || ".,-−%".contains(c);
    let has_digits = text.contains(|c: char| c.is_ascii_digit());
    let is_day = || is_day_of(&RawCell::Text(text.into()));
    // A year or the day of a balance may head a column of amounts.
    has_digits && text.chars().all(is_plain) && !text.parse().is_ok_and(is_year) && !is_day()
}
