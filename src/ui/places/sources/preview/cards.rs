//! The files as cards, one a sheet; those that cannot be read have a dashed frame.

use std::path::{Path, PathBuf};

use eframe::egui::{
    Align, Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::View;
use crate::app::Command;
use crate::import::FileRead;
use crate::look::tokens;
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, colors, scale, semibold};
use crate::ui::widgets::{paint, tooltip};

const HEIGHT: f32 = 46.0;
const GAP: f32 = 10.0;
const PADDING: f32 = 14.0;
const WORDS_AT: f32 = 42.0;
const NARROWEST: f32 = 132.0;
const WIDEST: f32 = 250.0;
/// With more cards than these, all are equally wide, so that they stand in columns.
const FREE_WIDTHS: usize = 5;

struct Card {
    icon: Icon,
    title: String,
    body: String,
    tip: String,
    look: Look,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Chosen,
    Plain,
    /// It asks something, or rows of it are rejected.
    Marked,
    Refused,
    /// Not a file: the way to more of them.
    More,
}

pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Context<'_>,
    view: &View<'_>,
    selected: &mut Option<(PathBuf, String)>,
) {
    let mut cards: Vec<Card> =
        (0..view.entries.len()).map(|index| sheet_card(view, index)).collect();
    let refused = view.preview.files.iter().filter(|file| file.outcome.is_err());
    cards.extend(refused.map(refused_card));
    cards.push(more_card());
    let width = equal_width(ui, cards.len());
    let last = cards.len() - 1;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        for (index, card) in cards.iter().enumerate() {
            let is_clicked = card.show(ui, width).clicked();
            if is_clicked && index == last {
                cx.push(Command::ChooseExports);
            } else if let (true, Some(entry)) = (is_clicked, view.entries.get(index)) {
                *selected = Some(entry.id());
            }
        }
    });
}

/// The width of every card where they are many.
fn equal_width(ui: &Ui, cards: usize) -> Option<f32> {
    let room = ui.available_width();
    let columns = (room / (WIDEST - 30.0)).floor().max(1.0);
    // A hair less, so that rounding never pushes the last one of a row to the next.
    (cards > FREE_WIDTHS).then(|| (room + GAP) / columns - GAP - 0.5)
}

fn sheet_card(view: &View<'_>, index: usize) -> Card {
    let entry = &view.entries[index];
    let read = entry.read;
    let kind = t!(read.kind().word_key());
    let body = if read.sheet.is_empty() {
        t!("card-rows", kind = kind, count = read.accepted())
    } else {
        t!("card-sheet", kind = kind, sheet = &read.sheet)
    };
    let asks = entry.questions().next().is_some() || entry.loses_many();
    let look = match (view.selected == Some(index), asks || !read.rejects.is_empty()) {
        (true, _) => Look::Chosen,
        (false, true) => Look::Marked,
        (false, false) => Look::Plain,
    };
    let tip = entry.path.display().to_string();
    Card { icon: file_icon(entry.path), title: read.file.clone(), body, tip, look }
}

fn refused_card(file: &FileRead) -> Card {
    let tip = file.path.display().to_string();
    Card {
        icon: icon::FILE_BROKEN,
        title: file.name.clone(),
        body: t!("card-refused"),
        tip,
        look: Look::Refused,
    }
}

fn more_card() -> Card {
    let title = t!("card-more");
    Card { icon: icon::PLUS, title, body: String::new(), tip: String::new(), look: Look::More }
}

fn file_icon(path: &Path) -> Icon {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match extension.as_str() {
        "csv" | "tsv" | "txt" => icon::FILE_CSV,
        _ => icon::FILE_SHEET,
    }
}

impl Card {
    fn show(&self, ui: &mut Ui, width: Option<f32>) -> Response {
        let width = width.unwrap_or_else(|| self.natural_width(ui));
        let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
        let name = [self.title.as_str(), self.body.as_str()].join(" ");
        response.widget_info(|| {
            let chosen = self.look == Look::Chosen;
            WidgetInfo::selected(Role::Button, ui.is_enabled(), chosen, name.trim())
        });
        self.frame(ui, &response, rect);
        self.words(ui, rect);
        paint::focus_ring(ui, &response, rect, tokens().radius.button);
        if self.tip.is_empty() {
            return response;
        }
        let tip = tooltip::Tip {
            title: self.title.clone(),
            body: self.body.clone(),
            source: self.tip.clone(),
        };
        tooltip::tip(response, &tip)
    }

    fn natural_width(&self, ui: &Ui) -> f32 {
        let title = paint::line(ui, &self.title, semibold(scale().body), Color32::WHITE).size().x;
        let body = paint::line(ui, &self.body, scale().caption, Color32::WHITE).size().x;
        (title.max(body) + WORDS_AT + PADDING).clamp(NARROWEST, WIDEST)
    }

    fn frame(&self, ui: &Ui, response: &Response, rect: Rect) {
        let colors = colors(ui);
        let radius = tokens().radius.button;
        let over = paint::hover(ui, response.id, response.hovered());
        let fill = match self.look {
            Look::Chosen => colors.accent_soft,
            _ => paint::mix(colors.canvas, colors.hover, over),
        };
        let border = match self.look {
            Look::Chosen => colors.accent,
            Look::Marked => colors.warning,
            Look::Plain | Look::Refused | Look::More => colors.field_border,
        };
        if matches!(self.look, Look::Refused | Look::More) {
            ui.painter().rect_filled(rect, radius, fill);
            paint::dashed_frame(ui.painter(), rect.shrink(0.5), radius, border);
        } else {
            let stroke = Stroke::new(1.0, border);
            ui.painter().rect(rect, radius, fill, stroke, StrokeKind::Inside);
        }
    }

    fn words(&self, ui: &Ui, rect: Rect) {
        let colors = colors(ui);
        let color = match self.look {
            Look::Chosen => colors.accent,
            Look::Refused => colors.error,
            Look::Plain | Look::Marked | Look::More => colors.text_2,
        };
        let galley = theme::icon_galley(ui, self.icon, 20.0, color);
        let centre = pos2(rect.left() + PADDING + 9.0, rect.center().y);
        paint::centre_text(ui.painter(), centre, galley, color);
        let words =
            rect.with_min_x(rect.left() + WORDS_AT).with_max_x(rect.right() - PADDING / 2.0);
        let line = |down: f32| words.translate(vec2(0.0, down));
        let place = |galley, down: f32, color| {
            paint::place_text(ui.painter(), line(down), galley, Align::Min, color);
        };
        let width = words.width();
        if self.body.is_empty() {
            let title = paint::elided(ui, &self.title, scale().body, colors.text_2, width);
            place(title, 0.0, colors.text_2);
            return;
        }
        let title = paint::elided(ui, &self.title, semibold(scale().body), colors.text, width);
        place(title, -8.0, colors.text);
        let body = paint::elided(ui, &self.body, scale().caption, colors.text_2, width);
        place(body, 8.0, colors.text_2);
    }
}
