//! The outline at the left: the sections in their order, how far each has come, and what can be
//! done with them.

use eframe::egui::{
    Align, Color32, Frame, Key, Margin, Modifiers, Panel, Popup, PopupCloseBehavior, Response,
    Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2,
};

use crate::app::App;
use crate::issue::Severity;
use crate::look::tokens;
use crate::project::OutlineEntry;
use crate::report::{Progress, Section, entries};
use crate::t;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, Colors, colors, scale, semibold};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::menu::Item;
use crate::ui::widgets::severity::{self, Verdict};
use crate::ui::widgets::{paint, tooltip};

const WIDTH: f32 = 232.0;
const SIDE: f32 = 10.0;
const INDENT: f32 = 16.0;
const ICON_AT: f32 = 12.0;

/// What the person asks of the outline.
pub(super) enum Asked {
    /// Open a section.
    Open(String),
    /// Replace the outline by this one.
    Change(Vec<OutlineEntry>),
    /// Give a section another heading.
    Rename(String),
    /// Add a section after this one.
    Add(String),
}

/// The state of a section, as the outline shows it.
enum Standing {
    LeftOut,
    /// How many faults it has.
    Faults(usize),
    Of(Progress),
}

/// Shows the outline. Comes back with what the person asks for.
pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    (sections, progress): (&[Section], &[Progress]),
    open: &str,
) -> Option<Asked> {
    let frame = Frame::NONE.fill(colors(ui).canvas);
    let shown = Panel::left("report-outline")
        .exact_size(WIDTH)
        .resizable(false)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| {
            let scroll = ScrollArea::vertical().auto_shrink(false);
            scroll.show(ui, |ui| list(ui, app, (sections, progress), open)).inner
        });
    let edge = shown.response.rect;
    let stroke = Stroke::new(1.0, colors(ui).line);
    ui.painter().vline(edge.right(), edge.y_range(), stroke);
    shown.inner
}

fn list(
    ui: &mut Ui,
    app: &App,
    (sections, progress): (&[Section], &[Progress]),
    open: &str,
) -> Option<Asked> {
    let mut asked = None;
    let margin = Margin { left: SIDE as i8, right: SIDE as i8, top: 8, bottom: 12 };
    Frame::NONE.inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let mut rows = Vec::with_capacity(sections.len());
        for ((at, section), progress) in sections.iter().enumerate().zip(progress) {
            let standing = standing(app, section, *progress);
            let response = row(ui, section, &standing, section.id == open);
            if response.clicked() {
                asked = Some(Asked::Open(section.id.clone()));
            }
            asked = menu(&response, sections, at).or(asked.take());
            rows.push(response);
        }
        if let Some(at) = step(ui, &rows)
            && let Some(section) = sections.get(at)
        {
            asked = Some(Asked::Open(section.id.clone()));
        }
        ui.add_space(8.0);
        if ui.add(Button::quiet(&t!("rapport-add-section")).icon(icon::PLUS)).clicked() {
            asked = Some(Asked::Add(open.to_owned()));
        }
    });
    asked
}

/// The row that the arrow keys lead to from the one that has the focus.
fn step(ui: &Ui, rows: &[Response]) -> Option<usize> {
    let at = rows.iter().position(Response::has_focus)?;
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let to = match () {
        () if pressed(Key::ArrowDown) => at + 1,
        () if pressed(Key::ArrowUp) => at.checked_sub(1)?,
        () => return None,
    };
    rows.get(to)?.request_focus();
    Some(to)
}

fn row(ui: &mut Ui, section: &Section, standing: &Standing, is_open: bool) -> Response {
    let size = vec2(ui.available_width(), tokens().row.roomy.max(26.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let words = standing.words();
    let spoken = t!("rapport-section", title = section.title.as_str(), state = words.as_str());
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, is_open, &spoken));
    let colors = colors(ui);
    let over = paint::hover(ui, response.id, response.hovered());
    let fill = match is_open {
        true => colors.accent_soft,
        false => paint::mix(colors.hover.gamma_multiply(0.0), colors.hover, over),
    };
    ui.painter().rect_filled(rect, tokens().radius.cell, fill);
    let inner = rect.shrink2(vec2(8.0, 0.0));
    let (style, color) = match (is_open, section.is_left_out) {
        (_, true) => (scale().body, colors.text_3),
        (true, false) => (semibold(scale().body), colors.accent),
        (false, false) => (scale().body, colors.text),
    };
    let indent = if section.is_within { INDENT } else { 0.0 };
    let place = inner.with_min_x(inner.left() + indent);
    let end = standing.show(ui, inner.right(), inner.center().y);
    let title = paint::elided(ui, &section.title, style, color, end - place.left() - 6.0);
    paint::place_text(ui.painter(), place, title, Align::Min, color);
    paint::focus_ring(ui, &response, rect, tokens().radius.cell);
    tooltip::tip(response, &tooltip::Tip { body: words, ..tooltip::Tip::default() })
}

/// The menu of a section, under the right mouse button.
fn menu(response: &Response, sections: &[Section], at: usize) -> Option<Asked> {
    let section = &sections[at];
    let changed = |change: &dyn Fn(&mut Vec<OutlineEntry>)| {
        let mut entries = entries(sections);
        change(&mut entries);
        Some(Asked::Change(entries))
    };
    let shown =
        Popup::context_menu(response).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut asked = None;
            let is_first = at == 0;
            let is_last = at + 1 == sections.len();
            let item = |ui: &mut Ui, icon, words: &str, enabled| {
                ui.add_enabled(enabled, Item::new(words).icon(icon)).clicked()
            };
            if item(ui, icon::PENCIL, &t!("rapport-rename"), true) {
                asked = Some(Asked::Rename(section.id.clone()));
            }
            if item(ui, icon::UP, &t!("rapport-move-up"), !is_first) {
                asked = changed(&|entries| entries.swap(at - 1, at));
            }
            if item(ui, icon::DOWN, &t!("rapport-move-down"), !is_last) {
                asked = changed(&|entries| entries.swap(at, at + 1));
            }
            let words = match section.is_within {
                true => t!("rapport-make-chapter"),
                false => t!("rapport-put-within"),
            };
            if item(ui, icon::CARET_RIGHT, &words, !is_first) {
                asked = changed(&|entries| entries[at].is_within = !section.is_within);
            }
            let words = match section.is_left_out {
                true => t!("rapport-take-with"),
                false => t!("rapport-leave-out"),
            };
            if item(ui, icon::LEFT_OUT, &words, true) {
                asked = changed(&|entries| entries[at].is_left_out = !section.is_left_out);
            }
            if item(ui, icon::PLUS, &t!("rapport-add-after"), true) {
                asked = Some(Asked::Add(section.id.clone()));
            }
            asked
        });
    shown.and_then(|shown| shown.inner)
}

/// How far the section has come, or how many faults it has.
fn standing(app: &App, section: &Section, progress: Progress) -> Standing {
    let faults = app.report_content().faults.iter();
    match faults.filter(|fault| fault.section == section.id).count() {
        _ if section.is_left_out => Standing::LeftOut,
        0 => Standing::Of(progress),
        faults => Standing::Faults(faults),
    }
}

impl Standing {
    fn words(&self) -> String {
        match self {
            Self::LeftOut => t!("rapport-is-left-out"),
            Self::Faults(count) => t!("rapport-faults", count = *count),
            Self::Of(progress) => t!(progress.word_key()),
        }
    }

    fn icon(&self, colors: &Colors) -> (Icon, Color32) {
        match self {
            Self::LeftOut => (icon::LEFT_OUT, colors.text_3),
            Self::Faults(_) => (icon::WARNING, Verdict::Off(Severity::Warning).color(colors)),
            Self::Of(progress) => severity::progress(*progress, colors),
        }
    }

    /// Paints the icon with its right end at `right`; gives back where it begins.
    fn show(&self, ui: &Ui, right: f32, y: f32) -> f32 {
        let (icon, color) = self.icon(colors(ui));
        let size = tokens().size.icon;
        let galley = theme::icon_galley(ui, icon, size, color);
        paint::centre_text(ui.painter(), eframe::egui::pos2(right - size / 2.0, y), galley, color);
        let mut left = right - size;
        if let Self::Faults(count) = self {
            let galley = paint::line(ui, &count.to_string(), scale().caption, colors(ui).text);
            left -= ICON_AT / 2.0 + galley.size().x;
            let at = eframe::egui::pos2(left + galley.size().x / 2.0, y);
            paint::centre_text(ui.painter(), at, galley, colors(ui).text);
        }
        left
    }
}
