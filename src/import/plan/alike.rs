//! When two rows without a number are one case: by what they say, and by how many of a day are
//! alike.

use std::collections::HashMap;
use std::hash::Hash;

use crate::calendar::Date;
use crate::project::{Case, Code, Minute};

/// What a case without a number is known by.
pub(super) type Content = (Minute, [Code; 4], Option<i32>, Option<Box<str>>);

/// When a case was registered, by whom and about what.
pub(super) type Origin = (Minute, Code, Code);

/// What does not change while a case is worked on.
pub(super) fn origin(case: &Case) -> Origin {
    (case.registered, case.customer, case.category)
}

/// What a case says, but for its number.
pub(super) fn content(case: &Case) -> Content {
    let codes = [case.priority, case.kind, case.category, case.customer];
    (case.registered, codes, case.open_minutes, case.parent.clone())
}

/// Whether rows without numbers say again what earlier ones said: on most of the days that both
/// have, one has all that the other has. Parts that were cut in the middle of a day, or by
/// municipality, do not.
pub(super) fn repeats(earlier: &[Case], rows: &[Case]) -> bool {
    repeats_by(earlier, rows, content)
}

/// Whether they do so in another state, closed since or of another priority: what does not change
/// is the same. Days without a time of day say too little for that.
pub(super) fn repeats_changed(earlier: &[Case], rows: &[Case]) -> bool {
    has_clock(earlier) && has_clock(rows) && repeats_by(earlier, rows, origin)
}

fn repeats_by<K: Hash + Eq>(earlier: &[Case], rows: &[Case], key: impl Fn(&Case) -> K) -> bool {
    let is_exact = has_clock(earlier) && has_clock(rows);
    let (earlier, now) = (by_day(earlier, &key), by_day(rows, &key));
    let (mut shared_days, mut repeated_days) = (0_usize, 0_usize);
    for (day, contents) in &now {
        let Some(before) = earlier.get(day) else { continue };
        shared_days += 1;
        let is_repeated = match is_exact {
            true => is_within(contents, before) || is_within(before, contents),
            // Without a time of day rows are alike by chance; only equal days tell.
            false => contents == before && contents.len() > 1,
        };
        repeated_days += usize::from(is_repeated);
    }
    shared_days > 0 && repeated_days * 2 > shared_days
}

fn has_clock(cases: &[Case]) -> bool {
    let with_clock =
        cases.iter().filter(|case| Minute::start_of(case.registered.day()) != case.registered);
    with_clock.count() * 2 > cases.len()
}

/// How often each key stands on each day.
fn by_day<K: Hash + Eq>(
    rows: &[Case],
    key: impl Fn(&Case) -> K,
) -> HashMap<Date, HashMap<K, usize>> {
    let mut days: HashMap<Date, HashMap<K, usize>> = HashMap::new();
    for case in rows {
        *days.entry(case.registered.day()).or_default().entry(key(case)).or_default() += 1;
    }
    days
}

fn is_within<K: Hash + Eq>(some: &HashMap<K, usize>, all: &HashMap<K, usize>) -> bool {
    some.iter().all(|(content, count)| all.get(content).is_some_and(|of_all| of_all >= count))
}
