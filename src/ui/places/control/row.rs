//! A finding as a line of the list, and what it shows when it is open.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, Galley, Id, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use crate::checks::{Area, Finding, Said, Where};
use crate::figures::TrailOf;
use crate::look::{TypeStyle, tokens};
use crate::project::{Minute, Project};
use crate::t;
use crate::ui::finding_words;
use crate::ui::theme::{self, colors, medium, scale, semibold};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::paint::{self, WRAPPED_LINE};
use crate::ui::widgets::severity::Verdict;
use crate::ui::{icon, when};

use super::{Asked, FindingId, cells};

/// Air within a row, over the sentence and under its place.
const AIR: f32 = 7.0;
const SEVERITY_AT: f32 = 12.0;
/// Where the sentence stands, from the row's left.
pub(super) const NAME_AT: f32 = 128.0;
/// Where the columns of numbers end, from the row's right.
const NUMBERS_END: [f32; 3] = [374.0, 248.0, 110.0];
/// How wide they are: a difference may be one of *prosentpoeng*.
const NUMBER_WIDTHS: [f32; 3] = [114.0, 114.0, 128.0];
const GAP: f32 = 16.0;
/// Where the jump ends, from the row's right.
pub(super) const GO_END: f32 = 14.0;
/// The lines that a sentence may take while its row is closed.
const CLOSED_LINES: usize = 2;
const OPEN_LINES: usize = 8;

/// Where the parts of a row stand.
pub(super) struct Columns {
    pub name: Rect,
    /// Expected, found, difference.
    pub numbers: [Rect; 3],
}

impl Columns {
    /// The columns within a row.
    pub fn of(row: Rect) -> Self {
        let numbers = [0, 1, 2].map(|at| {
            let right = row.right() - NUMBERS_END[at];
            row.with_min_x(right - NUMBER_WIDTHS[at]).with_max_x(right)
        });
        let name_end = numbers[0].left() - GAP;
        let name_start = row.left() + NAME_AT;
        let name = row.with_min_x(name_start).with_max_x(name_end.max(name_start + 80.0));
        Self { name, numbers }
    }
}

/// A finding that is shown.
pub(super) struct Row<'a> {
    pub project: &'a Project,
    pub now: Minute,
    pub finding: &'a Finding,
    pub id: Id,
}

impl Row<'_> {
    /// Shows the row. Its numbers stand beside the sentence's first line where it is open, and
    /// in the middle of it otherwise.
    pub fn show(&self, ui: &mut Ui, is_open: bool, asked: &mut Vec<Asked>) -> Response {
        let width = ui.available_width();
        let top = Rect::from_min_size(ui.cursor().min, vec2(width, tokens().row.finding));
        let name_width = Columns::of(top).name.width();
        let sentence = self.sentence(ui, is_open, name_width);
        let height = (sentence.size().y + WRAPPED_LINE + 2.0 * AIR).max(top.height());
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let response = ui.interact(rect, self.id, Sense::click());
        let spoken = self.spoken();
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListItem, ui.is_enabled(), is_open, &spoken)
        });
        let over = paint::hover(ui, self.id, response.hovered() && !is_open);
        let clear = colors(ui).hover.gamma_multiply(0.0);
        ui.painter().rect_filled(rect, 0.0, paint::mix(clear, colors(ui).hover, over));
        let columns = Columns::of(rect);
        self.severity(ui, rect);
        self.name(ui, columns.name, sentence);
        self.numbers(ui, &columns);
        if let Some(place) = self.finding.places.first() {
            let end = pos2(rect.right() - GO_END, rect.center().y);
            if go(ui, self.project, place, end, self.id).is_some_and(|go| go.clicked()) {
                asked.push(Asked::Go(place.clone()));
            }
        }
        paint::focus_ring(ui, &response, rect.shrink(4.0), tokens().radius.cell);
        response
    }

    /// The first number of the finding, to follow its trail.
    pub fn trail(&self) -> Option<TrailOf> {
        self.finding.places.iter().find_map(|place| place.address.as_ref()?.trail())
    }

    fn sentence(&self, ui: &Ui, is_open: bool, width: f32) -> Arc<Galley> {
        let text = self.finding.message.text();
        let (style, lines) = match is_open {
            true => (semibold(scale().body), OPEN_LINES),
            false => (scale().body, CLOSED_LINES),
        };
        let color = self.quiet(colors(ui).text, colors(ui).text_2);
        paint::wrapped(ui, finding_words::sentences(&text).0, style, color, width, lines)
    }

    /// `usual`, or `quiet` for a finding that somebody has accepted.
    fn quiet(&self, usual: Color32, quiet: Color32) -> Color32 {
        if self.finding.is_open() { usual } else { quiet }
    }

    fn severity(&self, ui: &Ui, row: Rect) {
        let verdict = Verdict::from(self.finding.severity);
        let color = self.quiet(verdict.color(colors(ui)), colors(ui).text_2);
        let icon = if self.finding.is_open() { verdict.icon() } else { icon::CHECK };
        let place = row.with_min_x(row.left() + SEVERITY_AT);
        let icon = theme::icon_galley(ui, icon, tokens().size.icon_severity, color);
        paint::place_text(ui.painter(), place, icon, Align::Min, color);
        let beside = place.with_min_x(place.left() + 20.0);
        let word = paint::line(ui, &verdict.word(), medium(scale().body), color);
        paint::place_text(ui.painter(), beside, word, Align::Min, color);
    }

    fn name(&self, ui: &Ui, rect: Rect, sentence: Arc<Galley>) {
        let colors = colors(ui);
        let height = sentence.size().y + WRAPPED_LINE;
        let top = rect.center().y - height / 2.0;
        let below = top + sentence.size().y;
        ui.painter().galley(pos2(rect.left(), top), sentence, colors.text);
        let caption = self.caption();
        let caption = paint::elided(ui, &caption, scale().caption, colors.text_2, rect.width());
        ui.painter().galley(pos2(rect.left(), below), caption, colors.text_2);
    }

    /// The place, or who has accepted it and why.
    fn caption(&self) -> String {
        match &self.finding.acceptance {
            Some(acceptance) => {
                let when = when::moment(acceptance.when, self.now);
                let (who, reason) = (acceptance.who.as_str(), acceptance.reason.as_str());
                match who {
                    "" => t!("control-accepted-unnamed", when = when, reason = reason),
                    _ => t!("control-accepted", who = who, when = when, reason = reason),
                }
            }
            None => {
                let place = self.finding.places.first();
                place.map_or_else(String::new, |place| {
                    finding_words::place_words(self.project, place)
                })
            }
        }
    }

    fn spoken(&self) -> String {
        let row = finding_words::spoken(self.finding);
        match self.finding.is_open() {
            true => row,
            false => t!("control-row-accepted", row = row, accepted = self.caption()),
        }
    }

    fn numbers(&self, ui: &Ui, columns: &Columns) {
        let colors = colors(ui);
        let finding = self.finding;
        let text = |value: &Option<_>| value.as_ref().map(Said::text);
        let difference = finding.difference.as_ref().map(Said::difference_text);
        let cells: [(Option<String>, TypeStyle); 3] = [
            (text(&finding.expected), scale().table),
            (text(&finding.found), scale().table),
            (difference, semibold(scale().table)),
        ];
        let color = self.quiet(colors.text, colors.text_2);
        for ((text, style), rect) in cells.into_iter().zip(columns.numbers) {
            let Some(text) = text else { continue };
            let text = paint::elided(ui, &text, style, color, rect.width());
            paint::place_text(ui.painter(), rect, text, Align::Max, color);
        }
    }
}

/// The jump to a place, its end at `end`. Tables that were printed elsewhere have none, since they
/// stand in Kontroll itself.
pub(super) fn go(
    ui: &Ui,
    project: &Project,
    place: &Where,
    end: eframe::egui::Pos2,
    id: Id,
) -> Option<Response> {
    if place.area == Area::Report && place.table.is_some() {
        return None;
    }
    let color = colors(ui).accent;
    let text = paint::line(ui, &t!("control-go"), medium(scale().body), color);
    let size = text.size() + vec2(16.0, 0.0);
    let rect = Rect::from_min_max(pos2(end.x + 8.0 - size.x, end.y - 12.0), end + vec2(8.0, 12.0));
    let response = ui.interact(rect, id.with("go"), Sense::click());
    let name = t!("control-go-to", place = finding_words::place_words(project, place));
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), &name));
    let over = paint::hover(ui, response.id, response.hovered());
    let soft = colors(ui).selected;
    let fill = paint::mix(soft.gamma_multiply(0.0), soft, over);
    ui.painter().rect_filled(rect, tokens().radius.button, fill);
    paint::centre_text(ui.painter(), rect.center(), text, color);
    paint::focus_ring(ui, &response, rect.shrink(2.0), tokens().radius.button);
    Some(response)
}

/// Where the hint's icon stands, from the row's left.
const HINT_AT: f32 = NAME_AT - 23.0;
/// The least height of a place, and the room for its jump.
const PLACE: f32 = 24.0;
const GO_ROOM: f32 = 80.0;

/// Shows what stands under an open row.
pub(super) fn show_detail(ui: &mut Ui, row: &Row<'_>, asked: &mut Vec<Asked>) {
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
