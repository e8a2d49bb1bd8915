//! Rows that sum up the accounts whose numbers begin with theirs: 1 and 10 above 1010. Nothing but
//! their short numbers and their amounts tells them from accounts.

use std::collections::{HashMap, HashSet};

use super::amounts::Amounts;
use super::{AccountsReader, What};
use crate::number::Decimal;

/// At least this percentage of the rows with short numbers must be such sums.
const SUMS_PERCENT: usize = 80;

/// A row of data with its account's number.
struct Numbered {
    place: usize,
    number: String,
    amounts: Amounts,
}

impl AccountsReader {
    /// The rows that sum up others by their numbers, by their places among the rows of data.
    pub(super) fn prefix_groups(&self) -> HashSet<usize> {
        let none = HashSet::new();
        let data = self.steps.iter().filter_map(|step| match step.what {
            What::Data(string) => Some((step, string)),
            _ => None,
        });
        let mut rows: Vec<Numbered> = Vec::new();
        for (place, (step, string)) in data.enumerate() {
            let raw = usize::try_from(string).ok().and_then(|at| self.strings.all().get(at));
            let Some(raw) = raw.filter(|_| self.dimensions.is_some()) else { return none };
            let number = raw.account.text.clone();
            if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
                return none;
            }
            let Ok(amounts) = self.amounts.amounts(step.row, step.amounts) else { return none };
            rows.push(Numbered { place, number, amounts });
        }
        let most = rows.iter().map(|row| row.number.len()).max().unwrap_or_default();
        if rows.iter().all(|row| row.number.len() == most) {
            return none;
        }
        let mut above: HashMap<&str, (usize, Amounts)> = HashMap::new();
        let numbers: HashSet<&str> = rows.iter().map(|row| row.number.as_str()).collect();
        let is_begun =
            |number: &str| (1..number.len()).any(|end| numbers.contains(head(number, end)));
        let heads: HashSet<&str> = rows
            .iter()
            .filter(|row| is_begun(&row.number))
            .flat_map(|row| (1..row.number.len()).map(|end| head(&row.number, end)))
            .filter(|head| numbers.contains(head))
            .collect();
        for row in rows.iter().filter(|row| !heads.contains(row.number.as_str())) {
            for end in 1..row.number.len() {
                let Some(head) = heads.get(head(&row.number, end)) else { continue };
                let (count, sum) = above.entry(*head).or_insert((0, Amounts::default()));
                *count += 1;
                for (all, amount) in sum.iter_mut().zip(row.amounts) {
                    if let Some(amount) = amount {
                        *all = Some(all.unwrap_or_default() + amount);
                    }
                }
            }
        }
        let is_same = |one: &Amounts, other: &Amounts| {
            let value = |amount: &Option<Decimal>| amount.unwrap_or_default();
            one.iter().zip(other).all(|(one, other)| value(one) == value(other))
        };
        let (mut groups, mut all, mut proven) = (HashSet::new(), 0_usize, false);
        for row in &rows {
            let Some((count, sum)) = above.get(row.number.as_str()) else { continue };
            all += 1;
            if is_same(&row.amounts, sum) {
                groups.insert(row.place);
                // One part alone may be as much by chance.
                proven |= *count > 1 && row.amounts.iter().flatten().any(|own| !own.is_zero());
            }
        }
        if proven && groups.len() * 100 >= all * SUMS_PERCENT { groups } else { none }
    }
}

/// The first digits of a number.
fn head(number: &str, end: usize) -> &str {
    number.get(..end).unwrap_or_default()
}
