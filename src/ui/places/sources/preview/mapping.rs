//! The columns: what each is read into, how sure that is, and a value of it.

use eframe::egui::{Align, Color32, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::Entry;
use crate::app::Command;
use crate::import::{Certainty, ColumnRead, NOT_READ, Options, field_word, fields};
use crate::look::tokens;
use crate::t;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::choice::{Stress, dropdown};
use crate::ui::widgets::heading::section;
use crate::ui::widgets::paint;

const ROW: f32 = 30.0;
const LETTER: f32 = 28.0;
const DROPDOWN: f32 = 142.0;
const CERTAINTY: f32 = 166.0;
const ARROW: f32 = 28.0;
/// The least room for heading and sample together.
const WORDS: f32 = 160.0;

/// Draws the columns. Comes back with the command of a changed choice.
pub(super) fn show(ui: &mut Ui, entry: &Entry<'_>) -> Option<Command> {
    let read = entry.read;
    if !read.has_cells() {
        section(ui, &read.sheet, "");
        let words = t!("columns-of-project", year = read.stream.selection.as_str());
        theme::paragraph(ui, words, scale().body, colors(ui).text_2);
        return None;
    }
    let caption = match read.header_row {
        0 => t!("columns-caption-none"),
        row => t!("columns-caption", row = row.to_string()),
    };
    section(ui, &t!("columns-title"), &caption);
    ui.add_space(6.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let fields = fields(read.kind());
    let chosen = read.columns.iter().filter_map(|column| {
        let field = row(ui, entry, column, &fields)?;
        Some(mapped(entry, column, field))
    });
    let options = chosen.last()?;
    Some(Command::ReadAgain { file: entry.file, options })
}

/// Draws a column; the field that was chosen for it, the inner `None` being none at all.
fn row<'f>(
    ui: &mut Ui,
    entry: &Entry<'_>,
    column: &ColumnRead,
    fields: &[&'f str],
) -> Option<Option<&'f str>> {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let colors = colors(ui);
    let is_read = column.field.is_some();
    let words = (rect.width() - LETTER - ARROW - DROPDOWN - CERTAINTY - 16.0).max(WORDS);
    let heading_width = words * 0.52;
    let mut left = rect.left();
    let mut place = |width: f32| {
        let part = Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()));
        left += width;
        part
    };
    let draw = |ui: &Ui, place: Rect, text: &str, color: Color32| {
        let galley = paint::elided(ui, text, scale().body, color, place.width() - 8.0);
        paint::place_text(ui.painter(), place, galley, Align::Min, color);
    };
    let heading = if is_read { colors.text } else { colors.text_2 };
    draw(ui, place(LETTER).translate(vec2(8.0, 0.0)), &column.letters(), colors.text_2);
    draw(ui, place(heading_width), &column.heading, heading);
    let arrow = theme::icon_galley(ui, icon::ARROW_RIGHT, tokens().size.icon, colors.text_2);
    paint::place_text(ui.painter(), place(ARROW), arrow, Align::Min, colors.text_2);
    let at = place(DROPDOWN + 12.0);
    let at = at.with_max_x(at.right() - 12.0);
    let chosen = choose(ui, entry, column, fields, at);
    certainty(ui, column.certainty, place(CERTAINTY));
    let rest = Rect::from_min_max(pos2(left, rect.top()), rect.max);
    draw(ui, rest, &column.sample, colors.text_2);
    chosen
}

fn choose<'f>(
    ui: &mut Ui,
    entry: &Entry<'_>,
    column: &ColumnRead,
    fields: &[&'f str],
    at: Rect,
) -> Option<Option<&'f str>> {
    let kind = entry.read.kind();
    let words = fields.iter().map(|field| field_word(kind, field));
    let options: Vec<String> = [t!("columns-not-read")].into_iter().chain(words).collect();
    let read_into = fields.iter().position(|field| Some(*field) == column.field.as_deref());
    let name = t!("columns-field", column = column.letters(), heading = &column.heading);
    let is_guess = column.certainty == Certainty::Guessed;
    let stress = if is_guess { Stress::Guessed } else { Stress::None };
    let builder = UiBuilder::new().max_rect(at.with_min_y(at.top() + 1.0));
    let mut inside = ui.new_child(builder);
    if column.certainty == Certainty::Person {
        inside.disable();
    }
    let chosen = read_into.map_or(0, |at| at + 1);
    let clicked = dropdown(&mut inside, &name, at.width(), &options, Some(chosen), stress)?;
    (clicked != chosen).then(|| clicked.checked_sub(1).and_then(|at| fields.get(at)).copied())
}

fn certainty(ui: &Ui, certainty: Certainty, place: Rect) {
    let colors = colors(ui);
    let (icon, color): (Option<Icon>, Color32) = match certainty {
        Certainty::Remembered | Certainty::Known | Certainty::Chosen => {
            (Some(icon::DONE), colors.ok)
        }
        Certainty::Guessed => (Some(icon::HELP), colors.warning),
        Certainty::Person => (Some(icon::LOCK), colors.text_2),
        Certainty::Ignored => (None, colors.text_3),
    };
    let mut words = place;
    if let Some(icon) = icon {
        let galley = theme::icon_galley(ui, icon, tokens().size.icon_severity, color);
        paint::place_text(ui.painter(), place, galley, Align::Min, color);
        words = place.with_min_x(place.left() + 20.0);
    }
    let text = t!(certainty.word_key());
    let galley = paint::elided(ui, &text, medium(scale().body), color, words.width());
    paint::place_text(ui.painter(), words, galley, Align::Min, color);
}

/// The options with `column` read into `field`: without its old field, and without the
/// column that was chosen for the new field before.
fn mapped(entry: &Entry<'_>, column: &ColumnRead, field: Option<&str>) -> Options {
    let mut options = entry.options();
    if let Some(old) = &column.field {
        options.map.retain(|(known, _)| known != old);
        options.map.push((old.clone(), NOT_READ.to_owned()));
    }
    if let Some(field) = field {
        options.map.retain(|(known, _)| known != field);
        options.map.push((field.to_owned(), column_name(entry, column)));
    }
    options
}

/// The heading where it names one column only, else the letters.
fn column_name(entry: &Entry<'_>, column: &ColumnRead) -> String {
    let same = entry.read.columns.iter().filter(|other| other.heading == column.heading).count();
    if same == 1 && !column.heading.trim().is_empty() {
        column.heading.clone()
    } else {
        column.letters()
    }
}
