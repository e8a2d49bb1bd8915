//! Postings of the ledger: voucher, day, period and customer. Text and supplier are never read.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::finish::{DataRow, Finished};
use super::openings::Openings;
use super::periods::short_period;
use crate::calendar::{Date, Span, Year};
use crate::import::dates::{DateRule, LIKELY_YEARS, OrderEvidence, read_minute};
use crate::import::heading::compose;
use crate::import::mapping::Mapping;
use crate::import::raw::{RawCell, cell_at};
use crate::import::sheet::TypedRows;
use crate::import::verdict::{Reject, SkipReason};
use crate::message;
use crate::number::{self, Decimal};
use crate::project::{AccountString, Cell, CellKind, LedgerRow};
use crate::words::Message;

/// The last period: the year's end.
const YEAR_END: u8 = 13;
/// The period of opening balances.
pub const OPENING: u8 = 0;

/// What the rows of a ledger hold beside account and amount, in their order.
pub struct Postings {
    voucher: Option<usize>,
    date: Option<usize>,
    period: Option<usize>,
    customer: Option<usize>,
    has_short_periods: bool,
    rows: Vec<Posting>,
    customers: Vec<String>,
    /// Every spelling of a customer that was met.
    met: HashMap<Box<str>, u32>,
}

pub struct Posting {
    /// The voucher's number.
    pub voucher: Box<str>,
    /// Its day.
    pub day: Option<Date>,
    /// Its period.
    pub period: u8,
    /// The year that the period names, or else the day.
    year: Option<Year>,
    customer: Option<u32>,
    /// Whether it is the opening balance of its account.
    pub opens: bool,
    /// Whether neither a day nor a period says when it is.
    pub is_undated: bool,
}

impl Postings {
    /// Reads the columns that a mapping names.
    pub fn new(mapping: &Mapping, has_short_periods: bool) -> Self {
        Self {
            voucher: mapping.column_of("voucher"),
            date: mapping.column_of("date"),
            period: mapping.column_of("period"),
            customer: mapping.column_of("customer"),
            has_short_periods,
            rows: Vec::new(),
            customers: Vec::new(),
            met: HashMap::new(),
        }
    }

    /// Whether a row is a posting: sums and balances have neither voucher nor day.
    pub fn is_posting(&self, cells: &[RawCell<'_>]) -> bool {
        let holds = |column: Option<usize>| {
            let cell = column.map_or(&RawCell::Empty, |at| cell_at(cells, at));
            match cell {
                // A label may stand in the first column, whatever that is.
                RawCell::Text(text) => text.bytes().any(|byte| byte.is_ascii_digit()),
                cell => !cell.is_blank(),
            }
        };
        let has_no_day = self.date.is_none() && self.period.is_none();
        holds(self.date) || (holds(self.voucher) && (has_no_day || holds(self.period)))
    }

    /// Whether a row has no voucher, so that its words may say that it is a balance.
    pub fn has_no_voucher(&self, cells: &[RawCell<'_>]) -> bool {
        self.voucher.is_none_or(|at| cell_at(cells, at).is_blank())
    }

    /// Takes a row.
    ///
    /// # Errors
    /// When day or period cannot be understood.
    pub fn read(
        &mut self,
        row: u32,
        cells: &[RawCell<'_>],
        opens: bool,
        (rule, evidence): (&DateRule, &mut OrderEvidence),
    ) -> Result<(), Reject> {
        let cell = |column: Option<usize>| column.map_or(&RawCell::Empty, |at| cell_at(cells, at));
        let reject = |column: Option<usize>, cause: Message| {
            Reject::new(row, column.unwrap_or_default(), cell(column), cause)
        };
        let day = if cell(self.date).is_blank() {
            None
        } else {
            let read = read_minute(cell(self.date), rule, evidence);
            Some(read.map_err(|fault| reject(self.date, fault.message()))?.day())
        };
        let is_undated = day.is_none() && cell(self.period).is_blank();
        let short = short_period(cell(self.period)).filter(|_| self.has_short_periods);
        let (period, year) = if let Some((period, year)) = short {
            (period, Some(year))
        } else if opens && is_undated {
            (OPENING, None)
        } else if cell(self.period).is_blank() {
            let column = self.period.or(self.date);
            let day = day.ok_or_else(|| reject(column, message!("import-period-missing")))?;
            (day.month().unsigned_abs(), Some(day.year()))
        } else {
            let read = period(cell(self.period));
            let (period, year) =
                read.ok_or_else(|| reject(self.period, message!("import-period-unknown")))?;
            (period, year)
        };
        let customer = self.customer(&cell(self.customer).text());
        let voucher = Box::from(cell(self.voucher).text().as_ref());
        self.rows.push(Posting { voucher, day, period, year, customer, opens, is_undated });
        Ok(())
    }

    fn customer(&mut self, name: &str) -> Option<u32> {
        if name.is_empty() {
            return None;
        }
        if let Some(place) = self.met.get(name) {
            return Some(*place);
        }
        let place = u32::try_from(self.customers.len()).ok()?;
        self.customers.push(compose(name).into_owned());
        self.met.insert(name.into(), place);
        Some(place)
    }

    /// Whether a row is an opening balance among sums, which has no voucher.
    pub fn is_opening_sum(&self, place: usize) -> bool {
        self.rows.get(place).is_some_and(|posting| posting.opens && posting.voucher.is_empty())
    }

    /// The year that most postings name, where they name any; days count where periods have no
    /// year.
    fn year(&self) -> Option<Year> {
        let mut years: BTreeMap<Year, usize> = BTreeMap::new();
        for posting in &self.rows {
            let year = posting.year.or(posting.day.map(Date::year));
            if let Some(year) = year {
                *years.entry(year).or_default() += 1;
            }
        }
        years.into_iter().max_by_key(|(_, count)| *count).map(|(year, _)| year)
    }
}

/// A period and the year that it names: `202101`, `2021-01`, `01.2021`, `1`, `00`, `13`.
pub fn period(cell: &RawCell<'_>) -> Option<(u8, Option<Year>)> {
    let (year, period) = match cell {
        RawCell::Number(value) if value.fract() == 0.0 && (0.0..1e7).contains(value) => {
            parted(*value as u32)
        }
        RawCell::Text(text) => {
            let numbers: Option<Vec<u32>> = text
                .split(|c: char| !c.is_ascii_digit())
                .filter(|word| !word.is_empty())
                .map(|word| word.parse().ok())
                .collect();
            match numbers?[..] {
                [one] => parted(one),
                [year @ 1950..=2100, period] | [period, year @ 1950..=2100] => (year, period),
                _ => return None,
            }
        }
        _ => return None,
    };
    let period = u8::try_from(period).ok().filter(|period| *period <= YEAR_END)?;
    let year = if year == 0 { None } else { Some(Year::try_from(year).ok()?) };
    year.is_none_or(|year| LIKELY_YEARS.contains(&year)).then_some((period, year))
}

/// `202113` is period 13 of 2021; up to 99 there is no year.
fn parted(number: u32) -> (u32, u32) {
    (number / 100, number % 100)
}

/// Types the postings.
pub fn typed(
    postings: Postings,
    rows: Vec<DataRow>,
    accounts: Vec<AccountString>,
    year: Year,
    finished: &mut Finished,
) {
    let year = postings.year().unwrap_or(year);
    let Postings { rows: mut details, customers, period, date, .. } = postings;
    let mut typed = Vec::with_capacity(rows.len());
    let column = period.or(date).unwrap_or_default();
    let mut openings = Openings::of(&details, &rows);
    for row in rows {
        let Some(posting) = details.get_mut(row.place) else { continue };
        if posting.opens && !openings.takes(posting, &row, &accounts) {
            finished.skip(row.row, SkipReason::Sum);
            continue;
        }
        if posting.year.is_some_and(|named| named != year) {
            let text = RawCell::Text(posting.year.unwrap_or_default().to_string().into());
            let cause = message!("import-ledger-other-year", year = year.to_string());
            finished.rejects.push(Reject::new(row.row, column, &text, cause));
            continue;
        }
        typed.push(LedgerRow {
            account: row.string,
            period: if posting.opens { OPENING } else { posting.period },
            day: posting.day,
            voucher: std::mem::take(&mut posting.voucher),
            amount: row.amounts[0].unwrap_or_default(),
            customer: posting.customer,
            row: row.row,
        });
    }
    openings.tell(finished);
    finished.period = span_of(&typed, year);
    finished.rows = Some(TypedRows::Ledger { year, accounts, customers, rows: Arc::new(typed) });
}

/// From the first day of the first period to the last day of the last.
fn span_of(rows: &[LedgerRow], year: Year) -> Option<Span> {
    let periods = rows.iter().map(|row| row.period);
    let (first, last) = (periods.clone().min()?, periods.max()?);
    Some(month(first, year)?.hull(&month(last, year)?))
}

/// The days of a period: the opening balance is January's, the year's end December's.
pub fn month(period: u8, year: Year) -> Option<Span> {
    let first = Date::new(year, i8::try_from(period.clamp(1, 12)).ok()?, 1).ok()?;
    Some(Span::new(first, first.last_of_month()))
}

/// A posting's field as it stands in previews.
pub fn ledger_text(
    row: &LedgerRow,
    field: &str,
    accounts: &[AccountString],
    customers: &[String],
) -> String {
    let account = accounts.get(row.account as usize);
    let part = |part: fn(&AccountString) -> &String| {
        account.map_or_else(String::new, |account| part(account).clone())
    };
    match field {
        "voucher" => row.voucher.to_string(),
        "date" => row.day.map_or_else(String::new, |day| Cell::Date(day).text(CellKind::Date)),
        "period" => row.period.to_string(),
        "class" => part(|account| &account.class),
        "account" => part(|account| &account.account),
        "account_name" => part(|account| &account.name),
        "unit" => part(|account| &account.unit),
        "function" => part(|account| &account.function),
        "project" => part(|account| &account.project),
        "amount" => number::decimal(row.amount, 2),
        "debit" if row.amount >= Decimal::ZERO => number::decimal(row.amount, 2),
        "credit" if row.amount < Decimal::ZERO => number::decimal(-row.amount, 2),
        "customer" => {
            let customer = row.customer.and_then(|at| customers.get(at as usize));
            customer.cloned().unwrap_or_default()
        }
        _ => String::new(),
    }
}
