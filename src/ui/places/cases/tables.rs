//! The tables of the place: the quarters and years, and the plot's numbers, day by day or week by
//! week.

use crate::calendar::{IsoWeek, Year, weeks_in};
use crate::figures::{
    Average, CaseMeasure, Comparison, DayPoint, Figures, Key, Period, TableCell, TrailOf, Volumes,
    WeeklySeries,
};
use crate::number::{self, Decimal};
use crate::t;
use crate::ui::figure_table::{FigureCell, FigureRow, FigureTable};
use crate::ui::widgets::grid::{Cell, Column, RowKind, Tone};
use crate::words::{date_long, weekday};

/// The least and most width of a column of the quarters' numbers.
const QUARTER: (f32, f32) = (72.0, 112.0);
/// What the names of the quarters' rows would like to have.
const NAME: f32 = 250.0;
/// The width of a column of the series' numbers.
const NUMBER: f32 = 92.0;

/// The quarters of all cases or of those that a filter lets through; `comparisons` are the periods
/// of the report year, where they are known.
pub(super) fn quarters(
    figures: &Figures,
    volumes: &Volumes,
    comparisons: &[Option<Comparison>; 5],
    shows_printed: bool,
) -> FigureTable {
    let name = ("year", Column::text(t!("place-cases"), 120.0).stretching());
    let period = |period: Period| (period.id(), Column::number(t!(period.word_key()), QUARTER.1));
    let columns = std::iter::once(name).chain(Period::COLUMNS.map(period)).collect();
    let mut table = FigureTable::of(&figures.quarters_of(volumes, comparisons, None), columns);
    for row in &mut table.rows {
        let measure = row.cells.last().and_then(|cell| match &cell.of {
            Some(TrailOf::Figure(Key::Cases(_, _, measure))) => Some(*measure),
            _ => None,
        });
        match measure {
            Some(CaseMeasure::Average) => {
                row.kind = RowKind::Average;
                row.cells[0].cell.tone = Tone::Plain;
            }
            // A year's sum stands out from its quarters.
            Some(CaseMeasure::Count) => row.cells[Period::COLUMNS.len()].cell.strong = true,
            _ => {}
        }
    }
    if shows_printed {
        table.rows.extend(printed_rows(figures.report_year(), comparisons));
    }
    table
}

/// The changes as the 2021 report divided them: the program has no such figures.
fn printed_rows(year: Year, comparisons: &[Option<Comparison>; 5]) -> [FigureRow; 2] {
    let (this, last) = (year.to_string(), (year - 1).to_string());
    let row = |name: String, value: fn(&Comparison) -> Option<Decimal>| {
        // With two decimals, as the table of the 2021 report has them.
        let percent = |of: &Option<Comparison>| {
            let percent = of.as_ref().and_then(value);
            let cell = percent.map_or_else(Cell::missing, |percent| {
                Cell::new(number::signed_percent(percent, 2)).tone(Tone::Label)
            });
            FigureCell::words(cell)
        };
        let name = FigureCell::words(Cell::new(name).tone(Tone::Quiet));
        let cells = std::iter::once(name).chain(comparisons.iter().map(percent)).collect();
        FigureRow { cells, ..FigureRow::default() }
    };
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

/// Shares a width out among the columns of the quarters' numbers.
pub(super) fn fit_quarters(table: &mut FigureTable, width: f32) {
    let (least, most) = QUARTER;
    let each = ((width - NAME) / Period::COLUMNS.len() as f32).clamp(least, most);
    for column in table.columns.iter_mut().skip(1) {
        column.width = each;
    }
}

/// The numbers of the days of a quarter.
pub(super) fn days(days: &[DayPoint]) -> FigureTable {
    let columns = [
        Column::text(t!("head-date"), 170.0),
        Column::text(t!("head-weekday"), 90.0),
        Column::text(t!("head-iso_week"), 60.0),
        Column::text(t!("head-holiday"), 150.0).stretching(),
    ];
    let rows = days.iter().map(|day| {
        let week = IsoWeek::of(day.date).week.to_string();
        let holiday = day.holiday.map(|holiday| t!(holiday.word_key())).unwrap_or_default();
        let words = [date_long(day.date), weekday(day.date), week, holiday].map(Cell::new);
        let keys = [Key::Day(day.date), Key::DayAverage(day.date)];
        row(words, (day.cases, day.average), keys)
    });
    FigureTable { rows: rows.collect(), ..table(columns) }
}

/// The numbers of the weeks of a year.
pub(super) fn weeks(series: &WeeklySeries) -> FigureTable {
    let columns = [Column::text(t!("head-iso_week"), 120.0).stretching()];
    let rows = (1..=weeks_in(series.year)).map(|number| {
        let week = IsoWeek { year: series.year, week: number };
        let point = series.of_year(week.year).find(|point| point.week == week);
        let average = usize::from(number).checked_sub(1);
        let average = average.and_then(|index| *series.averages.get(index)?);
        let name = Cell::new(t!("cases-week", week = number.to_string()));
        let keys = [Key::Week(week), Key::WeekAverage(week)];
        row([name], (point.map(|point| point.cases), average), keys)
    });
    FigureTable { rows: rows.collect(), ..table(columns) }
}

/// A table of words and, behind them, of the count and what it is compared with.
fn table<const WORDS: usize>(words: [Column; WORDS]) -> FigureTable {
    let numbers =
        [t!("head-cases"), t!("head-average"), t!("head-n"), t!("head-min"), t!("head-max")];
    let numbers = numbers.map(|title| Column::number(title, NUMBER));
    FigureTable { columns: words.into_iter().chain(numbers).collect(), ..FigureTable::default() }
}

/// All numbers but the count are of what it is compared with.
fn row<const WORDS: usize>(
    words: [Cell; WORDS],
    (cases, average): (Option<u32>, Option<Average>),
    [count_key, average_key]: [Key; 2],
) -> FigureRow {
    let numbers = [
        (TableCell::count(cases), count_key),
        (TableCell::average(average.map(|average| average.value()), 1), average_key.clone()),
        (TableCell::count(Some(average.map_or(0, |average| average.n))), average_key.clone()),
        (TableCell::count(average.map(|average| average.min)), average_key.clone()),
        (TableCell::count(average.map(|average| average.max)), average_key),
    ];
    let numbers = numbers
        .into_iter()
        .map(|(cell, key)| FigureCell::of(&cell, Some(TrailOf::Figure(key)), true));
    let cells = words.into_iter().map(FigureCell::words).chain(numbers).collect();
    FigureRow { cells, ..FigureRow::default() }
}
