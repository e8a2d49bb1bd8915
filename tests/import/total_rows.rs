//! Totals among the rows that they sum up: none is counted beside its parts.

use arsmelding::import::{Options, Question, SheetRead, SkipReason};
use arsmelding::project::{RepeatedRows, SourceKind, TableId};

use super::support::{Files, imported, project, sheet, sheet_with};

fn actual(read: &SheetRead) -> Vec<String> {
    let after = imported(&project(), std::slice::from_ref(read));
    after.balances.iter().map(|own| own.actual.unwrap().normalize().to_string()).collect()
}

fn notes(read: &SheetRead) -> String {
    read.notes.iter().map(|note| note.message.text()).collect::<Vec<_>>().join("\n")
}

fn asks(read: &SheetRead) -> Vec<String> {
    read.questions.iter().map(Question::option).collect()
}

fn sums(read: &SheetRead) -> u32 {
    let sums = read.skipped.iter().filter(|own| own.reason == SkipReason::Sum);
    sums.map(|own| own.count()).sum()
}

#[test]
fn a_total_among_the_departments_of_an_account_is_not_added_to_them() {
    let files = Files::new();
    for column in ["Enhet", "Avdeling", "Ansvar", "Prosjekt", "Bygg"] {
        for label in ["Sum", "Totalt", "Alle", "Hele HIKT", "Alle avdelinger", "SUM"] {
            for rows in [
                format!("1.010;Drift;1000\n1.010;Stab;500\n1.010;{label};1500\n"),
                format!("1.010;{label};1500\n1.010;Drift;1000\n1.010;Stab;500\n"),
            ] {
                let text = format!("Konto;{column};Regnskap 2021\n{rows}");
                let read = sheet(files.write("saldo.csv", &text));
                assert_eq!(read.questions.len(), 0, "{text}: {:?}", asks(&read));
                let whole: i64 = actual(&read).iter().map(|own| own.parse::<i64>().unwrap()).sum();
                assert_eq!((whole, sums(&read)), (1500, 1), "{text}");
            }
        }
    }
}

#[test]
fn a_total_that_is_not_what_its_parts_come_to_is_told() {
    let files = Files::new();
    let text = "Konto;Enhet;Regnskap 2021\n1.010;Drift;1000\n1.010;Stab;500\n1.010;Sum;1600\n";
    let read = sheet(files.write("saldo.csv", text));
    let whole: i64 = actual(&read).iter().map(|own| own.parse::<i64>().unwrap()).sum();
    assert_eq!(whole, 1500);
    assert!(notes(&read).contains("C4 sier") && notes(&read).contains("Delene er brukt"));
    assert_eq!(sums(&read), 1);
}

#[test]
fn a_total_alone_is_what_there_is() {
    let files = Files::new();
    let text = "Konto;Enhet;Regnskap 2021\n1.010;Totalt;1000\n1.020;Totalt;500\n";
    assert_eq!(actual(&sheet(files.write("saldo.csv", text))), ["1000", "500"]);
}

#[test]
fn the_sum_of_the_months_is_no_month() {
    let files = Files::new();
    for label in ["Sum", "Hele året", "Totalt"] {
        let mut text = "Konto;Måned;Regnskap 2021\n".to_owned();
        for month in 1..=12 {
            text.push_str(&format!("1.010;{month};100\n"));
        }
        text.push_str(&format!("1.010;{label};1200\n"));
        let read = sheet(files.write("maaneder.csv", &text));
        assert_eq!(read.rejects.len(), 0, "{label}");
        assert_eq!(actual(&read), ["1200"], "{label}");
    }
}

#[test]
fn a_row_without_a_department_that_is_what_the_others_come_to_is_no_part() {
    let files = Files::new();
    let head = "Konto;Enhet;Regnskap 2021\n1.010;Drift;1000\n1.010;Stab;500\n";
    let whole = |text: String| -> (i64, String) {
        let read = sheet(files.write("saldo.csv", text));
        let sum = actual(&read).iter().map(|own| own.parse::<i64>().unwrap()).sum();
        (sum, notes(&read))
    };
    let (sum, told) = whole(format!("{head}1.010;;1500\n"));
    assert_eq!(sum, 1500);
    assert!(told.contains("C4") && told.contains("C2"), "{told}");
    assert_eq!(whole(format!("{head}1.010;;300\n")).0, 1800);
}

#[test]
fn a_total_under_another_name_is_told_of_or_left_out() {
    let files = Files::new();
    let head = "Konto;Enhet;Regnskap 2021\n1.010;Drift;1000\n1.010;Stab;500\n1.010;HIKT;1500\n";
    let read = sheet(files.write("en.csv", head));
    let asks = read.questions[0].asks.text();
    assert!(asks.contains("C4") && asks.contains("C2"), "{asks}");
    assert_eq!(read.questions[0].option(), "--repeated first|add");
    for (says, expected) in [(RepeatedRows::First, 1500_i64), (RepeatedRows::Add, 3000)] {
        let options = Options { repeated: Some(says), ..Options::default() };
        let read = sheet_with(files.write("en.csv", head), &project(), &options);
        let whole: i64 = actual(&read).iter().map(|own| own.parse::<i64>().unwrap()).sum();
        assert_eq!((whole, read.questions.len()), (expected, 0));
    }
    let more = "1.020;Drift;70\n1.020;Stab;30\n1.020;HIKT;100\n";
    let read = sheet(files.write("to.csv", format!("{head}{more}")));
    let whole: i64 = actual(&read).iter().map(|own| own.parse::<i64>().unwrap()).sum();
    assert_eq!((whole, sums(&read)), (1600, 2));
    assert!(notes(&read).contains("«HIKT»"), "{}", notes(&read));
    // Where the name is one among the others elsewhere, it is counted.
    let more = "1.020;Drift;70\n1.020;Stab;30\n1.020;HIKT;40\n";
    let read = sheet(files.write("tre.csv", format!("{head}{more}")));
    let whole: i64 = actual(&read).iter().map(|own| own.parse::<i64>().unwrap()).sum();
    assert_eq!(whole, 3140);
}

#[test]
fn totals_over_departments_and_months_and_below_all_accounts_count_once() {
    let files = Files::new();
    for (text, expected) in [
        (
            "Konto;Enhet;Måned;Regnskap 2021\n1.010;Drift;1;1000\n1.010;Stab;1;500\n\
            1.010;Sum;1;1500\n1.010;Drift;2;100\n1.010;Stab;2;50\n1.010;Sum;2;150\n\
            1.010;Drift;Sum;1100\n1.010;Stab;Sum;550\n1.010;Sum;Sum;1650\n",
            1650,
        ),
        (
            "Konto;Enhet;Regnskap 2021\n1.010;Drift;1000\n1.010;Stab;500\n1.010;Sum;1500\n\
            1.020;Drift;10\n1.020;Sum;10\nSum;;1510\n",
            1510,
        ),
        (
            "Konto;Ansvar;Ansvar (T);Regnskap 2021\n1.010;100;Drift;1000\n1.010;200;Stab;500\n\
            1.010;;Totalt;1500\n",
            1500,
        ),
        (
            "Nr;Konto;Enhet;Regnskap 2021\n1;1.010;Drift;1000\n2;1.010;Stab;500\n\
            3;1.010;Sum;1500\n",
            1500,
        ),
        // A name of a project is none of a total where a code stands before it.
        (
            "Konto;Prosjekt;Prosjekt (T);Regnskap 2021\n1.010;7;Alle skal med;1000\n\
            1.010;8;Brann;500\n",
            1500,
        ),
    ] {
        let read = sheet(files.write("saldo.csv", text));
        let whole: i64 = actual(&read).iter().map(|own| own.parse::<i64>().unwrap()).sum();
        assert_eq!(whole, expected, "{text}");
        assert!(!notes(&read).contains("sier"), "{}", notes(&read));
    }
}

#[test]
fn a_total_among_the_departments_of_a_balance_list_is_not_added_to_them() {
    let files = Files::new();
    let text = "Konto;Avdeling;Inngående balanse;Utgående balanse\n2.10;Drift;10;1000\n\
        2.10;Stab;20;500\n2.10;Alle;30;1500\n2.32;Drift;-10;-1000\n2.32;Stab;-20;-500\n\
        2.32;Alle;-30;-1500\n";
    let path = files.write("saldoliste.csv", text);
    let said =
        Options { kind: Some(SourceKind::Table(TableId::BalanceList)), ..Options::default() };
    let read = sheet_with(&path, &project(), &said);
    let after = imported(&project(), std::slice::from_ref(&read));
    let closing: Vec<String> =
        after.balance_list.iter().map(|own| own.closing.unwrap().normalize().to_string()).collect();
    assert_eq!((closing, sums(&read)), (vec!["1500".to_owned(), "-1500".to_owned()], 2));
}

#[test]
fn all_companies_are_no_company() {
    let files = Files::new();
    let text = "Firma;Konto;Regnskap 2021\nHI IKS;1.010;1000\nX KF;1.010;500\nAlle;1.010;1500\n";
    let path = files.write("firma.csv", text);
    assert_eq!(asks(&sheet(&path)), ["--company \"HI IKS|X KF|*\""]);
    let all = Options { company: Some(String::new()), ..Options::default() };
    assert_eq!(actual(&sheet_with(&path, &project(), &all)), ["1500"]);
}

fn sick_leave(read: &SheetRead) -> Vec<(String, Option<u32>)> {
    let after = imported(&project(), std::slice::from_ref(read));
    after.sick_leave.iter().map(|own| (format!("{:?}", own.group), own.possible_workdays)).collect()
}

#[test]
fn a_row_without_a_sex_becomes_neither() {
    let files = Files::new();
    let head = "År;Avdeling;Kjønn;Mulige dagsverk;Egenmeldt;Legemeldt\n\
        2021;Drift;Kvinner;700;10;40\n2021;Drift;Menn;1800;9;30\n";
    let expected = [("Women".to_owned(), Some(700)), ("Men".to_owned(), Some(1800))];
    for row in ["2021;Sum;;2500;19;70", "2021;Drift;;2500;19;70", "2021;;;2500;19;70"] {
        let read = sheet(files.write("fravaer.csv", format!("{head}{row}\n")));
        assert_eq!(sick_leave(&read), expected, "{row}");
        assert_eq!((sums(&read), read.rejects.len()), (1, 0), "{row}");
    }
    let read = sheet(files.write("mangler.csv", format!("{head}2021;Stab;;20;1;1\n")));
    assert_eq!(sick_leave(&read), expected);
    let [reject] = &read.rejects[..] else { panic!("{:?}", read.rejects) };
    assert_eq!(reject.cell, "C4");
    assert!(reject.cause.text().contains("mangler"), "{}", reject.cause.text());
    assert_eq!(read.read, 3);
}

#[test]
fn women_and_men_are_known_by_other_words() {
    let files = Files::new();
    for (women, men) in [("K", "M"), ("k", "m"), ("Kvinne", "Mann"), ("KVINNER", "menn")] {
        let text = format!(
            "År;Kjønn;Mulige dagsverk;Egenmeldt;Legemeldt\n2021;{women};700;10;40\n2021;{men};1800;9;30\n"
        );
        let read = sheet(files.write("fravaer.csv", &text));
        let expected = [("Women".to_owned(), Some(700)), ("Men".to_owned(), Some(1800))];
        assert_eq!(sick_leave(&read), expected, "{text}");
    }
}

#[test]
fn days_and_quarters_with_a_total_under_another_name_are_not_doubled() {
    let files = Files::new();
    let text = "Dato;Kommune;Antall\n01.03.2021;Hamar;10\n01.03.2021;Stange;4\n\
        01.03.2021;HIKT samlet;14\n02.03.2021;Hamar;7\n02.03.2021;Stange;5\n02.03.2021;HIKT samlet;12\n";
    let read = sheet(files.write("dager.csv", text));
    let after = imported(&project(), std::slice::from_ref(&read));
    let days: u32 =
        after.day_counts.iter().flat_map(|own| own.rows.iter()).map(|own| own.cases).sum();
    assert_eq!((days, sums(&read)), (26, 2));
    assert!(notes(&read).contains("«HIKT samlet»"), "{}", notes(&read));
    let text = "År;Avdeling;Kjønn;Mulige dagsverk;Egenmeldt;Legemeldt\n\
        2021;Drift;Kvinner;700;10;40\n2021;Stab;Kvinner;300;5;10\n2021;HIKT;Kvinner;1000;15;50\n";
    let path = files.write("fravaer.csv", text);
    assert_eq!(asks(&sheet(&path)), ["--repeated add|first|last"]);
    let said = Options { repeated: Some(RepeatedRows::Last), ..Options::default() };
    let read = sheet_with(&path, &project(), &said);
    assert_eq!(sick_leave(&read), [("Women".to_owned(), Some(1000))]);
    let said = Options { repeated: Some(RepeatedRows::Add), ..Options::default() };
    assert_eq!(sick_leave(&sheet_with(&path, &project(), &said))[0].1, Some(2000));
}

#[test]
fn rows_with_short_numbers_that_sum_up_the_accounts_below_them_are_no_accounts() {
    let files = Files::new();
    for rows in [
        "0;Lønn;1600\n010;Fastlønn;1000\n020;Vikar;600\n1;Varer;300\n110;Kontor;100\n120;Annet;200\n6;Salg;-1900\n650;Salg;-1900\n",
        "010;Fastlønn;1000\n020;Vikar;600\n0;Lønn;1600\n110;Kontor;100\n120;Annet;200\n1;Varer;300\n650;Salg;-1900\n",
        "1;Drift;0\n10;Lønn;1600\n1010;Fastlønn;1000\n1020;Vikar;600\n11;Varer;300\n1110;Kontor;100\n1120;Annet;200\n1650;Salg;-1900\n",
    ] {
        let read = sheet(files.write("saldo.csv", format!("Konto;Tekst;Regnskap 2021\n{rows}")));
        assert_eq!(read.questions, [], "{rows}");
        assert_eq!(read.read, read.accepted() + read.skipped_count());
        assert!(read.notes.iter().any(|note| note.message.text().contains("summer av kontoene")));
        let after = imported(&project(), &[read]);
        let accounts: Vec<&str> = after.balances.iter().map(|own| own.account.as_str()).collect();
        assert_eq!(accounts, ["010", "020", "110", "120", "650"], "{rows}");
    }
    // A short number that has lost its zeros is an account.
    let rows = "10;Lønn;1000\n100;Kontor;7\n101;Bøker;8\n650;Salg;-1015\n";
    let read = sheet(files.write("saldo.csv", format!("Konto;Tekst;Regnskap 2021\n{rows}")));
    assert_eq!(imported(&project(), &[read]).balances.len(), 4);
}
