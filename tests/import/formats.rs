//! Every format gives the same cases, whatever the file is called.

use std::io::{Cursor, Write as _};
use std::path::PathBuf;

use arsmelding::project::SourceKind;

use super::support::{Files, V::*, minute, registered, sheet};

const LIST: &str = "Saksliste\n\
    Periode: 01.03.2021–31.03.2021\n\
    \n\
    Saksnummer;Registrert;Prioritet;Kunde;Innmelder\n\
    IR-1;04.03.2021 08:14;C;Hamar;Ola Nordmann\n\
    IR-2;05.03.2021 09:30;B;Løten;Kari Nordmann\n\
    IR-3;31.03.2021 23:59;A;Sør-Odal;Per Hansen\n\
    Sum;3;;;\n";

/// The list of three cases, header in row 4, sum in row 8.
fn is_understood(path: PathBuf) {
    let name = path.display().to_string();
    let read = sheet(path);
    assert_eq!(read.kind(), SourceKind::Cases, "{name}");
    assert_eq!(
        registered(&read),
        ["2021-03-04T08:14", "2021-03-05T09:30", "2021-03-31T23:59"].map(minute),
        "{name}"
    );
    assert_eq!(
        (read.header_row, read.read, read.accepted(), read.skipped_count()),
        (4, 4, 3, 1),
        "{name}"
    );
    assert_eq!(read.skipped[0].first, 8, "{name}");
    assert!(read.is_period_stated, "{name}");
    let last = &read.preview[2].values;
    assert_eq!(last[..], ["IR-3", "31.03.2021 23:59", "A", "Sør-Odal"], "{name}");
}

#[test]
fn text_is_read_in_every_encoding_and_with_every_separator() {
    let files = Files::new();
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(LIST.encode_utf16().flat_map(bytes)).collect()
    };
    is_understood(files.write("utf8.csv", LIST));
    is_understood(files.write("bom.csv", format!("\u{feff}{LIST}")));
    is_understood(files.write("le.csv", utf16(u16::to_le_bytes, [0xFF, 0xFE])));
    is_understood(files.write("be.csv", utf16(u16::to_be_bytes, [0xFE, 0xFF])));
    is_understood(files.write("1252.csv", encoding_rs::WINDOWS_1252.encode(LIST).0));
    is_understood(files.write("tabs.tsv", LIST.replace(';', "\t")));
    is_understood(files.write("commas.csv", LIST.replace(';', ",")));
    is_understood(files.write("windows.csv", LIST.replace('\n', "\r\n")));
    is_understood(files.write("text-named.xls", LIST));
}

#[test]
fn a_quoted_field_with_line_breaks_is_one_row() {
    let files = Files::new();
    let text = "Saksnummer;Registrert;Kategori;Beskrivelse\n\
        1;04.03.2021;\"PC; bærbar\";\"to\nlinjer\"\n\
        2;ukjent;PC;x\n";
    let read = sheet(files.write("quoted.csv", text));
    assert_eq!(read.preview[0].values[2], "PC; bærbar");
    assert_eq!(read.rejects[0].cell, "B3");
}

#[test]
fn workbooks_are_read() {
    let files = Files::new();
    let list = files.xlsx(
        "list.xlsx",
        &[
            &[T("Saksliste")],
            &[T("Periode:"), T("01.03.2021–31.03.2021")],
            &[],
            &[T("Saksnummer"), T("Registrert"), T("Prioritet"), T("Kunde"), T("Innmelder")],
            &[T("IR-1"), D("2021-03-04T08:14:00"), T("C"), T("Hamar"), T("Ola Nordmann")],
            &[T("IR-2"), D("2021-03-05T09:30:29"), T("B"), T("Løten"), T("Kari Nordmann")],
            &[T("IR-3"), D("2021-03-31T23:59:59"), T("A"), T("Sør-Odal"), T("Per Hansen")],
            &[T("Sum"), N(3.0)],
        ],
    );
    // Content tells, not the name: a workbook with macros is the same inside.
    for name in ["list.xlsm", "list.xls"] {
        is_understood(files.write(name, std::fs::read(&list).unwrap()));
    }
    is_understood(list);
    let made = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/files");
    is_understood(made.join("saker.xls"));
    is_understood(made.join("saker.ods"));
    is_understood(files.write("list.xlsb", xlsb()));
}

#[test]
fn a_web_page_named_xls_is_read() {
    let files = Files::new();
    let rows: String = LIST
        .lines()
        .skip(3)
        .map(|line| {
            let cells: String =
                line.split(';').map(|cell| format!("<td class=x>{cell}</td>")).collect();
            format!("<tr>{cells}</tr>\n")
        })
        .collect();
    let page = format!(
        "<html><head><meta charset=utf-8><style>td {{ color: red }}</style></head><body>\
         <table><tr><td colspan=5><b>Saksliste</b></td></tr>\
         <tr><td colspan=5>Periode: 01.03.2021&ndash;31.03.2021</td></tr><tr></tr>{}</table></body></html>",
        rows.replace("ø", "&oslash;").replace(" 08:14", "&nbsp;08:14")
    );
    is_understood(files.write("page.xls", page));
}

#[test]
fn a_range_that_begins_below_and_right_of_a1_keeps_excels_cells() {
    let files = Files::new();
    let read = sheet(files.xlsx(
        "shifted.xlsx",
        &[
            &[],
            &[],
            &[T(""), T(""), T("Saksnr"), T("Opprettet"), T("Pri")],
            &[T(""), T(""), T("1"), D("2021-03-04T08:14:00"), T("C")],
            &[T(""), T(""), T("2"), T("i går"), T("C")],
        ],
    ));
    assert_eq!(read.header_row, 3);
    assert_eq!(read.columns[3].letters(), "D");
    assert_eq!(read.rejects[0].cell, "D5");
}

#[test]
fn a_chart_on_a_sheet_of_its_own_does_not_harm_an_xlsb() {
    let files = Files::new();
    is_understood(files.write("chart.xlsb", xlsb_with(true)));
}

#[test]
fn workbooks_whose_formats_are_not_seen_say_so_once() {
    let files = Files::new();
    let made = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/files");
    for (path, is_told) in [
        (made.join("saker.xls"), true),
        (files.write("list.xlsb", xlsb()), true),
        (made.join("saker.ods"), false),
    ] {
        let notes: Vec<String> =
            sheet(&path).notes.iter().map(|note| note.message.text()).collect();
        let told = notes.iter().filter(|note| note.contains("skjulte rader")).count();
        assert_eq!(told, usize::from(is_told), "{path:?}: {notes:?}");
    }
}

fn xlsb() -> Vec<u8> {
    xlsb_with(false)
}

/// The list as the smallest `.xlsb`: records of type, length and content; with a chart on a sheet
/// of its own before it.
fn xlsb_with(chart: bool) -> Vec<u8> {
    fn record(out: &mut Vec<u8>, kind: u16, content: &[u8]) {
        match kind {
            0..0x80 => out.push(kind as u8),
            _ => out.extend([(kind & 0x7F) as u8 | 0x80, (kind >> 7) as u8]),
        }
        let length = content.len();
        match length {
            0..0x80 => out.push(length as u8),
            _ => out.extend([(length & 0x7F) as u8 | 0x80, (length >> 7) as u8]),
        }
        out.extend(content);
    }
    fn wide(text: &str) -> Vec<u8> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let length = (units.len() as u32).to_le_bytes();
        length.into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
    }
    let mut book = Vec::new();
    let sheet = [&[0; 4], &1u32.to_le_bytes()[..], &wide("rId1"), &wide("Saker")].concat();
    if chart {
        let sheet = [&[0; 4], &2u32.to_le_bytes()[..], &wide("rId2"), &wide("Diagram")].concat();
        record(&mut book, 0x9C, &sheet);
    }
    record(&mut book, 0x9C, &sheet);
    record(&mut book, 0x90, &[]);
    record(&mut book, 0x9D, &[]);
    record(&mut book, 0x84, &[]);
    let mut cells = Vec::new();
    let dimension: Vec<u8> = [0u32, 7, 0, 4].iter().flat_map(|edge| edge.to_le_bytes()).collect();
    record(&mut cells, 0x94, &dimension);
    record(&mut cells, 0x91, &[]);
    for (row, line) in (0u32..).zip(LIST.lines()) {
        record(&mut cells, 0x00, &row.to_le_bytes());
        for (column, text) in (0u32..).zip(line.split(';')).filter(|(_, text)| !text.is_empty()) {
            let cell = [&column.to_le_bytes()[..], &[0; 4], &wide(text)].concat();
            record(&mut cells, 0x06, &cell);
        }
    }
    record(&mut cells, 0x92, &[]);
    let relations = "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.bin\"/>\
                     <Relationship Id=\"rId2\" Target=\"chartsheets/sheet1.bin\"/></Relationships>";
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts: [(&str, &[u8]); 4] = [
        ("xl/chartsheets/sheet1.bin", &[0x81, 0x01, 0, 0x82, 0x01, 0]),
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.bin", &cells),
    ];
    for (name, content) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
