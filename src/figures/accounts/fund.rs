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

/// A line of the fund's table, by what it is: what it is called changes with the language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FundLineId {
    /// The balance on 1 January.
    Opening,
    /// What the year's accounts set aside, less what they used.
    SetAside,
    /// Any other movement, by its name in the project's table.
    Movement(String),
    /// The balance on 31 December.
    Closing,
}

impl FundLineId {
    /// The movement with that name in a table: what is set aside, or another one.
    pub fn movement(name: &str) -> Self {
        if is_same_name(name, Self::SetAside.id()) {
            Self::SetAside
        } else {
            Self::Movement(name.to_owned())
        }
    }

    /// The line that an entry of the fund's history is of.
    pub fn of(entry: &FundEntry) -> Self {
        match entry.kind {
            FundLineKind::Opening => Self::Opening,
            FundLineKind::Closing => Self::Closing,
            FundLineKind::Movement => Self::movement(&entry.line),
        }
    }

    /// The line that somebody's table calls so: a balance, or else a movement.
    pub fn named(words: &str) -> Self {
        let balances = [Self::Opening, Self::Closing];
        let is_it =
            |line: &Self| is_same_name(words, line.id()) || is_same_name(words, &line.name());
        balances.into_iter().find(is_it).unwrap_or_else(|| Self::movement(words))
    }

    /// Its name in keys.
    pub(super) fn id(&self) -> &str {
        match self {
            Self::Opening => "saldo-01-01",
            Self::SetAside => "avsatt-fra-drift",
            Self::Movement(name) => name,
            Self::Closing => "saldo-31-12",
        }
    }

    /// What it is called.
    pub fn name(&self) -> String {
        match self {
            Self::Opening => FundLineKind::Opening.choice().word(),
            Self::SetAside => t!("fund-set-aside"),
            Self::Movement(name) => name.clone(),
            Self::Closing => FundLineKind::Closing.choice().word(),
        }
    }

    /// Balance or movement.
    pub fn kind(&self) -> FundLineKind {
        match self {
            Self::Opening => FundLineKind::Opening,
            Self::SetAside | Self::Movement(_) => FundLineKind::Movement,
            Self::Closing => FundLineKind::Closing,
        }
    }

    /// Whether an entry of the fund's history is of this line. A movement keeps its name however it
    /// is spaced and capitalised.
    pub(in crate::figures) fn is_of(&self, entry: &FundEntry) -> bool {
        match (self, Self::of(entry)) {
            (Self::Movement(name), Self::Movement(other)) => is_same_name(name, &other),
            (line, other) => *line == other,
        }
    }
}

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
    /// Which line it is.
    pub id: FundLineId,
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
        let mut movements: Vec<FundLineId> = Vec::new();
        for entry in self.project().fund.iter() {
            let is_shown = entry.year.is_some_and(|year| years.contains(&year));
            let is_new = !movements.iter().any(|line| line.is_of(entry));
            if let (id @ FundLineId::Movement(_), true, true) =
                (FundLineId::of(entry), is_shown, is_new)
            {
                movements.push(id);
            }
        }
        let ids = std::iter::once(FundLineId::Opening)
            .chain(movements)
            .chain([FundLineId::SetAside, FundLineId::Closing]);
        let lines = ids.map(|id| {
            let amounts = years.iter().map(|year| self.fund_amount(*year, &id));
            FundLine { amounts: amounts.collect(), id }
        });
        let lines = lines.collect();
        let mut table = FundTable { years, lines };
        table.find_breaks();
        table
    }

    /// What a line of the fund came to in a year.
    pub(in crate::figures) fn fund_amount(&self, year: Year, line: &FundLineId) -> FundAmount {
        let entries = self.project().fund.iter();
        let mut of_year = entries.filter(|entry| entry.year == Some(year));
        let given = of_year.find(|entry| line.is_of(entry)).and_then(|entry| entry.amount);
        let computed = self.computed_fund(year).and_then(|fund| match line {
            FundLineId::Opening => Some(fund.opening),
            FundLineId::SetAside => Some(fund.set_aside),
            FundLineId::Movement(_) => None,
            FundLineId::Closing => Some(fund.closing),
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
            .filter(|entry| entry.year == Some(year))
            .filter(|entry| matches!(FundLineId::of(entry), FundLineId::Movement(_)))
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
    /// What a line came to in a year, by its place.
    fn amount(&self, id: &FundLineId, year: usize) -> Option<Decimal> {
        self.lines.iter().find(|line| line.id == *id)?.amounts.get(year)?.value
    }

    fn find_breaks(&mut self) {
        for year in 0..self.years.len() {
            let opening = self.amount(&FundLineId::Opening, year);
            let closing = self.amount(&FundLineId::Closing, year);
            let before = self.amount(&FundLineId::Closing, year + 1);
            let movements =
                self.lines.iter().filter(|line| line.id.kind() == FundLineKind::Movement);
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
                line.amounts[year].break_by = match line.id.kind() {
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
