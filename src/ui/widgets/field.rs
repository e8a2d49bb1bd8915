//! Fields: of one line, of one line that is checked as it is typed, and of a whole text.

use eframe::egui::{
    Align, Align2, Color32, Frame, Key, Margin, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::issue::Severity;
use crate::look::tokens;
use crate::ui::icon;
use crate::ui::theme::{self, colors, font, medium, scale};

use super::{paint, severity};

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

/// Says what is wrong with a typed text, if anything is.
pub type Check<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A field whose text counts at Enter, Tab or loss of focus, and is dropped by Escape. A text
/// that `check` finds fault with never counts; the fault stands under the field. Several fields
/// share `draft`, which holds the field with the focus and what is typed in it.
pub fn typed_field<F: Copy + PartialEq>(
    ui: &mut Ui,
    draft: &mut Option<(F, String)>,
    field: F,
    name: &str,
    width: f32,
    now: &str,
    check: Check<'_>,
) -> Option<String> {
    label(ui, name);
    let kept = draft.as_ref().filter(|(typed, _)| *typed == field);
    let mut text = kept.map_or_else(|| now.to_owned(), |(_, text)| text.clone());
    let finding = check(&text);
    let response = Field::new(name, width).show(ui, &mut text);
    if let Some(finding) = &finding {
        severity::sentence(ui, Severity::Error, finding);
    }
    if response.changed() {
        *draft = Some((field, text.clone()));
    }
    if !response.lost_focus() || draft.as_ref().is_none_or(|(typed, _)| *typed != field) {
        return None;
    }
    *draft = None;
    let is_dropped = ui.input(|input| input.key_pressed(Key::Escape));
    (!is_dropped && check(&text).is_none() && text != now).then_some(text)
}

/// The words over a field or a group of choices.
pub fn label(ui: &mut Ui, text: &str) {
    theme::text(ui, text, medium(scale().caption), colors(ui).text_2);
}

const AREA_RADIUS: f32 = 5.0;
/// Rows that an empty field shows.
const ROWS: usize = 6;

/// Shows the field under its `name`, `height` high, with a `hint` while it is empty; whether the
/// text has changed.
pub fn text_area(
    ui: &mut Ui,
    (name, hint): (&str, &str),
    height: f32,
    text: &mut String,
    takes_focus: bool,
) -> bool {
    theme::text(ui, name, medium(scale().caption), colors(ui).text_2);
    let color = colors(ui);
    let frame =
        Frame::NONE.fill(color.canvas).corner_radius(AREA_RADIUS).inner_margin(Margin::same(6));
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
    ui.painter().rect_stroke(shown.response.rect, AREA_RADIUS, border, StrokeKind::Inside);
    let has_changed = response.changed();
    response.accessible_name(name);
    has_changed
}
