//! The cells that a finding tells of together: as printed, and as they should be.

use eframe::egui::{Align, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::checks::{Finding, FoundCell, Said};
use crate::look::TypeStyle;
use crate::t;
use crate::ui::theme::{colors, medium, scale, semibold};
use crate::ui::widgets::paint;

const LINE: f32 = 21.0;
/// A column of numbers, and the least room for the words before them.
const NUMBER: f32 = 70.0;
const LEAST_WORDS: f32 = 116.0;
/// Air between the last number and what follows.
const FOOT: f32 = 12.0;

/// Shows the cells: rows and columns as the table has them where there is room, else a line each.
pub(super) fn show(ui: &mut Ui, finding: &Finding) {
    if finding.cells.is_empty() {
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let columns = distinct(finding.cells.iter().map(|cell| cell.column.as_str()));
    let room = ui.available_width() - LEAST_WORDS;
    if columns.len() as f32 * NUMBER <= room {
        as_table(ui, &finding.cells, &columns);
    } else {
        as_list(ui, &finding.cells);
    }
    ui.add_space(FOOT);
}

fn distinct<'c>(words: impl Iterator<Item = &'c str>) -> Vec<&'c str> {
    let mut known: Vec<&str> = Vec::new();
    for word in words {
        if !known.contains(&word) {
            known.push(word);
        }
    }
    known
}

fn as_table(ui: &mut Ui, cells: &[FoundCell], columns: &[&str]) {
    let quiet = colors(ui).text_2;
    let heads: Vec<Shown> = columns.iter().map(|column| Shown::plain(column)).collect();
    line(ui, "", (medium(scale().caption), quiet), &heads);
    for row in distinct(cells.iter().map(|cell| cell.row.as_str())) {
        let of =
            |column: &&str| cells.iter().find(|cell| cell.row == row && cell.column == **column);
        let printed: Vec<Shown> = columns.iter().map(|column| Shown::printed(of(column))).collect();
        let right: Vec<Shown> = columns.iter().map(|column| Shown::right(of(column))).collect();
        line(ui, row, (medium(scale().table), colors(ui).text), &[]);
        line(ui, &t!("control-cell-printed"), (scale().table, quiet), &printed);
        let style = (semibold(scale().table), colors(ui).text);
        line(ui, &t!("control-cell-right"), style, &right);
    }
}

fn as_list(ui: &mut Ui, cells: &[FoundCell]) {
    for cell in cells {
        let words = format!("{}, {}", cell.row, cell.column);
        let numbers = [Shown::printed(Some(cell)), Shown::right(Some(cell))];
        line(ui, &words, (scale().table, colors(ui).text), &numbers);
    }
}

/// A number or heading as it is shown in a line.
struct Shown {
    text: String,
    is_struck: bool,
}

impl Shown {
    fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), is_struck: false }
    }

    /// What is printed, struck out.
    fn printed(cell: Option<&FoundCell>) -> Self {
        let text = cell.map_or_else(String::new, |cell| cell.found.text());
        Self { text, is_struck: true }
    }

    fn right(cell: Option<&FoundCell>) -> Self {
        let expected = cell.and_then(|cell| cell.expected.as_ref());
        Self { text: expected.map_or_else(String::new, Said::text), is_struck: false }
    }
}

/// A line: words at the left, numbers under each other at the right.
fn line(
    ui: &mut Ui,
    words: &str,
    (style, color): (TypeStyle, eframe::egui::Color32),
    numbers: &[Shown],
) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let start = rect.right() - numbers.len() as f32 * NUMBER;
    let place = rect.with_max_x(start - 8.0);
    let text = paint::elided(ui, words, style, color, place.width());
    paint::place_text(ui.painter(), place, text, Align::Min, color);
    for (at, shown) in numbers.iter().enumerate() {
        let left = start + at as f32 * NUMBER;
        let place = Rect::from_min_max(pos2(left, rect.top()), pos2(left + NUMBER, rect.bottom()));
        number(ui, shown, (style, color), place);
    }
    if numbers.iter().any(|number| !number.text.is_empty()) && !words.is_empty() {
        let spoken: Vec<&str> = numbers.iter().map(|number| number.text.as_str()).collect();
        let spoken = format!("{words}: {}", spoken.join(" · "));
        response.widget_info(|| {
            eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, &spoken)
        });
    }
}

fn number(ui: &Ui, shown: &Shown, (style, color): (TypeStyle, eframe::egui::Color32), place: Rect) {
    let text = paint::elided(ui, &shown.text, style, color, place.width() - 2.0);
    let width = text.size().x;
    paint::place_text(ui.painter(), place, text, Align::Max, color);
    if shown.is_struck && width > 0.0 {
        let from = place.right() - width;
        ui.painter().hline(from..=place.right(), place.center().y, Stroke::new(1.0, color));
    }
}
