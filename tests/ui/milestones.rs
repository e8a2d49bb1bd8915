//! Milestones and the preview of what an import changes, driven through accessible names.

use crate::common;
use std::path::{Path, PathBuf};

use crate::common::program::Answers;
use crate::common::window::{click, press, type_over, wait_for, wait_until, window};
use arsmelding::ui::Window;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// The window with the sample open at Kilder, where those exports would be chosen.
fn sources(exports: Vec<PathBuf>) -> Harness<'static, Window> {
    let answers = Answers { exports: Some(exports), ..Answers::default() };
    let mut window = window(answers, Some(common::sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    press(&mut window, Modifiers::COMMAND, Key::Num9);
    window
}

fn has(window: &Harness<'_, Window>, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

fn tab(window: &mut Harness<'_, Window>, name: &str) {
    window.get_by_role_and_label(Role::Tab, name).click();
    window.run_steps(4);
}

/// Names the state of the project in the dialog that is open.
fn name_it(window: &mut Harness<'_, Window>, name: &str) {
    window.get_by_role_and_label(Role::TextInput, "Navn").focus();
    window.event(Event::Text(name.to_owned()));
    window.run_steps(2);
    click(window, "Lag milepæl");
}

/// The staffing of the sample with 44 employees at the end of 2021 instead of 42.
fn staffing(folder: &Path) -> PathBuf {
    let path = folder.join("bemanning-ny.csv");
    let text = "Dato;Ansatte i alt;Fast ansatte;Midlertidig ansatte;Lærlinger;Tilgjengelige årsverk\n\
                31.12.2019;40;39;1;3;42,8\n31.12.2020;43;42;1;3;45,3\n31.12.2021;44;42;2;3;45\n";
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_preview_tells_figure_by_figure_what_would_change() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sources(vec![staffing(folder.path())]);
    click(&mut window, "Importer eksporter…");
    wait_for(&mut window, "tall endres");
    assert!(has(&window, "Turnover, 2021"), "a main number comes first");
    assert!(has(&window, "Ansatte i alt, 31.12.2021"));
    assert!(has(&window, "44"));
    assert!(!window.state().app().document().unwrap().has_unsaved_work());
    press(&mut window, Modifiers::NONE, Key::Escape);

    // The very same file as before would change nothing, and nothing is listed.
    let same = common::sample_folder().join("bemanning-2021.xlsx");
    let mut window = sources(vec![same]);
    click(&mut window, "Importer eksporter…");
    wait_for(&mut window, "bemanning-2021.xlsx");
    wait_until(&mut window, |window| {
        window.state().app().import().is_some_and(|import| !import.is_reading())
    });
    window.run_steps(2);
    assert!(!has(&window, "tall endres"));
}

#[test]
fn a_milestone_is_made_compared_renamed_and_undone() {
    let mut window = sources(Vec::new());
    tab(&mut window, "Milepæler");
    assert!(has(&window, "Ingen milepæler ennå"));
    click(&mut window, "Ny milepæl…");
    click(&mut window, "Lag milepæl");
    assert!(has(&window, "Milepælen trenger et navn"));
    name_it(&mut window, "til styret 12.4.");
    assert!(has(&window, "Laget milepælen «til styret 12.4.»"));
    click(&mut window, "Sammenlign med nå");
    wait_for(&mut window, "Ingen tall er endret siden «til styret 12.4.»");

    press(&mut window, Modifiers::COMMAND, Key::Num5);
    type_over(&mut window, "Fast ansatte, rad 3: 40", "41");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::COMMAND, Key::Num9);
    wait_for(&mut window, "Ett tall er endret siden «til styret 12.4.»");
    assert!(has(&window, "Fast ansatte, 31.12.2021"));
    assert!(has(&window, "Rettet Fast ansatte, 31.12.2021 fra 40 til 41"));
    click(&mut window, "Vis spor");
    assert!(has(&window, "31.12.2021"), "where the figure comes from");
    press(&mut window, Modifiers::NONE, Key::Escape);

    press(&mut window, Modifiers::COMMAND, Key::Num9);
    click(&mut window, "Mer om «til styret 12.4.»");
    click(&mut window, "Gi nytt navn…");
    window.get_by_role_and_label(Role::TextInput, "Navn").focus();
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text("til trykk".to_owned()));
    window.run_steps(2);
    click(&mut window, "Gi nytt navn");
    wait_until(&mut window, |window| {
        let project = window.state().app().document().unwrap().project();
        project.milestones[0].name == "til trykk"
    });
    for _ in 0..3 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert!(has(&window, "Ingen milepæler ennå"));
    assert!(!window.state().app().document().unwrap().has_unsaved_work());
}

#[test]
fn the_menu_of_the_file_makes_a_milestone_too() {
    let mut window = sources(Vec::new());
    let file = window.get_by_label_contains("Fil: hedmark-ikt-2021.ron");
    assert!(!file.accesskit_node().is_disabled());
    file.click();
    window.run_steps(4);
    click(&mut window, "Ny milepæl…");
    name_it(&mut window, "første utkast");
    let project = window.state().app().document().unwrap().project();
    assert_eq!(project.milestones[0].name, "første utkast");
}
