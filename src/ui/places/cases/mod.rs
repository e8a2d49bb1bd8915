//! The cases: the weeks of a year, the days of a quarter, and the table of the quarters.

mod breakdowns;
mod content;
mod day_panel;
mod filters;
mod head;
mod plot;
mod tables;
mod takeaway;
mod words;

use content::{Content, Series};
use eframe::egui::{self, Frame, Margin, Modifiers, Popup, ScrollArea, Ui, vec2};

use crate::app::{Command, Document, TrailCommand};
use crate::calendar::{Date, HalfYear, Quarter, Year};
use crate::chart::ChartChoice;
use crate::figures::{Filter, Key, Period, TrailOf};
use crate::look::tokens;
use crate::t;
use crate::ui::context::Context;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::choice::check_box;
use crate::ui::widgets::empty::Empty;
use crate::ui::widgets::grid::{Grid, GridState};
use crate::ui::widgets::head::{Head, within_margins};

/// Under the plot in a quarter: the table's head, rows and the air around them.
const TABLE_HEIGHT: f32 = 338.0;
/// The height of the weeks' plot with the bars under it.
const WEEKS_HEIGHT: f32 = 420.0;
/// In less width the sentence leaves out how to read the plot.
const HINT_WIDTH: f32 = 1180.0;
/// The plot's least and most height.
const PLOT_HEIGHT: (f32, f32) = (250.0, 520.0);

/// What the place remembers between frames.
#[derive(Default)]
pub struct CasesState {
    choice: Choice,
    filter: Filter,
    shows_table: bool,
    shows_printed: bool,
    hidden_years: Vec<Year>,
    hides_average: bool,
    content: Option<Content>,
    plot: plot::PlotState,
    day: Option<day_panel::OpenDay>,
    quarters: GridState,
    series: GridState,
    /// What a finding led to, until it is in sight.
    target: Option<Target>,
}

/// The tab that is open.
#[derive(Clone, Copy)]
struct Choice(ChartChoice);

impl Default for Choice {
    fn default() -> Self {
        Self(ChartChoice::Quarter(Quarter::First))
    }
}

/// Draws the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut CasesState) {
    let app = cx.app;
    let Some(document) = app.document() else { return };
    if document.figures().volumes().span().is_none() {
        show_empty(ui, cx);
        return;
    }
    state.prepare(document);
    state.select_target(document);
    close_with_escape(ui, state);
    let commands = &mut *cx.commands;
    let is_beside = ui.ctx().content_rect().width() >= tokens().size.slim_below_width;
    // An open trail takes the room of the day.
    let shows_day = app.trail().is_none();
    if is_beside && shows_day {
        day_panel::show_beside(ui, state, commands);
    }
    let frame = Frame::NONE.inner_margin(Margin::symmetric(tokens().size.margin as i8, 0));
    head::show(ui, state, document, commands);
    frame.show(ui, |ui| filters::show(ui, state, document, commands));
    ui.add_space(6.0);
    let room = ui.available_height();
    let tab = state.choice.0.id();
    ScrollArea::vertical().id_salt(tab).auto_shrink(false).show(ui, |ui| {
        frame.show(ui, |ui| show_content(ui, state, (document, room), commands));
    });
    if !is_beside && shows_day {
        day_panel::show_over(ui, state, commands);
    }
}

fn show_empty(ui: &mut Ui, cx: &mut Context<'_>) {
    Head::new(&t!("place-cases")).show(ui, |_| ());
    within_margins(ui, |ui| {
        let size = vec2(ui.available_width().min(720.0), 260.0);
        let empty = Empty {
            icon: icon::CASES,
            title: &t!("cases-empty-title"),
            body: &t!("cases-empty-body"),
            action: &t!("cases-empty-action"),
            takes_files: true,
        };
        if empty.show(ui, size).clicked() {
            cx.push(Command::ChooseExports);
        }
    });
}

/// Escape goes one step back: the day's panel closes.
fn close_with_escape(ui: &Ui, state: &mut CasesState) {
    let is_free = !Popup::is_any_open(ui.ctx());
    if is_free
        && state.day.is_some()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, egui::Key::Escape))
    {
        state.day = None;
    }
}

/// The sentence, the plot or its table, and below them what belongs to the quarter or year.
fn show_content(
    ui: &mut Ui,
    state: &mut CasesState,
    (document, room): (&Document, f32),
    commands: &mut Vec<Command>,
) {
    let Some(mut content) = state.content.take() else { return };
    let top = ui.cursor().top();
    show_takeaway(ui, &content);
    let room = room - (ui.cursor().top() - top);
    let is_quarter = matches!(content.series, Series::Days(_));
    let below = if is_quarter { TABLE_HEIGHT } else { 24.0 };
    let height = room - below;
    let height = match is_quarter {
        true => height.clamp(PLOT_HEIGHT.0, PLOT_HEIGHT.1),
        false => height.max(WEEKS_HEIGHT),
    };
    if state.shows_table {
        let place = (document, height);
        show_series(ui, &mut state.series, &content, place, commands);
    } else if let Some(day) = plot::show(ui, state, &content, height, commands) {
        state.open_day(document, &content, day);
        commands.push(Command::Trail(TrailCommand::Close));
    }
    ui.add_space(8.0);
    if is_quarter {
        show_quarters(ui, state, &mut content, document, commands);
    }
    breakdowns::show(ui, &content, commands);
    ui.add_space(tokens().size.margin);
    state.content = Some(content);
}

fn show_takeaway(ui: &mut Ui, content: &Content) {
    let colors = colors(ui);
    let takeaway = &content.takeaway;
    let mut rest = takeaway.rest.clone();
    if ui.available_width() >= HINT_WIDTH && !takeaway.hint.is_empty() {
        rest = format!("{rest} {}", takeaway.hint);
    }
    let inks = (colors.text, colors.text_2);
    theme::with_strong_start(ui, &takeaway.start, &rest, scale().takeaway, inks);
    ui.add_space(10.0);
}

/// Shows the quarters.
fn show_quarters(
    ui: &mut Ui,
    state: &mut CasesState,
    content: &mut Content,
    document: &Document,
    commands: &mut Vec<Command>,
) {
    tables::fit_quarters(&mut content.quarters, ui.available_width());
    let grid = t!("title-quarters");
    content.quarters.show(ui, Grid::new(&grid), &mut state.quarters, document, commands);
    ui.add_space(4.0);
    if !content.filter().is_empty() {
        let words = t!("cases-trail-filtered");
        theme::paragraph(ui, words, scale().caption, colors(ui).text_2);
    }
    let name = t!("cases-as-printed-switch");
    if check_box(ui, &name, Some(state.shows_printed)).clicked() {
        state.shows_printed = !state.shows_printed;
    }
}

/// Shows the numbers of the open tab in `height`.
fn show_series(
    ui: &mut Ui,
    state: &mut GridState,
    content: &Content,
    (document, height): (&Document, f32),
    commands: &mut Vec<Command>,
) {
    let name = match &content.series {
        Series::Days(_) => t!("title-days"),
        Series::Weeks(_) => t!("title-weeks"),
    };
    let grid = Grid::new(&name).max_height(height);
    content.numbers.show(ui, grid, state, document, commands);
}

impl CasesState {
    /// Computes the content again where the project, the tab or the filter has changed.
    fn prepare(&mut self, document: &Document) {
        let is_current = self.content.as_ref().is_some_and(|content| {
            content.is_of(document.revision(), self.choice.0, &self.filter, self.shows_printed)
        });
        if !is_current {
            self.filter = content::still_known(document.project(), &self.filter);
            let content = Content::of(document, self.choice.0, &self.filter, self.shows_printed);
            if let Some(day) = self.day.take() {
                self.open_day(document, &content, day.date);
            }
            self.content = Some(content);
        }
    }

    fn open_day(&mut self, document: &Document, content: &Content, day: Date) {
        let Series::Days(series) = &content.series else { return };
        let point = series.days.iter().find(|point| point.date == day);
        self.day = point
            .map(|point| day_panel::OpenDay::new(document, &self.filter, point, &content.events));
    }
}

/// What a finding leads to.
pub(super) enum Target {
    /// A number of the table of quarters.
    Figure(Key),
    /// A day, with its cases beside the plot.
    Day(Date),
}

impl CasesState {
    /// Brings a figure of the cases into sight.
    pub fn show_figure(&mut self, key: &Key) {
        match key {
            Key::Day(day) | Key::DayAverage(day) => {
                self.choice = Choice(ChartChoice::Quarter(Quarter::of(*day)));
                self.target = Some(Target::Day(*day));
            }
            Key::Cases(_, period, _) => {
                let quarter = match period {
                    Period::Quarter(quarter) => *quarter,
                    Period::Half(HalfYear::Second) => Quarter::Third,
                    Period::Half(HalfYear::First) | Period::Year => Quarter::First,
                };
                self.choice = Choice(ChartChoice::Quarter(quarter));
                self.target = Some(Target::Figure(key.clone()));
            }
            Key::Week(_) | Key::WeekAverage(_) => self.choice = Choice(ChartChoice::Weeks),
            _ => {}
        }
    }

    /// Selects what a finding led to, now that it is there.
    pub(super) fn select_target(&mut self, document: &Document) {
        let Some(content) = self.content.take() else { return };
        match self.target.take() {
            Some(Target::Day(day)) => self.open_day(document, &content, day),
            Some(Target::Figure(key)) => {
                if let Some(at) = content.quarters.find(&TrailOf::Figure(key)) {
                    self.quarters.select(at);
                }
            }
            None => {}
        }
        self.content = Some(content);
    }
}
