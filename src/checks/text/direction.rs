//! Which way a number goes: the word of direction beside it.

use super::period::year_of;
use super::vocabulary::{Vocabulary, has};
use super::word::Word;

/// How many words behind a number its direction can stand.
const WORDS_BEHIND: usize = 3;
/// How many words before a number its direction can stand.
const WORDS_BEFORE: usize = 4;

/// Which way something went, and by which word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Direction {
    /// Whether it went up.
    pub is_up: bool,
    /// The word.
    pub word: String,
    /// The word for the other way.
    pub opposite: String,
    /// Whether it stands before the number: "økte med 6 %".
    pub is_before: bool,
}

/// The word of direction right behind the number, or before it where it says by how much:
/// "6 % flere", "økte med 6 %", but not "økte fra 6 %".
pub fn direction(behind: &[&Word], before: &[&Word]) -> Option<Direction> {
    let vocabulary = Vocabulary::get();
    let is_no_year = |word: &&&Word| year_of(&word.text).is_none();
    let near = behind.iter().take(WORDS_BEHIND).take_while(is_no_year);
    let is_between = |word: &Word| {
        [&vocabulary.approximately, &vocabulary.kroner, &vocabulary.by_all]
            .iter()
            .any(|list| has(list, &word.text))
    };
    let mut far = before.iter().rev().skip_while(|word| is_between(word)).peekable();
    let says_by = far.peek().is_some_and(|word| has(&vocabulary.by, &word.text));
    let reach = if says_by { WORDS_BEFORE } else { 1 };
    let far = far.take(reach).take_while(is_no_year);
    let behind = near.into_iter().find_map(|word| as_direction(word, false));
    behind.or_else(|| far.into_iter().find_map(|word| as_direction(word, true)))
}

fn as_direction(word: &Word, is_before: bool) -> Option<Direction> {
    let pairs = &Vocabulary::get().directions;
    let up = pairs.iter().find(|(up, _)| *up == word.text);
    let down = pairs.iter().find(|(_, down)| *down == word.text);
    let (is_up, opposite) = match (up, down) {
        (Some((_, down)), _) => (true, down),
        (None, Some((up, _))) => (false, up),
        (None, None) => return None,
    };
    Some(Direction { is_up, word: word.text.clone(), opposite: opposite.clone(), is_before })
}
