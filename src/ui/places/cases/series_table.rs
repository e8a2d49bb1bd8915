//! The plot's numbers as a table: the days of the quarter, or the weeks of the year.

use eframe::egui::Ui;

use crate::app::Command;
use crate::calendar::IsoWeek;
use crate::figures::{Average, DayPoint, Key, TrailOf, WeeklySeries};
use crate::number;
use crate::t;
use crate::ui::trail;
use crate::ui::widgets::grid::{Cell, Column, Grid, GridModel, GridState, Tone};
use crate::words::{Message, date_long, weekday};

use super::content::{Content, Series};
use super::quarter_table::plain_number;

const NUMBER_WIDTH: f32 = 92.0;
/// The columns of numbers, the last ones.
const NUMBERS: usize = 5;

/// Shows the table in `height`.
pub(super) fn show(
    ui: &mut Ui,
    state: &mut GridState,
    content: &Content,
    height: f32,
    commands: &mut Vec<Command>,
) {
    let (name, mut table) = match &content.series {
        Series::Days(series) => (t!("title-days"), SeriesTable::days(&series.days)),
        Series::Weeks(series) => (t!("title-weeks"), SeriesTable::weeks(series)),
    };
    if !content.filter().is_empty() {
        // A figure counts all cases; under a filter the cells show other numbers.
        table.keys.clear();
    }
    let actions = Grid::new(&name).max_height(height).show(ui, state, &table);
    let _ = trail::followed(actions, commands);
}

/// The rows as texts.
struct SeriesTable {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    /// The count and the average of each row.
    keys: Vec<[Key; 2]>,
}

impl SeriesTable {
    fn days(days: &[DayPoint]) -> Self {
        let columns = std::iter::once(Column::text(t!("head-date"), 170.0))
            .chain([
                Column::text(t!("head-weekday"), 90.0),
                Column::text(t!("head-iso_week"), 60.0),
                Column::text(t!("head-holiday"), 150.0).stretching(),
            ])
            .chain(number_columns())
            .collect();
        let keys = days.iter().map(|day| [Key::Day(day.date), Key::DayAverage(day.date)]);
        Self { columns, rows: days.iter().map(day_row).collect(), keys: keys.collect() }
    }

    fn weeks(series: &WeeklySeries) -> Self {
        let columns = std::iter::once(Column::text(t!("head-iso_week"), 120.0).stretching())
            .chain(number_columns())
            .collect();
        let weeks = (1..=crate::calendar::weeks_in(series.year))
            .map(|week| IsoWeek { year: series.year, week });
        Self {
            columns,
            rows: weeks.clone().map(|week| week_row(series, week)).collect(),
            keys: weeks.map(|week| [Key::Week(week), Key::WeekAverage(week)]).collect(),
        }
    }
}

fn number_columns() -> [Column; NUMBERS] {
    [t!("head-cases"), t!("head-average"), t!("head-n"), t!("head-min"), t!("head-max")]
        .map(|title| Column::number(title, NUMBER_WIDTH))
}

fn day_row(day: &DayPoint) -> Vec<Cell> {
    let holiday = day.holiday.map(|holiday| t!(holiday.word_key())).unwrap_or_default();
    let week = IsoWeek::of(day.date).week.to_string();
    let words = [date_long(day.date), weekday(day.date), week, holiday].map(Cell::new);
    words.into_iter().chain(numbers(day.cases, day.average)).collect()
}

fn week_row(series: &WeeklySeries, week: IsoWeek) -> Vec<Cell> {
    let point = series.of_year(week.year).find(|point| point.week == week);
    let index = usize::from(week.week).checked_sub(1);
    let average = index.and_then(|index| *series.averages.get(index)?);
    let name = Cell::new(t!("cases-week", week = week.week.to_string()));
    std::iter::once(name).chain(numbers(point.map(|point| point.cases), average)).collect()
}

fn numbers(cases: Option<u32>, average: Option<Average>) -> [Cell; 5] {
    let count = |value: Option<u32>| {
        value.map_or_else(Cell::missing, |value| {
            let cell = Cell::new(number::count(value.into()));
            if value == 0 { cell.tone(Tone::Quiet) } else { cell }
        })
    };
    let mean = average.map(|average| number::decimal(average.value(), 1));
    [
        count(cases),
        mean.map_or_else(Cell::missing, Cell::new),
        count(Some(average.map_or(0, |average| average.n))),
        count(average.map(|average| average.min)),
        count(average.map(|average| average.max)),
    ]
}

impl GridModel for SeriesTable {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn row_count(&self) -> usize {
        self.rows.len()
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        self.rows.get(row).and_then(|row| row.get(column)).cloned().unwrap_or_default()
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

    fn trail(&self, row: usize, column: usize) -> Option<TrailOf> {
        // The count stands first of the numbers; all others are of the days compared.
        let number = column.checked_sub(self.columns.len() - NUMBERS)?;
        let [count, average] = self.keys.get(row)?;
        Some(TrailOf::Figure(if number == 0 { count.clone() } else { average.clone() }))
    }

    fn row_name(&self, row: usize) -> Option<String> {
        Some(self.cell(row, 0).text)
    }
}
