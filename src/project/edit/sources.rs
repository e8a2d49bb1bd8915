//! A source that is taken out of the project again, with all that it brought.

use std::sync::Arc;

use crate::issue::Issue;
use crate::project::{Project, SourceId, TableId};
use crate::{message, t};

impl Project {
    /// The rows that stand in the project with that source as their origin.
    pub fn rows_of(&self, source: SourceId) -> usize {
        let cases = self.cases.iter().filter(|batch| batch.source == source);
        let counts = self.day_counts.iter().filter(|batch| batch.source == source);
        let postings = self.ledger.iter().filter(|batch| batch.source == source);
        let of_tables = TableId::ALL.into_iter().map(|table| {
            let rows = self.rows(table);
            (0..rows.len()).filter(|row| self.is_from(source, table, *row)).count()
        });
        cases.map(|batch| batch.rows.len()).sum::<usize>()
            + counts.map(|batch| batch.rows.len()).sum::<usize>()
            + postings.map(|batch| batch.rows.len()).sum::<usize>()
            + of_tables.sum::<usize>()
    }

    fn is_from(&self, source: SourceId, table: TableId, row: usize) -> bool {
        self.rows(table).origin(row).is_some_and(|origin| origin.source == source)
    }

    /// Takes a source out that another source replaces.
    ///
    /// # Errors
    /// When there is no such source.
    pub fn take_out(&mut self, id: SourceId) -> Result<(), Issue> {
        self.remove_source(id).map(drop)
    }

    /// Takes a source out, with its rows and what persons corrected in them. Rows that it took
    /// over from an earlier source go, too, since nobody remembers what that source said.
    ///
    /// # Errors
    /// When there is no such source.
    pub(super) fn remove_source(&mut self, id: SourceId) -> Result<String, Issue> {
        let Some(source) = self.source(id).cloned() else {
            let id = id.0.to_string();
            return Err(Issue::error(message!("edit-no-such-source", id = id)));
        };
        let count = self.rows_of(id);
        if self.cases.iter().any(|batch| batch.source == id) {
            Arc::make_mut(&mut self.cases).retain(|batch| batch.source != id);
        }
        if self.day_counts.iter().any(|batch| batch.source == id) {
            Arc::make_mut(&mut self.day_counts).retain(|batch| batch.source != id);
        }
        if self.ledger.iter().any(|batch| batch.source == id) {
            Arc::make_mut(&mut self.ledger).retain(|batch| batch.source != id);
        }
        for table in TableId::ALL {
            let len = self.rows(table).len();
            let rows: Vec<usize> = (0..len).filter(|row| self.is_from(id, table, *row)).collect();
            if !rows.is_empty() {
                self.remove_rows(table, &rows);
            }
        }
        Arc::make_mut(&mut self.sources).retain(|other| other.id != id);
        Ok(t!(
            "edit-removed-source",
            file = source.file.as_str(),
            kind = t!(source.stream.kind.word_key()),
            count = count,
        ))
    }
}
