//! Why a figure has changed since a milestone: the imports, corrections and edits since that it
//! rests on. Imports are found through the figure's trail; edits, and imports that left no trace
//! there, through the parts of the project that the figure is computed from.

use std::collections::HashSet;

use super::changes::Change;
use super::{CaseMeasure, Figures, Key, Reference, Trail, TrailPart};
use crate::project::{
    Cell, Correction, GoalMetric, KeptSource, LogEntry, Milestone, Minute, Source, SourceKind,
    TableId, Touched,
};
use crate::{t, text_key};

/// What has made a figure another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeCause {
    /// A source that was imported since.
    Import {
        /// The source.
        source: KeptSource,
        /// The source whose place it took, where it came from the same stream.
        replaced: Option<KeptSource>,
    },
    /// A value that a person corrected since.
    Correction {
        /// What was corrected: "Fast ansatte, 31.12.2021".
        cell: String,
        /// What the source says, and what the person says.
        correction: Correction,
    },
    /// Something else that was done since.
    Edit(LogEntry),
}

impl ChangeCause {
    /// How machines name what it is: `import`, `correction`, `setting`, `edit`.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Import { .. } => "import",
            Self::Correction { .. } => "correction",
            Self::Edit(entry) if entry.touched.iter().any(Touched::is_rule) => "setting",
            Self::Edit(_) => "edit",
        }
    }

    /// When it happened.
    pub fn when(&self) -> Minute {
        match self {
            Self::Import { source, .. } => source.imported,
            Self::Correction { correction, .. } => correction.when,
            Self::Edit(entry) => entry.when,
        }
    }

    /// "Rettet Fast ansatte, 31.12.2021 fra 40 til 41, økonomi 12.01.2022 09:30".
    pub fn text(&self) -> String {
        let when = Cell::Minute(self.when()).edit_text();
        match self {
            Self::Import { source, replaced } => {
                let file = source.file.as_str();
                match replaced.as_ref().filter(|earlier| earlier.file != source.file) {
                    Some(earlier) => {
                        let old = earlier.file.as_str();
                        t!("cause-import-replaced", file = file, old = old, when = when)
                    }
                    None if replaced.is_some() => t!("cause-import-anew", file = file, when = when),
                    None => t!("cause-import", file = file, when = when),
                }
            }
            Self::Correction { cell, correction } => {
                let shown = |text: &str| match text {
                    "" => t!("edit-blank"),
                    text => text.replace('.', ","),
                };
                let (old, new) = (shown(&correction.original), shown(&correction.value));
                let what = t!("cause-corrected", cell = cell.as_str(), old = old, new = new);
                signed(text_key!("cause-edit"), &what, &correction.who, when)
            }
            Self::Edit(entry) => {
                let key = if self.id() == "setting" {
                    text_key!("cause-setting")
                } else {
                    text_key!("cause-edit")
                };
                signed(key, &entry.what, &entry.who, when)
            }
        }
    }
}

/// What was done, by whom and when.
fn signed(key: &str, what: &str, who: &str, when: String) -> String {
    let by = match who {
        "" => when,
        who => t!("cause-signed", who = who, when = when),
    };
    crate::words::say(key, &[("what", what.into()), ("by", by.into())])
}

/// All causes in one sentence: one is the cause, of several it is said that one or more of them
/// is, and without any that nothing in the project tells why.
pub fn causes_text(causes: &[ChangeCause]) -> String {
    match causes {
        [] => t!("cause-unknown"),
        [only] => only.text(),
        several => {
            let all: Vec<String> = several.iter().map(ChangeCause::text).collect();
            t!("cause-among", causes = all.join("; "))
        }
    }
}

/// What has happened between two milestones.
pub(super) struct Since<'f> {
    figures: &'f Figures,
    /// The sources that were imported, and which each took the place of.
    imports: Vec<(KeptSource, Option<KeptSource>)>,
    /// What was done besides, in order.
    entries: &'f [LogEntry],
}

impl<'f> Since<'f> {
    pub fn new(figures: &'f Figures, before: &Milestone, after: &Milestone) -> Self {
        let project = figures.project();
        let known = |kept: &KeptSource| project.sources.iter().find(|source| kept.is(source));
        let is_known = |kept: &KeptSource| {
            before.sources.iter().any(|old| old.sha256 == kept.sha256 && old.sheet == kept.sheet)
        };
        let replaced = |kept: &KeptSource| {
            let source = known(kept)?;
            let mut older = before.sources.iter().rev();
            older.find(|old| known(old).is_some_and(|old| takes_place(source, old))).cloned()
        };
        let imports = after.sources.iter().filter(|source| !is_known(source));
        let imports = imports.map(|import| (import.clone(), replaced(import))).collect();
        let end = after.edits.min(project.log.len());
        Self { figures, imports, entries: &project.log[before.edits.min(end)..end] }
    }

    /// What may have made the figure another.
    pub fn causes(&self, change: &Change) -> Vec<ChangeCause> {
        let Some(key) = &change.figure else {
            // A figure that is gone has no basis left. Any import or edit may have removed its rows.
            let is_edit =
                |entry: &&LogEntry| !entry.touched.is_empty() && entry.touched != [Touched::Import];
            let edits = self.edits(self.entries.iter().filter(is_edit));
            return self.imports_of(|_| true).into_iter().chain(edits).collect();
        };
        let basis = Basis::of(self.figures, key, change.before.is_none() || change.after.is_none());
        let is_basis =
            |entry: &&LogEntry| entry.touched.iter().any(|touched| basis.rests_on(touched));
        let edits = self.edits(self.entries.iter().filter(is_basis));
        // A corrected cell keeps the person's value, whatever was imported under it. So the
        // correction is the only cause.
        if let (Key::Cell { .. }, [.., last @ ChangeCause::Correction { .. }]) = (key, &edits[..]) {
            return vec![last.clone()];
        }
        let mut behind = HashSet::new();
        sources_behind(&self.figures.trail(key), &mut behind);
        let is_behind = |kept: &KeptSource| {
            behind.contains(&(kept.sha256.clone(), kept.sheet.clone()))
                || basis.is_ruled_by(kept.kind)
        };
        let mut causes = self.imports_of(is_behind);
        // An import that removed every row left no trace, so any import of that kind may be the
        // cause. It is named beside edits only where no cell is left that could lead to it.
        let is_traceless = behind.is_empty() && !matches!(key, Key::Cell { .. });
        if causes.is_empty() && (edits.is_empty() || is_traceless) {
            causes = self.imports_of(|kept| basis.is_fed_by(kept.kind));
        }
        causes.extend(edits);
        causes
    }

    fn imports_of(&self, is_meant: impl Fn(&KeptSource) -> bool) -> Vec<ChangeCause> {
        let imports = self.imports.iter().filter(|(source, _)| is_meant(source));
        imports
            .map(|(source, replaced)| ChangeCause::Import {
                source: source.clone(),
                replaced: replaced.clone(),
            })
            .collect()
    }

    /// What was done, in order: as a correction where the project remembers it as one. What was
    /// corrected again later has the last correction as its only cause.
    fn edits(&self, entries: impl DoubleEndedIterator<Item = &'f LogEntry>) -> Vec<ChangeCause> {
        let mut corrected: Vec<&[Touched]> = Vec::new();
        let mut edits = Vec::new();
        for entry in entries.rev() {
            if corrected.contains(&&entry.touched[..]) {
                continue;
            }
            edits.push(match self.correction(entry) {
                Some(correction) => {
                    corrected.push(&entry.touched);
                    correction
                }
                None => ChangeCause::Edit(entry.clone()),
            });
        }
        edits.reverse();
        edits
    }

    /// The correction that an entry of the log tells of.
    fn correction(&self, entry: &LogEntry) -> Option<ChangeCause> {
        let [Touched::Cell(table, row, column)] = &entry.touched[..] else { return None };
        let project = self.figures.project();
        let is_it = |correction: &&Correction| {
            correction.when == entry.when
                && correction.who == entry.who
                && correction.table == *table
                && correction.column == *column
        };
        let correction = project.corrections.iter().find(is_it)?.clone();
        let columns = project.rows(*table).columns();
        let column = columns.iter().find(|listed| listed.id == column)?.id;
        let key = Key::Cell { table: *table, row: row.clone(), column };
        Some(ChangeCause::Correction { cell: self.figures.figure(&key).label, correction })
    }
}

/// Whether a source has the stream of an earlier one and shares days with it, as far as the periods
/// of both are known.
fn takes_place(source: &Source, earlier: &Source) -> bool {
    source.stream == earlier.stream
        && match (source.period, earlier.period) {
            (Some(period), Some(other)) => period.intersection(&other).is_some(),
            _ => true,
        }
}

impl Figures {
    /// The sources that a figure rests on, found through its trail.
    pub fn sources_of(&self, key: &Key) -> Vec<&Source> {
        let mut behind = HashSet::new();
        sources_behind(&self.trail(key), &mut behind);
        let sources = self.project().sources.iter();
        sources
            .filter(|source| behind.contains(&(source.sha256.clone(), source.sheet.clone())))
            .collect()
    }
}

/// The sources in a trail, by hash and sheet.
fn sources_behind(trail: &Trail, behind: &mut HashSet<(String, String)>) {
    for part in &trail.parts {
        match part {
            TrailPart::Figure(inner) => sources_behind(inner, behind),
            TrailPart::Rows { source, .. } => {
                behind.insert((source.sha256.clone(), source.sheet.clone()));
            }
            // What a person typed or corrected is told by the log.
            _ => {}
        }
    }
}

/// A table that a figure is computed from, and of it the only row and column that count, where
/// it is only one.
struct TableBehind {
    table: TableId,
    row: Option<String>,
    column: Option<&'static str>,
}

impl TableBehind {
    fn whole(table: TableId) -> Self {
        Self { table, row: None, column: None }
    }

    fn rests_on(&self, touched: &Touched) -> bool {
        let is_row = |row: &String| self.row.as_ref().is_none_or(|only| only == row);
        match touched {
            Touched::Table(table) => self.table == *table,
            Touched::Row(table, row) => self.table == *table && is_row(row),
            Touched::Cell(table, row, column) => {
                let is_column = self.column.is_none_or(|only| only == column);
                self.table == *table && is_row(row) && is_column
            }
            _ => false,
        }
    }
}

/// The parts of a project that a figure is computed from.
struct Basis {
    tables: Vec<TableBehind>,
    cases: bool,
    ledger: bool,
    baseline: bool,
    priorities: bool,
    /// Whether the figure came or went: then it may be for the year that is reported on.
    comes_or_goes: bool,
}

impl Basis {
    fn of(figures: &Figures, key: &Key, comes_or_goes: bool) -> Self {
        let is_average = matches!(
            key,
            Key::WeekAverage(_)
                | Key::DayAverage(_)
                | Key::Cases(
                    ..,
                    CaseMeasure::Average
                        | CaseMeasure::AveragePerWorkday
                        | CaseMeasure::Change(Reference::Average)
                        | CaseMeasure::ChangePerWorkday(Reference::Average)
                )
                | Key::CustomerCases(
                    ..,
                    CaseMeasure::Average
                        | CaseMeasure::AveragePerWorkday
                        | CaseMeasure::Change(Reference::Average)
                        | CaseMeasure::ChangePerWorkday(Reference::Average)
                )
        );
        let priorities = matches!(key, Key::Incidents(..) | Key::DistinctIncidents(..));
        let is_yearly_of_cases =
            matches!(key, Key::Yearly(_, yearly) if yearly.definition().of_cases);
        let is_of_cases = priorities
            || is_average
            || is_yearly_of_cases
            || matches!(
                key,
                Key::Cases(..)
                    | Key::CustomerCases(..)
                    | Key::Month(..)
                    | Key::Share(..)
                    | Key::Week(_)
                    | Key::Day(_)
            );
        let ledger = matches!(key, Key::Accounts(_));
        Self {
            tables: figures.tables_behind(key),
            cases: is_of_cases,
            ledger,
            baseline: is_average || comes_or_goes,
            priorities,
            comes_or_goes,
        }
    }

    fn rests_on(&self, touched: &Touched) -> bool {
        match touched {
            Touched::ReportYear => self.comes_or_goes,
            Touched::Baseline => self.baseline,
            Touched::IncidentPriorities => self.priorities,
            Touched::AccountsSettings => self.ledger,
            Touched::Import => false,
            Touched::Table(_) | Touched::Row(..) | Touched::Cell(..) => {
                self.tables.iter().any(|table| table.rests_on(touched))
            }
        }
    }

    /// Whether a source of that kind holds numbers that the figure may be made of.
    fn is_fed_by(&self, kind: SourceKind) -> bool {
        match kind {
            SourceKind::Cases | SourceKind::DayCounts => self.cases,
            SourceKind::Ledger => self.ledger,
            SourceKind::Table(table) => self.tables.iter().any(|behind| behind.table == table),
        }
    }

    /// Whether a source of that kind holds rules that the figure is made by: they stand in no
    /// trail.
    fn is_ruled_by(&self, kind: SourceKind) -> bool {
        self.ledger && kind == SourceKind::Table(TableId::Mapping)
    }
}

impl Figures {
    /// The tables that a figure is computed from.
    fn tables_behind(&self, key: &Key) -> Vec<TableBehind> {
        let whole = |tables: &[TableId]| tables.iter().copied().map(TableBehind::whole).collect();
        let row = |table, row: usize| TableBehind {
            row: Some(self.project().rows(table).key(row)),
            ..TableBehind::whole(table)
        };
        match key {
            Key::Cell { table, row, column } => {
                vec![TableBehind { table: *table, row: Some(row.clone()), column: Some(column) }]
            }
            Key::Yearly(_, yearly) => {
                let columns = yearly.definition().columns.iter();
                columns
                    .map(|(table, column)| TableBehind {
                        column: *column,
                        ..TableBehind::whole(*table)
                    })
                    .collect()
            }
            Key::SickLeave(..) => whole(&[TableId::SickLeave, TableId::SickLeaveYears]),
            Key::WomenShare(group) => {
                let at = self.group(group).map(|(at, _)| at);
                at.map(|at| row(TableId::Gender, at)).into_iter().collect()
            }
            Key::GoalResult(year, measure) => {
                let Some(goal) = self.goal_row(*year, measure) else {
                    return whole(&[TableId::Goals]);
                };
                let measured = match self.project().goals[goal].metric {
                    GoalMetric::Manual => None,
                    GoalMetric::Uptime => Some(TableId::Uptime),
                    GoalMetric::CallsWithin1Min | GoalMetric::CallsWithin3Min => {
                        Some(TableId::Calls)
                    }
                    GoalMetric::DeliveriesOver => Some(TableId::Deliveries),
                    GoalMetric::NewUsersOver => Some(TableId::NewUsers),
                };
                let measured = measured.map(TableBehind::whole);
                std::iter::once(row(TableId::Goals, goal)).chain(measured).collect()
            }
            Key::Accounts(_) => whole(&[
                TableId::Balances,
                TableId::BalanceList,
                TableId::Fund,
                TableId::Mapping,
                TableId::Statements,
            ]),
            Key::CustomerCases(..) => whole(&[TableId::Customers]),
            Key::Cases(..)
            | Key::Month(..)
            | Key::Share(..)
            | Key::Week(_)
            | Key::WeekAverage(_)
            | Key::Day(_)
            | Key::DayAverage(_)
            | Key::Workdays(..)
            | Key::Incidents(..)
            | Key::DistinctIncidents(..) => Vec::new(),
        }
    }
}
