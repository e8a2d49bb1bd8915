//! From the start to imported exports and back, driven through accessible names.

use std::path::{Path, PathBuf};

use crate::common::program::Answers;
use crate::common::window::{click, wait_for, wait_until, window};
use arsmelding::import::{self, FileRequest, Known};
use arsmelding::project::{CellEdit, Edit, EditContext, Minute, Project, TableId};
use arsmelding::storage;
use arsmelding::ui::Window;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

/// A person who chooses these exports.
fn chosen(exports: Vec<PathBuf>) -> Answers {
    Answers { exports: Some(exports), ..Answers::default() }
}

fn is_disabled(harness: &Harness<'_, Window>, name: &str) -> bool {
    harness.get_by_label(name).accesskit_node().is_disabled()
}

/// Writes a case export of 40 rows; `date` gives the stamp of each.
fn cases(folder: &Path, name: &str, date: impl Fn(usize) -> String) -> PathBuf {
    let mut text = String::from("Saksnr;Opprettet dato;Prioritet;Kunde;Innmelder\n");
    for row in 0..40 {
        text += &format!("IR-{row:03};{};B;Hamar kommune;Kari\n", date(row));
    }
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn rows_of_cases(harness: &Harness<'_, Window>) -> usize {
    let project = harness.state().app().document().unwrap().project();
    project.cases.iter().map(|batch| batch.rows.len()).sum()
}

fn new_project_with_exports(harness: &mut Harness<'_, Window>) {
    harness.run_steps(2);
    click(harness, "Velg filer…");
    wait_for(harness, "Opprett prosjekt");
    harness.run_steps(2);
    harness.event(eframe::egui::Event::Text("Hedmark IKT".to_owned()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    wait_for(harness, "Slik er radene forstått");
}

#[test]
fn exports_dropped_on_the_start_become_a_project_in_one_edit_that_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let stamp = |row: usize| match row {
        7 => "31.02.2021 09:40".to_owned(),
        _ => format!("{:02}.03.2021 08:{row:02}", 1 + row % 28),
    };
    let mut harness = window(chosen(vec![cases(folder.path(), "saker-2021.csv", stamp)]), None);
    new_project_with_exports(&mut harness);

    let settings = &harness.state().app().document().unwrap().project().settings;
    assert_eq!(settings.company, "Hedmark IKT");
    assert_eq!(settings.report_year, 2021, "the file's name tells the year");
    assert_eq!((settings.baseline_first, settings.baseline_last), (2015, 2020));
    assert_eq!(rows_of_cases(&harness), 0, "nothing is taken before the person says so");
    harness.get_by_label("40 lest");
    harness.get_by_label("= 39 godtatt + 1 avvist");
    harness.get_by_label("B9");
    harness.get_by_label("Datoen finnes ikke");
    assert!(is_disabled(&harness, "Kolonne E, Innmelder"), "names of persons are never read");

    click(&mut harness, "Importer 39 saker");
    wait_for(&mut harness, "Importerte 39 saker fra saker-2021.csv");
    assert_eq!(rows_of_cases(&harness), 39);
    harness.get_by_label_contains("2021: mangler data");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    wait_for(&mut harness, "Angret: Importerte 39 saker");
    assert_eq!(rows_of_cases(&harness), 0);
    harness.get_by_label_contains("Her kommer eksportene");
}

#[test]
fn an_open_question_and_a_refused_file_are_answered_in_the_preview() {
    let folder = tempfile::tempdir().unwrap();
    let stamp = |row: usize| format!("{:02}/{:02}/2021 08:00", 1 + row % 12, 1 + row % 11);
    let ambiguous = cases(folder.path(), "tvetydig.csv", stamp);
    let refused = folder.path().join("tom.csv");
    std::fs::write(&refused, "").unwrap();
    let mut harness = window(chosen(vec![ambiguous, refused]), None);
    new_project_with_exports(&mut harness);

    harness.get_by_label("tom.csv Kan ikke leses");
    assert!(is_disabled(&harness, "Importer 40 saker"));
    click(&mut harness, "Måned først (03/04 er 4. mars)");
    wait_for(&mut harness, "Kolonnevalget huskes");
    assert!(!is_disabled(&harness, "Importer 40 saker"));
    click(&mut harness, "Ta ut av importen");
    wait_until(&mut harness, |harness| harness.query_by_label("tom.csv Kan ikke leses").is_none());
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.state().app().import().is_none(), "Escape leaves the import");
    assert_eq!(rows_of_cases(&harness), 0);
}

/// A project with telephone answers of two days, one of them corrected from 69 to 70.
fn corrected_project(folder: &Path) -> PathBuf {
    let export = folder.join("telefon.csv");
    let text = "Dato;Besvarte anrop;Besvart innen 1 minutt;Besvart innen 3 minutter\n\
                04.01.2021;82;55;62\n05.01.2021;69;41;49\n";
    std::fs::write(&export, text).unwrap();
    let context = EditContext { who: "økonomi".to_owned(), now: Minute::default() };
    let empty = Project::new("Hedmark IKT", 2021, (2015, 2020));
    let files = import::read_files(&[FileRequest::new(export)], &Known::of(&empty), &|_| true);
    let sheets: Vec<_> =
        files.unwrap().into_iter().flat_map(|file| file.outcome.unwrap()).collect();
    let (imported, _) = import::plan(&empty, &sheets).apply(&context).unwrap();
    let cells = vec![CellEdit { row: 1, column: 1, text: "70".to_owned() }];
    let edit = Edit::SetCells { table: TableId::Calls, cells };
    let (corrected, _) = imported.edited(&edit, &context).unwrap().unwrap();
    let path = folder.join("rettet.ron");
    storage::write(&path, &corrected).unwrap();
    path
}

#[test]
fn a_corrected_value_goes_back_to_what_its_source_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(Answers::default(), Some(corrected_project(folder.path())));
    wait_until(&mut harness, |harness| harness.state().app().document().is_some());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num9);
    wait_for(&mut harness, "Rettede verdier");
    click(&mut harness, "Kilden sier, rad 1: 69");
    click(&mut harness, "Bruk kilden");
    let project = harness.state().app().document().unwrap().project();
    assert_eq!(project.calls[1].answered, Some(69));
    assert!(project.corrections.is_empty());
    assert!(harness.query_by_label("Rettede verdier").is_none());
}

/// A workbook with telephone answers and cases per day, a sheet each.
fn two_sheets(folder: &Path) -> PathBuf {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheets: [(&str, &[&str]); 2] = [
        (
            "Telefon",
            &["Dato", "Besvarte anrop", "Besvart innen 1 minutt", "Besvart innen 3 minutter"],
        ),
        ("Dagstall", &["Dato", "Antall saker"]),
    ];
    for (name, headings) in sheets {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write_row(0, 0, headings.iter().copied()).unwrap();
        for row in 1..=9 {
            sheet.write(row, 0, format!("{row:02}.01.2021")).unwrap();
            for column in 1..headings.len() {
                sheet.write(row, u16::try_from(column).unwrap(), 90 - column as u32).unwrap();
            }
        }
    }
    let path = folder.join("to-ark.xlsx");
    book.save(&path).unwrap();
    path
}

#[test]
fn what_is_said_of_one_sheet_leaves_the_others_of_its_file_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(chosen(vec![two_sheets(folder.path())]), None);
    new_project_with_exports(&mut harness);
    click(&mut harness, "to-ark.xlsx Telefonsvar, ark «Telefon»");
    click(&mut harness, "Kolonne D, Besvart innen 3 minutter");
    harness.get_all_by_label("Leses ikke").last().unwrap().click();
    wait_for(&mut harness, "Kolonnevalget huskes");
    harness.get_by_label("to-ark.xlsx Saker per dag, ark «Dagstall»");
    click(&mut harness, "Importer 18 rader");
    wait_for(&mut harness, "Angre");
    let project = harness.state().app().document().unwrap().project();
    assert_eq!(project.calls.len(), 9);
    assert_eq!((project.calls[0].within_1_min, project.calls[0].within_3_min), (Some(88), None));
    assert_eq!(project.day_counts[0].rows.len(), 9);
}

#[test]
fn a_file_without_known_headings_is_read_once_the_person_says_what_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tall.csv");
    std::fs::write(&path, "Foo;Bar;Baz\n04.01.2021;5;7\n05.01.2021;6;8\n06.01.2021;7;9\n").unwrap();
    let known = cases(folder.path(), "saker.csv", |_| "04.01.2021 08:00".to_owned());
    let mut harness = window(chosen(vec![known, path]), None);
    new_project_with_exports(&mut harness);
    click(&mut harness, "Hva tall.csv inneholder");
    click(&mut harness, "Saker per dag");
    wait_for(&mut harness, "Hvilken kolonne er «Antall saker»?");
    click(&mut harness, "Kolonne");
    click(&mut harness, "Bar");
    wait_until(&mut harness, |harness| {
        harness
            .query_by_label("Importer 2 filer")
            .is_some_and(|import| !import.accesskit_node().is_disabled())
    });
    click(&mut harness, "Importer 2 filer");
    wait_for(&mut harness, "Angre");
    let project = harness.state().app().document().unwrap().project();
    let counts: Vec<u32> = project.day_counts[0].rows.iter().map(|day| day.cases).collect();
    assert_eq!(counts, [5, 6, 7]);
}

#[test]
fn a_source_is_taken_out_after_a_look_at_what_changes_and_comes_back_by_undo() {
    let folder = tempfile::tempdir().unwrap();
    let stamp = |row: usize| format!("{:02}.03.2021 08:{row:02}", 1 + row % 28);
    let mut harness = window(chosen(vec![cases(folder.path(), "saker-2021.csv", stamp)]), None);
    new_project_with_exports(&mut harness);
    click(&mut harness, "Importer 40 saker");
    wait_until(&mut harness, |harness| rows_of_cases(harness) == 40);
    wait_for(&mut harness, "Ta ut kilden saker-2021.csv");

    click(&mut harness, "Ta ut kilden saker-2021.csv");
    wait_for(&mut harness, "Ta ut saker-2021.csv?");
    wait_until(&mut harness, |harness| !is_disabled(harness, "Ta ut kilden"));
    assert_eq!(rows_of_cases(&harness), 40, "nothing goes before the person says so");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.query_by_label("Ta ut saker-2021.csv?").is_none());

    click(&mut harness, "Ta ut kilden saker-2021.csv");
    wait_for(&mut harness, "Ta ut saker-2021.csv?");
    wait_until(&mut harness, |harness| !is_disabled(harness, "Ta ut kilden"));
    harness.run_steps(4);
    click(&mut harness, "Ta ut kilden");
    wait_until(&mut harness, |harness| rows_of_cases(harness) == 0);
    harness.run_steps(4);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    wait_until(&mut harness, |harness| rows_of_cases(harness) == 40);
}

#[test]
fn a_file_that_asks_does_not_lock_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let plain = cases(folder.path(), "sikre.csv", |row| format!("{:02}.03.2021", 1 + row % 28));
    let asks = cases(folder.path(), "tvetydige.csv", |row| format!("{:02}/04/2021", 1 + row % 12));
    let mut harness = window(chosen(vec![plain, asks]), None);
    new_project_with_exports(&mut harness);
    click(&mut harness, "Ta de andre filene først");
    wait_until(&mut harness, |harness| {
        !harness.state().app().import().is_some_and(|session| session.is_reading())
    });
    wait_for(&mut harness, "Fila det er spørsmål om, leses etterpå.");
    click(&mut harness, "Importer 40 saker");
    wait_until(&mut harness, |harness| rows_of_cases(harness) == 40);
    // The other file comes back with its question.
    wait_for(&mut harness, "kan leses med dag først eller måned først");
}

#[test]
fn cases_of_a_status_are_left_out_by_a_click_on_the_note_about_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("saker.csv");
    let rows = (0..12).map(|row| {
        let status = if row < 5 { "Slettet" } else { "Lukket" };
        format!("IR-{row:03};{:02}.03.2021 08:00;C;{status}\n", 1 + row)
    });
    let head = "Saksnr;Opprettet dato;Prioritet;Status\n".to_owned();
    std::fs::write(&path, std::iter::once(head).chain(rows).collect::<String>()).unwrap();
    let mut harness = window(chosen(vec![path]), None);
    new_project_with_exports(&mut harness);
    harness.get_by_label("Importer 12 saker");
    click(&mut harness, "Utelat dem");
    wait_for(&mut harness, "Importer 7 saker");
    click(&mut harness, "Importer 7 saker");
    wait_until(&mut harness, |harness| rows_of_cases(harness) == 7);
}
