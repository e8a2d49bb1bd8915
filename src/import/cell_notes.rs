//! What the cells of rows that are read tell besides their values.

use std::collections::BTreeMap;

use super::mapping::Mapping;
use super::question::{Answer, Question};
use super::raw::RawCell;
use super::{Setting, sheet::column_letters};
use crate::import::noticed::note_at;
use crate::issue::Issue;
use crate::message;
use crate::project::{StampMeaning, cell_name};

/// What was seen so far.
#[derive(Default)]
pub struct CellNotes {
    /// The first row and the number of formulas without a result, by column.
    uncomputed: BTreeMap<usize, (u32, u32)>,
    /// The first moment that can be meant in two ways.
    stamp: String,
}

impl CellNotes {
    /// Looks at a row.
    pub fn see(&mut self, row: u32, cells: &[RawCell<'_>], mapping: &Mapping) {
        for (index, cell) in cells.iter().enumerate() {
            let is_read =
                || mapping.columns.get(index).is_some_and(|column| column.field.is_some());
            match cell {
                RawCell::Uncomputed if is_read() => {
                    let (_, count) = self.uncomputed.entry(index).or_insert((row, 0));
                    *count = count.saturating_add(1);
                }
                RawCell::Stamp(text) if self.stamp.is_empty() && has_clock(text) && is_read() => {
                    text.trim().clone_into(&mut self.stamp);
                }
                _ => {}
            }
        }
    }

    /// What a person should know.
    pub fn notes(&self, mapping: &Mapping) -> Vec<Issue> {
        let without_result = |(column, (row, count)): (&usize, &(u32, u32))| {
            let heading = mapping.columns.get(*column).map(|column| column.heading.clone());
            let message = message!(
                "import-formulas-without-result",
                column = column_letters(*column),
                heading = heading.unwrap_or_default(),
                count = *count,
            );
            note_at(message, &cell_name(*column, *row))
        };
        self.uncomputed.iter().map(without_result).collect()
    }

    /// Whether moments that end in `Z` are meant as they stand there.
    pub fn question(&self) -> Option<Question> {
        if self.stamp.is_empty() {
            return None;
        }
        let answer =
            |meaning: StampMeaning| Answer::new(meaning.choice().word(), Setting::Stamps(meaning));
        let asks = message!("import-ask-stamps", example = self.stamp.as_str());
        Question::new(asks, vec![answer(StampMeaning::Wall), answer(StampMeaning::Utc)])
    }
}

/// Midnight is the same day in both ways.
fn has_clock(stamp: &str) -> bool {
    let clock = stamp.split_once(['T', 't']).map_or("", |(_, clock)| clock);
    clock.bytes().any(|byte| matches!(byte, b'1'..=b'9'))
}
