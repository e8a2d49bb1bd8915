//! Corrections: values of imported rows that a person changed, with what the source said.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{CellAt, Minute, Project, Rows, TableId};

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
/// correction belongs to the row only if taking it back gives the key that it was made under,
/// since another row may have the same word without a correction.
pub(crate) fn source_key(rows: &dyn Rows, row: usize, corrections: &[Correction]) -> String {
    let shown = rows.key(row);
    let is_key = |id: &str| rows.columns().iter().any(|column| column.is_key && column.id == id);
    let mut of_keys = corrections.iter().filter(|c| c.table == rows.table() && is_key(&c.column));
    let correction =
        of_keys.find(|c| c.key != shown && key_before(rows, row, corrections, &c.key) == c.key);
    correction.map_or(shown, |c| c.key.clone())
}

/// The row's key with the corrections made under `key` taken back.
fn key_before(rows: &dyn Rows, row: usize, corrections: &[Correction], key: &str) -> String {
    let columns = rows.columns().iter().enumerate().filter(|(_, column)| column.is_key);
    let parts = columns.map(|(index, column)| {
        let cell = rows.cell(row, index);
        let text = cell.edit_text();
        let is_it = |c: &&Correction| {
            c.table == rows.table() && c.key == key && c.column == column.id && c.value == text
        };
        let correction = corrections.iter().find(is_it);
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

/// The cells that persons corrected, found once for a state of the project.
#[derive(Clone, Debug, Default)]
pub struct CorrectedCells(HashMap<CellAt, usize>);

impl CorrectedCells {
    /// Finds the cell of every correction; one whose row is gone has none.
    pub fn of(project: &Project) -> Self {
        let corrections = &project.corrections;
        let mut tables: Vec<TableId> =
            corrections.iter().map(|correction| correction.table).collect();
        tables.sort_unstable();
        tables.dedup();
        let mut cells = HashMap::new();
        for table in tables {
            let rows = project.rows(table);
            let mut of_rows: HashMap<&str, Vec<usize>> = HashMap::new();
            for (place, correction) in
                corrections.iter().enumerate().filter(|(_, c)| c.table == table)
            {
                of_rows.entry(correction.key.as_str()).or_default().push(place);
            }
            // Only corrections of key columns make a source's key another than the table's.
            let is_key = |c: &Correction| {
                rows.columns().iter().any(|column| column.is_key && column.id == c.column)
            };
            let of_keys = corrections.iter().filter(|c| c.table == table && is_key(c));
            let of_keys: Vec<Correction> = of_keys.cloned().collect();
            for row in (0..rows.len()).filter(|row| rows.origin(*row).is_some()) {
                let key = source_key(rows, row, &of_keys);
                for place in of_rows.get(key.as_str()).into_iter().flatten() {
                    let column = corrections
                        .get(*place)
                        .and_then(|correction| rows.column(&correction.column));
                    if let Some(column) = column {
                        cells.insert(CellAt { table, row, column }, *place);
                    }
                }
            }
        }
        Self(cells)
    }

    /// The correction of a cell, by its place among the project's.
    pub fn at(&self, cell: CellAt) -> Option<usize> {
        self.0.get(&cell).copied()
    }

    /// The cell of a correction, by its place among the project's; `None` where its row is gone.
    pub fn cell_of(&self, correction: usize) -> Option<CellAt> {
        let cells = self.0.iter().filter(|(_, place)| **place == correction);
        cells.map(|(cell, _)| *cell).min()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
