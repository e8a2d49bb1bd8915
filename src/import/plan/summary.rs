//! What an import comes to: days that do not agree, and the edit's sentence.

use std::collections::{BTreeMap, HashMap};

use super::{DayDifference, SheetPlan};
use crate::calendar::{Span, day_number};
use crate::import::sheet::SheetRead;
use crate::project::{PriorityMeaning, Project, SourceKind};
use crate::t;

/// So many files are named in the edit's sentence.
const FILES_NAMED: usize = 5;

/// The days of the sheets of which case rows and day counts say different things.
pub fn differences(after: &Project, sheets: &[&SheetRead]) -> Vec<DayDifference> {
    let is_of_days =
        |sheet: &&&SheetRead| matches!(sheet.kind(), SourceKind::Cases | SourceKind::DayCounts);
    let spans: Vec<Span> =
        sheets.iter().filter(is_of_days).filter_map(|sheet| sheet.period).collect();
    if spans.is_empty() || after.day_counts.is_empty() || after.cases.is_empty() {
        return Vec::new();
    }
    let known: Vec<Span> =
        after.cases.iter().filter_map(|batch| after.source(batch.source)?.period).collect();
    let mut rows: HashMap<i32, u32> = HashMap::new();
    for case in after.cases.iter().flat_map(|batch| batch.rows.iter()) {
        *rows.entry(case.registered.day_number()).or_default() += 1;
    }
    let counts = after.day_counts.iter().flat_map(|batch| batch.rows.iter());
    let mut differences: Vec<DayDifference> = counts
        .filter(|count| spans.iter().any(|span| span.contains(count.date)))
        .filter(|count| {
            rows.contains_key(&day_number(count.date))
                || known.iter().any(|span| span.contains(count.date))
        })
        .map(|count| DayDifference {
            day: count.date,
            rows: rows.get(&day_number(count.date)).copied().unwrap_or(0),
            counted: count.cases,
        })
        .filter(|difference| difference.rows != difference.counted)
        .collect();
    differences.sort_by_key(|difference| difference.day);
    differences
}

/// "Importerte 10 859 saker fra saker-2021.xlsx", "Importerte 7 filer: …".
pub fn sentence(
    sheets: &[&SheetRead],
    plans: &[SheetPlan],
    (before, after): (&Project, &Project),
) -> String {
    let taken: Vec<&SheetRead> = sheets
        .iter()
        .zip(plans)
        .filter(|(_, plan)| plan.is_taken)
        .map(|(sheet, _)| *sheet)
        .collect();
    if let [only] = taken[..] {
        let (count, file) = (only.accepted(), only.file.as_str());
        return match only.kind() {
            SourceKind::Cases => t!("import-edit-cases", count = count, file = file),
            kind => t!("import-edit-rows", count = count, file = file, kind = t!(kind.word_key())),
        };
    }
    let mut files: Vec<&str> = Vec::new();
    for sheet in taken {
        if !files.contains(&sheet.file.as_str()) {
            files.push(&sheet.file);
        }
    }
    match files.len() {
        0 => only_answers(before, after),
        count if count <= FILES_NAMED => {
            t!("import-edit-files", count = count, files = files.join(", "))
        }
        count => t!(
            "import-edit-many-files",
            count = count,
            files = files[..FILES_NAMED].join(", "),
            more = count - FILES_NAMED,
        ),
    }
}

/// What an import has brought that brings no rows: answers about words for priority, or about how
/// files are read.
fn only_answers(before: &Project, after: &Project) -> String {
    let answers = |project: &Project| -> BTreeMap<String, PriorityMeaning> {
        let all = project.profiles.iter().flat_map(|profile| profile.priorities.iter().cloned());
        all.collect()
    };
    let known = answers(before);
    let new = answers(after).into_iter().filter(|(word, means)| known.get(word) != Some(means));
    let words: Vec<String> =
        new.map(|(word, means)| format!("«{word}»: {}", means.choice().word())).collect();
    match words.is_empty() {
        true => t!("import-edit-profile"),
        false => t!("edit-explained-priorities", words = words.join(", ")),
    }
}
