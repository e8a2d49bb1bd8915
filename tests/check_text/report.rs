//! The published report of 2021, held against the figures that it was made from.

use std::fs;
use std::path::Path;

use arsmelding::checks::text::Verdict;

use super::support::{check, short};

/// The text of the report lies beside the project; it is not ours to keep in it.
fn published_report() -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference");
    let mut files = fs::read_dir(folder).ok()?.filter_map(Result::ok).map(|entry| entry.path());
    fs::read_to_string(files.find(|path| path.extension().is_some_and(|own| own == "txt"))?).ok()
}

#[test]
fn the_published_report_contradicts_its_own_figures_in_prose_and_in_tables() {
    let Some(text) = published_report() else { return };
    let found = check(&text);
    let wrong = |in_tables: bool| -> Vec<String> {
        let wrong = found.iter().filter(|own| matches!(own.verdict, Verdict::Contradicts(..)));
        wrong.filter(|own| own.is_in_table == in_tables).map(short).collect()
    };
    let expected = [
        "! 4,79 → 4,57 % under",
        "! 5,86 → 6,23 % over",
        "! 6,4 → 6,8 % flere",
        "! 14 → 12 % færre",
        "! 16,4 → 14,1 % færre",
        "! 80 → 45 % lavere",
    ];
    assert_eq!(wrong(false), expected);
    // Two rows of the quarter table are divided by the new year, and the sum of the investments
    // leaves a line out.
    let expected = [
        "! 1,38 → +1,40 %",
        "! 6,35 → +6,78 %",
        "! -13,95 → −12,24 %",
        "! -16,38 → −14,08 %",
        "! -4,79 → −4,57 %",
        "! 12,94 → +14,86 %",
        "! 13,18 → +15,18 %",
        "! -1,29 → −1,28 %",
        "! -4,69 → −4,48 %",
        "! 5,86 → +6,23 %",
        "! 5 382 228,00 → 5 434 414,00",
        "! 5 550 000 → 5 610 000,00",
        "! 5 550 000 → 5 610 000,00",
    ];
    assert_eq!(wrong(true), expected);
    let right: Vec<String> = found.iter().map(short).collect();
    for number in ["10.859", "9.086", "8.388", "7.893", "3,36", "15.557.046"] {
        assert!(right.contains(&format!("= {number}")), "{number}");
    }
    let unknown = found.iter().filter(|own| !own.is_in_table && own.verdict == Verdict::Unknown);
    assert!(unknown.count() <= 15, "what nobody can tell of does not drown the rest");
}
