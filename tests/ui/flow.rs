//! The window as a person uses it, driven through accessible names: open the sample, read a
//! figure, edit a goal, undo, save, reopen, close with work unsaved.

use crate::common;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::common::program::Answers;
use crate::common::window::{click, press, type_over, wait_for, wait_until, window};
use arsmelding::project::TableId;
use arsmelding::storage;
use eframe::egui::accesskit::Role;
use eframe::egui::{DroppedFile, Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

#[test]
fn open_the_sample_read_a_figure_edit_a_goal_undo_save_and_reopen() {
    let folder = tempfile::tempdir().unwrap();
    let saved = folder.path().join("mitt-prosjekt.ron");
    let answers = Answers { saves_at: Some(saved.clone()), ..Answers::default() };
    let mut first = window(answers.clone(), None);
    click(&mut first, "Prøv eksempelet");
    wait_for(&mut first, "36\u{a0}226");

    // The quarter table of Saker says what the report says.
    press(&mut first, Modifiers::COMMAND, Key::Num2);
    first.get_by_role_and_label(Role::Tab, "1. kvartal").click();
    wait_for(&mut first, "10\u{a0}859");

    // A goal is edited in place, and undone, and edited again.
    press(&mut first, Modifiers::COMMAND, Key::Num4);
    type_over(&mut first, "Måltall, rad 1: 99,8", "99,85");
    press(&mut first, Modifiers::NONE, Key::Enter);
    wait_for(&mut first, "Måltall, rad 1: 99,85");
    wait_for(&mut first, "Ikke nådd");
    press(&mut first, Modifiers::COMMAND, Key::Z);
    wait_for(&mut first, "Måltall, rad 1: 99,8");
    assert!(!first.state().app().document().unwrap().has_unsaved_work());

    // What is being typed when Ctrl S is pressed is saved too.
    type_over(&mut first, "Måltall, rad 1: 99,8", "99,9");
    press(&mut first, Modifiers::COMMAND, Key::S);
    wait_until(&mut first, |window| {
        let document = window.state().app().document().unwrap();
        document.path().is_some() && !document.has_unsaved_work()
    });
    let project = storage::read(&saved).unwrap();
    let column = project.rows(TableId::Goals).column("target_value").unwrap();
    assert_eq!(project.rows(TableId::Goals).cell(0, column).edit_text(), "99,9");
    assert!(project.log.last().unwrap().what.contains("fra 99,8 til 99,9"));

    // Another window opens the file, as by a double click, and shows the same.
    let mut second = window(answers, Some(saved));
    wait_for(&mut second, "36\u{a0}226");
    press(&mut second, Modifiers::COMMAND, Key::Num4);
    wait_for(&mut second, "Måltall, rad 1: 99,9");
}

#[test]
fn a_block_from_excel_is_one_edit_and_an_impossible_text_is_none() {
    let mut window = window(Answers::default(), Some(common::sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    press(&mut window, Modifiers::COMMAND, Key::Num5);
    click(&mut window, "Ansatte i alt, rad 1: 40");
    window.event(Event::Paste("41\t40\n44\t43\n".to_owned()));
    window.run_steps(4);
    wait_for(&mut window, "Fast ansatte, rad 2: 43");
    let history = window.state().app().document().unwrap().history();
    assert_eq!(history.undo_sentence(), Some("Endret 4 celler i Bemanning"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    wait_for(&mut window, "Ansatte i alt, rad 1: 40");

    type_over(&mut window, "Ansatte i alt, rad 1: 40", "førti");
    press(&mut window, Modifiers::NONE, Key::Enter);
    wait_for(&mut window, "Ikke et tall");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!window.state().app().document().unwrap().has_unsaved_work());
}

#[test]
fn the_year_that_is_chosen_is_the_year_of_every_place() {
    let mut window = window(Answers::default(), Some(common::sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    click(&mut window, "Rapportår");
    click(&mut window, "2018");
    wait_for(&mut window, "37\u{a0}572");
    // It is compared with the years before it, as far as data reach back.
    wait_for(&mut window, "2015–2017");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    wait_for(&mut window, "36\u{a0}226");
}

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_dropped_project_opens_and_dropped_exports_are_previewed() {
    let mut window = window(Answers::default(), None);
    window.input_mut().dropped_files = vec![Arc::new(Dropped(common::sample_project()))];
    window.step();
    window.input_mut().dropped_files.clear();
    wait_for(&mut window, "36\u{a0}226");
    let export = common::sample_folder().join("telefon-2021.csv");
    window.input_mut().dropped_files = vec![Arc::new(Dropped(export))];
    window.step();
    window.input_mut().dropped_files.clear();
    wait_for(&mut window, "telefon-2021.csv");
    wait_for(&mut window, "254");
    assert!(!window.state().app().document().unwrap().has_unsaved_work());
}

#[test]
fn any_number_is_found_and_tells_where_it_comes_from() {
    let mut window = window(Answers::default(), Some(common::sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    press(&mut window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text("15 557 046".to_owned()));
    window.run_steps(4);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let trail = window.state().app().trail().expect("the trail of the fund");
    assert_eq!(trail.trail().figure.value.unwrap().abs().to_string(), "15557046.36");

    press(&mut window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text("kild".to_owned()));
    window.run_steps(4);
    press(&mut window, Modifiers::NONE, Key::Enter);
    wait_for(&mut window, "saker-2021.xlsx");
}
