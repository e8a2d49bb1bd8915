//! With which sign an export has its income: the ledger's, below zero, or turned, or none.

use super::columns::{AMOUNTS, AmountColumn};
use super::finish::DataRow;
use super::sides::Signs;
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

/// What a sheet shows whose signs are not the ledger's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What income comes to, or what assets do.
    pub total: Decimal,
    /// What stands on the other side: expenses, or equity and debt.
    pub others: Decimal,
    /// Whether the sheet is a balance list.
    pub is_balance: bool,
    /// Whether the income is that of investments, where a sheet has no other.
    pub is_investment: bool,
}

impl Doubt {
    /// The books whose income it is, in words.
    pub fn books(&self) -> String {
        crate::t!(match self.is_investment {
            true => "import-books-investment",
            false => "import-books-drift",
        })
    }

    /// Whether both sides stand above zero, so that the sheet has no signs at all.
    pub fn is_unsigned(&self) -> bool {
        self.total > Decimal::ZERO && self.others > Decimal::ZERO
    }

    /// Whether the signs are not the ledger's.
    fn is_any(&self) -> bool {
        match self.is_balance {
            true => self.total < Decimal::ZERO || self.is_unsigned(),
            false => self.total > Decimal::ZERO,
        }
    }

    /// Whether expenses stand below zero, where there is no income to tell the sign.
    fn has_expenses_below(&self) -> bool {
        !self.is_balance && self.total.is_zero() && self.others < Decimal::ZERO
    }

    /// Which sign the sheet has. Only answers are offered that can be right: what has no signs
    /// cannot be turned as a whole.
    pub fn question(&self) -> Option<Question> {
        let books = self.books();
        let [total, others] = [self.total, self.others].map(|amount| number::decimal(amount, 2));
        let asks = match (self.is_unsigned(), self.is_balance) {
            (true, true) => {
                message!("import-ask-sign-none-balance", total = total, others = others)
            }
            (true, false) => {
                message!("import-ask-sign-none", books = books, total = total, others = others)
            }
            (false, true) => message!("import-ask-sign-assets", total = total),
            (false, false) if self.has_expenses_below() => {
                message!("import-ask-sign-expenses", books = books, others = others)
            }
            (false, false) => message!("import-ask-sign", books = books, total = total),
        };
        let other = if self.is_unsigned() { LedgerSign::Unsigned } else { LedgerSign::Flipped };
        let answer = |sign: LedgerSign| Answer::new(sign.choice().word(), Setting::Sign(sign));
        Question::new(asks, [LedgerSign::Normal, other].map(answer).into())
    }
}

/// The sign that one column of amounts shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// Neither income nor assets stand in it.
    Nothing,
    /// The ledger's, with both sides to bear it out.
    Ledger,
    /// The ledger's, as far as one side shows it.
    Likely,
    /// Income stands above zero, and expenses below, or assets below zero.
    Flipped,
    /// All stands above zero.
    Unsigned,
    /// Some income stands above zero and some below.
    Unclear,
}

/// At least this percentage of a column's income must stand on one side for its sign to be clear.
const CLEAR_PERCENT: usize = 80;

/// What the columns of amounts show of their signs. They may differ: a system that writes the
/// accounts with a sign may write the budget without.
pub struct ColumnSigns {
    doubts: [Doubt; AMOUNTS],
    seen: [Seen; AMOUNTS],
    /// The first amount that the rows have: the accounts, or else a budget.
    main: Option<usize>,
    is_balance: bool,
    /// The columns whose sides stand in their headings, so that they have the ledger's sign.
    is_sided: [bool; AMOUNTS],
}

impl ColumnSigns {
    /// The signs of those rows.
    pub fn of(
        kind: SourceKind,
        rows: &[DataRow],
        strings: &[Option<AccountString>],
        (year, columns): (Year, &[AmountColumn]),
    ) -> Self {
        let is_balance = kind == SourceKind::Table(TableId::BalanceList);
        let all = |book: Book| -> Vec<Option<bool>> {
            let sides = strings.iter().map(|string| {
                let string = string.as_ref()?;
                if is_balance { is_asset(string, year) } else { is_income(string, book) }
            });
            sides.collect()
        };
        let of_drift = all(Book::Drift);
        let is_investment = !is_balance && of_drift.iter().all(Option::is_none);
        let tells = if is_investment { all(Book::Investering) } else { of_drift };
        let side = |row: &DataRow| tells.get(row.string as usize).copied().flatten();
        let telling = || rows.iter().filter(|row| side(row) == Some(true));
        let order: [usize; AMOUNTS] = if is_balance { [1, 0, 2, 3] } else { [0, 1, 2, 3] };
        let main =
            order.into_iter().find(|field| telling().any(|row| row.amounts[*field].is_some()));
        let doubts = std::array::from_fn(|field| {
            let sum = |is_of_total: bool| -> Decimal {
                let of_side = rows.iter().filter(|row| side(row) == Some(is_of_total));
                of_side.filter_map(|row| row.amounts[field]).sum()
            };
            Doubt { total: sum(true), others: sum(false), is_balance, is_investment }
        });
        let seen = std::array::from_fn(|field| {
            let mut signs = Signs::default();
            for amount in telling().filter_map(|row| row.amounts[field]) {
                signs.below += usize::from(amount < Decimal::ZERO);
                signs.above += usize::from(amount > Decimal::ZERO);
            }
            Seen::of(&doubts[field], signs)
        });
        let mut is_sided = [false; AMOUNTS];
        for column in columns.iter().filter(|column| column.is_sided) {
            is_sided[column.field] = true;
        }
        Self { doubts, seen, main, is_balance, is_sided }
    }

    /// What the income comes to where it stands above zero, or the assets where they
    /// stand below, or beside debt that stands above as they do; `None` where the sign is the
    /// ledger's or cannot be seen.
    pub fn doubt(&self) -> Option<Doubt> {
        let doubt = self.doubts[self.main?];
        doubt.is_any().then_some(doubt)
    }

    /// Whether a column beside the main one leaves open which sign it has.
    pub fn is_unclear_beside(&self) -> Option<&Doubt> {
        let main = self.main?;
        let mut beside =
            (0..AMOUNTS).filter(|field| *field != main && self.may_have_other_sign(*field));
        beside.find(|field| self.seen[*field] == Seen::Unclear).map(|field| &self.doubts[field])
    }

    /// Whether a column may have another sign than the main one: not the movement between two
    /// balances, which stands on either side of zero, nor one of debit and credit.
    fn may_have_other_sign(&self, field: usize) -> bool {
        let is_movement = self.is_balance && field == 2;
        !self.is_sided[field] && !is_movement
    }

    /// The sign of each column, where a person has said that of the file; and those whose sign is
    /// another than the main column's.
    pub fn settled(
        &self,
        sign: Option<LedgerSign>,
    ) -> ([LedgerSign; AMOUNTS], Vec<(usize, Doubt)>) {
        let base = sign.unwrap_or_default();
        let main = self.main.map_or(Seen::Nothing, |main| self.seen[main]);
        // What a person says is of the columns that show something else than the ledger's sign.
        let of_main =
            if main == Seen::Ledger && !self.is_balance { LedgerSign::Normal } else { base };
        // In a list without income only the columns whose expenses stand below zero are in doubt.
        let is_any_below = self.main.is_none() && self.seen.contains(&Seen::Unclear);
        let mut others = Vec::new();
        let signs = std::array::from_fn(|field| match self.seen[field] {
            _ if self.is_balance && field == 2 && self.is_sided[field] => LedgerSign::Normal,
            Seen::Nothing if is_any_below => LedgerSign::Normal,
            _ if Some(field) == self.main || !self.may_have_other_sign(field) => of_main,
            seen if seen == main => of_main,
            Seen::Nothing | Seen::Likely => of_main,
            Seen::Ledger => LedgerSign::Normal,
            Seen::Unclear => base,
            Seen::Flipped | Seen::Unsigned => {
                others.push((field, self.doubts[field]));
                match self.seen[field] {
                    Seen::Flipped => LedgerSign::Flipped,
                    _ => LedgerSign::Unsigned,
                }
            }
        });
        (signs, others)
    }

    /// The main column.
    pub fn main(&self) -> Option<usize> {
        self.main
    }
}

impl Seen {
    fn of(doubt: &Doubt, signs: Signs) -> Self {
        let count = signs.below + signs.above;
        let is_mixed = signs.below.max(signs.above) * 100 < count * CLEAR_PERCENT;
        match () {
            // One column alone may hold what was taken back; beside another it is in doubt.
            () if count == 0 && doubt.has_expenses_below() => Self::Unclear,
            () if count == 0 => Self::Nothing,
            () if !doubt.is_any() => match (doubt.is_balance, doubt.others.is_sign_negative()) {
                _ if doubt.total.is_zero() || doubt.others.is_zero() => Self::Likely,
                (is_balance, is_below) if is_balance == is_below => Self::Ledger,
                _ => Self::Likely,
            },
            () if is_mixed => Self::Unclear,
            () if doubt.is_balance && doubt.total < Decimal::ZERO => Self::Flipped,
            () if doubt.others < Decimal::ZERO => Self::Flipped,
            () => Self::Unsigned,
        }
    }
}

/// Turns the amounts of each column as its sign says, so that they have the ledger's.
pub fn turn(
    rows: &mut [DataRow],
    strings: &[Option<AccountString>],
    (signs, is_balance, year): ([LedgerSign; AMOUNTS], bool, Year),
) {
    if signs == [LedgerSign::Normal; AMOUNTS] {
        return;
    }
    let stands_below_zero = |row: &DataRow| {
        let string = strings.get(row.string as usize).and_then(Option::as_ref);
        string.is_some_and(|string| match is_balance {
            true => is_asset(string, year) == Some(false),
            false => art_of(&string.account).is_some_and(|art| BELOW_ZERO.contains(&art)),
        })
    };
    for row in rows {
        let is_below = stands_below_zero(row);
        for (amount, sign) in row.amounts.iter_mut().zip(signs) {
            let is_turned = match sign {
                LedgerSign::Normal => false,
                LedgerSign::Flipped => true,
                LedgerSign::Unsigned => is_below,
            };
            if let Some(amount) = amount.as_mut().filter(|_| is_turned) {
                *amount = -*amount;
            }
        }
    }
}

/// Whether debit and credit bear out that equity and debt stand without their sign: of each asset
/// the balance moves as they do, of all else the other way.
pub fn is_moved_without_sign(
    rows: &[DataRow],
    strings: &[Option<AccountString>],
    year: Year,
) -> bool {
    let mut is_shown = false;
    for row in rows {
        let string = strings.get(row.string as usize).and_then(Option::as_ref);
        let ([Some(opening), Some(closing), Some(movement), _], Some(is_asset)) =
            (row.amounts, string.and_then(|string| is_asset(string, year)))
        else {
            continue;
        };
        let moved = closing - opening;
        if if is_asset { moved } else { -moved } != movement {
            return false;
        }
        is_shown |= !is_asset && !movement.is_zero();
    }
    is_shown
}

/// Whether an account of those books is income, or else an expense.
pub fn is_income(string: &AccountString, book: Book) -> Option<bool> {
    let account_book = Book::of_class(&string.class).unwrap_or(Book::Drift);
    let art = art_of(&string.account).filter(|_| account_book == book)?;
    (art <= *INCOME.end()).then(|| INCOME.contains(&art))
}

/// Whether a balance account is an asset, or else equity or debt.
fn is_asset(string: &AccountString, year: Year) -> Option<bool> {
    let chapter = Chart::get().chapter(&string.account, year)?;
    // Memoria stand beside both.
    (chapter.chapter.as_str() < "90").then(|| chapter.chapter.as_str() < FIRST_OF_EQUITY)
}
