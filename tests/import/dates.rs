//! Every form of a date, and what is asked rather than guessed.

use arsmelding::import::Options;
use arsmelding::project::{DateOrder, TimeZoneChoice};

use super::support::{Files, V::*, minute, project, registered, sheet, sheet_with};

fn list(dates: &[&str]) -> String {
    let rows = (1..).zip(dates).map(|(number, date)| format!("{number};{date};C\n"));
    format!("Saksnummer;Registrert;Prioritet\n{}", rows.collect::<String>())
}

#[test]
fn a_date_is_read_in_every_form_that_exports_have() {
    let files = Files::new();
    let forms = [
        ("11.03.2021 08:14", "2021-03-11T08:14"),
        ("11.3.2021", "2021-03-11T00:00"),
        ("11.03.21 kl. 08.14", "2021-03-11T08:14"),
        ("11.03.2021 08:14:59", "2021-03-11T08:14"),
        ("2021-03-11 08:14:00", "2021-03-11T08:14"),
        ("2021-03-11T08:14", "2021-03-11T08:14"),
        ("2021-03-11T07:14:00Z", "2021-03-11T08:14"),
        ("2021-07-11T07:14:00.000Z", "2021-07-11T09:14"),
        ("2021-03-11T08:14:00+01:00", "2021-03-11T08:14"),
        ("2021-03-11T02:14:00-0500", "2021-03-11T08:14"),
        ("11/Mar/21 8:14 AM", "2021-03-11T08:14"),
        ("11/mai/21 8:14 PM", "2021-05-11T20:14"),
        ("11/des./21 12:05 AM", "2021-12-11T00:05"),
        // The hour that summer time skips, and the one that comes twice, as they stand.
        ("28.03.2021 02:30", "2021-03-28T02:30"),
        ("31.10.2021 02:30", "2021-10-31T02:30"),
    ];
    let texts = forms.map(|(text, _)| text);
    let read = sheet(files.write("dates.csv", list(&texts)));
    assert_eq!(read.rejects, []);
    assert_eq!(registered(&read), forms.map(|(_, expected)| minute(expected)));
}

#[test]
fn a_number_in_a_date_column_is_a_date_within_reason() {
    let files = Files::new();
    let read = sheet(files.xlsx(
        "numbers.xlsx",
        &[
            &[T("Saksnummer"), T("Registrert"), T("Prioritet")],
            &[N(1001.0), N(44_266.5), T("C")],
            &[N(1002.0), D("2021-03-11T23:59:59"), T("C")],
            &[N(1003.0), N(12.0), T("C")],
        ],
    ));
    assert_eq!(registered(&read), ["2021-03-11T12:00", "2021-03-11T23:59"].map(minute));
    assert_eq!(read.preview[0].values[0], "1001");
    assert_eq!((read.rejects[0].cell.as_str(), read.rejects[0].value.as_str()), ("B4", "12"));
}

#[test]
fn a_workbook_may_count_from_1904() {
    let files = Files::new();
    let path = files.xlsx(
        "mac.xlsx",
        &[&[T("Saksnummer"), T("Registrert"), T("Prioritet")], &[T("1"), N(42_804.5), T("C")]],
    );
    // Day 42804 after 1 January 1904 is 11 March 2021; the writer only knows the 1900 system.
    let counted_from_1904 = rewritten(&path, "xl/workbook.xml", |xml| {
        xml.replacen("<workbookPr ", "<workbookPr date1904=\"1\" ", 1)
    });
    let read = sheet(files.write("mac-1904.xlsx", counted_from_1904));
    assert_eq!(registered(&read), [minute("2021-03-11T12:00")]);
}

#[test]
fn the_month_comes_first_only_where_the_column_proves_it() {
    let files = Files::new();
    let read = sheet(files.write("mdy.csv", list(&["03/04/2021", "03/25/2021"])));
    assert_eq!(registered(&read), ["2021-03-04T00:00", "2021-03-25T00:00"].map(minute));
    assert_eq!(read.questions, []);

    let read = sheet(files.write("dmy.csv", list(&["03/04/2021", "25/03/2021"])));
    assert_eq!(registered(&read), ["2021-04-03T00:00", "2021-03-25T00:00"].map(minute));

    let read = sheet(files.write("both.csv", list(&["25/03/2021", "03/25/2021"])));
    assert_eq!(read.rejects[0].cell, "B3");
    assert_eq!(read.rejects[0].cause.text(), "Datoen finnes ikke");
}

#[test]
fn an_ambiguous_column_is_asked_about_and_the_answer_remembered() {
    let files = Files::new();
    let path = files.write("ask.csv", list(&["05/05/2021", "03/04/2021"]));
    let read = sheet(&path);
    assert_eq!(read.questions.len(), 1);
    assert!(read.questions[0].asks.text().contains("«03/04/2021»"));
    assert_eq!(read.questions[0].option(), "--date-order dmy|mdy");
    assert!(super::support::plan(&project(), &[read]).apply(&super::support::context()).is_none());

    let answer = Options { date_order: Some(DateOrder::MonthFirst), ..Options::default() };
    let read = sheet_with(&path, &project(), &answer);
    assert_eq!(registered(&read), ["2021-05-05T00:00", "2021-03-04T00:00"].map(minute));
    let after = super::support::imported(&project(), &[read]);
    let next = files.write("next.csv", list(&["04/05/2021"]));
    let read = sheet_with(&next, &after, &Options::default());
    assert_eq!(read.questions, []);
    assert_eq!(registered(&read), [minute("2021-04-05T00:00")]);
}

#[test]
fn a_stamp_in_utc_becomes_norwegian_time_before_its_day_is_taken() {
    let files = Files::new();
    let read =
        sheet(files.write("utc.csv", list(&["2020-12-31T23:30:00Z", "2021-12-31T22:59:00Z"])));
    assert_eq!(registered(&read), ["2021-01-01T00:30", "2021-12-31T23:59"].map(minute));

    let path = files.write("bare.csv", list(&["2020-12-31 23:30:00", "2021-06-30"]));
    let said = Options { time_zone: Some(TimeZoneChoice::Utc), ..Options::default() };
    let read = sheet_with(&path, &project(), &said);
    assert_eq!(registered(&read), ["2021-01-01T00:30", "2021-06-30T00:00"].map(minute));
    assert_eq!(registered(&sheet(&path))[0], minute("2020-12-31T23:30"));
}

/// The zip with one of its texts changed.
fn rewritten(path: &std::path::Path, part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    use std::io::{Cursor, Read as _, Write as _};
    let mut old = zip::ZipArchive::new(Cursor::new(std::fs::read(path).unwrap())).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut file = old.by_index(index).unwrap();
        let (name, mut text) = (file.name().unwrap().to_string(), String::new());
        file.read_to_string(&mut text).unwrap();
        if name == part {
            assert_ne!(change(&text), text);
            text = change(&text);
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}
