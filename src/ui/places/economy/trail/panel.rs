//! The trail drawn: steps with a dot each on one line from the cell down to the source.

use eframe::egui::{
    Align, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::look::tokens;
use crate::project::{Minute, Project};
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale, semibold};
use crate::ui::when;
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::{heading, key_hint, paint};

use super::super::rows::RowId;
use super::sources::{Origin, short_hash};
use super::walk::{Goes, Walk, WalkPart};

/// Left of a step's words stands its dot.
const STEP: f32 = 20.0;
const DOT: f32 = 4.5;
const PART: f32 = 24.0;

/// What the person asks of the panel.
pub(super) enum Asked {
    Close,
    /// Tell of this art's accounts.
    Art(String),
    /// Go to this row.
    Row(RowId),
    /// Move the accounts to another line.
    Move,
    /// Type over the account's amount.
    Override,
}

/// Draws the trail.
pub(super) fn show(ui: &mut Ui, walk: &Walk, project: &Project, now: Minute) -> Option<Asked> {
    let mut asked = head(ui);
    ui.add_space(8.0);
    let colors = colors(ui);
    step(ui, &t!("economy-step-cell"), Dot::End, true, |ui| {
        theme::paragraph(ui, &walk.value, scale().figure, colors.text);
        theme::paragraph(ui, &walk.label, scale().body, colors.text_2);
    });
    let has_origins = !walk.origins.is_empty();
    let goes_on = walk.accounts.is_some() || has_origins;
    let words = t!("economy-step-formula");
    let chosen = step(ui, &words, Dot::Middle, goes_on, |ui| formula(ui, walk));
    asked = asked.or(chosen);
    if let Some((title, caption)) = &walk.accounts {
        step(ui, &t!("economy-step-account"), Dot::Middle, has_origins, |ui| {
            theme::paragraph(ui, title, scale().body_strong, colors.text);
            theme::paragraph(ui, caption, scale().body, colors.text_2);
        });
    }
    if has_origins {
        step(ui, &t!("economy-step-source"), Dot::End, false, |ui| {
            for origin in &walk.origins {
                source(ui, origin, project, now);
            }
        });
    }
    if walk.moves {
        heading::divide(ui, 14.0);
        let name = t!("economy-move");
        ui.horizontal(|ui| {
            if ui.add(Button::secondary(&name).icon(icon::MOVE)).clicked() {
                asked = Some(Asked::Move);
            }
            let name = t!("economy-override");
            if walk.overrides.is_some() && ui.add(Button::quiet(&name)).clicked() {
                asked = Some(Asked::Override);
            }
        });
    }
    asked
}

fn head(ui: &mut Ui) -> Option<Asked> {
    let mut asked = None;
    paint::row(ui, tokens().size.button, |ui| {
        theme::text(ui, t!("economy-trail"), scale().heading, colors(ui).text);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            if ui.add(IconButton::new(icon::CLOSE, &t!("economy-trail-close"))).clicked() {
                asked = Some(Asked::Close);
            }
            key_hint::key_sign(ui, &t!("keys-trail"));
        });
    });
    asked
}

/// The dot of a step.
#[derive(Clone, Copy, PartialEq)]
enum Dot {
    /// Where the way begins or ends.
    End,
    /// On the way.
    Middle,
}

/// A step with its dot, and the line that goes on to the next.
fn step<R>(
    ui: &mut Ui,
    title: &str,
    dot: Dot,
    goes_on: bool,
    contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    let colors = colors(ui);
    let top = ui.cursor().min;
    let inner = Rect::from_min_max(pos2(top.x + STEP, top.y), ui.max_rect().right_bottom());
    let builder = UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::Min));
    let shown = ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        theme::text(ui, title, scale().caption, colors.text_2);
        contents(ui)
    });
    ui.add_space(10.0);
    let centre = pos2(top.x + DOT, top.y + scale().caption.1 / 2.0);
    let color = if dot == Dot::End { colors.accent } else { colors.line_strong };
    if goes_on {
        let bottom = shown.response.rect.bottom() + 6.0;
        let line = Stroke::new(1.0, colors.line_strong);
        ui.painter().vline(centre.x, centre.y + 9.0..=bottom, line);
    }
    ui.painter().circle_filled(centre, DOT, color);
    shown.inner
}

fn formula(ui: &mut Ui, walk: &Walk) -> Option<Asked> {
    let colors = colors(ui);
    theme::paragraph(ui, &walk.formula, scale().body_strong, colors.text);
    for words in &walk.basis {
        theme::paragraph(ui, words, scale().body, colors.text_2);
    }
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut asked = None;
    for part in &walk.parts {
        if part_row(ui, part) {
            asked = match &part.goes {
                Goes::Art(art) => Some(Asked::Art(art.clone())),
                Goes::Row(row) => Some(Asked::Row(row.clone())),
                Goes::Nowhere => None,
            };
        }
    }
    asked
}

/// One part: code, name, number. Whether it was clicked.
fn part_row(ui: &mut Ui, part: &WalkPart) -> bool {
    let colors = colors(ui);
    let sense = match part.goes {
        Goes::Nowhere => Sense::hover(),
        _ => Sense::click(),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), PART), sense);
    let spoken = t!("economy-part", name = part.name.as_str(), value = part.value.as_str());
    let spoken = format!("{} {spoken}", part.code).trim().to_owned();
    response.widget_info(|| match part.goes {
        Goes::Nowhere => WidgetInfo::labeled(Role::Label, true, &spoken),
        _ => WidgetInfo::selected(Role::Button, true, part.is_chosen, &spoken),
    });
    let ground = rect.expand2(vec2(8.0, 0.0));
    if part.is_chosen {
        ui.painter().rect_filled(ground, tokens().radius.cell, colors.accent_soft);
    } else if response.hovered() && response.sense.senses_click() {
        ui.painter().rect_filled(ground, tokens().radius.cell, colors.hover);
    }
    let style = if part.is_chosen { semibold(scale().table) } else { scale().table };
    let value = paint::line(ui, &part.value, style, colors.text);
    let right = value.size().x;
    paint::place_text(ui.painter(), rect, value, Align::Max, colors.text);
    let mut inner = rect;
    if !part.code.is_empty() {
        let code = paint::line(ui, &part.code, scale().table, colors.text_2);
        let taken = code.size().x.max(24.0) + 8.0;
        paint::place_text(ui.painter(), inner, code, Align::Min, colors.text_2);
        inner = inner.with_min_x(inner.left() + taken);
    }
    let room = inner.width() - right - 8.0;
    let name = paint::elided(ui, &part.name, style, colors.text, room);
    paint::place_text(ui.painter(), inner, name, Align::Min, colors.text);
    paint::focus_ring(ui, &response, ground.shrink(2.0), tokens().radius.cell);
    response.clicked()
}

fn source(ui: &mut Ui, origin: &Origin, project: &Project, now: Minute) {
    let colors = colors(ui);
    match origin {
        Origin::File { source, place } => {
            let Some(source) = project.source(*source) else { return };
            theme::paragraph(ui, &source.file, scale().body_strong, colors.text);
            theme::paragraph(ui, place, scale().body, colors.text_2);
            ui.add_space(2.0);
            let read = when::moment(source.imported, now);
            let read = match source.imported_by.as_str() {
                "" => t!("economy-read", when = read),
                who => t!("economy-read-by", when = read, who = who),
            };
            theme::paragraph(ui, read, scale().caption, colors.text_2);
            if !source.sha256.is_empty() {
                let hash = t!("economy-hash", hash = short_hash(source));
                theme::paragraph(ui, hash, scale().caption, colors.text_2);
            }
            ui.add_space(4.0);
        }
        Origin::Corrected { original, who } => {
            let original = original.replace('.', ",");
            let words = t!("economy-corrected", who = who.as_str(), original = original);
            theme::paragraph(ui, words, scale().body, colors.r#override);
        }
        Origin::Typed => {
            theme::paragraph(ui, t!("economy-typed"), scale().body, colors.text);
        }
    }
}
