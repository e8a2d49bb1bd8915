//! The start without a project: open, drop, try.

mod actions;
mod curve;

use eframe::egui::{Align, Layout, Rect, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::app::Command;
use crate::look::tokens;
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::empty::Empty;

/// Widest width of the column with the words.
const WORDS: f32 = 452.0;
/// Widest width of the column where files are dropped.
const DROP: f32 = 500.0;
const DROP_HEIGHT: f32 = 318.0;
const GAP: f32 = 72.0;
/// Air over the columns, less where the window is low.
const TOP: f32 = 84.0;
const LOW_WINDOW: f32 = 760.0;
/// Air between the columns and the curve.
const OVER_CURVE: f32 = 24.0;

/// Draws the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>) {
    let room = ui.max_rect();
    let both = WORDS + GAP + DROP;
    let margin = ((room.width() - both) * 0.41).max(tokens().size.margin);
    let inner = (room.width() - 2.0 * margin).min(both);
    let words = WORDS.min((inner - GAP) * WORDS / (WORDS + DROP));
    let top = room.top() + if room.height() < LOW_WINDOW { TOP / 2.0 } else { TOP };
    let column = |left: f32, width: f32| {
        Rect::from_min_max(pos2(left, top), pos2(left + width, room.bottom()))
    };
    let left = room.left() + margin;
    let used_left = scoped(ui, column(left, words), |ui| words_column(ui, cx));
    let drop = (inner - words - GAP).min(DROP);
    let used_right = scoped(ui, column(left + words + GAP, drop), |ui| drop_column(ui, cx));
    let from = used_left.max(used_right) + OVER_CURVE;
    curve::show(ui, room.with_min_y(from.min(room.bottom())));
}

/// Draws `contents` in `rect` and returns how far down they came.
fn scoped(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui)) -> f32 {
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, contents).response.rect.bottom()
}

fn words_column(ui: &mut Ui, cx: &mut Context<'_>) {
    let colors = colors(ui);
    theme::paragraph(ui, t!("welcome-title"), scale().display, colors.text);
    ui.add_space(4.0);
    theme::paragraph(ui, t!("welcome-lead"), scale().takeaway, colors.text_2);
    ui.add_space(24.0);
    actions::show(ui, cx);
    actions::recent(ui, cx);
}

fn drop_column(ui: &mut Ui, cx: &mut Context<'_>) {
    let (title, body) = (t!("welcome-drop-title"), t!("welcome-drop-body"));
    let choose = t!("welcome-choose");
    let empty = Empty {
        icon: icon::FILE_DROP,
        title: &title,
        body: &body,
        action: &choose,
        takes_files: true,
    };
    let size = Vec2::new(ui.available_width(), DROP_HEIGHT);
    if empty.show(ui, size).clicked() {
        cx.push(Command::ChooseExports);
    }
    ui.add_space(14.0);
    taken(ui);
}

/// What can be dropped, in two columns.
fn taken(ui: &mut Ui) {
    let sorts = [
        [t!("welcome-takes-cases"), t!("welcome-takes-service")],
        [t!("welcome-takes-people"), t!("welcome-takes-events")],
    ];
    let width = ui.available_width() / 2.0;
    for pair in sorts {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for sort in pair {
                let layout = Layout::left_to_right(Align::Center);
                ui.allocate_ui_with_layout(vec2(width, tokens().row.table), layout, |ui| {
                    ui.set_min_width(width);
                    ui.spacing_mut().item_spacing.x = 4.0;
                    theme::icon(ui, icon::CHECK, tokens().size.icon, colors(ui).ok);
                    theme::text(ui, sort, scale().body, colors(ui).text_2);
                });
            }
        });
    }
}
