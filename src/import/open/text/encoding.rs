//! The characters of a text file.

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::dos;
use crate::message;
use crate::words::Message;

/// The first bytes, this many, tell whether a text has two for each character.
const LOOKED_AT: usize = 4_096;

/// The letters that Norwegian has and its neighbours' languages mostly lack.
const NORWEGIAN: [char; 6] = ['\u{e6}', '\u{f8}', '\u{e5}', '\u{c6}', '\u{d8}', '\u{c5}'];

/// What a text was made of, where that is not what files are written in today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// UTF-8, UTF-16 or Windows-1252.
    #[default]
    Usual,
    /// A code page of DOS.
    Dos,
    /// What Macs had before UTF-8.
    Mac,
    /// UTF-8 that was taken for Windows-1252 and written as UTF-8 again.
    Twice,
}

impl Origin {
    /// What a person should know of it.
    pub fn message(self) -> Option<Message> {
        match self {
            Self::Usual => None,
            Self::Dos => Some(message!("import-note-encoding-dos")),
            Self::Mac => Some(message!("import-note-encoding-mac")),
            Self::Twice => Some(message!("import-note-encoding-twice")),
        }
    }
}

/// A file as text.
pub struct Decoded {
    /// The text.
    pub text: String,
    /// Where characters stand that the file's encoding does not have, as places in the text.
    pub strange: Vec<usize>,
    /// What the text was made of.
    pub origin: Origin,
}

impl Decoded {
    fn sound(text: String) -> Self {
        Self { text, strange: Vec::new(), origin: Origin::Usual }
    }
}

/// The text of a file: by its byte order mark; else UTF-16 where every other byte is zero; else
/// UTF-8 where most of what is not ASCII is sound UTF-8; else what makes words of its bytes:
/// Windows-1252, or what DOS and old Macs wrote. `None` for what is no text.
pub fn decode(bytes: Vec<u8>) -> Option<Decoded> {
    let marked = Encoding::for_bom(&bytes);
    let decoded = match marked.or_else(|| unmarked_utf_16(&bytes).map(|encoding| (encoding, 0))) {
        Some((encoding, mark)) if encoding == UTF_8 => mixed(bytes.get(mark..).unwrap_or_default()),
        Some((encoding, _)) => Decoded::sound(encoding.decode(&bytes).0.into_owned()),
        None => match String::from_utf8(bytes) {
            Ok(text) => Decoded { strange: strange_in(&text, false), ..Decoded::sound(text) },
            Err(error) => unmarked(&error.into_bytes()),
        },
    };
    let decoded = match once(&decoded.text) {
        Some(text) => Decoded { text, strange: Vec::new(), origin: Origin::Twice },
        None => decoded,
    };
    let is_text = |c: char| {
        !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{80}'..='\u{9f}')
    };
    decoded.text.chars().take(4096).all(is_text).then_some(decoded)
}

/// UTF-16 without a mark: of the letters, digits and separators of a table every other byte is
/// zero, and no other encoding of text has such bytes.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(LOOKED_AT)).unwrap_or_default();
    let zeros =
        |first: usize| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let is_most = |zeros: usize| zeros * 3 > start.len();
    match () {
        () if is_most(odd) && even == 0 => Some(UTF_16LE),
        () if is_most(even) && odd == 0 => Some(UTF_16BE),
        () => None,
    }
}

/// In an encoding of one byte hardly any letter happens to be sound UTF-8, so that the larger
/// number tells which of the two a file with some damage is in.
fn unmarked(bytes: &[u8]) -> Decoded {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good >= bad {
        return mixed(bytes);
    }
    let windows = || WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned();
    let [of_windows, of_dos, of_mac] = words_by_page(bytes);
    let (text, origin) = match () {
        () if of_dos > of_windows && of_dos > of_mac => (dos::decode(bytes), Origin::Dos),
        () if of_mac > of_windows && of_mac > of_dos => {
            (MACINTOSH.decode_without_bom_handling(bytes).0.into_owned(), Origin::Mac)
        }
        () => (windows(), Origin::Usual),
    };
    let strange = strange_in(&text, true);
    Decoded { text, strange, origin }
}

/// How many words that are not ASCII alone are made of letters, as Windows-1252, in the page of
/// DOS, and as old Macs wrote: of words with the letters that are Norwegian alone, else of all.
/// Words that are so in several count for none.
fn words_by_page(bytes: &[u8]) -> [usize; 3] {
    let is_of_word = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80;
    let (mut norwegian, mut natural) = ([0_usize; 3], [0_usize; 3]);
    for word in bytes.split(|byte| !is_of_word(byte)) {
        let has_letters = word.iter().any(u8::is_ascii_alphabetic);
        if word.is_ascii() || !has_letters || may_be_marked(word) {
            continue;
        }
        let readings = [
            WINDOWS_1252.decode_without_bom_handling(word).0.into_owned(),
            dos::decode(word),
            MACINTOSH.decode_without_bom_handling(word).0.into_owned(),
        ];
        vote(&mut norwegian, &readings, |reading| {
            is_natural(reading) && reading.contains(NORWEGIAN)
        });
        vote(&mut natural, &readings, is_natural);
    }
    if norwegian.iter().any(|count| *count > 0) { norwegian } else { natural }
}

fn vote(votes: &mut [usize; 3], readings: &[String; 3], is: impl Fn(&str) -> bool) {
    let are = readings.each_ref().map(|reading| is(reading));
    if are.iter().filter(|fits| **fits).count() == 1 {
        for (vote, is) in votes.iter_mut().zip(are) {
            *vote += usize::from(is);
        }
    }
}

/// Whether a word may have a mark of Windows-1252 beside it, a quote, dots or a dash, which are
/// letters in other pages.
fn may_be_marked(word: &[u8]) -> bool {
    let is_mark = |byte: &u8| matches!(byte, 0x85 | 0x91..=0x94 | 0x96 | 0x97 | 0x99 | 0xA0 | 0xB4);
    let inner = word.strip_prefix(b"\x91").unwrap_or(word);
    inner.iter().all(|byte| byte.is_ascii() || is_mark(byte) && *byte != 0x91)
}

/// Whether a text is a word as Norwegians and their neighbours write: the letters of their
/// alphabets, small, or large, or the first one large.
fn is_natural(word: &str) -> bool {
    /// The letters beside those of ASCII, the small ones.
    const LETTERS: &str =
        "\u{e6}\u{f8}\u{e5}\u{e4}\u{f6}\u{fc}\u{e9}\u{e8}\u{ea}\u{f3}\u{f2}\u{f4}\u{e1}\u{e0}";
    let is_known =
        |c: char| c.is_ascii_alphabetic() || c.to_lowercase().all(|c| LETTERS.contains(c));
    let mut rest = word.chars().skip(1).map(char::is_uppercase);
    let is_cased = match rest.next() {
        None => true,
        Some(second) => {
            rest.all(|is_upper| is_upper == second)
                && (!second || word.starts_with(char::is_uppercase))
        }
    };
    word.chars().all(is_known) && is_cased
}

/// Where characters stand that another encoding has left: within words that no word has, and such
/// as no text has.
fn strange_in(text: &str, is_unmarked: bool) -> Vec<usize> {
    let mut strange = Vec::new();
    for (at, character) in text.match_indices(|c: char| !c.is_ascii()) {
        let Some(c) = character.chars().next() else { continue };
        let before = text.get(..at).and_then(|text| text.chars().next_back()).unwrap_or(' ');
        let after = text.get(at + character.len()..).and_then(|text| text.chars().next());
        let is_left = matches!(c, '\u{80}'..='\u{9f}' | '\u{fffd}')
            || before == '\u{c3}' && byte_of(c).is_some_and(|byte| (0x80..0xC0).contains(&byte));
        // Marks that never stand between two letters, or never behind one.
        let is_odd = match c {
            '\u{2018}' | '\u{203a}' | '\u{2020}' | '\u{a2}' | '\u{bf}' | '\u{2039}' => true,
            '\u{201d}' | '\u{201c}' | '\u{201e}' | '\u{201a}' | '\u{be}' | '\u{2122}' => {
                after.is_some_and(char::is_alphabetic)
            }
            _ => false,
        };
        if is_left || is_unmarked && is_odd && before.is_alphabetic() {
            strange.push(at);
        }
    }
    strange
}

/// The text that was written as UTF-8 twice, read once: all its letters are what the bytes of
/// UTF-8 look like in an encoding of one byte, which no text is by chance.
fn once(text: &str) -> Option<String> {
    if text.is_ascii() || !text.contains(['\u{c3}', '\u{c2}', '\u{e2}']) {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(byte_of).collect();
    let read = String::from_utf8(bytes?).ok()?;
    read.contains(|c: char| !c.is_ascii() && c.is_alphabetic()).then_some(read)
}

/// The byte that stands for a character in Windows-1252 or ISO 8859-1.
fn byte_of(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(c)) {
        return Some(byte);
    }
    let mut buffer = [0; 4];
    match WINDOWS_1252.encode(c.encode_utf8(&mut buffer)) {
        (bytes, _, false) => bytes.first().copied(),
        _ => None,
    }
}

/// UTF-8 in which some bytes are of Windows-1252, as where two files were put together.
fn mixed(bytes: &[u8]) -> Decoded {
    let mut decoded = Decoded::sound(String::with_capacity(bytes.len()));
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

    #[test]
    fn utf_16_is_known_without_its_mark() {
        let text = "Saksnr;Kunde\n1;Løten – €\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [little, big] {
            let decoded = decode(bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.origin), (text, Origin::Usual));
        }
    }

    #[test]
    fn old_programs_are_known_by_the_words_that_their_bytes_make() {
        let text = "Kunde;Emne\nLøten;å\nSØR-ODAL;Åsnes og Våler\nÆgir;så rødt\n";
        let dos = |text: &str| -> Vec<u8> {
            let page = dos::decode(&(0..=255).collect::<Vec<u8>>());
            let byte = |c: char| page.chars().position(|letter| letter == c).unwrap();
            text.chars().map(|c| u8::try_from(byte(c)).unwrap()).collect()
        };
        for (bytes, origin) in [
            (dos(text), Origin::Dos),
            (MACINTOSH.encode(text).0.into_owned(), Origin::Mac),
            (WINDOWS_1252.encode(text).0.into_owned(), Origin::Usual),
        ] {
            let decoded = decode(bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.origin), (text, origin));
            assert!(decoded.strange.is_empty());
        }
        // One letter is enough, in whichever case.
        for word in ["Løten", "Våler", "Sør-Fron", "LØTEN", "Åmot", "bærum", "Ål"] {
            let decoded = decode(dos(word)).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.origin), (word, Origin::Dos), "{word}");
        }
    }

    #[test]
    fn the_marks_of_windows_are_no_letters_of_dos() {
        for text in [
            "Per’s bil",
            "D’Angelo",
            "Hei… du",
            "‘hei’ sa hun",
            "pris 5€",
            "“x” – y",
            "café’s",
            "Åse’s",
        ] {
            let decoded = decode(WINDOWS_1252.encode(text).0.into_owned()).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.origin), (text, Origin::Usual));
        }
    }

    #[test]
    fn what_was_written_twice_is_read_once() {
        let twice =
            |text: &str| WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
        let text = "Løten;Åmot;Ærlig – ja";
        let decoded = decode(twice(text).into_bytes()).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.origin), (text, Origin::Twice));
        for text in ["Løten", "Ã er en bokstav", "Âge", "naïve Ångström", "10 €"] {
            assert_eq!(decode(text.as_bytes().to_vec()).unwrap().origin, Origin::Usual, "{text}");
        }
    }
}
