//! Cells that name several customers at once.

use std::collections::HashSet;

use super::words::WordColumn;
use crate::import::noticed::note_at;
use crate::issue::Issue;
use crate::message;
use crate::project::{Case, Code, cell_name};

/// Tells of cells that name several customers at once, each of which the list also has alone, or
/// with a line break between them.
pub fn several_customers(customers: &WordColumn, rows: &[Case]) -> Option<Issue> {
    let column = customers.column?;
    let words: HashSet<&str> = customers.words.iter().map(|(_, word)| word).collect();
    let is_several = |word: &str| {
        let parts: Vec<&str> = word.split([',', ';', '/', '|']).map(str::trim).collect();
        parts.len() > 1
            && (customers.broken.contains(word) || parts.iter().all(|part| words.contains(part)))
    };
    let several: HashSet<Code> =
        customers.words.iter().filter(|(_, word)| is_several(word)).map(|(code, _)| code).collect();
    let mut cases = rows.iter().filter(|case| several.contains(&case.customer));
    let first = cases.next()?;
    let count = u32::try_from(cases.count() + 1).unwrap_or(u32::MAX);
    let example = customers.words.word(first.customer).unwrap_or_default();
    let message = message!("import-note-several-customers", count = count, example = example);
    Some(note_at(message, &cell_name(column, first.row)))
}
