//! The words of a text: where they stand, and without their endings, so that *saker* and *sakene* are
//! the same word.

/// Endings of nouns and adjectives, the longest first.
const ENDINGS: [&str; 11] = ["enes", "ene", "ens", "ets", "ers", "er", "en", "et", "es", "e", "s"];

/// Letters that a word keeps at least.
const SHORTEST: usize = 3;

/// A word of a text, in lower case, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its first byte.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// The word in lower case.
    pub text: String,
}

impl Word {
    /// The word without its ending.
    pub fn stem(&self) -> &str {
        stem(&self.text)
    }
}

/// The words of a text with their places, parted at all that is no letter or digit.
pub fn words_with_places(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, c.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(Word { start: from, end: at, text: text[from..at].to_lowercase() });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// A word in lower case without its ending. Two forms of one word have the same stem; a stem
/// need not be a word.
pub fn stem(word: &str) -> &str {
    let shorter = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    shorter.into_iter().find(|rest| rest.chars().count() >= SHORTEST).unwrap_or(word)
}

/// The words of a text in lower case, parted at all that is no letter or digit.
pub fn words(text: &str) -> impl Iterator<Item = String> + use<'_> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            ["sak", "saker", "sakene", "saken"],
            ["hendelse", "hendelser", "hendelsene", "hendelsen"],
            ["sykefravær", "sykefraværet", "sykefraværets", "sykefraværene"],
            ["lønnsutgift", "lønnsutgifter", "lønnsutgiftene", "lønnsutgiften"],
        ] {
            assert!(forms.iter().all(|form| stem(form) == stem(forms[0])), "{forms:?}");
        }
    }
}
