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
}

/// The key that the source has for a row whose key columns may have been corrected.
pub(crate) fn source_key(rows: &dyn Rows, row: usize, corrections: &[Correction]) -> String {
    let parts: Vec<String> = rows
        .columns()
        .iter()
        .enumerate()
        .filter(|(_, column)| column.is_key)
        .map(|(index, column)| {
            let cell = rows.cell(row, index);
            corrections
                .iter()
                .find(|c| {
                    c.table == rows.table() && c.column == column.id && c.value == cell.edit_text()
                })
                .map_or_else(|| cell.machine_text(), |c| c.original.clone())
        })
        .collect();
    parts.join(" · ")
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
