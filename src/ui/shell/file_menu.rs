//! The file's name in the top bar, and under it all that concerns the file.

use eframe::egui::{Align, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::ShellAction;
use crate::look::tokens;
use crate::t;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::{menu, paint};
use crate::ui::{actions, icon};

const PADDING: f32 = 8.0;
const CARET: f32 = 12.0;

pub(super) fn show(ui: &mut Ui, file: &str, asked: &mut Vec<ShellAction>) {
    let opener = face(ui, file);
    menu::menu(&opener, &t!("shell-file-menu"), |ui| {
        let all = actions::all().into_iter();
        for action in all.filter(|action| matches!(action.does, ShellAction::File(_))) {
            let (words, keys) = (action.words(), action.keys_text());
            if ui.add(menu::Item::new(&words).icon(action.icon).keys(&keys)).clicked() {
                asked.push(action.does);
            }
        }
    });
}

/// The name with a caret; a ground shows only under the pointer.
fn face(ui: &mut Ui, file: &str) -> Response {
    let colors = colors(ui);
    let text = paint::line(ui, file, scale().body, colors.text_2);
    let caret = theme::icon_galley(ui, icon::CARET_DOWN, CARET, colors.text_2);
    let width = text.size().x + CARET + 3.0 * PADDING;
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, tokens().size.button), Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), t!("shell-file", file = file))
    });
    let over = paint::hover(ui, response.id, response.hovered());
    let fill = paint::mix(colors.chrome, colors.sunken, over);
    ui.painter().rect_filled(rect, tokens().radius.button, fill);
    let inner = rect.shrink2(vec2(PADDING, 0.0));
    paint::place_text(ui.painter(), inner, text, Align::Min, colors.text_2);
    paint::place_text(ui.painter(), inner, caret, Align::Max, colors.text_2);
    paint::focus_ring(ui, &response, rect, tokens().radius.button);
    response
}
