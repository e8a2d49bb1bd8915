//! What is asked and told of a key that stands in several parts of a delivery.

use super::rows::{At, Clash, cell_at, key_in_words, key_of, place, table_of};
use crate::import::noticed::note;
use crate::import::options::Setting;
use crate::import::plan::delivery::sheet_in_words;
use crate::import::question::{Answer, Question};
use crate::import::sheet::SheetRead;
use crate::import::tables::table_columns;
use crate::issue::Issue;
use crate::message;
use crate::project::{Cell, CellKind, RepeatedRows};

pub(super) fn told_added(
    sheets: &[&SheetRead],
    first: At,
    second: At,
    count: usize,
) -> Option<Issue> {
    let key = key_of(sheets.get(first.0)?, first.1)?;
    Some(note(message!(
        "import-parts-added",
        count = count,
        key = key_in_words(sheets, &key, first),
        first = place(sheets, first),
        second = place(sheets, second),
    )))
}

/// What the rows of a key can be together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Together {
    /// Parts of one number.
    Parts,
    /// Several orders.
    Orders,
}

/// Asks whether the parts add up, or which of them counts.
pub(super) fn ask(
    sheets: &[&SheetRead],
    delivery: &[usize],
    clash: &Clash,
    (rows, differing, together): (usize, usize, Option<Together>),
) -> Option<Question> {
    let (first, second) = (sheets.get(clash.first.0)?, sheets.get(clash.second.0)?);
    let kind = match table_of(sheets, clash.first) {
        Some(table) => table_columns(table).get(clash.column)?.kind,
        None => CellKind::Count,
    };
    let value = |at: At| cell_at(sheets, at, clash.column).unwrap_or(Cell::Blank).text(kind);
    let mut answers = Vec::new();
    let parts: Vec<&SheetRead> =
        delivery.iter().filter_map(|at| sheets.get(*at).copied()).collect();
    let is_one_file = parts.iter().all(|part| part.sha256 == second.sha256);
    if is_one_file {
        let mut names: Vec<&str> = parts.iter().map(|part| part.sheet.as_str()).collect();
        names.sort_unstable();
        let sheet = |name: &&str| {
            let words = crate::t!("import-only-sheet", sheet = *name);
            Answer::new(words, Setting::Sheet((*name).to_owned()))
        };
        answers.extend(names.iter().map(sheet));
    }
    if let Some(together) = together {
        let words = match together {
            Together::Parts => crate::t!("import-parts-add"),
            Together::Orders => crate::t!("import-parts-are-orders"),
        };
        answers.push(Answer::new(words, Setting::Repeated(RepeatedRows::Add)));
    }
    if !is_one_file {
        let of_file =
            |part: Option<&&SheetRead>| part.map(|part| sheet_in_words(&part.file, &part.sheet));
        let ends = [(parts.first(), RepeatedRows::First), (parts.last(), RepeatedRows::Last)];
        for (part, rows) in ends {
            let words = crate::t!("import-part-counts", place = of_file(part).unwrap_or_default());
            answers.push(Answer::new(words, Setting::Repeated(rows)));
        }
    }
    let asks = message!(
        "import-ask-parts",
        kind = crate::t!(first.kind().word_key()),
        count = rows,
        differing = differing,
        key = key_in_words(sheets, &clash.key, clash.first),
        first = place(sheets, clash.first),
        first_value = value(clash.first),
        second = place(sheets, clash.second),
        second_value = value(clash.second),
    );
    Question::new(asks, answers)
}
