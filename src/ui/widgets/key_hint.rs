//! Keys as small signs: `Ctrl Z`, `Enter`.

use std::sync::Arc;

use eframe::egui::{
    Galley, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::paint;
use crate::look::tokens;
use crate::ui::theme::{self, colors, scale};

const PADDING: f32 = 5.0;

/// Shows `keys`, and after them what they do.
pub fn key_hint(ui: &mut Ui, keys: &str, does: &str) -> Response {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        key_sign(ui, keys);
        theme::text(ui, does, scale().body, colors(ui).text_2);
    })
    .response
}

/// Shows `keys` alone.
pub fn key_sign(ui: &mut Ui, keys: &str) -> Response {
    let sign = Sign::new(ui, keys);
    let (rect, response) = ui.allocate_exact_size(sign.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, keys));
    sign.paint(ui, rect.min);
    response
}

/// A key's sign, laid out and ready to be painted inside another widget.
pub(crate) struct Sign {
    galley: Arc<Galley>,
}

impl Sign {
    pub(crate) fn new(ui: &Ui, keys: &str) -> Self {
        Self { galley: paint::line(ui, keys, scale().caption, colors(ui).text_2) }
    }

    pub(crate) fn size(&self) -> Vec2 {
        vec2(self.galley.size().x + 2.0 * PADDING, tokens().size.key_hint)
    }

    pub(crate) fn paint(self, ui: &Ui, corner: Pos2) {
        let colors = colors(ui);
        let rect = Rect::from_min_size(corner, self.size());
        let stroke = Stroke::new(1.0, colors.line_strong);
        let radius = tokens().radius.cell;
        ui.painter().rect(rect, radius, colors.panel, stroke, StrokeKind::Inside);
        paint::centre_text(ui.painter(), rect.center(), self.galley, colors.text_2);
    }
}
