//! A case number earns its trust.

use arsmelding::import::{Options, Question, SheetRead, SkipReason, TypedRows};
use arsmelding::project::{Case, RepeatedRows};

use super::support::{Files, V::*, imported, numbers, project, sheet, sheet_with};

const DOORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/doors/numbers/");

fn cases(read: &SheetRead) -> &[Case] {
    match &read.rows {
        TypedRows::Cases { rows, .. } => rows,
        other => panic!("no cases: {other:?}"),
    }
}

fn noted(read: &SheetRead, words: &str) -> bool {
    read.notes.iter().any(|note| note.message.text().contains(words))
}

/// read = accepted + rejected + skipped, always.
fn adds_up(read: &SheetRead) -> bool {
    let rejected = u32::try_from(read.rejects.len()).unwrap();
    read.read == read.accepted() + rejected + read.skipped_count()
}

#[test]
fn numbers_that_excel_has_shortened_are_no_numbers_and_lose_no_case() {
    for file in ["scientific.csv", "fifteen-digits.csv", "eighteen-digits.xlsx"] {
        let read = sheet(format!("{DOORS}{file}"));
        assert_eq!((read.read, read.accepted(), read.skipped_count()), (12, 12, 0), "{file}");
        assert!(cases(&read).iter().all(|case| case.number.is_empty()), "{file}");
        assert!(noted(&read, "forkortet av Excel"), "{file}");
        let after = imported(&project(), std::slice::from_ref(&read));
        assert_eq!(after.cases[0].rows.len(), 12);
    }
}

#[test]
fn a_shortened_number_among_whole_ones_costs_that_number_only() {
    let files = Files::new();
    let mut text = String::from("Saksnummer;Registrert;Kunde\n");
    for number in 1..=9 {
        text += &format!("202103110000{number};{number:02}.03.2021;Hamar\n");
    }
    text += "2,02103E+15;10.03.2021;Hamar\n";
    let read = sheet(files.write("one.csv", text));
    assert_eq!(read.accepted(), 10);
    assert_eq!(cases(&read).iter().filter(|case| case.number.is_empty()).count(), 1);
    assert!(noted(&read, "Saksnummeret i én rad er forkortet"));
}

#[test]
fn one_number_in_several_spellings_is_one_case() {
    let files = Files::new();
    let text = "Saksnummer;Registrert;Kunde\n\
        10001;01.03.2021 08:00;Hamar\n\
        10 001;01.03.2021 08:00;Hamar\n\
        00010001;01.03.2021 08:00;Hamar\n\
        \"=\"\"10001\"\"\";01.03.2021 08:00;Hamar\n\
        10001.0;01.03.2021 08:00;Hamar\n\
        \"=HYPERLINK(\"\"https://sd.example/77\"\";\"\"10001\"\")\";01.03.2021 08:00;Hamar\n\
        10\u{a0}001;01.03.2021 08:00;Hamar\n\
        10002;01.03.2021 08:00;Hamar\n";
    let read = sheet(files.write("spellings.csv", text));
    assert_eq!((read.accepted(), read.skipped_count()), (2, 6));
    assert!(read.skipped.iter().all(|own| matches!(own.reason, SkipReason::Repeated { .. })));
    assert!(adds_up(&read));
    // The same number as a real number, and with zeros before it, in the next export.
    let before = imported(&project(), &[read]);
    let next = sheet(files.xlsx(
        "next.xlsx",
        &[
            &[T("Saksnummer"), T("Registrert"), T("Kunde")],
            &[N(10_001.0), D("2021-03-01T08:00:00"), T("Hamar")],
            &[T("010002"), D("2021-03-01T08:00:00"), T("Hamar")],
        ],
    ));
    assert!(!super::support::plan(&before, &[next]).has_changes());
}

#[test]
fn lists_below_one_another_with_running_numbers_keep_all_their_cases() {
    let files = Files::new();
    let mut text = String::from("Nr;ID;Registrert;Prioritet;Kunde\n");
    for month in 1..=4 {
        for (number, customer) in (1..=8).zip(["Hamar", "Løten", "Stange"].iter().cycle()) {
            text += &format!("x;{number};{number:02}.{month:02}.2021 09:00;C;{customer}\n");
        }
    }
    let read = sheet(files.write("below.csv", text));
    assert_eq!((read.accepted(), read.skipped_count()), (32, 0));
    assert!(noted(&read, "Samme saksnummer står på ulike saker"));
    assert!(adds_up(&read));
    let after = imported(&project(), &[read]);
    assert_eq!(numbers(&after).len(), 32);
}

#[test]
fn the_number_of_a_customer_is_not_a_case_number() {
    let files = Files::new();
    let mut text = String::from("ID;Registrert;Kategori;Kunde\n");
    for at in 0..60 {
        let customer = at % 5;
        let (day, category) = (at % 28 + 1, at % 7);
        text +=
            &format!("{};{day:02}.03.2021;Emne {category};Kommune {customer}\n", 400 + customer);
    }
    let read = sheet(files.write("customer-id.csv", text));
    assert_eq!(read.accepted(), 60);
}

#[test]
fn a_list_with_a_row_for_each_comment_counts_each_case_once() {
    let files = Files::new();
    let mut text = String::from("Saksnr;Registrert;Kategori;Kunde\n");
    for at in 0..60 {
        let case = at / 3; // three comments each
        let (day, category, customer) = (case + 1, case % 4, case % 3);
        text += &format!("S{case};{day:02}.03.2021 08:00;Emne {category};Kommune {customer}\n");
    }
    let read = sheet(files.write("comments.csv", text));
    assert_eq!((read.accepted(), read.skipped_count()), (20, 40));
    assert!(read.notes.is_empty(), "{:?}", read.notes);
}

#[test]
fn a_word_in_place_of_a_number_is_no_number() {
    let files = Files::new();
    let mut text = String::from("Saksnr;Registrert;Kunde\n");
    for at in 0..30 {
        text += &format!("S{at};{:02}.03.2021;Hamar\n", at % 28 + 1);
    }
    for (at, customer) in ["Hamar", "Løten", "Stange", "Grue"].iter().enumerate() {
        text += &format!("Ukjent;{:02}.04.2021;{customer}\n", at + 1);
    }
    let read = sheet(files.write("word.csv", text));
    assert_eq!(read.accepted(), 34);
    assert!(noted(&read, "4 rader har «Ukjent» som saksnummer"));
    assert_eq!(cases(&read).iter().filter(|case| case.number.is_empty()).count(), 4);
}

#[test]
fn a_parent_is_known_by_its_number_and_not_by_the_systems_inner_one() {
    let files = Files::new();
    let text = "Issue key,Issue id,Created,Priority,Parent\n\
        SD-1,90001,01.03.2021 08:00,Highest,\n\
        SD-2,90002,01.03.2021 08:05,Highest,90001\n\
        SD-3,90003,01.03.2021 08:10,Highest,90001\n\
        SD-4,90004,01.03.2021 08:15,Medium,80000\n";
    let read = sheet(files.write("inner.csv", text));
    let parents: Vec<Option<&str>> =
        cases(&read).iter().map(|case| case.parent.as_deref()).collect();
    assert_eq!(parents, [None, Some("SD-1"), Some("SD-1"), Some("80000")]);
    let text = "Issue key,Issue id,Created,Parent,Parent key\n\
        SD-1,90001,01.03.2021 08:00,,\nSD-2,90002,01.03.2021 08:05,90001,SD-1\n";
    let read = sheet(files.write("key.csv", text));
    assert_eq!(cases(&read)[1].parent.as_deref(), Some("SD-1"));
}

#[test]
fn a_sign_may_head_the_numbers() {
    let files = Files::new();
    let text = "#;Opprettet;Overordnet sak\n17;01.03.2021;\n18;02.03.2021;17\n";
    let read = sheet(files.write("sign.csv", text));
    assert_eq!((&*cases(&read)[0].number, cases(&read)[1].parent.as_deref()), ("17", Some("17")));
    let options =
        Options { map: vec![("number".to_owned(), "#".to_owned())], ..Options::default() };
    let read = sheet_with(files.write("sign.csv", text), &project(), &options);
    assert_eq!(&*cases(&read)[0].number, "17");
}

fn said(repeated: RepeatedRows) -> Options {
    Options { repeated: Some(repeated), ..Options::default() }
}

/// A list of cases at different times. A number has always the same customer.
fn list_of(customers: &[&str], number: impl Fn(u32) -> String) -> String {
    let rows = (0..40).map(|at| {
        let (day, month, number) = (at % 28 + 1, at / 28 + 1, number(at));
        let letters: usize = number.bytes().map(usize::from).sum();
        let customer = customers[letters % customers.len()];
        format!("{number};{day:02}.{month:02}.2021 10:00;C;{customer}\n")
    });
    let rows: String = rows.collect();
    format!("Saksnr;Registrert;Prioritet;Kunde\n{rows}")
}

#[test]
fn a_number_that_comes_again_at_other_times_is_asked_about() {
    let files = Files::new();
    let several = ["Hamar", "Stange", "Grue"];
    let lists: [&dyn Fn(u32) -> String; 3] = [
        &|at| format!("S{}", at / 2),
        &|at| if at < 35 { "INC1".to_owned() } else { format!("X{at}") },
        &|at| format!("S{}", at % 37),
    ];
    for (list, ones) in lists.iter().zip([20, 6, 37]) {
        let path = files.write("saker.csv", list_of(&several, list));
        let read = sheet(&path);
        assert_eq!(
            read.questions.iter().map(Question::option).collect::<Vec<_>>(),
            ["--repeated add|first|last"]
        );
        let taken = |repeated| {
            let read = sheet_with(&path, &project(), &said(repeated));
            assert_eq!((read.questions.len(), read.read), (0, 40));
            read.accepted()
        };
        assert_eq!((taken(RepeatedRows::Add), taken(RepeatedRows::Last)), (40, ones));
    }
    // A word is no number, and one correction is one, of which is told. Where there is but one
    // customer, nothing but the times differs, and nobody knows.
    let taken = |customers: &[&str], list: &dyn Fn(u32) -> String| {
        let read = sheet(files.write("saker.csv", list_of(customers, list)));
        (read.questions.len(), read.accepted())
    };
    let word = |at: u32| if at < 35 { "INC".to_owned() } else { format!("X{at}") };
    assert_eq!(taken(&several, &word), (0, 40));
    assert_eq!(taken(&several, &|at| format!("S{}", at.max(1))), (0, 39));
    assert_eq!(taken(&["Hamar"], &|at| format!("S{}", at / 2)).0, 1);
}

/// Lines of cases, in any order: number, time, closed.
fn journal(lines: &[(&str, &str, &str)]) -> String {
    let line = |(number, time, closed): &(&str, &str, &str)| {
        format!("{number};{time};{closed};Svar nummer {};Hamar\n", time.len())
    };
    let lines: String = lines.iter().map(line).collect();
    format!("Saksnr;Registrert;Lukket;Aktivitet;Kunde\n{lines}")
}

#[test]
fn lines_of_a_case_are_asked_about_and_the_earliest_registers_it() {
    let files = Files::new();
    let mut lines = [
        ("S1", "04.01.2021 08:00", ""),
        ("S1", "05.01.2021 09:00", ""),
        ("S2", "04.01.2021 09:00", ""),
        ("S1", "08.01.2021 10:00", "08.01.2021 10:00"),
        ("S2", "12.01.2021 09:00", ""),
        ("S3", "06.01.2021 11:00", ""),
    ];
    for _ in 0..2 {
        let path = files.write("logg.csv", journal(&lines));
        let read = sheet(&path);
        assert_eq!(
            read.questions.iter().map(Question::option).collect::<Vec<_>>(),
            ["--repeated add|first|last"]
        );
        let read = sheet_with(&path, &project(), &said(RepeatedRows::First));
        assert!(read.questions.is_empty() && adds_up(&read));
        let mut registered: Vec<(&str, String)> = Vec::new();
        for case in cases(&read) {
            registered.push((&case.number, case.registered.day().to_string()));
        }
        registered.sort();
        let days = [("S1", "2021-01-04"), ("S2", "2021-01-04"), ("S3", "2021-01-06")];
        assert_eq!(registered, days.map(|(number, day)| (number, day.to_owned())));
        // A later line has closed the case.
        let first = cases(&read).iter().find(|case| &*case.number == "S1").unwrap();
        assert_eq!(first.open_minutes, Some(4 * 24 * 60 + 120));
        let is_line = |reason: SkipReason| matches!(reason, SkipReason::LineOf { .. });
        assert_eq!(read.skipped.iter().filter(|own| is_line(own.reason)).count(), 3);
        // The same with the newest line first.
        lines.reverse();
    }
}

#[test]
fn a_number_or_two_at_other_times_are_told_with_what_counts() {
    let files = Files::new();
    let text = list_of(&["Hamar", "Stange", "Grue"], |at| format!("S{}", at.max(1)));
    let path = files.write("saker.csv", text);
    let read = sheet(&path);
    assert_eq!((read.questions.len(), read.accepted()), (0, 39));
    assert!(noted(&read, "Saksnummeret «S1» står i 2 rader med ulike tidspunkt"));
    assert!(noted(&read, "Den siste raden gjelder"));
    assert_eq!(cases(&read)[0].registered.day().to_string(), "2021-01-02");
    let read = sheet_with(&path, &project(), &said(RepeatedRows::First));
    assert!(!noted(&read, "ulike tidspunkt"));
    assert_eq!(cases(&read)[0].registered.day().to_string(), "2021-01-01");
    // The same time again is the same case again.
    let text = list_of(&["Hamar"], |at| format!("S{at}"));
    let twice = format!("{text}{}\n", text.lines().nth(3).unwrap());
    let read = sheet(files.write("saker.csv", twice));
    assert!(read.questions.is_empty() && !noted(&read, "ulike tidspunkt"));
}

#[test]
fn numbers_that_two_files_share_at_other_times_are_no_numbers() {
    let files = Files::new();
    let list = |name: &str, day: u32| {
        let rows = (0..12).map(|at| {
            let month = at % 12 + 1;
            format!("{};{:02}.{month:02}.2021 10:00;C;Hamar\n", 400 + at * 3, day)
        });
        let rows: String = rows.collect();
        files.write(name, format!("Saksnr;Registrert;Prioritet;Kunde\n{rows}"))
    };
    let paths = [list("a.csv", 14), list("b.csv", 20)];
    let read = paths.map(sheet);
    let after = imported(&project(), &read);
    assert_eq!(after.cases.iter().map(|batch| batch.rows.len()).sum::<usize>(), 24);
}
