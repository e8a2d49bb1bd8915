//! The rows of the quarters' table: what stands in each cell, and which figure it is.

use crate::calendar::{Date, Year};
use crate::chart::years_text;
use crate::figures::{CaseMeasure, Comparison, Figures, Key, Period, Reference, Volumes};
use crate::number::{self, Decimal};
use crate::t;
use crate::ui::widgets::grid::{At, Cell, RowKind, Tone};
use crate::words::day_and_month;

/// A row of the table.
pub(super) struct Row {
    pub name: String,
    pub kind: RowKind,
    pub tone: Tone,
    /// The four quarters and the year.
    pub cells: [Cell; 5],
    /// The figures in the cells.
    pub keys: [Option<Key>; 5],
}

/// The table's rows.
pub(super) struct QuarterTable {
    pub rows: Vec<Row>,
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
    pub fn key(&self, at: At) -> Option<Key> {
        self.rows.get(at.row)?.keys.get(at.column.checked_sub(1)?)?.clone()
    }

    /// The cell in which a figure stands.
    pub fn find(&self, key: &Key) -> Option<At> {
        self.rows.iter().enumerate().find_map(|(at, row)| {
            let column = row.keys.iter().position(|other| other.as_ref() == Some(key))?;
            Some(At::new(at, column + 1))
        })
    }
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

/// A cell for each period, with a value of its comparison.
fn cells(
    comparisons: &[Option<Comparison>; 5],
    value: impl Fn(&Comparison) -> Option<String>,
) -> [Cell; 5] {
    comparisons.each_ref().map(|comparison| {
        comparison.as_ref().and_then(&value).map_or_else(Cell::missing, Cell::new)
    })
}

/// The row of the averages. While the year runs, they are of the same days.
fn average_row(year: Year, baseline: (Year, Year), comparisons: &[Option<Comparison>; 5]) -> Row {
    let years = years_text(baseline.0, baseline.1);
    let all = (baseline.0..=baseline.1).filter(|other| *other != year).count();
    let whole_year =
        comparisons.iter().flatten().find(|comparison| comparison.period == Period::Year);
    let averaged = whole_year.and_then(|comparison| comparison.average).map(|average| average.n);
    let name = match (to_date(comparisons), averaged) {
        (Some(_), _) => t!("row-average-to-date", years = years),
        (None, Some(n)) if usize::try_from(n).is_ok_and(|n| n < all) => {
            t!("cases-row-average-fewer", count = n, years = years)
        }
        _ => t!("row-average", years = years),
    };
    let average = |comparison: &Comparison| Some(number::decimal(comparison.average?.value(), 0));
    Row {
        name,
        kind: RowKind::Average,
        tone: Tone::Plain,
        cells: cells(comparisons, average),
        keys: keys(year, CaseMeasure::Average),
    }
}

fn this_year_row(year: Year, comparisons: &[Option<Comparison>; 5]) -> Row {
    let name = match to_date(comparisons) {
        Some(last) => {
            t!("row-year-to-date", year = year.to_string(), day = day_and_month(last))
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
fn to_date(comparisons: &[Option<Comparison>; 5]) -> Option<Date> {
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

/// The changes as the 2021 report divided them: the program has no such figures.
fn printed_rows(year: Year, comparisons: &[Option<Comparison>; 5]) -> [Row; 2] {
    let row = |name, value: fn(&Comparison) -> Option<Decimal>| Row {
        name,
        kind: RowKind::Plain,
        tone: Tone::Quiet,
        cells: cells(comparisons, |comparison| value(comparison).map(as_printed))
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

/// With two decimals, as the table of the 2021 report has them.
fn as_printed(percent: Decimal) -> String {
    number::signed_percent(percent, 2)
}
