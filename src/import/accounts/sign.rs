//! With which sign an export has its income: the ledger's, below zero, or turned.

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
/// Chapters below this are assets.
const FIRST_OF_EQUITY: &str = "30";

/// Whether income stands above zero as `total` says, or assets below.
pub fn question(total: Decimal) -> Option<Question> {
    let words = number::decimal(total, 2);
    let asks = match total < Decimal::ZERO {
        true => message!("import-ask-sign-assets", total = words),
        false => message!("import-ask-sign", total = words),
    };
    let answer = |sign: LedgerSign| Answer::new(sign.choice().word(), Setting::Sign(sign));
    Question::new(asks, [LedgerSign::Normal, LedgerSign::Flipped].map(answer).into())
}

/// What the income of *drift* comes to where it stands above zero, or the assets where they
/// stand below; `None` where the sign is the ledger's or cannot be seen.
pub fn turned_total(
    kind: SourceKind,
    rows: &[DataRow],
    strings: &[Option<AccountString>],
    year: Year,
) -> Option<Decimal> {
    let is_balance = kind == SourceKind::Table(TableId::BalanceList);
    let tells: Vec<bool> = strings
        .iter()
        .map(|string| {
            string
                .as_ref()
                .is_some_and(|own| if is_balance { is_asset(own, year) } else { is_income(own) })
        })
        .collect();
    let telling = || rows.iter().filter(|row| tells.get(row.string as usize) == Some(&true));
    // The first amount that the rows have: the accounts, or else a budget.
    let order: [usize; 4] = if is_balance { [1, 0, 2, 3] } else { [0, 1, 2, 3] };
    let field =
        order.into_iter().find(|field| telling().any(|row| row.amounts[*field].is_some()))?;
    let total: Decimal = telling().filter_map(|row| row.amounts[field]).sum();
    let is_turned = if is_balance { total < Decimal::ZERO } else { total > Decimal::ZERO };
    is_turned.then_some(total)
}

fn is_income(string: &AccountString) -> bool {
    let is_drift = matches!(Book::of_class(&string.class), None | Some(Book::Drift));
    is_drift && art_of(&string.account).is_some_and(|art| INCOME.contains(&art))
}

fn is_asset(string: &AccountString, year: Year) -> bool {
    let chapter = Chart::get().chapter(&string.account, year);
    chapter.is_some_and(|own| own.chapter.as_str() < FIRST_OF_EQUITY)
}
