//! Workbooks as many programs write them, and what they say besides the values of their cells.

use std::path::{Path, PathBuf};

use arsmelding::import::{self, FileRead, FileRequest, Known, Options, Setting, SheetRead};
use arsmelding::project::{Project, StampMeaning};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::made::{Parts, zipped};
use super::support::{
    Files, V::*, minute, project, refusal, registered, sheet, sheet_with, sheets,
};

pub fn door(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/doors/workbooks").join(name)
}

pub fn read(path: impl AsRef<Path>, options: &Options) -> FileRead {
    let request = FileRequest { path: path.as_ref().to_owned(), options: options.clone() };
    let project = project();
    import::read_files(&[request], &Known::of(&project), &|_| true).unwrap().remove(0)
}

pub fn notes(read: &SheetRead) -> Vec<String> {
    read.notes.iter().map(|note| note.message.text().replace('\u{a0}', " ")).collect()
}

fn customers(read: &SheetRead) -> Vec<(String, usize)> {
    let import::TypedRows::Cases { rows, codes } = &read.rows else { panic!("no cases") };
    let mut counted: Vec<(String, usize)> = Vec::new();
    for case in rows.iter() {
        let name = codes.customers.word(case.customer).unwrap_or_default();
        match counted.iter_mut().find(|(own, _)| own == name) {
            Some((_, count)) => *count += 1,
            None => counted.push((name.to_owned(), 1)),
        }
    }
    counted
}

fn without_sheet_names(read: &FileRead) -> Vec<String> {
    read.notes.iter().map(|note| note.message.text()).collect()
}

/// Two cases, however the cells are written.
fn is_two_cases(path: PathBuf) {
    let name = path.display().to_string();
    let read = sheet(path);
    assert_eq!((read.read, read.accepted()), (2, 2), "{name}: {:?}", read.rejects);
    assert_eq!(registered(&read), ["2021-03-01T08:05", "2021-03-02T00:00"].map(minute), "{name}");
    assert_eq!(customers(&read), [("Løten & Stange".to_owned(), 2)], "{name}");
    assert_eq!(read.preview[0].values[0], "IR-1", "{name}");
}

const INLINE: &str = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Saksnummer</t></is></c>\
    <c r=\"B1\" t=\"inlineStr\"><is><t>Registrert</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>Prioritet</t></is></c>\
    <c r=\"D1\" t=\"inlineStr\"><is><t>Kunde</t></is></c></row>\
    <row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"IR-\"&amp;1</f><v>IR-1</v></c><c r=\"B2\" s=\"2\"><v>44256.336805555555</v></c>\
    <c r=\"C2\" t=\"inlineStr\"><is><t>C</t></is></c>\
    <c r=\"D2\" t=\"inlineStr\"><is><r><t>Løten</t></r><r><t xml:space=\"preserve\"> &amp; Stange</t></r></is></c></row>\
    <row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>IR-2</t></is></c><c r=\"B3\" t=\"d\"><v>2021-03-02</v></c>\
    <c r=\"C3\" t=\"inlineStr\"><is><t>C</t></is></c>\
    <c r=\"D3\" t=\"inlineStr\"><is><t>L&#248;ten &#x26; Stange</t></is></c></row>";

#[test]
fn cells_come_in_every_form_that_writers_have() {
    let files = Files::new();
    let parts = Parts::around(INLINE);
    is_two_cases(parts.write(&files, "inline.xlsx"));

    // Rows and cells that do not say where they stand.
    let unplaced: String = INLINE
        .split(' ')
        .map(|word| match word.strip_prefix("r=\"") {
            Some(rest) => rest.split_once('"').unwrap().1.to_owned(),
            None => word.to_owned(),
        })
        .collect::<Vec<_>>()
        .join(" ");
    is_two_cases(Parts::around(&unplaced).write(&files, "unplaced.xlsx"));

    // Cells on lines of their own, a comment, and a mark at the start.
    let own_lines = INLINE.replace("<c ", "\n  <!-- </row> -->\n  <c ").replace("<v>", "\n<v>");
    let mut parts = Parts::around(&own_lines);
    parts.sheet = format!("\u{feff}<?xml version=\"1.0\"?>\n{}", parts.sheet);
    is_two_cases(parts.write(&files, "own-lines.xlsx"));

    // Names with a prefix, and targets from the root of the zip with another case.
    let mut parts = Parts::around(INLINE);
    let prefixed = |text: &str| {
        let named = text.replace("</", "\u{1}").replace('<', "<x:").replace('\u{1}', "</x:");
        named.replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")
    };
    parts.sheet = prefixed(&parts.sheet);
    parts.workbook = prefixed(&parts.workbook);
    parts.styles = prefixed(&parts.styles);
    parts.links = parts.links.replace("worksheets/", "/XL/Worksheets/");
    is_two_cases(parts.write(&files, "prefixed.xlsx"));

    // Strict: other names for the same relationships.
    let mut parts = Parts::around(INLINE);
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    parts.links = parts.links.replace(links, strict);
    parts.workbook = parts.workbook.replace(links, strict);
    is_two_cases(parts.write(&files, "strict.xlsx"));

    // Backslashes in the zip, and the workbook at another place.
    let parts = Parts::around(INLINE);
    let moved = zipped(&[
        (
            "_rels/.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"/book/main.xml\"/></Relationships>",
        ),
        ("book\\main.xml", &parts.workbook),
        ("book\\_rels\\main.xml.rels", &parts.links.replace("worksheets/", "../book/worksheets/")),
        ("book\\styles.xml", &parts.styles),
        ("xl\\styles.xml", &parts.styles),
        ("book\\worksheets\\sheet1.xml", &parts.sheet),
    ]);
    is_two_cases(files.write("moved.xlsx", moved));

    // UTF-16.
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(parts.sheet.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let bytes = {
        use std::io::Write as _;
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in [
            ("xl/workbook.xml", parts.workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", parts.links.as_bytes()),
            ("xl/styles.xml", parts.styles.as_bytes()),
            ("xl/worksheets/sheet1.xml", &utf16),
        ] {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    is_two_cases(files.write("utf16.xlsx", bytes));
}

#[test]
fn shared_texts_come_plain_and_rich_and_without_their_guides() {
    let files = Files::new();
    let mut parts = Parts::around(
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>\
         <row><c><v>1</v></c><c s=\"1\"><v>44256</v></c><c t=\"s\"><v>3</v></c></row>\
         <row><c><v>2</v></c><c s=\"1\"><v>44257</v></c><c t=\"s\"/></row>",
    );
    parts.strings = "<sst count=\"9\"><si><t>Saksnr</t></si><si><t>Registrert</t></si><si><t>Kunde</t></si>\
        <si><r><rPr/><t>Ha</t></r><r><t>mar</t></r><rPh sb=\"0\" eb=\"1\"><t>lyd</t></rPh></si></sst>"
        .to_owned();
    let read = sheet(parts.write(&files, "shared.xlsx"));
    assert_eq!(customers(&read), [("Hamar".to_owned(), 1), (String::new(), 1)]);
    // A text that is not there is no blank.
    parts.sheet = parts.sheet.replace("<v>3</v>", "<v>99</v>");
    let path = parts.write(&files, "missing-text.xlsx");
    assert!(refusal(path, &Options::default()).starts_with("Fila er skadet"));
}

#[test]
fn sheets_that_break_off_or_are_missing_are_damaged() {
    let files = Files::new();
    let mut parts = Parts::around(INLINE);
    let (start, _) = parts.sheet.split_at(parts.sheet.len() - 300);
    parts.sheet = start.to_owned();
    let path = parts.write(&files, "breaks-off.xlsx");
    assert!(refusal(path, &Options::default()).starts_with("Fila er skadet"));
    let mut parts = Parts::around(INLINE);
    parts.sheet_name = "xl/worksheets/other.xml".to_owned();
    let path = parts.write(&files, "missing.xlsx");
    assert!(refusal(path, &Options::default()).starts_with("Fila er skadet"));
}

#[test]
fn a_date_is_read_by_its_format_and_its_epoch() {
    let read = sheet(door("epoch-1904.xlsx"));
    assert_eq!(registered(&read)[0].day().year(), 2021);
    let files = Files::new();
    let rows = "<row><c t=\"str\"><v>Saksnr</v></c><c t=\"str\"><v>Registrert</v></c><c t=\"str\"><v>Pri</v></c></row>\
        <row><c><v>1</v></c><c s=\"1\"><v>42794</v></c><c t=\"str\"><v>C</v></c></row>";
    let mut parts = Parts::around(rows);
    parts.workbook = parts.workbook.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>");
    assert_eq!(registered(&sheet(parts.write(&files, "1904.xlsx")))[0], minute("2021-03-01T00:00"));
}

#[test]
fn hidden_sheets_are_left_out_and_told_unless_they_are_named() {
    let path = door("hidden-sheet.xlsx");
    let file = read(&path, &Options::default());
    assert_eq!(file.outcome.as_ref().unwrap().len(), 1);
    assert_eq!(file.notes[0].place.sheet.as_deref(), Some("Gammelt"));
    let told = without_sheet_names(&file).remove(0);
    assert!(told.contains("skjult") && told.contains("Les de skjulte arkene"), "{told}");

    let with_hidden = Options { with_hidden: true, ..Options::default() };
    assert_eq!(sheets(&path, &project(), &with_hidden).len(), 2);
    let named = Options { sheet: Some("gammelt".to_owned()), ..Options::default() };
    assert_eq!(sheet_with(&path, &project(), &named).sheet, "Gammelt");
}

#[test]
fn rows_without_height_are_hidden_and_told() {
    let files = Files::new();
    let row = |at: u32, dress: &str, number: &str, day: &str| {
        format!(
            "<row r=\"{at}\"{dress}><c t=\"inlineStr\"><is><t>{number}</t></is></c>\
             <c t=\"inlineStr\"><is><t>{day}</t></is></c></row>"
        )
    };
    let rows = [
        row(1, "", "Saksnr", "Registrert"),
        row(2, "", "S1", "04.01.2021 08:00"),
        row(3, " ht=\"0\" customHeight=\"1\"", "S2", "05.01.2021 08:00"),
        row(4, " hidden=\"1\"", "S3", "06.01.2021 08:00"),
        row(5, " ht=\"15.75\"", "S4", "07.01.2021 08:00"),
    ];
    let mut parts = Parts::around(&rows.concat());
    // Where rows without an entry are hidden, those that have one are seen.
    let unused = "<sheetFormatPr defaultRowHeight=\"15\" zeroHeight=\"1\"/><sheetData>";
    parts.sheet = parts.sheet.replace("<sheetData>", unused);
    let read = sheet(parts.write(&files, "saker.xlsx"));
    assert_eq!(read.accepted(), 4);
    let told: Vec<String> = read.notes.iter().map(|note| note.message.text()).collect();
    assert!(told.contains(&"2 rader er skjult i arket og er lest".to_owned()), "{told:?}");
}

#[test]
fn a_workbook_whose_exports_are_all_hidden_is_refused_for_that() {
    let files = Files::new();
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Forside").unwrap().write(0, 0, "Velkommen").unwrap();
    let hidden = workbook.add_worksheet().set_name("Data").unwrap();
    hidden.set_very_hidden(true);
    for (column, heading) in (0..).zip(["Saksnr", "Registrert", "Pri"]) {
        hidden.write(0, column, heading).unwrap();
    }
    hidden.write(1, 0, 1).unwrap();
    hidden.write(1, 1, "01.03.2021").unwrap();
    let path = files.write("hidden.xlsx", workbook.save_to_buffer().unwrap());
    let told = refusal(path, &Options::default());
    assert!(told.contains("skjult") && told.contains("Les de skjulte arkene"), "{told}");
}

#[test]
fn a_sheet_that_is_left_out_is_named_with_its_cause() {
    let file = read(door("one-sheet-unknown.xlsx"), &Options::default());
    assert_eq!(file.outcome.as_ref().unwrap().len(), 1);
    assert_eq!(file.notes[0].place.sheet.as_deref(), Some("Saker 2020"));
}

#[test]
fn hidden_and_filtered_rows_are_read_counted_and_told() {
    let files = Files::new();
    let mut workbook = Workbook::new();
    let list = workbook.add_worksheet();
    for (column, heading) in (0..).zip(["Saksnr", "Registrert", "Pri"]) {
        list.write(0, column, heading).unwrap();
    }
    for row in 1..=30 {
        list.write(row, 0, row).unwrap();
        list.write(row, 1, "01.03.2021 08:14").unwrap();
        if row % 3 == 0 {
            list.set_row_hidden(row).unwrap();
        }
    }
    // One that is empty is not counted.
    list.set_row_hidden(40).unwrap();
    let read = sheet(files.write("rows.xlsx", workbook.save_to_buffer().unwrap()));
    assert_eq!(read.accepted(), 30);
    assert_eq!(notes(&read), ["10 rader er skjult i arket og er lest"]);
}

#[test]
fn the_value_of_merged_cells_holds_for_all_their_rows() {
    let read = sheet(door("merged-customer.xlsx"));
    let names = ["Hamar kommune", "Løten kommune", "Stange kommune"];
    assert_eq!(customers(&read), names.map(|name| (name.to_owned(), 4)));
    let dates = sheet(door("merged-date.xlsx"));
    assert_eq!((dates.read, dates.accepted()), (12, 12));
}

#[test]
fn merges_of_titles_and_across_columns_stay_as_in_excel() {
    let files = Files::new();
    let mut workbook = Workbook::new();
    let list = workbook.add_worksheet();
    let plain = Format::new();
    let dated = Format::new().set_num_format("dd.mm.yyyy");
    list.merge_range(0, 0, 1, 3, "Saksliste", &plain).unwrap();
    for (column, heading) in (0..).zip(["Saksnr", "Registrert", "Pri", "Kunde"]) {
        // The header is two rows high.
        list.merge_range(2, column, 3, column, heading, &plain).unwrap();
    }
    for row in 4..=9 {
        list.write(row, 0, row).unwrap();
        let date = ExcelDateTime::from_ymd(2021, 3, 1).unwrap();
        list.write_with_format(row, 1, &date, &dated).unwrap();
    }
    list.merge_range(4, 3, 6, 3, "Hamar", &plain).unwrap();
    // From the customer's column into one that is not read, over two rows.
    list.merge_range(7, 3, 8, 4, "Løten", &plain).unwrap();
    let read = sheet(files.write("titles.xlsx", workbook.save_to_buffer().unwrap()));
    assert_eq!((read.header_row, read.accepted()), (3, 6));
    assert_eq!(
        customers(&read),
        [("Hamar".to_owned(), 3), ("Løten".to_owned(), 2), (String::new(), 1)]
    );
    assert_eq!(read.read, read.accepted() + read.skipped_count());
}

#[test]
fn a_number_that_is_merged_over_several_days_counts_once_and_is_told() {
    let files = Files::new();
    let mut workbook = Workbook::new();
    let list = workbook.add_worksheet();
    let plain = Format::new();
    for (column, heading) in (0..).zip(["Dato", "Antall saker"]) {
        list.write(0, column, heading).unwrap();
    }
    for row in 1..=6 {
        list.write(row, 0, format!("0{row}.03.2021")).unwrap();
        list.write(row, 1, 10).unwrap();
    }
    list.merge_range(2, 1, 3, 1, "", &plain).unwrap();
    list.write(2, 1, 25).unwrap();
    let read = sheet(files.write("merged.xlsx", workbook.save_to_buffer().unwrap()));
    let import::TypedRows::DayCounts(rows) = &read.rows else { panic!("no day counts") };
    assert_eq!(rows.iter().map(|row| row.cases).sum::<u32>(), 65);
    assert_eq!(
        notes(&read),
        ["Tallet i kolonne B er slått sammen over radene 3–4 og er regnet med én gang"]
    );
}

#[test]
fn cells_are_counted_and_not_claimed() {
    assert_eq!(sheet(door("whole-columns-formatted.xlsx")).accepted(), 11);
}

#[test]
fn stamps_that_end_in_z_are_asked_about_once() {
    let path = door("stamps-with-z.xlsx");
    let asked = sheet(&path);
    assert_eq!(asked.questions.len(), 1);
    assert_eq!(asked.questions[0].option(), "--stamps local|utc");
    let with = |meaning| {
        let mut options = Options { system: Some("Servicedesk".to_owned()), ..Options::default() };
        options.say(&Setting::Stamps(meaning));
        sheet_with(&path, &project(), &options)
    };
    let wall = with(StampMeaning::Wall);
    assert_eq!(wall.questions, []);
    assert_eq!(registered(&wall)[0], minute("2021-07-15T23:30"));
    assert_eq!(registered(&with(StampMeaning::Utc))[0], minute("2021-07-16T01:30"));
    // The answer is remembered.
    let known = Project { profiles: vec![wall.profile.unwrap()].into(), ..project() };
    let again = sheet_with(&path, &known, &Options::default());
    assert_eq!(again.questions, []);
    assert_eq!(registered(&again)[0], minute("2021-07-15T23:30"));
}

#[test]
fn days_without_a_clock_are_the_same_whatever_their_z_means() {
    let files = Files::new();
    let rows = "<row><c t=\"str\"><v>Saksnr</v></c><c t=\"str\"><v>Registrert</v></c><c t=\"str\"><v>Pri</v></c></row>\
        <row><c><v>1</v></c><c t=\"d\"><v>2021-03-01T00:00:00Z</v></c></row>";
    let read = sheet(Parts::around(rows).write(&files, "days.xlsx"));
    assert_eq!(read.questions, []);
    assert_eq!(registered(&read)[0], minute("2021-03-01T00:00"));
}

#[test]
fn rejects_show_cells_as_excel_shows_them() {
    let files = Files::new();
    let read = sheet(files.xlsx(
        "old.xlsx",
        &[
            &[T("Saksnr"), T("Registrert"), T("Pri")],
            &[T("1"), D("2021-03-11T08:14:00"), T("C")],
            &[T("2"), D("1947-01-08T00:00:00"), T("C")],
        ],
    ));
    assert_eq!(read.rejects[0].value, "08.01.1947");
}

#[test]
fn what_only_has_the_name_of_a_workbook_is_none() {
    let files = Files::new();
    let no_spreadsheet = "Fila er ikke et regneark";
    for path in [
        door("sentence.xls"),
        files.write("two.xlsx", "Beklager, men rapporten finnes ikke.\nPrøv igjen senere\n"),
        files.write("error.xls", "<html><body><h1>500 Internal Server Error</h1></body></html>"),
    ] {
        let told = refusal(&path, &Options::default());
        assert!(told.starts_with(no_spreadsheet), "{}: {told}", path.display());
    }
    // Text with cells is an export, whatever its name.
    assert_eq!(
        sheet(files.write("text.xls", "Saksnr\tRegistrert\tPri\n1\t01.03.2021\tC\n")).accepted(),
        1
    );
}

#[test]
fn an_old_workbook_that_states_a_code_page_is_read() {
    let read = sheet(door("biff8-codepage-1252.xls"));
    assert_eq!(read.accepted(), 400);
    let names = customers(&read);
    assert!(
        names.iter().all(|(name, _)| !name.contains('\0') && !name.contains('\u{fffd}')),
        "{names:?}"
    );
}

#[test]
fn an_xlsb_with_cells_in_short_form_is_refused() {
    let files = Files::new();
    // Record 0: row; 2: a cell with its column; 17: a text behind the cell before.
    let sheet = [&[0x91, 0x01, 0][..], &[0, 4, 0, 0, 0, 0], &[17, 4, 0, 0, 0, 0]].concat();
    let mut bytes = std::io::Cursor::new(Vec::new());
    {
        use std::io::Write as _;
        let mut zip = zip::ZipWriter::new(&mut bytes);
        for (name, content) in [("xl/workbook.bin", &[][..]), ("xl/worksheets/sheet1.bin", &sheet)]
        {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap();
    }
    let told = refusal(files.write("short.xlsb", bytes.into_inner()), &Options::default());
    assert!(told.contains("kortform") && told.contains("xlsx"), "{told}");
}
