//! Whether a number is what was aimed at or budgeted, and not what it became.

use super::vocabulary::{Vocabulary, has};
use super::word::Word;

/// How many words before a number are searched for a tie.
const WORDS_BEFORE: usize = 5;
/// How many words behind a number are searched for a tie.
const WORDS_BEHIND: usize = 3;

/// What a number is tied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tie {
    /// A goal: "målet er 70 %".
    Target,
    /// A budget: "mot budsjettert 8,4 mill."
    Budget,
    /// All of which the number before is a part: "12 av 45".
    Whole,
}

/// What the number between the words is tied to. `is_last` says that no other number follows to
/// which the words behind could belong.
pub fn tie(before: &[&Word], behind: &[&Word], is_last: bool) -> Option<Tie> {
    let vocabulary = Vocabulary::get();
    if before.last().is_some_and(|word| has(&vocabulary.of_all, &word.text)) {
        return Some(Tie::Whole);
    }
    let says = |list: &[String], word: &&Word| has(list, &word.text);
    let is_reached = before.iter().any(|word| says(&vocabulary.reached, word));
    let near = before.iter().rev().take(WORDS_BEFORE);
    let near = near.take_while(|word| !says(&vocabulary.results, word));
    let tie = near.into_iter().find_map(|word| as_tie(word));
    match tie {
        Some(Tie::Target) if is_reached => return None,
        Some(tie) => return Some(tie),
        None => {}
    }
    let breaks = |word: &&&Word| {
        let lists = [&vocabulary.comparing, &vocabulary.bounds];
        lists.iter().any(|list| has(list, &word.text))
    };
    let near = behind.iter().take(WORDS_BEHIND).take_while(|word| !breaks(word));
    near.into_iter().find_map(|word| as_tie(word)).filter(|_| is_last)
}

fn as_tie(word: &Word) -> Option<Tie> {
    let vocabulary = Vocabulary::get();
    match () {
        () if has(&vocabulary.targets, &word.text) => Some(Tie::Target),
        () if has(&vocabulary.budgets, &word.text) => Some(Tie::Budget),
        () => None,
    }
}
