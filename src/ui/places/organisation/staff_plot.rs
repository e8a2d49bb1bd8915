//! The years beside each other: årsverk, and how many cases each of them came to.

use eframe::egui::{Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::Document;
use crate::calendar::Year;
use crate::chart::{Scene, Size, Style, YearBar, year_bars};
use crate::figures::{self, Figures, Key, Yearly};
use crate::look::tokens;
use crate::number;
use crate::t;
use crate::ui::scene;
use crate::ui::theme::{self, colors, scale};

const HEIGHT: f32 = 132.0;
const WIDEST: f32 = 520.0;
const GAP: f32 = 36.0;

/// The scenes as they were last drawn.
#[derive(Default)]
pub(super) struct Scenes {
    drawn: Option<(DrawnFor, [Scene; 2])>,
}

#[derive(Clone, Copy, PartialEq)]
struct DrawnFor {
    revision: u64,
    width: f32,
    is_dark: bool,
}

/// Shows both plots, where the staffing of at least two years is known.
pub(super) fn show(ui: &mut Ui, scenes: &mut Scenes, document: &Document) {
    let years = years(document.figures());
    if years.len() < 2 {
        return;
    }
    let of = DrawnFor {
        revision: document.revision(),
        width: ((ui.available_width() - GAP) / 2.0).min(WIDEST).floor(),
        is_dark: ui.visuals().dark_mode,
    };
    if scenes.drawn.as_ref().is_none_or(|(drawn_for, _)| *drawn_for != of) {
        scenes.drawn = Some((of, draw(document.figures(), &years, of)));
    }
    let Some((_, drawn)) = &scenes.drawn else { return };
    ui.add_space(16.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for scene in drawn {
            ui.vertical(|ui| show_one(ui, scene));
        }
    });
    ui.add_space(8.0);
}

fn show_one(ui: &mut Ui, scene: &Scene) {
    theme::text(ui, &scene.title, theme::medium(scale().caption), colors(ui).text_2);
    let size = vec2(scene.size.width, scene.size.height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(scene.description.clone()),
        ..WidgetInfo::labeled(Role::Image, true, &scene.title)
    });
    scene::paint(ui, scene, rect.min);
}

/// The years up to the report year whose staffing is known.
fn years(figures: &Figures) -> Vec<Year> {
    let dates = figures.project().staff.iter().filter_map(|staff| staff.date);
    let mut years: Vec<Year> =
        dates.map(|date| date.year()).filter(|year| *year <= figures.report_year()).collect();
    years.sort_unstable();
    years.dedup();
    years
}

fn draw(figures: &Figures, years: &[Year], of: DrawnFor) -> [Scene; 2] {
    let palette = if of.is_dark { &tokens().dark } else { &tokens().light };
    let (style, size) = (Style::screen(palette), Size::new(of.width, HEIGHT));
    let marked = figures.report_year();
    let fte = |year: Year| {
        let staff = figures::staff_at_year_end(figures.project(), year);
        bar(year, staff.and_then(|(_, staff)| staff.available_fte), 1)
    };
    let per_fte = |year: Year| {
        let figure = figures.figure(&Key::Yearly(year, Yearly::CasesPerFte));
        YearBar { year, value: figure.value, text: figure.text() }
    };
    let plot = |title: String, of_year: &dyn Fn(Year) -> YearBar| {
        let bars: Vec<YearBar> = years.iter().map(|year| of_year(*year)).collect();
        year_bars(title, &bars, marked, size, &style)
    };
    [
        plot(t!("organisation-fte-per-year"), &fte),
        plot(t!("organisation-cases-per-fte-per-year"), &per_fte),
    ]
}

fn bar(year: Year, value: Option<number::Decimal>, decimals: u32) -> YearBar {
    let text = value.map_or_else(|| t!("missing"), |value| number::decimal(value, decimals));
    YearBar { year, value, text }
}
