//! Tooltips: a first line that names the thing, then the sentence.

use eframe::egui::{Frame, Margin, Response, Ui};

use super::key_hint::key_sign;
use crate::ui::theme::{self, colors, scale};

/// Air around the lines, besides what every popup has.
const MARGIN: Margin = Margin::symmetric(8, 4);

/// What a tooltip says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tip {
    /// The first line, semibold.
    pub title: String,
    /// The sentence.
    pub body: String,
    /// What stands behind it, quieter.
    pub source: String,
}

impl Tip {
    /// Writes the tooltip's lines into `ui`; those that are empty are left out.
    pub fn show(&self, ui: &mut Ui) {
        Frame::NONE.inner_margin(MARGIN).show(ui, |ui| self.lines(ui));
    }

    fn lines(&self, ui: &mut Ui) {
        let colors = colors(ui);
        ui.spacing_mut().item_spacing.y = 2.0;
        let lines = [
            (&self.title, scale().body_strong, colors.text),
            (&self.body, scale().body, colors.text),
            (&self.source, scale().caption, colors.text_2),
        ];
        for (text, style, color) in lines {
            if !text.is_empty() {
                theme::paragraph(ui, text, style, color);
            }
        }
    }
}

/// Shows `tip` while the pointer is over `response`.
pub fn tip(response: Response, tip: &Tip) -> Response {
    response.on_hover_ui(|ui| tip.show(ui))
}

/// Names a control on hover, with the keys that do the same; also while it is disabled.
pub fn short(response: Response, name: &str, keys: Option<&str>) -> Response {
    let show = |ui: &mut Ui| {
        ui.horizontal(|ui| {
            theme::text(ui, name, scale().body, colors(ui).text);
            if let Some(keys) = keys {
                key_sign(ui, keys);
            }
        });
    };
    response.on_hover_ui(show).on_disabled_hover_ui(show)
}
