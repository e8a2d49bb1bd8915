//! Words without their endings, so that *saker* and *sakene* are the same word.

/// Endings of nouns and adjectives, the longest first.
const ENDINGS: [&str; 11] = ["enes", "ene", "ens", "ets", "ers", "er", "en", "et", "es", "e", "s"];

/// Letters that a word keeps at least.
const SHORTEST: usize = 3;

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
