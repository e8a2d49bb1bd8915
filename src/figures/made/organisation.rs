//! How the figures of people and of goals are made.

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive as _;

use super::{Made, Rows};
use crate::calendar::{Span, Year};
use crate::figures::goals::{answered_of, days_between, outage_of};
use crate::figures::{Figures, Key, SickMeasure, Turnover, Yearly, is_apprentice, sick_days};
use crate::number::Decimal;
use crate::project::{CellAt, GoalMetric, Record, SickGroup, TableId, TurnoverDirection};

impl Figures {
    pub(super) fn women_made(&self, row: &str) -> Made {
        let row = self.group(row).map(|(row, _)| row);
        match self.cells(TableId::Gender, row, &["women", "total"])[..] {
            [women, total] => Made::percent(Made::Cell(women), Made::Cell(total)),
            _ => Made::Unknown,
        }
    }

    /// Those who left in percent of the mean of the employees at both ends of the year.
    pub(in crate::figures) fn turnover_made(&self, year: Year) -> Made {
        let rows = self.project().turnover.iter().enumerate();
        let leavers: Vec<_> = rows
            .filter(|(_, row)| row.year == Some(year) && row.direction == TurnoverDirection::Out)
            .collect();
        // If nobody left, a row says so. Without any row nothing is known.
        if leavers.is_empty() {
            return Made::Unknown;
        }
        let cell = |row| self.cells(TableId::Turnover, Some(row), &["count"]);
        let counted = leavers.iter().filter(|(_, row)| !is_apprentice(&row.category));
        let counted: Vec<CellAt> = counted.flat_map(|(row, _)| cell(*row)).collect();
        let left = match counted.is_empty() {
            true => {
                let rows = leavers.iter().map(|(row, _)| *row).collect();
                Made::Counted(0, self.rows_made(TableId::Turnover, rows, &["count"]))
            }
            false => Made::sum(counted.into_iter().map(Made::Cell)),
        };
        let employees = |year| self.staff_cell(year, "employees_total").map(Made::Cell);
        let (Some(before), Some(after)) = (employees(year - 1), employees(year)) else {
            return Made::Unknown;
        };
        Made::percent(left, Made::Mean(vec![before, after]))
    }

    /// A year's turnover with what it was made of; `None` where a part of it is not known.
    pub fn turnover(&self, year: Year) -> Option<Turnover> {
        let Made::Percent(left, mean) = self.turnover_made(year) else { return None };
        let Made::Mean(ends) = *mean else { return None };
        let count = |made| self.evaluate(made)?.to_u32();
        let [before, after] = &ends[..] else { return None };
        Some(Turnover {
            left: count(&left)?,
            employees_before: count(before)?,
            employees_after: count(after)?,
            percent: self.value(&Key::Yearly(year, Yearly::Turnover))?,
        })
    }

    pub(super) fn sick_made(
        &self,
        year: Year,
        group: Option<SickGroup>,
        measure: SickMeasure,
    ) -> Made {
        if sick_days(self.project(), year, group).is_none() {
            return self.given_sick_leave(year, group, measure);
        }
        let figure = |measure| Made::Figure(Key::SickLeave(year, group, measure));
        let percent = |part| Made::percent(figure(part), figure(SickMeasure::Possible));
        match measure {
            SickMeasure::Possible => self.sick_cells(year, group, "possible_workdays"),
            SickMeasure::SelfCertified => self.sick_cells(year, group, "self_certified_days"),
            SickMeasure::DoctorCertified => self.sick_cells(year, group, "doctor_certified_days"),
            SickMeasure::Total => Made::sum([
                figure(SickMeasure::SelfCertified),
                figure(SickMeasure::DoctorCertified),
            ]),
            SickMeasure::SelfCertifiedPercent => percent(SickMeasure::SelfCertified),
            SickMeasure::DoctorCertifiedPercent => percent(SickMeasure::DoctorCertified),
            SickMeasure::TotalPercent => percent(SickMeasure::Total),
        }
    }

    /// The percentage of a year that is known as that only.
    fn given_sick_leave(&self, year: Year, group: Option<SickGroup>, measure: SickMeasure) -> Made {
        if measure != SickMeasure::TotalPercent || group.is_some() {
            return Made::Unknown;
        }
        let row = self.project().sick_leave_years.iter().position(|row| row.year == Some(year));
        let cell = self.cells(TableId::SickLeaveYears, row, &["sick_leave_pct"]);
        cell.first().map_or(Made::Unknown, |at| Made::Cell(*at))
    }

    /// A column of the rows of a group, or of all.
    fn sick_cells(&self, year: Year, group: Option<SickGroup>, column: &str) -> Made {
        let rows = self.project().sick_leave.iter().enumerate();
        let rows = rows.filter(|(_, row)| {
            row.year == Some(year) && group.is_none_or(|group| row.group == group)
        });
        let mut cells: Vec<CellAt> = rows
            .flat_map(|(row, _)| self.cells(TableId::SickLeave, Some(row), &[column]))
            .collect();
        match cells.len() {
            1 => cells.pop().map_or(Made::Unknown, Made::Cell),
            _ => Made::sum(cells.into_iter().map(Made::Cell)),
        }
    }

    /// How the result of a goal is made, of the part of its year that `span` is. What a person
    /// typed speaks of the whole year, and of no part of it.
    pub(in crate::figures) fn goal_made(&self, row: usize, span: Span) -> Made {
        let project = self.project();
        let Some(goal) = project.goals.get(row) else { return Made::Unknown };
        match goal.metric {
            GoalMetric::Manual => {
                let is_whole_year = span == Span::year(span.first.year());
                let cells = self.cells(TableId::Goals, Some(row), &["result"]);
                let cell = cells.first().filter(|_| is_whole_year);
                cell.map_or(Made::Unknown, |at| Made::Cell(*at))
            }
            GoalMetric::Uptime => {
                let day = |row: &_| outage_of(row).and(row.period_start);
                let cells = |column| self.cells_within(&project.uptime, day, span, column);
                let (measured, outage) = (cells("measured_minutes"), cells("outage_minutes"));
                let is_up = measured.iter().map(|at| (1, Made::Cell(*at)));
                let is_down = outage.into_iter().map(|at| (-1, Made::Cell(at)));
                let up = Made::Sum(is_up.chain(is_down).collect());
                Made::percent(up, Made::sum(measured.into_iter().map(Made::Cell)))
            }
            metric @ (GoalMetric::CallsWithin1Min | GoalMetric::CallsWithin3Min) => {
                let day = |row: &_| answered_of(row, metric).and(row.date);
                let cells = |column| {
                    let cells = self.cells_within(&project.calls, day, span, column);
                    Made::sum(cells.into_iter().map(Made::Cell))
                };
                let within = match metric {
                    GoalMetric::CallsWithin1Min => "within_1_min",
                    _ => "within_3_min",
                };
                Made::percent(cells(within), cells("answered"))
            }
            GoalMetric::DeliveriesOver => {
                let rows = project.deliveries.iter().map(|row| (row.ordered, row.delivered));
                self.over_limit_made(TableId::Deliveries, rows, span, goal.target_value)
            }
            GoalMetric::NewUsersOver => {
                let rows = project.new_users.iter().map(|row| (row.ordered, row.delivered));
                self.over_limit_made(TableId::NewUsers, rows, span, goal.target_value)
            }
        }
    }

    /// The share of the deliveries of a span that took more days than the limit.
    fn over_limit_made(
        &self,
        table: TableId,
        rows: impl Iterator<Item = (Option<Date>, Option<Date>)>,
        span: Span,
        limit: Option<Decimal>,
    ) -> Made {
        let Some(limit) = limit else { return Made::Unknown };
        let (mut over, mut all) = (Vec::new(), Vec::new());
        for (row, (ordered, delivered)) in rows.enumerate() {
            if !delivered.is_some_and(|day| span.contains(day)) {
                continue;
            }
            let Some(taken) = days_between(ordered, delivered) else { continue };
            if Decimal::from(taken) > limit {
                over.push(row);
            }
            all.push(row);
        }
        let counted = |rows: Vec<usize>| {
            let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            Made::Counted(count, self.rows_made(table, rows, &["ordered", "delivered"]))
        };
        Made::percent(counted(over), counted(all))
    }

    fn rows_made(&self, table: TableId, rows: Vec<usize>, columns: &[&str]) -> Rows {
        let known = self.project().rows(table);
        let columns = columns.iter().filter_map(|id| known.column(id)).collect();
        Rows::Table { table, rows, columns }
    }

    /// Cells of all rows that have a day in `span`.
    fn cells_within<T: Record>(
        &self,
        rows: &[T],
        day: impl Fn(&T) -> Option<Date>,
        span: Span,
        column: &str,
    ) -> Vec<CellAt> {
        let Some(column) = self.project().rows(T::TABLE).column(column) else { return Vec::new() };
        rows.iter()
            .enumerate()
            .filter(|(_, row)| day(row).is_some_and(|day| span.contains(day)))
            .map(|(row, _)| CellAt { table: T::TABLE, row, column })
            .collect()
    }
}
