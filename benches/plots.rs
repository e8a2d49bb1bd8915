//! Saker's plots, from figures to shapes, against bare egui_plot given the same series, areas
//! and spans as ready points. The whole frame of the window is reported beside it.
//!
//! `cargo bench --bench plots`

mod measure;

use std::path::Path;
use std::sync::Arc;

use arsmelding::app::{App, Command, Surroundings, SystemDialogs};
use arsmelding::calendar::{Quarter, day_number};
use arsmelding::chart::{self, Size, Style, WeeklyOptions, event_marks};
use arsmelding::figures::{DayPoint, Figures};
use arsmelding::look::tokens;
use arsmelding::project::Minute;
use arsmelding::storage;
use arsmelding::ui::place::Place;
use arsmelding::ui::{Window, scene, theme};
use eframe::egui::{self, Color32, Context, Pos2, RawInput, Rect, Stroke, Ui, vec2};
use egui_plot::{Bar, BarChart, FilledArea, Line, Plot, PlotPoint, PlotPoints, Points, Span};
use jiff::civil::date;

const SIZE: egui::Vec2 = vec2(1180.0, 380.0);

fn main() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/hedmark-ikt-2021.ron");
    let project = storage::read(&path).expect("the sample project");
    let figures = Figures::of(&project);
    for quarter in [Quarter::First, Quarter::Third] {
        let ready = Ready::of_quarter(&figures, quarter);
        measure::compare(
            &format!("daily plot of quarter {}, figures to shapes", quarter.number()),
            frames(|ui| own_daily(ui, &figures, quarter)),
            "bare egui_plot, ready points",
            frames(|ui| ready.show(ui)),
        );
    }
    let ready = Ready::of_weeks(&figures);
    measure::compare(
        "weekly plot, figures to shapes",
        // Another copy of the figures each time, so that the series is computed anew.
        frames(|ui| own_weekly(ui, &figures.updated(figures.project()))),
        "bare egui_plot, ready points",
        frames(|ui| ready.show(ui)),
    );
    measure::report("whole frame of the window at Saker", whole_frame(&path));
}

/// Frames of one context, with the program's fonts and theme.
fn frames(mut show: impl FnMut(&mut Ui)) -> impl FnMut() -> u64 {
    let ctx = Context::default();
    theme::install(&ctx, theme::Motion::None);
    move || {
        let output = ctx.run_ui(input(), |ui| show(ui));
        output.shapes.len() as u64
    }
}

fn input() -> RawInput {
    RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
        ..RawInput::default()
    }
}

fn own_daily(ui: &mut Ui, figures: &Figures, quarter: Quarter) {
    let series = figures.daily(2021, quarter);
    let events = event_marks(figures, quarter.span(2021));
    let style = Style::screen(&tokens().light);
    let (drawn, _) = chart::daily(&series, &events, Size::new(SIZE.x, SIZE.y), &style);
    scene::paint(ui, &drawn, Pos2::ZERO);
}

fn own_weekly(ui: &mut Ui, figures: &Figures) {
    let style = Style::screen(&tokens().light);
    let options = WeeklyOptions::default();
    let (drawn, _) = chart::weekly(figures.weekly(), &options, Size::new(SIZE.x, SIZE.y), &style);
    scene::paint(ui, &drawn, Pos2::ZERO);
}

/// What bare egui_plot is given: everything computed beforehand.
#[derive(Default)]
struct Ready {
    lines: Vec<Vec<PlotPoint>>,
    dots: Vec<PlotPoint>,
    areas: Vec<(Vec<f64>, Vec<f64>, Vec<f64>)>,
    spans: Vec<(f64, f64)>,
    bars: Vec<(f64, f64)>,
}

impl Ready {
    fn of_quarter(figures: &Figures, quarter: Quarter) -> Self {
        let series = figures.daily(2021, quarter);
        let mut ready = Self::default();
        let x = |day: &DayPoint| f64::from(day_number(day.date));
        for run in series.days.chunk_by(|a, b| a.is_workday == b.is_workday) {
            if !run[0].is_workday {
                ready.spans.push((x(&run[0]) - 0.5, x(&run[run.len() - 1]) + 0.5));
                ready.dots.extend(
                    run.iter()
                        .filter_map(|day| Some(PlotPoint::new(x(day), f64::from(day.cases?)))),
                );
                continue;
            }
            let cases = run.iter().filter_map(|day| Some((x(day), f64::from(day.cases?))));
            ready.lines.push(cases.map(|(x, y)| PlotPoint::new(x, y)).collect());
            let averages = run.iter().filter_map(|day| Some((x(day), day.average?)));
            let averages: Vec<_> = averages.collect();
            ready.lines.push(
                averages.iter().map(|(x, average)| PlotPoint::new(*x, average.as_f64())).collect(),
            );
            ready.areas.push((
                averages.iter().map(|(x, _)| *x).collect(),
                averages.iter().map(|(_, average)| f64::from(average.min)).collect(),
                averages.iter().map(|(_, average)| f64::from(average.max)).collect(),
            ));
        }
        ready
    }

    fn of_weeks(figures: &Figures) -> Self {
        let weekly = figures.weekly();
        let mut ready = Self::default();
        for year in 2015..=2021 {
            let points = weekly
                .of_year(year)
                .map(|point| PlotPoint::new(f64::from(point.week.week), f64::from(point.cases)));
            ready.lines.push(points.collect());
        }
        let averages = weekly.averages.iter().zip(1..).filter_map(|(average, week)| {
            Some(PlotPoint::new(f64::from(week), average.as_ref()?.as_f64()))
        });
        ready.lines.push(averages.collect());
        let this_year = weekly.of_year(2021).map(|point| (point.week.week, point.cases));
        ready.bars = this_year
            .filter_map(|(week, cases)| {
                let average = weekly.averages[usize::from(week) - 1]?.as_f64();
                Some((f64::from(week), f64::from(cases) - average))
            })
            .collect();
        ready.spans = vec![(7.5, 8.5), (27.5, 30.5), (39.5, 40.5), (51.5, 52.5)];
        ready
    }

    fn show(&self, ui: &mut Ui) {
        let plot = Plot::new("bare").width(SIZE.x).height(SIZE.y).allow_scroll(false);
        plot.show(ui, |plot| {
            for (index, (from, to)) in self.spans.iter().enumerate() {
                plot.add(Span::new(format!("span {index}"), *from..=*to).fill(Color32::LIGHT_GRAY));
            }
            for (index, (xs, low, high)) in self.areas.iter().enumerate() {
                let area = FilledArea::new(format!("area {index}"), xs, low, high);
                plot.add(area.fill_color(Color32::GRAY));
            }
            for (index, line) in self.lines.iter().enumerate() {
                let points = PlotPoints::Borrowed(line);
                let stroke = Stroke::new(2.0, Color32::BLUE);
                plot.line(Line::new(format!("line {index}"), points).stroke(stroke));
            }
            if !self.bars.is_empty() {
                let bars = self.bars.iter().map(|(x, value)| Bar::new(*x, *value)).collect();
                plot.bar_chart(BarChart::new("bars", bars));
            }
            if !self.dots.is_empty() {
                plot.points(Points::new("dots", PlotPoints::Borrowed(&self.dots)).radius(1.6));
            }
        });
    }
}

/// Frames of the whole window at Saker, the project open.
fn whole_frame(path: &Path) -> impl FnMut() -> u64 {
    let surroundings = Surroundings {
        now: Box::new(|| Minute::start_of(date(2022, 1, 10))),
        wake: Arc::new(|| ()),
        dialogs: Box::new(SystemDialogs::default()),
        meeting_place: None,
        settings_path: None,
    };
    let ctx = Context::default();
    let mut app = App::new(surroundings);
    app.run(Command::Open(path.to_owned()));
    while app.document().is_none() {
        app.poll();
        std::thread::yield_now();
    }
    let mut window = Window::new(&ctx, app, None);
    window.go(Place::Cases);
    move || {
        let output = ctx.run_ui(input(), |ui| window.frame(ui));
        let ctx = ctx.clone();
        ctx.tessellate(output.shapes, output.pixels_per_point).len() as u64
    }
}
