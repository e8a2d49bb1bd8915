//! With which sign an export has its income: the ledger's, below zero, or turned, or none.

use super::finish::DataRow;
use crate::calendar::Year;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::kostra::{Book, Chart, art_of};
use crate::message;
use crate::number::{self, Decimal};
use crate::project::{AccountString, LedgerSign, SourceKind, TableId};

/// The *art* that are income; 990 is the counter-entry of *avskrivninger*.
const INCOME: std::ops::RangeInclusive<u16> = 600..=989;
/// The *art* that stand below zero in the ledger.
const BELOW_ZERO: std::ops::RangeInclusive<u16> = 600..=999;
/// Chapters below this are assets.
const FIRST_OF_EQUITY: &str = "30";

/// What the signs of a sheet show that are not the ledger's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What income comes to, or what assets do.
    pub total: Decimal,
    /// What stands on the other side: expenses, or equity and debt.
    pub others: Decimal,
    /// Whether the sheet is a balance list.
    pub is_balance: bool,
}

impl Doubt {
    /// Whether both sides stand above zero, so that the sheet has no signs at all.
    pub fn is_unsigned(&self) -> bool {
        self.total > Decimal::ZERO && self.others > Decimal::ZERO
    }

    /// Which sign the sheet has. Only answers are offered that can be right: what has no signs
    /// cannot be turned as a whole.
    pub fn question(&self) -> Option<Question> {
        let [total, others] = [self.total, self.others].map(|own| number::decimal(own, 2));
        let asks = match (self.is_unsigned(), self.is_balance) {
            (true, true) => {
                message!("import-ask-sign-none-balance", total = total, others = others)
            }
            (true, false) => message!("import-ask-sign-none", total = total, others = others),
            (false, true) => message!("import-ask-sign-assets", total = total),
            (false, false) => message!("import-ask-sign", total = total),
        };
        let other = if self.is_unsigned() { LedgerSign::Unsigned } else { LedgerSign::Flipped };
        let answer = |sign: LedgerSign| Answer::new(sign.choice().word(), Setting::Sign(sign));
        Question::new(asks, [LedgerSign::Normal, other].map(answer).into())
    }
}

/// What the income of *drift* comes to where it stands above zero, or the assets where they
/// stand below, or beside debt that stands above as they do; `None` where the sign is the
/// ledger's or cannot be seen.
pub fn doubt(
    kind: SourceKind,
    rows: &[DataRow],
    strings: &[Option<AccountString>],
    year: Year,
) -> Option<Doubt> {
    let is_balance = kind == SourceKind::Table(TableId::BalanceList);
    let tells: Vec<Option<bool>> = strings
        .iter()
        .map(|string| {
            let own = string.as_ref()?;
            if is_balance { is_asset(own, year) } else { is_income(own) }
        })
        .collect();
    let side = |row: &DataRow| tells.get(row.string as usize).copied().flatten();
    let telling = || rows.iter().filter(|row| side(row) == Some(true));
    // The first amount that the rows have: the accounts, or else a budget.
    let order: [usize; 4] = if is_balance { [1, 0, 2, 3] } else { [0, 1, 2, 3] };
    let field =
        order.into_iter().find(|field| telling().any(|row| row.amounts[*field].is_some()))?;
    let sum = |wanted: bool| -> Decimal {
        let own = rows.iter().filter(|row| side(row) == Some(wanted));
        own.filter_map(|row| row.amounts[field]).sum()
    };
    let doubt = Doubt { total: sum(true), others: sum(false), is_balance };
    let is_turned = match is_balance {
        true => doubt.total < Decimal::ZERO || doubt.is_unsigned(),
        false => doubt.total > Decimal::ZERO,
    };
    is_turned.then_some(doubt)
}

/// Turns the rows as that sign says, so that they have the ledger's.
pub fn turn(
    rows: &mut [DataRow],
    strings: &[Option<AccountString>],
    (sign, is_balance, year): (LedgerSign, bool, Year),
) {
    let stands_below_zero = |row: &DataRow| {
        let string = strings.get(row.string as usize).and_then(Option::as_ref);
        string.is_some_and(|own| match is_balance {
            true => is_asset(own, year) == Some(false),
            false => art_of(&own.account).is_some_and(|art| BELOW_ZERO.contains(&art)),
        })
    };
    for row in rows {
        let is_turned = match sign {
            LedgerSign::Normal => false,
            LedgerSign::Flipped => true,
            LedgerSign::Unsigned => stands_below_zero(row),
        };
        for amount in row.amounts.iter_mut().flatten().filter(|_| is_turned) {
            *amount = -*amount;
        }
    }
}

/// Whether an account of *drift* is income, or else an expense.
fn is_income(string: &AccountString) -> Option<bool> {
    let is_drift = matches!(Book::of_class(&string.class), None | Some(Book::Drift));
    let art = art_of(&string.account).filter(|_| is_drift)?;
    (art <= *INCOME.end()).then(|| INCOME.contains(&art))
}

/// Whether a balance account is an asset, or else equity or debt.
fn is_asset(string: &AccountString, year: Year) -> Option<bool> {
    let chapter = Chart::get().chapter(&string.account, year)?;
    // Memoria stand beside both.
    (chapter.chapter.as_str() < "90").then(|| chapter.chapter.as_str() < FIRST_OF_EQUITY)
}
