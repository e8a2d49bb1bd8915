//! What web pages leave in words: entities, `L&oslash;ten`, and characters without width.

use std::borrow::Cow;

use html5gum::{Token, Tokenizer};

/// No name of an entity is longer.
const LONGEST: usize = 12;

/// A text without entities and without characters that nobody sees.
pub fn plain(text: &str) -> Cow<'_, str> {
    // The first bytes of what is looked for.
    let is_odd = |byte: u8| matches!(byte, b'&' | 0xC2 | 0xE2 | 0xEF);
    if !text.bytes().any(is_odd) {
        return Cow::Borrowed(text);
    }
    let mut plain = without_width(text);
    // What was escaped twice is `L&amp;oslash;ten`.
    for _ in 0..2 {
        match decoded(&plain) {
            Some(once) => plain = Cow::Owned(once),
            None => break,
        }
    }
    plain
}

/// Whether a text ends in an entity that lacks its semicolon.
pub fn is_open(text: &str) -> bool {
    text.rfind('&').is_some_and(|at| {
        // What was escaped twice goes on behind the first semicolon.
        let entity = text[at..].replacen("&amp;", "&", 1);
        entity.len() <= LONGEST && !entity.contains(';') && decoded(&format!("{entity};")).is_some()
    })
}

fn without_width(text: &str) -> Cow<'_, str> {
    let has_no_width =
        |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
    if text.contains(has_no_width) {
        Cow::Owned(text.replace(has_no_width, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text with its entities as characters; `None` where it has none.
fn decoded(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    let mut is_changed = false;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let end = from.find(';').filter(|end| *end <= LONGEST);
        let entity = end.and_then(|end| character(from.get(..=end)?).map(|c| (c, end + 1)));
        let (character, length) = entity.unwrap_or_else(|| ("&".to_owned(), 1));
        is_changed |= length > 1;
        out.push_str(&character);
        rest = from.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    is_changed.then_some(out)
}

/// What an entity, `&oslash;` or `&#248;`, stands for.
fn character(entity: &str) -> Option<String> {
    let name = entity.strip_prefix('&')?.strip_suffix(';')?;
    let is_name =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    if !is_name {
        return None;
    }
    let mut text = String::new();
    for token in Tokenizer::new(entity) {
        if let Ok(Token::String(piece)) = token {
            text.push_str(&String::from_utf8_lossy(&piece.value));
        }
    }
    (text != entity && !text.contains('\u{fffd}')).then_some(text)
}

/// A semicolon that ends an entity, `L&oslash;ten`, parts no cells.
pub fn join_entities(fields: &mut Vec<Cow<'_, str>>, width: usize) {
    while width > 1 && fields.len() > width {
        let Some(at) = fields.iter().rposition(|field| is_open(field)) else { return };
        if at + 1 >= fields.len() {
            return;
        }
        let rest = fields.remove(at + 1);
        if let Some(field) = fields.get_mut(at) {
            *field = Cow::Owned(format!("{field};{rest}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_become_the_characters_that_they_stand_for() {
        for (text, expected) in [
            ("L&oslash;ten", "Løten"),
            ("L&#248;ten &amp; V&#xE5;ler", "Løten & Våler"),
            ("L&amp;oslash;ten", "Løten"),
            ("Hamar\u{200b} kommune\u{feff}", "Hamar kommune"),
            ("H&M; og &nix; & co", "H&M; og &nix; & co"),
            ("Løten", "Løten"),
        ] {
            assert_eq!(plain(text), expected);
        }
        assert!(is_open("L&oslash") && !is_open("H&M") && !is_open("Løten"));
    }
}
