//! Exports of the accounts: balances, balance lists and ledgers, as grouped reports or flat
//! lists, with account strings in parts or in one.
//!
//! Rows are kept as the sheet has them while it streams by. What only the whole sheet tells,
//! how account strings fall into parts, which mark stands before the øre, which sign income
//! has, is decided at its end, and the rows are typed then.

mod amounts;
mod art_names;
mod asked;
mod balances;
mod book_names;
mod books;
mod codes;
mod columns;
mod company;
mod company_names;
mod currency;
mod days;
mod decide;
mod doubts;
mod exact;
mod expenses;
mod finish;
mod fund;
mod fund_heads;
mod fund_names;
mod fund_sign;
mod groups;
mod heading_time;
mod ledger;
mod lost_digits;
mod openings;
mod other_plan;
mod own_numbers;
mod part_year;
mod periods;
mod prefix_groups;
mod same_heading;
mod shown;
mod sides;
mod sign;
mod statements;
mod surroundings;
mod titled_unit;
mod total_rows;
mod totals;
mod twice;
mod units;
mod years;

use std::collections::HashSet;

use super::account_form::Part;
use super::classify::{classify, repeats_header};
use super::dates::{DateRule, OrderEvidence};
use super::mapping::{Mapping, missing};
use super::raw::{RawCell, cell_at, filled};
use super::scales::Scales;
use super::sheet::Certainty;
use super::synonyms::{KindNames, synonyms};
use super::verdict::{Reject, SkipReason};
use crate::message;
use crate::project::{SourceKind, TableId};

use amounts::AmountReader;
use codes::{Strings, begins_with_code};
use columns::Columns;
use company::Companies;
use company_names::{company_in, is_of_unit};
use currency::unit_of_row;
use groups::{
    Context, Group, Label, class_of_books, group_of, groups_above, is_closing, is_opening,
    is_spread_group, label_of,
};
use ledger::Postings;
use periods::{plain_year, time_in};
use sides::Side;
use total_rows::Dimensions;
use units::units_in_row;

pub use book_names::{book_in_name, settle_books};
pub use books::of_balance;
pub use codes::with_zeros;
pub use columns::{settle_art, settle_company, settle_names};
pub use company_names::{company_in_name, company_of_titles, is_same_company};
pub use currency::settle_currency;
pub use days::is_before_day;
pub use doubts::{
    balance_without_accounts, fund_question, holds_accounts, missing_amount, speaks_of_fund,
    two_accounts, unread_budgets,
};
pub use finish::Finished;
pub use fund::{FundReader, take_corner, take_years, year_of_field};
pub use fund_heads::{HEAD, take_heads};
pub use ledger::{ledger_text, month as month_of_period};
pub use part_year::{PartYear, note_so_far};
pub use periods::settle_periods;
pub use same_heading::ask_same_heading;
pub use statements::StatementUnit;
pub use surroundings::{Around, Surroundings, title_year};
pub use units::unit_in_words;
pub use years::{compared, settle_years};

fn text_of<'c>(cell: &'c RawCell<'_>) -> Option<&'c str> {
    match cell {
        RawCell::Text(text) => Some(text.trim()),
        _ => None,
    }
}

/// What becomes of a row when it streams by.
pub enum Fate {
    /// It is kept.
    Kept,
    /// It is no data.
    Skipped(SkipReason),
    /// It cannot be understood.
    Rejected(Reject),
}

/// Keeps the rows of accounts until the sheet has ended.
pub struct AccountsReader {
    kind: SourceKind,
    names: &'static KindNames,
    columns: Columns,
    surroundings: Surroundings,
    strings: Strings,
    /// The *ansvar* that a title above the headings says.
    titled_unit: Option<String>,
    context: Context,
    amounts: AmountReader,
    /// What a ledger's rows hold beside account and amount.
    postings: Option<Postings>,
    steps: Vec<Step>,
    companies: Companies,
    /// By what rows of one account differ; a ledger's are postings, which have no totals.
    dimensions: Option<Dimensions>,
    /// What stands for an account in rows of amounts whose account is no number, by row.
    nameless: Vec<(u32, Box<str>)>,
    /// Whether rows were rejected for having no account at all.
    lacks_accounts: bool,
    /// Rows of data that sum up others by their numbers, when the sheet has ended.
    prefix_groups: HashSet<usize>,
    /// Rows of a balance list that are called closing balances.
    closings: HashSet<u32>,
    /// The columns that could hold the account, where another does.
    candidates: Vec<String>,
    /// What the column of the account is called.
    account_heading: String,
    /// All headings.
    headings: Vec<String>,
    /// The heading of the column of the *ansvar*, where it could be that of companies as well.
    unit_or_company: Option<String>,
    /// Whether no row of data came since the last boundary.
    is_at_boundary: bool,
}

/// A row with what it is for the sums.
struct Step {
    row: u32,
    what: What,
    /// Where its amounts begin.
    amounts: usize,
    /// The side that its amounts stand on, where a column says it.
    side: Side,
    /// Whose it is, by the company's place.
    company: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// A row of data with its account string.
    Data(u32),
    /// A group begins; it has no amounts.
    Group,
    /// A group begins, and its sum stands beside its name.
    SumAhead,
    /// A sub-total.
    Sum,
    /// Amounts without a code or a word that says what they are.
    Unnamed,
    /// The balance before the rows that follow.
    Opening,
}

impl AccountsReader {
    /// A reader for a sheet of that mapping; `None` while a column is missing.
    pub fn new(mapping: &Mapping, surroundings: Surroundings) -> Option<Self> {
        let names = synonyms().of(mapping.kind)?;
        let mut columns = Columns::of(mapping);
        columns.has_short_periods = surroundings.has_short_periods;
        let is_ledger = mapping.kind == SourceKind::Ledger;
        if columns.amounts.is_empty() || (columns.account.is_none() && !is_ledger) {
            return None;
        }
        let mut context = Context::default();
        if let Some(class) = surroundings.class {
            let name = String::new();
            context.open(Group { part: Part::Class, code: class.to_owned(), name });
        }
        // The first group of a report may stand above its headings.
        for group in groups_above(&surroundings.titles, names) {
            let is_account = group.part == Part::Account;
            if columns.of_part(group.part).is_none() && (is_ledger || !is_account) {
                context.open(group);
            }
        }
        let mut candidates = mapping.free_names();
        if candidates.is_empty() {
            let all = 0..mapping.columns.len();
            candidates = all.map(|column| mapping.name_of(column)).collect();
        }
        let heading = columns.account.and_then(|at| mapping.columns.get(at));
        Some(Self {
            kind: mapping.kind,
            names,
            companies: Companies::new(surroundings.titled_company.as_deref()),
            nameless: Vec::new(),
            closings: HashSet::new(),
            prefix_groups: HashSet::new(),
            lacks_accounts: false,
            candidates,
            headings: mapping
                .columns
                .iter()
                .map(|column| column.heading.trim().to_owned())
                .collect(),
            unit_or_company: columns
                .unit
                .and_then(|at| mapping.columns.get(at))
                .filter(|column| {
                    column.certainty == Certainty::Known && is_of_unit(&column.heading)
                })
                .map(|column| column.heading.trim().to_owned()),
            account_heading: heading
                .map_or(String::new(), |column| column.heading.trim().to_owned()),
            amounts: AmountReader::new(&columns.amounts, surroundings.decimal),
            dimensions: (!is_ledger).then(|| Dimensions::of(mapping, &columns)),
            postings: is_ledger.then(|| Postings::new(mapping, columns.has_short_periods)),
            columns,
            surroundings,
            titled_unit: Some(context.of(Part::Unit).0.to_owned()).filter(|code| !code.is_empty()),
            strings: Strings::default(),
            context,
            steps: Vec::new(),
            is_at_boundary: true,
        })
    }

    /// Takes what is known of the number formats, when the sheet has ended.
    pub fn see_scales(&mut self, scales: &Scales) {
        self.amounts.see_scales(scales);
    }

    /// Takes a row.
    pub fn take(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        mapping: &Mapping,
        (rule, evidence): (&DateRule, &mut OrderEvidence),
    ) -> Fate {
        if self.is_data(cells) {
            return self.take_data(row, cells, (rule, evidence));
        }
        if repeats_header(cells, mapping) {
            return Fate::Skipped(SkipReason::RepeatedHeader);
        }
        if self.columns.has_amount(cells) && !is_spread_group(cells, &self.columns, self.names) {
            return self.take_sum(row, cells);
        }
        self.take_words(row, cells, mapping)
    }

    /// Whether a row is an account with its amounts, or a posting.
    fn is_data(&self, cells: &[RawCell<'_>]) -> bool {
        let cell = |column: Option<usize>| column.map_or(&RawCell::Empty, |at| cell_at(cells, at));
        let account = cell(self.columns.account);
        if let Some(postings) = &self.postings {
            let is_labelled = postings.has_no_voucher(cells) && self.label(cells).is_some();
            let closes = self.words(cells).any(is_closing);
            return (postings.is_posting(cells) && !is_labelled && !closes)
                || self.opens_account(cells);
        }
        if account.is_blank() {
            // Under a group of one account, rows have other codes.
            let (above, _) = self.context.of(Part::Account);
            let codes = [self.columns.unit, self.columns.function, self.columns.project];
            let has_code = codes.into_iter().any(|code| begins_with_code(cell(code)));
            return !above.is_empty() && has_code && self.columns.has_amount(cells);
        }
        if !begins_with_code(account) || self.is_sum_of_account(cells) {
            return false;
        }
        // A code and a name alone open a group, where one may begin.
        self.columns.has_amount(cells) || !self.may_open_group(cells)
    }

    /// Whether a row of a ledger is the opening balance of an account.
    fn opens_account(&self, cells: &[RawCell<'_>]) -> bool {
        let account = self.columns.account.map(|at| cell_at(cells, at));
        let has_account = account.is_some_and(begins_with_code)
            || (account.is_none_or(RawCell::is_blank)
                && !self.context.of(Part::Account).0.is_empty());
        has_account && self.columns.has_amount(cells) && self.words(cells).any(is_opening)
    }

    /// "Sum" in place of the account's name, or behind it.
    fn is_sum_of_account(&self, cells: &[RawCell<'_>]) -> bool {
        let is_sum = |column: Option<usize>, is_whole: bool| {
            let text = column.and_then(|at| text_of(cell_at(cells, at))).unwrap_or_default();
            let words = super::heading::normal(text);
            let last = words.rsplit(' ').next().unwrap_or_default();
            synonyms().sums.contains(if is_whole { words.as_str() } else { last })
        };
        is_sum(self.columns.account_name, true) || is_sum(self.columns.account, false)
    }

    fn may_open_group(&self, cells: &[RawCell<'_>]) -> bool {
        let count = filled(cells);
        count == 1 || (count == 2 && self.is_at_boundary && self.columns.unit.is_none())
    }

    fn take_data(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        (rule, evidence): (&DateRule, &mut OrderEvidence),
    ) -> Fate {
        let has_account = self.columns.account.is_some_and(|at| !cell_at(cells, at).is_blank())
            || !self.context.of(Part::Account).0.is_empty();
        if !has_account {
            let column = self.columns.account.unwrap_or_default();
            let cause = missing(self.kind, "account");
            self.lacks_accounts = true;
            return Fate::Rejected(Reject::new(row, column, cell_at(cells, column), cause));
        }
        let Some(side) = self.side(cells) else {
            let column = self.columns.side.unwrap_or_default();
            let cell = cell_at(cells, column);
            return Fate::Rejected(Reject::new(row, column, cell, message!("import-side-unknown")));
        };
        if let Some(reject) = self.without_time(row, cells) {
            return Fate::Rejected(reject);
        }
        let unit = unit_of_row(row, cells, self.columns.currency);
        let amounts = match unit.and_then(|unit| self.amounts.read(row, cells, unit)) {
            Ok(amounts) => amounts,
            Err(reject) => return Fate::Rejected(reject),
        };
        let opens = self.postings.is_some() && self.opens_account(cells);
        if let Some(postings) = &mut self.postings
            && let Err(reject) = postings.read(row, cells, opens, (rule, evidence))
        {
            return Fate::Rejected(reject);
        }
        let is_list = self.kind == SourceKind::Table(TableId::BalanceList);
        if is_list && self.words(cells).any(is_closing) {
            self.closings.insert(row);
        }
        let string = self.strings.place(cells, &self.columns, &self.context);
        let company = self.columns.company.map_or(&RawCell::Empty, |at| cell_at(cells, at));
        let company = self.companies.take(company);
        if let Some(dimensions) = &mut self.dimensions {
            dimensions.take(cells);
        }
        self.steps.push(Step { row, what: What::Data(string), amounts, side, company });
        self.is_at_boundary = false;
        Fate::Kept
    }

    /// Why a row cannot be of a year: something else stands where its year or period should.
    fn without_time(&self, row: u32, cells: &[RawCell<'_>]) -> Option<Reject> {
        let column = |column: Option<usize>| Some((column?, cell_at(cells, column?)));
        let filled = |(_, cell): &(usize, &RawCell<'_>)| {
            !cell.is_blank() && (self.dimensions.is_none() || !Dimensions::is_total(cell))
        };
        if let Some((at, cell)) = column(self.columns.year).filter(filled)
            && plain_year(&cell.text()).is_none()
        {
            return Some(Reject::new(row, at, cell, message!("import-year-unknown")));
        }
        let (at, cell) = column(self.columns.period).filter(filled)?;
        let cause = message!("import-time-unknown");
        time_in(cell, self.columns.has_short_periods)
            .is_none()
            .then(|| Reject::new(row, at, cell, cause))
    }

    /// Takes a row with amounts that is no data: a sub-total, a balance, or a group with its sum.
    fn take_sum(&mut self, row: u32, cells: &[RawCell<'_>]) -> Fate {
        let label = self.label(cells);
        let group = match label {
            None => {
                let words: Vec<&str> = self.words(cells).collect();
                group_of(&words.join(" "), self.names, None)
            }
            Some(_) => None,
        };
        let what = match (&label, &group) {
            (Some(Label::Sum(_) | Label::Closing), _) => What::Sum,
            (Some(Label::Opening), _) => What::Opening,
            (None, Some(_)) => What::SumAhead,
            (None, None) => What::Unnamed,
        };
        let unit = unit_of_row(row, cells, self.columns.currency).unwrap_or_default();
        let amounts = match self.amounts.read(row, cells, unit) {
            Ok(amounts) => amounts,
            Err(reject) => return Fate::Rejected(reject),
        };
        let side = self.side(cells).unwrap_or_default();
        self.steps.push(Step { row, what, amounts, side, company: 0 });
        let account = self.columns.account.map(|at| cell_at(cells, at).text());
        if let (What::Unnamed, Some(name)) = (what, account.filter(|name| !name.is_empty())) {
            self.nameless.push((row, name.as_ref().into()));
        }
        self.is_at_boundary = true;
        if let Some(Label::Sum(Some(part))) = label {
            self.context.close(part);
        }
        if let Some(group) = group {
            self.context.open(group);
        }
        Fate::Kept
    }

    /// The side of a row; `None` where a word stands there that is none.
    fn side(&self, cells: &[RawCell<'_>]) -> Option<Side> {
        self.columns.side.map_or(Some(Side::Unsaid), |at| Side::of(cell_at(cells, at)))
    }

    /// The texts of a row outside the columns of amounts.
    fn words<'c>(&self, cells: &'c [RawCell<'_>]) -> impl Iterator<Item = &'c str> {
        let is_amount = |at: &usize| self.columns.amounts.iter().any(|amount| amount.column == *at);
        let cells = cells.iter().enumerate().filter(move |(at, _)| !is_amount(at));
        cells.filter_map(|(_, cell)| text_of(cell))
    }

    fn label(&self, cells: &[RawCell<'_>]) -> Option<Label> {
        label_of(self.words(cells), self.names)
    }

    /// Takes a row without amounts: a group, a heading, a footer.
    fn take_words(&mut self, row: u32, cells: &[RawCell<'_>], mapping: &Mapping) -> Fate {
        self.surroundings.units.extend(units_in_row(row, cells));
        if let Some(name) = company_in(cells).filter(|_| self.columns.company.is_none()) {
            self.companies.open(&name);
            self.bound(row);
            return Fate::Skipped(SkipReason::Group);
        }
        let words: Vec<_> =
            cells.iter().filter(|cell| !cell.is_blank()).map(RawCell::text).collect();
        let words = words.join(" ");
        let books = class_of_books(&words).filter(|_| self.columns.class.is_none());
        let group = match books {
            Some(class) => {
                Some(Group { part: Part::Class, code: class.to_owned(), name: String::new() })
            }
            None => group_of(&words, self.names, self.bare_part()),
        };
        let Some(group) = group else {
            let reason = classify(cells, mapping).unwrap_or(SkipReason::Group);
            if reason != SkipReason::Footer {
                self.bound(row);
            }
            return Fate::Skipped(reason);
        };
        self.context.open(group);
        self.bound(row);
        Fate::Skipped(SkipReason::Group)
    }

    fn bound(&mut self, row: u32) {
        let side = Side::Unsaid;
        self.steps.push(Step { row, what: What::Group, amounts: 0, side, company: 0 });
        self.is_at_boundary = true;
    }

    /// What a code without a word before it is a group of: of what has no column.
    fn bare_part(&self) -> Option<Part> {
        let order: &[Part] = match self.kind {
            SourceKind::Table(TableId::Balances) => &[Part::Unit, Part::Function],
            _ => &[Part::Account],
        };
        order.iter().copied().find(|part| self.columns.of_part(*part).is_none())
    }
}
