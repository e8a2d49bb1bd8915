//! The cells of the project's tables that a figure rests on directly, where they come from, and
//! what persons corrected in them.

use std::collections::BTreeMap;

use super::{Figures, Trail, TrailPart};
use crate::calendar::Year;
use crate::figures::{Figure, Key, staff_at_year_end};
use crate::project::{CellAt, Correction, RowRef, TableId};

impl Figures {
    /// The cells of tables that a figure rests on directly: those of its own row, rows or
    /// accounts. What is summed of lines, compared, or counted from cases or the ledger rests on
    /// none.
    pub fn cells_of(&self, key: &Key) -> Vec<CellAt> {
        match key {
            Key::Accounts(key) => self.account_cells(key),
            _ => self.made(key).cells(),
        }
    }

    /// The correction that stands in a cell.
    pub fn correction(&self, at: CellAt) -> Option<&Correction> {
        self.project.corrections.get(self.corrected().at(at)?)
    }

    /// What persons corrected in the cells that a figure rests on directly.
    pub fn corrections_under(&self, key: &Key) -> Vec<&Correction> {
        if self.corrected().is_empty() {
            return Vec::new();
        }
        self.cells_of(key).into_iter().filter_map(|at| self.correction(at)).collect()
    }

    /// The figure of a cell, and where it comes from. What is no number has no value.
    pub fn cell_trail(&self, at: CellAt) -> Trail {
        let parts = self.cells_parts(&[at]);
        let figure = self.cell_figure_at(at);
        Trail { figure, at: Some(at), formula: None, basis: Vec::new(), parts }
    }

    /// The figure of a cell by its place; two rows may have the same key.
    pub(in crate::figures) fn cell_figure_at(&self, at: CellAt) -> Figure {
        let rows = self.project.rows(at.table);
        let column = rows.columns().get(at.column).map_or("", |column| column.id);
        let key = Key::Cell { table: at.table, row: rows.key(at.row), column };
        let (value, unit, decimals) = self.measured_cell(at);
        Figure { label: self.label(&key), key, value, unit, decimals }
    }

    pub(super) fn cell_figures(&self, cells: &[CellAt]) -> Vec<TrailPart> {
        cells.iter().map(|at| TrailPart::Figure(Box::new(self.cell_trail(*at)))).collect()
    }

    /// Where cells come from: their rows by source and column, what persons made of them, and
    /// whether any was typed.
    pub(in crate::figures) fn cells_parts(&self, cells: &[CellAt]) -> Vec<TrailPart> {
        let mut read: BTreeMap<(TableId, usize), Vec<RowRef>> = BTreeMap::new();
        let mut typed = Vec::new();
        for at in cells {
            match self.project.rows(at.table).origin(at.row) {
                Some(origin) => read.entry((at.table, at.column)).or_default().push(origin),
                None => typed.push(*at),
            }
        }
        let mut parts: Vec<TrailPart> = read
            .into_iter()
            .flat_map(|((table, column), rows)| {
                let field = self.project.rows(table).columns()[column].id;
                self.origin_parts(field, rows.into_iter())
            })
            .collect();
        parts.extend(cells.iter().filter_map(|at| {
            let correction = Box::new(self.correction(*at)?.clone());
            Some(TrailPart::Correction { at: *at, correction })
        }));
        if let Some(first) = typed.first() {
            // No single entry of the log covers many cells.
            let log = self.project.log_entry(*first).filter(|_| typed.len() == 1).cloned();
            parts.push(TrailPart::Typed { log });
        }
        parts
    }

    /// Cells of one row, by the columns' ids.
    pub(in crate::figures) fn cells(
        &self,
        table: TableId,
        row: Option<usize>,
        columns: &[&str],
    ) -> Vec<CellAt> {
        let rows = self.project.rows(table);
        let Some(row) = row.filter(|row| *row < rows.len()) else { return Vec::new() };
        let columns = columns.iter().filter_map(|id| rows.column(id));
        columns.map(|column| CellAt { table, row, column }).collect()
    }

    /// A cell of the staffing at the end of `year`.
    pub fn staff_cell(&self, year: Year, column: &str) -> Option<CellAt> {
        let (row, _) = staff_at_year_end(&self.project, year)?;
        self.cells(TableId::Staff, Some(row), &[column]).first().copied()
    }
}
