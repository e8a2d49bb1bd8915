//! The projects that were opened lately.

use eframe::egui::{Align, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::Command;
use crate::look::tokens;
use crate::storage::RecentFile;
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale, semibold};
use crate::ui::when;
use crate::ui::widgets::{paint, tooltip};

/// So many are shown.
const SHOWN: usize = 4;
const NAME_AT: f32 = 26.0;
const GAP: f32 = 10.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Context<'_>) {
    let recent = &cx.app.user().recent;
    if recent.is_empty() {
        return;
    }
    ui.add_space(26.0);
    theme::text(ui, t!("welcome-recent"), semibold(scale().body), colors(ui).text);
    ui.add_space(4.0);
    let now = cx.app.now();
    let row = |ui: &mut Ui, file: &RecentFile| show_row(ui, file, &when::moment(file.used, now));
    let chosen = recent.iter().take(SHOWN).filter(|file| row(ui, file)).last();
    if let Some(path) = chosen.map(|file| file.path.clone()) {
        cx.push(Command::Open(path));
    }
}

fn show_row(ui: &mut Ui, file: &RecentFile, used: &str) -> bool {
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
