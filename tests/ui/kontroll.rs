//! Kontroll, driven through accessible names: what is found is told with both numbers, leads to
//! its place, can be accepted with a reason, and comes back when its numbers change.

use crate::common;
use crate::common::program::Answers;
use crate::common::window::{click, press, type_over, wait_for, wait_until, window};
use arsmelding::ui::Window;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

/// The window at Kontroll, with the sample open and checked.
fn control() -> Harness<'static, Window> {
    let mut window = window(Answers::default(), Some(common::sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    press(&mut window, Modifiers::COMMAND, Key::Num8);
    wait_for(&mut window, "Alle 7");
    window
}

fn has(window: &Harness<'_, Window>, words: &str) -> bool {
    window.query_all_by_label_contains(&spaced(words)).next().is_some()
}

/// The words with the no-break spaces and the minus of numbers.
fn spaced(words: &str) -> String {
    words.replace('_', "\u{a0}").replace('~', "\u{2212}")
}

fn tab(window: &mut Harness<'_, Window>, name: &str) {
    window.get_by_role_and_label(Role::Tab, name).click();
    window.run_steps(4);
}

fn type_text(window: &mut Harness<'_, Window>, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run_steps(4);
}

/// Accepts the open finding for a reason; the name is asked for where the system tells none.
fn accept(window: &mut Harness<'_, Window>, reason: &str) {
    click(window, "Godta med grunn…");
    click(window, "Godta");
    assert!(has(window, "Skriv hvorfor funnet kan stå"));
    window.get_by_role_and_label(Role::TextInput, "Hvorfor det kan stå").focus();
    type_text(window, reason);
    if window.query_by_role_and_label(Role::TextInput, "Navnet ditt").is_some() {
        window.get_by_role_and_label(Role::TextInput, "Navnet ditt").focus();
        type_text(window, "Kari");
    }
    click(window, "Godta");
}

fn rows(window: &Harness<'_, Window>) -> usize {
    window.query_all_by_role(Role::ListItem).count()
}

/// Makes the permanent employees of 2021 another number, in Organisasjon, and goes back.
fn set_permanent(window: &mut Harness<'_, Window>, from: &str, to: &str) {
    press(window, Modifiers::COMMAND, Key::Num5);
    type_over(window, &format!("Fast ansatte, rad 3: {from}"), to);
    press(window, Modifiers::NONE, Key::Enter);
    press(window, Modifiers::COMMAND, Key::Num8);
    wait_until(window, |window| window.state().app().is_checked());
    window.run_steps(4);
}

#[test]
fn what_is_found_in_the_sample_is_listed_by_severity_and_place() {
    let mut window = control();
    for found in [
        "Advarsel: Kapitalkonto, regnskap 2021 (§ 5-8) er ~15_839_514,87",
        "Ventet merknad, funnet ingen, forskjell 7_168_987,48",
        "Til vurdering: Saldo 01.01, 2020 er 11_873_440,04, men «Fondets historikk» har 11_873_441,00",
        "Til vurdering: Brukerutstyr innen 21 dager har ikke noe måltall",
    ] {
        assert!(has(&window, found), "{found}");
    }
    assert_eq!(rows(&window), 7);
    tab(&mut window, "Advarsler 2");
    assert_eq!(rows(&window), 2);
    tab(&mut window, "Feil 0");
    assert!(has(&window, "Ingen funn"));

    tab(&mut window, "Alle 7");
    click(&mut window, "Sted alle");
    window.get_by_role_and_label(Role::MenuItemRadio, "Mål").click();
    window.run_steps(4);
    assert_eq!(rows(&window), 2);
}

#[test]
fn the_status_bar_counts_what_is_open_and_leads_there() {
    let mut window = control();
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    click(&mut window, "2 advarsler");
    assert_eq!(rows(&window), 2);
    assert!(has(&window, "Kontroll: 2 funn å rette"));
    assert!(window.query_by_role_and_label(Role::Button, "5 til vurdering").is_some());
}

#[test]
fn a_planted_error_is_found_accepted_and_comes_back_when_its_numbers_change() {
    let mut window = control();
    set_permanent(&mut window, "40", "41");
    let found = "Ventet 43, funnet 42, forskjell ~1";
    assert!(has(&window, "faste og midlertidige er 43 til sammen"));
    assert!(has(&window, found));
    assert!(has(&window, "1 feil"));

    window.get_by_label_contains(&spaced(found)).click();
    window.run_steps(4);
    assert!(has(&window, "Rett det tallet som er feil"), "what to do is told");
    accept(&mut window, "Én begynte 31.12.");
    wait_for(&mut window, "Feil 0");
    tab(&mut window, "Godtatt 1");
    assert!(has(&window, "Godtatt av"));
    assert!(has(&window, "i dag 09.30: Én begynte 31.12."));
    assert!(!has(&window, "1 feil"));

    press(&mut window, Modifiers::COMMAND, Key::Z);
    wait_for(&mut window, "Feil 1");
    press(&mut window, Modifiers::COMMAND, Key::Y);
    wait_for(&mut window, "Feil 0");
    set_permanent(&mut window, "41", "44");
    wait_for(&mut window, "Feil 1");
    assert!(has(&window, "Godtatt 0"), "other numbers are another finding");
}

#[test]
fn an_accepted_finding_is_taken_back() {
    let mut window = control();
    let found = "Kapitalkonto, regnskap 2021 (§ 5-8) er";
    window.get_by_label_contains(found).click();
    window.run_steps(4);
    accept(&mut window, "Videreført fra 2020");
    wait_for(&mut window, "Godtatt 1");
    window.get_by_label_contains(found).click();
    window.run_steps(4);
    click(&mut window, "Åpne igjen");
    wait_for(&mut window, "Godtatt 0");
    assert!(has(&window, "Advarsler 2"));
}

#[test]
fn a_finding_leads_to_the_place_where_it_is_mended() {
    let mut window = control();
    click(&mut window, "Gå til Økonomi, Kapitalkonto, regnskap 2021 (§ 5-8)");
    assert!(has(&window, "Regnskap 2021, Kapitalkonto: ~15_839_514,87"));

    press(&mut window, Modifiers::COMMAND, Key::Num8);
    click(&mut window, "Gå til Økonomi, Disposisjonsfond, Saldo 01.01, 2020");
    assert!(has(&window, "2021, Saldo 31.12: 15_557_046,36"));

    // By keyboard: the first finding, the next, and where that is mended.
    press(&mut window, Modifiers::COMMAND, Key::Num8);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(has(&window, "Avvik mot reg., Overføringer og tilskudd til andre: 7_168_987,48"));
}

/// The table of quarters as somebody pastes it from Excel, two of its changes wrong.
const PRINTED: &str = "År\tQ1\tQ2\tQ3\tQ4\tSum\n2021\t10 859\t9 086\t8 388\t7 893\t36 226\n\
                       Endring fra 2020\t1,38\t6,78\t-13,95\t-14,08\t-4,57";

#[test]
fn a_printed_table_is_pasted_kept_and_held_against_the_figures() {
    let mut window = control();
    tab(&mut window, "Trykte tabeller 0");
    click(&mut window, "Hold mot trykt tabell…");
    window.get_by_role_and_label(Role::MultilineTextInput, "Tabellen").focus();
    window.run_steps(2);
    window.event(Event::Paste(PRINTED.to_owned()));
    window.run_steps(6);
    assert!(has(&window, "2 tall avviker, 8 stemmer"));
    click(&mut window, "Behold tabellen");
    wait_for(&mut window, "Advarsler 3");
    assert!(has(&window, "Trykte tabeller 1"));

    tab(&mut window, "Advarsler 3");
    let found = "Endring fra 2020, 1. kvartal er +1,40_%, men «Årsmelding 2021, trykt» har +1,38_%";
    window.get_by_label_contains(&spaced(found)).click();
    window.run_steps(4);
    assert!(has(&window, "Sannsynlig årsak: delt på 2021 i stedet for 2020"));
    assert!(has(&window, "Trykt: +1,38_% · ~13,95_%"));
    assert!(has(&window, "Riktig: +1,40_% · ~12,24_%"));
    window.get_by_label_contains("Gå til Saker").click();
    window.run_steps(6);
    assert!(has(&window, "1. kvartal, Endring fra 2020"), "the very cell is selected");

    press(&mut window, Modifiers::COMMAND, Key::Num8);
    tab(&mut window, "Trykte tabeller 1");
    click(&mut window, "Gi Årsmelding 2021, trykt nytt navn");
    window.event(Event::Text(" i mars".to_owned()));
    window.run_steps(4);
    click(&mut window, "Gi nytt navn");
    assert!(has(&window, "Fjern Årsmelding 2021, trykt i mars"));
    click(&mut window, "Fjern Årsmelding 2021, trykt i mars");
    wait_for(&mut window, "Trykte tabeller 0");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    wait_for(&mut window, "Trykte tabeller 1");
}

#[test]
fn a_printed_table_can_be_read_from_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("utkast.csv");
    std::fs::write(&path, "date,employees_total,apprentices\n2021-12-31,24,3\n").unwrap();
    let answers = Answers { exports: Some(vec![path]), ..Answers::default() };
    let mut window = window(answers, Some(common::sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    press(&mut window, Modifiers::COMMAND, Key::Num8);
    wait_for(&mut window, "Alle 7");
    tab(&mut window, "Trykte tabeller 0");
    click(&mut window, "Hold mot trykt tabell…");
    click(&mut window, "Velg fil…");
    wait_for(&mut window, "Fra fila utkast.csv");
    assert!(has(&window, "Ett tall avviker, 1 stemmer"));
    click(&mut window, "Behold tabellen");
    wait_for(&mut window, "Advarsler 3");
    assert!(has(&window, "utkast.csv"));
}

#[test]
fn what_was_found_is_saved_as_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kontroll.html");
    let answers = Answers { saves_at: Some(path.clone()), ..Answers::default() };
    let mut window = window(answers, Some(common::sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    press(&mut window, Modifiers::COMMAND, Key::Num8);
    wait_for(&mut window, "Alle 7");
    window.get_by_label_contains("Kapitalkonto, regnskap 2021 (§ 5-8) er").click();
    window.run_steps(4);
    accept(&mut window, "Videreført <fra> 2020");
    wait_for(&mut window, "Godtatt 1");
    click(&mut window, "Kontrollrapport");
    wait_for(&mut window, "Kontrollrapporten er lagret");
    let page = std::fs::read_to_string(path).unwrap();
    for words in [
        "Kontrollrapport for 2021",
        "0 feil, én advarsel, 5 til vurdering, 1 godtatt",
        "Laget 12. januar 2022 kl. 09.30",
        "Videreført &lt;fra&gt; 2020",
        &spaced("7_168_987,48"),
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn a_remark_whose_amounts_moved_is_confirmed_where_it_is_found() {
    let mut window = control();
    press(&mut window, Modifiers::COMMAND, Key::Num6);
    click(&mut window, "Skriv merknad");
    type_text(&mut window, "Videreformidling til eierne");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    press(&mut window, Modifiers::COMMAND, Key::Num8);
    wait_for(&mut window, "Advarsler 1");
    let document = window.state().app().document().unwrap();
    let written = document.project().remarks.last().unwrap().written.as_ref().unwrap();
    assert_eq!(written.about[0].line, "Overføringer og tilskudd til andre");
    assert!(written.about[0].actual.is_some());
}
