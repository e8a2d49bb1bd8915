//! The window as a person uses it, driven through accessible names: open the sample, read a
//! figure, edit a goal, undo, save, reopen, close with work unsaved.

mod common;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use arsmelding::app::{App, Dialogs, Surroundings, Wake};
use arsmelding::jobs::Job;
use arsmelding::project::{Minute, TableId};
use arsmelding::storage;
use arsmelding::ui::Window;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

/// Dialogs that are answered at once: everything is saved at one place.
struct SavesAt(PathBuf);

impl Dialogs for SavesAt {
    fn open_project(&self, _: Option<&Path>, wake: Wake) -> Job<Option<PathBuf>> {
        Job::start(wake, |_| None)
    }

    fn choose_exports(&self, _: Option<&Path>, wake: Wake) -> Job<Option<Vec<PathBuf>>> {
        Job::start(wake, |_| None)
    }

    fn save(&self, _: Option<&Path>, _: &str, wake: Wake) -> Job<Option<PathBuf>> {
        let path = self.0.clone();
        Job::start(wake, move |_| Some(path))
    }
}

fn window(saves_at: PathBuf, project: Option<PathBuf>) -> Harness<'static, Window> {
    Harness::builder().with_size([1440.0, 900.0]).build_eframe(move |creation| {
        let surroundings = Surroundings {
            now: Box::new(|| Minute::new(date(2022, 1, 12), 9, 30)),
            wake: Arc::new(|| ()),
            dialogs: Box::new(SavesAt(saves_at)),
            settings_path: None,
        };
        Window::new(&creation.egui_ctx, App::new(surroundings), project)
    })
}

/// Draws until `is_so`; jobs work meanwhile.
fn wait_until(window: &mut Harness<'_, Window>, is_so: impl Fn(&Harness<'_, Window>) -> bool) {
    for _ in 0..4_000 {
        window.step();
        if is_so(window) {
            return;
        }
        thread::sleep(Duration::from_millis(5));
    }
    panic!("what the test waits for never came");
}

fn wait_for(window: &mut Harness<'_, Window>, name: &str) {
    wait_until(window, |window| window.query_all_by_label_contains(name).next().is_some());
}

fn click(window: &mut Harness<'_, Window>, name: &str) {
    window.get_by_label(name).click();
    window.run_steps(4);
}

fn press(window: &mut Harness<'_, Window>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_steps(4);
}

fn type_over(window: &mut Harness<'_, Window>, cell: &str, text: &str) {
    click(window, cell);
    window.event(eframe::egui::Event::Text(text.to_owned()));
    window.run_steps(4);
}

#[test]
fn open_the_sample_read_a_figure_edit_a_goal_undo_save_and_reopen() {
    let folder = tempfile::tempdir().unwrap();
    let saved = folder.path().join("mitt-prosjekt.ron");
    let mut first = window(saved.clone(), None);
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
    let mut second = window(saved.clone(), Some(saved));
    wait_for(&mut second, "36\u{a0}226");
    press(&mut second, Modifiers::COMMAND, Key::Num4);
    wait_for(&mut second, "Måltall, rad 1: 99,9");
}

#[test]
fn a_block_from_excel_is_one_edit_and_an_impossible_text_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path().join("p.ron"), Some(common::sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    press(&mut window, Modifiers::COMMAND, Key::Num5);
    click(&mut window, "Ansatte i alt, rad 1: 40");
    window.event(eframe::egui::Event::Paste("41\t40\n44\t43\n".to_owned()));
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
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path().join("p.ron"), Some(common::sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    click(&mut window, "Rapportår");
    click(&mut window, "2018");
    wait_for(&mut window, "37\u{a0}572");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    wait_for(&mut window, "36\u{a0}226");
}
