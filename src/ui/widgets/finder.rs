//! A field over a list of things to choose from, which narrows as one types.

use std::sync::Arc;

use eframe::egui::{Align, Color32, Key, Modifiers, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::field::Field;
use super::paint;
use crate::look::tokens;
use crate::t;
use crate::ui::icon::Icon;
use crate::ui::theme::{self, colors, medium, scale};

/// How many are shown at once; a search narrows them.
const SHOWN: usize = 60;
const HEIGHT: f32 = 420.0;
const ICON_COLUMN: f32 = 24.0;
/// Room for the bar beside the rows.
const BAR: f32 = 12.0;

/// Something that can be chosen.
pub struct Entry<T> {
    /// What it is.
    pub what: T,
    icon: Option<Icon>,
    label: String,
    value: String,
    /// Label and value as they are searched.
    folded: String,
}

impl<T> Entry<T> {
    /// Something with its name and, at the row's end, what it is worth or the keys for it.
    pub fn new(what: T, label: String, value: String) -> Self {
        let folded = format!("{label} {}", without_blanks(&value)).to_lowercase();
        Self { what, icon: None, label, value, folded }
    }

    /// With an icon before the name.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What it is worth, as it is shown.
    pub fn value(&self) -> &str {
        &self.value
    }
}

/// The search while it is open.
pub struct Finder<T> {
    query: String,
    entries: Arc<Vec<Entry<T>>>,
    chosen: usize,
}

impl<T> Finder<T> {
    /// A list that is already searched for `query`.
    pub fn new(entries: Vec<Entry<T>>, query: String) -> Self {
        Self { query, entries: Arc::new(entries), chosen: 0 }
    }

    /// The places of the entries that hold every word of the query.
    fn matching(entries: &[Entry<T>], query: &str) -> Vec<usize> {
        let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
        let whole = without_blanks(query).to_lowercase();
        // A number may be typed with blanks between its thousands.
        let is_number = whole.starts_with(|c: char| c.is_ascii_digit());
        let holds = |entry: &Entry<T>| {
            words.iter().all(|word| entry.folded.contains(word.as_str()))
                || (is_number && entry.folded.contains(&whole))
        };
        let matching = entries.iter().enumerate().filter(|(_, entry)| holds(entry));
        matching.map(|(at, _)| at).take(SHOWN).collect()
    }

    /// Shows the field and under it the list, in which the arrow keys move. Enter or a click hands
    /// the chosen entry to `then`.
    pub fn show<R>(
        &mut self,
        ui: &mut Ui,
        (name, hint): (&str, &str),
        takes_focus: bool,
        then: impl FnOnce(&Entry<T>) -> R,
    ) -> Option<R> {
        let (down, up, is_entered) = ui.input_mut(|input| {
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
            (down, up, input.consume_key(Modifiers::NONE, Key::Enter))
        });
        let before = self.query.clone();
        let field = Field::new(name, ui.available_width()).hint(hint);
        let response = field.show(ui, &mut self.query);
        if takes_focus {
            response.request_focus();
        }
        let is_other = before != self.query;
        if is_other {
            self.chosen = 0;
        }
        let entries = Arc::clone(&self.entries);
        let matching = Self::matching(&entries, &self.query);
        let last = matching.len().saturating_sub(1);
        self.chosen = (self.chosen + down).saturating_sub(up).min(last);
        ui.add_space(8.0);
        if matching.is_empty() {
            theme::paragraph(ui, t!("finder-nothing"), scale().body, colors(ui).text_2);
        }
        let mut taken = matching.get(self.chosen).copied().filter(|_| is_entered);
        ScrollArea::vertical().max_height(HEIGHT).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_max_width(ui.available_width() - BAR);
            let is_moved = down != up || is_other || takes_focus;
            for (at, entry) in matching.iter().enumerate() {
                if row(ui, &entries[*entry], at == self.chosen, is_moved) {
                    taken = Some(*entry);
                }
            }
        });
        taken.and_then(|at| entries.get(at)).map(then)
    }
}

/// A row: icon, name and value; whether it is pressed.
fn row<T>(ui: &mut Ui, entry: &Entry<T>, is_lit: bool, is_moved: bool) -> bool {
    let size = vec2(ui.available_width(), tokens().row.roomy);
    // The field keeps the keys; arrows walk in the list.
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    let spoken = match entry.value.as_str() {
        "" => entry.label.clone(),
        value => format!("{}: {value}", entry.label),
    };
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_lit, &spoken));
    if is_lit && is_moved {
        response.scroll_to_me(None);
    }
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let colors = colors(ui);
    let fill = match (is_lit, response.hovered()) {
        (true, _) => colors.accent_soft,
        (false, true) => colors.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, tokens().radius.cell, fill);
    let mut inner = rect.shrink2(vec2(8.0, 0.0));
    if let Some(icon) = entry.icon {
        let galley = theme::icon_galley(ui, icon, tokens().size.icon, colors.text_2);
        paint::place_text(ui.painter(), inner, galley, Align::Min, colors.text_2);
        inner.min.x += ICON_COLUMN;
    }
    let value = paint::line(ui, &entry.value, medium(scale().body), colors.accent);
    let room = inner.width() - value.size().x - 16.0;
    let label = paint::elided(ui, &entry.label, scale().body, colors.text, room);
    paint::place_text(ui.painter(), inner, label, Align::Min, colors.text);
    paint::place_text(ui.painter(), inner, value, Align::Max, colors.accent);
    response.clicked()
}

fn without_blanks(text: &str) -> String {
    text.replace([' ', '\u{a0}'], "")
}
