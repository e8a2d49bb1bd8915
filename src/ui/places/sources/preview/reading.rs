//! While the files are read for the first time: how far it has come, and a way to stop.

use eframe::egui::Ui;

use crate::app::{Command, ImportSession};
use crate::t;
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::progress::{self, Progress};

const WIDTH: f32 = 480.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Context<'_>, session: &ImportSession) {
    let files = session.requests().len();
    let (file, row) = match cx.app.running_job() {
        Some((_, progress)) => (progress.what, progress.done),
        None => (String::new(), 0),
    };
    let title = if file.is_empty() {
        t!("reading-files", count = files)
    } else {
        t!("reading-file", file = file)
    };
    let count = if row == 0 { String::new() } else { t!("job-rows", count = row) };
    ui.add_space(8.0);
    let is_stopped = ui
        .scope(|ui| {
            ui.set_max_width(WIDTH);
            progress::card(ui, &Progress { title, share: None, count })
        })
        .inner;
    if is_stopped {
        cx.push(Command::CancelJob);
    }
    ui.add_space(8.0);
    theme::text(ui, t!("reading-foot"), scale().caption, colors(ui).text_2);
}
