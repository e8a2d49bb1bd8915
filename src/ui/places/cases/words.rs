//! Words that several parts of the place share: short dates, more and fewer.

use crate::calendar::Date;
use crate::number::{self, Decimal};
use crate::t;

/// "5.3.2015", as dates stand in enumerations.
pub(super) fn date_in_list(day: Date) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

/// "10 859 saker".
pub(super) fn cases(count: u32) -> String {
    t!("cases-count", count = count)
}

/// How a count lies to an average, with its percentage: "123 flere (85,6 %) enn". `None` where
/// they are alike when rounded.
pub(super) fn distance(cases: u32, average: Decimal) -> Option<String> {
    let difference = Decimal::from(cases) - average;
    let rounded = number::round(difference, 0);
    if rounded.is_zero() {
        return None;
    }
    let count = number::decimal(rounded.abs(), 0);
    let percent = number::change_percent(cases.into(), average)
        .map(|percent| number::percent(percent.abs(), 1));
    let is_more = rounded.is_sign_positive();
    Some(match (is_more, percent) {
        (true, Some(percent)) => t!("cases-more-percent", count = count, percent = percent),
        (false, Some(percent)) => t!("cases-fewer-percent", count = count, percent = percent),
        (true, None) => t!("cases-more", count = count),
        (false, None) => t!("cases-fewer", count = count),
    })
}
