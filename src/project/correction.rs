//! Corrections: values of imported rows that a person changed, with what the source said.

use serde::{Deserialize, Serialize};

use super::{Minute, Rows, TableId};

/// A value of an imported row that a person corrected. A later import keeps it, and says when
/// the source under it has moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The table.
    pub table: TableId,
    /// The row, by its key as the source has it.
    pub key: String,
    /// The column's id.
    pub column: String,
    /// What the source says, as machine text.
    pub original: String,
    /// What the person says, as editing text.
    pub value: String,
    /// When it was corrected.
    pub when: Minute,
    /// Who corrected it.
    pub who: String,
    /// Why, where the person said so.
    pub why: String,
    /// What the source said when it was corrected, where the source has moved since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<String>,
}

/// The key that the source has for a row whose key columns may have been corrected. A
/// correction is the row's own only if, taken back, it leads to the key that it was made under:
/// another row may show the same word of its own.
pub(crate) fn source_key(rows: &dyn Rows, row: usize, corrections: &[Correction]) -> String {
    let shown = rows.key(row);
    let is_key = |id: &str| rows.columns().iter().any(|column| column.is_key && column.id == id);
    let mut of_keys = corrections.iter().filter(|c| c.table == rows.table() && is_key(&c.column));
    let own =
        of_keys.find(|c| c.key != shown && key_before(rows, row, corrections, &c.key) == c.key);
    own.map_or(shown, |c| c.key.clone())
}

/// The row's key with the corrections made under `key` taken back.
fn key_before(rows: &dyn Rows, row: usize, corrections: &[Correction], key: &str) -> String {
    let columns = rows.columns().iter().enumerate().filter(|(_, column)| column.is_key);
    let parts = columns.map(|(index, column)| {
        let cell = rows.cell(row, index);
        let text = cell.edit_text();
        let is_own = |c: &&Correction| {
            c.table == rows.table() && c.key == key && c.column == column.id && c.value == text
        };
        let correction = corrections.iter().find(is_own);
        correction.map_or_else(|| cell.machine_text(), |c| c.original.clone())
    });
    parts.collect::<Vec<_>>().join(" · ")
}

impl Correction {
    /// The correction of one cell, if there is one.
    pub fn of<'a>(
        corrections: &'a [Self],
        rows: &dyn Rows,
        row: usize,
        column: usize,
    ) -> Option<&'a Self> {
        rows.origin(row)?;
        let id = rows.columns().get(column)?.id;
        let key = source_key(rows, row, corrections);
        corrections.iter().find(|c| c.table == rows.table() && c.column == id && c.key == key)
    }
}
