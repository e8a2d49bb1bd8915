//! Sources of one kind in one import are parts of one delivery; a source can be taken out again.

use std::path::Path;

use arsmelding::calendar::Date;
use arsmelding::figures::{Figures, Key};
use arsmelding::import::{self, FileRequest, Known, Options, SheetRead};
use arsmelding::number::Decimal;
use arsmelding::project::{Edit, Project};
use jiff::civil::date;

use super::support::{Files, context, imported, plan, project, sheet, sheet_with, sheets};

/// What is wanted of all files in one import.
fn read_all(project: &Project, paths: &[&Path]) -> Vec<SheetRead> {
    let requests: Vec<FileRequest> = paths.iter().map(FileRequest::new).collect();
    let reads = import::read_files(&requests, &Known::of(project), &|_| true).unwrap();
    reads.into_iter().flat_map(|read| read.outcome.unwrap()).collect()
}

fn case_count(project: &Project) -> usize {
    project.cases.iter().map(|batch| batch.rows.len()).sum()
}

/// How many cases a day has, as the figures say.
fn cases_on(project: &Project, day: Date) -> Option<Decimal> {
    Figures::of(project).value(&Key::Day(day))
}

const DRIFT: &str = "Kontoklasse;Konto;Funksjon;Regnskap 2021\n1;010;120;1000\n1;650;120;-1000\n";
const INVESTMENT: &str =
    "Kontoklasse;Konto;Funksjon;Regnskap 2021\n0;230;120;500\n0;910;120;-500\n";

#[test]
fn accounts_in_two_files_are_both_there() {
    let files = Files::new();
    let drift = files.write("drift.csv", DRIFT);
    let investment = files.write("investering.csv", INVESTMENT);
    for order in [[&drift, &investment], [&investment, &drift]] {
        let read = read_all(&project(), &order.map(|path| path.as_path()));
        let planned = plan(&project(), &read);
        assert!(planned.sheets.iter().all(|sheet| (sheet.new, sheet.gone) == (2, 0)));
        let (after, _) = planned.apply(&context()).unwrap();
        assert_eq!(after.balances.len(), 4);
        // The same delivery once more changes nothing.
        assert!(!plan(&after, &read).has_changes());
    }
}

/// Sheets that are read together have each other's codes already.
#[test]
fn cases_make_the_same_project_read_together_or_apart() {
    let files = Files::new();
    let list = |name: &str, rows: &str| {
        files.write(name, format!("Saksnr;Registrert;Prioritet;Type;Kunde\n{rows}"))
    };
    let paths = [
        list("mars.csv", "3;02.03.2021 09:00;C;Hendelse;Stange\n4;03.03.2021 09:00;D;;Løten\n"),
        list(
            "februar.csv",
            "1;02.02.2021 09:00;D;Bestilling;Hamar\n2;03.02.2021 09:00;A;;Stange\n",
        ),
    ];
    let known = imported(
        &project(),
        &[sheet(list("januar.csv", "9;04.01.2021 09:00;B;Bestilling;Løten\n"))],
    );
    for before in [&project(), &known] {
        let together = read_all(before, &paths.each_ref().map(|path| path.as_path()));
        let apart: Vec<SheetRead> = paths.iter().map(sheet).collect();
        let (one, other) = (plan(before, &together), plan(before, &apart));
        assert_eq!(one.sheets, other.sheets);
        assert_eq!(one.after(), other.after());
        assert_eq!(case_count(one.after()), case_count(before) + 4);
        // In another order than they were read in, too.
        let turned: Vec<SheetRead> = together.into_iter().rev().collect();
        let apart: Vec<SheetRead> = apart.into_iter().rev().collect();
        assert_eq!(plan(before, &turned).after(), plan(before, &apart).after());
    }
}

#[test]
fn one_part_alone_does_not_take_the_other_without_a_word() {
    let files = Files::new();
    let read = read_all(
        &project(),
        &[&files.write("drift.csv", DRIFT), &files.write("investering.csv", INVESTMENT)],
    );
    let before = imported(&project(), &read);
    // An account that nobody knew, beside one that is known: the others of the year would go.
    let newer = DRIFT.replace("650;120;-1000", "690;120;-1100");
    let next = plan(&before, &[sheet(files.write("drift-2.csv", newer))]);
    assert!(next.has_many_gone(), "three of four known accounts would go");
    // As a selection of its own it replaces nothing but itself.
    let said = Options { selection: Some("drift".to_owned()), ..Options::default() };
    let part = sheet_with(files.write("drift-3.csv", DRIFT), &before, &said);
    assert_eq!(plan(&before, &[part]).sheets[0].gone, 0);
}

#[test]
fn parts_that_are_imported_one_after_the_other_stand_beside_each_other() {
    let files = Files::new();
    let before = imported(&project(), &[sheet(files.write("drift.csv", DRIFT))]);
    let next = plan(&before, &[sheet(files.write("investering.csv", INVESTMENT))]);
    assert_eq!((next.sheets[0].new, next.sheets[0].gone), (2, 0));
    assert!(next.sheets[0].notes[0].message.text().contains("en annen del av det samme"));
    assert_eq!(next.apply(&context()).unwrap().0.balances.len(), 4);
}

const LEDGER: &str = "Bilagsnr;Bilagsdato;Kontoklasse;Konto;Ansvar;Beløp\n";

fn ledger_sum(project: &Project) -> String {
    let rows = project.ledger.iter().flat_map(|batch| batch.rows.iter());
    let sum: Decimal = rows.map(|row| row.amount).sum();
    sum.normalize().to_string()
}

fn postings(project: &Project) -> usize {
    project.ledger.iter().map(|batch| batch.rows.len()).sum()
}

#[test]
fn a_ledger_parted_by_account_is_one_ledger() {
    let files = Files::new();
    let wages = format!("{LEDGER}1;05.01.2021;1;010;100;700\n2;05.02.2021;1;010;100;500\n");
    let sales = format!("{LEDGER}1;05.01.2021;1;650;100;-700\n2;05.02.2021;1;650;100;-500\n");
    let paths = [files.write("hb-lonn.csv", &wages), files.write("hb-salg.csv", &sales)];
    let read = read_all(&project(), &[&paths[0], &paths[1]]);
    let planned = plan(&project(), &read);
    assert_eq!(planned.sheets.iter().map(|sheet| sheet.new).sum::<u32>(), 4);
    let (after, _) = planned.apply(&context()).unwrap();
    assert_eq!((postings(&after), ledger_sum(&after).as_str()), (4, "0"));
    assert!(!plan(&after, &read).has_changes());

    // A corrected voucher takes the place of the old one, whatever file it stood in.
    let corrected = format!("{LEDGER}2;05.02.2021;1;010;100;550\n2;05.02.2021;1;650;100;-550\n");
    let next = plan(&after, &[sheet(files.write("rettet.csv", corrected))]);
    assert_eq!((next.sheets[0].changed, next.sheets[0].gone), (2, 0));
    let (after, _) = next.apply(&context()).unwrap();
    assert_eq!((postings(&after), ledger_sum(&after).as_str()), (4, "0"));
}

#[test]
fn a_half_year_beside_the_year_is_counted_once_and_told() {
    let files = Files::new();
    let half = format!("{LEDGER}1;05.01.2021;1;010;100;700\n2;05.02.2021;1;010;100;500\n");
    let year = format!("{half}3;05.09.2021;1;010;100;50\n");
    let paths = [files.write("halvaar.csv", &half), files.write("aar.csv", &year)];
    let read = read_all(&project(), &[&paths[0], &paths[1]]);
    let planned = plan(&project(), &read);
    let told = planned.sheets.iter().flat_map(|sheet| &sheet.notes);
    assert!(told.into_iter().any(|note| note.message.text().contains("telles én gang")));
    let (after, _) = planned.apply(&context()).unwrap();
    assert_eq!(postings(&after), 3);
}

#[test]
fn uptime_of_each_system_in_a_file_of_its_own_is_one_list() {
    let files = Files::new();
    let list = |system: &str, outage: &str| {
        let head = "System;Måned;Målt tid (min);Nedetid (min)\n";
        files.write(
            &format!("{system}.csv"),
            format!("{head}{system};01.01.2021;44640;{outage}\n{system};01.02.2021;40320;0\n"),
        )
    };
    let read = read_all(&project(), &[&list("Gerica", "500"), &list("Profil", "12")]);
    let after = imported(&project(), &read);
    assert_eq!(after.uptime.len(), 4);
}

fn list(rows: impl Iterator<Item = String>) -> String {
    std::iter::once("Saksnr;Registrert;Pri;Kunde\n".to_owned()).chain(rows).collect()
}

#[test]
fn case_lists_in_parts_that_overlap_in_time_are_all_there() {
    let files = Files::new();
    let part = |name: &str, customer: &str, numbers: std::ops::Range<u32>| {
        let rows = numbers
            .map(|n| format!("{n};{:02}.03.2021 08:{:02};C;{customer}\n", n % 28 + 1, n % 60));
        files.write(name, list(rows))
    };
    let paths = [part("hamar.csv", "Hamar", 0..30), part("stange.csv", "Stange", 100..130)];
    let planned = plan(&project(), &read_all(&project(), &[&paths[0], &paths[1]]));
    assert!(!planned.has_many_gone());
    let (after, _) = planned.apply(&context()).unwrap();
    assert_eq!(case_count(&after), 60);
}

#[test]
fn a_list_without_numbers_that_is_cut_in_the_middle_of_a_day_keeps_both_halves() {
    let files = Files::new();
    let row = |minute: u32| format!("11.03.2021 {:02}:{:02};PC;Hamar\n", minute / 60, minute % 60);
    let part = |name: &str, minutes: std::ops::Range<u32>| {
        let rows: String = minutes.map(row).collect();
        files.write(name, format!("Registrert;Kategori;Kunde\n{rows}"))
    };
    let halves = [part("del1.csv", 0..700), part("del2.csv", 700..1440)];
    let read = read_all(&project(), &[&halves[0], &halves[1]]);
    assert_eq!(case_count(&imported(&project(), &read)), 1440);

    // Parts that repeat each other are no more than one of them.
    let overlapping = [part("mars.csv", 0..700), part("hele.csv", 0..1440)];
    let read = read_all(&project(), &[&overlapping[0], &overlapping[1]]);
    assert_eq!(case_count(&imported(&project(), &read)), 1440);
}

#[test]
fn one_number_in_two_parts_is_told_with_both_places() {
    let files = Files::new();
    let first = files.write("a.csv", "Saksnr;Registrert;Pri\n1;11.03.2021;C\n2;12.03.2021;C\n");
    let second = files.write("b.csv", "Saksnr;Registrert;Pri\n2;12.03.2021;B\n3;13.03.2021;C\n");
    let planned = plan(&project(), &read_all(&project(), &[&first, &second]));
    let notes: Vec<String> =
        planned.sheets.iter().flat_map(|s| &s.notes).map(|note| note.message.text()).collect();
    assert!(
        notes[0].contains("«2»")
            && notes[0].contains("a.csv, rad 3")
            && notes[0].contains("b.csv, rad 2"),
        "{notes:?}"
    );
    assert_eq!(case_count(&planned.apply(&context()).unwrap().0), 3);
}

#[test]
fn a_sheet_a_company_with_the_same_accounts_is_asked_about() {
    let files = Files::new();
    use super::support::V::{N, T};
    let rows = |amount: f64| {
        vec![
            vec![T("Kontoklasse"), T("Konto"), T("Regnskap 2021")],
            vec![T("1"), T("010"), N(amount)],
            vec![T("1"), T("650"), N(-amount)],
        ]
    };
    let (one, other) = (rows(1000.0), rows(11910.0));
    let one: Vec<&[_]> = one.iter().map(Vec::as_slice).collect();
    let other: Vec<&[_]> = other.iter().map(Vec::as_slice).collect();
    let path = files.workbook("to-firma.xlsx", &[("HI", &one), ("Lier", &other)]);
    let read = sheets(&path, &project(), &Options::default());
    let planned = plan(&project(), &read);
    let [(_, question)] = &planned.questions[..] else { panic!("{:?}", planned.questions) };
    assert_eq!(question.option(), "--sheet HI|Lier eller --repeated add");
    assert!(planned.apply(&context()).is_none());
    let said = Options { sheet: Some("HI".to_owned()), ..Options::default() };
    let after = imported(&project(), &sheets(&path, &project(), &said));
    assert_eq!(after.balances.len(), 2);
}

#[test]
fn a_source_is_taken_out_with_all_that_it_brought_and_nothing_else() {
    let files = Files::new();
    let q1 =
        sheet(files.write("q1.csv", "Saksnr;Registrert;Pri\n1;11.03.2021;A\n2;12.03.2021;C\n"));
    let q2 = sheet(files.write("q2.csv", "Saksnr;Registrert;Pri\n3;11.05.2021;A\n"));
    let accounts = sheet(files.write("drift.csv", DRIFT));
    let before = imported(&project(), &[q1, q2, accounts]);
    let of = |file: &str| before.sources.iter().find(|own| own.file == file).unwrap().id;
    assert_eq!(before.rows_of(of("q1.csv")), 2);
    let remove = |file: &str| {
        let edit = Edit::RemoveSource { source: of(file) };
        before.edited(&edit, &context()).unwrap().unwrap()
    };
    let (after, sentence) = remove("q1.csv");
    assert_eq!(sentence, "Tok ut kilden q1.csv (Saker) med 2 rader");
    assert_eq!((case_count(&after), after.balances.len(), after.sources.len()), (1, 2, 2));
    assert_eq!(cases_on(&before, date(2021, 3, 11)), Some(1.into()));
    assert_eq!(cases_on(&after, date(2021, 3, 11)), None);
    let (after, _) = remove("drift.csv");
    assert_eq!((case_count(&after), after.balances.len()), (3, 0));
    let unknown = Edit::RemoveSource { source: arsmelding::project::SourceId(99) };
    assert!(before.edited(&unknown, &context()).is_err());
}

#[test]
fn running_numbers_of_each_file_are_no_numbers() {
    let files = Files::new();
    let month = |month: u32| {
        let rows = (1..=8).map(|n| {
            let customer = ["Hamar", "Stange", "Løten"][(n as usize + month as usize) % 3];
            format!("{n};{:02}.{month:02}.2021 08:{n:02};C;{customer}\n", n + 3)
        });
        files.write(&format!("id-{month:02}.csv"), list(rows))
    };
    let paths = [month(1), month(2), month(3)];
    let read = read_all(&project(), &[&paths[0], &paths[1], &paths[2]]);
    let planned = plan(&project(), &read);
    let notes: Vec<String> =
        planned.sheets.iter().flat_map(|s| &s.notes).map(|note| note.message.text()).collect();
    assert!(notes.iter().any(|note| note.contains("begynner på nytt")), "{notes:?}");
    let (after, _) = planned.apply(&context()).unwrap();
    assert_eq!(case_count(&after), 24);
    assert!(!plan(&after, &read_all(&after, &[&paths[0], &paths[1], &paths[2]])).has_changes());
    // The same files one after the other come to the same.
    let mut project = project();
    for path in &paths {
        project = imported(&project, &[sheet(path)]);
    }
    assert_eq!(case_count(&project), 24);
}

#[test]
fn a_ledger_that_comes_again_as_a_selection_or_of_another_period_is_not_doubled() {
    let files = Files::new();
    let text = format!("{LEDGER}1;05.01.2021;1;010;100;700\n2;05.01.2021;1;010;100;300\n");
    let path = files.write("hb.csv", &text);
    let before = imported(&project(), &[sheet(&path)]);
    let selection = Options { selection: Some("x".to_owned()), ..Options::default() };
    let planned = plan(&before, &[sheet_with(&path, &before, &selection)]);
    let after = planned.apply(&context()).map_or(before.clone(), |(after, _)| after);
    assert_eq!(postings(&after), 2);
    let february = arsmelding::calendar::Span::new(date(2021, 2, 1), date(2021, 2, 28));
    let period = Options { period: Some(february), ..Options::default() };
    let planned = plan(&before, &[sheet_with(&path, &before, &period)]);
    let after = planned.apply(&context()).map_or(before.clone(), |(after, _)| after);
    assert_eq!(postings(&after), 2);
}

#[test]
fn cases_of_a_status_that_is_left_out_go_without_a_period_and_a_guard() {
    let files = Files::new();
    let rows = (1..=6).map(|n| {
        let status = if n > 3 { "Slettet" } else { "Lukket" };
        format!("S{n};{n:02}.03.2021 08:00;C;{status}\n")
    });
    let text: String =
        std::iter::once("Saksnr;Registrert;Pri;Status\n".to_owned()).chain(rows).collect();
    let path = files.write("status.csv", text);
    let before = imported(&project(), &[sheet(&path)]);
    assert_eq!(case_count(&before), 6);
    let said = Options { leave_out: vec!["Slettet".to_owned()], ..Options::default() };
    let planned = plan(&before, &[sheet_with(&path, &before, &said)]);
    assert!(!planned.has_many_gone());
    assert_eq!(case_count(&planned.apply(&context()).unwrap().0), 3);
}

#[test]
fn a_word_for_nothing_is_no_case_number() {
    let files = Files::new();
    let rows = ["S1", "-", "N/A", "-", "null", "S2"]
        .into_iter()
        .enumerate()
        .map(|(at, number)| format!("{number};{:02}.03.2021 08:00;C;Hamar\n", at + 1));
    let read = sheet(files.write("uten.csv", list(rows)));
    assert_eq!((read.accepted(), read.skipped_count()), (6, 0));
}

#[test]
fn rows_with_more_cells_than_headings_are_refused() {
    let files = Files::new();
    let wide = "Konto,Kontonavn,Regnskap 2021,Budsjett 2021\n010,L,1000,50,900,00\n650,S,-1000,50,-900,00\n";
    let why = super::support::refusal(files.write("wide.csv", wide), &Options::default());
    assert!(why.contains("6 celler") && why.contains("4 overskrifter"), "{why}");
}
