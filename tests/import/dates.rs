//! Every form of a date, and what is asked rather than guessed.

use arsmelding::import::{self, Options, SheetRead};
use arsmelding::project::{DateOrder, TimeZoneChoice};

use proptest::prelude::*;

use super::support::{
    Files, V, V::*, imported, minute, project, registered, sheet, sheet_with, sheets,
};

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
fn a_date_in_words_is_read_in_norwegian_and_english() {
    let files = Files::new();
    let morning = "2021-03-12T10:42";
    let forms = [
        // CLDR's medium, long and full forms in bokmål and nynorsk.
        ("12. mars 2021, 10:42", morning),
        ("12. mars 2021 kl. 10:42", morning),
        ("1. mars 2021 kl. 08.05", "2021-03-01T08:05"),
        ("fredag 12. mars 2021 kl. 10:42", morning),
        ("fredag 12. mars 2021 10:42", morning),
        ("tysdag 2. mars 2021 kl. 08:05", "2021-03-02T08:05"),
        ("fre. 12. mars 2021 10.42", morning),
        ("12 Mar 2021", "2021-03-12T00:00"),
        ("12. des. 2021", "2021-12-12T00:00"),
        ("Mar 12, 2021 10:42 AM", morning),
        ("March 12, 2021 10:42 PM", "2021-03-12T22:42"),
        ("Friday, March 12, 2021 10:42:00 AM", morning),
        // RT in English and Norwegian, and the clock of Unix.
        ("Fri Mar 12 10:42:00 2021", morning),
        ("fr. mars 12 10:42:00 2021", morning),
        ("Fri Mar 12 10:42:00 CET 2021", morning),
        ("Fri, 12 Mar 2021 10:42:00 +0100", morning),
        ("Fri Mar 12 2021 10:42:00 GMT+0100 (sentraleuropeisk normaltid)", morning),
        ("20210312", "2021-03-12T00:00"),
        ("20210312T104200", morning),
        ("20210312104200", morning),
        ("202103121042", morning),
        ("20210312 10:42", morning),
        ("20210312T094200Z", morning),
        ("2021-03-12 10:42:00 CET", morning),
        ("2021-07-12 10:42 CEST", "2021-07-12T10:42"),
        ("2021-07-12 10:42 CET", "2021-07-12T11:42"),
        ("2021-03-12 10:42 (Europe/Oslo)", morning),
        ("2021-03-12T10:42+01:00[Europe/Oslo]", morning),
        ("2021-03-12 10:42 Europe/Oslo", morning),
        ("2021-03-12 10:42 GMT+01:00", morning),
        ("12.03.2021\u{a0}10:42", morning),
        ("12.03.2021, kl. 10.42.", morning),
        ("10:42 12.03.2021", morning),
        ("12.03.2021 fredag 10:42", morning),
    ];
    let rows = forms.map(|(text, _)| format!("1;\"{text}\";C\n")).concat();
    let read = sheet(files.write("words.csv", format!("Sak;Registrert;Prioritet\n{rows}")));
    let faults: Vec<&str> = read.rejects.iter().map(|reject| reject.value.as_str()).collect();
    assert_eq!(faults, [""; 0]);
    for ((text, expected), row) in forms.iter().zip(2..) {
        let one = format!("Registrert;Prioritet;Kunde\n\"{text}\";C;Hamar\n");
        assert_eq!(
            registered(&sheet(files.write("one.csv", one))),
            [minute(expected)],
            "{row}: {text}"
        );
    }
    for text in ["3 weeks ago", "12", "mars", "markert 12 2021", "12. mars", "uke 12 2021", "1042"]
    {
        let one = format!("Registrert;Prioritet;Kunde\n{text};C;Hamar\n01.03.2021;C;Hamar\n");
        assert_eq!(sheet(files.write("none.csv", one)).accepted(), 1, "{text}");
    }
    // A zone that is not reckoned with is no date, rather than a wrong one.
    let far = "Registrert;Prioritet;Kunde\n2021-03-12 10:42 PST;C;Hamar\n01.03.2021;C;Hamar\n";
    assert_eq!(sheet(files.write("far.csv", far)).rejects[0].cell, "A2");
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

fn door(name: &str) -> std::path::PathBuf {
    std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/doors/rows").join(name)
}

fn months(read: &import::SheetRead) -> Vec<i8> {
    let mut months: Vec<i8> = registered(read).iter().map(|own| own.day().month()).collect();
    months.sort_unstable();
    months.dedup();
    months
}

#[test]
fn the_order_of_hyphens_and_points_is_proved_asked_and_obeyed_as_that_of_slashes() {
    for name in ["month-first-hyphens-proved.csv", "month-first-points-proved.csv"] {
        let read = sheet(door(name));
        assert_eq!(
            (read.accepted(), read.rejects.len(), read.questions.len()),
            (7, 0, 0),
            "{name}"
        );
        assert_eq!(months(&read), [1, 2, 3, 4, 5, 6], "{name}");
    }
    let read = sheet(door("month-first-hyphens-one-proof.csv"));
    assert_eq!(months(&read), [3, 5, 7, 9]);
    for name in ["hyphens-both-ways.csv", "slashes-both-ways.csv", "hyphens-of-one-month.csv"] {
        let asked = sheet(door(name));
        assert_eq!(asked.questions[0].option(), "--date-order dmy|mdy", "{name}");
    }
    let said = Options { date_order: Some(DateOrder::MonthFirst), ..Options::default() };
    assert_eq!(months(&sheet_with(door("hyphens-of-one-month.csv"), &project(), &said)), [3]);
    // Points both ways are as Norwegians write, unless a person says otherwise.
    let files = Files::new();
    let points = files.write("points.csv", list(&["01.03.2021", "02.03.2021"]));
    assert_eq!(months(&sheet(&points)), [3]);
    assert_eq!(months(&sheet_with(&points, &project(), &said)), [1, 2]);
}

#[test]
fn what_one_column_proves_holds_for_the_others() {
    let files = Files::new();
    let text = "Nr;Registrert;Lukket\n1;03-01-2021 08:00;03-02-2021 08:00\n\
                2;03-02-2021 08:00;03-25-2021 08:00\n";
    let read = sheet(files.write("closed.csv", text));
    assert_eq!(months(&read), [3]);
    assert_eq!(read.questions, []);
}

#[test]
fn what_cannot_be_is_not_so_whoever_says_it() {
    let files = Files::new();
    let path = files.write("said.csv", list(&["03/04/2021", "03/25/2021"]));
    let said = Options { date_order: Some(DateOrder::DayFirst), ..Options::default() };
    let read = sheet_with(path, &project(), &said);
    assert_eq!((months(&read), read.rejects.len()), (vec![3], 0));
    assert!(read.notes.iter().any(|note| note.message.text().contains("viser selv")));
}

#[test]
fn dates_that_a_spreadsheet_program_has_turned_are_asked_about_and_turned_back() {
    let path = door("half-turned-by-excel.xlsx");
    let asked = sheet(&path);
    assert!(asked.questions[0].asks.text().contains("aldri er over 12"));
    assert_eq!(asked.questions[0].option(), "--date-order dmy|mdy");
    let said = Options { date_order: Some(DateOrder::MonthFirst), ..Options::default() };
    let read = sheet_with(&path, &project(), &said);
    assert_eq!((read.accepted(), months(&read)), (21, vec![1, 2, 3]));
    assert!(read.notes.iter().any(|note| note.message.text().contains("byttet tilbake")));
    // Saved as text by a Norwegian program, the turned ones have points.
    let files = Files::new();
    let text = list(&["01.05.2021 08:00", "12.01.2021 08:00", "1/15/2021 8:00", "1/29/2021 8:00"]);
    let path = files.write("saved.csv", text.replace("12.01.2021", "01.12.2021"));
    assert_eq!(sheet(&path).questions.len(), 1);
    assert_eq!(months(&sheet_with(&path, &project(), &said)), [1]);
}

/// A workbook of cases with a sheet for each list of dates.
fn dated_book(files: &Files, name: &str, lists: &[&[V<'_>]]) -> std::path::PathBuf {
    let sheets: Vec<(String, Vec<Vec<V<'_>>>)> = lists
        .iter()
        .enumerate()
        .map(|(at, dates)| {
            let number = f64::from(u32::try_from(at).unwrap() * 100);
            let head = vec![T("Saksnr"), T("Registrert")];
            let rows =
                (1..).zip(dates.iter()).map(|(row, date)| vec![N(number + f64::from(row)), *date]);
            (format!("Ark{at}"), std::iter::once(head).chain(rows).collect())
        })
        .collect();
    let rows: Vec<Vec<&[V<'_>]>> =
        sheets.iter().map(|(_, rows)| rows.iter().map(Vec::as_slice).collect()).collect();
    let sheets: Vec<(&str, &[&[V<'_>]])> = sheets
        .iter()
        .zip(&rows)
        .map(|((name, _), rows)| (name.as_str(), rows.as_slice()))
        .collect();
    files.workbook(name, &sheets)
}

#[test]
fn what_one_sheet_proves_holds_for_the_workbook() {
    let files = Files::new();
    let open = ["03/04/2021 10:00", "03/05/2021 10:00", "03/06/2021 10:00"].map(T);
    let month_first = ["03/14/2021 10:00", "03/15/2021 10:00"].map(T);
    let day_first = ["14/03/2021 10:00", "15/03/2021 10:00"].map(T);
    let (project, plain) = (project(), Options::default());
    for (proof, month) in [(month_first, 3), (day_first, 4)] {
        for lists in [[&open[..], &proof[..]], [&proof[..], &open[..]]] {
            let path = dated_book(&files, "book.xlsx", &lists);
            let reads = sheets(&path, &project, &plain);
            assert!(reads.iter().all(|read| read.questions.is_empty()));
            let open = reads.iter().find(|read| read.accepted() == 3).unwrap();
            assert_eq!(months(open)[0], month);
        }
    }
    // Two sheets that prove opposite orders leave a third open.
    let path = dated_book(&files, "both.xlsx", &[&open, &month_first, &day_first]);
    let reads = sheets(&path, &project, &plain);
    let asked: Vec<usize> = reads.iter().map(|read| read.questions.len()).collect();
    assert_eq!(asked, [1, 0, 0]);
}

#[test]
fn dates_that_were_turned_in_one_sheet_are_known_by_the_texts_of_another() {
    let files = Files::new();
    let turned = ["2021-01-03T10:00:00", "2021-02-03T10:00:00", "2021-05-03T10:00:00"].map(D);
    let texts = ["03/14/2021 10:00", "03/15/2021 10:00"].map(T);
    let path = dated_book(&files, "turned.xlsx", &[&turned, &texts]);
    let project = project();
    let reads = sheets(&path, &project, &Options::default());
    assert_eq!(reads[0].questions.len(), 1);
    let told = reads[0].questions[0].asks.text();
    assert!(told.contains("03/14/2021 10:00"), "{told}");
    let said = Options { date_order: Some(DateOrder::MonthFirst), ..Options::default() };
    let reads = sheets(&path, &project, &said);
    assert!(reads.iter().all(|read| months(read).iter().all(|month| *month == 3)));
    // A day over 12 shows that nothing was turned.
    let sound = ["2021-01-03T10:00:00", "2021-02-23T10:00:00"].map(D);
    let path = dated_book(&files, "sound.xlsx", &[&sound, &texts]);
    let reads = sheets(&path, &project, &Options::default());
    assert!(reads.iter().all(|read| read.questions.is_empty()));
}

#[test]
fn one_mistyped_date_does_not_turn_a_column() {
    let files = Files::new();
    for mark in ['.', '/', '-'] {
        let day = |row: u32| format!("{:02}{mark}03{mark}2021 08:15", row % 9 + 1);
        let mut dates: Vec<String> = (0..20).map(day).collect();
        dates.push(format!("05{mark}13{mark}2021 08:15"));
        let texts: Vec<&str> = dates.iter().map(String::as_str).collect();
        let path = files.write("slip.csv", list(&texts));
        let asked = sheet(&path);
        assert_eq!(asked.questions.len(), 1, "{mark}");
        assert_eq!(asked.questions[0].option(), "--date-order dmy|mdy");
        let asks = asked.questions[0].asks.text();
        assert!(asks.contains(&dates[20]) && asks.contains("B22"), "{asks}");
        let said = |order| Options { date_order: Some(order), ..Options::default() };
        let read = sheet_with(&path, &project(), &said(DateOrder::DayFirst));
        assert_eq!((read.accepted(), months(&read)), (20, vec![3]), "{mark}");
        assert_eq!(read.rejects[0].cell, "B22");
        // The answer is remembered, whatever the next list holds.
        let after = super::support::imported(&project(), &[read]);
        let next = files.write("next.csv", list(&texts).replace("\n1;", "\n91;"));
        let read = sheet_with(&next, &after, &Options::default());
        assert_eq!((read.questions.len(), months(&read)), (0, vec![3]), "{mark}");
        let read = sheet_with(&path, &project(), &said(DateOrder::MonthFirst));
        assert_eq!((read.accepted(), read.questions.len()), (21, 0), "{mark}");
        assert_eq!(months(&read), (1..=9).collect::<Vec<i8>>(), "{mark}");
    }
}

#[test]
fn a_list_with_the_month_first_proves_it() {
    let files = Files::new();
    for mark in ['.', '/', '-'] {
        let day = |row: i8| format!("{:02}{mark}{:02}{mark}2021 08:15", row % 4 + 1, row % 28 + 1);
        let dates: Vec<String> = (0..60).map(day).collect();
        let texts: Vec<&str> = dates.iter().map(String::as_str).collect();
        let read = sheet(files.write("list.csv", list(&texts)));
        assert_eq!((read.accepted(), read.questions.len(), read.rejects.len()), (60, 0, 0));
        assert_eq!(months(&read), [1, 2, 3, 4]);
    }
}

#[test]
fn norwegian_texts_beside_early_days_show_that_a_program_has_turned_those() {
    let files = Files::new();
    let dates = [
        D("2021-01-03T08:15:00"),
        D("2021-02-03T08:15:00"),
        D("2021-12-03T08:15:00"),
        T("13.03.2021 08:15"),
        T("31.03.2021 08:15"),
    ];
    let path = dated_book(&files, "turned.xlsx", &[&dates]);
    let asked = sheet(&path);
    assert_eq!(asked.questions.len(), 1);
    let asks = asked.questions[0].asks.text();
    assert!(asks.contains("«13.03.2021 08:15»"), "{asks}");
    assert_eq!(asked.questions[0].option(), "--date-order dmy|mdy");
    let said = |order| Options { date_order: Some(order), ..Options::default() };
    let read = sheet_with(&path, &project(), &said(DateOrder::DayFirst));
    let days: Vec<i8> = registered(&read).iter().map(|minute| minute.day().day()).collect();
    assert_eq!((days, months(&read)), (vec![1, 2, 12, 13, 31], vec![3]));
    let read = sheet_with(&path, &project(), &said(DateOrder::MonthFirst));
    assert_eq!((read.accepted(), months(&read)), (5, vec![1, 2, 3, 12]));
    // A late day that the program knew, or an early one that it left, shows that it turned none.
    for last in [D("2021-03-14T08:15:00"), T("02.03.2021 08:15")] {
        let sound = [dates[0], dates[1], dates[2], dates[3], last];
        let read = sheet(dated_book(&files, "sound.xlsx", &[&sound]));
        assert_eq!((read.accepted(), read.questions.len()), (5, 0));
    }
}

#[test]
fn a_year_of_two_digits_may_stand_first() {
    let files = Files::new();
    for (mark, clock) in [('-', " 08:30"), ('.', " 08:30"), ('/', " 08:30"), ('-', ""), ('/', "")] {
        let dates = ["21-01-04", "21-02-21", "21-12-30"]
            .map(|date| format!("{}{clock}", date.replace('-', &mark.to_string())));
        let texts: Vec<&str> = dates.iter().map(String::as_str).collect();
        let path = files.write("short.csv", list(&texts));
        let read = sheet(&path);
        let days: Vec<String> =
            registered(&read).iter().map(|minute| minute.day().to_string()).collect();
        assert_eq!(days, ["2021-01-04", "2021-02-21", "2021-12-30"], "{mark}{clock}");
        assert_eq!(read.questions, []);
        let notes: Vec<String> = read.notes.iter().map(|note| note.message.text()).collect();
        let told = format!("«{}» i B2", dates[0]);
        assert!(notes.iter().any(|note| note.contains(&told)), "{notes:?}");
        // Who says that the day comes first is obeyed.
        let said = Options { date_order: Some(DateOrder::DayFirst), ..Options::default() };
        let read = sheet_with(&path, &project(), &said);
        assert_eq!(registered(&read)[0].day().to_string(), "2004-01-21");
    }
    // Days of one month, over the turn of a year, and of few years are days.
    for dates in [
        ["20.03.21", "21.03.21", "21.03.21"],
        ["04.01.21", "21.02.21", "30.12.20"],
        ["01.02.09", "01.03.21", "01.04.21"],
        ["20.12.19", "20.01.20", "21.02.22"],
    ] {
        let read = sheet(files.write("days.csv", list(&dates)));
        let days: Vec<String> =
            registered(&read).iter().map(|minute| minute.day().to_string()).collect();
        let expected = dates.map(|date| format!("20{}-{}-{}", &date[6..], &date[3..5], &date[..2]));
        assert_eq!(days, expected);
    }
}

#[test]
fn date_and_clock_may_stand_in_two_columns() {
    let files = Files::new();
    let expected = ["2021-03-01T08:14", "2021-03-02T23:59"].map(minute);
    for (head, first, second) in [
        ("Nr;Dato;Klokkeslett;Pri", "1;01.03.2021;08:14;C", "2;02.03.2021;23:59;C"),
        ("Nr;Registrert;Tid;Pri", "1;01.03.2021;08.14;C", "2;02.03.2021;23.59;C"),
        ("Nr;Registrert;;Pri", "1;2021-03-01;08:14:30;C", "2;2021-03-02;23:59:00;C"),
        ("Nr;Registrert;Time;Pri", "1;01.03.2021;8:14 AM;C", "2;02.03.2021;11:59 PM;C"),
    ] {
        let text = format!("{head}\n{first}\n{second}\n");
        let read = sheet(files.write("two.csv", &text));
        assert_eq!(registered(&read), expected, "{text}");
        assert!(!read.notes.iter().any(|note| note.message.text().contains("uten klokkeslett")));
    }
    let read = sheet(files.xlsx(
        "two.xlsx",
        &[
            &[T("Saksnr"), T("Registrert"), T("Kl."), T("Prioritet")],
            &[T("1"), D("2021-03-01T00:00:00"), N(8.0 / 24.0 + 14.0 / 1440.0), T("C")],
            &[T("2"), D("2021-03-02T00:00:00"), N(1439.0 / 1440.0), T("C")],
        ],
    ));
    assert_eq!(registered(&read), expected);
}

#[test]
fn dates_without_a_time_of_day_are_told() {
    let files = Files::new();
    let told = |read: &import::SheetRead| {
        read.notes.iter().any(|note| note.message.text().contains("datoer uten klokkeslett"))
    };
    assert!(told(&sheet(files.write("days.csv", list(&["01.03.2021", "02.03.2021"])))));
    assert!(!told(&sheet(files.write("one.csv", list(&["01.03.2021", "02.03.2021 10:00"])))));
}

proptest! {
    /// Some dates whose second number is over twelve settle all dates of the list, in every form.
    #[test]
    fn some_proofs_settle_the_order_of_a_list(
        days in proptest::collection::vec((1_i8..=12, 1_i8..=28), 1..15),
        mark in prop::sample::select(vec!['/', '-', '.']),
    ) {
        let written: Vec<String> = days
            .iter()
            .chain(&[(6, 25), (7, 26), (8, 27)])
            .map(|(month, day)| format!("{month:02}{mark}{day:02}{mark}2021 10:00"))
            .collect();
        let texts: Vec<&str> = written.iter().map(String::as_str).collect();
        let files = Files::new();
        let read = sheet(files.write("list.csv", list(&texts)));
        prop_assert_eq!(&read.rejects, &[]);
        let found: Vec<(i8, i8)> =
            registered(&read).iter().map(|own| (own.day().month(), own.day().day())).collect();
        prop_assert_eq!(&found[..days.len()], &days[..]);
    }

    /// Norwegian dates are never asked about.
    #[test]
    fn points_are_read_as_norwegians_write(days in proptest::collection::vec((1_i8..=28, 1_i8..=12), 1..20)) {
        let written: Vec<String> =
            days.iter().map(|(day, month)| format!("{day}.{month}.2021 10:00")).collect();
        let texts: Vec<&str> = written.iter().map(String::as_str).collect();
        let files = Files::new();
        let read = sheet(files.write("list.csv", list(&texts)));
        prop_assert_eq!(&read.questions, &[]);
        let found: Vec<(i8, i8)> =
            registered(&read).iter().map(|own| (own.day().day(), own.day().month())).collect();
        prop_assert_eq!(found, days);
    }
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

#[test]
fn an_order_that_an_earlier_list_was_read_with_is_told() {
    let files = Files::new();
    let list = |name: &str, days: [&str; 3]| {
        let rows: String = (1..).zip(days).map(|(at, day)| format!("{name}{at};{day}\n")).collect();
        files.write(&format!("{name}.csv"), format!("Saksnr;Opprettet\n{rows}"))
    };
    let first = list("a", ["03/04/2021", "04/05/2021", "05/06/2021"]);
    let month_first = Options { date_order: Some(DateOrder::MonthFirst), ..Options::default() };
    let after = imported(&project(), &[sheet_with(&first, &project(), &month_first)]);
    let told = |read: &SheetRead| {
        read.notes.iter().any(|note| note.message.text().contains("som i den forrige lista"))
    };
    let second = list("b", ["07/04/2021", "08/05/2021", "09/06/2021"]);
    let read = sheet_with(&second, &after, &Options::default());
    assert_eq!((read.questions.len(), told(&read)), (0, true));
    assert_eq!(registered(&read)[0], minute("2021-07-04T00:00"));
    // A list that proves its order itself is read by that.
    let third = list("c", ["07/04/2021", "28/05/2021", "29/06/2021"]);
    let read = sheet_with(&third, &after, &Options::default());
    assert_eq!((read.questions.len(), told(&read)), (0, false));
    assert_eq!(registered(&read)[0], minute("2021-04-07T00:00"));
}
