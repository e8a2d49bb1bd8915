//! What is known of the cases: a strip a year with its gaps, and days on which two sources
//! differ.

use eframe::egui::{Align, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::Document;
use crate::calendar::{Span, Year};
use crate::figures::{Disagreement, Volumes};
use crate::issue::Severity;
use crate::look::tokens;
use crate::number;
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::when;
use crate::ui::widgets::listing::{Column, Table, beside};
use crate::ui::widgets::{heading, paint, severity};
use crate::words;

/// More years than these are not drawn; older ones are left out.
const YEARS_SHOWN: usize = 12;
const YEAR_WIDTH: f32 = 48.0;
const WORDS_WIDTH: f32 = 330.0;
const STRIP: f32 = 12.0;
const ICON: f32 = 14.0;
const DIFFERENCES_SHOWN: usize = 6;

/// The strips, kept as long as the project stays.
#[derive(Debug, Default)]
pub struct Cache {
    revision: Option<u64>,
    years: Vec<YearCoverage>,
}

#[derive(Debug)]
struct YearCoverage {
    year: Year,
    /// Runs of known days, as shares of the year from 0 to 1.
    known: Vec<(f32, f32)>,
    /// The runs of days that nothing is known of.
    gaps: Vec<Span>,
}

/// Draws what is known.
pub(super) fn show(ui: &mut Ui, document: &Document, cache: &mut Cache) {
    if cache.revision != Some(document.revision()) {
        cache.revision = Some(document.revision());
        cache.years = coverage(document);
    }
    takeaway(ui, document.figures().volumes().span(), &cache.years);
    if !cache.years.is_empty() {
        ui.add_space(12.0);
        months(ui);
        for year in &cache.years {
            strip(ui, year);
        }
    }
    differences(ui, &document.figures().volumes().disagreements);
}

fn takeaway(ui: &mut Ui, known: Option<Span>, years: &[YearCoverage]) {
    let color = colors(ui);
    let is_within = |gap: &Span| known.is_some_and(|known| gap.intersection(&known).is_some());
    let has_holes = years.iter().flat_map(|year| &year.gaps).any(is_within);
    let (start, rest) = match known {
        Some(span) if has_holes => {
            (t!("coverage-holes", span = when::span(span)), t!("coverage-known-rest"))
        }
        Some(span) => (t!("coverage-known", span = when::span(span)), t!("coverage-known-rest")),
        None => (t!("coverage-none"), t!("coverage-none-rest")),
    };
    theme::with_strong_start(ui, &start, &rest, scale().takeaway, (color.text, color.text_2));
}

/// The years that are reported on or compared with, and all that something is known of.
fn coverage(document: &Document) -> Vec<YearCoverage> {
    let volumes = document.figures().volumes();
    let Some(known) = volumes.span() else { return Vec::new() };
    let settings = &document.project().settings;
    let asked_for = [settings.report_year, settings.baseline_first, settings.baseline_last];
    let years = asked_for.into_iter().chain([known.first.year(), known.last.year()]);
    let (Some(first), Some(last)) = (years.clone().min(), years.max()) else { return Vec::new() };
    let all: Vec<Year> = (first..=last).collect();
    let shown = all.len().saturating_sub(YEARS_SHOWN);
    all[shown..].iter().map(|year| year_coverage(volumes, *year)).collect()
}

fn year_coverage(volumes: &Volumes, year: Year) -> YearCoverage {
    let span = Span::year(year);
    let length = span.len_days() as f32;
    let mut coverage = YearCoverage { year, known: Vec::new(), gaps: Vec::new() };
    let mut was_known = None;
    for (day, date) in span.days().enumerate() {
        let is_known = volumes.on(date).is_some();
        let (from, to) = (day as f32 / length, (day + 1) as f32 / length);
        let goes_on = was_known == Some(is_known);
        match (is_known, coverage.known.last_mut(), coverage.gaps.last_mut()) {
            (true, Some(run), _) if goes_on => run.1 = to,
            (true, ..) => coverage.known.push((from, to)),
            (false, _, Some(gap)) if goes_on => gap.last = date,
            (false, ..) => coverage.gaps.push(Span::new(date, date)),
        }
        was_known = Some(is_known);
    }
    coverage
}

/// Where the strip lies in the line.
fn strip_rect(line: Rect) -> Rect {
    let words = WORDS_WIDTH.min(line.width() * 0.4);
    Rect::from_min_max(
        pos2(line.left() + YEAR_WIDTH, line.center().y - STRIP / 2.0),
        pos2(line.right() - words, line.center().y + STRIP / 2.0),
    )
}

fn months(ui: &mut Ui) {
    let size = vec2(ui.available_width(), scale().axis.1);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let strip = strip_rect(rect);
    let color = colors(ui).text_3;
    for month in 1..=12_i8 {
        let name: String = t!(words::month_key(month)).chars().take(3).collect();
        let x = strip.left() + strip.width() * (f32::from(month) - 0.5) / 12.0;
        let galley = paint::line(ui, &name, scale().axis, color);
        paint::centre_text(ui.painter(), pos2(x, rect.center().y), galley, color);
    }
}

fn strip(ui: &mut Ui, year: &YearCoverage) {
    let size = vec2(ui.available_width(), tokens().row.account);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let words = year.words();
    let spoken = t!("coverage-year", year = year.year.to_string(), words = &words);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let colors = colors(ui);
    let label = paint::line(ui, &year.year.to_string(), scale().table, colors.text);
    paint::place_text(ui.painter(), rect, label, Align::Min, colors.text);
    let strip = strip_rect(rect);
    // Unknown days are an empty frame, known days are filled, so that nobody has to tell two
    // colours apart.
    let edge = eframe::egui::Stroke::new(1.0, colors.line);
    ui.painter().rect_stroke(strip, 0.0, edge, eframe::egui::StrokeKind::Inside);
    for (from, to) in &year.known {
        let x = |share: f32| strip.left() + strip.width() * share;
        let run = Rect::from_x_y_ranges(x(*from)..=x(*to), strip.y_range());
        ui.painter().rect_filled(run, 0.0, colors.plot_band);
    }
    for month in 1..12_i16 {
        let x = strip.left() + strip.width() * f32::from(month) / 12.0;
        let stroke = eframe::egui::Stroke::new(1.0, colors.canvas);
        ui.painter().vline(x, strip.y_range(), stroke);
    }
    let beside = rect.with_min_x(strip.right() + 12.0);
    let color = if year.gaps.is_empty() { colors.text_2 } else { colors.warning };
    let icon = if year.gaps.is_empty() { icon::CHECK } else { icon::WARNING };
    let galley = theme::icon_galley(ui, icon, ICON, color);
    paint::place_text(ui.painter(), beside, galley, Align::Min, color);
    let beside = beside.with_min_x(beside.left() + ICON + 6.0);
    let galley = paint::elided(ui, &words, scale().caption, color, beside.width());
    paint::place_text(ui.painter(), beside, galley, Align::Min, color);
}

impl YearCoverage {
    /// "alle dager", or what is missing.
    fn words(&self) -> String {
        match &self.gaps[..] {
            [] => t!("coverage-whole"),
            [only] if *only == Span::year(self.year) => t!("coverage-nothing"),
            [only] => t!("coverage-gap", span = when::span(*only)),
            [first, rest @ ..] => {
                t!("coverage-gaps", span = when::span(*first), more = rest.len())
            }
        }
    }
}

fn differences(ui: &mut Ui, differences: &[Disagreement]) {
    if differences.is_empty() {
        return;
    }
    heading::divide(ui, tokens().size.margin - 8.0);
    let count = t!("differences-count", count = differences.len());
    severity::label(ui, Severity::Note, &count);
    theme::text(ui, t!("differences-caption"), scale().caption, colors(ui).text_2);
    let columns = vec![
        Column::text(t!("import-field-date"), 110.0),
        Column::number(t!("differences-rows"), 90.0),
        Column::number(t!("differences-counted"), 110.0),
    ];
    beside(ui, 360.0, 0.0, |ui| difference_table(ui, columns, differences), |_| ());
}

fn difference_table(ui: &mut Ui, columns: Vec<Column>, differences: &[Disagreement]) {
    let table = Table::new(ui, columns, tokens().row.table);
    table.head(ui);
    for difference in differences.iter().take(DIFFERENCES_SHOWN) {
        table.row(ui, None, |ui, column| {
            let text = match column {
                0 => when::date_short(difference.date),
                1 => number::count(difference.rows.into()),
                _ => number::count(difference.day_count.into()),
            };
            theme::text(ui, text, scale().table, colors(ui).text);
        });
    }
    let more = differences.len().saturating_sub(DIFFERENCES_SHOWN);
    if more > 0 {
        let more = t!("preview-more", count = more);
        theme::text(ui, more, scale().caption, colors(ui).text_2);
    }
}
