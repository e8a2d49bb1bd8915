//! What a system's own words for priority mean is said in the settings, without the file.

use arsmelding::project::Project;
use arsmelding::storage;
use arsmelding::ui::place::Place;
use egui_kittest::kittest::Queryable as _;

use crate::common::program::Answers;
use crate::common::window::{click, wait_for, wait_until, window};
use crate::common::{empty_project, imported};

/// A project with a year of cases, of which one has a priority that nobody has explained.
fn waiting() -> Project {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("saker.csv");
    let list = "Periode: 01.01.2021–31.12.2021\nSaksnr;Registrert;Prioritet\n\
                1;04.01.2021 08:00;Haster\n2;05.01.2021 09:00;A\n";
    std::fs::write(&path, list).unwrap();
    imported(&empty_project(), &[path])
}

#[test]
fn a_word_is_explained_in_the_settings_and_the_incidents_are_known() {
    let project = waiting();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("prosjekt.ron");
    storage::write(&file, &project).unwrap();
    let mut window = window(Answers::default(), Some(file));
    window.state_mut().go(Place::Settings);
    wait_for(&mut window, "Systemenes ord for prioritet");
    window.get_by_label_contains("«Haster»");
    click(&mut window, "B (høy)");
    wait_until(&mut window, |window| {
        let document = window.state().app().document().unwrap();
        document.project().profiles.iter().any(|own| !own.priorities.is_empty())
            && document.figures().unknown_priorities().is_empty()
    });
}
