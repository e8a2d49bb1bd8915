//! A text in Kontroll, driven through accessible names: what contradicts the figures comes first
//! and leads to its figure, what agrees is folded, and a corrected project is judged anew.

use crate::common;
use std::fs;

use crate::common::program::Answers;
use crate::common::window::{click, press, type_over, wait_for, window};
use arsmelding::ui::Window;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

const TEXT: &str = "2. kvartal\n\nDet ble registrert 9.086 saker i kvartalet.\n\
    Dette er 6,4% flere enn i samme kvartal året før. Vi har 22.000 brukere.\n\
    Ved utgangen av 2021 hadde vi 42 ansatte og 45,0 årsverk.\n";

/// The window at Kontroll, where that text is chosen.
fn checked(text: &str) -> (Harness<'static, Window>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("utkast.txt");
    fs::write(&path, text).unwrap();
    let answers = Answers { text: Some(path), ..Answers::default() };
    let mut window = window(answers, Some(common::sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    press(&mut window, Modifiers::COMMAND, Key::Num8);
    wait_for(&mut window, "Alle 7");
    click(&mut window, "Kontroller en tekst…");
    (window, folder)
}

fn rows(window: &Harness<'_, Window>) -> usize {
    window.query_all_by_role(Role::ListItem).count()
}

#[test]
fn contradictions_come_first_with_the_right_words_and_lead_to_their_figure() {
    let (mut window, _folder) = checked(TEXT);
    wait_for(&mut window, "1 tall strider mot tallene i prosjektet");
    let wrong = "Linje 4: 6,4\u{a0}% flere strider mot tallene. Endring fra 2020, 2. kvartal 2021 er \
                 +6,78\u{a0}%. Skriv 6,8\u{a0}% flere.";
    assert!(window.query_by_label(wrong).is_some());
    assert!(window.query_by_label("Linje 4: 22\u{a0}000 er ukjent.").is_some());
    assert_eq!(rows(&window), 2, "what agrees is folded");
    click(&mut window, "3 stemmer");
    assert_eq!(rows(&window), 5);

    click(&mut window, "Tilbake til funnene");
    wait_for(&mut window, "Alle 7");
}

#[test]
fn what_is_no_text_is_told_and_the_findings_stay() {
    let (mut window, _folder) = checked("");
    wait_for(&mut window, "Dokumentet har ingen tekst");
    assert!(window.query_by_role_and_label(Role::Tab, "Alle 7").is_some());
}

#[test]
fn a_text_is_judged_anew_when_the_project_changes() {
    let (mut window, _folder) = checked("Ved utgangen av 2021 hadde vi 40 faste ansatte.");
    wait_for(&mut window, "Ingen tall strider mot tallene i prosjektet.");
    press(&mut window, Modifiers::COMMAND, Key::Num5);
    type_over(&mut window, "Fast ansatte, rad 3: 40", "41");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::COMMAND, Key::Num8);
    wait_for(&mut window, "1 tall strider mot tallene i prosjektet");
}
