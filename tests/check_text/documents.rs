//! The same text as `.txt`, `.docx` and `.pdf`.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use arsmelding::import::{Document, read_document};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::support::{check_document, data, short};

const NAMESPACES: &str =
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// A Word document of a text: headings with their styles, lists, and numbers parted by runs.
fn docx(text: &str) -> Vec<u8> {
    docx_of(&paragraphs(text).iter().map(|own| paragraph(own)).collect::<String>())
}

/// A Word document with a body.
fn docx_of(body: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, xml: String| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(xml.as_bytes()).unwrap();
    };
    add("[Content_Types].xml", CONTENT_TYPES.to_owned());
    add("_rels/.rels", RELATIONS.to_owned());
    let style = |level: usize| {
        format!(
            r#"<w:style w:type="paragraph" w:styleId="Overskrift{level}"><w:name w:val="heading {level}"/></w:style>"#
        )
    };
    let styles: String = (1..=3).map(style).collect();
    add("word/styles.xml", format!("<w:styles {NAMESPACES}>{styles}</w:styles>"));
    let document = format!("<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>");
    add("word/document.xml", document);
    zip.finish().unwrap().into_inner()
}

/// The paragraphs of a text whose lines are wrapped.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = vec![String::new()];
    for line in text.lines().map(str::trim) {
        let begins = line.is_empty() || line.starts_with('•') || line.ends_with(':');
        let last = paragraphs.last_mut().unwrap();
        if begins || last.is_empty() || last.ends_with(':') {
            paragraphs.push(line.to_owned());
        } else {
            last.push(' ');
            last.push_str(line);
        }
    }
    paragraphs.retain(|own| !own.is_empty());
    paragraphs
}

fn paragraph(text: &str) -> String {
    let level = match text {
        _ if text.starts_with("Årsberetning") => Some(1),
        _ if text.ends_with(':') => Some(3),
        _ if text.len() < 30 && !text.ends_with('.') => Some(2),
        _ => None,
    };
    let style = match level {
        Some(level) => format!(r#"<w:pStyle w:val="Overskrift{level}"/>"#),
        None if text.starts_with('•') => {
            r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#.to_owned()
        }
        None => String::new(),
    };
    let text = text.trim_start_matches('•').trim().replace('&', "&amp;");
    // Word parts runs anywhere, also within a number.
    let (first, second) =
        text.split_at(text.find(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1));
    let run = |text: &str| format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#);
    format!("<w:p><w:pPr>{style}</w:pPr>{}{}</w:p>", run(first), run(second))
}

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

fn verdicts(document: &Document) -> Vec<String> {
    check_document(document).iter().map(short).collect()
}

fn read(path: &Path) -> Vec<String> {
    verdicts(&read_document(path).unwrap())
}

#[test]
fn a_word_document_and_a_pdf_give_the_verdicts_of_the_plain_text() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["with-errors", "without-errors"] {
        let plain = data("text").join(format!("{name}.txt"));
        let expected = read(&plain);
        let word = folder.path().join(format!("{name}.docx"));
        fs::write(&word, docx(&fs::read_to_string(&plain).unwrap())).unwrap();
        assert_eq!(read(&word), expected, "{name}.docx");
    }
    let expected = read(&data("text/with-errors.txt"));
    assert_eq!(read(&data("text/with-errors.pdf")), expected);
}

/// A table, cell by cell.
fn table(rows: &[[&str; 6]]) -> String {
    let cell = |text: &&str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row =
        |cells: &[&str; 6]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

#[test]
fn a_table_of_ours_is_held_against_the_figures_cell_by_cell() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kvartaler.docx");
    let rows = [
        ["År", "Q1", "Q2", "Q3", "Q4", "Sum"],
        ["2020", "10 709", "8 509", "9 558", "9 186", "37 962"],
        ["2021", "10 859", "9 068", "8 388", "7 893", "36 226"],
        ["Endring fra 2020", "1,38 %", "6,78 %", "-12,24 %", "14,08 %", "-4,57 %"],
    ];
    fs::write(&path, docx_of(&table(&rows))).unwrap();
    let found = read(&path);
    let wrong: Vec<&String> = found.iter().filter(|own| !own.starts_with('=')).collect();
    assert_eq!(wrong, ["! 9 068 → 9 086", "! 1,38 → +1,40 %", "! 14,08 → −14,08 %"]);
    assert_eq!(found.len(), 15);
}

#[test]
fn a_plain_text_is_read_in_every_encoding() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notat.txt");
    let text = "Sykefraværet i 2021 ble 3,63 %.\r\n";
    let utf_16: Vec<u8> =
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let windows: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for bytes in [text.as_bytes().to_vec(), format!("\u{feff}{text}").into_bytes(), utf_16, windows]
    {
        fs::write(&path, bytes).unwrap();
        assert_eq!(read(&path), ["! 3,63 → 3,36 %"]);
    }
}

#[test]
fn what_is_no_document_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fil.docx");
    let damaged = &docx("Tekst")[..200];
    for (bytes, reason) in [
        (b"".as_slice(), "ingen tekst"),
        (b"%PDF-1.7 and nothing more", "skadet"),
        (damaged, "skadet"),
        (b"\xD0\xCF\x11\xE0 old", ".doc"),
        (b"<html>", "verken tekst"),
        (&[0, 1, 2, 3], "verken tekst"),
    ] {
        fs::write(&path, bytes).unwrap();
        let why = read_document(&path).unwrap_err().to_string();
        assert!(why.starts_with("fil.docx") && why.contains(reason), "{why}");
    }
    assert!(read_document(&folder.path().join("borte.txt")).is_err());
}
