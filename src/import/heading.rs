//! When two headings mean the same.

use std::borrow::Cow;

/// A heading as it is compared: small letters, å in one piece, without points, colons, `(T)`,
/// years and surplus spaces. `Opprettet  dato:` and `opprettet_dato` are the same.
pub fn normal(heading: &str) -> String {
    // Some systems head the case numbers so.
    if heading.trim() == "#" {
        return "#".to_owned();
    }
    let composed = compose(heading).to_lowercase().replace("(t)", " ");
    let spaced: String = composed
        .chars()
        .filter(|c| !matches!(c, '.' | ':' | '*' | '"' | ','))
        .map(|c| if c.is_alphanumeric() || matches!(c, '%' | '/' | 'Σ') { c } else { ' ' })
        .collect();
    let words: Vec<&str> =
        spaced.split_whitespace().filter(|word| !is_year(word)).map(without_year).collect();
    words.join(" ")
}

/// A text whose å is one character; macOS writes it as an a and a ring.
pub fn compose(text: &str) -> Cow<'_, str> {
    if !text.contains('\u{30a}') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("a\u{30a}", "å").replace("A\u{30a}", "Å"))
}

/// Day and month of a date: `31.12.2021` is `3112`.
fn without_year(word: &str) -> &str {
    match word.split_at_checked(4) {
        Some((day, year)) if is_year(year) && day.bytes().all(|byte| byte.is_ascii_digit()) => day,
        _ => word,
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u16| (1950..=2100).contains(&year))
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
    }
}
