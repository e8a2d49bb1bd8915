//! The panel of a day: its cases by category and customer, then one by one with their source.

use eframe::egui::{self, Align, Layout, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::{Command, Document};
use crate::calendar::{Date, Span};
use crate::chart::EventMark;
use crate::figures::{CustomerIndex, DayPoint, Dimension, Filter, Share, breakdown, cases_on};
use crate::project::{Case, Project, SourceId};
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::{heading, paint, panel};

use super::{CasesState, breakdowns, words};

const ROW: f32 = 58.0;
const MOST_SHARES: usize = 6;

/// A day that was opened.
pub(super) struct OpenDay {
    /// The day.
    pub date: Date,
    title: String,
    sentence: String,
    shares: Vec<(Dimension, Vec<Share>)>,
    /// The day as a span, where no filter leaves any of its cases out.
    span: Option<Span>,
    cases: Vec<CaseLine>,
}

/// A case in words.
struct CaseLine {
    number: String,
    time: String,
    priority: String,
    about: String,
    source: String,
}

impl OpenDay {
    /// What the panel shows of a day under a filter.
    pub fn new(document: &Document, filter: &Filter, day: &DayPoint, events: &[EventMark]) -> Self {
        let project = document.project();
        let span = Span::new(day.date, day.date);
        let shares = [Dimension::Category, Dimension::Customer]
            .map(|dimension| (dimension, breakdown(project, filter, span, dimension)));
        let customers = CustomerIndex::of(project);
        let cases = cases_on(project, filter, day.date).into_iter();
        Self {
            date: day.date,
            title: words::day_title(day, events),
            sentence: words::day_body(day),
            shares: shares.into(),
            span: filter.is_empty().then_some(span),
            cases: cases.map(|(source, case)| line(project, &customers, source, case)).collect(),
        }
    }
}

fn line(project: &Project, customers: &CustomerIndex, source: SourceId, case: &Case) -> CaseLine {
    let codes = &project.codes;
    let (hour, minute) = case.registered.clock();
    let registered = customers.customer(case.customer).and_then(|row| project.customers.get(row));
    let customer = registered
        .map(|customer| customer.name.as_str())
        .or_else(|| codes.customers.word(case.customer));
    let words = [codes.categories.word(case.category), customer];
    let about: Vec<&str> = words.into_iter().flatten().collect();
    let file = project.source(source).map(|source| source.file.clone()).unwrap_or_default();
    CaseLine {
        number: match &*case.number {
            "" => t!("cases-without-number"),
            number => number.to_owned(),
        },
        time: t!("cases-clock", hour = format!("{hour:02}"), minute = format!("{minute:02}")),
        priority: codes.priorities.word(case.priority).unwrap_or_default().to_owned(),
        about: about.join(" · "),
        source: t!("cases-file-row", file = file, row = case.row),
    }
}

/// The panel beside the plot.
pub(super) fn show_beside(ui: &mut Ui, state: &mut CasesState, commands: &mut Vec<Command>) {
    if state.day.is_none() {
        return;
    }
    let is_closed = panel::side_panel(ui, "day-panel", |ui| show(ui, state, commands));
    if is_closed {
        state.day = None;
    }
}

/// The panel over the right part of the place, where the window is narrow.
pub(super) fn show_over(ui: &mut Ui, state: &mut CasesState, commands: &mut Vec<Command>) {
    if state.day.is_none() {
        return;
    }
    let is_closed = panel::side_panel_over(ui, "day-panel-over", |ui| show(ui, state, commands));
    if is_closed {
        state.day = None;
    }
}

/// Shows the panel's contents; true when it is closed.
fn show(ui: &mut Ui, state: &CasesState, commands: &mut Vec<Command>) -> bool {
    let Some(day) = &state.day else { return true };
    let colors = colors(ui);
    let close = t!("ui-close");
    let is_closed = ui
        .horizontal_top(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                let button = ui.add(IconButton::new(icon::CLOSE, &close).keys("Esc"));
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    theme::paragraph(ui, &day.title, scale().heading, colors.text);
                });
                button.clicked()
            })
            .inner
        })
        .inner;
    ui.add_space(4.0);
    theme::paragraph(ui, &day.sentence, scale().body, colors.text);
    for (dimension, shares) in &day.shares {
        if !shares.is_empty() {
            ui.add_space(14.0);
            let of = (*dimension, day.span);
            breakdowns::show_shares(ui, of, (shares, MOST_SHARES), commands);
        }
    }
    heading::divide(ui, 14.0);
    heading::group(ui, &t!("cases-one-by-one", count = day.cases.len()));
    if day.cases.is_empty() {
        theme::paragraph(ui, t!("cases-day-no-rows"), scale().body, colors.text_2);
    }
    show_cases(ui, &day.cases);
    is_closed
}

/// The cases; only those in sight are drawn.
fn show_cases(ui: &mut Ui, cases: &[CaseLine]) {
    let size = vec2(ui.available_width(), ROW * cases.len() as f32);
    let (all, _) = ui.allocate_exact_size(size, Sense::hover());
    let sight = ui.clip_rect();
    let first = ((sight.top() - all.top()) / ROW).max(0.0) as usize;
    let count = (sight.height() / ROW) as usize + 2;
    for (index, case) in cases.iter().enumerate().skip(first).take(count) {
        let corner = pos2(all.left(), all.top() + ROW * index as f32);
        let rect = Rect::from_min_size(corner, vec2(all.width(), ROW));
        show_case(ui, rect, index, case);
    }
}

fn show_case(ui: &Ui, rect: Rect, index: usize, case: &CaseLine) {
    let colors = colors(ui);
    let response = ui.interact(rect, ui.scope_id().with(("case", index)), Sense::hover());
    response.widget_info(|| {
        let parts = [&case.number, &case.time, &case.priority, &case.about, &case.source];
        WidgetInfo::labeled(Role::Label, true, parts.map(String::as_str).join(", "))
    });
    paint::hairline(ui, rect, colors.line);
    let row = |top: f32, height: f32| {
        Rect::from_min_size(rect.min + vec2(0.0, top), vec2(rect.width(), height))
    };
    let first = row(5.0, 18.0);
    let number = paint::line(ui, &case.number, scale().body_strong, colors.text);
    let after = number.size().x + 8.0;
    paint::place_text(ui.painter(), first, number, Align::Min, colors.text);
    let time = paint::line(ui, &case.time, scale().body, colors.text_2);
    let rest = first.with_min_x(first.left() + after);
    paint::place_text(ui.painter(), rest, time, Align::Min, colors.text_2);
    let priority = paint::line(ui, &case.priority, scale().body_strong, colors.text);
    paint::place_text(ui.painter(), first, priority, Align::Max, colors.text);
    let about = paint::elided(ui, &case.about, scale().body, colors.text, rect.width());
    paint::place_text(ui.painter(), row(22.0, 18.0), about, Align::Min, colors.text);
    let source = paint::elided(ui, &case.source, scale().caption, colors.text_3, rect.width());
    paint::place_text(ui.painter(), row(39.0, 16.0), source, Align::Min, colors.text_3);
    let words = egui::RichText::new(&case.about);
    response.on_hover_text(words);
}
