//! When two headings mean the same.

use super::dates::LIKELY_YEARS;
use std::borrow::Cow;

/// A heading as it is compared: small letters, å in one piece, without points, colons, `(T)`,
/// years and surplus spaces. `Opprettet  dato:` and `opprettet_dato` are the same.
pub fn normal(heading: &str) -> String {
    // Some systems head the case numbers so.
    if heading.trim() == "#" {
        return "#".to_owned();
    }
    let mut composed = compose(heading).to_lowercase().replace("-\n", "").replace("(t)", " ");
    // A heading may say of which zone its stamps are.
    for zone in ["(utc)", "(gmt)", "(cet)", "(cest)", "(europe/oslo)"] {
        if composed.contains(zone) {
            composed = composed.replace(zone, " ");
        }
    }
    let spaced: String = composed
        .chars()
        .filter(|c| !matches!(c, '.' | ':' | '*' | '"' | ','))
        .map(|c| if c.is_alphanumeric() || matches!(c, '%' | '/' | 'Σ') { c } else { ' ' })
        .collect();
    let words: Vec<&str> =
        spaced.split_whitespace().filter(|word| !is_year(word)).map(without_year).collect();
    words.join(" ")
}

/// A text whose å is one character, macOS writes it as an a and a ring, and whose words are
/// parted by one plain space, so that no name stands twice for its spaces. Line breaks stay.
pub fn compose(text: &str) -> Cow<'_, str> {
    let is_plain = text.bytes().all(|byte| (b' '..0xC2).contains(&byte) || byte == 0xC3)
        && !text.contains("  ");
    if is_plain {
        return Cow::Borrowed(text);
    }
    let mut composed = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{30a}' if composed.ends_with(['a', 'A']) => {
                let ringed = if composed.pop() == Some('a') { 'å' } else { 'Å' };
                composed.push(ringed);
            }
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\r' => {}
            '\n' => {
                composed.truncate(composed.trim_end_matches(' ').len());
                composed.push(c);
            }
            c if c.is_whitespace() => {
                if !composed.ends_with([' ', '\n']) && !composed.is_empty() {
                    composed.push(' ');
                }
            }
            c => composed.push(c),
        }
    }
    composed.truncate(composed.trim_end().len());
    if composed == text { Cow::Borrowed(text) } else { Cow::Owned(composed) }
}

/// Day and month of a date: `31.12.2021` is `3112`.
fn without_year(word: &str) -> &str {
    match word.split_at_checked(4) {
        Some((day, year)) if is_year(year) && day.bytes().all(|byte| byte.is_ascii_digit()) => day,
        _ => word,
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year| LIKELY_YEARS.contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_compared_without_their_dress() {
        for heading in
            ["Opprettet dato", " opprettet  DATO:", "Opprettet_dato", "Opprettet dato 2021"]
        {
            assert_eq!(normal(heading), "opprettet dato", "{heading}");
        }
        assert_eq!(normal("Konto(T)"), "konto");
        assert_eq!(normal("A\u{30a}pnet"), "åpnet");
        assert_eq!(normal("Målt tid (min)"), "målt tid min");
        assert_eq!(normal("Saldo 31.12.2021"), normal("Saldo 31.12"));
        assert_ne!(normal("Saksnr"), normal("Saksnavn"));
        assert_eq!(normal(" # "), "#");
        assert_eq!(normal("Saks-\nnummer"), "saksnummer");
        assert_eq!(normal("Registrert\ndato"), "registrert dato");
        assert_eq!(normal("Created At (UTC)"), "created at");
    }

    #[test]
    fn a_name_does_not_stand_twice_for_its_spaces() {
        for name in
            ["Løten kommune", "Løten  kommune", "Løten\u{a0}kommune", " Løten\u{200b} kommune"]
        {
            assert_eq!(compose(name), "Løten kommune", "{name:?}");
        }
        assert_eq!(compose("to\r\nlinjer  her"), "to\nlinjer her");
    }
}
