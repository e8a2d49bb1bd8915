//! The searchable list of figures that can be put into a text.

use std::ops::Range;

use eframe::egui::Ui;

use super::marks::Replacement;
use super::values::Values;
use super::writing::TextId;
use crate::report::{field_name, in_prose};
use crate::t;
use crate::ui::dialogs::modal;
use crate::ui::widgets::finder::{Entry, Finder};

const WIDTH: f32 = 620.0;
/// Fields that speak of the report itself.
const OF_THE_REPORT: [&str; 4] = ["år", "år@-1", "snittår", "selskap"];

/// The list while it is open.
pub(super) struct NumberList {
    /// The text that the figure goes into.
    pub of: TextId,
    place: Range<usize>,
    /// The figures by their fields' names.
    finder: Finder<String>,
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
        Self { of, place, finder: Finder::new(entries(values), query) }
    }

    /// Shows the list over the window.
    pub fn show(&mut self, ui: &Ui) -> Outcome {
        let title = t!("rapport-numbers");
        let (place, finder) = (&self.place, &mut self.finder);
        let (chosen, is_left) = modal::show_wide(ui, "numbers", &title, WIDTH, |ui, is_new| {
            ui.add_space(10.0);
            let words = (t!("rapport-search"), t!("rapport-search-hint"));
            finder.show(ui, (&words.0, &words.1), is_new, |entry| Replacement {
                place: place.clone(),
                field: Some(entry.what.clone()),
                words: entry.value().to_owned(),
            })
        });
        match chosen {
            Some(replacement) => Outcome::Chosen(replacement),
            None if is_left => Outcome::Left,
            None => Outcome::Open,
        }
    }
}

fn entries(values: &Values<'_>) -> Vec<Entry<String>> {
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
