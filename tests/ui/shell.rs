//! The frame around the places, driven through its accessible names.

use arsmelding::ui::actions::ShellAction;
use arsmelding::ui::place::Place;
use arsmelding::ui::shell::{Findings, ProjectView, ShellView, StatusView, shell};
use arsmelding::ui::theme::{self, Motion};
use arsmelding::ui::widgets::progress::Progress;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

struct Window {
    view: ShellView,
    actions: Vec<ShellAction>,
}

fn open_project() -> ShellView {
    ShellView {
        place: Place::Overview,
        project: Some(ProjectView {
            year: 2021,
            years: vec![2021, 2020],
            file: "hedmark-ikt.ron".to_owned(),
            saved: "Lagret 14.32".to_owned(),
            undo: Some("Endret Oppetid".to_owned()),
            redo: None,
        }),
        status: StatusView::Settled("Alle tall er oppdatert".to_owned()),
        findings: Findings { errors: 4, warnings: 1, notes: 0 },
        role: "Du redigerer".to_owned(),
    }
}

fn window(view: ShellView, width: f32) -> Harness<'static, Window> {
    let mut harness = Harness::builder()
        .with_size([width, 700.0])
        .with_context_setup(|ctx| theme::install(ctx, Motion::None))
        .build_ui_state(
            |ui, window: &mut Window| {
                let ((), actions) = shell(ui, &window.view, |_| {});
                window.actions.extend(actions);
            },
            Window { view, actions: Vec::new() },
        );
    harness.run();
    harness
}

fn click(harness: &mut Harness<'_, Window>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

#[test]
fn places_year_and_undo_are_reached_by_pointer_and_key() {
    let mut harness = window(open_project(), 1440.0);
    click(&mut harness, "Saker");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num9);
    harness.run();
    click(&mut harness, "Angre");
    click(&mut harness, "Gjør om");
    click(&mut harness, "Rapportår");
    click(&mut harness, "2020");
    let expected = [
        ShellAction::Go(Place::Cases),
        ShellAction::Go(Place::Sources),
        ShellAction::Undo,
        ShellAction::ChooseYear(2020),
    ];
    assert_eq!(harness.state().actions, expected, "there is nothing to do again");
}

#[test]
fn a_narrow_window_shows_icons_alone_that_keep_their_names() {
    let mut harness = window(open_project(), 1280.0);
    assert!(harness.get_by_label("Hendelser").rect().width() < 52.0);
    click(&mut harness, "Hendelser");
    assert_eq!(harness.state().actions, [ShellAction::Go(Place::Events)]);
}

#[test]
fn without_a_project_the_places_are_dimmed_and_the_settings_are_not() {
    let mut view = open_project();
    view.project = None;
    let mut harness = window(view, 1440.0);
    assert!(harness.get_by_label("Mål").accesskit_node().is_disabled());
    click(&mut harness, "Mål");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run();
    click(&mut harness, "Innstillinger");
    assert_eq!(harness.state().actions, [ShellAction::Go(Place::Settings)]);
    harness.get_by_label("Ingen fil åpen");
}

#[test]
fn work_under_way_can_be_stopped_and_findings_are_counted_in_words() {
    let mut view = open_project();
    view.status = StatusView::Working(Progress {
        title: "Leser saker_2021_q3.xlsx".to_owned(),
        share: Some(0.61),
        count: "61 %".to_owned(),
    });
    let mut harness = window(view, 1440.0);
    click(&mut harness, "Avbryt");
    assert_eq!(harness.state().actions, [ShellAction::StopWork]);
    harness.get_by_label("4 feil");
    harness.get_by_label("1 advarsel");
    assert!(harness.query_by_label_contains("til vurdering").is_none(), "none is not shown");
}
