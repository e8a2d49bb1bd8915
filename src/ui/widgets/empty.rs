//! What a place shows while it has nothing to show: what belongs here, what for, and one button.

use eframe::egui::{Align, Layout, Rect, Response, Sense, Ui, UiBuilder, Vec2};

use super::button::Button;
use super::paint;
use crate::look::tokens;
use crate::ui::icon::Icon;
use crate::ui::theme::{self, colors, scale};

/// Widest line of words, so that a sentence stands as a block under its icon.
const WORDS: f32 = 300.0;

/// An empty state.
#[derive(Clone, Copy, Debug)]
pub struct Empty<'a> {
    /// The place's icon.
    pub icon: Icon,
    /// What belongs here.
    pub title: &'a str,
    /// What it is good for.
    pub body: &'a str,
    /// What the button does.
    pub action: &'a str,
    /// Whether files can be dropped here; then it has a frame of dashes.
    pub takes_files: bool,
}

impl Empty<'_> {
    /// Shows the state in a card of `size` and returns the button's response.
    pub fn show(&self, ui: &mut Ui, size: Vec2) -> Response {
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        if self.takes_files {
            let files_over = ui.input(|input| !input.raw.hovered_files.is_empty());
            let color = if files_over { colors(ui).accent } else { colors(ui).field_border };
            paint::dashed_frame(ui.painter(), rect, tokens().radius.area, color);
        }
        let height = self.height(size.y);
        let width = (size.x - 32.0).min(WORDS);
        let inner = Rect::from_center_size(rect.center(), Vec2::new(width, height));
        let builder = UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::Center));
        // The card has its room already; a scope would put what follows below its words.
        self.contents(&mut ui.new_child(builder), size.y > 200.0)
    }

    /// Roughly what the contents take, to put them in the middle.
    fn height(&self, room: f32) -> f32 {
        if room > 200.0 { 170.0 } else { 112.0 }
    }

    fn contents(&self, ui: &mut Ui, roomy: bool) -> Response {
        let colors = colors(ui);
        let (icon_size, title) =
            if roomy { (40.0, scale().figure) } else { (22.0, scale().body_strong) };
        theme::icon(ui, self.icon, icon_size, colors.accent);
        ui.add_space(if roomy { 12.0 } else { 2.0 });
        theme::paragraph(ui, self.title, title, colors.text);
        theme::paragraph(ui, self.body, scale().body, colors.text_2);
        ui.add_space(if roomy { 12.0 } else { 4.0 });
        ui.add(Button::secondary(self.action))
    }
}
