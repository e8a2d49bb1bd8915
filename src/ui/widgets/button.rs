//! Buttons. A button's text is a verb and says how much it does.

use std::sync::Arc;

use eframe::egui::{
    Color32, Galley, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo,
    pos2, vec2,
};

use super::key_hint::Sign;
use super::paint;
use crate::look::tokens;
use crate::ui::icon::Icon;
use crate::ui::theme::{self, Colors, colors, scale};

const PADDING: f32 = 12.0;
const GAP: f32 = 8.0;
/// The smallest side that can be hit.
const TARGET: f32 = 24.0;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Quiet,
}

/// A button with a text.
#[must_use = "a button is shown with ui.add"]
pub struct Button<'a> {
    text: &'a str,
    kind: Kind,
    icon: Option<Icon>,
    keys: Option<&'a str>,
    spoken: Option<&'a str>,
}

impl<'a> Button<'a> {
    /// What the place is for; at most one in sight.
    pub fn primary(text: &'a str) -> Self {
        Self { text, kind: Kind::Primary, icon: None, keys: None, spoken: None }
    }

    /// What can be done as well.
    pub fn secondary(text: &'a str) -> Self {
        Self { kind: Kind::Secondary, ..Self::primary(text) }
    }

    /// A step aside: text in the accent colour, no frame.
    pub fn quiet(text: &'a str) -> Self {
        Self { kind: Kind::Quiet, ..Self::primary(text) }
    }

    /// With an icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With the keys that do the same.
    pub fn keys(mut self, keys: &'a str) -> Self {
        self.keys = Some(keys);
        self
    }

    /// With an accessible name that says of what, where several buttons say the same.
    pub fn spoken(mut self, name: &'a str) -> Self {
        self.spoken = Some(name);
        self
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let text = paint::line(ui, self.text, scale().button, Color32::PLACEHOLDER);
        let icon = self
            .icon
            .map(|icon| theme::icon_galley(ui, icon, tokens().size.icon, Color32::PLACEHOLDER));
        let sign = self.keys.map(|keys| Sign::new(ui, keys));
        let padding = if self.kind == Kind::Quiet { GAP } else { PADDING };
        let width = [icon.as_ref().map(|icon| icon.size().x), sign.as_ref().map(|s| s.size().x)]
            .into_iter()
            .flatten()
            .fold(text.size().x + 2.0 * padding, |sum, part| sum + part + GAP);
        let (rect, response) =
            ui.allocate_exact_size(vec2(width, tokens().size.button), Sense::click());
        let name = self.spoken.unwrap_or(self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
        if ui.is_rect_visible(rect) {
            let paint = Paint::of(ui, &response, self.kind);
            paint.frame(ui, rect);
            contents(ui, rect.shrink2(vec2(padding, 0.0)), icon, text, sign, paint.text);
            paint::focus_ring(ui, &response, rect, tokens().radius.button);
        }
        response
    }
}

fn contents(
    ui: &Ui,
    rect: Rect,
    icon: Option<Arc<Galley>>,
    text: Arc<Galley>,
    sign: Option<Sign>,
    color: Color32,
) {
    let mut x = rect.left();
    for galley in [icon, Some(text)].into_iter().flatten() {
        let at = pos2(x, rect.center().y - galley.size().y / 2.0);
        x += galley.size().x + GAP;
        ui.painter().galley(at, galley, color);
    }
    if let Some(sign) = sign {
        let corner = pos2(x, rect.center().y - sign.size().y / 2.0);
        sign.paint(ui, corner);
    }
}

/// The colours of a button in its present state.
struct Paint {
    fill: Color32,
    border: Color32,
    text: Color32,
}

impl Paint {
    fn of(ui: &Ui, response: &Response, kind: Kind) -> Self {
        let colors = colors(ui);
        if !response.enabled() {
            return Self::disabled(colors, kind);
        }
        let pressed = response.is_pointer_button_down_on();
        let over = paint::hover(ui, response.id, response.hovered());
        match kind {
            Kind::Primary => {
                let fill = paint::mix(colors.accent, colors.accent_hover, over);
                let border = if pressed { colors.text } else { fill };
                Self { fill, border, text: colors.on_accent }
            }
            Kind::Secondary => {
                let fill = if pressed {
                    colors.sunken
                } else {
                    paint::mix(colors.canvas, colors.hover, over)
                };
                let border = if pressed { colors.text } else { colors.field_border };
                Self { fill, border, text: colors.text }
            }
            Kind::Quiet => {
                let clear = colors.accent_soft.gamma_multiply(0.0);
                let fill = paint::mix(clear, colors.accent_soft, over);
                Self { fill, border: Color32::TRANSPARENT, text: colors.accent }
            }
        }
    }

    fn disabled(colors: &Colors, kind: Kind) -> Self {
        let (fill, border) = match kind {
            Kind::Quiet => (Color32::TRANSPARENT, Color32::TRANSPARENT),
            _ => (colors.sunken, colors.line_strong),
        };
        Self { fill, border, text: colors.text_3 }
    }

    fn frame(&self, ui: &Ui, rect: Rect) {
        let stroke = Stroke::new(1.0, self.border);
        ui.painter().rect(rect, tokens().radius.button, self.fill, stroke, StrokeKind::Inside);
    }
}

/// A button that shows an icon only; `name` is its accessible name and its tooltip.
#[must_use = "a button is shown with ui.add"]
pub struct IconButton<'a> {
    icon: Icon,
    name: &'a str,
    keys: Option<&'a str>,
}

impl<'a> IconButton<'a> {
    /// A button with `icon`, called `name`.
    pub fn new(icon: Icon, name: &'a str) -> Self {
        Self { icon, name, keys: None }
    }

    /// With the keys that do the same, told in the tooltip.
    pub fn keys(mut self, keys: &'a str) -> Self {
        self.keys = Some(keys);
        self
    }
}

impl Widget for IconButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let side = tokens().size.button.max(TARGET);
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name));
        if ui.is_rect_visible(rect) {
            let colors = colors(ui);
            let over = paint::hover(ui, response.id, response.hovered());
            let fill = paint::mix(colors.sunken.gamma_multiply(0.0), colors.sunken, over);
            ui.painter().rect_filled(rect, tokens().radius.button, fill);
            let color = if response.enabled() { colors.text } else { colors.line_strong };
            let galley = theme::icon_galley(ui, self.icon, tokens().size.icon, color);
            paint::centre_text(ui.painter(), rect.center(), galley, color);
            paint::focus_ring(ui, &response, rect, tokens().radius.button);
        }
        super::tooltip::short(response, self.name, self.keys)
    }
}
