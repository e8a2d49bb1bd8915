//! Of which books accounts are, whatever says it: a column, the name of a sheet or a file, the
//! account itself, or a person.

use std::path::Path;

use arsmelding::import::{self, FileRequest, Known, Options, Plan, SheetRead};
use arsmelding::kostra::Book;
use arsmelding::project::Project;

use super::support::{Files, V, V::*, context, imported, plan, project, sheet, sheet_with, sheets};

const DRIFT: &str = "Art;Tekst;Regnskap 2021\n010;Lønn;1000\n120;Kontor;300\n700;Ref;-1300\n";
const INVESTMENT: &str = "Art;Tekst;Regnskap 2021\n230;Bygg;500\n429;Mva;100\n910;Lån;-600\n";

fn read_all(paths: &[&Path]) -> Vec<SheetRead> {
    let options = Options::default();
    let requests: Vec<FileRequest> = paths
        .iter()
        .map(|path| FileRequest { path: path.to_path_buf(), options: options.clone() })
        .collect();
    let reads = import::read_files(&requests, &Known::of(&project()), &|_| true).unwrap();
    reads.into_iter().flat_map(|read| read.outcome.unwrap()).collect()
}

/// The accounts of a project, each with its class.
fn strings(project: &Project) -> Vec<String> {
    let all = project.balances.iter();
    let mut all: Vec<String> =
        all.map(|own| format!("{} {}", own.class, own.account).trim().to_owned()).collect();
    all.sort();
    all
}

fn taken(text: &str) -> Vec<String> {
    let read = sheet(Files::new().write("saldo.csv", text));
    assert_eq!(read.questions, [], "{text}");
    assert!(read.rejects.is_empty(), "{text}: {:?}", read.rejects);
    strings(&imported(&project(), &[read]))
}

fn option(read: &SheetRead) -> String {
    let [question] = &read.questions[..] else { panic!("{:?}", read.questions) };
    question.option()
}

fn asked(plan: &Plan) -> String {
    let [(_, question)] = &plan.questions[..] else { panic!("{:?}", plan.questions) };
    question.option()
}

#[test]
fn a_list_of_investments_is_known_by_the_name_of_its_file() {
    let files = Files::new();
    for (one, other) in [
        ("drift.csv", "investering.csv"),
        ("driftsregnskap.csv", "investeringsregnskap.csv"),
        ("HIKT Drift 2021.csv", "HIKT_Investeringer_2021.csv"),
    ] {
        let (drift, investment) = (files.write(one, DRIFT), files.write(other, INVESTMENT));
        let read = read_all(&[&drift, &investment]);
        assert_eq!(plan(&project(), &read).questions, [], "{one}");
        let all = ["0 230", "0 429", "0 910", "010", "120", "700"];
        assert_eq!(strings(&imported(&project(), &read)), all, "{one}");
        // One by one they are the same.
        let first = imported(&project(), &[sheet(&drift)]);
        let second = sheet_with(&investment, &first, &Options::default());
        assert_eq!(strings(&imported(&first, &[second])), all, "{one}");
    }
}

#[test]
fn a_list_of_investments_is_known_by_the_name_of_its_sheet() {
    let head: &[V<'_>] = &[T("Art"), T("Tekst"), T("Regnskap 2021")];
    let drift: &[&[V<'_>]] =
        &[head, &[T("010"), T("Lønn"), N(1000.0)], &[T("700"), T("Ref"), N(-1000.0)]];
    let investment: &[&[V<'_>]] =
        &[head, &[T("230"), T("Bygg"), N(500.0)], &[T("910"), T("Lån"), N(-500.0)]];
    let files = Files::new();
    let path = files.workbook("regnskap.xlsx", &[("Drift", drift), ("Investering", investment)]);
    let read = sheets(&path, &project(), &Options::default());
    assert_eq!(plan(&project(), &read).questions, []);
    assert_eq!(strings(&imported(&project(), &read)), ["0 230", "0 910", "010", "700"]);
    assert!(read[1].notes.iter().any(|note| note.message.key == "import-note-investment-by-name"));
}

#[test]
fn a_name_says_nothing_where_the_accounts_have_their_class() {
    let text =
        "Konto;Regnskap 2021\n1.010.100;1000\n1.700.100;-1000\n0.230.100;50\n0.910.100;-50\n";
    let files = Files::new();
    for name in ["investering.csv", "drift.csv", "drift og investering.csv"] {
        let read = sheet(files.write(name, text));
        assert_eq!(read.questions, [], "{name}");
        let all = strings(&imported(&project(), &[read]));
        assert_eq!(all, ["0 230", "0 910", "1 010", "1 700"], "{name}");
    }
}

#[test]
fn an_account_that_only_investments_have_is_asked_about_where_nothing_names_the_books() {
    let files = Files::new();
    for name in ["konto.csv", "drift og investering.csv"] {
        let path = files.write(name, INVESTMENT);
        let read = sheet(&path);
        assert_eq!(option(&read), "--book investment|drift", "{name}");
        assert!(plan(&project(), &[read]).apply(&context()).is_none());
        for (book, all) in
            [(Book::Investering, ["0 230", "0 429", "0 910"]), (Book::Drift, ["230", "429", "910"])]
        {
            let said = Options { book: Some(book), ..Options::default() };
            let read = sheet_with(&path, &project(), &said);
            assert_eq!(read.questions, []);
            assert_eq!(strings(&imported(&project(), &[read])), all);
        }
    }
    // Of what both have, nothing is asked.
    for text in [DRIFT, "Art;Regnskap 2021\n230;500\n429;100\n700;-600\n"] {
        assert_eq!(sheet(files.write("konto.csv", text)).questions, [], "{text}");
    }
}

#[test]
fn a_column_names_the_books_in_words_or_letters() {
    for (heading, drift, investment) in [
        ("Regnskapsdel", "Drift", "Investering"),
        ("Regnskapsdel", "D", "I"),
        ("Kontoklasse", "Driftsregnskap", "Investeringsregnskap"),
        ("Type", "Drift", "Investering"),
        ("D/I", "D", "I"),
        ("Regnskap", "drift", "investering"),
    ] {
        let rows = [(drift, "010", 1000), (drift, "700", -1000), (investment, "230", 5)];
        let rows = rows.into_iter().chain([(investment, "910", -5)]);
        let rows: Vec<String> =
            rows.map(|(book, art, amount)| format!("{book};{art};{amount}\n")).collect();
        let text = format!("{heading};Art;Beløp 2021\n{}", rows.concat());
        assert_eq!(taken(&text), ["0 230", "0 910", "1 010", "1 700"], "{text}");
    }
    // A unit may be called so, and a type may be anything.
    let text = "Avdeling;Art;Regnskap 2021\nDrift;010;1000\nDrift;700;-1000\n";
    assert_eq!(taken(text), ["010", "700"]);
    let text = "Type;Art;Regnskap 2021\nLønn;010;1000\nDrift;120;10\nRef;700;-1010\n";
    assert_eq!(taken(text), ["010", "120", "700"]);
}

#[test]
fn the_digit_of_the_class_is_taken_off_accounts_that_all_repeat_it() {
    for (text, all) in [
        ("1;10100\n1;10990\n1;17000", ["1 0100", "1 0990", "1 7000"]),
        ("1 Drift;1010\n1 Drift;1700\n0 Investering;0230", ["0 230", "1 010", "1 700"]),
        ("Drift;1010\nDrift;1700\nInvestering;0230", ["0 230", "1 010", "1 700"]),
        ("1;010\n1;110\n1;700", ["1 010", "1 110", "1 700"]),
        ("1;0100\n1;1100\n1;7000", ["1 0100", "1 1100", "1 7000"]),
    ] {
        let amount = |row: &str| if row.contains("70") { -1000 } else { 500 };
        let rows: Vec<String> =
            text.lines().map(|row| format!("{row};{}\n", amount(row))).collect();
        let text = format!("Kontoklasse;Konto;Regnskap 2021\n{}", rows.concat());
        assert_eq!(taken(&text), all, "{text}");
    }
    // All may begin with it by chance.
    let text = "Kontoklasse;Konto;Regnskap 2021\n1;1100;5\n1;1200;6\n1;1500;7\n";
    let read = sheet(Files::new().write("saldo.csv", text));
    assert_eq!(option(&read), "--account-form a|kaaa");
    let list = "Kontoklasse;Konto;Navn;IB;UB 2021\n2;2100;Bank;900;1000\n2;2560;Fond;-900;-1000\n";
    let read = sheet(Files::new().write("saldo.csv", list));
    let after = imported(&project(), &[read]);
    let accounts: Vec<&str> = after.balance_list.iter().map(|own| own.account.as_str()).collect();
    assert_eq!(accounts, ["100", "560"]);
}

#[test]
fn a_number_of_the_companys_own_is_no_class_unless_all_have_it() {
    let heads = "Konto;Kontonavn;Art;Regnskap 2021\n";
    let own =
        "5010;Fastlønn;010;900\n5090;Pensjon;090;90\n6120;Forbruk;120;60\n3700;Ref;700;-1050\n";
    assert_eq!(taken(&format!("{heads}{own}")), ["010", "090", "120", "700"]);
    let own = "5000;Fastlønn;010;900\n4270;Konsulent;270;80\n3400;Ref;700;-980\n";
    assert_eq!(taken(&format!("{heads}{own}")), ["010", "270", "700"]);
    // An art is never of the balance.
    let own = "5010;Fastlønn;010;900\n5090;Pensjon;090;90\n";
    assert_eq!(taken(&format!("{heads}{own}")), ["010", "090"]);
    let own = "1010100;Fastlønn;010;900\n0230100;Bygg;230;90\n1700100;Ref;700;-990\n";
    assert_eq!(taken(&format!("{heads}{own}")), ["0 230", "1 010", "1 700"]);
}

#[test]
fn the_first_part_of_an_account_string_may_hold_class_and_account() {
    for (text, all) in [
        (
            "10100-100-1200;900\n11200-100-1200;90\n17000-100-1200;-990",
            ["1 0100", "1 1200", "1 7000"],
        ),
        ("10100/100;900\n11200/100;90\n17000/100;-990", ["1 0100", "1 1200", "1 7000"]),
        ("1010.100.1200;900\n0230.100.1200;90\n1700.100.1200;-990", ["0 230", "1 010", "1 700"]),
        // Programs write whole numbers so.
        ("1010.0;900\n1120.0;90\n1700.0;-990", ["1 010", "1 120", "1 700"]),
        ("10.0;900\n120.0;90\n700.0;-990", ["010", "120", "700"]),
    ] {
        assert_eq!(taken(&format!("Konto;Regnskap 2021\n{text}\n")), all, "{text}");
    }
    // Where two readings are as likely, both are offered.
    let text = "Konto;Regnskap 2021\n10100-100-1200;990\n17000-100-1200;-990\n";
    let read = sheet(Files::new().write("saldo.csv", text));
    assert_eq!(option(&read), "--account-form kaaa.u.f.p|a.u.f.p");
}

#[test]
fn a_sheet_that_sums_up_another_is_not_counted_beside_it() {
    let summary: &[&[V<'_>]] = &[
        &[T("Art"), T("Tekst"), T("Regnskap 2021")],
        &[T("010"), T("Lønn"), N(1500.0)],
        &[T("700"), T("Ref"), N(-1500.0)],
    ];
    let detail = |more: f64| -> Vec<Vec<V<'static>>> {
        vec![
            vec![T("Ansvar"), T("Art"), T("Tekst"), T("Regnskap 2021")],
            vec![N(100.0), T("010"), T("Lønn"), N(1000.0)],
            vec![N(200.0), T("010"), T("Lønn"), N(500.0)],
            vec![N(100.0), T("700"), T("Ref"), N(-1500.0 - more)],
        ]
    };
    let files = Files::new();
    for (more, is_asked) in [(0.0, true), (10.0, false)] {
        let rows = detail(more);
        let rows: Vec<&[V<'_>]> = rows.iter().map(Vec::as_slice).collect();
        let path = files.workbook("regnskap.xlsx", &[("Pivot", summary), ("Data", &rows)]);
        let planned = plan(&project(), &sheets(&path, &project(), &Options::default()));
        match is_asked {
            true => assert_eq!(asked(&planned), "--sheet Data|Pivot"),
            false => assert_eq!(planned.questions, []),
        }
    }
}

#[test]
fn an_answer_about_the_books_is_of_the_lists_that_were_asked_about() {
    let head: &[V<'_>] = &[T("Art"), T("Tekst"), T("Regnskap 2021")];
    let drift: &[&[V<'_>]] =
        &[head, &[T("010"), T("Lønn"), N(1000.0)], &[T("700"), T("Ref"), N(-1000.0)]];
    let investment: &[&[V<'_>]] =
        &[head, &[T("230"), T("Bygg"), N(500.0)], &[T("910"), T("Lån"), N(-500.0)]];
    let files = Files::new();
    let said = Options { book: Some(Book::Investering), ..Options::default() };
    let all = ["0 230", "0 910", "010", "700"];
    for (names, is_asked) in [(["Ark1", "Ark2"], true), (["D", "I"], false)] {
        let path = files.workbook("regnskap.xlsx", &[(names[0], drift), (names[1], investment)]);
        let read = sheets(&path, &project(), &Options::default());
        assert_eq!(read.iter().any(|own| !own.questions.is_empty()), is_asked, "{names:?}");
        let read = sheets(&path, &project(), &said);
        assert_eq!(plan(&project(), &read).questions, []);
        assert_eq!(strings(&imported(&project(), &read)), all, "{names:?}");
    }
    // Of a sheet that is chosen the answer counts, whatever its accounts are.
    let one = Options { sheet: Some("Ark1".to_owned()), ..said };
    let path = files.workbook("regnskap.xlsx", &[("Ark1", drift), ("Ark2", investment)]);
    let read = sheets(&path, &project(), &one);
    assert_eq!(strings(&imported(&project(), &read)), ["0 010", "0 700"]);
}

#[test]
fn a_ledger_of_investments_is_of_them_by_its_name() {
    let text = "Bilagsnr;Dato;Konto;Tekst;Beløp\n1;01.03.2021;230;Bygg;500\n2;02.03.2021;230;Bygg;100\n3;03.03.2021;910;Lån;-600\n";
    let files = Files::new();
    let classes = |project: &Project| -> Vec<String> {
        let accounts = project.ledger.iter().flat_map(|batch| batch.accounts.iter());
        accounts.map(|own| own.class.clone()).collect()
    };
    for name in ["investering.csv", "hovedbok investering 2021.csv"] {
        let read = sheet(files.write(name, text));
        assert_eq!(read.questions, [], "{name}");
        assert_eq!(classes(&imported(&project(), &[read])), ["0", "0"], "{name}");
    }
    // Where nothing says it, it is asked.
    let path = files.write("hovedbok.csv", text);
    assert_eq!(option(&sheet(&path)), "--book investment|drift");
    let options = Options { book: Some(Book::Investering), ..Options::default() };
    let read = sheet_with(&path, &project(), &options);
    assert_eq!(classes(&imported(&project(), &[read])), ["0", "0"]);
    // A ledger of drift needs no name.
    let drift = text.replace("230", "010").replace("910", "650");
    let read = sheet(files.write("hovedbok.csv", drift));
    assert_eq!(classes(&imported(&project(), &[read])), ["", ""]);
}

#[test]
fn the_answer_about_books_is_remembered_for_lists_of_the_same_headings() {
    let files = Files::new();
    let path = files.write("saldo.csv", INVESTMENT);
    let options = Options { book: Some(Book::Investering), ..Options::default() };
    let before = imported(&project(), &[sheet_with(&path, &project(), &options)]);
    let again = files.write("saldo2.csv", INVESTMENT.replace("500", "510"));
    let read = sheet_with(&again, &before, &Options::default());
    assert_eq!(read.questions, []);
    assert_eq!(strings(&imported(&before, &[read])), ["0 230", "0 429", "0 910"]);
    // A list of drift with the same headings stays one.
    let drift = sheet_with(files.write("saldo3.csv", DRIFT), &before, &Options::default());
    let all = ["0 230", "0 429", "0 910", "010", "120", "700"];
    assert_eq!(strings(&imported(&before, &[drift])), all);
}
