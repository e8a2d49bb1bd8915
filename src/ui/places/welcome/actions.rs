//! What one can begin with: open, make new, try the sample; and the projects that were opened
//! lately.

use eframe::egui::{Align, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::app::Command;
use crate::look::tokens;
use crate::storage::RecentFile;
use crate::t;
use crate::ui::actions::{FileAction, ShellAction};
use crate::ui::context::Context;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, colors, scale, semibold};
use crate::ui::when;
use crate::ui::widgets::heading::divide;
use crate::ui::widgets::key_hint::Sign;
use crate::ui::widgets::{paint, tooltip};

/// So many are shown.
const SHOWN: usize = 4;
const NAME_AT: f32 = 26.0;
const GAP: f32 = 10.0;
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

/// Shows what one can begin with.
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

/// Shows the projects that were opened lately.
pub(super) fn recent(ui: &mut Ui, cx: &mut Context<'_>) {
    let known = &cx.app.user().recent;
    if known.is_empty() {
        return;
    }
    ui.add_space(26.0);
    theme::text(ui, t!("welcome-recent"), semibold(scale().body), colors(ui).text);
    ui.add_space(4.0);
    let now = cx.app.now();
    let row = |ui: &mut Ui, file: &RecentFile| recent_row(ui, file, &when::moment(file.used, now));
    let chosen = known.iter().take(SHOWN).filter(|file| row(ui, file)).last();
    if let Some(path) = chosen.map(|file| file.path.clone()) {
        cx.push(Command::Open(path));
    }
}

fn recent_row(ui: &mut Ui, file: &RecentFile, used: &str) -> bool {
    let size = vec2(ui.available_width(), tokens().row.place);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    let spoken = t!("welcome-recent-open", file = name.as_ref());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &spoken));
    let colors = colors(ui);
    let over = paint::hover(ui, response.id, response.hovered());
    let fill = paint::mix(colors.canvas, colors.hover, over);
    ui.painter().rect_filled(rect, tokens().radius.cell, fill);
    let icon = theme::icon_galley(ui, icon::FILE, tokens().size.icon, colors.text_2);
    paint::place_text(ui.painter(), rect, icon, Align::Min, colors.text_2);
    let used = paint::line(ui, used, scale().caption, colors.text_2);
    let right = rect.right() - used.size().x - GAP;
    paint::place_text(ui.painter(), rect, used, Align::Max, colors.text_2);
    let words = rect.with_min_x(rect.left() + NAME_AT).with_max_x(right);
    let galley = paint::elided(ui, &name, semibold(scale().body), colors.text, words.width());
    let year_at: Rect = words.with_min_x(words.left() + galley.size().x + GAP);
    paint::place_text(ui.painter(), words, galley, Align::Min, colors.text);
    let year = t!("welcome-recent-year", year = file.year.to_string());
    let year = paint::elided(ui, &year, scale().body, colors.text_2, year_at.width());
    paint::place_text(ui.painter(), year_at, year, Align::Min, colors.text_2);
    paint::focus_ring(ui, &response, rect, tokens().radius.cell);
    let tip = tooltip::Tip { body: file.path.display().to_string(), ..Default::default() };
    tooltip::tip(response, &tip).clicked()
}
