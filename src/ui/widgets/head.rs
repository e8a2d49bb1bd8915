//! A place's head: its name, its tabs, and its actions at the right; and the page under it.

use eframe::egui::{
    Align, Frame, Layout, Margin, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use crate::look::tokens;
use crate::ui::theme::{self, colors, scale, semibold};

use super::paint;

/// Air between the name, the tabs and the actions.
const GAP: f32 = 20.0;
/// Air between the foot of the page and its last line.
const FOOT: i8 = 20;

/// The head of a place. It stays while the page under it scrolls.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    name: &'a str,
    caption: &'a str,
    tabs: &'a [String],
    active: usize,
}

impl<'a> Head<'a> {
    /// A head with the place's name.
    pub fn new(name: &'a str) -> Self {
        Self { name, caption: "", tabs: &[], active: 0 }
    }

    /// With a quieter sentence beside the name.
    #[must_use]
    pub fn caption(mut self, caption: &'a str) -> Self {
        self.caption = caption;
        self
    }

    /// With tabs, the one at `active` open.
    #[must_use]
    pub fn tabs(mut self, tabs: &'a [String], active: usize) -> Self {
        (self.tabs, self.active) = (tabs, active);
        self
    }

    /// Draws the head and returns the tab that was clicked. `actions` are drawn from the right.
    pub fn show(self, ui: &mut Ui, actions: impl FnOnce(&mut Ui)) -> Option<usize> {
        let size = vec2(ui.available_width(), tokens().size.place_head);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let inner = rect.shrink2(vec2(tokens().size.margin, 0.0));
        let builder = UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            theme::text(ui, self.name, scale().place, colors(ui).text);
            if !self.caption.is_empty() {
                theme::text(ui, self.caption, scale().body, colors(ui).text_2);
            }
            let clicked = tabs(ui, self.tabs, self.active);
            ui.with_layout(Layout::right_to_left(Align::Center), actions);
            clicked
        })
        .inner
    }
}

/// Draws a place's content within its margins, scrolling when it is long.
pub fn page<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink(false)
        .show(ui, |ui| within_margins(ui, contents))
        .inner
}

/// Draws `contents` within a place's margins, over its whole width.
pub fn within_margins<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let side = tokens().size.margin as i8;
    let margin = Margin { left: side, right: side, top: 0, bottom: FOOT };
    Frame::NONE
        .inner_margin(margin)
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            contents(ui)
        })
        .inner
}

const LINE: f32 = 2.0;
const HEIGHT: f32 = 34.0;

/// Shows `names` as tabs, `active` chosen, and returns the one that was clicked.
pub fn tabs(ui: &mut Ui, names: &[String], active: usize) -> Option<usize> {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let mut clicked = None;
        for (index, name) in names.iter().enumerate() {
            if tab(ui, name, index == active).clicked() {
                clicked = Some(index);
            }
        }
        clicked
    })
    .inner
}

fn tab(ui: &mut Ui, name: &str, active: bool) -> Response {
    let colors = colors(ui);
    // As wide as in its heaviest weight, so that the others stay when the choice moves.
    let width = paint::line(ui, name, semibold(scale().body), colors.text).size().x;
    let height = HEIGHT;
    let (rect, response) = ui.allocate_exact_size(vec2(width.max(24.0), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), active, name));
    if ui.is_rect_visible(rect) {
        let over = paint::hover(ui, response.id, response.hovered());
        let (style, color) = if active {
            (semibold(scale().body), colors.text)
        } else {
            (scale().body, paint::mix(colors.text_2, colors.text, over))
        };
        let galley = paint::line(ui, name, style, color);
        paint::place_text(ui.painter(), rect, galley, Align::Center, color);
        if active {
            let line =
                Rect::from_min_max(rect.left_bottom() - vec2(0.0, LINE), rect.right_bottom());
            ui.painter().rect_filled(line, 0.0, colors.accent);
        }
        paint::focus_ring(ui, &response, rect.expand2(vec2(6.0, -3.0)), tokens().radius.button);
    }
    response
}
