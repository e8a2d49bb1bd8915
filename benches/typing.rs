//! A frame of Rapport in which a letter is typed, with the outline, the marks and the page beside
//! it, against a frame of Oversikt: what is typed must be seen at once. And how long it takes until
//! the page shows it.
//!
//! `cargo bench --bench typing`

mod measure;
mod window;

use std::path::Path;

use arsmelding::app::App;
use arsmelding::ui::Window;
use arsmelding::ui::place::Place;
use eframe::egui::Event;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

fn main() {
    let mut overview = window(Place::Overview);
    measure::compare(
        "a frame of Rapport in which a letter is typed",
        typing(),
        "a frame of Oversikt",
        move || frame(&mut overview),
    );
    let mut report = rapport();
    measure::report("until the page shows a typed letter", move || {
        let before = report.state().app().preview().map(|page| page.serial);
        report.event(Event::Text("x".to_owned()));
        while report.state().app().preview().map(|page| page.serial) == before {
            report.step();
        }
        0
    });
}

fn window(place: Place) -> Harness<'static, Window> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/hedmark-ikt-2021.ron");
    let mut window = Harness::builder().with_size([1440.0, 900.0]).build_eframe(|creation| {
        Window::new(&creation.egui_ctx, App::new(window::surroundings()), Some(path))
    });
    while window.state().app().document().is_none() {
        window.step();
    }
    window.state_mut().go(place);
    window.run_steps(4);
    window
}

/// Rapport with the cursor in a text of the first section.
fn rapport() -> Harness<'static, Window> {
    let mut window = window(Place::Report);
    while window.state().app().preview().is_none() {
        window.step();
    }
    window.get_by_label("Tekst: Om selskapet").click();
    window.run_steps(4);
    window
}

fn typing() -> impl FnMut() -> u64 {
    let mut window = rapport();
    move || {
        window.event(Event::Text("x".to_owned()));
        frame(&mut window)
    }
}

fn frame(window: &mut Harness<'static, Window>) -> u64 {
    window.step();
    window.output().shapes.len() as u64
}
