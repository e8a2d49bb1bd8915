//! What people write in cells that hold one of a few choices, or yes and no. The words are data in
//! `assets/project`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::Choice;

const DATA: &str = include_str!("../../assets/project/cell-words-v1.ron");

#[derive(Debug, Deserialize)]
struct CellWords {
    yes: Vec<String>,
    no: Vec<String>,
    /// By the key of the choice's text.
    choices: BTreeMap<String, Vec<String>>,
}

fn words() -> &'static CellWords {
    static PARSED: OnceLock<CellWords> = OnceLock::new();
    PARSED.get_or_init(|| {
        ron::from_str(DATA).expect("assets/project/cell-words-v1.ron is part of the program")
    })
}

/// Whether two words are the same but for case and spaces: `§5-4` is `§ 5-4`.
fn same(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
    };
    letters(a) == letters(b)
}

impl Choice {
    /// Whether `text` means this choice: by its id, by its text in the locale files, or by a word
    /// that people have for it.
    pub fn is_called(&self, text: &str) -> bool {
        let known = words().choices.get(self.word_key).map_or(&[][..], Vec::as_slice);
        same(self.id, text) || same(&self.word(), text) || known.iter().any(|word| same(word, text))
    }
}

/// Yes or no; `None` where `text` is neither.
pub(super) fn flag(text: &str) -> Option<bool> {
    let is_one_of = |known: &[String], own: String| {
        same(&own, text) || known.iter().any(|word| same(word, text))
    };
    if is_one_of(&words().yes, crate::t!("flag-yes")) {
        return Some(true);
    }
    is_one_of(&words().no, crate::t!("flag-no")).then_some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_of_a_choice_that_there_is() {
        for key in words().choices.keys() {
            assert!(crate::words::has(key), "{key}");
        }
    }
}
