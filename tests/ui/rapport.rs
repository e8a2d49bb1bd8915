//! Rapport, driven through accessible names: what is written is at once what is printed.

use crate::common;
use std::path::{Path, PathBuf};

use crate::common::program::Answers;
use crate::common::window::{click, press, wait_for, wait_until, window};
use arsmelding::figures::Figures;
use arsmelding::import;
use arsmelding::project::{Project, SectionState, TextPeriod};
use arsmelding::report::NumberedPart;
use arsmelding::storage;
use arsmelding::ui::Window;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};

const YEAR: TextPeriod = TextPeriod { year: 2021, quarter: None };

/// The window at Rapport, with the first pages set.
fn report(answers: Answers, file: PathBuf) -> Harness<'static, Window> {
    let mut window = window(answers, Some(file));
    wait_until(&mut window, |window| window.state().app().document().is_some());
    press(&mut window, Modifiers::COMMAND, Key::Num7);
    wait_until(&mut window, |window| window.state().app().preview().is_some());
    window
}

fn sample() -> Harness<'static, Window> {
    report(Answers::default(), common::sample_project())
}

fn project<'w>(window: &'w Harness<'_, Window>) -> &'w Project {
    window.state().app().document().unwrap().project()
}

fn body(window: &Harness<'_, Window>, text: &str) -> Option<String> {
    project(window).section_text(text, YEAR)?.body.clone()
}

/// The picture of the page in sight.
fn picture(window: &Harness<'_, Window>) -> Vec<u8> {
    window.state().app().preview().unwrap().picture.rgba.clone()
}

/// The row of a section in the outline.
fn row<'w>(window: &'w Harness<'_, Window>, section: &str) -> Node<'w> {
    let start = format!("{section}: ");
    let mut rows = window.get_all_by_role(Role::TreeItem);
    rows.find(|row| label(row).starts_with(&start)).unwrap()
}

fn label(node: &Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

/// What a node says, be it a name or a text.
fn label_or_value(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

fn open(window: &mut Harness<'_, Window>, section: &str) {
    row(window, section).click();
    window.run_steps(4);
}

/// Writes at the end of a text.
fn write(window: &mut Harness<'_, Window>, text: &str, words: &str) {
    click(window, text);
    press(window, Modifiers::COMMAND, Key::A);
    press(window, Modifiers::NONE, Key::ArrowRight);
    type_words(window, words);
}

/// Types where the focus is.
fn type_words(window: &mut Harness<'_, Window>, words: &str) {
    window.event(Event::Text(words.to_owned()));
    window.run_steps(4);
}

#[test]
fn what_is_typed_is_on_the_page_before_it_is_in_the_project_and_becomes_one_edit() {
    let mut window = sample();
    let (before, page) = (body(&window, "general"), picture(&window));
    write(&mut window, "Tekst: Om selskapet", " Vi flyttet i mai.");
    wait_until(&mut window, |window| picture(window) != page);
    assert_eq!(body(&window, "general"), before, "it is still being typed");

    press(&mut window, Modifiers::COMMAND, Key::Enter);
    let after = body(&window, "general").unwrap();
    assert_eq!(after, format!("{} Vi flyttet i mai.", before.clone().unwrap()));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(body(&window, "general"), before);
}

#[test]
fn escape_drops_what_was_typed_and_leaving_the_place_keeps_it() {
    let mut window = sample();
    let before = body(&window, "general");
    write(&mut window, "Tekst: Om selskapet", " Bort med dette.");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(body(&window, "general"), before);

    write(&mut window, "Tekst: Om selskapet", " Dette blir.");
    press(&mut window, Modifiers::COMMAND, Key::Num1);
    assert!(body(&window, "general").unwrap().ends_with(" Dette blir."));
}

#[test]
fn what_is_being_typed_is_undone_and_redone_in_the_text() {
    let mut window = sample();
    let before = body(&window, "general").unwrap();
    write(&mut window, "Tekst: Om selskapet", " Først.");
    window.run_steps(8);
    type_words(&mut window, " Så.");
    window.run_steps(8);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Y);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(body(&window, "general").unwrap(), format!("{before} Først."));
}

#[test]
fn a_number_from_the_list_is_a_field_that_prints_its_value() {
    let mut window = sample();
    write(&mut window, "Tekst: Om selskapet", " Saker: ");
    press(&mut window, Modifiers::COMMAND, Key::Period);
    wait_for(&mut window, "Sett inn et tall");
    window.event(Event::Text("9086".to_owned()));
    window.run_steps(4);
    press(&mut window, Modifiers::NONE, Key::Enter);
    // The writer goes on behind it.
    type_words(&mut window, ", som ventet.");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(body(&window, "general").unwrap().ends_with(" Saker: {saker.q2}, som ventet."));
}

#[test]
fn a_wrong_number_is_marked_and_its_figure_is_put_in_its_place() {
    let mut window = sample();
    open(&mut window, "2. kvartal");
    let of = TextPeriod { quarter: Some(arsmelding::calendar::Quarter::Second), ..YEAR };
    let words = " Det ble 6,4 % flere saker enn året før.";
    write(&mut window, "Tekst: Organisasjon", words);
    wait_for(&mut window, "Tallet stemmer ikke");
    press(&mut window, Modifiers::NONE, Key::Tab);
    // The writer goes on behind it.
    type_words(&mut window, ", altså");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    let people = project(&window).section_text("people", of).unwrap().body.clone().unwrap();
    let whole = "Det ble {saker.q2.endring}, altså saker enn året før.";
    assert!(people.ends_with(whole), "{people}");
}

#[test]
fn a_draft_is_taken_over_with_its_fields() {
    let mut window = sample();
    open(&mut window, "2. kvartal");
    let of = TextPeriod { quarter: Some(arsmelding::calendar::Quarter::Second), ..YEAR };
    assert_eq!(project(&window).section_text("drift", of).and_then(|own| own.body.clone()), None);
    click(&mut window, "Ta over teksten");
    let drift = project(&window).section_text("drift", of).unwrap().body.clone().unwrap();
    assert!(drift.contains("{saker.q2}"), "{drift}");
    assert!(window.query_by_label("Ta over teksten").is_none());
}

#[test]
fn a_draft_that_is_clicked_is_gone_on_from_and_one_that_is_approved_is_kept_as_it_was_read() {
    let mut window = sample();
    open(&mut window, "2. kvartal");
    let of = TextPeriod { quarter: Some(arsmelding::calendar::Quarter::Second), ..YEAR };
    let draft = arsmelding::report::draft(&Figures::of(project(&window)), "drift", of).unwrap();
    let written = |window: &Harness<'_, Window>, of| {
        project(window).section_text("drift", of).and_then(|own| own.body.clone())
    };
    window.get_by_label_contains("9\u{a0}086 saker ble registrert").click();
    window.run_steps(4);
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(written(&window, of), None, "nothing was changed");
    window.get_by_label_contains("9\u{a0}086 saker ble registrert").click();
    window.run_steps(4);
    type_words(&mut window, " Sommeren var rolig.");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(written(&window, of).unwrap(), format!("{draft} Sommeren var rolig."));

    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(written(&window, of), None);
    click(&mut window, "Status: Drift");
    click(&mut window, "Godkjent");
    assert_eq!(written(&window, of).unwrap(), draft);
    let own = project(&window).section_text("drift", of).unwrap();
    assert_eq!(own.state, SectionState::Approved);
}

#[test]
fn a_section_is_left_out_and_taken_with_again() {
    let mut window = sample();
    let pages = window.state().app().preview().unwrap().count;
    // A chapter that only gathers others waits for nobody.
    let gathers = label(&row(&window, "Organisasjonen"));
    assert!(gathers.ends_with("Lages av programmet"), "{gathers}");
    open(&mut window, "Regnskapsoppstillinger");
    let left_out = |window: &Harness<'_, Window>| {
        project(window).report.outline.iter().filter(|own| own.is_left_out).count()
    };
    for section in ["§ 5-6 Økonomisk oversikt etter art, drift", "§ 5-8 Balanseregnskapet"] {
        row(&window, section).click_secondary();
        window.run_steps(4);
        click(&mut window, "Utelat fra rapporten");
    }
    assert_eq!(left_out(&window), 2);
    wait_until(&mut window, |window| window.state().app().preview().unwrap().count < pages);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(left_out(&window), 0);
    wait_until(&mut window, |window| window.state().app().preview().unwrap().count == pages);
}

#[test]
fn the_report_is_saved_as_a_document_that_holds_its_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rapport.pdf");
    let answers = Answers { saves_at: Some(path.clone()), ..Answers::default() };
    let mut window = report(answers, common::sample_project());
    click(&mut window, "PDF");
    wait_for(&mut window, "rapport.pdf er lagret");
    let read = import::read_document(&path).unwrap();
    let text: String = read.lines.into_iter().map(|line| line.text + "\n").collect();
    assert!(text.contains("Driften gjennom året") && text.contains("10\u{a0}859"));
}

#[test]
fn an_empty_project_has_a_report_to_write() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tomt.ron");
    storage::write(&path, &common::empty_project()).unwrap();
    let mut window = report(Answers::default(), path);
    // What nobody has written or imported has not begun.
    for section in ["Om selskapet", "Driften gjennom året", "Underskrifter"] {
        assert_eq!(label(&row(&window, section)), format!("{section}: Ikke begynt"));
    }
    write(&mut window, "Tekst: Om selskapet", "Vi begynte i januar.");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(body(&window, "general").as_deref(), Some("Vi begynte i januar."));
}

/// A part of the report whose pages were set last, by its anchor.
fn part(window: &Harness<'_, Window>, anchor: &str) -> Option<NumberedPart> {
    let parts = &window.state().app().report_content().parts;
    parts.iter().find(|part| part.anchor == anchor).cloned()
}

#[test]
fn a_table_is_put_into_a_section_and_taken_out_again() {
    let mut window = sample();
    open(&mut window, "Informasjonssikkerhet");
    assert!(part(&window, "incidents").is_none());
    click(&mut window, "Blokk");
    let item = window.get_by_label_contains("A- og B-hendelser");
    item.click();
    window.run_steps(4);
    wait_until(&mut window, |window| part(window, "incidents").is_some());
    let title = format!("Ta ut Tabell 2: {}", part(&window, "incidents").unwrap().caption);
    wait_for(&mut window, &title);
    // What stands in the report is not offered again.
    click(&mut window, "Blokk");
    let again = window.query_all_by_role(Role::MenuItem);
    assert!(!again.into_iter().any(|own| {
        own.accesskit_node().label().is_some_and(|label| label.contains("A- og B-hendelser"))
    }));
    press(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, &title);
    wait_until(&mut window, |window| part(window, "incidents").is_none());
}

#[test]
fn what_a_chart_shows_is_said_by_a_person_until_the_data_may_say_it_again() {
    let mut window = sample();
    open(&mut window, "2. kvartal");
    let of = |window: &Harness<'_, Window>| part(window, "q2").unwrap();
    let drafted = of(&window).alt.unwrap();
    let title = format!("Alternativ tekst: Figur 3: {}", of(&window).caption);
    click(&mut window, &title);
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text("I kvartalet kom {saker.q2} saker.".to_owned()));
    window.run_steps(4);
    click(&mut window, "Bruk teksten");
    let own = "I kvartalet kom 9\u{a0}086 saker.";
    wait_until(&mut window, |window| of(window).alt.as_deref() == Some(own));
    click(&mut window, &title);
    click(&mut window, "Lag av tallene");
    wait_until(&mut window, |window| of(window).alt.as_ref() == Some(&drafted));
}

/// The names of the files in a folder, in order.
fn files_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|own| own.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn reports_are_made_in_a_folder_of_their_own_and_never_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let answers = Answers { folder: Some(folder.path().to_owned()), ..Answers::default() };
    let mut window = report(answers, common::sample_project());
    click(&mut window, "Lag rapport");
    // Whoever makes it to be signed is told what nobody has approved.
    let unapproved = window.get_by_label_contains("tekster i årsmeldingen er ikke godkjent");
    assert!(label_or_value(&unapproved).starts_with("29 av 29"), "{}", label_or_value(&unapproved));
    click(&mut window, "Velg mappe…");
    wait_for(&mut window, "arsmelding-2021 er lagret");
    let pack = files_in(&folder.path().join("arsmelding-2021"));
    assert!(pack.contains(&"arsmelding-2021.pdf".to_owned()), "{pack:?}");
    assert_eq!(pack.len(), 6, "{pack:?}");

    click(&mut window, "Lag rapport");
    click(&mut window, "Kvartalsrapport til hver kunde");
    window.get_by_role_and_label(Role::ComboBox, "Kvartal").click();
    window.run_steps(4);
    click(&mut window, "2. kvartal");
    click(&mut window, "Velg mappe…");
    wait_for(&mut window, "kunderapporter-2021-2 er lagret");
    let all = files_in(&folder.path().join("kunderapporter-2021-2"));
    assert!(all.contains(&"hamar-2021-2.docx".to_owned()), "{all:?}");
    assert_eq!(all.len(), 3 * project(&window).customers.len(), "{all:?}");

    click(&mut window, "Lag rapport");
    click(&mut window, "Velg mappe…");
    wait_for(&mut window, "arsmelding-2021-2 er lagret");
    assert_eq!(files_in(&folder.path().join("arsmelding-2021-2")), pack);
}

#[test]
fn who_answers_for_a_text_counts_when_the_field_is_left_but_not_by_escape() {
    let mut window = sample();
    let owner = |window: &Harness<'_, Window>| {
        project(window).section_text("general", YEAR).unwrap().owner.clone()
    };
    let name_it = |window: &mut Harness<'_, Window>, opener: &str, name: &str| {
        click(window, opener);
        press(window, Modifiers::COMMAND, Key::A);
        window.event(Event::Text(name.to_owned()));
        window.run_steps(4);
    };
    name_it(&mut window, "Ingen ansvarlig", "Per");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(owner(&window), "");
    name_it(&mut window, "Ingen ansvarlig", "Kari");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(owner(&window), "Kari");
    name_it(&mut window, "Kari", "Ola");
    open(&mut window, "Året i korte trekk");
    assert_eq!(owner(&window), "Ola");
}
