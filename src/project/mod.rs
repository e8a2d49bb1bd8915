//! Plain data: what the project file holds, the edits that change it, and their history.
//!
//! Nothing derived is stored here, but for what a milestone and a remark remember. The parts are
//! shared (`Arc`), so that a whole project is cheap to copy and undo is taking the previous one.

mod acceptance;
mod accounts;
mod accounts_settings;
mod case;
mod cell;
mod cell_words;
mod correction;
mod edit;
mod event;
mod field;
mod goal;
mod history;
mod ledger;
mod milestone;
mod minute;
mod new_year;
mod people;
mod printed;
mod priority;
mod profile;
mod record;
mod register;
mod remark;
mod report;
mod service;
mod settings;
mod source;
mod text_fields;
mod touched;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use acceptance::Acceptance;
pub use accounts::{
    AccountBalance, BalanceAccount, FundEntry, FundLineKind, MappingRule, Remark, StatementId,
    StatementLine,
};
pub use accounts_settings::{
    AccountsSettings, AccountsStatus, FundLines, Presentation, ShownSign, ShownUnit, TravelLine,
};
pub use case::{Case, CaseBatch, Code, Codes, DayCount, DayCountBatch, Vocabulary};
pub use cell::{Cell, CellKind, Choice};
pub(crate) use correction::source_key;
pub use correction::{CorrectedCells, Correction};
pub use edit::{CellEdit, Edit, EditContext};
pub use event::Event;
pub use goal::{Direction, Goal, GoalMetric, TargetUnit};
pub use history::{History, LogEntry};
pub use ledger::{AccountString, LedgerBatch, LedgerRow};
pub use milestone::{KeptSource, Milestone, PrintedFigure};
pub use minute::Minute;
pub use new_year::NewYear;
pub use people::{
    GenderCount, SickGroup, SickLeave, SickLeaveYear, Staff, Turnover, TurnoverDirection,
};
pub use printed::{PrintedFile, PrintedTable};
pub use priority::{is_same_word, priority_meaning};
pub use profile::{
    AmountUnit, ColumnChoice, DateOrder, LedgerSign, PercentUnit, PriorityMeaning, Profile,
    RepeatedRows, StampMeaning, TimeUnit, TimeZoneChoice,
};
pub use record::{CellAt, Column, Record, Rows, TableId};
pub use register::{Customer, CustomerNames};
pub use remark::{RemarkedAmount, Written};
pub use report::{
    AddedBlock, Agreement, AgreementKind, OutlineEntry, ReportChoices, SectionState, SectionText,
    Signatory, TextPeriod, alt_text_id, is_alt_text,
};
pub use service::{CallDay, Delivery, NewUser, Uptime};
pub use settings::Settings;
pub use source::{RowRef, Source, SourceId, SourceKind, Stream, cell_name};
pub use text_fields::{field_places, without_fields};
pub use touched::Touched;

/// Everything that the company's `.ron` file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Project {
    /// Company, report year, baseline.
    pub settings: Arc<Settings>,
    /// The customers, owners among them.
    pub customers: Arc<Vec<Customer>>,
    /// Events that explain the figures.
    pub events: Arc<Vec<Event>>,
    /// What the company promised, and where its result comes from.
    pub goals: Arc<Vec<Goal>>,
    /// Employees and årsverk per day of count.
    pub staff: Arc<Vec<Staff>>,
    /// Women and men per group.
    pub gender: Arc<Vec<GenderCount>>,
    /// Who came and who left.
    pub turnover: Arc<Vec<Turnover>>,
    /// Sick leave by gender and year.
    pub sick_leave: Arc<Vec<SickLeave>>,
    /// Sick leave per year: the history that is known as a percentage only, and the target.
    pub sick_leave_years: Arc<Vec<SickLeaveYear>>,
    /// Telephone answers per day.
    pub calls: Arc<Vec<CallDay>>,
    /// Deliveries of equipment.
    pub deliveries: Arc<Vec<Delivery>>,
    /// New users set up.
    pub new_users: Arc<Vec<NewUser>>,
    /// Measured and lost minutes of the systems that must be up.
    pub uptime: Arc<Vec<Uptime>>,
    /// How the accounts are shown and judged.
    pub accounts_settings: Arc<AccountsSettings>,
    /// The accounts of *drift* and *investering*.
    pub balances: Arc<Vec<AccountBalance>>,
    /// Opening and closing balances.
    pub balance_list: Arc<Vec<BalanceAccount>>,
    /// The history of the *disposisjonsfond*.
    pub fund: Arc<Vec<FundEntry>>,
    /// Which line some accounts belong to in this company.
    pub mapping: Arc<Vec<MappingRule>>,
    /// Remarks on lines of statements.
    pub remarks: Arc<Vec<Remark>>,
    /// Statements as printed.
    pub statements: Arc<Vec<StatementLine>>,
    /// The company's agreements.
    pub agreements: Arc<Vec<Agreement>>,
    /// Who signs the report.
    pub signatories: Arc<Vec<Signatory>>,
    /// What a person decided of the report as a whole.
    pub report: Arc<ReportChoices>,
    /// What a person says in its sections.
    pub texts: Arc<Vec<SectionText>>,
    /// Values of imported rows that a person corrected.
    pub corrections: Arc<Vec<Correction>>,
    /// Findings that somebody accepted.
    pub acceptances: Arc<Vec<Acceptance>>,
    /// Tables as they were printed elsewhere.
    pub printed: Arc<Vec<PrintedTable>>,
    /// How exports of each kind are understood.
    pub profiles: Arc<Vec<Profile>>,
    /// What was imported, from where, when.
    pub sources: Arc<Vec<Source>>,
    /// What was done, when, by whom; the sentences outlive the window.
    pub log: Arc<Vec<LogEntry>>,
    /// States of the project that somebody named, with the figures that they printed.
    pub milestones: Arc<Vec<Milestone>>,
    /// The words that case rows use, by number.
    pub codes: Arc<Codes>,
    /// History that is known as counts per day only.
    pub day_counts: Arc<Vec<DayCountBatch>>,
    /// The ledger, shared per source.
    pub ledger: Arc<Vec<LedgerBatch>>,
    /// The cases, shared per source.
    pub cases: Arc<Vec<CaseBatch>>,
}

impl Project {
    /// An empty project for `year`, compared with the years `baseline`.
    pub fn new(company: &str, year: i16, baseline: (i16, i16)) -> Self {
        let settings = Settings {
            company: company.to_owned(),
            report_year: year,
            baseline_first: baseline.0.min(baseline.1),
            baseline_last: baseline.0.max(baseline.1),
            ..Settings::default()
        };
        Self { settings: Arc::new(settings), ..Self::default() }
    }

    /// The source with that number.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The rows of one of the tables that a person may fill in.
    pub fn rows(&self, table: TableId) -> &dyn Rows {
        match table {
            TableId::Customers => &*self.customers,
            TableId::Events => &*self.events,
            TableId::Goals => &*self.goals,
            TableId::Staff => &*self.staff,
            TableId::Gender => &*self.gender,
            TableId::Turnover => &*self.turnover,
            TableId::SickLeave => &*self.sick_leave,
            TableId::SickLeaveYears => &*self.sick_leave_years,
            TableId::Calls => &*self.calls,
            TableId::Deliveries => &*self.deliveries,
            TableId::NewUsers => &*self.new_users,
            TableId::Uptime => &*self.uptime,
            TableId::Balances => &*self.balances,
            TableId::BalanceList => &*self.balance_list,
            TableId::Fund => &*self.fund,
            TableId::Mapping => &*self.mapping,
            TableId::Remarks => &*self.remarks,
            TableId::Statements => &*self.statements,
            TableId::Agreements => &*self.agreements,
            TableId::Signatories => &*self.signatories,
        }
    }

    /// The same rows, to change; a part that is shared with the history is copied first.
    pub fn rows_mut(&mut self, table: TableId) -> &mut dyn Rows {
        match table {
            TableId::Customers => unshared(&mut self.customers),
            TableId::Events => unshared(&mut self.events),
            TableId::Goals => unshared(&mut self.goals),
            TableId::Staff => unshared(&mut self.staff),
            TableId::Gender => unshared(&mut self.gender),
            TableId::Turnover => unshared(&mut self.turnover),
            TableId::SickLeave => unshared(&mut self.sick_leave),
            TableId::SickLeaveYears => unshared(&mut self.sick_leave_years),
            TableId::Calls => unshared(&mut self.calls),
            TableId::Deliveries => unshared(&mut self.deliveries),
            TableId::NewUsers => unshared(&mut self.new_users),
            TableId::Uptime => unshared(&mut self.uptime),
            TableId::Balances => unshared(&mut self.balances),
            TableId::BalanceList => unshared(&mut self.balance_list),
            TableId::Fund => unshared(&mut self.fund),
            TableId::Mapping => unshared(&mut self.mapping),
            TableId::Remarks => unshared(&mut self.remarks),
            TableId::Statements => unshared(&mut self.statements),
            TableId::Agreements => unshared(&mut self.agreements),
            TableId::Signatories => unshared(&mut self.signatories),
        }
    }
}

/// The rows to change; copies them first if another value shares them.
fn unshared<T: Clone>(rows: &mut Arc<Vec<T>>) -> &mut Vec<T> {
    Arc::make_mut(rows)
}
