//! How figures are made. A figure's value, the parts of its trail and the cells that it rests on
//! all follow from one description, so that no trail can name another base than the value has.

mod accounts;
mod cases;
mod organisation;

use std::collections::HashSet;

use rust_decimal::Decimal;

use self::cases::CasesOf;
use super::{Closing, Dimension, Figures, Key};
use crate::calendar::Span;
use crate::number::change_percent;
use crate::project::{CellAt, TableId};

/// How a number is made: where it stands, what was counted, and the arithmetic on these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// Nothing is known of it.
    Unknown,
    /// Another figure.
    Figure(Key),
    /// What stands in a cell of the project's tables.
    Cell(CellAt),
    /// Rows that were counted.
    Counted(u32, Rows),
    /// Working days of a span, by the calendar.
    Workdays(u32, Span),
    /// The median of what was measured of rows, in hours.
    Median(Decimal, Rows),
    /// Postings of the ledger, summed in kroner.
    Posted(Decimal, Rows),
    /// Zero: the accounts are known, and none of them stands on the line.
    Nothing,
    /// What a rule of the regulation makes of other figures, as a *strykning* is.
    ByRule(Decimal, Vec<Key>),
    /// The size of a number, without its sign.
    Size(Box<Made>),
    /// A sum, each number with its factor: 1 or −1.
    Sum(Vec<(i32, Made)>),
    /// The mean of some numbers.
    Mean(Vec<Made>),
    /// The first over the second.
    Quotient(Box<Made>, Box<Made>),
    /// The first in percent of the second.
    Percent(Box<Made>, Box<Made>),
    /// The change to the first from the second, in percent of the second.
    Change(Box<Made>, Box<Made>),
}

/// Rows that a number was counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rows {
    /// All cases of a span: case rows, and day counts where there are no case rows.
    Cases(Span),
    /// Cases of a span that share a word.
    Sharing(Span, Dimension, Option<String>),
    /// A- and B-incidents of a span.
    Incidents(Span),
    /// Closed cases of a span.
    Closed(Span, Closing),
    /// Postings of accounts, each by the ledger's batch and its place in it; of an opening balance
    /// those of period 0 only.
    Ledger {
        /// The accounts.
        parts: Vec<(usize, u32)>,
        /// Whether only period 0 counts.
        is_opening: bool,
    },
    /// Rows of a table.
    Table {
        /// The table.
        table: TableId,
        /// Its rows that were counted.
        rows: Vec<usize>,
        /// The columns that decided whether a row counts.
        columns: Vec<usize>,
    },
}

impl Made {
    fn arithmetic(&self, ends: &dyn Ends) -> Option<Decimal> {
        match self {
            Self::Unknown => None,
            Self::Figure(key) => ends.figure(key),
            Self::Cell(_)
            | Self::Counted(..)
            | Self::Median(..)
            | Self::Posted(..)
            | Self::ByRule(..) => ends.end(self),
            Self::Workdays(count, _) => Some((*count).into()),
            Self::Nothing => Some(Decimal::ZERO),
            Self::Size(of) => Some(of.arithmetic(ends)?.abs()),
            Self::Sum(of) => {
                // A sum of nothing is nothing, and no zero.
                let mut sum: Option<Decimal> = None;
                for (factor, made) in of {
                    let term = made.arithmetic(ends)?.checked_mul((*factor).into())?;
                    sum = Some(sum.unwrap_or_default().checked_add(term)?);
                }
                sum
            }
            Self::Mean(of) => {
                let mut sum = Decimal::ZERO;
                for made in of {
                    sum = sum.checked_add(made.arithmetic(ends)?)?;
                }
                sum.checked_div(of.len().into())
            }
            Self::Quotient(part, whole) => {
                part.arithmetic(ends)?.checked_div(whole.arithmetic(ends)?)
            }
            Self::Percent(part, whole) => {
                let part = part.arithmetic(ends)?.checked_mul(Decimal::ONE_HUNDRED)?;
                part.checked_div(whole.arithmetic(ends)?)
            }
            Self::Change(new, reference) => {
                change_percent(new.arithmetic(ends)?, reference.arithmetic(ends)?)
            }
        }
    }

    /// The sum of some numbers.
    pub fn sum(of: impl IntoIterator<Item = Self>) -> Self {
        Self::Sum(of.into_iter().map(|term| (1, term)).collect())
    }

    /// The sum of some numbers; zero of none.
    pub fn sum_or_nothing(of: Vec<Self>) -> Self {
        if of.is_empty() { Self::Nothing } else { Self::sum(of) }
    }

    /// A figure with its sign turned.
    pub fn negative(key: Key) -> Self {
        Self::Sum(vec![(-1, Self::Figure(key))])
    }

    /// The first over the second.
    pub fn quotient(part: Self, whole: Self) -> Self {
        Self::Quotient(Box::new(part), Box::new(whole))
    }

    /// The first in percent of the second.
    pub fn percent(part: Self, whole: Self) -> Self {
        Self::Percent(Box::new(part), Box::new(whole))
    }

    /// The change from the second to the first, in percent of the second.
    pub fn change(new: Self, reference: Self) -> Self {
        Self::Change(Box::new(new), Box::new(reference))
    }

    /// The numbers at its ends, in the order in which they are told.
    pub fn ends(&self) -> Vec<&Self> {
        match self {
            Self::Unknown | Self::Nothing => Vec::new(),
            Self::Figure(_)
            | Self::Cell(_)
            | Self::Counted(..)
            | Self::Median(..)
            | Self::Workdays(..)
            | Self::Posted(..)
            | Self::ByRule(..) => vec![self],
            Self::Size(of) => of.ends(),
            Self::Sum(of) => of.iter().flat_map(|(_, made)| made.ends()).collect(),
            Self::Mean(of) => of.iter().flat_map(Self::ends).collect(),
            Self::Quotient(first, second)
            | Self::Percent(first, second)
            | Self::Change(first, second) => {
                let mut ends = first.ends();
                ends.extend(second.ends());
                ends
            }
        }
    }

    /// The cells of tables that it rests on directly, not through another figure.
    pub fn cells(&self) -> Vec<CellAt> {
        let mut cells = Vec::new();
        for end in self.ends() {
            match end {
                Self::Cell(at) => cells.push(*at),
                Self::Counted(_, Rows::Table { table, rows, columns }) => {
                    let of_row = |row| {
                        let at =
                            move |column: &usize| CellAt { table: *table, row, column: *column };
                        columns.iter().map(at)
                    };
                    cells.extend(rows.iter().flat_map(|row| of_row(*row)));
                }
                _ => {}
            }
        }
        let mut seen = HashSet::new();
        cells.retain(|at| seen.insert(*at));
        cells
    }
}

/// What figures and the other ends of a description are worth.
trait Ends {
    /// A figure.
    fn figure(&self, key: &Key) -> Option<Decimal>;
    /// A cell, or what was counted, summed or ruled on.
    fn end(&self, made: &Made) -> Option<Decimal>;
}

/// The project's figures and cells.
struct OfProject<'f>(&'f Figures);

impl Ends for OfProject<'_> {
    fn figure(&self, key: &Key) -> Option<Decimal> {
        self.0.value(key)
    }

    fn end(&self, made: &Made) -> Option<Decimal> {
        match made {
            Made::Cell(at) => self.0.measured_cell(*at).0,
            Made::Counted(count, _) => Some((*count).into()),
            Made::Median(amount, _) | Made::Posted(amount, _) | Made::ByRule(amount, _) => {
                Some(*amount)
            }
            _ => None,
        }
    }
}

/// Some figures with values that are given, and what is made of these alone.
struct Given<'g> {
    figures: &'g Figures,
    /// Few enough that looking through them is quicker than a map.
    values: &'g [(&'g Key, Decimal)],
}

impl Ends for Given<'_> {
    fn figure(&self, key: &Key) -> Option<Decimal> {
        let given = self.values.iter().find(|(known, _)| *known == key);
        given.map_or_else(|| self.figures.value_from(key, self.values), |(_, value)| Some(*value))
    }

    fn end(&self, _: &Made) -> Option<Decimal> {
        None
    }
}

impl Figures {
    /// The number that a description gives; `None` where a part of it is not known, or where it
    /// divides by zero.
    pub fn evaluate(&self, made: &Made) -> Option<Decimal> {
        made.arithmetic(&OfProject(self))
    }

    /// What a figure is if some others are `given`; `None` where it rests on anything else but the
    /// calendar.
    pub fn value_from(&self, key: &Key, given: &[(&Key, Decimal)]) -> Option<Decimal> {
        if self.is_line_of_accounts(key) {
            return None;
        }
        self.made(key).arithmetic(&Given { figures: self, values: given })
    }

    /// How a figure is made. The statements are summed when the accounts are read, so of them this
    /// says what was summed.
    pub fn made(&self, key: &Key) -> Made {
        match key {
            Key::Cases(year, period, measure) => CasesOf::all(self).made(*year, *period, *measure),
            Key::CustomerCases(customer, year, period, measure) => {
                let cases = CasesOf::customer(self, customer);
                cases.map_or(Made::Unknown, |cases| cases.made(*year, *period, *measure))
            }
            Key::Yearly(year, yearly) => yearly.made(self, *year),
            Key::Month(year, month) => self.month_made(*year, *month),
            Key::Share(span, dimension, word) => {
                self.share_made(*span, *dimension, word.as_deref())
            }
            Key::Week(week) => self.week_made(*week),
            Key::WeekAverage(week) => self.week_average_made(*week),
            Key::Day(day) => self.day_made(*day),
            Key::DayAverage(day) => self.day_average_made(*day),
            Key::Workdays(year, period) => {
                let span = period.span(*year);
                Made::Workdays(crate::calendar::workdays(span), span)
            }
            Key::Incidents(year, period) => self.incidents_made(period.span(*year)),
            Key::DistinctIncidents(year, period) => {
                self.distinct_incidents_made(period.span(*year))
            }
            Key::GoalResult(year, measure) => {
                let row = self.goal_row(*year, measure);
                row.map_or(Made::Unknown, |row| self.goal_made(row, Span::year(*year)))
            }
            Key::WomenShare(row) => self.women_made(row),
            Key::SickLeave(year, group, measure) => self.sick_made(*year, *group, *measure),
            Key::Accounts(key) => self.account_made(key),
            Key::Cell { table, row, column } => {
                let place = self.find_cell(*table, row, column);
                place.map_or(Made::Unknown, |(row, column)| {
                    Made::Cell(CellAt { table: *table, row, column })
                })
            }
        }
    }
}
