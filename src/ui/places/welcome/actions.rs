//! What one can begin with: open, make new, try the sample.

use eframe::egui::{Align, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::app::Command;
use crate::look::tokens;
use crate::t;
use crate::ui::actions::{FileAction, ShellAction};
use crate::ui::context::Context;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::heading::divide;
use crate::ui::widgets::key_hint::Sign;
use crate::ui::widgets::paint;

const ROW: f32 = 56.0;
const TILE: f32 = 34.0;
const WORDS_AT: f32 = 48.0;

struct Action {
    icon: Icon,
    title: String,
    body: String,
    keys: Option<String>,
    /// Whether it is what most come for.
    is_first: bool,
}

pub(super) fn show(ui: &mut Ui, cx: &mut Context<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    divide(ui, 0.0);
    let open = Action {
        icon: icon::FOLDER_OPEN,
        title: t!("welcome-open"),
        body: t!("welcome-open-body"),
        keys: Some(t!("welcome-open-keys")),
        is_first: true,
    };
    if open.show(ui) {
        cx.push(Command::ChooseProject);
    }
    let new = Action {
        icon: icon::FILE_NEW,
        title: t!("welcome-new"),
        body: t!("welcome-new-body"),
        keys: Some(t!("welcome-new-keys")),
        is_first: false,
    };
    if new.show(ui) {
        cx.ask(ShellAction::File(FileAction::New));
    }
    let sample = Action {
        icon: icon::TRY_SAMPLE,
        title: t!("welcome-sample"),
        body: t!("welcome-sample-body"),
        keys: None,
        is_first: false,
    };
    if sample.show(ui) {
        cx.push(Command::OpenSample);
    }
}

impl Action {
    /// Draws the action as a row with a line under it; true when it is chosen.
    fn show(&self, ui: &mut Ui) -> bool {
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &self.title));
        let colors = colors(ui);
        let over = paint::hover(ui, response.id, response.hovered());
        let fill = paint::mix(colors.canvas, colors.hover, over);
        ui.painter().rect_filled(rect, 0.0, fill);
        self.tile(ui, rect);
        self.words(ui, rect);
        if let Some(keys) = &self.keys {
            let sign = Sign::new(ui, keys);
            let corner = pos2(rect.right() - sign.size().x, rect.center().y - sign.size().y / 2.0);
            sign.paint(ui, corner);
        }
        paint::focus_ring(ui, &response, rect.shrink(2.0), tokens().radius.button);
        divide(ui, 0.0);
        response.clicked()
    }

    fn tile(&self, ui: &Ui, row: Rect) {
        let colors = colors(ui);
        let corner = pos2(row.left(), row.center().y - TILE / 2.0);
        let tile = Rect::from_min_size(corner, Vec2::splat(TILE));
        let (fill, color) = if self.is_first {
            (colors.accent, colors.on_accent)
        } else {
            (colors.accent_soft, colors.accent)
        };
        ui.painter().rect_filled(tile, tokens().radius.button, fill);
        let galley = theme::icon_galley(ui, self.icon, tokens().size.icon_rail, color);
        paint::centre_text(ui.painter(), tile.center(), galley, color);
    }

    fn words(&self, ui: &Ui, row: Rect) {
        let colors = colors(ui);
        let words = row.with_min_x(row.left() + WORDS_AT);
        let lines = [
            (&self.title, scale().heading, colors.text, -9.0),
            (&self.body, scale().body, colors.text_2, 9.0),
        ];
        for (text, style, color, down) in lines {
            let galley = paint::line(ui, text, style, color);
            let line = words.translate(vec2(0.0, down));
            paint::place_text(ui.painter(), line, galley, Align::Min, color);
        }
    }
}
