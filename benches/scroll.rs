//! A frame of the window while a ledger of 100 000 postings is scrolled, against the same with
//! 1 000 postings: only what is in sight may cost anything.
//!
//! `cargo bench --bench scroll`

mod measure;
mod window;

use std::path::Path;
use std::sync::Arc;

use arsmelding::app::App;
use arsmelding::number::{self, Decimal};
use arsmelding::project::{AccountString, LedgerBatch, LedgerRow, Project, SourceId};
use arsmelding::storage;
use arsmelding::ui::Window;
use arsmelding::ui::place::Place;
use eframe::egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

const LONG: u32 = 100_000;
const SHORT: u32 = 1_000;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the projects");
    measure::compare(
        "a frame while 100 000 postings are scrolled",
        frames(&folder.path().join("long.ron"), LONG),
        "the same with 1 000 postings",
        frames(&folder.path().join("short.ron"), SHORT),
    );
}

fn frames(path: &Path, count: u32) -> impl FnMut() -> u64 {
    storage::write(path, &project(count)).expect("the project is written");
    let mut window = Harness::builder().with_size([1440.0, 900.0]).build_eframe(|creation| {
        Window::new(&creation.egui_ctx, App::new(window::surroundings()), Some(path.to_owned()))
    });
    while window.state().app().document().is_none() {
        window.step();
    }
    window.state_mut().go(Place::Economy);
    window.run_steps(4);
    window.get_by_label("Kontoer").click();
    window.run_steps(4);
    let ledger = format!("Hovedbok {}", number::count(count.into()));
    window.get_by_label(&ledger).click();
    window.run_steps(4);
    let cell = window.get_by_label("Bilag, rad 1: B2").rect().center();
    window.hover_at(cell);
    move || {
        window.event(Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: vec2(0.0, -40.0),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        window.step();
        window.output().shapes.len() as u64
    }
}

fn project(count: u32) -> Project {
    let account = AccountString {
        class: "1".to_owned(),
        account: "19500".to_owned(),
        ..AccountString::default()
    };
    let row = |at: u32| LedgerRow {
        account: 0,
        period: 1,
        day: None,
        voucher: format!("B{at}").into(),
        amount: Decimal::new(i64::from(at), 2),
        customer: None,
        row: at,
    };
    let batch = LedgerBatch {
        source: SourceId(1),
        year: 2021,
        accounts: Arc::new(vec![account]),
        customers: Arc::default(),
        rows: Arc::new((2..count + 2).map(row).collect()),
    };
    Project { ledger: Arc::new(vec![batch]), ..Project::new("Benk", 2021, (2015, 2020)) }
}
