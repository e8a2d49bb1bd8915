//! Columns of words that repeat: each word is kept once.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::import::heading::compose;
use crate::import::raw::{RawCell, cell_at};
use crate::import::synonyms::is_nothing;
use crate::project::{Code, Vocabulary};

/// A column of words, each kept once.
#[derive(Default)]
pub struct WordColumn {
    /// The column; `None` where the sheet has none.
    pub column: Option<usize>,
    /// The words, in the order in which they were met.
    pub words: Vocabulary,
    /// Every spelling that was met, so that most cells cost one look-up.
    met: HashMap<Box<str>, Code>,
    /// Words that had a line break in them: several values in one cell.
    pub broken: HashSet<String>,
    /// Makes of a cell's text the word that counts.
    shaped: Option<fn(&str) -> &str>,
}

impl WordColumn {
    /// The words of a column.
    pub fn of(column: Option<usize>) -> Self {
        Self { column, ..Self::default() }
    }

    /// The same, with words that are made of what stands there.
    #[must_use]
    pub fn shaped(self, shape: fn(&str) -> &str) -> Self {
        Self { shaped: Some(shape), ..self }
    }

    /// The code of the word in a row.
    pub fn code(&mut self, cells: &[RawCell<'_>]) -> Code {
        let Some(column) = self.column else { return Code(0) };
        let cell = cell_at(cells, column);
        let text = cell.text();
        if text.is_empty() {
            return Code(0);
        }
        if let Some(code) = self.met.get(text.as_ref()) {
            return *code;
        }
        let word = match compose(&text) {
            word if word.contains('\n') => {
                let word = word.replace('\n', ", ");
                self.broken.insert(word.clone());
                Cow::Owned(word)
            }
            word => word,
        };
        let word = self.shaped.map_or(word.as_ref(), |shape| shape(word.as_ref()));
        let code = match self.met.get(word) {
            Some(code) => *code,
            None if is_nothing(word) => Code(0),
            None => self.add(word),
        };
        self.met.insert(word.into(), code);
        self.met.insert(text.as_ref().into(), code);
        code
    }

    /// A word that is known to be new, so that the vocabulary need not be searched.
    fn add(&mut self, word: &str) -> Code {
        if word.is_empty() {
            return Code(0);
        }
        let Ok(code) = u16::try_from(self.words.0.len() + 1) else { return Code(0) };
        self.words.0.push(word.to_owned());
        Code(code)
    }
}

/// The new code of each old one, 0 among them; `None` where `word` knows no word for it.
pub fn recode<'w>(
    old: &'w Vocabulary,
    new: &mut Vocabulary,
    word: impl Fn(&'w str) -> Option<&'w str>,
) -> Vec<Option<Code>> {
    let blank = std::iter::once(Some(Code::default()));
    blank
        .chain(old.iter().map(|(_, old_word)| word(old_word).map(|word| new.code_or_add(word))))
        .collect()
}

/// The last part of a path of units, `Alle kunder > Hamar kommune`: the case is that unit's.
pub fn last_of_path(word: &str) -> &str {
    match word.rsplit_once(" > ") {
        Some((_, last)) if !last.trim().is_empty() => last.trim(),
        _ => word,
    }
}
