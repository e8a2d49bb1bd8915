//! A new year: from a finished project the one for a later year. What is the company's own comes
//! along, and what the new year is compared with; what was said and decided of the old year stays
//! behind.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{
    AccountsSettings, AccountsStatus, CorrectedCells, EditContext, Goal, LogEntry, Project, RowRef,
    SectionState, SectionText, SickLeaveYear, Source, SourceId, SourceKind, StatementLine, Stream,
    TableId, TextPeriod, is_alt_text,
};
use crate::calendar::{Span, YEARS, Year};
use crate::issue::Issue;
use crate::{message, t};

/// What a new year's project is made with, besides the old one.
#[derive(Clone, Debug, Default)]
pub struct NewYear {
    /// The year that the new project reports on.
    pub year: Year,
    /// The first year of which cases are known: the years to compare with reach no further back.
    pub first_known: Option<Year>,
    /// The statements of the years whose accounts stay behind, as they came out.
    pub statements: Vec<StatementLine>,
    /// The file of the old project, without its folder: the source of those statements.
    pub file: String,
}

impl Project {
    /// The project for a later year. Kept are structure, register, profiles, mapping, settings,
    /// signatories and everything that has a year or a day of its own; of the old year's accounts
    /// its statements. Goals are set anew with the same targets; texts become drafts that nobody
    /// has read. Left behind are accounts and ledger, notes on findings, milestones, printed
    /// tables, alternative texts, and groups without a day of count.
    ///
    /// # Errors
    /// When the year is not later than the project's own, or is none that the program works with.
    pub fn for_new_year(&self, new: NewYear, context: &EditContext) -> Result<Self, Issue> {
        let old_year = self.settings.report_year;
        let year = new.year;
        if year <= old_year || !YEARS.contains(&year) {
            let [old, year] = [old_year, year].map(|year| year.to_string());
            return Err(Issue::error(message!("new-year-not-later", year = year, old = old)));
        }
        let mut after = Self {
            settings: Arc::new(self.settings.for_year(year, new.first_known)),
            goals: Arc::new(self.goals_for(year)),
            sick_leave_years: Arc::new(self.sick_leave_targets_for(year)),
            accounts_settings: Arc::new(AccountsSettings {
                status: AccountsStatus::default(),
                status_date: None,
                ..(*self.accounts_settings).clone()
            }),
            texts: Arc::new(self.texts_for(year)),
            acceptances: Arc::default(),
            printed: Arc::default(),
            milestones: Arc::default(),
            log: Arc::default(),
            ..self.clone()
        };
        let is_later =
            |row_year: Option<Year>| row_year.is_some_and(|row_year| row_year > old_year);
        Arc::make_mut(&mut after.gender).retain(|group| group.date.is_some());
        Arc::make_mut(&mut after.balances).retain(|balance| is_later(balance.year));
        Arc::make_mut(&mut after.balance_list).retain(|line| is_later(line.year));
        Arc::make_mut(&mut after.ledger).retain(|batch| is_later(Some(batch.year)));
        Arc::make_mut(&mut after.report).signing_date = None;
        after.take_statements(new, old_year, context);
        after.drop_unused_sources();
        after.drop_corrections_without_cells();
        after.log_begin(old_year, context);
        Ok(after)
    }

    /// The goals, with those of the report year set for `year` too: the same targets, no results.
    fn goals_for(&self, year: Year) -> Vec<Goal> {
        let old_year = Some(self.settings.report_year);
        let is_set = |goal: &Goal| {
            let mut goals = self.goals.iter().filter(|goal| goal.year == Some(year));
            goals.any(|other| (&other.area, &other.measure) == (&goal.area, &goal.measure))
        };
        let old = self.goals.iter().filter(|goal| goal.year == old_year && !is_set(goal));
        let set = old.map(|goal| Goal {
            year: Some(year),
            result: None,
            remark: String::new(),
            origin: None,
            ..goal.clone()
        });
        self.goals.iter().cloned().chain(set).collect()
    }

    /// The years' sick leave, with the target of the report year for `year` too.
    fn sick_leave_targets_for(&self, year: Year) -> Vec<SickLeaveYear> {
        let mut years = self.sick_leave_years.to_vec();
        let target_of = |year| {
            let sick_leave_year = self
                .sick_leave_years
                .iter()
                .find(|sick_leave_year| sick_leave_year.year == Some(year));
            sick_leave_year.and_then(|sick_leave_year| sick_leave_year.target_max_pct)
        };
        let is_known = years.iter().any(|sick_leave_year| sick_leave_year.year == Some(year));
        if let Some(target) = target_of(self.settings.report_year).filter(|_| !is_known) {
            years.push(SickLeaveYear {
                year: Some(year),
                target_max_pct: Some(target),
                ..SickLeaveYear::default()
            });
        }
        years
    }

    /// The texts of `year`: those that it has, and the report year's as drafts.
    fn texts_for(&self, year: Year) -> Vec<SectionText> {
        let mut texts: Vec<SectionText> =
            self.texts.iter().filter(|text| text.period.year >= year).cloned().collect();
        let old = self.texts.iter().filter(|text| text.period.year == self.settings.report_year);
        // What a person said of last year's chart is drafted anew from this year's.
        for text in old.filter(|text| !is_alt_text(&text.section)) {
            let period = TextPeriod { year, quarter: text.period.quarter };
            if self.section_text(&text.section, period).is_none() {
                texts.push(SectionText {
                    period,
                    state: SectionState::Draft,
                    is_carried_over: text.body.is_some(),
                    ..text.clone()
                });
            }
        }
        texts
    }

    /// Puts the statements of the accounts that stay behind in their place, with the old project
    /// as their source. The numbers of notes stand for the new year too.
    fn take_statements(&mut self, new: NewYear, old_year: Year, context: &EditContext) {
        let statements = Arc::make_mut(&mut self.statements);
        let is_set = |line: &StatementLine| {
            let mut lines = statements.iter().filter(|statement| statement.year == Some(new.year));
            lines.any(|other| (other.statement, &other.line) == (line.statement, &line.line))
        };
        let noted = statements.iter().filter(|statement| statement.year == Some(old_year));
        let noted = noted.filter(|line| !line.note.is_empty() && !is_set(line));
        let notes: Vec<StatementLine> = noted
            .map(|line| StatementLine {
                year: Some(new.year),
                statement: line.statement,
                line: line.line.clone(),
                note: line.note.clone(),
                ..StatementLine::default()
            })
            .collect();
        let years: BTreeSet<Option<Year>> =
            new.statements.iter().map(|statement| statement.year).collect();
        statements.retain(|line| !years.contains(&line.year));
        statements.extend(notes);
        if new.statements.is_empty() {
            return;
        }
        let rows = u32::try_from(new.statements.len()).unwrap_or(u32::MAX);
        let source = self.source_of_statements(new.file, old_year, rows, context);
        let id = source.id;
        let from_old = (1..)
            .zip(new.statements)
            .map(|(row, line)| StatementLine { origin: Some(RowRef { source: id, row }), ..line });
        Arc::make_mut(&mut self.statements).extend(from_old);
        Arc::make_mut(&mut self.sources).push(source);
    }

    /// The old project as a source, in the stream in which it would also be imported.
    fn source_of_statements(
        &self,
        file: String,
        year: Year,
        rows: u32,
        context: &EditContext,
    ) -> Source {
        let highest = self.sources.iter().map(|source| source.id.0).max();
        Source {
            id: SourceId(highest.map_or(1, |id| id.saturating_add(1))),
            stream: Stream {
                kind: SourceKind::Table(TableId::Statements),
                system: self.settings.company.clone(),
                selection: year.to_string(),
            },
            company: String::new(),
            file,
            sheet: t!("import-project-sheet"),
            sha256: String::new(),
            period: Some(Span::year(year)),
            is_last_day_partial: false,
            read: rows,
            accepted: rows,
            rejected: 0,
            skipped: 0,
            replaced: Vec::new(),
            columns: Vec::new(),
            imported: context.now,
            imported_by: context.who.clone(),
        }
    }

    /// Forgets the sources of which nothing is left.
    fn drop_unused_sources(&mut self) {
        let mut used: BTreeSet<SourceId> = BTreeSet::new();
        for table in TableId::ALL {
            let rows = self.rows(table);
            let origins = (0..rows.len()).filter_map(|row| rows.origin(row));
            used.extend(origins.map(|origin| origin.source));
        }
        used.extend(self.cases.iter().map(|batch| batch.source));
        used.extend(self.day_counts.iter().map(|batch| batch.source));
        used.extend(self.ledger.iter().map(|batch| batch.source));
        Arc::make_mut(&mut self.sources).retain(|source| used.contains(&source.id));
    }

    /// Forgets the corrections whose rows stayed behind.
    fn drop_corrections_without_cells(&mut self) {
        let corrected = CorrectedCells::of(self);
        let mut place = 0..;
        Arc::make_mut(&mut self.corrections)
            .retain(|_| place.next().is_some_and(|place| corrected.cell_of(place).is_some()));
    }

    /// Says in the new log where the project comes from.
    fn log_begin(&mut self, old_year: Year, context: &EditContext) {
        let year = self.settings.report_year.to_string();
        let what = t!("edit-new-year", year = year, old = old_year.to_string());
        let entry = LogEntry { when: context.now, who: context.who.clone(), what, touched: vec![] };
        Arc::make_mut(&mut self.log).push(entry);
    }
}
