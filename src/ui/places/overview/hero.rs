//! The year in one number, and the sentences beside it.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align, Color32, Label, Layout, Ui, vec2};

use crate::app::Command;
use crate::calendar::Quarter;
use crate::chart::years_text;
use crate::figures::{CaseMeasure, ChangeWords, Comparison, Figures, Key, Period, TrailOf};
use crate::look::TypeStyle;
use crate::number::{self, Decimal};
use crate::t;
use crate::ui::theme::{self, colors, font, scale, semibold};
use crate::ui::trail;

/// The year's number and what is said of it.
pub(super) struct Hero {
    number: String,
    key: Key,
    /// Pieces of the first sentence, the strong ones marked.
    sentence: Vec<(String, bool)>,
    halves: String,
}

impl Hero {
    /// Of the report year, to date while it runs.
    pub fn of(figures: &Figures) -> Self {
        let year = figures.report_year();
        let key = Key::Cases(year, Period::Year, CaseMeasure::Count);
        let Some(comparison) = figures.comparison(year, Period::Year) else {
            let sentence = vec![(t!("overview-no-cases", year = year.to_string()), false)];
            return Self { number: t!("missing"), key, sentence, halves: String::new() };
        };
        Self {
            number: number::count(comparison.cases.into()),
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
                ui.add(Label::new(job(&self.sentence, colors.text)).wrap());
                theme::paragraph(ui, &self.halves, scale().takeaway, colors.text_2);
            });
        });
    }
}

fn job(pieces: &[(String, bool)], color: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (text, is_strong) in pieces {
        let style: TypeStyle =
            if *is_strong { semibold(scale().takeaway) } else { scale().takeaway };
        let format = TextFormat {
            font_id: font(style),
            line_height: Some(style.1),
            color,
            ..TextFormat::default()
        };
        job.append(text, 0.0, format);
    }
    job
}

/// "saker i 2021: **4,6 % færre** enn i 2020 (37 962) og **6,2 % flere** enn snittet for
/// 2015–2020 (34 103)."
fn sentence(figures: &Figures, comparison: &Comparison) -> Vec<(String, bool)> {
    let year = figures.report_year();
    let period = match comparison.is_whole {
        true => year.to_string(),
        false => {
            let day = crate::words::day_and_month(comparison.span.last);
            t!("cases-period-to-date", period = year.to_string(), day = day)
        }
    };
    let last_year = comparison.change_from_last_year().zip(comparison.last_year).map(|(p, n)| {
        let base = (year - 1).to_string();
        let count = number::count(n.into());
        (p, t!("overview-in-last-year", year = base, count = count))
    });
    let average = comparison.change_from_average().zip(comparison.average).map(|(p, average)| {
        let (first, last) = figures.baseline();
        let count = number::decimal(average.value(), 0);
        (p, t!("overview-the-average", years = years_text(first, last), count = count))
    });
    // An average of the year before alone says nothing new.
    let average = average.filter(|_| figures.baseline() != (year - 1, year - 1));
    let start = t!("overview-cases-in", period = period);
    let changes: Vec<(Decimal, String)> = [last_year, average].into_iter().flatten().collect();
    if changes.is_empty() {
        return vec![(t!("overview-sentence-alone", start = start), false)];
    }
    let mut pieces = vec![(t!("overview-sentence-start", start = start), false)];
    for (index, (change, base)) in changes.into_iter().enumerate() {
        if index > 0 {
            pieces.push((t!("overview-and"), false));
        }
        let change = ChangeWords::percent(change, 1);
        pieces.push((change.more(), true));
        pieces.push((format!(" {} {base}", change.joiner()), false));
    }
    pieces.push((".".to_owned(), false));
    pieces
}

/// "Første halvår lå 15,0 % over snittet. Andre halvår lå 2,9 % under."; only of whole halves.
fn halves(figures: &Figures) -> String {
    let half = |quarters: [Quarter; 2]| -> Option<Decimal> {
        let [a, b] = quarters
            .map(|quarter| figures.comparison(figures.report_year(), Period::Quarter(quarter)));
        let (a, b) = (a.filter(|c| c.is_whole)?, b.filter(|c| c.is_whole)?);
        let average = a.average?.value().checked_add(b.average?.value())?;
        let cases = Decimal::from(a.cases).checked_add(b.cases.into())?;
        number::change_percent(cases, average)
    };
    let first =
        half([Quarter::First, Quarter::Second]).map(|p| t!("overview-first-half", side = side(p)));
    let last =
        half([Quarter::Third, Quarter::Fourth]).map(|p| t!("overview-last-half", side = side(p)));
    let sentences: Vec<String> = [first, last].into_iter().flatten().collect();
    sentences.join(" ")
}

fn side(percent: Decimal) -> String {
    let rounded = number::round(percent, 1);
    let text = number::percent(rounded.abs(), 1);
    if rounded.is_zero() {
        t!("overview-on")
    } else if rounded.is_sign_positive() {
        t!("overview-over", percent = text)
    } else {
        t!("overview-under", percent = text)
    }
}
