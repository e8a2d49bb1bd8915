//! The cells of the project's tables that a figure rests on directly, where they come from, and
//! what persons corrected in them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Figures, Trail, TrailPart};
use crate::calendar::Year;
use crate::figures::{
    Figure, Key, SickMeasure, answered_of, is_apprentice, outage_of, sick_days, staff_at_year_end,
};
use crate::project::{
    CellAt, Correction, GoalMetric, Record, RowRef, SickGroup, TableId, TurnoverDirection,
};

impl Figures {
    /// The cells of tables that a figure rests on directly: those of its own row, rows or
    /// accounts. What is summed of lines, compared, or counted from cases or the ledger rests on
    /// none.
    pub fn cells_of(&self, key: &Key) -> Vec<CellAt> {
        match key {
            Key::CasesPerFte(year) => self.staff_cell(*year, "available_fte").into_iter().collect(),
            Key::GoalResult(year, measure) => self.goal_cells(*year, measure),
            Key::WomenShare(row) => {
                let row = self.group(row).map(|(row, _)| row);
                self.cells(TableId::Gender, row, &["women", "total"])
            }
            Key::Turnover(year) => self.turnover_cells(*year),
            Key::SickLeave(year, group, measure) => self.sick_cells(*year, *group, *measure),
            Key::Accounts(key) => self.account_cells(key),
            Key::Cell { table, row, column } => {
                let found = self.find_cell(*table, row, column);
                found
                    .into_iter()
                    .map(|(row, column)| CellAt { table: *table, row, column })
                    .collect()
            }
            _ => Vec::new(),
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
            // Of many cells no single sentence of the log tells.
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

    /// A typed result, or what the result is counted from.
    fn goal_cells(&self, year: Year, measure: &str) -> Vec<CellAt> {
        let Some(goal) = self.goal(year, measure) else { return Vec::new() };
        let project = &self.project;
        match project.goals[goal.row].metric {
            GoalMetric::Manual => self.cells(TableId::Goals, Some(goal.row), &["result"]),
            GoalMetric::Uptime => self.year_cells(
                &project.uptime,
                |row| outage_of(row).and(row.period_start),
                year,
                &["measured_minutes", "outage_minutes"],
            ),
            metric @ GoalMetric::CallsWithin1Min => self.year_cells(
                &project.calls,
                |row| answered_of(row, metric).and(row.date),
                year,
                &["within_1_min", "answered"],
            ),
            metric @ GoalMetric::CallsWithin3Min => self.year_cells(
                &project.calls,
                |row| answered_of(row, metric).and(row.date),
                year,
                &["within_3_min", "answered"],
            ),
            GoalMetric::DeliveriesOver => self.year_cells(
                &project.deliveries,
                |row| row.ordered.and(row.delivered),
                year,
                &["ordered", "delivered"],
            ),
            GoalMetric::NewUsersOver => self.year_cells(
                &project.new_users,
                |row| row.ordered.and(row.delivered),
                year,
                &["ordered", "delivered"],
            ),
        }
    }

    /// Cells of all rows that have a day in `year`.
    fn year_cells<T: Record>(
        &self,
        rows: &[T],
        day: impl Fn(&T) -> Option<Date>,
        year: Year,
        columns: &[&str],
    ) -> Vec<CellAt> {
        let own = rows.iter().enumerate();
        own.filter(|(_, row)| day(row).is_some_and(|day| day.year() == year))
            .flat_map(|(row, _)| self.cells(T::TABLE, Some(row), columns))
            .collect()
    }

    fn turnover_cells(&self, year: Year) -> Vec<CellAt> {
        let rows = self.project.turnover.iter().enumerate();
        let counted = rows.filter(|(_, row)| {
            row.year == Some(year)
                && row.direction == TurnoverDirection::Out
                && !is_apprentice(&row.category)
        });
        let left =
            counted.flat_map(|(row, _)| self.cells(TableId::Turnover, Some(row), &["count"]));
        let staff = [year - 1, year];
        let staff = staff.into_iter().filter_map(|year| self.staff_cell(year, "employees_total"));
        left.chain(staff).collect()
    }

    fn sick_cells(
        &self,
        year: Year,
        group: Option<SickGroup>,
        measure: SickMeasure,
    ) -> Vec<CellAt> {
        if sick_days(&self.project, year, group).is_none() {
            let is_given = measure == SickMeasure::TotalPercent && group.is_none();
            let row = self.project.sick_leave_years.iter().position(|row| row.year == Some(year));
            let row = row.filter(|_| is_given);
            return self.cells(TableId::SickLeaveYears, row, &["sick_leave_pct"]);
        }
        let rows = self.project.sick_leave.iter().enumerate();
        rows.filter(|(_, row)| {
            row.year == Some(year) && group.is_none_or(|group| row.group == group)
        })
        .flat_map(|(row, _)| self.cells(TableId::SickLeave, Some(row), sick_columns(measure)))
        .collect()
    }
}

/// The columns that a measure is counted from.
fn sick_columns(measure: SickMeasure) -> &'static [&'static str] {
    match measure {
        SickMeasure::Possible => &["possible_workdays"],
        SickMeasure::SelfCertified => &["self_certified_days"],
        SickMeasure::SelfCertifiedPercent => &["self_certified_days", "possible_workdays"],
        SickMeasure::DoctorCertified => &["doctor_certified_days"],
        SickMeasure::DoctorCertifiedPercent => &["doctor_certified_days", "possible_workdays"],
        SickMeasure::Total => &["self_certified_days", "doctor_certified_days"],
        SickMeasure::TotalPercent => {
            &["self_certified_days", "doctor_certified_days", "possible_workdays"]
        }
    }
}
