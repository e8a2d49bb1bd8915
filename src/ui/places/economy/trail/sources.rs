//! Where accounts stand in the files that were imported: file, sheet, cells, when and by whom.

use std::collections::BTreeMap;

use crate::figures::{AccountOrigin, AmountColumn, YearAccounts};
use crate::project::{Correction, Project, RowRef, Rows, Source, SourceId, TableId};
use crate::t;

/// So many cells are named one by one.
const NAMED_CELLS: usize = 4;

/// Where something stands.
pub(super) enum Origin {
    /// In a file.
    File {
        /// The source, by its number.
        source: SourceId,
        /// "Ark «Saldoliste», celle F14".
        place: String,
    },
    /// A person has put another value in the source's place: what the source says, and who.
    Corrected {
        /// What the source says.
        original: String,
        /// Who.
        who: String,
    },
    /// A person typed it.
    Typed,
}

/// Where the amounts of accounts stand.
pub(super) fn of_accounts(
    project: &Project,
    year: &YearAccounts,
    own: &[usize],
    column: AmountColumn,
) -> Vec<Origin> {
    let mut cells: BTreeMap<SourceId, Vec<u32>> = BTreeMap::new();
    let mut fields: BTreeMap<SourceId, &'static str> = BTreeMap::new();
    let mut origins = Vec::new();
    let mut is_typed = false;
    for account in own.iter().filter_map(|at| year.accounts.get(*at)) {
        let (table, row, field) = match &account.origin {
            AccountOrigin::Balances(row) => (TableId::Balances, *row, column.id()),
            AccountOrigin::BalanceList(row) => (TableId::BalanceList, *row, of_list(column)),
            AccountOrigin::Ledger(parts) => {
                for (batch, own) in parts {
                    let Some(batch) = project.ledger.get(*batch) else { continue };
                    let rows = batch.rows.iter().filter(|row| row.account == *own);
                    cells.entry(batch.source).or_default().extend(rows.map(|row| row.row));
                    fields.insert(batch.source, "amount");
                }
                continue;
            }
        };
        let rows = project.rows(table);
        match rows.origin(row) {
            Some(RowRef { source, row }) => {
                cells.entry(source).or_default().push(row);
                fields.insert(source, field);
            }
            None => is_typed = true,
        }
        origins.extend(correction(project, rows, row, field));
    }
    let files = cells.into_iter().map(|(source, rows)| {
        let field = fields.get(&source).copied().unwrap_or_default();
        file(project, source, field, rows)
    });
    let typed = is_typed.then_some(Origin::Typed);
    files.chain(typed).chain(origins).collect()
}

/// Where a printed line stands.
pub(super) fn of_printed(project: &Project, row: usize) -> Origin {
    match project.rows(TableId::Statements).origin(row) {
        Some(RowRef { source, row }) => file(project, source, AmountColumn::Actual.id(), vec![row]),
        None => Origin::Typed,
    }
}

/// The columns of a balance list have names of their own.
fn of_list(column: AmountColumn) -> &'static str {
    if column == AmountColumn::LastYear { "opening" } else { "closing" }
}

fn correction(project: &Project, rows: &dyn Rows, row: usize, field: &str) -> Option<Origin> {
    let column = rows.column(field)?;
    let own = Correction::of(&project.corrections, rows, row, column)?;
    Some(Origin::Corrected { original: own.original.clone(), who: own.who.clone() })
}

fn file(project: &Project, id: SourceId, field: &str, mut rows: Vec<u32>) -> Origin {
    rows.sort_unstable();
    rows.dedup();
    let source = project.source(id);
    let cell = |row: &u32| {
        source
            .and_then(|source| source.cell_name(field, *row))
            .unwrap_or_else(|| t!("economy-row", row = row.to_string()))
    };
    let named: Vec<String> = rows.iter().take(NAMED_CELLS).map(cell).collect();
    let cells = match rows.len().saturating_sub(NAMED_CELLS) {
        0 => named.join(", "),
        more => t!("economy-cells-more", cells = named.join(", "), count = more),
    };
    let place = match source.map(|source| source.sheet.as_str()) {
        Some("") | None => t!("economy-cell-place", count = rows.len(), cells = cells),
        Some(sheet) => {
            t!("economy-sheet-place", sheet = sheet, count = rows.len(), cells = cells)
        }
    };
    Origin::File { source: id, place }
}

/// "9f3c 41d0 … 7ae2": enough of a file's hash to know it again.
pub(super) fn short_hash(source: &Source) -> String {
    let hash = &source.sha256;
    let part = |from: usize, to: usize| hash.get(from..to).unwrap_or_default();
    match hash.len().checked_sub(4) {
        Some(end) if hash.len() > 12 => {
            format!("{} {} … {}", part(0, 4), part(4, 8), part(end, hash.len()))
        }
        _ => hash.clone(),
    }
}
