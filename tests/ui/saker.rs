//! The places Saker and Oversikt, driven through their accessible names.

use std::sync::Arc;

use crate::common::program::{self, Answers};
use arsmelding::app::{App, Command};
use arsmelding::calendar::{Date, Span, is_workday};
use arsmelding::project::{
    Case, CaseBatch, Code, Codes, Customer, DayCount, DayCountBatch, Event, Minute, Project,
    Source, SourceId, SourceKind, Stream, Vocabulary,
};
use arsmelding::storage;
use arsmelding::ui::actions::ShellAction;
use arsmelding::ui::context::Context;
use arsmelding::ui::place::Place;
use arsmelding::ui::places::PlaceStates;
use arsmelding::ui::theme::{self, Motion};
use arsmelding::ui::trail::{self, TrailState};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use jiff::civil::date;

struct Window {
    app: App,
    place: Place,
    trail: TrailState,
    states: PlaceStates,
    pushed: Vec<Command>,
}

/// A window of one place, with `project` open.
fn window(project: &Project, place: Place, width: f32) -> Harness<'static, Window> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("prosjekt.ron");
    storage::write(&path, project).unwrap();
    let mut app = program::app(Answers::default());
    app.run(Command::Open(path));
    program::wait_until(&mut app, |app| app.document().is_some());
    let mut harness = Harness::builder()
        .with_size([width, 900.0])
        .with_context_setup(|ctx| theme::install(ctx, Motion::None))
        .build_ui_state(
            |ui, window: &mut Window| {
                let (mut commands, mut asked) = (Vec::new(), Vec::new());
                let Window { app, place, trail, states, .. } = window;
                let mut cx = Context {
                    app,
                    place: *place,
                    is_dialog_open: false,
                    commands: &mut commands,
                    asked: &mut asked,
                };
                trail::around(ui, &mut cx, trail, |ui, cx| states.show(ui, cx));
                for action in asked {
                    if let ShellAction::Go(to) = action {
                        *place = to;
                    }
                }
                for command in commands {
                    window.pushed.push(command.clone());
                    window.app.run(command);
                }
            },
            Window {
                app,
                place,
                trail: TrailState::default(),
                states: PlaceStates::default(),
                pushed: Vec::new(),
            },
        );
    harness.run();
    harness
}

fn source(id: u32, kind: SourceKind, period: Span, file: &str) -> Source {
    Source {
        id: SourceId(id),
        stream: Stream { kind, system: String::new(), selection: String::new() },
        company: String::new(),
        file: file.to_owned(),
        sheet: "Saksliste".to_owned(),
        sha256: String::new(),
        period: Some(period),
        is_last_day_partial: false,
        read: 0,
        accepted: 0,
        rejected: 0,
        skipped: 0,
        replaced: Vec::new(),
        columns: vec![("created".to_owned(), 1), ("cases".to_owned(), 1)],
        imported: Minute::start_of(date(2022, 1, 3)),
        imported_by: String::new(),
    }
}

/// 2020 as day counts, 10 on a working day and 2 else; the report year as case rows up to
/// `last`, 12 on a working day, 30 on 11 March, and none else, every third of them Stange's.
fn project(last: Date) -> Project {
    let mut project = Project::new("Hedmark IKT", 2021, (2020, 2020));
    let before = Span::year(2020);
    let counts = before.days().zip(2..).map(|(date, row)| DayCount {
        date,
        cases: if is_workday(date) { 10 } else { 2 },
        row,
    });
    let day_counts = DayCountBatch { source: SourceId(1), rows: Arc::new(counts.collect()) };
    let span = Span::new(date(2021, 1, 1), last);
    let count = |day: Date| match day {
        day if day == date(2021, 3, 11) => 30,
        day if is_workday(day) => 12,
        _ => 0,
    };
    let days = span.days().flat_map(|day| (0..count(day)).map(move |_| day));
    let rows = days.zip(6_u32..).map(|(day, row)| Case {
        number: format!("S{row}").into(),
        registered: Minute::new(day, 8, 14),
        priority: Code(1),
        kind: Code(1),
        category: Code(1),
        customer: Code(1 + u16::from(row % 3 == 0)),
        open_minutes: None,
        parent: None,
        row,
    });
    let cases = CaseBatch { source: SourceId(2), rows: Arc::new(rows.collect()) };
    let words = |words: &[&str]| Vocabulary(words.iter().map(|word| (*word).to_owned()).collect());
    project.codes = Arc::new(Codes {
        priorities: words(&["C"]),
        types: words(&["Hendelse"]),
        categories: words(&["Nettverk"]),
        customers: words(&["Hamar", "Stange kommune"]),
    });
    project.customers = Arc::new(vec![
        Customer { name: "Hamar".to_owned(), ..Customer::default() },
        Customer {
            name: "Stange".to_owned(),
            aliases: "Stange kommune".to_owned(),
            ..Customer::default()
        },
    ]);
    project.events = Arc::new(vec![Event {
        start: Some(Minute::start_of(date(2021, 3, 11))),
        title: "Strømbrudd".to_owned(),
        ..Event::default()
    }]);
    project.sources = Arc::new(vec![
        source(1, SourceKind::DayCounts, before, "saker-per-dag-2020.xlsx"),
        source(2, SourceKind::Cases, span, "saker-2021.xlsx"),
    ]);
    project.day_counts = Arc::new(vec![day_counts]);
    project.cases = Arc::new(vec![cases]);
    project
}

fn whole_year() -> Date {
    date(2021, 12, 31)
}

fn click(harness: &mut Harness<'_, Window>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

fn has(harness: &Harness<'_, Window>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

/// The words with the no-break spaces of numbers.
fn spaced(words: &str) -> String {
    words.replace('_', "\u{a0}")
}

#[test]
fn the_quarter_says_what_the_numbers_say_and_a_day_opens_into_its_cases() {
    let mut harness = window(&project(whole_year()), Place::Cases, 1440.0);
    // 63 working days of 12, and 18 more on 11 March.
    assert!(has(&harness, "774 saker i 1. kvartal"));
    // The first three lie in week 1, whose days of 2020 are no working days of that year.
    assert!(has(&harness, "60 av 60 arbeidsdager lå over snittet"));

    let plot = "Saker per dag, 1. kvartal 2021";
    harness.get_by_label(plot).focus();
    harness.run();
    // From 1 January to 11 March; the first press stands on the first day.
    for _ in 0..70 {
        harness.key_press(Key::ArrowRight);
        harness.step();
    }
    harness.run();
    let value = harness.get_by_label(plot).value().unwrap();
    let sentence = spaced(
        "Torsdag 11. mars 2021: Strømbrudd. 30 saker, 20 flere (200,0_%) enn snittet på 10,0 for \
         én tilsvarende torsdag.",
    );
    assert_eq!(value, sentence);

    harness.key_press(Key::Enter);
    harness.run();
    assert!(has(&harness, &spaced("Nettverk: 30 saker, 100,0_%")));
    assert!(has(&harness, "Stange: 10 saker"), "the register's name, not the export's");
    assert!(has(&harness, "saker-2021.xlsx, rad"));
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!has(&harness, "saker-2021.xlsx, rad"));
}

#[test]
fn a_number_of_the_table_leads_to_its_file_and_a_filter_counts_anew() {
    let mut harness = window(&project(whole_year()), Place::Cases, 1440.0);
    let cell = "1. kvartal, 2021: 774";
    harness.get_by_label(cell).click_accesskit();
    harness.run();
    harness.key_press(Key::F4);
    harness.run();
    assert!(has(&harness, "saker-2021.xlsx"));
    assert!(has(&harness, "Ark «Saksliste», cellene B6–B779 (774 i alt)"));

    click(&mut harness, "Kunde alle 2");
    click(&mut harness, "Stange");
    assert!(has(&harness, "258 saker i 1. kvartal."), "counts alone have no customers to compare");
    assert!(has(&harness, "1. kvartal, 2020: mangler"));
    click(&mut harness, "Uke");
    assert!(has(&harness, "Saker per uke, 2021"));
    click(&mut harness, "Vis som tabell");
    assert!(harness.query_by_role_and_label(Role::Grid, "Saker per uke").is_some());
}

#[test]
fn a_running_quarter_is_compared_with_the_same_days_only() {
    let mut harness = window(&project(date(2021, 8, 31)), Place::Cases, 1280.0);
    harness.get_by_role_and_label(Role::Tab, "3. kvartal").click();
    harness.run();
    // 44 working days of 12 in July and August 2021; 44 of 10 and 18 others of 2 in 2020.
    assert!(has(&harness, "528 saker i 3. kvartal per 31. august"));
    assert!(has(&harness, &spaced("10,9_% flere enn snittet for de samme dagene")));
    assert!(has(&harness, "Snitt 2020, samme dager"));
    assert!(has(&harness, "4. kvartal, 2021 per 31. august: mangler"));
}

#[test]
fn the_overview_tells_what_is_missing_and_leads_there() {
    let mut harness = window(&project(date(2021, 8, 31)), Place::Overview, 1440.0);
    assert!(has(&harness, "Saker mangler for 122 dager i 2021"));
    assert!(has(&harness, "Ingen mål for 2021"));
    click(&mut harness, "Gå til Mål");
    assert_eq!(harness.state().place, Place::Goals);
}

#[test]
fn an_empty_project_invites_to_import() {
    let empty = Project::new("Hedmark IKT", 2021, (2015, 2020));
    for place in [Place::Overview, Place::Cases] {
        let mut harness = window(&empty, place, 1440.0);
        click(&mut harness, "Importer eksporter…");
        assert!(matches!(harness.state().pushed[..], [Command::ChooseExports]));
    }
}
