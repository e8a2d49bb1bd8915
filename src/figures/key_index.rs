//! All keys by their text, for many look-ups in the same figures.

use std::collections::HashMap;

use super::key::folded;
use super::{Figures, Key};
use crate::calendar::Year;

/// The keys of some figures by their text, folded as [`Key::find`] folds it.
pub struct KeyIndex {
    report_year: Year,
    keys: HashMap<String, Key>,
}

impl KeyIndex {
    /// The keys of these figures.
    pub fn of(figures: &Figures) -> Self {
        let mut keys = HashMap::new();
        for key in figures.keys().into_iter().chain(figures.keys_beside()) {
            // Of two keys that look alike, the first is meant.
            keys.entry(folded(&key.to_string())).or_insert(key);
        }
        Self { report_year: figures.report_year(), keys }
    }

    /// The key that `text` names, as [`Key::find`] understands it.
    pub fn find(&self, text: &str) -> Option<&Key> {
        let spellings = Key::spellings(text, self.report_year)?;
        spellings.iter().find_map(|spelling| self.keys.get(spelling))
    }

    /// The key that `text` names in the year before or after the one that it means. It serves names
    /// without a figure in that year, such as lines of accounts that are not there yet.
    pub fn find_of_another_year(&self, text: &str) -> Option<&Key> {
        let (name, offset) = match text.rsplit_once('@') {
            Some((name, offset)) => (name, offset.parse::<Year>().ok()?),
            None => (text, 0),
        };
        [offset.checked_sub(1), offset.checked_add(1)]
            .into_iter()
            .flatten()
            .find_map(|offset| self.find(&format!("{name}@{offset}")))
    }
}
