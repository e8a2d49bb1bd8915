//! Words that several parts of the place share: short dates, more and fewer.

use crate::calendar::Date;
use crate::figures::ChangeWords;
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
    let words = ChangeWords::count(Decimal::from(cases) - average);
    if words.is_none() {
        return None;
    }
    let Some(percent) = number::change_percent(cases.into(), average) else {
        return Some(words.more());
    };
    Some(format!("{} ({})", words.more(), number::percent(percent.abs(), 1)))
}
