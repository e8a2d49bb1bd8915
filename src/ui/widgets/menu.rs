//! Menus: a list of what can be done or chosen, opened by a control.

use eframe::egui::{
    Align, Color32, Popup, PopupCloseBehavior, Response, Role, Sense, Ui, Widget, WidgetInfo, pos2,
    vec2,
};

use super::paint;
use crate::look::tokens;
use crate::ui::icon::Icon;
use crate::ui::theme::{self, colors, scale};

const WIDTH: f32 = 140.0;
const PADDING: f32 = 8.0;
const ICON_COLUMN: f32 = 24.0;

/// One line of a menu.
#[must_use = "an item is shown with ui.add"]
pub struct Item<'a> {
    text: &'a str,
    icon: Option<Icon>,
    keys: &'a str,
    chosen: Option<bool>,
}

impl<'a> Item<'a> {
    /// An item that does what `text` says.
    pub fn new(text: &'a str) -> Self {
        Self { text, icon: None, keys: "", chosen: None }
    }

    /// With an icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With the keys that do the same.
    pub fn keys(mut self, keys: &'a str) -> Self {
        self.keys = keys;
        self
    }

    /// One of several to choose from; a tick marks the one that is chosen.
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = Some(chosen);
        if chosen {
            self.icon = Some(crate::ui::icon::CHECK);
        }
        self
    }

    fn info(&self, enabled: bool) -> WidgetInfo {
        match self.chosen {
            Some(chosen) => WidgetInfo::selected(Role::MenuItemRadio, enabled, chosen, self.text),
            None => WidgetInfo::labeled(Role::MenuItem, enabled, self.text),
        }
    }
}

impl Widget for Item<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let colors = colors(ui);
        let text = paint::line(ui, self.text, scale().body, Color32::PLACEHOLDER);
        let keys = paint::line(ui, self.keys, scale().caption, colors.text_2);
        let indent = if self.icon.is_some() || self.chosen.is_some() { ICON_COLUMN } else { 0.0 };
        let needed = text.size().x + keys.size().x + indent + 4.0 * PADDING;
        let size = vec2(needed.max(WIDTH), tokens().row.roomy);
        // The menu is as wide as its widest item, and so are the others.
        let (rect, response) = ui.allocate_at_least(size, Sense::click());
        response.widget_info(|| self.info(ui.is_enabled()));
        let lit = response.hovered() || response.has_focus();
        let color = match (ui.is_enabled(), lit) {
            (false, _) => colors.text_3,
            (true, true) => colors.accent,
            (true, false) => colors.text,
        };
        if lit {
            ui.painter().rect_filled(rect, tokens().radius.cell, colors.accent_soft);
        }
        let inner = rect.shrink2(vec2(PADDING, 0.0));
        if let Some(icon) = self.icon {
            let centre = pos2(inner.left() + tokens().size.icon / 2.0, inner.center().y);
            let galley = theme::icon_galley(ui, icon, tokens().size.icon, color);
            paint::centre_text(ui.painter(), centre, galley, color);
        }
        let body = inner.with_min_x(inner.left() + indent);
        paint::place_text(ui.painter(), body, text, Align::Min, color);
        paint::place_text(ui.painter(), body, keys, Align::Max, colors.text_2);
        if response.clicked() {
            // A click closes the menu by itself, the Enter key does not.
            ui.close();
        }
        response
    }
}

/// Shows a menu under `opener` while it is open. A choice, Escape or a click elsewhere closes it.
pub fn menu<R>(opener: &Response, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let shown = Popup::menu(opener)
        .accessible_name(name)
        .gap(4.0)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            contents(ui)
        })?;
    let is_by_key = !opener.ctx.input(|input| input.pointer.any_click());
    if is_by_key && shown.response.should_close() {
        opener.request_focus();
    }
    Some(shown.inner)
}

/// A menu of things to choose one from; returns the index of what was chosen.
pub fn choices<T: AsRef<str>>(
    opener: &Response,
    name: &str,
    options: &[T],
    chosen: Option<usize>,
) -> Option<usize> {
    menu(opener, name, |ui| {
        eframe::egui::ScrollArea::vertical()
            .max_height(360.0)
            .show(ui, |ui| {
                let mut clicked = None;
                for (index, option) in options.iter().enumerate() {
                    let item = Item::new(option.as_ref()).chosen(chosen == Some(index));
                    if ui.add(item).clicked() {
                        clicked = Some(index);
                    }
                }
                clicked
            })
            .inner
    })
    .flatten()
}
