//! The periods of balances that have a row for each month: the months of an account add up, or
//! the last of them says what it has come to. Each row counts in its year.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::amounts::Amounts;
use super::columns::AMOUNTS;
use super::ledger::period;
use crate::calendar::Year;
use crate::import::dates::{DateRule, LIKELY_YEARS, OrderEvidence, month_of_word, read_minute};
use crate::import::heading::normal;
use crate::import::mapping::Mapping;
use crate::import::raw::{RawCell, cell_at};
use crate::import::sheet::Certainty;
use crate::import::synonyms::{KindNames, synonyms};
use crate::number::Decimal;
use crate::project::{RepeatedRows, SourceKind, TableId};

/// At least this percentage of a column's cells must be periods.
const PERIODS_PERCENT: usize = 80;
/// The period after the year's last month.
const YEAR_END: u8 = 13;
/// Periods with two digits of their year are at most this many years from the report year …
const YEARS_NEAR: Year = 2;
/// … and, read as years, farther from it than this.
const FAR: Year = 6;

/// When the amounts of a row are of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowTime {
    /// The year, where the row says it.
    pub year: Option<Year>,
    /// The period within it, as far as the row says it: 0 to 13.
    pub period: Option<u8>,
}

/// The time that a cell names: `202101`, `2020-12`, `7`, `31.12.2020`, `januar`, `2. kvartal`,
/// `202101-202112`. `None` where it names none.
pub fn time_of(cell: &RawCell<'_>) -> Option<RowTime> {
    if let Some((period, year)) = period(cell) {
        return Some(RowTime { year, period: Some(period) });
    }
    let text = cell.text();
    let is_year = |year: &Year| LIKELY_YEARS.contains(year);
    if let Some(year) = plain_year(&text) {
        return Some(RowTime { year: Some(year), period: None });
    }
    if let RawCell::Text(text) = cell
        && let Some(time) = range(text).or_else(|| worded(text))
    {
        return Some(time);
    }
    let day = read_minute(cell, &DateRule::default(), &mut OrderEvidence::default()).ok()?.day();
    let year = Some(day.year()).filter(is_year)?;
    Some(RowTime { year: Some(year), period: Some(day.month().unsigned_abs()) })
}

/// The time that a cell names in a column whose periods may be written with two digits of their
/// year: `2112` is December 2021.
pub fn time_in(cell: &RawCell<'_>, is_short: bool) -> Option<RowTime> {
    let short = short_period(cell).filter(|_| is_short);
    let of_short = |(period, year)| RowTime { year: Some(year), period: Some(period) };
    short.map(of_short).or_else(|| time_of(cell))
}

/// A period with two digits of its year.
pub fn short_period(cell: &RawCell<'_>) -> Option<(u8, Year)> {
    let text = cell.text();
    if text.len() != 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (year, period) = text.split_at_checked(2)?;
    let (year, period): (Year, u8) = (year.parse().ok()?, period.parse().ok()?);
    (period <= YEAR_END).then_some((period, 2000 + year))
}

/// Whether all periods of a column are written with two digits of their year: as such periods they
/// are near the report year, as years they would be far from it.
fn are_short(cells: &[&RawCell<'_>], report_year: Year) -> bool {
    let is_near = |year: Year| (year - report_year).abs() <= YEARS_NEAR;
    let is_short = |cell: &&RawCell<'_>| {
        short_period(cell).is_some_and(|(_, year)| is_near(year))
            && !cell.text().parse().is_ok_and(|year: Year| (year - report_year).abs() <= FAR)
    };
    !cells.is_empty() && cells.iter().all(is_short)
}

/// A year alone, `2021` or `2021,0`.
pub fn plain_year(text: &str) -> Option<Year> {
    let text = text.trim();
    let whole = text.strip_suffix(",0").or_else(|| text.strip_suffix(".0")).unwrap_or(text);
    whole.parse().ok().filter(|year| LIKELY_YEARS.contains(year))
}

/// From one period to another of the same year.
fn range(text: &str) -> Option<RowTime> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty());
    let times: Vec<RowTime> = words
        .filter(|word| word.len() == 6)
        .filter_map(|word| {
            let (period, year) = period(&RawCell::Text(word.into()))?;
            Some(RowTime { year, period: Some(period) })
        })
        .collect();
    match times[..] {
        [first, last] if first.year == last.year => Some(last),
        _ => None,
    }
}

/// A month by its name, a quarter or a third of the year by its number.
fn worded(text: &str) -> Option<RowTime> {
    let words = normal_with_years(text);
    let year = words.iter().find_map(|word| plain_year(word).filter(|_| word.len() == 4));
    let rest: Vec<&str> =
        words.iter().map(String::as_str).filter(|word| plain_year(word).is_none()).collect();
    let number = |word: &str| word.parse::<u8>().ok();
    let months = |name: &str, digit: u8| match name {
        "kvartal" | "kv" | "q" | "k" | "quarter" if (1..=4).contains(&digit) => Some(digit * 3),
        "tertial" | "t" if (1..=3).contains(&digit) => Some(digit * 4),
        _ => None,
    };
    let period = match rest[..] {
        [only] => month_of_word(only).or_else(|| {
            let at = only.find(|c: char| c.is_ascii_digit())?;
            let (name, digits) = only.split_at_checked(at)?;
            months(name, number(digits)?)
        }),
        [a, b] => match (number(a), number(b)) {
            (Some(digit), None) => months(b, digit),
            (None, Some(digit)) => months(a, digit),
            _ => None,
        },
        _ => None,
    }?;
    Some(RowTime { year, period: Some(period) })
}

fn normal_with_years(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Lets the column of periods be one that holds them. In a balance list a column called
/// "Periode" holds what moved in it, unless periods stand there.
///
/// Whether periods are written with two digits of their year comes back.
pub fn settle_periods(
    mapping: &mut Mapping,
    below: &[&[RawCell<'static>]],
    report_year: Year,
) -> bool {
    let has_short = |mapping: &Mapping| {
        mapping.column_of("period").is_some_and(|column| {
            let cells = below.iter().map(|row| cell_at(row, column));
            let cells: Vec<&RawCell<'_>> = cells.filter(|cell| !cell.is_blank()).collect();
            are_short(&cells, report_year)
        })
    };
    if mapping.kind == SourceKind::Ledger {
        return has_short(mapping);
    }
    if !matches!(mapping.kind, SourceKind::Table(TableId::Balances | TableId::BalanceList)) {
        return false;
    }
    let holds = |column: usize, must_have_year: bool| {
        let cells = below.iter().map(|row| cell_at(row, column)).filter(|cell| !cell.is_blank());
        let is_time = |cell: &RawCell<'_>| {
            time_of(cell).is_some_and(|time| !must_have_year || time.year.is_some())
        };
        let (all, good) = cells.fold((0_usize, 0_usize), |(all, good), cell| {
            (all + 1, good + usize::from(is_time(cell)))
        });
        all > 0 && good * 100 >= all * PERIODS_PERCENT
    };
    let months = |column: usize| {
        let cells = below.iter().map(|row| cell_at(row, column)).filter(|cell| !cell.is_blank());
        let months: Vec<Option<u8>> = cells.map(|cell| cell.text().trim().parse().ok()).collect();
        months.iter().all(|month| month.is_some_and(|month| month <= YEAR_END))
    };
    let called = mapping.normals.iter().position(|heading| heading == "periode").filter(|column| {
        mapping.columns.get(*column).is_some_and(|column| {
            matches!(column.field.as_deref(), None | Some("movement"))
                && matches!(column.certainty, Certainty::Known | Certainty::Ignored)
        })
    });
    if mapping.column_of("period").is_none()
        && let Some(column) = called
        && (holds(column, true) || (holds(column, false) && months(column)))
        && let Some(read) = mapping.columns.get_mut(column)
    {
        read.field = Some("period".to_owned());
        read.certainty = Certainty::Known;
    }
    if has_short(mapping) {
        return true;
    }
    if let Some(column) = mapping.column_of("period")
        && !holds(column, false)
        && let Some(read) = mapping.columns.get_mut(column)
        && read.certainty != Certainty::Chosen
    {
        read.field = None;
        read.certainty = Certainty::Ignored;
    }
    false
}

/// How the amounts of a column come together over the periods of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Each is of its period: they add up.
    Sum,
    /// Each is what stood at the period's beginning: the first counts.
    First,
    /// Each is what has come together so far: the last counts.
    Last,
    /// They may be of the period or of the year: nothing tells.
    Unknown,
}

/// How the amounts of a field come together, by its heading.
pub fn over(kind: SourceKind, field: usize, heading: &str, names: &KindNames) -> Over {
    let words = normal(heading);
    let has = |list: &[String]| {
        words.split(' ').any(|word| list.iter().any(|known| known == word))
            || list.iter().any(|phrase| phrase.contains(' ') && words.contains(phrase.as_str()))
    };
    let accounts = &synonyms().accounts;
    let is_list = kind == SourceKind::Table(TableId::BalanceList);
    let is_budget = kind == SourceKind::Table(TableId::Balances) && (1..=2).contains(&field);
    let is_of_year = words.starts_with("års") || words.contains(" års");
    match field {
        _ if kind == SourceKind::Ledger => Over::Sum,
        0 if is_list => Over::First,
        1 if is_list && has(&accounts.closing_words) => Over::Last,
        // An amount may be what stood there, or what moved.
        1 if is_list => Over::Unknown,
        _ if has(&accounts.so_far) || is_of_year => Over::Last,
        _ if has(&accounts.in_period) => Over::Sum,
        _ if is_budget && names.field_of(&words).is_some() => Over::Unknown,
        _ => Over::Sum,
    }
}

/// What a person says of amounts of which nothing tells.
pub fn over_said(over: Over, repeated: Option<RepeatedRows>) -> Over {
    match (over, repeated) {
        (Over::Unknown, Some(RepeatedRows::Add)) => Over::Sum,
        (Over::Unknown, Some(RepeatedRows::First)) => Over::First,
        (Over::Unknown, Some(RepeatedRows::Last)) => Over::Last,
        (over, _) => over,
    }
}

/// The amounts of one account by period.
#[derive(Clone, Debug, Default)]
pub struct ByPeriod(BTreeMap<Option<u8>, Amounts>);

impl ByPeriod {
    /// Adds a row's amounts to those of its period.
    pub fn add(&mut self, period: Option<u8>, amounts: Amounts) {
        let sums = self.0.entry(period).or_default();
        for (sum, amount) in sums.iter_mut().zip(amounts) {
            if let Some(amount) = amount {
                *sum = Some((sum.unwrap_or_default() + amount).normalize());
            }
        }
    }

    /// Whether amounts of that period are among them.
    pub fn has(&self, period: Option<u8>) -> bool {
        self.0.contains_key(&period)
    }

    /// How many periods there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether an amount is the same in each period that has one, and there are several.
    pub fn is_even(&self, field: usize) -> bool {
        let amounts: Vec<Decimal> =
            self.0.values().filter_map(|value| value.get(field).copied().flatten()).collect();
        let first = amounts.first().filter(|first| !first.is_zero());
        amounts.len() > 1 && first.is_some_and(|first| amounts.iter().all(|amount| amount == first))
    }

    /// What the periods come to.
    pub fn together(&self, rules: &[Over; AMOUNTS]) -> Amounts {
        let mut all = Amounts::default();
        for (field, (sum, rule)) in all.iter_mut().zip(rules).enumerate() {
            let mut amounts =
                self.0.values().filter_map(|value| value.get(field).copied().flatten());
            *sum = match rule {
                Over::First => amounts.next(),
                Over::Last => amounts.next_back(),
                Over::Sum | Over::Unknown => {
                    amounts.reduce(|sum, amount| (sum + amount).normalize())
                }
            };
        }
        all
    }
}

/// The only period that the rows of a year are of, from 1 to 13.
pub fn only_period<'p>(
    accounts: impl Iterator<Item = (&'p Year, &'p ByPeriod)>,
) -> Option<(Year, u8)> {
    let mut years: HashMap<Year, BTreeSet<Option<u8>>> = HashMap::new();
    for (year, by_period) in accounts {
        years.entry(*year).or_default().extend(by_period.0.keys());
    }
    let mut only = years.into_iter().filter_map(|(year, periods)| {
        let mut periods = periods.into_iter();
        match (periods.next(), periods.next()) {
            (Some(Some(period @ 1..=YEAR_END)), None) => Some((year, period)),
            _ => None,
        }
    });
    only.next()
}
