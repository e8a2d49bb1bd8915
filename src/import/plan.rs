//! What an import would change, before anything is changed.

mod alike;
mod cases;
mod companies;
mod day_counts;
mod delivery;
mod ledger;
mod parts;
mod recode;
mod replaced;
mod same_money;
mod summary;
mod tables;
mod unnamed;
mod zeros;

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::Arc;

use companies::{of_another, said_company};
use parts::Parts;
pub use recode::share_codes;

use super::question::Question;
use super::sheet::{SheetRead, TypedRows};
use crate::calendar::{Date, Span};
use crate::issue::Issue;
use crate::project::{
    Customer, CustomerNames, EditContext, Minute, Profile, Project, Source, SourceId, SourceKind,
    TableId, Touched,
};
use crate::t;

/// When more than this share of the known rows of the period would go, in percent, the
/// preview says so first.
const MANY_GONE_PERCENT: u64 = 2;
/// At most this many of the rows that would go are listed one by one.
const GONE_TOLD: usize = 200;

/// What an import of some sheets would change in a project. It holds for the project it was
/// made from; after another edit, make a new one.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What each sheet would change, in the order in which the sheets were given.
    pub sheets: Vec<SheetPlan>,
    /// What only a person knows, with the sheet that asks, by its place among the given ones.
    pub questions: Vec<(usize, Question)>,
    /// Customers that are not in the register yet and would be added.
    pub new_customers: Vec<String>,
    /// Days of which case rows and day counts say different things; the case rows win.
    pub differences: Vec<DayDifference>,
    after: Project,
    has_changes: bool,
    new_sources: Vec<SourceId>,
    sentence: String,
    /// What figures rest on that the import changes.
    touched: Vec<Touched>,
}

/// What one sheet would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetPlan {
    /// Rows that the project does not have.
    pub new: u32,
    /// Rows that the project has with other values.
    pub changed: u32,
    /// Rows of the project that the same stream no longer has in the period that it states.
    pub gone: u32,
    /// Those of them that go because a person leaves their status out.
    pub left_out: u32,
    /// Rows that another part of the delivery has, too.
    pub shared: u32,
    /// Rows that the project has just so.
    pub unchanged: u32,
    /// Rows that the project had from the same stream in the period.
    pub known: u32,
    /// Whether more than 2 % of the known rows of the period would go.
    pub has_many_gone: bool,
    /// How many rows would change in which field.
    pub changed_fields: BTreeMap<String, u32>,
    /// What would become of the rows of the sheet's preview, in their order.
    pub effects: Vec<Effect>,
    /// The first of the rows that would go.
    pub gone_rows: Vec<Gone>,
    /// Values that a person corrected and whose source says something new now; the correction
    /// stays.
    pub moved_corrections: u32,
    /// What a person should know of the rows in the light of the project.
    pub notes: Vec<Issue>,
    /// Whether the project would change at all.
    pub is_taken: bool,
}

/// What would become of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The project does not have it.
    New,
    /// The project has it with other values: fields and what they were.
    Changed(Vec<(String, String)>),
    /// The project has it just so.
    Unchanged,
}

/// A row that would go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// What the row is known by: a case's number, a table row's key.
    pub what: String,
    /// Its day, where it has one.
    pub day: Option<Date>,
}

/// A day of which case rows and a day count say different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayDifference {
    /// The day.
    pub day: Date,
    /// How many case rows there are.
    pub rows: u32,
    /// How many cases the day count says.
    pub counted: u32,
}

/// Holds sheets against a project. Sheets are taken in the order of their exports, small
/// tables before case rows, so that the register knows its customers first.
pub fn plan<S: Borrow<SheetRead>>(project: &Project, sheets: &[S]) -> Plan {
    let sheets: Vec<&SheetRead> = sheets.iter().map(Borrow::borrow).collect();
    planned(project, &sheets)
}

/// Whether two are the same sheet of the import, whatever was taken out of one of them.
fn is_same_sheet(one: &SheetRead, other: &SheetRead) -> bool {
    std::ptr::eq(one, other)
        || (&one.sha256, &one.file, &one.sheet) == (&other.sha256, &other.file, &other.sheet)
}

fn planned(project: &Project, sheets: &[&SheetRead]) -> Plan {
    let mut stage =
        Stage { project: project.clone(), sheets, new_sources: Vec::new(), questions: Vec::new() };
    let mut order = in_order(sheets);
    let mut plans = vec![SheetPlan::default(); sheets.len()];
    let company = said_company(sheets);
    order.retain(|index| {
        let issue = of_another(sheets[*index], company);
        let is_wanted = issue.is_none();
        plans[*index].notes.extend(issue);
        is_wanted
    });
    for (summary, told) in same_money::summaries(sheets, &order) {
        order.retain(|at| *at != summary);
        plans[summary].notes.push(told);
    }
    stage.ask_for_company();
    let mut delivery = Parts::of(sheets, &order);
    for (at, index) in order.iter().enumerate() {
        let sheet = sheets[*index];
        if sheet.kind() != SourceKind::Ledger {
            let part = delivery.sheets.get(*index).map_or(sheet, AsRef::as_ref);
            // Where other parts count for every row, nothing is left to take.
            if sheet.rows.is_empty() || !part.rows.is_empty() {
                plans[*index] = stage.take(part);
            }
            delivery.complete_plan(*index, &mut plans[*index]);
            continue;
        }
        let is_part = |other: &&usize| sheets[**other].stream == sheet.stream;
        if order[..at].iter().any(|other| is_part(&other)) {
            continue; // taken with the first part of its delivery
        }
        let parts: Vec<usize> = order[at..].iter().filter(is_part).copied().collect();
        let part_sheets: Vec<&SheetRead> = parts.iter().map(|part| sheets[*part]).collect();
        for (part, plan) in parts.iter().zip(stage.take_ledger_delivery(&part_sheets)) {
            plans[*part] = plan;
        }
    }
    if !stage.questions.is_empty() {
        // Whose accounts are wanted comes before what their rows share.
        delivery.questions.retain(|(at, _)| sheets[*at].company.is_empty());
    }
    let asks = |(index, sheet): (usize, &&SheetRead)| {
        sheet.questions.iter().map(|question| (index, question.clone())).collect::<Vec<_>>()
    };
    let old_customers = project.customers.len();
    let added = stage
        .project
        .customers
        .iter()
        .skip(old_customers)
        .filter(|customer| customer.origin.is_none());
    Plan {
        questions: sheets
            .iter()
            .enumerate()
            .flat_map(asks)
            .chain(stage.questions)
            .chain(delivery.questions)
            .collect(),
        new_customers: added.map(|customer| customer.name.clone()).collect(),
        differences: summary::differences(&stage.project, sheets),
        has_changes: stage.project != *project,
        sentence: summary::sentence(sheets, &plans, (project, &stage.project)),
        touched: project.touched_by_import(&stage.project),
        sheets: plans,
        new_sources: stage.new_sources,
        after: stage.project,
    }
}

/// The sheets in the order in which they are taken, by their places.
fn in_order(sheets: &[&SheetRead]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sheets.len()).collect();
    order.sort_by_key(|index| {
        let sheet = &sheets[*index];
        (rank(sheet.kind()), sheet.exported, sheet.period.map(|period| period.last), *index)
    });
    // While a column is asked about, no row was read, and none is gone for it. Another company's
    // accounts say nothing of those that are wanted.
    order.retain(|index| {
        let sheet = sheets[*index];
        let is_open = sheet.rows.is_empty() && !sheet.questions.is_empty();
        !is_open && !sheet.is_of_other_company()
    });
    order
}

impl Plan {
    /// Whether so many rows would go that a person should confirm it.
    pub fn has_many_gone(&self) -> bool {
        self.sheets.iter().any(|sheet| sheet.has_many_gone)
    }

    /// Whether the project would change.
    pub fn has_changes(&self) -> bool {
        self.has_changes
    }

    /// How many questions are open that an import cannot do without.
    pub fn urgent_questions(&self) -> usize {
        self.questions.iter().filter(|(_, question)| !question.may_wait).count()
    }

    /// Whether such a question is open.
    pub fn must_be_answered(&self) -> bool {
        self.urgent_questions() > 0
    }

    /// Why nothing would change: the sheets are known already, or nothing of them was accepted.
    pub fn nothing_new<S: Borrow<SheetRead>>(&self, sheets: &[S]) -> String {
        let sheets = || sheets.iter().map(Borrow::borrow);
        let has_rejects = sheets().any(|sheet| !sheet.rejects.is_empty());
        match () {
            () if sheets().all(|sheet| sheet.rows.is_empty()) => t!("notice-nothing-accepted"),
            () if has_rejects => t!("notice-nothing-new-accepted"),
            () => t!("notice-nothing-new"),
        }
    }

    /// The edit's sentence: "Importerte 10 859 saker fra saker-2021.xlsx".
    pub fn sentence(&self) -> &str {
        &self.sentence
    }

    /// The project as it would be, before anybody has said so.
    pub fn after(&self) -> &Project {
        &self.after
    }

    /// The project after the import, and the sentence that says what was done. `None` where
    /// nothing would change, or while a question is open that cannot wait.
    pub fn apply(&self, context: &EditContext) -> Option<(Project, String)> {
        if !self.has_changes || self.must_be_answered() {
            return None;
        }
        let mut after = self.after.clone();
        for source in Arc::make_mut(&mut after.sources) {
            if self.new_sources.contains(&source.id) {
                source.imported = context.now;
                source.imported_by.clone_from(&context.who);
            }
        }
        after.log_edit(&self.sentence, self.touched.clone(), context);
        Some((after, self.sentence.clone()))
    }
}

impl SheetPlan {
    fn count(&mut self, effect: &Effect) {
        match effect {
            Effect::New => self.new += 1,
            Effect::Unchanged => self.unchanged += 1,
            Effect::Changed(fields) => {
                self.changed += 1;
                for (field, _) in fields {
                    *self.changed_fields.entry(field.clone()).or_default() += 1;
                }
            }
        }
    }

    fn weigh_gone(&mut self) {
        self.has_many_gone =
            u64::from(self.gone - self.left_out) * 100 > u64::from(self.known) * MANY_GONE_PERCENT;
    }

    fn lose(&mut self, gone: impl FnOnce() -> Gone) {
        self.gone += 1;
        if self.gone_rows.len() < GONE_TOLD {
            self.gone_rows.push(gone());
        }
    }

    /// Whether rows come, change or go.
    fn moves_rows(&self) -> bool {
        self.new + self.changed + self.gone > 0
    }
}

/// The project as far as the sheets so far have changed it.
struct Stage<'s> {
    project: Project,
    /// All sheets of the import.
    sheets: &'s [&'s SheetRead],
    new_sources: Vec<SourceId>,
    /// What only a person knows of several sheets together, with the sheet that asks.
    questions: Vec<(usize, Question)>,
}

impl<'s> Stage<'s> {
    fn take(&mut self, sheet: &SheetRead) -> SheetPlan {
        if let Some(profile) = &sheet.profile {
            self.remember(profile);
        }
        let gone = self.drop_other_companies(sheet);
        let mut plan = match &sheet.rows {
            TypedRows::Cases { rows, codes } => self.take_cases(sheet, rows, codes),
            TypedRows::DayCounts(rows) => self.take_day_counts(sheet, rows),
            TypedRows::Table { table, columns, rows } => {
                match self.with_zeros(*table, columns, rows) {
                    Some((rows, told)) => {
                        let mut plan = self.take_table(sheet, *table, columns, &rows);
                        plan.notes.extend(told);
                        plan
                    }
                    None => self.take_table(sheet, *table, columns, rows),
                }
            }
            TypedRows::Ledger { .. } => SheetPlan::default(),
        };
        companies::count_gone(&mut plan, gone);
        self.tell_of_stranger(sheet, &mut plan);
        plan.weigh_gone();
        plan
    }

    /// Takes the ledgers of one stream together.
    fn take_ledger_delivery(&mut self, sheets: &[&SheetRead]) -> Vec<SheetPlan> {
        for profile in sheets.iter().filter_map(|sheet| sheet.profile.as_ref()) {
            self.remember(profile);
        }
        let gone: Vec<_> = sheets.iter().map(|sheet| self.drop_other_companies(sheet)).collect();
        let mut plans = self.take_ledgers(sheets);
        plans.iter_mut().zip(gone).for_each(|(plan, gone)| companies::count_gone(plan, gone));
        for (plan, sheet) in plans.iter_mut().zip(sheets) {
            self.tell_of_stranger(sheet, plan);
        }
        plans.iter_mut().for_each(SheetPlan::weigh_gone);
        plans
    }

    /// The profile takes the place of one for the same kind, system and headings; the newest of
    /// several that fit a file counts.
    fn remember(&mut self, profile: &Profile) {
        let headings = |profile: &Profile| -> Vec<String> {
            let mut headings: Vec<_> = profile.columns.iter().map(|c| c.heading.clone()).collect();
            headings.sort();
            headings
        };
        let of_profile = headings(profile);
        let is_same = |other: &Profile| {
            other.kind == profile.kind
                && other.system == profile.system
                && headings(other) == of_profile
        };
        if self.project.profiles.contains(profile) {
            return;
        }
        let profiles = Arc::make_mut(&mut self.project.profiles);
        profiles.retain(|other| !is_same(other));
        profiles.push(profile.clone());
    }

    /// The number that the next source will have.
    fn next_source(&self) -> SourceId {
        let highest = self.project.sources.iter().map(|source| source.id.0).max();
        SourceId(highest.map_or(1, |id| id.saturating_add(1)))
    }

    fn add_source(&mut self, sheet: &SheetRead) -> SourceId {
        let id = self.next_source();
        let column = |column: &super::ColumnRead| {
            let field = column.field.clone().filter(|_| sheet.has_cells())?;
            Some((field, u16::try_from(column.index).ok()?))
        };
        Arc::make_mut(&mut self.project.sources).push(Source {
            id,
            stream: sheet.stream.clone(),
            company: sheet.company.clone(),
            file: sheet.file.clone(),
            sheet: sheet.sheet.clone(),
            sha256: sheet.sha256.clone(),
            period: sheet.period,
            is_last_day_partial: sheet.is_last_day_partial(),
            read: sheet.read,
            accepted: sheet.accepted(),
            rejected: u32::try_from(sheet.rejects.len()).unwrap_or(u32::MAX),
            skipped: sheet.skipped_count(),
            replaced: sheet.replaced(),
            columns: sheet.columns.iter().filter_map(column).collect(),
            imported: Minute::default(),
            imported_by: String::new(),
        });
        self.new_sources.push(id);
        id
    }

    /// Whether that source comes from where the sheet comes from.
    fn is_same_stream(&self, source: SourceId, sheet: &SheetRead) -> bool {
        self.project.source(source).is_some_and(|source| source.stream == sheet.stream)
    }

    /// Whether earlier exports of the stream already spoke of every day of the sheet's period.
    /// An incomplete last day counts only where it is incomplete again.
    fn covers(&self, sheet: &SheetRead) -> bool {
        let Some(period) = sheet.period else { return true };
        let earlier: Vec<&Source> =
            self.project.sources.iter().filter(|source| source.stream == sheet.stream).collect();
        period.days().all(|day| {
            let is_partial = sheet.is_last_day_partial() && day == period.last;
            earlier.iter().any(|source| {
                let is_partial_there = |span: Span| source.is_last_day_partial && span.last == day;
                source.period.is_some_and(|span| {
                    span.contains(day) && (is_partial || !is_partial_there(span))
                })
            })
        })
    }

    /// Adds those of the names to the register that it does not know.
    fn add_customers<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        let mut known = CustomerNames::of(&self.project.customers);
        for name in names {
            // Two spellings of one name may be new at once.
            if known.row(name).is_none() {
                known.add(name, self.project.customers.len());
                let customer = Customer { name: name.to_owned(), ..Customer::default() };
                Arc::make_mut(&mut self.project.customers).push(customer);
            }
        }
    }
}

fn rank(kind: SourceKind) -> u8 {
    match kind {
        SourceKind::Table(TableId::Customers) => 0,
        SourceKind::Table(_) | SourceKind::Ledger => 1,
        SourceKind::DayCounts | SourceKind::Cases => 2,
    }
}

/// Every two of some.
fn pairs<T>(of: &[T]) -> impl Iterator<Item = (&T, &T)> {
    (1..).zip(of).flat_map(|(next, one)| of.iter().skip(next).map(move |other| (one, other)))
}
