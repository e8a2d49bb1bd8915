//! Whose accounts a sheet has: what its rows, titles or names say, against the company that a
//! person has named.

use super::Options;
use super::accounts::{company_in_name, is_same_company};
use super::sheet::{SheetRead, TypedRows, is_about_accounts};
use super::verdict::{SkipReason, Skipped};

/// Says whose the accounts of a sheet are, and leaves them out where they are another company's
/// than the one that is wanted. `of_rows` is what the sheet itself says; else its file's name may.
pub fn settle(read: &mut SheetRead, of_rows: Option<String>, file: &str, options: &Options) {
    if !is_about_accounts(read.kind()) {
        return;
    }
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    read.company = of_rows.or_else(|| company_in_name(stem)).unwrap_or_default();
    read.company_said.clone_from(&options.company);
    let Some(company) = options.company.as_deref().filter(|company| !company.is_empty()) else {
        return;
    };
    if is_same_company(company, &read.company) != Some(false) {
        return;
    }
    let rows: Vec<u32> = match &read.rows {
        TypedRows::Table { rows, .. } => rows.iter().map(|row| row.row).collect(),
        TypedRows::Ledger { rows, .. } => rows.iter().map(|row| row.row).collect(),
        TypedRows::Cases { .. } | TypedRows::DayCounts(_) => Vec::new(),
    };
    // Of a row that gives several only one is read.
    let mut rows = rows;
    rows.dedup();
    let accepted = read.accepted();
    read.rows = TypedRows::none(read.kind());
    read.read = read.read.saturating_sub(accepted);
    for row in rows {
        read.skipped.push(Skipped { first: row, last: row, reason: SkipReason::OtherCompany });
        read.read = read.read.saturating_add(1);
    }
    read.skipped.sort_by_key(|skipped| skipped.first);
    read.questions.clear();
    read.notes.clear();
}
