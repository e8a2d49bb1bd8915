//! A field for a text of many lines, as somebody pastes it.

use eframe::egui::{Color32, Frame, Margin, ScrollArea, Stroke, StrokeKind, TextEdit, Ui};

use crate::ui::theme::{self, colors, font, medium, scale};

const RADIUS: f32 = 5.0;
/// Rows that an empty field shows.
const ROWS: usize = 6;

/// Shows the field under its `name`, `height` high, with a `hint` while it is empty; whether the
/// text has changed.
pub fn show(
    ui: &mut Ui,
    (name, hint): (&str, &str),
    height: f32,
    text: &mut String,
    takes_focus: bool,
) -> bool {
    theme::text(ui, name, medium(scale().caption), colors(ui).text_2);
    let color = colors(ui);
    let frame = Frame::NONE.fill(color.canvas).corner_radius(RADIUS).inner_margin(Margin::same(6));
    let shown = frame.show(ui, |ui| {
        ui.set_min_height(height);
        let scroll = ScrollArea::both().max_height(height).auto_shrink(false);
        let edit = TextEdit::multiline(text)
            .font(font(scale().body))
            .text_color(color.text)
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .desired_rows(ROWS)
            .frame(Frame::NONE)
            .background_color(Color32::TRANSPARENT);
        scroll.show(ui, |ui| ui.add(edit)).inner
    });
    let response = shown.inner;
    if takes_focus {
        response.request_focus();
    }
    let border = match response.has_focus() {
        true => Stroke::new(2.0, color.accent),
        false => Stroke::new(1.0, color.field_border),
    };
    ui.painter().rect_stroke(shown.response.rect, RADIUS, border, StrokeKind::Inside);
    let has_changed = response.changed();
    response.accessible_name(name);
    has_changed
}
