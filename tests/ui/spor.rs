//! Spor, driven through accessible names: whoever asks of any number where it is from gets the
//! answer in three clicks, and a value that a person put in the source's place can go back.

use crate::common;
use std::path::{Path, PathBuf};

use crate::common::program::Answers;
use crate::common::window::{click, press, type_over, wait_for, window};
use arsmelding::import::{self, FileRequest, Known};
use arsmelding::project::{EditContext, Minute, Project};
use arsmelding::storage;
use arsmelding::ui::Window;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

const NONE: Modifiers = Modifiers::NONE;

/// Telephone answers of two days; of the second `answered` were answered.
fn calls(folder: &Path, answered: u32) -> PathBuf {
    let export = folder.join("telefon.csv");
    let text = format!(
        "Dato;Besvarte anrop;Besvart innen 1 minutt;Besvart innen 3 minutter\n\
         04.01.2021;82;55;62\n05.01.2021;{answered};41;49\n"
    );
    std::fs::write(&export, text).unwrap();
    export
}

/// The window over a project with those answers, and the export that is chosen next.
fn calls_window(folder: &Path) -> Harness<'static, Window> {
    let context = EditContext { who: "økonomi".to_owned(), now: Minute::default() };
    let empty = Project::new("Hedmark IKT", 2021, (2015, 2020));
    let export = calls(folder, 69);
    let files = [FileRequest::new(&export)];
    let files = import::read_files(&files, &Known::of(&empty), &|_| true).unwrap();
    let sheets: Vec<_> = files.into_iter().flat_map(|file| file.outcome.unwrap()).collect();
    let (project, _) = import::plan(&empty, &sheets).apply(&context).unwrap();
    let path = folder.join("telefon.ron");
    storage::write(&path, &project).unwrap();
    let answers = Answers { exports: Some(vec![export]), ..Answers::default() };
    let mut window = window(answers, Some(path));
    wait_for(&mut window, "telefon.ron");
    window
}

/// The window over the sample project, at a place.
fn sample(place: Key) -> Harness<'static, Window> {
    let mut window = window(Answers::default(), Some(common::sample_project()));
    wait_for(&mut window, "hedmark-ikt-2021.ron");
    press(&mut window, Modifiers::COMMAND, place);
    window
}

fn spaced(words: &str) -> String {
    words.replace('_', "\u{a0}").replace('~', "\u{2212}")
}

fn has(window: &Harness<'_, Window>, words: &str) -> bool {
    window.query_all_by_label_contains(&spaced(words)).next().is_some()
}

fn project<'w>(window: &'w Harness<'_, Window>) -> &'w Project {
    window.state().app().document().unwrap().project()
}

#[test]
fn a_corrected_value_keeps_its_reason_while_its_source_moves_and_goes_back_to_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = calls_window(folder.path());
    press(&mut window, Modifiers::COMMAND, Key::Num4);
    click(&mut window, "Telefonsvar");
    type_over(&mut window, "Besvarte anrop, rad 2: 69", "70");
    press(&mut window, NONE, Key::Enter);
    click(&mut window, "Besvarte anrop, rad 2: 70");
    press(&mut window, NONE, Key::F4);
    assert!(has(&window, "Overstyrt: Besvarte anrop"));
    assert!(has(&window, "telefon.csv") && has(&window, "Celle B3") && has(&window, "sha256"));

    // Why is said when there is time for it.
    window.get_by_role_and_label(Role::TextInput, "Grunn").focus();
    window.run_steps(2);
    window.event(Event::Text("Ett anrop ble ført dagen etter".to_owned()));
    window.run_steps(2);
    press(&mut window, NONE, Key::Enter);
    assert_eq!(project(&window).corrections[0].why, "Ett anrop ble ført dagen etter");

    // The source moves; the person's word stays, and the table says so.
    calls(folder.path(), 71);
    press(&mut window, Modifiers::COMMAND, Key::Num9);
    click(&mut window, "Importer eksporter…");
    wait_for(&mut window, "Slik er radene forstått");
    let import = window.query_all_by_label_contains("Importer ").last().unwrap();
    import.click();
    wait_for(&mut window, "Kilden er endret, rad 1: fra 69");
    assert_eq!(project(&window).calls[1].answered, Some(70));
    assert!(has(&window, "Kilden sier, rad 1: 71"));
    assert!(has(&window, "Grunn, rad 1: Ett anrop ble ført dagen etter"));

    // From the list to the cell, and with one key to what the source says now.
    click(&mut window, "Rettet til, rad 1: 70");
    click(&mut window, "Gå til cella");
    assert!(has(&window, "Besvarte anrop, rad 2: 70"));
    press(&mut window, NONE, Key::F8);
    assert_eq!(project(&window).calls[1].answered, Some(71));
    assert!(project(&window).corrections.is_empty());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(project(&window).corrections.len(), 1, "an edit that can be undone");
    assert!(has(&window, "Angret: Satte Besvarte anrop for 05.01.2021 tilbake fra 70 til 71"));
}

#[test]
fn a_number_of_the_overview_answers_a_click_and_leads_on_to_its_parts() {
    let mut window = sample(Key::Num1);
    click(&mut window, "36\u{a0}226");
    assert!(has(&window, "saker-2021.xlsx") && has(&window, "cellene B9–B36234"));
    assert!(has(&window, "Lest 10. januar 2022"));
    press(&mut window, NONE, Key::Escape);
    assert!(!has(&window, "Lest 10. januar 2022"), "Escape closes the trail");

    // So do the numbers of its sentences.
    click(&mut window, &spaced("4,6_% færre"));
    assert!(has(&window, "(36_226 ~ 37_962) delt på 37_962"));
    click(&mut window, &spaced("Første halvår lå 15,0_% over snittet."));
    assert!(has(&window, "Endring fra snittet, 1. halvår 2021"));
    press(&mut window, NONE, Key::Escape);

    let sick = window.query_all_by_label_contains("Fravær, kvinner").next().unwrap();
    sick.click();
    window.run_steps(4);
    assert!(has(&window, "201 dagsverk fravær delt på 2_818 mulige"));
    click(&mut window, "Mulige dagsverk, Kvinner 2021 2\u{a0}818");
    assert!(has(&window, "sykefravar-2021.xlsx"));
    click(&mut window, "Vis raden");
    assert!(has(&window, "Mulige dagsverk, rad 1: 2_818"), "at its own table");
}

#[test]
fn every_grid_tells_where_its_selected_cell_comes_from() {
    let mut window = sample(Key::Num2);
    click(&mut window, "3. kvartal, Endring fra 2020: \u{2212}12,2\u{a0}%");
    assert!(!has(&window, "delt på"), "a click alone opens no panel");
    press(&mut window, NONE, Key::F4);
    assert!(has(&window, "(8_388 ~ 9_558) delt på 9_558"));
    assert!(has(&window, "saker-2021.xlsx") && has(&window, "saker-2020.xlsx"));

    // The open panel follows the selection, from place to place.
    press(&mut window, NONE, Key::ArrowLeft);
    assert!(has(&window, "(9_086 ~ 8_509) delt på 8_509"));
    press(&mut window, Modifiers::COMMAND, Key::Num4);
    click(&mut window, "Resultat, rad 1: 99,81\u{a0}%");
    assert!(has(&window, "oppetid-2021.tsv"));
    press(&mut window, NONE, Key::F4);
    assert!(!has(&window, "oppetid-2021.tsv"), "F4 hides it again");
}

#[test]
fn a_finding_shows_where_its_number_comes_from() {
    let mut window = sample(Key::Num8);
    wait_for(&mut window, "Avsatt fra drift");
    let findings = window.query_all_by_role(Role::ListItem);
    let words = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
    let is_wanted = |node: &egui_kittest::Node<'_>| words(node).contains("Avsatt fra drift");
    findings.into_iter().find(is_wanted).unwrap().click();
    window.run_steps(4);
    click(&mut window, "Vis spor");
    assert!(has(&window, "sha256"));
    press(&mut window, NONE, Key::F4);
    assert!(!has(&window, "sha256"), "the key hides it again");
    press(&mut window, NONE, Key::F4);
    assert!(has(&window, "sha256"), "and shows it for the open finding");
}
