//! Hendelser: what happened that the figures should be seen in the light of.

use eframe::egui::Ui;

use crate::app::{Command, Document};
use crate::calendar::Quarter;
use crate::figures::{Figures, Key};
use crate::import::case_number;
use crate::project::{CellAt, Event, Minute, TableId};
use crate::t;
use crate::ui::context::Context;
use crate::ui::records::{Computed, RecordTable};
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::grid::{Cell, Column, GridState, Sought};
use crate::ui::widgets::head::{self, Head};
use crate::ui::widgets::heading;
use crate::words;

/// The lines that the words of the open event may take.
const DETAIL_LINES: usize = 8;
/// The list scrolls within what this leaves of the window, so that the open event is in sight.
const ROOM_FOR_DETAILS: f32 = 410.0;
/// The list's least height.
const LEAST_HEIGHT: f32 = 240.0;

/// What the place remembers between frames.
#[derive(Debug, Default)]
pub struct EventsState {
    tab: usize,
    list: GridState,
    details: GridState,
    row: Option<usize>,
    tied: TiedCases,
}

impl EventsState {
    /// Goes to a cell of the events; `opens` begins to type over it.
    pub fn show_cell(&mut self, at: CellAt, opens: bool) {
        *self = Self::default();
        let sought = Sought { row: at.row, column: at.column, opens };
        self.list.seek(sought);
        self.details.seek(sought);
    }
}

/// How many cases each event names, counted once for each revision of the project.
#[derive(Debug, Default)]
struct TiedCases {
    revision: Option<u64>,
    counts: Vec<usize>,
}

impl TiedCases {
    fn refresh(&mut self, document: &Document) {
        if self.revision != Some(document.revision()) {
            let events = document.project().events.iter();
            self.counts = events.map(|event| tied_cases(document.figures(), event)).collect();
            self.revision = Some(document.revision());
        }
    }
}

/// Draws the place.
pub fn show(ui: &mut Ui, cx: &mut Context<'_>, state: &mut EventsState) {
    let app = cx.app;
    let Some(document) = app.document() else { return };
    let mut names = vec![t!("whole-year")];
    names.extend(QUARTERS.map(words_of_quarter));
    let name = t!("place-events");
    let head = Head::new(&name).tabs(&names, state.tab);
    if let Some(tab) = head.show(ui, |_| ()) {
        *state = EventsState { tab, ..EventsState::default() };
    }
    head::page(ui, "events", |ui| {
        let quarter = state.tab.checked_sub(1).and_then(|index| QUARTERS.get(index)).copied();
        let rows = rows_of(document, quarter);
        takeaway(ui, document, &rows);
        ui.add_space(12.0);
        list(ui, document, state, &rows, cx.commands);
        details(ui, document, state, &rows, cx.commands);
    });
}

const QUARTERS: [Quarter; 4] = Quarter::ALL;

fn words_of_quarter(quarter: Quarter) -> String {
    t!(crate::figures::Period::Quarter(quarter).word_key())
}

/// The events of the report year and quarter, by their place in the project, in order of time;
/// those without a date first, so that they are seen.
fn rows_of(document: &Document, quarter: Option<Quarter>) -> Vec<usize> {
    let year = document.figures().report_year();
    let events = &document.project().events;
    let is_shown = |event: &Event| match event.start.map(Minute::day) {
        None => true,
        Some(day) => {
            day.year() == year && quarter.is_none_or(|quarter| quarter == Quarter::of(day))
        }
    };
    let mut rows: Vec<usize> = (0..events.len()).filter(|row| is_shown(&events[*row])).collect();
    rows.sort_by_key(|row| events[*row].start);
    rows
}

fn takeaway(ui: &mut Ui, document: &Document, rows: &[usize]) {
    let colors = colors(ui);
    let year = document.figures().report_year().to_string();
    if rows.is_empty() {
        let text = t!("events-none", year = year);
        theme::paragraph(ui, text, scale().takeaway, colors.text_2);
        return;
    }
    let start = t!("events-takeaway", count = rows.len(), year = year);
    let figures = document.figures();
    let busiest = rows
        .iter()
        .filter_map(|row| document.project().events[*row].start)
        .filter_map(|start| Some((figures.volumes().on(start.day())?, start.day())))
        .max();
    let rest = busiest.map_or_else(String::new, |(cases, day)| {
        t!("events-busiest", day = words::date_long(day), cases = cases)
    });
    theme::with_strong_start(ui, &start, &rest, scale().takeaway, (colors.text, colors.text_2));
}

fn list(
    ui: &mut Ui,
    document: &Document,
    state: &mut EventsState,
    rows: &[usize],
    commands: &mut Vec<Command>,
) {
    let figures = document.figures();
    state.tied.refresh(document);
    let events = &document.project().events;
    let counts = &state.tied.counts;
    let day_key = |row: usize| Some(Key::Day(events.get(row)?.start?.day()));
    let tied = |row: usize| {
        let count = counts.get(row).copied().unwrap_or(0);
        Cell::new(crate::number::count(i64::try_from(count).unwrap_or(i64::MAX)))
    };
    let height = (ui.ctx().content_rect().height() - ROOM_FOR_DETAILS).max(LEAST_HEIGHT);
    let table = RecordTable {
        rows: Some(rows.to_vec()),
        computed: vec![
            Computed::figures(Column::number(t!("events-day-cases"), 132.0), figures, day_key),
            Computed::new(Column::number(t!("events-tied"), 110.0), tied),
        ],
        max_height: Some(height),
        ..RecordTable::new(
            TableId::Events,
            &[
                ("start", 148.0),
                ("end", 148.0),
                ("title", 180.0),
                ("customers", 250.0),
                ("section", 170.0),
            ],
            "title",
        )
    };
    table.show(ui, &mut state.list, document, commands);
}

/// How many cases an event names, by the number of the case or of the case that it belongs to.
fn tied_cases(figures: &Figures, event: &Event) -> usize {
    // A person may write a number in another spelling than the export's.
    let names: Vec<_> = event
        .cases
        .split(';')
        .map(|name| case_number(name.trim()))
        .filter(|name| !name.is_empty())
        .collect();
    if names.is_empty() {
        return 0;
    }
    let cases = figures.project().cases.iter().flat_map(|batch| batch.rows.iter());
    cases
        .filter(|case| {
            let is_named = |number: &str| names.iter().any(|name| name == number);
            is_named(&case.number) || case.parent.as_deref().is_some_and(is_named)
        })
        .count()
}

/// What happened and why, of the event in whose row the cursor stands.
fn details(
    ui: &mut Ui,
    document: &Document,
    state: &mut EventsState,
    rows: &[usize],
    commands: &mut Vec<Command>,
) {
    let at = state.list.cursor().map_or(0, |cursor| cursor.row).min(rows.len().saturating_sub(1));
    let Some(row) = rows.get(at).copied() else { return };
    if state.row != Some(row) {
        state.row = Some(row);
        state.details.begin_anew();
    }
    let Some(event) = document.project().events.get(row) else { return };
    heading::divide(ui, 16.0);
    heading::section(ui, &event.title, &t!("events-details-caption"));
    ui.add_space(8.0);
    let table = RecordTable {
        lines: DETAIL_LINES,
        rows: Some(vec![row]),
        grows: false,
        ..RecordTable::new(
            TableId::Events,
            &[("text", 420.0), ("cause", 240.0), ("cases", 200.0)],
            "text",
        )
    };
    table.show(ui, &mut state.details, document, commands);
}
