//! What the program says of itself.

use crate::common::program::Answers;
use crate::common::window::{click, press, wait_for, window};
use arsmelding::ui::place::Place;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

#[test]
fn settings_tell_the_version_the_log_and_every_licence() {
    let mut window = window(Answers::default(), None);
    window.state_mut().go(Place::Settings);
    wait_for(&mut window, "Om Årsmelding");
    window.get_by_label_contains(env!("CARGO_PKG_VERSION"));
    window.get_by_label_contains("logg.txt");
    click(&mut window, "Vis lisensene");
    wait_for(&mut window, "Årsmelding er laget med bibliotekene");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label_contains("Årsmelding er laget med bibliotekene").is_none());
}

#[test]
fn the_licences_name_the_libraries_that_the_program_is_built_of() {
    let list = include_str!("../../assets/licences/LISENSER.txt");
    for library in ["egui 0.37", "typst 0.15", "calamine 0.38", "IBM Plex Sans", "Phosphor"] {
        assert!(list.contains(library), "{library} is not in assets/licences/LISENSER.txt");
    }
}
