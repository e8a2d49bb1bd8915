//! First sentences on the cases: how many, against the year before and the average, the rank
//! among the years known, the weeks that stand out, the incidents.

use rust_decimal::Decimal;

use super::Writer;
use crate::calendar::Quarter;
use crate::figures::{CaseMeasure, ChangeWords, Key, Period, Reference, WeekPoint};
use crate::number;
use crate::t;

/// Fewer years than this make no rank.
const RANKED_YEARS: usize = 3;

impl Writer<'_> {
    /// A quarter's cases and incidents.
    pub(super) fn quarter(&self, quarter: Quarter) -> Vec<String> {
        let period = Period::Quarter(quarter);
        let mut sentences = self.cases(period);
        sentences.extend(self.incidents(period));
        sentences
    }

    /// The year's cases, and the weeks that stand out.
    pub(super) fn operations(&self) -> Vec<String> {
        let mut sentences = self.cases(Period::Year);
        sentences.extend(self.busiest_week());
        sentences.extend(self.week_most_above());
        sentences
    }

    /// How many cases, against the year before and the average, and the rank.
    pub(super) fn cases(&self, period: Period) -> Vec<String> {
        let key = |measure| Key::Cases(self.year, period, measure);
        let Some(count) = self.field(&key(CaseMeasure::Count)) else { return Vec::new() };
        let is_whole =
            self.figures.comparison(self.year, period).is_some_and(|compared| compared.is_whole);
        let when = t!(period.word_key());
        let mut sentences = match (period, is_whole) {
            (Period::Year, true) => vec![t!("draft-cases-year", count = count)],
            (Period::Quarter(_) | Period::Half(_), true) => {
                vec![t!("draft-cases-quarter", count = count, quarter = when)]
            }
            // While it runs, the number is one of so far.
            _ => vec![t!("draft-cases-so-far", count = count)],
        };
        let last_year = self.change(&key(CaseMeasure::Change(Reference::LastYear)));
        let average = self.change(&key(CaseMeasure::Change(Reference::Average)));
        match (last_year, average) {
            (Some(last_year), Some(average)) => sentences.push(t!(
                "draft-changes",
                last_year = t!("draft-than-last-year", change = last_year),
                average = t!("draft-than-average", change = average),
            )),
            (Some(last_year), None) => {
                let change = t!("draft-than-last-year", change = last_year);
                sentences.push(t!("draft-change", change = change));
            }
            (None, Some(average)) => {
                let change = t!("draft-than-average", change = average);
                sentences.push(t!("draft-change", change = change));
            }
            (None, None) => {}
        }
        if is_whole {
            sentences.extend(self.rank(period));
        }
        sentences
    }

    /// "1,4 % flere enn", or "like mange som" where nothing has changed.
    fn change(&self, key: &Key) -> Option<String> {
        let figure = self.figures.figure(key);
        let value: Decimal = figure.value?;
        let words = ChangeWords::percent(value, figure.decimals);
        match words.is_none() {
            true => Some(words.more_than()),
            false => Some(format!("{} {}", self.field(key)?, words.joiner())),
        }
    }

    /// Whether no year known has had more, or fewer, in the same period.
    fn rank(&self, period: Period) -> Option<String> {
        let count = self.figures.cases(self.year, period)?;
        let first = self.figures.volumes().span()?.first.year();
        let known = (first..self.year).filter_map(|year| {
            let cases = self.figures.cases(year, period)?;
            Some((year, cases))
        });
        let known: Vec<(i16, u32)> = known.collect();
        if known.len() < RANKED_YEARS {
            return None;
        }
        let since = known.first()?.0.to_string();
        let quarter = t!(period.word_key());
        let is_year = period == Period::Year;
        if known.iter().all(|(_, cases)| *cases < count) {
            return Some(match is_year {
                true => t!("draft-most-year", since = since),
                false => t!("draft-most-quarter", quarter = quarter, since = since),
            });
        }
        known.iter().all(|(_, cases)| *cases > count).then(|| match is_year {
            true => t!("draft-fewest-year", since = since),
            false => t!("draft-fewest-quarter", quarter = quarter, since = since),
        })
    }

    fn incidents(&self, period: Period) -> Option<String> {
        let incidents = self.field(&Key::Incidents(self.year, period))?;
        let distinct = Key::DistinctIncidents(self.year, period);
        let (all, count) = (Key::Incidents(self.year, period), self.figures.value(&distinct));
        match self.field(&distinct).filter(|_| count != self.figures.value(&all)) {
            Some(distinct) => {
                Some(t!("draft-incidents-distinct", count = incidents, distinct = distinct))
            }
            None => {
                let number = own_count(self.figures.value(&all));
                Some(t!("draft-incidents", count = incidents, number = number))
            }
        }
    }

    fn busiest_week(&self) -> Option<String> {
        let weeks = self.figures.weekly();
        let weeks: Vec<&WeekPoint> =
            weeks.of_year(self.year).filter(|week| week.is_complete).collect();
        let most = weeks.iter().rev().max_by_key(|week| week.cases)?;
        let cases = self.field(&Key::Week(most.week))?;
        Some(t!("draft-busiest-week", week = most.week.week.to_string(), cases = cases))
    }

    /// The week that lies most over the average of its number.
    fn week_most_above(&self) -> Option<String> {
        let weeks = self.figures.weekly();
        let complete = weeks.of_year(self.year).filter(|week| week.is_complete);
        let over = complete.filter_map(|week| {
            let average = self.figures.value(&Key::WeekAverage(week.week))?;
            let change = number::change_percent(week.cases.into(), average)?;
            (change > Decimal::ZERO).then_some((week, change))
        });
        let (week, _) = over.max_by(|(_, a), (_, b)| a.cmp(b))?;
        let cases = self.field(&Key::Week(week.week))?;
        let average = self.field(&Key::WeekAverage(week.week))?;
        let number = week.week.week.to_string();
        Some(t!("draft-week-most-above", week = number, cases = cases, average = average))
    }
}

/// A count as a number, by which the words are chosen.
fn own_count(value: Option<Decimal>) -> i64 {
    value.and_then(|value| i64::try_from(value).ok()).unwrap_or_default()
}
