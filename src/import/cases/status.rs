//! Statuses: cases that were merged, deleted or spam, and those that a person leaves out.

use super::words::WordColumn;
use crate::import::heading::normal;
use crate::import::raw::RawCell;
use crate::import::synonyms::synonyms;
use crate::message;
use crate::project::{Code, is_same_word};
use crate::words::Message;

/// The column of statuses, and how many cases have each.
#[derive(Default)]
pub struct Statuses {
    column: WordColumn,
    /// The statuses that are left out, as the person wrote them.
    leave_out: Vec<String>,
    /// How many cases each word has, by code.
    counts: Vec<u32>,
    /// How many of them were left out.
    left_out: Vec<u32>,
}

impl Statuses {
    /// The statuses of a column, of which some are left out.
    pub fn of(column: Option<usize>, leave_out: &[String]) -> Self {
        Self { column: WordColumn::of(column), leave_out: leave_out.to_vec(), ..Self::default() }
    }

    /// The status of a row.
    pub fn code(&mut self, cells: &[RawCell<'_>]) -> Code {
        self.column.code(cells)
    }

    /// Counts a case of that status; whether it is left out.
    pub fn is_left_out(&mut self, status: Code) -> bool {
        let Some(word) = self.column.words.word(status) else { return false };
        let is_out = self.leave_out.iter().any(|listed| is_same_word(listed, word));
        let at = usize::from(status.0);
        let counts = if is_out { &mut self.left_out } else { &mut self.counts };
        if counts.len() <= at {
            counts.resize(at + 1, 0);
        }
        if let Some(count) = counts.get_mut(at) {
            *count += 1;
        }
        is_out
    }

    /// The word of a status.
    pub fn word(&self, status: Code) -> &str {
        self.column.words.word(status).unwrap_or_default()
    }

    /// What a person should know: statuses of cases that may be none, and words that were to be
    /// left out and that no case has.
    pub fn notes(&self) -> Vec<Message> {
        let count = |counts: &[u32], code: Code| {
            counts.get(usize::from(code.0)).copied().unwrap_or_default()
        };
        let mut notes = Vec::new();
        for (code, word) in self.column.words.iter() {
            let (counted, out) = (count(&self.counts, code), count(&self.left_out, code));
            if counted > 0 && synonyms().doubtful_statuses.contains(&normal(word)) {
                notes.push(message!("import-status-counted", count = counted, status = word));
            }
            if out > 0 {
                notes.push(message!("import-status-left-out", count = out, status = word));
            }
        }
        notes
    }

    /// The words that a person wants left out and that no case has.
    pub fn unmet<'s>(&'s self, statuses: &'s [String]) -> impl Iterator<Item = &'s str> {
        let is_met =
            |status: &&String| self.column.words.iter().any(|(_, word)| is_same_word(status, word));
        statuses.iter().filter(move |status| !is_met(status)).map(String::as_str)
    }
}
