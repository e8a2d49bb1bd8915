//! The file's name in the top bar, and under it all that concerns the file.

use eframe::egui::{Align, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::{FileAction, ShellAction};
use crate::look::tokens;
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::{menu, paint};

const PADDING: f32 = 8.0;
const CARET: f32 = 12.0;

pub(super) fn show(ui: &mut Ui, file: &str, actions: &mut Vec<ShellAction>) {
    let opener = face(ui, file);
    let items = [
        (FileAction::Save, icon::SAVE, t!("shell-file-save"), t!("keys-save")),
        (FileAction::SaveAs, icon::COPY, t!("shell-file-save-as"), t!("keys-save-as")),
        (FileAction::Open, icon::FOLDER_OPEN, t!("shell-file-open"), t!("keys-open")),
        (FileAction::New, icon::FILE_NEW, t!("shell-file-new"), t!("keys-new")),
        (FileAction::NewYear, icon::CALENDAR, t!("new-year-menu"), String::new()),
        (FileAction::Import, icon::DOWNLOAD, t!("shell-file-import"), String::new()),
        (FileAction::Milestone, icon::MILESTONE, t!("milestone-new"), String::new()),
    ];
    menu::menu(&opener, &t!("shell-file-menu"), |ui| {
        for (action, icon, text, keys) in &items {
            if ui.add(menu::Item::new(text).icon(*icon).keys(keys)).clicked() {
                actions.push(ShellAction::File(*action));
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
