//! The balance sheet: it balances, the *kapitalkonto* is what it must be, and what the year did
//! moves fixed assets and funds from their opening to their closing balance.

use super::statements::net_of_fund;
use crate::calendar::Year;
use crate::checks::rule::rules;
use crate::checks::values::{fund, row};
use crate::checks::{Expected, Identity, Linear, Values, Verdict};
use crate::figures::{AmountColumn, FundLineId, Key};
use crate::kostra::row;
use crate::project::StatementId;

use AmountColumn::{Actual, LastYear};
use StatementId::{BalanceSheet, ByNature, Investment};

rules! {
    /// Assets equal equity plus debt.
    BALANCE { id: "balance", severity: Error, words: "check-balance", find: None }
    /// The *kapitalkonto* equals fixed assets less long-term debt.
    CAPITAL { id: "capital-account", severity: Error, words: "check-capital-account", find: None }
    /// A fund closes where it opened, with what the year set aside and used.
    FUND { id: "fund-moved", severity: Error, words: "check-fund-moved", find: None }
    /// Fixed assets close at their opening balance plus investments less depreciation. A sale at a
    /// price other than the book value, or a *nedskrivning*, breaks this rightly, so a person judges.
    ASSETS { id: "assets-moved", severity: Warning, words: "check-assets-moved", find: None }
}

/// The funds of the balance sheet, the statement that moves each, and its name there.
const FUNDS: [(&str, StatementId); 4] = [
    (row::DISPOSISJONSFOND, ByNature),
    (row::BUNDNE_DRIFTSFOND, ByNature),
    (row::UBUNDET_INVESTERINGSFOND, Investment),
    (row::BUNDNE_INVESTERINGSFOND, Investment),
];

/// Adds the identities of a year's balance sheet.
pub fn push(all: &mut Vec<Identity>, values: &dyn Values, year: Year) {
    for column in AmountColumn::OF_BALANCE {
        let other = row(BalanceSheet, year, column, row::SUM_EGENKAPITAL_OG_GJELD);
        let subject = row(BalanceSheet, year, column, row::SUM_EIENDELER);
        all.push(Identity::new(&BALANCE, subject, Expected::Same(-1, other)));
    }
    push_capital(all, values, year);
    for (name, statement) in FUNDS {
        all.push(moved_fund(values, year, name, statement));
    }
    all.push(equipment(year));
    all.push(shares(year));
}

/// The identity of the year, and that of the year before. If both are off by the same amount, the
/// difference was carried over, and only the year's own is checked.
fn push_capital(all: &mut Vec<Identity>, values: &dyn Values, year: Year) {
    let before = capital(year, LastYear);
    let this_year = Identity { before: Some(Box::new(before.clone())), ..capital(year, Actual) };
    let off_by = |identity: &Identity| match identity.judge(values) {
        Verdict::Broken(breach) => Some(breach.difference()),
        Verdict::Holds | Verdict::Unknown => None,
    };
    let is_one = off_by(&before).is_some_and(|off| off_by(&this_year) == Some(off));
    all.push(this_year);
    if !is_one {
        all.push(before);
    }
}

fn capital(year: Year, column: AmountColumn) -> Identity {
    let at = |id: &str| row(BalanceSheet, year, column, id);
    let terms = vec![(-1, at(row::SUM_ANLEGGSMIDLER)), (-1, at(row::SUM_LANGSIKTIG_GJELD))];
    let expected = Expected::Sum(Linear { terms, divisor: 1 });
    Identity::new(&CAPITAL, at(row::KAPITALKONTO), expected)
}

fn moved_fund(values: &dyn Values, year: Year, name: &str, statement: StatementId) -> Identity {
    // Either statement of *drift* tells what was set aside; a print may have only one of them.
    let statements = [statement, StatementId::Appropriations];
    let of_drift = statement == ByNature;
    let nets = statements.into_iter().take(if of_drift { 2 } else { 1 });
    let net = nets
        .map(|statement| net_of_fund(values, statement, year, Actual, name))
        .find(|keys| keys.iter().all(|key| values.get(key).is_some()))
        .unwrap_or_else(|| net_of_fund(values, statement, year, Actual, name));
    let mut sum = Linear::one(row(BalanceSheet, year, LastYear, name)).plus_all(-1, net);
    if name == row::DISPOSISJONSFOND {
        sum = sum.plus_all(-1, other_movements(values, year));
    }
    Identity::new(&FUND, row(BalanceSheet, year, Actual, name), Expected::Sum(sum))
}

/// What moved the *disposisjonsfond* beside the year's accounts, as a new owner's share does.
fn other_movements(values: &dyn Values, year: Year) -> impl Iterator<Item = Key> {
    let lines = values.fund_movements(year).into_iter();
    let others = lines.filter(|line| *line != FundLineId::SetAside);
    let keys = others.map(move |line| fund(year, line));
    keys.filter(|key| values.get(key).is_some()).collect::<Vec<_>>().into_iter()
}

fn equipment(year: Year) -> Identity {
    let kinds = [row::FASTE_EIENDOMMER_OG_ANLEGG, row::UTSTYR_MASKINER_OG_TRANSPORTMIDLER];
    let at = |column, id: &str| row(BalanceSheet, year, column, id);
    let sum = Linear::sum(kinds.map(|id| at(LastYear, id)))
        .plus(1, row(Investment, year, Actual, row::VARIGE_DRIFTSMIDLER))
        .plus(1, row(Investment, year, Actual, row::SALG_AV_VARIGE_DRIFTSMIDLER))
        .plus(-1, row(ByNature, year, Actual, row::AVSKRIVNINGER))
        .plus(-1, at(Actual, kinds[0]));
    Identity::new(&ASSETS, at(Actual, kinds[1]), Expected::Sum(sum))
}

fn shares(year: Year) -> Identity {
    let at = |column| row(BalanceSheet, year, column, row::AKSJER_OG_ANDELER_EIENDELER);
    let sum = Linear::one(at(LastYear))
        .plus(1, row(Investment, year, Actual, row::AKSJER_OG_ANDELER))
        .plus(1, row(Investment, year, Actual, row::SALG_AV_FINANSIELLE_ANLEGGSMIDLER));
    Identity::new(&ASSETS, at(Actual), Expected::Sum(sum))
}
