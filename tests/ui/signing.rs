//! Agreements, signatories and the signing date, filled in through accessible names.

use crate::common;
use crate::common::program::Answers;
use crate::common::window::{press, type_over, wait_for, window};
use arsmelding::ui::Window;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

/// The window with the sample open at a tab of Organisasjon.
fn organisation(tab: &str) -> Harness<'static, Window> {
    let mut window = window(Answers::default(), Some(common::sample_project()));
    wait_for(&mut window, "36\u{a0}226");
    press(&mut window, Modifiers::COMMAND, Key::Num5);
    window.get_by_role_and_label(Role::Tab, tab).click();
    window.run_steps(4);
    window
}

#[test]
fn an_agreement_is_changed_where_agreements_stand() {
    let mut window = organisation("Avtaler");
    assert!(window.query_all_by_label_contains("3 nye avtaler i 2021.").next().is_some());
    type_over(&mut window, "Leverandør, rad 1: Nordlys Nett AS", "Sørlys Nett AS");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let document = window.state().app().document().unwrap();
    assert_eq!(document.project().agreements[0].supplier, "Sørlys Nett AS");
}

#[test]
fn the_signing_date_and_the_signatories_stand_together() {
    let mut window = organisation("Underskrifter");
    let wanted = "4 skal skrive under 28. mars 2022.";
    assert!(window.query_all_by_label_contains(wanted).next().is_some());
    let field = |window: &mut Harness<'_, Window>, text: &str| {
        window.get_by_role_and_label(Role::TextInput, "Dato for underskrift").focus();
        window.run_steps(2);
        press(window, Modifiers::COMMAND, Key::A);
        window.event(Event::Text(text.to_owned()));
        window.run_steps(2);
        press(window, Modifiers::NONE, Key::Enter);
    };
    field(&mut window, "30.3.2022");
    let signing = |window: &Harness<'_, Window>| {
        window.state().app().document().unwrap().project().report.signing_date
    };
    assert_eq!(signing(&window), Some(date(2022, 3, 30)));
    // What is no date never counts.
    field(&mut window, "i morgen");
    assert_eq!(signing(&window), Some(date(2022, 3, 30)));
    type_over(&mut window, "Rolle, rad 2: Nestleder", "Styremedlem");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let document = window.state().app().document().unwrap();
    assert_eq!(document.project().signatories[1].role, "Styremedlem");
}
