//! The accounts: placed on the lines of the statements, summed, held against the budget.

mod account;
mod amounts;
mod art;
mod capacity;
mod catalogue;
mod closing;
mod deviation;
mod fund;
mod key;
mod place;
mod present;
mod remarked;
mod statement;
mod trail;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

pub use account::{Account, AccountOrigin, LedgerDifference};
pub use amounts::{AmountColumn, Amounts};
pub use art::{art_code, art_name, by_art};
pub use capacity::{Capacity, CapacityMeasure};
pub use catalogue::income_key;
pub use deviation::{Deviation, DeviationKind, LineDeviation, deviation};
pub use fund::{FundAmount, FundLine, FundLineId, FundTable};
pub use key::{AccountsKey, RowMeasure};
pub use place::{Cause, Placed};
pub use present::{shown_amount, unit_word_key};
pub use statement::{Basis, Statement, StatementRow, StatementRowKind};

use rust_decimal::Decimal;

use crate::calendar::Year;
use crate::kostra::{Book, Form};
use crate::project::{Project, StatementId, StatementLine};
use closing::{ClosingInput, closing};
pub(super) use closing::{closing_origin, source_of};
use place::Placer;
use statement::{Maker, book_of};

/// The statements that accounts are placed in by art or chapter.
const PLACED: [StatementId; 4] = [
    StatementId::Appropriations,
    StatementId::Investment,
    StatementId::ByNature,
    StatementId::BalanceSheet,
];

/// The statements whose lines of funds have two forms.
const WITH_FUNDS: [StatementId; 3] =
    [StatementId::Appropriations, StatementId::Investment, StatementId::ByNature];

/// The accounts of all years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounts {
    years: BTreeMap<Year, YearAccounts>,
}

/// The accounts of one year and the statements that they make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearAccounts {
    /// The year.
    pub year: Year,
    /// Its accounts.
    pub accounts: Vec<Account>,
    /// Its statements, in the order of the regulation.
    pub statements: Vec<Statement>,
    /// The same statements in the form that the year after has, where that is another: its last
    /// column needs their lines.
    in_next_form: Vec<Statement>,
    /// Accounts that should be on a line of a statement and are on none.
    pub unplaced: Vec<Unplaced>,
    /// Accounts whose sum in the ledger differs from their balance; the balance counts.
    pub ledger_differences: Vec<LedgerDifference>,
    /// The accounts by their account strings.
    places: HashMap<String, usize>,
    /// The accounts on each line of a statement, by their art or chapter.
    arts: HashMap<StatementId, HashMap<Cow<'static, str>, ArtAccounts>>,
}

/// Accounts by their art or chapter, in the order of the codes.
type ArtAccounts = BTreeMap<String, Vec<usize>>;

/// An account that is on no line of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The account, by its place in the year's accounts.
    pub account: usize,
    /// The statement.
    pub statement: StatementId,
    /// Why.
    pub cause: Cause,
}

impl Accounts {
    /// The accounts of a project: of every year that it knows, and of its report year.
    pub fn of(project: &Project) -> Self {
        let mut years: BTreeMap<Year, YearAccounts> = account::years(project)
            .into_iter()
            .chain([project.settings.report_year])
            .map(|year| (year, YearAccounts::of(project, year)))
            .collect();
        compare_years(&mut years);
        Self { years }
    }

    /// The accounts of a year, if any are known or it is the report year.
    pub fn year(&self, year: Year) -> Option<&YearAccounts> {
        self.years.get(&year)
    }

    /// All years, the earliest first.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = &YearAccounts> {
        self.years.values()
    }

    /// A statement of a year.
    pub fn statement(&self, id: StatementId, year: Year) -> Option<&Statement> {
        self.year(year)?.statement(id)
    }

    /// The statements of a project's report year as lines that could have been printed: what
    /// another year's project takes in to compare its last column with. §5-9 follows from the
    /// others.
    pub fn statement_lines(project: &Project) -> Vec<StatementLine> {
        YearAccounts::of(project, project.settings.report_year).lines()
    }
}

impl YearAccounts {
    fn of(project: &Project, year: Year) -> Self {
        let settings = &project.accounts_settings;
        let (accounts, ledger_differences) = account::accounts_of(project, year);
        let placer = Placer::new(year, &project.mapping, settings);
        let maker = |form| Maker {
            year,
            accounts: &accounts,
            placer: &placer,
            form,
            printed: &project.statements,
        };
        let shown = maker(Form::of(year, settings.fund_lines));
        let appropriations = shown.statement(StatementId::Appropriations);
        let investment = shown.statement(StatementId::Investment);
        let by_nature = shown.statement(StatementId::ByNature);
        let balance = shown.statement(StatementId::BalanceSheet);
        let units = shown.second_paragraph(StatementId::AppropriationsByUnit, &appropriations);
        let projects = shown.second_paragraph(StatementId::InvestmentByProject, &investment);
        // Accounts separate transfers to a fund from those from it. Printed lines stay as printed.
        let split = |statement: &Statement| match statement.basis {
            Basis::Accounts => maker(Form::Split).statement(statement.id),
            _ => statement.clone(),
        };
        let (closing_drift, closing_investment) = closing(&ClosingInput {
            drift: &split(&by_nature),
            investering: &split(&investment),
            balance: &balance,
        });
        let unplaced = unplaced(&accounts, &placer);
        let next_form = Form::of(year.saturating_add(1), settings.fund_lines);
        let in_next_form = match next_form == Form::of(year, settings.fund_lines) {
            true => Vec::new(),
            false => WITH_FUNDS.map(|id| maker(next_form).statement(id)).into(),
        };
        let statements = vec![
            appropriations,
            units,
            investment,
            projects,
            by_nature,
            balance,
            closing_drift,
            closing_investment,
        ];
        let mut places = HashMap::with_capacity(accounts.len());
        for (at, account) in accounts.iter().enumerate() {
            places.entry(account.text()).or_insert(at);
        }
        let arts_of = |statement: &Statement| {
            let lines = statement.rows.iter().filter(|row| !row.accounts.is_empty());
            lines.map(|row| (row.id.clone(), by_art(&accounts, &row.accounts))).collect()
        };
        let arts = statements.iter().map(|statement| (statement.id, arts_of(statement))).collect();
        Self {
            year,
            accounts,
            statements,
            in_next_form,
            unplaced,
            ledger_differences,
            places,
            arts,
        }
    }

    /// Its statements as lines that could have been printed, but §5-9, which follows from the
    /// others. Where the year after has another form, the lines of that form stand beside.
    pub fn lines(&self) -> Vec<StatementLine> {
        let follows = [StatementId::ClosingDrift, StatementId::ClosingInvestment];
        let known = self
            .statements
            .iter()
            .filter(|statement| statement.is_known() && !follows.contains(&statement.id));
        let mut lines: Vec<StatementLine> = known.flat_map(Statement::lines).collect();
        for line in self.in_next_form.iter().flat_map(Statement::lines) {
            let stands = |other: &StatementLine| {
                (other.statement, &other.line) == (line.statement, &line.line)
            };
            if !lines.iter().any(stands) {
                lines.push(line);
            }
        }
        lines
    }

    /// What a row of the year after's statement came to in this year.
    fn for_next_year(&self, statement: StatementId, row: &str) -> Option<Decimal> {
        let amount = self.statement(statement)?.amount(row, AmountColumn::Actual);
        let other = || self.in_next_form.iter().find(|other| other.id == statement);
        amount.or_else(|| other()?.amount(row, AmountColumn::Actual))
    }

    /// The place of an account among the year's, by its account string.
    pub fn place_of(&self, account: &str) -> Option<usize> {
        self.places.get(account).copied()
    }

    /// The accounts on a line of a statement, by their art or chapter; `None` for a line that
    /// has none.
    fn arts_on(&self, statement: StatementId, row: &str) -> Option<&ArtAccounts> {
        self.arts.get(&statement)?.get(row)
    }

    /// Whether any account of the books has an amount in the column.
    pub(in crate::figures) fn has_column(&self, book: Book, column: AmountColumn) -> bool {
        let mut accounts = self.accounts.iter().filter(|account| account.book == book);
        accounts.any(|account| account.amounts.get(column).is_some())
    }

    /// A statement of the year.
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// Whether anything is known of the year's accounts.
    pub fn is_known(&self) -> bool {
        self.statements.iter().any(Statement::is_known)
    }
}

fn unplaced(accounts: &[Account], placer: &Placer<'_>) -> Vec<Unplaced> {
    let mut unplaced = Vec::new();
    for (at, account) in accounts.iter().enumerate() {
        let statements = PLACED.into_iter().filter(|id| book_of(*id) == Some(account.book));
        for statement in statements {
            if let Placed::Nowhere(cause) = placer.place(statement, account) {
                unplaced.push(Unplaced { account: at, statement, cause });
            }
        }
    }
    unplaced
}

/// Fills the last column with the year before: from the export, else from the accounts of that
/// year. Where both are known and differ, the amount of the accounts is kept beside.
fn compare_years(years: &mut BTreeMap<Year, YearAccounts>) {
    let known: Vec<Year> = years.keys().copied().collect();
    for year in known {
        let Some(before) = years.get(&(year - 1)).cloned() else { continue };
        let Some(current) = years.get_mut(&year) else { continue };
        for statement in &mut current.statements {
            let has_last_year =
                statement.rows.iter().any(|row| row.amounts.get(AmountColumn::LastYear).is_some());
            for row in &mut statement.rows {
                let Some(amount) = before.for_next_year(statement.id, &row.id) else { continue };
                let shown = row.amounts.get(AmountColumn::LastYear);
                if !has_last_year {
                    statement.is_last_year_of_own_accounts = true;
                    row.amounts.set(AmountColumn::LastYear, Some(amount));
                } else if shown.is_some_and(|shown| shown != amount) {
                    row.own_last_year = Some(amount);
                }
            }
        }
    }
}
