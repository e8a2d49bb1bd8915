//! OpenDocument spreadsheets as LibreOffice and others write them.

use std::path::Path;

use arsmelding::import::{Options, TypedRows};
use arsmelding::project::SourceKind;

use super::made::{fods, ods, zipped};
use super::support::{Files, minute, refusal, registered, sheet};
use super::workbooks::{door, notes, read};

fn text(text: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
    )
}

fn date(date: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"date\" office:date-value=\"{date}\"><text:p>x</text:p></table:table-cell>"
    )
}

fn row(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

fn table(attributes: &str, rows: &str) -> String {
    format!("<table:table {attributes}>{rows}</table:table>")
}

fn head() -> String {
    row(&["Saksnr", "Registrert", "Pri", "Kunde"].map(text))
}

fn cases(rows: std::ops::RangeInclusive<u32>) -> String {
    rows.map(|number| {
        row(&[text(&number.to_string()), date("2021-03-01T08:05:30"), text("C"), text("Hamar")])
    })
    .collect()
}

#[test]
fn cells_on_lines_of_their_own_are_read() {
    let read = sheet(door("cells-on-own-lines.ods"));
    assert_eq!(read.kind().id(), "balances");
    assert_eq!((read.read, read.accepted()), (115, 115));
}

#[test]
fn flat_files_and_tables_without_a_name_are_read_as_any_other() {
    let files = Files::new();
    let tables = table("", &(head() + &cases(1..=3)));
    for path in [
        files.write("list.ods", ods(&tables)),
        files.write("list.fods", fods(&tables)),
        files.write("list.xml", fods(&tables)),
    ] {
        let read = sheet(&path);
        assert_eq!((&*read.sheet, read.accepted()), ("Ark 1", 3), "{}", path.display());
        assert_eq!(registered(&read)[0], minute("2021-03-01T08:05"));
    }
}

#[test]
fn texts_come_with_spaces_tabs_links_and_without_comments_and_drawings() {
    let files = Files::new();
    let cell = "<table:table-cell office:value-type=\"string\" calcext:value-type=\"string\">\
        <office:annotation><text:p>Merknad</text:p></office:annotation>\
        <text:p>\n   Nord<text:s text:c=\"1\"/><text:span>&amp; <text:a>Sør</text:a></text:span></text:p>\
        <draw:frame><draw:text-box><text:p>Boks</text:p></draw:text-box></draw:frame></table:table-cell>";
    let shapes = "<table:shapes><draw:frame><text:p>Figur</text:p></draw:frame></table:shapes>";
    let tracked = "<table:tracked-changes><table:cell-content-change><table:previous>\
        <table:change-track-table-cell><text:p>gammel</text:p></table:change-track-table-cell>\
        </table:previous></table:cell-content-change></table:tracked-changes>";
    let own = row(&[text("1"), date("2021-03-01"), text("C"), cell.to_owned()]);
    let path = files.write(
        "texts.ods",
        ods(&(tracked.to_owned()
            + &table("table:name=\"A\"", &(shapes.to_owned() + &head() + &own)))),
    );
    assert_eq!(sheet(path).preview[0].values[3], "Nord & Sør");
}

#[test]
fn repeated_cells_and_rows_are_as_many_and_empty_ones_cost_nothing() {
    let files = Files::new();
    let wide = "<table:table-cell table:number-columns-repeated=\"16380\"/>";
    let own = row(&[text("1"), date("2021-03-01"), text("C"), text("Hamar"), wide.to_owned()]);
    let empty = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_owned();
    let path = files.write("blank.ods", ods(&table("table:name=\"A\"", &(head() + &own + &empty))));
    let read = sheet(path);
    assert_eq!((read.read, read.accepted()), (1, 1));

    // Days with the same count are one row that stands several times.
    let days = format!(
        "{}<table:table-row table:number-rows-repeated=\"3\">{}{}</table:table-row>{}",
        row(&["Dato", "Antall saker"].map(text)),
        date("2021-03-01"),
        "<table:table-cell office:value-type=\"float\" office:value=\"7\"/>",
        row(&[date("2021-03-02"), text("8")]),
    );
    let read = sheet(files.write("days.ods", ods(&table("table:name=\"A\"", &days))));
    assert_eq!(read.read, 4);
    assert_eq!(read.read, read.accepted() + read.skipped_count() + read.rejects.len() as u32);

    let bomb = format!(
        "<table:table-row table:number-rows-repeated=\"1048576\">{}</table:table-row>",
        "<table:table-cell office:value-type=\"float\" office:value=\"7\" table:number-columns-repeated=\"16384\"/>"
    );
    let path = files.write("bomb.ods", ods(&table("table:name=\"A\"", &(head() + &bomb))));
    assert!(refusal(path, &Options::default()).contains("celler"));
}

#[test]
fn the_value_of_a_merged_cell_holds_for_the_rows_that_it_covers() {
    let files = Files::new();
    let covered = "<table:covered-table-cell/>".to_owned();
    let merged = "<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"3\" table:number-columns-spanned=\"1\"><text:p>Løten</text:p></table:table-cell>".to_owned();
    let case = |number: u32, customer: &String| {
        row(&[text(&number.to_string()), date("2021-03-01"), text("C"), customer.clone()])
    };
    let rows = head()
        + &case(1, &merged)
        + &case(2, &covered)
        + &case(3, &covered)
        + &case(4, &text("Hamar"));
    let read = sheet(files.write("merged.ods", ods(&table("table:name=\"A\"", &rows))));
    let customers: Vec<&str> = read.preview.iter().map(|row| row.values[3].as_str()).collect();
    assert_eq!(customers, ["Løten", "Løten", "Løten", "Hamar"]);
}

#[test]
fn hidden_sheets_and_rows_are_known_here_too() {
    let files = Files::new();
    let hidden_rows = cases(3..=5)
        .replacen("<table:table-row>", "<table:table-row table:visibility=\"filter\">", 1)
        .replacen("<table:table-row>", "<table:table-row table:visibility=\"collapse\">", 1);
    let tables =
        table(
            "table:name=\"Synlig\" table:style-name=\"ta1\"",
            &(head() + &cases(1..=2) + &hidden_rows),
        ) + &table("table:name=\"Skjult\" table:style-name=\"ta2\"", &(head() + &cases(1..=9)));
    let file = read(files.write("hidden.ods", ods(&tables)), &Options::default());
    let sheets = file.outcome.unwrap();
    assert_eq!((sheets.len(), sheets[0].accepted()), (1, 5));
    assert_eq!(notes(&sheets[0]), ["2 rader er skjult i arket og er lest"]);
    assert_eq!(file.notes[0].place.sheet.as_deref(), Some("Skjult"));
}

#[test]
fn numbers_come_as_what_they_are() {
    let files = Files::new();
    let percent = "<table:table-cell office:value-type=\"percentage\" office:value=\"0.0336\"><text:p>3,36 %</text:p></table:table-cell>".to_owned();
    let float = "<table:table-cell office:value-type=\"float\" office:value=\"4\"><text:p>4</text:p></table:table-cell>".to_owned();
    let year = float.replace('4', "2020");
    let rows =
        row(&["År", "Sykefravær (%)", "Mål høyst (%)"].map(text)) + &row(&[year, percent, float]);
    let read = sheet(files.write("percent.ods", ods(&table("table:name=\"A\"", &rows))));
    assert_eq!(read.questions, []);
    assert_eq!(read.preview[0].values, ["2020", "3,36", "4,00"]);

    let formula = "<table:table-cell table:formula=\"of:=[.A1]\"/>".to_owned();
    let rows = head() + &row(&[text("1"), date("2021-03-01T08:14:00"), text("C"), formula]);
    let read = sheet(files.write("formula.ods", ods(&table("table:name=\"A\"", &rows))));
    assert!(notes(&read)[0].contains("formel uten lagret verdi"), "{:?}", notes(&read));
}

/// Cells are matched in the text where they have the form that nearly all have.
#[test]
fn a_cell_in_any_other_form_holds_the_same() {
    let files = Files::new();
    let forms = [
        "<table:table-cell office:value-type=\"string\"><text:p>Hamar</text:p></table:table-cell>",
        "<table:table-cell office:value-type='string' ><text:p>Hamar</text:p></table:table-cell>",
        "\n  <table:table-cell\n office:value-type=\"string\">\n<text:p>Hamar</text:p>\n</table:table-cell>\n",
        "<table:table-cell table:formula=\"of:=IF([.A1]>3;&quot;x&quot;;1)\" office:value-type=\"string\"><text:p>Hamar</text:p></table:table-cell>",
        "<table:table-cell table:formula='of:=[.A1]&amp;\">\"' office:value-type=\"string\"><text:p>Hamar</text:p></table:table-cell>",
        "<table:table-cell office:value-type=\"string\"><text:p>Ham&#97;r</text:p></table:table-cell>",
        "<table:table-cell office:value-type=\"string\"><text:p>Ham<!-- </text:p> -->ar</text:p></table:table-cell>",
        "<table:table-cell office:value-type=\"string\"><text:p><![CDATA[Hamar]]></text:p></table:table-cell>",
        "<table:table-cell office:value-type=\"string\"><text:p><text:span>Ham</text:span>ar</text:p></table:table-cell>",
        "<table:table-cell office:value-type=\"string\"><text:p text:style-name=\"P1\">Hamar</text:p></table:table-cell>",
        "<table:table-cell office:value-type=\"string\" office:string-value=\"Ham&#97;r\"/>",
        "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>Se</text:p></office:annotation><text:p>Hamar</text:p></table:table-cell>",
        "<t:table-cell o:value-type=\"string\"><x:p>Hamar</x:p></t:table-cell>",
    ];
    let head = row(&["Saksnr", "Kunde", "Registrert", "Pri"].map(text));
    let rows = (1..).zip(forms).map(|(number, form): (u32, &str)| {
        let cells = [text(&number.to_string()), form.to_owned(), date("2021-03-01"), text("C")];
        row(&cells)
    });
    let tables = table("table:name=\"A\"", &(head + &rows.collect::<String>()));
    for path in [files.write("forms.ods", ods(&tables)), files.write("forms.fods", fods(&tables))] {
        let read = sheet(&path);
        let TypedRows::Cases { rows, codes } = &read.rows else { panic!("no cases") };
        assert_eq!(rows.len(), forms.len());
        for (case, form) in rows.iter().zip(forms) {
            assert_eq!(codes.customers.word(case.customer), Some("Hamar"), "{form}");
            assert_eq!(codes.priorities.word(case.priority), Some("C"), "{form}");
        }
    }
}

#[test]
fn what_is_locked_damaged_or_something_else_is_told() {
    let files = Files::new();
    let mime = "application/vnd.oasis.opendocument.spreadsheet";
    let locked = zipped(&[
        ("mimetype", mime),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest><manifest:encryption-data/></manifest:manifest>",
        ),
        ("content.xml", "\u{1}\u{2}"),
    ]);
    let text =
        zipped(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")]);
    let broken =
        zipped(&[("mimetype", mime), ("content.xml", "<office:document-content><office:body>")]);
    for (name, bytes, sentence) in [
        ("locked.ods", locked, "Fila er beskyttet med passord"),
        ("text.ods", text, "Fila er et dokument"),
        ("broken.ods", broken, "Fila er skadet"),
    ] {
        let told = refusal(files.write(name, bytes), &Options::default());
        assert!(told.starts_with(sentence), "{name}: {told}");
    }
}

#[test]
fn the_kept_file_of_libreoffice_is_read() {
    let made = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/files/saker.ods");
    assert_eq!(sheet(made).kind(), SourceKind::Cases);
}
