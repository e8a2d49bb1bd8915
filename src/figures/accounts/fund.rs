//! The *disposisjonsfond* over the years: computed where the accounts are known, else as given.

use rust_decimal::Decimal;

use super::AmountColumn;
use crate::calendar::Year;
use crate::figures::Figures;
use crate::kostra::{is_same_name, row};
use crate::number;
use crate::project::{FundEntry, FundLineKind, StatementId};
use crate::t;

/// How many years the table shows.
const YEARS: Year = 5;

/// The fund over the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundTable {
    /// The years, the latest first.
    pub years: Vec<Year>,
    /// The lines in order: the opening balance, movements, the closing balance.
    pub lines: Vec<FundLine>,
}

/// A line of the fund's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundLine {
    /// Balance or movement.
    pub kind: FundLineKind,
    /// Its words.
    pub name: String,
    /// Its amounts, one a year of the table.
    pub amounts: Vec<FundAmount>,
}

/// An amount of the fund in one year, in kroner; a fund stands above zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FundAmount {
    /// The amount.
    pub value: Option<Decimal>,
    /// Whether a history gave it; else it is computed from the accounts.
    pub is_given: bool,
    /// The amount of the history, where the accounts give another.
    pub given: Option<Decimal>,
    /// The difference to the expected amount: for an opening balance the closing balance of the
    /// year before, for a closing balance the sum of the year's lines.
    pub break_by: Option<Decimal>,
}

/// The fund in one year, computed from the accounts.
struct Computed {
    opening: Decimal,
    set_aside: Decimal,
    closing: Decimal,
}

impl Figures {
    /// The fund in `year` and the four years before.
    pub fn fund_table(&self, year: Year) -> FundTable {
        let years: Vec<Year> = (0..YEARS).map(|back| year - back).collect();
        let set_aside = t!("fund-set-aside");
        let mut names: Vec<String> = Vec::new();
        for entry in self.project().fund.iter().filter(|entry| is_movement(entry)) {
            let is_shown = entry.year.is_some_and(|year| years.contains(&year));
            let is_new = !names.iter().any(|name| is_same_name(name, &entry.line));
            if is_shown && is_new && !is_same_name(&entry.line, &set_aside) {
                names.push(entry.line.clone());
            }
        }
        names.push(set_aside);
        let line = |kind, name: String| {
            let amounts = years.iter().map(|year| self.fund_amount(*year, kind, &name));
            FundLine { kind, amounts: amounts.collect(), name }
        };
        let mut lines = vec![line(FundLineKind::Opening, FundLineKind::Opening.choice().word())];
        lines.extend(names.into_iter().map(|name| line(FundLineKind::Movement, name)));
        lines.push(line(FundLineKind::Closing, FundLineKind::Closing.choice().word()));
        let mut table = FundTable { years, lines };
        table.find_breaks();
        table
    }

    /// What a line of the fund came to in a year, by the line's name in that year's table.
    pub(super) fn fund_value(&self, year: Year, line: &str) -> Option<Decimal> {
        let balances = [FundLineKind::Opening, FundLineKind::Closing];
        let kind = balances.into_iter().find(|kind| kind.choice().word() == line);
        self.fund_amount(year, kind.unwrap_or(FundLineKind::Movement), line).value
    }

    fn fund_amount(&self, year: Year, kind: FundLineKind, name: &str) -> FundAmount {
        let is_meant = |entry: &&FundEntry| {
            entry.year == Some(year)
                && entry.kind == kind
                && (kind != FundLineKind::Movement || is_same_name(&entry.line, name))
        };
        let given = self.project().fund.iter().find(is_meant).and_then(|entry| entry.amount);
        let computed = self.computed_fund(year).and_then(|fund| match kind {
            FundLineKind::Opening => Some(fund.opening),
            FundLineKind::Closing => Some(fund.closing),
            FundLineKind::Movement => {
                (is_same_name(name, &t!("fund-set-aside"))).then_some(fund.set_aside)
            }
        });
        match computed {
            Some(value) => FundAmount {
                value: Some(value),
                is_given: false,
                given: given.filter(|given| !agrees(value, *given)),
                break_by: None,
            },
            None => FundAmount { value: given, is_given: given.is_some(), ..FundAmount::default() },
        }
    }

    /// The fund of a year from its accounts, or from the last column of the next year.
    fn computed_fund(&self, year: Year) -> Option<Computed> {
        let closing = -self.amount_of(StatementId::BalanceSheet, row::DISPOSISJONSFOND, year)?;
        let set_aside = self.net_to_fund(year)?;
        let others: Decimal = self
            .project()
            .fund
            .iter()
            .filter(|entry| entry.year == Some(year) && is_movement(entry))
            .filter(|entry| !is_same_name(&entry.line, &t!("fund-set-aside")))
            .filter_map(|entry| entry.amount)
            .sum();
        let statement = self.statement(StatementId::BalanceSheet, year);
        let opening = statement
            .and_then(|statement| statement.amount(row::DISPOSISJONSFOND, AmountColumn::LastYear));
        let opening = opening.map_or(closing - set_aside - others, |amount| -amount);
        Some(Computed { opening, set_aside, closing })
    }

    /// What the year's accounts set aside to the fund less what they used of it.
    fn net_to_fund(&self, year: Year) -> Option<Decimal> {
        let amount = |row: &str| self.amount_of(StatementId::ByNature, row, year);
        amount(row::NETTO_DISPOSISJONSFOND).or_else(|| {
            Some(amount(row::AVSETNING_DISPOSISJONSFOND)? + amount(row::BRUK_DISPOSISJONSFOND)?)
        })
    }

    /// What a row came to in a year: from the statement of that year, or from the last column of
    /// the next year's.
    pub(super) fn amount_of(&self, id: StatementId, row: &str, year: Year) -> Option<Decimal> {
        let statement = self.statement(id, year).filter(|statement| statement.is_known());
        let amount = statement.and_then(|statement| statement.amount(row, AmountColumn::Actual));
        amount.or_else(|| self.statement(id, year + 1)?.amount(row, AmountColumn::LastYear))
    }
}

impl FundTable {
    /// The line of that kind, where there is only one of it.
    fn balance(&self, kind: FundLineKind, year: usize) -> Option<Decimal> {
        self.lines.iter().find(|line| line.kind == kind)?.amounts.get(year)?.value
    }

    fn find_breaks(&mut self) {
        for year in 0..self.years.len() {
            let opening = self.balance(FundLineKind::Opening, year);
            let closing = self.balance(FundLineKind::Closing, year);
            let before = self.balance(FundLineKind::Closing, year + 1);
            let movements = self.lines.iter().filter(|line| line.kind == FundLineKind::Movement);
            let moved: Decimal =
                movements.filter_map(|movement| movement.amounts[year].value).sum();
            // What was given in whole kroner follows to the krone only.
            let is_given = self.lines.iter().any(|line| {
                let amounts = line.amounts.iter().skip(year).take(2);
                amounts.into_iter().any(|amount| amount.is_given)
            });
            let least = if is_given { Decimal::ONE } else { Decimal::ZERO };
            let differs = |a: Option<Decimal>, b: Option<Decimal>| {
                Some(a? - b?)
                    .filter(|difference| !difference.is_zero() && difference.abs() >= least)
            };
            let of_opening = differs(opening, before);
            let of_closing = differs(closing, opening.map(|opening| opening + moved));
            for line in &mut self.lines {
                line.amounts[year].break_by = match line.kind {
                    FundLineKind::Opening => of_opening,
                    FundLineKind::Closing => of_closing,
                    FundLineKind::Movement => None,
                };
            }
        }
    }
}

/// Whether a given amount says what was computed, to the decimals that it has.
fn agrees(computed: Decimal, given: Decimal) -> bool {
    number::round(computed, given.normalize().scale()) == given
}

fn is_movement(entry: &FundEntry) -> bool {
    entry.kind == FundLineKind::Movement
}
