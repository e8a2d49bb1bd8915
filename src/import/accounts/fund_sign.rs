//! With which sign a fund's history stands: the report's, above zero, or the ledger's, below it; and
//! whether what was used of the fund stands below zero, as the balances prove.

use std::collections::BTreeMap;

use crate::calendar::Year;
use crate::import::heading::normal;
use crate::import::sheet::TableRow;
use crate::import::synonyms::synonyms;
use crate::message;
use crate::number::Decimal;
use crate::project::{Cell, FundLineKind};
use crate::words::Message;

/// How the movements of a history are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Movements {
    AsTheyAre,
    Turned,
    /// What is used takes away, and all else adds.
    ByWords,
}

impl Movements {
    fn amount(self, amount: Decimal, line: &str) -> Decimal {
        match self {
            Self::AsTheyAre => amount,
            Self::Turned => turn(amount),
            Self::ByWords if is_use(line) => turn(amount.abs()),
            Self::ByWords => amount,
        }
    }
}

/// A year of the history.
#[derive(Default)]
struct FundYear {
    opening: Option<Decimal>,
    closing: Option<Decimal>,
    movements: Vec<(String, Decimal)>,
}

/// Gives the rows the report's sign, and says so where they had another.
pub fn settle_sign(rows: &mut [TableRow]) -> Option<Message> {
    let mut years: BTreeMap<Year, FundYear> = BTreeMap::new();
    for (year, kind, line, amount) in rows.iter().filter_map(parts) {
        let year = years.entry(year).or_default();
        match kind {
            FundLineKind::Opening => year.opening = Some(amount),
            FundLineKind::Closing => year.closing = Some(amount),
            FundLineKind::Movement => year.movements.push((line, amount)),
        }
    }
    let balances = || years.values().flat_map(|year| [year.opening, year.closing]).flatten();
    let is_below = balances().any(|amount| amount < Decimal::ZERO);
    if is_below && balances().any(|amount| amount > Decimal::ZERO) {
        // A fund that was emptied and more is for a person to see.
        return None;
    }
    let proofs = |movements: Movements| proofs(&years, is_below, movements);
    let proved = |movements: Movements| matches!(proofs(movements), (1.., 0));
    // A year whose balances do not meet says nothing against what the others show.
    let shown = |movements: Movements| {
        let (met, missed) = proofs(movements);
        met > proofs(Movements::AsTheyAre).0 && met >= missed
    };
    let is_met = proved(Movements::ByWords) || proved(Movements::Turned);
    let movements = match is_below {
        true => [Movements::Turned, Movements::AsTheyAre, Movements::ByWords]
            .into_iter()
            .find(|movements| proved(*movements))
            .unwrap_or(Movements::Turned),
        false if proved(Movements::AsTheyAre) => return None,
        false => [Movements::ByWords, Movements::Turned]
            .into_iter()
            .find(|movements| proved(*movements))
            .or_else(|| Some(Movements::ByWords).filter(|movements| shown(*movements)))?,
    };
    for row in rows {
        let Some((_, kind, line, amount)) = parts(row) else { continue };
        let turned = match kind {
            FundLineKind::Movement => movements.amount(amount, &line),
            _ if is_below => turn(amount),
            _ => amount,
        };
        if let Some(cell) = row.cells.last_mut() {
            *cell = Cell::Number(turned);
        }
    }
    Some(match is_below {
        true => message!("import-note-fund-turned"),
        false if is_met => message!("import-note-fund-uses"),
        false => message!("import-note-fund-uses-mostly"),
    })
}

/// An amount on the other side of zero; zero has none.
fn turn(amount: Decimal) -> Decimal {
    if amount.is_zero() { amount } else { -amount }
}

/// The year, the kind, the words and the amount of a row.
fn parts(row: &TableRow) -> Option<(Year, FundLineKind, String, Decimal)> {
    let [Cell::Year(year), Cell::Choice(kind), line, Cell::Number(amount)] = &row.cells[..] else {
        return None;
    };
    let kinds = [FundLineKind::Movement, FundLineKind::Opening, FundLineKind::Closing];
    let kind = kinds.into_iter().find(|known| known.choice() == *kind)?;
    let line = match line {
        Cell::Text(line) => line.clone(),
        _ => String::new(),
    };
    Some((*year, kind, line, *amount))
}

/// The years that move and whose balances are met with the movements read so, and the years whose
/// balances are not met.
fn proofs(
    years: &BTreeMap<Year, FundYear>,
    is_below: bool,
    movements: Movements,
) -> (usize, usize) {
    let turned = |amount: Decimal| if is_below { turn(amount) } else { amount };
    let (mut met, mut missed, mut before) = (0_usize, 0_usize, None);
    for year in years.values() {
        let opening = year.opening.or(before);
        before = year.closing;
        let (Some(opening), Some(closing)) = (opening, year.closing) else { continue };
        let moves = year.movements.iter().map(|(line, amount)| movements.amount(*amount, line));
        let sum = moves.into_iter().try_fold(turned(opening), Decimal::checked_add);
        if sum != Some(turned(closing)) {
            missed += 1;
            continue;
        }
        met += usize::from(year.movements.iter().any(|(_, amount)| !amount.is_zero()));
    }
    (met, missed)
}

/// Whether a line is what was used of the fund.
fn is_use(line: &str) -> bool {
    let line = normal(line);
    let first = line.split(' ').next().unwrap_or_default();
    synonyms().accounts.fund_uses.iter().any(|word| first.starts_with(word.as_str()))
}
