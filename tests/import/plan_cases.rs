//! What an export of cases changes.

use arsmelding::figures::{Figures, Key, TrailPart};
use arsmelding::import::{Effect, Options};
use arsmelding::project::Project;
use jiff::civil::date;

use super::support::{Files, context, imported, numbers, plan, project, sheet, sheet_with};

const Q1: &str = "Periode: 01.01.2021–31.03.2021\n\
    Saksnr;Registrert;Lukket;Pri;Kunde\n\
    1;04.01.2021 08:00;;C;Hamar\n\
    2;05.01.2021 09:00;05.01.2021 10:00;D;Løten\n\
    3;31.03.2021 23:30;;B;Stange\n";

fn counts(plan: &arsmelding::import::SheetPlan) -> [u32; 4] {
    [plan.new, plan.changed, plan.gone, plan.unchanged]
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let files = Files::new();
    let first = plan(&project(), &[sheet(files.write("q1.csv", Q1))]);
    assert_eq!(counts(&first.sheets[0]), [3, 0, 0, 0]);
    assert_eq!(first.new_customers, ["Hamar", "Løten", "Stange"]);
    let (after, sentence) = first.apply(&context()).unwrap();
    assert_eq!(sentence, "Importerte 3 saker fra q1.csv");
    assert_eq!((after.sources[0].read, after.sources[0].imported_by.as_str()), (3, "Kari"));
    assert_eq!(after.sources[0].cell_name("created", 3).as_deref(), Some("B3"));

    let again = plan(&after, &[sheet(files.write("copy.csv", Q1))]);
    assert_eq!(counts(&again.sheets[0]), [0, 0, 0, 3]);
    assert!(again.apply(&context()).is_none());
}

#[test]
fn a_new_export_of_the_period_adds_changes_and_takes_away() {
    let files = Files::new();
    let before = imported(&project(), &[sheet(files.write("q1.csv", Q1))]);
    let newer = Q1
        .replace("1;04.01.2021 08:00;;C", "1;04.01.2021 08:00;06.01.2021 08:00;B")
        .replace("3;31.03.2021 23:30;;B;Stange", "4;30.03.2021;;C;Grue");
    let next = plan(&before, &[sheet(files.write("q1-new.csv", newer))]);
    let changes = &next.sheets[0];
    assert_eq!(counts(changes), [1, 1, 1, 1]);
    assert_eq!(changes.gone_rows[0].what, "3");
    assert!(next.has_many_gone());
    let before_values =
        vec![("priority".to_owned(), "C".to_owned()), ("closed".to_owned(), String::new())];
    assert_eq!(changes.effects, [Effect::Changed(before_values), Effect::Unchanged, Effect::New]);
    let (after, _) = next.apply(&context()).unwrap();
    assert_eq!(numbers(&after), ["1", "2", "4"]);
    assert_eq!((after.cases.len(), after.sources.len()), (1, 2));
}

#[test]
fn a_case_whose_row_is_rejected_is_not_gone() {
    let files = Files::new();
    let before = imported(&project(), &[sheet(files.write("q1.csv", Q1))]);
    let faulty = Q1.replace("2;05.01.2021 09:00", "2;31.02.2021 09:00");
    let next = plan(&before, &[sheet(files.write("faulty.csv", faulty))]);
    assert_eq!(counts(&next.sheets[0]), [0, 0, 0, 2]);
    assert!(!next.has_changes());
}

#[test]
fn another_period_and_another_selection_are_left_alone() {
    let files = Files::new();
    let before = imported(&project(), &[sheet(files.write("q1.csv", Q1))]);
    let q2 = "Saksnr;Registrert;Pri\n5;01.04.2021;C\n6;02.04.2021;C\n";
    let after = imported(&before, &[sheet(files.write("q2.csv", q2))]);
    assert_eq!(numbers(&after), ["1", "2", "3", "5", "6"]);
    assert!(std::sync::Arc::ptr_eq(&before.cases[0].rows, &after.cases[0].rows));
    let hamar =
        "Utvalg: Hamar\nPeriode: 01.01.2021–31.12.2021\nSaksnr;Registrert;Pri\n7;01.02.2021;C\n";
    let after = imported(&after, &[sheet(files.write("hamar.csv", hamar))]);
    assert_eq!(numbers(&after), ["1", "2", "3", "5", "6", "7"]);
}

#[test]
fn one_case_in_two_exports_counts_once_and_the_newest_decides_its_day() {
    let files = Files::new();
    let before = imported(&project(), &[sheet(files.write("q1.csv", Q1))]);
    // The system corrected the time; a case moves into the next quarter with its export.
    let q2 = "Periode: 01.04.2021–30.06.2021\nSaksnr;Registrert;Pri\n3;01.04.2021 00:10;A\n";
    let next = plan(&before, &[sheet(files.write("q2.csv", q2))]);
    assert_eq!(counts(&next.sheets[0]), [0, 1, 0, 0]);
    let (after, _) = next.apply(&context()).unwrap();
    assert_eq!(numbers(&after), ["1", "2", "3"]);
    let moved = &after.cases[1].rows[0];
    assert_eq!(moved.registered.day(), date(2021, 4, 1));
    // What the newer export does not tell, it does not take away.
    assert_eq!(after.codes.customers.word(moved.customer), Some("Stange"));
}

#[test]
fn cases_without_a_number_are_known_by_what_they_are_and_counted() {
    let files = Files::new();
    let text = "Registrert;Kategori;Kunde\n11.03.2021 08:00;PC;Hamar\n11.03.2021 08:00;PC;Hamar\n\
        12.03.2021 09:00;Skriver;Hamar\n";
    let before = imported(&project(), &[sheet(files.write("bare.csv", text))]);
    assert_eq!(before.cases[0].rows.len(), 3);
    let again = plan(&before, &[sheet(files.write("copy.csv", text))]);
    assert_eq!(counts(&again.sheets[0]), [0, 0, 0, 3]);
    let newer = text.replacen("11.03.2021 08:00;PC;Hamar\n", "", 1) + "12.03.2021 10:00;PC;Grue\n";
    let next = plan(&before, &[sheet(files.write("newer.csv", &newer))]);
    assert_eq!(counts(&next.sheets[0]), [1, 0, 0, 2], "an export without a period takes nothing");
    assert!(next.sheets[0].notes[0].message.text().contains("Oppgi perioden"));
    let stated = format!("Periode: 01.03.2021–31.03.2021\n{newer}");
    let next = plan(&before, &[sheet(files.write("stated.csv", stated))]);
    assert_eq!(counts(&next.sheets[0]), [1, 0, 1, 2]);
}

#[test]
fn a_case_without_a_number_that_is_closed_since_is_the_same_case() {
    let files = Files::new();
    let open = "Registrert;Lukket;Kunde\n11.03.2021 08:00;;Hamar\n11.03.2021 08:05;;Hamar\n";
    let before = imported(&project(), &[sheet(files.write("open.csv", open))]);
    let closed = open.replacen(";;", ";12.03.2021 09:00;", 1);
    let next = plan(&before, &[sheet(files.write("closed.csv", closed))]);
    assert_eq!(counts(&next.sheets[0]), [0, 1, 0, 1]);
    let (after, _) = next.apply(&context()).unwrap();
    assert_eq!(after.cases.iter().map(|batch| batch.rows.len()).sum::<usize>(), 2);
}

#[test]
fn two_files_are_one_edit_in_the_order_of_their_exports() {
    let files = Files::new();
    let list = |exported: &str, priority: &str| {
        format!("Uttrekk: {exported}\nSaksnr;Registrert;Pri\n1;11.03.2021;{priority}\n")
    };
    let newer = sheet(files.write("a.csv", list("02.04.2021 08:00", "A")));
    let older = sheet(files.write("b.csv", list("01.04.2021 08:00", "D")));
    let (after, sentence) = plan(&project(), &[newer, older]).apply(&context()).unwrap();
    assert_eq!(sentence, "Importerte 2 filer: a.csv, b.csv");
    assert_eq!(after.log.len(), 1);
    let case = &after.cases[0].rows[0];
    assert_eq!(after.codes.priorities.word(case.priority), Some("A"));
}

#[test]
fn a_longer_period_with_the_same_rows_is_still_news() {
    let files = Files::new();
    let before = imported(&project(), &[sheet(files.write("q1.csv", Q1))]);
    let longer = Q1.replace("31.03.2021\n", "30.06.2021\n");
    let next = plan(&before, &[sheet(files.write("h1.csv", longer))]);
    assert_eq!(counts(&next.sheets[0]), [0, 0, 0, 3]);
    let (after, _) = next.apply(&context()).unwrap();
    assert_eq!(after.sources[1].period.unwrap().last, date(2021, 6, 30));
}

#[test]
fn the_day_of_the_export_may_be_incomplete() {
    let files = Files::new();
    let text = "Eksportert: 12.03.2021 10:00\nSaksnr;Registrert;Pri\n1;11.03.2021;C\n2;12.03.2021 09:00;C\n";
    let read = sheet(files.write("today.csv", text));
    assert!(read.is_last_day_partial());
    let before = imported(&project(), &[read]);
    assert!(before.sources[0].is_last_day_partial);
    let said = Options {
        period: Some(arsmelding::calendar::Span::new(date(2021, 3, 11), date(2021, 3, 12))),
        ..Options::default()
    };
    let next = plan(&before, &[sheet_with(files.write("next.csv", text), &before, &said)]);
    assert!(next.sheets[0].is_taken);
}

#[test]
fn a_day_with_case_rows_is_not_counted_again_by_a_day_count_outside_the_stated_period() {
    let files = Files::new();
    let narrow = Q1.replace("01.01.2021–31.03.2021", "01.01.2021–30.03.2021");
    let counts = "Dato;Antall saker\n31.03.2021;7\n01.04.2021;9\n";
    let sheets = [sheet(files.write("q1.csv", narrow)), sheet(files.write("days.csv", counts))];
    let planned = plan(&project(), &sheets);
    let [difference] = planned.differences[..] else { panic!("{:?}", planned.differences) };
    assert_eq!((difference.rows, difference.counted), (1, 7));
    let figures = Figures::of(&planned.apply(&context()).unwrap().0);
    let on = |day| figures.volumes().on(day);
    assert_eq!((on(date(2021, 3, 31)), on(date(2021, 4, 1))), (Some(1), Some(9)));
    let files_behind = |day| {
        let parts = figures.trail(&Key::Day(day)).parts;
        let files = parts.into_iter().filter_map(|part| match part {
            TrailPart::Rows { source, .. } => Some(source.file),
            _ => None,
        });
        files.collect::<Vec<_>>()
    };
    assert_eq!(files_behind(date(2021, 3, 31)), ["q1.csv"]);
    assert_eq!(files_behind(date(2021, 4, 1)), ["days.csv"]);
}

#[test]
fn day_counts_are_held_against_the_case_rows_of_their_days() {
    let files = Files::new();
    let rows = sheet(files.write("q1.csv", Q1));
    let text = "Dato;Antall saker\n03.01.2021;0\n04.01.2021;1\n05.01.2021;4\n01.04.2021;9\n";
    let counted = sheet(files.write("days.csv", text));
    let both = plan(&project(), &[rows, counted.clone()]);
    let [difference] = both.differences[..] else { panic!("{:?}", both.differences) };
    assert_eq!((difference.day, difference.rows, difference.counted), (date(2021, 1, 5), 1, 4));
    let (after, _) = both.apply(&context()).unwrap();
    assert!(!plan(&after, std::slice::from_ref(&counted)).has_changes());

    let fewer = "Periode: 01.01.2021–31.12.2021\nDato;Antall saker\n04.01.2021;2\n05.01.2021;4\n";
    let next = plan(&after, &[sheet(files.write("fewer.csv", fewer))]);
    assert_eq!(counts(&next.sheets[0]), [0, 1, 2, 1]);
    let (after, _): (Project, _) = next.apply(&context()).unwrap();
    assert_eq!(after.day_counts[0].rows.len(), 2);
}
