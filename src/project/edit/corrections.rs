//! Corrections: what a source said is remembered, given a reason, and brought back.

use std::sync::Arc;

use super::{CellEdit, EditContext, row_words, shown};
use crate::issue::Issue;
use crate::project::correction::source_key;
use crate::project::{Cell, CellAt, CorrectedCells, Correction, Project, TableId};
use crate::t;

impl Project {
    /// Keeps what the source said under a value that a person changes; a value that goes back
    /// to the source's needs no memory.
    pub(super) fn remember_correction(
        &mut self,
        table: TableId,
        edit: &CellEdit,
        new: &Cell,
        context: &EditContext,
    ) {
        let rows = self.rows(table);
        if rows.origin(edit.row).is_none() {
            return;
        }
        let column = rows.columns()[edit.column];
        let old = rows.cell(edit.row, edit.column);
        let key = source_key(rows, edit.row, &self.corrections);
        let corrections = Arc::make_mut(&mut self.corrections);
        let at = corrections
            .iter()
            .position(|c| c.table == table && c.key == key && c.column == column.id);
        let earlier = at.map(|at| corrections.remove(at));
        let original = earlier
            .as_ref()
            .map_or_else(|| old.machine_text(), |correction| correction.original.clone());
        if original != new.machine_text() {
            corrections.push(Correction {
                table,
                key,
                column: column.id.to_owned(),
                original,
                value: new.edit_text(),
                when: context.now,
                who: context.who.clone(),
                // A reason belongs to the person who gave it; another person starts without one.
                why: earlier
                    .filter(|correction| correction.who == context.who)
                    .map_or_else(String::new, |correction| correction.why),
                moved_from: None,
            });
        }
    }

    /// Forgets the corrections of a row that goes. Should an export bring the row again, it has
    /// the values of the export.
    pub(super) fn forget_corrections(&mut self, table: TableId, row: usize) {
        let rows = self.rows(table);
        if rows.origin(row).is_none() {
            return;
        }
        let key = source_key(rows, row, &self.corrections);
        if self.corrections.iter().any(|c| c.table == table && c.key == key) {
            Arc::make_mut(&mut self.corrections).retain(|c| c.table != table || c.key != key);
        }
    }

    /// Puts back what the sources say now, and forgets the corrections.
    pub(super) fn use_source(&mut self, cells: &[CellAt]) -> Result<String, Issue> {
        // Found before anything changes: a corrected key is part of what a row is known by.
        let corrected = CorrectedCells::of(self);
        let mut reverted: Vec<(CellAt, usize)> =
            cells.iter().filter_map(|at| Some((*at, corrected.at(*at)?))).collect();
        reverted.sort_unstable();
        reverted.dedup();
        let mut sentence = String::new();
        for (at, correction) in &reverted {
            let rows = self.rows(at.table);
            let column = rows.columns()[at.column];
            let original = &self.corrections[*correction].original;
            let cell = column.kind.from_machine(original).map_err(Issue::error)?;
            sentence = t!(
                "edit-used-source",
                column = t!(column.word_key),
                key = row_words(rows, *at),
                old = shown(&rows.cell(at.row, at.column), column.kind),
                new = shown(&cell, column.kind),
            );
            self.rows_mut(at.table).set(at.row, at.column, cell);
        }
        if reverted.is_empty() {
            return Ok(sentence);
        }
        let gone: Vec<usize> = reverted.iter().map(|(_, correction)| *correction).collect();
        let mut place = 0..;
        Arc::make_mut(&mut self.corrections)
            .retain(|_| place.next().is_none_or(|place| !gone.contains(&place)));
        Ok(if reverted.len() == 1 {
            sentence
        } else {
            t!("edit-used-sources", count = reverted.len())
        })
    }

    /// Gives a correction its reason.
    pub(super) fn give_reason(&mut self, at: CellAt, why: &str) -> String {
        let Some(correction) = CorrectedCells::of(self).at(at) else { return String::new() };
        let why = why.trim();
        if self.corrections[correction].why != why {
            Arc::make_mut(&mut self.corrections)[correction].why = why.to_owned();
        }
        let rows = self.rows(at.table);
        let column = t!(rows.columns()[at.column].word_key);
        t!("edit-gave-reason", column = column, key = row_words(rows, at))
    }
}
