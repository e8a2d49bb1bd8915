//! The year in one number, and the sentences beside it.

use eframe::egui::{Align, Color32, Layout, Ui, vec2};

use crate::app::Command;
use crate::calendar::HalfYear;
use crate::chart::years_text;
use crate::figures::{
    CaseMeasure, ChangeWords, Comparison, Figures, Key, Period, Reference, TrailOf,
};
use crate::look::TypeStyle;
use crate::number::{self, Decimal};
use crate::t;
use crate::ui::theme::{self, colors, scale, semibold};
use crate::ui::trail;

/// The year's number and what is said of it.
pub(super) struct Hero {
    number: String,
    key: Key,
    sentence: Vec<Piece>,
    halves: Vec<Piece>,
}

/// A piece of a sentence, with the figure that it tells of, where it tells of one.
struct Piece {
    text: String,
    of: Option<Key>,
}

impl Piece {
    fn words(text: String) -> Self {
        Self { text, of: None }
    }
}

impl Hero {
    /// Of the report year, to date while it runs.
    pub fn of(figures: &Figures) -> Self {
        let year = figures.report_year();
        let key = Key::Cases(year, Period::Year, CaseMeasure::Count);
        let Some(comparison) = figures.comparison(year, Period::Year) else {
            let sentence = vec![Piece::words(t!("overview-no-cases", year = year.to_string()))];
            return Self { number: t!("missing"), key, sentence, halves: Vec::new() };
        };
        Self {
            number: figures.figure(&key).text(),
            key,
            sentence: sentence(figures, &comparison),
            halves: halves(figures),
        }
    }

    /// Shows number and sentences, side by side where there is room.
    pub fn show(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let colors = colors(ui);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 22.0;
            let of = TrailOf::Figure(self.key.clone());
            trail::number(ui, &self.number, scale().hero, &of, commands);
            let size = vec2(ui.available_width(), scale().hero.1);
            ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let strong = semibold(scale().takeaway);
                flow(ui, &self.sentence, (strong, colors.text), commands);
                flow(ui, &self.halves, (scale().takeaway, colors.text_2), commands);
            });
        });
    }
}

/// Shows the pieces as one flowing text; those that tell of a figure in the style of its numbers.
fn flow(
    ui: &mut Ui,
    pieces: &[Piece],
    (number, color): (TypeStyle, Color32),
    commands: &mut Vec<Command>,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for piece in pieces {
            match &piece.of {
                Some(key) => {
                    let of = TrailOf::Figure(key.clone());
                    let words = theme::rich(&piece.text, number, color);
                    trail::words(ui, words, &of, commands);
                }
                None => {
                    let words = theme::rich(&piece.text, scale().takeaway, color);
                    ui.label(words);
                }
            }
        }
    });
}

/// "saker i 2021: **4,6 % færre** enn i 2020 (37 962) og **6,2 % flere** enn snittet for
/// 2015–2020 (34 103)."
fn sentence(figures: &Figures, comparison: &Comparison) -> Vec<Piece> {
    let year = figures.report_year();
    let period = match comparison.is_whole {
        true => year.to_string(),
        false => {
            let day = crate::words::day_and_month(comparison.span.last);
            t!("cases-period-to-date", period = year.to_string(), day = day)
        }
    };
    let bases = [
        (Reference::LastYear, comparison.last_year.map(|cases| number::count(cases.into()))),
        (Reference::Average, comparison.average.map(|mean| number::decimal(mean.value(), 0))),
    ];
    let start = t!("overview-cases-in", period = period);
    let mut pieces = vec![Piece::words(t!("overview-sentence-start", start = start.as_str()))];
    for (reference, count) in bases {
        // An average of the year before alone says nothing new.
        let says_new =
            reference == Reference::LastYear || figures.baseline() != (year - 1, year - 1);
        let key = Key::Cases(year, Period::Year, CaseMeasure::Change(reference));
        let figure = figures.figure(&key);
        let (Some(change), Some(count), true) = (figure.value, count, says_new) else { continue };
        let base = match reference {
            Reference::LastYear => {
                t!("overview-in-last-year", year = (year - 1).to_string(), count = count)
            }
            Reference::Average => {
                let (first, last) = figures.baseline();
                t!("overview-the-average", years = years_text(first, last), count = count)
            }
        };
        if pieces.len() > 1 {
            pieces.push(Piece::words(t!("overview-and")));
        }
        let change = ChangeWords::percent(change, figure.decimals);
        pieces.push(Piece { text: change.more(), of: Some(key) });
        pieces.push(Piece::words(format!(" {} {base}", change.joiner())));
    }
    match pieces.len() {
        1 => vec![Piece::words(t!("overview-sentence-alone", start = start))],
        _ => {
            pieces.push(Piece::words(".".to_owned()));
            pieces
        }
    }
}

/// "Første halvår lå 15,0 % over snittet. Andre halvår lå 2,9 % under."; only of whole halves.
fn halves(figures: &Figures) -> Vec<Piece> {
    let year = figures.report_year();
    let mut pieces = Vec::new();
    for half in HalfYear::ALL {
        let period = Period::Half(half);
        let is_whole = figures.comparison(year, period).is_some_and(|compared| compared.is_whole);
        let key = Key::Cases(year, period, CaseMeasure::Change(Reference::Average));
        let figure = figures.figure(&key);
        let Some(change) = figure.value.filter(|_| is_whole) else { continue };
        let side = side(change, figure.decimals);
        let text = match half {
            HalfYear::First => t!("overview-first-half", side = side),
            HalfYear::Second => t!("overview-last-half", side = side),
        };
        if !pieces.is_empty() {
            pieces.push(Piece::words(" ".to_owned()));
        }
        pieces.push(Piece { text, of: Some(key) });
    }
    pieces
}

fn side(percent: Decimal, decimals: u32) -> String {
    let rounded = number::round(percent, decimals);
    let text = number::percent(rounded.abs(), decimals);
    if rounded.is_zero() {
        t!("overview-on")
    } else if rounded.is_sign_positive() {
        t!("overview-over", percent = text)
    } else {
        t!("overview-under", percent = text)
    }
}
