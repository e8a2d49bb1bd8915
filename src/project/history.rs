//! What was done: the sentences that the file keeps, and the values that undo takes back.

use serde::{Deserialize, Serialize};

use super::{Minute, Project, Touched};

/// A sentence of the project's log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// When it was done.
    pub when: Minute,
    /// Who did it.
    pub who: String,
    /// What was done: "Endret Oppetid 2021 fra 99,80 til 99,81".
    pub what: String,
    /// What it touched of all that figures rest on; empty where no figure does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touched: Vec<Touched>,
}

/// Whole values of the project, each with the sentence of the edit that led away from it.
/// They share all parts that the edits left alone.
#[derive(Debug, Default)]
pub struct History {
    past: Vec<(Project, String)>,
    future: Vec<(Project, String)>,
}

impl History {
    /// Remembers `before`, the value that the edit `what` replaced; what was undone is gone.
    pub fn push(&mut self, before: Project, what: String) {
        self.past.push((before, what));
        self.future.clear();
    }

    /// The sentence of the edit that undo would take back.
    pub fn undo_sentence(&self) -> Option<&str> {
        self.past.last().map(|(_, what)| what.as_str())
    }

    /// The sentence of the edit that redo would do again.
    pub fn redo_sentence(&self) -> Option<&str> {
        self.future.last().map(|(_, what)| what.as_str())
    }

    /// Puts the previous value in the place of `current`; returns the sentence taken back.
    pub fn undo(&mut self, current: &mut Project) -> Option<String> {
        let (previous, what) = self.past.pop()?;
        self.future.push((std::mem::replace(current, previous), what.clone()));
        Some(what)
    }

    /// Puts the value that was last undone in the place of `current`.
    pub fn redo(&mut self, current: &mut Project) -> Option<String> {
        let (next, what) = self.future.pop()?;
        self.past.push((std::mem::replace(current, next), what.clone()));
        Some(what)
    }
}
