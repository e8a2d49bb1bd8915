//! One key in several rows, sheets or files: it is counted once, added up, or asked about, and the
//! last never just counts.

use std::path::{Path, PathBuf};

use arsmelding::import::{
    self, FileRequest, Known, Options, Plan, Question, SheetRead, SkipReason,
};
use arsmelding::project::{Project, RepeatedRows};

use super::support::V::{N, T};
use super::support::{Files, context, imported, plan, project, sheet, sheet_with, sheets};

fn said(repeated: RepeatedRows) -> Options {
    Options { repeated: Some(repeated), ..Options::default() }
}

fn read_all(project: &Project, paths: &[PathBuf], options: &Options) -> Vec<SheetRead> {
    let request = |path: &PathBuf| FileRequest { path: path.clone(), options: options.clone() };
    let requests: Vec<FileRequest> = paths.iter().map(request).collect();
    let reads = import::read_files(&requests, &Known::of(project), &|_| true).unwrap();
    reads.into_iter().flat_map(|read| read.outcome.unwrap()).collect()
}

/// The options of all questions of a plan.
fn asked(plan: &Plan) -> Vec<String> {
    plan.questions.iter().map(|(_, question)| question.option()).collect()
}

fn asks(read: &SheetRead) -> Vec<String> {
    read.questions.iter().map(Question::option).collect()
}

fn notes(plan: &Plan) -> String {
    let notes = plan.sheets.iter().flat_map(|sheet| &sheet.notes);
    notes.map(|note| note.message.text()).collect::<Vec<_>>().join("\n")
}

fn two_files(files: &Files, one: &str, other: &str) -> Vec<PathBuf> {
    vec![files.write("a.csv", one), files.write("b.csv", other)]
}

fn counted(project: &Project) -> u32 {
    project.day_counts.iter().flat_map(|batch| batch.rows.iter()).map(|day| day.cases).sum()
}

/// A short list of every kind: what stands in two files, and the answers that there are.
const KINDS: [(&str, &str, &str, &str); 9] = [
    ("Dato;Antall saker\n", "01.03.2021;40\n", "01.03.2021;10\n", "add|first|last"),
    (
        "Dato;Besvarte anrop;Besvart innen 1 minutt\n",
        "01.03.2021;100;80\n",
        "01.03.2021;50;10\n",
        "add|first|last",
    ),
    (
        "System;Måned;Målt tid (min);Nedetid (min)\n",
        "Gerica;01.01.2021;44640;10\n",
        "Gerica;01.01.2021;44640;20\n",
        "add|first|last",
    ),
    ("År;Ansatte;Årsverk\n", "2021;20;19,5\n", "2021;10;9\n", "add|first|last"),
    ("År;Sykefravær (%)\n", "2021;5,0\n", "2021;4,0\n", "first|last"),
    (
        "År;Kjønn;Mulige dagsverk;Egenmeldte dagsverk;Legemeldte dagsverk\n",
        "2021;Kvinner;100;1;2\n",
        "2021;Kvinner;90;1;2\n",
        "add|first|last",
    ),
    ("År;Mål;Måltall;Resultat\n", "2021;Oppetid;99;98\n", "2021;Oppetid;99;97\n", "first|last"),
    ("Konto;Regnskap 2021\n", "1.010.100.120;100\n", "1.010.100.120;200\n", "add|first|last"),
    (
        "Bestillingsnr;Bestilt;Levert\n",
        "7;01.03.2021;04.03.2021\n",
        "7;01.03.2021;09.03.2021\n",
        "first|last",
    ),
];

#[test]
fn one_key_with_other_values_in_two_files_is_asked_about_whatever_the_kind() {
    let files = Files::new();
    for (head, one, other, answers) in KINDS {
        let paths = two_files(&files, &format!("{head}{one}"), &format!("{head}{other}"));
        let planned = plan(&project(), &read_all(&project(), &paths, &Options::default()));
        assert_eq!(asked(&planned), [format!("--repeated {answers}")], "{head}");
        let (_, question) = &planned.questions[0];
        let text = question.asks.text();
        assert!(text.contains("a.csv, rad 2") && text.contains("b.csv, rad 2"), "{text}");
        assert!(planned.apply(&context()).is_none(), "{head}");
        for answer in &question.answers {
            let mut options = Options::default();
            options.say(&answer.says);
            let read = read_all(&project(), &paths, &options);
            let planned = plan(&project(), &read);
            assert!(planned.questions.is_empty(), "{head}");
            let (after, _) = planned.apply(&context()).unwrap();
            assert!(!plan(&after, &read).has_changes(), "{head}: the same once more");
        }
    }
}

#[test]
fn one_key_with_the_same_values_in_two_files_is_counted_once_and_told() {
    let files = Files::new();
    for (head, one, ..) in KINDS {
        let text = format!("{head}{one}");
        // A line break more makes it another file.
        let paths = two_files(&files, &text, &format!("{text}\n"));
        let planned = plan(&project(), &read_all(&project(), &paths, &Options::default()));
        assert!(planned.questions.is_empty(), "{head}: {:?}", asked(&planned));
        assert!(notes(&planned).contains("telles én gang"), "{head}: {}", notes(&planned));
        assert_eq!(planned.sheets.iter().map(|sheet| sheet.new).sum::<u32>(), 1, "{head}");
    }
}

#[test]
fn the_answer_leads_to_the_right_value() {
    let files = Files::new();
    let head = "Dato;Antall saker\n";
    let paths = two_files(
        &files,
        &format!("{head}01.03.2021;40\n02.03.2021;41\n"),
        &format!("{head}01.03.2021;10\n02.03.2021;11\n03.03.2021;5\n"),
    );
    let sum = |repeated: RepeatedRows| {
        let read = read_all(&project(), &paths, &said(repeated));
        let planned = plan(&project(), &read);
        for (read, planned) in read.iter().zip(&planned.sheets) {
            let rows = planned.new + planned.changed + planned.unchanged;
            assert_eq!(rows, read.accepted(), "each row is told of once");
            assert_eq!(planned.effects.len(), read.preview.len());
        }
        counted(&planned.apply(&context()).unwrap().0)
    };
    assert_eq!(sum(RepeatedRows::Add), 107);
    assert_eq!(sum(RepeatedRows::First), 86);
    assert_eq!(sum(RepeatedRows::Last), 26);
    // Parts that add up do so where they are alike by chance, too.
    let paths = two_files(
        &files,
        &format!("{head}01.03.2021;7\n02.03.2021;41\n"),
        &format!("{head}01.03.2021;7\n02.03.2021;11\n"),
    );
    let after = imported(&project(), &read_all(&project(), &paths, &said(RepeatedRows::Add)));
    assert_eq!(counted(&after), 66);
}

#[test]
fn counts_beyond_all_numbers_do_not_add_up() {
    let files = Files::new();
    let head = "Dato;Antall saker\n01.03.2021;";
    let paths = two_files(&files, &format!("{head}4294967295\n"), &format!("{head}5\n"));
    for options in [Options::default(), said(RepeatedRows::Add)] {
        let planned = plan(&project(), &read_all(&project(), &paths, &options));
        assert_eq!(asked(&planned), ["--repeated first|last"]);
    }
    let text = "Dato;Kunde;Antall\n01.03.2021;A;4294967295\n01.03.2021;B;5\n";
    assert_eq!(asks(&sheet(files.write("mye.csv", text))), ["--repeated first|last"]);
    // What is the same in both is counted once, whatever is said.
    let paths = two_files(&files, &format!("{head}5\n"), &format!("{head}5\n\n"));
    let after = imported(&project(), &read_all(&project(), &paths, &said(RepeatedRows::Add)));
    assert_eq!(counted(&after), 5);
}

#[test]
fn selections_of_one_table_share_its_keys_and_those_of_days_do_not() {
    let files = Files::new();
    let head = "Dato;Besvarte anrop;Besvart innen 1 minutt\n01.03.2021;";
    let paths = two_files(
        &files,
        &format!("Utvalg: IT\n{head}100;80\n"),
        &format!("Utvalg: EPJ\n{head}50;10\n"),
    );
    let planned = plan(&project(), &read_all(&project(), &paths, &Options::default()));
    assert_eq!(asked(&planned), ["--repeated add|first|last"]);
    let paths = two_files(
        &files,
        "Utvalg: Hamar\nDato;Antall saker\n01.03.2021;40\n",
        "Utvalg: Stange\nDato;Antall saker\n01.03.2021;10\n",
    );
    let after = imported(&project(), &read_all(&project(), &paths, &Options::default()));
    assert_eq!(counted(&after), 50);
}

#[test]
fn accounts_of_several_companies_in_one_import_are_asked_about_whatever_their_accounts() {
    let files = Files::new();
    let text = |firm: &str, account: &str| {
        format!("Firma: {firm}\nKonto;Regnskap 2021\n1.{account}.100.120;100\n1.650.100.120;-100\n")
    };
    for account in ["010", "020"] {
        let paths = two_files(&files, &text("HI IKS", "010"), &text("X KF", account));
        let planned = plan(&project(), &read_all(&project(), &paths, &Options::default()));
        assert_eq!(asked(&planned), ["--company \"HI IKS|X KF|*\""], "{account}");
        for (name, expected) in [("HI IKS", "010"), ("x kf", account)] {
            let said = Options { company: Some(name.to_owned()), ..Options::default() };
            let after = imported(&project(), &read_all(&project(), &paths, &said));
            assert_eq!((after.balances.len(), after.balances[0].account.as_str()), (2, expected));
        }
        let said = Options { company: Some("Ukjent".to_owned()), ..Options::default() };
        let planned = plan(&project(), &read_all(&project(), &paths, &said));
        assert_eq!(asked(&planned), ["--company \"HI IKS|X KF\""], "{account}");
    }
    // In the window the answer is said of one of the files.
    let paths = two_files(&files, &text("HI IKS", "010"), &text("X KF", "020"));
    for (name, expected) in [("HI IKS", "010"), ("X KF", "020")] {
        let said = Options { company: Some(name.to_owned()), ..Options::default() };
        let mut read = read_all(&project(), &paths[..1], &Options::default());
        read.extend(read_all(&project(), &paths[1..], &said));
        let planned = plan(&project(), &read);
        assert!(planned.questions.is_empty());
        let (after, _) = planned.apply(&context()).unwrap();
        assert_eq!((after.balances.len(), after.balances[0].account.as_str()), (2, expected));
    }
    // Sheets that are named after companies.
    let rows = |account: &'static str| {
        vec![vec![T("Konto"), T("Regnskap 2021")], vec![T(account), N(100.0)]]
    };
    let (one, other) = (rows("1.010.100.120"), rows("1.020.100.120"));
    let one: Vec<&[_]> = one.iter().map(Vec::as_slice).collect();
    let other: Vec<&[_]> = other.iter().map(Vec::as_slice).collect();
    let path = files.workbook("firma.xlsx", &[("HI IKS", &one), ("X KF", &other)]);
    let read = sheets(&path, &project(), &Options::default());
    assert_eq!(asked(&plan(&project(), &read)), ["--company \"HI IKS|X KF|*\""]);
    let all = Options { company: Some(String::new()), ..Options::default() };
    let after = imported(&project(), &sheets(&path, &project(), &all));
    assert_eq!(after.balances.len(), 2);
}

#[test]
fn the_name_of_a_sheet_may_say_its_year() {
    let files = Files::new();
    let rows = |count: f64| vec![vec![T("Avdeling"), T("Ansatte")], vec![T("A"), N(count)]];
    let (one, other) = (rows(4.0), rows(5.0));
    let one: Vec<&[_]> = one.iter().map(Vec::as_slice).collect();
    let other: Vec<&[_]> = other.iter().map(Vec::as_slice).collect();
    let path = files.workbook("aar.xlsx", &[("2020", &one), ("Ansatte 2021", &other)]);
    let after = imported(&project(), &sheets(&path, &project(), &Options::default()));
    let counts: Vec<_> = after.staff.iter().map(|own| own.employees_total).collect();
    assert_eq!(counts, [Some(4), Some(5)]);
    let rows =
        |amount: f64| vec![vec![T("Konto"), T("Regnskap")], vec![T("1.010.100.120"), N(amount)]];
    let (one, other) = (rows(4.0), rows(5.0));
    let one: Vec<&[_]> = one.iter().map(Vec::as_slice).collect();
    let other: Vec<&[_]> = other.iter().map(Vec::as_slice).collect();
    let path = files.workbook("regnskap.xlsx", &[("2020", &one), ("2021", &other)]);
    let after = imported(&project(), &sheets(&path, &project(), &Options::default()));
    let years: Vec<_> = after.balances.iter().map(|own| own.year).collect();
    assert_eq!(years, [Some(2020), Some(2021)]);
}

#[test]
fn parts_that_complete_each_other_are_one() {
    let files = Files::new();
    let paths = two_files(
        &files,
        "Konto;Regnskap 2021\n1.010.100.120;100\n",
        "Konto;Revidert budsjett 2021\n1.010.100.120;200\n",
    );
    let read = read_all(&project(), &paths, &Options::default());
    let after = imported(&project(), &read);
    let account = &after.balances[0];
    let amounts = [account.actual, account.revised_budget].map(|own| own.unwrap().to_string());
    assert_eq!(amounts, ["100", "200"]);
    let head = "År;Ansatte;Årsverk\n";
    let paths = two_files(&files, &format!("{head}2021;20;19,5\n"), &format!("{head}2021;20;\n"));
    let after = imported(&project(), &read_all(&project(), &paths, &Options::default()));
    assert_eq!(after.staff[0].available_fte.unwrap().to_string(), "19.5");
}

#[test]
fn sheets_of_departments_and_quarters_can_be_added_up_or_chosen() {
    let files = Files::new();
    for names in [["Ansvar 100", "Ansvar 200"], ["1. kvartal", "2. kvartal"], ["HI IKT", "Lier"]] {
        let rows = |amount: f64| {
            vec![vec![T("Konto"), T("Regnskap 2021")], vec![T("1.010.100.120"), N(amount)]]
        };
        let (one, other) = (rows(100.0), rows(200.0));
        let one: Vec<&[_]> = one.iter().map(Vec::as_slice).collect();
        let other: Vec<&[_]> = other.iter().map(Vec::as_slice).collect();
        let path = files.workbook("ark.xlsx", &[(names[0], &one), (names[1], &other)]);
        let read = sheets(&path, &project(), &Options::default());
        let [option] = &asked(&plan(&project(), &read))[..] else { panic!("{names:?}") };
        assert_eq!(*option, format!("--sheet \"{}|{}\" eller --repeated add", names[0], names[1]));
        let read = sheets(&path, &project(), &said(RepeatedRows::Add));
        let actual = |project: &Project| project.balances[0].actual.unwrap().to_string();
        assert_eq!(actual(&imported(&project(), &read)), "300");
        let only = Options { sheet: Some(names[1].to_owned()), ..Options::default() };
        assert_eq!(actual(&imported(&project(), &sheets(&path, &project(), &only))), "200");
        // A sheet of all of them counts for them.
        let all = rows(300.0);
        let all: Vec<&[_]> = all.iter().map(Vec::as_slice).collect();
        let path =
            files.workbook("alle.xlsx", &[(names[0], &one), (names[1], &other), ("Totalt", &all)]);
        for options in [Options::default(), said(RepeatedRows::Add)] {
            let planned = plan(&project(), &sheets(&path, &project(), &options));
            assert!(notes(&planned).contains("gjelder for alle delene"));
            assert_eq!(actual(&planned.apply(&context()).unwrap().0), "300");
        }
    }
}

/// The staff of 2021 in one list.
fn staff(read: &SheetRead) -> (Option<u32>, String) {
    let after = imported(&project(), std::slice::from_ref(read));
    let [own] = &after.staff[..] else { panic!("{:?}", after.staff) };
    (own.employees_total, own.available_fte.map_or(String::new(), |fte| fte.to_string()))
}

#[test]
fn departments_of_a_year_add_up_and_their_total_does_not_double() {
    let files = Files::new();
    let list = |rows: &str| {
        sheet(files.write("ansatte.csv", format!("År;Avdeling;Ansatte;Årsverk\n{rows}")))
    };
    let parts = "2021;Drift;20;19,5\n2021;Stab;10;9\n";
    let expected = (Some(30), "28.5".to_owned());
    assert_eq!(staff(&list(parts)), expected);
    for total in ["Sum", "Totalt", "I alt", "Alle avdelinger", "Hele selskapet", "Sum alle"] {
        let read = list(&format!("{parts}2021;{total};30;28,5\n"));
        assert_eq!(staff(&read), expected, "{total}");
        assert_eq!(read.read, read.accepted() + read.skipped_count(), "{total}");
        let read = list(&format!("2021;{total};30;28,5\n{parts}"));
        assert_eq!(staff(&read), expected, "{total} first");
    }
    // A total may have no name, and what is among the others already is no part.
    assert_eq!(staff(&list(&format!("{parts}2021;;30;28,5\n"))), expected);
    assert_eq!(staff(&list(&format!("{parts}2021;Herav lærlinger;3;2\n"))), expected);
    // A part without a name is one.
    let read = list(&format!("{parts}2021;;5;5\n"));
    assert_eq!(staff(&read), (Some(35), "33.5".to_owned()));
    // Who works in two departments is counted once in the total.
    let read = list(&format!("{parts}2021;Totalt;29;28,5\n"));
    assert_eq!(staff(&read), (Some(29), "28.5".to_owned()));
    assert!(read.notes[0].message.text().contains("C4 sier 29 i alt"), "{:?}", read.notes);
    // Two departments with the same numbers are two.
    assert_eq!(staff(&list("2021;Drift;20;9\n2021;Stab;20;9\n")), (Some(40), "18".to_owned()));
    // The same row once more is one.
    let read = list(&format!("{parts}2021;Stab;10;9\n"));
    assert_eq!(staff(&read), expected);
}

#[test]
fn what_no_column_tells_apart_is_asked_about_with_both_cells() {
    let files = Files::new();
    let lists = [
        ("År;Ansatte\n2021;20\n2021;10\n", "B2", "B3", "add|first|last"),
        ("År;Bygg;Ansatte\n2021;A;20\n2021;B;10\n", "C2", "C3", "add|first|last"),
        ("År;Avdeling;Ansatte\n2021;A;20\n2021;A;10\n", "C2", "C3", "add|first|last"),
        ("År;Bygg;Ansatte\n2021;A;20\n2021;B;20\n", "C2", "C3", "add|first|last"),
        ("År;Kvartal;Ansatte\n2021;1;20\n2021;2;10\n", "C2", "C3", "first|last"),
        ("År;Kvartal;Sykefravær (%)\n2021;1;5,0\n2021;2;4,0\n", "C2", "C3", "first|last"),
        ("År;Avdeling;Sykefravær (%)\n2021;A;5,0\n2021;B;4,0\n", "C2", "C3", "first|last"),
        (
            "År;Mål;Måltall;Resultat\n2021;Oppetid;99;98\n2021;Oppetid;99;97\n",
            "D2",
            "D3",
            "first|last",
        ),
        ("Dato;Antall saker\n01.03.2021;10\n01.03.2021;12\n", "B2", "B3", "add|first|last"),
        (
            "Dato;Kunde;Antall\n01.03.2021;Hamar;10\n01.03.2021;Hamar;10\n",
            "C2",
            "C3",
            "add|first|last",
        ),
        (
            "System;Måned;Målt tid (min);Nedetid (min)\nG;01.01.2021;44640;10\nG;01.01.2021;44640;20\n",
            "D2",
            "D3",
            "add|first|last",
        ),
        (
            "Bestillingsnr;Bestilt;Levert\n7;01.03.2021;04.03.2021\n7;01.03.2021;09.03.2021\n",
            "C2",
            "C3",
            "first|last",
        ),
    ];
    for (text, first, last, answers) in lists {
        let path = files.write("list.csv", text);
        let read = sheet(&path);
        assert_eq!(asks(&read), [format!("--repeated {answers}")], "{text}");
        let words = read.questions[0].asks.text();
        assert!(words.contains(first) && words.contains(last), "{words}");
        for answer in &read.questions[0].answers {
            let mut options = Options::default();
            options.say(&answer.says);
            let read = sheet_with(&path, &project(), &options);
            assert_eq!((read.questions.len(), read.accepted()), (0, 1), "{text}");
            assert_eq!(read.read, 2);
        }
    }
}

#[test]
fn queues_hours_and_services_of_one_day_add_up() {
    let files = Files::new();
    let answered = |text: &str| {
        let read = sheet(files.write("anrop.csv", text));
        assert_eq!(read.questions.len(), 0, "{text}");
        let after = imported(&project(), &[read]);
        let day = &after.calls[0];
        (after.calls.len(), day.answered, day.within_1_min)
    };
    let head = "Dato;Besvarte anrop;Besvart innen 1 minutt";
    for column in ["Kø", "Linje", "Avdeling", "Kommune", "Agent", "Time", "Telefonnummer"] {
        let text = format!("{head};{column}\n01.03.2021;100;80;1\n01.03.2021;50;10;2\n");
        assert_eq!(answered(&text), (1, Some(150), Some(90)), "{column}");
    }
    let text = format!(
        "{head};Kø\n01.03.2021;100;80;IT\n01.03.2021;50;10;EPJ\n01.03.2021;150;90;Alle køer\n"
    );
    assert_eq!(answered(&text), (1, Some(150), Some(90)));
    let text = "System;Tjeneste;Måned;Målt tid (min);Nedetid (min)\n\
        G;A;01.01.2021;44640;10\nG;B;01.01.2021;44640;20\n";
    let after = imported(&project(), &[sheet(files.write("oppetid.csv", text))]);
    let own = &after.uptime[0];
    assert_eq!((own.measured_minutes, own.outage_minutes), (Some(89280), Some(30)));
}

#[test]
fn quarters_of_days_add_up_and_a_years_row_goes_before_its_quarters() {
    let files = Files::new();
    let head = "År;Kvartal;Kjønn;Mulige dagsverk;Egenmeldte dagsverk;Legemeldte dagsverk\n";
    let text =
        format!("{head}2021;1;Kvinner;100;1;2\n2021;2;Kvinner;110;1;2\n2021;2;Totalt;210;2;4\n");
    let after = imported(&project(), &[sheet(files.write("dagsverk.csv", text))]);
    let [own] = &after.sick_leave[..] else { panic!("{:?}", after.sick_leave) };
    assert_eq!((own.possible_workdays, own.doctor_certified_days), (Some(210), Some(4)));
    for year in ["Hele året", "Året", "Totalt", "Gjennomsnitt"] {
        let text = format!("År;Kvartal;Sykefravær (%)\n2021;1;5,0\n2021;2;4,0\n2021;{year};4,6\n");
        let read = sheet(files.write("prosent.csv", text));
        assert_eq!(read.questions.len(), 0, "{year}");
        assert!(read.skipped.iter().all(|own| matches!(own.reason, SkipReason::PartOf { to: 4 })));
        let after = imported(&project(), &[read]);
        assert_eq!(after.sick_leave_years[0].sick_leave_pct.unwrap().to_string(), "4.6");
    }
}

#[test]
fn a_total_among_names_is_none_of_them() {
    let files = Files::new();
    let text = "År;Retning;Årsak;Antall\n2021;Ut;Pensjon;1\n2021;Ut;Annet;2\n2021;Ut;Sum;3\n";
    let after = imported(&project(), &[sheet(files.write("turnover.csv", text))]);
    assert_eq!(after.turnover.len(), 2);
    let text = "System;Måned;Målt tid (min);Nedetid (min)\n\
        G;01.01.2021;44640;10\nP;01.01.2021;44640;20\nTotalt;01.01.2021;89280;30\n";
    let after = imported(&project(), &[sheet(files.write("oppetid.csv", text))]);
    assert_eq!(after.uptime.len(), 2);
    // Without the rows that it sums up it is what there is.
    let text = "System;Måned;Målt tid (min);Nedetid (min)\nTotalt;01.01.2021;89280;30\n";
    assert_eq!(sheet(files.write("bare-totalt.csv", text)).accepted(), 1);
    let text = "Dato;Kommune;Antall\n01.03.2021;Totalt;10\n02.03.2021;Totalt;4\n";
    assert_eq!(counted(&imported(&project(), &[sheet(files.write("dager.csv", text))])), 14);
}

#[test]
fn counts_of_one_day_that_something_tells_apart_add_up() {
    let files = Files::new();
    for rows in [
        "Dato;Prioritet;Antall\n01.03.2021;A;1\n01.03.2021;C;6\n",
        "Dato;Antall;Bygg\n01.03.2021;1;X\n01.03.2021;6;Y\n",
        "Dato;Antall\n01.03.2021 08:00;1\n01.03.2021 09:00;6\n",
        "Dato;Kommune;Antall\n01.03.2021;A;1\n01.03.2021;B;6\n01.03.2021;Alle kommuner;7\n",
    ] {
        let read = sheet(files.write("dager.csv", rows));
        assert_eq!(read.questions.len(), 0, "{rows}");
        assert_eq!(counted(&imported(&project(), &[read])), 7, "{rows}");
    }
}

#[test]
fn a_time_that_was_measured_once_is_not_doubled_by_several_outages() {
    let files = Files::new();
    let head = "System;Måned;Målt tid (min);Nedetid (min)";
    let text = format!("{head};Hendelse\nG;01.01.2021;44640;10;H1\nG;01.01.2021;44640;20;H2\n");
    let path = files.write("hendelser.csv", text);
    assert_eq!(asks(&sheet(&path)), ["--repeated add|first|last"]);
    let minutes = |path: &Path, options: &Options| {
        let after = imported(&project(), &[sheet_with(path, &project(), options)]);
        (after.uptime[0].measured_minutes, after.uptime[0].outage_minutes)
    };
    assert_eq!(minutes(&path, &said(RepeatedRows::Add)), (Some(44640), Some(30)));
    let text = format!("{head};Uke\nG;01.01.2021;10080;10;1\nG;01.01.2021;10080;20;2\n");
    let path = files.write("uker.csv", text);
    assert_eq!(minutes(&path, &Options::default()), (Some(20160), Some(30)));
}

#[test]
fn the_key_of_a_mapping_in_two_files_is_asked_about() {
    let files = Files::new();
    let head = "Oppstilling;Art;Linje\n";
    let paths = two_files(
        &files,
        &format!("{head}§5-6;010;Lønnsutgifter\n"),
        &format!("{head}§5-6;010;Andre driftsutgifter\n"),
    );
    let planned = plan(&project(), &read_all(&project(), &paths, &Options::default()));
    assert_eq!(asked(&planned), ["--repeated first|last"]);
}

#[test]
fn what_rows_with_one_key_mean_is_asked_about_once() {
    let files = Files::new();
    let list = |year: u32| {
        let text = format!("År;Bygg;Ansatte\n{year};A;20\n{year};B;10\n");
        files.write(&format!("ansatte-{year}.csv"), text)
    };
    let first = sheet_with(list(2020), &project(), &said(RepeatedRows::Add));
    let known = imported(&project(), &[first]);
    let next = sheet_with(list(2021), &known, &Options::default());
    assert_eq!((next.questions.len(), next.accepted()), (0, 1));
    assert_eq!(imported(&known, &[next]).staff[1].employees_total, Some(30));
    // What is said of two files is no answer for the rows of one.
    let head = "År;Ansatte\n";
    let paths = two_files(&files, &format!("{head}2020;4\n"), &format!("{head}2020;5\n"));
    let known = imported(&project(), &read_all(&project(), &paths, &said(RepeatedRows::Last)));
    let twice = files.write("to.csv", format!("{head}2021;4\n2021;5\n"));
    assert_eq!(
        asks(&sheet_with(twice, &known, &Options::default())),
        ["--repeated add|first|last"]
    );
}
