//! A list in which the whole plan of accounts stands more than once: the accounts of several
//! companies below each other, or parts of one whose names are not in the list.

use std::collections::HashMap;

use super::finish::{DataRow, Finished};
use super::total_rows::Dimensions;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::verdict::SkipReason;
use crate::message;
use crate::project::{AccountString, RepeatedRows};

/// Fewer accounts than this are no plan.
const ACCOUNTS: usize = 3;

/// The rows of a list whose plan of accounts stands in it once. Where it comes again, and no column
/// or heading says why, a person says whether the blocks are parts, or one counts.
pub fn one_plan(
    rows: Vec<DataRow>,
    strings: &[Option<AccountString>],
    (dimensions, repeated): (Option<&Dimensions>, Option<RepeatedRows>),
    finished: &mut Finished,
) -> Vec<DataRow> {
    let blocks = blocks(&rows, strings);
    let ([first, .., last], Some(dimensions)) = (&blocks[..], dimensions) else { return rows };
    let places: Vec<Vec<usize>> = blocks
        .iter()
        .map(|block| rows.iter().take(block.1).skip(block.0).map(|row| row.place).collect())
        .collect();
    if dimensions.tell_apart(places.iter().map(Vec::as_slice)) {
        return rows;
    }
    let number = |at: usize| rows.get(at).map_or(String::new(), |row| row.row.to_string());
    let kept = match repeated {
        Some(RepeatedRows::First) => *first,
        Some(RepeatedRows::Last) => *last,
        Some(RepeatedRows::Add) => return rows,
        None => {
            let answer = |words: String, rows| Answer::new(words, Setting::Repeated(rows));
            let (top, bottom) = (number(first.0), number(last.0));
            let answers = vec![
                answer(crate::t!("import-plan-first", row = top.as_str()), RepeatedRows::First),
                answer(crate::t!("import-plan-last", row = bottom.as_str()), RepeatedRows::Last),
                answer(crate::t!("import-parts-add"), RepeatedRows::Add),
            ];
            let second = blocks.get(1).map_or(String::new(), |block| number(block.0));
            let asks = message!(
                "import-ask-plan-twice",
                count = blocks.len(),
                first = top,
                second = second,
            );
            finished.questions.extend(Question::new(asks, answers));
            return rows;
        }
    };
    let mut at = 0;
    let (kept, others): (Vec<DataRow>, Vec<DataRow>) = rows.into_iter().partition(|_| {
        at += 1;
        (kept.0..kept.1).contains(&(at - 1))
    });
    others.iter().for_each(|row| finished.skip(row.row, SkipReason::OtherCompany));
    kept
}

/// Where the plan begins and ends each time: accounts in one order, nearly all of them each time.
fn blocks(rows: &[DataRow], strings: &[Option<AccountString>]) -> Vec<(usize, usize)> {
    let mut known: HashMap<[&str; 5], usize> = HashMap::new();
    let mut blocks: Vec<(usize, usize)> = Vec::new();
    let (mut start, mut before) = (0, None);
    for (at, row) in rows.iter().enumerate() {
        let Some(Some(string)) =
            usize::try_from(row.string).ok().and_then(|place| strings.get(place))
        else {
            return Vec::new();
        };
        let key = [&string.class, &string.account, &string.unit, &string.function, &string.project];
        let next = known.len();
        let place = *known.entry(key.map(String::as_str)).or_insert(next);
        if before.is_some_and(|before| place <= before) {
            blocks.push((start, at));
            start = at;
        }
        before = Some(place);
    }
    blocks.push((start, rows.len()));
    let is_plan =
        |(from, to): &(usize, usize)| to - from >= ACCOUNTS && (to - from) * 2 > known.len();
    if blocks.len() < 2 || !blocks.iter().all(is_plan) {
        return Vec::new();
    }
    blocks
}
