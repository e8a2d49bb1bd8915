//! XML spreadsheets of Excel 2003: what Excel shows of them is what is read.

use arsmelding::import::{Options, SheetRead, TypedRows};
use arsmelding::project::Cell;

use super::support::{Files, minute, project, refusal, registered, sheet, sheets};

const STYLES: &str = "<Styles><Style ss:ID=\"Default\"/>\
    <Style ss:ID=\"day\"><NumberFormat ss:Format=\"Short Date\"/></Style>\
    <Style ss:ID=\"bold\" ss:Parent=\"day\"><Font ss:Bold=\"1\"/></Style>\
    <Style ss:ID=\"share\"><NumberFormat ss:Format=\"0.00%\"/></Style>\
    <Style ss:ID=\"hours\"><NumberFormat ss:Format=\"[h]:mm\"/></Style></Styles>";

fn book(sheets: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{STYLES}{sheets}</Workbook>"
    )
}

fn worksheet(name: &str, rows: &str, options: &str) -> String {
    format!(
        "<Worksheet ss:Name=\"{name}\">\n <Table>{rows}</Table>\n <WorksheetOptions \
         xmlns=\"urn:schemas-microsoft-com:office:excel\">{options}</WorksheetOptions></Worksheet>"
    )
}

/// A row of texts and, where one begins with `<`, of cells.
fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| match text.starts_with('<') {
        true => (*text).to_owned(),
        false => format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>"),
    };
    format!("<Row>{}</Row>\n", cells.iter().map(cell).collect::<String>())
}

fn moment(text: &str) -> String {
    format!("<Cell ss:StyleID=\"day\"><Data ss:Type=\"DateTime\">{text}.000</Data></Cell>")
}

fn customers(read: &SheetRead) -> Vec<String> {
    let TypedRows::Cases { rows, codes } = &read.rows else { panic!("no cases: {:?}", read.rows) };
    let word = |code| codes.customers.word(code).unwrap_or_default().to_owned();
    rows.iter().map(|case| word(case.customer)).collect()
}

fn table(read: &SheetRead) -> Vec<Vec<Cell>> {
    let TypedRows::Table { rows, .. } = &read.rows else { panic!("no table: {:?}", read.rows) };
    rows.iter().map(|row| row.cells.clone()).collect()
}

#[test]
fn cells_have_their_types_texts_and_places() {
    let files = Files::new();
    let rows = [
        "<Row ss:Index=\"3\"><Cell ss:MergeAcross=\"2\"><Data ss:Type=\"String\">Saker i mars</Data>\
         </Cell><Cell/></Row>\n"
            .to_owned(),
        row(&["Saksnr", "<Cell ss:Index=\"3\"><Data ss:Type=\"String\">Registrert</Data></Cell>", "Kunde"]),
        row(&[
            "<Cell><Data ss:Type=\"Number\">7</Data></Cell>",
            "<Cell ss:Index=\"3\" ss:StyleID=\"bold\"><Data ss:Type=\"Number\">44256.5</Data></Cell>",
            "<Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">L&#248;ten &amp; V&aring;ler</Data>\
             <Comment><ss:Data>sjekkes</ss:Data></Comment></Cell>",
        ]),
        row(&[
            "<Cell><ss:Data ss:Type=\"String\"><B>S</B>-8</ss:Data></Cell>",
            &moment("2021-03-02T08:14:00").replace("<Cell", "<Cell ss:Index=\"3\""),
        ]),
    ];
    let text = book(&worksheet("Mars", &rows.concat(), "")).replace("&aring;", "å");
    let read = sheet(files.write("saker.xls", text));
    assert_eq!((read.sheet.as_str(), read.header_row, read.rejects.len()), ("Mars", 4, 0));
    assert_eq!(registered(&read), [minute("2021-03-01T12:00"), minute("2021-03-02T08:14")]);
    assert_eq!(customers(&read), ["Løten & Våler"; 2]);
}

#[test]
fn hidden_rows_and_sheets_are_told() {
    let files = Files::new();
    let head = row(&["Saksnr", "Registrert"]);
    let list = |nr: &str| row(&[nr, &moment("2021-03-02T08:14:00")]);
    let hidden = list("S2").replace("<Row>", "<Row ss:Hidden=\"1\">");
    let text = book(&format!(
        "{}{}",
        worksheet("A", &format!("{head}{}{hidden}", list("S1")), ""),
        worksheet("B", &format!("{head}{}", list("T1")), "<Visible>SheetVeryHidden</Visible>"),
    ));
    let path = files.write("saker.xml", text);
    let read = sheet(&path);
    assert_eq!((read.sheet.as_str(), read.accepted()), ("A", 2));
    assert!(
        read.notes.iter().any(|note| note.message.text() == "En rad er skjult i arket og er lest")
    );
    let said = Options { with_hidden: true, ..Options::default() };
    assert_eq!(sheets(&path, &project(), &said).len(), 2);
}

#[test]
fn styles_make_shares_and_durations_of_numbers() {
    let files = Files::new();
    let number = |style: &str, value: &str| {
        format!("<Cell ss:StyleID=\"{style}\"><Data ss:Type=\"Number\">{value}</Data></Cell>")
    };
    let rows = row(&["År", "Sykefravær"])
        + &row(&[&number("Default", "2021"), &number("share", "0.0446")]);
    let read = sheet(files.write("fravær.xml", book(&worksheet("A", &rows, ""))));
    assert!(table(&read)[0].contains(&Cell::Number("4.46".parse().unwrap())), "{:?}", read.rows);
    let hours = |text: &str| {
        format!("<Cell ss:StyleID=\"hours\"><Data ss:Type=\"DateTime\">{text}</Data></Cell>")
    };
    let rows = row(&["System", "Måned", "Målt tid", "Nedetid"])
        + &row(&[
            "Gerica",
            &moment("2021-01-01T00:00:00"),
            &hours("1900-01-31T00:00:00.000"),
            &hours("1899-12-31T01:30:00.000"),
        ]);
    let read = sheet(files.write("oppetid.xml", book(&worksheet("A", &rows, ""))));
    let cells = &table(&read)[0];
    assert!(cells.contains(&Cell::Count(44_640)) && cells.contains(&Cell::Count(90)), "{cells:?}");
}

#[test]
fn formulas_without_a_result_and_errors_are_no_amounts() {
    let files = Files::new();
    let rows = row(&["Konto", "Regnskap 2021"])
        + &row(&["1.010.100.120", "<Cell ss:Formula=\"=1+1\"/>"])
        + &row(&["1.020.100.120", "<Cell><Data ss:Type=\"Error\">#REF!</Data></Cell>"])
        + &row(&[
            "1.650.100.120",
            "<Cell ss:Formula=\"=1\"><Data ss:Type=\"Number\">-5.5</Data></Cell>",
        ]);
    let read = sheet(files.write("saldo.xml", book(&worksheet("A", &rows, ""))));
    assert_eq!((read.accepted(), read.rejects.len()), (1, 2));
    assert!(read.rejects[0].cause.text().contains("formel"));
}

#[test]
fn damage_is_refused_and_an_empty_book_is_empty() {
    let files = Files::new();
    let whole = book(&worksheet("A", &row(&["Saksnr", "Registrert"]), ""));
    for end in [whole.len() - 1, whole.len() - 60, whole.len() / 2] {
        let cut = whole.get(..end).unwrap_or_default();
        let told = refusal(files.write("cut.xml", cut), &Options::default());
        assert!(told.starts_with("Fila er skadet"), "{end}: {told}");
    }
    let told = refusal(
        files.write("empty.xml", book("<Worksheet><Table/></Worksheet>")),
        &Options::default(),
    );
    assert!(told.starts_with("Fila er tom"), "{told}");
    // Places beyond every sheet are none.
    let far = "<Row ss:Index=\"4294967295\"><Cell ss:Index=\"4294967295\" ss:MergeAcross=\"4294967295\" \
               ss:MergeDown=\"4294967295\"><Data ss:Type=\"Number\">1</Data></Cell></Row>";
    let rows = row(&["Saksnr", "Registrert"]) + &row(&["S1", "01.03.2021"]) + far + far;
    let read = sheet(files.write("far.xml", book(&worksheet("A", &rows, ""))));
    assert_eq!(read.accepted(), 1);
}
