//! A list all of whose accounts are the balance sheet's is a balance list, whatever its amounts are
//! called.

use crate::import::Options;
use crate::import::account_form::tokens;
use crate::import::header::{HeadRow, Header, find_header};
use crate::import::mapping::Mapping;
use crate::import::raw::cell_at;
use crate::kostra::{Book, Chart};
use crate::project::{Profile, SourceKind, TableId};

/// Fewer accounts than this prove nothing.
const ACCOUNTS: usize = 2;
/// At least this percentage of the accounts must be chapters of the chart.
const EXISTING_PERCENT: usize = 60;

/// The header of a balance list where that of balances has the balance's accounts alone below it.
pub fn of_balance(
    head: &[HeadRow],
    header: Header,
    options: &Options,
    profiles: &[Profile],
) -> Header {
    let below = head.get(header.below()..).unwrap_or_default();
    let is_open = options.kind.is_none()
        && header.mapping.kind == SourceKind::Table(TableId::Balances)
        && header.mapping.profile.is_none()
        && header.at.is_some();
    if !is_open || !holds_balance_alone(&header.mapping, below) {
        return header;
    }
    let kind = Some(SourceKind::Table(TableId::BalanceList));
    let as_list = Options { kind, ..options.clone() };
    match find_header(head, &as_list, profiles) {
        Ok(Some(list)) if list.at == header.at => list,
        _ => header,
    }
}

/// Whether all accounts have the *kontoklasse* of the balance before them, and most are chapters.
fn holds_balance_alone(mapping: &Mapping, below: &[HeadRow]) -> bool {
    let Some(account) = mapping.column_of("account") else { return false };
    let class = mapping.column_of("class");
    let (mut count, mut existing) = (0_usize, 0_usize);
    for (_, cells) in below {
        let text = cell_at(cells, account).text();
        let word = text.split_whitespace().next().unwrap_or_default();
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let parts: Vec<&str> = tokens(&text).collect();
        let class_text = class.map(|class| cell_at(cells, class).text());
        let (class, chapter) = match (&class_text, &parts[..]) {
            (Some(class), [chapter, ..]) => (class.as_ref(), *chapter),
            // A chapter has two digits, an art three.
            (None, [chapter, _, ..]) if chapter.len() == 2 => ("2", *chapter),
            (None, [class, chapter, ..]) => (*class, *chapter),
            _ => return false,
        };
        // A number has lost the zeros behind its mark.
        let chapter = format!("{chapter:0<2}");
        let exists =
            || Chart::get().chapters().iter().any(|known| chapter.starts_with(&known.chapter));
        if Book::of_class(class) != Some(Book::Balanse) {
            return false;
        }
        count += 1;
        existing += usize::from(exists());
    }
    count >= ACCOUNTS && existing * 100 >= count * EXISTING_PERCENT
}
