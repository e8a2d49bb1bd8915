//! Key figures of the economic capacity over time (*økonomisk handleevne*).

use rust_decimal::Decimal;

use crate::calendar::Year;
use crate::figures::Figures;
use crate::kostra::row;
use crate::project::{FundEntry, FundLineKind, StatementId};
use crate::text_key;

/// What a key figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CapacityMeasure {
    /// *Netto driftsresultat*; a surplus stands above zero.
    NetResult,
    /// The *disposisjonsfond* on 31 December.
    Fund,
    /// *Arbeidskapital*: *omløpsmidler* less *kortsiktig gjeld* on 31 December, *premieavvik*
    /// among them.
    WorkingCapital,
}

impl CapacityMeasure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::NetResult, Self::Fund, Self::WorkingCapital];

    /// How the locale files name it.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::NetResult => text_key!("capacity-net-result"),
            Self::Fund => text_key!("capacity-fund"),
            Self::WorkingCapital => text_key!("capacity-working-capital"),
        }
    }
}

/// The key figures of one year, in kroner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// The year.
    pub year: Year,
    /// *Sum driftsinntekter*, above zero.
    pub income: Option<Decimal>,
    /// The measures, in the order of [`CapacityMeasure::ALL`].
    pub measures: [Option<Decimal>; 3],
}

impl Capacity {
    /// A measure in kroner.
    pub fn kroner(&self, measure: CapacityMeasure) -> Option<Decimal> {
        self.measures[measure as usize]
    }

    /// A measure in percent of the *driftsinntekter*.
    pub fn percent(&self, measure: CapacityMeasure) -> Option<Decimal> {
        let hundredfold = self.kroner(measure)?.checked_mul(Decimal::ONE_HUNDRED)?;
        hundredfold.checked_div(self.income?)
    }
}

impl Figures {
    /// The key figures of every year of which any is known, the earliest first.
    pub fn capacity(&self) -> Vec<Capacity> {
        let known = self.accounts().years().map(|year| year.year);
        let before = self.accounts().years().map(|year| year.year - 1);
        let given = self.project().fund.iter().filter_map(|entry| entry.year);
        let mut years: Vec<Year> = known.chain(before).chain(given).collect();
        years.sort_unstable();
        years.dedup();
        let all = years.into_iter().map(|year| self.capacity_of(year));
        all.filter(|capacity| capacity.measures.iter().any(Option::is_some)).collect()
    }

    /// The key figures of one year; unknown ones are gaps.
    pub fn capacity_of(&self, year: Year) -> Capacity {
        let drift = |row| self.amount_of(StatementId::ByNature, row, year);
        let balance = |row| self.amount_of(StatementId::BalanceSheet, row, year);
        let is_closing =
            |entry: &&FundEntry| entry.year == Some(year) && entry.kind == FundLineKind::Closing;
        let given = self.project().fund.iter().find(is_closing).and_then(|entry| entry.amount);
        let working_capital = balance(row::SUM_OMLOEPSMIDLER)
            .zip(balance(row::SUM_KORTSIKTIG_GJELD))
            .and_then(|(assets, debt)| assets.checked_add(debt));
        Capacity {
            year,
            income: drift(row::SUM_DRIFTSINNTEKTER).map(|income| -income),
            measures: [
                drift(row::NETTO_DRIFTSRESULTAT).map(|result| -result),
                balance(row::DISPOSISJONSFOND).map(|fund| -fund).or(given),
                working_capital,
            ],
        }
    }
}
