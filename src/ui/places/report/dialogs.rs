//! The dialogs of the place: a section's heading, what a chart shows for those who do not see it,
//! and the searchable list of figures that can be put into a text.

use std::ops::Range;

use eframe::egui::{Align, Key, Layout, Ui};

use super::marks::Replacement;
use super::values::Values;
use super::writing::TextId;
use crate::report::{field_name, in_prose, is_blank};
use crate::t;
use crate::ui::dialogs::modal;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::{Field, text_area};
use crate::ui::widgets::finder::{Entry, Finder};

const DESCRIBE_WIDTH: f32 = 560.0;
const DESCRIBE_HEIGHT: f32 = 160.0;
const NUMBERS_WIDTH: f32 = 620.0;

/// What came of a dialog.
pub(super) enum Outcome<T> {
    /// It stays open.
    Open,
    /// It is left.
    Left,
    /// What the person wrote or chose.
    Done(T),
}

/// A heading while it is being written.
pub(super) struct Rename {
    /// The section that it is of; `None` makes a new one.
    pub section: Option<String>,
    /// The section after which a new one stands.
    pub after: String,
    /// The heading as typed.
    pub title: String,
}

impl Rename {
    /// Shows the dialog over the window.
    pub fn show(&mut self, ui: &Ui) -> Outcome<String> {
        let title = match self.section {
            Some(_) => t!("rapport-rename-title"),
            None => t!("rapport-add-title"),
        };
        let (is_done, is_left) =
            modal::show(ui, "rename-section", &title, |ui, is_new| self.contents(ui, is_new));
        match is_done {
            Some(true) if !is_blank(&self.title) => Outcome::Done(self.title.trim().to_owned()),
            Some(false) => Outcome::Left,
            _ if is_left => Outcome::Left,
            _ => Outcome::Open,
        }
    }

    fn contents(&mut self, ui: &mut Ui, is_new: bool) -> Option<bool> {
        ui.add_space(14.0);
        let label = t!("rapport-heading");
        theme::text(ui, &label, medium(scale().caption), colors(ui).text_2);
        let response = Field::new(&label, ui.available_width()).show(ui, &mut self.title);
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if is_new || is_entered {
            response.request_focus();
        }
        ui.add_space(20.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let verb = match self.section {
                Some(_) => t!("rapport-rename-do"),
                None => t!("rapport-add-do"),
            };
            let done = ui.add(Button::primary(&verb)).clicked();
            let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
            match () {
                () if done || is_entered => Some(true),
                () if leave.clicked() => Some(false),
                () => None,
            }
        })
        .inner
    }
}

/// An alternative text while it is being written.
pub(super) struct Describe {
    of: TextId,
    title: String,
    text: String,
    before: String,
    /// Whether a person wrote the text, so that the one from the data can come back.
    is_written: bool,
}

/// What is pressed in it.
enum Pressed {
    Keep,
    OfData,
    Leave,
}

impl Describe {
    /// A dialog for the chart with that title, whose alternative text is `text` now.
    pub fn new(of: TextId, title: String, text: String, is_written: bool) -> Self {
        Self { of, title, before: text.clone(), text, is_written }
    }

    /// Shows the dialog over the window.
    pub fn show(&mut self, ui: &Ui) -> Outcome<(TextId, Option<String>)> {
        let title = t!("rapport-alt-title");
        let (pressed, is_left) =
            modal::show_wide(ui, "describe-chart", &title, DESCRIBE_WIDTH, |ui, is_new| {
                self.contents(ui, is_new)
            });
        match pressed {
            Some(Pressed::Keep) if self.text.trim() == self.before.trim() => Outcome::Left,
            Some(Pressed::Keep) => {
                let text = self.text.trim();
                let text = (!text.is_empty()).then(|| text.to_owned());
                Outcome::Done((self.of.clone(), text))
            }
            Some(Pressed::OfData) => Outcome::Done((self.of.clone(), None)),
            Some(Pressed::Leave) => Outcome::Left,
            None if is_left => Outcome::Left,
            None => Outcome::Open,
        }
    }

    fn contents(&mut self, ui: &mut Ui, is_new: bool) -> Option<Pressed> {
        ui.add_space(6.0);
        theme::paragraph(ui, &self.title, scale().body, colors(ui).text);
        ui.add_space(4.0);
        theme::paragraph(ui, t!("rapport-alt-why"), scale().caption, colors(ui).text_2);
        ui.add_space(14.0);
        let (name, hint) = (t!("rapport-alt-name"), t!("rapport-alt-hint"));
        text_area(ui, (&name, &hint), DESCRIBE_HEIGHT, &mut self.text, is_new);
        ui.add_space(20.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let keep = ui.add(Button::primary(&t!("rapport-alt-keep")));
            let of_data =
                self.is_written.then(|| ui.add(Button::secondary(&t!("rapport-alt-data"))));
            let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
            match () {
                () if keep.clicked() => Some(Pressed::Keep),
                () if of_data.is_some_and(|button| button.clicked()) => Some(Pressed::OfData),
                () if leave.clicked() => Some(Pressed::Leave),
                () => None,
            }
        })
        .inner
    }
}

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

impl NumberList {
    /// A list for the place of these characters, already searched for `query`.
    pub fn new(of: TextId, place: Range<usize>, query: String, values: &Values<'_>) -> Self {
        Self { of, place, finder: Finder::new(entries(values), query) }
    }

    /// Shows the list over the window.
    pub fn show(&mut self, ui: &Ui) -> Outcome<Replacement> {
        let title = t!("rapport-numbers");
        let (place, finder) = (&self.place, &mut self.finder);
        let (chosen, is_left) =
            modal::show_wide(ui, "numbers", &title, NUMBERS_WIDTH, |ui, is_new| {
                ui.add_space(10.0);
                let words = (t!("rapport-search"), t!("rapport-search-hint"));
                finder.show(ui, (&words.0, &words.1), is_new, |entry| Replacement {
                    place: place.clone(),
                    field: Some(entry.what.clone()),
                    words: entry.value().to_owned(),
                })
            });
        match chosen {
            Some(replacement) => Outcome::Done(replacement),
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
