//! The window, driven through accessible names.

use std::path::PathBuf;
use std::thread;

use arsmelding::ui::Window;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::program::{self, Answers, PATIENCE, PAUSE};

/// The whole window, with the project at `file` on its way.
pub fn window(answers: Answers, file: Option<PathBuf>) -> Harness<'static, Window> {
    Harness::builder()
        .with_size([1440.0, 900.0])
        .build_eframe(move |creation| Window::new(&creation.egui_ctx, program::app(answers), file))
}

/// Draws until `is_so`; jobs work meanwhile.
pub fn wait_until(window: &mut Harness<'_, Window>, is_so: impl Fn(&Harness<'_, Window>) -> bool) {
    for _ in 0..PATIENCE {
        window.step();
        if is_so(window) {
            return;
        }
        thread::sleep(PAUSE);
    }
    panic!("what the test waits for never came");
}

/// Draws until something is named so.
pub fn wait_for(window: &mut Harness<'_, Window>, name: &str) {
    wait_until(window, |window| window.query_all_by_label_contains(name).next().is_some());
}

/// Clicks on what is named so.
pub fn click(window: &mut Harness<'_, Window>, name: &str) {
    window.get_by_label(name).click();
    window.run_steps(4);
}

/// Presses a key.
pub fn press(window: &mut Harness<'_, Window>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_steps(4);
}

/// Selects a cell and types over what it holds, without Enter.
pub fn type_over(window: &mut Harness<'_, Window>, cell: &str, text: &str) {
    click(window, cell);
    window.event(Event::Text(text.to_owned()));
    window.run_steps(4);
}
