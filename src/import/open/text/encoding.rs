//! The characters of a text file.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A file as text.
pub struct Decoded {
    /// The text.
    pub text: String,
    /// Where characters stand that the file's encoding does not have, as places in the text.
    pub strange: Vec<usize>,
}

/// The text of a file: by its byte order mark; else UTF-8 where most of what is not ASCII is
/// sound UTF-8; else Windows-1252. `None` for what is no text.
pub fn decode(bytes: Vec<u8>) -> Option<Decoded> {
    let decoded = match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding == UTF_8 => mixed(bytes.get(mark..).unwrap_or_default()),
        Some((encoding, _)) => sound(encoding.decode(&bytes).0.into_owned()),
        None => match String::from_utf8(bytes) {
            Ok(text) => sound(text),
            Err(error) => unmarked(&error.into_bytes()),
        },
    };
    let is_text = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    decoded.text.chars().take(4096).all(is_text).then_some(decoded)
}

fn sound(text: String) -> Decoded {
    Decoded { text, strange: Vec::new() }
}

/// In Windows-1252 hardly any letter happens to be sound UTF-8, so that the larger number tells
/// which of the two a file with some damage is in.
fn unmarked(bytes: &[u8]) -> Decoded {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good >= bad {
        return mixed(bytes);
    }
    sound(WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned())
}

/// UTF-8 in which some bytes are of Windows-1252, as where two files were put together.
fn mixed(bytes: &[u8]) -> Decoded {
    let mut decoded = Decoded { text: String::with_capacity(bytes.len()), strange: Vec::new() };
    for chunk in bytes.utf8_chunks() {
        decoded.text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            decoded.strange.push(decoded.text.len());
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
            decoded.text.push_str(&text);
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_bad_byte_does_not_turn_the_file_to_another_encoding() {
        let mut bytes = "Løten;Våler;Åmot;".as_bytes().to_vec();
        let at = bytes.len();
        bytes.extend(*b"S\xf8r-Odal");
        let decoded = decode(bytes).unwrap();
        assert_eq!(decoded.text, "Løten;Våler;Åmot;Sør-Odal");
        assert_eq!(decoded.strange, [at + 1]);
    }

    #[test]
    fn a_file_without_sound_letters_is_windows_1252() {
        let decoded = decode(b"L\xf8ten;V\xe5ler".to_vec()).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.strange.len()), ("Løten;Våler", 0));
        assert!(decode(vec![0, 1, 2]).is_none());
    }
}
