//! The trail: where a figure comes from, back to file, sheet and cell. Computed when asked for,
//! from the project alone, so that it works long after the source file is gone.

mod cells;

use std::collections::BTreeMap;

use super::breakdown::cases_in;
use super::breakdown::cases_sharing;
use super::catalogue::reference_key;
use super::key::{CaseMeasure, Reference};
use super::priorities::Urgency;
use super::volumes::Filter;
use super::{Comparison, Figure, Figures, Key, Period, SickMeasure};
use crate::calendar::{Date, Span, Year};
use crate::number;
use crate::project::{Case, CellAt, Correction, LogEntry, RowRef, SickGroup, Source, SourceId};
use crate::t;

/// At most so many runs of rows are named one by one; the rest is counted.
const NAMED_RUNS: usize = 12;

/// What one can ask the trail of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TrailOf {
    /// A figure.
    Figure(Key),
    /// What stands in a cell of one of the project's tables, a number or not.
    Cell(CellAt),
}

/// Where a figure comes from.
#[derive(Clone, Debug)]
pub struct Trail {
    /// The figure. What stands in a cell and is no number has no value.
    pub figure: Figure,
    /// The cell of the project's tables that it stands in, where it stands in one.
    pub at: Option<CellAt>,
    /// How it was computed, in words and numbers; `None` where it stands in a source.
    pub formula: Option<String>,
    /// What decided that it is made of just these parts, a sentence each.
    pub basis: Vec<String>,
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
    Correction {
        /// The corrected cell.
        at: CellAt,
        /// The correction.
        correction: Box<Correction>,
    },
    /// A person typed it.
    Typed {
        /// What the log says of it: when, and who.
        log: Option<LogEntry>,
    },
}

/// How a figure was computed, and what from.
#[derive(Default)]
pub(super) struct Way {
    pub formula: Option<String>,
    pub basis: Vec<String>,
    pub parts: Vec<TrailPart>,
    pub at: Option<CellAt>,
}

impl Way {
    /// Computed so, from these parts.
    pub fn computed(formula: String, parts: Vec<TrailPart>) -> Self {
        Self { formula: Some(formula), parts, ..Self::default() }
    }

    /// As it stands in these sources.
    pub fn read(parts: Vec<TrailPart>) -> Self {
        Self { parts, ..Self::default() }
    }
}

impl Figures {
    /// Where a figure, or what stands in a cell, comes from.
    pub fn trail_of(&self, of: &TrailOf) -> Trail {
        match of {
            TrailOf::Figure(key) => self.trail(key),
            TrailOf::Cell(at) => self.cell_trail(*at),
        }
    }

    /// Where the figure with that name comes from.
    pub fn trail(&self, key: &Key) -> Trail {
        let figure = self.figure(key);
        let Way { formula, basis, parts, at } = self.way(key);
        Trail { figure, at, formula, basis, parts }
    }

    fn way(&self, key: &Key) -> Way {
        match key {
            Key::Cases(year, period, measure) => self.case_way(*year, *period, *measure),
            Key::CasesPerFte(year) => self.per_fte_way(*year),
            Key::Share(span, dimension, word) => {
                let own = cases_sharing(&self.project, *span, *dimension, word.as_deref());
                let rows = own.into_iter().map(|(source, row)| RowRef { source, row });
                Way::read(self.origin_parts("created", rows))
            }
            Key::Month(..) | Key::HalfYear(..) => {
                Way::read(key.months().map_or_else(Vec::new, |span| self.row_parts(span)))
            }
            Key::Week(week) => {
                Way::read(week.span().map_or_else(Vec::new, |span| self.row_parts(span)))
            }
            Key::WeekAverage(week) => {
                let compared = self.weekly().compared(week.week);
                self.mean_of(compared.map(|point| Key::Week(point.week)).collect())
            }
            Key::Day(day) => Way::read(self.row_parts(Span::new(*day, *day))),
            Key::DayAverage(day) => {
                let days = self.day(*day).compared.into_iter().map(|(day, _)| Key::Day(day));
                self.mean_of(days.collect())
            }
            Key::Workdays(..) => Way::computed(t!("trail-workdays"), Vec::new()),
            Key::Incidents(year, period) | Key::DistinctIncidents(year, period) => {
                let priorities = &self.walk().priorities;
                let is_incident = |source: SourceId, case: &Case| {
                    priorities.of_case(source, case) == Urgency::Incident
                };
                Way::read(self.case_rows("priority", period.span(*year), is_incident))
            }
            Key::GoalResult(year, measure) => self.goal_way(*year, measure, key),
            Key::WomenShare(row) => {
                let formula = self
                    .group(row)
                    .and_then(|(_, own)| super::women(own))
                    .map(|portion| t!("trail-women", women = portion.part, total = portion.whole));
                Way { formula, ..Way::read(self.cell_figures(&self.cells_of(key))) }
            }
            Key::Turnover(year) => self.turnover_way(*year, key),
            Key::SickLeave(year, group, measure) => self.sick_way(*year, *group, *measure, key),
            Key::Accounts(own) => self.account_way(own),
            Key::Cell { .. } => {
                let cells = self.cells_of(key);
                let at = cells.first().copied();
                Way { at, ..Way::read(self.cells_parts(&cells)) }
            }
        }
    }

    fn case_way(&self, year: Year, period: Period, measure: CaseMeasure) -> Way {
        let count = Key::Cases(year, period, CaseMeasure::Count);
        let workdays = Key::Workdays(year, period);
        let Some(compared) = self.comparison(year, period) else { return Way::default() };
        if !compared.is_whole
            && let Some(way) = self.running_way(year, &compared, measure, &count)
        {
            return way;
        }
        match measure {
            CaseMeasure::Count => Way::read(self.row_parts(compared.span)),
            CaseMeasure::Average => {
                let years = compared.average_years(self.volumes(), self.baseline()).into_iter();
                let keys = years.map(|other| Key::Cases(other, period, CaseMeasure::Count));
                self.mean_of(keys.collect())
            }
            CaseMeasure::PerWorkday => {
                let formula = self.two("trail-quotient", &count, &workdays);
                Way::computed(formula, self.figure_parts(&[count, workdays]))
            }
            CaseMeasure::Change(reference) => {
                let from = reference_key(year, period, reference);
                let formula = self.two("trail-change", &count, &from);
                Way::computed(formula, self.figure_parts(&[count, from]))
            }
            CaseMeasure::ChangePerWorkday(reference) => {
                let from = reference_key(year, period, reference);
                let keys = [count, workdays, from];
                Way::computed(t!("trail-change-workday"), self.figure_parts(&keys))
            }
        }
    }

    /// How a figure of a running period was computed: from the same days of other years, of which
    /// there is no figure. `None` where it is computed as in a period that is over.
    fn running_way(
        &self,
        year: Year,
        compared: &Comparison,
        measure: CaseMeasure,
        count: &Key,
    ) -> Option<Way> {
        let years = match measure {
            CaseMeasure::Average => compared.average_years(self.volumes(), self.baseline()),
            CaseMeasure::Change(Reference::LastYear)
            | CaseMeasure::ChangePerWorkday(Reference::LastYear) => vec![year - 1],
            _ => return None,
        };
        let sums = years.iter().filter_map(|year| compared.same_days(self.volumes(), *year));
        let texts: Vec<String> = sums.map(|sum| number::count(sum.into())).collect();
        let formula = match measure {
            CaseMeasure::Average => {
                t!("trail-mean", values = texts.join(" + "), n = texts.len())
            }
            CaseMeasure::ChangePerWorkday(_) => t!("trail-change-workday"),
            _ => {
                let reference = texts.first()?.as_str();
                t!("trail-change", new = self.figure(count).text(), reference = reference)
            }
        };
        let mut parts = match measure {
            CaseMeasure::Average => Vec::new(),
            _ => self.figure_parts(std::slice::from_ref(count)),
        };
        for year in &years {
            parts.extend(self.row_parts(compared.span_in(*year)));
        }
        let day = |day: Date| day.strftime("%d.%m.").to_string();
        let first = years.first()?.to_string();
        let last = years.last()?.to_string();
        let (from, to) = (day(compared.span.first), day(compared.span.last));
        let basis = match years.len() {
            1 => t!("trail-same-days", from = from, to = to, year = first),
            _ => t!("trail-same-days-years", from = from, to = to, first = first, last = last),
        };
        Some(Way { basis: vec![basis], ..Way::computed(formula, parts) })
    }

    fn per_fte_way(&self, year: Year) -> Way {
        let cases = Key::Cases(year, Period::Year, CaseMeasure::Count);
        let cells = self.cells_of(&Key::CasesPerFte(year));
        let mut parts = self.figure_parts(std::slice::from_ref(&cases));
        parts.extend(self.cell_figures(&cells));
        let fte = cells.first().map(|at| self.cell_figure_at(*at).text());
        let formula = t!(
            "trail-per-fte",
            cases = self.figure(&cases).text(),
            fte = fte.unwrap_or_else(|| t!("missing")),
        );
        Way::computed(formula, parts)
    }

    fn turnover_way(&self, year: Year, key: &Key) -> Way {
        let Some(turnover) = super::people::turnover(&self.project, year) else {
            return Way::default();
        };
        let formula = t!(
            "trail-turnover",
            left = turnover.left,
            before = turnover.employees_before,
            after = turnover.employees_after,
        );
        Way::computed(formula, self.cell_figures(&self.cells_of(key)))
    }

    fn sick_way(
        &self,
        year: Year,
        group: Option<SickGroup>,
        measure: SickMeasure,
        key: &Key,
    ) -> Way {
        let cells = self.cells_of(key);
        let Some(days) = super::sick_days(&self.project, year, group) else {
            // A year that is known as a percentage only.
            return Way { at: cells.first().copied(), ..Way::read(self.cells_parts(&cells)) };
        };
        let own = |measure| Key::SickLeave(year, group, measure);
        let percent = |part: u32, parts: &[SickMeasure]| {
            let formula = t!("trail-sick-percent", days = part, possible = days.possible);
            let keys: Vec<Key> =
                parts.iter().copied().chain([SickMeasure::Possible]).map(own).collect();
            Way::computed(formula, self.figure_parts(&keys))
        };
        match measure {
            SickMeasure::Possible | SickMeasure::SelfCertified | SickMeasure::DoctorCertified => {
                if cells.len() == 1 {
                    return Way {
                        at: cells.first().copied(),
                        ..Way::read(self.cells_parts(&cells))
                    };
                }
                Way::computed(t!("trail-sum"), self.cell_figures(&cells))
            }
            SickMeasure::Total => {
                let formula = t!(
                    "trail-sick-total",
                    own = days.self_certified,
                    doctor = days.doctor_certified,
                );
                let keys = [SickMeasure::SelfCertified, SickMeasure::DoctorCertified].map(own);
                Way::computed(formula, self.figure_parts(&keys))
            }
            SickMeasure::SelfCertifiedPercent => {
                percent(days.self_certified, &[SickMeasure::SelfCertified])
            }
            SickMeasure::DoctorCertifiedPercent => {
                percent(days.doctor_certified, &[SickMeasure::DoctorCertified])
            }
            SickMeasure::TotalPercent => percent(days.total(), &[SickMeasure::Total]),
        }
    }

    fn goal_way(&self, year: Year, measure: &str, key: &Key) -> Way {
        let Some(goal) = self.goal(year, measure) else { return Way::default() };
        let cells = self.cells_of(key);
        let formula = goal.portion.map(|portion| {
            let text = |count: u64| number::count(i64::try_from(count).unwrap_or(i64::MAX));
            t!("trail-share", part = text(portion.part), whole = text(portion.whole))
        });
        // A result that was typed stands in one cell.
        let at = cells.first().copied().filter(|_| formula.is_none() && cells.len() == 1);
        Way { formula, at, ..Way::read(self.cells_parts(&cells)) }
    }

    /// The mean of those figures that have a value.
    fn mean_of(&self, keys: Vec<Key>) -> Way {
        let figures: Vec<Figure> = keys
            .iter()
            .map(|key| self.figure(key))
            .filter(|figure| figure.value.is_some())
            .collect();
        let values: Vec<String> = figures.iter().map(Figure::text).collect();
        let formula = t!("trail-mean", values = values.join(" + "), n = values.len());
        let keys: Vec<Key> = figures.into_iter().map(|figure| figure.key).collect();
        Way::computed(formula, self.figure_parts(&keys))
    }

    pub(super) fn two(&self, word_key: &str, new: &Key, reference: &Key) -> String {
        let (new, reference) = (self.figure(new), self.figure(reference));
        let args = [("new", new.text().into()), ("reference", reference.text().into())];
        crate::words::say(word_key, &args)
    }

    pub(super) fn figure_parts(&self, keys: &[Key]) -> Vec<TrailPart> {
        keys.iter().map(|key| TrailPart::Figure(Box::new(self.trail(key)))).collect()
    }

    /// The rows behind the cases of a span, by source: case rows, and day counts where the days
    /// are known by those alone.
    fn row_parts(&self, span: Span) -> Vec<TrailPart> {
        let mut parts = self.case_rows("created", span, |_, _| true);
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
        is_wanted: impl Fn(SourceId, &Case) -> bool,
    ) -> Vec<TrailPart> {
        let everything = Filter::default();
        let rows = cases_in(&self.project, &everything, span)
            .filter(|(source, case)| is_wanted(*source, case))
            .map(|(source, case)| RowRef { source, row: case.row })
            .collect::<Vec<_>>();
        self.origin_parts(field, rows.into_iter())
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
    let name = |row| source.cell_name(field, row).unwrap_or_else(|| t!("trail-row", row = row));
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
