//! The searchable list of figures that can be put into a text.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{Align, Key, Modifiers, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::marks::Replacement;
use super::text::TextId;
use super::values::Values;
use crate::look::tokens;
use crate::report::{field_name, in_prose};
use crate::t;
use crate::ui::dialogs::modal;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::paint;

const WIDTH: f32 = 620.0;
/// How many figures are shown at once; a search narrows them.
const SHOWN: usize = 60;
const HEIGHT: f32 = 420.0;
/// Fields that speak of the report itself.
const OF_THE_REPORT: [&str; 4] = ["år", "år@-1", "snittår", "selskap"];

/// What can be put in.
struct Entry {
    name: String,
    label: String,
    value: String,
    /// Label and value as they are searched.
    folded: String,
}

/// The list while it is open.
pub(super) struct NumberList {
    /// The text that the figure goes into.
    pub of: TextId,
    place: Range<usize>,
    query: String,
    entries: Arc<Vec<Entry>>,
    chosen: usize,
}

/// What came of the list.
pub(super) enum Outcome {
    /// It stays open.
    Open,
    /// It is left.
    Left,
    /// A figure was chosen.
    Chosen(Replacement),
}

impl NumberList {
    /// A list for the place of these characters, already searched for `query`.
    pub fn new(of: TextId, place: Range<usize>, query: String, values: &Values<'_>) -> Self {
        Self { of, place, query, entries: Arc::new(entries(values)), chosen: 0 }
    }

    /// The entries that hold every word that is sought.
    fn found(&self) -> Vec<&Entry> {
        let words: Vec<String> = self.query.split_whitespace().map(folded).collect();
        let whole = folded(&self.query.replace([' ', '\u{a0}'], ""));
        // A number may be typed with blanks between its thousands.
        let is_number = whole.starts_with(|c: char| c.is_ascii_digit());
        let holds = |entry: &&Entry| {
            words.iter().all(|word| entry.folded.contains(word.as_str()))
                || (is_number && entry.folded.contains(&whole))
        };
        self.entries.iter().filter(holds).take(SHOWN).collect()
    }

    /// Shows the list over the window.
    pub fn show(&mut self, ui: &Ui) -> Outcome {
        let title = t!("rapport-numbers");
        let (chosen, is_left) =
            modal::show_wide(ui, "numbers", &title, WIDTH, |ui, is_new| self.contents(ui, is_new));
        match chosen {
            Some(replacement) => Outcome::Chosen(replacement),
            None if is_left => Outcome::Left,
            None => Outcome::Open,
        }
    }

    fn contents(&mut self, ui: &mut Ui, is_new: bool) -> Option<Replacement> {
        ui.add_space(10.0);
        let steps = ui.input_mut(|input| {
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
            (down, up)
        });
        let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let (name, hint) = (t!("rapport-search"), t!("rapport-search-hint"));
        let before = self.query.clone();
        let field = Field::new(&name, ui.available_width()).hint(&hint);
        let response = field.show(ui, &mut self.query);
        if is_new {
            response.request_focus();
        }
        if before != self.query {
            self.chosen = 0;
        }
        let found = self.found();
        let last = found.len().saturating_sub(1);
        let chosen = (self.chosen + steps.0).saturating_sub(steps.1).min(last);
        ui.add_space(8.0);
        let mut taken = is_entered.then(|| found.get(chosen)).flatten().copied();
        if found.is_empty() {
            theme::paragraph(ui, t!("rapport-none-found"), scale().body, colors(ui).text_2);
        }
        ScrollArea::vertical().max_height(HEIGHT).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (at, entry) in found.iter().enumerate() {
                if row(ui, entry, at == chosen, steps != (0, 0)) {
                    taken = Some(entry);
                }
            }
        });
        let taken = taken.map(|entry| Replacement {
            place: self.place.clone(),
            field: Some(entry.name.clone()),
            words: entry.value.clone(),
        });
        self.chosen = chosen;
        taken
    }
}

/// A figure: its label, and what it prints; whether it is chosen.
fn row(ui: &mut Ui, entry: &Entry, is_lit: bool, is_moved: bool) -> bool {
    let size = vec2(ui.available_width(), tokens().row.roomy);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let spoken = format!("{}: {}", entry.label, entry.value);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_lit, &spoken));
    if is_lit && is_moved {
        response.scroll_to_me(None);
    }
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let colors = colors(ui);
    if is_lit || response.hovered() {
        ui.painter().rect_filled(rect, tokens().radius.cell, colors.accent_soft);
    }
    let inner = rect.shrink2(vec2(8.0, 0.0));
    let value = paint::line(ui, &entry.value, medium(scale().body), colors.accent);
    let room = inner.width() - value.size().x - 16.0;
    let label = paint::elided(ui, &entry.label, scale().body, colors.text, room);
    paint::place_text(ui.painter(), inner, label, Align::Min, colors.text);
    paint::place_text(ui.painter(), inner, value, Align::Max, colors.accent);
    response.clicked()
}

fn entries(values: &Values<'_>) -> Vec<Entry> {
    let year = values.figures.report_year();
    let figures = values.figures.all().into_iter().filter_map(|figure| {
        let value = in_prose(&figure, figure.value?);
        Some(Entry::new(field_name(&figure.key, year), figure.label, value))
    });
    let of_report = OF_THE_REPORT.into_iter().filter_map(|name| {
        Some(Entry::new(name.to_owned(), t!("rapport-of-the-report"), values.print(name)?))
    });
    let parts = values.parts().iter().map(|part| {
        Entry::new(format!("se:{}", part.anchor), part.caption.clone(), part.reference.clone())
    });
    figures.chain(of_report).chain(parts).collect()
}

impl Entry {
    fn new(name: String, label: String, value: String) -> Self {
        let folded = folded(&format!("{label} {}", value.replace([' ', '\u{a0}'], "")));
        Self { name, label, value, folded }
    }
}

fn folded(words: &str) -> String {
    words.to_lowercase()
}
