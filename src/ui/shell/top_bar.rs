//! The bar at the top: the year, the file and its menu, the search, the tools.

use eframe::egui::{
    Align, Layout, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::look::tokens;
use crate::t;
use crate::ui::actions::{self, ShellAction};
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::key_hint::Sign;
use crate::ui::widgets::{menu, paint, tooltip};

use super::{ProjectView, ShellView};

const MARK: f32 = 16.0;
/// The search's width, and where the window is narrow.
const SEARCH: f32 = 300.0;
const SEARCH_SLIM: f32 = 220.0;

pub(super) fn show(ui: &mut Ui, view: &ShellView, slim: bool, actions: &mut Vec<ShellAction>) {
    let bar = ui.max_rect();
    ui.set_min_size(bar.size());
    let builder = UiBuilder::new()
        .max_rect(bar.shrink2(vec2(17.0, 0.0)))
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        mark(ui);
        theme::text(ui, t!("ui-app-name"), scale().heading, colors(ui).text);
        // Beside the wide rail the year stands over the place, not over the rail.
        let from = if slim { ui.cursor().left() } else { bar.left() + tokens().size.rail };
        ui.add_space((from - ui.cursor().left()).max(0.0) + 8.0);
        match &view.project {
            Some(project) => {
                year(ui, project, actions);
                show_file_menu(ui, &project.file, actions);
                theme::text(ui, &project.saved, scale().body, colors(ui).text_3);
            }
            None => {
                theme::text(ui, t!("shell-no-file"), scale().body, colors(ui).text_2);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| tools(ui, view, slim, actions));
    });
}

/// The program's mark: a line that rises in a square.
fn mark(ui: &mut Ui) {
    let colors = colors(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(MARK), Sense::hover());
    ui.painter().rect_filled(rect, tokens().radius.cell, colors.accent);
    let at = |x: f32, y: f32| pos2(rect.left() + x * MARK, rect.top() + y * MARK);
    let line = vec![at(0.2, 0.68), at(0.42, 0.44), at(0.58, 0.6), at(0.82, 0.3)];
    ui.painter().add(Shape::line(line, Stroke::new(1.6, colors.on_accent)));
}

fn year(ui: &mut Ui, project: &ProjectView, actions: &mut Vec<ShellAction>) {
    let years: Vec<String> = project.years.iter().map(i16::to_string).collect();
    let chosen = project.years.iter().position(|year| *year == project.year);
    let opener = year_face(ui, &project.year.to_string());
    let choice = menu::choices(&opener, &t!("shell-year"), &years, chosen);
    if let Some(year) = choice.and_then(|index| project.years.get(index)) {
        actions.push(ShellAction::ChooseYear(*year));
    }
}

fn year_face(ui: &mut Ui, year: &str) -> Response {
    let colors = colors(ui);
    let text = paint::line(ui, year, scale().heading, colors.text);
    let size = vec2(text.size().x + 36.0, tokens().size.button);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(year.to_owned()),
        ..WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), t!("shell-year"))
    });
    let over = paint::hover(ui, response.id, response.hovered());
    let fill = paint::mix(colors.canvas, colors.hover, over);
    let stroke = Stroke::new(1.0, colors.field_border);
    let radius = tokens().radius.button;
    ui.painter().rect(rect, radius, fill, stroke, StrokeKind::Inside);
    let inner: Rect = rect.shrink2(vec2(10.0, 0.0));
    paint::place_text(ui.painter(), inner, text, Align::Min, colors.text);
    let caret = theme::icon_galley(ui, icon::CARET_DOWN, 12.0, colors.text);
    paint::place_text(ui.painter(), inner, caret, Align::Max, colors.text);
    paint::focus_ring(ui, &response, rect, radius);
    response
}

/// What opens the search; it looks like the field that it opens.
fn search(ui: &mut Ui, width: f32) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, tokens().size.button), Sense::click());
    let name = t!("search-title");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    let colors = colors(ui);
    let over = paint::hover(ui, response.id, response.hovered());
    let fill = paint::mix(colors.canvas, colors.hover, over);
    let stroke = Stroke::new(1.0, colors.field_border);
    let radius = tokens().radius.button;
    ui.painter().rect(rect, radius, fill, stroke, StrokeKind::Inside);
    let inner = rect.shrink2(vec2(8.0, 0.0));
    let glass = theme::icon_galley(ui, icon::SEARCH, tokens().size.icon, colors.text_2);
    paint::place_text(ui.painter(), inner, glass, Align::Min, colors.text_2);
    let keys = Sign::new(ui, &actions::keys_of(ShellAction::Search));
    let corner = pos2(inner.right() - keys.size().x, inner.center().y - keys.size().y / 2.0);
    let words = inner.with_min_x(inner.left() + tokens().size.icon + 8.0);
    let room = corner.x - words.left() - 8.0;
    let hint = paint::elided(ui, &t!("search-hint"), scale().body, colors.text_2, room);
    paint::place_text(ui.painter(), words, hint, Align::Min, colors.text_2);
    keys.paint(ui, corner);
    paint::focus_ring(ui, &response, rect, radius);
    response
}

/// The tools at the right end, the last one first.
fn tools(ui: &mut Ui, view: &ShellView, slim: bool, actions: &mut Vec<ShellAction>) {
    ui.spacing_mut().item_spacing.x = 8.0;
    if view.project.is_some() {
        let words = t!("make-report");
        if ui.add(Button::secondary(&words).icon(icon::EXPORT)).clicked() {
            actions.push(ShellAction::MakeReport);
        }
        if search(ui, if slim { SEARCH_SLIM } else { SEARCH }).clicked() {
            actions.push(ShellAction::Search);
        }
    }
    let (icon, name) = if ui.visuals().dark_mode {
        (icon::SUN, t!("shell-theme-light"))
    } else {
        (icon::MOON, t!("shell-theme-dark"))
    };
    if ui.add(IconButton::new(icon, &name)).clicked() {
        actions.push(ShellAction::SwitchTheme);
    }
    let Some(project) = &view.project else { return };
    let steps = [
        (
            icon::REDO,
            t!("ui-redo"),
            actions::keys_of(ShellAction::Redo),
            &project.redo,
            ShellAction::Redo,
        ),
        (
            icon::UNDO,
            t!("ui-undo"),
            actions::keys_of(ShellAction::Undo),
            &project.undo,
            ShellAction::Undo,
        ),
    ];
    for (icon, name, keys, sentence, action) in steps {
        let button = IconButton::new(icon, &name).keys(&keys);
        let mut response = ui.add_enabled(sentence.is_some(), button);
        if let Some(sentence) = sentence {
            let tip = tooltip::Tip { source: sentence.clone(), ..tooltip::Tip::default() };
            response = tooltip::tip(response, &tip);
        }
        if response.clicked() {
            actions.push(action);
        }
    }
}

const PADDING: f32 = 8.0;
const CARET: f32 = 12.0;

fn show_file_menu(ui: &mut Ui, file: &str, asked: &mut Vec<ShellAction>) {
    let opener = file_face(ui, file);
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
fn file_face(ui: &mut Ui, file: &str) -> Response {
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
