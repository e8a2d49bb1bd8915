//! A text field with its finding below, so that a wrong text is told where it stands.

use eframe::egui::{
    Align, Align2, Color32, Frame, Margin, Response, Role, Sense, Stroke, StrokeKind, TextEdit, Ui,
    WidgetInfo, vec2,
};

use super::{paint, severity};
use crate::issue::Severity;
use crate::look::tokens;
use crate::ui::icon;
use crate::ui::theme::{self, colors, font, scale};

const PADDING: i8 = 9;
const LOCK_COLUMN: f32 = 20.0;

/// A text field of one line.
#[must_use = "a field is shown with show"]
pub struct Field<'a> {
    name: &'a str,
    width: f32,
    hint: &'a str,
    finding: Option<&'a str>,
}

impl<'a> Field<'a> {
    /// A field with the accessible name `name`, `width` wide.
    pub fn new(name: &'a str, width: f32) -> Self {
        Self { name, width, hint: "", finding: None }
    }

    /// With words that stand in it while it is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// With what is wrong with the text, if anything is.
    pub fn finding(mut self, finding: Option<&'a str>) -> Self {
        self.finding = finding;
        self
    }

    /// Shows the field; typing changes `text`.
    pub fn show(self, ui: &mut Ui, text: &mut String) -> Response {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let response = self.line(ui, text);
            if let Some(finding) = self.finding {
                severity::sentence(ui, Severity::Error, finding);
            }
            response
        })
        .inner
    }

    fn line(&self, ui: &mut Ui, text: &mut String) -> Response {
        let colors = colors(ui);
        let margin = Margin::symmetric(PADDING, 0);
        let edit = TextEdit::singleline(text)
            .font(font(scale().body))
            .text_color(colors.text)
            .hint_text(theme::rich(self.hint, scale().body, colors.text_3))
            .align(Align2::LEFT_CENTER)
            .frame(Frame::NONE.inner_margin(margin))
            .background_color(Color32::TRANSPARENT);
        let size = vec2(self.width, tokens().size.button);
        let behind = ui.painter().add(eframe::egui::Shape::Noop);
        let response = ui.add_sized(size, edit);
        let (width, border) = if self.finding.is_some() {
            (2.0, colors.error)
        } else if response.has_focus() {
            (2.0, colors.accent)
        } else {
            (1.0, colors.field_border)
        };
        let frame = eframe::epaint::RectShape::new(
            response.rect,
            tokens().radius.button,
            colors.canvas,
            Stroke::new(width, border),
            StrokeKind::Inside,
        );
        ui.painter().set(behind, frame);
        response.accessible_name(self.name)
    }
}

/// A value that is computed and cannot be typed over, in the shape of a field.
pub fn locked(ui: &mut Ui, name: &str, width: f32, value: &str) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, tokens().size.button), Sense::hover());
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(value.to_owned()),
        ..WidgetInfo::labeled(Role::TextInput, false, name)
    });
    let colors = colors(ui);
    let stroke = Stroke::new(1.0, colors.line_strong);
    let radius = tokens().radius.button;
    ui.painter().rect(rect, radius, colors.sunken, stroke, StrokeKind::Inside);
    let inner = rect.shrink2(vec2(f32::from(PADDING), 0.0));
    let lock = theme::icon_galley(ui, icon::LOCK, tokens().size.icon, colors.text_3);
    paint::place_text(ui.painter(), inner, lock, Align::Min, colors.text_3);
    let text = paint::line(ui, value, scale().body, colors.text_2);
    let beside = inner.with_min_x(inner.left() + LOCK_COLUMN);
    paint::place_text(ui.painter(), beside, text, Align::Min, colors.text_2);
    response
}
