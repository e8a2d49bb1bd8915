//! The trail: where a figure comes from, back to file, sheet and cell. Computed when asked for,
//! from the project alone, so that it works long after the source file is gone.

use std::collections::BTreeMap;

use super::breakdown::cases_in;
use super::catalogue::reference_key;
use super::incidents::incident_priorities;
use super::key::CaseMeasure;
use super::volumes::Filter;
use super::{Figure, Figures, Key, Period, SickMeasure};
use crate::calendar::{Span, Year};
use crate::number;
use crate::project::{Case, Correction, GoalMetric, RowRef, Source, SourceId, TableId, cell_name};
use crate::t;

/// At most so many runs of rows are named one by one; the rest is counted.
const NAMED_RUNS: usize = 12;

/// Where a figure comes from.
#[derive(Clone, Debug)]
pub struct Trail {
    /// The figure.
    pub figure: Figure,
    /// How it was computed, in words and numbers; `None` where it stands in a source.
    pub formula: Option<String>,
    /// What it was made of.
    pub parts: Vec<TrailPart>,
}

/// Something that a figure was made of.
#[derive(Clone, Debug)]
pub enum TrailPart {
    /// Another figure, with its own trail.
    Figure(Box<Trail>),
    /// Rows of a source.
    Rows {
        /// The source.
        source: Box<Source>,
        /// The cells, as Excel names them, runs as `B6–B41`.
        cells: String,
        /// How many rows.
        count: usize,
    },
    /// A person's correction of what the source says.
    Correction(Box<Correction>),
    /// A person typed it.
    Typed,
}

impl Figures {
    /// Where the figure with that name comes from.
    pub fn trail(&self, key: &Key) -> Trail {
        let figure = self.figure(key);
        let (formula, parts) = match key {
            Key::Cases(year, period, measure) => self.case_trail(*year, *period, *measure),
            Key::CasesPerFte(year) => self.per_fte_trail(*year),
            Key::Month(..) | Key::HalfYear(..) => {
                (None, key.months().map_or_else(Vec::new, |span| self.row_parts(span)))
            }
            Key::Week(week) => (None, week.span().map_or_else(Vec::new, |s| self.row_parts(s))),
            Key::WeekAverage(week) => {
                let baseline = self.baseline();
                let weeks = (baseline.0..=baseline.1)
                    .map(|year| Key::Week(crate::calendar::IsoWeek { year, week: week.week }));
                self.mean_of(weeks.collect())
            }
            Key::Day(day) => (None, self.row_parts(Span::new(*day, *day))),
            Key::DayAverage(day) => {
                let days = self.day(*day).compared.into_iter().map(|(day, _)| Key::Day(day));
                self.mean_of(days.collect())
            }
            Key::Workdays(..) => (Some(t!("trail-workdays")), Vec::new()),
            Key::Incidents(year, period) | Key::DistinctIncidents(year, period) => {
                let codes = incident_priorities(&self.project).unwrap_or_default();
                let is_incident = |case: &Case| codes.contains(&case.priority);
                (None, self.case_rows("priority", period.span(*year), is_incident))
            }
            Key::GoalResult(year, measure) => self.goal_trail(*year, measure),
            Key::WomenShare(group) => {
                let row = self.project.gender.iter().position(|row| row.group == *group);
                self.quotient(TableId::Gender, row, ["women", "total"])
            }
            Key::Turnover(year) => self.turnover_trail(*year),
            Key::SickLeave(year, group, measure) => {
                let rows = self.project.sick_leave.iter().enumerate();
                let rows = rows
                    .filter(|(_, row)| row.year == Some(*year))
                    .filter(|(_, row)| group.is_none_or(|group| row.group == group))
                    .map(|(row, _)| row);
                let cells = sick_columns(*measure);
                let parts = rows
                    .flat_map(|row| cells.iter().map(move |column| (row, *column)))
                    .flat_map(|(row, column)| self.cell_parts(TableId::SickLeave, row, column))
                    .collect();
                (Some(t!(sick_formula(*measure))), parts)
            }
            Key::Accounts(key) => self.account_trail(key),
            Key::Cell { table, row, column } => {
                let found = self.find_cell(*table, row, column);
                (None, found.map_or_else(Vec::new, |(row, _)| self.cell_parts(*table, row, column)))
            }
        };
        Trail { figure, formula, parts }
    }

    fn case_trail(
        &self,
        year: Year,
        period: Period,
        measure: CaseMeasure,
    ) -> (Option<String>, Vec<TrailPart>) {
        let count = Key::Cases(year, period, CaseMeasure::Count);
        let workdays = Key::Workdays(year, period);
        match measure {
            CaseMeasure::Count => {
                let span = self.comparison(year, period).map(|comparison| comparison.span);
                (None, span.map_or_else(Vec::new, |span| self.row_parts(span)))
            }
            CaseMeasure::Average => {
                let baseline = self.baseline();
                let years = (baseline.0..=baseline.1).filter(|other| *other != year);
                let keys = years.map(|other| Key::Cases(other, period, CaseMeasure::Count));
                self.mean_of(keys.collect())
            }
            CaseMeasure::PerWorkday => {
                let formula = self.two("trail-quotient", &count, &workdays);
                (formula, self.figure_parts(&[count, workdays]))
            }
            CaseMeasure::Change(reference) => {
                let from = reference_key(year, period, reference);
                (self.two("trail-change", &count, &from), self.figure_parts(&[count, from]))
            }
            CaseMeasure::ChangePerWorkday(reference) => {
                let from = reference_key(year, period, reference);
                let keys = [count, workdays, from];
                (Some(t!("trail-change-workday")), self.figure_parts(&keys))
            }
        }
    }

    fn per_fte_trail(&self, year: Year) -> (Option<String>, Vec<TrailPart>) {
        let cases = Key::Cases(year, Period::Year, CaseMeasure::Count);
        let staff = super::people::staff_at_year_end(&self.project, year);
        let mut parts = self.figure_parts(std::slice::from_ref(&cases));
        if let Some((row, _)) = staff {
            parts.extend(self.cell_parts(TableId::Staff, row, "available_fte"));
        }
        (Some(t!("trail-per-fte")), parts)
    }

    fn turnover_trail(&self, year: Year) -> (Option<String>, Vec<TrailPart>) {
        let Some(turnover) = super::people::turnover(&self.project, year) else {
            return (None, Vec::new());
        };
        let formula = t!(
            "trail-turnover",
            left = turnover.left,
            before = turnover.employees_before,
            after = turnover.employees_after,
        );
        let rows = self.project.turnover.iter().enumerate();
        let mut parts: Vec<TrailPart> = rows
            .filter(|(_, row)| row.year == Some(year))
            .flat_map(|(row, _)| self.cell_parts(TableId::Turnover, row, "count"))
            .collect();
        for year in [year - 1, year] {
            if let Some((row, _)) = super::people::staff_at_year_end(&self.project, year) {
                parts.extend(self.cell_parts(TableId::Staff, row, "employees_total"));
            }
        }
        (Some(formula), parts)
    }

    fn goal_trail(&self, year: Year, measure: &str) -> (Option<String>, Vec<TrailPart>) {
        let Some(goal) = self.goal(year, measure) else { return (None, Vec::new()) };
        let (table, column) = match self.project.goals[goal.row].metric {
            GoalMetric::Manual => {
                return (None, self.cell_parts(TableId::Goals, goal.row, "result"));
            }
            GoalMetric::Uptime => (TableId::Uptime, "outage_minutes"),
            GoalMetric::CallsWithin1Min => (TableId::Calls, "within_1_min"),
            GoalMetric::CallsWithin3Min => (TableId::Calls, "within_3_min"),
            GoalMetric::DeliveriesOver => (TableId::Deliveries, "delivered"),
            GoalMetric::NewUsersOver => (TableId::NewUsers, "delivered"),
        };
        let formula = goal.portion.map(|portion| {
            let text = |count: u64| number::count(i64::try_from(count).unwrap_or(i64::MAX));
            t!("trail-share", part = text(portion.part), whole = text(portion.whole))
        });
        let rows = self.project.rows(table);
        let origins = (0..rows.len()).filter_map(|row| rows.origin(row));
        (formula, self.origin_parts(column, origins))
    }

    fn quotient(
        &self,
        table: TableId,
        row: Option<usize>,
        columns: [&'static str; 2],
    ) -> (Option<String>, Vec<TrailPart>) {
        let Some(row) = row else { return (None, Vec::new()) };
        let parts = columns.iter().flat_map(|column| self.cell_parts(table, row, column));
        (Some(t!("trail-women")), parts.collect())
    }

    /// The mean of those figures that have a value.
    fn mean_of(&self, keys: Vec<Key>) -> (Option<String>, Vec<TrailPart>) {
        let figures: Vec<Figure> = keys
            .iter()
            .map(|key| self.figure(key))
            .filter(|figure| figure.value.is_some())
            .collect();
        let values: Vec<String> = figures.iter().map(Figure::text).collect();
        let formula = t!("trail-mean", values = values.join(" + "), n = values.len());
        let keys: Vec<Key> = figures.into_iter().map(|figure| figure.key).collect();
        (Some(formula), self.figure_parts(&keys))
    }

    fn two(&self, word_key: &str, new: &Key, reference: &Key) -> Option<String> {
        let (new, reference) = (self.figure(new), self.figure(reference));
        let args = [("new", new.text().into()), ("reference", reference.text().into())];
        Some(crate::words::say(word_key, &args))
    }

    pub(super) fn figure_parts(&self, keys: &[Key]) -> Vec<TrailPart> {
        keys.iter().map(|key| TrailPart::Figure(Box::new(self.trail(key)))).collect()
    }

    /// The rows behind the cases of a span, by source: case rows, and day counts where the days
    /// are known by those alone.
    fn row_parts(&self, span: Span) -> Vec<TrailPart> {
        let mut parts = self.case_rows("created", span, |_| true);
        for batch in self.project.day_counts.iter() {
            let rows = batch
                .rows
                .iter()
                .filter(|count| span.contains(count.date))
                .filter(|count| !self.volumes().is_of_rows(count.date))
                .map(|count| RowRef { source: batch.source, row: count.row });
            parts.extend(self.origin_parts("cases", rows));
        }
        parts
    }

    fn case_rows(
        &self,
        field: &str,
        span: Span,
        is_wanted: impl Fn(&Case) -> bool,
    ) -> Vec<TrailPart> {
        let everything = Filter::default();
        let rows = cases_in(&self.project, &everything, span)
            .filter(|(_, case)| is_wanted(case))
            .map(|(source, case)| RowRef { source, row: case.row })
            .collect::<Vec<_>>();
        self.origin_parts(field, rows.into_iter())
    }

    /// Where one cell of a table comes from: its source, and what a person made of it.
    pub(super) fn cell_parts(&self, table: TableId, row: usize, column: &str) -> Vec<TrailPart> {
        let rows = self.project.rows(table);
        let Some(index) = rows.column(column) else { return Vec::new() };
        let Some(origin) = rows.origin(row) else { return vec![TrailPart::Typed] };
        let mut parts = self.origin_parts(column, std::iter::once(origin));
        if let Some(correction) = Correction::of(&self.project.corrections, rows, row, index) {
            parts.push(TrailPart::Correction(Box::new(correction.clone())));
        }
        parts
    }

    pub(super) fn origin_parts(
        &self,
        field: &str,
        rows: impl Iterator<Item = RowRef>,
    ) -> Vec<TrailPart> {
        let mut by_source: BTreeMap<SourceId, Vec<u32>> = BTreeMap::new();
        for RowRef { source, row } in rows {
            by_source.entry(source).or_default().push(row);
        }
        by_source
            .into_iter()
            .filter_map(|(id, rows)| {
                let source = self.project.source(id)?;
                let count = rows.len();
                let cells = runs(source, field, rows);
                Some(TrailPart::Rows { source: Box::new(source.clone()), cells, count })
            })
            .collect()
    }
}

/// The cells of a source's rows, runs of rows as one: `B6–B41, B44`.
fn runs(source: &Source, field: &str, mut rows: Vec<u32>) -> String {
    rows.sort_unstable();
    rows.dedup();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(row) => *last = row,
            _ => runs.push((row, row)),
        }
    }
    let name = |row| source.cell_name(field, row).unwrap_or_else(|| cell_name(0, row));
    let mut texts: Vec<String> = runs
        .iter()
        .take(NAMED_RUNS)
        .map(|(first, last)| match first == last {
            true => name(*first),
            false => format!("{}–{}", name(*first), name(*last)),
        })
        .collect();
    if runs.len() > NAMED_RUNS {
        texts.push(t!("trail-more-runs", count = runs.len() - NAMED_RUNS));
    }
    texts.join(", ")
}

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

fn sick_formula(measure: SickMeasure) -> &'static str {
    match measure {
        SickMeasure::Possible | SickMeasure::SelfCertified | SickMeasure::DoctorCertified => {
            "trail-sum"
        }
        SickMeasure::Total => "trail-sick-total",
        _ => "trail-sick-percent",
    }
}
