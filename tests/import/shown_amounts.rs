//! Amounts that a number format shows in thousands: the cells hold kroner, whatever a title says
//! of what is seen.

use std::path::PathBuf;

use arsmelding::import::{Options, Setting, SheetRead};
use arsmelding::project::{AmountUnit, Cell};
use rust_xlsxwriter::{Format, Workbook};

use super::support::{Files, project, sheet, sheet_with};

/// An amount with its number format; an empty one is none.
type Amount<'t> = (f64, &'t str);

/// Balances of two accounts, with a title where there is one.
fn balances(
    files: &Files,
    title: &str,
    headings: [&str; 2],
    rows: [[Amount<'_>; 2]; 2],
) -> PathBuf {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, title).unwrap();
    for (column, heading) in (0..).zip(["Konto", headings[0], headings[1]]) {
        sheet.write_string(1, column, heading).unwrap();
    }
    for (row, (account, amounts)) in (2..).zip(["1.010.100.120", "1.650.100.120"].iter().zip(rows))
    {
        sheet.write_string(row, 0, *account).unwrap();
        for (column, (amount, format)) in (1..).zip(amounts) {
            match format {
                "" => sheet.write_number(row, column, amount).unwrap(),
                code => {
                    let format = Format::new().set_num_format(code);
                    sheet.write_number_with_format(row, column, amount, &format).unwrap()
                }
            };
        }
    }
    let path = files.write("b.xlsx", "");
    workbook.save(&path).unwrap();
    path
}

const HEADINGS: [&str; 2] = ["Regnskap 2021", "Rev. budsjett 2021"];

fn in_kroner(code: &str) -> [[Amount<'_>; 2]; 2] {
    [[(1_000_000.0, code), (1_100_000.0, code)], [(-1_000_000.0, code), (-1_100_000.0, code)]]
}

fn amounts(read: &SheetRead) -> Vec<String> {
    assert_eq!(read.questions, [], "{:?}", read.questions.first().map(|own| own.asks.text()));
    let arsmelding::import::TypedRows::Table { rows, .. } = &read.rows else { panic!("no table") };
    let numbers = rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match cell {
        Cell::Number(amount) => Some(amount.normalize().to_string()),
        _ => None,
    });
    numbers.collect()
}

fn asked(read: &SheetRead) -> String {
    let [question] = &read.questions[..] else { panic!("{:?}", read.questions) };
    assert_eq!(question.option(), "--unit kr|tusen|mill");
    question.asks.text()
}

fn said(unit: AmountUnit) -> Options {
    let mut options = Options::default();
    options.say(&Setting::Unit(unit));
    options
}

const KRONER: [&str; 4] = ["1000000", "1100000", "-1000000", "-1100000"];

#[test]
fn what_a_format_shows_in_thousands_is_in_kroner_already() {
    for code in
        ["#,##0,", "# ##0,", "0.0,", "#,##0,;[Red]-#,##0,", "#,##0,\" tkr\"", "#,##0,_);(#,##0,)"]
    {
        for title in ["Alle tall i hele tusen kroner", "Beløp i 1000", "TNOK", "Regnskap 2021"] {
            let files = Files::new();
            let read = sheet(balances(&files, title, HEADINGS, in_kroner(code)));
            assert_eq!(amounts(&read), KRONER, "{title}, {code}");
            let note = read.notes.iter().find(|own| own.place.cell.as_deref() == Some("B3"));
            let told = note.expect("the format is told").message.text();
            assert!(told.contains("lest i kroner"), "{told}");
        }
    }
    let files = Files::new();
    let read = sheet(balances(&files, "Tall i mill. kr", HEADINGS, in_kroner("0.0,,")));
    assert_eq!(amounts(&read), KRONER);
}

#[test]
fn a_heading_in_thousands_over_such_a_format_is_of_what_is_seen() {
    let files = Files::new();
    let headings = ["Regnskap 2021 (TNOK)", "Rev. budsjett 2021 (TNOK)"];
    let read = sheet(balances(&files, "Drift", headings, in_kroner("#,##0,")));
    assert_eq!(amounts(&read), KRONER);
}

#[test]
fn a_comma_between_digits_only_groups_them() {
    for code in ["#,##0", "0,00", "# ##0,00", "#,##0.00"] {
        let files = Files::new();
        let rows = [[(1_000.0, code), (1_100.0, code)], [(-1_000.0, code), (-1_100.0, code)]];
        let read = sheet(balances(&files, "Tall i tusen kroner", HEADINGS, rows));
        assert_eq!(amounts(&read), KRONER, "{code}");
    }
}

#[test]
fn a_unit_behind_the_number_counts_as_one_in_the_heading() {
    let files = Files::new();
    let code = "#,##0\" TNOK\"";
    let rows = [[(1_000.0, code), (1_100.0, code)], [(-1_000.0, code), (-1_100.0, code)]];
    assert_eq!(amounts(&sheet(balances(&files, "Drift", HEADINGS, rows))), KRONER);
    let code = "#,##0\" 000\"";
    let rows = [[(1_000.0, code), (1_100.0, code)], [(-1_000.0, code), (-1_100.0, code)]];
    assert_eq!(amounts(&sheet(balances(&files, "Drift", HEADINGS, rows))), KRONER);
}

#[test]
fn amounts_of_which_some_only_are_shown_in_thousands_are_asked_about() {
    let code = "#,##0,";
    for title in ["Tall i tusen", "Drift"] {
        let files = Files::new();
        let plain = [[(1_000_000.0, code), (1_100.0, "")], [(-1_000_000.0, code), (-1_100.0, "")]];
        let path = balances(&files, title, HEADINGS, plain);
        let text = asked(&sheet(&path));
        assert!(text.contains("B3") && text.contains("C3"), "{text}");
        let read = sheet_with(&path, &project(), &said(AmountUnit::Thousand));
        assert_eq!(amounts(&read), KRONER, "{title}");
        let kroner =
            [[(1_000_000.0, code), (1_100_000.0, "")], [(-1_000_000.0, code), (-1_100_000.0, "")]];
        let path = balances(&files, title, HEADINGS, kroner);
        let read = sheet_with(&path, &project(), &said(AmountUnit::Krone));
        assert_eq!(amounts(&read), KRONER, "{title}");
    }
    // One cell that lost its format.
    let files = Files::new();
    let rows =
        [[(1_000_000.0, code), (1_100_000.0, code)], [(-1_000_000.0, ""), (-1_100_000.0, code)]];
    asked(&sheet(balances(&files, "Tall i tusen", HEADINGS, rows)));
}

#[test]
fn a_format_in_thousands_under_a_title_in_millions_is_asked_about() {
    let files = Files::new();
    let path = balances(&files, "Tall i mill. kr", HEADINGS, in_kroner("#,##0,"));
    asked(&sheet(&path));
    let read = sheet_with(&path, &project(), &said(AmountUnit::Krone));
    assert_eq!(amounts(&read), KRONER);
}

/// A flat spreadsheet whose amounts have a style of their own, or that of their column.
fn flat(title: &str, factor: &str, is_of_column: bool) -> String {
    let style = if is_of_column { "" } else { " table:style-name=\"ce1\"" };
    let columns = match is_of_column {
        true => {
            "<table:table-column table:number-columns-repeated=\"2\"/>\
             <table:table-column table:default-cell-style-name=\"ce1\"/>"
        }
        false => "",
    };
    let text = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let amount = |amount: &str| {
        format!("<table:table-cell{style} office:value-type=\"float\" office:value=\"{amount}\"/>")
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let rows = [
        row(&[text(title)]),
        row(&[text("Konto"), text("Kontonavn"), text("Regnskap 2021")]),
        row(&[text("1.010.100.120"), text("Lønn"), amount("1000000")]),
        row(&[text("1.650.100.120"), text("Salg"), amount("-1000000")]),
    ];
    format!(
        "<?xml version=\"1.0\"?><office:document \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
         xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
         office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">\
         <office:automatic-styles><number:number-style style:name=\"N1\">\
         <number:number number:min-integer-digits=\"1\"{factor}/></number:number-style>\
         <style:style style:name=\"ce0\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>\
         <style:style style:name=\"ce1\" style:family=\"table-cell\" style:parent-style-name=\"ce0\"/>\
         </office:automatic-styles><office:body><office:spreadsheet>\
         <table:table table:name=\"R\">{columns}{}</table:table>\
         </office:spreadsheet></office:body></office:document>",
        rows.concat()
    )
}

#[test]
fn an_opendocument_format_leaves_digits_out_as_excels_does() {
    for is_of_column in [false, true] {
        let files = Files::new();
        let factor = " number:display-factor=\"1000\"";
        let read = sheet(files.write("b.fods", flat("Tall i tusen", factor, is_of_column)));
        assert_eq!(amounts(&read), ["1000000", "-1000000"], "of the column: {is_of_column}");
        let read = sheet(files.write("b.fods", flat("Tall i tusen", "", is_of_column)));
        assert_eq!(amounts(&read), ["1000000000", "-1000000000"], "of the column: {is_of_column}");
    }
}

#[test]
fn a_percent_sign_as_text_is_one_and_a_per_mille_sign_is_refused() {
    let sick_leave = |code: &str, value: f64| {
        let files = Files::new();
        let mut workbook = Workbook::new();
        let list = workbook.add_worksheet();
        for (column, heading) in (0..).zip(["År", "Sykefravær"]) {
            list.write_string(0, column, heading).unwrap();
        }
        let format = Format::new().set_num_format(code);
        list.write_number(1, 0, 2021).unwrap();
        list.write_number_with_format(1, 1, value, &format).unwrap();
        let path = files.write("s.xlsx", "");
        workbook.save(&path).unwrap();
        sheet(path)
    };
    for (code, value) in [("0.00%", 0.0056), ("0.00\" %\"", 0.56), ("0.00\\%", 0.56)] {
        assert_eq!(amounts(&sick_leave(code, value)), ["0.56"], "{code}");
    }
    let read = sick_leave("0.0\"‰\"", 5.6);
    assert_eq!(read.rejects.len(), 1);
    assert_eq!(read.rejects[0].value, "5,6 ‰");
}

/// A sheet whose numbers all have that format.
fn formatted(files: &Files, code: &str, rows: &[&[super::support::V<'_>]]) -> SheetRead {
    use super::support::V;
    let mut workbook = Workbook::new();
    let list = workbook.add_worksheet();
    let format = Format::new().set_num_format(code);
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell {
                V::N(number) => {
                    list.write_number_with_format(row, column, *number, &format).unwrap();
                }
                V::T(text) | V::D(text) => {
                    list.write_string(row, column, *text).unwrap();
                }
            }
        }
    }
    let path = files.write("f.xlsx", "");
    workbook.save(&path).unwrap();
    sheet(path)
}

#[test]
fn ledgers_balance_lists_and_funds_are_shown_in_thousands_too() {
    use super::support::V::{N, T};
    let files = Files::new();
    let read = formatted(
        &files,
        "#,##0,",
        &[
            &[T("Tall i tusen")],
            &[T("Konto"), T("IB 2021"), T("UB 2021")],
            &[T("2.10"), N(1_000_000.0), N(1_200_000.0)],
            &[T("2.31"), N(-1_000_000.0), N(-1_200_000.0)],
        ],
    );
    assert_eq!(amounts(&read), ["1000000", "1200000", "-1000000", "-1200000"]);
    let read = formatted(
        &files,
        "# ##0,",
        &[
            &[T("Disposisjonsfond, tall i tusen")],
            &[T("Linje"), T("2020"), T("2021")],
            &[T("Inngående balanse"), N(1_000_000.0), N(1_100_000.0)],
            &[T("Avsetning"), N(100_000.0), N(200_000.0)],
            &[T("Utgående balanse"), N(1_100_000.0), N(1_300_000.0)],
        ],
    );
    assert_eq!(amounts(&read), ["1000000", "1100000", "100000", "200000", "1100000", "1300000"]);
    let read = formatted(
        &files,
        "#,##0,",
        &[
            &[T("TNOK")],
            &[T("Bilagsnr"), T("Bilagsdato"), T("Konto"), T("Beløp")],
            &[T("1"), T("15.01.2021"), T("1.010.100.120"), N(1_000_000.0)],
        ],
    );
    let arsmelding::import::TypedRows::Ledger { rows, .. } = &read.rows else {
        panic!("no ledger")
    };
    assert_eq!(rows[0].amount.normalize().to_string(), "1000000");
}
