//! A new year begun from the menu of the file, and what is left to do, driven through accessible
//! names.

use crate::common;
use crate::common::program::Answers;
use crate::common::window::{click, press, type_over, wait_for, wait_until, window};
use arsmelding::project::{Edit, SectionState, TextPeriod};
use arsmelding::storage;
use arsmelding::ui::Window;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

fn sample() -> Harness<'static, Window> {
    let mut window = window(Answers::default(), Some(common::sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    window
}

fn has(window: &Harness<'_, Window>, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

fn year(window: &Harness<'_, Window>) -> i16 {
    window.state().app().document().map_or(0, |own| own.project().settings.report_year)
}

/// Opens the dialog through the menu of the file.
fn ask(window: &mut Harness<'_, Window>) {
    window.get_by_label_contains("Fil: hedmark-ikt-2021.ron").click();
    window.run_steps(4);
    click(window, "Nytt år…");
}

#[test]
fn the_dialog_says_what_comes_along_and_begins_the_year() {
    let mut window = sample();
    ask(&mut window);
    assert!(has(&window, "Nytt år: 2022") && has(&window, "sammenlignes med 2016–2021"));
    assert!(has(&window, "som utkast som må leses") && has(&window, "importer årets egne"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((year(&window), has(&window, "Nytt år: 2022")), (2021, false));

    ask(&mut window);
    click(&mut window, "Lag 2022");
    wait_until(&mut window, |window| year(window) == 2022);
    let document = window.state().app().document().unwrap();
    assert!(document.path().is_none() && document.has_unsaved_work());
    wait_for(&mut window, "Se alle");
    assert!(has(&window, "0 av 16 deler godkjent"));
    assert!(has(&window, "Om selskapet: Ikke lest"));
    assert!(has(&window, "tekster er overtatt fra forrige år og ikke lest"));
    assert!(has(&window, "Regnskapet for 2022 mangler"));
    assert!(has(&window, "Begynte 2022 fra prosjektet for 2021"));
}

#[test]
fn unsaved_work_of_the_old_year_is_asked_about_first() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND, Key::Num5);
    type_over(&mut window, "Fast ansatte, rad 3: 40", "41");
    press(&mut window, Modifiers::NONE, Key::Enter);
    ask(&mut window);
    click(&mut window, "Lag 2022");
    assert_eq!(year(&window), 2021);
    assert!(window.state().app().pending().is_some());
    click(&mut window, "Ikke lagre");
    wait_until(&mut window, |window| year(window) == 2022);
}

#[test]
fn the_report_stands_as_far_as_its_texts_have_come() {
    let mut window = sample();
    wait_for(&mut window, "Se alle");
    assert!(has(&window, "0 av 16 deler godkjent"));
    assert!(has(&window, "Om selskapet: Utkast"));
    assert!(has(&window, "Underskrifter: Lages av programmet"));
    assert!(!has(&window, "har ingen ansvarlig"), "where nobody answers, it is not asked for");

    let mut project = storage::read(&common::sample_project()).unwrap();
    let period = TextPeriod { year: 2021, quarter: None };
    let section = || "general".to_owned();
    for edit in [
        Edit::SetSectionState { section: section(), period, state: SectionState::Approved },
        Edit::SetSectionOwner { section: section(), period, owner: "Kari".to_owned() },
    ] {
        project = project.edited(&edit, &common::somebody()).unwrap().unwrap().0;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("godkjent.ron");
    storage::write(&path, &project).unwrap();
    let mut window = common::window::window(Answers::default(), Some(path));
    wait_for(&mut window, "1 av 16 deler godkjent");
    assert!(has(&window, "Om selskapet: Godkjent, Kari"));
    assert!(has(&window, "15 deler av rapporten har ingen ansvarlig"));
    wait_for(&mut window, "Se alle");
    window.get_by_label_contains("Se alle").click();
    window.run_steps(4);
    assert!(has(&window, "Kontrollrapport"), "the place of the findings");
}
