//! The letters of a text file are those that were written, or it is told.

use arsmelding::import::{SheetRead, TypedRows};

use super::support::{Files, sheet};

const NAMES: [&str; 6] = ["Løten", "Våler", "Åmot", "Sør-Odal", "BÆRUM", "Ås"];

fn list() -> String {
    let row = |(nr, name): (usize, &str)| format!("S{nr};{:02}.03.2021 10:00;A;{name}\n", nr + 1);
    let rows: String = NAMES.into_iter().enumerate().map(row).collect();
    format!("Saksnr;Registrert;Prioritet;Kunde\n{rows}")
}

fn customers(read: &SheetRead) -> Vec<String> {
    let TypedRows::Cases { rows, codes } = &read.rows else { panic!("no cases: {:?}", read.rows) };
    let word = |code| codes.customers.word(code).unwrap_or_default().to_owned();
    rows.iter().map(|case| word(case.customer)).collect()
}

/// The bytes of a text in an encoding of one byte, by its letters beside ASCII.
fn bytes(text: &str, letters: [u8; 6]) -> Vec<u8> {
    let of = |c: char| match "æøåÆØÅ".chars().position(|own| own == c) {
        Some(at) => letters[at],
        None => u8::try_from(c).unwrap(),
    };
    text.chars().map(of).collect()
}

#[test]
fn letters_are_known_by_what_words_they_make() {
    let files = Files::new();
    for (name, letters, told) in [
        ("windows.csv", [0xE6, 0xF8, 0xE5, 0xC6, 0xD8, 0xC5], None),
        ("dos.csv", [0x91, 0x9B, 0x86, 0x92, 0x9D, 0x8F], Some("DOS")),
        ("mac.csv", [0xBE, 0xBF, 0x8C, 0xAE, 0xAF, 0x81], Some("Mac")),
    ] {
        let read = sheet(files.write(name, bytes(&list(), letters)));
        assert_eq!(customers(&read), NAMES, "{name}");
        let notes: Vec<String> = read.notes.iter().map(|note| note.message.text()).collect();
        let has_note = notes.iter().any(|note| note.contains("tegnkoding"));
        assert_eq!(has_note, told.is_some(), "{name}: {notes:?}");
        assert!(told.is_none_or(|word| notes.iter().any(|note| note.contains(word))), "{name}");
    }
}

#[test]
fn utf_16_needs_no_mark() {
    let files = Files::new();
    let text = list().replace(';', "\t");
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (name, bytes) in [("little.csv", little), ("big.txt", big)] {
        assert_eq!(customers(&sheet(files.write(name, bytes))), NAMES, "{name}");
    }
}

#[test]
fn what_was_encoded_twice_is_read_once_and_told() {
    let files = Files::new();
    let text = list();
    let twice: String = text.bytes().map(char::from).collect();
    let read = sheet(files.write("twice.csv", twice));
    assert_eq!(customers(&read), NAMES);
    assert!(read.notes.iter().any(|note| note.message.text().contains("feil tegnkoding")));
}

#[test]
fn a_letter_that_is_lost_is_told_with_its_cell() {
    let files = Files::new();
    for lost in ["L\u{fffd}ten", "LÃ¸ten", "L\u{9b}ten"] {
        let text = list().replace("Løten", lost);
        let read = sheet(files.write("lost.csv", text));
        let note = read.notes.iter().find(|note| note.message.text().contains("tegnkoding"));
        assert_eq!(note.and_then(|note| note.place.cell.as_deref()), Some("D2"), "{lost}");
    }
}
