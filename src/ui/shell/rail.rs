//! The rail with the places: icons and words, or icons alone in a narrow window.

use eframe::egui::{
    Align, Frame, Layout, Margin, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::ShellView;
use crate::look::tokens;
use crate::t;
use crate::ui::actions::{self, ShellAction};
use crate::ui::icon::Weight;
use crate::ui::place::Place;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::{paint, tooltip};

const SIDE: f32 = 8.0;
const BAR: f32 = 3.0;
const ICON_AT: f32 = 19.0;
const WORD_AT: f32 = 38.0;

pub(super) fn show(ui: &mut Ui, view: &ShellView, slim: bool, actions: &mut Vec<ShellAction>) {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(SIDE as i8, 12));
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.spacing_mut().item_spacing.y = 2.0;
        for place in Place::WORK {
            // Without a project there is only its welcome, which stands at the first place.
            let reachable = view.project.is_some() || place == Place::Overview;
            let keys = actions::keys_of(ShellAction::Go(place));
            let count = if place == Place::Control { view.findings.to_mend() } else { 0 };
            let active = place == view.place;
            let item = Item { place, active, slim, keys: Some(&keys), count };
            if place == Place::Report {
                divide(ui);
            }
            if ui.add_enabled_ui(reachable, |ui| item.show(ui)).inner.clicked() {
                actions.push(ShellAction::Go(place));
            }
        }
        let height = tokens().row.place;
        let foot = Rect::from_min_max(
            pos2(ui.max_rect().left(), ui.max_rect().bottom() - height),
            ui.max_rect().right_bottom(),
        );
        let builder = UiBuilder::new().max_rect(foot).layout(Layout::top_down(Align::Min));
        ui.scope_builder(builder, |ui| {
            let place = Place::Settings;
            let active = place == view.place;
            let item = Item { place, active, slim, keys: None, count: 0 };
            if item.show(ui).clicked() {
                actions.push(ShellAction::Go(place));
            }
        });
    });
}

struct Item<'a> {
    place: Place,
    active: bool,
    slim: bool,
    keys: Option<&'a str>,
    /// What waits there; none is not shown.
    count: usize,
}

/// A hairline between the year's data and what is made of them.
fn divide(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 17.0), Sense::hover());
    let line = rect.shrink2(vec2(10.0, 8.0));
    paint::hairline(ui, line, colors(ui).line_strong);
}

impl Item<'_> {
    /// The place's name, and what waits there for those who hear it.
    fn spoken(&self, name: &str) -> String {
        match self.count {
            0 => name.to_owned(),
            count => t!("shell-place-count", place = name, count = count),
        }
    }

    fn show(&self, ui: &mut Ui) -> Response {
        let name = self.place.name();
        let size = vec2(ui.available_width(), tokens().row.place);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let spoken = self.spoken(&name);
        response
            .widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), self.active, &spoken));
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response, &name);
        }
        if self.slim { tooltip::short(response, &spoken, self.keys) } else { response }
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response, name: &str) {
        let colors = colors(ui);
        let radius = tokens().radius.button;
        let over = paint::hover(ui, response.id, response.hovered());
        if self.active {
            ui.painter().rect_filled(rect, radius, colors.accent_soft);
            let bar =
                Rect::from_min_size(rect.min + vec2(0.0, 8.0), vec2(BAR, rect.height() - 16.0));
            ui.painter().rect_filled(bar, 1.0, colors.accent);
        } else if over > 0.0 {
            let fill = paint::mix(colors.sunken.gamma_multiply(0.0), colors.sunken, over);
            ui.painter().rect_filled(rect, radius, fill);
        }
        let (color, style, weight) = if self.active {
            (colors.accent, theme::semibold(scale().body), Weight::Bold)
        } else {
            let color = if response.enabled() { colors.text_2 } else { colors.plot_quiet };
            (color, scale().body, Weight::Regular)
        };
        let x = if self.slim { rect.center().x } else { rect.left() + ICON_AT };
        let icon = self.place.icon().with_weight(weight);
        let galley = theme::icon_galley(ui, icon, tokens().size.icon_rail, color);
        paint::centre_text(ui.painter(), pos2(x, rect.center().y), galley, color);
        if !self.slim {
            let words = rect.with_min_x(rect.left() + WORD_AT);
            let galley = paint::line(ui, name, style, color);
            paint::place_text(ui.painter(), words, galley, Align::Min, color);
            if self.count > 0 {
                let color = colors.text;
                let count = paint::line(ui, &self.count.to_string(), scale().caption, color);
                let end = rect.with_max_x(rect.right() - 10.0);
                paint::place_text(ui.painter(), end, count, Align::Max, color);
            }
        }
        paint::focus_ring(ui, response, rect.shrink(2.0), radius);
    }
}
