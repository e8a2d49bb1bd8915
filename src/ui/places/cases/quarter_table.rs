//! The table of the quarters: years, average, this year, then the changes.

use eframe::egui::{Rect, Ui, UiBuilder, pos2, vec2};

use crate::app::Document;
use crate::calendar::Year;
use crate::chart::years_text;
use crate::figures::{CaseMeasure, Comparison, Figures, Key, Period, Reference, Volumes};
use crate::number::{self, Decimal, MINUS, NBSP};
use crate::t;
use crate::ui::widgets::choice::check_box;
use crate::ui::widgets::grid::{At, Cell, Column, Grid, GridModel, RowKind, Tone};
use crate::words::Message;

use super::content::Content;
use super::words::day_and_month;
use super::{State, trail_panel};

/// The panel of the selected number, beside the table.
const TRAIL_WIDTH: f32 = 300.0;
const BESIDE: f32 = 36.0;
/// The table needs so much; with less the panel stands below it.
const TABLE_WIDTH: f32 = 520.0;
/// The least and most width of a column of numbers.
const NUMBER_WIDTH: (f32, f32) = (72.0, 112.0);
/// What the names of the rows would like to have.
const NAME_WIDTH: f32 = 250.0;

/// A row of the table.
struct Row {
    name: String,
    kind: RowKind,
    tone: Tone,
    cells: [Cell; 5],
    keys: [Option<Key>; 5],
}

/// The table's rows.
pub(super) struct QuarterTable {
    rows: Vec<Row>,
}

/// The table as it is shown in some width.
struct Shown<'a> {
    table: &'a QuarterTable,
    columns: Vec<Column>,
}

/// Shows the table, and beside it where the selected number comes from.
pub(super) fn show(ui: &mut Ui, state: &mut State, content: &Content, document: &Document) {
    let width = ui.available_width();
    let has_room = width >= TABLE_WIDTH + BESIDE + TRAIL_WIDTH;
    let table_width = if has_room { width - BESIDE - TRAIL_WIDTH } else { width };
    let top_left = ui.cursor().min;
    let left = ui.scope(|ui| {
        ui.set_max_width(table_width);
        let shown = Shown { table: &content.quarters, columns: columns(table_width) };
        Grid::new(&t!("title-quarters")).show(ui, &mut state.quarters, &shown);
        ui.add_space(4.0);
        let name = t!("cases-as-printed-switch");
        if check_box(ui, &name, Some(state.shows_printed)).clicked() {
            state.shows_printed = !state.shows_printed;
        }
    });
    let key = state.quarters.cursor().and_then(|at| content.quarters.key(at));
    if has_room {
        let corner = pos2(top_left.x + table_width + BESIDE, top_left.y);
        let room = Rect::from_min_size(corner, vec2(TRAIL_WIDTH, f32::INFINITY));
        let mut beside = ui.new_child(UiBuilder::new().max_rect(room));
        trail_panel::show(&mut beside, &mut state.trail, key, content, document);
        let lower = beside.min_rect().bottom() - left.response.rect.bottom();
        ui.add_space(lower.max(0.0));
    } else {
        ui.add_space(12.0);
        trail_panel::show(ui, &mut state.trail, key, content, document);
    }
}

impl QuarterTable {
    /// The table of the report year; `comparisons` are its periods', where they are known.
    pub fn new(
        figures: &Figures,
        volumes: &Volumes,
        comparisons: &[Option<Comparison>; 5],
        shows_printed: bool,
    ) -> Self {
        let year = figures.report_year();
        let (first, last) = figures.baseline();
        let mut rows: Vec<Row> = (first..=last)
            .filter(|other| *other != year)
            .map(|other| year_row(volumes, other))
            .collect();
        rows.push(average_row(year, (first, last), comparisons));
        rows.push(this_year_row(year, comparisons));
        rows.extend(change_rows(year, comparisons));
        if shows_printed {
            rows.extend(printed_rows(year, comparisons));
        }
        Self { rows }
    }

    /// The figure in a cell.
    fn key(&self, at: At) -> Option<Key> {
        self.rows.get(at.row)?.keys.get(at.column.checked_sub(1)?)?.clone()
    }
}

fn columns(width: f32) -> Vec<Column> {
    let (least, most) = NUMBER_WIDTH;
    let each = ((width - NAME_WIDTH) / 5.0).clamp(least, most);
    let name = Column::text(t!("place-cases"), 120.0).stretching();
    let numbers = Period::ALL.map(|period| Column::number(t!(period.word_key()), each));
    std::iter::once(name).chain(numbers).collect()
}

fn count_cell(count: Option<u32>) -> Cell {
    count.map_or_else(Cell::missing, |count| match count {
        0 => Cell::new("0").tone(Tone::Quiet),
        count => Cell::new(number::count(count.into())),
    })
}

/// The year's sum stands out from its quarters.
fn with_strong_sum(mut cells: [Cell; 5]) -> [Cell; 5] {
    if let Some(sum) = cells.last_mut() {
        sum.strong = true;
    }
    cells
}

fn keys(year: Year, measure: CaseMeasure) -> [Option<Key>; 5] {
    Period::ALL.map(|period| Some(Key::Cases(year, period, measure)))
}

fn year_row(volumes: &Volumes, year: Year) -> Row {
    let cells = Period::ALL.map(|period| count_cell(volumes.sum(period.span(year))));
    Row {
        name: year.to_string(),
        kind: RowKind::Plain,
        tone: Tone::Plain,
        cells: with_strong_sum(cells),
        keys: keys(year, CaseMeasure::Count),
    }
}

/// Cells of what each period's comparison says.
fn cells(
    comparisons: &[Option<Comparison>; 5],
    value: impl Fn(&Comparison) -> Option<String>,
) -> [Cell; 5] {
    comparisons.each_ref().map(|comparison| {
        comparison.as_ref().and_then(&value).map_or_else(Cell::missing, Cell::new)
    })
}

/// While the year runs, the average is of the same days.
fn average_row(year: Year, baseline: (Year, Year), comparisons: &[Option<Comparison>; 5]) -> Row {
    let years = years_text(baseline.0, baseline.1);
    let wanted = (baseline.0..=baseline.1).filter(|other| *other != year).count();
    let whole_year = comparisons.iter().flatten().find(|own| own.period == Period::Year);
    let found = whole_year.and_then(|own| own.average).map(|average| average.n);
    let name = match (to_date(comparisons), found) {
        (Some(_), _) => t!("cases-row-average-to-date", years = years),
        (None, Some(n)) if usize::try_from(n).is_ok_and(|n| n < wanted) => {
            t!("cases-row-average-fewer", count = n, years = years)
        }
        _ => t!("row-average", years = years),
    };
    let average = |comparison: &Comparison| Some(number::decimal(comparison.average?.value(), 0));
    Row {
        name,
        kind: RowKind::Sum,
        tone: Tone::Plain,
        cells: cells(comparisons, average),
        keys: keys(year, CaseMeasure::Average),
    }
}

fn this_year_row(year: Year, comparisons: &[Option<Comparison>; 5]) -> Row {
    let name = match to_date(comparisons) {
        Some(last) => {
            t!("cases-row-year-to-date", year = year.to_string(), day = day_and_month(last))
        }
        None => year.to_string(),
    };
    let cells = comparisons
        .each_ref()
        .map(|comparison| count_cell(comparison.as_ref().map(|comparison| comparison.cases)));
    Row {
        name,
        kind: RowKind::ThisYear,
        tone: Tone::Plain,
        cells: with_strong_sum(cells),
        keys: keys(year, CaseMeasure::Count),
    }
}

/// The last whole day of a year that is not over.
fn to_date(comparisons: &[Option<Comparison>; 5]) -> Option<crate::calendar::Date> {
    let year = comparisons.iter().flatten().find(|comparison| comparison.period == Period::Year)?;
    (!year.is_whole).then_some(year.span.last)
}

fn change_rows(year: Year, comparisons: &[Option<Comparison>; 5]) -> [Row; 3] {
    let row = |name, measure, value: fn(&Comparison) -> Option<Decimal>| Row {
        name,
        kind: RowKind::Plain,
        tone: Tone::Label,
        cells: cells(comparisons, |comparison| value(comparison).map(signed)),
        keys: keys(year, measure),
    };
    let last_year = (year - 1).to_string();
    [
        row(
            t!("row-change-last-year", year = last_year),
            CaseMeasure::Change(Reference::LastYear),
            Comparison::change_from_last_year,
        ),
        row(
            t!("row-change-average"),
            CaseMeasure::Change(Reference::Average),
            Comparison::change_from_average,
        ),
        row(
            t!("row-change-average-workday"),
            CaseMeasure::ChangePerWorkday(Reference::Average),
            Comparison::change_from_average_per_workday,
        ),
    ]
}

/// The changes as the 2021 report divided them: no figures of the program's own.
fn printed_rows(year: Year, comparisons: &[Option<Comparison>; 5]) -> [Row; 2] {
    let row = |name, value: fn(&Comparison) -> Option<Decimal>| Row {
        name,
        kind: RowKind::Plain,
        tone: Tone::Quiet,
        cells: cells(comparisons, |comparison| value(comparison).map(signed))
            .map(|cell| cell.tone(Tone::Label)),
        keys: [const { None }; 5],
    };
    let (this, last) = (year.to_string(), (year - 1).to_string());
    [
        row(
            t!("cases-printed-last-year", year = this.as_str(), last = last),
            Comparison::printed_2021_from_last_year,
        ),
        row(
            t!("cases-printed-average", year = this.as_str()),
            Comparison::printed_2021_from_average,
        ),
    ]
}

fn signed(percent: Decimal) -> String {
    number::signed_percent(percent, 1)
}

impl GridModel for Shown<'_> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.table.rows.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some(row) = self.table.rows.get(row) else { return Cell::default() };
        match column.checked_sub(1) {
            None => Cell::new(row.name.clone()).tone(row.tone),
            Some(column) => row.cells.get(column).cloned().unwrap_or_default(),
        }
    }

    fn edit_text(&self, row: usize, column: usize) -> String {
        plain_number(&self.cell(row, column).text, column)
    }

    fn editable(&self, _row: usize, _column: usize) -> bool {
        false
    }

    fn check(&self, _row: usize, _column: usize, _text: &str) -> Result<(), Message> {
        Ok(())
    }

    fn row_kind(&self, row: usize) -> RowKind {
        self.table.rows.get(row).map_or(RowKind::Plain, |row| row.kind)
    }

    fn row_name(&self, row: usize) -> Option<String> {
        self.table.rows.get(row).map(|row| row.name.clone())
    }
}

/// A number as a Norwegian Excel takes it: no spaces, a hyphen for minus. Names stay.
pub(super) fn plain_number(text: &str, column: usize) -> String {
    if column == 0 {
        return text.to_owned();
    }
    text.chars()
        .filter(|letter| *letter != NBSP && *letter != '+')
        .map(|letter| if letter == MINUS { '-' } else { letter })
        .collect()
}
