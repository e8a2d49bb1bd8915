//! The history of a fund with a row for each year, or for each fund, and its lines as headings:
//! `År; IB; Avsetning; Bruk; UB`, `År; Disposisjonsfond; Bundet driftsfond`.

use super::columns::year_of;
use super::fund_names::{is_name, kind_of, phrase_in};
use super::groups::begins_with_one_of;
use crate::import::header::HeadRow;
use crate::import::heading::normal;
use crate::import::mapping::Mapping;
use crate::import::raw::{RawCell, cell_at};
use crate::import::sheet::Certainty;
use crate::import::synonyms::synonyms;
use crate::number::{DecimalMark, parse_amount};
use crate::project::{FundLineKind, SourceKind, TableId};

/// The field of a column that is a line of the history.
pub const HEAD: &str = "head";
/// From this many rows with a year on, a column without a heading is that of the years.
const YEARS: usize = 2;

/// Reads the headings as the lines, where each row has a year or a fund and every column of
/// amounts is headed by a balance, a movement or a fund.
pub fn take_heads(mapping: &mut Mapping, below: &[HeadRow]) {
    let has = |field: &str| mapping.column_of(field).is_some();
    let is_headed_by_years =
        mapping.columns.iter().any(|column| year_of(&column.heading).is_some());
    if has("amount") || has(HEAD) || is_headed_by_years || mapping.profile.is_some() {
        return;
    }
    let cells = |at: usize| below.iter().map(move |(_, cells)| cell_at(cells, at));
    let filled = |at: usize| cells(at).filter(|cell| !cell.is_blank());
    let year = mapping.column_of("year").or_else(|| {
        let first = mapping.normals.first()?;
        let is_time = first.is_empty() || synonyms().times.contains(first);
        let mut years = filled(0).map(|cell| year_of(&cell.text()));
        (is_time && filled(0).count() >= YEARS && years.all(|year| year.is_some())).then_some(0)
    });
    let keys = [year, mapping.column_of("fund")];
    let holds_amounts = |at: usize| filled(at).any(|cell| is_amount(cell));
    let heads: Vec<usize> = (0..mapping.columns.len())
        .filter(|at| !keys.contains(&Some(*at)) && holds_amounts(*at))
        .collect();
    let heading = |at: usize| mapping.columns.get(at).map_or("", |column| column.heading.trim());
    let has_kind = |kind| heads.iter().any(|at| kind_of_head(heading(*at)) == kind);
    let has_opening = has_kind(FundLineKind::Opening);
    let has_balance = has_opening || has_kind(FundLineKind::Closing);
    // Between both balances stands what moves, whatever it is called.
    let is_between = has_opening && has_kind(FundLineKind::Closing);
    let are_lines =
        heads.iter().all(|at| is_line(heading(*at)) || is_between && !is_of_accounts(heading(*at)));
    if keys == [None, None] || !are_lines || !has_balance {
        return;
    }
    for column in &mut mapping.columns {
        if column.field.as_deref() == Some("line") {
            column.field = None;
            column.certainty = Certainty::Ignored;
        }
        if heads.contains(&column.index) {
            column.field = Some(HEAD.to_owned());
            column.certainty = Certainty::Known;
        } else if Some(column.index) == year && column.field.is_none() {
            column.field = Some("year".to_owned());
            column.certainty = Certainty::Guessed;
        }
    }
}

/// Whether a heading is that of a code of accounts, or of their totals.
fn is_of_accounts(heading: &str) -> bool {
    const CODES: [&str; 6] = ["class", "account", "unit", "function", "project", "movement"];
    let list = synonyms().of(SourceKind::Table(TableId::BalanceList));
    let balances = synonyms().of(SourceKind::Table(TableId::Balances));
    let heading = normal(heading);
    [list, balances]
        .into_iter()
        .flatten()
        .any(|names| names.field_of(&heading).is_some_and(|field| CODES.contains(&field)))
}

fn is_amount(cell: &RawCell<'_>) -> bool {
    match cell {
        RawCell::Number(_) => true,
        RawCell::Text(text) => parse_amount(text, Some(DecimalMark::Comma)).is_ok(),
        _ => false,
    }
}

/// Whether a heading is a line of a fund's history: a balance, a movement, or a fund.
fn is_line(heading: &str) -> bool {
    let words = normal(heading);
    let balances = [&synonyms().openings, &synonyms().closings];
    let is_of_fund = |word: &str| synonyms().accounts.fund.iter().any(|known| known == word);
    balances.iter().any(|labels| begins_with_one_of(&words, labels))
        || is_balance(&words)
        || is_name(heading)
        || phrase_in(heading).is_some()
        || words.split(' ').any(is_of_fund)
}

/// The lines that the columns are, with the words of each.
pub fn heads_of(mapping: &Mapping) -> Vec<(usize, FundLineKind, String)> {
    let heads = mapping.columns.iter().filter(|column| column.field.as_deref() == Some(HEAD));
    heads
        .map(|column| {
            let words = column.heading.trim().to_owned();
            (column.index, kind_of_head(&words), words)
        })
        .collect()
}

/// The kind of a heading's line; of a fund it is what stands in it.
fn kind_of_head(heading: &str) -> FundLineKind {
    match kind_of("", heading) {
        Some(FundLineKind::Movement) | None if is_name(heading) || is_balance(&normal(heading)) => {
            FundLineKind::Closing
        }
        kind => kind.unwrap_or(FundLineKind::Movement),
    }
}

/// Whether words are those of what stands in a fund, and nothing more.
fn is_balance(words: &str) -> bool {
    synonyms().accounts.fund_balances.iter().any(|known| known == words)
}

/// The fund that headings name, where it is one alone.
pub fn only_fund(heads: &[(usize, FundLineKind, String)]) -> Option<String> {
    let mut named: Vec<String> = heads.iter().filter_map(|(.., words)| phrase_in(words)).collect();
    named.dedup();
    if let [only] = &named[..] { Some(only.clone()) } else { None }
}
