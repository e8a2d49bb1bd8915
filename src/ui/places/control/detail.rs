//! What an open finding says besides: what to do, what it was held against, and accepting it.

use eframe::egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::t;
use crate::ui::finding_words;
use crate::ui::icon;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::paint;

use super::row::{Columns, GO_END, NAME_AT, Row, go};
use super::{Asked, FindingId, cells};

/// Where the hint's icon stands, from the row's left.
const HINT_AT: f32 = NAME_AT - 23.0;
/// The least height of a place, and the room for its jump.
const PLACE: f32 = 24.0;
const GO_ROOM: f32 = 80.0;

/// Shows what stands under an open row.
pub(super) fn show(ui: &mut Ui, row: &Row<'_>, asked: &mut Vec<Asked>) {
    let top = ui.cursor().min;
    let room = Rect::from_min_size(top, vec2(ui.available_width(), f32::INFINITY));
    let columns = Columns::of(room);
    let left = child(ui, columns.name, |ui| {
        advice(ui, row);
        ui.add_space(12.0);
        answers(ui, row, asked);
    });
    let right = room.with_min_x(columns.numbers[0].left()).with_max_x(room.right() - GO_END);
    let right = child(ui, right, |ui| {
        cells::show(ui, row.finding);
        places(ui, row, asked);
    });
    let height = left.max(right) + 20.0;
    ui.allocate_exact_size(vec2(room.width(), height), Sense::hover());
}

/// Draws `contents` in a column and returns their height.
fn child(ui: &mut Ui, column: Rect, contents: impl FnOnce(&mut Ui)) -> f32 {
    let builder = UiBuilder::new().max_rect(column).layout(Layout::top_down(Align::Min));
    let mut child = ui.new_child(builder);
    contents(&mut child);
    child.min_rect().height()
}

/// What can be done about it.
fn advice(ui: &mut Ui, row: &Row<'_>) {
    let text = row.finding.message.text();
    let advice = finding_words::sentences(&text).1;
    if advice.is_empty() {
        return;
    }
    let color = colors(ui).accent;
    let at = pos2(ui.max_rect().left() - (NAME_AT - HINT_AT) + 8.0, ui.cursor().top() + 9.0);
    let hint = theme::icon_galley(ui, icon::HINT, 17.0, color);
    paint::centre_text(ui.painter(), at, hint, color);
    theme::paragraph(ui, advice, scale().body, colors(ui).text);
}

fn answers(ui: &mut Ui, row: &Row<'_>, asked: &mut Vec<Asked>) {
    let id = FindingId::of(row.finding);
    ui.horizontal(|ui| {
        if let Some(settling) = row.finding.settling.as_ref().filter(|_| row.finding.is_open())
            && ui.add(Button::primary(&settling.words.text())).clicked()
        {
            asked.push(Asked::Settle(settling.edit.clone()));
        }
        if row.finding.is_open() {
            if ui.add(Button::secondary(&t!("control-accept"))).clicked() {
                asked.push(Asked::Accept(id));
            }
        } else if ui.add(Button::secondary(&t!("control-reopen"))).clicked() {
            asked.push(Asked::Reopen(id));
        }
        let of = row.trail();
        if of.is_some() && ui.add(Button::quiet(&t!("trail-show"))).clicked() {
            asked.extend(of.map(Asked::Trail));
        }
    });
}

/// The other places that the finding speaks of, each with its jump.
fn places(ui: &mut Ui, row: &Row<'_>, asked: &mut Vec<Asked>) {
    // The cells say already what else is off.
    let has_cells = !row.finding.cells.is_empty();
    let others = row.finding.places.get(1..).filter(|place| !place.is_empty() && !has_cells);
    let Some(others) = others else { return };
    let color = colors(ui).text_2;
    theme::text(ui, t!("control-held-against"), medium(scale().caption), color);
    for (at, place) in others.iter().enumerate() {
        let words = finding_words::place_words(row.project, place);
        let width = ui.available_width();
        let style = scale().body;
        let text = paint::wrapped(ui, &words, style, colors(ui).text, width - GO_ROOM, 2);
        let height = (text.size().y + 6.0).max(PLACE);
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        paint::place_text(ui.painter(), rect, text, Align::Min, colors(ui).text);
        let end = pos2(rect.right(), rect.center().y);
        let jump = go(ui, row.project, place, end, row.id.with(at));
        if jump.is_some_and(|jump| jump.clicked()) {
            asked.push(Asked::Go(place.clone()));
        }
    }
}
