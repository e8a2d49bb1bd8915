//! Cases per quarter and year: row sums, averages, and changes from the right reference.

use crate::calendar::{Quarter, Year};
use crate::checks::rule::rules;
use crate::checks::{Expected, Identity, Linear, Scope, Values};
use crate::figures::{CaseMeasure, Key, Period, Reference};

rules! {
    /// The year is the sum of its quarters.
    SUM { id: "quarter-sum", severity: Error, words: "check-quarter-sum", find: None }
    /// An average is that of the years named.
    AVERAGE { id: "quarter-average", severity: Error, words: "check-quarter-average", find: None }
    /// A change is measured from its reference, and in percent of it.
    CHANGE { id: "change", severity: Error, words: "check-change", find: None }
    /// Separate incidents are among the incidents.
    DISTINCT {
        id: "incidents-distinct", severity: Error, words: "check-incidents-distinct", find: None,
    }
    /// The year's incidents or working days are the sum of its quarters'.
    YEAR { id: "year-sum", severity: Error, words: "check-quarter-sum", find: None }
}

fn count(year: Year, period: Period) -> Key {
    Key::Cases(year, period, CaseMeasure::Count)
}

/// Adds the identities of the years that are compared.
pub fn push(all: &mut Vec<Identity>, values: &dyn Values, scope: &Scope) {
    let quarters = Quarter::ALL.map(Period::Quarter);
    let mut years: Vec<Year> = (scope.baseline.0..=scope.baseline.1).collect();
    years.extend([scope.year - 1, scope.year]);
    years.sort_unstable();
    years.dedup();
    for year in years {
        let sum = |of: &dyn Fn(Year, Period) -> Key| {
            Expected::Sum(Linear::sum(quarters.map(|period| of(year, period))))
        };
        all.push(Identity::new(&SUM, count(year, Period::Year), sum(&count)));
        for of in [Key::Incidents as fn(Year, Period) -> Key, Key::Workdays] {
            all.push(Identity::new(&YEAR, of(year, Period::Year), sum(&of)));
        }
    }
    let average = |period| Key::Cases(scope.year, period, CaseMeasure::Average);
    let sum = Expected::Sum(Linear::sum(quarters.map(average)));
    all.push(Identity::new(&AVERAGE, average(Period::Year), sum));
    for period in Period::COLUMNS {
        push_period(all, values, scope, period);
    }
}

fn push_period(all: &mut Vec<Identity>, values: &dyn Values, scope: &Scope, period: Period) {
    let key = |measure| Key::Cases(scope.year, period, measure);
    let years = (scope.baseline.0..=scope.baseline.1).filter(|year| *year != scope.year);
    let known: Vec<Key> =
        years.map(|year| count(year, period)).filter(|key| values.get(key).is_some()).collect();
    // The printed average is rounded. Where its years are known, they give the exact one.
    let mean = match known.is_empty() {
        true => Linear::one(key(CaseMeasure::Average)),
        false => Linear::average(known),
    };
    let this_year = Linear::one(count(scope.year, period));
    let last_year = Linear::one(count(scope.year - 1, period));
    for (reference, of) in [(Reference::LastYear, last_year), (Reference::Average, mean.clone())] {
        let expected = Expected::Change(this_year.clone(), of);
        all.push(Identity::new(&CHANGE, key(CaseMeasure::Change(reference)), expected));
    }
    all.push(Identity::new(&AVERAGE, key(CaseMeasure::Average), Expected::Sum(mean)));
    let incidents = Expected::AtMost(Linear::one(Key::Incidents(scope.year, period)));
    all.push(Identity::new(&DISTINCT, Key::DistinctIncidents(scope.year, period), incidents));
}
