//! The letters that a report can be printed with. A PDF that is to last may hold no others.

use crate::chart::has_letter;

/// Whether a letter is printed as it stands. Breaks of lines and tabs are blanks in print.
pub fn can_print(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\n' | '\r' | '\t') || has_letter(letter)
}

/// Whether a letter is one that nobody sees: controls, joiners, marks of direction and variants.
pub fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}')
        || (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
}

/// Whether nothing of a text is seen.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || is_unseen(letter))
}

/// The letters of a text that cannot be printed, each once.
pub fn unprintable(text: &str) -> Vec<char> {
    let mut letters = Vec::new();
    for letter in text.chars().filter(|letter| !can_print(*letter) && !is_unseen(*letter)) {
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    letters
}
