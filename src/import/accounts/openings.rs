//! Opening balances among the postings of a ledger: they are no postings of the year, but what the
//! balance accounts begin with.

use std::collections::HashSet;

use super::finish::{DataRow, Finished};
use super::ledger::Posting;
use crate::kostra::Book;
use crate::message;
use crate::project::AccountString;

/// How many there are of a kind, and the row of the first.
#[derive(Default)]
struct Count {
    count: usize,
    first: u32,
}

impl Count {
    fn see(&mut self, row: u32) {
        if self.count == 0 {
            self.first = row;
        }
        self.count += 1;
    }
}

/// What becomes of the opening balances of a ledger.
pub struct Openings {
    /// Whether the postings begin with the year.
    is_from_start: bool,
    /// The accounts that have an opening balance without a voucher.
    opened: HashSet<u32>,
    taken: Count,
    of_result: Count,
    later: Count,
}

impl Openings {
    /// The opening balances among the postings of those rows.
    pub fn of(postings: &[Posting], rows: &[DataRow]) -> Self {
        let of_rows = rows.iter().filter_map(|row| postings.get(row.place));
        let first = of_rows.filter(|posting| !posting.opens).map(|posting| posting.period).min();
        Self {
            is_from_start: first.is_none_or(|period| period <= 1),
            opened: HashSet::new(),
            taken: Count::default(),
            of_result: Count::default(),
            later: Count::default(),
        }
    }

    /// Whether an opening balance is taken: that of a balance account, of the year's first day. A
    /// report by months has one for each of them.
    pub fn takes(&mut self, posting: &Posting, row: &DataRow, accounts: &[AccountString]) -> bool {
        let amount = row.amounts[0].unwrap_or_default();
        if amount.is_zero() {
            return false;
        }
        let account = usize::try_from(row.string).ok().and_then(|at| accounts.get(at));
        let book = account.and_then(|account| Book::of_class(&account.class));
        if book != Some(Book::Balanse) {
            self.of_result.see(row.row);
            return false;
        }
        let is_first_day = posting.day.is_none_or(|day| (day.month(), day.day()) == (1, 1));
        let is_first =
            posting.period <= 1 && is_first_day && (!posting.is_undated || self.is_from_start);
        let is_new = !posting.voucher.is_empty() || self.opened.insert(row.string);
        if is_first && is_new {
            self.taken.see(row.row);
            return true;
        }
        self.later.see(row.row);
        false
    }

    /// Tells what became of them.
    pub fn tell(&self, finished: &mut Finished) {
        let Self { taken, of_result, later, .. } = self;
        if taken.count > 0 {
            finished.note(None, message!("import-opening-taken", count = taken.count));
        }
        if of_result.count > 0 {
            let (count, row) = (of_result.count, of_result.first.to_string());
            finished.note(None, message!("import-opening-result", count = count, row = row));
        }
        if later.count > 0 {
            let (count, row) = (later.count, later.first.to_string());
            finished.note(None, message!("import-opening-later", count = count, row = row));
        }
    }
}
