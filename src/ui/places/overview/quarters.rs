//! The four quarters in little, on one scale, each with its number and its changes.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, Label, Ui};

use crate::app::{Command, Document};
use crate::calendar::Quarter;
use crate::chart::{Scene, SharedScale, Size, Style, quarter_small, years_text};
use crate::figures::{CaseMeasure, ChangeWords, Figures, Key, Period, TrailOf};
use crate::look::{TypeStyle, tokens};
use crate::number;
use crate::t;
use crate::ui::scene;
use crate::ui::theme::{self, colors, font, scale, semibold};
use crate::ui::trail;

const GAP: f32 = 24.0;
const HEIGHT: f32 = 150.0;

/// The words around a quarter in little.
pub(super) struct Small {
    name: String,
    key: Key,
    count: String,
    from_average: String,
    from_last_year: String,
}

/// The scenes as they were last drawn.
#[derive(Default)]
pub(super) struct Scenes {
    drawn: Option<(DrawnFor, Vec<Scene>)>,
}

#[derive(Clone, Copy, PartialEq)]
struct DrawnFor {
    revision: u64,
    width: f32,
    is_dark: bool,
}

impl Small {
    /// The four quarters of the report year.
    pub fn of_year(figures: &Figures) -> Vec<Self> {
        Quarter::ALL.iter().map(|quarter| Self::of(figures, *quarter)).collect()
    }

    fn of(figures: &Figures, quarter: Quarter) -> Self {
        let period = Period::Quarter(quarter);
        let year = figures.report_year();
        let comparison = figures.comparison(year, period);
        let comparison = comparison.as_ref();
        let from_average = comparison.and_then(|comparison| comparison.change_from_average());
        let from_last_year = comparison.and_then(|comparison| comparison.change_from_last_year());
        let is_whole = comparison.is_none_or(|comparison| comparison.is_whole);
        let base = match is_whole {
            true => t!("cases-base-average"),
            false => t!("cases-base-same-days"),
        };
        let last = (year - 1).to_string();
        Self {
            name: t!(period.word_key()),
            key: Key::Cases(year, period, CaseMeasure::Count),
            count: comparison.map_or_else(|| t!("missing"), |c| number::count(c.cases.into())),
            from_average: from_average.map_or_else(String::new, |percent| {
                format!("{} {base}", ChangeWords::percent(percent, 1).more_than())
            }),
            from_last_year: from_last_year.map_or_else(String::new, |percent| {
                let base = t!("overview-in-a-year", year = last);
                format!("{} {base}", ChangeWords::percent(percent, 1).more_than())
            }),
        }
    }
}

/// Shows the four, two by two where there is little room.
pub(super) fn show(
    ui: &mut Ui,
    scenes: &mut Scenes,
    small: &[Small],
    document: &Document,
    commands: &mut Vec<Command>,
) {
    show_heading(ui, document);
    ui.add_space(6.0);
    let columns = if ui.available_width() < 640.0 { 2 } else { 4 };
    let width = (ui.available_width() - GAP * (columns - 1) as f32) / columns as f32;
    let of = DrawnFor {
        revision: document.revision(),
        width: width.floor(),
        is_dark: ui.visuals().dark_mode,
    };
    if scenes.drawn.as_ref().is_none_or(|(drawn_for, _)| *drawn_for != of) {
        scenes.drawn = Some((of, draw(document, of)));
    }
    let Some((_, drawn)) = &scenes.drawn else { return };
    let both: Vec<(&Small, &Scene)> = small.iter().zip(drawn).collect();
    for row in both.chunks(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (words, scene) in row {
                ui.vertical(|ui| {
                    ui.set_width(of.width);
                    show_one(ui, words, scene, commands);
                });
            }
        });
    }
}

/// The heading. Beside it words name the lines, each in the colour of its line.
fn show_heading(ui: &mut Ui, document: &Document) {
    let figures = document.figures();
    let (first, last) = figures.baseline();
    let colors = colors(ui);
    let mut job = LayoutJob::default();
    let mut append = |text: &str, style: TypeStyle, color: Color32, background: Color32| {
        let format = TextFormat { font_id: font(style), color, background, ..Default::default() };
        job.append(text, 0.0, format);
    };
    let (caption, none) = (scale().caption, Color32::TRANSPARENT);
    let year = figures.report_year().to_string();
    append(&year, semibold(caption), colors.accent, none);
    // Without earlier years there is one line, and nothing else to name.
    if figures.weekly().has_average() {
        append(&t!("overview-lines-average"), caption, colors.text_2, none);
        append(&t!("overview-lines-spread"), caption, colors.text, colors.plot_band);
        append(&format!(" {}", years_text(first, last)), caption, colors.text_2, none);
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        theme::text(ui, t!("chart-cases-per-week"), scale().heading, colors.text);
        ui.add(Label::new(job).truncate());
    });
}

fn draw(document: &Document, of: DrawnFor) -> Vec<Scene> {
    let series = document.figures().weekly();
    let shared = SharedScale::of(series);
    let palette = if of.is_dark { &tokens().dark } else { &tokens().light };
    let (style, size) = (Style::screen(palette), Size::new(of.width, HEIGHT));
    let scene = |quarter: &Quarter| {
        quarter_small(series, *quarter, shared, *quarter == Quarter::First, size, &style)
    };
    Quarter::ALL.iter().map(scene).collect()
}

fn show_one(ui: &mut Ui, words: &Small, scene: &Scene, commands: &mut Vec<Command>) {
    let colors = colors(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        theme::text(ui, &words.name, scale().body, colors.text_2);
        let of = TrailOf::Figure(words.key.clone());
        trail::number(ui, &words.count, scale().figure, &of, commands);
    });
    scene::picture(ui, scene);
    ui.spacing_mut().item_spacing.y = 1.0;
    theme::paragraph(ui, &words.from_average, scale().body_strong, colors.text);
    theme::paragraph(ui, &words.from_last_year, scale().caption, colors.text_2);
}
