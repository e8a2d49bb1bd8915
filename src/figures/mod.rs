//! Figures: named, derived numbers, computed by pure functions from the project.
//!
//! [`Figures`] is the project with its cases counted per day; everything else is quick enough
//! to be computed when it is asked for.

mod accounts;
mod address;
mod breakdown;
mod catalogue;
mod causes;
mod change_words;
mod changes;
mod closings;
mod customer_quarter;
mod customers;
mod daily;
mod figure;
mod goals;
mod incidents;
mod key;
mod key_index;
mod made;
mod milestones;
mod new_year;
mod people;
mod priorities;
mod quarters;
mod series;
mod table;
mod tables;
mod trail;
mod uptake;
mod volumes;
mod weekly;
mod yearly;

use std::sync::{Arc, OnceLock};

pub use accounts::{
    Account, AccountOrigin, Accounts, AccountsKey, AmountColumn, Amounts, Basis, Capacity,
    CapacityMeasure, Cause, Deviation, DeviationKind, FundAmount, FundLine, FundLineId, FundTable,
    LedgerDifference, LineDeviation, Placed, RowMeasure, Statement, StatementRow, StatementRowKind,
    Unplaced, YearAccounts, art_code, art_name, by_art, deviation, income_key, shown_amount,
    unit_word_key,
};
pub use address::Address;
pub use breakdown::{Dimension, Share, breakdown, cases_on};
pub use causes::{ChangeCause, causes_text};
pub use change_words::{ChangeWords, points_text};
pub use changes::{Change, ChangeGroup, changes, groups_text};
pub use closings::Closing;
use closings::Closings;
pub use customer_quarter::CustomerQuarter;
pub use customers::{CustomerIndex, Register};
pub use daily::{daily_series, day_point};
pub use figure::{Figure, Unit, period_text, workdays_text};
pub use goals::{GoalOutcome, GoalResult, Portion, goal_name};
use incidents::CaseWalk;
pub use incidents::{ClosedBefore, Incidents};
pub use key::{CaseMeasure, Key, Reference, SickMeasure, ascii_slug};
pub use key_index::KeyIndex;
pub use made::{Made, Rows};
pub use milestones::TracedChange;
pub use people::{
    SickDays, Turnover, sick_days, sick_leave_percent, sick_leave_target, staff_at_year_end, women,
};
pub use priorities::UnknownPriority;
pub use quarters::{Comparison, Period};
pub use series::{Average, DailySeries, DayPoint, WeekPoint, WeeklySeries};
pub use table::{RowKind, Table, TableCell, TableColumn, TableRow};
pub use tables::{TABLE_NAMES, TableRequest, years_text};
pub use trail::{Trail, TrailOf, TrailPart};
pub use uptake::ArtUptake;
pub use volumes::{Disagreement, Filter, Volumes};
pub use weekly::weekly_series;
pub use yearly::{Definition, Yearly};

pub(crate) use people::is_apprentice;

use crate::calendar::{Date, Quarter, Span, Year};
use crate::project::{Agreement, CorrectedCells, Project, StatementId};

/// The figures of a project. Cheap to copy; parts of the project are shared.
#[derive(Clone, Debug)]
pub struct Figures {
    project: Project,
    volumes: Arc<Volumes>,
    accounts: Arc<Accounts>,
    /// The cases of each customer of the register, counted when somebody asks.
    customer_volumes: Arc<[OnceLock<Volumes>]>,
    weekly: OnceLock<Arc<WeeklySeries>>,
    comparisons: OnceLock<Arc<[Option<Comparison>; Period::ALL.len()]>>,
    walk: OnceLock<Arc<CaseWalk>>,
    closings: Arc<OnceLock<Closings>>,
    corrected: OnceLock<Arc<CorrectedCells>>,
    /// The figures of the accounts, and those of weeks and days: most of all figures, kept while
    /// edits do not reach them.
    of_accounts: Arc<OnceLock<Vec<Figure>>>,
    of_days: Arc<OnceLock<Vec<Figure>>>,
}

impl Figures {
    /// Counts the cases of `project`, and places and sums its accounts.
    pub fn of(project: &Project) -> Self {
        let volumes = Arc::new(Volumes::of(project, &Filter::default()));
        Self::with(project, volumes, Arc::new(Accounts::of(project)))
    }

    /// The figures of `project`, of which these were the figures before an edit: cases and
    /// accounts are counted again only where the edit touched them.
    #[must_use]
    pub fn updated(&self, project: &Project) -> Self {
        let old = &self.project;
        let same_cases = Arc::ptr_eq(&old.cases, &project.cases)
            && Arc::ptr_eq(&old.day_counts, &project.day_counts)
            && Arc::ptr_eq(&old.sources, &project.sources);
        let volumes = match same_cases {
            true => Arc::clone(&self.volumes),
            false => Arc::new(Volumes::of(project, &Filter::default())),
        };
        let same_accounts = Arc::ptr_eq(&old.balances, &project.balances)
            && Arc::ptr_eq(&old.balance_list, &project.balance_list)
            && Arc::ptr_eq(&old.ledger, &project.ledger)
            && Arc::ptr_eq(&old.mapping, &project.mapping)
            && Arc::ptr_eq(&old.statements, &project.statements)
            && Arc::ptr_eq(&old.accounts_settings, &project.accounts_settings)
            && old.settings.report_year == project.settings.report_year;
        let accounts = match same_accounts {
            true => Arc::clone(&self.accounts),
            false => Arc::new(Accounts::of(project)),
        };
        let mut updated = Self::with(project, volumes, accounts);
        let same_years =
            (self.report_year(), self.baseline()) == (updated.report_year(), updated.baseline());
        if same_cases {
            // A code keeps its word, so that what was found by codes holds as long as the cases do.
            updated.closings = Arc::clone(&self.closings);
        }
        if same_cases && same_years {
            updated.of_days = Arc::clone(&self.of_days);
        }
        if same_accounts && same_years && Arc::ptr_eq(&old.fund, &project.fund) {
            updated.of_accounts = Arc::clone(&self.of_accounts);
        }
        updated
    }

    fn with(project: &Project, volumes: Arc<Volumes>, accounts: Arc<Accounts>) -> Self {
        Self {
            project: project.clone(),
            volumes,
            accounts,
            customer_volumes: project.customers.iter().map(|_| OnceLock::new()).collect(),
            weekly: OnceLock::new(),
            comparisons: OnceLock::new(),
            walk: OnceLock::new(),
            closings: Arc::default(),
            corrected: OnceLock::new(),
            of_accounts: Arc::default(),
            of_days: Arc::default(),
        }
    }

    /// The accounts of all years, and their statements.
    pub fn accounts(&self) -> &Accounts {
        &self.accounts
    }

    /// A statement of a year.
    pub fn statement(&self, id: StatementId, year: Year) -> Option<&Statement> {
        self.accounts.statement(id, year)
    }

    /// The project that the figures are of.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// All cases per day.
    pub fn volumes(&self) -> &Volumes {
        &self.volumes
    }

    /// The cases per day of a customer of the register, by its row.
    pub fn customer_volumes(&self, row: usize) -> Option<&Volumes> {
        let customer = Some(self.project.customers.get(row)?.name.clone());
        let count = || Volumes::of(&self.project, &Filter { customer, ..Filter::default() });
        Some(self.customer_volumes.get(row)?.get_or_init(count))
    }

    /// The years that the report year is compared with, first and last.
    pub fn baseline(&self) -> (Year, Year) {
        (self.project.settings.baseline_first, self.project.settings.baseline_last)
    }

    /// The year that is reported on.
    pub fn report_year(&self) -> Year {
        self.project.settings.report_year
    }

    /// A period of `year` beside the baseline. Only the report year may still run; of another year
    /// a part is `None`, since nothing would say that it is one.
    pub fn comparison(&self, year: Year, period: Period) -> Option<Comparison> {
        let compare = |period| Comparison::of(&self.volumes, period, year, self.baseline());
        if year != self.report_year() {
            return compare(period).filter(|compared| compared.is_whole);
        }
        // Many figures of the report year are computed from these, so they are kept.
        let known = self.comparisons.get_or_init(|| Arc::new(Period::ALL.map(compare)));
        let at = Period::ALL.iter().position(|other| *other == period)?;
        known.get(at)?.clone()
    }

    /// The cases of a whole period of any year; `None` where a day of it is not known.
    pub fn cases(&self, year: Year, period: Period) -> Option<u32> {
        self.volumes.sum(period.span(year))
    }

    /// Every known week, and the averages by week number.
    pub fn weekly(&self) -> &WeeklySeries {
        self.weekly.get_or_init(|| {
            Arc::new(weekly_series(&self.volumes, self.report_year(), self.baseline()))
        })
    }

    /// The cells that persons corrected.
    pub fn corrected(&self) -> &CorrectedCells {
        self.corrected.get_or_init(|| Arc::new(CorrectedCells::of(&self.project)))
    }

    /// The days of a quarter of `year` beside their *tilsvarende dager*.
    pub fn daily(&self, year: Year, quarter: Quarter) -> DailySeries {
        daily_series(&self.volumes, quarter.span(year), self.project.settings.baseline())
    }

    /// One day beside its *tilsvarende dager*.
    pub fn day(&self, date: Date) -> DayPoint {
        day_point(&self.volumes, date, self.project.settings.baseline())
    }

    /// The A- and B-incidents of a span; `None` where no case row of the project has a priority,
    /// where nobody has said what a priority of its cases means, and where the span has no case
    /// rows: its cases may be known as day counts, which tell of no incidents.
    pub fn incidents(&self, span: Span) -> Option<Incidents> {
        let cases = self.walk().incidents.as_ref()?;
        let counted = self.counted_days(span);
        if !self.volumes.has_rows(counted) {
            return None;
        }
        cases.within(counted)
    }

    /// The days of a span of which its incidents are counted: while it runs, those up to now, as of
    /// its cases.
    fn counted_days(&self, span: Span) -> Span {
        self.volumes.known_start(span).unwrap_or(span)
    }

    fn walk(&self) -> &CaseWalk {
        self.walk.get_or_init(|| Arc::new(CaseWalk::of(&self.project)))
    }

    /// When the cases of each year were closed.
    fn closings(&self) -> &Closings {
        self.closings.get_or_init(|| {
            let years = self.volumes.span().map(|span| span.first.year()..=span.last.year());
            let of_year = |year| {
                let compared = Comparison::of(&self.volumes, Period::Year, year, self.baseline());
                Some((year, compared?.span))
            };
            let spans = years.into_iter().flatten().filter_map(of_year).collect();
            Closings::of(&self.project, &spans)
        })
    }

    /// Whether a case of the span has a priority that nobody has explained.
    pub fn has_unknown_priority(&self, span: Span) -> bool {
        let cases = self.walk().incidents.as_ref();
        cases.is_some_and(|cases| cases.has_unknown(span))
    }

    /// The words for priority that nobody has explained, the most frequent first. Until somebody
    /// does, the incidents of their days are not known.
    pub fn unknown_priorities(&self) -> &[UnknownPriority] {
        &self.walk().unknown_priorities
    }

    /// The sources with cases that were closed before they were registered.
    pub fn closed_before(&self) -> &[ClosedBefore] {
        &self.walk().closed_before
    }

    /// The goals of the report year with their results.
    pub fn goals(&self) -> Vec<GoalResult> {
        self.goals_of(self.report_year())
    }

    /// The goals of any year with their results.
    pub fn goals_of(&self, year: Year) -> Vec<GoalResult> {
        self.goals_until(year, None)
    }

    /// The goals of a year with their results from its start to the end of a quarter, or of the
    /// year. What a person typed speaks of the whole year, and of no part of it.
    pub fn goals_until(&self, year: Year, last: Option<Quarter>) -> Vec<GoalResult> {
        let whole = Span::year(year);
        let end = last.map_or(whole.last, |quarter| quarter.span(year).last);
        self.goal_results(Span::new(whole.first, end))
    }

    /// The agreements that were made within `span`, the first first.
    pub fn agreements_within(&self, span: Span) -> Vec<&Agreement> {
        let dated = self.project.agreements.iter();
        let mut agreements: Vec<&Agreement> = dated
            .filter(|agreement| agreement.date.is_some_and(|day| span.contains(day)))
            .collect();
        agreements.sort_by_key(|agreement| agreement.date);
        agreements
    }
}
