//! Work that takes more than a moment: a bar with a count and a way to stop.

use eframe::egui::{
    Align, Frame, Layout, Margin, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2,
};

use super::button::Button;
use super::paint;
use crate::look::tokens;
use crate::t;
use crate::ui::theme::{self, colors, medium, scale};

const THICKNESS: f32 = 6.0;

/// How far some work has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// What is being done: *Leser saker_2021_q3.xlsx*.
    pub title: String,
    /// The share that is done, from 0 to 1; `None` while it cannot be known.
    pub share: Option<f32>,
    /// The count in words: *61 %, 5 117 av 8 388 rader*.
    pub count: String,
}

/// Shows `progress` as a card; true when the user stops the work.
pub fn card(ui: &mut Ui, progress: &Progress) -> bool {
    let colors = colors(ui);
    Frame::NONE
        .fill(colors.canvas)
        .stroke(Stroke::new(1.0, colors.line_strong))
        .corner_radius(tokens().radius.area)
        .inner_margin(Margin::symmetric(12, 6))
        .show(ui, |ui| {
            let mut stopped = false;
            paint::row(ui, tokens().size.button, |ui| {
                theme::text(ui, &progress.title, medium(scale().body), colors.text);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    stopped = ui.add(Button::quiet(&t!("ui-cancel"))).clicked();
                });
            });
            let width = ui.available_width();
            bar(ui, &progress.title, progress.share, width);
            theme::text(ui, &progress.count, scale().caption, colors.text_2);
            stopped
        })
        .inner
}

/// The bar alone, `width` wide.
pub fn bar(ui: &mut Ui, name: &str, share: Option<f32>, width: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, THICKNESS), Sense::hover());
    let done = share.unwrap_or(0.0).clamp(0.0, 1.0);
    response.widget_info(|| WidgetInfo {
        value: share.map(|share| f64::from(share) * 100.0),
        ..WidgetInfo::labeled(Role::ProgressIndicator, true, name)
    });
    let colors = colors(ui);
    ui.painter().rect_filled(rect, THICKNESS / 2.0, colors.line);
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * done, rect.height()));
    ui.painter().rect_filled(filled, THICKNESS / 2.0, colors.accent);
    response
}
