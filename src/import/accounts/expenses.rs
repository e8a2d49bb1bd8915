//! Expenses below zero where no income stands beside them, as in the list of a department: they
//! may be turned, or what was taken back.

use super::columns::AMOUNTS;
use super::finish::DataRow;
use super::sign::{Doubt, is_income};
use crate::kostra::Book;
use crate::number::Decimal;
use crate::project::AccountString;

/// So few amounts below zero are corrections.
const AMOUNTS_BELOW: usize = 2;

/// What shows that a list without income may be turned: of some amount, all that its expenses
/// have stands below zero.
pub fn expenses_below(rows: &[DataRow], strings: &[Option<AccountString>]) -> Option<Doubt> {
    let of_books = |book: Book| -> Vec<(&DataRow, bool)> {
        let side = |row: &DataRow| is_income(strings.get(row.string as usize)?.as_ref()?, book);
        rows.iter().filter_map(|row| Some((row, side(row)?))).collect()
    };
    let (drift, investment) = (of_books(Book::Drift), of_books(Book::Investering));
    if drift.iter().chain(&investment).any(|(_, is_income)| *is_income) {
        return None;
    }
    for (rows, is_investment) in [(drift, false), (investment, true)] {
        for field in 0..AMOUNTS {
            let amounts = rows.iter().filter_map(|(row, _)| row.amounts[field]);
            let amounts: Vec<Decimal> = amounts.filter(|amount| !amount.is_zero()).collect();
            let are_below = amounts.iter().all(|amount| *amount < Decimal::ZERO);
            if amounts.len() >= AMOUNTS_BELOW && are_below {
                let others = amounts.into_iter().sum();
                let total = Decimal::ZERO;
                return Some(Doubt { total, others, is_balance: false, is_investment });
            }
        }
    }
    None
}
