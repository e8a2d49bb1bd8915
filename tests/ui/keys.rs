//! The keys of the window: a list of them, and none that reaches the project past a dialog.

use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::common::program::Answers;
use crate::common::sample_project;
use crate::common::window::{click, press, type_over, wait_for, window};

#[test]
fn a_list_of_the_keys_opens_by_one_of_them_and_by_a_question_mark() {
    let mut window = window(Answers::default(), Some(sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    assert!(window.query_by_label("Hurtigtaster").is_none());
    press(&mut window, Modifiers::NONE, Key::F1);
    for words in
        ["Hurtigtaster", "Overalt", "I tabeller", "Ctrl Skift S", "Ctrl 1 – Ctrl 9", "Vis spor"]
    {
        assert!(window.query_all_by_label_contains(words).next().is_some(), "{words}");
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.step();
    assert!(window.query_by_label("Ctrl Skift S").is_none());
    window.event(Event::Text("?".to_owned()));
    window.step();
    window.step();
    assert!(window.query_all_by_label_contains("Ctrl Skift S").next().is_some());
    click(&mut window, "Lukk");
}

#[test]
fn no_key_reaches_the_project_while_a_dialog_is_open() {
    let mut window = window(Answers::default(), Some(sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    press(&mut window, Modifiers::COMMAND, Key::Num5);
    wait_for(&mut window, "Bemanning");
    type_over(&mut window, "Fast ansatte, rad 3: 40", "41");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let can_undo = |window: &egui_kittest::Harness<'_, arsmelding::ui::Window>| {
        window.state().app().document().unwrap().history().undo_sentence().is_some()
    };
    assert!(can_undo(&window));
    press(&mut window, Modifiers::NONE, Key::F1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(can_undo(&window), "the dialog was in the way");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.step();
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(!can_undo(&window));
}
